"""A measured number as a story tells it, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Measure:
    """Spans are in the normal text; `value` is in `unit`, a gap is negative where the subject is behind."""

    start: int
    end: int
    subject: str
    metric: str
    value: float
    unit: str
    competition: str | None
    season: str | None
    matches: int | None
    other: str | None
    qualifier: str
    rule: str
    confidence: float
