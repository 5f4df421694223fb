"""Matches told by the name of their derby: "the Old Firm game on Sunday", "sent off in the Merseyside derby".

In: the sentences and the matches found so far. A derby is one of this story where one of its clubs is told in it; when
it is played says `told_time`. Only pairs that the story does not tell otherwise are added.
"""

from __future__ import annotations

import re
from functools import cache

from flows import vocabulary
from flows.extract.matches.meetings.told_time import AHEAD, PAST, time_of
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_GAME = re.compile(
    r"(?: [\w-]+){0,3}? (?:match|game|clash|tie|meeting|fixture|encounter|showdown|derby|semi-final|final|"
    r"contest)\b(?!s)"
)
_IN_THE = re.compile(r"(?: [\w-]+){0,3} in (?:the |an? |yesterday's |[a-z]+day's )?(?:[\w-]+ ){0,2}")
_MANY = re.compile(r"\b(?:derbies|\d+ |many|several|most|every|first|last \w+) $")


def add_derbies(state: StoryState, matches: list[MatchTold]) -> None:
    """Add the derbies that a story tells by name."""
    start, end = (state.sentences[0].span.start, state.sentences[-1].span.end) if state.sentences else (0, 0)
    found = list(_NAMES.finditer(state.text.lower, start, end))
    for sentence in state.sentences if found else ():
        for name in found:
            if sentence.span.start <= name.start() < sentence.span.end:
                _add(state, matches, sentence, name)


def _add(state: StoryState, matches: list[MatchTold], sentence: Sentence, name: re.Match[str]) -> None:
    lower, pair = state.text.lower, _pairs()[name.group()]
    game = _GAME.match(lower, name.end(), sentence.span.end)
    end = game.end() if game is not None else name.end()
    if game is None and not name.group().endswith(("derby", "clasico", "classique", "klassiker", "d'italia")):
        return
    told = any(club in state.cast.clubs for club in pair)
    if not told or any({m.team_1, m.team_2} == set(pair) for m in matches) or _MANY.search(lower[: name.start()][-16:]):
        return
    if any(m.sentence is sentence and _is_that(lower, m, pair, name.start()) for m in matches):
        return
    when = time_of(lower, sentence, name.start(), end)
    if when in (PAST, AHEAD):
        status = "played" if when == PAST else "scheduled"
        matches.append(MatchTold(name.start(), end, status, *pair, None, None, "derby", 0.75, sentence))


def _is_that(lower: str, match: MatchTold, pair: tuple[str, str], at: int) -> bool:
    """ "beaten 1-0 by Y in the Brigg derby": whether the match right before is called so."""
    mine = match.team_1 in pair or match.team_2 in pair
    return mine and match.end <= at and _IN_THE.fullmatch(lower, match.end, at) is not None


@cache
def _pairs() -> dict[str, tuple[str, str]]:
    return {derby.name.lower(): (derby.club_1, derby.club_2) for derby in vocabulary.derbies()}


_NAMES = Sought(rf"\b(?:{'|'.join(map(re.escape, sorted(_pairs(), key=len, reverse=True)))})\b")
