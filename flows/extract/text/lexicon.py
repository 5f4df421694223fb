"""Vocabulary -> two automata: names (as printed) and words (lower case), each hit with its kind and value.

Built once a process. A phrase listed under several kinds keeps them all; the scan picks one by what stands before it.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from flows import vocabulary
from flows.extract.text.verb_forms import other_forms

Meaning = tuple[str, Any]
_ORDINARY = frozenset(
    {"National", "Premier", "Liga", "Copa", "Primera", "Pokal"}
)  # no competition by themselves but at home
_FIGURE = re.compile(r"\d")
HYPHENS_ALLOWED = frozenset({"NUMBER", "ORDINAL", "UNIT", "MULTI", "ROUND", "LEG", "RUN", "MEASURE", "TIMES"})


@dataclass(frozen=True)
class Lexicon:
    """An automaton and what each of its patterns means."""

    automaton: AhoCorasick
    meanings: tuple[tuple[Meaning, ...], ...]

    @classmethod
    def of(cls, entries: dict[str, tuple[Meaning, ...]]) -> Lexicon:
        phrases = sorted(entries)
        automaton = AhoCorasick(phrases, matchkind=MatchKind.LeftmostLongest)
        return cls(automaton, tuple(entries[phrase] for phrase in phrases))


def _value(text: str) -> Any:
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        return text


@cache
def words() -> Lexicon:
    """Verbs, nouns, cues and number words of `vocabulary/words.csv`."""
    return Lexicon.of(_phrases())


@cache
def without_in(phrase: str) -> tuple[Meaning, ...] | None:
    """What "converted in" means without its "in", where the next words have taken that ("in the 22nd minute")."""
    return _phrases().get(phrase[:-3]) if phrase.endswith(" in") else None


@cache
def _phrases() -> dict[str, tuple[Meaning, ...]]:
    """Phrase -> its meanings, as `words` has them; what is told of goals stands in all its forms."""
    told: dict[str, list[Meaning]] = {}
    for kind, value, phrase in _rows("words.csv"):
        meanings = told.setdefault(phrase, [])
        if kind != "PLAIN" and kind not in {known for known, _ in meanings}:
            meanings.append((kind, value))
    for kind, value, phrase in _rows("words.csv"):
        for form in other_forms(phrase) if kind == "GOAL_VERB" else ():
            told.setdefault(form, [(kind, value)])
    return {phrase: tuple(meanings) for phrase, meanings in told.items() if meanings}


@cache
def measure_words() -> Lexicon:
    """Units, tables, runs and records of `vocabulary/measures.csv`, and number words, for sentences that measure."""
    numbers = [row for row in _rows("words.csv") if row[0] in ("NUMBER", "ORDINAL")]
    entries: dict[str, tuple[Meaning, ...]] = {}
    for kind, value, phrase in (*_rows("measures.csv"), *numbers):
        entries.setdefault(phrase, ((kind, value),))
    return Lexicon.of(entries)


@cache
def plain_words() -> frozenset[str]:
    """Words that are no part of a name though they stand capitalised at the head of a sentence."""
    return frozenset(phrase for kind, _, phrase in _rows("words.csv") if kind == "PLAIN")


@cache
def ordinals() -> dict[str, Any]:
    """ "second" -> 2 and its like."""
    return {phrase: value for kind, value, phrase in _rows("words.csv") if kind == "ORDINAL"}


@cache
def words_of(kind: str) -> frozenset[str]:
    """The words and phrases of one kind of `words.csv`."""
    return frozenset(phrase for known, _, phrase in _rows("words.csv") if known == kind)


@cache
def name_words(kind: str) -> frozenset[str]:
    """Words of names of a kind of `vocabulary/name_words.csv`, as printed: CLUB, NO_PERSON, TITLE ..."""
    with (Path(vocabulary.__file__).parent / "name_words.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(
            word for row in csv.DictReader(lines) if row["kind"] == kind for word in row["words"].split("|")
        )


@cache
def _rows(name: str) -> tuple[tuple[str, Any, str], ...]:
    rows = []
    with (Path(vocabulary.__file__).parent / name).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rows += [(row["kind"], _value(row["value"]), phrase) for phrase in row["phrases"].lower().split("|")]
    return tuple(rows)


@cache
def certain_names() -> Lexicon:
    """Names with a figure or a weekday in them, which must be read before those are ("Schalke 04", "Sheffield
    Wednesday")."""
    entries = {
        form: meanings
        for form, meanings in _name_entries().items()
        if _FIGURE.search(form) or form.endswith(" Wednesday")
    }
    return Lexicon.of(entries or {"\0": (("NAME", None),)})


@cache
def names() -> Lexicon:
    """Clubs, national sides, competitions, grounds, places and nationalities, as printed."""
    return Lexicon.of(_name_entries())


@cache
def _name_entries() -> dict[str, tuple[Meaning, ...]]:
    entries: dict[str, list[Meaning]] = {}

    def add(form: str, kind: str, value: Any) -> None:
        entries.setdefault(form, []).append((kind, value))

    for form, clubs in vocabulary.club_names().items():
        add(form, "TEAM", clubs)
    for form, competition in vocabulary.competition_names().items():
        add(form, "COMPETITION", competition)
    for form, _ in vocabulary.home_competition_names():
        if form not in entries and form not in _ORDINARY:
            add(form, "COMPETITION", form)
    for form in vocabulary.OTHER_SIDES:
        if any(c.isdigit() for c in form):
            add(form, "NAME", None)
    for form, clubs in vocabulary.grounds().items():
        add(form, "GROUND", clubs if isinstance(clubs, tuple) else (clubs,))
    for form, country in vocabulary.demonyms().items():
        add(form, "NATIONALITY", country)
    for place in vocabulary.places():
        add(place.place, "PLACE", place.place)
        for adjective in place.adjectives:
            add(adjective, "NATIONALITY", place.place)
    for club in vocabulary.clubs():
        for city in (club.city, club.region):
            if city and city not in entries:
                add(city, "PLACE", city)
    return {form: tuple(meanings) for form, meanings in entries.items()}
