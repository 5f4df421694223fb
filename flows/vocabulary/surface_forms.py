"""From a form as printed to what it may denote: names of sides, grounds, competitions, adjectives and peoples.

A form maps to indices into `clubs()`; where it has several, those that own it (full and short names) stand first, and
the story decides. Forms are case-sensitive. Each name is entered in every spelling a newsroom may choose: with and
without diacritics, hyphens or spaces ("Saint-Étienne", "Saint Etienne"), "St" or "St.", "&" or "and".
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from flows.vocabulary.entries import ambiguous_forms, clubs, competitions, nations, places

# A full name followed by one of these is another side of the club or country than its first men's side.
OTHER_SIDES = frozenset(
    {"Women", "Women's", "Ladies", "Girls", "Femenino", "Femeni", "Feminines", "Frauen"}
    | {"Reserves", "Academy", "Youth", "Juniors", "Legends", "XI", "A", "B", "II"}
    | {form for age in range(16, 24) for form in (f"Under-{age}", f"Under-{age}s", f"U{age}", f"U{age}s")}
)

# Letters that Unicode does not take apart into a base letter and a mark.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "ə": "a"}
)
# Letters that the reader of texts exchanges one for one, so that places stay true (`extract/text/normalise.py`).
_ONE_FOR_ONE = str.maketrans({"ß": "s", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ð": "d", "Ð": "D", "þ": "t", "Þ": "T"})
_SAINT = re.compile(r"\bSt (?=[A-Z])")
_RESPELT = re.compile(rf"-| & |{_SAINT.pattern}")

_TIERS = {
    1: ("top flight", "top division", "first division", "top league", "championship", "top tier"),
    2: ("second division", "second tier"),
    3: ("third division", "third tier"),
}


@cache
def club_names() -> dict[str, tuple[int, ...]]:
    """Every name of every side -> indices into `clubs()`, owners first."""
    owned = [(form, index) for index, club in enumerate(clubs()) for form in (club.name, *club.short_names)]
    owned += [(f"{form[:-2]}Football Club", index) for form, index in owned if form.endswith(" FC")]
    claimed = [(form, index) for index, club in enumerate(clubs()) for form in (*club.shared_names, *club.nicknames)]
    return _collect([*owned, *claimed])


@cache
def own_names() -> list[frozenset[str]]:
    """For each of `clubs()` every spelling of its full and short names."""
    return [
        frozenset(form for name in (club.name, *club.short_names) for form in printed_forms(name)) for club in clubs()
    ]


@cache
def national_sides() -> frozenset[str]:
    """The names of the sides that are countries'."""
    return frozenset(club.name for club in clubs() if club.national)


@cache
def grounds() -> dict[str, tuple[int, ...]]:
    """Every ground, former ones too -> the sides at home there (one, or several that share it)."""
    return _collect((ground, index) for index, club in enumerate(clubs()) for ground in club.grounds)


@cache
def short_grounds() -> dict[str, tuple[int, ...]]:
    """Grounds without their last word or their article, "Tallaght", "Baba Yara", "Den" -> the sides at home there; what
    names anything else too is left out."""
    short = [
        (ground.removesuffix(word).removeprefix("The "), index)
        for index, club in enumerate(clubs())
        for ground in club.grounds
        for word in (" Stadium", " Arena", " Stadion", "")
        if ground.endswith(word) and (word or ground.startswith("The "))
    ]
    towns = {town for club in clubs() for town in (club.city, club.region)} | {place.place for place in places()}
    taken = club_names().keys() | grounds().keys() | competition_names().keys() | towns
    return {form: owners for form, owners in _collect(short).items() if form not in taken}


@cache
def competition_names() -> dict[str, str]:
    """Every name of a competition that means the same wherever it is printed -> its usual name."""
    return _divisions_of_countries() | {
        form: competition.name
        for competition in competitions()
        for name in (competition.name, *competition.aliases)
        for form in printed_forms(name)
    }


def _divisions_of_countries() -> dict[str, str]:
    """ "Spain's second division", "the Brazilian championship" -> the league of that tier, the first that is listed."""
    told: dict[str, str] = {}
    called = {nation.name: (f"{nation.name}'s", *nation.demonym) for nation in nations()}
    for league in reversed(competitions()):
        if league.kind == "league" and league.tier in _TIERS:
            of = called.get(league.country, ())
            told |= {f"{whose} {words}": league.name for whose in of for words in _TIERS[league.tier]}
    return told


@cache
def home_competition_names() -> dict[tuple[str, str], str]:
    """(name, country) -> competition, for names that mean another one elsewhere: ("Premiership", "Scotland")."""
    return {
        (form, competition.country): competition.name
        for competition in competitions()
        for name in competition.home_names
        for form in printed_forms(name)
    }


@cache
def demonyms() -> dict[str, str]:
    """ "Italian", "Italians" -> "Italy"; "Catalan", "Catalans" -> "Spain"; "Congolese" -> "DR Congo", the larger."""
    of_places = {form: place.country for place in places() for name in place.adjectives for form in printed_forms(name)}
    of_nations = {
        form: nation.name
        for nation in nations()
        for name in (*nation.demonym, *nation.people)
        for form in printed_forms(name)
    }
    return {form: country for form, country in (of_places | of_nations).items() if country}


@cache
def weak_names() -> frozenset[str]:
    """Forms that denote a side only with support in the story: no side's own, or also an ordinary word or a person."""
    own = {form for club in clubs() for name in (club.name, *club.short_names) for form in printed_forms(name)}
    shared = {form for club in clubs() for name in club.shared_names for form in printed_forms(name)}
    several = {form for form, indices in club_names().items() if len(indices) > 1}
    ambiguous = {form for name in ambiguous_forms() for form in printed_forms(name)}
    return frozenset(((shared | several) - own) | ambiguous)


def printed_forms(name: str) -> tuple[str, ...]:
    """The name as written, then its other spellings; each once. Most have none, and are known by it at a look."""
    if name.isascii() and _RESPELT.search(name) is None:
        return (name,)
    marked = (name, without_diacritics(name), without_diacritics(name.translate(_ONE_FOR_ONE)))
    spaced = (form.replace("-", " ") for form in marked)
    forms = [spelling for form in (*marked, *spaced) for spelling in (form, form.replace(" & ", " and "))]
    return tuple(dict.fromkeys(spelling for form in forms for spelling in (form, _SAINT.sub("St. ", form))))


def without_diacritics(name: str) -> str:
    """ "Beşiktaş" -> "Besiktas"; letters without a mark stay."""
    decomposed = unicodedata.normalize("NFD", name.translate(_PLAIN_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _collect(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for name, index in pairs:
        for form in printed_forms(name):
            found.setdefault(form, {})[index] = None
    return {form: tuple(indices) for form, indices in found.items()}
