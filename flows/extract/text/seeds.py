"""What an expression can begin and end with, read off the expression itself.

An expression that must end where a mention begins is searched from every letter before it, and mostly in vain; one
that may begin anywhere is tried at every letter of the text. The few letters that it can begin or end with are the
seed: where they are missing, nothing need be tried. Both functions give a superset, so a seed never hides a match
(of figures that are written in 0 to 9).
"""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable
from typing import Any

WIDTH = 4
_MOST = 4000  # strings of a seed; beyond them an expression counts as open
_WIDEST_CLASS = 16
_SPACES = tuple(filter(str.isspace, map(chr, range(0x3001))))
_NOTHING = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_Strings = dict[str, bool]  # string -> whether it may grow no more, as anything may stand beyond it


def heads(expression: str | re.Pattern[str], width: int = WIDTH) -> frozenset[str]:
    """Strings of at most `width` letters, with one of which every match begins; {""} where that is not known."""
    return _ends(expression, width, forward=True)


def tails(expression: str | re.Pattern[str], width: int = WIDTH) -> frozenset[str]:
    """Strings of at most `width` letters, with one of which every match ends; {""} where that is not known."""
    return _ends(expression, width, forward=False)


def _ends(expression: str | re.Pattern[str], width: int, forward: bool) -> frozenset[str]:
    pattern = re.compile(expression)
    if pattern.flags & re.IGNORECASE:
        return frozenset({""})
    parsed = parser.parse(pattern.pattern, pattern.flags)
    found = frozenset(_sequence(parsed, width, forward))
    return found if len(found) <= _MOST else frozenset({""})


def _sequence(items: Iterable[Any], width: int, forward: bool) -> _Strings:
    """The strings that a sequence begins (or ends) with; one that may still grow has taken the whole sequence."""
    found: _Strings = {"": False}
    for item in items if forward else reversed(list(items)):
        if all(found.values()):
            break
        grown: _Strings = {}
        kind, value = item
        strings = _item(kind, value, width, forward)
        for known, closed in found.items():
            if closed:
                grown[known] = True
                continue
            for string, stops in strings.items():
                whole = known + string if forward else string + known
                cut = whole[:width] if forward else whole[max(0, len(whole) - width) :]
                grown[cut] = grown.get(cut, False) or stops or len(cut) == width
        found = grown if len(grown) <= _MOST else {"": True}
    return found


def _item(kind: Any, value: Any, width: int, forward: bool) -> _Strings:
    if kind is op.LITERAL:
        return {chr(value): False}
    if kind in _NOTHING:
        return {"": False}
    if kind is op.IN:
        return _class(value)
    if kind is op.SUBPATTERN and not value[1] & re.IGNORECASE:
        return _sequence(value[-1], width, forward)
    if kind is op.BRANCH:
        return _union(_sequence(branch, width, forward) for branch in value[1])
    if kind in _REPEATS:
        least, most, repeated = value
        once = _sequence(repeated, width, forward)
        found = {string: closed or most > 1 for string, closed in once.items()}
        return _union([found, {"": False}]) if least == 0 else found
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
