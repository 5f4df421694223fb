"""Where numbers stand in a text: digits and number words, as half-open spans with what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.extract.text.figures import LONGEST

_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENTHS = ("thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth", "hundredth")
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_NTHS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip
VALUES: dict[str, float] = (
    {w: float(i) for i, w in enumerate(_ONES)}
    | {w: float(i) for i, w in enumerate(_NTHS)}
    | {w: float(10 * (i + 3)) for i, w in enumerate(_TENS)}
    | {w: float(10 * (i + 3)) for i, w in enumerate(_TENTHS)}
    | {
        "thousandth": 1000.0,
        "hundred": 100.0,
        "thousand": 1000.0,
        "million": 1e6,
        "billion": 1e9,
        "dozen": 12.0,
        "nil": 0.0,
    }
    | {"once": 1.0, "twice": 2.0, "thrice": 3.0, "maiden": 1.0, "couple": 2.0}
    | {"brace": 2.0, "hat-trick": 3.0, "hat trick": 3.0, "treble": 3.0, "double": 2.0, "back-to-back": 2.0}
)
ONLY_IN_FACTS = frozenset(
    {"brace", "hat-trick", "hat trick", "treble", "double", "back-to-back", "couple", "once", "maiden"}
)
_PARTS = {"\u00bc": 0.25, "\u00bd": 0.5, "\u00be": 0.75}
_FIGURES = re.compile(  # begun with one class of letters, it is tried at those alone
    r"[\d\u00bc-\u00be](?:(?<=\d)\d*(?:[.,]\d+)*(?:st|nd|rd|th|[\u00bc-\u00be]| 1/2\b)?)?"
)
_ROUGHLY = ("dozens", "hundreds", "thousands", "millions", "billions")  # how many nobody says
_NAMES = (*VALUES, *_ROUGHLY)
_WORDS = AhoCorasick(_NAMES, matchkind=MatchKind.LeftmostLongest)
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")


def numerals(lower: str, start: int, end: int) -> Iterator[tuple[int, int, float | None]]:
    """Each digit group and number word of a lower-case text between two offsets."""
    found: list[tuple[int, int, float | None]] = [
        (*match.span(), _worth(match.group())) for match in _FIGURES.finditer(lower, start, end)
    ]
    for number, first, last in _WORDS.find_matches_as_indexes(lower[start:end]):
        first, last = start + first, start + last
        if lower[first - 1 : first] not in _LETTERS and (last == end or lower[last : last + 1] not in _LETTERS):
            found.append((first, last, VALUES.get(_NAMES[number])))
    yield from sorted(found)


def _worth(word: str) -> float | None:
    if word.endswith(" 1/2"):
        whole = _worth(word[:-4])
        return None if whole is None else whole + 0.5
    if word[-1] in _PARTS:
        whole = _worth(word[:-1]) if len(word) > 1 else 0.0
        return None if whole is None else whole + _PARTS[word[-1]]
    digits = word.rstrip("stndrh")
    if len(digits) > LONGEST:
        return None
    groups = re.split(r"[.,]", digits)
    if len(groups) == 1:
        return float(digits)
    if all(len(g) == 3 for g in groups[1:]):
        return float("".join(groups))
    return float(f"{groups[0]}.{groups[1]}") if len(groups) == 2 else None
