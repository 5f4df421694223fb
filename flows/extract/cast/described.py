"""Which side of a story a description means: of that country, city, region or league, "the German team".

In: a word of description, where it stands. Out: the one club that fits; of several the one told last, of none the one
that is left over.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from flows import vocabulary
from flows.extract.cast.epithets import countries
from flows.extract.cast.facets import facets
from flows.extract.text.mentions import LETTER, Mention, of_kinds
from flows.extract.text.sentence import Sentence, objective

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_A_LINE = 8  # mentions that a bare result line stays below
_OPENING = 6  # letters of a sentence that an epithet may have before it and still open it
_DESCRIBES = 18  # letters from a country to the side behind it: "the Chilean title-holders Harland"
_FAR = 4  # sentences back at which an epithet still looks for whom it goes on about
_TOWARDS = re.compile(r"(?:north|south|east|west|central|greater|upper|lower)[ -]?(?:east|west)?(?:ern)?[ -]", re.I)
_OPENS_TOWARDS = re.compile(r"the (?:(?:north|south|east|west|mid)[\w-]*[ -])")
_OTHER_SIDES = (" Women", " Girls", "-17", "-19", "-20", "-21", "-23")


class Described:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self._state = state

    def by_facet(self, value: str | tuple[int, ...], mention: Mention, sentence: Sentence | None) -> str | None:
        """The one club of the story of which a facet is true; a ground is the indices of the clubs that play there,
        none of a ground nobody knows."""
        state = self._state
        if isinstance(value, tuple):
            at_home = [vocabulary.clubs()[index].name for index in value]
            told = [club for club in at_home if club in state.cast.clubs] or at_home
            if told:
                return told[0] if len(told) == 1 else None
            value = ""
        met = _met_by(mention, sentence)
        fitting = [club for club in state.cast.clubs if club != met and self._is_of(club, value)]
        topic = self._topic_described(mention, sentence)
        if topic is not None and topic not in fitting and state.main is not None:
            topic = next((club for club in fitting if club == state.main.opponent(topic)), topic)
        if topic is not None and (topic in fitting or (not facets(topic) and not self._is_of_another(topic, value))):
            return topic
        if len(fitting) > 1 and state.main is not None:
            fitting = [club for club in fitting if state.main.has(club)] or fitting
        if len(fitting) > 1 and sentence is not None:
            before = [m.value for m in sentence.mentions if m.kind == "TEAM" and m.start < mention.start]
            fitting = [club for club in before if club in fitting][-1:] or self._told_last(fitting, sentence)
        if not fitting and " " in mention.text and sentence is not None:
            left = self._just_met(sentence, mention, value) or self._left_over(sentence, value)
            if left is not None:
                return left
        if not fitting and state.main is None and self._state.text.lower.endswith("the ", 0, mention.start):
            fitting = self._only_unknown(value)
        if not fitting and value in countries() and not self._tells_of_clubs():
            return str(value)
        if not fitting and topic is not None and value not in countries() and self._lies_with(topic, value):
            return topic
        return fitting[0] if len(fitting) == 1 else None

    def _lies_with(self, topic: str, value: object) -> bool:
        """Whether "the Potteries outfit" may be the known side that the sentence before is about, where no other side
        of the story is of that place: the place is of its country, and no league."""
        land = _land_of(value) if isinstance(value, str) else None
        return land is not None and land in facets(topic)

    def _tells_of_clubs(self) -> bool:
        """Whether the story names a side that is no country's: "the Italian side" is then a club of that country."""
        cast = self._state.cast
        return any(
            side not in countries() and not side.startswith(f"{cast.countries.get(side)} ") for side in cast.clubs
        )

    def _only_unknown(self, value: str) -> list[str]:
        """Whom "the Cumbrian side" means in news about one side: the one of which nothing else is known."""
        unknown = [club for club in self._state.cast.clubs if not facets(club)]
        return unknown if len(unknown) == 1 and not self._is_of_another(unknown[0], value) else []

    def _told_last(self, clubs: list[str], sentence: Sentence) -> list[str]:
        """Of some clubs the one that the sentences before name last, in the same paragraph or the one above."""
        for earlier in reversed(self._state.sentences[max(0, sentence.number - 2) : sentence.number]):
            told = [m.value for m in earlier.mentions if m.kind == "TEAM" and m.value in clubs]
            if told and sentence.paragraph - earlier.paragraph <= 1:
                return [str(told[-1])] if len(set(told)) == 1 else []
        return []

    def _is_of(self, club: str, value: str) -> bool:
        """Whether a facet is true of a club: by the vocabulary, or by what the story calls it."""
        known = facets(club)
        return (
            value in known
            or _is_of_country(club, value)
            or value in self._countries_told.get(club, ())
            or (isinstance(value, str) and value not in countries() and _is_a_part(value, known))
        )

    def _is_of_another(self, club: str, value: str) -> bool:
        """Whether the story tells a club to be of another country than this."""
        told = self._countries_told.get(club)
        return told is not None and value in countries() and value not in told

    @cached_property
    def _countries_told(self) -> dict[str, set[str]]:
        """ "Chile's Harland", "the Chilean side Harland": the countries that clubs are told to be of."""
        told: dict[str, set[str]] = {}
        for sentence in self._state.sentences:
            for land, side in pairwise(sentence.mentions):
                if side.kind != "TEAM" or not 1 <= side.start - land.end <= _DESCRIBES or side.value in countries():
                    continue
                owns = land.possessive and side.start - land.end == 1
                if land.kind == "NATIONALITY" or (owns and land.value in countries()):
                    told.setdefault(str(side.value), set()).add(str(land.value))
        return told

    def _just_met(self, sentence: Sentence, mention: Mention, value: str) -> str | None:
        """ "X face Y after the German side saw off Z": whom the sentence has just put against a side of the match."""
        before = [i for i, m in enumerate(sentence.mentions) if m.kind == "TEAM" and m.start < mention.start]
        told = [str(sentence.mentions[i].value) for i in before]
        if before and _is_a_league(value):  # in which a known club is changes by the year
            return told[-1] if objective(sentence.mentions, before[-1]) else None
        pair = self._state.pair_of(sentence) or ()
        if len(before) != len(("X", "Y")) or told[0] not in pair or told[1] in pair or facets(told[1]):
            return None
        return told[1] if objective(sentence.mentions, before[1]) and not self._is_of_another(told[1], value) else None

    def _left_over(self, sentence: Sentence | None, value: str) -> str | None:
        """Whom "the German team" means where no side told is known to be one: of the two that the paragraph is about
        the one of which nothing is known; of two such the one that its sentence does not name."""
        pair = None if sentence is None else self._state.pair_of(sentence)
        unknown = [club for club in pair or () if not facets(club) and not self._is_of_another(club, value)]
        if sentence is None or len(unknown) < 2:
            return unknown[0] if unknown else None
        goes_there = self._goes_there(value)
        if goes_there in unknown:
            return next(club for club in unknown if club != goes_there)
        named = {m.value for m in sentence.mentions if m.kind == "TEAM"}
        left = [club for club in unknown if club not in named]
        if len(left) == 1:
            return left[0]
        told = (
            [s for s in self._state.sentences[max(0, sentence.number - _FAR) : sentence.number] if not s.quoted]
            if left
            else []
        )
        topic = self._state.centers.about(told[-1]) if told else None
        return topic if topic in left else None

    def _goes_there(self, value: str) -> str | None:
        """Whose speaker says "we can finish the job in Germany", "we go to Germany": his side is of another country."""
        if value not in countries():
            return None
        for sentence in self._state.sentences:
            we = [m for m in sentence.mentions if m.kind == "WE"] if sentence.quoted else []
            lower = self._state.text.lower
            there = (m for m in sentence.mentions if m.text == value and not m.possessive)
            if we and any(lower.endswith((" in ", " to "), 0, m.start) for m in there):
                return self._state.side(we[0], sentence)
        return None

    def _topic_described(self, mention: Mention, sentence: Sentence | None) -> str | None:
        """The side that the sentence before is about, where "the Pit Road outfit" goes on about it in the next."""
        if sentence is None or not sentence.number:
            return None
        opening = self._state.text.lower[sentence.span.start : mention.start]
        if len(opening) > _OPENING and not _OPENS_TOWARDS.fullmatch(opening):
            return None
        before = self._state.sentences[sentence.number - 1]
        told = LETTER["PERSON"] in before.shape and not before.headline  # "have sacked Hale after a 2-1 defeat"
        line = not told and before.alone and LETTER["SCORE"] in before.shape and len(before.mentions) < _A_LINE
        return None if line and not before.headline else self._state.centers.about(before)


def alone_before(mention: Mention, sentence: Sentence | None) -> str | None:
    """The one club that its sentence names before it: "Hale of Merrow was hurt in the Drovers' 1-0 loss"."""
    mentions = [] if sentence is None else sentence.mentions
    before = {str(m.value) for m in of_kinds(mentions, ("TEAM",)) if m.start < mention.start}
    return before.pop() if len(before) == 1 else None


def _met_by(mention: Mention, sentence: Sentence | None) -> str | None:
    """ "the German side beat Z": the side that a verb right behind an epithet has for its object."""
    behind = [] if sentence is None else [m for m in sentence.mentions if m.start >= mention.end][:2]
    meets = [m.kind for m in behind] in (["WIN", "TEAM"], ["HOST", "TEAM"], ["TRAVEL", "TEAM"], ["FIXTURE", "TEAM"])
    return str(behind[1].value) if meets else None


def _is_a_league(value: str) -> bool:
    return vocabulary.kinds_of_competitions().get(value) == "league"


def _is_a_part(value: str, known: frozenset[str]) -> bool:
    """ "south London" of a club of London, "the Midlands" of one of the West Midlands."""
    return _without_direction(value) in known or any(_without_direction(place) == value for place in known)


@cache
def _land_of(place: str) -> str | None:
    """The country that a place lies in."""
    told = next((p.country for p in vocabulary.places() if p.place == place and p.country), None)
    return told or next((c.country for c in vocabulary.clubs() if place in (c.city, c.region)), None)


@cache
def _without_direction(place: str) -> str:
    return _TOWARDS.sub("", place)


def _is_of_country(side: str, value: str) -> bool:
    """ "the Welsh" of a story of Wales Women."""
    return value in countries() and side.startswith(f"{value} ") and side.endswith(_OTHER_SIDES)
