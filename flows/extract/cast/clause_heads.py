"""Where in a clause a person stands: at its head, as a subject does, or after a verb or a preposition, as an object.

In: a sentence and a place in it. Out: the word before a person and all that describes him (empty at a clause's head),
and whether that makes a subject of him.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_OPENERS = frozenset(
    "and but or when before after as while whilst until since because where although though then that once with yet so "
    "than whereas nor which meaning minutes minute time later half-time only moments".split()
)
_CAUSATIVES = frozenset(
    "for allowing allowed allow allows enabling enabled enables letting let leaving left helping helped "
    "helps to saw seeing "
    "inspired inspiring prompting prompted inviting led up found finding freed".split()
)
_MODIFIERS = frozenset(
    "the a an his her their its young veteran poor unlucky luckless hapless unfortunate former fellow debutant "
    "debutants colleague partner loanee "
    "on-loan ex man big "
    "new signing boy team-mate teammate compatriot countryman half-time second-half late home unmarked "
    "man-of-the-match "
    "in-form teenage teenager club-record prolific evergreen experienced local full unmarked lone top "
    "towering mercurial "
    "returning recalled substitute replacement stand-in international ageing giant brother namesake same bench-warmer "
    "fit-again summer january little impressive".split()
)
_PREPOSITIONS = frozenset(
    "of from between past with both by against over to for beyond round around on upon off at in involving".split()
)
_LISTED = re.compile(r"^ and (?:[a-z-]+ ){0,2}$")
_TO_VERB = re.compile(r"^,? (?:to (?:\w+ly )?\w+|\w+ing\b)")
_PARTICIPLE = re.compile(r" (?:\w+ )?(?:\w+ing|unable|free|able)\b")
_DESCRIBING = frozenset({"ROLE", "NATIONALITY", "TEAM", "AGE", "ORDINAL", "EPITHET", "MINUTE", "DATE"})
_MOST_WORDS = 7
_START = attrgetter("start")


def subject_at(lower: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a person there is a clause's subject: "Baros" in "and Baros rounded the keeper", "for Baros to score"."""
    word = word_before(lower, sentence, start)
    following = lower[end : end + 30]
    if word == "with":
        return bool(_PARTICIPLE.match(following))
    if word in ("", "whom", "whose") or word in _OPENERS:
        return True
    return word in _CAUSATIVES and bool(_TO_VERB.match(following))


def listed_with(gap: str) -> bool:
    """Whether two persons with these words between are one list: " and ", " and midfielder "."""
    return bool(_LISTED.match(gap))


def is_preposition(word: str) -> bool:
    """Whether a person after the word is its object."""
    return word in _PREPOSITIONS


def word_before(lower: str, sentence: Sentence, start: int) -> str:
    """The word before a person and all that describes him; empty at a clause's head."""
    first = sentence.span.start
    position = start
    for _ in range(_MOST_WORDS):
        text = lower[first:position].rstrip()
        if not text or text[-1] in ',;:-("':
            return ""
        described = _describing(sentence.mentions, first + len(text), text)
        if described is not None:
            position = described.start
            continue
        word = text.rsplit(None, 1)[-1]
        word = word[max(word.rfind("("), word.rfind('"')) + 1 :]
        if not _describes(word, text):
            return word
        position = first + len(text) - len(word)
    return ""


def _describing(mentions: list[Mention], position: int, text: str) -> Mention | None:
    """The mention that describes a person and ends, itself or its possessive, where the text before him does."""
    if text.endswith(("'s", "'")):
        told = (m for m in mentions if m.end == position or (m.possessive and m.end + 2 >= position))
        return next((m for m in told if m.kind in _DESCRIBING), None)
    index = bisect_left(mentions, position, key=_START) - 1
    last = mentions[index] if index >= 0 else None
    return last if last is not None and last.end == position and last.kind in _DESCRIBING else None


def _describes(word: str, text: str) -> bool:
    """Whether a plain word only describes a person: "former", "on-loan", any word after an article."""
    if word in _MODIFIERS:
        return True
    inflected = word.endswith(("ing", "ed"))
    return not inflected and ("-" in word or text[: len(text) - len(word)].rstrip().endswith((" the", " a", " an")))
