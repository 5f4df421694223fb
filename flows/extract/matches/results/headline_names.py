"""Sides that a headline calls by names of its own: "Reds sink 10-man Weavers" above a report of Merrow and Harland.

A name that no vocabulary holds, that stands in the headline and nowhere below it, is no third side where the body names
two often: beside one of these it is the other, beside another such name the headline only repeats the report.
"""

from __future__ import annotations

from collections import Counter

from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState

_OFTEN = 3


class HeadlineNames:
    """Answers for one story; the sides of its body are counted once."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self.told: Counter[str] | None = None

    def tells_them(self, match: MatchTold) -> bool:
        """Whether a match is told by a headline of which the body, about two other sides, knows a side only so."""
        if not match.sentence.headline:
            return False
        if self.told is None:
            body = (s for s in self.state.sentences if not s.headline)
            self.told = Counter(str(m.value) for s in body for m in s.mentions if m.kind == "TEAM")
        often = [team for team, times in self.told.most_common(2) if times >= _OFTEN]
        strange = self._strange(match)
        return (
            bool(strange) and len(often) == 2 and all(team in strange or team in often for team in match_sides(match))
        )

    def settle(self, matches: list[MatchTold]) -> None:
        """Gives such a name its side where the other is one of the story's match; without one the telling goes."""
        main = self.state.main
        for match in [m for m in matches if self.tells_them(m)]:
            strange = self._strange(match)
            known = [team for team in match_sides(match) if team not in strange]
            other = main.opponent(known[0]) if main is not None and known else None
            if other is None:
                matches.remove(match)
                continue
            match.home = other if match.home in strange else match.home
            if match.team_1 in strange:
                match.team_1 = other
            else:
                match.team_2 = other

    def _strange(self, match: MatchTold) -> list[str]:
        told = self.told if self.told is not None else Counter[str]()
        return [t for t in match_sides(match) if t not in told and is_national(t) is None]


def match_sides(match: MatchTold) -> tuple[str, str]:
    """The two sides of a match."""
    return match.team_1, match.team_2
