"""Of which side a place in a story speaks: the one answer that matches, goals and measures ask.

In: a mention that names no side ("they", "we", "his side", a result without a subject) and its sentence. Out: a side,
None where nothing tells. The rules, in their order:

1. The sentence's own words before the place: its subject, else the side of the person that it is about.
2. In a quotation "we" is the speaker's side and "they" the one he named, else the one that his side played.
3. The nearest sentence before that has a subject, outside a quotation none that is quoted; of more than one side told
   there one of the story's match.
4. A sentence without a subject hands on whom it names: one of the match that it is about, else its last.
5. What the story is about: its own side where it says "we", else the first that it names.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.extract.text.mentions import LETTER, Mention, of_kinds
from flows.extract.text.sentence import SIDES, Sentence, is_listed, objective, opens_for

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_OFTEN = 2
_RULES = 3  # times as often as any other side
_BACK = 3  # sentences
_BESIDE = 5  # letters between "for" and its side
_NTH_GAME = re.compile(
    r" (?:opening|first|second|third|fourth|fifth|sixth|last|final|previous|only|next) (?:[\w-]+ ){0,2}?(?:game|match|"
    r"fixture|outing|tie|home game|qualifier)\b"
)
_BY_THE_SUBJECT = re.compile(
    r"\b(?:after|before|by|since|while|despite|without|having|following) [a-z]+(?:ing|ed|en)\b[^,.;]*$|"
    r"\band (?:then |also |now |will )?[a-z]+(?: up| off)? $"
)


class Centers:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self._state = state
        self._first = next((str(m.value) for m in of_kinds(state.mentions, ("TEAM",))), None)

    # ---- what the story is about

    @property
    def focus(self) -> str | None:
        """The side that a story is about where nothing nearer tells: its own, where it says "we", else its first."""
        return self._state.voices.us or self._first

    @property
    def topic(self) -> str | None:
        """The side that the story names most and from its first sentences on; None where two are named as often."""
        most = self._state.cast.clubs.most_common(2)
        if not most or most[0][1] < _OFTEN or (len(most) > 1 and most[1][1] == most[0][1]):
            return None
        first = [m.value for s in self._state.sentences[:2] for m in s.mentions if m.kind == "TEAM"]
        return most[0][0] if most[0][0] in first else None

    def rules_the_story(self, other: str | None) -> bool:
        """Whether the story has a topic that it names far more often than another side, or any: a review of its
        season."""
        topic, told = self.topic, self._state.cast.clubs
        most = told[other] if other is not None else max((n for club, n in told.items() if club != topic), default=0)
        return topic is not None and topic != other and told[topic] >= _RULES * most

    # ---- what a sentence is about

    def named(self, sentence: Sentence, before: int | None = None) -> str | None:
        """The side that a sentence, up to a place, names as its subject."""
        state, end = self._state, sentence.span.end if before is None else before
        for index, mention in enumerate(sentence.mentions):
            if mention.start >= end:
                break
            if mention.kind == "WE" and not state.quoted(mention.start) and state.voices.us is not None:
                return state.voices.us
            if (
                mention.kind in SIDES
                and (opens_for(sentence, index) or not objective(sentence.mentions, index))
                and not is_listed(sentence.mentions, index)
            ):
                unnamed = mention.kind == "EPITHET" and mention.value[0] in ("HE", "THEY")
                team = state.side(mention, None if unnamed else sentence)
                if team is not None:
                    return team
        return None

    def about(self, sentence: Sentence, before: int | None = None) -> str | None:
        """The side that a sentence, up to a place, is about: its subject, else that of one of its people."""
        return self.named(sentence, before) or self._of_people(sentence, before)

    def _of_people(self, sentence: Sentence, before: int | None) -> str | None:
        """The club of the coach or the player a sentence is about."""
        end, cast = sentence.span.end if before is None else before, self._state.cast
        people = [m.value for m in sentence.mentions if m.kind == "PERSON" and not m.possessive and m.start < end]
        coached = next((cast.coach_of[p] for p in people if p in cast.coach_of), None)
        return coached or next(
            (cast.plays_for[p].most_common(1)[0][0] for p in people[:1] if p in cast.plays_for), None
        )

    # ---- what a place is about

    def meant(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """Whom "we" or "they" means."""
        if sentence is None:
            return self.before(mention, sentence)
        voices = self._state.voices
        if mention.kind == "WE":
            return voices.we(mention, sentence) or self.before(mention, sentence)
        owns = mention.text.lower() == "their"
        here = self._owner(mention, sentence) if owns else self._of_speaker(mention, sentence)
        return voices.not_us(here or self.before(mention, sentence), sentence)

    def before(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """The side that is spoken of where a pronoun or an unsaid subject stands: this sentence's subject, else the
        last one's."""
        return self.found_before(mention, sentence)[0]

    def found_before(self, mention: Mention, sentence: Sentence | None) -> tuple[str | None, bool]:
        """The side that is spoken of there, and whether the words just before are about it: not only the story."""
        if sentence is None:
            return self.focus, False
        here = self.about(sentence, mention.start) or self._done_for(mention, sentence)
        if here is not None:
            return here, True
        passed: tuple[str, bool] | None = None
        for distance, earlier in enumerate(self._told_before(sentence)):
            subject = self.about(earlier)
            if subject is not None:
                return self._of_main_before(earlier, subject), earlier.paragraph == sentence.paragraph
            passed = passed if distance else self._passed_on(earlier, sentence, mention.kind)
            if distance == 0 and passed is not None and passed[1]:
                return passed[0], False
        return (self.focus if passed is None else passed[0]), False

    def _told_before(self, sentence: Sentence) -> list[Sentence]:
        """The sentences right before one, the nearest first; outside a quotation what was quoted is passed over."""
        before = self._state.sentences[max(0, sentence.number - 2 * _BACK) : sentence.number]
        return [s for s in reversed(before) if sentence.quoted or not self._only_quoted(s)][:_BACK]

    def _only_quoted(self, sentence: Sentence) -> bool:
        """Whether nobody but a speaker tells a sentence: no side or person is named outside its quotation marks."""
        return sentence.quoted and not any(
            m.kind in ("TEAM", "PERSON", "EPITHET") and not self._state.quoted(m.start) for m in sentence.mentions
        )

    def _of_speaker(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "They beat us here", says who names no other side before it: whom his side met."""
        named = any(m.kind in SIDES and m.start < mention.start for m in sentence.mentions)
        if named or not self._state.quoted(mention.start):
            return None
        return self._state.voices.they(mention, sentence)

    def _owner(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "X ahead of their trip": the side told last before it; after "and" the one whose possessive the list began
        with."""
        before = [m for m in sentence.mentions if m.start < mention.start]
        sides = [m for m in before if m.kind == "TEAM" and not m.attributive]
        if not sides or self._is_of_the_subject(mention, sentence, sides[-1]):
            return None
        if before[-1].kind == "AND":
            sides = [m for m in sides if m.possessive] or sides[:1]
        elif _BY_THE_SUBJECT.search(self._state.text.lower, max(sides[-1].end, mention.start - 40), mention.start):
            sides = [m for m in sides if not objective(sentence.mentions, sentence.mentions.index(m))] or sides
        return str(sides[-1].value)

    def _is_of_the_subject(self, their: Mention, sentence: Sentence, last: Mention) -> bool:
        """ "The champions, who lost to X in their opening game": a game of whoever plays it against X."""
        game = _NTH_GAME.match(self._state.text.lower, their.end)
        return game is not None and objective(sentence.mentions, sentence.mentions.index(last))

    def _done_for(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "It is back to work for X tonight, when they go to Y": whom a sentence without a subject is about."""
        return self.done_for(sentence, mention.start) if mention.kind == "THEY" else None

    def done_for(self, sentence: Sentence, end: int) -> str | None:
        """ "It is no good time for X to meet Y": the side behind the last "for" before a place."""
        if LETTER["FOR"] not in sentence.shape:
            return None
        before = [m for m in sentence.mentions if m.start < end]
        told = [b for a, b in pairwise(before) if a.kind == "FOR" and b.kind == "TEAM" and b.start - a.end <= _BESIDE]
        return str(told[-1].value) if told and not told[-1].attributive else None

    def _passed_on(self, earlier: Sentence, sentence: Sentence, kind: str) -> tuple[str, bool] | None:
        """Whom a sentence without a subject of its own hands on to the next, and whether it goes before a subject
        further back: one of the match that it is about, the story's topic where it names it, else whom it names
        last."""
        state = self._state
        told = [t for m in reversed(earlier.mentions) if m.kind == "TEAM" and (t := state.side(m, earlier))]
        mine = [team for team in told if state.main is not None and state.main.has(team)]
        here = [team for team in told if team in (state.pair_of(sentence) or ())]
        if kind != "WE" and len(set(told)) > 1 and (topic := self.topic) in told:
            return str(topic), True
        best = next(iter(here or mine), None)
        return (best, True) if best is not None else (told[0], kind == "WE") if told else None

    def _of_main_before(self, sentence: Sentence, subject: str) -> str:
        """ "X and Y were beaten by the home side. They ...": the story's own side goes before another's."""
        main = self._state.main
        if main is None or main.has(subject):
            return subject
        told = [team for m in sentence.mentions if m.kind in SIDES and (team := self._state.side(m, sentence))]
        return next((team for team in told if main.has(team)), subject)
