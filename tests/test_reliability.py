"""Confidence is counted, not claimed: what the table of rules says is what claims carry."""

import csv
from pathlib import Path

import pytest

from flows import vocabulary
from flows.extract import extract_document, reliability
from flows.extract.reliability import UNSEEN_RIGHT

TABLE = Path(vocabulary.__file__).parent / "reliability.csv"


@pytest.fixture
def table(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], tuple[int, int, float]]:
    counted = {("goal", "often.right"): (400, 396, 0.9), ("goal", "often.wrong"): (40, 10, 0.9)}
    monkeypatch.setattr(reliability, "_table", lambda: counted)
    return counted


@pytest.mark.usefixtures("table")
def test_a_rule_is_trusted_as_far_as_it_was_right_whatever_it_says_of_itself() -> None:
    assert reliability.reliability("goal", "often.right", 0.9) > 0.95
    assert reliability.reliability("goal", "often.wrong", 0.9) < 0.5
    assert reliability.reliability("goal", "never.seen", 0.99) == UNSEEN_RIGHT
    assert reliability.reliability("match", "often.right", 0.9) == UNSEEN_RIGHT


@pytest.mark.usefixtures("table")
def test_a_telling_that_is_surer_than_its_rule_usually_is_counts_for_more() -> None:
    usual, surer = (reliability.reliability("goal", "often.wrong", told) for told in (0.9, 0.96))
    assert surer > usual


def test_claims_carry_what_the_table_says() -> None:
    text = "Harland beat Castle Marden 2-1 on Saturday."
    [claim] = extract_document("a.txt", "0" * 64, text)["match_claims"]
    assert claim.confidence == reliability.reliability("match", claim.rule, 0.94)


def test_the_table_counts_no_more_right_claims_than_claims() -> None:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) > 50
    assert len({(row["kind"], row["rule"]) for row in rows}) == len(rows)
    for row in rows:
        assert 0 <= int(row["right"]) <= int(row["judged"]) and 0 < float(row["usual"]) <= 1
