"""Which words of a sentence belong to which of its matches: each circumstance to the match it stands nearest."""

from __future__ import annotations

import re
from collections import Counter

from flows.extract.matches.meetings.levels import are_one_pair
from flows.extract.matches.reading import Results
from flows.extract.matches.round_up import matches_in_turn
from flows.extract.matches.told import MatchTold, TieTold, distance
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence, opens_in

MatchOrTie = MatchTold | TieTold
_AFTER = re.compile(r"\b(?:after|following|having)\b")
_ANOTHER_SUBJECT = re.compile(r", (?:but|while|whereas) (?:i|we|he|she|they|the [a-z]+) [a-z]+ ")
_OTHER_CLAUSE = 40
_OPENED = ("TEAM", "COMMA", "NAME")
_CLOSES = (",", " and ", " but ", " before ", ";")


def _goes_on(lower: str, end: int, start: int) -> bool:
    """Whether nothing closes a clause between a match and what stands behind it."""
    return end <= start and start - end < _OTHER_CLAUSE and "," not in lower[end:start] and ";" not in lower[end:start]


class Nearby:
    """Answers for one story."""

    def __init__(self, state: StoryState, results: Results) -> None:
        self.state = state
        self.results = results
        self._near: dict[tuple[MatchOrTie, str], Mention | None] = {}
        self._opening: dict[int, list[Mention]] = {}
        self._told = 0  # matches, when the nearest were found
        self._in_turn: tuple[int, set[int]] = (-1, set())  # how many matches, which of them

    def is_main(self, match: MatchOrTie) -> bool:
        """Whether this is the pair the story is about."""
        main = self.state.main
        if main is None or not are_one_pair((match.team_1, match.team_2), (main.team_1, main.team_2)):
            return False
        if match.rule == "meeting.card":
            return False  # "will miss the final after his red card against X"
        return isinstance(match, TieTold) or not self._is_retrospect(match)

    def is_in_turn(self, match: MatchOrTie) -> bool:
        """Whether a match is one of those that a round-up goes through, and the only one of its sides."""
        told = len(self.results.matches)
        if self._in_turn[0] != told:
            in_turn = matches_in_turn(self.state.text.lower, [m for m in self.results.matches if m.status == "played"])
            played = Counter(side for m in in_turn for side in (m.team_1, m.team_2))
            self._in_turn = told, {id(m) for m in in_turn if played[m.team_1] == played[m.team_2] == 1}
        return id(match) in self._in_turn[1]

    def is_a_leg(self, match: MatchTold) -> bool:
        """Whether a match is told as one of two legs, which no league has."""
        near = self.near(match, "LEG")
        return match.leg is not None or (near is not None and near.text.lower().endswith("leg"))

    def _is_retrospect(self, match: MatchTold) -> bool:
        """An earlier meeting, told after the match that the story is about."""
        if match.status != "played" or self.state.tells_of_legs:
            return False
        before = [m for m in self.results.of_pair(match) if m is not match and m.start < match.start]
        scored = match.score_1 is not None and nearest(match.sentence, "DATE", match.start, match.end) is not None
        return any(m.status == "scheduled" or (scored and m.score_1 is not None) for m in before)

    def elsewhere(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether a circumstance stands nearest to another match than the story's own."""
        owner = self.owner(mention, sentence)
        return owner is not None and not self.is_main(owner)

    def owner(self, mention: Mention, sentence: Sentence) -> MatchTold | None:
        """The match of this sentence that a circumstance stands nearest to."""
        here = [m for m in self.results.of_sentence(sentence) if not self._looks_back(m, mention)]
        if len(here) > 1:
            here = [m for m in here if not self._behind_an_aside(m, mention)] or here
        if len(here) > 1 and mention in self.openers(sentence):
            here = [m for m in here if m.start >= mention.end] or here
        if not here:
            return None
        return min(here, key=lambda m: self._distance(mention, m, here))

    def _distance(self, mention: Mention, match: MatchTold, here: list[MatchTold]) -> int:
        """How far a circumstance stands from a match; one that closes the clause of another before is further."""
        far = distance(mention, match.start, match.end)
        lower = self.state.text.lower
        if len(here) > 1 and self._told_of_another(mention, match, here):
            far += _OTHER_CLAUSE
        if mention.end <= match.start and any(_goes_on(lower, m.end, mention.start) for m in here if m is not match):
            far += _OTHER_CLAUSE * lower.startswith(_CLOSES, mention.end)
        return far

    def _told_of_another(self, mention: Mention, match: MatchTold, here: list[MatchTold]) -> bool:
        """ "beat X 3-2 on Tuesday after a 1-1 draw at Y": whether "after" parts a circumstance from a match, and one
        more of them stands on the circumstance's side of it."""
        first, last = (mention.end, match.start) if mention.end <= match.start else (match.end, mention.start)
        after = _AFTER.search(self.state.text.lower, first, last) if first < last else None
        if after is None:
            return False
        ahead = mention.end <= match.start
        others = (m for m in here if m is not match and not (m.same_pair(match) and m.score_1 is None))
        if ahead:
            return any(_goes_on(self.state.text.lower, m.end, mention.start) for m in others if m.end <= mention.start)
        return any(m.start >= after.end() - 1 for m in others)

    def _looks_back(self, match: MatchOrTie, mention: Mention) -> bool:
        """ "will play X in May after surviving a semi-final": what stands behind is of the match played before."""
        if not match.status_is("scheduled") or mention.start < match.end:
            return False
        return bool(_AFTER.search(self.state.text.lower, match.end, mention.start))

    def _is_missed_for(self, match: MatchOrTie, mention: Mention) -> bool:
        """ "will miss Sunday's final after his red card against X": what stands before is of the match missed."""
        before = match.rule == "meeting.card" and mention.end <= match.start
        return before and bool(_AFTER.search(self.state.text.lower, mention.end, match.start))

    def _in_a_new_clause(self, match: MatchOrTie, mention: Mention) -> bool:
        """ "we lost 2-0 there, but I took X down for the second leg of the cup": a clause of another subject."""
        behind = self.state.text.lower[match.end : mention.start] if mention.start > match.end else ""
        return bool(_ANOTHER_SUBJECT.search(behind))

    def _behind_an_aside(self, match: MatchOrTie, mention: Mention) -> bool:
        """ "will meet X, who beat Y 4-1, in the last four at Z": what follows an aside is not of the match in it."""
        lower, first = self.state.text.lower, match.sentence.span.start
        if mention.start < match.end or "," not in lower[match.end : mention.start]:
            return False
        who = max(lower.rfind(", who ", first, match.start), lower.rfind(", which ", first, match.start))
        return who >= 0 and "," not in lower[who + 2 : match.end]

    def _own(self, match: MatchOrTie, kind: str) -> Mention | None:
        """ "beat X 1-0 in the quarter-final and Y 2-0 in the semi-final": of several of a kind the one that is the
        match's own, or what closes an aside about another."""
        told = match.sentence.of(kind)
        asides = [o for o in self.results.of_sentence(match.sentence) if o.start > match.end] if len(told) > 1 else []
        resumed = [m for m in told if any(o.end <= m.start and self._behind_an_aside(o, m) for o in asides)]
        beside = resumed or [m for m in told if _goes_on(self.state.text.lower, match.end, m.start)]
        own = [m for m in beside if self.owner(m, match.sentence) is match] if len(told) > 1 else []
        return min(own, key=lambda m: distance(m, match.start, match.end), default=None)

    def near(self, match: MatchOrTie, kind: str) -> Mention | None:
        """The mention of a kind nearest to the match, unless another match of the sentence stands nearer to it; looked
        for once, as long as no more matches are told."""
        if len(self.results.matches) != self._told:
            self._told = len(self.results.matches)
            self._near.clear()
        asked = match, kind
        if asked not in self._near:
            self._near[asked] = self._found_near(match, kind)
        return self._near[asked]

    def openers(self, sentence: Sentence) -> list[Mention]:
        """ "X won 2-0, while in the Cup Y lost": the competitions of a sentence that open the clause of a side."""
        number = sentence.number
        if number not in self._opening:
            told = sentence.mentions if sentence.of("COMPETITION") else []
            sides = [i for i, m in enumerate(told) if m.kind in _OPENED and i and told[i - 1].kind == "COMPETITION"]
            self._opening[number] = [told[i - 1] for i in sides if opens_in(told, i)]
        return self._opening[number]

    def _of_its_clause(self, match: MatchOrTie) -> Mention | None:
        """The competition that opens a match's clause, or an earlier one; what stands close behind the match counts
        for more."""
        openers = [m for m in self.openers(match.sentence) if m.end <= match.start]
        lower = self.state.text.lower
        behind = any(_goes_on(lower, match.end, m.start) for m in match.sentence.of("COMPETITION"))
        return openers[-1] if openers and not behind else None

    def _found_near(self, match: MatchOrTie, kind: str) -> Mention | None:
        if kind == "COMPETITION" and self.openers(match.sentence):
            opener = self._of_its_clause(match)
            if opener is not None:
                return opener
            ahead = [m for m in self.openers(match.sentence) if m.start >= match.end]
            told = [m for m in match.sentence.of(kind) if m not in ahead]
            near = min(told, key=lambda m: distance(m, match.start, match.end), default=None)
        else:
            near = nearest(match.sentence, kind, match.start, match.end)
        if near is None or self._looks_back(match, near) or self._is_missed_for(match, near):
            return None
        if self._behind_an_aside(match, near):
            return None
        if kind in ("LEG", "COMPETITION") and self._in_a_new_clause(match, near):
            return None
        owner = self.owner(near, match.sentence)
        own = self._own(match, kind) if owner is not match else None
        if own is not None:
            return own
        if owner is None or owner is match or owner.sentence is not match.sentence or isinstance(match, TieTold):
            return near
        here = self.results.of_sentence(match.sentence)
        return near if self._distance(near, owner, here) >= self._distance(near, match, here) else None


def nearest(sentence: Sentence, kind: str, start: int, end: int) -> Mention | None:
    """The mention of a kind closest to a span of the sentence, within 160 characters; a bare year in an aside ("X,
    who won it in 2012") is far."""
    near = sentence.of(kind)
    if kind == "DATE" and len(near) > 1 and LETTER["WHO"] in sentence.shape:
        near = [m for m in near if not _in_an_aside(sentence, m, start, end)] or near
    best = min(near, key=lambda m: distance(m, start, end), default=None)
    return best if best is not None and distance(best, start, end) < 160 else None


def _in_an_aside(sentence: Sentence, day: Mention, start: int, end: int) -> bool:
    """Whether a bare year stands in a relative clause that begins behind the match, or closes before it."""
    if day.value.year is None or day.value.month is not None:
        return False
    if day.end <= start:
        closed = any(m.kind == "COMMA" and day.end <= m.start < start for m in sentence.mentions)
        return closed and any(m.kind == "WHO" and m.start < day.start for m in sentence.mentions)
    return any(m.kind == "WHO" and end <= m.start < day.start for m in sentence.mentions)
