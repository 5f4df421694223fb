"""The annotated facts of two user documents, resolved: the matches, ties and goals that a careful reader ends up with.

The annotations lie beside the checkout and are no part of it; without them there is nothing to test here.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from flows.resolve import resolve
from tests.told_claims import NO_LINKS, gold_claims, scored

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
DOCUMENTS = ("000_f39367f33a7c0c6f.jsonl", "002_6c3379dca5d96e7d.jsonl")

pytestmark = pytest.mark.skipif(not (GOLD / DOCUMENTS[0]).exists(), reason="no annotated facts beside the checkout")


@pytest.fixture(scope="module")
def resolved() -> dict[str, pl.DataFrame]:
    return resolve(gold_claims(GOLD / name for name in DOCUMENTS), NO_LINKS)


def test_the_scored_matches_are_those_and_no_others(resolved: dict[str, pl.DataFrame]) -> None:
    assert scored(resolved["matches"]) == {
        "Atalanta 3-2 Lazio",
        "Juventus 0-1 Lyon",
        "Valencia 3-4 Atalanta",
        "Atalanta 4-1 Valencia",
        "Atalanta 7-2 Lecce",
        "Atalanta 5-0 Milan",
        "Atalanta 5-0 Parma",
        "Atletico Madrid 1-0 Liverpool",
        "Liverpool 2-3 Atletico Madrid",
        "Inter 1-1 Atalanta",
        "Atalanta 2-0 Dinamo Zagreb",
        "Dinamo Zagreb 4-0 Atalanta",
    }


def test_the_second_leg_in_spain_is_one_match_of_four_articles(resolved: dict[str, pl.DataFrame]) -> None:
    row = resolved["matches"].filter((pl.col("team_1") == "Valencia") & (pl.col("leg") == 2)).row(0, named=True)
    assert (str(row["match_date"]), row["n_articles"], row["behind_closed_doors"]) == ("2020-03-10", 4, True)


def test_the_tie_of_many_stories_is_one_and_agrees(resolved: dict[str, pl.DataFrame]) -> None:
    columns = ("team_1", "stated_1", "stated_2", "computed_1", "computed_2", "verdict", "n_claims")
    tie = resolved["ties"].filter(pl.col("team_2") == "Valencia").select(columns)
    assert tie.rows() == [("Atalanta", 8, 4, 8, 4, "agrees", 3)]


def test_the_first_leg_in_madrid_is_inferred(resolved: dict[str, pl.DataFrame]) -> None:
    row = resolved["matches"].filter(pl.col("is_inferred")).row(0, named=True)
    assert (row["home_team"], row["score_1"], row["score_2"], row["leg"]) == ("Atletico Madrid", 1, 0, 1)


def test_goals_of_both_legs_told_in_one_article_go_to_their_own_leg(resolved: dict[str, pl.DataFrame]) -> None:
    legs = resolved["matches"].filter(pl.col("leg").is_not_null()).select("match_id", "leg", "team_1", "team_2")
    valencia = legs.filter(pl.any_horizontal(pl.col("team_1", "team_2") == "Valencia"))
    told = resolved["goals"].filter(pl.col("team") == "Atalanta").join(valencia, on="match_id")
    counts = told.group_by("leg", "scorer").agg(pl.col("n").sum())
    assert dict(((leg, scorer), n) for leg, scorer, n in counts.iter_rows()) == {
        (1, "Hans Hateboer"): 2,
        (1, "Josip Ilicic"): 1,
        (1, "Remo Freuler"): 1,
        (2, "Josip Ilicic"): 4,
    }


def test_a_tally_and_its_like_a_season_before_stay_apart(resolved: dict[str, pl.DataFrame]) -> None:
    tallies = resolved["statistics"].filter((pl.col("metric") == "goals_scored") & (pl.col("value") == 77))
    assert sorted(tallies.select("season", "matches", "n_claims").rows()) == [("2018-19", None, 2), ("2019-20", 27, 1)]


def test_nothing_in_these_documents_contradicts_itself(resolved: dict[str, pl.DataFrame]) -> None:
    assert resolved["contradictions"].is_empty()
