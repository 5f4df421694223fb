"""Sentences with made-up clubs and players, and the measures that a reader finds in them (`cases/measures_*.csv`).

A row is one expected measure; rows with the same sentence belong together, and a row without a metric expects none.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from flows.extract import extract_document
from flows.extract.measures.frames.families import ALL

TABLES = sorted((Path(__file__).parent / "cases").glob("measures_*.csv"))
ATTRIBUTES = ("competition", "season", "other", "qualifier")
Row = dict[str, str]


def _cases() -> list[tuple[str, list[Row]]]:
    by_sentence: dict[str, list[Row]] = defaultdict(list)
    for table in TABLES:
        with table.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                by_sentence[row["sentence"]].append(row)
    return list(by_sentence.items())


def _told(sentence: str) -> dict[tuple[str, str, float], dict[str, str]]:
    claims = extract_document("case.txt", "0" * 64, sentence)["statistic_claims"]
    assert all(sentence[c.char_start : c.char_end] == c.quote for c in claims)
    return {
        (c.subject, c.metric, c.value): {a: str(getattr(c, a) or "") for a in ATTRIBUTES}
        | {"matches": "" if c.matches is None else str(c.matches)}
        for c in claims
    }


@pytest.mark.parametrize(("sentence", "rows"), _cases(), ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_a_sentence_yields_its_measures_and_no_others(sentence: str, rows: list[Row]) -> None:
    expected = {(r["subject"], r["metric"], float(r["value"])): r for r in rows if r["metric"]}
    told = _told(sentence.replace("¶", "\n\n"))
    assert set(told) == set(expected)
    for key, row in expected.items():
        assert told[key] == {name: row[name] for name in (*ATTRIBUTES, "matches")}


def test_every_phrase_family_has_cases() -> None:
    assert len(_cases()) >= 120


def test_each_phrase_has_a_rule_of_its_own() -> None:
    assert len({frame.rule for frame in ALL}) == len(ALL)


def test_no_phrase_is_written_twice_for_one_measure() -> None:
    written = Counter((frame.effect, frame.pattern, frame.who) for frame in ALL)
    assert [phrase for phrase, n in written.items() if n > 1] == []
