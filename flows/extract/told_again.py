"""Whether a number that no claim covers repeats what a claim of the story counts.

"the 27-year-old" after "Varga, 27", "his 50th cap" after "will win his 50th cap": the same figure for the same thing.
A figure alone proves nothing: "more than 100 matches" are not the hundred years of a ground told of before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.extract.claim_places import Claim

_LEAST, _YOUNGEST = 13.0, 14.0  # smaller figures recur by chance
_WORDS = re.compile(r"[ -](?:[a-z'-]+ ){0,2}[a-z'-]+|")
_NO_THINGS = frozenset(
    "a an the and or but so in on at of for from to by with as than when who which that this is was were are has had "
    "have now last first before after since until against under over still already he she they we it his her".split()
)
_OF_AGE = re.compile(r"\b(?:at|aged?|turns?|turned|turning|i'm|i am|is|was|be|only|just|of|barely|now) $")
_BESIDE_A_NAME = re.compile(r"\w, $")
_CURRENCY = re.compile(r"[A-Z]{3}\b")
_AGES = ("age", "player_age")


def told_again(claims: Sequence[Claim], lower: str, start: int, end: int, kind: str) -> Claim | None:
    """The first of a story's claims with the value written at a span of the lower-case text that counts the same."""
    for claim in claims:
        least = _YOUNGEST if kind == "AGE" else _LEAST
        if kind == "MONEY":
            if _CURRENCY.match(claim.held.thing):
                return claim
        elif claim.held.values[0] >= least and _same_thing(claim.held.thing, lower, start, end, kind):
            return claim
    return None


def _same_thing(thing: str, lower: str, start: int, end: int, kind: str) -> bool:
    metric = thing.rpartition(" ")[2]
    if kind == "AGE":
        return metric in _AGES
    if _CURRENCY.match(thing):
        return False
    told = _WORDS.match(lower, end)
    words = told.group().split() if told else []
    if not words or words[0].strip("-") in _NO_THINGS:
        beside = lower.startswith(",", end) and _BESIDE_A_NAME.search(lower, max(0, start - 12), start)
        return metric not in _AGES or bool(beside or _OF_AGE.search(lower[max(0, start - 12) : start]))
    if metric in _AGES:
        return words[0] == "years"
    counted = thing.replace("_", " ")
    return any(len(word) > 2 and word.rstrip("s") in counted for word in words)
