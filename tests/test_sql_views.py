"""What an analyst sees in the views, on a small warehouse of invented football."""

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from tests.invented import add, small_warehouse

STATISTIC = {"subject": "Northbridge Rovers", "competition": "Merrow League", "season": "2019-20", "n_claims": 1}


@pytest.fixture(scope="module")
def small() -> duckdb.DuckDBPyConnection:
    return small_warehouse()


@pytest.fixture
def con(small: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    small.execute("begin")
    yield small
    small.execute("rollback")


def ask(con: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    return con.execute(sql).fetchall()


def test_results_name_the_winner_and_nobody_after_a_draw(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update matches set score_1 = 1 where match_id = 'match-1'")
    assert ask(con, "select match_id, winner from results order by match_id") == [
        ("match-1", None),
        ("match-2", "Castle Quay"),
        ("match-3", "Harlow Vale"),
    ]


def test_a_shootout_names_the_winner_of_a_level_match(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update matches set score_1 = 1, shootout_1 = 3, shootout_2 = 5 where match_id = 'match-1'")
    assert ask(con, "select winner, score_1, score_2 from results where match_id = 'match-1'") == [("Ferrybank", 1, 1)]


def test_a_match_without_a_final_score_is_no_result(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update matches set score_2 = null where match_id = 'match-1'")
    con.execute("update matches set status = 'scheduled' where match_id = 'match-2'")
    assert ask(con, "select match_id from results") == [("match-3",)]


def test_a_tie_shows_both_legs_from_the_side_of_its_first_team(con: duckdb.DuckDBPyConnection) -> None:
    shown = "team_1, first_leg_1, first_leg_2, first_leg_home, second_leg_1, second_leg_2, second_leg_home, winner"
    assert ask(con, f"select {shown}, aggregate_1, aggregate_2 from two_legged_ties") == [
        ("Castle Quay", 2, 1, "Castle Quay", 0, 2, "Harlow Vale", "Harlow Vale", 2, 3)
    ]


def test_an_aggregate_that_nobody_states_is_the_sum_of_the_legs(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update ties set stated_1 = null, stated_2 = null, verdict = 'not_comparable'")
    assert ask(con, "select aggregate_1, aggregate_2 from two_legged_ties") == [(2, 3)]
    assert ask(con, "select is_equal, sum_1, stated_1 from aggregate_check") == [(None, 2, None)]


def test_the_aggregate_check_compares_only_legs_that_articles_tell(con: duckdb.DuckDBPyConnection) -> None:
    assert ask(con, "select is_equal from aggregate_check") == [(True,)]
    con.execute("update matches set is_inferred = true where match_id = 'match-3'")
    assert ask(con, "select is_equal, has_inferred_leg from aggregate_check") == [(None, True)]
    con.execute("update ties set second_leg = null")
    assert ask(con, "select is_equal, sum_1 from aggregate_check") == [(None, None)]


def test_top_scorers_count_goals_and_set_the_stated_tally_beside_them(con: duckdb.DuckDBPyConnection) -> None:
    tally = {"statistic_id": "x", "metric": "player_goals", "value": 17, "n_claims": 1}
    add(con, "statistics", **STATISTIC | tally | {"subject": "Elio Varga"})
    con.execute("update goals set kind = 'penalty' where goal_id = 'goal-1'")
    con.execute("update goals set kind = 'own_goal' where goal_id = 'goal-2'")
    shown = "scorer, team, goals_told, penalties_told, n_matches, goals_stated"
    assert ask(con, f"select {shown} from top_scorers order by goals_told desc") == [
        ("Elio Varga", "Northbridge Rovers", 2, 2, 1, 17),
        ("Sami Orlo", "Ferrybank", 1, 0, 1, None),
    ]


def test_a_goal_of_an_uncertain_match_is_counted_without_a_season(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("update goals set match_id = null where goal_id = 'goal-3'")
    assert ask(con, "select season, n_matches from top_scorers where scorer = 'Sami Orlo'") == [(None, 0)]


def test_a_tally_grows_through_the_season(con: duckdb.DuckDBPyConnection) -> None:
    early = {"statistic_id": "x", "metric": "goals_scored", "value": 17, "matches": 8}
    add(con, "statistics", **STATISTIC | early)
    add(con, "statistics", **STATISTIC | early | {"statistic_id": "y", "season": "2018-19", "value": 60, "matches": 38})
    shown = "season, matches, goals, goals_per_match, matches_since, goals_since"
    assert ask(con, f"select {shown} from team_season_goals order by season, matches") == [
        ("2018-19", 38, 60, 1.58, None, None),
        ("2019-20", 8, 17, 2.13, None, None),
        ("2019-20", 20, 41, 2.05, 12, 24),
    ]


def test_a_gap_names_the_side_ahead_first_whoever_the_article_speaks_of(con: duckdb.DuckDBPyConnection) -> None:
    add(
        con, "statistics", **STATISTIC | {"statistic_id": "x", "metric": "points_gap", "value": 5, "other": "Ferrybank"}
    )
    assert ask(con, "select ahead, behind, points from points_gaps order by points") == [
        ("Kestrel Town", "Northbridge Rovers", 3),
        ("Northbridge Rovers", "Ferrybank", 5),
    ]


def test_places_tell_a_finished_season_from_a_running_one(con: duckdb.DuckDBPyConnection) -> None:
    add(
        con,
        "statistics",
        **STATISTIC | {"statistic_id": "x", "metric": "finish_position", "value": 7, "season": "2018-19"},
    )
    assert ask(con, "select season, place, is_final from league_positions order by season") == [
        ("2018-19", 7, True),
        ("2019-20", 2, False),
    ]


def test_streaks_are_runs_of_matches(con: duckdb.DuckDBPyConnection) -> None:
    assert ask(con, "select team, streak, length from streaks") == [("Northbridge Rovers", "unbeaten_run", 9)]


def test_an_unread_number_is_shown_with_the_words_around_it(con: duckdb.DuckDBPyConnection) -> None:
    found = ask(con, "select quote, context from unread_numbers")
    assert found == [("4.5", "nts behind Kestrel Town, and unbeaten in nine. The tea cost 4.5 crowns.")]


def test_an_unread_number_at_the_start_of_a_story_is_shown_too(con: duckdb.DuckDBPyConnection) -> None:
    where = {"article_id": "a-2", "document": "wire.txt", "char_start": 255 + 15, "char_end": 255 + 15 + 10}
    con.execute("update articles set char_start = 270, text = 'Seven went.' where article_id = 'a-2'")
    add(con, "number_mentions", **where | {"char_end": 275}, quote="Seven", status="unread")
    assert ask(con, "select context from unread_numbers where article_id = 'a-2'") == [("Seven went.",)]


def test_coverage_adds_up_per_file_and_shows_files_without_numbers(con: duckdb.DuckDBPyConnection) -> None:
    add(con, "documents", document="empty.txt", status="refused")
    numbers = "numbers, numbers_fact, numbers_attribute, numbers_ignored, numbers_unread, unread_percent"
    told = "n_articles, match_claims, tie_claims, goal_claims, statistic_claims"
    assert ask(con, f"select document, {told}, {numbers} from coverage order by document") == [
        ("empty.txt", *[0] * 10, None),
        ("wire.txt", 2, 3, 1, 3, 4, 7, 4, 1, 1, 1, 14.3),
    ]


def test_evidence_leads_from_a_resolved_row_to_the_words(con: duckdb.DuckDBPyConnection) -> None:
    assert ask(con, "select quote, document, article_id, rule from evidence where resolved_id = 'tie-1'") == [
        ("go through 3-2 overall", "wire.txt", "a-2", "invented")
    ]


def test_a_contradiction_shows_both_sentences_and_which_one_is_used(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "insert into contradictions values ('c-1', 'match score', 'match', 'match-1', 'score_1', "
        "['m-1', 'm-2'], ['3', '2'], '3', 'more articles say so')"
    )
    assert ask(con, "select claimed_value, is_used, quote from contradiction_details order by claim_id") == [
        ("3", True, "Rovers beat Ferrybank 3-1"),
        ("2", False, "lost 2-1 at Castle Quay in the first leg"),
    ]
