"""A list of scorers -> who scored and when: "Lenart 12, Beck (pen) 45+2'; Osman og 66", "12' Lenart", "Lenart (2)".

In: a stretch of the normal text that begins with the list. Out: its entries, each with the number of its part (";", a
dash or a new line parts the sides), and where the list ends. What follows is none of this file's business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.extract.text.sentence import Sentence

_WORD = r"[A-ZÀ-Þ][\w'.-]*"
_PARTICLE = r"(?:v[ao]n|de[rn]?|da|do|dos|di|du|del|la|le|el|al|ter|ten|te|bin|ben|y)"
_CALLED = rf"(?:\"{_WORD}\" )?"
NAME = rf"(?:{_PARTICLE} )*(?:{_WORD})(?: (?:{_PARTICLE} ){{0,2}}{_CALLED}(?!(?:OG|PEN|P|[xX]\d)\b){_WORD}){{0,3}}?"
_MARK = r"(?:[Pp]ens?|PENS?|PK|pk|penalty|og|OG|o\.g|o/g|[Oo]wn[- ][Gg]oal|p|P|h|header|hdr|fk|FK|free[- ]kick)\b\.?"
_UNIT = r"(?:st\b|nd\b|rd\b|th\b)?(?: ?(?:'|mins?\b\.?|minutes?\b|m\b)|\.(?=[,;) ]))?"
_TIME = rf"'?\d{{1,3}}'?(?: ?\+ ?\d{{1,2}})?{_UNIT}"
_MOMENT = rf"(?:\(?{_MARK}\)?(?:,? |-))?{_TIME}(?:,? ?\(?{_MARK}\)?)?"
_MOMENTS = rf"(?:{_MARK},? )?{_MOMENT}(?:(?:, ?| and | & |/| ){_MOMENT})*"
_RUNNING = r"(?:(?P<running>\d{1,2}[-:]\d{1,2})[ :,]+)?"
_RAN = r"(?:(?P<ran>\d{1,2}[-:]\d{1,2})[ :,]+)?"
_MADE = r"(?: ?[(\[](?P<made>\d{1,2}[-:]\d{1,2})[)\]])?"
_ENTRY = re.compile(
    rf"{_RUNNING}(?P<name>{NAME}),?(?: \(?(?P<mark>{_MARK})\)?,?)?"
    rf"(?: ?\((?P<inner>{_MOMENTS})\)| (?P<fold>\d)[xX]\b| (?:- (?=\d{{1,3}}'))?(?P<open>{_MOMENTS})|"
    r",? [xX] ?(?P<times>\d)\b|"
    r"(?=\s*(?:[,;)/|.]|&|- |$|\n)| and\b))"
    rf"(?: ?\((?P<late>{_MARK})\))?{_MADE}"
)
_MINUTE_FIRST = re.compile(
    rf"{_RUNNING}(?:(?:M|[Mm]in)\.? ?)?(?P<open>{_TIME}):? {_RAN}(?P<name>{NAME})(?:,? \(?(?P<mark>{_MARK})\)?)?"
    r"(?:(?<!\.) \(?(?P<made>\d{1,2}[-:]\d{1,2})\)?)?"
    r"(?: \([A-Z][\w' -]{2,30}\)(?= *(?:$|\n)))?(?=\s*(?:[,;.)]|and\b|$|\n))"
)
_ITEM = re.compile(
    rf"(?:\(?(?P<before>{_MARK})\)?(?:,? |-))?'?(?P<minute>\d{{1,3}})'?(?: ?\+ ?(?P<added>\d{{1,2}}))?(?P<unit>{_UNIT})"
    rf"(?:,? ?\(?(?P<after>{_MARK})\)?)?"
)
_BETWEEN = re.compile(
    r"(?: for (?:[A-Z]\w+ ?){1,3}(?=[;.]))?"
    r"\s*(?:\.(?= \d{1,2}[-:]\d)|(?P<part>;|/|\||-|\n|[Aa]gainst\b|v\b)|,)?\s*(?:and |& )?"
)
_WITHIN = re.compile(_MOMENTS)
_NO_NAME = re.compile(
    r"(?:Att\w*|HT|FT|AET|ET|Half|Full|Agg\w*|Crowd|Pens?|Kick|KO|Ref\w*|Subs?\w*|Booked|Yellow|Red|Sent|Venue|"
    r"Goals?|Comments?|Shares?|Likes|Views|Replies|Photos?|Pictures?|Images?|Videos?|Posts?|Votes|Page|Read|Share|"
    r"Scorers?|M(?!\.? [A-Z]{3})|Min|Man|Star|Group|Pool|After|On|In|The|None|Second|First|"
    r"January|February|July|September|October|November|December)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:OG|Og|O\.G\.?|[Oo]wn [Gg]oal)\.?")  # a goal of a man whom the list does not name
_LAST = 130
_MOST_EACH = 6
_FEWEST_MARKED, _USUAL_MARK, _BEST_MARK = 4, 4, 10


@dataclass
class Listed:
    """A goal of a list (`n` goals without minutes); spans in the normal text, `part` counts the sides' lists."""

    start: int
    end: int
    name: str
    minute: int | None
    added_time: int | None
    kind: str
    part: int
    n: int = 1
    running: tuple[int, int] | None = None
    team: str | None = None
    sentence: Sentence | None = None


def read_list(normal: str, start: int, end: int) -> tuple[list[Listed], int]:
    """The entries of a list that begins at `start`, and where it ends; none where none begins there."""
    found: list[Listed] = []
    part, position = 0, start
    while position < end:
        entry = _entry(normal, position, end)
        if entry is None or _NO_NAME.match(entry.group("name")):
            break
        read = _goals(entry, part)
        if not read:
            break
        if _NOBODY.fullmatch(entry.group("name")) is None:
            found += _with_score(read, entry.group("running") or entry.group("made") or entry.groupdict().get("ran"))
        between = _BETWEEN.match(normal, entry.end(), end)
        if between is None or between.end() == entry.end():
            return _counted(found), entry.end()
        if not between.group().strip(" "):
            part = 1  # two columns: the other side's scorer stands beside one of the first
        elif part == 1 and "\n" in between.group() and _columns(found, normal):
            part = 0
        else:
            part += between.group("part") is not None
        position = between.end()
    return _counted(found), found[-1].end if found else start


def _columns(found: list[Listed], normal: str) -> bool:
    """Whether the last two entries stand side by side with nothing but a blank between them."""
    return len(found) > 1 and not normal[found[-2].end : found[-1].start].strip(" ")


def _entry(normal: str, position: int, end: int) -> re.Match[str] | None:
    return _MINUTE_FIRST.match(normal, position, end) or _ENTRY.match(normal, position, end)


def _goals(entry: re.Match[str], part: int) -> list[Listed]:
    groups = entry.groupdict()
    whole = groups.get("mark") or groups.get("late")
    moments = groups.get("inner") or groups.get("open")
    name = entry.group("name").rstrip(".")
    if moments is None:
        times = int(groups.get("times") or groups.get("fold") or 1)
        return [Listed(entry.start("name"), entry.end(), name, None, None, kind_of_mark(whole), part, times)]
    where = "inner" if groups.get("inner") else "open"
    items = _moments(entry.string, *entry.span(where), whole)
    start = entry.start("name")
    return [replace(m, start=start, end=max(m.end, entry.end("name")), name=name, part=part) for m in items]


def moments_within(normal: str, start: int, end: int) -> list[Listed]:
    """The goals, without a name, of a stretch that is nothing but minutes with their marks: "31', 85' pen"."""
    return _moments(normal, start, end, None) if _WITHIN.fullmatch(normal, start, end) else []


def _moments(normal: str, start: int, end: int, whole: str | None) -> list[Listed]:
    """The goals of a run of minutes; none where one is no minute of play."""
    found = []
    for item in _ITEM.finditer(normal, start, end):
        added = int(item.group("added")) if item.group("added") else None
        minute = int(item.group("minute")) + (added or 0)
        if not 0 < minute <= _LAST:
            return []
        kind = kind_of_mark(item.group("before") or item.group("after") or whole)
        found.append(Listed(item.start(), item.end(), "", minute, added, kind, 0))
    return found


def _with_score(read: list[Listed], running: str | None) -> list[Listed]:
    """ "1-1 Beck (55)": the score that the goal made."""
    if running is not None and len(read) == 1:
        home, away = re.split("[-:]", running)
        read[0].running = int(home), int(away)
    return read


def _counted(found: list[Listed]) -> list[Listed]:
    """Bare small figures of a list in which some have none are counts: "Lenart (2), Beck"."""
    figures = [g.minute for g in found if g.minute is not None]
    if not figures or len(figures) == len(found) or max(figures) > _MOST_EACH or any(g.added_time for g in found):
        return found
    for goal in found:
        if goal.minute is not None:
            goal.n, goal.minute = goal.minute, None
    return found


def are_marks(found: list[Listed]) -> bool:
    """Low figures behind all names of a list, too high together for goals: a newspaper's marks for players."""
    total = sum(g.minute or 0 for g in found)
    return len(found) >= _FEWEST_MARKED and within_marks(found) and total >= _USUAL_MARK * len(found)


def within_marks(found: list[Listed]) -> bool:
    """Whether the figures of a list could all be marks: none is missing, none above ten."""
    return all(g.minute is not None and g.added_time is None and g.minute <= _BEST_MARK for g in found)


def as_counts(found: list[Listed]) -> list[Listed] | None:
    """The same list with its figures read as counts; None where one is too high for that."""
    if any(g.minute is None or g.minute > _MOST_EACH or g.added_time for g in found):
        return None
    return [replace(g, minute=None, n=int(g.minute or 1)) for g in found]


def kind_of_mark(mark: str | None) -> str:
    """The kind of goal that "pen", "og", "h" or "fk" behind a name means."""
    text = (mark or "").lower().replace(".", "").replace("/", "")
    if text.startswith("p"):
        return "penalty"
    if text.startswith("o"):
        return "own_goal"
    return "header" if text.startswith("h") else "free_kick" if text.startswith("f") else "open_play"
