"""Of which competition the legs are that the sentence before told: "... for the second leg of the League Cup. They won
5-0 in the first leg".

In: a story and a match of it. Out: the knock-out competition whose leg stands there, None where none does.
"""

from __future__ import annotations

import re

from flows.extract.matches.circumstances.competition_kinds_said import KINDS, KNOCK_OUT
from flows.extract.matches.circumstances.competitions_known import kind_of
from flows.extract.matches.circumstances.nearby import MatchOrTie
from flows.extract.story import StoryState

_A_LEG = re.compile(r" (?:in|after|from) the (?:first|second|home|away|opening|return) leg\b")
_LEG_OF_THE = re.compile(r" (?:first|second|home|away|return) leg of (?:the |their )?$")
_REACH = 24


def competition_of_legs_before(state: StoryState, match: MatchOrTie) -> str | None:
    """The competition of the leg that the sentence before a leg names."""
    number, lower = match.sentence.number, state.text.lower
    if not number or _A_LEG.search(lower, match.end, match.sentence.span.end) is None:
        return None
    before = state.sentences[number - 1]
    first = before.span.start
    told = [m for m in before.of("COMPETITION") if _LEG_OF_THE.search(lower, max(first, m.start - _REACH), m.start)]
    near = before.paragraph >= match.sentence.paragraph - 1
    return str(told[-1].value) if told and near and kind_of(told[-1].value) in KINDS[KNOCK_OUT] else None
