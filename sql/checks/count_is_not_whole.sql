-- table: statistic_claims
-- key: claim_id
-- severity: warning
-- reason: goals, matches and trophies come whole; half a goal is an average
select
    claim_id,
    document,
    subject,
    metric,
    value,
    unit,
    quote
from statistic_claims
where
    metric in (
        'goals_scored', 'goals_conceded', 'wins', 'draws', 'losses', 'matches_played', 'games_in_hand',
        'unbeaten_run', 'win_run', 'loss_run', 'winless_run', 'clean_sheets', 'titles', 'trophies',
        'player_goals', 'player_assists', 'player_appearances', 'player_season_goal_number',
        'red_cards', 'yellow_cards', 'ban_matches', 'caps', 'attendance'
    )
    and value <> floor(value)
