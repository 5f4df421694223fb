"""Text that is dense with numbers is read in time that grows as the text does: counted in steps, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from flows.extract import extract_document

SIDES = ("Arsenal", "Port Ellery", "Chelsea", "Harland", "Everton", "Brigg Town", "Fulham")


def table(lines: int) -> str:
    """A league table printed as text."""
    return "".join(
        f"{n + 1} {SIDES[n % 7]} {n % 38} {n % 19} {n % 11} {n % 8} {n % 60}-{n % 47} {n % 90}\n" for n in range(lines)
    )


def results(lines: int) -> str:
    """Sentence upon sentence with a score, a minute, a day and a tally."""
    told = (
        f"{SIDES[n % 7]} beat {SIDES[(n * 3 + 1) % 7]} {n % 5 + 1}-{n % 2} in the {n % 89 + 1}th minute on "
        f"{n % 28 + 1} March, their {n % 8 + 2}th win in {n % 20 + 10} games."
        for n in range(lines)
    )
    return " ".join(told)


def scores(lines: int) -> str:
    """Scores and figures without a word between."""
    return "\n".join(" ".join(f"{(n + i) % 10}-{i % 7}" for i in range(12)) + f", {n * 37}" for n in range(lines))


def steps(text: str) -> int:
    """How many byte-code instructions it takes to read a text."""
    count = 0

    def step(frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return step

    extract_document("warm.txt", "0" * 64, text)
    before = sys.gettrace()
    sys.settrace(step)
    try:
        extract_document("case.txt", "0" * 64, text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("dense", [table, results, scores])
def test_three_times_the_numbers_take_about_three_times_the_steps(dense: Callable[[int], str]) -> None:
    assert steps(dense(60)) < 4 * steps(dense(20))
