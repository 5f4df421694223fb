"""Frames as data: a pattern over the kinds of a sentence's mentions, compiled to one regular expression.

A pattern is words apart: `s:SIDE ~3 WIN ~2 o:SIDE ~2 x:SCORE`. A word is a kind or a set of kinds (`WIN|LOSE`), a
macro in `MACROS`, optionally named (`s:`) and optional (`?`); `~3` skips at most three mentions, never a sentence's
inner stop or a quotation mark, `-3` no comma and no other number either; `^` and `$` are the sentence's ends.
Matching costs microseconds, as a sentence is a dozen letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from flows.extract.mentions import KINDS, LETTER, Mention

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
        return re.compile("".join(_piece(word) for word in self.pattern.split()))

    def matches(self, shape: str, mentions: list[Mention]) -> Iterable[dict[str, Mention]]:
        """Each match as {name: mention}; `first` and `last` are the ends of the whole."""
        return self._bound(shape, mentions) if self.regex.search(shape) is not None else ()

    def _bound(self, shape: str, mentions: list[Mention]) -> Iterator[dict[str, Mention]]:
        for match in self.regex.finditer(shape):
            bound = {name: mentions[match.start(name)] for name, at in match.groupdict().items() if at}
            bound["first"], bound["last"] = mentions[match.start()], mentions[match.end() - 1]
            yield bound


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
    letters = "".join(LETTER[k] for part in kinds.split("|") for k in MACROS.get(part, part).split("|"))
    piece = f"(?P<{name}>[{letters}])" if name else f"[{letters}]"
    return piece + ("?" if optional else "")


def shape_of(mentions: list[Mention]) -> str:
    """The sentence as one letter a mention."""
    return "".join([LETTER[m.kind] for m in mentions])
