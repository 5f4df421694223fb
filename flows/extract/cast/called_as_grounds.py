"""Sides that are called as some ground is: "Milltown, who are 11th", "Milltown manager Joe Prior".

In: the lower-case text and its mentions. Out: grounds made names again where they act as sides do and the story does
not name whose ground it is.
"""

from __future__ import annotations

from flows.extract.cast.cues_beside import weight
from flows.extract.cast.result_words import acts_as_a_side
from flows.extract.text.mentions import Mention, of_kinds

_THERE = ("at ", "to ", "from ", "in ")
_A_SIDE = 2.0
_OF_A_PLACE = (
    " was ",
    " is ",
    " has ",
    " saw ",
    " witnessed ",
    " erupted",
    " rose ",
    " fell silent",
    " beckons",
    " awaits",
)


def release_sides(lower: str, mentions: list[Mention]) -> None:
    """Make names of the grounds that are sides."""
    grounds = [m for m in of_kinds(mentions, ("GROUND",)) if m.value and " " not in m.text]
    if not grounds:
        return
    told = {i for m in of_kinds(mentions, ("TEAM",)) if not isinstance(m.value, str) for i in m.value}
    sides = {
        m.text
        for m in grounds
        if told.isdisjoint(m.value)
        and not lower.endswith(_THERE, 0, m.start)
        and not lower.startswith(_OF_A_PLACE, m.end)
        and (weight(lower, m) >= _A_SIDE or acts_as_a_side(lower, m))
    }
    for mention in grounds:
        if mention.text in sides:
            mention.kind, mention.value = "NAME", None
