"""Of which side a place in a story speaks: the one answer that matches, goals and measures ask.

In: a mention that names no side ("they", "we", "his side", a result without a subject) and its sentence. Out: a side,
None where nothing tells. The rules, in their order:

1. The sentence's own words before the place: its subject, else the side of the person that it is about.
2. In a quotation "we" is the speaker's side, "they" the one he named, else the one that his side played.
3. The nearest sentence before it, of three. One in quotation marks stands for its speaker's side. One that opens with
   "they" goes on about whom that means. Else its subject counts, then "for" whom something is done in it, then the side
   of the person who acts in it; never whom somebody met, beat, left or came from. Further back in other paragraphs only
   a sentence that names a side of the story's match is asked, and a side of that match goes before another that it
   names.
4. What the story is about: its own side where it says "we", else the first that it names.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.extract.cast.countries_told import country_told, only_employs
from flows.extract.cast.opening_person import OpeningPerson
from flows.extract.cast.pronouns_beside import side_beside
from flows.extract.cast.subject_positions import SubjectPositions, acted_on
from flows.extract.cast.their import owner_named
from flows.extract.text.mentions import LETTER, Mention, of_kinds
from flows.extract.text.sentence import SIDES, Sentence, is_given, is_listed, objective, opens_for, spoken_of
from flows.vocabulary import national_sides

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_OFTEN = 2
_RULES = 3  # times as often as any other side
_LONG = 8  # times that a side is named by which a long story is about it
_BACK = 3  # sentences
_RELATIVE = 2  # mentions before a "who": a side and its comma
_OPENING = 14  # letters that a sentence may have before its subject
_REACH = 40
_BESIDE = 5  # letters between "for" and its side
_CAREER = re.compile(r"\b(?:games?|matches|appearances?|goals|times|caps|played|seasons?|years|spells?|turned out) $")
_SUBORDINATE = re.compile(r"\W*(?:while|although|though|whereas|when|after|since|as|despite|with|having)\b")
_PRESENTS = re.compile(  # "Contrast that with Rovers. They ..."
    r"\W*(?:(?:and|but|now|then|so|just|meanwhile),? )*(?:compare|contrast|look at|take|consider|what (?:about|of)|"
    r"as for|over (?:at|to)|spare a thought for|there(?:'s| is| are)|on to|think of|not so|credit to|hats off to|"
    r"well done)\b"
)
_APART = frozenset({"while", "whereas", ";"})
_WHAT_IS_BEATEN = re.compile(
    r"(?:'s?)? (?:[\w-]+ ){0,2}?(?:defen[cs]e|defenders|defending|back ?line|back (?:four|three|five)|rearguard|"
    r"goalkeeper|keeper|goal|net|box|penalty area)\b"
)
_OWNED = re.compile(r"'s? (?:\S+ ){0,3}?(?:approach|bids?|offers?|interest|advances|overtures|enquiry) (?:for|in)\b")
_ITS_GROUND = re.compile(r"'s? (?:\S+ ){0,3}?(?:stadium|arena|coliseum|colosseum|amphitheatre|ground|bowl)\b")
_SCORES = frozenset({"GOAL_VERB", "GOAL_ACT", "GIVE_LEAD", "GOAL_NOUN"})


class Centers:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self._state = state
        self._positions = SubjectPositions(state.text.lower)
        self.opening_person = OpeningPerson(state)
        self._first = next((str(m.value) for m in of_kinds(state.mentions, ("TEAM",))), None)

    # ---- what the story is about

    @property
    def focus(self) -> str | None:
        """The side that a story is about where nothing nearer tells: its own, where it says "we", else its first, or
        the one that a long story names many times as often."""
        us, topic = self._state.voices.us, self.topic
        rules = topic is not None and self._state.cast.clubs[topic] >= _LONG and self.rules_the_story(self._first)
        return us or (topic if rules else self._first)

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
        end = sentence.span.end if before is None else before
        if before is not None and (told := self._goes_on_about(sentence, before)) is not None:
            return told
        clause = 0 if before is None else self._later_clause(sentence, before)
        return self._named_from(sentence, clause, end) or (self._named_from(sentence, 0, end) if clause else None)

    def _goes_on_about(self, sentence: Sentence, before: int) -> str | None:
        """ "X are clear of Y, who had a man sent off as they lost": whom the relative clause is about that a place
        stands in."""
        if LETTER["WHO"] not in sentence.shape:
            return None
        told = [i for i, m in enumerate(sentence.mentions) if m.start < before]
        who = next((i for i in reversed(told) if sentence.mentions[i].kind in ("WHO", "COMMA")), 0)
        if who < _RELATIVE or sentence.mentions[who].text.lower() not in ("who", "which"):
            return None
        side, comma = sentence.mentions[who - 2 : who]
        beside = comma.kind == "COMMA" and comma.start == side.end and side.kind == "TEAM"
        return str(side.value) if beside and not side.possessive else None

    def _later_clause(self, sentence: Sentence, before: int) -> int:
        """Where the last clause begins that a place stands in: "X lost to Y, while Z were happy when they ..."."""
        here = [i for i, m in enumerate(sentence.mentions) if m.start < before and m.text.lower() in _APART]
        return here[-1] if here else 0

    def _named_from(self, sentence: Sentence, first: int, end: int) -> str | None:
        state = self._state
        for index, mention in enumerate(sentence.mentions):
            if mention.start >= end:
                break
            if index < first:
                continue
            if mention.kind == "WE" and not state.quoted(mention.start) and state.voices.us is not None:
                return state.voices.us
            if (
                mention.kind in SIDES
                and (opens_for(sentence, index) or not objective(sentence.mentions, index))
                and not is_listed(sentence.mentions, index)
                and not self._owns_a_thing(mention)
            ):
                unnamed = mention.kind == "EPITHET" and mention.value[0] in ("HE", "THEY")
                team = state.side(mention, None if unnamed else sentence)
                if team is not None:
                    return self._who_beat_it(sentence, index, end) or team
        return None

    def _who_beat_it(self, sentence: Sentence, index: int, end: int) -> str | None:
        """ "X's defence stood still as Y's Hale scored": the side that scores, where another's goal opens it."""
        owner = sentence.mentions[index]
        if owner.kind != "TEAM" or not _WHAT_IS_BEATEN.match(self._state.text.lower, owner.end):
            return None
        behind = [m for m in sentence.mentions[index + 1 :] if m.start < end]
        side = next((i for i, m in enumerate(behind) if m.kind == "TEAM" and m.value != owner.value), None)
        if side is None or not any(m.kind == "SUBORDINATE" for m in behind[:side]):
            return None
        return str(behind[side].value) if any(m.kind in _SCORES for m in behind[side + 1 :]) else None

    def about(self, sentence: Sentence, before: int | None = None) -> str | None:
        """The side that a sentence, up to a place, is about: its subject, else that of one of its people."""
        return self.named(sentence, before) or (
            self._of_people(sentence) if before is None else self._of_people_before(sentence, before)
        )

    def _of_people(self, sentence: Sentence) -> str | None:
        """The club of the coach or the player who acts first in a sentence."""
        lower, mentions = self._state.text.lower, sentence.mentions
        for i, mention in enumerate(mentions):
            if mention.kind == "HE" and mention.text.lower() in ("he", "she"):
                return None
            first = i - 1 if i and mentions[i - 1].kind == "TEAM" and mentions[i - 1].possessive else i
            before = lower[max(0, mentions[first].start - _REACH) : mentions[first].start]
            if mention.kind == "PERSON" and not objective(mentions, first) and not acted_on(before):
                return self._state.side_of_person(str(mention.value))
        return None

    def _of_people_before(self, sentence: Sentence, before: int) -> str | None:
        """The club of the coach, else of the first player, whom a sentence names before a place."""
        cast = self._state.cast
        people = [m.value for m in sentence.mentions if m.kind == "PERSON" and not m.possessive and m.start < before]
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
            us = voices.we(mention, sentence) or self.before(mention, sentence)
            theirs = us == self.focus and voices.is_of_unnamed_us and not self._state.quoted(mention.start)
            return None if theirs else us  # a manager's column is about whom he plays
        led = side_beside(self._state.text.lower, sentence.mentions, mention, sentence)
        if led is not None:
            return self._state.side(led, sentence)
        owns = mention.text.lower() == "their"
        here = owner_named(self._state.text.lower, mention, sentence) if owns else self._of_speaker(mention, sentence)
        return voices.not_us(here or self.before(mention, sentence), sentence, mention.start)

    def before(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """The side that is spoken of where a pronoun or an unsaid subject stands: this sentence's subject, else the
        last one's."""
        return self.found_before(mention, sentence)[0]

    def found_before(self, mention: Mention, sentence: Sentence | None) -> tuple[str | None, bool]:
        """The side that is spoken of there, and whether the words just before are about it: not only the story."""
        if sentence is None:
            return self.focus, False
        here = self.about(sentence, mention.start) or self._done_for(mention, sentence)
        if here is None and (opens := self.opening_person.of(sentence, mention.start)) is not None:
            here = self._state.side_of_person(opens)
        return (here, True) if here is not None else self.behind(sentence)

    def behind(self, sentence: Sentence, depth: int = 0) -> tuple[str | None, bool]:
        """The side that the sentences before one are about, and whether its own paragraph says so."""
        state, main = self._state, self._state.main
        for distance, earlier in enumerate(self._told_before(sentence)):
            near = earlier.paragraph == sentence.paragraph
            if near and distance and (labelled := self.label(earlier)) is not None:
                return labelled, True
            if earlier.quoted and not sentence.quoted:
                return state.voices.speaking(earlier), False
            goes_on = self._goes_on(earlier, depth) if depth < _BACK else None
            if goes_on is not None:
                return goes_on, near
            told = self._told(earlier)
            if distance and not near and main is not None and not any(main.has(team) for _, team in told):
                continue
            acting = self._of_main_clause(earlier, told) or self._acting(earlier, told)
            if acting:
                return self._or_country(self._own_side(acting, [team for _, team in told]), earlier), near
            if len(told) == 1 and _PRESENTS.match(state.text.lower, earlier.span.start):
                return told[0][1], near
            person = self._of_people(earlier)
            if person is not None:
                return self._or_country(person, earlier), near
        return self.focus, False

    def label(self, sentence: Sentence) -> str | None:
        """ "Rovers: played 32, points 70.": the side that a colon behind it makes the label of what follows."""
        label, colon = (*sentence.mentions[:2], None, None)[:2]
        if label is None or colon is None or label.kind != "TEAM" or colon.kind != "COLON":
            return None
        return str(label.value) if label.start == sentence.span.start and label.end == colon.start else None

    def _or_country(self, side: str, sentence: Sentence) -> str:
        """The country that picks a man, where a sentence names his club only to say who he is."""
        main = self._state.main
        if side in national_sides() or (main is not None and main.has(side)) or not only_employs(sentence, side):
            return side
        return self.country or side

    @cached_property
    def country(self) -> str | None:
        """The national side whose squad the story is about."""
        return country_told(self._state)

    def _told_before(self, sentence: Sentence) -> list[Sentence]:
        """The sentences right before one, the nearest first; outside a quotation what somebody is quoted with whose
        side nobody knows is passed over."""
        before = reversed(self._state.sentences[max(0, sentence.number - 2 * _BACK) : sentence.number])
        voices = self._state.voices
        return [s for s in before if sentence.quoted or not s.quoted or voices.speaking(s) is not None][:_BACK]

    def _goes_on(self, sentence: Sentence, depth: int) -> str | None:
        """ "They won at X": whom a sentence is about whose subject is a pronoun."""
        for mention in sentence.mentions:
            if mention.start - sentence.span.start > _OPENING:
                return None
            if mention.kind == "THEY" and mention.text.lower() == "they":
                if self._state.quoted(mention.start):
                    return self._state.voices.they(mention, sentence)
                return self._state.voices.not_us(self.behind(sentence, depth + 1)[0], sentence, mention.start)
            if mention.kind in ("PERSON", "HE"):
                return None
        return None

    def _told(self, sentence: Sentence) -> list[tuple[int, str]]:
        """The sides of a sentence, in its order, each with its place among the mentions."""
        return [
            (i, team)
            for i, m in enumerate(sentence.mentions)
            if m.kind in SIDES and (team := self._state.side(m, sentence))
        ]

    def _acting(self, sentence: Sentence, told: list[tuple[int, str]]) -> list[str]:
        """Who scored where it opens with a beaten defence; the subjects of a sentence, else those "for" whom something
        is done, else whom a relative clause goes on about."""
        mentions = sentence.mentions
        beating = self._who_beat_it(sentence, told[0][0], sentence.span.end) if told else None
        if beating is not None:
            return [beating]
        return (
            [team for i, team in told if opens_for(sentence, i) or not self._is_object(mentions, i)]
            or [team for i, team in told if self._is_done_for(mentions, i) or is_given(mentions, i)][-1:]
            or self._they_compared(sentence, told)
            or [team for i, team in told if spoken_of(mentions, i)]
        )

    def _they_compared(self, sentence: Sentence, told: list[tuple[int, str]]) -> list[str]:
        """ "The win leaves them a point clear of X, who have a game in hand": whom "them" means beside a comparison."""
        mentions = sentence.mentions
        only = bool(told) and all(mentions[i].compared for i, _ in told)
        they = only and any(m.kind == "THEY" for m in mentions[: told[0][0]])
        side = self.behind(sentence)[0] if they else None
        return [] if side is None else [side]

    def _is_done_for(self, mentions: list[Mention], index: int) -> bool:
        """ "It was a good day for X", "has 16 in 22 games for X"; not "scored 87 in 310 games for X"."""
        if not index or mentions[index - 1].kind != "FOR":
            return False
        lower, start = self._state.text.lower, mentions[index - 1].start
        career = _CAREER.search(lower, max(0, start - _REACH), start) is not None
        return not career or lower.find(" has ", max(0, start - 2 * _REACH), start) >= 0

    def _is_object(self, mentions: list[Mention], index: int) -> bool:
        told_of = mentions[index + 1 : index + 2]
        relative = bool(told_of) and told_of[0].kind in ("WHO", "COMMA") and spoken_of(mentions, index)
        acts = self._positions.is_object(mentions, index) and not relative
        return self._owns_a_thing(mentions[index]) or acts or objective(mentions, index) or is_listed(mentions, index)

    def _owns_a_thing(self, side: Mention) -> bool:
        """ "turned down X's £5m bid for Varga", "the Weirside, X's famous old stadium": nothing is told of X."""
        lower = self._state.text.lower
        apposed = side.possessive and lower.endswith((" - ", ", "), 0, side.start)
        ground = apposed and _ITS_GROUND.match(lower, side.end) is not None
        return ground or (side.possessive and _OWNED.match(lower, side.end) is not None)

    def _of_main_clause(self, sentence: Sentence, told: list[tuple[int, str]]) -> list[str]:
        """ "While X have rested, Y have played twice": whom the clause after the comma is about."""
        mentions = sentence.mentions
        if not _SUBORDINATE.match(self._state.text.lower, sentence.span.start):
            return []
        comma = next((i for i, m in enumerate(mentions) if m.kind == "COMMA"), len(mentions))
        after = [(i, team) for i, team in told if i > comma]
        return [team for i, team in after[:1] if i == comma + 1 and not self._is_object(mentions, i)]

    def _own_side(self, acting: list[str], told: list[str]) -> str:
        """The subject, unless the story is not about it and the sentence names a side that it is about."""
        main = self._state.main
        if main is None or any(main.has(team) for team in acting):
            return acting[0]
        return next((team for team in told if main.has(team)), acting[0])

    def _of_speaker(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "They beat us here", says who names no other side before it: whom his side met."""
        if not self._state.quoted(mention.start):
            return None
        for side, behind in pairwise(sentence.mentions):
            if side.start >= mention.start:
                break
            says = behind.kind in ("ROLE", "PERSON") and not self._state.quoted(side.start)
            if side.kind in SIDES and not says:
                return None
        return self._state.voices.they(mention, sentence)

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
