"""The sections of a digest: "PORTUGAL" above its news heads what is of the first division there."""

from __future__ import annotations

from functools import cached_property

from flows.extract.matches.circumstances.competitions_known import country_of, country_of_league, top_leagues
from flows.extract.matches.circumstances.nearby import MatchOrTie
from flows.extract.story import StoryState

_SHORT_LINE, _SECTIONS = 24, 2


class Sections:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state

    def league_of(self, match: MatchOrTie) -> str | None:
        """The first division of the country that heads a match's section, where one of its sides is from there."""
        above = [number for number in self._headings if number < match.sentence.number]
        if len(self._headings) < _SECTIONS or not above:
            return None
        league = self._headings[max(above)]
        country = country_of_league(str(league))
        here = {country_of(match.team_1), country_of(match.team_2)} - {None} <= {country}
        return league if here else None

    @cached_property
    def _headings(self) -> dict[int, str]:
        lines = {
            s.number: s.span_text(self.state.text.normal).strip(" :").title()
            for s in self.state.sentences
            if s.alone and s.span.end - s.span.start < _SHORT_LINE
        }
        return {number: top_leagues()[words] for number, words in lines.items() if words in top_leagues()}
