"""The nouns that count and the frames of each class of them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from flows import vocabulary
from flows.extract.measures.counted_frame import CountedFrame
from flows.extract.measures.frames_counted import COUNTS
from flows.extract.measures.frames_firsts import FANS, FIRSTS
from flows.extract.measures.frames_plain import PLAIN
from flows.extract.measures.frames_spans import SPANS


@cache
def things() -> dict[str, tuple[str, ...]]:
    """{noun: the classes it is of}, of `vocabulary/counted.csv`."""
    path = Path(vocabulary.__file__).parent / "counted.csv"
    found: dict[str, tuple[str, ...]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for noun in row["nouns"].split("|"):
                found[noun] = (*found.get(noun, ()), row["class"])
    return found


@cache
def by_things() -> dict[str, tuple[CountedFrame, ...]]:
    """{class of nouns: its frames in order}."""
    return {
        name: tuple(f for f in (*COUNTS, *SPANS, *FIRSTS, *FANS, *PLAIN) if f.things == name)
        for name in {f.things for f in (*COUNTS, *SPANS, *FIRSTS, *FANS, *PLAIN)}
    }
