-- one row per run of matches that went the same way: unbeaten, won, lost, without a win
create view streaks as
with

runs as (
    select * from statistics
    where metric in ('unbeaten_run', 'win_run', 'loss_run', 'winless_run')
)

select
    subject as team, -- the side
    metric as streak, -- unbeaten_run, win_run, loss_run or winless_run
    cast(value as integer) as length, -- matches in a row
    competition, -- competition that the run is limited to
    season, -- season as 2019-20
    as_of, -- day or interval for which it held, where known
    qualifier, -- exact, about, at_least, more_than, less_than or up_to
    n_claims, -- claims that give it
    statistic_id -- the resolved statistic
from runs;
