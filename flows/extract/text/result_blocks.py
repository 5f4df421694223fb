"""Results as lists print them, each side with its goals and perhaps its scorers behind it, on one line or on two.

"Harland 2 (Tor 12, Orr 55) Merrow 1 (Danek 60)", "Harland (1) 2 Merrow (0) 1", "FT: Harland 2 [Tor 12] Merrow 0", or
"Harland 2" with its scorers below it, then "Merrow 1" with its own, or a summary of an agency, in which whatever has a
label stands between ("Harland (1) 2 Scorers: J. Tor 12 Yellow card: Orr 30 Merrow (0) 1"). In: a stretch of the normal
text. Out: blocks: the spans of both names, the goals, and the stretches that list scorers, each with the number of its
side. Names with
figures alone may count anything ("Harland 9, Merrow 6"): a block is sure where it has scorers, with minutes or as many
as the goals, or a score at half-time; two bare lines are one where no third stands beside them, as in a table. Results
run on ("Harland 2 (Tor, Orr), Merrow 0; Selby 0, Brigg 0") are all sure where one of them is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from flows.extract.text.sought import Sought
from flows.extract.text.structure import Span, results_like

_WORD = r"[A-Z][\w'&.]*(?:-[A-Za-z]\w*)*"
NAME = rf"{_WORD}(?: (?:{_WORD}|de|di|do|da|del|la|le|of|and|&|the|'s))*"
_NO_RESULT = r"(?!(?:Booking|Booked|Corner|Caution|Card|Yellow|Red|Foul|Shot|Offside|Save|Sub))"
_LEAD = _NO_RESULT + r"(?:(?:[A-Z][\w' -]{0,28}:|FT|HT|AET) )?"
_GOALS = r"(?:\d|1[0-5])(?!\d|['.:-]\d|')"
_LISTED = r"(?:[^()\[\]\n]|\([^()\n]{1,24}\)){2,200}"


def _side(number: int) -> str:
    return (
        rf"(?P<name{number}>{NAME})(?: \([A-Z][\w.]{{2,12}}\))?(?P<half{number}> \(\d\))?:? (?P<goals{number}>{_GOALS})"
        rf"(?: ?[(\[](?P<list{number}>{_LISTED})[)\]])?"
    )


_ON_ONE_LINE = re.compile(rf"^{_LEAD}{_side(1)}(?:,? |,? ?[-–—] ?){_side(2)}(?=[ .:;,|/–-]|$)", re.MULTILINE)
_RUN_ON = re.compile(rf"{_side(1)}(?:,? |,? ?[-–—] ?){_side(2)}(?=[ .:;,|/–-]|$)")
_THEN = re.compile(r"[;,.|/]? (?:At [A-Z][\w' -]{2,28}: )?")
_SCORERS = r"(?:(?:Scorers?|Goals?|Goalscorers?): ?)?"
_ON_LINES = re.compile(
    rf"^{_LEAD}{_side(1)}[ .]*\n+(?:{_SCORERS}(?P<below1>[^\n]+)\n+)?"
    rf"{_side(2)}[ .]*$(?:\n+{_SCORERS}(?P<below2>[^\n]+))?",
    re.MULTILINE,
)
_LINE = re.compile(rf"{_side(1)}[ .]*$", re.MULTILINE)
_HALVED = Sought(rf"\(\d\) (?P<goals>{_GOALS})(?=[ .:;,\n]|$)", as_printed=True)
_BEFORE = re.compile(rf"(?<![\w'.-])(?P<name>{NAME}) $")
_LABEL = (
    r"(?:Scorers?|Goals?|(?:Yellow|Red) cards?|Booked|Bookings|Sent off|Subs(?:titutes)?(?: used)?|"
    r"Missed penalt(?:y|ies)|Att(?:endance)?|Ref(?:eree)?|Venue|Half-?time)\b"
)
_LABELLED = re.compile(rf"\s*(?P<label>{_LABEL}) ?:\s*(?P<items>(?:(?!\s{_LABEL}|\.\.)[^\n:])*)")
_OF_GOALS = ("Scorer", "Goal")
_SUMMARY = 1_200  # letters from one side of a summary to the other
_LONGEST = 40  # letters of a name
_ASIDE = re.compile(r" ?[(\[](?:Att(?:endance)?|ATT|Crowd|HT|[Hh]alf-?time|[Aa]\.?[Ee]\.?[Tt])\b")  # "(Att: 206)"
_TIMED = re.compile(r"[A-Za-zÀ-ÿ.'][,)]? \(?'?(?:pen |og )?\d{1,3}(?:\+\d)?(?:st|nd|rd|th|')?(?: ?mins?|m)?\b")
_OFTEN = re.compile(r" x? ?\(?([2-5])\)?[ .]*$")
_MINUTE = re.compile(r"(?<![+\d])\d{1,3}")
_NO_LIST = re.compile(r"(?:Half|HT|Att|Ref|Venue|Crowd)", re.IGNORECASE)


class Block(NamedTuple):
    """A result: both names' spans, home side first, their goals, and lists of scorers with the side each is of."""

    start: int
    end: int
    names: tuple[Span, Span]
    goals: tuple[int, int]
    lists: tuple[tuple[Span, int], ...]
    sure: bool = True


class _Side(NamedTuple):
    """One side of a summary: its name, its goals, and where its score ends."""

    name: Span
    goals: int
    end: int


def result_blocks(normal: str, start: int = 0, end: int | None = None) -> Iterator[Block]:
    """The blocks of a stretch, in order."""
    for shape in (_ON_ONE_LINE, _ON_LINES):
        for match in results_like(shape, normal, start, end):
            chain = [match, *_run_on(match, end)] if shape is _ON_ONE_LINE else [match]
            blocks = [_block(m, several=len(chain) > 1) for m in chain]
            sure = len(chain) > 1 and any(block is not None and block.sure for block in blocks)
            for link, block in zip(chain, blocks, strict=True):
                if block is not None or (sure and _bare(link)):
                    yield block or _told_in(link, sure=True)
    yield from _summaries(normal, start, len(normal) if end is None else end)


def _summaries(normal: str, start: int, end: int) -> Iterator[Block]:
    """ "Harland (1) 2 Scorers: J. Tor 12, Orr 30 Subs used: Vane 46 (Ott) Merrow (0) 1 Scorers: Danek 60"."""
    sides = [side for score in _HALVED.finditer(normal, start, end) if (side := _halved(normal, score)) is not None]
    index = 0
    while index + 1 < len(sides):
        one, two = sides[index : index + 2]
        after = sides[index + 2].name.start if index + 2 < len(sides) else end
        first, gap = _labelled(normal, one.end, two.name.start)
        second, stop = _labelled(normal, two.end, min(after, two.end + _SUMMARY))
        whole = two.name.start - one.end < _SUMMARY and not normal[gap : two.name.start].strip(" \n,-")
        if whole and (gap > one.end or stop > two.end):
            lists = (*((span, 0) for span in first), *((span, 1) for span in second))
            yield Block(one.name.start, two.end, (one.name, two.name), (one.goals, two.goals), lists)
            index += 1
        index += 1


def _halved(normal: str, score: re.Match[str]) -> _Side | None:
    """The side that stands before its goals at half-time and at the end."""
    name = _BEFORE.search(normal, max(0, score.start() - _LONGEST), score.start())
    return None if name is None else _Side(Span(*name.span("name")), int(score["goals"]), score.end())


def _labelled(normal: str, start: int, end: int) -> tuple[list[Span], int]:
    """The scorers among what stands labelled behind a side, and where the last label's items end."""
    found: list[Span] = []
    while (item := _LABELLED.match(normal, start, end)) is not None:
        if item["label"].startswith(_OF_GOALS):
            found.append(Span(*item.span("items")))
        start = item.end()
    return found, start


def _run_on(match: re.Match[str], end: int | None) -> Iterator[re.Match[str]]:
    """The further results of a line, one right behind the other."""
    text = match.string
    stop = len(text) if end is None else end
    line = text.find("\n", match.end())
    stop = stop if line < 0 else min(stop, line)
    last: re.Match[str] | None = match
    while last is not None:
        then = _THEN.match(text, last.end(), stop)
        last = _RUN_ON.match(text, then.end(), stop) if then is not None else None
        if last is not None:
            yield last


def _bare(match: re.Match[str]) -> bool:
    """Whether a result has no lists and stands apart from the one before: one more of a line of results."""
    return match["list1"] is None and match["list2"] is None and match.string.startswith("; ", match.start() - 2)


def _told_in(match: re.Match[str], *, sure: bool) -> Block:
    sides = Span(*match.span("name1")), Span(*match.span("name2"))
    lists = tuple((Span(*match.span(f"list{n}")), n - 1) for n in (1, 2) if match[f"list{n}"] is not None)
    return Block(sides[0].start, match.end("goals2"), sides, (int(match["goals1"]), int(match["goals2"])), lists, sure)


def _block(match: re.Match[str], *, several: bool) -> Block | None:
    groups = match.groupdict()
    lists = [(Span(*match.span(f"list{n}")), n - 1) for n in (1, 2) if groups[f"list{n}"] is not None]
    below = [n for n in (1, 2) if _is_list(groups.get(f"below{n}"), int(groups[f"goals{n}"]))]
    lists += [(Span(*match.span(f"below{n}")), n - 1) for n in below]
    if groups.get("below1") is not None and 1 not in below:
        return None  # something else stands between two names with figures
    timed = any(_TIMED.search(match.string, span.start, span.end) for span, _ in lists)
    goals = int(groups["goals1"]), int(groups["goals2"])
    listed = {side: _scorers(match.string[span.start : span.end]) for span, side in lists}
    counted = len(listed) > (0 if several else 1) and all(listed.get(side, 0) == goals[side] for side in (0, 1))
    sure = timed or counted or (groups["half1"] is not None and groups["half2"] is not None)
    sure = sure or _ASIDE.match(match.string, match.end("goals2")) is not None
    if not sure and (match.re is not _ON_LINES or groups["below1"] is not None or _in_a_table(match)):
        return None
    sides = Span(*match.span("name1")), Span(*match.span("name2"))
    return Block(sides[0].start, match.end("goals2"), sides, goals, tuple(lists), sure)


def _scorers(listed: str) -> int:
    """How many goals a list without minutes tells: three of "Hale 2, Orr"."""
    often = (_OFTEN.search(name) for name in listed.split(","))
    return sum(1 if n is None else int(n.group(1)) for n in often)


def _in_a_table(match: re.Match[str]) -> bool:
    """Whether the line above or below the two is one of a name and a figure too."""
    text, start = match.string, match.start()
    above = text.rfind("\n", 0, max(0, start - 1)) + 1
    below = match.groupdict().get("below2")
    return (start > 0 and _LINE.match(text, above, start) is not None) or bool(below and _LINE.match(below))


def _is_list(line: str | None, goals: int) -> bool:
    """Whether a line below a side is its scorers, a minute for each of its goals; a table has further sides there."""
    timed = line is not None and _TIMED.search(line) is not None and _NO_LIST.match(line) is None
    return timed and line is not None and len(_MINUTE.findall(line)) == goals
