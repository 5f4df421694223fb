"""A match that only its goals tell of: "his winner against Y saved X", "scored for X against Y in 2003".

In: a telling whose clause says against whom it was scored. Out: a played match of the scorer's side and that opponent,
without a score; the side is the one it was scored for, his club, the one other side of the sentence, or the one the
story is about. A country's side plays only against a country's.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from flows import vocabulary
from flows.extract.goals.former_clubs import former_clubs
from flows.extract.goals.sides.side_cues import CAME_FROM_THEM
from flows.extract.goals.told import GoalTold
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_REACH, _BESIDE, _LINK = 60, 24, 3
_HELPED = re.compile(
    r"\b(?:saved|sav(?:es|ing)|gave|giv(?:es|ing)|put|sent|kept|earned|rescued|helped|fired|took|won) (?:the )?$"
)
_TO_COME = Sought(
    r"\b(?:set(?:s|ting)? up|book(?:ed|s|ing)?|earn(?:ed|s|ing)?|seal(?:ed|s|ing)?|secur(?:ed|es|ing)|reach(?:ed|es|"
    r"ing)?) (?:[\w-]+ ){0,3}(?:final|semi-final|quarter-final|tie|meeting|date|clash|showdown|trip|place)\b"
)
_THERE = (" at ", " away to ", " away at ")
_NEW_CLAUSE = frozenset({"AND", "SUBORDINATE", "STOP", "QUOTE"})
_SURE, _NAMED, _LIKELY = 0.85, 0.8, 0.7


class Against:
    """Asks the goals of one story whom they were scored against, and for whom."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self.made: list[MatchTold] = []
        self.former = former_clubs(state)

    def opponent(self, goal: GoalTold) -> Mention | None:
        """Whom the goal's own clause says it was scored against: "twice on his debut against X"."""
        following = [m for m in goal.sentence.mentions if goal.end <= m.start < goal.end + _REACH]
        for one, two in pairwise(following):
            if one.kind in _NEW_CLAUSE or (one.kind == "COMMA" and two.kind != "AGAINST"):
                return None
            if one.text.lower() == "against" and two.kind in SIDES and two.start - one.end < 12:
                to_come = _TO_COME.search(self.state.text.lower, goal.end, one.start) is not None
                return None if two.possessive or to_come else two
        return self._for_one_at_another(following) or self._opened_against(goal)

    def _for_one_at_another(self, following: list[Mention]) -> Mention | None:
        """ "netted for X at Y in 2002": at whose place, for the side that is named first."""
        for one, side, two, host in zip(following, following[1:], following[2:], following[3:], strict=False):
            told = one.kind == "FOR" and two.kind == "AT" and two.start - side.end < _LINK
            if told and side.kind in SIDES and host.kind in SIDES and not host.possessive:
                return host
        return None

    def hosts_of(self, goal: GoalTold) -> Mention | None:
        """ "the latest of them at X": at whose place it was scored."""
        following = [m for m in goal.sentence.mentions if goal.end <= m.start < goal.end + _BESIDE]
        for one, two in pairwise(following):
            if one.kind == "AT" and two.kind in SIDES and two.start - one.end < 2 and not two.possessive:
                return two
        return None

    def _opened_against(self, goal: GoalTold) -> Mention | None:
        """ "X opened against Y and led through Z's goal": the two sides at the head of the goal's sentence."""
        mentions = [m for m in goal.sentence.mentions[:5] if m.kind not in ("GOAL_ACT", "FIXTURE")][:4]
        for side, link, other in zip(mentions, mentions[1:], mentions[2:], strict=False):
            met = link.text.lower() == "against" and side.kind in SIDES and other.kind in SIDES
            if met and other.end <= goal.start and link.start - side.end < 24 and not side.possessive:
                return other
        return None

    def scorers_side(self, goal: GoalTold, opponent: str) -> tuple[str, float] | None:
        """The side he scored for, and how sure that is."""
        for one, two in pairwise(goal.sentence.mentions):
            near = goal.at - _REACH < one.start < goal.end + 2 * _REACH
            if near and one.kind == "FOR" and two.kind in SIDES and two.start - one.end < 3:
                side = self.state.side(two, goal.sentence)
                if side is not None and _may_meet(side, opponent):
                    return side, _SURE
        others = self._others(goal, opponent)
        if len(others) == 1:
            return others[0], _NAMED
        former = self.former.get(goal.scorer)
        if former is not None and _may_meet(former, opponent):
            return former, _SURE
        known = [
            t for t, _ in self.state.cast.plays_for.get(goal.scorer, Counter()).most_common() if _may_meet(t, opponent)
        ]
        if known:
            return known[0], _SURE
        if others:
            return None
        focus = self._spoken_of(goal.sentence, opponent)
        return None if focus is None else (focus, _LIKELY)

    def match(self, goal: GoalTold, side: str, opponent: Mention, name: str, sure: float) -> MatchTold:
        """The match made for a goal; the one made before for the same two sides nearby."""
        for match in self.made:
            if {match.team_1, match.team_2} == {side, name} and goal.sentence.number - match.sentence.number < 4:
                return match
        start, end = min(goal.start, opponent.start), max(goal.end, opponent.end)
        lower = self.state.text.lower
        home = name if lower.endswith(_THERE, 0, opponent.start) and not opponent.possessive else None
        match = MatchTold(start, end, "played", side, name, None, None, "goal.against", sure, goal.sentence, home)
        self.made.append(match)
        return match

    def played_for(self, goal: GoalTold, match: MatchTold) -> None:
        """Put the scorer's side into a match that his sentence tells by its opponent only: "netted in a 2-1 win over X"
        is a match of his club, not of whomever the story spoke of before."""
        known = self.state.cast.plays_for.get(goal.scorer, Counter())
        side = self.former.get(goal.scorer) or next(iter(t for t, _ in known.most_common(1)), None)
        pair = (match.team_1, match.team_2)
        if side is None or side in pair or match.twins or match.sentence is not goal.sentence:
            return
        named = {str(m.value) for m in goal.sentence.mentions if m.kind == "TEAM"}
        named |= {f"{team} Women" for team in named}  # whose opponents are women's sides in few words
        unnamed = [team for team in pair if team not in named]
        if len(unnamed) != 1 or not _may_meet(side, pair[1 - pair.index(unnamed[0])]):
            return
        if unnamed[0] == match.team_1:
            match.team_1 = side
        else:
            match.team_2 = side
        match.home = side if match.home == unnamed[0] else match.home

    def _others(self, goal: GoalTold, opponent: str) -> list[str]:
        """The other sides that the sentence names, before the goal or as those it helped."""
        found: dict[str, None] = {}
        lower = self.state.text.lower
        for mention in goal.sentence.mentions:
            helped = mention.start > goal.end and _HELPED.search(lower, mention.start - 24, mention.start)
            if CAME_FROM_THEM.search(lower, max(goal.sentence.span.start, mention.start - 60), mention.start):
                continue
            if mention.kind in SIDES and not mention.attributive and (mention.end <= goal.at or helped):
                side = self.state.side(mention, goal.sentence)
                if side is not None and _may_meet(side, opponent):
                    found[side] = None
        return list(found)

    def _spoken_of(self, sentence: Sentence, opponent: str) -> str | None:
        """The side that the sentences before are about, else the one the story names most."""
        for earlier in reversed(self.state.sentences[max(0, sentence.number - 3) : sentence.number]):
            side = self.state.centers.about(earlier)
            if side is not None and _may_meet(side, opponent):
                return side
        told = [club for club, _ in self.state.cast.clubs.most_common() if _may_meet(club, opponent)]
        return told[0] if told else None


def _may_meet(one: str, two: str) -> bool:
    """Two sides, both of clubs or both of countries."""
    return one != two and (one in vocabulary.national_sides()) == (two in vocabulary.national_sides())
