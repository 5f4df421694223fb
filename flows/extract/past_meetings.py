"""Matches already played of which a story tells neither score nor outcome: "when they met X in October".

In: the sentences and the matches found so far. Only what is tied to a day, a round or a season is believed, or hangs on
something that can only have happened in a match ("sent off against X").
"""

from __future__ import annotations

import re

from flows.extract.mentions import LETTER, Mention
from flows.extract.result_frames import MEETINGS
from flows.extract.result_vetoes import in_a_condition, is_open, is_somebodys
from flows.extract.sentence import Sentence
from flows.extract.shapes import Frame
from flows.extract.sides import Sides
from flows.extract.story import StoryState
from flows.extract.told import MatchTold

_MET = re.compile(
    r"(?:(?<!have )(?<!has )(?<!had )(?:faced|hosted|travelled to|visited|played|met|went to|took on|entertained|"
    r"welcomed|came to)|(?:was|were|we're|i was) (?:\w+ )?(?:playing|facing|hosting|visiting))\b"
)
_BEHIND = re.compile(
    r"\b(?:after|following|during|marred|overshadowed|since|from|in the wake of|watched|attended|at|in|"
    r"of)\b[^,;.]{0,40}$"
)
_AHEAD = re.compile(
    r"\b(?:ahead of|before|until|prepar\w+|next|miss(?:es)?|will|forthcoming|upcoming|looking|set to|due to|hop\w+|"
    r"doubt\w*|"
    r"ready|return|fit|available|faces?|suspended|ruled out|squad|play(?:s|ing)?|tomorrow|'ll)\b"
)
_THAT_DAYS = re.compile(r"(?:day|night|week|weekend|month|year|season)'s (?:[\w-]+ ){0,3}$")
_PAST = re.compile(
    r"\b(?:was|were|had|marred|saw|happened|took place|came|left|played|went|did|sparked|threw|thrown|hit)\b"
)
_CARD = re.compile(
    r"\b(?:red card|sent off|sent-off|sending[- ]off|dismiss\w+|sendings-off)(?: \w+){0,2} (?:against|at) (?:the )?$"
)
_WHEN = frozenset({"DATE", "SEASON", "ROUND", "RELATIVE_DAY"})


class PastMeetings:
    """Adds to the matches of one story those that were played without a word of how they ended."""

    def __init__(self, state: StoryState, sides: Sides, matches: list[MatchTold]) -> None:
        self.state = state
        self.sides = sides
        self.matches = matches
        self.lower = state.text.lower

    def read(self) -> None:
        """The past meetings of the story."""
        for sentence in self.state.sentences:
            dated = any(LETTER[kind] in sentence.shape for kind in _WHEN)
            for frame in MEETINGS:
                if dated or frame.effect == "card":
                    for bound in frame.matches(sentence.shape, sentence.mentions):
                        self._bind(frame, bound, sentence)

    def _bind(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> None:
        if is_open(self.lower, sentence, bound) or is_somebodys(sentence, bound["o"]):
            return
        if in_a_condition(self.lower, sentence, bound["first"].start) or not self._was_played(frame, bound, sentence):
            return
        other = self.state.side(bound["o"], sentence)
        if "s" in bound:
            subject = self.state.side(bound["s"], sentence)
        else:
            subject = self.sides.subject(bound, sentence, [other])
        if subject is None or other is None or subject == other or self._told_already(sentence, subject, other):
            return
        start, end = bound["first"].start, bound["last"].end
        match = MatchTold(start, end, "played", subject, other, None, None, frame.rule, frame.confidence, sentence)
        match.home = {"home": subject, "away": other}.get(frame.effect)
        self.matches.append(match)

    def _was_played(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> bool:
        first, last = bound["first"].start, bound["last"].end
        if frame.effect == "card":
            return bool(_CARD.search(self.lower, max(sentence.span.start, first - 40), bound["o"].start))
        inside = [m for m in sentence.mentions if first <= m.start < last]
        if any(m.kind in ("HYPOTHETICAL", "NEGATION", "ALMOST", "PERSON") for m in inside):
            return False
        if not any(m.kind in _WHEN and -70 < m.start - last < 60 for m in sentence.mentions):
            return False
        if frame.effect == "noun":
            before = self.lower[max(sentence.span.start, first - 60) : first]
            rest = self.lower[sentence.span.start : sentence.span.end]
            past = _BEHIND.search(before) and _PAST.search(rest)
            if "s" not in bound and not _THAT_DAYS.search(before):
                return False
            return bool(past) and not _AHEAD.search(rest)
        return bool(_MET.search(self.lower, max(0, first - 12), bound["o"].start))

    def _told_already(self, sentence: Sentence, one: str, two: str) -> bool:
        return any(
            {m.team_1, m.team_2} == {one, two} and abs(m.sentence.number - sentence.number) < 2 for m in self.matches
        )
