"""Day expressions -> what they say of a date: weekday, month and day, year, or words relative to the day of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from flows.extract.text.sought import Sought
from flows.extract.text.windows import Windows

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {m[:3]: i + 1 for i, m in enumerate(_MONTHS)} | {"sept": 9}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = r"(?P<month{0}>" + "|".join(_MONTHS) + r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year{0}>(?:19|20)\d\d))?"
_WEEKDAY = r"(?P<weekday{0}>" + "|".join(_DAYS) + r")\b(?! night live)"
_RELATIVE = (
    r"last (?:weekend|week|month|night|time out|year)\b|this (?:weekend|week|evening|month)\b|"
    r"next (?:weekend|week|month)\b|"
    r"yesterday|tonight|tomorrow|earlier this (?:month|week|year)|at the weekend|boxing day|new year's day|"
    r"(?:last|next) (?:" + "|".join(_MONTHS) + r")\b|"
    r"in (?:" + "|".join(_MONTHS) + r")\b(?! \d)"
)
_FORMS = (
    r"(?P<iso>(?:19|20)\d\d-\d\d-\d\d)",
    (rf"(?:on )?(?:(?:{_WEEKDAY})?,? )?(?:the )?{_DAY} (?:of )?{_MONTH}{_YEAR}").replace("{0}", "1"),
    (rf"(?:on )?(?:(?:{_WEEKDAY}),? )?{_MONTH} (?:the )?{_DAY}(?!\d|-\d){_YEAR}").replace("{0}", "2"),
    (rf"(?:(?:on|last|next|this) )?{_WEEKDAY}").replace("{0}", "3"),
    r"in (?:early |late |mid-)?(?P<month4>" + "|".join(_MONTHS) + r"),? (?P<year4>(?:19|20)\d\d)\b(?![-/]\d)",
    rf"(?P<relative>{_RELATIVE})",
    r"(?P<inyear>in (?:19|20)\d\d\b(?![-/]\d))",
)
_ALL = Sought("|".join(rf"(?<![\w-]){f}" for f in _FORMS).replace("{{", "{").replace("}}", "}"), at_figures=True)
_ENDS = (" ", ".", ",", "\n", ")", ";", ":", "'", '"', "-", "/", "?", "!")
_HINTS = (
    *(*_MONTHS, *_DAYS, *(short + end for short in _SHORT for end in _ENDS), "19", "20"),
    *("yesterday", "tonight", "tomorrow", "earlier this", "at the weekend", "boxing day", "new year's day"),
    *(f"last {word}" for word in ("weekend", "week", "month", "night", "time out", "year")),
    *(f"{which} {word}" for which in ("this", "next") for word in ("weekend", "week", "month", "evening")),
)
_WHERE = Windows(_HINTS, 40, 48)


_SHORT_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SHORT_DAY = re.compile(r"\((?P<day>mon|tues?|wed|thur?s?|fri|sat|sun)\)")  # "Harland 1-0 Brigg (Sat): ..."


class Day(NamedTuple):
    """What an expression says: any of year, month, day, weekday (Monday 0), or relative words."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str | None = None

    @property
    def iso(self) -> date | None:
        """The date where year, month and day are all said and exist."""
        if self.year and self.month and self.day:
            try:
                return date(self.year, self.month, self.day)
            except ValueError:
                return None
        return None


def find(lower: str) -> list[tuple[int, int, Day]]:
    """Day expressions of a lower-case text as (start, end, day); "on" belongs to the expression."""
    found = []
    for match in _matches(lower):
        day = _day({k: v for k, v in match.groupdict().items() if v})
        if day is not None:
            end = match.end() - (len(match.group()) - len(match.group().rstrip(" ,.")))
            found.append((match.start(), end, day))
    for short in _SHORT_DAY.finditer(lower) if "(" in lower else ():
        found.append((*short.span("day"), Day(weekday=_SHORT_DAYS.index(short["day"][:3]))))
    return found


def _matches(lower: str) -> Iterator[re.Match[str]]:
    for first, last in _WHERE.of(lower):
        yield from _ALL.finditer(lower, first, last)


def _day(said: dict[str, str]) -> Day | None:
    if "iso" in said:
        year, month, number = (int(p) for p in said["iso"].split("-"))
        return Day(year, month, number) if 1 <= month <= 12 and 1 <= number <= 31 else None
    if "relative" in said:
        return Day(relative=said["relative"])
    if "inyear" in said:
        return Day(year=int(said["inyear"][3:]))
    parts = {key[:-1]: value for key, value in said.items()}
    weekday = _DAYS.index(parts["weekday"]) if "weekday" in parts else None
    named = _SHORT[parts["month"][:3]] if "month" in parts else None
    day = int(parts["day"]) if "day" in parts else None
    if day is not None and not 1 <= day <= 31:
        return None
    return Day(int(parts["year"]) if "year" in parts else None, named, day, weekday)
