"""The engine reads matches and ties in the case tables as a careful reader does, line by line.

A line listed in `cases/known_misses.csv` must still be missed, so that the list says what is true.
"""

from __future__ import annotations

import dataclasses

import pytest

from flows.extract import extract_document
from flows.extract.matches.results.frames import FIXTURES, MEETINGS, SCORED, UNSCORED
from flows.extract.matches.told import MatchTold
from flows.extract.text.sentence import Sentence
from flows.extract.text.structure import Span
from tests.shares import TABLES, is_read, known_misses, printed, shares
from tests.told_results import Case, Told, cases, expected, read

LEAST_SHARE = 0.72
MISSES = known_misses()
LINES = cases(*TABLES)


@pytest.mark.parametrize("case", [c for c in LINES if c[::2] not in MISSES], ids=lambda case: case.name)
def test_a_story_yields_the_matches_that_it_tells(case: Case) -> None:
    assert read(case) == expected(case)


@pytest.mark.parametrize("case", [c for c in LINES if c[::2] in MISSES], ids=lambda case: case.name)
def test_a_known_miss_is_still_missed(case: Case) -> None:
    assert not is_read(case), "now read: python -m tests.shares --tidy takes it off the list"


def test_every_known_miss_is_a_line_of_its_table_and_says_why() -> None:
    there = {case[::2] for case in LINES}
    tables = {case.table for case in LINES}
    assert [key for key, why in MISSES.items() if key[0] in tables and (key not in there or not why)] == []


def test_no_line_stands_twice() -> None:
    texts = [case.text for case in LINES]
    assert [text for text in texts if texts.count(text) > 1] == []


def test_no_smaller_share_of_the_lines_is_read_than_before() -> None:
    counted = shares()
    print(f"\n{printed(counted)}")
    found, there = (sum(pair[i] for pair in counted.values()) for i in (0, 1))
    assert there >= 350
    assert found / there >= LEAST_SHARE


def test_every_frame_is_needed_by_a_line() -> None:
    rules = {
        claim.rule
        for case in LINES
        for table in ("match_claims", "tie_claims")
        for claim in extract_document("case.txt", "0" * 64, case.text)[table]
    }
    assert {frame.rule for frame in (*SCORED, *UNSCORED, *FIXTURES, *MEETINGS)} - rules == set()


def told(**changes: object) -> MatchTold:
    sentence = Sentence(Span(0, 10), [], "")
    match = MatchTold(0, 10, "played", "Harland", "Wexcombe", 2, 1, "result.win.object", 0.9, sentence)
    return dataclasses.replace(match, **changes)  # type: ignore[arg-type]


def test_a_match_told_knows_each_sides_goals_and_its_pair() -> None:
    turned = told(team_1="Wexcombe", team_2="Harland", score_1=1, score_2=2)
    assert told().same_pair(turned)
    assert [match.score_of("Wexcombe") for match in (told(), turned)] == [1, 1]
    assert not told().same_pair(told(team_2="Ashvale"))


def test_a_match_told_twice_in_a_story_is_one_claim_with_the_score_that_only_one_telling_has() -> None:
    text = "Leeds won at Derby on Saturday. Leeds, who beat Derby 2-0, are third. The 2-0 win at Derby was their fifth."
    claims = extract_document("case.txt", "0" * 64, text)["match_claims"]
    assert [(c.team_1, c.score_1, c.score_2, c.team_2) for c in claims] == [("Leeds United", 2, 0, "Derby County")]


def test_two_results_of_one_pair_stay_two_claims() -> None:
    text = "Leeds beat Derby 2-0 on Saturday. In August Leeds lost 3-1 at Derby."
    claims = extract_document("case.txt", "0" * 64, text)["match_claims"]
    assert sorted((c.score_1, c.score_2) for c in claims) == [(1, 3), (2, 0)]


def test_the_notation_reads_a_result_whatever_the_order_of_its_sides() -> None:
    one, two = (
        Case("results", "f", "", written)
        for written in ("Harland 2-1 Wexcombe @Harland", "Wexcombe 1-2 Harland @Harland")
    )
    assert expected(one) == expected(two) == [Told("played", "Harland", "Wexcombe", "2", "1", "Harland", "regular", ())]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("A ?-? B scheduled @B (leg 2)", Told("scheduled", "A", "B", "?", "?", "B", "-", (("leg", "2"),))),
        ("B 1-1 A (pens 4-3)", Told("played", "A", "B", "1", "1", "-", "penalties 3-4", ())),
        ("A 3-2 B (aet)", Told("played", "A", "B", "3", "2", "-", "extra_time", ())),
        ("tie A 3-3 B (winner B)", Told("tie", "A", "B", "3", "3", "?", "B", ())),
    ],
)
def test_the_notation_tells_status_home_ending_and_winner(written: str, found: Told) -> None:
    assert expected(Case("results", "f", "", written)) == [found]


def test_a_line_that_is_no_notation_is_refused() -> None:
    with pytest.raises(ValueError, match=r"see tests/cases/README\.md"):
        expected(Case("results", "f", "", "Harland beat Wexcombe"))
