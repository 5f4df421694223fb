"""Towns and counties that are somebody's surname where they stand: "Kent scored" of a story of a Jack Kent.

In: the names of a story. Out: the places among them that mean the man; not behind a word that leads to a place
("in Kent").
"""

from __future__ import annotations

import re
from functools import cache

from flows import vocabulary
from flows.extract.text import lexicon
from flows.extract.text.beside import Before
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.normalise import Text

_TO_A_PLACE = Before(
    r"\b(?:in|at|near|to|of|from|for|around|across|outside|towards|through|via|into|west|east|north|south|and|the|"
    r"[a-z]+-based|[a-z]+ern),? ",
    14,
)
_FULL = 2  # words
_NO_NAME = re.compile(r" (?=[A-Z])|-")
_AGED = re.compile(r", \d\d,")


@cache
def _nations() -> frozenset[str]:
    """Countries, whose sides may play in a story that tells of a man of the same name."""
    return frozenset(nation.name for nation in vocabulary.nations())


def men_called_so(text: Text, named: list[Mention]) -> list[Mention]:
    """The places among the names of a story that mean a man: one told in full, by a first name that people have."""
    full = [m.text.split(" ") for m in of_kinds(named, ("NAME",)) if " " in m.text]
    surnames = {words[-1] for words in full if len(words) == _FULL and words[0] in lexicon.name_words("FIRST_NAME")}
    return [
        place
        for place in of_kinds(named, ("PLACE",))
        if place.text in surnames
        and (place.text not in _nations() or _AGED.match(text.normal, place.end) is not None)
        and (place.possessive or _TO_A_PLACE.search(text.lower, place.start) is None)
        and _NO_NAME.match(text.normal, place.end) is None
    ]
