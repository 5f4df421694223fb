"""How a side has just been told to have fared: "Rovers crashed to defeat as Town ran riot. X hit three in a 6-1 rout."

In: a story, a sentence and a side. Out: "win" or "loss" where one of the sentences before says so of that side.
"""

from __future__ import annotations

from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence, objective

_LOST = frozenset({"LOSE", "LOSS_NOUN", "BEATEN"})
_WON = frozenset({"WIN", "WIN_INTRANSITIVE", "WIN_NOUN"})
_ENDS = SIDES | {"COMMA", "BUT", "SUBORDINATE", "WHO", "AND", "NEGATION", "HYPOTHETICAL"}
_SHAKEN = frozenset({"stunned", "shocked", "rocked", "rattled", "floored", "hit", "upset"})
_BACK = 3  # sentences


def fared_before(state: StoryState, sentence: Sentence, side: str) -> str | None:
    """How the nearest of the sentences before says that a side fared; None where they don't."""
    for earlier in reversed(state.sentences[max(0, sentence.number - _BACK) : sentence.number]):
        if earlier.quoted:
            continue
        for i, mention in enumerate(earlier.mentions):
            if mention.kind not in SIDES or mention.possessive or mention.attributive or objective(earlier.mentions, i):
                continue
            told = _told(earlier.mentions[i + 1 :])
            if told is not None and state.side(mention, earlier) == side:
                return told
    return None


def _by_a_side(behind: list[Mention]) -> bool:
    """ "by Y", whole: not "by Y's early goal"."""
    return len(behind) > 1 and behind[0].kind == "BY" and behind[1].kind in SIDES and not behind[1].possessive


def _told(following: list[Mention]) -> str | None:
    """What the clause of a subject says first."""
    passive = False
    for place, mention in enumerate(following):
        if mention.kind in _ENDS:
            return None
        passive |= mention.kind == "BE"
        if passive and mention.text.lower() in _SHAKEN and not _by_a_side(following[place + 1 : place + 3]):
            return None  # "were stunned when Y led"
        if mention.kind in _LOST or (passive and mention.kind == "WIN"):
            return "loss"
        if mention.kind in _WON:
            return "win"
    return None
