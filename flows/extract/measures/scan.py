"""A sentence with a number in it, read again word by word through the vocabulary of measures.

In: a sentence and its mentions. Out: tokens, none left out but filler words, so that a frame can say "at most two words
apart". Names, figures, dates and punctuation stay as the first scan found them; goal and result words are typed anew.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.cast.standing import KIND as STANDING
from flows.extract.text import lexicon
from flows.extract.text.figures import LONGEST
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

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
_FIRST_TEAM = re.compile(
    r"first(?:-team\b| team (?:appearances?|games?|matches|starts?|outings?)\b)"
)  # "66 first-team games"
_SEED_WORDS = Sought(
    r"\b(?:a point|(?:game|match) (?:in hand|more|fewer|less)|level|back[- ]to[- ]back|"
    r"only (?:\w+ ){0,2}(?:defeat|loss|reverse|win|victory)\b|both (?:\w+ ){0,3}(?:games|matches|meetings)\b|"
    r"goal[- ]difference|for the first time|first[- ]ever|never (?:before|previously)|"
    r"double|treble|a year|a month|a season|"
    r"(?:yet|still) to (?:concede|let in|ship)|maiden|once|thrice|%)|\d"
)
_OWN = re.compile(r"\b(?:his|her|their|its|our|my) $")
_GAMES_AFTER = re.compile(
    r" (?:[\w-]+ ){0,3}(?:games|matches|outings|fixtures|starts|appearances|meetings|away|home)\b"
)
_COUNTED_AFTER = re.compile(r" (?:goals?|appearances?|caps?|match(?:es)?|games?|strikes?)\b")
_MEASURED_BY = re.compile(r"\b(?:behind|of|from|above|below|off|with|over|on|than|catch\w*) the (?:[\w-]+ ){0,2}$")
_CROWNED = re.compile(r"(?:champions|winners|holders)$")
_SO_OFTEN = re.compile(r"[ -]times? $")
_NTH_TIME = re.compile(r" for (?:the|a) [\w-]+ time\b| (?:twice|[\w-]+ times)\b")
_NO_GOALS = frozenset({"none", "nil", "zero"})
_WORD = re.compile(r"[a-z0-9](?:[a-z0-9'.]*[a-z0-9'])?|%")


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
    for verb, none in pairwise(found):
        if none.kind == "WORD" and none.text.lower() in _NO_GOALS and verb.kind in ("SCORED", "CONCEDED"):
            none.kind, none.value = "NUMBER", 0  # "scoring 17 and conceding none"
    return found


def _reads_otherwise(mention: Mention, lower: str) -> bool:
    """ "their last eight games" is no round, a "top scorer" measures, "behind the leaders" is a place in a table,
    "first-team" no place."""
    if mention.kind == "EPITHET" and _CROWNED.search(mention.text.lower()):
        before, after = lower[max(0, mention.start - 12) : mention.start], lower[mention.end : mention.end + 24]
        return bool(_SO_OFTEN.search(before) or _NTH_TIME.match(after))
    if mention.kind == "EPITHET" and mention.value[0] == STANDING:
        return _MEASURED_BY.search(lower, max(0, mention.start - 32), mention.start) is not None
    if mention.kind == "ROUND":
        before, after = lower[max(0, mention.start - 6) : mention.start], lower[mention.end : mention.end + 40]
        return mention.text[:4].lower() == "last" and bool(_OWN.search(before) or _GAMES_AFTER.match(after))
    if mention.kind == "ORDINAL":
        return _FIRST_TEAM.match(lower, mention.start) is not None
    if mention.kind != "ROLE":
        return False
    return mention.text.endswith(("scorer", "scorers", "marksman")) or (
        mention.text.lower() == "international" and _COUNTED_AFTER.match(lower, mention.end) is not None
    )


def _read_words(found: list[Mention], normal: str, lower: str, start: int, end: int) -> None:
    """Types the words of a stretch that holds no name and no figure."""
    stretch = lower[start:end]
    if not stretch or stretch.isspace():
        return
    words = lexicon.measure_words()
    position, length = 0, len(stretch)
    meanings = words.meanings
    for pattern, left, right in words.automaton.find_matches_as_indexes(stretch):
        apart = (not left or stretch[left - 1] == " ") and (right == length or stretch[right] == " ")
        if not (apart or _bounded(stretch, left, right)):
            continue
        if left - position > 1:
            _plain_words(found, normal, stretch, start, position, left)
        kind, value = meanings[pattern][0]
        if kind != "SKIP":
            found.append(Mention(kind, start + left, start + right, normal[start + left : start + right], value))
        position = right
    if position < length:
        _plain_words(found, normal, stretch, start, position, length)


def _bounded(stretch: str, left: int, right: int) -> bool:
    if left and stretch[left - 1].isalnum() and stretch[left].isalnum():
        return False
    return right == len(stretch) or not (stretch[right].isalnum() and stretch[right - 1].isalnum())


def _plain_words(found: list[Mention], normal: str, stretch: str, start: int, left: int, right: int) -> None:
    for match in _WORD.finditer(stretch, left, right):
        word, first = match[0], match.start()
        if word == "s":
            continue
        counts = word.isdigit() and len(word) <= LONGEST
        kind, value = ("NUMBER", float(word)) if counts else ("WORD", None)
        at, end = start + first, start + match.end()
        found.append(Mention(kind, at, end, normal[at:end], value))
