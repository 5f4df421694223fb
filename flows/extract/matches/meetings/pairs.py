"""Matches told by their pair alone: "the X-Y replay", "X and Y ... when they meet again", "X and Y will replay".

In: the sentences and the matches found so far. A pair is two sides of one sentence, or the sentence before, that
"each other", "they meet" or "drawn together" speaks of. Only pairs that the story does not tell otherwise are added.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.matches.meetings.told_time import AHEAD, OPEN, PAST, time_of
from flows.extract.matches.meetings.who_may_meet import may_meet
from flows.extract.matches.results.vetoes import in_a_condition
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_GAME = (
    r"(?:(?:fa|league|carling|worthington|cis|world|european|uefa|scottish|welsh|cup|premiership|championship|"
    r"la liga|serie a|top-flight|"
    r"final|quarter-final|semi-final|play-off|third-round|fourth-round|fifth-round|group|derby|big|title|crunch|"
    r"[a-z]+day|[a-z]+) )?"
    r"(?:match|game|tie|clash|fixture|encounter|showdown|replay|final|semi-final|quarter-final|derby|meeting|"
    r"friendly|contest|duel)"
)
_HYPHENED = re.compile(rf" {_GAME}\b")
_MEET = Sought(
    r"\b(?:(?:they|the (?:(?!other\b|best\b|four\b|three\b)[\w-]+ ){0,4}?(?:sides|teams|clubs|pair|two|rivals|"
    r"neighbours)|"
    r"both (?:sides|teams|clubs)|"
    r"these (?:two )?(?:\w+ )?(?:sides|teams)) (?:next |will |are (?:due|set) to |then |also )?"
    r"(?:meet|face each|play each|clash|go head-to-head|lock horns|renew)\b|"
    r"(?:face|meet|play|against|faces|tackle|facing|meeting|playing) (?:each other|one another)\b|"
    r"\bwere (?:\w+ )?(?:drawn|paired) together\b|\b(?:have|has) been (?:drawn|paired) together\b|"
    r"\b(?:will|must|have to|has to) (?:now )?replay\b)"
)
_MEET_THERE = Sought(
    r"\b(?:meet|clash|collide|square up|square off|face off|lock horns|do battle|go head[- ]to[- ]head|cross swords|"
    r"come together|replay|go toe[- ]to[- ]toe|renew hostilities)"
    r"(?= (?:at|in|on|this|next|tomorrow|tonight|over|later)\b)"
)
_PAIRED = re.compile(
    r"(?: (?!and\b)[\w-]+){0,3} (?:have been|has been|were|was|are) (?:paired|pitted|matched|"
    r"drawn to play) (?:with|against|at)?"
    r"(?: (?:the|holders|champions|fellow|[\w-]+ side))* ?"
)
_HELD = re.compile(
    r" (?:also |duly |who )?(?:hold|held) (?:the |champions |leaders |holders |rivals |neighbours |visiting |"
    r"their |visitors |hosts )*"
)
_BETWEEN = re.compile(
    r"\b(?:match|game|tie|clash|fixture|encounter|showdown|replay|final|semi-final|quarter-final|derby|friendly|"
    r"qualifier|contest|"
    r"opener|leg|play-off|playoff)(?: [\w' -]{3,24})? between (?:the )?$"
)
_THEIR = Sought(
    rf"\b(?:their|the two (?:clubs|sides|teams)') (?:[\w-]+ )?{_GAME}\b(?! (?:against|with|at|v|to|in the|between)\b)"
)

_EPITHETS = r"(?:(?:the|holders|champions|fellow|hosts|leaders|neighbours|[\w-]+ side) )*"
_PITS = re.compile(rf"\b(?:pits?|pitted|pitting|pairs|paired|pairing) {_EPITHETS}$")
_AGAINST = re.compile(rf",? (?:against|with) {_EPITHETS}")
_AND = re.compile(rf",?(?: and|,)? {_EPITHETS}")
_AWAITED = re.compile(r"\bawait\w* (?:the |whoever )?(?:winn\w+|victors?|wins?)\b|\bfor the winn\w+\b")
_AGAIN = re.compile(
    r"\b(?:again|(?<!\ba )(?<!the )(?<!their )(?<!in )replay|once more|another time|a second time|"
    r"for the second time)\b"
)
_TWO = 2


class Pairs:
    """Adds to the matches of one story those told by a pair of sides."""

    def __init__(self, state: StoryState, matches: list[MatchTold]) -> None:
        self.state = state
        self.matches = matches
        self.lower = state.text.lower

    def read(self) -> None:
        """The matches of the story that are told so."""
        may_meet = self.state.holding(_MEET, _MEET_THERE)
        for sentence in self.state.sentences:
            sides = [m for m in sentence.mentions if m.kind in SIDES]
            for one, two in pairwise(sides):
                self._hyphened(sentence, one, two)
                self._held(sentence, one, two)
                self._paired(sentence, one, two)
                self._pitted(sentence, one, two)
                self._between(sentence, one, two)
            if sentence.headline:
                continue
            if sentence in may_meet:
                self._meet(sentence, sides)
            if len(sides) == 2 and _joined(sentence, *sides):
                for phrase in _THEIR.finditer(self.lower, sides[1].end, sentence.span.end):
                    self._each_other(sentence, sides, phrase.start(), phrase.end())

    def _meet(self, sentence: Sentence, sides: list[Mention]) -> None:
        """ "the two meet", "when they met there"."""
        for phrase in _MEET.finditer(self.lower, *sentence.span):
            if any(m.kind == "TEAM" and 0 <= m.start - phrase.end() <= len(" the ") for m in sentence.mentions):
                continue  # "they meet Brigg": no pair told before
            self._each_other(sentence, sides, phrase.start(), phrase.end())
        for phrase in _MEET_THERE.finditer(self.lower, *sentence.span):
            self._meet_there(sentence, [m for m in sides if m.start < phrase.start()], phrase.start(), phrase.end())

    def _hyphened(self, sentence: Sentence, one: Mention, two: Mention) -> None:
        """ "the X-Y clash"."""
        if self.lower[one.end : two.start] not in ("-", "/", " - ") or not _HYPHENED.match(self.lower, two.end):
            return
        when = time_of(self.lower, sentence, one.start, two.end)
        if when in (PAST, AHEAD):
            self._add(sentence, one, two, one.start, two.end, when, "pair.hyphened")

    def _paired(self, sentence: Sentence, one: Mention, two: Mention) -> None:
        """ "X have been paired with Y"."""
        if _PAIRED.fullmatch(self.lower, one.end, two.start):
            self._add(sentence, one, two, one.start, two.end, AHEAD, "pair.drawn")

    def _pitted(self, sentence: Sentence, one: Mention, two: Mention) -> None:
        """ "the draw pits X against Y and Z against W", which nothing puts in a year gone by."""
        if not _AGAINST.fullmatch(self.lower, one.end, two.start):
            return
        pitted = _PITS.search(self.lower, max(sentence.span.start, one.start - 40), one.start)
        told = [m for m in self.matches if m.sentence is sentence and m.rule == "pair.pitted"]
        goes_on = told and _AND.fullmatch(self.lower, told[-1].end, one.start)
        bygone = any(m.value.year is not None and m.value.day is None for m in sentence.of("DATE"))
        if (pitted or goes_on) and not bygone and not in_a_condition(self.lower, sentence, one.start):
            self._add(sentence, one, two, one.start, two.end, AHEAD, "pair.pitted")

    def _held(self, sentence: Sentence, one: Mention, two: Mention) -> None:
        """ "helped X hold the leaders Y"."""
        between = self.lower[one.end : two.start]
        if two.possessive or LETTER["SCORE"] in sentence.shape or not _HELD.fullmatch(between):
            return
        if time_of(self.lower, sentence, one.start, one.end) in (PAST, None):
            self._add(sentence, one, two, one.start, two.end, PAST, "pair.held")

    def _between(self, sentence: Sentence, one: Mention, two: Mention) -> None:
        """ "trouble at the tie between X and Y": played, where nothing tells how it ended."""
        before = self.lower[max(sentence.span.start, one.start - 60) : one.start]
        if self.lower[one.end : two.start] not in (" and ", " and the ") or not _BETWEEN.search(before):
            return
        awaited = _AWAITED.search(self.lower, two.end, sentence.span.end) is not None
        when = AHEAD if awaited else time_of(self.lower, sentence, one.start, two.end)
        if when in (PAST, AHEAD):
            self._add(sentence, one, two, one.start, two.end, when, "pair.between")

    def _each_other(self, sentence: Sentence, sides: list[Mention], start: int, end: int) -> None:
        """ "when they meet again": the pair told before it, here or in the sentence before."""
        before = [m for m in sides if m.start < start]
        pair = self._last_pair(sentence, before)
        if pair is None and not before and sentence.number:
            earlier = self.state.sentences[sentence.number - 1]
            named = [m for m in earlier.mentions if m.kind == "TEAM"]
            two = len({m.value for m in named}) == _TWO
            told = named if two else [m for m in earlier.mentions if m.kind in SIDES]
            pair = self._last_pair(earlier, told) if len({self.state.side(m, earlier) for m in told}) == 2 else None
        if pair is None or in_a_condition(self.lower, sentence, start):
            return
        when = time_of(self.lower, sentence, start, end)
        if when != OPEN:
            self._add(sentence, *pair, start, end, AHEAD, "pair.each_other")

    def _meet_there(self, sentence: Sentence, sides: list[Mention], start: int, end: int) -> None:
        """ "X and Y are side by side in the table and meet at Mill Lane on Saturday"."""
        if len(sides) < _TWO or not _joined(sentence, *sides[-2:]) or in_a_condition(self.lower, sentence, start):
            return
        past = self.lower.endswith(("did ", "used to "), 0, start)
        if not past and time_of(self.lower, sentence, start, end) != OPEN:
            self._add(sentence, sides[-2], sides[-1], start, end, AHEAD, "pair.each_other")

    def _last_pair(self, sentence: Sentence, sides: list[Mention]) -> tuple[Mention, Mention] | None:
        """Two sides joined by "and", else the only two there are."""
        for one, two in reversed(list(pairwise(sides))):
            if _joined(sentence, one, two):
                return one, two
        names = {self.state.side(m, sentence) for m in sides}
        return (sides[0], sides[-1]) if len(names) == 2 else None

    def _add(self, sentence: Sentence, one: Mention, two: Mention, start: int, end: int, when: str, rule: str) -> None:
        first, second = self.state.side(one, sentence), self.state.side(two, sentence)
        if first is None or second is None or first == second or not may_meet(first, second):
            return
        status = "played" if when == PAST else "scheduled"
        again = status == "scheduled" and _AGAIN.search(self.lower, start, sentence.span.end) is not None
        if any({m.team_1, m.team_2} == {first, second} and (m.status == status or not again) for m in self.matches):
            return
        self.matches.append(MatchTold(start, end, status, first, second, None, None, rule, 0.75, sentence))


def _joined(sentence: Sentence, one: Mention, two: Mention) -> bool:
    """ "X and Y"."""
    between = [m for m in sentence.mentions if one.start < m.start < two.start]
    return any(m.kind == "AND" for m in between) and all(
        m.kind in ("AND", "SIDE_NOUN", "POSSESSIVE", "ROLE") for m in between
    )
