"""Whether a name behind "the" is a thing's: a cup ("out of the Taca"), a division ("of the Northern Combination").

In: the lower-case text and a name. Out: whether no side and no man goes by it there. A side is called with an article
where its name ends as many men's do ("the Drovers") or describes somebody ("the Harland goalkeeper").
"""

from __future__ import annotations

from flows.extract.text.beside import After
from flows.extract.text.mentions import Mention

_MANY = ("s", "men", "XI")
_ENDS = After(
    r"(?:[.,;:)!?\n]|$| (?:on|in|at|for|after|by|with|to|but|when|as|while|before|last|this|next|thanks|without|until|"
    r"following)\b)",
    12,
)


def is_a_thing(lower: str, mention: Mention) -> bool:
    """Whether it stands behind "the" and describes nothing."""
    if not lower.endswith((" the ", "\nthe "), 0, mention.start) or mention.text.endswith(_MANY):
        return False
    return not mention.possessive and _ENDS.match(lower, mention.end) is not None
