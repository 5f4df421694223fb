"""What stands beside a mention: expressions that end where it begins, or begin where it ends.

`Before` and `After` are compiled expressions that look at the letters next to the mention first and try the rest only
where those can belong to a match. `Cues` does so for many expressions at once: one look-up a mention, not one search
an expression.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from typing import Generic, TypeVar

from flows.extract.text.seeds import WIDTH, heads, tails

Value = TypeVar("Value")
_Tried = Callable[[str, int], re.Match[str] | None]


class Before:
    """An expression that must end at a place, within `reach` characters before it."""

    __slots__ = ("_expression", "_four", "_pattern", "_reach", "_shorter", "seeds")

    def __init__(self, expression: str | re.Pattern[str], reach: int) -> None:
        self._expression = expression
        self._pattern: re.Pattern[str] | None = None  # until it is first tried: an article comes to one in seven
        self._reach = reach
        self.seeds = tails(expression)
        self._four, self._shorter = _split(self.seeds)

    def search(self, text: str, at: int) -> re.Match[str] | None:
        """The match that ends at `at`; its offsets are those of the stretch before."""
        if text[at - WIDTH : at] in self._four or (self._shorter and text.endswith(self._shorter, 0, at)):
            return self.tried(text, at)
        return None

    def tried(self, text: str, at: int) -> re.Match[str] | None:
        """The same where the seed is known to be there."""
        start = at - self._reach
        return (self._pattern or self._compiled()).search(text[start if start > 0 else 0 : at])

    def _compiled(self) -> re.Pattern[str]:
        told = self._expression
        written, flags = (told, 0) if isinstance(told, str) else (told.pattern, told.flags)
        self._pattern = pattern = re.compile(f"(?:{written})$", flags)
        return pattern


class After:
    """An expression that must begin at a place; with a `reach` it sees no further than so many characters."""

    __slots__ = ("_expression", "_four", "_pattern", "_reach", "_shorter", "seeds")

    def __init__(self, expression: str | re.Pattern[str], reach: int | None = None) -> None:
        self._expression = expression
        self._pattern: re.Pattern[str] | None = None  # until it is first tried
        self._reach = reach
        self.seeds = heads(expression)
        self._four, self._shorter = _split(self.seeds)

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """The match that begins at `at`; with a reach its offsets are those of the stretch after."""
        if text[at : at + WIDTH] in self._four or (self._shorter and text.startswith(self._shorter, at)):
            return self.tried(text, at)
        return None

    def tried(self, text: str, at: int) -> re.Match[str] | None:
        """The same where the seed is known to be there."""
        pattern = self._pattern or self._compiled()
        return pattern.match(text, at) if self._reach is None else pattern.match(text[at : at + self._reach])

    def _compiled(self) -> re.Pattern[str]:
        self._pattern = pattern = re.compile(self._expression)
        return pattern


def _split(seeds: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Seeds of full width, looked up, and shorter ones, compared."""
    return frozenset(s for s in seeds if len(s) == WIDTH), tuple(sorted(s for s in seeds if len(s) < WIDTH))


class Cues(Generic[Value]):
    """Expressions with a value each, tried at a place in the order given."""

    __slots__ = ("_by_seed", "_cues", "_forward", "_own", "_widths")

    def __init__(self, cues: Iterable[tuple[Before | After, Value]]) -> None:
        cues = list(cues)
        self._cues = [(beside.tried, value) for beside, value in cues]
        self._forward = any(isinstance(beside, After) for beside, _ in cues)
        self._own: dict[str, list[int]] = {}
        for number, (beside, _) in enumerate(cues):
            for seed in beside.seeds:
                self._own.setdefault(seed, []).append(number)
        self._widths = sorted({len(seed) for seed in self._own}, reverse=True)
        self._by_seed: dict[str, tuple[tuple[_Tried, Value], ...]] = {}  # of the seeds that a text had

    def at(self, text: str, at: int, among: Container[Value] | None = None) -> list[Value]:
        """The values of the expressions that match there, in the order given; only of those `among` others."""
        for width in self._widths:
            seed = text[at : at + width] if self._forward else text[at - width : at]
            if seed in self._own:
                near = self._by_seed.get(seed) or self._near(seed)
                if among is not None:
                    near = tuple([cue for cue in near if cue[1] in among])
                return [value for tried, value in near if tried(text, at) is not None]
        return []

    def _near(self, seed: str) -> tuple[tuple[_Tried, Value], ...]:
        """The cues with a seed or a shorter one that it begins (ends) with: text that has it has those, too."""
        shorter = [seed[:n] if self._forward else seed[n:] for n in range(len(seed) + 1)]
        numbers = sorted({number for other in shorter for number in self._own.get(other, ())})
        self._by_seed[seed] = near = tuple([self._cues[number] for number in numbers])
        return near
