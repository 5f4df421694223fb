"""Rows keep their ids from run to run, and nothing depends on the order of claims."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from benchmarks.invented_claims import claims
from flows.resolve import resolve
from tests.told_claims import NO_LINKS, Newsroom, frames

ROVERS, VALE, TOWN = "Northbridge Rovers", "Harrow Vale", "Saltmere Town"
CUP: dict[str, Any] = {"competition": "Meridian Cup", "season": "2030-31", "round": "last 16"}


def busy_room() -> Newsroom:
    """Two ties, a league game, goals and tallies over six articles; one leg is not told."""
    room = Newsroom()
    for article in "abcdef":
        room.article(article, document=f"{article < 'd'}.txt")
    for article in "abc":
        room.match(article, ROVERS, "4-1", VALE, leg=1, home_team=ROVERS, **CUP)
        room.goal(article, "Elio Varga", ROVERS, VALE, 42)
        room.statistic(article, ROVERS, "goals_scored", 77, season="2030-31", matches=27)
    room.match("d", VALE, "3-4", ROVERS, leg=2, **CUP)
    room.tie("d", ROVERS, "8-4", VALE, **CUP)
    room.match("e", TOWN, "2-3", ROVERS, leg=2, **CUP | {"round": "quarter-final"})
    room.tie("e", TOWN, "2-4", ROVERS, **CUP | {"round": "quarter-final"})
    room.match("f", ROVERS, "1-1", TOWN, competition="First Division", match_date=date(2031, 4, 4))
    return room


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_claims_changes_nothing(seed: int) -> None:
    ordered = frames(busy_room().rows)
    shuffled = {name: rows.sample(fraction=1, shuffle=True, seed=seed) for name, rows in ordered.items()}
    first, second = resolve(ordered, NO_LINKS), resolve(shuffled, NO_LINKS)
    assert all(first[name].equals(second[name]) for name in first)


def test_the_order_of_the_claims_of_a_season_changes_nothing() -> None:
    season = claims(3000)
    shuffled = {name: rows.sample(fraction=1, shuffle=True, seed=3) for name, rows in season.items()}
    first, second = resolve(season, NO_LINKS), resolve(shuffled, NO_LINKS)
    assert all(first[name].equals(second[name]) for name in first)


def test_a_second_run_finds_the_same_rows() -> None:
    first = busy_room().resolved()
    second = busy_room().resolved(first["claim_links"])
    assert all(first[name].equals(second[name]) for name in first)


def test_a_late_article_adds_to_a_row_and_renumbers_nothing() -> None:
    room = busy_room()
    before = room.resolved()
    room.article("late")
    room.match("late", ROVERS, "4-1", VALE, leg=1, venue="The Foundry", match_date=date(2031, 2, 19), **CUP)
    room.match("late", ROVERS, "5-0", VALE, competition="First Division")
    after = room.resolved(before["claim_links"])
    assert set(before["matches"]["match_id"]) < set(after["matches"]["match_id"])
    assert after["matches"].height == before["matches"].height + 1
    grown = after["matches"].filter(pl.col("venue") == "The Foundry")["match_id"].item()
    assert grown in set(before["matches"]["match_id"])


def test_the_same_claims_of_an_edited_file_find_their_ids_without_links() -> None:
    room = busy_room()
    first = room.resolved()
    for rows in room.rows.values():
        for row in rows:
            if "claim_id" in row:
                row["claim_id"] = row["claim_id"][::-1]
    second = room.resolved()
    assert first["matches"]["match_id"].sort().to_list() == second["matches"]["match_id"].sort().to_list()
    assert first["goals"]["goal_id"].sort().to_list() == second["goals"]["goal_id"].sort().to_list()


def test_an_inferred_leg_keeps_its_id_when_an_article_tells_it_at_last() -> None:
    room = busy_room()
    before = room.resolved()
    inferred = before["matches"].filter(pl.col("is_inferred"))["match_id"].item()
    room.article("late")
    room.match("late", ROVERS, "1-0", TOWN, leg=1, home_team=ROVERS, **CUP | {"round": "quarter-final"})
    after = room.resolved(before["claim_links"])
    told = after["matches"].filter(pl.col("match_id") == inferred).row(0, named=True)
    assert (told["is_inferred"], told["score_1"], told["n_claims"]) == (False, 1, 1)
    assert set(after["matches"]["match_id"]) == set(before["matches"]["match_id"])


def test_a_tie_that_only_its_legs_told_keeps_its_id_when_it_is_summed_up() -> None:
    room = Newsroom()
    for article in "ab":
        room.article(article)
    room.match("a", ROVERS, "4-1", VALE, leg=1, **CUP)
    room.match("a", ROVERS, "4-3", VALE, leg=2, **CUP)
    before = room.resolved()
    room.tie("b", ROVERS, "8-4", VALE, **CUP)
    after = room.resolved(before["claim_links"])
    assert before["ties"]["tie_id"].to_list() == after["ties"]["tie_id"].to_list()


def test_a_row_that_falls_apart_leaves_its_id_to_the_larger_part() -> None:
    room = Newsroom()
    for article in "abc":
        room.article(article)
        room.match(article, ROVERS, "2-1", VALE, competition="First Division", season="2030-31")
    before = room.resolved()
    room.rows["match_claims"][0]["season"] = "2029-30"
    after = room.resolved(before["claim_links"])["matches"]
    kept = before["matches"]["match_id"].item()
    assert after.filter(pl.col("match_id") == kept)["n_claims"].item() == 2
    assert after["match_id"].n_unique() == 2


def test_ids_are_unique_where_rows_say_the_very_same() -> None:
    room = Newsroom()
    for article in "abc":
        room.article(article)
        room.match(article, ROVERS, None, VALE)
    ids = room.resolved()["matches"]["match_id"]
    assert ids.n_unique() == ids.len() == 3
