"""The sections of a digest: "PORTUGAL" above its news heads what is of the first division there, a league its own."""

from __future__ import annotations

import re
from functools import cached_property

from flows.extract.matches.circumstances.competitions_known import (
    country_of,
    country_of_league,
    in_capitals,
    is_carried_to,
    may_be_played,
    top_leagues,
)
from flows.extract.matches.circumstances.competitions_spoken_of import SpokenOf
from flows.extract.matches.circumstances.nearby import MatchOrTie
from flows.extract.matches.reading import Results
from flows.extract.story import StoryState
from flows.extract.text.sentence import Sentence

_OPENS_IN = re.compile(
    r"(?:(?:also|elsewhere|and|but|meanwhile|down|over|up|earlier|later|back|there (?:was|were) [\w' -]{3,40}?|"
    r"on [a-z]+day(?: night| evening| afternoon)?),? )*in (?:the |this season's |last season's |[a-z]+day's )?"
    r"(?:other |only |late |early |lunchtime )?"
)
_A_DIGEST = re.compile(r"(?:'s)? (?:round-?up|results?|reports?|wrap|digest|latest|ties|games|matches)")
_LABEL = 40
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

    def opened_with(self, match: MatchOrTie) -> str | None:
        """ "In the Merrow Cup they went further. X beat Y ...", "Merrow Cup: X beat Y": what a paragraph opens with."""
        for sentence in reversed(self.state.sentences[: match.sentence.number + 1]):
            if sentence.paragraph != match.sentence.paragraph or sentence.headline:
                return None
            told = sentence.of("COMPETITION")
            if not told or self._spoken_of.about_a_side(told[0]):
                continue
            opens = _OPENS_IN.fullmatch(self.state.text.lower, sentence.span.start, told[0].start)
            fits = may_be_played if sentence is match.sentence else is_carried_to
            if (opens or self._labels(sentence)) and fits(str(told[0].value), match.team_1, match.team_2):
                return str(told[0].value)
        return None

    def _labels(self, sentence: Sentence) -> bool:
        """ "Merrow Cup:", "Merrow Cup, second round:" at the head of a sentence that goes on."""
        label = sentence.of("COMPETITION")[0]
        behind = self.state.text.lower[label.end : label.end + _LABEL].split(":", 1)
        rounds = [m for m in sentence.of("ROUND") if m.start < label.end + _LABEL]
        plain = rounds[0].end - label.end if rounds else 0
        named = len(behind) > 1 and (len(behind[0]) <= max(1, plain) or _A_DIGEST.fullmatch(behind[0]) is not None)
        return label.start == sentence.span.start and named

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
