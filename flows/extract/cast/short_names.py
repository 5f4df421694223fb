"""By which shorter names a club goes whose whole name was found; the words that a club's name begins or ends with.

In: whole names of clubs and the names that a text prints. Out: each printed name that stands for one of them, with it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from flows.extract.text import lexicon
from flows.extract.text.mentions import Mention

_LEGAL = lexicon.name_words("LEGAL_FORM")
_FORMS = "|".join(sorted(_LEGAL))
_SURE_FORMS = "|".join(sorted(_LEGAL - {"AS", "US"}))  # these stand before much else
_BEGINS = "|".join(sorted(lexicon.name_words("CLUB_BEGINS")))
_ENDS = "|".join(sorted(lexicon.name_words("CLUB_ENDS")))
CLUB_WORD = re.compile(rf"\s(?:FC|AFC|CF|SC|AC|{_ENDS})$|^(?:{_SURE_FORMS}|{_BEGINS}) ")
CLUB_PREFIX = re.compile(rf"^(?:1\. ?)?(?:{_FORMS}) ")
_FIRST_NAMES = lexicon.name_words("FIRST_NAME")
_AT = (" at ", " away from ", " in a visit to ", " a trip to ")


def stayed_at(lower: str, names: Iterable[Mention]) -> set[str]:
    """Names of two words and more that nobody bears whom a side plays at: the "Selby Bridge" that is "Bridge" later."""
    return {
        m.text
        for m in names
        if " " in m.text and lower.endswith(_AT, 0, m.start) and m.text.partition(" ")[0] not in _FIRST_NAMES
    }


def with_short_names(found: set[str], printed: Container[str]) -> dict[str, str]:
    """The first words of a club's name stand for it ("Northbridge"), and what follows an FC."""
    names = {name: name for name in found}
    for name in sorted(found, key=lambda n: (-len(n), bool(CLUB_WORD.search(n)), n)):
        words = name.split()
        for n in range(len(words) - 1, 0, -1):
            short = " ".join(words[:n])
            if short in printed:
                names[short] = names[name]
        for bare in (CLUB_PREFIX.sub("", name), name.removeprefix("1. ")):
            if bare != name and bare in printed:
                names[bare] = name
    return names
