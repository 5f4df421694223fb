"""Two-legged ties: which matches are their legs, what those add up to, and whether that is what was stated.

In: the ties that claims tell and the matches by pair; out: all ties with their legs. A tie is told by an aggregate, or
by its two legs alone. The stated aggregate and the one that the legs add up to are kept apart and held against each
other: agrees, disagrees, or not_comparable where one of them is not known.
"""

from __future__ import annotations

from dataclasses import dataclass

from flows.resolve import away_goals, names
from flows.resolve.legs import Leg, Pair


@dataclass(slots=True)
class Tie:
    """A tie under work; `row` is None for one that only its legs tell."""

    row: int | None
    pair: Pair
    first_side: str
    stated_a: int | None
    stated_b: int | None
    winner: str | None
    competition: str | None
    season: str | None
    round: str | None
    confidence: float
    is_disputed: bool = False
    first: Leg | None = None
    second: Leg | None = None

    def computed(self) -> tuple[int, int] | None:
        """The sum of two told legs in order of side keys."""
        if self.first is None or self.second is None or not (self.first.is_scored and self.second.is_scored):
            return None
        return _sum(self.first.score_a, self.second.score_a), _sum(self.first.score_b, self.second.score_b)


def _sum(one: int | None, other: int | None) -> int:
    assert one is not None and other is not None
    return one + other


def find_legs(tie: Tie, matches: list[Leg]) -> None:
    """Set the legs that the tie's claims and the matches make certain; a slot with two takers stays empty.

    A match that names no leg takes a slot in a knock-out round of the same season only: the free one beside a known leg
    played at the other ground, or both slots of two dated ones.
    """
    near = [match for match in matches if _belongs(tie, match)]
    tie.first = _only(tie, [match for match in near if match.leg == 1])
    tie.second = _only(tie, [match for match in near if match.leg == 2])
    loose = [
        match for match in near if match.leg is None and match.played and match.is_scored and _same_occasion(tie, match)
    ]
    if tie.first is None and tie.second is None:
        _order_by_day(tie, loose)
    elif len(loose) == 1 and tie.first is None and _other_ground(loose[0], tie.second):
        tie.first = loose[0]
    elif len(loose) == 1 and tie.second is None and _other_ground(loose[0], tie.first):
        tie.second = loose[0]


def _belongs(tie: Tie, match: Leg) -> bool:
    if _differ(tie.competition, match.competition) or _differ(tie.season, match.season):
        return False
    if match.round is not None and names.is_group(match.round):
        return False
    return tie.round is None or match.round is None or names.same_round(tie.round, match.round)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _only(tie: Tie, takers: list[Leg]) -> Leg | None:
    """The one match for a slot; of several, the one that shares more of the tie's season, round and competition."""
    ranked = sorted(takers, key=lambda match: (-_shared(tie, match), not match.is_scored, match.row))
    if not ranked or (len(ranked) > 1 and _shared(tie, ranked[0]) == _shared(tie, ranked[1])):
        return None
    return ranked[0]


def _shared(tie: Tie, match: Leg) -> int:
    known = ((tie.competition, match.competition), (tie.season, match.season), (tie.round, match.round))
    return sum(one is not None and one == other for one, other in known)


def _same_occasion(tie: Tie, match: Leg) -> bool:
    return tie.competition is not None and tie.round is not None and _shared(tie, match) == 3


def _order_by_day(tie: Tie, loose: list[Leg]) -> None:
    if len(loose) == 2 and _other_ground(loose[0], loose[1]):
        days = [match.day for match in loose]
        if days[0] is not None and days[1] is not None and days[0] != days[1]:
            tie.first, tie.second = loose if days[0] < days[1] else loose[::-1]


def _other_ground(one: Leg, other: Leg | None) -> bool:
    return (
        other is not None and (one.home is None or one.home != other.home) and (one.day is None or one.day != other.day)
    )


def told_by_legs(legs: dict[Pair, list[Leg]], ties: list[Tie]) -> list[Tie]:
    """A tie for each two scored legs of one competition and season that no claim sums up."""
    used = {leg.row for tie in ties for leg in (tie.first, tie.second) if leg is not None}
    found = []
    for pair, matches in sorted(legs.items()):
        free = [match for match in matches if match.leg in (1, 2) and match.is_scored and match.row not in used]
        for first in (match for match in free if match.leg == 1):
            tie = Tie(None, pair, pair[0], None, None, None, first.competition, first.season, first.round, 0.0)
            tie.first, tie.second = (
                first,
                _only(tie, [match for match in free if match.leg == 2 and _belongs(tie, match)]),
            )
            rivals = [match for match in free if match.leg == 1 and tie.second is not None and _both(match, tie.second)]
            if tie.second is not None and tie.competition is not None and len(rivals) == 1:
                found.append(tie)
    return found


def _both(one: Leg, other: Leg) -> bool:
    pairs = ((one.competition, other.competition), (one.season, other.season), (one.round, other.round))
    return not any(_differ(left, right) for left, right in pairs)


def verdict(tie: Tie) -> str:
    """Whether what is stated and what the legs as told add up to agree; an inferred leg proves nothing."""
    total = tie.computed()
    if total is None or tie.stated_a is None or tie.stated_b is None:
        return "not_comparable"
    return "agrees" if total == (tie.stated_a, tie.stated_b) else "disagrees"


def decided_by(tie: Tie) -> tuple[str | None, str | None]:
    """The side that the numbers send through, and by what: aggregate, penalties, away_goals; None where they do not."""
    total = (tie.stated_a, tie.stated_b) if tie.stated_a is not None else tie.computed()
    if total is None or total[0] is None or total[1] is None:
        return None, None
    if total[0] != total[1]:
        return tie.pair[0 if total[0] > total[1] else 1], "aggregate"
    if tie.first is None or tie.second is None:
        return None, None
    through = away_goals.by_kicks(tie.pair, tie.second)
    if through is not None:
        return through, "penalties"
    if away_goals.counts(*_occasion(tie)):
        through = away_goals.by_goals_away(tie.pair, tie.first, tie.second)
    return through, None if through is None else "away_goals"


def _occasion(tie: Tie) -> tuple[str | None, str | None]:
    """Competition and season, by the tie or by its legs."""
    legs = [leg for leg in (tie.first, tie.second) if leg is not None]
    competitions = [tie.competition, *(leg.competition for leg in legs)]
    seasons = [tie.season, *(leg.season for leg in legs)]
    return next(filter(None, competitions), None), next(filter(None, seasons), None)


def winner(tie: Tie) -> str | None:
    """The side that went through: as claimed, else as the numbers say."""
    return tie.winner if tie.winner in tie.pair else decided_by(tie)[0]


def settle(ties: list[Tie], legs: dict[Pair, list[Leg]]) -> list[Tie]:
    """All ties, those that claims tell first, with their legs."""
    for tie in ties:
        find_legs(tie, legs.get(tie.pair, []))
    return ties + told_by_legs(legs, ties)
