"""Whether a name is a man's by the words before it: "coach Varga", "goals from Jon Hale and Varga".

In: a name that may be a club's or a man's, in the text. Out: whether what it is joined to makes it a man's, whatever
the verb behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from flows.extract.cast import counted_company
from flows.extract.text.beside import Before
from flows.extract.text.mentions import Mention

_MAN_BEFORE = Before(
    r"\b(?:striker|midfielder|defender|goalkeeper|keeper|winger|captain|skipper|coach|manager|boss|gaffer|referee|"
    r"chairman|president|full-back|centre-back|left-back|right-back|playmaker|teenager|debutant|substitute|"
    r"international) $",
    20,
)
_AMONG_SCORERS = Before(
    r"\b(?:goals?|strikes?|headers|efforts|penalties|finishes|double|brace|hat-trick|(?:one|two|three) each) "
    r"(?:[a-z-]+ ){0,2}(?:from|by|through|courtesy of) (?:[\w'.-]+ ){1,3}(?:[\w'., -]{0,40})?and ",
    100,
)
_BESIDE_A_MAN = re.compile(r"\b([A-Z][\w'-]+) [A-Z][\w'-]+(?: and|,) $")
_BACK = 48


def is_called_a_man(normal: str, lower: str, mention: Mention, like_a_man: bool, sides: Iterable[str]) -> bool:
    """Whether his role stands before it, it is one of those who scored, or it has the shape of a man's name and is
    joined to another of that shape: "Jon Hale and Piet Osman saw off Harland"."""
    if _MAN_BEFORE.search(lower, mention.start):
        return True
    if not lower.endswith(("and ", ", "), 0, mention.start):
        return False
    if _AMONG_SCORERS.search(lower, mention.start):
        return True
    beside = _BESIDE_A_MAN.search(normal, max(0, mention.start - _BACK), mention.start) if like_a_man else None
    if beside is None or beside[1] not in counted_company.FIRST_NAMES:
        return False
    return not any(beside[0].startswith(side) for side in sides)
