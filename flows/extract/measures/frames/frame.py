"""The phrase families of measures, as data: what each looks like over a sentence's tokens, and what it yields.

`n` is the number that the frame reads, `g` games beside it, `s` the side it belongs to where the frame itself says so.
A number is read once: frames stand in order of how certain they are. Subjects, scope and vetoes are settled elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flows.extract.text.shapes import Frame


@dataclass(frozen=True)
class MeasureFrame(Frame):
    """A frame whose `effect` is a metric: `who` is the subject's kind, `value` that of a phrase without one."""

    unit: str = ""
    who: str = "side"
    value: float | None = None
    needs_scope: bool = False

    @property
    def is_record(self) -> bool:
        """Whether it reads a record, which may be told of a number that is a tally as well."""
        return self.effect.startswith("record")


def frames(
    metric: str, unit: str, who: str, confidence: float, *patterns: str, scope: bool = False, value: float | None = None
) -> Iterator[MeasureFrame]:
    for number, pattern in enumerate(patterns, start=1):
        yield MeasureFrame(f"{metric}-{number}", pattern, metric, confidence, unit, who, value, scope)
