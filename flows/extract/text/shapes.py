"""Frames as data: a pattern over the kinds of a sentence's mentions, compiled to one regular expression.

A pattern is words apart: `s:SIDE ~3 WIN ~2 o:SIDE ~2 x:SCORE`. A word is a kind or a set of kinds (`WIN|LOSE`), a
macro in `MACROS`, optionally named (`s:`) and optional (`?`); `~3` skips at most three mentions, never a sentence's
inner stop or a quotation mark, `-3` no comma and no other number either; `^` and `$` are the sentence's ends.
Matching costs microseconds, as a sentence is a dozen letters; of a list of frames (`Frames`) only those are tried
whose kinds the sentence has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Generic, TypeVar

from flows.extract.text.mentions import KINDS, LETTER, Mention

SIDE = "TEAM|EPITHET|SIDE_HOME|SIDE_AWAY"
MACROS = {
    "SIDE": SIDE,
    "CLUB": f"{SIDE}|NAME",
    "SUBJECT": f"{SIDE}|THEY|WE",
    "VS": "AGAINST|AT|TO|BY|OF|TRAVEL|VERSUS|FROM",
    "WON": "WIN|WIN_INTRANSITIVE",
}
_BARRIERS = "".join(LETTER[kind] for kind in ("STOP", "QUOTE"))
_OUTCOMES = "".join(LETTER[kind] for kind in ("SCORE", "WIN", "WIN_INTRANSITIVE", "BEATEN", "LOSE", "DRAW"))
_COUNTED = "".join(LETTER[kind] for kind in ("COMMA", "NUMBER", "ORDINAL"))


_SETS = 4096  # of kinds, whose frames a list keeps in mind
_BIT = {letter: 1 << number for number, letter in enumerate(LETTER.values())}
# How many sentences have a kind, roughly: a frame is looked up by the rarest that it needs.
_COMMONNESS = dict.fromkeys((LETTER[k] for k in "TEAM NAME COMMA AND IN TO OF AT".split()), 50) | dict.fromkeys(
    (LETTER[k] for k in "EPITHET SIDE_HOME SIDE_AWAY SCORE NUMBER ORDINAL FROM BY FOR WITH ON A WORD".split()), 20
)


@dataclass(frozen=True)
class Frame:
    """One phrase family: what it looks like, what it yields (`effect`), how sure it is."""

    rule: str
    pattern: str
    effect: str
    confidence: float

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern over letters of `mentions.LETTER`."""
        return _compiled(self.pattern)

    @cached_property
    def musts(self) -> tuple[frozenset[str], ...]:
        """For each word of the pattern that must match: its letters, of which the sentence must have one."""
        words = [w.rpartition(":")[2] for w in self.pattern.split() if w[0] not in "~=-^$" and not w.endswith("?")]
        return tuple(frozenset(_letters(word)) for word in words)

    def matches(self, shape: str, mentions: list[Mention]) -> Iterable[dict[str, Mention]]:
        """Each match as {name: mention}; `first` and `last` are the ends of the whole."""
        return self._bound(shape, mentions) if self.regex.search(shape) is not None else ()

    def _bound(self, shape: str, mentions: list[Mention]) -> Iterator[dict[str, Mention]]:
        for match in self.regex.finditer(shape):
            bound = {name: mentions[match.start(name)] for name, at in match.groupdict().items() if at}
            bound["first"], bound["last"] = mentions[match.start()], mentions[match.end() - 1]
            yield bound


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile("".join([_piece(word) for word in pattern.split()]))


def _piece(word: str) -> str:
    if word in "^$":
        return word
    if word[0] == "~":
        return f"[^{_BARRIERS}]{{0,{word[1:]}}}?"
    if word[0] == "=":
        return f"[^{_BARRIERS}{_OUTCOMES}]{{0,{word[1:]}}}?"
    if word[0] == "-":
        return f"[^{_BARRIERS}{_COUNTED}]{{0,{word[1:]}}}?"
    name, _, kinds = word.rpartition(":")
    optional = kinds.endswith("?")
    kinds = kinds.rstrip("?")
    unknown = [k for k in kinds.split("|") if k not in KINDS and k not in MACROS]
    if unknown:
        raise ValueError(f"pattern word {word!r}: unknown kind {unknown}")
    letters = _letters(kinds)
    piece = f"(?P<{name}>[{letters}])" if name else f"[{letters}]"
    return piece + ("?" if optional else "")


def _letters(kinds: str) -> str:
    """ "WIN|SIDE" as the letters of all its kinds."""
    return "".join(LETTER[k] for part in kinds.split("|") for k in MACROS.get(part, part).split("|"))


AnyFrame = TypeVar("AnyFrame", bound=Frame)


class Frames(Generic[AnyFrame]):
    """Frames in the order they are tried, with an index of the kinds that each cannot do without."""

    def __init__(self, frames: Iterable[AnyFrame]) -> None:
        self._frames = tuple(frames)
        self._by_seed: dict[str, list[int]] = {}
        for number, frame in enumerate(self._frames):
            for letter in min(frame.musts, key=lambda must: (sum(_COMMONNESS.get(k, 1) for k in must), sorted(must))):
                self._by_seed.setdefault(letter, []).append(number)
        self._needs = [
            _bits("".join(k for must in frame.musts if len(must) == 1 for k in must)) for frame in self._frames
        ]
        self._choices = [tuple(_bits("".join(must)) for must in frame.musts if len(must) > 1) for frame in self._frames]
        self._seeds = _bits("".join(self._by_seed))
        self._kinds = _bits("".join(k for frame in self._frames for must in frame.musts for k in must))
        self._near = lru_cache(maxsize=_SETS)(self._allowed)

    def near(self, shape: str) -> tuple[AnyFrame, ...]:
        """Those that a sentence's kinds allow, in their order."""
        bits = _bits(shape)
        return self._near(bits & self._kinds) if bits & self._seeds else ()

    def _allowed(self, bits: int) -> tuple[AnyFrame, ...]:
        """Those that a set of kinds allows; sentences are many, sets of the kinds that frames ask for few."""
        needs, choices = self._needs, self._choices
        numbers = {number for letter in self._by_seed if _BIT[letter] & bits for number in self._by_seed[letter]}
        near = [n for n in numbers if needs[n] & bits == needs[n] and all([bits & choice for choice in choices[n]])]
        return tuple(self._frames[n] for n in sorted(near))


@lru_cache(maxsize=256)
def _bits(letters: str) -> int:
    """The set of some letters as one integer; a sentence asks for its own once for each list of frames."""
    return sum(map(_BIT.__getitem__, frozenset(letters)))


def shape_of(mentions: Iterable[Mention]) -> str:
    """The sentence as one letter a mention."""
    return "".join([LETTER[m.kind] for m in mentions])
