-- one row per scorer, side and season: his goals as articles tell them, with the words of each claim
create view scorers_as_told as
with

scored as (
    select
        goals.*,
        matches.season
    from goals
    left join matches on goals.match_id = matches.match_id
    where goals.kind <> 'own_goal'
),

counted as (
    select
        scorer,
        team,
        season,
        cast(sum(n) as bigint) as goals_told,
        count(distinct match_id) as n_matches
    from scored
    group by scorer, team, season
),

worded as (
    select
        scored.scorer,
        scored.team,
        scored.season,
        count(distinct claims.claim_id) as n_claims,
        count(distinct claims.document) as n_documents,
        string_agg(distinct claims.quote, ' | ' order by claims.quote) as quotes
    from scored
    inner join claim_links on scored.goal_id = claim_links.resolved_id and claim_links.resolved_kind = 'goal'
    inner join claims on claim_links.claim_id = claims.claim_id
    group by scored.scorer, scored.team, scored.season
)

select
    counted.scorer, -- player
    counted.team, -- side he scored for
    counted.season, -- season as 2019-20; NULL where the match is not certain
    counted.goals_told, -- goals that articles tell one by one, own goals left out
    counted.n_matches, -- matches in which they fell
    worded.n_claims, -- claims that tell them
    worded.n_documents, -- files that hold those claims
    worded.quotes -- their words, each once
from counted
left join worded
    on
        counted.scorer is not distinct from worded.scorer
        and counted.team is not distinct from worded.team
        and counted.season is not distinct from worded.season;
