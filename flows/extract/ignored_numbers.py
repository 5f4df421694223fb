"""Why a careful reader passes over a number: formations, distances, clock times, figures of speech, mere counts.

The reasons are data (`vocabulary/passed_numbers.csv`): what stands before or after such a number and how it is
written, as regular expressions on the lower-case text, tried in order. No line may match a number that measures a
team, a player or an event: what no line explains stays unread. `vocabulary/kept_numbers.csv` is written alike and says
which words always state a fact: a number among them that no claim holds is unread, whatever else could explain it.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from flows import vocabulary
from flows.extract.text.beside import After, Before, Cues

_WINDOW, _KEPT_WINDOW, _FAR = 28, 44, 90
_MONEY_BEFORE = re.compile(
    r"(?:debts?|losses|lose|loss|costs|costs? of|(?:will|would|to|could|might|may|can) cost|"
    r"turnover|invest\w*|budget|worth|revenue|profits?|prize|takeover|clause|"
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


class _Line(NamedTuple):
    """What a line says of a number; what must end right before it, begin right after it, and be the number itself."""

    says: str
    before: Before | None
    after: After | None
    number: re.Pattern[str] | None


class _Lines:
    """The lines of one table, looked up together: first who could have the number, then what stands beside it."""

    def __init__(self, name: str, window: int) -> None:
        path = Path(vocabulary.__file__).parent / name
        with path.open(encoding="utf-8", newline="") as lines:
            self._lines = [
                _Line(
                    says,
                    Before(before, window) if before else None,
                    After(after) if after else None,
                    re.compile(number) if number else None,
                )
                for says, before, after, number in [*csv.reader(lines)][1:]
            ]
        numbered = list(enumerate(self._lines))
        self._before = Cues((line.before, i) for i, line in numbered if line.before is not None)
        self._after = Cues((line.after, i) for i, line in numbered if line.after is not None)
        self._alone = [i for i, line in numbered if line.before is None and line.after is None]
        self._for_number = lru_cache(maxsize=1024)(self._of_number)

    def _of_number(self, number: str) -> dict[int, _Line]:
        return {i: p for i, p in enumerate(self._lines) if p.number is None or p.number.fullmatch(number)}

    def says(self, lower: str, start: int, end: int) -> str | None:
        """What the first line says that holds of the number at a span, None where none does."""
        lines = self._for_number(lower[start:end])
        if not lines:
            return None
        before, after = self._before.at(lower, start, lines), self._after.at(lower, end, lines)
        for i in sorted({*before, *after, *self._alone}):
            line = lines.get(i)
            if line and (line.after is None or i in after) and (line.before is None or i in before):
                return line.says
        return None


@cache
def _passed() -> _Lines:
    return _Lines("passed_numbers.csv", _WINDOW)


@cache
def _kept() -> _Lines:
    return _Lines("kept_numbers.csv", _KEPT_WINDOW)


def reason_to_pass(lower: str, start: int, end: int) -> str | None:
    """Why a reader passes over the number at a span of the lower-case text, None where nothing explains it."""
    return _passed().says(lower, start, end)


def states_a_fact(lower: str, start: int, end: int) -> bool:
    """Whether the words around the number at a span always make a measure of it."""
    return _kept().says(lower, start, end) is not None


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
