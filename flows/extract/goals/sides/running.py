"""The order in which the goals of a match fell, and which words of the story tell how the score then stood.

In: the goals of one match. Out: the goals by their minutes and by where the story tells them; for each the cues
(`score_cues`) of the words around its tellings that belong to no other goal.
"""

from __future__ import annotations

import re

from flows.extract.goals.sides.bonds import EITHER_SIDE
from flows.extract.goals.sides.score_cues import cues_in
from flows.extract.goals.sides.score_path import Cue
from flows.extract.goals.told import GoalTold, Telling
from flows.extract.text.phrase_tables import phrase_table

_AFTER = 60
_OTHERS = re.compile(
    r"\b(?:before|after|until|despite|although|while|only for|but|then)\b(?! the (?:break|interval|hour))"
)
_UNDID = re.compile(
    rf"(?<!was )(?<!were )(?<!been )(?:(?:{phrase_table('goal_phrases.csv')['cancelled']})(?! by)|"
    rf"\b(?:repl(?:ied|ying)|respond(?:ed|ing)|answer(?:ed|ing)) to\b|"
    rf"(?:{phrase_table('goal_phrases.csv')['UNDID']}) $)"
)
_AFTER_IT = re.compile(r"(?<!\band )(?<!\band, )(?<!\bbut )\bafter (?:(?!(?:but|and|before|then) )[\w'-]+ ){0,4}$")
_HAD = re.compile(r"\bhad\b|'s? (?:[\w-]+ ){0,3}(?:opener|goal|strike|header|penalty|effort|free-kick|volley|\d+th)\b")
_SO_IT_STOOD = re.compile(r"[\"'!.\s]*\d{1,2} ?- ?\d{1,2}(?=[,!.]| (?:to|and|up|now|at)\b)")  # a sentence of its own
_NEXT = 60
_LEAD = 1  # sentences
_LATEST = 84  # minutes
_LATE = re.compile(
    r"\b(?:winner\b|won it\b|sealed|rescued|salvaged|snatch\w+|late (?:goal|strike|header|penalty|equaliser|"
    r"leveller)|"
    r"stoppage-time|injury-time|last-minute)"
)


def in_order(lower: str, goals: list[GoalTold]) -> list[GoalTold]:
    """The goals as they fell: by minute; one without follows the one that the story tells before it, or goes before the
    next where the story has turned back; but for an opener and for what the lead tells of the end."""
    last = max((g.sentence.number for g in goals), default=0)
    told = sorted(goals, key=lambda g: _place_told(g, goals) or (_stage(lower, g, last), *_told_at(g)[:2]))
    ordered = sorted((g for g in told if g.minute is not None), key=lambda g: g.minute or 0)
    for place, goal in enumerate(told):
        if goal.minute is None:
            ordered.insert(_place(ordered, told, place), goal)
    for place in range(1, len(ordered)):
        if _fell_before(lower, ordered[place], ordered[place - 1]):
            ordered[place - 1], ordered[place] = ordered[place], ordered[place - 1]
    return ordered


def _place(ordered: list[GoalTold], told: list[GoalTold], place: int) -> int:
    """Where among the goals ordered so far one without a minute belongs."""
    before = told[place - 1] if place else None
    following = next((g for g in told[place + 1 :] if g.minute is not None), None)
    if before is None:
        return 0 if following is None else _at(ordered, following)
    turned_back = following is not None and before.minute is not None and (following.minute or 0) < before.minute
    return _at(ordered, following) if turned_back and following is not None else _at(ordered, before) + 1


def _at(ordered: list[GoalTold], goal: GoalTold) -> int:
    return next(place for place, other in enumerate(ordered) if other is goal)


def _fell_before(lower: str, goal: GoalTold, told: GoalTold) -> bool:
    """Whether a goal told behind another fell first: "X cancelled out Y's opener", "X levelled after Y had scored"."""
    if goal.sentence is not told.sentence or (goal.minute is not None and told.minute is not None):
        return False
    between = lower[min(told.end, goal.start) : goal.start]
    if EITHER_SIDE.search(lower, told.at, goal.at):
        return True
    if _UNDID.search(between) or (len(between) < _NEXT and _UNDID.search(lower, told.start, max(told.end, goal.start))):
        return goal.start >= told.end
    return bool(_AFTER_IT.search(between)) and bool(_HAD.search(lower[goal.start : goal.end]))


def _stage(lower: str, goal: GoalTold, last: int) -> int:
    """The opener first; last what the lead only counts, and how it ends the match, where a body follows."""
    if goal.called == "opener":
        return 0
    if goal.minute is None and goal.half is not None and goal.half[0] >= _LATEST:
        return 2
    if goal.sentence.number > _LEAD or goal.elsewhere or goal.sentence.number == last:
        return 1
    start, end, _ = _told_at(goal)
    return 2 if not goal.described or _LATE.search(lower, max(0, start - 20), end + 20) else 1


def _place_told(goal: GoalTold, goals: list[GoalTold]) -> tuple[int, int, int] | None:
    """What "his second" leaves untold fell before all that its sentence tells."""
    return (1, goal.sentence.span.start, 0) if _is_his_first(goal, goals) else None


def _told_at(goal: GoalTold) -> Telling:
    """Where the body of a story tells it, where it tells it again after the lead."""
    again = goal.spans[-1:] if goal.sentence.number <= _LEAD and goal.elsewhere else goal.spans[:1]
    return again[0]


def _is_his_first(goal: GoalTold, goals: list[GoalTold]) -> bool:
    """What "his second" leaves untold, and so fell before it."""
    if goal.described or goal.n > 1 or goal.minute is not None:
        return False
    return any(g.scorer == goal.scorer and (g.order or 0) > 1 and g.at == goal.at for g in goals)


def cues_of(lower: str, goal: GoalTold, goals: list[GoalTold]) -> list[Cue]:
    """What the tellings of a goal say of the score after it."""
    if not goal.described and goal.n > 1:
        return []
    found: list[Cue] = []
    for start, end, stop in goal.spans:
        others = [s for g in goals if g is not goal for s in g.spans]
        begin = max([s.end for s in others if start <= s.end < end and s.start <= start], default=start)
        after = _SO_IT_STOOD.match(lower, stop)
        last = min([stop, end + _AFTER]) if after is None else after.end()
        stop = min([last, *(s.start for s in others if s.start >= end)])
        other = _OTHERS.search(lower, end, stop)
        found += cues_in(lower[begin : other.start() if other else stop])
    return found
