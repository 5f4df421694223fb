"""Whether what looks like goals are only attempts at them: "managed 15 efforts on goal", "hit the woodwork six times".

In: the tokens that a frame of goals fits and its number. Out: whether no goal is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.extract.text.mentions import Mention

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
