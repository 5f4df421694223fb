"""Which capitalised words can be the name of a club, or of a person, at all: no titles, days and boards.

In: a name as printed. Out: whether a club or a person may be called so, whatever stands beside it.
"""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cast.people import NO_PERSON
from flows.extract.text import lexicon
from flows.extract.text.peoples import country_of

_LEADERS = frozenset(
    {"Assistant", "Reserve", "Caretaker", "Interim", "Former", "Acting", "Head", "Influential", "Youth", "Senior"}
)
_NEVER = _LEADERS | frozenset(
    "Round-up Round-Up Roundup Review Wrap "
    "Leagues Cups Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays I COVID Covid Fifa Uefa Caf "
    "People Police Arab "
    "Muslim Jewish".split()
)
_ADDRESSED = ("Sir ", "Lord ", "Dame ", "Lady ", "Mr ", "Mrs ", "Ms ", "Dr ", "Professor ", "Signor ", "Herr ")
_NO_CLUB = lexicon.name_words("CALENDAR") | {"Communications", "Corporation", "Council", "Association", "Federation"}
OF_PLACES = frozenset(
    "Hill Moor Bank Bridge Heath Common Brook Wood Woods Down Downs Mount Mead Meadow Meadows Fields Cross Corner Hall "
    "House Side Cliff Quarry Grange Green Gate Croft Row Lane Road Street Way".split()
)
_NAMES_KEPT = 4096  # in mind


@lru_cache(maxsize=_NAMES_KEPT)
def may_be_club(name: str) -> bool:
    abbreviated = name.isupper() and len(name) < 4
    return (
        not abbreviated
        and not name.startswith(_ADDRESSED)
        and name not in _NEVER
        and _NO_CLUB.isdisjoint(name.split())
        and not (name.endswith("man") and country_of(name) is not None)
    )


def may_be_person(name: str) -> bool:
    proper = " " not in name and not name.isupper() and len(name) > 2
    return proper and name not in NO_PERSON and country_of(name) is None
