"""Tallies, tables, runs and ages hold each other: what does not fit is a contradiction, what fits bears out."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from tests.told_claims import Newsroom

ROVERS, VALE, TOWN, ATHLETIC = "Northbridge Rovers", "Harrow Vale", "Saltmere Town", "Ferrybank Athletic"
LEAGUE: dict[str, Any] = {"competition": "First Division", "season": "2030-31"}


def room(*days: int) -> Newsroom:
    """Stories a, b, c ... of days in March 2031, each in a file of its own."""
    found = Newsroom()
    for letter, day in zip("abcdef", days, strict=False):
        found.article(letter, published=date(2031, 3, day))
    return found


def disagreements(found: Newsroom) -> list[tuple[str, list[str]]]:
    rows = found.resolved()["contradictions"]
    return sorted(rows.select("what", "claimed_values").rows())


def borne_out(found: Newsroom, metric: str) -> list[int]:
    rows = found.resolved()["statistics"].filter(pl.col("metric") == metric).sort("matches", "value")
    return rows["n_corroborating"].to_list()


def test_a_tally_that_falls_is_a_contradiction_with_both_sentences() -> None:
    told = room(3, 20)
    told.statistic("a", ROVERS, "goals_scored", 70, matches=25, **LEAGUE)
    told.statistic("b", ROVERS, "goals_scored", 67, matches=27, **LEAGUE)
    values = ["67 goals scored through 27 matches", "70 goals scored through 25 matches"]
    [(what, said)] = disagreements(told)
    assert (what, sorted(said)) == ("tally falls", [f"{value} ({ROVERS})" for value in values])


def test_points_cannot_grow_faster_than_three_a_match() -> None:
    told = room(3, 20)
    told.statistic("a", ROVERS, "points", 40, matches=20, **LEAGUE)
    told.statistic("b", ROVERS, "points", 48, matches=22, **LEAGUE)
    assert [what for what, _ in disagreements(told)] == ["tally leaps"]


def two_tallies(later: int, *scores: str) -> Newsroom:
    """70 goals through 25 matches, then `later` through 27; the two matches between are told by a third story."""
    told = room(3, 20, 14)
    told.statistic("a", ROVERS, "goals_scored", 70, matches=25, **LEAGUE)
    told.statistic("b", ROVERS, "goals_scored", later, matches=27, **LEAGUE)
    for (other, day), score in zip(((VALE, 7), (TOWN, 13)), scores, strict=False):
        told.match("c", ROVERS, score or None, other, match_date=date(2031, 3, day), **LEAGUE)
    return told


def test_two_tallies_and_the_matches_between_them_agree() -> None:
    told = two_tallies(77, "4-1", "3-2")
    assert (disagreements(told), borne_out(told, "goals_scored")) == ([], [1, 1])
    assert told.resolved()["matches"]["n_corroborating"].to_list() == [1, 1]
    assert told.resolved()["tally_steps"].select("verdict", "told", "missing").row(0) == ("agrees", 7, None)


def test_matches_that_add_up_to_something_else_are_a_contradiction() -> None:
    [(what, said)] = disagreements(two_tallies(77, "4-1", "2-2"))
    assert what == "tallies and results"
    assert len(said) == 4


def test_goals_that_nobody_tells_follow_from_two_tallies() -> None:
    found = two_tallies(77, "3-2").resolved()["tally_steps"].row(0, named=True)
    assert (found["verdict"], found["n_matches"], found["n_matches_told"], found["missing"]) == ("missing", 2, 1, 4)


def test_the_goals_of_a_match_told_without_its_score_are_inferred() -> None:
    resolved = two_tallies(77, "3-2", "").resolved()
    row = resolved["matches"].filter(pl.col("is_inferred")).row(0, named=True)
    assert (row["team_2"], row["score_1"], row["score_2"]) == (TOWN, 4, None)
    linked = resolved["claim_links"].filter((pl.col("resolved_id") == row["match_id"]) & (pl.col("field") == "score_1"))
    assert linked["claim_kind"].to_list() == ["statistic", "statistic"]


def test_a_fresh_match_beside_a_tally_is_the_last_that_it_counts() -> None:
    told = Newsroom()
    for letter in "ab":
        told.article(letter)
    told.statistic("a", ROVERS, "goals_scored", 70, matches=25, **LEAGUE)
    told.statistic("b", ROVERS, "goals_scored", 73, matches=26, **LEAGUE)
    told.match("b", ROVERS, "3-2", VALE, date_text="on Wednesday", **LEAGUE)
    assert told.resolved()["tally_steps"]["verdict"].to_list() == ["agrees"]


@pytest.mark.parametrize(
    ("gap", "expected"), [(4, []), (-4, ["gap and places"]), (3, ["gap and points"]), (0, ["gap and points"])]
)
def test_places_points_and_gaps_of_one_story_fit_together(gap: int, expected: list[str]) -> None:
    told = room(3)
    for side, place, points in ((ROVERS, 2, 50), (VALE, 3, 46)):
        told.statistic("a", side, "league_position", place, unit="position", **LEAGUE)
        if gap != -4:
            told.statistic("a", side, "points", points, unit="points", **LEAGUE)
    told.statistic("a", ROVERS, "points_gap", gap, unit="points", other=VALE, **LEAGUE)
    assert sorted({what for what, _ in disagreements(told)}) == expected


def test_a_gap_told_from_both_ends_bears_itself_out() -> None:
    told = room(3)
    told.statistic("a", ROVERS, "points_gap", 4, unit="points", other=VALE, **LEAGUE)
    told.statistic("a", VALE, "points_gap", -4, unit="points", other=ROVERS, **LEAGUE)
    assert (disagreements(told), borne_out(told, "points_gap")) == ([], [1, 1])


@pytest.mark.parametrize(("score", "expected"), [("2-2", []), ("0-1", ["run and result"])])
def test_a_run_fits_the_results_of_its_time(score: str, expected: list[str]) -> None:
    told = room(20, 10)
    told.statistic("a", ROVERS, "unbeaten_run", 12, unit="matches", **LEAGUE)
    told.match("b", ROVERS, score, VALE, match_date=date(2031, 3, 9), **LEAGUE)
    assert [what for what, _ in disagreements(told)] == expected
    assert borne_out(told, "unbeaten_run") == [0 if expected else 1]


def test_the_match_that_ends_a_run_does_not_contradict_it() -> None:
    told = room(20)
    told.statistic("a", ROVERS, "unbeaten_run", 12, unit="matches", **LEAGUE)
    told.match("a", ROVERS, "0-1", VALE, match_date=date(2031, 3, 19), **LEAGUE)
    assert disagreements(told) == []


@pytest.mark.parametrize(("later", "expected"), [(32, []), (33, []), (35, ["ages"]), (31, ["ages"])])
def test_ages_fit_one_birthday(later: int, expected: list[str]) -> None:
    told = room(3, 20)
    told.statistic("a", "Elio Varga", "player_age", 32, unit="years")
    told.statistic("b", "Elio Varga", "player_age", later, unit="years")
    assert [what for what, _ in disagreements(told)] == expected


def test_what_is_borne_out_is_trusted_more() -> None:
    rows = two_tallies(77, "4-1", "3-2").resolved()["statistics"]
    assert (rows["confidence"] > 0.9).all()


@pytest.mark.parametrize("metric", ["goals_scored", "points", "player_age", "unbeaten_run", "points_gap", "attendance"])
def test_a_number_beyond_all_measure_breaks_nothing(metric: str) -> None:
    told = room(3, 20)
    for article, value in (("a", 5e12), ("b", -7.5)):
        told.statistic(article, ROVERS, metric, value, matches=2_000_000_000, other=VALE, **LEAGUE)
    assert told.resolved()["statistics"].height == 2
