"""What the vocabulary knows of competitions: kind, country, first knock-out round, and who plays in which.

In: the name of a competition or of a club, as settled. Out: None where nobody knows it.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache, lru_cache
from typing import Protocol

from flows import vocabulary
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.text.mentions import Mention, of_kinds

_BY_LAST_WORD = {
    "League": "league", "Division": "league", "Liga": "league", "Ligaen": "league", "Championship": "league",
    "Combination": "league", "Alliance": "league", "Primera": "league",
    "Cup": "cup", "Trophy": "cup", "Pokal": "cup", "Vase": "cup",
}  # fmt: skip
_LEAGUES_OF_TWO = (  # countries whose clubs meet in one league
    {"England", "Wales"}, {"United States", "Canada"}, {"Australia", "New Zealand"}, 
    {"Switzerland", "Liechtenstein"}, {"Republic of Ireland", "Northern Ireland"},
)  # fmt: skip
_BY_ENDING = {"liga": "league", "ligaen": "league", "divisie": "league", "divisioona": "league", "pokal": "cup"}


def may_be_played(competition: str, one: str, two: str) -> bool:
    """Whether two sides can meet in a competition: clubs in those of clubs, countries in those of countries."""
    kind = kind_of(competition)
    if kind in ("international", "qualifying") or competition == "International friendly":
        return is_national(one) is not False and is_national(two) is not False
    return kind in (None, "friendly") or not (is_national(one) or is_national(two))


def is_carried_to(competition: str, one: str, two: str) -> bool:
    """Whether a competition told of other sides may be that of these two as well: no domestic one of another country,
    nor, for compatriots, one of clubs of many."""
    here = country_of(one)
    compatriots = here is not None and here == country_of(two)
    fits = may_be_played(competition, one, two) and not is_abroad(competition, one, two)
    return fits and not (compatriots and kind_of(competition) == "continental")


def is_possible(competition: str | None, named: Container[str], one: str, two: str) -> bool:
    """Whether two sides can have met in a competition: one `named` in the sentence itself need only fit them; what the
    rest of the story lends must not be another country's."""
    if competition is None or not may_be_played(competition, one, two):
        return False
    return competition in named or not is_abroad(competition, one, two)


class HasSides(Protocol):
    """A match or a tie, as far as this room asks."""

    team_1: str
    team_2: str


def of_two_countries(match: HasSides) -> bool:
    """Known clubs of two countries, which meet in no league of either."""
    here, there = country_of(match.team_1), country_of(match.team_2)
    return here is not None and there is not None and here != there


def is_abroad(competition: str, one: str, two: str) -> bool:
    """Whether two known clubs are of another country than the league or the cup, or a league's of two countries."""
    here, there, land = country_of(one), country_of(two), country_of_league(competition)
    if here is None or there is None or kind_of(competition) not in ("league", "cup", "league_cup"):
        return False
    if here == there:
        return land not in (None, here, "Wales")
    return kind_of(competition) == "league" and not any({here, there} <= shared for shared in _LEAGUES_OF_TWO)


@cache
def country_of_league(league: str) -> str | None:
    return next((c.country for c in vocabulary.competitions() if c.name == league), None)


@cache
def top_leagues() -> dict[str, str]:
    """Country -> its first division, of which the vocabulary lists the men's first."""
    leagues: dict[str, str] = {}
    for competition in vocabulary.competitions():
        if competition.kind == "league" and competition.tier == 1:
            leagues.setdefault(competition.country, competition.name)
    return leagues


@cache
def _leagues() -> dict[str, str]:
    return {c.name: c.league for c in vocabulary.clubs() if not c.national}


@cache
def _countries() -> dict[str, str]:
    return {c.name: c.country for c in vocabulary.clubs() if not c.national}


def country_of(club: str) -> str | None:
    """The country of a known club."""
    return _countries().get(club)


@lru_cache(maxsize=512)
def kind_of(competition: str | None) -> str | None:
    """league, cup, continental ... of a competition: as the vocabulary has it, else by its last word that tells:
    "Merrow League Division Two"."""
    if not competition:
        return None
    told = (_BY_LAST_WORD[word] for word in reversed(competition.split()) if word in _BY_LAST_WORD)
    known = vocabulary.kinds_of_competitions().get(competition) or next(told, None)
    return known or next((kind for ending, kind in _BY_ENDING.items() if competition.endswith(ending)), None)


def first_knock_out(competition: str | None) -> str | None:
    """The round that follows the groups of a competition, where it is not the last 16."""
    return _first_knock_outs().get(str(competition))


@cache
def _first_knock_outs() -> dict[str, str]:
    return {c.name: c.first_knock_out for c in vocabulary.competitions() if c.first_knock_out}


def league_of(club: str) -> str | None:
    """The league a known club usually plays in."""
    return _leagues().get(club)


def divisions_apart(one: str | None, two: str | None) -> int:
    """How many divisions lie between two leagues of one country; 0 where nobody knows."""
    tiers = [_tiers().get(str(league)) for league in (one, two)]
    if tiers[0] is None or tiers[1] is None or country_of_league(str(one)) != country_of_league(str(two)):
        return 0
    return abs(tiers[0] - tiers[1])


@cache
def _tiers() -> dict[str, int]:
    return {c.name: c.tier for c in vocabulary.competitions() if c.kind == "league" and c.tier}


def document_leagues(mentions: list[Mention]) -> set[str]:
    """The leagues a document names."""
    return {m.value for m in of_kinds(mentions, ("COMPETITION",)) if kind_of(m.value) == "league"}


def in_capitals(line: str) -> list[str]:
    """The competition that a heading such as "SCOTTISH CHAMPIONSHIP ROUND-UP" names, the longest name."""
    words = line.split()[:6]
    if not line.isupper() or len(line) > 60:
        return []
    spans = sorted(((i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1)), key=lambda s: s[0] - s[1])
    told = (_capitals().get(" ".join(words[i:j]).strip(":-")) for i, j in spans)
    return [name for name in told if name is not None][:1]


def _capitals() -> dict[str, str]:
    return {form.upper(): name for form, name in vocabulary.competition_names().items()}
