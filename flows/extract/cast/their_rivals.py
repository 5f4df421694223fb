""" "Their rivals", "his side's hosts": a word for a side that with its owner means another than the owner's.

In: the word, and the sides named before it. Out: the one nearest that is not the owner's.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

RIVALS = "rivals"  # what an epithet of them says of itself
_WORDS = frozenset({"rivals", "neighbours", "neighbors", "visitors", "hosts", "opponents", "conquerors"})
_WHICH = re.compile(r" (?:in|on|for|next) |, (?!an? |and |but |with |who |after )")


def are_rivals(lower: str, noun: Mention) -> bool:
    """Whether a word for a side means, behind "their" or "his", one that they meet; "their opponents in the final, X"
    are told behind."""
    word = noun.text.lower()
    return word in _WORDS and not (word == "opponents" and _WHICH.match(lower, noun.end))


def named_last(sentence: Sentence, mention: Mention, own: str | None) -> str | None:
    """The side that a sentence names last before a mention and that is not the owner's; of rivals one that the owner
    was compared with: "went two points clear of X by beating Y while their rivals drew"."""
    named = [m for m in sentence.of("TEAM") if m.end <= mention.start and m.value != own]
    rivals = [m for m in named if m.compared] if mention.text.lower().endswith(RIVALS) else []
    return str((rivals or named)[-1].value) if named else None
