"""What an expression can begin and end with and what it must hold, read off the expression itself.

An expression that must end where a mention begins is searched from every letter before it, and mostly in vain; one
that may begin anywhere is tried at every letter of the text. The few letters that it can begin or end with, or cannot
do without, are the seed: where they are missing, nothing need be tried. All functions give a superset, so a seed never
hides a match (of figures that are written in 0 to 9).
"""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

WIDTH = 4
_MOST = 1000  # seeds of an expression; where they would be more, they stay shorter
_WIDEST_CLASS = 16
_SPACES = tuple(filter(str.isspace, map(chr, range(0x3001))))
_NOTHING = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_ANYTHING = frozenset({""})
_Strings = dict[str, bool]  # string -> whether it may grow no more, as anything may stand beyond it


def heads(expression: str | re.Pattern[str], width: int = WIDTH) -> frozenset[str]:
    """Strings of at most `width` letters, with one of which every match begins; {""} where that is not known."""
    return _ends(expression, width, forward=True)


def tails(expression: str | re.Pattern[str], width: int = WIDTH) -> frozenset[str]:
    """Strings of at most `width` letters, with one of which every match ends; {""} where that is not known."""
    return _ends(expression, width, forward=False)


def held(expression: str | re.Pattern[str], width: int = WIDTH) -> frozenset[str]:
    """Strings of at most `width` letters, one of which stands in every match; {""} where that is not known."""
    parsed = _parsed(expression)
    return _ANYTHING if parsed.state.flags & re.IGNORECASE else frozenset(_held(parsed, width))


def begins_a_word(expression: str | re.Pattern[str]) -> bool:
    """Whether every match begins at the edge of a word, by a `\\b` that the expression itself begins with."""
    return _at_edge(list(_parsed(expression)))


def _at_edge(items: list[Any]) -> bool:
    if not items:
        return False
    kind, value = items[0]
    if kind is op.AT:
        return value is op.AT_BOUNDARY
    if kind is op.ASSERT_NOT and value[0] < 0:
        return any(one is op.IN and (op.CATEGORY, op.CATEGORY_WORD) in members for one, members in value[1])
    if kind is op.SUBPATTERN:
        return _at_edge(list(value[-1]))
    return kind is op.BRANCH and all(_at_edge(list(branch)) for branch in value[1])


def _held(items: Iterable[Any], width: int) -> _Strings:
    """The rarest of what a sequence must hold: what its rest begins with from any of its pieces on, or holds within."""
    listed = list(items)
    pieces = list(_pieces(listed, width, forward=True))
    ways = [_chained(pieces[n:], width, forward=True) for n in range(len(pieces))]
    for kind, value in listed:
        if kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
            ways.append(_held(value[-1], width))
        elif kind is op.BRANCH:
            ways.append(_union(_held(branch, width) for branch in value[1]))
        elif kind in _REPEATS and value[0] > 0:
            ways.append(_held(value[-1], width))
    return max(ways, key=lambda strings: (min(map(len, strings), default=0), -len(strings)), default={"": True})


def _ends(expression: str | re.Pattern[str], width: int, forward: bool) -> frozenset[str]:
    parsed = _parsed(expression)
    return _ANYTHING if parsed.state.flags & re.IGNORECASE else frozenset(_sequence(parsed, width, forward))


@lru_cache(maxsize=1)
def _parsed(expression: str | re.Pattern[str]) -> Any:
    """An expression taken apart, not compiled; what is asked of one is asked in a row."""
    if isinstance(expression, str):
        return parser.parse(expression)
    return parser.parse(expression.pattern, expression.flags)


def _sequence(items: Iterable[Any], width: int, forward: bool) -> _Strings:
    """The strings that a sequence begins (or ends) with."""
    return _chained(_pieces(items, width, forward), width, forward)


def _pieces(items: Iterable[Any], width: int, forward: bool) -> Iterator[_Strings]:
    """What each item can be, from the front (or the back) on; letters in a row are one piece."""
    row = ""
    for kind, value in items if forward else reversed(list(items)):
        if kind is op.LITERAL:
            row = row + chr(value) if forward else chr(value) + row
            continue
        if row:
            yield {row: False}
            row = ""
        if kind not in _NOTHING:
            yield _item(kind, value, width, forward)
    if row:
        yield {row: False}


def _chained(pieces: Iterable[_Strings], width: int, forward: bool) -> _Strings:
    """The strings of pieces one after the other; one that may still grow has taken them all."""
    found: _Strings = {"": False}
    for strings in pieces:
        grown: _Strings = {}
        for known, closed in found.items():
            if closed:
                grown[known] = True
                continue
            for string, stops in strings.items():
                cut = (known + string)[:width] if forward else (string + known)[-width:]
                grown[cut] = grown.get(cut, False) or stops or len(cut) == width
        if len(grown) > _MOST:
            return dict.fromkeys(found, True)
        found = grown
        if all(found.values()):
            break
    return found


def _cut(string: str, width: int, forward: bool) -> str:
    return string[:width] if forward else string[max(0, len(string) - width) :]


def _item(kind: Any, value: Any, width: int, forward: bool) -> _Strings:
    if kind is op.IN:
        return _class(value)
    if kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _sequence(value[-1], width, forward)
    if kind is op.BRANCH:
        found = _union(_sequence(branch, width, forward) for branch in value[1])
        while len(found) > _MOST:
            width -= 1
            found = dict.fromkeys((_cut(string, width, forward) for string in found), True)
        return found
    if kind in _REPEATS:
        least, most, repeated = value
        once = {string: closed or most > 1 for string, closed in _sequence(repeated, width, forward).items()}
        return _union([once, {"": False}]) if least == 0 else once
    return {"": True}


def _class(members: list[Any]) -> _Strings:
    """The letters of a small class; a negated or a wide one is open."""
    letters: _Strings = {}
    for kind, value in members:
        if kind is op.LITERAL:
            letters[chr(value)] = False
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            letters |= dict.fromkeys("0123456789", False)
        elif kind is op.CATEGORY and value is op.CATEGORY_SPACE:
            letters |= dict.fromkeys(_SPACES, False)
        elif kind is op.RANGE and value[1] - value[0] < _WIDEST_CLASS:
            letters |= {chr(code): False for code in range(value[0], value[1] + 1)}
        else:
            return {"": True}
    return letters


def _union(several: Iterable[_Strings]) -> _Strings:
    """Closed where any of them is."""
    found: _Strings = {}
    for strings in several:
        for string, closed in strings.items():
            found[string] = found.get(string, False) or closed
    return found
