"""All phrase families of measures, the most certain first: the first frame that yields something has the number."""

from __future__ import annotations

from flows.extract.measures.frames import MeasureFrame
from flows.extract.measures.frames_events import EVENTS, RECORDS, REMAINING, SPANS
from flows.extract.measures.frames_goals import CONCEDED, GOALS, HONOURS
from flows.extract.measures.frames_people import CARDS, PEOPLE
from flows.extract.measures.frames_runs import RUNS
from flows.extract.measures.frames_table import RACE, TABLE

ALL: tuple[MeasureFrame, ...] = (
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
