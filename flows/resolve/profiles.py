"""Can two claims be about one match, and how much speaks for it?

A profile is what claims of one match (or tie) fix: sides are ordered by name, so that `a` and `b` mean the same in all
profiles of a pair. `compatible` is the veto, what cannot both be true of one match; `evidence` counts what the two
share. A pair meets often: that nothing speaks against it is never enough, the claims must share `needed` points.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.resolve.names import is_group, same_place, same_round

FEW_DAYS = 16
DECISIVE = 6
UNUSUAL_GOALS = 5
UNUSUAL_SIDE_GOALS = 4


@dataclass(slots=True)
class Profile:
    is_tie: bool
    played: bool
    score_a: int | None
    score_b: int | None
    home: str | None
    competition: str | None
    season: str | None
    round: str | None
    leg: int | None
    day: int | None
    first_day: int | None
    last_day: int | None
    weekday: int | None
    venue: str | None
    shootout: str | None
    content: str
    claims: list[int]
    documents: set[str] = field(default_factory=set)
    played_in: set[str] = field(default_factory=set)
    scheduled_in: set[str] = field(default_factory=set)

    @property
    def is_scored(self) -> bool:
        return self.score_a is not None and self.score_b is not None

    def rank(self) -> tuple[bool, int, int, str]:
        """Most telling first; what splits a pair's matches best weighs most."""
        weights = (
            (self.day, 32),
            (self.season, 16),
            (self.competition, 8),
            (self.leg, 6),
            (self.round, 4),
            (self.home, 4),
            (self.first_day, 2),
            (self.weekday, 1),
        )
        known = sum(weight for value, weight in weights if value is not None)
        return not self.is_scored, -known, -len(self.claims), self.content


def compatible(one: Profile, other: Profile) -> bool:
    """False where both cannot be true of one match."""
    if not (one.played_in.isdisjoint(other.scheduled_in) and one.scheduled_in.isdisjoint(other.played_in)):
        return False  # an article that looks back on one meeting and forward to another
    if _differ(one.competition, other.competition) or _differ(one.leg, other.leg):
        return False
    if not _times_meet(one, other):
        return False
    return is_pinned(one, other) or _details_agree(one, other)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _times_meet(one: Profile, other: Profile) -> bool:
    if one.season and other.season and one.season != other.season and "-" in one.season and "-" in other.season:
        return False
    if one.day is not None and other.day is not None:
        return one.day == other.day or (abs(one.day - other.day) == 1 and _same_score(one, other))
    return not (_before(one.last_day, other.first_day) or _before(other.last_day, one.first_day))


def _before(end: int | None, start: int | None) -> bool:
    return end is not None and start is not None and end < start


def _same_score(one: Profile, other: Profile) -> bool:
    return one.is_scored and one.score_a == other.score_a and one.score_b == other.score_b


def is_pinned(one: Profile, other: Profile) -> bool:
    """Whether both name one and the same occasion, so that a differing score is a contradiction and no second match.

    A pair meets once a day, once in a leg of a round of a season, and in one final unless that was drawn and replayed.
    """
    if one.day is not None and one.day == other.day:
        return True
    if (
        one.competition is None
        or one.competition != other.competition
        or one.season is None
        or one.season != other.season
    ):
        return False
    if one.is_tie:
        return one.round is not None and one.round == other.round
    if one.leg is not None and one.leg == other.leg:
        return one.round is None or other.round is None or same_round(one.round, other.round)
    return one.round == "final" == other.round and not (_is_draw(one) or _is_draw(other))


def _is_draw(one: Profile) -> bool:
    return one.is_scored and one.score_a == one.score_b and one.shootout is None


def _details_agree(one: Profile, other: Profile) -> bool:
    if _differ(one.score_a, other.score_a) or _differ(one.score_b, other.score_b) or _differ(one.home, other.home):
        return False
    if one.round and other.round and not same_round(one.round, other.round):
        return False
    if one.venue and other.venue and not (one.home and other.home):
        return same_place(one.venue, other.venue) or (one.round == "final" == other.round)
    return True


def evidence(one: Profile, other: Profile) -> int:
    """Points for what both know and share, of two compatible profiles; a differing weekday counts against."""
    return _occasion(one, other) + _time(one, other) + _result(one, other) + _company(one, other)


def _occasion(one: Profile, other: Profile) -> int:
    competition = one.competition is not None and one.competition == other.competition
    season = one.season is not None and one.season == other.season
    home = one.home is not None and one.home == other.home
    rounds = _round_points(one, other)
    points = competition + season + home + rounds
    if home and competition and (season or rounds):
        points += 1  # in a league or a group a side receives the other once
    if one.leg is not None and one.leg == other.leg:
        points += 2
    return points + (one.venue is not None and one.venue == other.venue)


def _round_points(one: Profile, other: Profile) -> int:
    if one.round is None or other.round is None or not same_round(one.round, other.round):
        return 0
    exact = one.round == other.round
    once = one.is_tie or one.round == "final" or one.round.startswith("matchday")
    return 2 if exact and once and not (one.is_tie and is_group(one.round)) else 1


def _time(one: Profile, other: Profile) -> int:
    if one.day is not None and one.day == other.day:
        return 5
    points = 3 if _is_narrow(one) and _is_narrow(other) else 0
    if one.weekday is not None and other.weekday is not None:
        points += 1 if one.weekday == other.weekday else -2
    return points


def _is_narrow(one: Profile) -> bool:
    return one.first_day is not None and one.last_day is not None and one.last_day - one.first_day <= FEW_DAYS


def _result(one: Profile, other: Profile) -> int:
    shootout = 1 if one.shootout is not None and one.shootout == other.shootout else 0
    if _same_score(one, other):
        assert one.score_a is not None and one.score_b is not None
        return shootout + (3 if one.score_a + one.score_b >= UNUSUAL_GOALS else 2)
    return shootout + _side_points(one.score_a, other.score_a) + _side_points(one.score_b, other.score_b)


def _side_points(one: int | None, other: int | None) -> int:
    if one is None or one != other:
        return 0
    return 2 if one >= UNUSUAL_SIDE_GOALS else 1


def _company(one: Profile, other: Profile) -> int:
    """Claims of one article, or of one file of stories, tell of the same days more often than not."""
    if not one.played_in.isdisjoint(other.played_in) or not one.scheduled_in.isdisjoint(other.scheduled_in):
        return 2
    return 1 if one.is_scored and other.is_scored and not one.documents.isdisjoint(other.documents) else 0


def needed(one: Profile, other: Profile) -> int:
    """The points that join two profiles: an equal final score is an argument of its own."""
    return 3 if one.is_scored and other.is_scored else 4


def absorb(one: Profile, other: Profile) -> None:
    """Add what the other knows to the first; what the first knows stands."""
    one.played = one.played or other.played
    if not one.is_scored and other.is_scored:
        one.score_a, one.score_b = other.score_a, other.score_b
    for name in ("score_a", "score_b", "home", "competition", "season", "leg", "day", "weekday", "venue", "shootout"):
        if getattr(one, name) is None:
            setattr(one, name, getattr(other, name))
    if one.round is None or (one.round == "group stage" and other.round is not None):
        one.round = other.round
    _narrow(one, other)
    one.claims += other.claims
    one.documents |= other.documents
    one.played_in |= other.played_in
    one.scheduled_in |= other.scheduled_in


def _narrow(one: Profile, other: Profile) -> None:
    if one.day is not None:
        one.first_day = one.last_day = one.day
        return
    if other.first_day is not None and not _before(one.last_day, other.first_day):
        one.first_day = other.first_day if one.first_day is None else max(one.first_day, other.first_day)
    if other.last_day is not None and not _before(other.last_day, one.first_day):
        one.last_day = other.last_day if one.last_day is None else min(one.last_day, other.last_day)
