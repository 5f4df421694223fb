"""Which competition cups are of that are told by number: "four League Cups", "two Champions Leagues".

In: what follows the number, in lower case. Out: the competition's usual name, None where the words name none.
"""

from __future__ import annotations

import re
from functools import cache

from flows import vocabulary

_NAMED = re.compile(r" ((?:[\w'-]+ ){1,3}?(?:cups|super ?cups|shields|trophies|leagues))\b")


def cups_named(tail: str) -> str | None:
    """The competition that the words right behind a number are the plural of."""
    named = _NAMED.match(tail)
    return None if named is None else _plurals().get(named.group(1))


@cache
def _plurals() -> dict[str, str]:
    told: dict[str, str] = {}
    for competition in vocabulary.competitions():
        for form in (*competition.aliases, *competition.home_names, competition.name):
            plural = form.lower()
            plural = f"{plural.removesuffix('y')}ies" if plural.endswith("trophy") else f"{plural}s"
            told.setdefault(plural, competition.name)
        told[f"{competition.name.lower()}s"] = competition.name
    return told
