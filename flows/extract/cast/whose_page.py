"""Whose page a story says it is: "Fan view: Harland", "as a Harland supporter", "welcome to Moss Lane, our home".

In: a story. Out: the side that its own words, outside quotation marks, name as that of whoever writes; the club at home
on the ground that its readers are welcomed to; None where nothing says so, or two sides are named so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.text.sought import Sought

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_FANS = (
    r"(?:fans?|supporters?|season[- ]ticket[- ]holders?|die-?hards?|regulars?|faithful|followers?|devotees?|man|"
    r"through and through)"
)
_A_FAN = Sought(
    r"\b(?:as|being|am|i'm|we|us|any|every|we're|fellow|all) (?:an? |the |true |other |proud |lifelong |loyal |"
    r"long-suffering |life-?long |of us |you |self-respecting |right-minded |old |season |travelling |exiled )*$"
)
_FAN = re.compile(rf" (?:[\w-]+ ){{0,2}}?{_FANS}\b")
_OF_A_FAN = re.compile(
    r"\b(?:fans?'? (?:view|verdict|column|diary|blog|voice|eye|opinion|corner|notes)|fan'?s'?[- ]eye view|view from "
    r"the (?:terraces|stands?|kop|away end)|supporter'?s'? (?:view|column|diary|blog|voice)|season-ticket holder)\b"
)
_WELCOME = Sought(
    r"\bwelcome (?:back |along |you |you all |everyone |everybody |all |one and all )*(?:here )?(?:to|at) (?:the |"
    r"our |a [\w-]+ )*$|\b(?:here|back here|back home|at home|our home|us) (?:at|to) (?:the )?$"
)
_REACH = 48
_TITLE = 1  # sentence


def whose_page(state: StoryState) -> str | None:
    """The side that a story says its writer belongs to."""
    lower = state.text.lower
    fans: set[str] = set()
    hosts: set[str] = set()
    for sentence in state.sentences:
        titled = (sentence.headline or sentence.alone) and sentence.number <= _TITLE
        title = _OF_A_FAN.search(lower, *sentence.span) if titled else None
        if title is not None:
            beside = [m for m in sentence.mentions if m.end <= title.start() or m.start >= title.end()]
            named = [m for m in beside if m.kind in ("TEAM", "NAME")]
            if len(named) == 1:
                fans.add(state.cast.adopt(named[0]) if named[0].kind == "NAME" else str(named[0].value))
        for mention in sentence.mentions:
            if mention.kind not in ("TEAM", "GROUND") or state.quoted(mention.start):
                continue
            first = max(sentence.span.start, mention.start - _REACH)
            if mention.kind == "TEAM" and _FAN.match(lower, mention.end) and _ends(_A_FAN, lower, first, mention.start):
                fans.add(str(mention.value))
            elif mention.kind == "GROUND" and len(mention.value) == 1 and _ends(_WELCOME, lower, first, mention.start):
                hosts.add(club_name(mention.value[0]))
    told = fans or hosts
    return told.pop() if len(told) == 1 else None


def _ends(words: Sought, lower: str, start: int, end: int) -> bool:
    return words.search(lower, start, end) is not None
