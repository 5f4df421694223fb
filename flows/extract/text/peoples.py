"""Of which country somebody is whom his people's name tells: "Dutchman", "Dane"."""

from __future__ import annotations

from functools import cache

from flows import vocabulary


@cache
def country_of(word: str) -> str | None:
    """ "Dutchman", "Dane" -> the country; None for a word that names no people."""
    peoples = vocabulary.demonyms()
    plural = word.removesuffix("man") + "men" if word.endswith("man") else word + "s"
    return peoples.get(plural) or peoples.get(word)


def is_country(name: str) -> bool:
    """Whether a name is a country's."""
    return name in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(nation.name for nation in vocabulary.nations())
