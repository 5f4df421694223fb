"""Where a story tells its matches: which are told between two offsets, and how far a goal stands from a match.

Each telling is placed once, so that a goal looks only at what stands around it, however long the story.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from flows.extract.goals.told import GoalTold
from flows.extract.matches.told import MatchTold


class MatchPlaces:
    """The tellings of some matches by their place."""

    def __init__(self, matches: list[MatchTold]) -> None:
        self._matches = matches
        places = sorted((told.start, index) for index, match in enumerate(matches) for told in match.tellings())
        self._starts = [start for start, _ in places]
        self._indices = [index for _, index in places]
        self._spans: dict[int, tuple[list[int], list[int]]] = {}

    def told_in(self, first: int, last: int) -> list[MatchTold]:
        """The matches with a telling that begins there, in their own order."""
        here = self._indices[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
        return [self._matches[index] for index in sorted(set(here))]

    def last_before(self, first: int, last: int, position: int) -> tuple[MatchTold, int] | None:
        """The match told last between two offsets before a position, else next after it; with its place."""
        here = range(bisect_left(self._starts, first), bisect_left(self._starts, last))
        if not here:
            return None
        before = [i for i in here if self._starts[i] < position]
        index = before[-1] if before else here[0]
        return self._matches[self._indices[index]], self._starts[index]

    def distance(self, match: MatchTold, goal: GoalTold) -> int:
        """Characters between a goal and the nearest telling of a match, none where they overlap."""
        starts, furthest = self._spans_of(match)
        after = bisect_right(starts, goal.end)
        behind = [max(0, goal.at - furthest[after - 1])] if after else []
        ahead = [max(0, starts[after] - goal.end)] if after < len(starts) else []
        return min(behind + ahead)

    def _spans_of(self, match: MatchTold) -> tuple[list[int], list[int]]:
        """A match's starts in order, and the furthest end of all that begin no later than each."""
        spans = self._spans.get(id(match))
        if spans is None:
            told = sorted((t.start, t.end) for t in match.tellings())
            spans = self._spans[id(match)] = ([s for s, _ in told], list(accumulate((e for _, e in told), max)))
        return spans
