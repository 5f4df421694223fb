"""Nicknames that no vocabulary knows: "the Colliers" of a story in which two other names play is one of the two.

`mark` retypes a name to an epithet where it is a plural after "the" with a word of play beside it. `Bearers` says which
side of the story's match it is: not the one that its sentence names beside it, the one whose player it describes, the
one that the sentence before was about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from flows.extract.text import lexicon
from flows.extract.text.mentions import Mention
from flows.extract.text.normalise import Text
from flows.extract.text.sentence import Sentence, objective

KIND = "NICKNAME"
_FORM = re.compile(r"(?:[A-Z][a-z]+ )?[A-Z][a-z]{2,}(?:s|men|ers)")
_PLAYS = re.compile(
    r"'s?(?: |$)|,? (?:who|whose)\b|, (?:however|though|meanwhile|in fact)|,? (?:have|had|were|are|will|would|"
    r"could|also|then|"
    r"did|do|made|make|took|take|went|go|came|come|lost|lose|won|win|drew|draw|beat|led|lead|scored|struck|hit|got|get|"
    r"held|pulled|continued|started|began|responded|equalised|conceded|needed|need|remain|sit|slipp?e?d?|climb|move|"
    r"moved|keep|kept|found|deserved|dominated|pressed|enjoyed|face|travel|host|visit|ahead|level|in front|"
    r"boss|manager|coach|captain|skipper|striker|midfielder|defender|goalkeeper|keeper|winger|forward|fans|supporters|"
    r"players|defence|defenders|side|goal|half|net|box|area|bench|attack)\b"
)
_MEETS = re.compile(
    r"\b(?:for|against|beat|over|gave|give|put|past|sent|handed|fired|steer\w*|help\w*|keep|kept|visiting|by|to|"
    r"with) the $"
)
_BESIDE, _DESCRIBED, _BEFORE = 2, 3, 1
_NEAR = 28


def mark(text: Text, mentions: list[Mention], surnames: frozenset[str]) -> None:
    """Retype the nicknames of a story with two sides and more."""
    sides = {m.value for m in mentions if m.kind == "TEAM" and isinstance(m.value, str)}
    if len(sides) < 2:
        return
    names = [m for m in mentions if m.kind == "NAME" and _may_be(text, m, surnames)]
    if not names:
        return
    printed = Counter(m.text for m in mentions if m.kind == "NAME")
    play = Counter(m.text for m in names if _PLAYS.match(text.lower, m.end) or _meets(text, m))
    found = {name for name, n in play.items() if 2 * n >= printed[name]}
    for mention in mentions:
        if mention.kind == "NAME" and mention.text in found:
            mention.kind, mention.value = "EPITHET", (KIND, mention.text)


def _may_be(text: Text, mention: Mention, surnames: frozenset[str]) -> bool:
    word = mention.text.rsplit(" ", 1)[-1]
    if not _FORM.fullmatch(mention.text) or word in surnames or word in lexicon.name_words("NO_PERSON"):
        return False
    return text.lower.endswith("the ", max(0, mention.start - 4), mention.start)


def _meets(text: Text, mention: Mention) -> bool:
    return _MEETS.search(text.lower, max(0, mention.start - 20), mention.start) is not None


class Bearers:
    """Which of a match's two sides bears each nickname of a story."""

    def __init__(self, sentences: list[Sentence], pair: tuple[str, str], plays_for: dict[str, Counter[str]]) -> None:
        self._sentences = sentences
        self.pair = pair
        self._plays_for = plays_for
        self._known: dict[str, str | None] = {}

    def of(self, name: str) -> str | None:
        """The side it means; None where nothing tells."""
        if name not in self._known:
            votes: Counter[str] = Counter()
            for sentence in self._sentences:
                for index, mention in enumerate(sentence.mentions):
                    if mention.kind == "EPITHET" and mention.value == (KIND, name):
                        self._vote(sentence, index, votes)
            best = votes.most_common(2)
            clear = len(best) == 1 or (len(best) == 2 and best[0][1] > best[1][1])
            self._known[name] = best[0][0] if clear else None
        return self._known[name]

    def _vote(self, sentence: Sentence, index: int, votes: Counter[str]) -> None:
        mention, mentions = sentence.mentions[index], sentence.mentions
        following = mentions[index + 1 : index + 4]
        person = next((m for m in following if m.kind == "PERSON" and m.start - mention.end < _NEAR), None)
        for side in self._plays_for.get(person.value, ()) if person is not None else ():
            votes[side] += _DESCRIBED * (side in self.pair)
        beside = {m.value for m in mentions if m.kind == "TEAM" and m.value in self.pair}
        if len(beside) == 1:
            votes[self._other(beside.pop())] += _BESIDE
        elif not beside and sentence.number:
            for side in self._about(self._sentences[sentence.number - 1]):
                votes[side] += _BEFORE

    def _other(self, side: str) -> str:
        return self.pair[1] if side == self.pair[0] else self.pair[0]

    def _about(self, sentence: Sentence) -> Iterable[str]:
        """The side of the two that a sentence is about."""
        mentions = sentence.mentions
        told = [m.value for i, m in enumerate(mentions) if m.kind == "TEAM" and not objective(mentions, i)]
        return [side for side in told if side in self.pair][:1]
