"""Whether what stands at a place is only supposed: from a word of condition or plan to the end of its clause.

In: the sentences of a story. Out: for an offset, whether such a word governs it; the turns are found when first asked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from flows.extract.text.sentence import Sentence

_CLAUSE_ENDS = frozenset({"COMMA", "STOP", "QUOTE"})
_HAD_IT = re.compile(r" have$", re.IGNORECASE)


class Suppositions:
    """What one story supposes."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences

    def hold(self, start: int) -> bool:
        """Whether they reach over a place."""
        starts, supposed = self._turns
        return supposed[bisect_left(starts, start) - 1]

    @cached_property
    def _turns(self) -> tuple[list[int], list[bool]]:
        """Offsets from which on what the sentences say is supposed, or again is not."""
        turns: list[tuple[int, bool]] = []
        for sentence in self._sentences:
            turns.append((sentence.span.start - 1, False))
            for mention in sentence.mentions:
                supposed = mention.kind == "HYPOTHETICAL" or (mention.kind == "ALMOST" and _HAD_IT.search(mention.text))
                if supposed or mention.kind in _CLAUSE_ENDS:
                    turns.append((mention.start, bool(supposed)))
        return [start for start, _ in turns], [supposed for _, supposed in turns]
