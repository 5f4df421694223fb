"""Whether a number stands in a list of names: a line-up with its substitutions, cards and scorers.

In: the lower-case text and the blocks of a story. Such a number is the minute of something or on a man's shirt; the
prose around it says nothing of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from flows.extract.text.structure import Span

OF_A_CHANGE = "minute of a substitution or a booking"
_LABEL = re.compile(r"(?:subs?|booked|sent off|goals?|ref\w*|yellow|red)\b[ \w]*:")
_IN_BRACKETS = re.compile(r"\((?:[a-z][\w'.-]* ){1,3}\d{1,3}\)$")
_CARD = r"\b(?:sent off|booked|red cards?|yellow cards?|dismissed): [a-z][^.:]*"
_OF_A_CARD = re.compile(
    rf"(?:{_CARD}|[.;:\n] *(?:[a-z][\w'-]* ?){{1,3}}) ?\(\d{{1,3}}'?\)(?:[.;]|$)|{_CARD} \(\d{{1,3}}'?\),$"
)
_MARK = re.compile(r"[a-z] \(?(?:10|[1-9])(?= ?[,;.()]|$)")
_MARKS = 8  # as many men at least are marked where one is
_SHIRT_OF = re.compile(r"\.? [a-z]")
_BEFORE_SHIRT = re.compile(r"(?:^|[,;:\n] ?|- )$")
_SHORT_LIST = 80
_LETTERS_A_NAME = 20  # with its comma, at most, in a block of names
_BESIDE, _A_NAME = 100, 32


class ListsOfNames:
    """The blocks of one story that are lists of names; each is looked at once."""

    def __init__(self, lower: str, blocks: Sequence[Span]) -> None:
        self.lower = lower
        self.blocks = blocks
        self._starts = [block.start for block in blocks]
        self._known: dict[int, bool] = {}
        self._marked: dict[int, bool] = {}

    def holds(self, start: int, end: int) -> bool:
        """Whether a span is in one; a man who came on stands in brackets, also where the list is part of a line."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or start >= self.blocks[index].end:
            return False
        block = self.blocks[index]
        if index not in self._known:
            self._known[index] = _is_line_up(self.lower[block.start : block.end])
        if self._known[index] or _OF_A_CARD.search(self.lower, max(block.start - 1, start - _A_NAME), end + 3):
            return True
        if not _IN_BRACKETS.search(self.lower[max(block.start, start - _A_NAME) : end + 1]):
            return False
        around = self.lower[max(block.start, start - _BESIDE) : min(block.end, end + _BESIDE)]
        return around.count(",") * _LETTERS_A_NAME > len(around)

    def means(self, start: int, end: int) -> str:
        """What a number that nothing else explains is in one: on a man's shirt, or the minute of something."""
        index = bisect_right(self._starts, start) - 1
        if self._is_marked(index) and any(_MARK.match(self.lower, start - n) for n in (2, 3)):
            return "mark for a performance"
        before = self.lower[max(0, start - 2) : start]
        on_shirt = _SHIRT_OF.match(self.lower, end) and (start == 0 or _BEFORE_SHIRT.search(before))
        return "number on a shirt or in a ranking" if on_shirt else OF_A_CHANGE

    def _is_marked(self, index: int) -> bool:
        """Whether a list marks its men out of ten."""
        if index not in self._marked:
            block = self.blocks[index]
            marks = sum(1 for _ in _MARK.finditer(self.lower, block.start, block.end))
            self._marked[index] = marks >= _MARKS
        return self._marked[index]


def _is_line_up(line: str) -> bool:
    commas = line.count(",") + line.count(";")
    if commas >= 8 and commas * _LETTERS_A_NAME > len(line):
        return True
    return _LABEL.match(line) is not None and (len(line) < _SHORT_LIST or (commas + line.count("(")) * 40 > len(line))
