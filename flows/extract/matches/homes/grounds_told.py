"""Whether a ground or a town that a story names is where a match is played, and whose home that makes it.

"at Highbury", "the Highbury showdown", "trip to Turf Moor" say where; "his Anfield future", "since he left Upton Park"
do not. A country is at home in its own towns and grounds, a club in its town.
"""

from __future__ import annotations

import re
from functools import cache

from flows import vocabulary
from flows.extract.text.lexicon import name_words
from flows.extract.text.mentions import Mention
from flows.vocabulary.entries import Club

_PLACED = re.compile(
    r"(?:^|\b(?:at|in|inside|within|around|outside|of|here at|to (?:watch|play|face) .{3,30}|trip to|travell?(?:ed|"
    r"ing|s)? to|"
    r"visit(?:ed|s|ing)?(?: to)?|went to|go to|goes to|came to|come to|comes to|return(?:ed|s)? to|journey to|"
    r"head(?:ed|s|ing)? to|"
    r"win at|(?:visitors|guests) (?:to|at)|"
    r"filled|packed|from|welcom\w+ to|(?:welcom\w+|entertain\w*) .{3,30} to|turn(?:ed|ing)?|made|make|making)"
    r"(?: the| a| an| their| his| [a-z][a-z ]{1,24}'s)?(?: [a-z0-9,-]+)?|[:,(-]|\bvenue) ?$"
)
_MADE = re.compile(r"\b(?:turn(?:ed|ing)?|made|make|making)(?: their| his)? $")
_MOVED = re.compile(
    r"\b(?:quit|quits|quitting|leaving|left|leave|joining|joined|join|moving|moved|move|arriv\w+|signed|signing|spell|career|years?|"
    r"seasons?|(?<!from )(?<!of )(?<!full )(?<!half )(?<!extra )(?<!stoppage )(?<!injury )(?<!added )time|"
    r"(?<!fight )(?<!fights )(?<!fought )(?<!hit )(?<!hits )(?<!came )(?<!come )back|"
    r"manager|boss|coach|hero|legend|supremo|future|stay|contract|summer|loan|transfer|since|boardroom|owner|"
    r"chairman)"
    r"(?: [a-z]+)?(?: at| in| to| from| of)?(?: the)? $"
)
_NOT_A_PLACE = re.compile(
    r"(?:'s)? (?:future|career|exit|stay|contract|side|outfit|club|chief|chiefs|boss|manager|coach|hierarchy|board|"
    r"boardroom|"
    r"days|hero|legend|favourite|return|outfit|men|giants|icon|era|revolution|dynasty|supremo|owner|chairman|job|"
    r"hot-?seat|"
    r"career|spell|reign|record)\b"
)
_MATCH_AFTER = re.compile(
    r"(?:'s)? (?:leg|final|semi-final|friendly|qualifier|fixture|contest|win|victory|defeat|draw|clash|showdown|"
    r"match|game|tie|encounter|meeting|triumph|success|thriller|rout|replay|"
    r"crowd|turf|pitch|derby|battle|stalemate|ordeal|heist|humbling|loss|collapse|upset|heroics)\b"
)
_SEES = re.compile(
    r" (?:saw|sees|witness\w+|hosts|hosted|hosting|staged|erupted|roared|rocked|"
    r"(?:was|is) (?:an?|stunned|silenced|packed|full|rocking|bouncing|deserted))\b"
)
_SHORTEST = 3
_WOMEN_OR_YOUTH = re.compile(r" (?:Women|Under-\d\d|U\d\d)$")


def says_where(lower: str, ground: Mention) -> bool:
    """Whether a ground is told as the place of play."""
    if _NOT_A_PLACE.match(lower, ground.end):
        return False
    if _MATCH_AFTER.match(lower, ground.end) or _SEES.match(lower, ground.end):
        return True
    before = lower[max(0, ground.start - 40) : ground.start]
    if _MADE.search(before) and not lower.startswith((" into ", " a "), ground.end):
        return False
    return bool(_PLACED.search(before)) and not _MOVED.search(before)


def at_home_on(team: str, ground: Mention) -> bool:
    """Whether a ground is a side's own; any ground of its country for a national side; one that no vocabulary holds
    where it is called after the side ("Merrow Stadium")."""
    if not ground.value:
        return named_after(team, ground)
    owners = [vocabulary.clubs()[i] for i in ground.value]
    known = _known(team)
    country = known.country if known is not None and known.national else None
    return any(owner.name == team or (country is not None and owner.country == country) for owner in owners)


def named_after(team: str, ground: Mention) -> bool:
    """Whether a ground that no vocabulary holds is called after a side."""
    first = team.split(" ", 1)[0]
    after = not ground.value and ground.text.startswith(f"{first} ")
    return after and len(first) > _SHORTEST and first not in name_words("CLUB")


def home_in(teams: tuple[str, str], place: str) -> str | None:
    """Which of two sides comes from a town or country: by its own towns, else by the country of the clubs there, else
    by a name that holds the town."""
    for comes_from in (_plays_in, _has_clubs_in):
        here = [team for team in teams if comes_from(team, place)]
        if here:
            return here[0] if len(here) == 1 else None
    return None


def at_home_in(team: str, place: str) -> bool:
    """Whether a side may be at home in a town or country, whoever it meets there."""
    return _plays_in(team, place) or _has_clubs_in(team, place)


def _plays_in(team: str, place: str) -> bool:
    known = _known(team)
    if known is None:
        return len(place) >= _SHORTEST and place in team.split()
    towns = _towns().get(known.country, ()) if known.national else ()
    return place in (known.city, known.country) or place in towns


def _has_clubs_in(team: str, place: str) -> bool:
    known = _known(team)
    return known is not None and known.national and known.country in _countries_of(place)


def _known(team: str) -> Club | None:
    """A side of the vocabulary; of a country's women and youth that of its men, who play in the same towns."""
    return _by_name().get(team) or _by_name().get(_WOMEN_OR_YOUTH.sub("", team))


@cache
def _by_name() -> dict[str, Club]:
    return {club.name: club for club in vocabulary.clubs()}


@cache
def _towns() -> dict[str, tuple[str, ...]]:
    """Country -> the towns besides the capital in which its sides play at home."""
    return {nation.name: nation.towns for nation in vocabulary.nations()}


@cache
def _countries_of(place: str) -> frozenset[str]:
    """The countries with clubs of that town."""
    return frozenset(club.country for club in vocabulary.clubs() if place in (club.city, club.region))
