"""Crowds in line-up blocks: "Att: 12,345" and a line that is nothing but the figure."""

from __future__ import annotations

import re

from flows.extract.matches.circumstances import Circumstances
from flows.extract.measures.claims import Measure
from flows.extract.measures.subjects import Subjects
from flows.extract.story import StoryState

_FIGURE = r"(\d{1,3}(?:[,.]\d{3})+|\d{3,6})"
_LABELLED = re.compile(rf"\b(?:Att|Attendance|Crowd|Gate)\s*[:.]\s*{_FIGURE}")
_BARE = re.compile(rf":?\s*{_FIGURE}\.?\s*$")


def crowds(state: StoryState, around: Circumstances, subjects: Subjects) -> list[Measure]:
    """The attendance of the story's match, where a block gives it."""
    home = subjects.home()
    if home is None:
        return []
    for block in state.story.body:
        labelled = _LABELLED.search(state.text.normal, block.start, block.end)
        bare = _BARE.match(state.text.normal, block.start, block.end) if labelled is None else None
        match = labelled or bare
        if match is None:
            continue
        value = float(re.sub(r"[,.]", "", match.group(1)))
        if value < 100 or (bare is not None and ("," not in match.group(1) or value > 200000)):
            continue
        start = match.start() if labelled else match.start(1)
        crowd = Measure(start, match.end(1), home, "attendance", value, "spectators", "measure/att", 0.95)
        crowd.competition = around.competition
        return [crowd]
    return []
