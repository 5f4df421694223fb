"""Expressions looked for all through a text, tried only where it holds letters that they cannot do without.

`re` tries an expression at every letter of every sentence; most stand in no sentence at all. So one automaton of the
seeds of all expressions (`seeds`) goes over a text once, the first time that one of them is asked for, and notes where
each can begin; an expression that may begin with anything is tried in a stretch that holds one of its letters. Matches
are the same, in the same order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.extract.text.seeds import begins_a_word, heads, held

_LETTERS = 12  # of a seed; the longer, the fewer places
_SHORT = 3  # letters; what begins so is everywhere
_TEXTS = 4  # whose places are kept: the text of the article being read, and dates in it
_START = itemgetter(1)
_FIRST = itemgetter(0)


class Sought:
    """An expression whose matches begin with, or at least hold, letters that are known.

    The few that are sought in the text as it is printed, not in lower case, say so: each text then goes through the
    automaton of its own expressions alone. One of many ways that may begin with a figure is tried `at_figures`, which
    are fewer than the letters of the stretches that hold what else it has.
    """

    def __init__(self, expression: str | re.Pattern[str], as_printed: bool = False, at_figures: bool = False) -> None:
        self.expression = expression
        self.at_figures = at_figures
        self._seeds = _SEEDS_AS_PRINTED if as_printed else _SEEDS
        self.number = self._seeds.add(self)
        self.begins = True  # with one of its seeds

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when its letters first stand in a text."""
        return re.compile(self.expression)

    def finditer(self, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        """The matches between two offsets of the text, in order and apart."""
        places = self._seeds.places(text).get(self.number)
        if places is None:
            return ()
        first = bisect_left(places, start)
        if first == len(places) or places[first] >= end:
            return ()
        if not self.begins:
            return self.pattern.finditer(text, start, end)
        return self._tried(text, start, end, places[first : bisect_left(places, end, first)])

    def _tried(self, text: str, start: int, end: int, places: list[int]) -> Iterator[re.Match[str]]:
        free = start
        for at in places:
            if at >= free and (match := self.pattern.match(text, at, end)) is not None:
                yield match
                free = match.end()

    def places(self, text: str, start: int, end: int) -> list[int]:
        """Where its letters stand between two offsets: where none do, nothing matches."""
        places = self._seeds.places(text).get(self.number)
        return [] if places is None else places[bisect_left(places, start) : bisect_left(places, end)]

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first match between two offsets."""
        places = self._seeds.places(text).get(self.number)
        if places is None:
            return None
        first = bisect_left(places, start)
        if first == len(places) or places[first] >= end:
            return None
        if not self.begins:
            return self.pattern.search(text, start, end)
        for at in places[first : bisect_left(places, end, first)]:
            if (match := self.pattern.match(text, at, end)) is not None:
                return match
        return None


def together(sought: Iterable[Sought], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of several expressions between two offsets, as if they were one: of two that overlap the one that
    begins first, else the earlier expression's. What may begin with any letters is an expression of its own, or all
    the others would be tried at every letter with it."""
    found = sorted([m.span() for one in sought for m in one.finditer(text, start, end)], key=_FIRST)
    apart: list[tuple[int, int]] = []
    for span in found:
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


class Seeds(NamedTuple):
    """The letters that every match begins with (or, unless `begin`, holds) one of; `at_edge` where it begins a word."""

    letters: frozenset[str]
    begin: bool
    at_edge: bool


@cache
def seeds_of(expression: str | re.Pattern[str], at_figures: bool = False) -> Seeds:
    """What to look for before an expression is tried; raises ValueError where it may hold any letters."""
    letters, begin = heads(expression, _LETTERS), True
    if any(len(seed) < _SHORT and not (at_figures and seed.strip().isdigit()) for seed in letters):
        inside = held(expression, _LETTERS)
        begin = min(map(len, letters)) >= min(map(len, inside))
        letters = letters if begin else inside
    if "" in letters:
        raise ValueError(f"may hold any letters: {expression}")
    shortest = frozenset(seed for seed in letters if not any(seed[:n] in letters for n in range(1, len(seed))))
    return Seeds(shortest, begin, begin and begins_a_word(expression))


class _AllSeeds:
    """The seeds of all expressions, and one automaton of them, built when it is first needed."""

    def __init__(self) -> None:
        self._sought: list[Sought] = []
        self._automaton: AhoCorasick | None = None
        self._meant: list[tuple[list[int], list[int]]] = []  # of each seed: those that begin a word with it, and others
        self.places = lru_cache(maxsize=_TEXTS)(self._places)

    def add(self, sought: Sought) -> int:
        """The number of a new expression."""
        self._sought.append(sought)
        self._automaton = None
        self.places.cache_clear()
        return len(self._sought) - 1

    def _places(self, text: str) -> Mapping[int, list[int]]:
        """{number of an expression: where its seeds stand}, each list in order."""
        automaton = self._automaton or self._built()
        meant = self._meant
        found: defaultdict[int, list[int]] = defaultdict(list)
        for seed, at, _ in sorted(automaton.find_matches_as_indexes(text, overlapping=True), key=_START):
            at_edge, anywhere = meant[seed]
            for number in anywhere:
                found[number].append(at)
            if at_edge and not (at and (before := text[at - 1]) != " " and before.isalnum()):
                for number in at_edge:
                    found[number].append(at)
        return found

    def _built(self) -> AhoCorasick:
        of: dict[str, tuple[list[int], list[int]]] = {}
        for sought in self._sought:
            letters, sought.begins, at_edge = seeds_of(sought.expression, sought.at_figures)
            for seed in letters:
                of.setdefault(seed, ([], []))[not (at_edge and seed[0].isalnum())].append(sought.number)
        self._meant = list(of.values())
        self._automaton = AhoCorasick(list(of), matchkind=MatchKind.Standard)
        return self._automaton


_SEEDS, _SEEDS_AS_PRINTED = _AllSeeds(), _AllSeeds()
