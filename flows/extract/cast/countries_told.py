"""Which country's side a story of clubs' players is about: whose squad, coach or call-ups it tells of.

In: a story's mentions. Out: the one national side that words of a squad stand beside, None where there is none or more
than one. "The Brigg winger wins his first cap" then says where a man plays, not whose match is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows import vocabulary
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_SQUAD_AFTER = re.compile(
    r"(?:'s?)? "
    r"(?:(?:national|senior|full|under-\d\ds?|women's|latest|first|new|head|interim|caretaker|assistant) ){0,2}"
    r"(?:squad|party|set-up|call-up|recall|coach|manager|boss|captain|skipper|fold|line-up|"
    r"(?:have |has )?(?:names?|named|pick|picked|recall|recalled|call up|called up|summon|summoned))\b"
)
_CALLED_BEFORE = re.compile(r"\b(?:recalled|called up|summoned|capped|picked|selected|named) by (?:the )?$")
_NEAR = 16
_TELLS_WHO = frozenset({"ROLE", "AGE", "NATIONALITY", "WORD", "AND", "PERSON"})
_WORDS = 5


def country_told(state: StoryState) -> str | None:
    """The national side that the story is about."""
    lower = state.text.lower
    told = {
        str(m.value)
        for m in state.told_of("TEAM")
        if str(m.value) in vocabulary.national_sides()
        and (
            _SQUAD_AFTER.match(lower, m.end) is not None
            or _CALLED_BEFORE.search(lower, max(0, m.start - _NEAR), m.start) is not None
        )
    }
    return told.pop() if len(told) == 1 else None


def only_employs(sentence: Sentence, side: str) -> bool:
    """Whether a sentence names a side only to say where a man plays: "the Brigg winger Hale", "Brigg's Hale"."""
    told = [i for i, m in enumerate(sentence.mentions) if m.kind == "TEAM" and m.value == side]
    return all(_says_who(sentence.mentions[i + 1 : i + _WORDS]) for i in told)


def _says_who(following: list[Mention]) -> bool:
    for mention in following:
        if mention.kind not in _TELLS_WHO:
            return False
        if mention.kind == "PERSON":
            return True
    return False
