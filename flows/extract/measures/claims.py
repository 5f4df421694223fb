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
    rule: str
    confidence: float
    competition: str | None = None
    season: str | None = None
    matches: int | None = None
    other: str | None = None
    qualifier: str = "exact"
