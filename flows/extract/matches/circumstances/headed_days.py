"""The day that a heading gives to all that stands below it: a round-up's results, a list of pairings.

In: a match that its own words put on no day. Out: the mention of the day, None where no heading or more than one day
stands above. A line of prose heads nothing.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property

from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.calendar_words import Day
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

LEAD = 4  # sentences that a story begins with
_MANY = 3  # matches of a round-up
_LINE = 60
_KICK_OFF = re.compile(r"\W{0,4}\b(?:ko|kick[- ]?off)\b")
_WEEKDAY = re.compile(r"\W*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b")
_LABELLED = re.compile(r"\b(?:published|posted|updated|modified|created|filed|by)\b")
_OF_ALL = re.compile(r"\b(?:games|matches|fixtures|results|ties|action|round-?up)\b")


def may_be_its_day(state: StoryState, day: Mention) -> bool:
    """Whether a day can be a match's that another sentence tells: not "last Sunday", not a Sunday League."""
    return not day.text.lower().startswith(("last", "next")) and not state.text.normal.startswith(" League", day.end)


class HeadedDays:
    """Answers for one story; the day of its dateline heads nothing."""

    def __init__(self, state: StoryState, results: Results, published: date | None) -> None:
        self.state = state
        self.results = results
        self.published = published

    def of_pairing(self, match: MatchTold) -> Mention | None:
        """ "Wednesday 12 March" above "X v Y"."""
        return self._above[match.sentence.number]

    def of_result(self, match: MatchTold) -> Mention | None:
        """ "Saturday's reports" above results: of the first meeting of a pair that the story tells."""
        if len(self.results.matches) < _MANY or self.results.of_pair(match)[:1] not in ([], [match]):
            return None
        days = self._of_the_heading
        return days[0] if len({day.value for day in days}) == 1 else None

    def of_dateline(self, match: MatchTold) -> Mention | None:
        """The day in full right above a result line, with its weekday, or beside a kick-off: the match's own."""
        line, day = self.state.story.dateline, self.published
        if line is None or day is None or not (match.sentence.alone or match.sentence.headline):
            return None
        text = self.state.text
        at_kick_off = _KICK_OFF.match(text.lower, line.end) or _KICK_OFF.search(text.lower, line.start, line.end)
        above = line.end <= match.start and self._names_it(match, text.lower[line.end : match.start].strip())
        dated = _WEEKDAY.match(text.lower, line.start, line.end) is not None
        if not (at_kick_off or (above and dated)) or _LABELLED.search(text.lower, line.start, line.end):
            return None
        found = Day(year=day.year, month=day.month, day=day.day)
        return Mention("DATE", line.start, line.end, text.normal[line.start : line.end], found)

    def _names_it(self, match: MatchTold, between: str) -> bool:
        """Whether nothing but the fixture stands between: "Sat 9 Oct 2021 - Brigg Town (home)"."""
        sides = (match.team_1.lower(), match.team_2.lower())
        return not between or ("\n" not in between and any(side in between for side in sides))

    @cached_property
    def _above(self) -> list[Mention | None]:
        """For each sentence the day in the nearest short line above it, where only short lines stand between."""
        above: list[Mention | None] = [None]
        for sentence in self.state.sentences:
            if not sentence.alone or sentence.span.end - sentence.span.start > _LINE:
                above.append(None)
                continue
            days = [] if self.results.of_sentence(sentence) else self._days_in(sentence)
            above.append(days[0] if days else above[-1])
        return above

    @cached_property
    def _of_the_heading(self) -> list[Mention]:
        """The days in the lines that stand above the first match of a story, or in the words that announce all."""
        found: list[Mention] = []
        for sentence in self.state.sentences[:LEAD]:
            if self.results.of_sentence(sentence):
                if sentence.number or self.state.text.normal.startswith(".", sentence.span.end - 1):
                    break
                continue  # a headline
            words = sentence.span_text(self.state.text.lower)
            is_line = sentence.alone and len(words) <= _LINE and not words.endswith(".")
            found += self._days_in(sentence) if is_line or sentence.headline or _OF_ALL.search(words) else []
        return found

    def _days_in(self, sentence: Sentence) -> list[Mention]:
        """The weekdays and days of a month that a line tells, but that of the dateline."""
        told = [d for d in sentence.of("DATE") if d.value.weekday is not None or d.value.day is not None]
        others = [d for d in told if d.value.iso is None or d.value.iso != self.published]
        return [d for d in others if may_be_its_day(self.state, d)]
