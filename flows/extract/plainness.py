"""How plainly a text names whom a claim is about: within the words that state it, in the same sentence, or not there.

In: the normal text, the span of a telling and the names it was read to be about. Out: one of a few words. A side that
is named where its score stands is rarely the wrong one; one that was carried over from the sentences before often is,
whatever rule carried it. How often each is right is counted (`reliability.csv`, rows of the kind "plainness").
"""

from __future__ import annotations

import re
from functools import lru_cache

from flows.extract.text.normalise import Text

_COMMON = frozenset(
    "the of fc afc united city town rovers athletic real de club women county sporting albion wanderers".split()
)
_WORD = re.compile(r"\w+(?:'\w+)?")
_FULL_STOPS = (". ", "! ", "? ", '." ', "\n")
_BREAKS = re.compile(r'[A-Z;:"]')
_SHORT = 2  # letters of a word that tells nothing
_FAR = 400  # characters; no sentence is longer that a reader keeps in mind
_NEXT = 40  # characters between a name and what is said of it


def plainly_named(text: Text, start: int, end: int, names: tuple[str | None, ...]) -> str:
    """ "both", "next", "sentence", "near", "one" or "none" of the names of a telling that stands at a normal span."""
    lower = text.lower
    known = [name for name in names if name]
    told = sum(_stands(name, lower, start, end) for name in known)
    if told == len(names):
        return "both"
    first, last = _sentence(lower, start, end)
    if sum(_stands(name, lower, first, last) for name in known) < len(names):
        return "one" if told else "none"
    if len(names) > 1 and not told:
        return "near"
    return "next" if any(_ends_before(name, text.normal, first, start) for name in known) else "sentence"


def _sentence(lower: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span, by its stops alone."""
    least = max(0, start - _FAR)
    begun = [at + len(stop) for stop in _FULL_STOPS if (at := lower.rfind(stop, least, start)) >= 0]
    ended = [at for stop in _FULL_STOPS if (at := lower.find(stop, end, end + _FAR)) >= 0]
    return max(begun, default=least), min(ended, default=min(len(lower), end + _FAR))


@lru_cache(maxsize=4096)
def _telling(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others."""
    own = _WORD.findall(name.lower())
    return tuple(word for word in own if word not in _COMMON and len(word) > _SHORT) or tuple(own)


def _stands(name: str, lower: str, start: int, end: int) -> bool:
    """Whether a word of a name that tells it from others stands in a stretch of the text."""
    for word in _telling(name):
        at = lower.find(word, start, end)
        while at >= 0:
            behind = at + len(word)
            opens = at == start or not lower[at - 1].isalnum()
            if opens and (behind == end or not lower[behind].isalnum()):
                return True
            at = lower.find(word, behind, end)
    return False


def _ends_before(name: str, normal: str, first: int, start: int) -> bool:
    """Whether a name ends shortly before a telling with no other name between."""
    before = normal[first:start]
    ends = [at + len(word) for word in _WORD.findall(name) if len(word) > _SHORT and (at := before.rfind(word)) >= 0]
    if not ends:
        return False
    between = before[max(ends) :].removeprefix("'s")
    return len(between) <= _NEXT and _BREAKS.search(between) is None
