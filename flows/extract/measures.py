"""Sentences -> measures as told: tallies, places, gaps, streaks, ages, money, records."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.circumstances import Circumstances
from flows.extract.results import Results
from flows.extract.story import StoryState


@dataclass
class Measure:
    """A measured number as a story tells it; spans in the normal text."""

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


class Measures:
    """Reads the measures of one story into `told`."""

    def __init__(self, state: StoryState, results: Results, around: Circumstances) -> None:
        self.told: list[Measure] = []
