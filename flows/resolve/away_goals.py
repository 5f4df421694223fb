"""Which side goes through where two legs add up to a draw?

By the kicks of a shoot-out after the second leg where they are known; else by the goals scored on the other side's
ground, where the competition counted them in that season (`flows/vocabulary/away_goals.csv`) and both grounds are
known.
"""

from __future__ import annotations

from functools import cache

from flows import vocabulary
from flows.resolve import names
from flows.resolve.legs import Leg, Pair


@cache
def counts(competition: str | None, season: str | None) -> bool:
    """Whether goals away from home decided a level tie; False where the competition or the season is not known."""
    if competition is None or season is None or not season[:4].isdigit():
        return False
    spans = _spans().get(competition, [])
    return any(first <= int(season[:4]) <= last for first, last in spans)


@cache
def _spans() -> dict[str, list[tuple[int, int]]]:
    """By competition the years in which its first and last season under the rule began."""
    found: dict[str, list[tuple[int, int]]] = {}
    for rule in vocabulary.away_goals():
        key = names.competition(rule.competition)
        if key is not None:
            found.setdefault(key, []).append((int(rule.first[:4]), int(rule.last[:4])))
    return found


def by_kicks(pair: Pair, second: Leg) -> str | None:
    """The side that won the shoot-out of the second leg."""
    if second.kicks_a is None or second.kicks_b is None or second.kicks_a == second.kicks_b:
        return None
    return pair[0] if second.kicks_a > second.kicks_b else pair[1]


def by_goals_away(pair: Pair, first: Leg, second: Leg) -> str | None:
    """The side that scored more on the other's ground, of two scored legs at different grounds."""
    home = first.home or _other(pair, second.home)
    if home is None or home == second.home or not (first.is_scored and second.is_scored):
        return None
    at_b, at_a = (second, first) if home == pair[0] else (first, second)
    away_a, away_b = at_b.score_a or 0, at_a.score_b or 0
    if away_a == away_b:
        return None
    return pair[0] if away_a > away_b else pair[1]


def _other(pair: Pair, side: str | None) -> str | None:
    return None if side is None else next(one for one in pair if one != side)
