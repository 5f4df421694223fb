"""Whether a match told in a goal's sentence is told of that goal: "scored in a 3-1 defeat by X", "2-0, with Y scoring".

In: a match, a goal, the text in lower case. Out: whether the two belong together, and how far apart they stand.
"""

from __future__ import annotations

import re

from flows.extract.goals.paragraphs import is_of_an_aside
from flows.extract.goals.told import GoalTold
from flows.extract.matches.told import MatchTold
from flows.extract.text.sentence import SIDES

_IN_WHICH = re.compile(
    r"(?:(?! to )[^,.;]){0,60},? (?:when|where|in which|(?P<with>with|thanks to|courtesy of))\b"
    r"(?:(?! while | but | whereas | although )[^.;]){0,150}$|"
    r"(?:(?! to )[^,.;]){0,40},? (?:after|as) (?:(?! while | but | and )[^.,;]){0,80}$"
)
_ADDING = re.compile(r"(?:[\w'.-]+ ){1,4}?[\w-]+ing\b")
_CLAUSES = frozenset({"AND", "SUBORDINATE", "STOP"})
_NOUN = ("goal.noun", "goal.multi")
_AS = frozenset({"as", "when", "in"})
_NEAR, _OWN, _BREAK, _FAR = 70, 24, 60, 10_000  # letters


def is_told_of(lower: str, match: MatchTold, goal: GoalTold, unscored: bool) -> bool:
    """ "scored in a 3-1 defeat by X", "scored as X drew": the match adjoins, and no new clause begins between; a match
    without a score only if `unscored`."""
    told = telling_beside(match, goal)
    if told is None:
        return False
    if _is_of_that(lower, told, goal):
        return True
    if told.start > goal.at and is_of_an_aside(lower, goal, told.start):
        return False
    if _gap(told, goal) >= _NEAR or (match.score_1 is None and not unscored):
        return False
    return not _breaks(told, goal) and not _set_aside(told, goal)


def telling_beside(match: MatchTold, goal: GoalTold) -> MatchTold | None:
    """The telling of a match that stands nearest to the goal in its sentence."""
    span = goal.sentence.span
    inside = [t for t in match.tellings() if span.start <= t.start < span.end]
    return min(inside, key=lambda t: _gap(t, goal), default=None)


def how_far(lower: str, match: MatchTold, goal: GoalTold) -> int:
    """Letters between a goal and a match of its sentence, more for each clause that begins between."""
    told = telling_beside(match, goal)
    if told is not None and _is_of_that(lower, told, goal):
        return 0
    return _FAR if told is None else _gap(told, goal) + _BREAK * _breaks(told, goal)


def _is_of_that(lower: str, told: MatchTold, goal: GoalTold) -> bool:
    """ "a 3-0 defeat at X, in which Y scored", "with Y scoring and Z adding another"; not "with Y's first of the
    year and Z scored"."""
    found = _IN_WHICH.match(lower, told.end, goal.start) if told.end <= goal.start else None
    if found is None or _side_acts(lower, told, goal):
        return False
    goes_on = found["with"] is not None and lower.endswith(" and ", 0, goal.start)
    return not goes_on or _ADDING.match(lower, goal.start) is not None


def _side_acts(lower: str, told: MatchTold, goal: GoalTold) -> bool:
    """Whether a side is the subject of the goal's own clause: "1-0 down from the first leg, when X scored, Y levelled
    through Z"."""
    return any(
        m.kind in SIDES and not m.possessive and lower.endswith(", ", 0, m.start) and goal.at - m.end < _OWN
        for m in goal.sentence.mentions
        if told.end < m.start < goal.at
    )


def _gap(told: MatchTold, goal: GoalTold) -> int:
    """Letters between a goal and the telling of a match, none where they overlap."""
    return max(0, goal.at - told.end, told.start - goal.end)


def _breaks(told: MatchTold, goal: GoalTold) -> int:
    """How many new clauses begin between the two, but for an "as" or a "when" that the match itself begins with, and
    for an "and" that adds a goal to another: "won 2-0 through a header by X and one from Y"."""
    first, last = min(goal.end, told.end), max(goal.at, told.start)
    mentions = goal.sentence.mentions
    between = [
        m
        for before, m, after in zip(mentions, mentions[1:], mentions[2:], strict=False)
        if first <= m.start < last
        and m.kind in _CLAUSES
        and not (m.kind == "AND" and before.kind == after.kind == "PERSON")
        and not (m.kind == "AND" and m.end + 1 == goal.start and goal.rule.startswith(_NOUN))
    ]
    if between and goal.end < told.start and between[-1].text.lower() in _AS and told.start - between[-1].end < _OWN:
        between.pop()
    return len(between)


def _set_aside(told: MatchTold, goal: GoalTold) -> bool:
    """Whether the match stands in a relative clause that has ended: "X, who beat Y 2-0 last week, led through Z"."""
    mentions = goal.sentence.mentions
    opened = any(m.kind == "WHO" and m.start < told.start for m in mentions)
    return opened and any(m.kind in ("COMMA", "DASH") and told.end <= m.start < goal.at for m in mentions)
