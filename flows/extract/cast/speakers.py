"""Who says "I" and "we": the person that a quotation's paragraph, or the text around it, names; whom he calls "he"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_I = frozenset({"i", "i've", "i'm", "my", "me", "i'd", "i'll"})
_PASSED = frozenset({"FROM", "AT", "FOR", "AGAINST", "WITH"})  # "I came from X and have 20 goals"
_YOU = frozenset({"you", "your", "you've", "you're", "you'd", "you'll"})
_SAID = re.compile(
    r"\b(?:said|says|told|added|insisted|admitted|explained|revealed|confirmed|claimed|commented|stated|warned|"
    r"continued|replied)\b"
)
_INTRODUCES = re.compile(_SAID.pattern + r"[^\".;]{0,30}: ?[\"']")
_HE_SAID = re.compile(
    r"\b(?:he|she) (?:\w+ )?(?:said|says|told|added|insisted|admitted|explained|continued|replied|recalled|joked)\b|"
    r"\b(?:said|added|explained) (?:he|she)\b|"
    r"\b(?:said|says|added|explained|admitted) the (?:[\w-]+ ){0,3}?(?:[123]\d-year-old|striker|forward|winger|"
    r"midfielder|defender|full-back|centre-half|centre-back|goalkeeper|keeper|skipper|captain|teenager)\b"
)


_LABEL = re.compile(r"(?: \([^)]{2,40}\)|, [^\":.,]{2,40})?: ?[\"'][A-Z\"']")
_OF_HIM = re.compile(
    rf"{_SAID.pattern} (?:of|about|on) (?:[\w'-]+ ){{0,6}}$|\b(?:asked|talking|speaking) (?:of|about) "
)
_SAID_BEFORE = re.compile(rf"{_SAID.pattern} (?:the |a |their )?$")
_SAID_BEHIND = re.compile(rf",? (?:who )?(?:\w+ly |has |had |also |later )?{_SAID.pattern}")
_NEAR = 24  # letters between a verb of saying and who says it


_SPEECH = 4  # sentences


class Speakers:
    """Finds speakers in one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self._person_before: Callable[[Sentence], str | None] | None = None
        self._of: dict[int, str | None] = {}

    def ask_before(self, person_before: Callable[[Sentence], str | None]) -> None:
        """From here on "he said" is whom the sentences before are about."""
        self._person_before = person_before
        self._of.clear()

    def says_i(self, tokens: list[Mention], at: int) -> bool:
        """Whether the number stands in a quotation whose speaker speaks of himself before it."""
        if not self.state.quoted(tokens[at].start):
            return False
        me = _YOU if self.state.asked(tokens[at].start) else _I
        for index in range(at - 1, -1, -1):
            token = tokens[index]
            if token.text.lower() in me:
                return True
            passed = token.kind == "TEAM" and index > 0 and tokens[index - 1].kind in _PASSED
            if token.kind in ("PERSON", "HE", "TEAM", "WE") and not passed:
                return False
        return False

    def of(self, sentence: Sentence) -> str | None:
        """Who is quoted in a sentence's paragraph, else beside it, else who was spoken of last before it."""
        if self.state.spoken_in_interview(sentence.span.start):
            return self.state.interviewee
        if sentence.number not in self._of:
            self._of[sentence.number] = self._found(sentence)
        return self._of[sentence.number]

    def named_in(self, sentence: Sentence) -> str | None:
        """Who is named in a sentence as the one who says what it reports."""
        return self._named(sentence, must_say=True)

    def side_said(self, sentence: Sentence) -> str | None:
        """Whose the speaker is where the words name him by his office alone: "the Harland boss said"."""
        first = sentence.number
        sentences = self.state.sentences
        while first and sentences[first - 1].paragraph == sentence.paragraph:
            first -= 1
        for near in sentences[first:]:
            if near.paragraph != sentence.paragraph:
                return None
            side = self._office(near) if LETTER["ROLE"] in near.shape and LETTER["TEAM"] in near.shape else None
            if side is not None:
                return side
        return None

    def _office(self, sentence: Sentence) -> str | None:
        for team, role in pairwise(sentence.mentions):
            beside = team.kind == "TEAM" and role.kind == "ROLE" and role.start - team.end <= 3
            if not beside or self.state.quoted(role.start):
                continue
            said_before = _SAID_BEFORE.search(self.state.text.lower, max(0, team.start - _NEAR), team.start)
            if said_before or _SAID_BEHIND.match(self.state.text.lower, role.end):
                return str(team.value)
        return None

    def _found(self, sentence: Sentence) -> str | None:
        sentences = self.state.sentences
        index = sentence.number
        near = [s for s in sentences[max(0, index - 6) : index + 4] if abs(s.paragraph - sentence.paragraph) <= 1]
        same = [s for s in near if s.paragraph == sentence.paragraph]
        for candidate in sorted(same, key=lambda s: abs(s.span.start - sentence.span.start)):
            speaker = self._says(candidate, sentence)
            if speaker is not None:
                return speaker
        for group, must_say in (
            (near, True),
            (sentences[max(0, index - 10) : index], True),
            (near, False),
        ):
            for candidate in sorted(group, key=lambda s: abs(s.span.start - sentence.span.start)):
                speaker = None if self._introduces_another(candidate, sentence) else self._named(candidate, must_say)
                if speaker is not None:
                    return speaker
        return None

    def _says(self, candidate: Sentence, sentence: Sentence) -> str | None:
        """Who is told in a sentence to speak, by name or as "he"."""
        if self._introduces_another(candidate, sentence):
            return None
        if candidate.span.start <= sentence.span.start and (labelled := self._labelled(candidate)) is not None:
            return labelled
        if self._person_before is not None and self._he_said(candidate):
            return self._person_before(candidate)
        return self._named(candidate, must_say=True)

    def _labelled(self, sentence: Sentence) -> str | None:
        """'Jon Hale (Rovers manager): "We were excellent"': who is named right before the colon of what he says."""
        people = [m for m in sentence.mentions if m.kind == "PERSON" and not self.state.quoted(m.start)]
        last = people[-1] if people else None
        label = last is not None and _LABEL.match(self.state.text.normal, last.end, sentence.span.end)
        return str(last.value) if last is not None and label else None

    def _introduces_another(self, candidate: Sentence, sentence: Sentence) -> bool:
        """ "X admitted: ..." is no speaker of what was quoted before."""
        lower, span = self.state.text.lower, candidate.span
        return span.start > sentence.span.start and _INTRODUCES.search(lower, span.start, span.end) is not None

    def _he_said(self, sentence: Sentence) -> bool:
        """ "he said", outside the words said."""
        told = _HE_SAID.finditer(self.state.text.lower, sentence.span.start, sentence.span.end)
        return any(not self.state.quoted(m.start()) for m in told)

    def _named(self, sentence: Sentence, must_say: bool) -> str | None:
        """Who stands nearest to "said" ("X said Y was fit": X), else the first who is named."""
        people = [m for m in sentence.mentions if m.kind == "PERSON" and not self.state.quoted(m.start)]
        if not people:
            return None
        said = _SAID.search(self.state.text.lower, sentence.span.start, sentence.span.end)
        if must_say and said is None:
            return None
        return str(min(people, key=lambda m: max(said.start() - m.end, m.start - said.end()) if said else 0).value)

    def calls_he(self, sentence: Sentence) -> str | None:
        """Whom a speaker calls "he": the story's most named person but himself."""
        speaker = self.of(sentence)
        near = (
            self._said_of(sentence, speaker)
            or self._named_by_him(sentence, speaker)
            or self._named_beside(sentence, speaker)
        )
        if near is not None:
            return near
        told = Counter(
            str(m.value) for s in self.state.sentences for m in s.mentions if m.kind == "PERSON" and m.value != speaker
        )
        return told.most_common(1)[0][0] if told else None

    def _said_of(self, sentence: Sentence, speaker: str | None) -> str | None:
        """'"We've had the scan," he said of winger Hale. "He has seven goals"': of whom the words were told to be."""
        before = self.state.sentences[sentence.number - 1] if sentence.number else None
        if before is None or before.paragraph != sentence.paragraph:
            return None
        for index, person in enumerate(before.mentions):
            if person.kind != "PERSON" or person.value == speaker or self.state.quoted(person.start):
                continue
            last = next((m.end for m in reversed(before.mentions[:index]) if m.kind == "PERSON"), before.span.start)
            if _OF_HIM.search(self.state.text.lower, max(last, person.start - 60), person.start):
                return str(person.value)
        return None

    def _named_by_him(self, sentence: Sentence, speaker: str | None) -> str | None:
        """Whom the speaker himself has named last: "I won't sell X. He has just signed a new deal"."""
        for earlier in reversed(self.state.sentences[max(0, sentence.number - _SPEECH) : sentence.number]):
            if earlier.paragraph != sentence.paragraph:
                return None
            told = [m for m in earlier.mentions if m.kind == "PERSON" and m.value != speaker]
            if told:
                return str(told[-1].value) if len(told) == 1 and self.state.quoted(told[0].start) else None
        return None

    def _named_beside(self, sentence: Sentence, speaker: str | None) -> str | None:
        """The one other person whom the speaker's paragraph names before he says "he"."""
        named = {
            str(m.value)
            for s in self.state.sentences[max(0, sentence.number - 3) : sentence.number]
            if s.paragraph == sentence.paragraph
            for m in s.mentions
            if m.kind == "PERSON" and m.value != speaker
        }
        return named.pop() if len(named) == 1 else None
