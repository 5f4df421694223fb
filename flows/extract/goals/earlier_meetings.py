"""Whether a goal fell in an earlier meeting of the same two sides: "scored in the first leg", "settled that first tie".

In: a goal and the match it would be of otherwise. Out: of the played matches of the same pair the other one, the first
leg before the rest, where its clause says so; none where the story tells of no other. A goal of an earlier meeting that
nobody told the score of is of a match of its own, of which the story says no more than the goal.
"""

from __future__ import annotations

from collections.abc import Iterable

from flows.extract.goals.told import GoalTold
from flows.extract.matches.told import MatchTold
from flows.extract.text.sentence import SIDES
from flows.extract.text.sought import Sought

_MEETING = (
    r"(?:(?:the|that|last week's|last month's) (?:first|earlier|previous|opening|initial) (?:leg|meeting|encounter)|"
    r"that (?:first|earlier|previous) (?:match|game|tie|clash)|the (?:reverse|corresponding) (?:fixture|meeting|game|"
    r"encounter|match))\b"
)
_IN_IT = Sought(
    rf"\b(?:(?:in|during|settled|decided|won) {_MEETING}|(?:when|the last time) (?:the|these) (?:two |same )?"
    r"(?:sides|teams|clubs|two|pair|rivals|nations)(?: last| first)? met\b)"
)
_OF_IT = Sought(rf"\b(?:in|from|of|won|lost|drew|edged) {_MEETING},? (?:when|where|in which|thanks to|through)\b")
_STOPS = Sought(r"(?:[;.]| but | while )")
_BEHIND, _AHEAD = 60, 120  # letters


def of_earlier(lower: str, goal: GoalTold) -> bool:
    """Whether the words behind a goal, or those that its clause hangs on, put it into an earlier meeting."""
    span = goal.sentence.span
    stop = min(span.end, goal.end + _BEHIND)
    cut = _STOPS.search(lower, goal.end, stop)
    if _IN_IT.search(lower, goal.at, stop if cut is None else cut.start()) is not None:
        return True
    told = _OF_IT.search(lower, max(span.start, goal.start - _AHEAD), goal.start)
    if told is None or _STOPS.search(lower, told.end(), goal.start) is not None:
        return False
    back = (m for m in goal.sentence.mentions if m.kind in SIDES and told.end() <= m.start < goal.start)
    return all(lower.startswith(("'", "s'"), m.end) or m.attributive for m in back)  # its clause is over: "..., X drew"


def earlier_meeting(goal: GoalTold, match: MatchTold, played: Iterable[MatchTold]) -> MatchTold | None:
    """The other match of the two sides; the match itself where that is told as the earlier one."""
    if match.is_a_first_leg():
        return match
    others = [m for m in played if m is not match and m.same_pair(match)]
    first = [m for m in others if m.is_a_first_leg()]
    return next(iter([*first, *others]), None)
