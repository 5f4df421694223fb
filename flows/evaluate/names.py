"""When two names, numbers or words are one: a reader and the warehouse need not write them to the letter alike.

"Leicester" is "Leicester City", "Nürnberg" is "FC Nurnberg", "round of 16" is "last 16". A club's ending that stands in
every other name tells nothing; whether two names share all their telling words does.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

_SILENT = frozenset(
    "fc ac as ssc cf afc sc cfc rcd the football club calcio de st stadium stadio".split(),
)
_USUAL = {
    other: usual
    for usual, others in {
        "inter": ("internazionale", "inter milan"),
        "manchester united": ("man utd", "man united"),
        "manchester city": ("man city",),
        "tottenham hotspur": ("spurs",),
        "paris saint germain": ("psg",),
        "wolverhampton wanderers": ("wolves",),
        "atletico madrid": ("atletico", "atleti"),
        "juventus": ("juve",),
        "champions league": ("uefa champions league",),
        "europa league": ("uefa europa league",),
        "laliga": ("la liga",),
        "premier league": ("premiership",),
        "last 16": ("round of 16",),
        "first leg": ("opening leg",),
        "quarter final": ("quarter finals", "quarterfinal"),
        "semi final": ("semi finals", "semifinal"),
        "netherlands": ("holland",),
        "ireland": ("republic of ireland",),
    }.items()
    for other in others
}


@lru_cache(maxsize=65_536)
def plain(value: str) -> str:
    """Lower case, no accents, no punctuation, single blanks; a second name of a thing as its usual one."""
    letters = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().casefold()
    words = " ".join("".join(c if c.isalnum() else " " for c in letters).split())
    return _USUAL.get(words, words)


def same_name(one: Any, two: Any) -> bool:
    """Equal, or all telling words of one within the other's; unknown is the same as unknown only."""
    if one is None or two is None:
        return one is None and two is None
    left, right = plain(str(one)), plain(str(two))
    if left == right:
        return True
    first, second = set(left.split()) - _SILENT, set(right.split()) - _SILENT
    return bool(first and second) and (first <= second or second <= first)


def same_number(one: Any, two: Any) -> bool:
    """Equal but for rounding; unknown is the same as unknown only."""
    if one is None or two is None:
        return one is None and two is None
    return abs(float(one) - float(two)) <= 1e-6 * max(1.0, abs(float(one)))
