"""Claims of one real match meet in one row; two different matches never do."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from tests.told_claims import Newsroom, scored

ROVERS, VALE, TOWN = "Northbridge Rovers", "Harrow Vale", "Saltmere Town"
LEAGUE: dict[str, Any] = {"competition": "First Division", "season": "2030-31"}
CUP: dict[str, Any] = {"competition": "Meridian Cup", "season": "2030-31"}


def told(*claims: tuple[str, str | None, str, dict[str, Any]]) -> pl.DataFrame:
    """The matches of claims that each stand in an article, and a file, of its own."""
    room = Newsroom()
    for at, (team_1, score, team_2, more) in enumerate(claims):
        room.article(f"a{at}")
        room.match(f"a{at}", team_1, score, team_2, **more)
    return room.resolved()["matches"]


def test_two_reports_of_one_match_are_one_row_whichever_side_they_name_first() -> None:
    rows = told((ROVERS, "3-2", VALE, LEAGUE), (VALE, "2-3", ROVERS, LEAGUE | {"home_team": VALE}))
    assert rows.height == 1
    row = rows.row(0, named=True)
    assert (row["team_1"], row["score_1"], row["score_2"], row["team_2"]) == (VALE, 2, 3, ROVERS)
    assert (row["home_team"], row["n_claims"], row["n_articles"]) == (VALE, 2, 2)
    assert row["confidence"] == pytest.approx(0.99)


def test_accents_and_legal_forms_do_not_part_a_match() -> None:
    assert told(("Étoile Mirna", "2-2", "Harrow Vale FC", LEAGUE), ("Etoile Mirna", "2-2", VALE, LEAGUE)).height == 1


def test_the_two_league_games_of_a_pair_stay_apart() -> None:
    at_home, away = LEAGUE | {"home_team": ROVERS}, LEAGUE | {"home_team": VALE}
    rows = told((ROVERS, "1-1", VALE, at_home), (ROVERS, "1-1", VALE, away))
    assert rows.height == 2


def test_a_report_that_fits_both_league_games_joins_neither() -> None:
    at_home, away = LEAGUE | {"home_team": ROVERS}, LEAGUE | {"home_team": VALE}
    rows = told((ROVERS, "1-1", VALE, at_home), (ROVERS, "1-1", VALE, away), (ROVERS, "1-1", VALE, LEAGUE))
    assert rows.height == 3


def test_the_two_group_games_of_a_pair_stay_apart() -> None:
    group = CUP | {"round": "group stage"}
    rows = told(
        (ROVERS, "2-0", VALE, group | {"home_team": ROVERS}), (VALE, "4-0", ROVERS, group | {"home_team": VALE})
    )
    assert rows.height == 2


def test_a_matchday_is_a_finer_word_for_the_group_stage() -> None:
    rows = told(
        (ROVERS, "2-0", VALE, CUP | {"round": "group stage"}), (ROVERS, "2-0", VALE, CUP | {"round": "matchday 6"})
    )
    assert rows["round"].to_list() == ["matchday 6"]


def test_a_replay_is_another_match() -> None:
    drawn = CUP | {"round": "last 16", "home_team": ROVERS}
    replay = CUP | {"round": "last 16", "home_team": VALE}
    rows = told((ROVERS, "1-1", VALE, drawn), (ROVERS, None, VALE, replay | {"status": "scheduled"}))
    assert rows.height == 2


def test_a_drawn_final_and_its_replay_stay_apart() -> None:
    final = CUP | {"round": "final"}
    assert told((ROVERS, "1-1", VALE, final), (ROVERS, "2-1", VALE, final)).height == 2


def test_the_legs_of_a_tie_stay_apart_even_with_one_score() -> None:
    tie = CUP | {"round": "last 16"}
    assert told((ROVERS, "1-1", VALE, tie | {"leg": 1}), (ROVERS, "1-1", VALE, tie | {"leg": 2})).height == 2


def test_the_same_tie_a_season_later_is_another_one() -> None:
    later = CUP | {"season": "2031-32", "leg": 1}
    assert told((ROVERS, "1-0", VALE, CUP | {"leg": 1}), (ROVERS, "1-0", VALE, later)).height == 2


def test_a_date_keeps_seasons_apart_that_no_claim_names() -> None:
    spring, next_spring = {"match_date": date(2031, 3, 11)}, {"match_date": date(2032, 3, 9)}
    assert told((ROVERS, "1-0", VALE, spring), (ROVERS, "1-0", VALE, next_spring)).height == 2


def test_men_and_women_of_two_clubs_play_two_matches() -> None:
    women = {"competition": "Women's First Division", "season": "2030-31"}
    assert told((ROVERS, "2-1", VALE, LEAGUE), (ROVERS, "2-1", VALE, women)).height == 2


def test_a_word_for_any_competition_joins_the_one_that_is_named() -> None:
    told_by_both = {"season": "2030-31", "home_team": ROVERS}
    rows = told((ROVERS, "2-1", VALE, LEAGUE), (ROVERS, "2-1", VALE, told_by_both | {"competition": "top flight"}))
    assert rows.select("competition", "n_claims").rows() == [("First Division", 2)]


def test_an_article_that_looks_back_and_ahead_tells_two_matches() -> None:
    room = Newsroom()
    room.article("a")
    room.match("a", ROVERS, "2-1", VALE, **LEAGUE)
    room.match("a", ROVERS, None, VALE, status="scheduled", **LEAGUE)
    assert room.resolved()["matches"]["status"].sort().to_list() == ["played", "scheduled"]


def test_an_announced_match_joins_the_one_played_that_day() -> None:
    day = {"match_date": date(2031, 3, 11)}
    rows = told((VALE, None, ROVERS, day | {"status": "scheduled"}), (VALE, "3-4", ROVERS, CUP | day))
    assert rows.select("status", "score_1", "n_claims").rows() == [("played", 3, 2)]


def test_an_announced_match_of_the_season_does_not_join_one_of_two_possible_games() -> None:
    fixture = LEAGUE | {"status": "scheduled", "home_team": VALE}
    rows = told((ROVERS, "7-", VALE, LEAGUE), (ROVERS, None, VALE, fixture))
    assert rows.height == 2


def test_a_match_told_without_its_score_joins_the_leg_that_it_names() -> None:
    leg = CUP | {"leg": 1, "round": "last 16"}
    rows = told((ROVERS, "4-1", VALE, leg), (ROVERS, None, VALE, leg | {"venue": "The Foundry"}))
    assert rows.select("score_1", "venue", "n_claims").rows() == [(4, "The Foundry", 2)]


def test_half_a_score_joins_the_whole_one_that_it_fits() -> None:
    rows = told((ROVERS, "7-1", VALE, LEAGUE), (ROVERS, "7-", VALE, LEAGUE), (ROVERS, "6-", VALE, LEAGUE))
    assert rows.sort("n_claims").select("score_1", "score_2", "n_claims").rows() == [(6, None, 1), (7, 1, 2)]


def test_a_pair_and_a_common_score_alone_are_no_reason_to_merge() -> None:
    assert told((ROVERS, "1-0", VALE, {}), (ROVERS, "1-0", VALE, {})).height == 2


def test_a_pair_and_a_rare_score_are() -> None:
    assert told((ROVERS, "5-4", VALE, {}), (ROVERS, "5-4", VALE, {})).height == 1


def test_dated_articles_bring_the_reports_of_one_week_together_and_keep_years_apart() -> None:
    room = Newsroom()
    for article, day in (("a", date(2031, 3, 12)), ("b", date(2031, 3, 13)), ("c", date(2033, 3, 12))):
        room.article(article, published=day)
        room.match(article, ROVERS, "1-0", VALE, date_text="on Tuesday")
    assert room.resolved()["matches"]["n_claims"].sort().to_list() == [1, 2]


def test_undated_reports_of_two_years_are_of_two_matches() -> None:
    room = Newsroom()
    for article, day in (("a", date(2031, 3, 12)), ("b", date(2031, 4, 2)), ("c", date(2033, 3, 12))):
        room.article(article, published=day)
        room.match(article, ROVERS, "1-0", VALE, competition="First Division")
    assert room.resolved()["matches"]["n_claims"].sort().to_list() == [1, 2]


def test_a_contradicted_dateline_dates_nothing() -> None:
    room = Newsroom()
    room.article("a", published=date(2031, 3, 12))
    room.article("b", published=date(2029, 1, 1))
    room.rows["articles"][1]["published_status"] = "contradicted"
    room.match("a", ROVERS, "4-3", VALE, **CUP)
    room.match("b", ROVERS, "4-3", VALE, competition="Meridian Cup", leg=2)
    assert room.resolved()["matches"].height == 1


def test_the_more_telling_claims_decide_before_the_vague_ones() -> None:
    vague = {"season": "2030-31"}
    rows = told((ROVERS, "2-1", VALE, vague), (ROVERS, "2-1", VALE, LEAGUE), (ROVERS, "2-1", VALE, CUP))
    assert rows["n_claims"].to_list() == [1, 1, 1]


def test_extra_time_told_once_is_the_decision_of_the_match() -> None:
    leg = CUP | {"leg": 2}
    rows = told(
        (ROVERS, "3-2", VALE, leg | {"decided": "regular"}), (ROVERS, "3-2", VALE, leg | {"decided": "extra_time"})
    )
    assert rows["decided"].to_list() == ["extra_time"]


def test_a_shoot_out_is_turned_with_the_sides() -> None:
    final = CUP | {"round": "final", "decided": "penalties"}
    rows = told((ROVERS, "1-1", VALE, final | {"shootout": "4-2"}), (VALE, "1-1", ROVERS, final | {"shootout": "2-4"}))
    row = rows.row(0, named=True)
    assert rows.height == 1
    assert {row["team_1"]: row["shootout_1"], row["team_2"]: row["shootout_2"]} == {ROVERS: 4, VALE: 2}


def test_without_a_known_home_side_the_most_confident_claim_orders_the_sides() -> None:
    rows = told(
        (VALE, "2-3", ROVERS, LEAGUE | {"confidence": 0.6}), (ROVERS, "3-2", VALE, LEAGUE | {"confidence": 0.95})
    )
    assert scored(rows) == {f"{ROVERS} 3-2 {VALE}"}


def test_a_side_against_itself_is_no_match() -> None:
    assert told((ROVERS, "1-0", "Northbridge Rovers FC", {})).is_empty()


def test_many_clubs_do_not_meet_by_accident() -> None:
    rows = told((ROVERS, "1-0", VALE, LEAGUE), (ROVERS, "1-0", TOWN, LEAGUE), (VALE, "1-0", TOWN, LEAGUE))
    assert rows.height == 3


def test_links_say_which_claim_gave_which_field() -> None:
    room = Newsroom()
    room.article("a")
    room.article("b")
    whole = room.match("a", ROVERS, "4-1", VALE, leg=1, **CUP)
    half = room.match("b", ROVERS, None, VALE, leg=1, venue="The Foundry", **CUP)
    links = room.resolved()["claim_links"]
    fields = links.group_by("claim_id").agg(pl.col("field"))
    given = {claim: set(found) for claim, found in fields.iter_rows()}
    assert given[whole] == {None, "status", "competition", "season", "leg", "score_1", "score_2"}
    assert given[half] == {None, "status", "competition", "season", "leg", "venue"}
