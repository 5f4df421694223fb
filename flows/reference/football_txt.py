"""Official results as Football.TXT of openfootball: headings, days, and a match a line.

    = Italian Serie A 2019/20
    » Matchday 1
      Sat Aug/24 2019
        18.00  Parma Calcio 1913    v Juventus FC    0-1 (0-1)
        Home  4-2 pen. 1-1 a.e.t. (1-1, 0-1)  Away

The score may stand between the sides or after them. A day without a year is the one next to the day before it. Who
scored, comments, group lists and grounds are passed over; any other line is an error, so that nothing is lost unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flows.reference.game import Game, season_of, wrong

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MONTH = "|".join(_MONTHS)
_TITLE = re.compile(r"=+\s*(?P<competition>.+?),?\s+(?P<season>\d{4}(?:[/-]\d{2,4})?)\s*=*")
_ROUND = re.compile(
    r"(?:[»▪►>]+\s*(?P<marked>.+))|(?P<bare>(?:Matchday|Round|Group|Week|Spieltag|Final|Finals|Semi-?finals?"
    r"|Quarter-?finals?|Last|Play-?offs?|Preliminary|Third place)\b[\w ,.-]*)"
)
_DAY = re.compile(
    rf"\[?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\.?\s+)?(?:(?P<month>{_MONTH})\w*[/ ]\s*(?P<day>\d{{1,2}})"
    rf"|(?P<day_first>\d{{1,2}})[/ ](?P<month_last>{_MONTH})\w*)\s*,?\s*(?P<year>\d{{4}})?\]?(?P<rest>\s.*)?"
)
_ISO = re.compile(r"\[?(?P<iso>\d{4}-\d\d-\d\d)\]?(?P<rest>\s.*)?")
_PAIR = r"\d{1,2}\s?-\s?\d{1,2}"
_SCORE = re.compile(
    rf"(?P<first>{_PAIR})(?:\s*(?P<pen>pen\.?)(?:\s*(?P<after>{_PAIR}))?)?(?:\s*(?P<aet>a\.?e\.?t\.?))?(?:\s*\([^)]*\))?"
)
_BETWEEN = re.compile(rf"(?P<home>\S.*?)\s+(?P<score>{_SCORE.pattern})\s+(?P<away>(?:\d+\.? )?[^\d\s(].*?)")
_VERSUS = re.compile(rf"(?P<home>\S.*?)\s+(?:v|vs|-)\.?\s+(?P<away>\S.*?)(?:\s+(?P<score>{_SCORE.pattern}))?")
_LEAD = re.compile(r"(?:\(\d+\)\s*)?(?:\d{1,2}[.:]\d\d(?:h|\s*UTC\S*)?\s+)?")
_TAIL = re.compile(r"\s+(?:@\s.*|\[[^\]]*\]|#.*)$")
_GOALS = re.compile(r"^[(\[].*|.*\d['’](?:\D|$).*|none;.*|-;.*|.*;\s*-$")
_PASSED = re.compile(r"^(?:Group \w+\s*[|:].*|(?:Matchday|Round|Final)[^|]*\|.*|\|.*|-+|={3,})$")


@dataclass
class _Place:
    """Where in the file the reading is: what the headings and the last day say."""

    competition: str | None = None
    season: str | None = None
    round: str | None = None
    day: date | None = None
    last_day: date | None = None


def games(path: Path, text: str) -> Iterator[Game]:
    """The matches of a file. Raises PressboxError with the line that says nothing that the format knows."""
    place = _Place()
    for number, written in enumerate(text.splitlines(), 1):
        line = written.partition("#")[0].strip() if "#" in written else written.strip()
        if line and not _heading(path, number, line, place):
            game = _match(path, number, line, place)
            if game:
                yield game


def _heading(path: Path, number: int, line: str, place: _Place) -> bool:
    """Whether the line was a title, a round or a day, or holds nothing for us; `place` has moved then."""
    if line.startswith("=") and not _PASSED.fullmatch(line):
        title = _TITLE.fullmatch(line)
        season = season_of(title["season"]) if title else None
        if title is None or season is None:
            raise wrong(path, number, f"'{line}' names no competition and season, as = Serie A 2019/20 does")
        place.competition, place.season = title["competition"], season
        place.round = place.day = place.last_day = None
        return True
    if _PASSED.fullmatch(line):
        return True
    if round_line := _ROUND.fullmatch(line):
        place.round, place.day = (round_line["marked"] or round_line["bare"]).strip(), None
        return True
    return _day_line(path, number, line, place)


def _day_line(path: Path, number: int, line: str, place: _Place) -> bool:
    found = _ISO.fullmatch(line) or _DAY.fullmatch(line)
    if found is None or (found["rest"] or "").strip():
        return False
    try:
        place.day = date.fromisoformat(found["iso"]) if "iso" in found.groupdict() else _day(found, place)
    except ValueError:
        raise wrong(path, number, f"'{line}' is no day of the calendar") from None
    place.last_day = place.day
    return True


def _day(found: re.Match[str], place: _Place) -> date:
    month = _MONTHS.index((found["month"] or found["month_last"])[:3]) + 1
    day = int(found["day"] or found["day_first"])
    if found["year"]:
        return date(int(found["year"]), month, day)
    if place.last_day is None:
        start = int((place.season or "1900")[:4])
        return date(start + (month < 7 and "-" in (place.season or "")), month, day)
    last = place.last_day
    near = [date(year, month, day) for year in range(last.year - 1, last.year + 2) if _exists(year, month, day)]
    return min(near, key=lambda one: abs((one - last).days)) if near else date(last.year, month, day)


def _exists(year: int, month: int, day: int) -> bool:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (month, day) != (2, 29) or leap


def _match(path: Path, number: int, line: str, place: _Place) -> Game | None:
    bare = line[_LEAD.match(line).end() :]  # type: ignore[union-attr] # it matches nothing at least
    while (shorter := _TAIL.sub("", bare)) != bare:
        bare = shorter
    found = _VERSUS.fullmatch(bare) or _BETWEEN.fullmatch(bare)
    if found is None:
        if _GOALS.fullmatch(line):
            return None
        raise wrong(path, number, f"'{line[:60]}' is no heading, no day and no match")
    if place.competition is None or place.season is None:
        raise wrong(path, number, "a match stands before any heading; begin with = COMPETITION SEASON")
    score = _score(found) if found["score"] else (None, None, None, None, None)
    return Game(number, place.day, place.season, place.competition, place.round, found["home"], found["away"], *score)


def _score(found: re.Match[str]) -> tuple[int | None, int | None, str | None, int | None, int | None]:
    first, after = _pair(found["first"]), found["after"]
    if not found["pen"]:
        return *first, "extra_time" if found["aet"] else "regular", None, None
    return *(_pair(after) if after else (None, None)), "penalties", *first


def _pair(text: str) -> tuple[int, int]:
    home, _, away = text.partition("-")
    return int(home), int(away)
