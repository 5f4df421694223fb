"""Whose town or ground a sentence opens the word of "the hosts" with: "In Merrow, the home side lost 1-0 to Brigg".

In: the mention of the hosts and its sentence. Out: the clubs of that place, none where no place stands before it
without a side in between, or nobody knows a club there.
"""

from __future__ import annotations

from functools import cache

from flows import vocabulary
from flows.extract.cast.club_towns import club_called, club_of_town
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_BESIDE = 5  # letters: "at the"
_PLACES = frozenset({"GROUND", "PLACE"})


def hosts_of_place(mention: Mention, sentence: Sentence) -> set[str]:
    """The clubs at whose ground or in whose town a sentence is, up to the hosts: one, or those that may be meant."""
    before = [m for m in sentence.mentions if m.start < mention.start]
    for index in range(len(before) - 1, 0, -1):
        place = before[index]
        if place.kind in SIDES or place.kind == "PERSON":
            return set()
        if place.kind in _PLACES and not place.possessive:
            led = before[index - 1]
            if led.kind not in ("AT", "IN") or place.start - led.end > _BESIDE:
                return set()
            others = {str(m.value) for m in sentence.mentions if m.kind == "TEAM"}
            return (_of_ground(place) if place.kind == "GROUND" else _of_town(place.text, others)) - others
    return set()


def _of_ground(ground: Mention) -> set[str]:
    """The clubs at home on a ground; none on a country's, where clubs play finals."""
    owners = [vocabulary.clubs()[i] for i in ground.value or ()]
    return set() if any(owner.national for owner in owners) else {owner.name for owner in owners}


def _of_town(town: str, others: set[str]) -> set[str]:
    """The one club of a town that meets one of the others, or goes by its name, else all; where countries meet the
    country that plays there."""
    if not _nations().isdisjoint(others):
        return set(_countries_at_home_in(town))
    fitting = next((club for other in others if (club := club_of_town(town, other)) is not None), None)
    found = fitting or club_called(town)
    return {found} - _nations() if found is not None else set(_clubs_in(town))


@cache
def _nations() -> frozenset[str]:
    return frozenset(nation.name for nation in vocabulary.nations())


@cache
def _clubs_in(town: str) -> frozenset[str]:
    return frozenset(club.name for club in vocabulary.clubs() if club.city == town and not club.national)


@cache
def _countries_at_home_in(town: str) -> frozenset[str]:
    capital = {club.name for club in vocabulary.clubs() if club.city == town and club.national}
    return frozenset(capital | {nation.name for nation in vocabulary.nations() if town in nation.towns})
