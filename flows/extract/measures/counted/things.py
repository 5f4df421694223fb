"""The nouns that count and the frames of each class of them, looked up by the letters beside a number and its noun."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from flows import vocabulary
from flows.extract.measures.counted.frame import CountedFrame
from flows.extract.measures.counted.frames import COUNTS
from flows.extract.measures.counted.frames_careers import CAREERS
from flows.extract.measures.counted.frames_firsts import FANS, FIRSTS
from flows.extract.measures.counted.frames_plain import PLAIN
from flows.extract.measures.counted.frames_spans import SPANS
from flows.extract.text.seeds import WIDTH, heads, tails

_ANYTHING = frozenset({""})


@cache
def things() -> dict[str, tuple[str, ...]]:
    """{noun: the classes it is of}, of `vocabulary/counted.csv`."""
    path = Path(vocabulary.__file__).parent / "counted.csv"
    found: dict[str, tuple[str, ...]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for noun in row["nouns"].split("|"):
                found[noun] = (*found.get(noun, ()), row["class"])
    return found


class FramesOfThings:
    """The frames of a class of nouns. The seed of each is what it looks for behind the noun, or, where that may be
    anything, before the number."""

    def __init__(self, frames: Iterable[CountedFrame]) -> None:
        self._frames = list(frames)
        self._always: list[int] = []
        self._behind: defaultdict[str, list[int]] = defaultdict(list)
        self._before: defaultdict[str, list[int]] = defaultdict(list)
        for number, frame in enumerate(self._frames):
            behind = heads(frame.then) if frame.then is not None else _ANYTHING
            before = tails(frame.before) if frame.before is not None else _ANYTHING
            if "" in behind and "" in before:
                self._always.append(number)
                continue
            by_seed, seeds = (self._before, before) if "" in behind else (self._behind, behind)
            for seed in seeds:
                by_seed[seed].append(number)

    def that_may_fit(self, ends: Iterable[str], tail: str) -> list[CountedFrame]:
        """Those, in order, whose seed ends one of the stretches before the number or begins the one behind the noun."""
        numbers = set(self._always)
        behind, before = self._behind, self._before
        for width in range(1, WIDTH + 1):
            if tail[:width] in behind:
                numbers.update(behind[tail[:width]])
            for end in ends:
                if end[-width:] in before:
                    numbers.update(before[end[-width:]])
        return [self._frames[number] for number in sorted(numbers)]


@cache
def frames_of(name: str) -> FramesOfThings:
    """The frames of a class of nouns."""
    return FramesOfThings(f for f in (*CAREERS, *COUNTS, *SPANS, *FIRSTS, *FANS, *PLAIN) if f.things == name)
