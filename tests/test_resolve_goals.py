"""Goals told in several articles: which are one goal, and in which match it fell."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from tests.told_claims import Newsroom

ROVERS, VALE = "Northbridge Rovers", "Harrow Vale"
LEAGUE: dict[str, Any] = {"competition": "First Division", "season": "2030-31"}
CUP: dict[str, Any] = {"competition": "Meridian Cup", "season": "2030-31", "round": "last 16"}
Told = tuple[str, str, dict[str, Any]]


def goals(*told: Told, score: str = "4-1") -> pl.DataFrame:
    """The goals of one match of Rovers against Vale; each claim names its article, scorer and what else it tells."""
    room = Newsroom()
    for article in sorted({article for article, _, _ in told}):
        room.article(article)
        room.match(article, ROVERS, score, VALE, **LEAGUE)
    for article, scorer, more in told:
        team, opponent = (VALE, ROVERS) if more.get("team") == VALE else (ROVERS, VALE)
        room.goal(article, scorer, **{"team": team, "opponent": opponent, **more})
    return room.resolved()["goals"].sort("scorer", "minute", nulls_last=True)


def test_a_goal_told_twice_is_one_goal() -> None:
    found = goals(("a", "Elio Varga", {"minute": 42}), ("b", "Elio Varga", {"minute": 42}))
    assert found.select("minute", "n", "n_claims").rows() == [(42, 1, 2)]


def test_two_minutes_off_is_the_same_goal_and_four_is_another() -> None:
    found = goals(
        ("a", "Elio Varga", {"minute": 42}), ("b", "Elio Varga", {"minute": 44}), ("c", "Elio Varga", {"minute": 48})
    )
    assert found.select("minute", "n_claims").rows() == [(42, 2), (48, 1)]


def test_an_unknown_minute_is_filled_by_another_article() -> None:
    found = goals(("a", "Elio Varga", {}), ("b", "Elio Varga", {"minute": 12, "kind": "header"}))
    assert found.select("minute", "kind", "n_claims").rows() == [(12, "header", 2)]


def test_two_goals_of_one_article_are_two_goals() -> None:
    assert goals(("a", "Elio Varga", {}), ("a", "Elio Varga", {})).height == 2


def test_a_brace_and_two_goals_told_apart_are_two_goals() -> None:
    found = goals(
        ("a", "Elio Varga", {"minute": 12}), ("a", "Elio Varga", {"minute": 80}), ("b", "Elio Varga", {"n": 2})
    )
    assert found.select("minute", "n", "n_claims").rows() == [(12, 1, 2), (80, 1, 2)]


def test_four_goals_of_which_one_is_told_apart_are_four_and_not_five() -> None:
    found = goals(("a", "Elio Varga", {"n": 4}), ("b", "Elio Varga", {"minute": 12}))
    assert found.select("minute", "n").rows() == [(12, 1), (None, 3)]


def test_beside_goals_told_apart_in_the_same_article_n_counts_the_rest() -> None:
    found = goals(("a", "Elio Varga", {"minute": 12}), ("a", "Elio Varga", {"n": 2}))
    assert found["n"].sum() == 3


@pytest.mark.parametrize("other", ["Varga", "E. Varga", "Elio Várga", "Elio Vargas"])
def test_surname_initial_accent_and_a_slip_of_the_pen_are_one_player(other: str) -> None:
    found = goals(("a", "Elio Varga", {"minute": 42}), ("b", other, {"minute": 42}))
    assert found["n_claims"].to_list() == [2]


def test_two_players_of_one_surname_are_two() -> None:
    assert goals(("a", "Elio Varga", {"minute": 42}), ("b", "Tomas Varga", {"minute": 42})).height == 2


def test_a_surname_that_two_players_bear_stands_alone() -> None:
    found = goals(
        ("a", "Elio Varga", {"minute": 4}), ("a", "Tomas Varga", {"minute": 60}), ("b", "Varga", {"minute": 60})
    )
    assert found.height == 3


def test_an_own_goal_is_not_a_goal_of_the_same_name() -> None:
    found = goals(("a", "Ivo Lund", {"team": VALE, "kind": "own_goal"}), ("b", "Ivo Lund", {"kind": "open_play"}))
    assert sorted(found.select("team", "kind").rows()) == [(VALE, "own_goal"), (ROVERS, "open_play")]


def test_the_only_goal_with_two_minutes_is_one_goal_in_dispute() -> None:
    room = Newsroom()
    for article, minute in (("a", 12), ("b", 12), ("c", 51)):
        room.article(article)
        room.match(article, ROVERS, "1-0", VALE, **LEAGUE)
        room.goal(article, "Elio Varga", ROVERS, VALE, minute)
    resolved = room.resolved()
    found = resolved["contradictions"].row(0, named=True)
    assert resolved["goals"].select("minute", "n_claims").rows() == [(12, 3)]
    assert (found["what"], sorted(found["claimed_values"]), found["used"]) == ("goal minute", ["12", "12", "51"], "12")


def test_stoppage_time_comes_with_its_minute() -> None:
    found = goals(("a", "Elio Varga", {"minute": 95, "added_time": 5}), ("b", "Elio Varga", {}))
    assert found.select("minute", "added_time").rows() == [(95, 5)]


def test_goals_of_an_article_with_both_legs_go_where_other_articles_have_the_scorers() -> None:
    room = Newsroom()
    for article in "abc":
        room.article(article)
    room.match("a", ROVERS, "3-1", VALE, leg=1, **CUP)
    room.goal("a", "Elio Varga", ROVERS, VALE, n=2)
    room.match("b", ROVERS, "4-3", VALE, leg=2, **CUP)
    room.goal("b", "Tomas Ferro", ROVERS, VALE, n=4)
    room.goal("c", "Elio Varga", ROVERS, VALE, char_start=100)
    room.goal("c", "Elio Varga", ROVERS, VALE, char_start=150)
    room.goal("c", "Tomas Ferro", ROVERS, VALE, char_start=200)
    room.match("c", ROVERS, "4-3", VALE, leg=2, char_start=2000, **CUP)
    room.goal("c", "Tomas Ferro", ROVERS, VALE, n=4, char_start=2100)
    room.match("c", ROVERS, "3-1", VALE, leg=1, char_start=4000, **CUP)
    resolved = room.resolved()
    legs = dict(resolved["matches"].select("match_id", "leg").iter_rows())
    told = {
        (legs[match], scorer): n
        for match, scorer, n in resolved["goals"].group_by("match_id", "scorer").agg(pl.col("n").sum()).iter_rows()
    }
    assert told == {(1, "Elio Varga"): 2, (1, "Tomas Ferro"): 1, (2, "Tomas Ferro"): 4}


def test_a_goal_whose_match_no_article_tells_stays_without_one() -> None:
    room = Newsroom()
    room.article("a")
    room.goal("a", "Elio Varga", ROVERS, VALE)
    assert room.resolved()["goals"].select("match_id", "team").rows() == [(None, ROVERS)]


def test_more_goals_told_than_scored_are_a_contradiction() -> None:
    room = Newsroom()
    room.article("a")
    room.match("a", ROVERS, "1-1", VALE, **LEAGUE)
    room.goal("a", "Elio Varga", ROVERS, VALE, 12)
    room.goal("a", "Tomas Ferro", ROVERS, VALE, 60)
    found = room.resolved()["contradictions"].row(0, named=True)
    assert found["what"] == "goals told"
    assert sorted(found["claimed_values"]) == ["1-1", "Elio Varga: 1", "Tomas Ferro: 1"]
    assert found["used"] == "1-1"


def test_a_side_is_spelt_as_in_its_match() -> None:
    room = Newsroom()
    room.article("a")
    room.match("a", "Étoile Mirna", "1-0", VALE, **LEAGUE)
    room.goal("a", "Elio Varga", "Etoile Mirna FC", VALE)
    assert room.resolved()["goals"]["team"].to_list() == ["Étoile Mirna"]
