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
from flows.extract.text.beside import After, Before, Cues

_WINDOW, _FAR = 28, 90
_MONEY_BEFORE = re.compile(
    r"(?:debts?|losses|lose|loss|costs?|turnover|invest\w*|budget|worth|revenue|profits?|prize|takeover|clause|"
    r"stake|raised?|"
    r"spiralling|price tag|valued?|rated|income|wages?|over|any fee|if it's|above|would take|released|package)\b"
    r"[^.]{0,24}$"
)
_ACCOUNTS = re.compile(
    r"\b(?:debts?|turnover|revenues?|income|wage bill|wages|profits?|costs|losses|budget|takings|receipts|"
    r"bonus(?:es)?|salary)\b"
    r"(?:[^.;]|\.(?=\d)){0,60}$"
)
_MONEY_AFTER = re.compile(
    r"[ -](?:[a-z-]+ ){0,2}(?:debts?|takeover|investment|budget|stadium|loss|losses|turnover|prize|revenue|profit|"
    r"pay-?off|a week|a year|per|a-week|clause|bonus|stake|share|cash|valuation|price|package|wages?|rated|"
    r"in the bank|windfall|jackpot|tax)\b|-rated|-valued"
)
_ARGUED_AFTER = re.compile(r"[^.!;\n]{0,40}\?| (?:[\w']+ ){0,3}(?:would|could|might)\b")
_ARGUED_BEFORE = re.compile(
    r"\b(?:almost|nearly|would have|could have|might have) (?:paid|cost|spent|signed for|gone for) \W?$"
)
_CONVERTED = re.compile(
    r"(?:[\u00a3\u20ac$]\d[\d.,]* ?(?:million|billion|m|bn|k)?|\b(?:euros?|pounds?|dollars?|francs?|kronor|pesos?)) "
    r"\((?:[^().]|\.(?=\d)){0,24}$"
)
_PRICE = "price of a ticket or a thing"
_SUM = re.compile(r"[\u00a3\u20ac$]\d")


class _Passed(NamedTuple):
    """A reason with what must end right before the number, begin right after it, and be the number itself."""

    reason: str
    before: Before | None
    after: After | None
    number: re.Pattern[str] | None


@cache
def _table() -> tuple[_Passed, ...]:
    path = Path(vocabulary.__file__).parent / "passed_numbers.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(
            _Passed(
                row["reason"],
                Before(row["before"], _WINDOW) if row["before"] else None,
                After(row["after"]) if row["after"] else None,
                re.compile(row["number"]) if row["number"] else None,
            )
            for row in csv.DictReader(lines)
        )


@cache
def _cues() -> tuple[Cues[int], Cues[int]]:
    """Which lines hold before and after a place, looked up together."""
    lines = list(enumerate(_table()))
    return (
        Cues((line.before, i) for i, line in lines if line.before is not None),
        Cues((line.after, i) for i, line in lines if line.after is not None),
    )


@lru_cache(maxsize=1024)
def _lines_for(number: str) -> dict[int, _Passed]:
    """Those that a number so written can have."""
    return {i: p for i, p in enumerate(_table()) if p.number is None or p.number.fullmatch(number)}


def reason_to_pass(lower: str, start: int, end: int) -> str | None:
    """Why a reader passes over the number at a span of the lower-case text, None where nothing explains it."""
    lines = _lines_for(lower[start:end])
    ends, begins = _cues()
    before, after = ends.at(lower, start, lines), begins.at(lower, end, lines)
    for i, line in lines.items():
        if (line.after is None or i in after) and (line.before is None or i in before):
            return line.reason
    return None


def reason_to_pass_money(lower: str, start: int, end: int) -> str | None:
    """Why a sum is none of a transfer, a fine or a gift: a club's finances, a price only named, None where unclear."""
    before = lower[max(0, start - _FAR) : start]
    if _CONVERTED.search(before):
        return "sum told in another currency"
    if _MONEY_AFTER.match(lower, end) or _MONEY_BEFORE.search(before) or _ACCOUNTS.search(before):
        return "sum of a club's finances or a mere price"
    several = len(_SUM.findall(lower[max(0, start - 10) : end + 10])) > 1
    if several or _ARGUED_AFTER.match(lower, end) or _ARGUED_BEFORE.search(before):
        return "sums named for the sake of argument"
    reason = reason_to_pass(lower, start, end)
    return reason if reason == _PRICE else None
