"""What a curator knows about football, neither raw nor derived: who plays, where, in what, and under which names.

In: the CSV files of this folder (README.md beside them documents each column). Out: records (`clubs()`, `nations()`,
`competitions()`, `places()`) and indexes from printed forms to them (`club_names()`, `grounds()` ...). The vocabulary
helps the reading, it never gates it: a side that is not here can still play.
"""

from flows.vocabulary.entries import (
    OFFICIAL_NAMES,
    AwayGoals,
    Club,
    Competition,
    Nation,
    Place,
    away_goals,
    clubs,
    competitions,
    derbies,
    kinds_of_competitions,
    nations,
    official_names,
    own_names_of_competitions,
    places,
)
from flows.vocabulary.surface_forms import (
    OTHER_SIDES,
    club_names,
    competition_names,
    demonyms,
    grounds,
    home_competition_names,
    national_sides,
    own_names,
    printed_forms,
    short_grounds,
    weak_names,
    without_diacritics,
)

__all__ = [
    "OFFICIAL_NAMES",
    "OTHER_SIDES",
    "AwayGoals",
    "Club",
    "Competition",
    "Nation",
    "Place",
    "away_goals",
    "club_names",
    "clubs",
    "competition_names",
    "competitions",
    "demonyms",
    "derbies",
    "grounds",
    "home_competition_names",
    "kinds_of_competitions",
    "national_sides",
    "nations",
    "official_names",
    "own_names",
    "own_names_of_competitions",
    "places",
    "printed_forms",
    "short_grounds",
    "weak_names",
    "without_diacritics",
]
