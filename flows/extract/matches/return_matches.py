"""The return of the story's own pair: "the replay will be at X", "for the second leg", "the return is on Tuesday".

In: the matches of the story. Out: a scheduled match of its pair at the other's ground, where one has been played and
none is announced yet.
"""

from __future__ import annotations

import re

from flows.extract.matches.told import MatchTold
from flows.extract.matches.told_time import AHEAD, OPEN, PAST, time_of
from flows.extract.story import Fixture, StoryState
from flows.extract.text.mentions import LETTER
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_RETURN = Sought(
    r"\b(?:second leg|return leg|return match|return fixture|return in|replay|for the return|the return (?=is|will|"
    r"on|takes))\b"
)
_LEADS_TO = re.compile(r"\b(?:will be|at|in|ahead of|for the|into the|the)\b[^.]{0,40}$")
_WILL = re.compile(r"\b(?:will|is on|is in|is at|to come|next|tomorrow|takes place)\b")
_ENDED = re.compile(r"[^.]{0,30}\b(?:finish|end|was|were|won|lost|after|which)")
_LED_TO = re.compile(
    r"\b(?:finish\w+|won|lost|beat\w*|seal\w*|earned|avoided|was|were|after|following|"
    r"from)\b[^.]{0,34}$"
)


def add_return_match(state: StoryState, matches: list[MatchTold]) -> None:
    """Add the return of the story's pair where a sentence announces it."""
    main = state.main
    if main is None:
        return
    told = {m.status for m in matches if {m.team_1, m.team_2} == {main.team_1, main.team_2}}
    if "played" not in told or "scheduled" in told:
        return
    for sentence in state.sentences:
        at = _announced(state, sentence, main)
        if at is not None:
            matches.append(_return(state, sentence, main, at))
            return


def _announced(state: StoryState, sentence: Sentence, main: Fixture) -> int | None:
    """Where a sentence announces the return, None where it tells of none to come or of somebody else's."""
    lower, first, last = state.text.lower, sentence.span.start, sentence.span.end
    found = _RETURN.search(lower, first, last)
    if found is None or any(m.kind in SIDES and not main.has(state.side(m, sentence)) for m in sentence.mentions):
        return None
    before, behind = lower[first : found.start()], lower[found.end() : last]
    when = time_of(lower, sentence, found.start(), found.end())
    if when in (PAST, OPEN) and "will be" not in before + behind:
        return None
    if _ENDED.match(behind) or (_LED_TO.search(before) and "will be" not in before + behind):
        return None
    dated = LETTER["DATE"] in sentence.shape
    return found.start() if when == AHEAD or _WILL.search(behind) or (dated and _LEADS_TO.search(before)) else None


def _return(state: StoryState, sentence: Sentence, main: Fixture, at: int) -> MatchTold:
    end = sentence.span.end
    match = MatchTold(at, end, "scheduled", main.team_1, main.team_2, None, None, "fixture.return", 0.75, sentence)
    match.home = main.opponent(main.home)
    legs = any(m.text.lower().endswith(("leg", "legs")) for m in state.told_of("LEG")) or bool(
        state.told_of("AGGREGATE")
    )
    match.leg = 2 if legs and not state.text.lower.startswith("replay", at) else None
    return match
