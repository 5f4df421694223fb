"""Official names -> the names that the warehouse uses, by way of the vocabulary.

A club is looked up as written, then without its country in brackets, then as its legal form and founding year leave
it; where several clubs answer, the competition's country decides. A name that nobody knows stays as it is written:
articles may use the same, and the reader is told which line to add to `official_names.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from flows.vocabulary import (
    club_names,
    clubs,
    competition_names,
    competitions,
    demonyms,
    home_competition_names,
    official_names,
    without_diacritics,
)

_COUNTRY = re.compile(r"\s*\([A-Z]{2,3}\)$")
_LEGAL = frozenset(
    "AC ACF AFC AS BC BK Calcio CD CF CFC CP FC FK HSC IF KV NK OSC PAE RC RCD SC SD SFP SK SL SS SSC SV TSV UD US "
    "VfB VfL".split()
)
_ROUNDS = {
    "round of 16": "last 16",
    "last 16": "last 16",
    "eighth finals": "last 16",
    "round of 32": "last 32",
    "quarterfinals": "quarter-final",
    "quarterfinal": "quarter-final",
    "semifinals": "semi-final",
    "semifinal": "semi-final",
    "finals": "final",
}


@cache
def club_of(name: str, competition: str) -> str | None:
    """The usual name of the side that official results of this competition call `name`, None if nobody knows it."""
    written = bare(name)
    if written in official_names():
        return official_names()[written]
    for form in _forms(written):
        found = _named(form, _country(competition))
        if found:
            return found
    return None


def bare(name: str) -> str:
    """The name without its country: 'Atalanta (ITA)' -> 'Atalanta'."""
    return _COUNTRY.sub("", name.strip())


def _forms(name: str) -> list[str]:
    words = [word for word in name.split() if word not in _LEGAL and not re.fullmatch(r"1[89]\d\d|20\d\d", word)]
    shorter = [" ".join(words)] if words else []
    return list(dict.fromkeys(form for one in [name, *shorter] for form in (one, without_diacritics(one))))


def _named(form: str, country: str | None) -> str | None:
    found = [clubs()[index] for index in club_names().get(form, ())]
    owners = [club for club in found if form in (club.name, *club.short_names)] or found
    at_home = [club for club in owners if country is None or club.country == country or club.national]
    one = at_home or (owners if country is None else [])
    return one[0].name if len({club.name for club in one}) == 1 else None


@cache
def _country(competition: str) -> str | None:
    """The country whose clubs play in a competition; None where several countries' do."""
    for one in competitions():
        if one.name == competition:
            return one.country if one.kind in ("league", "cup", "league_cup") else None
    return None


@cache
def competition_of(name: str) -> str | None:
    """The usual name of a competition ('Italian Serie A' is Serie A), None if nobody knows it."""
    if name in competition_names():
        return competition_names()[name]
    first, _, rest = name.partition(" ")
    country = demonyms().get(first)
    if country is not None:
        at_home = home_competition_names().get((rest, country)) or competition_names().get(rest)
        return at_home
    return competition_names().get(rest) if first in ("UEFA", "FIFA") else None


@cache
def round_of(name: str | None) -> str | None:
    """A round as the warehouse writes it: 'last 16', 'quarter-final', 'matchday 6', 'group C'."""
    if name is None:
        return None
    last = name.split(",")[-1].split("|")[0].strip() if name.lower().startswith(("finals,", "play")) else name
    folded = " ".join(last.lower().replace("-", " ").split())
    joined = folded.replace("quarter final", "quarterfinal").replace("semi final", "semifinal")
    known = _ROUNDS.get(joined)
    return known or (f"{last[:1].lower()}{last[1:]}" if last else None)
