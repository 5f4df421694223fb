-- table: ties
-- key: tie_id
-- severity: info
-- reason: aggregate = leg 1 + leg 2; where not, an article is wrong, and both sides' sentences are shown
with

wrong as (
    select
        aggregate_check.*,
        ties.first_leg,
        ties.second_leg
    from aggregate_check
    inner join ties on aggregate_check.tie_id = ties.tie_id
    where not aggregate_check.is_equal
),

aggregates_told as (
    select
        resolved_id,
        string_agg(distinct quote, ' / ') as sentences
    from evidence
    where claim_kind = 'tie'
    group by resolved_id
),

legs_told as (
    select
        resolved_id,
        string_agg(distinct quote, ' / ') as sentences
    from evidence
    where claim_kind = 'match'
    group by resolved_id
)

select
    wrong.tie_id,
    wrong.team_1,
    wrong.team_2,
    wrong.stated_1 || '-' || wrong.stated_2 as stated,
    wrong.sum_1 || '-' || wrong.sum_2 as legs_add_up_to,
    aggregates_told.sentences as aggregate_sentences,
    first_legs.sentences as first_leg_sentences,
    second_legs.sentences as second_leg_sentences
from wrong
left join aggregates_told on wrong.tie_id = aggregates_told.resolved_id
left join legs_told as first_legs on wrong.first_leg = first_legs.resolved_id
left join legs_told as second_legs on wrong.second_leg = second_legs.resolved_id
