"""At which club a man is whom no role ties to one: "happy at Brigg", "his form for Brigg", "a new deal with Brigg".

In: a story and a person. Out: the first club that words of staying, playing or signing put him at, in a sentence that
names him or in his own words; never a country, whose players are somebody else's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.vocabulary import national_sides

if TYPE_CHECKING:
    from flows.extract.cast.speakers import Speakers
    from flows.extract.story import StoryState

_STAYS = re.compile(
    r"\b(?:life|football|form|future|happy|happier|happiest|unhappy|contract|career|time|stay|stays|staying|stayed|start|place|"
    r"spell|settled|settling|displays|performances|role|season|deal|remain|remains|remaining|playing|plays|play|fine|"
    r"good|great|fun|enjoyed|enjoying|love|loves|loved|love it|enjoying it|here|work|job|success|trophies|titles|"
    r"everything|club|country|debut|goals?) "
    r"(?:so far |back |it |all |himself |and \w+ )?(?:at|for|with|in|of) (?:the )?$"
)
_NEAR = 44
_NOT_NOW = re.compile(
    r"\b(?:former|old|previous|ex|could|might|would|offered|a move|linked|talks|interest|own|scored)\b"
)


def club_he_is_at(state: StoryState, speakers: Speakers, person: str) -> str | None:
    """The club that a story's words put a man at."""
    lower = state.text.lower
    for sentence in state.sentences:
        clubs = [m for m in sentence.mentions if m.kind == "TEAM" and str(m.value) not in national_sides()]
        if not clubs or not (
            any(m.kind == "PERSON" and m.value == person for m in sentence.mentions)
            or (sentence.quoted and speakers.of(sentence) == person)
        ):
            continue
        for club in clubs:
            before = lower[max(sentence.span.start, club.start - _NEAR) : club.start]
            if _STAYS.search(before) and not _NOT_NOW.search(before) and not club.possessive:
                return str(club.value)
    return None
