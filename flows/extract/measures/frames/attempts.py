"""Whether what looks like a tally is only an attempt: "managed 15 efforts on goal", "in pursuit of a ninth title".

In: the tokens that a frame fits and its number. Out: whether no goal, no title or no points of a table are told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.extract.text.mentions import Mention

_PURSUED = re.compile(
    r"\b(?:in (?:pursuit|search|quest) of|(?:bid|quest|hunt|push|chase|race) for|chasing|pursuing|seeking|eyeing|"
    r"after) "
    r"(?:an? |the |(?:his|her|their) )$"
)
_ATTEMPTS = re.compile(
    r"(?: [\w-]+){0,2} (?:shots?|efforts?|attempts?|chances?|goes|tries|headers?|strikes|crosses) (?:on|at|towards) "
    r"(?:goal|target)\b| (?:shots|efforts|attempts|corners|saves|fouls)\b| goal attempts\b"
)
_WOODWORK = re.compile(r"\b(?:woodwork|posts?|bar|crossbar|upright|frame of the goal)\b")


def are_attempts(lower: str, fitted: Sequence[Mention], number: Mention) -> bool:
    """Whether the number is of shots, of the woodwork hit or of what went "on goal"."""
    at_goal = any(t.text == "goal" and lower.endswith((" on ", " at "), 0, t.start) for t in fitted)
    return (
        at_goal
        or _ATTEMPTS.match(lower, number.end) is not None
        or _WOODWORK.search(lower, fitted[0].start, fitted[-1].end) is not None
    )


def is_pursued(lower: str, number: Mention) -> bool:
    """Whether a title is only pursued; "all three points" are those of one win."""
    sought = _PURSUED.search(lower, max(0, number.start - 40), number.start)
    return sought is not None or lower.endswith("all ", 0, number.start)
