"""Matches told by what was taken from them: "a point at X", "dropped points at home to X", "left X empty-handed".

In: the sentences and the matches found so far. Out: played matches without a score. What is only hoped for ("would take
a point at X") is none.
"""

from __future__ import annotations

import re

from flows.extract.matches.result_vetoes import in_a_condition
from flows.extract.matches.told import MatchTold
from flows.extract.matches.told_time import AHEAD, OPEN, time_of
from flows.extract.matches.who_may_meet import club_name
from flows.extract.matches.whose import Whose
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_TAKEN = (
    r"\b(?:earn\w*|claim\w*|t(?:ake|ook|aking|aken)|grab\w*|snatch\w*|pick\w*|br(?:ought|inging)|secur\w+|rescu\w+|"
    r"salvag\w+|g[eo]t|w[io]n|drop\w*|gain\w*|st[eo]len?|collect\w*|settl\w+|ground|dug|left|with|after|followed)"
)
_POINTS = Sought(
    rf"{_TAKEN}(?: (?:on|up|out|for))?(?: (?:a|an|another|one|two|the|three|all|their|its|his|useful|precious|"
    r"priceless|valuable|vital|hard-earned|battling|creditable|deserved|more|first|only|further)){0,4} points? "
    r"(?P<where>at home to|at home against|home to|away to|away at|at|against|to|from (?:a|the|their|its|his) "
    r"(?:[\w-]+ )?(?:trip|visit|journey) to) (?:the |leaders |bottom club |lowly |champions )*$"
)
_FROM = Sought(
    r"\b(?:(?:came|come|coming|went|walked|got|getting) (?:back |home )?(?:away )?from|"
    r"(?:returned|returning|back) (?:home )?from|left|leaving) (?:the )?$"
)
_WITH = re.compile(
    r" (?:with (?:nothing\b|(?:a|an|the|all|three|only|just)(?: [\w-]+){0,3}? (?:points?|draw|win|victory|defeat)\b)|"
    r"empty-handed\b|pointless\b)(?! (?:to|of) )"
)
_HERE = frozenset({"at home to", "at home against", "home to"})
_REACH = 80


def told_by_points(state: StoryState, whose: Whose, matches: list[MatchTold]) -> None:
    """Add the matches of a story that are told so."""
    lower = state.text.lower
    for sentence in state.sentences:
        if lower.find("point", *sentence.span) < 0 and lower.find(" from ", *sentence.span) < 0:
            continue
        for side in sentence.mentions:
            if (side.kind in SIDES or side.kind == "GROUND") and not side.possessive:
                _look_at(state, whose, matches, sentence, side)


def _look_at(state: StoryState, whose: Whose, matches: list[MatchTold], sentence: Sentence, side: Mention) -> None:
    lower, first = state.text.lower, max(sentence.span.start, side.start - _REACH)
    points = _POINTS.search(lower, first, side.start)
    left = None if points is not None else _FROM.search(lower, first, side.start)
    if points is None and (left is None or not _WITH.match(lower, side.end)):
        return
    start = points.start() if points is not None else left.start() if left is not None else side.start
    if time_of(lower, sentence, start, side.end) in (AHEAD, OPEN) or in_a_condition(lower, sentence, start):
        return
    other = _other(state, side, sentence)
    subject = whose.of(start, sentence, [other]) if other is not None else None
    if subject is None or other is None or subject == other or _is_told(matches, sentence, subject, other):
        return
    match = MatchTold(start, side.end, "played", subject, other, None, None, "outcome.points", 0.8, sentence)
    where = points["where"] if points is not None else "at"
    match.home = subject if where in _HERE else None if where in ("against", "to") else other
    match.decided = "regular"
    matches.append(match)


def _other(state: StoryState, side: Mention, sentence: Sentence) -> str | None:
    """The side named, or the one club whose ground it is."""
    if side.kind != "GROUND":
        return state.side(side, sentence)
    clubs = [club_name(i) for i in side.value or ()]
    told = [club for club in clubs if club in state.cast.clubs]
    return told[0] if len(told) == 1 else clubs[0] if len(clubs) == 1 else None


def _is_told(matches: list[MatchTold], sentence: Sentence, one: str, two: str) -> bool:
    return any({m.team_1, m.team_2} == {one, two} and m.status == "played" and m.sentence is sentence for m in matches)
