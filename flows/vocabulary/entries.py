"""The rows of the vocabulary, as typed records: what a curator wrote in the CSV files.

A cell holds several values separated by a pipe. National sides come out as clubs too, after the clubs, because in a
report they play, win and are nicknamed as clubs do. Everything is read once per process.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flows.errors import PressboxError

FOLDER = Path(__file__).resolve().parent
OFFICIAL_NAMES = FOLDER / "official_names.csv"


@dataclass(frozen=True)
class Club:
    """A side that plays: a club, or (national) a country's men's side."""

    name: str
    country: str
    league: str
    city: str
    region: str
    short_names: tuple[str, ...]
    shared_names: tuple[str, ...]
    nicknames: tuple[str, ...]
    colours: tuple[str, ...]
    grounds: tuple[str, ...]
    national: bool = False


@dataclass(frozen=True)
class Nation:
    """A country or territory with a national side, and what its people and its players are called."""

    name: str
    aliases: tuple[str, ...]
    demonym: tuple[str, ...]
    people: tuple[str, ...]
    nicknames: tuple[str, ...]
    confederation: str
    capital: str
    grounds: tuple[str, ...]
    towns: tuple[str, ...]


@dataclass(frozen=True)
class AwayGoals:
    """The first and the last season in which goals away from home decided a competition's level ties."""

    competition: str
    first: str
    last: str


@dataclass(frozen=True)
class Competition:
    """A competition under its usual name; home_names are those it goes by in its own country only."""

    name: str
    aliases: tuple[str, ...]
    home_names: tuple[str, ...]
    country: str
    kind: str
    two_legged: str
    tier: int | None
    first_knock_out: str


@dataclass(frozen=True)
class Derby:
    """A match of two clubs under a name of its own."""

    name: str
    club_1: str
    club_2: str


@dataclass(frozen=True)
class Place:
    """A town or region that stands in epithets, with its adjectives and the words for its people."""

    place: str
    kind: str
    adjectives: tuple[str, ...]
    country: str


@cache
def clubs() -> tuple[Club, ...]:
    """Clubs in the order of clubs.csv, then the national sides in the order of nations.csv."""
    return tuple(_club(row) for row in _rows("clubs.csv")) + tuple(_national_side(nation) for nation in nations())


@cache
def nations() -> tuple[Nation, ...]:
    """Every country with a national side."""
    return tuple(
        Nation(
            name=row["name"],
            aliases=_values(row["aliases"]),
            demonym=_values(row["demonym"]),
            people=_values(row["people"]),
            nicknames=_values(row["nicknames"]),
            confederation=row["confederation"],
            capital=row["capital"],
            grounds=_values(row["grounds"]),
            towns=_values(row["towns"]),
        )
        for row in _rows("nations.csv")
    )


@cache
def competitions() -> tuple[Competition, ...]:
    """Every competition known by name."""
    return tuple(
        Competition(
            name=row["name"],
            aliases=_values(row["aliases"]),
            home_names=_values(row["home_names"]),
            country=row["country"],
            kind=row["kind"],
            two_legged=row["two_legged"],
            tier=int(row["tier"]) if row["tier"] else None,
            first_knock_out=row["first_knock_out"],
        )
        for row in _rows("competitions.csv")
    )


@cache
def kinds_of_competitions() -> dict[str, str]:
    """A competition's usual name -> its kind: league, cup, continental ..."""
    return {competition.name: competition.kind for competition in competitions()}


@cache
def own_names_of_competitions() -> dict[str, tuple[str, ...]]:
    """A competition's usual name -> its other names of its own, which a claim keeps where its story prints them."""
    names: dict[str, tuple[str, ...]] = {}
    for row in _rows("own_names.csv"):
        names[row["competition"]] = (*names.get(row["competition"], ()), row["name"])
    return names


@cache
def derbies() -> tuple[Derby, ...]:
    """Matches of two clubs that go by a name of their own."""
    return tuple(Derby(row["name"], row["club_1"], row["club_2"]) for row in _rows("derbies.csv"))


@cache
def away_goals() -> tuple[AwayGoals, ...]:
    """Where and when goals scored away from home counted more in a level tie."""
    return tuple(AwayGoals(row["competition"], row["first"], row["last"]) for row in _rows("away_goals.csv"))


@cache
def places() -> tuple[Place, ...]:
    """Towns and regions whose adjectives stand for a side."""
    return tuple(
        Place(row["place"], row["kind"], _values(row["adjectives"]), row["country"]) for row in _rows("places.csv")
    )


@cache
def ambiguous_forms() -> tuple[str, ...]:
    """Names of sides that are also ordinary words, first names or surnames."""
    return tuple(row["form"] for row in _rows("weak_names.csv"))


@cache
def official_names() -> dict[str, str]:
    """Names that stand in tables of official results only -> the club's usual name."""
    return {row["name"]: row["club"] for row in _rows(OFFICIAL_NAMES.name)}


def _club(row: dict[str, str]) -> Club:
    return Club(
        name=row["name"],
        country=row["country"],
        league=row["league"],
        city=row["city"],
        region=row["region"],
        short_names=_values(row["short_names"]),
        shared_names=_values(row["shared_names"]),
        nicknames=_values(row["nicknames"]),
        colours=_values(row["colours"]),
        grounds=_values(row["grounds"]),
    )


def _national_side(nation: Nation) -> Club:
    return Club(
        name=nation.name,
        country=nation.name,
        league="",
        city=nation.capital,
        region="",
        short_names=nation.aliases,
        shared_names=(),
        nicknames=nation.nicknames,
        colours=(),
        grounds=nation.grounds,
        national=True,
    )


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value for value in cell.split("|") if value)


def _rows(file: str) -> Iterator[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, strict=True)
        for row in reader:
            if None in row or None in row.values():
                columns = ", ".join(reader.fieldnames or ())
                raise PressboxError(f"{FOLDER / file}, line {reader.line_num}: give one cell each for {columns}")
            yield row
