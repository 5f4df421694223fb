"""Results in running text with each side's goals behind its name: "X 2 Y 1, Z 0 W 3", "Scores: X 2, Y 1; Z 0, W 3".

In: mentions in order. Out: the pairs of sides with their goals. Scorers with a tally look alike ("Hale 2, Osman 1"):
with a comma between the sides a word for results must lead the list.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.extract.text.mentions import Mention

_NAMED = frozenset({"NAME", "TEAM", "PERSON"})
_ENDS = frozenset(",;.\n)")
_LEADS = re.compile(r"\b(?:results?|scores?|scorelines?|finals?)\b[^.\n]{0,40}?[:\n-]")
MOST_GOALS = 15
_MOST_UNSURE = 9  # a higher figure behind a name is a minute or a shirt more often than goals
_BACK = 400


class Counted(NamedTuple):
    """The mentions of one such result."""

    home: Mention
    first: Mention
    away: Mention
    second: Mention


def at(lower: str, mentions: list[Mention], index: int) -> Counted | None:
    """The result whose home side is the mention at an index."""
    comma = index + 2 < len(mentions) and mentions[index + 2].kind == "COMMA"
    four = mentions[index : index + 2] + mentions[index + 2 + comma : index + 4 + comma]
    if len(four) < 4 or not (four[0].kind in _NAMED and four[2].kind in _NAMED):
        return None
    found = Counted(*four)
    if not _goals(found.first, found.home) or not _goals(found.second, found.away):
        return None
    if found.away.start - found.first.end != (2 if comma else 1):
        return None
    end = found.second.end
    closed = end >= len(lower) or lower[end] in _ENDS
    low = max(found.first.value, found.second.value) <= _MOST_UNSURE
    return found if closed and low and (not comma or _led(lower, found.home.start)) else None


def stands_in_a_list(lower: str, mentions: list[Mention], index: int) -> bool:
    """Whether a name has its goals behind it and another side with its own beside it."""
    if at(lower, mentions, index) is not None:
        return True
    return any(
        (found := at(lower, mentions, start)) is not None and found.away is mentions[index]
        for start in (index - 2, index - 3)
        if start >= 0
    )


def _goals(number: Mention, side: Mention) -> bool:
    return (
        number.kind == "NUMBER"
        and number.text.isdigit()
        and number.start - side.end == 1
        and number.value <= MOST_GOALS
    )


def _led(lower: str, start: int) -> bool:
    """Whether a word for results leads the list."""
    return _LEADS.search(lower, max(0, start - _BACK), start) is not None
