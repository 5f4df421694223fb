"""What do claims of one match fix, and can two of them be about one match?

A profile is what claims of one match (or tie) say: sides are ordered by name, so that `a` and `b` mean the same in all
profiles of a pair. `compatible` is the veto: what cannot both be true of one match.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.resolve.names import same_place, same_round

FEW_DAYS = 16
_HALF_YEAR, _DAYS_OF_YEAR = 184, 365.2425


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
    is_vague: bool = False
    claims: list[int] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)
    played_in: set[str] = field(default_factory=set)
    scheduled_in: set[str] = field(default_factory=set)

    @property
    def is_scored(self) -> bool:
        return self.score_a is not None and self.score_b is not None

    @property
    def is_undated(self) -> bool:
        return self.first_day is None and self.last_day is None

    @property
    def has_season(self) -> bool:
        """Whether a season of two years is known, which no match of another season can share."""
        return self.season is not None and "-" in self.season

    @property
    def is_narrow(self) -> bool:
        """Whether a few days are left for it."""
        return self.first_day is not None and self.last_day is not None and self.last_day - self.first_day <= FEW_DAYS

    def year(self) -> int | None:
        """The year in which the season began, as far as a season or a few days tell it."""
        if self.season is not None and self.has_season:
            return int(self.season[:4])
        if self.first_day is None or self.last_day is None or self.last_day - self.first_day > FEW_DAYS:
            return None
        return int((self.first_day + _HALF_YEAR) / _DAYS_OF_YEAR) + 1969

    def company(self) -> list[str]:
        """The articles, and for a full score the files, whose other claims count as company."""
        return sorted([*self.played_in, *self.scheduled_in, *(self.documents if self.is_scored else ())])

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
        return one.day == other.day or (abs(one.day - other.day) == 1 and same_score(one, other))
    return not (_before(one.last_day, other.first_day) or _before(other.last_day, one.first_day))


def _before(end: int | None, start: int | None) -> bool:
    return end is not None and start is not None and end < start


def same_score(one: Profile, other: Profile) -> bool:
    return one.is_scored and one.score_a == other.score_a and one.score_b == other.score_b


def is_pinned(one: Profile, other: Profile) -> bool:
    """Whether both name one and the same occasion, so that a differing score is a contradiction and no second match.

    A pair meets once a day, once on one ground within a few days, once in a leg of a round of a season, and in one
    final unless that was drawn and replayed.
    """
    if one.day is not None and one.day == other.day:
        return True
    if one.competition is None or one.competition != other.competition:
        return False
    if one.home is not None and one.home == other.home and one.is_narrow and other.is_narrow:
        return True  # a side does not receive another twice in a competition within two weeks
    if one.season is None or one.season != other.season:
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
