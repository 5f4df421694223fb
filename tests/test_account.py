"""Every number of a text has one row that says what became of it (`cases/account*.csv`)."""

from __future__ import annotations

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest

from flows.extract import extract_document

TABLES = sorted((Path(__file__).parent / "cases").glob("account*.csv"))
STORY = (
    "Northbridge Rovers moved within 4 points of the top three after a 3-1 win over Harrowfield Town on Saturday.\n\n"
    "Elio Varga, 24, struck twice in 11 minutes, his 15th and 16th goals of the season, before a crowd of 18,250.\n\n"
    '"One of us had to do it," said the twenty-one-times-capped Otis Hale, who cost £2.5m in 2019.\n'
)


def _rows() -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for table in TABLES:
        with table.open(encoding="utf-8", newline="") as lines:
            found += csv.DictReader(lines)
    return found


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['quote']} in {row['sentence'][:40]}")
def test_a_number_has_the_status_that_a_reader_gives_it(row: dict[str, str]) -> None:
    numbers = extract_document("case.txt", "0" * 64, row["sentence"].replace("¶", "\n\n"))["number_mentions"]
    told = [
        (n.status, n.reason or "") for n in numbers if n.quote == row["quote"] or row["quote"].startswith(n.quote + "-")
    ]
    assert (row["status"], row["reason"]) in told


def test_every_digit_is_accounted_for_once() -> None:
    numbers = extract_document("case.txt", "0" * 64, STORY)["number_mentions"]
    spans = [(n.char_start, n.char_end) for n in numbers]
    assert all(STORY[start:end] == n.quote for (start, end), n in zip(spans, numbers, strict=True))
    for digit in re.finditer(r"\d", STORY):
        assert sum(start <= digit.start() < end for start, end in spans) == 1


def test_a_run_of_digits_beyond_all_counting_is_a_code_without_a_value() -> None:
    for digits in ("7" * 400, "12345678901234567890123", "1" * 80 + ".5"):
        extract = extract_document("case.txt", "0" * 64, f"Northbridge Rovers won 2-1. Ticket {digits} won a prize.")
        row = next(n for n in extract["number_mentions"] if n.quote.startswith(digits[:9]))
        assert (row.value, row.status, row.reason) == (None, "ignored", "code of many digits")
        assert not any(c.value == float("inf") for c in extract["statistic_claims"])


def test_number_words_are_accounted_for() -> None:
    quotes = {n.quote for n in extract_document("case.txt", "0" * 64, STORY)["number_mentions"]}
    assert {"three", "twice", "One"} <= quotes


def test_spans_do_not_overlap() -> None:
    numbers = extract_document("case.txt", "0" * 64, STORY)["number_mentions"]
    spans = sorted((n.char_start, n.char_end) for n in numbers)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_fact_names_the_claim_that_holds_its_value() -> None:
    extract = extract_document("case.txt", "0" * 64, STORY)
    claims = {c.claim_id for table in ("match_claims", "goal_claims", "statistic_claims") for c in extract[table]}
    facts = [n for n in extract["number_mentions"] if n.status == "fact"]
    assert facts and all(n.claim_id in claims for n in facts)


def test_only_ignored_numbers_and_attributes_need_a_reason() -> None:
    numbers = extract_document("case.txt", "0" * 64, STORY)["number_mentions"]
    assert all(n.reason for n in numbers if n.status in ("ignored", "attribute"))
    assert all(n.claim_id is None for n in numbers if n.status in ("ignored", "unread"))


def test_the_minutes_of_a_list_are_accounted_for_where_prose_has_told_its_goals() -> None:
    text = (
        "Harland 2-1 Merrow\n\nLate goals from Iva Tor and Ben Orr gave Harland a 2-1 win over Merrow after Leo Danek "
        "had put the visitors in front on 12 minutes. Orr struck in the 94th minute.\n\n"
        "Harland: Keel, Ruh, Mackey, Teale, Gale, Farr (Sole 64), Reed, Tor, Orr, Pinner. Goals: Tor 70, Orr 90+4. "
        "Merrow: Lenart, Danek, Beck (Nash 46), Cole, Dunn, Foy, Grant, Hale, Innes, Kay, Lamb. Goals: Danek 12.\n"
    )
    extract = extract_document("case.txt", "0" * 64, text)
    goals = {goal.claim_id: goal.scorer for goal in extract["goal_claims"]}
    lists = text.index("Harland: Keel")
    told = {
        n.quote: (n.status, goals.get(n.claim_id or "")) for n in extract["number_mentions"] if n.char_start > lists
    }
    assert told["70"] == ("attribute", "Iva Tor")
    assert told["90"] == ("attribute", "Ben Orr")
    assert told["12"] == ("attribute", "Leo Danek")
    assert (told["64"], told["46"]) == (("ignored", None), ("ignored", None))
