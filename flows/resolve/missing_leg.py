"""The leg that no article states: the aggregate less the other leg.

Worked out only where it is unique and possible: one stated aggregate, one leg with an undisputed score and a number,
no score for the other, and no negative goals. What is found here becomes a match, or the score of one that is told
without, in inferred_matches.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from flows.resolve.legs import Leg
from flows.resolve.ties import Tie


@dataclass(slots=True)
class Inferred:
    """The missing leg of a tie; `row` is its match's, `is_new` where no claim tells that match at all."""

    tie: Tie
    known: Leg
    leg: int
    score_a: int
    score_b: int
    home: str | None
    row: int
    is_new: bool


def infer(ties: list[Tie], free_row: int) -> list[Inferred]:
    """The missing legs of all ties, set in them too; new matches are numbered from `free_row`."""
    found: list[Inferred] = []
    for tie in ties:
        one = _infer(tie, free_row + sum(inferred.is_new for inferred in found))
        if one is not None:
            _set(tie, one)
            found.append(one)
    return found


def _infer(tie: Tie, free_row: int) -> Inferred | None:
    if tie.stated_a is None or tie.stated_b is None or tie.is_disputed or tie.row is None:
        return None
    known, missing = _sides(tie)
    if known is None or known.is_disputed or known.leg is None or known.score_a is None or known.score_b is None:
        return None
    left_a, left_b = tie.stated_a - known.score_a, tie.stated_b - known.score_b
    if left_a < 0 or left_b < 0 or (missing is not None and not _fits(missing, left_a, left_b)):
        return None
    home = None if known.home is None else next(side for side in tie.pair if side != known.home)
    row = free_row if missing is None else missing.row
    return Inferred(tie, known, 3 - known.leg, left_a, left_b, home, row, missing is None)


def _sides(tie: Tie) -> tuple[Leg | None, Leg | None]:
    """The scored leg and the one without a score; nothing known where both have one."""
    first_known = tie.first is not None and tie.first.is_scored
    second_known = tie.second is not None and tie.second.is_scored
    if first_known == second_known:
        return None, None
    return (tie.first, tie.second) if first_known else (tie.second, tie.first)


def _fits(missing: Leg, left_a: int, left_b: int) -> bool:
    """Whether a match told without its score, or with one side's, can have ended so; one still to come cannot."""
    half_fits = missing.score_a in (None, left_a) and missing.score_b in (None, left_b)
    return missing.played and half_fits


def _set(tie: Tie, one: Inferred) -> None:
    leg = Leg(one.row, None, None, one.home, tie.competition, tie.season, tie.round, one.leg, None, True)
    if one.leg == 1:
        tie.first = tie.first or leg
    else:
        tie.second = tie.second or leg
