"""Which goals of a match the final score has room for, and how sure that makes them.

In: the goals of one match with their sides, its score. Out: those that the sides can have scored, the surest first to
stay; where the goals told fill the score exactly, they are surer.
"""

from __future__ import annotations

from flows.extract.goals.told import GoalTold

LIKELY = "goal.likely"
_EXACT, _UNCHECKED = 0.04, -0.03
_MOST = 0.98


def within(goals: list[GoalTold], pair: tuple[str, str], score: tuple[int, int] | None) -> list[GoalTold]:
    """The goals that the score has room for; where none is told, those that are told for sure. A count of more goals
    than a side scored is of no match of this score."""
    if pair[0] == pair[1]:
        return []
    if score is None:
        goals = [g for g in goals if g.rule != LIKELY]
        for goal in goals:
            goal.confidence = round(goal.confidence + _UNCHECKED, 2)
        return goals
    kept = []
    for team, scored in zip(pair, score, strict=True):
        mine = [g for g in goals if g.team == team and (g.n == 1 or g.n <= scored)]
        told = sum(g.n for g in mine)
        while told > scored and mine:
            told -= _leave_out_weakest(mine, told - scored)
        for goal in mine:
            goal.confidence = round(min(_MOST, goal.confidence + (_EXACT if told == scored else 0.0)), 2)
        kept += mine
    return kept


def _leave_out_weakest(goals: list[GoalTold], surplus: int) -> int:
    """Take the goal told with least certainty out, or what its count has too many; returns how many went."""
    weakest = min(goals, key=lambda g: (g.from_block, g.confidence, g.described))
    gone = min(surplus, weakest.n)
    weakest.n -= gone
    if weakest.n == 0:
        goals.remove(weakest)
    return gone
