"""Scoring summaries of North American papers: "1, Harland, Tor 2 (Orr), 12th minute; 2, Merrow, Danek (pen), 60th."

In: a stretch of the normal text. Out: goals as listed, each with the side printed before its scorer; the figure behind
a name is the player's tally, the name in brackets who set the goal up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.goals.lists.scorer_lists import NAME, Listed, kind_of_mark
from flows.extract.text.sought import Sought

_GOAL = Sought(
    rf"\b(?P<order>\d{{1,2}}), (?P<side>[A-Z][\w .'-]{{1,30}}?), (?P<name>{NAME}),? ?\d{{0,2}} ?"
    r"(?:\((?P<aside>[^()\n]{1,40})\))?, (?P<minute>\d{1,3})(?:st|nd|rd|th)\b(?:\+(?P<added>\d{1,2}))?",
    as_printed=True,
)
_MARKED = re.compile(r"pen|own goal|free kick|header", re.IGNORECASE)


def box_goals(normal: str, start: int, end: int) -> Iterator[tuple[str, Listed]]:
    """Each goal of a summary with the name of its side."""
    for goal in _GOAL.finditer(normal, start, end):
        aside = goal["aside"] or ""
        kind = kind_of_mark(aside) if _MARKED.match(aside) else "open_play"
        added = int(goal["added"]) if goal["added"] else None
        minute = int(goal["minute"]) + (added or 0)
        yield goal["side"], Listed(goal.start("name"), goal.end(), goal["name"], minute, added, kind, 0)
