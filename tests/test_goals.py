"""Stories with made-up clubs and players, and the goals that a careful reader finds in them (`cases/goals_*.csv`).

`match` is the story's first sentence, `text` what follows (¶ begins a paragraph), `expected` one goal after another as
"scorer [minute] [kind] [xN] for side [v opponent]"; where the side is left out or "-", any will do.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from flows.extract import extract_document
from flows.extract.claims import GoalClaim

TABLES = sorted((Path(__file__).parent / "cases").glob("goals_*.csv"))
GOAL = re.compile(
    r"(?P<scorer>.+?)(?: (?P<minute>\d+))?(?: (?P<kind>header|penalty|own_goal|free_kick))?(?: x(?P<n>\d))?"
    r"(?: for (?P<team>.+?)(?: v (?P<opponent>.+))?)?"
)
LEAST_SURE = 0.3


class Case(NamedTuple):
    """A line of a table."""

    table: str
    family: str
    text: str
    expected: str


def _cases() -> list[Case]:
    found = []
    for table in TABLES:
        with table.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                text = f"{row['match']} {row['text']}".replace("¶", "\n")
                found.append(Case(table.stem, row["family"], text, row["expected"]))
    return found


def _told(text: str) -> list[GoalClaim]:
    claims: list[GoalClaim] = extract_document("case.txt", "0" * 64, text)["goal_claims"]
    assert all(text[c.char_start : c.char_end] == c.quote for c in claims)
    return claims


def _expected(text: str) -> list[dict[str, str]]:
    return [found.groupdict() for part in text.split("; ") if part and (found := GOAL.fullmatch(part))]


def _fits(claim: GoalClaim, goal: dict[str, str]) -> bool:
    side = goal["team"] in (None, "-", claim.team) and goal["opponent"] in (None, claim.opponent)
    minute = None if goal["minute"] is None else int(goal["minute"])
    named = (claim.scorer, claim.minute, claim.kind, claim.n)
    return side and named == (goal["scorer"], minute, goal["kind"] or "open_play", int(goal["n"] or 1))


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case.table}-{case.family}: {case.text[-50:]}")
def test_a_story_yields_its_goals_and_no_others(case: Case) -> None:
    left = _told(case.text)
    for goal in _expected(case.expected):
        hit = next((c for c in left if _fits(c, goal)), None)
        assert hit is not None, f"not told: {goal}; told {left}"
        left.remove(hit)
    assert left == []


def test_every_expectation_can_be_read() -> None:
    assert all(len(_expected(case.expected)) == len([p for p in case.expected.split("; ") if p]) for case in _cases())


def test_the_tables_cover_the_families() -> None:
    assert len(_cases()) >= 100
    assert len({(case.table, case.family) for case in _cases()}) >= 25


def test_a_side_has_no_more_goals_than_the_score_says() -> None:
    match = "Harland City beat Marden Athletic 1-0."
    text = f"{match} Ivo Lenart scored after 12 minutes. Joss Beck added a second for Harland."
    assert sum(claim.n for claim in _told(text) if claim.team == "Harland City") == 1


def test_a_goal_told_twice_is_surer_than_one_told_once() -> None:
    once = "Harland City drew 2-2 with Ashvale United. Ivo Lenart scored for Harland."
    twice = f"{once} Lenart struck in the 30th minute."
    assert _told(twice)[0].confidence > _told(once)[0].confidence


def test_a_goal_that_fills_the_score_is_surer_than_one_of_many() -> None:
    goal = "Ivo Lenart scored for Harland."
    filled, one_of_many = (
        _told(f"Harland City beat Ashvale United 1-0. {goal}"),
        _told(f"Harland City beat Ashvale United 4-0. {goal}"),
    )
    assert filled[0].confidence > one_of_many[0].confidence


def test_an_epithet_is_less_sure_than_a_name() -> None:
    named = _told("Harland City beat Ashvale United 2-0. Sam Tarrow passed to Joss Beck and Beck scored for Harland.")
    meant = _told(
        "Harland City beat Ashvale United 2-0. Sam Tarrow passed to Joss Beck and the winger scored for Harland."
    )
    assert LEAST_SURE < meant[0].confidence < named[0].confidence


def test_a_score_line_decides_whose_goal_it_is() -> None:
    told = _told("Harland City 2-0 Ashvale United\nIvo Lenart scored and Joss Beck made it 2-0.")
    assert [claim.team for claim in told] == ["Harland City", "Harland City"]
