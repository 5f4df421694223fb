"""Normal text -> paragraphs, sentences and quoted stretches, as half-open spans.

A sentence ends at . ! or ? before a capital, a figure or a quote, but not after an initial or an abbreviation; a quote
re-opens at each paragraph, as news prints it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from flows.extract.text.sought import Sought

_PARAGRAPH = re.compile(r"\S[^\r\n]*")
_END = Sought(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9£€$]|\s*$|\s+-\s)", as_printed=True)
_ABBREVIATION = re.compile(
    r"(?:\b(?:St|Mr|Mrs|Ms|Dr|Prof|Sr|Jr|No|vs|v|Att|Ref|Subs|Co|Ltd|Inc|Gen|Sgt|approx|min|pen|og|Mt|Ft|Bros|Man|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|(?<!\bSerie )(?<!\bGroup )(?<!\bLeague )(?<!\bPool )\b[A-Z])\.$"
)
_NUMBERED_CLUB = re.compile(r"(?<!\w)[1-9]\. (?:FC|FK|FFC|FSV|HFC|SC|SK|SV|CFC)\b")
_NUMBERS_A_MAN = re.compile(r"(?:[^.!?]*[,;:(] ?)?\d{1,2}\.")  # "1. Hale, 32. Orr (Vane 46), 14. Beck"
_NUMBERED_MAN = re.compile(r"(?:(?<=\n)|[,;:] ?)\d{1,2}\. [A-Z]")
_A_LINEUP = 4
_PAIRED = re.compile(  # "Harland v Brigg - K.O. 14:15. Live on TNT"
    r"[A-Z\d][\w'.& -]{1,40} (?:v|vs)\.? [A-Z\d][\w'.& -]{1,40}?[ ,(:|-]+(?:(?:K\.?O\.?|[Kk]ick-?[Oo]ff)[ :]*(?:at )?)?"
    r"\d\d?(?:[.:]\d\d)? ?(?:[ap]\.?m\.?|GMT|BST|UK)?[ ,.)|-]*(?:(?:[Ll]ive )?(?:on )?[A-Z][\w ]{1,30}[ ,.)|-]*)?$"
)
_LINE = 110  # characters of a line that announces a match
_MARK = re.compile('"')
_START = itemgetter(0)
_LINE_END = re.compile("\n")
# Up to a figure, or the end of a label, past no word but of a name ("de", "and").
_TO_A_FIGURE = re.compile(r"(?:[^ \d:\n]++| (?![a-z]{4}))*+[\d:]")
_TEXTS = 4  # whose lines are kept in mind: the text being read, as it is and as it was before it was normalised
_LONGEST = 1_000  # characters of a sentence; only a list or a table without full stops runs on for longer


class Span(NamedTuple):
    """Half-open offsets."""

    start: int
    end: int


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Lines with something on them, without the blanks around them."""
    lines = _PARAGRAPH.finditer(text, start, len(text) if end is None else end)
    return [Span(line.start(), line.start() + len(line.group().rstrip())) for line in lines]


def lines_like(shape: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The matches of an expression that begins with `^`, tried where a line begins and nowhere else."""
    return _tried_at(_line_starts(text), shape, text, start, end)


def results_like(shape: re.Pattern[str], text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The same of an expression whose lines begin with a name and a figure, or a label: most lines are prose, which is
    asked of each once for all such expressions."""
    return _tried_at(_results(text), shape, text, start, end)


def _tried_at(
    lines: list[int], shape: re.Pattern[str], text: str, start: int, end: int | None
) -> Iterator[re.Match[str]]:
    stop, free = len(text) if end is None else end, start
    for at in lines[bisect_left(lines, start) : bisect_left(lines, stop)]:
        if at >= free and (match := shape.match(text, at, stop)) is not None:
            yield match
            free = match.end()


@lru_cache(maxsize=_TEXTS)
def _line_starts(text: str) -> list[int]:
    return [0, *(line_end.end() for line_end in _LINE_END.finditer(text))]


@lru_cache(maxsize=_TEXTS)
def _results(text: str) -> list[int]:
    return [at for at in _line_starts(text) if _TO_A_FIGURE.match(text, at) is not None]


def sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of a paragraph, none longer than what looks through a whole sentence can bear."""
    if _announces(text, paragraph):
        return [paragraph]
    found: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        stop, end = match.span()
        if text[stop] == "." and _ABBREVIATION.search(text, stop - 8 if stop - 8 > start else start, stop + 1):
            continue
        if _NUMBERS_A_MAN.match(text, start, stop + 1) and _is_numbered(text, paragraph):
            continue
        if _NUMBERED_CLUB.match(text, stop - 1 if stop else 0):
            continue
        found += _cut(text, start, end)
        start = end
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        found += _cut(text, start, paragraph.end)
    return found


def _is_numbered(text: str, paragraph: Span) -> bool:
    """Whether a paragraph is a line-up with the numbers of the shirts."""
    return sum(1 for _ in _NUMBERED_MAN.finditer(text, *paragraph)) >= _A_LINEUP


def _announces(text: str, line: Span) -> bool:
    """Whether a line holds a pairing with its hour and its channel, and nothing else."""
    if line.end - line.start > _LINE or max(text.find(" v ", *line), text.find(" vs", *line)) < 0:
        return False
    return _PAIRED.match(text, line.start, line.end) is not None


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence as it is, or in pieces that end at a space where it runs on for too long."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        stop = space + 1 if space > 0 else start + _LONGEST
        yield Span(start, stop)
        start = stop
    yield Span(start, end)


def quotes(text: str, paragraph: Span) -> list[Span]:
    """Quoted stretches of a paragraph; one left open ends with the paragraph."""
    marks = [mark.start() for mark in _MARK.finditer(text, paragraph.start, paragraph.end)]
    found = []
    position = 0
    while position < len(marks):
        start = marks[position]
        closing = next((j for j in range(position + 1, len(marks)) if _closes(text, marks[j])), None)
        if closing is None:
            found.append(Span(start, paragraph.end))
            break
        found.append(Span(start, marks[closing] + 1))
        position = closing + 1
    return found


def _closes(text: str, mark: int) -> bool:
    """A closing mark follows a word or a stop and is followed by none."""
    before = text[mark - 1] if mark else " "
    after = text[mark + 1] if mark + 1 < len(text) else " "
    return not before.isspace() and before not in "([" and not after.isalnum()


def inside(spans: list[Span], position: int) -> bool:
    """Whether a position lies in one of the (ordered) spans."""
    if not spans:
        return False
    index = bisect_right(spans, position, key=_START) - 1
    return index >= 0 and position < spans[index].end
