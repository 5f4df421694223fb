"""Which two sides a paragraph is about that tells of scorers alone: those it names, or one on the ground of another.

In: the sentences of the paragraph. Out: the two, the host first where a ground tells it, and the mention of the second;
None where it names more or fewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from flows.extract.cast.club_towns import club_of_ground
from flows.extract.matches.homes.grounds_told import says_where
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_PAIR = 2
_GOES_ON = tuple(  # "took over from X, who lost"
    f", who {did} " for did in ("were", "lost", "went", "drew", "slipped", "fell")
)


class TwoSides(NamedTuple):
    """Two sides that met, and whose home it was."""

    one: str
    two: str
    second: Mention
    home: str | None


def two_sides(lower: str, paragraph: Sequence[Sentence], at: int, may_end: bool) -> TwoSides | None:
    """The two that its first sentence names before an offset; else, if they may end it, those that all of it names, or
    the one that does and the club on whose ground that played."""
    named = [
        m
        for s in paragraph
        for m in s.of("TEAM")
        if (m.possessive or not m.attributive) and (not m.compared or lower.startswith(_GOES_ON, m.end))
    ]
    first = paragraph[0].span.end
    opening = [m for m in named if m.start < min(at, first) and not m.attributive]
    for told in (opening, named if may_end else []):
        names = list(dict.fromkeys(str(m.value) for m in told))
        if len(names) == _PAIR:
            return TwoSides(names[0], names[1], next(m for m in told if m.value == names[1]), None)
    if not may_end or len({m.value for m in named}) != 1:
        return None
    guest = str(named[0].value)
    hosts = {club_of_ground(g.value, guest) for s in paragraph for g in s.of("GROUND") if says_where(lower, g)}
    host = hosts.pop() if len(hosts) == 1 else None
    return None if host is None else TwoSides(host, guest, named[0], host)
