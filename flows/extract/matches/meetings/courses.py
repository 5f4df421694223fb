"""Matches told by their course alone: "X went ahead against Y", "X fell behind at Y", "P put X in front against Y".

In: the sentences and the matches found so far. A side that was ahead, behind or level, with the other one behind
"against" or "at" or as the object of "led" and "trailed", played it, whatever is told of its end. Out: those matches,
by the rules `course.ahead`, `course.behind` (as the first side stood) and `course.level`; only pairs that the story
does not tell as played.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.matches.meetings.told_time import AHEAD, OPEN, time_of
from flows.extract.matches.meetings.who_may_meet import may_meet
from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.results.vetoes import in_a_condition, is_open, is_somebodys, names_people
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_NUMBER = r"(?:one|two|three|four|five|\d)"
_BY = rf"(?:\d-\d |{_NUMBER}(?: goals?)? |a goal |the (?:first|early) |early |quickly |twice |briefly )*"
_A_LEAD = (
    r"(?:an?|the|their|that|his|her|its) (?:(?!\w+-point|points? )[\w-]+ ){0,3}?(?:lead|advantage|cushion)"
    r"(?! over| of (?:\w+ )?points)"
)
_AHEAD_WORDS = (
    rf"(?:go(?:es|ing|ne)?|went|g[eo]t|getting|edg|nos|mov|storm|rac|surg|roar|cruis|forg|sprint|eas|streak|"
    rf"pull)(?:es|ed|e|ing)? {_BY}(?:ahead|in front|clear|up|into {_A_LEAD})|"
    rf"(?:tak(?:e|es|ing|en)|took|(?:grabb|seiz|snatch|claim|open|build|built|establish|enjoy|surrender|squander|wast|"
    rf"relinquish|toss)(?:ed|es|ing|e|)|(?:held|holding|had|having|threw|throwing|thr?own|blew|blowing|gave|giving|"
    rf"let|lost|losing|led)(?: away| up| slip)?)(?: away| up| slip)? {_A_LEAD}(?: slip)?|"
    r"(?:struck|str(?:ik(?:e|es|ing))|scor(?:ed|es|ing)) first|dr(?:ew|aw|awing|awn) first blood|"
    r"(?:open(?:ed|s|ing) the scoring|br(?:oke|eak|eaking) the deadlock)|"
    rf"(?:were|was|be(?:en|ing)) {_BY}(?:up|ahead|in front|to the good)|"
    r"(?:led|leading)"
)
_BEHIND_WORDS = (
    rf"(?:f[ae]ll(?:ing|en|s)?|went|go(?:ing|ne|es)?|slip(?:ped|ping|s)?|drop(?:ped|ping|s)?|"
    rf"found themselves|(?:were|was|be(?:en|ing))) {_BY}(?:behind|down|in arrears)|"
    r"trail(?:ed|ing|s)?|conced(?:ed|es|ing) (?:first|early|inside|after|within|the (?:first|opening) goal|"
    r"the opener)|"
    rf"(?:c[oa]me|coming|fought|fight(?:ing)?|hit|battled|rallied|rally(?:ing)?|recover(?:ed|ing)|bounced) (?:back )?"
    rf"from (?:behind|{_NUMBER}(?: goals?)? (?:down|behind)|(?:an? )?(?:[\w-]+ ){{0,2}}deficit|\d-\d down)"
)
_LEVEL_WORDS = r"(?:dr[ae]w(?:ing)?|pull(?:ed|ing)?|got) (?:back )?level|equali[sz](?:ed|es|ing)"
_COURSE = Sought(rf"\b(?:(?P<behind>{_BEHIND_WORDS})|(?P<ahead>{_AHEAD_WORDS})|(?P<level>{_LEVEL_WORDS}))\b")
_GIVEN = Sought(
    r"\b(?:(?:the |an? (?:[\w-]+ ){0,2})(?:lead|advantage)|ahead|in front|(?:back )?on (?:level )?terms|back level|"
    r"\d-\d up|two up)\b(?! of)"
)
_GAVE = re.compile(
    r"\b(?:g[ai]v(?:e|es|ing|en)|hand(?:ed|s|ing)|put(?:s|ting)?|fir(?:ed|es|ing)|sent|sends|sending|shot|head(?:ed|"
    r"s|ing)|"
    r"nod(?:ded|ding|s)|edg(?:ed|ing)|nudg(?:ed|ing)|shoot|volley(?:ed|ing)|had|dr(?:ew|awing)|"
    r"pull(?:ed|ing)|brought|bringing|earn(?:ed|ing)) (?:the |struggling |promoted |visiting |hosts |visitors )?$"
)
_NO_MATCH = re.compile(
    r"[^.;]{0,28}\b(?:points?|table|standings|group|league table|division|title|race|promotion|relegation|aggregate|"
    r"tie|first leg|second leg|goal difference|series|rankings?|polls?|betting|odds|times|players?|men|clubs?|all-time|"
    r"scor(?:ers|ing) (?:chart|list)s?)\b"
)
_BROKEN_OFF = re.compile(
    r"[^.;]*\b(?:abandon\w*|floodlights?|halted|called off|suspended|interrupted|broken off|stopped play)\b"
)
_SEVERAL = re.compile(r"\b(?:times|games|matches|occasions|visits|trips|every|each|both|whenever|often|never|record)\b")
_BARE = frozenset({"go", "take", "get", "fall", "come", "lead", "trail", "strike", "score", "draw", "drawing"})
_PAST_BEFORE = re.compile(
    r"\b(?:took|needed|had|having|managed|allowed|enabled|helped|saw|waited|did(?:n't)?|made|let|only|continued|"
    r"recovered|failed)\b[^.;]*$"
)
_AGAINST_OR_AT = frozenset({"against", "at"})
_OBJECT = frozenset({"led", "leading", "trailed", "trailing"})
_IN_A_MATCH = re.compile(
    r" (?:\d-\d|by (?:a|one|two|three|\d)|at (?:half|the (?:break|interval))|through|until|twice|early|with|after|"
    r"inside|in the|for (?:much|most|long)|thanks|courtesy|going)"
)
_STOPS = frozenset({"SUBORDINATE", "STOP", "QUOTE", "WHO", "OPEN"})
_WORDS_BETWEEN = frozenset({"ROLE", "ORDINAL", "SIDE_NOUN", "COMPETITION", "NATIONALITY", "PLACE", "STANDING"})
_REACH, _LINK = 64, 30  # letters
_SURE = 0.6


class Courses:
    """Adds to the matches of one story those that only their course tells of."""

    def __init__(self, state: StoryState, whose: Whose, matches: list[MatchTold]) -> None:
        self.state = state
        self.whose = whose
        self.matches = matches
        self.lower = state.text.lower

    def read(self) -> None:
        """The matches of the story that are told so."""
        for sentence in self.state.holding(_COURSE, _GIVEN):
            for told in _COURSE.finditer(self.lower, *sentence.span):
                self._look_at(sentence, told)
            for given in _GIVEN.finditer(self.lower, *sentence.span):
                self._given(sentence, given)

    def _look_at(self, sentence: Sentence, told: re.Match[str]) -> None:
        """ "X went ahead against Y": a side's own course."""
        if not self._happened(sentence, told):
            return
        other = self._opponent(sentence, told)
        if other is None:
            return
        name = self.state.side(other, sentence)
        if name is None:
            return
        for_whom = self._for_whom(sentence, told, other)
        subject = self.state.side(for_whom, sentence) if for_whom is not None else None
        subject = subject or self.whose.of(told.start(), sentence, [name])
        self._add(sentence, told, other, subject, name, f"course.{told.lastgroup}")

    def _given(self, sentence: Sentence, given: re.Match[str]) -> None:
        """ "P gave X the lead at Y": whom somebody put ahead."""
        index = next((i for i, m in enumerate(sentence.mentions) if 0 <= given.start() - m.end <= 1), None)
        if index is None or sentence.mentions[index].kind not in SIDES:
            return
        side = sentence.mentions[index]
        if not _GAVE.search(self.lower, max(sentence.span.start, side.start - 28), side.start):
            return
        other = self._opponent(sentence, given)
        if other is None:
            return
        name = self.state.side(other, sentence)
        self._add(sentence, given, other, self.state.side(side, sentence), name, "course.ahead")

    def _happened(self, sentence: Sentence, told: re.Match[str]) -> bool:
        """Whether it is told as something of one match."""
        if _NO_MATCH.match(self.lower, told.end(), sentence.span.end):
            return False
        if _BROKEN_OFF.match(self.lower, told.end(), sentence.span.end):
            return False
        first = told.group().split(" ", 1)[0]
        start = max(sentence.span.start, told.start() - 80)
        return first not in _BARE or _PAST_BEFORE.search(self.lower, start, told.start()) is not None

    def _opponent(self, sentence: Sentence, told: re.Match[str]) -> Mention | None:
        """Against whom: behind the phrase, in its clause; else at the head of the sentence ("At Y, X went ahead")."""
        link: Mention | None = None
        for mention in sentence.mentions:
            if mention.start < told.end():
                continue
            if mention.kind in _STOPS or mention.start - told.end() > _REACH:
                break
            if mention.kind in SIDES and not self.lower.endswith((" for ", " for the "), 0, mention.start):
                beside = mention.start - (told.end() if link is None else link.end)
                if link is not None and beside <= _LINK:
                    return mention
                led = told.group() in _OBJECT and _IN_A_MATCH.match(self.lower, mention.end) is not None
                return mention if link is None and beside <= len(" the visitors ") and led else None
            if mention.text.lower() in _AGAINST_OR_AT:
                link = mention
            elif mention.kind not in _WORDS_BETWEEN:
                link = None
        for one, two in pairwise(sentence.mentions[:3]):
            at_head = (
                one.text.lower() in _AGAINST_OR_AT and one.start - sentence.span.start < 2 and two.end < told.start()
            )
            if at_head and two.kind in SIDES and two.start - one.end <= _LINK:
                return two
        return None

    def _for_whom(self, sentence: Sentence, told: re.Match[str], other: Mention) -> Mention | None:
        """ "P opened the scoring for X at Y": the side behind "for"."""
        for one, two in pairwise(sentence.mentions):
            if one.kind == "FOR" and two.kind in SIDES and told.end() <= one.start < other.start:
                return two if two is not other and two.start - one.end <= len(" the ") else None
        return None

    def _add(
        self,
        sentence: Sentence,
        told: re.Match[str],
        other: Mention,
        subject: str | None,
        name: str | None,
        rule: str,
    ) -> None:
        if subject is None or name is None or subject == name or not may_meet(subject, name):
            return
        start, end = min(told.start(), other.start), max(told.end(), other.end)
        if other.possessive or names_people(self.lower, other) or is_somebodys(sentence, other):
            return
        if _SEVERAL.search(self.lower, start, end) or is_open(
            self.lower, sentence, {"first": other, "last": other, "o": other}
        ):
            return
        if in_a_condition(self.lower, sentence, start) or self._pair_is_told(subject, name):
            return
        if time_of(self.lower, sentence, told.start(), end) in (AHEAD, OPEN):
            return
        match = MatchTold(start, end, "played", subject, name, None, None, rule, _SURE, sentence)
        match.home = name if self.lower.startswith("at ", self._link_of(sentence, other)) else None
        self.matches.append(match)

    def _link_of(self, sentence: Sentence, other: Mention) -> int:
        """Where the preposition before the other side stands."""
        before = [m for m in sentence.mentions if m.end <= other.start and m.text.lower() in _AGAINST_OR_AT]
        return before[-1].start if before and other.start - before[-1].end <= _LINK else other.start

    def _pair_is_told(self, one: str, two: str) -> bool:
        return any({m.team_1, m.team_2} == {one, two} and m.status == "played" for m in self.matches)
