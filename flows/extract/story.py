"""The state of one story while it is read: its sentences, its cast, its match, its place and time.

Built in two steps: sentences with their mentions and epithets, then (by `results`) the match the story is about. What a
sentence leaves unsaid - a side, the competition, the round - is asked here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from flows.extract.cast import epithets
from flows.extract.cast.coaches_told import CoachesTold
from flows.extract.cast.described import Described, alone_before
from flows.extract.cast.hosts_and_guests import host_or_guest
from flows.extract.cast.led_by import LedBy
from flows.extract.cast.nicknames import KIND, Bearers, called_by_front, told_in_passing
from flows.extract.cast.pairs_told import Pair, Told, pairs_told
from flows.extract.cast.standing import KIND as STANDING
from flows.extract.cast.standing import Standings
from flows.extract.cast.unknown_clubs import Beside
from flows.extract.cast.voices import Voices
from flows.extract.cast.who import Cast
from flows.extract.stories.split import Story
from flows.extract.text.mentions import LETTER, Mention, of_kinds
from flows.extract.text.normalise import Text
from flows.extract.text.sentence import SIDES, Sentence, is_listed, mark_passives, mark_split_verbs, objective, pieces
from flows.extract.text.shapes import shape_of
from flows.extract.text.structure import Span, inside, quotes, sentences

_OFTEN = 2
_HALF_VERBS = frozenset({LETTER["GOAL_ACT"], LETTER["GIVE_LEAD"]})
_RULES = 3  # times as often as any other side
_BY_THE_SUBJECT = re.compile(
    r"\b(?:after|before|by|since|while|despite|without|having|following) [a-z]+(?:ing|ed|en)\b[^,.;]*$|"
    r"\band (?:then |also |now |will )?[a-z]+(?: up| off)? $"
)


@dataclass
class Fixture:
    """The match a story is about: its sides in the order told, the home side where certain."""

    team_1: str
    team_2: str
    home: str | None = None

    def opponent(self, team: str | None) -> str | None:
        """The other side, None for a team that does not play."""
        return self.team_2 if team == self.team_1 else self.team_1 if team == self.team_2 else None

    def has(self, team: str | None) -> bool:
        return team is not None and team in (self.team_1, self.team_2)


class StoryState:
    """One story being read."""

    def __init__(
        self,
        text: Text,
        story: Story,
        mentions: list[Mention],
        clubs: dict[str, str] | None = None,
        beside: Beside | None = None,
    ) -> None:
        self.text = text
        self.story = story
        self.cast = Cast(text, mentions, clubs or {}, beside)
        self.mentions = self.cast.mentions = epithets.gather(text, self.cast.mentions)
        self.quotes = [q for block in story.body for q in quotes(text.normal, block)]
        self.sentences = self._sentences()
        self.main: Fixture | None = None
        self._told_of: dict[str, list[Mention]] = {}
        self._bearers: Bearers | None = None
        self._others: dict[int, Told] = {}
        self._led_by = LedBy(self)
        self._described = Described(self)
        self.voices = Voices(self)
        self._standings = Standings(self)
        self._first = self._first_side()

    # ---- building

    def _sentences(self) -> list[Sentence]:
        blocks: list[tuple[Span, bool]] = [(self.story.headline, True)] if self.story.headline else []
        blocks += [(block, False) for block in self.story.body]
        found: list[Sentence] = []
        starts = [m.start for m in self.mentions]
        position = 0
        for number, (block, headline) in enumerate(blocks):
            spans = [block] if headline else sentences(self.text.normal, block)
            for span in spans:
                first = bisect_left(starts, span.start, position)
                position = bisect_left(starts, span.end, first)
                alone = len(spans) == 1
                for piece, inner in pieces(span, self.mentions[first:position]):
                    found.append(Sentence(piece, inner, "", headline, alone, number, inside(self.quotes, piece.start)))
        for number, sentence in enumerate(found):
            sentence.number = number
            sentence.shape = shape_of(sentence.mentions)
            if not _HALF_VERBS.isdisjoint(sentence.shape) and mark_split_verbs(sentence.mentions, self.text.lower):
                sentence.shape = shape_of(sentence.mentions)
            if LETTER["WIN"] in sentence.shape and mark_passives(sentence.mentions, self.text.lower):
                sentence.shape = shape_of(sentence.mentions)
        return found

    def _first_side(self) -> str | None:
        return next((m.value for m in of_kinds(self.mentions, ("TEAM",))), None)

    @property
    def focus(self) -> str | None:
        """The side that a story is about where nothing nearer tells: its own, where it says "we", else its first."""
        return self.voices.us or self._first

    def settle_coaches(self) -> None:
        """Whose men "X's men" are, once the story's match is known."""
        self._led_by.settle()
        CoachesTold(self).settle()

    # ---- asking

    def side(self, mention: Mention, sentence: Sentence | None = None) -> str | None:
        """The club a side mention means, None where the story leaves it open."""
        if mention.kind == "TEAM":
            return str(mention.value)
        if mention.kind in ("SIDE_HOME", "SIDE_AWAY"):
            told = None if sentence is None else self._others.get(sentence.paragraph)
            return host_or_guest(mention, sentence, self.sentences, told, self.main)
        if mention.kind == "EPITHET":
            return self._facet(mention, sentence)
        if mention.kind == "WE" and sentence is not None:
            return self.voices.we(mention, sentence) or self.subject_before(mention, sentence)
        if mention.kind == "THEY" and mention.text.lower() == "their" and sentence is not None:
            owner = self._owner_of_their(mention, sentence) or self.subject_before(mention, sentence)
            return self.voices.not_us(owner, sentence)
        if mention.kind == "THEY" and sentence is not None:
            meant = self._of_speaker(mention, sentence) or self.subject_before(mention, sentence)
            return self.voices.not_us(meant, sentence)
        return self.subject_before(mention, sentence) if mention.kind in ("THEY", "WE") else None

    def _of_speaker(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "They beat us here", says who names no other side before it: whom his side met."""
        if not self.quoted(mention.start) or any(
            m.kind in SIDES and m.start < mention.start for m in sentence.mentions
        ):
            return None
        return self.voices.they(mention, sentence)

    def _owner_of_their(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "X ahead of their trip": the side told last before it; after "and" the one whose possessive the list began
        with."""
        before = [m for m in sentence.mentions if m.start < mention.start]
        sides = [m for m in before if m.kind == "TEAM" and not m.attributive]
        if not sides:
            return None
        if before[-1].kind == "AND":
            sides = [m for m in sides if m.possessive] or sides[:1]
        elif _BY_THE_SUBJECT.search(self.text.lower, max(sides[-1].end, mention.start - 40), mention.start):
            sides = [m for m in sides if not objective(sentence.mentions, sentence.mentions.index(m))] or sides
        return str(sides[-1].value)

    def _facet(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """The one club of the story that fits: coached by, of that country, city, region or league."""
        kind, value = mention.value
        if kind == "PERSON":
            return self.cast.coach_of.get(value) or self._led_by.side(value, mention, sentence)
        if kind in ("HE", "THEY"):
            return self.subject_before(mention, sentence)
        if kind == STANDING:
            return self._standings.of(value)
        if kind == KIND:
            return self._nicknamed(value) or alone_before(mention, sentence)
        return self._described.by_facet(value, mention, sentence)

    def settle_pairs(self, matches: Iterable[Told]) -> None:
        """Which match each paragraph is about, once all matches are told."""
        main = None if self.main is None else (self.main.team_1, self.main.team_2)
        self._others = pairs_told(self.sentences, matches, main)
        self._bearers = None

    def settle_homes(self, home_of: Callable[[Any], str | None]) -> None:
        """Who is at home in the matches that paragraphs are about, once ground and town have been read."""
        for match in self._others.values():
            match.home = match.home or home_of(match)

    def pair_of(self, sentence: Sentence) -> Pair | None:
        """The two sides that a sentence's paragraph is about, None where nothing tells."""
        match = self._others.get(sentence.paragraph)
        if match is not None:
            return match.team_1, match.team_2
        return None if self.main is None else (self.main.team_1, self.main.team_2)

    def _pair_told(self, sentence: Sentence) -> Pair | None:
        """The two sides that a paragraph is about as far as it is read: an old meeting that it comes to later without a
        score is of nobody that it spoke of before."""
        match = self._others.get(sentence.paragraph)
        later = match is not None and match.score_1 is None and match.sentence.number > sentence.number
        if later and self.main is not None:
            return self.main.team_1, self.main.team_2
        return self.pair_of(sentence)

    def opponent_above(self, sentence: Sentence, side: str | None) -> str | None:
        """The other side of the match, not the story's own, that was told above and that the paragraph is about."""
        match = self._others.get(sentence.paragraph)
        if match is None or match.sentence.number >= sentence.number or side not in (match.team_1, match.team_2):
            return None
        return match.team_2 if side == match.team_1 else match.team_1

    def _nicknamed(self, name: str) -> str | None:
        """Whom a nickname means, once the story's match is known."""
        if (called := called_by_front(name, self.cast.clubs)) is not None:
            return called
        topic, played = self.topic, None
        if topic is not None and self.main is not None:
            played = self.main.opponent(topic)
        if topic is not None and told_in_passing(played, topic, self.cast.clubs, self.sentences):
            return topic
        if self.main is None:
            return None
        if self._bearers is None:
            self._bearers = Bearers(self.sentences, self._pair_told, self.cast.plays_for)
        return self._bearers.of(name)

    @property
    def topic(self) -> str | None:
        """The side that the story names most and from its first sentences on; None where two are named as often."""
        most = self.cast.clubs.most_common(2)
        if not most or most[0][1] < _OFTEN or (len(most) > 1 and most[1][1] == most[0][1]):
            return None
        first = [m.value for s in self.sentences[:2] for m in s.mentions if m.kind == "TEAM"]
        return most[0][0] if most[0][0] in first else None

    def rules_the_story(self, other: str | None) -> bool:
        """Whether the story has a topic that it names far more often than another side, or any: a review of its
        season."""
        topic, told = self.topic, self.cast.clubs
        most = told[other] if other is not None else max((n for club, n in told.items() if club != topic), default=0)
        return topic is not None and topic != other and told[topic] >= _RULES * most

    def _done_for(self, mention: Mention, sentence: Sentence) -> str | None:
        """ "It is back to work for X tonight, when they go to Y": whom a sentence without a subject is about."""
        if mention.kind != "THEY":
            return None
        before = [m for m in sentence.mentions if m.start < mention.start]
        told = [b for a, b in pairwise(before) if a.kind == "FOR" and b.kind == "TEAM" and b.start - a.end <= 5]
        return str(told[-1].value) if told and not told[-1].attributive else None

    def subject_before(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """The side that is spoken of where a pronoun or an unsaid subject stands: this sentence's subject, else the
        last one's."""
        return self.spoken_before(mention, sentence)[0]

    def spoken_before(self, mention: Mention, sentence: Sentence | None) -> tuple[str | None, bool]:
        """The side that is spoken of there, and whether the words just before are about it: not only the story."""
        if sentence is not None:
            here = self._subject(sentence, mention.start) or self._coached(sentence, mention.start)
            here = here or self._done_for(mention, sentence)
            if here is not None:
                return here, True
            index = sentence.number
            passed: tuple[str, bool] | None = None
            for distance, earlier in enumerate(reversed(self.sentences[max(0, index - 3) : index])):
                subject = self._subject(earlier, earlier.span.end) or self._coached(earlier, earlier.span.end)
                if subject is not None:
                    return self._of_main_before(earlier, subject), earlier.paragraph == sentence.paragraph
                passed = passed if distance else self._passed_on(earlier, sentence, mention.kind)
                if distance == 0 and passed is not None and passed[1]:
                    return passed[0], False
            if passed is not None:
                return passed[0], False
        return self.focus, False

    def _passed_on(self, earlier: Sentence, sentence: Sentence, kind: str) -> tuple[str, bool] | None:
        """Whom a sentence without a subject of its own hands on to the next, and whether it goes before a subject
        further back: one of the match that it is about, the story's topic where it names it, else whom it names
        last."""
        told = [t for m in reversed(earlier.mentions) if m.kind == "TEAM" and (t := self.side(m, earlier))]
        mine = [team for team in told if self.main is not None and self.main.has(team)]
        here = [team for team in told if team in (self.pair_of(sentence) or ())]
        if kind != "WE" and len(set(told)) > 1 and self.topic in told:
            return self.topic, True
        best = next(iter(here or mine), None)
        return (best, True) if best is not None else (told[0], kind == "WE") if told else None

    def _of_main_before(self, sentence: Sentence, subject: str) -> str:
        """ "X and Y were beaten by the home side. They ...": the story's own side goes before another's."""
        if self.main is None or self.main.has(subject):
            return subject
        told = [team for m in sentence.mentions if m.kind in SIDES and (team := self.side(m, sentence))]
        return next((team for team in told if self.main.has(team)), subject)

    @property
    def tells_of_legs(self) -> bool:
        """Whether the story tells of legs or an aggregate: only then is a knock-out one of two matches."""
        return bool(self.told_of("LEG") or self.told_of("AGGREGATE") or self.told_of("AGGREGATE_SCORE"))

    def told_of(self, kind: str) -> list[Mention]:
        """The mentions of a kind in all sentences (see `Sentence.of`), gathered once the scores are settled."""
        if kind not in self._told_of:
            self._told_of[kind] = [m for s in self.sentences for m in s.of(kind)]
        return self._told_of[kind]

    def subject_here(self, sentence: Sentence, before: int) -> str | None:
        """The side that is spoken of in a sentence before a position, by name or by one of its people."""
        return self._subject(sentence, before) or self._coached(sentence, before)

    def subject_told(self, sentence: Sentence) -> str | None:
        """The side that a sentence names as its subject."""
        return self._subject(sentence, sentence.span.end)

    def subject_of(self, sentence: Sentence) -> str | None:
        """The side a whole sentence is about."""
        return self._subject(sentence, sentence.span.end) or self._coached(sentence, sentence.span.end)

    def _coached(self, sentence: Sentence, before: int) -> str | None:
        """The club of the coach or the player a sentence is about."""
        people = [m.value for m in sentence.mentions if m.kind == "PERSON" and not m.possessive and m.start < before]
        coached = next((self.cast.coach_of[p] for p in people if p in self.cast.coach_of), None)
        return coached or next(
            (self.cast.plays_for[p].most_common(1)[0][0] for p in people[:1] if p in self.cast.plays_for), None
        )

    def _subject(self, sentence: Sentence, before: int) -> str | None:
        for index, mention in enumerate(sentence.mentions):
            if mention.start >= before:
                break
            if mention.kind == "WE" and not self.quoted(mention.start) and self.voices.us is not None:
                return self.voices.us
            if (
                mention.kind in SIDES
                and not objective(sentence.mentions, index)
                and not is_listed(sentence.mentions, index)
            ):
                team = self.side(
                    mention, None if mention.kind == "EPITHET" and mention.value[0] in ("HE", "THEY") else sentence
                )
                if team is not None:
                    return team
        return None

    def side_of_person(self, person: str) -> str | None:
        """The side that a person coaches or plays for, as the story tells it."""
        teams = self.cast.plays_for.get(person)
        return self.cast.coach_of.get(person) or (teams.most_common(1)[0][0] if teams else None)

    def quoted(self, position: int) -> bool:
        """Whether a position is inside quotation marks."""
        return inside(self.quotes, position)
