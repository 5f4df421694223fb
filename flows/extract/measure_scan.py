"""A sentence with a number in it, read again word by word through the vocabulary of measures.

In: a sentence and its mentions. Out: tokens, none left out but filler words, so that a frame can say "at most two words
apart". Names, figures, dates and punctuation stay as the first scan found them; goal and result words are typed anew.
"""

from __future__ import annotations

import re

from flows.extract import lexicon
from flows.extract.mentions import LETTER, Mention
from flows.extract.sentence import Sentence

_KEPT = frozenset(
    {
        "TEAM",
        "PERSON",
        "NAME",
        "COMPETITION",
        "GROUND",
        "PLACE",
        "NATIONALITY",
        "SCORE",
        "AGGREGATE_SCORE",
        "SHOOTOUT_SCORE",
        "LIVE_SCORE",
        "NUMBER",
        "ORDINAL",
        "MONEY",
        "AGE",
        "SEASON",
        "DATE",
        "MINUTE",
        "MEASURED",
        "ROUND",
        "LEG",
        "THEY",
        "WE",
        "HE",
        "WHO",
        "ROLE",
        "EPITHET",
        "SIDE_HOME",
        "SIDE_AWAY",
        "COMMA",
        "STOP",
        "OPEN",
        "CLOSE",
        "QUOTE",
        "COLON",
        "DASH",
    }
)
_SEEDS = frozenset(
    {
        "NUMBER",
        "ORDINAL",
        "MONEY",
        "AGE",
        "MEASURED",
        "MULTI",
        "SECOND",
        "THIRD",
        "ONWARD",
        "TIMES",
        "SEASON",
        "ROUND",
        "OPEN",
    }
)
_SEED_LETTERS = re.compile("[" + "".join(sorted(LETTER[k] for k in _SEEDS)) + "]")
_SEED_WORDS = re.compile(
    r"\b(?:a point|game in hand|level|double[- ]figures|double[- ]digits|back[- ]to[- ]back|"
    r"for the first time|first[- ]ever|a year|a month|a season|maiden|once|thrice|%)|\d"
)
_OWN = re.compile(r"\b(?:his|her|their|its|our|my) $")
_GAMES_AFTER = re.compile(
    r" (?:[\w-]+ ){0,3}(?:games|matches|outings|fixtures|starts|appearances|meetings|away|home)\b"
)
_COUNTED_AFTER = re.compile(r" (?:goals?|appearances?|caps?|match(?:es)?|games?|strikes?)\b")
_WORD = re.compile(r"[a-z0-9][a-z0-9'.]*|%")


def measures_something(sentence: Sentence, lower: str) -> bool:
    """Whether a sentence holds a figure, an ordinal or a phrase that stands for one."""
    if _SEED_LETTERS.search(sentence.shape):
        return True
    return _SEED_WORDS.search(lower, sentence.span.start, sentence.span.end) is not None


def tokens(sentence: Sentence, normal: str, lower: str) -> list[Mention]:
    """The sentence as typed tokens in order; a word that no vocabulary knows is a `WORD`."""
    found: list[Mention] = []
    position = sentence.span.start
    for mention in sentence.mentions:
        if mention.kind not in _KEPT or mention.start < position or _reads_otherwise(mention, lower):
            continue
        _read_words(found, normal, lower, position, mention.start)
        found.append(mention)
        position = mention.end
    _read_words(found, normal, lower, position, sentence.span.end)
    return found


def _reads_otherwise(mention: Mention, lower: str) -> bool:
    """ "their last eight games" is no round, a "top scorer" measures."""
    if mention.kind == "ROUND":
        before, after = lower[max(0, mention.start - 6) : mention.start], lower[mention.end : mention.end + 40]
        return mention.text[:4].lower() == "last" and bool(_OWN.search(before) or _GAMES_AFTER.match(after))
    if mention.kind != "ROLE":
        return False
    return "scorer" in mention.text or (
        mention.text.lower() == "international" and _COUNTED_AFTER.match(lower, mention.end) is not None
    )


def _read_words(found: list[Mention], normal: str, lower: str, start: int, end: int) -> None:
    """Types the words of a stretch that holds no name and no figure."""
    if end - start < 1 or lower[start:end].isspace():
        return
    words = lexicon.measure_words()
    stretch = lower[start:end]
    position = 0
    for pattern, left, right in words.automaton.find_matches_as_indexes(stretch):
        if not _bounded(stretch, left, right):
            continue
        _plain_words(found, normal, stretch, start, position, left)
        kind, value = words.meanings[pattern][0]
        if kind != "SKIP":
            found.append(Mention(kind, start + left, start + right, normal[start + left : start + right], value))
        position = right
    _plain_words(found, normal, stretch, start, position, len(stretch))


def _bounded(stretch: str, left: int, right: int) -> bool:
    before = stretch[left - 1] if left else " "
    after = stretch[right] if right < len(stretch) else " "
    first, last = stretch[left], stretch[right - 1]
    return not ((before.isalnum() and first.isalnum()) or (after.isalnum() and last.isalnum()))


def _plain_words(found: list[Mention], normal: str, stretch: str, start: int, left: int, right: int) -> None:
    for word in _WORD.finditer(stretch, left, right):
        if word.group() not in ("s", "'s"):
            found.append(_word(word.group(), normal, start + word.start(), start + word.end()))


def _word(word: str, normal: str, start: int, end: int) -> Mention:
    if word.isdigit():
        return Mention("NUMBER", start, end, normal[start:end], float(word))
    return Mention("WORD", start, end, normal[start:end])
