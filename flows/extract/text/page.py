"""A document while it is scanned: the mentions found so far, and which of its characters they have taken.

What is taken first stays: a later finder only adds where the text is still free. Hits of an automaton are given as
whole words; where the longest hit cuts through a word, the shorter ones that it hid are looked up again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ahocorasick_rs import AhoCorasick

from flows.extract.text.mentions import Mention
from flows.extract.text.normalise import Text

_LONGEST_HIDDEN = 24
_USUAL = 32
_TAKEN = [b"\1" * length for length in range(_USUAL)]
_ALNUM = bytes(chr(code).isalnum() and code < 128 for code in range(256))
_OTHER_LETTERS = re.compile(r"[^\W_\x00-\x7f]")


class Page:
    """The mentions found so far and which characters they have taken; `alnum` has a 1 for each letter and figure."""

    __slots__ = ("alnum", "lower", "mentions", "normal", "padded", "taken")

    def __init__(self, text: Text) -> None:
        self.normal = text.normal
        self.lower = text.lower
        self.padded = text.normal + "  "
        self.alnum = _alnum(self.padded)
        self.taken = bytearray(len(text.normal) + 1)
        self.mentions: list[Mention] = []

    def add(self, kind: str, start: int, end: int, value: Any = None) -> None:
        """Take the stretch, unless its first or last character is taken."""
        if not (self.taken[start] or self.taken[end - 1]):
            self.take(kind, start, end, value)

    def take(self, kind: str, start: int, end: int, value: Any) -> None:
        padded, length = self.padded, end - start
        self.taken[start:end] = _TAKEN[length] if length < _USUAL else b"\1" * length
        possessive = padded[end] == "'" and (padded[end + 1] == "s" or padded[end - 1 : end + 2] == "s' ")
        self.mentions.append(Mention(kind, start, end, padded[start:end], value, possessive))

    def bounded(self, start: int, end: int) -> bool:
        return self.opens(start) and not self.alnum[end]

    def opens(self, start: int) -> bool:
        """Whether a word may begin here: not inside a word, nor after the apostrophe of one."""
        if not start:
            return True
        return not (self.alnum[start - 1] or (self.normal[start - 1] == "'" and start > 1 and self.alnum[start - 2]))

    def hits(self, automaton: AhoCorasick, text: str) -> list[tuple[int, int, int]]:
        """Whole-word hits; where a longer one cut through a word ("at home" in "that home"), those that it hid."""
        padded, alnum = self.padded, self.alnum  # before the first letter stands the padding
        found = []
        for hit in automaton.find_matches_as_indexes(text):
            _, start, end = hit
            if not (alnum[start - 1] or alnum[end]):
                if padded[start - 1] != "'" or self.opens(start):
                    found.append(hit)
            elif " " in text[start:end]:
                found += self._hidden(automaton, text, start, end)
        return found

    def _hidden(self, automaton: AhoCorasick, text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        first = start if self.opens(start) else text.index(" ", start) + 1
        last = text.rindex(" ", start, end) if first == start else end + _LONGEST_HIDDEN
        for pattern, at, to in automaton.find_matches_as_indexes(text[first:last]):
            if first + at < end and self.bounded(first + at, first + to):
                yield pattern, first + at, first + to


def _alnum(text: str) -> bytes:
    """A byte a character: 1 where it is a letter or a figure."""
    marks = text.encode("ascii", "replace").translate(_ALNUM)
    if text.isascii():
        return marks
    others = bytearray(marks)
    for other in _OTHER_LETTERS.finditer(text):
        others[other.start()] = other.group().isalnum()
    return bytes(others)
