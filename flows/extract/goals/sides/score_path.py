"""The way from 0-0 to the final score that the goals told can have taken, and whose each goal was on it.

In: the goals of a match in order, votes for each scorer's side, what each goal says of the score, the final score.
Out: each scorer's side on the best way. A way is walked goal by goal: a goal counts for one side or the other or,
where the score has no room, for none; goals that nobody told may have fallen between. What a goal says of the score
("levelled", "made it 3-1") holds on a way or does not. A scorer of several goals has one side: both are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from flows.extract.goals.sides.allegiance import Allegiances, Key, Pair, Place, Votes
from flows.extract.goals.told import GoalTold

_MOST_TRIED = 6  # scorers of several goals
_UNTOLD, _UNTOLD_BETWEEN = -0.2, -0.7  # a goal that nobody told fell; between two told in one breath
_FIRST_NAMED = 0.02  # where nothing tells, the first goal is of the side named first
_WORTH, _BLOCK_WORTH = 4.0, 8.0


class After(NamedTuple):
    """The score after a goal as its scorer's side sees it; `answered`: whether the goal before was the others'."""

    mine: int
    theirs: int
    answered: bool | None
    left: int | None  # goals his side has still to come


class Cue(NamedTuple):
    """What a goal says of the score after it (None where that cannot be said), and how much it counts."""

    holds: Callable[[After], bool | None]
    weight: float


class _State(NamedTuple):
    first: int
    second: int
    last: int  # the side of the goal before, -1 unknown


_Walked = dict[_State, tuple[float, tuple[int, ...]]]


def key_of(goal: GoalTold) -> Key:
    """A scorer, his own goals apart from the others."""
    return goal.scorer, goal.kind == "own_goal"


class ScorePath:
    """The ways of one match's goals."""

    def __init__(
        self, goals: Sequence[GoalTold], cues: Sequence[Sequence[Cue]], pair: Pair, score: tuple[int, int] | None
    ) -> None:
        self.goals, self.cues, self.pair, self.score = goals, cues, pair, score
        told = sum(g.n for g in goals)
        self._untold = 0 if score is None else max(0, sum(score) - told)

    def best(self, votes: Votes, bonds: Sequence[tuple[Key, Key, bool]]) -> tuple[float, dict[Key, int]]:
        """How well the best way agrees, and the side (0 or 1) of each scorer on it; `votes` may speak of others too."""
        groups = Allegiances(votes, self.pair)
        groups.join([*bonds, *self._listed()])
        places = [groups.place(key_of(g)) for g in self.goals]
        votes = groups.votes(votes)
        keys = [place.head for place in places]
        lean = {key: votes[key][self.pair[1]] - votes[key][self.pair[0]] for key in keys}
        several = sorted({k for k in keys if keys.count(k) > 1}, key=lambda k: (abs(lean[k]), k))
        fixed = {k: int(lean[k] > 0) for k in several[_MOST_TRIED:]}
        found: tuple[float, dict[Key, int]] | None = None
        for way in product((0, 1), repeat=min(len(several), _MOST_TRIED)):
            sides = fixed | dict(zip(several, way, strict=False))
            value, taken = self._walk(places, sides, votes)
            value += sum(votes[key][self.pair[side]] for key, side in sides.items())
            if found is None or value > found[0]:
                found = value, sides | {p.head: s ^ p.turned for p, s in zip(places, taken, strict=True)}
        value, ways = found if found is not None else (0.0, {})
        return value, groups.sides(ways)

    def _listed(self) -> Iterator[tuple[Key, Key, bool]]:
        """Those listed together ("A and B scored"), who are of one side."""
        first: dict[tuple[int, str], Key] = {}
        for goal in self.goals:
            if goal.kind != "own_goal" and (head := first.setdefault((goal.at, goal.rule), key_of(goal))) != key_of(
                goal
            ):
                yield head, key_of(goal), True

    def _walk(self, places: list[Place], sides: dict[Key, int], votes: Votes) -> tuple[float, tuple[int, ...]]:
        states: _Walked = {_State(0, 0, -1): (0.0, ())}
        for nth, (goal, (key, turned), cues) in enumerate(zip(self.goals, places, self.cues, strict=True), start=1):
            states = self._with_untold(states, self._cost(nth - 1))
            following: _Walked = {}
            for side in (sides[key] ^ turned,) if key in sides else (0, 1):
                voted = 0.0 if key in sides else votes[key][self.pair[side ^ turned]]
                voted += _FIRST_NAMED / nth * (side == 0)
                self._score(states, goal, side, voted, cues, following)
            states = following
        return max(states.values(), key=lambda v: v[0])

    def _score(
        self, states: _Walked, goal: GoalTold, side: int, voted: float, cues: Sequence[Cue], following: _Walked
    ) -> None:
        """All states after a goal of that side."""
        worth = _worth(goal)
        for state, (value, taken) in states.items():
            room = goal.n if self.score is None else min(goal.n, self.score[side] - state[side])
            taken = (*taken, side)
            for n in (room, 0) if room > 0 else (0,):
                after = _State(state.first + n * (side == 0), state.second + n * (side == 1), side if n else state.last)
                told = _agreement(cues, self._after(after, side, state.last)) if n and cues else 0.0
                _keep(following, after, value + voted + worth * n + told, taken)

    def _after(self, state: _State, side: int, last: int) -> After:
        left = None if self.score is None else self.score[side] - state[side]
        return After(state[side], state[1 - side], None if last < 0 else last != side, left)

    def _cost(self, place: int) -> float:
        """What it costs that an untold goal fell before the goal at a place."""
        before, goal = self.goals[place - 1 : place], self.goals[place]
        near = bool(before) and abs(goal.sentence.number - before[0].sentence.number) <= 1
        return _UNTOLD_BETWEEN if near else _UNTOLD

    def _with_untold(self, states: _Walked, cost: float) -> _Walked:
        """The states, and those that goals nobody told lead to."""
        if not self._untold or self.score is None:
            return states
        reached = dict(states)
        before = states
        for _ in range(min(self._untold, 3)):
            further: _Walked = {}
            for (first, second, _last), (value, taken) in before.items():
                if first < self.score[0]:
                    _keep(further, _State(first + 1, second, -1), value + cost, taken)
                if second < self.score[1]:
                    _keep(further, _State(first, second + 1, -1), value + cost, taken)
            for state, (value, taken) in further.items():
                _keep(reached, state, value, taken)
            before = further
        return reached


def _keep(states: _Walked, state: _State, value: float, taken: tuple[int, ...]) -> None:
    known = states.get(state)
    if known is None or value > known[0]:
        states[state] = value, taken


def _agreement(cues: Sequence[Cue], after: After) -> float:
    held = ((cue.holds(after), cue.weight) for cue in cues)
    return sum(weight if holds else -weight for holds, weight in held if holds is not None)


def _worth(goal: GoalTold) -> float:
    return _BLOCK_WORTH if goal.from_block else _WORTH * goal.confidence
