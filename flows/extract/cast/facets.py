"""What an epithet may call a club by: "the Bergamo outfit", "the Catalan side", "the Serie A club"."""

from __future__ import annotations

from functools import cache

from flows import vocabulary


@cache
def _facets() -> dict[str, frozenset[str]]:
    return {
        club.name: frozenset({club.country, club.city, club.region, club.league, *club.grounds} - {""})
        for club in vocabulary.clubs()
    }


def facets(club: str) -> frozenset[str]:
    """A club's country, city, region, league and grounds; nothing for one the vocabulary does not know."""
    return _facets().get(club, frozenset())
