"""Which scorers of a match are of one side and which of different ones, whichever those sides are.

In: bonds of people, each scorer listed beside others, and what votes say of each. Out: groups of people who hang
together, each man with or against the head of his group: one decision for all of them. A bond that would join those
whom votes clearly part is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

Key = tuple[str, bool]  # a man; apart from him what he scores for the others
Votes = dict[Key, dict[str, float]]
Pair = tuple[str, str]
_CLEAR = 4.0


class Place(NamedTuple):
    """The head of a man's group, and 1 where he plays against that head."""

    head: Key
    turned: int


class Allegiances:
    """The groups of one match."""

    def __init__(self, votes: Votes, pair: Pair) -> None:
        self.pair = pair
        self._places = {key: Place(key, 0) for key in votes}
        self._lean = {key: vote[pair[1]] - vote[pair[0]] for key, vote in votes.items()}

    def place(self, key: Key) -> Place:
        """Where a man stands."""
        return self._places[key]

    def join(self, bonds: Iterable[tuple[Key, Key, bool]]) -> None:
        """Put those bound together into one group, in order; what is told first holds."""
        for one, two, together in bonds:
            if one in self._places and two in self._places:
                self._join(one, two, together)

    def _join(self, one: Key, two: Key, together: bool) -> None:
        first, second = self._places[one], self._places[two]
        if first.head == second.head:
            return
        turned = first.turned ^ second.turned ^ int(not together)
        if _side(self._lean[first.head]) * _side(self._lean[second.head]) * (-1) ** turned < 0:
            return
        self._lean[first.head] += self._lean[second.head] * (-1) ** turned
        for key, (head, own) in self._places.items():
            if head == second.head:
                self._places[key] = Place(first.head, own ^ turned)

    def votes(self, votes: Votes) -> Votes:
        """What all of a group says of its head."""
        summed = {place.head: dict.fromkeys(self.pair, 0.0) for place in self._places.values()}
        for key, vote in votes.items():
            head, turned = self._places[key]
            for side, team in enumerate(self.pair):
                summed[head][self.pair[side ^ turned]] += vote[team]
        return summed

    def sides(self, of_heads: Mapping[Key, int]) -> dict[Key, int]:
        """The side of each man whose head has one."""
        return {k: of_heads[p.head] ^ p.turned for k, p in self._places.items() if p.head in of_heads}


def _side(lean: float) -> int:
    """The side for which votes speak clearly: -1, 1, or 0 where none do."""
    return 0 if abs(lean) < _CLEAR else 1 if lean > 0 else -1
