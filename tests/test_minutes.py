"""Minute expressions and the minute of play they mean (`cases/minutes.csv`); "+7" counts from the last minute told."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from flows.extract.text.minutes import Minute, find

TABLE = Path(__file__).parent / "cases" / "minutes.csv"


def _cases() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _minute(row: dict[str, str]) -> list[Minute]:
    if not row["minute"]:
        return []
    if row["minute"].startswith("+"):
        return [Minute(None, None, int(row["minute"]))]
    return [Minute(int(row["minute"]), int(row["added_time"]) if row["added_time"] else None)]


@pytest.mark.parametrize("row", _cases(), ids=lambda row: row["text"])
def test_an_expression_means_its_minute(row: dict[str, str]) -> None:
    text = f"the ball went in {row['text']} and they cheered"
    assert [minute for _, _, minute in find(text)] == _minute(row)


def test_the_span_is_the_expression() -> None:
    text = "it fell in the 80th minute of the match"
    [(start, end, _)] = find(text)
    assert text[start:end] == "in the 80th minute"


def test_no_minute_lies_beyond_extra_time() -> None:
    assert find("in the 140th minute") == []


def test_a_text_without_minutes_has_none() -> None:
    assert find("the first goal of the second half") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("he struck in the 22nd and 61st minutes", [22, 61]),
        ("he struck on 12, 34 and 80 minutes", [12, 34, 80]),
        ("he struck after five and 23 minutes", [5, 23]),
        ("he struck in the 29th and 61st.", [29, 61]),
        ("in the third and fourth rounds", []),
        ("for 15 and 20 minutes", []),
    ],
)
def test_minutes_told_together_are_a_minute_each(text: str, told: list[int]) -> None:
    assert [minute.minute for _, _, minute in find(text)] == told
