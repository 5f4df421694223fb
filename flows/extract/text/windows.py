"""Where in a text it is worth looking: the stretches around hint words, merged where they overlap.

A costly expression is tried only there. Half a dozen hints in an article leave nine tenths of it alone, so the
readers of minutes and days cost a third of what they did over the whole text.
"""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick


class Windows:
    """Stretches about words that begin with a hint: `before` characters before its start, `after` behind."""

    def __init__(self, hints: Iterable[str], before: int, after: int) -> None:
        self._hints = AhoCorasick(list(hints))
        self._before = before
        self._after = after

    def of(self, lower: str) -> list[tuple[int, int]]:
        """The stretches of a lower-case text as half-open spans, in order and apart."""
        found: list[tuple[int, int]] = []
        for _, at, _ in self._hints.find_matches_as_indexes(lower):
            if at and lower[at - 1].isalnum():
                continue
            first, last = max(0, at - self._before), at + self._after
            if found and first <= found[-1][1]:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return found
