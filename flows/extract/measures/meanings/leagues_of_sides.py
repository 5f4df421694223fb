"""In which league the words of a story say that a side plays: "the League One club", "Championship leaders Harland".

In: a story. Out: the league of each side that is described by one, and by one only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.matches.circumstances.competitions_known import kind_of
from flows.extract.story import StoryState
from flows.extract.text.sentence import Sentence

_DESCRIBES = re.compile(
    r"(?: (?:side|outfit|club|team|leaders?|strugglers|pacesetters|new boys|newcomers|high-?flyers|champions|rivals|"
    r"opponents|neighbours|basement (?:side|club|boys)|bottom (?:side|club)|hosts|visitors|opposition|minnows))? "
)
_PLAYS_IN = re.compile(r",? of (?:the )?|, (?:now|currently|who (?:are |now )?(?:play |playing )?) ?in (?:the )?")
_REACH = 40


def leagues_told(state: StoryState) -> dict[str, str]:
    """Each side that the story describes by a league -> that league; none where it is described by two."""
    told: dict[str, set[str]] = {}
    for sentence in state.sentences:
        for side, league in _described(state, sentence):
            told.setdefault(side, set()).add(league)
    return {side: next(iter(leagues)) for side, leagues in told.items() if len(leagues) == 1}


def _described(state: StoryState, sentence: Sentence) -> Iterator[tuple[str, str]]:
    for epithet in sentence.of("EPITHET"):
        kind, value = epithet.value
        if kind == "COMPETITION" and kind_of(value) == "league":
            opens = epithet.start - sentence.span.start <= len("the ")
            whose = state.side(epithet, sentence) or (state.centers.before(epithet, sentence) if opens else None)
            if whose is not None:
                yield whose, str(value)
    leagues = [m for m in sentence.of("COMPETITION") if kind_of(m.value) == "league"]
    for league in leagues:
        for side in sentence.of("TEAM"):
            lower = state.text.lower
            before = side.end <= league.start <= side.end + _REACH and lower[side.end : league.start]
            behind = league.end <= side.start <= league.end + _REACH and lower[league.end : side.start]
            if (before and _PLAYS_IN.fullmatch(before)) or (behind and _DESCRIBES.fullmatch(behind)):
                yield str(side.value), str(league.value)
