"""Whether a name behind "the" is a thing's: a cup ("out of the Taca"), a division ("of the Northern Combination").

In: the lower-case text and a name. Out: whether no side and no man goes by it there. A side is called with an article
where its name ends as many men's do ("the Drovers") or describes somebody ("the Harland goalkeeper").
"""

from __future__ import annotations

from flows.extract.cast.cues_beside import weight
from flows.extract.cast.result_words import acts_as_a_side
from flows.extract.text.beside import After
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
_MANY = ("s", "men", "XI")
_ENDS = After(
    r"(?:[.,;:)!?\n]|$| (?:on|in|at|for|after|by|with|to|but|when|as|while|before|last|this|next|thanks|without|until|"
    r"following)\b)",
    12,
)


def is_a_thing(lower: str, mention: Mention) -> bool:
    """Whether it stands behind "the" and describes nothing."""
    if not lower.endswith((" the ", "\nthe "), 0, mention.start) or mention.text.endswith(_MANY):
        return False
    return not mention.possessive and _ENDS.match(lower, mention.end) is not None


def release_sides(lower: str, mentions: list[Mention]) -> None:
    """Make names of what some ground is called where they act as sides do and the story does not name whose ground it
    is: "Milltown, who are 11th", "Milltown manager Joe Prior"."""
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
