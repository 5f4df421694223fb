"""Words for a day -> what they say of it: counted from the day of writing, a part of a date, a weekday.

In: a claim's `date_text` and its match's status; out: `Spoken`. "on Tuesday" of a match that was played is one of the
six days before the story or its own, of one to come one of the six after; "last month" is a month of the calendar.
A month with a day may lie far off and counts nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = dict(zip("a one two three four five six seven eight nine ten".split(), (1, *range(1, 11)), strict=True))
_NUMBERS["the"] = 1

_MONTH = re.compile(r"\b(" + "|".join(m[:3] + (f"(?:{m[3:]})?" if m[3:] else "") for m in _MONTHS) + r"|sept)\b")
_NUMBER_OF_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\d/-])")
_WEEKDAY = re.compile(r"\b(" + "|".join(_DAYS) + r")\b")
_FROM_OTHER = re.compile(
    r"^(?:on )?(?P<n>"
    + "|".join(_NUMBERS)
    + r"|\d{1,2}) (?P<unit>day|night|week)s? (?P<way>before|after|earlier|later)"
)

# Words -> days from the day of writing to the match, of one that was played and of one to come.
_NEAR: tuple[tuple[str, tuple[int, int], tuple[int, int]], ...] = (
    ("last night", (-1, 0), (-1, 0)),
    ("yesterday", (-1, -1), (-1, -1)),
    ("tomorrow", (1, 1), (1, 1)),
    ("last weekend", (-9, -1), (-9, -1)),
    ("next weekend", (1, 13), (1, 13)),
    ("weekend", (-9, 0), (0, 8)),
    ("last week", (-13, -1), (-13, -1)),
    ("next week", (1, 13), (1, 13)),
    ("this week", (-6, 0), (0, 6)),
    ("last time out", (-21, -1), (-21, -1)),
    ("tonight", (-1, 0), (0, 0)),
    ("this evening", (-1, 0), (0, 0)),
    ("today", (-1, 0), (0, 0)),
)
_MONTHS_OFF = (("last month", -1), ("this month", 0), ("next month", 1))
_YEARS_OFF = (("last year", -1), ("this year", 0), ("next year", 1))


class Spoken(NamedTuple):
    """`near` days from writing to match, `months` and `years` of the calendar from one to the other; parts of a date;
    `from_other`: days from another match of the story to this one, by words that may name it."""

    near: tuple[int, int] | None = None
    months: int | None = None
    years: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    from_other: int | None = None


@cache
def spoken(text: str, played: bool) -> Spoken:
    """What the words say; nothing for words that say nothing of a day."""
    words = " ".join(text.lower().split())
    other = _FROM_OTHER.match(words)
    if other is not None:
        return Spoken(from_other=_days_off(other))
    year, month = _YEAR.search(words), _MONTH.search(words)
    number = _NUMBER_OF_DAY.search(_YEAR.sub(" ", words)) if month else None
    weekday = _WEEKDAY.search(words)
    parts = Spoken(
        year=int(year.group(1)) if year else None,
        month=_month(month.group(1)) if month else None,
        day=int(number.group(1)) if number and 1 <= int(number.group(1)) <= 31 else None,
        weekday=_DAYS.index(weekday.group(1)) if weekday else None,
    )
    if month or year:
        return parts
    months = next((off for name, off in _MONTHS_OFF if name in words), None)
    years = next((off for name, off in _YEARS_OFF if name in words), None)
    near = None if months is not None or years is not None else _near(words, weekday is not None, played)
    return parts._replace(near=near, months=months, years=years)


def _near(words: str, is_weekday: bool, played: bool) -> tuple[int, int] | None:
    if is_weekday and re.search(r"\blast\b", words):
        return -13, -1
    if is_weekday and re.search(r"\bnext\b", words):
        return 1, 13
    if is_weekday:
        return (-6, 0) if played else (0, 6)
    return next((past if played else to_come for name, past, to_come in _NEAR if name in words), None)


def _days_off(other: re.Match[str]) -> int:
    said = other.group("n")
    count = _NUMBERS[said] if said in _NUMBERS else int(said)
    days = count * (7 if other.group("unit") == "week" else 1)
    return -days if other.group("way") in ("before", "earlier") else days


def _month(name: str) -> int:
    return next(at for at, month in enumerate(_MONTHS, start=1) if month.startswith(name[:3]))
