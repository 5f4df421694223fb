"""Results in running text with each side's goals behind its name: "X 2 Y 1, Z 0 W 3", "Scores: X 2, Y 1; Z 0, W 3".

In: mentions in order. Out: the pairs of sides with their goals. Scorers with a tally look alike ("Hale 2, Osman 1"):
with a comma between the sides a word for results must lead the list.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.extract.text.beside import Before
from flows.extract.text.mentions import Mention

_NAMED = frozenset({"NAME", "TEAM", "PERSON"})
_ENDS = frozenset(",;.\n)")
_LEADS = re.compile(r"\b(?:results?|scores?|scorelines?|finals?)\b[^.\n]{0,40}?[:\n-]")
MOST_GOALS = 15
_MOST_UNSURE = 9  # a higher figure behind a name is a minute or a shirt more often than goals
_SAYS = Before(  # "It finished X 2, Y 2"
    r"\b(?:it|(?:the )?(?:game|match|final score|full-time score|score|result|contest)) (?:had |was to )?"
    r"(?:finish(?:ed)?|end(?:ed)?|was|reads?|stood)(?: up)?:? $",
    40,
)
_GOES_ON = re.compile(r":|(?: \(| -| at| after| in (?:the|front)| with| as| thanks| courtesy| despite| on [a-z]+day)\b")
_BACK = 400
_FEWEST_RANKED = 3
_PLACES_TOO = _NAMED | {"PLACE"}
_FEW_POINTS = 5


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
    known = found.home.kind == found.away.kind == "TEAM"
    said = _SAYS.search(lower, found.home.start) is not None
    closed = end >= len(lower) or lower[end] in _ENDS or ((known or said) and _GOES_ON.match(lower, end) is not None)
    low = max(found.first.value, found.second.value) <= _MOST_UNSURE
    return found if closed and low and (not comma or said or _led(lower, found.home.start)) else None


def ranked(mentions: list[Mention]) -> list[tuple[Mention, Mention]]:
    """The names of a table on one line with the figure of each: "(Harland 16, Merrow 11, Orrin 8)". None has more than
    the one before it; none where the line holds anything else, or so few low figures that they may be goals."""
    if mentions and mentions[0].kind == "OPEN":
        return ranked(mentions[1:])
    while mentions and mentions[-1].kind in ("CLOSE", "STOP"):
        mentions = mentions[:-1]
    count = (len(mentions) + 1) // 3
    if count < _FEWEST_RANKED or len(mentions) % 3 != 2:
        return []
    names, figures, commas = mentions[0::3], mentions[1::3], mentions[2::3]
    values = [float(m.value) for m in figures if m.kind == "NUMBER" and m.text.isdigit()]
    plain = (
        len(values) == count and all(m.kind in _PLACES_TOO for m in names) and all(m.kind == "COMMA" for m in commas)
    )
    sure = plain and (count % 2 == 1 or values[0] > _FEW_POINTS) and values == sorted(values, reverse=True)
    return list(zip(names, figures, strict=True)) if sure else []


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
