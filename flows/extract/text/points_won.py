"""A point that somebody won for a side is no draw of his own: "Hale rescued a point for Brigg".

In: the mentions of a document in order. Out: the same without each such verb of a draw.
"""

from __future__ import annotations

from itertools import pairwise

from flows.extract.text.mentions import Mention

_SIDES = frozenset({"TEAM", "NAME", "SIDE_HOME", "SIDE_AWAY", "SIDE_NOUN", "HE", "NATIONALITY", "ORDINAL"})
_REACH = 24  # letters from "for" to the side: "for the", "for ten-man"


def settle(lower: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, a draw only where who is named before the verb has the point himself."""
    if "a point for " not in lower:
        return mentions
    won = {
        id(verb)
        for at, (verb, link) in enumerate(pairwise(mentions))
        if verb.kind == "DRAW"
        and link.kind == "FOR"
        and link.start - verb.end == 1
        and _a_side_follows(mentions, at + 1)
    }
    return [m for m in mentions if id(m) not in won]


def _a_side_follows(mentions: list[Mention], at: int) -> bool:
    link, following = mentions[at], mentions[at + 1 : at + 3]
    if following and following[0].kind == "ORDINAL":
        following = following[1:]  # "for third-placed Brigg", no "for the third time"
    return any(m.kind in _SIDES and m.start - link.end <= _REACH for m in following[:1])
