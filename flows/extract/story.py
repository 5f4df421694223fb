"""The state of one story while it is read: its sentences, its cast, its match, its place and time.

Built in two steps: sentences with their mentions and epithets, then (by `results`) the match the story is about. What a
sentence leaves unsaid - a side, the competition, the round - is asked here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flows.extract.cast import epithets
from flows.extract.cast.centers import Centers
from flows.extract.cast.coaches_told import CoachesTold
from flows.extract.cast.described import Described, alone_before
from flows.extract.cast.hosts_and_guests import host_or_guest
from flows.extract.cast.interviews import interview_in, interviewee
from flows.extract.cast.led_by import LedBy
from flows.extract.cast.nicknames import KIND, Bearers, beside, called_by_front, told_in_passing, told_right_before
from flows.extract.cast.pairs_told import Pair, Told, pairs_told
from flows.extract.cast.standing import KIND as STANDING
from flows.extract.cast.standing import Standings, chased
from flows.extract.cast.their_rivals import RIVALS, named_last
from flows.extract.cast.unknown_clubs import Beside
from flows.extract.cast.voices import Voices
from flows.extract.cast.who import Cast
from flows.extract.stories.split import Story
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.normalise import Text
from flows.extract.text.sentence import Sentence, mark_passives, mark_split_verbs, mark_taken_apart, pieces
from flows.extract.text.shapes import shape_of
from flows.extract.text.sought import Sought
from flows.extract.text.structure import Span, inside, quotes, sentences

_HALF_VERBS = frozenset({LETTER["GOAL_ACT"], LETTER["GIVE_LEAD"]})


@dataclass
class Fixture:
    """The match a story is about: its sides in the order told, the home side where certain; whether it is a preview's,
    only announced there."""

    team_1: str
    team_2: str
    home: str | None = None
    announced: bool = False

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
        self._interview = interview_in(text.normal, story.body)
        self.quotes = sorted([*self.quotes, *self._interview.questions, *self._interview.answers])
        self.sentences = self._sentences()
        self._starts = [sentence.span.start for sentence in self.sentences]
        self.main: Fixture | None = None
        self._told_of: dict[str, list[Mention]] = {}
        self._bearers: Bearers | None = None
        self._right_before: dict[str, str | None] = {}
        self._others: dict[int, Told] = {}
        self._led_by = LedBy(self)
        self._described = Described(self)
        self.voices = Voices(self)
        self._standings = Standings(self)
        self.centers = Centers(self)

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
            if LETTER["SCORE"] in sentence.shape and mark_taken_apart(sentence.mentions, self.text.lower):
                sentence.shape = shape_of(sentence.mentions)
            if LETTER["WIN"] in sentence.shape and mark_passives(sentence.mentions, self.text.lower):
                sentence.shape = shape_of(sentence.mentions)
        return found

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
        return self.centers.meant(mention, sentence) if mention.kind in ("THEY", "WE") else None

    def _facet(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """The one club of the story that fits: coached by, of that country, city, region or league."""
        kind, value = mention.value
        if kind == "PERSON":
            return self.cast.coach_of.get(value) or self._led_by.side(value, mention, sentence)
        if kind in ("HE", "THEY"):
            own = self.centers.before(mention, sentence)
            return own if value != RIVALS else self._rivals(own, mention, sentence)
        if kind == STANDING:
            return self._standings.of(value) or chased(value, mention, sentence) or self._called_so(mention, sentence)
        if kind == KIND:
            return self._nicknamed(value, mention, sentence)
        side = self._described.by_facet(value, mention, sentence)
        return None if self._is_led_by_another(side, mention, sentence) else side

    def _called_so(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """ "It was a bad day for X. The champions lost": the one side of the sentence before, in its paragraph."""
        if sentence is None or not sentence.number or mention.start - sentence.span.start > len("the reigning "):
            return None
        before = self.sentences[sentence.number - 1]
        told = {str(m.value) for m in before.of("TEAM")} if before.paragraph == sentence.paragraph else set()
        return told.pop() if len(told) == 1 and not before.headline else None

    def _is_led_by_another(self, side: str | None, mention: Mention, sentence: Sentence | None) -> bool:
        """ "Hale's European champions": no side that the story tells another man to lead."""
        if side is None or sentence is None:
            return False
        before = next((m for m in sentence.mentions if 0 < mention.start - m.end <= len("'s ")), None)
        if before is None or before.kind != "PERSON" or not before.possessive or before.value in self.cast.coach_of:
            return False
        return side in self.cast.coach_of.values()

    def _rivals(self, own: str | None, mention: Mention, sentence: Sentence | None) -> str | None:
        """Whom "their rivals" are: the other side that this sentence names before, else that of the story's match,
        else of the sentence before."""
        here = None if sentence is None else named_last(sentence, mention, own)
        played = None if self.main is None else self.main.opponent(own)
        if here or played or sentence is None or not sentence.number:
            return here or played
        return named_last(self.sentences[sentence.number - 1], mention, own)

    @property
    def leaders(self) -> str | None:
        """The one side that the story tells to be at the top."""
        return self._standings.of("leaders")

    def settle_pairs(self, matches: Iterable[Told]) -> None:
        """Which match each paragraph is about, once all matches are told."""
        main = None if self.main is None else (self.main.team_1, self.main.team_2)
        self._others = pairs_told(self.sentences, matches, main)
        self._bearers = None
        self._right_before.clear()

    def settle_homes(self, home_of: Callable[[Any], str | None]) -> None:
        """Who is at home in the matches that paragraphs are about, once ground and town have been read."""
        for match in self._others.values():
            match.home = match.home or home_of(match)

    def pair_of(self, sentence: Sentence) -> Pair | None:
        """The two sides that a sentence's paragraph is about, None where nothing tells; a next match of one of the
        story's two ("Their reward is a trip to Y") is of nobody that the paragraph spoke of before."""
        match, main = self._others.get(sentence.paragraph), self.main
        if match is None:
            return None if main is None else (main.team_1, main.team_2)
        next_up = match.status == "scheduled" and match.sentence.number > sentence.number
        if next_up and main is not None and not main.announced and main.has(match.team_1) != main.has(match.team_2):
            return main.team_1, main.team_2
        return match.team_1, match.team_2

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

    def _nicknamed(self, name: str, mention: Mention, sentence: Sentence | None) -> str | None:
        """Whom a nickname means, once the story's match is known; never whom it stands beside."""
        if (called := called_by_front(name, self.cast.clubs)) is not None:
            return called
        if self._bearers is None:
            self._bearers = Bearers(self.sentences, self._pair_told, self.side_of_person)
        if (theirs := self._bearers.of_its_men(name)) is not None:
            return theirs
        if self.main and (left := self._bearers.left_over(name, (self.main.team_1, self.main.team_2))) is not None:
            return left
        topic, played = self.centers.topic, None
        if topic is not None and self.main is not None:
            played = self.main.opponent(topic)
        if topic is not None and name not in self._right_before:
            self._right_before[name] = told_right_before(name, self.sentences, self.centers.named)
        if topic is not None and self._right_before[name] is not None:
            return self._right_before[name]
        if topic is not None and told_in_passing(played, topic, self.cast.clubs, self.sentences):
            return topic if topic not in beside(mention, sentence) else None
        told = None if self.main is None else self._bearers.of(name)
        alone = told or alone_before(mention, sentence)
        return alone if alone not in beside(mention, sentence) else None

    @cached_property
    def tells_of_legs(self) -> bool:
        """Whether the story tells of legs or an aggregate: only then is a knock-out one of two matches."""
        return bool(self.told_of("LEG") or self.told_of("AGGREGATE") or self.told_of("AGGREGATE_SCORE"))

    def told_of(self, kind: str) -> list[Mention]:
        """The mentions of a kind in all sentences (see `Sentence.of`), gathered once the scores are settled."""
        if kind not in self._told_of:
            self._told_of[kind] = [m for s in self.sentences for m in s.of(kind)]
        return self._told_of[kind]

    def holding(self, *sought: Sought) -> list[Sentence]:
        """The sentences in which one of some expressions over the lower-case text may stand, in order: where a story
        holds none of their letters a reader has nothing to look at."""
        lower, (start, end) = self.text.lower, (self.story.start, self.story.end)
        places = {at for one in sought for at in one.places(lower, start, end)}
        if not places:
            return []
        numbers = {bisect_right(self._starts, at) - 1 for at in places}
        return [self.sentences[number] for number in sorted(numbers) if number >= 0]

    def side_of_person(self, person: str) -> str | None:
        """The side that a person coaches or plays for, as the story tells it."""
        teams = self.cast.plays_for.get(person)
        return self.cast.coach_of.get(person) or (teams.most_common(1)[0][0] if teams else None)

    @cached_property
    def interviewee(self) -> str | None:
        """Who answers in a story that is an interview."""
        return interviewee(self) if self._interview.answers else None

    def spoken_in_interview(self, position: int) -> bool:
        """Whether a position is in a question or an answer of a printed interview."""
        return self.asked(position) or inside(self._interview.answers, position)

    def asked(self, position: int) -> bool:
        """Whether a position is in a question of a printed interview."""
        return inside(self._interview.questions, position)

    def quoted(self, position: int) -> bool:
        """Whether a position is inside quotation marks."""
        return inside(self.quotes, position)
