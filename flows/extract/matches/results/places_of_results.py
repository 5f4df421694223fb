"""Whose place a sentence puts a result in without naming the hosts beside it.

In: a sentence, the side that fared so and where its result stands. Out: the club of the town or ground that the words
before the result tell, where that is not the side's own.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.cast.club_towns import club_of_ground, club_of_town
from flows.extract.matches.homes.grounds_told import at_home_in, at_home_on, says_where
from flows.extract.matches.meetings.who_may_meet import club_name, may_meet
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_LED = re.compile(r"\b(?:led|ahead|in front|the lead|behind|trailed|level) $")
_THERE_OPENS = re.compile(r"(?:(?:and|but|elsewhere|meanwhile|over|down|up),? )?")
_A_MATCH = ("match ", "game ", "clash ", "tie ", "meeting ", "encounter ", "fixture ", "contest ", "kick-off ")
_A_THE = 5  # letters: " the "
_MEANWHILE = 12  # letters
_FARED = frozenset({"WIN", "LOSE", "DRAW", "BEATEN", "WIN_INTRANSITIVE", "FIXTURE", "TRAVEL", "HOST"})


class PlacesOfResults:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state

    def where(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """ "There was drama at X, where Y came from behind to win 3-2", "led in Udine but lost 2-1", "X's match in Y
        ended 1-1": the hosts of the place."""
        lower = self.state.text.lower
        for link, place in pairwise(sentence.mentions):
            if place.end > anchor.start:
                return None
            there = link.kind in ("AT", "TO", "TRAVEL") and lower.startswith((", where ", " where "), place.end)
            there = there or self._opens_there(sentence, link, place, subject)
            led = link.kind in ("AT", "IN") and _LED.search(lower, sentence.span.start, link.start) is not None
            led = led or (link.kind == "IN" and anchor.kind == "FINISH" and lower.endswith(_A_MATCH, 0, link.start))
            host = self.told(place, sentence) if (there or led) and place.start - link.end < 20 else None
            if host is None and led and place.kind == "PLACE":
                host = club_of_town(place.text, subject)
            if host is None and there and place.kind == "NAME" and not self._meets(sentence, place, subject):
                host = self.state.cast.adopt(place)
            if host is not None and host != subject and may_meet(host, subject):
                return host
        return None

    def _opens_there(self, sentence: Sentence, link: Mention, place: Mention, subject: str) -> bool:
        """ "At Wexcombe, Harland won 2-1": a place that a sentence about another match than the story's opens with."""
        main, lower = self.state.main, self.state.text.lower
        opens = link.kind == "AT" and _THERE_OPENS.fullmatch(lower, sentence.span.start, link.start) is not None
        return opens and lower.startswith(", ", place.end) and not (main is not None and main.has(subject))

    def in_town(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """ "In Brigg, X came from behind to win 3-2": the one club of the town or ground that opens the sentence, which
        the subject right behind it is not at home in."""
        link, place, comma, side = [*sentence.mentions[:4], None, None, None, None][:4]
        if link is None or place is None or comma is None or side is None or link.kind not in ("IN", "AT"):
            return None
        beside = place.start - link.end <= _A_THE and comma.kind == "COMMA" and side.start - comma.end <= _A_THE
        if link.start - sentence.span.start > _MEANWHILE or not beside or side.kind not in SIDES:
            return None
        if self.state.side(side, sentence) != subject or side.possessive or side.start > anchor.start:
            return None
        if any(m.kind in SIDES and side.end <= m.start < anchor.start for m in sentence.mentions):
            return None
        town = place.kind == "PLACE" and link.kind == "IN" and not at_home_in(subject, place.text)
        ground = place.kind == "GROUND" and not at_home_on(subject, place)
        host = club_of_town(place.text, subject) if town else club_of_ground(place.value, subject) if ground else None
        return host if host is not None and host != subject and may_meet(host, subject) else None

    def right_behind(self, sentence: Sentence, subject: str, last: Mention) -> str | None:
        """ "a 1-0 loss at Brigg", a town that is no side's own name: its one club that the subject may meet."""
        link, place = [*(m for m in sentence.mentions if m.start >= last.end), None, None][:2]
        if link is None or place is None or link.kind != "AT" or place.kind != "PLACE" or link.start - last.end > 1:
            return None
        host = club_of_town(place.text, subject) if place.start - link.end == 1 else None
        return host if host is not None and host != subject and may_meet(host, subject) else None

    def on_ground_before(self, sentence: Sentence, subject: str, anchor: Mention) -> str | None:
        """ "got what they deserved at Deepdale, where they lost 3-0", "came home from Deepdale with a 2-1 win": the
        one club at home on the ground told before a result, in a sentence that up to there names nobody else."""
        before = [m for m in sentence.mentions if m.start < anchor.start]
        grounds = [m for m in before if m.kind == "GROUND" and len(m.value) == 1]
        if not grounds or any(m.kind == "SCORE" or m.kind in _FARED for m in before if m.start > grounds[-1].start):
            return None
        if any(m.kind in SIDES and self.state.side(m, sentence) not in (subject, None) for m in before):
            return None
        if len([m for m in before if m.kind == "DATE"]) > 1:
            return None  # "trained at Deepdale on Friday and on Saturday won 2-0"
        final = any(m.value in ("final", "semi-final") for m in sentence.of("ROUND"))
        if final or not says_where(self.state.text.lower, grounds[-1]):
            return None
        return club_of_ground(grounds[-1].value, subject)

    def _meets(self, sentence: Sentence, place: Mention, subject: str) -> bool:
        """Whether the clause behind a place names another whom the subject met there: then it is a ground."""
        told = (m for m in sentence.mentions if m.start > place.end and m.kind in SIDES)
        return any(self.state.side(m, sentence) != subject for m in told)

    def told(self, mention: Mention, sentence: Sentence) -> str | None:
        """The side that a mention is, or the one of the story's that is at home on the ground that it is."""
        if mention.kind in SIDES:
            return self.state.side(mention, sentence)
        if mention.kind == "GROUND":
            clubs = [club_name(i) for i in mention.value if club_name(i) in self.state.cast.clubs]
            return clubs[0] if len(clubs) == 1 else None
        return None
