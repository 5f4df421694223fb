"""Confidence is counted, not claimed: what the table of rules says is what claims carry."""

import csv
from pathlib import Path

import pytest

from flows import vocabulary
from flows.extract import extract_document, reliability
from flows.extract.plainness import plainly_named
from flows.extract.reliability import UNSEEN_RIGHT
from flows.extract.text.normalise import Text

TABLE = Path(vocabulary.__file__).parent / "reliability.csv"


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], tuple[int, int, float]]:
    counted = {("goal", "often.right"): (400, 396, 0.9), ("goal", "often.wrong"): (40, 10, 0.9)}
    monkeypatch.setattr(reliability, "_table", lambda: counted)
    return counted


@pytest.mark.usefixtures("table")
def test_a_rule_is_trusted_as_far_as_it_was_right_whatever_it_says_of_itself() -> None:
    assert reliability.reliability("goal", "often.right", 0.9, "both") > 0.95
    assert reliability.reliability("goal", "often.wrong", 0.9, "both") < 0.5
    assert reliability.reliability("goal", "never.seen", 0.99, "both") == UNSEEN_RIGHT
    assert reliability.reliability("match", "often.right", 0.9, "scored both") == UNSEEN_RIGHT


@pytest.mark.usefixtures("table")
def test_frames_that_are_told_apart_by_their_number_alone_are_counted_together() -> None:
    first, moved = (reliability.reliability("goal", f"often.right-{n}", 0.9, "both") for n in (4, 5))
    assert first == moved > 0.95


@pytest.mark.usefixtures("table")
def test_a_telling_that_is_surer_than_its_rule_usually_is_counts_for_more() -> None:
    usual, surer = (reliability.reliability("goal", "often.wrong", told, "both") for told in (0.9, 0.96))
    assert surer > usual


def test_a_side_that_is_named_where_its_score_stands_is_surer_than_one_carried_over() -> None:
    named, carried = (
        "Harland beat Castle Marden 2-1 on Saturday.",
        "Harland were at home to Castle Marden. They won 2-1.",
    )
    worth = [extract_document("a.txt", "0" * 64, text)["match_claims"][-1].confidence for text in (named, carried)]
    assert worth[0] > worth[1] + 0.1


def test_it_is_told_where_the_names_of_a_telling_stand() -> None:
    text = Text("Harland beat Castle Marden 2-1. Elio Varga, who is 24, scored. He has nine goals for the club.")
    for words, names, plainly in (
        ("Harland beat Castle Marden 2-1", ("Harland", "Castle Marden"), "both"),
        ("beat Castle Marden 2-1", ("Harland", "Castle Marden"), "next"),
        ("beat Castle Marden 2-1", ("Merrow", "Castle Marden"), "one"),
        ("beat", ("Harland", "Castle Marden"), "near"),
        ("24", ("Elio Varga",), "next"),
        ("nine goals", ("Elio Varga",), "none"),
        ("nine goals", (None,), "none"),
    ):
        start = text.normal.index(words)
        assert plainly_named(text, start, start + len(words), names) == plainly


def test_claims_carry_what_the_table_says() -> None:
    text = "Harland beat Castle Marden 2-1 on Saturday."
    [claim] = extract_document("a.txt", "0" * 64, text)["match_claims"]
    assert claim.confidence == reliability.reliability("match", claim.rule, 0.94, "scored next")


def test_the_table_counts_no_more_right_claims_than_claims() -> None:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) > 50
    assert len({(row["kind"], row["rule"]) for row in rows}) == len(rows)
    for row in rows:
        assert 0 <= int(row["right"]) <= int(row["judged"]) and 0 < float(row["usual"]) <= 1
