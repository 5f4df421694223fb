"""Whose measure a number is: the side, person or place that a reader takes it to be of.

A possessive before the number goes first, then the nearest subject to its left in the sentence (never the object of a verb
or a preposition), then what follows ("With 21 points, Rovers are ..."), then who the sentences before speak of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.mentions import Mention
from flows.extract.story import SIDES, Sentence, StoryState

_OBJECT = re.compile(
    r"(?:\b(?:against|over|at|by|of|to|from|past|than|in|on|beat|beating|beats|defeated|defeating|thrashed|host|hosts|hosted|hosting|visit|visits|"
    r"visited|visiting|facing|face|faced|faces|meet|meets|met|play|plays|played|edged|overcame|above|below|behind|leapfrog\w*|"
    r"overtak\w+|overtook|thrashing|v|vs|between|like|join\w*|level with|with|for|into|ahead of|signed|leaving|left|when|where|towards?|via|"
    r"after|following|versus|knocked out|despite|denied|stunned|hammered|beaten|off|around|under|outside|chasing|catch\w*|inside)"
    r"(?: (?:the|a|an|their|his|fellow|leaders|champions|holders|rivals|neighbours|strugglers|league leaders|[\w-]+-placed|bottom club|struggling|"
    r"old|city|local|second-placed|high-flying|lowly|relegated|current|home|host|visiting|former))*) $"
)
_SIDE_KINDS = SIDES | {"THEY", "WE"}
_PERSON_KINDS = frozenset({"PERSON", "HE"})
_I = frozenset({"i", "i've", "i'm", "my", "me", "i'd", "i'll"})
_SAID = re.compile(r"\b(?:said|says|told|added|insisted|admitted|explained|revealed|confirmed|claimed|commented|stated|warned)\b")
_ROLE_AFTER = re.compile(r"\b(?:coach|manager|boss|head coach)\b")


class Subjects:
    """Finds subjects in one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state

    # ---- sides

    def side(self, sentence: Sentence, tokens: list[Mention], at: int, last: int) -> tuple[str, Mention | None] | None:
        """The side that the number at `at` (a frame ends at `last`) is of, with the mention that names it."""
        named = self._named_after(tokens, last)
        if named is not None:
            team = self._team(named, sentence)
            if team is not None:
                return team, named
        for mention in self._subjects_before(tokens, at, _SIDE_KINDS):
            team = self._team(mention, sentence)
            if team is not None:
                return team, mention
        return self._elsewhere(sentence, tokens, at)

    def _named_after(self, tokens: list[Mention], last: int) -> Mention | None:
        """"four wins on the bounce for City": the side that the phrase itself ends with."""
        if last + 2 < len(tokens) and tokens[last + 1].text.lower() == "for" and tokens[last + 2].kind in SIDES:
            return None if tokens[last + 2].possessive else tokens[last + 2]
        return None

    def _elsewhere(self, sentence: Sentence, tokens: list[Mention], at: int) -> tuple[str, Mention | None] | None:
        for i in range(at + 1, len(tokens)):
            if tokens[i].kind in SIDES and not self._is_object(tokens, i) and tokens[i - 1].kind in ("COMMA", "AND", "BUT"):
                team = self._team(tokens[i], sentence)
                if team is not None:
                    return team, tokens[i]
        team = self.state.subject_before(tokens[at], sentence)
        return None if team is None else (team, None)

    def _team(self, mention: Mention, sentence: Sentence) -> str | None:
        return self.state.side(mention, sentence)

    def _subjects_before(self, tokens: list[Mention], at: int, kinds: frozenset[str]) -> Iterator[Mention]:
        """Candidates from right to left: adjoining possessives, subjects, then subjects of a "who"."""
        if at and tokens[at - 1].kind in kinds and (tokens[at - 1].possessive or tokens[at - 1].kind in ("THEY", "WE", "HE")):
            yield tokens[at - 1]
        for i in range(at - 1, -1, -1):
            if tokens[i].kind in kinds and not self._is_object(tokens, i):
                yield tokens[i]

    def _is_object(self, tokens: list[Mention], i: int) -> bool:
        mention = tokens[i]
        following = tokens[i + 1 : i + 3]
        if any(t.kind == "WHO" for t in following) and (following[0].kind in ("WHO", "COMMA")):
            return False
        if mention.possessive and following and following[0].kind in ("STREAK", "MARGIN", "UNBEATEN", "NUMBER", "ORDINAL", "TALLY", "WINLESS"):
            return False
        if mention.kind in ("THEY", "WE") and mention.text.lower() in ("their", "our", "they", "we"):
            return False
        return bool(_OBJECT.search(self.state.text.lower[max(0, mention.start - 60) : mention.start]))

    # ---- people

    def person(self, sentence: Sentence, tokens: list[Mention], at: int) -> tuple[str, Mention | None] | None:
        """The person that the number at `at` is of."""
        speaker = self._speaking(sentence, tokens, at)
        if speaker is not None:
            return speaker, None
        for mention in self._subjects_before(tokens, at, _PERSON_KINDS):
            if mention.kind == "PERSON":
                return str(mention.value), mention
            return self._he(sentence, tokens, mention)
        following = next((t for t in tokens[at + 1 : at + 8] if t.kind == "PERSON"), None)
        if following is not None and not any(t.kind in ("COMMA", "STOP") for t in tokens[at + 1 : tokens.index(following)]):
            return str(following.value), following
        return self._person_before(sentence)

    def _he(self, sentence: Sentence, tokens: list[Mention], pronoun: Mention) -> tuple[str, Mention | None] | None:
        """Whom "he" or "his" means: the last person named before it who is no object, else the text's person."""
        for i in range(tokens.index(pronoun) - 1, -1, -1):
            if tokens[i].kind == "PERSON" and not tokens[i].possessive and not self._is_object(tokens, i):
                return str(tokens[i].value), pronoun
        found = self._person_before(sentence)
        return None if found is None else (found[0], pronoun)

    def _person_before(self, sentence: Sentence) -> tuple[str, Mention | None] | None:
        """Whom the sentences before are about: the first person of the nearest one that names one."""
        index = self.state.sentences.index(sentence)
        for earlier in reversed(self.state.sentences[max(0, index - 4) : index]):
            people = [m for m in earlier.mentions if m.kind == "PERSON" and not self.state.quoted(m.start)]
            if people:
                subject = next((m for m in people if not m.possessive), people[0])
                return str(subject.value), None
        return None

    def spoken_of(self, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
        """Whom "the 25-year-old" or "the striker" means: the text's person before the sentence, else before the number."""
        found = self._person_before(sentence)
        if found is not None:
            return found[0]
        return next((str(t.value) for t in reversed(tokens[:at]) if t.kind == "PERSON"), None)

    def _speaking(self, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
        """Who says "I" where the number stands in a quotation that does."""
        if not self.state.quoted(tokens[at].start):
            return None
        if not any(t.kind == "WORD" and t.text.lower() in _I for t in tokens[:at]):
            return None
        return self.speaker(sentence)

    def speaker(self, sentence: Sentence) -> str | None:
        """Who is quoted in a sentence's paragraph, else who spoke or was spoken of last before it."""
        index = self.state.sentences.index(sentence)
        near = [s for s in self.state.sentences[max(0, index - 6) : index + 3] if abs(s.paragraph - sentence.paragraph) <= 1]
        same = [s for s in near if s.paragraph == sentence.paragraph]
        for group in (same, near, self.state.sentences[max(0, index - 8) : index]):
            for candidate in sorted(group, key=lambda s: abs(s.span.start - sentence.span.start)):
                people = [m for m in candidate.mentions if m.kind == "PERSON" and not self.state.quoted(m.start)]
                said = _SAID.search(self.state.text.lower, candidate.span.start, candidate.span.end)
                if people and (said or candidate is not sentence):
                    return str(people[0].value)
        return None

    # ---- either, and the rest

    def either(self, sentence: Sentence, tokens: list[Mention], at: int, last: int) -> tuple[str, Mention | None, bool] | None:
        """The nearest subject, be it a side or a person; the flag says that it is a person."""
        if self._speaking(sentence, tokens, at) is not None:
            return str(self.speaker(sentence)), None, True
        for mention in self._subjects_before(tokens, at, _SIDE_KINDS | _PERSON_KINDS):
            if mention.kind in _PERSON_KINDS:
                found = self.person(sentence, tokens, at)
                return None if found is None else (*found, True)
            team = self._team(mention, sentence)
            if team is not None:
                return team, mention, False
        if any(t.kind in SIDES and not self._is_object(tokens, i) for i, t in enumerate(tokens)):
            side = self.side(sentence, tokens, at, last)
            return None if side is None else (*side, False)
        found = self.person(sentence, tokens, at)
        return None if found is None else (*found, True)

    def is_coach(self, person: str) -> bool:
        """Whether the story calls a person a coach rather than a player."""
        if person in self.state.cast.coach_of:
            return True
        mentions = self.state.mentions
        for i, mention in enumerate(mentions):
            if mention.kind == "PERSON" and mention.value == person:
                before = [m for m in mentions[max(0, i - 2) : i] if mention.start - m.end < 20]
                if any(m.kind == "ROLE" and m.value in ("coach", "official") for m in before):
                    return True
                after = mentions[i + 1 : i + 2]
                if after and after[0].kind == "ROLE" and after[0].value == "coach" and after[0].start - mention.end < 12:
                    return True
        return False

    def home(self) -> str | None:
        """The home side of the story's match, else its first side."""
        main = self.state.main
        if main is None:
            return None
        return main.home or main.team_1

    def place(self, sentence: Sentence, tokens: list[Mention], at: int) -> tuple[str, Mention | None] | None:
        """The place, country or region a count of people is of."""
        for i in range(at - 1, -1, -1):
            if tokens[i].kind in ("PLACE", "TEAM", "NAME") and not tokens[i].possessive:
                return str(tokens[i].value or tokens[i].text), tokens[i]
        index = self.state.sentences.index(sentence)
        for earlier in reversed(self.state.sentences[max(0, index - 2) : index]):
            places = [m for m in earlier.mentions if m.kind == "PLACE"]
            if places:
                return str(places[0].value), None
        return None
