"""Expressions looked for all through a text, tried only where letters stand that they can begin with.

`re` tries an expression at every letter; an automaton of its beginnings (`seeds.heads`) finds the few places worth
trying in one pass. Matches are the same, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.extract.text.seeds import heads

_LETTERS = 6  # of a beginning; the longer, the fewer places


class Sought:
    """An expression that begins with letters; one that may begin with anything cannot be sought so."""

    __slots__ = ("_beginnings", "pattern")

    def __init__(self, expression: str) -> None:
        beginnings = heads(expression, _LETTERS)
        if "" in beginnings:
            raise ValueError(f"may begin with any letter: {expression}")
        self.pattern = re.compile(expression)
        self._beginnings = AhoCorasick(sorted(beginnings), matchkind=MatchKind.Standard)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches between two offsets of the text, in order and apart."""
        hits = self._beginnings.find_matches_as_indexes(text[start:end], overlapping=True)
        free = start
        for at in sorted({start + first for _, first, _ in hits}) if hits else ():
            if at >= free and (match := self.pattern.match(text, at, end)) is not None:
                yield match
                free = match.end()

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match between two offsets."""
        return next(self.finditer(text, start, end), None)
