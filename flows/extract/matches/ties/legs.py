"""Which leg of a tie a match was: named at it, or known by the aggregate, the other leg or the return to come.

The leg that the aggregate is told with is the second.
"""

from __future__ import annotations

import re

from flows.extract.matches.circumstances.nearby import Nearby
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sought import Sought

_LEGS_AHEAD = Sought(r"\b(?P<leg>first|second|return|opening)[- ]legs?\b")
_OTHER_TIE = re.compile(
    r"(?:in|and in) the (?:night's |day's |evening's )?(?:other|remaining|second) (?:semi-final|"
    r"quarter-final|tie|last-\w+ tie|"
    r"play-off|semi|first leg|first-leg (?:tie|match|game))\b"
)
_HEAD = 6  # headings and lines that a preview of a round opens with
_AFTER_IT = re.compile(r"\b(?:after|following|having)\b")
_UNTIL_THEN = re.compile(r"\b(?:into|ahead of|before|for|until) (?:the |their |next week's |\w+day's )?$")
_SINCE = re.compile(r"\b(?:after|as|when|with|thanks to|by|following|having)\b")
_THEN = re.compile(r"\b(?:and|before|then)\b")
_HAVING = re.compile(r"\W{0,2}(?:having|after|already|beaten|held|trailing|leading)\b(?! (?:the|half|an hour))")
_FARED = re.compile(r" (?:deficit|lead|advantage|cushion|defeat|loss|win|victory|draw|stalemate|reverse|setback)\b")
_BEFORE_IT = re.compile(
    r"[^.;,]{0,40}?\b(?:(?:a|one|two|six|seven|eight|nine|\d) (?:week|day)s? (?:earlier|before|ago|previously)|"
    r"last week|a fortnight (?:ago|earlier|before)|last (?:mon|tues|wednes|thurs)day)\b"
)


class Legs:
    """Answers for one story."""

    def __init__(self, state: StoryState, nearby: Nearby) -> None:
        self.state = state
        self.nearby = nearby

    def of(self, match: MatchTold) -> int | None:
        """1 or 2 where a leg is named at the match, the aggregate is told with it, or the return is still to come."""
        if match.leg:
            return match.leg
        near = self.nearby.near(match, "LEG")
        if match.is_a_first_leg():
            return 1
        if match.status == "scheduled" and near is not None and _FARED.match(self.state.text.lower, near.end):
            return 2 if near.value == 1 else None
        if near is not None and near.value in (1, 2) and self._is_of_two(near):
            return 1 if self._leads_to(match, near) else int(near.value)
        same_pair = [m for m in self.nearby.results.of_pair(match) if m is not match]
        if match.status == "played" and any(m.status == "scheduled" and m.leg == 2 for m in same_pair):
            return 1
        if match.status == "played" and any(self._is_return(m) for m in same_pair):
            return 1
        by_the_other = None
        if match.status == "played":
            by_the_other = self._leg_by_the_other(match)
            if by_the_other is None and self._is_of_a_tie(match):
                by_the_other = self._leg_told_in_one_breath(match)
        if by_the_other is not None:
            return by_the_other
        if (
            match.status == "played"
            and (match.score_1 is not None or LETTER["SHOOTOUT"] in match.sentence.shape)
            and any(map(self._aggregate_beside, match.tellings()))
        ):
            return 2
        shared = self._leg_of_the_line_above(match) or self._leg_of_all(match) or self._leg_in_the_other_tie(match)
        if shared is not None:
            return shared
        if match.status == "scheduled":
            return self._leg_to_come(match) or self._leg_of_the_round(match)
        return self._leg_of_a_tie(match) or self._leg_told_in_one_breath(match)

    def _leads_to(self, match: MatchTold, leg: Mention) -> bool:
        """ "missed the chance to take a lead into the second leg as they drew 0-0", "have it all to do in the second
        leg after a 2-0 defeat": the leg is still to come, and no other match of the sentence led to it."""
        if match.status != "played" or leg.value != 2 or leg.start > match.start:
            return False
        others = [m for m in self.nearby.results.of_pair(match) if m is not match and m.sentence is match.sentence]
        if any(m.status == "played" for m in others):
            return False
        lower, first = self.state.text.lower, match.sentence.span.start
        if _UNTIL_THEN.search(lower, max(first, leg.start - 24), leg.start) is not None:
            return _SINCE.search(lower, leg.end, match.start) is not None
        return any(m.status == "scheduled" and m.start <= leg.end for m in others)

    def _leg_to_come(self, match: MatchTold) -> int | None:
        """The second, where the first has been played: "face X on Tuesday having lost 2-1 in the first leg"."""
        played = [m for m in self.nearby.results.of_pair(match) if m is not match and m.status == "played"]
        return 2 if len(played) == 1 and self._is_first_leg(played[0]) and self._told_as_leg(played[0]) else None

    def _leg_of_the_round(self, match: MatchTold) -> int | None:
        """Of a preview of a round's "second legs" with a line for each tie: that of every line; in a round-up of legs
        played such a line is of what comes next."""
        if match.rule != "fixture.versus" or not match.sentence.alone or self.nearby.results.ties:
            return None
        headings = [s for s in self.state.sentences[: match.sentence.number] if s.headline or s.alone][:_HEAD]
        told = [m for s in headings for m in _LEGS_AHEAD.finditer(self.state.text.lower, *s.span)]
        legs = {_number(m) for m in told if m.group().endswith("s")}
        return legs.pop() if len(legs) == 1 else None

    def _leg_of_the_line_above(self, match: MatchTold) -> int | None:
        """The leg that heads a list of results or fixtures: "Quarter-finals, first leg" above its lines."""
        if not match.sentence.alone or not match.rule.startswith(("result.line", "result.in_list", "fixture.versus")):
            return None
        for sentence in reversed(self.state.sentences[: match.sentence.number]):
            if self.nearby.results.of_sentence(sentence):
                continue
            told = {leg for m in _LEGS_AHEAD.finditer(self.state.text.lower, *sentence.span) if (leg := _number(m))}
            heads = sentence.alone or sentence.headline
            return told.pop() if heads and len(told) == 1 else None
        return None

    def _leg_of_all(self, match: MatchTold) -> int | None:
        """ "The second legs are next week, when X host Y and Z host W": of every match of the sentence."""
        told = list(_LEGS_AHEAD.finditer(self.state.text.lower, *match.sentence.span))
        return _number(told[0]) if len(told) == 1 and told[0].group().endswith("legs") else None

    def _leg_in_the_other_tie(self, match: MatchTold) -> int | None:
        """ "In the other semi-final X drew with Y", right behind a match told as a leg: the same leg."""
        if not _OTHER_TIE.match(self.state.text.lower, match.sentence.span.start):
            return None
        before = self.state.sentences[max(0, match.sentence.number - 2) : match.sentence.number]
        told = [m for s in before for m in self.nearby.results.of_sentence(s) if m.status == match.status]
        legs = {near.value for m in told if (near := self.nearby.near(m, "LEG")) is not None and near.value in (1, 2)}
        return int(legs.pop()) if len(legs) == 1 else None

    def _told_as_leg(self, match: MatchTold) -> bool:
        near = self.nearby.near(match, "LEG")
        return match.leg == 1 or (near is not None and near.text.lower().endswith(("leg", "legs")))

    def _leg_by_the_other(self, match: MatchTold) -> int | None:
        """ "Having lost 2-1 in Brigg a week earlier, Harland led ...", in a report on a tie: of the two matches told of
        a pair the one that is counted back to from the other is the first."""
        others = [m for m in self.nearby.results.of_pair(match) if m is not match and m.status == "played"]
        scored = match.score_1 is not None and len(others) == 1 and others[0].score_1 is not None
        main = self.state.main
        pair = {match.team_1, match.team_2}
        of_a_tie = any({tie.team_1, tie.team_2} == pair for tie in self.nearby.results.ties)
        of_a_tie = of_a_tie or (main is not None and pair == {main.team_1, main.team_2} and self.state.tells_of_legs)
        if not scored or not of_a_tie or match.year is not None or others[0].year is not None:
            return None
        back = [self._is_counted_back(m) for m in (match, others[0])]
        return None if back[0] is back[1] else 1 if back[0] else 2

    def _is_counted_back(self, match: MatchTold) -> bool:
        lower, span = self.state.text.lower, match.sentence.span
        opens = _HAVING.match(lower, span.start)
        return bool(opens or _BEFORE_IT.match(lower, match.end, span.end))

    def _leg_told_in_one_breath(self, match: MatchTold) -> int | None:
        """ "won 3-1, having drawn the first game 0-0": of two matches of a pair in one sentence of a story of legs, the
        one behind "after" or "having" is the first; "drew the away leg and won 2-0 at home" tells them in turn."""
        others = [m for m in self.nearby.results.of_pair(match) if m is not match and m.sentence is match.sentence]
        rounds = {m.value for m in match.sentence.of("ROUND")}
        if len(others) != 1 or not self.state.tells_of_legs or "final" in rounds:
            return None
        first, second = sorted((match, others[0]), key=lambda m: m.start)
        if {first.status, second.status} != {"played"} or None in (first.score_1, second.score_1):
            return None
        if _AFTER_IT.search(self.state.text.lower, first.end, second.end):
            return 1 if match is second else 2
        if self._is_first_leg(first) is not self._is_first_leg(second):
            return 1 if self._is_first_leg(match) else 2
        lower = self.state.text.lower
        in_turn = _AFTER_IT.match(lower, match.sentence.span.start) or (
            self._is_of_a_tie(match) and _THEN.search(lower, first.end, second.start)
        )
        return (1 if match is first else 2) if in_turn else None

    def _is_of_two(self, leg: Mention) -> bool:
        """Whether "the first meeting" is the first of two legs: only where the story tells of an aggregate or a leg."""
        if not leg.text.lower().endswith(("meeting", "encounter", "match", "return")):
            return True
        told = [m for m in self.state.told_of("LEG") if m.text.lower().endswith(("leg", "legs"))]
        return bool(told or self.nearby.results.ties or self.state.told_of("AGGREGATE"))

    def _is_of_a_tie(self, match: MatchTold) -> bool:
        """Whether who went through is told of the match's pair."""
        pair = {match.team_1, match.team_2}
        return any({t.team_1, t.team_2} == pair and t.year is None for t in self.nearby.results.ties)

    def _leg_of_a_tie(self, match: MatchTold) -> int | None:
        """Of a tie told with its aggregate: the match beside one told as the first leg, or the only one told."""
        if match.status != "played" or match.score_1 is None or match.year is not None or not self._is_of_a_tie(match):
            return None
        others = [
            m
            for m in self.nearby.results.of_pair(match)
            if m is not match and m.status == "played" and m.score_1 is not None
        ]
        if not others:
            return 2
        return 2 if len(others) == 1 and self._is_first_leg(others[0]) else None

    def _is_return(self, match: MatchTold) -> bool:
        """Whether it is told as the second leg, played, of a tie of its sides."""
        if match.status != "played" or match.score_1 is None:
            return False
        near = self.nearby.near(match, "LEG")
        told = match.leg == 2 or (near is not None and near.value == 2 and near.text.lower().endswith(("leg", "legs")))
        return told and any({t.team_1, t.team_2} == {match.team_1, match.team_2} for t in self.nearby.results.ties)

    def _is_first_leg(self, match: MatchTold) -> bool:
        near = self.nearby.near(match, "LEG")
        return match.is_a_first_leg() or (near is not None and near.value == 1)

    def _aggregate_beside(self, match: MatchTold) -> bool:
        """Whether the tie's aggregate is told in the same sentence or the next."""
        sentences = self.state.sentences
        index = match.sentence.number
        near = sentences[index : index + 2]
        return any(
            any(t.sentence is s for s in near) and {t.team_1, t.team_2} == {match.team_1, match.team_2}
            for t in self.nearby.results.ties
        )


def _number(told: re.Match[str]) -> int:
    """1 or 2, of "the first legs" or "second leg"."""
    return 1 if told["leg"] in ("first", "opening") else 2
