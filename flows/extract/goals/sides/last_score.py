"""The final score of a match told without one, as the last of its goals made it: "Hale headed in to make it 3-1".

In: a played match without a score, with who won it where that was told, and its goals. Out: the same match with the
score that its last goal made. That is the end where the goals told are as many as the score has, or where the goal fell
so late that the story would tell another. Whose goals are whose the outcome says, else what fits the goals best.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.extract.goals.sides.running import in_order
from flows.extract.goals.sides.score_cues import goals_down, says_level
from flows.extract.goals.told import GoalTold
from flows.extract.matches.told import MatchTold

_MADE = re.compile(
    r"\b(?:(?:ma(?:ke|kes|de|king)|turn(?:ed|ing)?) (?:it|the score|the scoreline)(?: to)?|"
    r"level(?:led|s|ling)?(?: (?:it|things|matters|the scores?))?(?: up)? (?:at|to)|"
    r"equalis\w+ (?:for|at|to make it)|(?:drew|draw|drawing) level at|all square at|for|"
    r"(?:put|puts|putting|sent|fired|gave) [\w' .&-]{2,30}?) "
    r"(?P<one>\d{1,2})-(?P<two>\d{1,2})\b(?! (?:on agg|overall|at (?:half|the (?:break|interval)|that)|"
    r"(?:win|victory|defeat|draw|lead|half-time)))"
)
_BEFORE_THE_END = re.compile(
    r"[^.;]{0,40}\b(?:half-time|the (?:break|interval|half|opening)|(?:first|opening)[ -]half|at the turn|turnaround)\b"
)
_AROUND, _OBJECT = 70, 16  # letters
_ENOUGH = re.compile(
    r"\b(?:was|is|proved|proving|turned out to be) (?:\w+ )?(?:enough|sufficient) (?:for|to)\b|"
    r"\b(?:was all that |to )?separat(?:e|ed|ing) (?:the (?:two )?(?:sides|teams)|them|it)\b|"
    r"\b(?:all that|only thing (?:that|to)|was the difference)\b[^.;]{0,12}\b(?:separat\w+|between)\b"
)
_LATE = 70  # minutes
_LATE_ON = re.compile(
    r"\b(?:late on|closing (?:stages|minutes|moments|seconds)|dying (?:minutes|seconds|moments)|(?:stoppage|injury|"
    r"added)[- ]time|at the death|(?:last|final|closing|dying) (?:few|five|six|seven|eight|ten|10|quarter)\b|"
    r"last (?:minute|kick|seconds)|final (?:minutes?|seconds|whistle)|late|soon "
    r"before the end)\b"
)

Score = tuple[int, int]


def settle_by_last_goal(
    lower: str, match: MatchTold, goals: list[GoalTold], fit: Callable[[Score], float], ended: Score | None = None
) -> Score | None:
    """The score of the match's first side and its other one; `fit` says how well a score agrees with the goals,
    `ended` in which score the story says that it ended, whoever won."""
    if match.status != "played" or match.score_1 is not None or match.score_2 is not None or not goals:
        return None
    ordered = in_order(lower, goals)
    last = ordered[-1]
    told = sum(goal.n for goal in goals)
    if ended is not None and told <= sum(ended):
        return _turned(ended, fit)
    made = _made_by(lower, last, goals) or _came_level(lower, match, last, told) or _enough(lower, match, last, told)
    if made is None or told > sum(made):
        return None
    told_later = any(g.start > last.start and g.minute is None for g in ordered[:-1])
    if told < sum(made) and (told_later or not _is_late(lower, last)):
        return None
    high, low = max(made), min(made)
    if match.outcome is not None:
        if (high == low) != (match.outcome == "draw"):
            return None
        return (low, high) if match.outcome == "loss" else (high, low)
    return _turned(made, fit)


def _turned(score: Score, fit: Callable[[Score], float]) -> Score | None:
    """A score whose winner nobody names as it fits the goals best; None where both ways fit alike."""
    high, low = max(score), min(score)
    if high == low:
        return high, low
    return max((high, low), (low, high), key=fit) if fit((high, low)) != fit((low, high)) else None


def _came_level(lower: str, match: MatchTold, last: GoalTold, told: int) -> Score | None:
    """ "came from two goals down to take a point", of which the story tells all four goals, the equaliser last."""
    level = last.called == "equaliser" or says_level(lower[last.start : last.end + _OBJECT])
    if match.outcome != "draw" or not level:
        return None
    for telling in match.tellings():
        down = goals_down(telling.sentence.span_text(lower))
        if down is not None and told == 2 * down:
            return told // 2, told // 2
    return None


def _enough(lower: str, match: MatchTold, last: GoalTold, told: int) -> Score | None:
    """ "Hale's header was enough for X to beat Y", the one goal of the story."""
    if told != 1 or match.outcome not in ("win", "loss") or last.order is not None:
        return None
    return (1, 0) if any(_ENOUGH.search(lower, start, stop) for start, _, stop in last.spans) else None


def _made_by(lower: str, goal: GoalTold, goals: list[GoalTold]) -> Score | None:
    """The score that a goal made, in the words around its tellings that tell no other goal."""
    others = [span.start for g in goals if g is not goal for span in g.spans]
    for start, end, stop in goal.spans:
        last = min([stop, end + _AROUND, *(other for other in others if other >= end)])
        for made in _MADE.finditer(lower, start, last):
            if not _BEFORE_THE_END.match(lower, made.end()):
                return int(made["one"]), int(made["two"])
    return None


def _is_late(lower: str, goal: GoalTold) -> bool:
    """Whether a goal fell so near the end that one after it would have been told."""
    if goal.minute is not None:
        return goal.minute >= _LATE
    return any(_LATE_ON.search(lower, max(start - 20, 0), min(stop, end + _AROUND)) for start, end, stop in goal.spans)
