"""Crowds in line-up blocks: "Att: 12,345" and a line that is nothing but the figure.

In: a story's blocks. Out: an attendance for each match that has a label of its own, for the story's match where the
figure stands alone.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.hosts import Hosts
from flows.extract.story import StoryState

_FIGURE = r"(\d{1,3}(?:[,.]\d{3})+|\d{2,6})"
_LABELLED = re.compile(rf"\b(?:Att|ATT|Attendance|ATTENDANCE|Crowd|CROWD|Gate)(?:\s*[:.=]\s*|\s+(?=\d)){_FIGURE}")
_FEWEST = 20
_FEWEST_UNLABELLED = 100
_MOST_UNLABELLED = 200000


def crowds(state: StoryState, hosts: Hosts) -> list[Measure]:
    """The attendances that blocks give."""
    found: list[Measure] = []
    for block in state.story.body:
        text = state.text.normal[block.start : block.end]
        labelled = list(_LABELLED.finditer(text)) if ":" in text or "Att" in text or "ATT" in text else []
        if not labelled and text[:1].isdigit():
            bare = re.fullmatch(rf":?\s*{_FIGURE}\.?\s*", text)
            if bare is None or "," not in bare.group(1) or not _FEWEST_UNLABELLED <= _value(bare) <= _MOST_UNLABELLED:
                continue
            labelled = [bare]
        for match in labelled:
            at = block.start + match.start()
            inside = state.text.normal[at - 1 : at] in ("(", "[") and bool(text[: match.start() - 1].strip())
            told = hosts.labelled(block, at)
            home = hosts.home(None, at) if told is None else told.home
            if home is not None and _value(match) >= _FEWEST and not (told is None and inside and hosts.has_several):
                competition = hosts.competition(None, at) if told is None else hosts.around.competition_of(told)
                found.append(_crowd(block.start, match, home, competition))
    return found


def _value(match: re.Match[str]) -> float:
    return float(re.sub(r"[,.]", "", match.group(1)))


def _crowd(offset: int, match: re.Match[str], home: str, competition: str | None) -> Measure:
    start, end = offset + match.start(), offset + match.end(1)
    crowd = Measure(start, end, home, "attendance", _value(match), "spectators", "measure/att", 0.95)
    crowd.competition = competition
    return crowd
