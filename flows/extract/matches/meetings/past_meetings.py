"""Matches already played of which a story tells neither score nor outcome: "when they met X in October".

In: the sentences and the matches found so far. Only what is tied to a day, a round or a season is believed, or hangs on
something that can only have happened in a match ("sent off against X").
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.matches.results.frames import MEETINGS
from flows.extract.matches.results.sides import Sides
from flows.extract.matches.results.vetoes import in_a_condition, is_open, is_somebodys
from flows.extract.matches.told import MatchTold, years_told
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.shapes import Frame, Frames
from flows.extract.text.sought import Sought

_MET = Sought(
    r"(?:(?<!have )(?<!has )(?<!had )(?:faced|hosted|travelled to|visited|played|met|went to|took on|entertained|"
    r"welcomed|came to)|(?:was|were|we're|i was) (?:\w+ )?(?:playing|facing|hosting|visiting))\b"
)
_WHILE_PLAYING = Sought(
    r"\b(?:when|while) (?:we|they|(?:[\w'-]+ ){1,3}?)(?: ?were| was) "
    r"(?:(?:out|away|over|there|up|down|off|abroad|in \w+) )*playing (?:against )?(?:the )?$"
)
_SOMETHING_DID = re.compile(
    r"(?: in (?:the )?[\w-]+)?,? (?:i|we|he|she|they|it|[a-z'-]+) (?:[a-z]+ed|spoke|saw|met|said|told|had|was|were|"
    r"got|came|went|gave|took|heard|broke|lost|rang)\b"
)
_SOON = 2  # sentences within which a meeting's score is told
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
_THEN = re.compile(
    r"(?: (?:at|in) [\w' ]{1,24}?)? (?:last (?:week|weekend|month|season|year|night|time|\w+day)|on \w+day|"
    r"earlier (?:this|in)|"
    r"yesterday|in (?:midweek|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|(?:19|20)\d\d)|"
    r"(?:[\w-]+ ){1,3}(?:days?|weeks?|months?|years?|seasons?) ago|at the weekend|a (?:week|fortnight|month|"
    r"year) (?:ago|earlier))\b"
)
_EVENT = re.compile(
    r"\b(?:\w+ed|\w+ing|came on|goals?|winner|equaliser|hat-trick|brace|strike|header|penalty|effort|performance|"
    r"display|debut|"
    r"appearance|injury|foul|challenge|tackle|collision|clash|incident|decision|error|mistake|win|game|match|friendly|"
    r"qualifier|tie|final|broke|hurt|tore|limped|left)\b"
)
_WEEKDAY = re.compile(r" (?:(?:at|in) [\w' ]{1,24}? )?on \w+day")
_FOR_DAY = re.compile(r"\b(?:for|before|until|to) \w+(?:day|night|week|weekend)'s (?:[\w-]+ ){0,3}$")
_DONE = re.compile(r"\b(?:(?!need)\w+ed|came on|broke|hurt|tore|left|sustained|went off|fell)\b")
_IN_PLAY = re.compile(
    r"\b(?:came on|taken off|carried off|limped (?:off|out)|substituted|sent on|stretchered off|"
    r"made (?:his|her|a) (?:\w+ ){0,3}(?:debut|bow)|scored (?:the|an?|both|twice)(?: \w+){0,3}|equalis\w+|"
    r"hat-trick|winner|opener|"
    r"opening goal|first goal|last-minute \w+|late goal|own goal|saved a penalty|"
    r"missed a penalty)(?: as a substitute)? $"
)
_MANY = re.compile(r"\b(?:\d{2,}|\d+ goals|[4-9] |always|often|never|every|record|career|times|usually|ever)\b")
_NOT_YET = re.compile(
    r"\b(?:will|would|could|may|might|can|if|hop\w+|miss(?:es)?|doubt\w*|ready|available|fit|not|without|no|"
    r"to (?:play|start|face)|"
    r"prepar\w+|next|warned|case|charges?|protest\w*|vot\w+|appeal\w*|advis\w+|decid\w+|argu\w+|withdr\w+|"
    r"pull(?:ed|ing) out|boycott\w*|abandon\w*|cancel\w*)\b[^,;]*$"
)
_CARD = Sought(
    r"\b(?:red card|sent off|sent-off|sending[- ]off|dismiss\w+|sendings-off)(?: \w+){0,2} (?:against|at) (?:the )?$"
)
_MEETINGS = Frames(frame for frame in MEETINGS if frame.effect != "event")
_EVENTS = Frames(frame for frame in MEETINGS if frame.effect == "event")
_WHEN = frozenset({"DATE", "SEASON", "ROUND", "RELATIVE_DAY"})
_DATED = frozenset(LETTER[kind] for kind in _WHEN)


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
            dated = not _DATED.isdisjoint(sentence.shape)
            for frame in _MEETINGS.near(sentence.shape):
                if dated or frame.effect == "card" or frame.rule == "meeting.played":
                    for bound in frame.matches(sentence.shape, sentence.mentions):
                        self._bind(frame, bound, sentence)

    def events(self) -> None:
        """What happened to somebody in a match that nothing else tells of."""
        for sentence in self.state.sentences:
            for frame in _EVENTS.near(sentence.shape):
                for bound in frame.matches(sentence.shape, sentence.mentions):
                    self._bind(frame, bound, sentence)

    def _bind(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> None:
        if is_open(self.lower, sentence, bound) or is_somebodys(sentence, bound["o"]):
            return
        if in_a_condition(self.lower, sentence, bound["first"].start) or not self._was_played(frame, bound, sentence):
            return
        other = self.state.side(bound["o"], sentence)
        if frame.effect == "event":
            subject = self._for_whom(sentence, bound) or self.state.centers.about(sentence, bound["first"].start)
        elif "s" in bound:
            subject = self.state.side(bound["s"], sentence)
        else:
            subject = self.sides.subject(bound, sentence, [other])
        if subject is None or other is None or subject == other or self._told_already(sentence, subject, other):
            return
        start, end = bound["first"].start, bound["last"].end
        match = MatchTold(start, end, "played", subject, other, None, None, frame.rule, frame.confidence, sentence)
        match.home = {"home": subject, "away": other}.get(frame.effect)
        match.year = self._year(bound, sentence, {subject, other})
        self.matches.append(match)

    def _for_whom(self, sentence: Sentence, bound: dict[str, Mention]) -> str | None:
        """The side behind "for": "his goal for X against Y", "against Y on his debut for X"."""
        other = bound["o"]
        for before, side in pairwise(sentence.mentions):
            if before.kind == "FOR" and side.kind == "TEAM" and side is not other and side.start - before.end < 4:
                return self.state.side(side, sentence)
        return None

    def _was_played(self, frame: Frame, bound: dict[str, Mention], sentence: Sentence) -> bool:
        first, last = bound["first"].start, bound["last"].end
        if frame.effect == "event":
            return self._happened_against(bound, sentence)
        if frame.effect == "card":
            return bool(_CARD.search(self.lower, max(sentence.span.start, first - 40), bound["o"].start))
        inside = [m for m in sentence.mentions if first <= m.start < last]
        if any(m.kind in ("HYPOTHETICAL", "NEGATION", "ALMOST", "PERSON") for m in inside):
            return False
        if frame.rule == "meeting.played" and self._while_playing(bound, sentence):
            return True
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

    def _while_playing(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "When we were away playing X, I spoke to their coach": something happened while the match went on."""
        other = bound["o"]
        begins = _WHILE_PLAYING.search(self.lower, sentence.span.start, other.start) is not None
        return begins and _SOMETHING_DID.match(self.lower, other.end, sentence.span.end) is not None

    def _year(self, bound: dict[str, Mention], sentence: Sentence, pair: set[str]) -> int | None:
        """The year that a meeting is told of; none where a score of the two is told soon, which may be its own."""
        years = years_told(sentence, bound["last"].end)
        soon = any(
            m.score_1 is not None and {m.team_1, m.team_2} == pair and 0 <= m.sentence.number - sentence.number <= _SOON
            for m in self.matches
        )
        return None if soon or not years else years[0][0]

    def _happened_against(self, bound: dict[str, Mention], sentence: Sentence) -> bool:
        """ "broke a foot against X last month", "came on against X": something that happens in one match only."""
        other, first = bound["o"], bound["first"]
        side = self.state.side(other, sentence)
        if other.attributive or any(m.sentence is sentence and side in (m.team_1, m.team_2) for m in self.matches):
            return False
        before = self.lower[max(sentence.span.start, first.start - 70) : first.start]
        clause = before.rsplit(". ", 1)[-1]
        if _MANY.search(clause) or _NOT_YET.search(clause) or not self.lower.startswith("against", first.start):
            return False
        after = self.lower[other.end : min(sentence.span.end, other.end + 40)]
        if _THEN.match(after) or _THAT_DAYS.search(clause[-40:]):
            return bool((_DONE if _WEEKDAY.match(after) else _EVENT).search(clause)) and not _FOR_DAY.search(clause)
        return bool(_IN_PLAY.search(clause))

    def _told_already(self, sentence: Sentence, one: str, two: str) -> bool:
        return any({m.team_1, m.team_2} == {one, two} and m.sentence is sentence for m in self.matches)
