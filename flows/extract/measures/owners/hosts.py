"""Whose crowd it was: the home side of the match that a sentence, its ground or the result line above tells of.

In: a story's matches with what surrounds them. Out: the home side at a sentence and who came to it; None where the text
leaves it open. A round-up has a crowd for each result line, any other story one for its own match.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from operator import itemgetter

from flows.extract.matches.circumstances.gathered import Circumstances
from flows.extract.matches.homes.grounds_told import at_home_on
from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought
from flows.extract.text.structure import Span

_HUSHED = Sought(r"\b(?:silenced|stunned|hushed|quietened|subdued|jeered by|booed by)\b")
_ANOTHER_HOME_GAME = Sought(
    r"\b(?:the|a|their) (?:last|previous|most recent) home (?:league |cup )?(?:game|match|fixture)\b"
)
_HOME_GAME = re.compile(
    r"'?s? (?:[\w-]+ ){0,2}?home (?:league |cup )?(?:games?|match(?:es)?|ties?|fixtures?|clash|dates?|crowds?|gates?|"
    r"attendances?|wins?|victory|defeats?|loss|draws?|opener|debut)\b|"
    r"'?s? (?:second[- ])?(?:best|biggest|lowest|highest|largest|smallest|poorest) (?:of|this|for|since) "
)


class Hosts:
    """Answers for one story."""

    def __init__(self, state: StoryState, results: Results, around: Circumstances) -> None:
        self.state = state
        self.around = around
        self._matches = [m for m in results.matches if m.status == "played"]
        self._lines: list[MatchTold] | None = None
        self._by_paragraph: defaultdict[int, list[tuple[int, MatchTold]]] | None = None

    @property
    def has_matches(self) -> bool:
        """Whether the story tells of a match that was played."""
        return bool(self._matches)

    @property
    def has_several(self) -> bool:
        """Whether it tells the results of several, each in a line."""
        return len(self._result_lines()) > 1

    def labelled(self, block: Span, at: int) -> MatchTold | None:
        """The match told last before a label in its own line, where it has its home side."""
        here = [t for m in self._matches for t in m.tellings() if block.start <= t.start < at and t.score_1 is not None]
        last = max(here, key=lambda told: told.start, default=None)
        return last if last is not None and last.home is not None else None

    def match_at(self, sentence: Sentence | None, at: int) -> MatchTold | None:
        """The match that a crowd told of at a position saw, other than the story's own."""
        here = [m for m in self._matches if sentence is not None and any(t.sentence is sentence for t in m.tellings())]
        if len(here) == 1:
            return here[0]
        lines = self._result_lines()
        before = bisect_right(lines, at, key=lambda m: m.start) - 1
        if len(lines) > 1 and before >= 0 and not here:
            return lines[before]
        return None if sentence is None else self._told_above(sentence, at)

    def _of_others(self, match: MatchTold) -> bool:
        """Whether a match is of two sides that are not the story's own."""
        main = self.state.main
        return main is not None and not main.has(match.team_1) and not main.has(match.team_2)

    def _told_above(self, sentence: Sentence, at: int) -> MatchTold | None:
        """The match told last before a place in its paragraph, where that is about none of the story's own sides."""
        if self._by_paragraph is None:
            self._by_paragraph = defaultdict(list)
            for match in self._matches:
                for told in match.tellings():
                    self._by_paragraph[told.sentence.paragraph].append((told.start, match))
        here, main = self._by_paragraph.get(sentence.paragraph, ()), self.state.main
        if main is not None and any(main.has(match.team_1) or main.has(match.team_2) for _, match in here):
            return None
        return max((told for told in here if told[0] < at), key=itemgetter(0), default=(0, None))[1]

    def home(self, sentence: Sentence | None, at: int) -> str | None:
        """The home side there."""
        if sentence is not None and _ANOTHER_HOME_GAME.search(
            self.state.text.lower, sentence.span.start, sentence.span.end
        ):
            return self._of_the_home_game(sentence) or self.state.centers.focus
        ground = None if sentence is None else self._of_the_ground(sentence)
        match = self.match_at(sentence, at) if ground is None else None
        told = None if match is None else self.around.home_of(match)
        main = self.state.main
        if told is not None or (match is not None and (match in (self._lines or ()) or self._of_others(match))):
            return told
        return ground or (None if main is None else main.home) or self._of_the_home_game(sentence)

    def likely_home(self, sentence: Sentence | None, at: int) -> str | None:
        """Where nothing says who was at home: whom another match's sentence names first; else whom the story is
        about, or whom they silenced."""
        main, focus = self.state.main, self.state.centers.focus
        match = self.match_at(sentence, at)
        if match is not None and self._of_others(match):
            return match.team_1 if match.home is None and match.sentence is sentence else None
        if main is not None and not main.has(focus):
            focus = main.team_1
        if main is None or main.home is not None or len(self._result_lines()) > 1:
            return None
        if sentence is not None and _HUSHED.search(self.state.text.lower, sentence.span.start, at):
            return main.opponent(focus)
        if sentence is not None and any(
            m.value == focus and self.state.text.lower.endswith(" from ", 0, m.start)
            for m in sentence.mentions
            if m.start > at
        ):
            return main.opponent(focus)  # "a crowd of 9,000, including 1,100 from Rovers"
        named = [] if sentence is None else [str(m.value) for m in sentence.mentions if m.kind == "TEAM"]
        return focus if not named or any(main.has(team) for team in named) else None

    def away(self, sentence: Sentence | None, at: int) -> str | None:
        """The side that came there."""
        home, match, main = self.home(sentence, at), self.match_at(sentence, at), self.state.main
        if home is None:
            return None
        if match is not None and home in (match.team_1, match.team_2):
            return match.team_2 if home == match.team_1 else match.team_1
        return None if main is None else main.opponent(home)

    def competition(self, sentence: Sentence | None, at: int) -> str | None:
        """The competition of the match there, else the story's."""
        match = self.match_at(sentence, at)
        return self.around.competition if match is None else self.around.competition_of(match)

    def _of_the_home_game(self, sentence: Sentence | None) -> str | None:
        """ "for Rovers' home game with Town", "Rovers' biggest home crowd": whose home it is said to be."""
        if sentence is None or not _HOME_GAME.search(self.state.text.lower, sentence.span.start, sentence.span.end):
            return None
        owners = [m for m in sentence.mentions if m.possessive and m.kind in ("TEAM", "NAME")]
        theirs = next((m for m in owners if _HOME_GAME.match(self.state.text.lower, m.end)), None)
        return None if theirs is None else self.state.side(theirs, sentence) or theirs.text

    def _of_the_ground(self, sentence: Sentence) -> str | None:
        """The one side of the story whose ground the sentence names."""
        grounds = sentence.of("GROUND")
        if not grounds:
            return None
        found = [club for club in self.state.cast.clubs if any(at_home_on(club, ground) for ground in grounds)]
        return found[0] if len(found) == 1 else None

    def _result_lines(self) -> list[MatchTold]:
        """Matches that are told first by a line of their own: "Harland 2 Brigg Town 1"."""
        if self._lines is None:
            self._lines = sorted(
                (m for m in self._matches if m.sentence.alone and m.score_1 is not None and not m.sentence.headline),
                key=lambda m: m.start,
            )
            self._lines = [m for m in self._lines if m.sentence.span.start >= m.start - 8]
        return self._lines
