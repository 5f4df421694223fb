"""All phrase families of measures, the most certain first: the first frame that yields something has the number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from flows.extract.measures.frames.events import EVENTS, RECORDS, REMAINING, SPANS
from flows.extract.measures.frames.frame import MeasureFrame
from flows.extract.measures.frames.goals import CONCEDED, GOALS, HONOURS, PARTS
from flows.extract.measures.frames.people import CARDS, PEOPLE
from flows.extract.measures.frames.runs import RUNS
from flows.extract.measures.frames.table import RACE, TABLE

_BLOCKS: tuple[MeasureFrame, ...] = (
    *PARTS,
    *RACE,
    *SPANS,
    *RUNS,
    *TABLE,
    *CONCEDED,
    *EVENTS,
    *CARDS,
    *GOALS,
    *PEOPLE,
    *HONOURS,
    *RECORDS,
    *REMAINING,
)


def _numbered(blocks: Iterable[MeasureFrame]) -> Iterator[MeasureFrame]:
    """Each frame with a rule of its own: frames of one metric stand in several blocks and are counted through."""
    counted: Counter[str] = Counter()
    for frame in blocks:
        counted[frame.effect] += 1
        yield replace(frame, rule=f"{frame.effect}-{counted[frame.effect]}")


ALL: tuple[MeasureFrame, ...] = tuple(_numbered(_BLOCKS))
