"""The text of two user documents, read and resolved: exactly the scored matches that a careful reader finds.

The documents lie beside the checkout and are no part of it; without them there is nothing to test here.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from flows.encoding import decode
from flows.extract import extract_document
from flows.extract.read import to_frames
from flows.resolve import resolve
from tests.told_claims import NO_LINKS, scored

RAW = Path(__file__).resolve().parents[2] / "shared" / "raw"
DOCUMENTS = ("000_f39367f33a7c0c6f.txt", "002_6c3379dca5d96e7d.txt")

pytestmark = pytest.mark.skipif(
    not all((RAW / name).exists() for name in DOCUMENTS), reason="no user documents beside the checkout"
)


@pytest.fixture(scope="module")
def matches() -> pl.DataFrame:
    found = []
    for path in (RAW / name for name in DOCUMENTS):
        found.append(extract_document(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), decode(path)[0]))
    return resolve(to_frames(found), NO_LINKS)["matches"]


def the(matches: pl.DataFrame, one: str, two: str, score: tuple[int | None, int | None]) -> dict[str, Any]:
    """The one match of two sides in that order with that score."""
    sides = (pl.col("team_1") == one) & (pl.col("team_2") == two)
    score_1, score_2 = (pl.col(f"score_{i + 1}").eq_missing(goals) for i, goals in enumerate(score))
    return matches.filter(sides & score_1 & score_2).row(0, named=True)


def told(row: dict[str, Any], *fields: str) -> tuple[Any, ...]:
    return tuple(str(row[name]) if name == "match_date" else row[name] for name in fields)


def test_the_scored_matches_are_those_and_no_others(matches: pl.DataFrame) -> None:
    rows = matches.filter(pl.col("score_1").is_not_null() & pl.col("score_2").is_not_null())
    assert rows.height == 15
    assert scored(matches) == {
        "Atalanta 3-2 Lazio",
        "Juventus 0-1 Lyon",
        "Valencia 3-4 Atalanta",
        "Atalanta 4-1 Valencia",
        "Atalanta 7-2 Lecce",
        "Atalanta 5-0 AC Milan",
        "Atalanta 5-0 Parma",
        "Liverpool 2-3 Atletico Madrid",
        "Atletico Madrid 1-0 Liverpool",
        "Atalanta 2-1 Roma",
        "Inter 1-1 Atalanta",
        "Atalanta 2-0 Dinamo Zagreb",
        "Dinamo Zagreb 4-0 Atalanta",
        "Manchester City 5-1 Atalanta",
        "Manchester City 2-1 Southampton",
    }


def test_both_legs_against_valencia_are_placed(matches: pl.DataFrame) -> None:
    fields = ("competition", "round", "leg", "home_team")
    first, second = the(matches, "Atalanta", "Valencia", (4, 1)), the(matches, "Valencia", "Atalanta", (3, 4))
    assert told(first, *fields, "venue") == ("Champions League", "last 16", 1, "Atalanta", "San Siro")
    assert told(second, *fields) == ("Champions League", "last 16", 2, "Valencia")
    assert told(second, "match_date", "behind_closed_doors") == ("2020-03-10", True)


def test_a_town_of_a_coachs_past_makes_no_home_side(matches: pl.DataFrame) -> None:
    row = the(matches, "Juventus", "Lyon", (0, 1))
    assert told(row, "competition", "round", "leg", "home_team") == ("Champions League", "last 16", 1, None)


def test_the_second_leg_at_anfield_is_dated_by_the_day_before_and_gives_the_first(matches: pl.DataFrame) -> None:
    second, first = (
        the(matches, "Liverpool", "Atletico Madrid", (2, 3)),
        the(matches, "Atletico Madrid", "Liverpool", (1, 0)),
    )
    assert told(second, "match_date", "decided", "leg", "home_team") == ("2020-03-11", "extra_time", 2, "Liverpool")
    assert told(second, "competition", "round") == ("Champions League", "last 16")
    assert told(first, "is_inferred", "leg", "home_team") == (True, 1, "Atletico Madrid")


def test_the_away_defeat_in_the_group_has_its_day(matches: pl.DataFrame) -> None:
    row = the(matches, "Manchester City", "Atalanta", (5, 1))
    assert told(row, "match_date", "home_team") == ("2019-10-22", "Manchester City")


def test_seven_goals_of_one_side_are_a_match_half_scored(matches: pl.DataFrame) -> None:
    assert told(the(matches, "Atalanta", "Udinese", (7, None)), "status") == ("played",)


def test_a_draw_of_lots_is_no_match(matches: pl.DataFrame) -> None:
    pair = matches.filter(pl.concat_list("team_1", "team_2").list.sort() == pl.Series([["Atalanta", "Valencia"]]))
    assert sorted(pair.get_column("status")) == ["played", "played", "scheduled"]


def test_two_finals_told_by_their_years_are_of_those_seasons(matches: pl.DataFrame) -> None:
    finals = matches.filter((pl.col("team_1") == "Atletico Madrid") & (pl.col("team_2") == "Real Madrid"))
    assert sorted(finals.select("round", "season").rows()) == [("final", "2013-14"), ("final", "2015-16")]
