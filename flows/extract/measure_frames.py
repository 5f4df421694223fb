"""The phrase families of measures, as data: what each looks like over a sentence's tokens, and what it yields.

`n` is the number that the frame reads, `g` games beside it, `s` the side it belongs to where the frame itself says so.
A number is read once: frames stand in order of how certain they are. Subjects, scope and vetoes are settled elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from flows.extract.mentions import KINDS, LETTER
from flows.extract.shapes import MACROS, Frame


@dataclass(frozen=True)
class MeasureFrame(Frame):
    """A frame whose `effect` is a metric: `who` is the subject's kind, `value` that of a phrase without one."""

    unit: str = ""
    who: str = "side"
    value: float | None = None
    needs_scope: bool = False

    @cached_property
    def is_record(self) -> bool:
        """Whether it reads a record, which may be told of a number that is a tally as well."""
        return self.effect.startswith("record")

    @cached_property
    def needs(self) -> frozenset[str]:
        """Letters without which the frame cannot match: the words of its pattern that leave no choice."""
        words = [w.rpartition(":")[2] for w in self.pattern.split() if w[0] not in "~-^$" and not w.endswith("?")]
        return frozenset(LETTER[w] for w in words if w in KINDS and w not in MACROS)

    @cached_property
    def choices(self) -> tuple[frozenset[str], ...]:
        """Sets of letters of which each must have one in the sentence."""
        words = [w.rpartition(":")[2] for w in self.pattern.split() if w[0] not in "~-^$" and not w.endswith("?")]
        return tuple(
            frozenset(LETTER[k] for part in w.split("|") for k in MACROS.get(part, part).split("|"))
            for w in words
            if w not in KINDS or w in MACROS
        )

    def may_match(self, present: frozenset[str]) -> bool:
        """Whether a sentence with these letters is worth the search."""
        return self.needs <= present and all(choice & present for choice in self.choices)


def frames(
    metric: str, unit: str, who: str, confidence: float, *patterns: str, scope: bool = False, value: float | None = None
) -> Iterator[MeasureFrame]:
    for number, pattern in enumerate(patterns, start=1):
        yield MeasureFrame(f"{metric}-{number}", pattern, metric, confidence, unit, who, value, scope)
