"""Which of the seasons that a text writes out is its own: one told early or as the present, and not as past.

A season that a text comes to late, and but once, is one that it looks back at.
"""

from __future__ import annotations

import re

_THEN = re.compile(
    r"\b(?:since|previous|previously|ago|back in|joined|debut|relegated|promoted|born|died|"
    r"last (?:met|meeting|won|reached|played|time))\b[^.;,\n]{0,40}$"
)
_SINCE = re.compile(r"\b(?:since|from|until|back in|between|before)(?: the| their)? $")
_BOUND_TO = re.compile(
    r"\b(?:until|till|up to|to|through|throughout|beyond|for|into|by)(?: at least| the very)?"
    r"(?: the)? (?:end|close|conclusion|start|beginning|summer|finish) of(?: the)? $|"
    r"\b(?:contract|deal|terms|extension|agreement|stay|lease|tenure)\b[^.;\n]{0,60}"
    r"\b(?:until|till|to|through|beyond|into|for)(?: at least)?(?: the)? $"
)
_WON_THEN = re.compile(r" (?:final|title|champions?|winners?|double|treble|triumph|promotion|relegation)\b")
_NOW = re.compile(
    r"\b(?:this is the|this|the current|the present|(?:resum|restart|begin|start|kick|enter|open)\w*(?: [\w-]+){0,3}|"
    r"(?:has|have|hasn't|haven't)\b[^.;,\n]{0,50} (?:in|of|during|for))(?: the| their| our)? $"
)
_EARLY = 0.3  # of a text


def is_own(lower: str, start: int, end: int) -> bool:
    """Whether the season written between two offsets of a lower-case text is the one that the text is written in."""
    begun = max(lower.rfind(". ", 0, start), lower.rfind("\n", 0, start))  # its sentence
    early = begun < _EARLY * len(lower) or _NOW.search(lower, max(0, start - 70), start) is not None
    return (
        early
        and not _SINCE.search(lower, max(0, start - 16), start)
        and not _BOUND_TO.search(lower, max(0, start - 100), start)
        and not _WON_THEN.match(lower, end)
        and not _THEN.search(lower, max(0, start - 70), start)
    )
