"""Whether a text goes from match to match: paragraph after paragraph has a score, each of sides not told before.

In: a document's paragraphs and mentions, which paragraphs are a result line, and its clubs that no vocabulary holds.
Out: whether a paragraph stands among such ones. A report tells one match and comes back to its two sides; a round-up of
any league hardly ever does, whatever it is called, and new names in every paragraph of it begin no story.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.structure import Span

_REACH = 1300  # letters to either side
_MANY, _LEAST = 4, 3  # matches: within reach of a place, in a document too short to hold as many stories
_SHORT = 3000
_READ = frozenset({"SCORE", "TEAM", "NAME"})


class MatchToMatch:
    """The paragraphs of one document that tell a result of sides of whom no result was told before."""

    def __init__(
        self, blocks: list[Span], mentions: list[Mention], clubs: Mapping[str, str], results: Sequence[bool]
    ) -> None:
        self._blocks = blocks
        self._starts: list[int] = []
        scores = [m.kind for m in mentions].count("SCORE") + sum(results)
        if scores >= _LEAST:
            self._starts = _new_results(blocks, mentions, clubs, results)
        self._short = bool(blocks) and blocks[-1].end - blocks[0].start < _SHORT

    def within(self, block: int) -> bool:
        """Whether a paragraph stands among them."""
        if len(self._starts) < _LEAST:
            return False
        if self._short:
            return True
        at = self._blocks[block].start
        return bisect_right(self._starts, at + _REACH) - bisect_left(self._starts, at - _REACH) >= _MANY


def _new_results(
    blocks: list[Span], mentions: list[Mention], clubs: Mapping[str, str], results: Sequence[bool]
) -> list[int]:
    starts, told = [], set[object]()
    sides: set[object] = set()
    scored, block, end = False, -1, -1
    for mention in of_kinds(mentions, _READ):
        if mention.start >= end:
            if scored and sides:
                starts += [blocks[block].start] if told.isdisjoint(sides) else []
                told |= sides
            while mention.start >= end and block < len(blocks) - 1:
                block += 1
                end = blocks[block].end
            sides, scored = set(), results[block]
        if mention.kind == "SCORE":
            scored = True
        elif mention.kind == "TEAM":
            sides.add(mention.value)
        elif mention.text in clubs:
            sides.add(clubs[mention.text])
    if scored and sides and told.isdisjoint(sides):
        starts.append(blocks[block].start)
    return starts
