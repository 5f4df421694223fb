"""Where claims of one match disagree: what each says, what is shown, and why."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from tests.told_claims import Newsroom

ROVERS, VALE = "Northbridge Rovers", "Harrow Vale"
DAY: dict[str, Any] = {"match_date": date(2031, 3, 11), "competition": "Meridian Cup"}


def resolved(*scores: str, **more: list[Any]) -> dict[str, pl.DataFrame]:
    """One match on one day told in an article per score; `more` gives other columns, article by article."""
    room = Newsroom()
    for at, score in enumerate(scores):
        room.article(f"a{at}")
        room.match(f"a{at}", ROVERS, score, VALE, **DAY, **{name: values[at] for name, values in more.items()})
    return room.resolved()


def test_two_scores_of_one_day_are_one_match_in_dispute() -> None:
    found = resolved("3-2", "3-2", "2-3")
    assert found["matches"].select("score_1", "score_2", "n_claims").rows() == [(3, 2, 3)]
    row = found["contradictions"].row(0, named=True)
    assert (row["what"], row["field"], row["used"]) == ("match score", "score_1", "3-2")
    assert sorted(row["claimed_values"]) == ["2-3", "3-2", "3-2"]
    assert row["why"].startswith("2 of 3 claims say so")


def test_confidence_outweighs_numbers() -> None:
    found = resolved("3-2", "3-2", "2-3", confidence=[0.3, 0.3, 0.95])
    assert found["matches"].select("score_1", "score_2").rows() == [(2, 3)]


def test_every_claim_of_a_contradiction_is_shown_with_its_own_value() -> None:
    found = resolved("3-2", "2-3")["contradictions"].row(0, named=True)
    assert len(found["claim_ids"]) == len(found["claimed_values"]) == 2


def test_claims_that_agree_contradict_nothing() -> None:
    assert resolved("3-2", "3-2")["contradictions"].is_empty()


def test_home_sides_and_grounds_that_differ_are_listed() -> None:
    found = resolved("3-2", "3-2", home_team=[ROVERS, VALE], venue=["The Foundry", "Vale Park"])["contradictions"]
    assert set(found["what"]) == {"match home side", "match venue"}


def test_a_longer_name_of_the_same_ground_is_no_contradiction() -> None:
    assert resolved("3-2", "3-2", venue=["Foundry", "The Foundry"])["contradictions"].is_empty()


def test_an_announced_match_and_its_report_are_no_contradiction() -> None:
    room = Newsroom()
    for article in "ab":
        room.article(article)
    room.match("a", ROVERS, None, VALE, status="scheduled", **DAY)
    room.match("b", ROVERS, "1-0", VALE, **DAY)
    assert room.resolved()["contradictions"].is_empty()


def test_a_day_told_one_off_is_a_contradiction_and_no_second_match() -> None:
    room = Newsroom()
    for article, day in (("a", date(2031, 3, 10)), ("b", date(2031, 3, 11))):
        room.article(article)
        room.match(article, ROVERS, "3-2", VALE, **DAY | {"match_date": day, "season": "2030-31"})
    found = room.resolved()
    assert found["matches"].height == 1
    assert found["contradictions"]["what"].to_list() == ["match date"]


def test_two_scores_of_one_home_match_within_days_are_one_match() -> None:
    room = Newsroom()
    for article, score, day in (("a", "2-1", 8), ("b", "3-1", 9)):
        room.article(article, published=date(2031, 3, day))
        told = {"competition": "First Division", "home_team": ROVERS, "date_text": "tonight"}
        room.match(article, ROVERS, score, VALE, **told)
    resolved = room.resolved()
    assert resolved["matches"].height == 1
    assert resolved["contradictions"]["what"].to_list() == ["match score"]
