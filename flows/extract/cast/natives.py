"""A man called by his town or by a club: "the Louth man", "the former Harland man", "the Carlow native's header".

In: a name, a place or a club as a mention. Out: a mention of kind ROLE over all of what he is called, without its
possessive; None where a man's name follows, or where nobody is called so.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.normalise import Text

NATIVE = re.compile(r"(?:-born)? (?:man|native|lad|boy|youth)(?!-| of )\b")
_THE = re.compile(r"\b(?:the )(?:(?:former|ex|one-time|on-loan|young|big|little|current|brave|tireless)[ -])?$")
_REACH = 16  # letters


def native(text: Text, mention: Mention) -> Mention | None:
    """The man whom a name and the words beside it mean."""
    lower = text.lower
    called = None if mention.possessive else NATIVE.match(lower, mention.end)
    head = None if called is None else _THE.search(lower, max(0, mention.start - _REACH), mention.start)
    if called is None or head is None:
        return None
    end = called.end()
    if text.normal[end : end + 1] == " " and text.normal[end + 1 : end + 2].isupper():
        return None
    whole = text.normal[head.start() : end]
    return Mention("ROLE", head.start(), end, whole, "player", lower.startswith("'s ", end))
