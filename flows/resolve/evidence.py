"""How much speaks for two profiles being one match?

In: two compatible profiles; out: points for what both know and share. A pair meets often: that nothing speaks against
it is never enough, the two must share `needed` points.
"""

from __future__ import annotations

from flows.resolve.names import same_round
from flows.resolve.profiles import Profile, same_score

DECISIVE = 6
_ALMOST_A_YEAR = 330
_UNUSUAL_GOALS = 5
_UNUSUAL_SIDE_GOALS = 4
_UNHEARD_OF_SIDE_GOALS = 6


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
    if home and _is_announced_and_reported(one, other):
        points += 2
    return points + (one.venue is not None and one.venue == other.venue)


def _is_announced_and_reported(one: Profile, other: Profile) -> bool:
    """Of two undated stories one looks forward to the meeting at a side's ground that the other reports."""
    return one.is_undated and other.is_undated and one.played != other.played


def _round_points(one: Profile, other: Profile) -> int:
    if one.round is None or other.round is None or not same_round(one.round, other.round):
        return 0
    exact = one.round == other.round
    once = one.is_tie or one.round == "final" or one.round.startswith("matchday")
    if one.round == "final" == other.round and one.competition == other.competition and one.played != other.played:
        return 3  # a final announced and a final reported
    return 2 if exact and once else 1


def _time(one: Profile, other: Profile) -> int:
    if one.day is not None and one.day == other.day:
        return 5
    points = 3 if one.is_narrow and other.is_narrow else 0
    if _is_told_in_other_years(one, other):
        points -= 2
    if one.weekday is not None and other.weekday is not None:
        points += 1 if one.weekday == other.weekday else -2
    return points


def _is_told_in_other_years(one: Profile, other: Profile) -> bool:
    """Of undated matches only the articles' dates are known, and those report what is fresh more often than not."""
    if one.first_day is not None or other.first_day is not None or one.last_day is None or other.last_day is None:
        return False
    return abs(one.last_day - other.last_day) > _ALMOST_A_YEAR


def _result(one: Profile, other: Profile) -> int:
    shootout = 1 if one.shootout is not None and one.shootout == other.shootout else 0
    if same_score(one, other):
        assert one.score_a is not None and one.score_b is not None
        return shootout + (3 if one.score_a + one.score_b >= _UNUSUAL_GOALS else 2)
    return shootout + _side_points(one.score_a, other.score_a) + _side_points(one.score_b, other.score_b)


def _side_points(one: int | None, other: int | None) -> int:
    if one is None or one != other:
        return 0
    if one >= _UNHEARD_OF_SIDE_GOALS:
        return 4
    return 2 if one >= _UNUSUAL_SIDE_GOALS else 1


def _company(one: Profile, other: Profile) -> int:
    """Claims of one article, or of one file of stories, tell of the same days more often than not."""
    if not one.played_in.isdisjoint(other.played_in) or not one.scheduled_in.isdisjoint(other.scheduled_in):
        return 2
    return 1 if one.is_scored and other.is_scored and not one.documents.isdisjoint(other.documents) else 0


def needed(one: Profile, other: Profile) -> int:
    """The points that join two profiles: an equal final score is an argument of its own."""
    return 3 if one.is_scored and other.is_scored else 4
