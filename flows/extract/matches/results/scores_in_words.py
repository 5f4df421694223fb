"""Scores that are told without a figure: "by the same score", "shared six goals".

In: the sentences of a story whose figures have been told apart. Out: the same with a mention of kind SCORE more where
words make a score certain, so that every frame reads it as it reads a figure. What is said again is the last final
score told in the sentence or shortly before; goals that two sides share are a draw; goals unanswered beside a win are
all of its match.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.shapes import shape_of
from flows.extract.text.sought import Sought

_AGAIN = Sought(r"\b(?:the same|an identical) (?:score(?:line)?|margin)\b")
SHARED = re.compile(r"\b(?:share[sd]?|sharing) (?:out )?(?:an? )?(?:[\w-]+ )?$")
_GOALS = frozenset({LETTER["GOAL_NOUN"], LETTER["MULTI"]})
_WINS = frozenset({LETTER["WIN"], LETTER["BEATEN"], LETTER["WIN_NOUN"], LETTER["WIN_INTRANSITIVE"]})
_SCORE = LETTER["SCORE"]
_UNANSWERED = re.compile(
    r"(?: [\w-]+){0,2} (?:unanswered|unreplied|unopposed) (?:[\w-]+ )?(?:goals|strikes|efforts)\b|"
    r"(?: [\w-]+)? (?:goals|strikes) (?:without (?:reply|response|answer|loss)|to nil|to nothing)\b"
)
_OF_A_PART = Sought(
    r"\b(?:second[- ]half|first[- ]half|after the (?:break|interval|restart)|from behind|c[ao]me back|comeback|"
    r"fought back|hit back|late|last|final|minutes?|to lead|turn\w*|then)\b"
)
_BACK = 1  # sentences
_SHARES = (2, 10)


def settle_scores_in_words(state: StoryState) -> None:
    """Add to each sentence the scores that its words tell."""
    lower = state.text.lower
    of_the_same = state.holding(_AGAIN)
    for sentence in state.sentences:
        unanswered = not _WINS.isdisjoint(sentence.shape) and _unanswered(lower, sentence)
        said = sentence in of_the_same and _said_again(state, sentence)
        if unanswered or said or (not _GOALS.isdisjoint(sentence.shape) and _shared(lower, sentence)):
            sentence.shape = shape_of(sentence.mentions)


def _unanswered(lower: str, sentence: Sentence) -> bool:
    """ "beat X with three unanswered goals": all the goals of a match, unless told of a part of it."""
    if _SCORE in sentence.shape or _OF_A_PART.search(lower, *sentence.span) is not None:
        return False
    for number in sentence.mentions:
        if number.kind not in ("NUMBER", "MULTI") or not _SHARES[0] <= number.value <= _SHARES[1]:
            continue
        start = number.end - len(" goals") * (number.kind == "MULTI" and number.text.lower().endswith(" goals"))
        if (told := _UNANSWERED.match(lower, start, sentence.span.end)) is not None:
            number.kind, number.value, number.end = "SCORE", (int(number.value), 0), told.end()
            sentence.mentions[:] = [m for m in sentence.mentions if m is number or not start <= m.start < told.end()]
            return True
    return False


def _said_again(state: StoryState, sentence: Sentence) -> bool:
    """ "Napoli beat Torino by the same scoreline": whether a score was told to be that of before."""
    found = False
    for words in _AGAIN.finditer(state.text.lower, *sentence.span):
        score = _last_told(state, sentence, words.start())
        if score is None:
            continue
        again = Mention("SCORE", words.start(), words.end(), state.text.normal[words.start() : words.end()], score)
        kept = [m for m in sentence.mentions if m.end <= again.start or m.start >= again.end]
        kept.insert(bisect_left([m.start for m in kept], again.start), again)
        sentence.mentions[:] = kept
        found = True
    return found


def _last_told(state: StoryState, sentence: Sentence, before: int) -> tuple[int, int] | None:
    """The last final score told before a position, in its sentence or the one before."""
    for near in reversed(state.sentences[max(0, sentence.number - _BACK) : sentence.number + 1]):
        told = [m for m in near.of("SCORE") if m.end <= before]
        if told:
            high, low = told[-1].value
            return high, low
    return None


def _shared(lower: str, sentence: Sentence) -> bool:
    """ "X and Y shared six goals": an even number of them is a draw; two men share a side's."""
    found = False
    for index, number in enumerate(sentence.mentions):
        if number.kind not in ("NUMBER", "MULTI") or not lower.startswith(
            " goals", number.end - len(" goals") * (number.kind == "MULTI")
        ):
            continue
        shared = SHARED.search(lower, max(sentence.span.start, number.start - 24), number.start)
        men = any(m.kind in ("PERSON", "ROLE") for m in sentence.mentions[max(0, index - 3) : index])
        goals_told = int(number.value)
        if shared and not men and goals_told % 2 == 0 and _SHARES[0] <= goals_told <= _SHARES[1]:
            number.kind, number.value = "SCORE", (goals_told // 2, goals_told // 2)
            found = True
    return found
