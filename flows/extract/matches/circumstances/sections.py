"""The sections of a digest: "PORTUGAL" above its news heads what is of the first division there, a league its own."""

from __future__ import annotations

from functools import cached_property

from flows.extract.matches.circumstances.competitions_known import (
    country_of,
    country_of_league,
    in_capitals,
    may_be_played,
    top_leagues,
)
from flows.extract.matches.circumstances.competitions_spoken_of import SpokenOf
from flows.extract.matches.circumstances.nearby import MatchOrTie
from flows.extract.matches.reading import Results
from flows.extract.story import StoryState
from flows.extract.text.sentence import Sentence

_SHORT_LINE, _SECTIONS = 24, 2
_LONG_LINE = 44


class Sections:
    """Answers for one story."""

    def __init__(self, state: StoryState, results: Results, spoken_of: SpokenOf) -> None:
        self.state = state
        self.results = results
        self._spoken_of = spoken_of

    def competition_of(self, match: MatchOrTie) -> str | None:
        """The competition that heads a match's section, or the first division of the country that does, where its
        sides are from there."""
        above = [number for number in self._headings if number < match.sentence.number]
        if len(self._headings) < _SECTIONS or not above:
            return None
        heading = self._headings[max(above)]
        country = country_of_league(heading)
        here = {country_of(match.team_1), country_of(match.team_2)} - {None} <= {country}
        return heading if here or country is None else None

    @cached_property
    def _headings(self) -> dict[int, str]:
        """Number of each line that heads a section -> the competition that it stands for."""
        lines = {s.number: self._headed(s) for s in self.state.sentences if s.alone or s.headline}
        return {number: name for number, name in lines.items() if name is not None}

    def _headed(self, line: Sentence) -> str | None:
        words = line.span_text(self.state.text.normal).strip(" :")
        named = line.of("COMPETITION")
        if len(named) == 1 and len(words) < _LONG_LINE and len(named[0].text) == len(words):
            return str(named[0].value)
        return top_leagues().get(words.title()) if len(words) < _SHORT_LINE else None

    def _is_in_a_list(self, match: MatchOrTie) -> bool:
        """A line of results or fixtures, which holds its match and no sentence."""
        listed = ("result.line", "result.in_list", "result.line_half_time", "fixture.versus")
        return match.sentence.alone and match.rule in listed and match.sentence.span.end - match.end < 90

    def heading_of(self, match: MatchOrTie) -> str | None:
        """The competition of the nearest line above a listed match that holds one and no match."""
        if not self._is_in_a_list(match):
            return None
        for sentence in reversed(self.state.sentences[: match.sentence.number]):
            if not (sentence.alone or sentence.headline):
                return self._of_first_line(match)
            named = [str(m.value) for m in sentence.of("COMPETITION") if not self._spoken_of.about_a_side(m)]
            named = named or in_capitals(sentence.span_text(self.state.text.normal))
            if named and may_be_played(named[0], match.team_1, match.team_2):
                return named[0]
        return None

    def _of_first_line(self, match: MatchOrTie) -> str | None:
        """The competition that a round-up is headed by: "MERROW LEAGUE: SATURDAY'S REPORTS"."""
        first = self.state.sentences[0]
        named = [str(m.value) for m in first.of("COMPETITION")] or in_capitals(first.span_text(self.state.text.normal))
        heads = (first.alone or first.headline) and not self.results.of_sentence(first)
        return named[0] if heads and named and may_be_played(named[0], match.team_1, match.team_2) else None
