"""Which way of giving the scorers to the two sides fits the votes and the final score, and which goals it has room
for.

In: goals, votes for each scorer's side, the score. Out: each scorer's side; then the goals without those that a
side cannot have scored. All ways are tried, as a match has few scorers. Where the goals told fill the score
exactly, they are surer.
"""

from __future__ import annotations

from itertools import product

from flows.extract.goals.running import Running
from flows.extract.goals.told import GoalTold

Key = tuple[str, bool]
Votes = dict[Key, dict[str, float]]
_MOST_SCORERS = 9
_EXACT, _UNCHECKED = 0.04, -0.03
_MOST = 0.98
_WORTH, _BLOCK_WORTH = 4.0, 8.0


class ScoreFit:
    """Fits the goals of one match to its final score, which may be unknown."""

    def __init__(self, lower: str, pair: tuple[str, str], score: tuple[int, int] | None) -> None:
        self.lower = lower
        self.pair = pair
        self.score = score

    def best(self, goals: list[GoalTold], votes: Votes) -> dict[Key, int]:
        """The side (0 or 1) of each scorer that agrees best with votes and score."""
        keys = sorted(
            {key_of(g): None for g in goals}, key=lambda k: -abs(votes[k][self.pair[0]] - votes[k][self.pair[1]])
        )
        fixed = {
            k: int(votes[k][self.pair[1]] > votes[k][self.pair[0]]) for k in keys[: max(0, len(keys) - _MOST_SCORERS)]
        }
        open_keys = [k for k in keys if k not in fixed]
        running = Running(self.lower, goals, self.score)
        ordered = [key_of(goal) for goal in running.ordered]
        ways = (fixed | dict(zip(open_keys, way, strict=True)) for way in product((0, 1), repeat=len(open_keys)))
        return max(
            ways,
            key=lambda way: self._agreement(way, goals, votes) + running.agreement([way[key] for key in ordered]),
        )

    def _agreement(self, way: dict[Key, int], goals: list[GoalTold], votes: Votes) -> float:
        """How well a way fits: the votes it follows, and the goals it leaves room for."""
        agreed = sum(float(votes[key][self.pair[side]]) for key, side in way.items())
        if self.score is None:
            return agreed
        for side in (0, 1):
            worth = sorted((_worth(g) for g in goals for _ in range(g.n) if way[key_of(g)] == side), reverse=True)
            agreed += sum(worth[: self.score[side]])
        return agreed

    def within(self, goals: list[GoalTold]) -> list[GoalTold]:
        if self.score is None:
            for goal in goals:
                goal.confidence = round(goal.confidence + _UNCHECKED, 2)
            return goals
        kept = []
        for team, scored in zip(self.pair, self.score, strict=True):
            mine = [g for g in goals if g.team == team]
            told = sum(g.n for g in mine)
            while told > scored and mine:
                told -= _leave_out_weakest(mine, told - scored)
            for goal in mine:
                change = _EXACT if told == scored else 0.0
                goal.confidence = round(min(_MOST, goal.confidence + change), 2)
            kept += mine
        return kept


def key_of(goal: GoalTold) -> Key:
    """A scorer, his own goals apart from the others."""
    return goal.scorer, goal.kind == "own_goal"


def _worth(goal: GoalTold) -> float:
    return _BLOCK_WORTH if goal.from_block else _WORTH * goal.confidence


def _leave_out_weakest(goals: list[GoalTold], surplus: int) -> int:
    """Take the goal told with least certainty out, or what its count has too many; returns how many went."""
    weakest = min(goals, key=lambda g: (g.from_block, g.confidence, g.described))
    gone = min(surplus, weakest.n)
    weakest.n -= gone
    if weakest.n == 0:
        goals.remove(weakest)
    return gone
