"""Invented stories (`cases/stories.csv`), to put one after another in a file and to find again.

They are written as agencies write: a lead with names in full, then surnames, quotes, a match to come at the end.
"""

from __future__ import annotations

import csv
from pathlib import Path

from flows.extract.stories.split import Story, split
from flows.extract.text.normalise import Text
from flows.extract.text.scan import scan

TABLE = Path(__file__).parent / "cases" / "stories.csv"
with TABLE.open(encoding="utf-8", newline="") as lines:
    _ROWS = {row["story"]: row for row in csv.DictReader(lines)}
KEEPER, DEFEAT, BAN, LONG_FEATURE = (
    _ROWS[name]["text"].split(" ¶ ") for name in ("keeper", "defeat", "ban", "long_feature")
)
HEADLINES = {name: row["headline"] for name, row in _ROWS.items() if row["headline"]}


def stories_of(text: str) -> list[Story]:
    """The stories of a raw text whose normal form is as long as it is."""
    page = Text(text)
    return split(page.normal, scan(page))


def put_together(stories: list[list[str]], gap: str = "\n") -> tuple[str, list[int], list[int]]:
    """The text of these stories one after another, where each of them starts, and where it ends."""
    text = ""
    starts: list[int] = []
    ends: list[int] = []
    for story in stories:
        text += gap if text else ""
        starts.append(len(text))
        text += gap.join(story)
        ends.append(len(text))
    return text, starts, ends
