"""Why a careful reader passes over a number: formations, distances, clock times, figures of speech, mere counts.

The reasons are data (`vocabulary/passed_numbers.csv`): what stands before or after such a number and how it is
written, as regular expressions on the lower-case text, tried in order. No line may match a number that measures a
team, a player or an event: what no line explains stays unread.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from flows import vocabulary
from flows.extract.beside import After, Before, Cues

_WINDOW = 28
_MONEY_BEFORE = re.compile(
    r"(?:debts?|losses|lose|loss|costs?|turnover|invest\w*|budget|worth|revenue|profits?|prize|takeover|clause|"
    r"stake|raised?|"
    r"spiralling|price tag|valued?|rated|income|wages?|over|any fee|if it's|above|would take|released|package)\b"
    r"[^.]{0,24}$"
)
_MONEY_AFTER = re.compile(
    r"[ -](?:[a-z-]+ ){0,2}(?:debts?|takeover|investment|budget|stadium|loss|losses|turnover|prize|revenue|profit|"
    r"pay-?off|a week|a year|per|a-week|clause|bonus|stake|share|cash|valuation|price|package|wages?|rated|"
    r"in the bank|windfall|jackpot|tax)\b|-rated|-valued"
)
_SUM = re.compile(r"[\u00a3\u20ac$]\d")


class _Passed(NamedTuple):
    """A reason: whether it asks for what ends right before the number, for what begins right after, and how the
    number itself is written."""

    reason: str
    before: bool
    after: bool
    number: re.Pattern[str] | None


class _Reasons(NamedTuple):
    """The lines of the table, and their expressions looked up together: which lines hold before and after a place."""

    lines: tuple[_Passed, ...]
    before: Cues[int]
    after: Cues[int]


@cache
def _reasons() -> _Reasons:
    path = Path(vocabulary.__file__).parent / "passed_numbers.csv"
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    return _Reasons(
        tuple(
            _Passed(
                row["reason"],
                bool(row["before"]),
                bool(row["after"]),
                re.compile(row["number"]) if row["number"] else None,
            )
            for row in rows
        ),
        Cues((Before(row["before"], _WINDOW), line) for line, row in enumerate(rows) if row["before"]),
        Cues((After(row["after"]), line) for line, row in enumerate(rows) if row["after"]),
    )


@lru_cache(maxsize=1024)
def _lines_for(number: str) -> tuple[int, ...]:
    """Those that a number so written can have."""
    return tuple(i for i, p in enumerate(_reasons().lines) if p.number is None or p.number.fullmatch(number))


def reason_to_pass(lower: str, start: int, end: int) -> str | None:
    """Why a reader passes over the number at a span of the lower-case text, None where nothing explains it."""
    reasons = _reasons()
    before, after = reasons.before.at(lower, start), reasons.after.at(lower, end)
    for i in _lines_for(lower[start:end]):
        line = reasons.lines[i]
        if (not line.after or i in after) and (not line.before or i in before):
            return line.reason
    return None


def reason_to_pass_money(lower: str, start: int, end: int) -> str | None:
    """Why a sum is none of a transfer, a fine or a gift: a club's finances, a price only named, None where unclear."""
    if _MONEY_AFTER.match(lower, end) or _MONEY_BEFORE.search(lower[max(0, start - 44) : start]):
        return "sum of a club's finances or a mere price"
    near = lower[max(0, start - 10) : end + 10]
    return "sums named for the sake of argument" if len(_SUM.findall(near)) > 1 else None
