"""The club that a town stands for in a match: by league and country beside the other side, else by its own name."""

from __future__ import annotations

from functools import cache

from flows import vocabulary
from flows.extract.cast.epithets import countries


def club_of_town(town: str, like: str) -> str | None:
    """The one club of a town in a side's league, else in its country."""
    mine = _clubs_by_name().get(like)
    if mine is None or mine.national:
        return None
    there = [c for c in _clubs_by_name().values() if town == c.city and not c.national and c.country == mine.country]
    same = [c for c in there if c.league == mine.league] or there
    return same[0].name if len(same) == 1 else None


def club_of_ground(owners: tuple[int, ...], like: str) -> str | None:
    """The one club at home on a ground of nobody else's, to which a club goes that nobody knows of another country."""
    clubs = [vocabulary.clubs()[i] for i in owners]
    mine = _clubs_by_name().get(like)
    if len(clubs) != 1 or clubs[0].national or clubs[0].name == like:
        return None
    return clubs[0].name if mine is None or (mine.country == clubs[0].country and not mine.national) else None


@cache
def _clubs_by_name() -> dict[str, vocabulary.Club]:
    return {club.name: club for club in vocabulary.clubs()}


def club_called(town: str) -> str | None:
    """The one club that goes by its town's name: a win "in Valencia" is a win at Valencia's club."""
    if town in countries():
        return town
    clubs = [i for i in vocabulary.club_names().get(town, ()) if not vocabulary.clubs()[i].national]
    named = [i for i in clubs if vocabulary.clubs()[i].name == town] or clubs
    return vocabulary.clubs()[named[0]].name if len(named) == 1 else None
