"""On which day a match was played: said at it, told by the lead of its report, or counted from another match's day.

Out: the date where year, month and day are certain, the words as written, and the day as read. A date is certain in
full, with the season the story is of, or counted from a stated dateline.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from flows.extract.matches.circumstances.headed_days import LEAD, HeadedDays, may_be_its_day
from flows.extract.matches.circumstances.nearby import Nearby
from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.calendar_words import Day
from flows.extract.text.mentions import Mention
from flows.extract.text.sought import Sought

_WEEK = 7
_HAD = re.compile(r"\b(?:who|which|that) had (?:[\w'-]+ ){1,10}$")
_DAYS_APART = Sought(
    r"\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:day|night|week|hour)s? "
    r"(?:(?:earlier|later)\b|(?:before|after)\b[^,.;:\n]{0,60})"
)
_COUNT = {"a": 1} | {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}


class Days:
    """Answers for one story; `season` is its own, `published` its stated dateline, `leg_of` gives a match's leg."""

    def __init__(
        self,
        state: StoryState,
        results: Results,
        nearby: Nearby,
        season: str | None,
        published: date | None,
        leg_of: Callable[[MatchTold], int | None],
    ) -> None:
        self.state = state
        self.results = results
        self.nearby = nearby
        self.season = season
        self.published = published
        self._leg_of = leg_of
        self._headed = HeadedDays(state, results, published)

    def of(self, match: MatchTold) -> tuple[date | None, str | None, Day | None]:
        """The day as a date where year, month and day are certain, as written, and as read."""
        if match.year is not None:
            return None, str(match.year), Day(year=match.year)
        for telling in match.tellings():
            near = self.nearby.near(telling, "DATE")
            if near is not None:
                text = self.state.text.raw[slice(*self.state.text.span(near.start, near.end))]
                later = self.state.text.lower.endswith("later ", 0, near.start)
                day = self._resolve(near.value, match.status, later)
                if day is not None and day == self.published and near.text.lower().startswith("last "):
                    day -= timedelta(days=_WEEK)
                if day is not None and self._is_this_week(day) and near.text.lower().startswith("next "):
                    day += timedelta(days=_WEEK)
                return day or self._before_a_dated_one(telling, near), text, near.value
        counted = self._counted_from_another(match)
        told = self._day_of_report(match) or self._day_of_heading(match) if counted is None else None
        if told is None:
            return self._by_days_apart(match) if counted else None, counted, None
        text = self.state.text.raw[slice(*self.state.text.span(told.start, told.end))]
        return self._resolve(told.value, match.status), text, told.value

    def _day_of_report(self, match: MatchTold) -> Mention | None:
        """The weekday that the lead of a report tells of no other match: the day of its own; of a preview the day in
        full that stands under its heading."""
        played = match.status == "played"
        if not self.nearby.is_main(match) or (match.score_1 is None if played else match.rule != "fixture.versus"):
            return None
        if self._leg_of(match) == 1 and (len(self.results.of_pair(match)) > 1 or match.sentence.number > 1):
            return None  # the report is of the other leg
        for sentence in self.state.sentences[:LEAD]:
            if sentence.quoted or self.results.of_sentence(sentence) not in ([], [match]):
                continue
            for day in sentence.of("DATE"):
                told_of = day.value.weekday is not None and day.value.month is None
                if (
                    (told_of or (sentence.alone and day.value.iso) if played else day.value.iso)
                    and not day.possessive
                    and may_be_its_day(self.state, day)
                    and not _HAD.search(self.state.text.lower, sentence.span.start, day.start)
                ):
                    return day
        return self._headed.of_dateline(match) if played else None

    def _day_of_heading(self, match: MatchTold) -> Mention | None:
        """The day above a pairing, or above the results of a round-up, which has none of its own."""
        if match.rule == "fixture.versus":
            return self._headed.of_pairing(match)
        told = match.status == "played" and match.score_1 is not None and not match.sentence.quoted
        return self._headed.of_result(match) if told and match.year is None and self._leg_of(match) != 1 else None

    def _counted_from_another(self, match: MatchTold) -> str | None:
        """ "A day before the Reds' win in Paris": the words that count the match's day from another match's."""
        for told in match.tellings():
            found = _DAYS_APART.search(self.state.text.lower, told.sentence.span.start, told.sentence.span.end)
            if found and self.nearby.owner(Mention("DATE", *found.span(), found.group()), told.sentence) in (
                told,
                None,
            ):
                return self.state.text.raw[slice(*self.state.text.span(*found.span()))].rstrip()
        return None

    def _resolve(self, day: Day, status: str, later: bool = False) -> date | None:
        """The one date an expression can mean: written in full, of the story's season, or counted from a stated
        dateline."""
        if day.iso:
            return day.iso
        if day.month and day.day and self.season and len(self.season) == 7:
            first = int(self.season[:4])
            try:
                found = date(first if day.month >= 7 else first + 1, day.month, day.day)
                late = status == "played" and self.published is not None and found > self.published
                return found.replace(year=found.year - 1) if late else found
            except ValueError:
                return None
        return self._from_dateline(day, status, later)

    def _from_dateline(self, day: Day, status: str, later: bool = False) -> date | None:
        """ "on Sunday" beside a stated dateline: the last Sunday where it was played, the next where it is to come;
        "later on Sunday" is today."""
        if self.published is None:
            return None
        near = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "this evening": 0, "last night": -1}
        if day.relative in near:
            return self.published + timedelta(days=near[day.relative])
        if day.weekday is None or day.day is not None:
            return None
        if later and self.published.weekday() == day.weekday:
            return self.published
        back = (self.published.weekday() - day.weekday) % 7
        if status == "played":
            return self.published - timedelta(days=back)
        return self.published + timedelta(days=(day.weekday - self.published.weekday() - 1) % 7 + 1)

    def _is_this_week(self, day: date) -> bool:
        """Whether a day is one of the week that the story is written in: "next Thursday" is not."""
        return self.published is not None and day.isocalendar()[:2] == self.published.isocalendar()[:2]

    def _before_a_dated_one(self, match: MatchTold, near: Mention) -> date | None:
        """ "Wednesday's final against X before travelling to Y on June 22": the last such day before a match to come
        whose date is certain."""
        if near.value.weekday is None or match.status != "scheduled":
            return None
        for other in self.results.of_sentence(match.sentence):
            between = self.state.text.lower[match.end : other.start]
            if other is match or not other.status_is("scheduled") or "before" not in between.split():
                continue
            then = self.nearby.near(other, "DATE")
            day = self._resolve(then.value, other.status) if then is not None and then is not near else None
            if day is not None:
                return day - timedelta(days=(day.weekday() - near.value.weekday - 1) % _WEEK + 1)
        return None

    def _by_days_apart(self, match: MatchTold) -> date | None:
        """ "X host Y on Saturday, a day before Z go to Brigg", "... and Z go to Brigg 24 hours later": counted from the
        other match of the sentence, whose date is certain."""
        lower, span = self.state.text.lower, match.sentence.span
        found = _DAYS_APART.search(lower, span.start, span.end)
        others = [m for m in self.results.of_sentence(match.sentence) if m is not match]
        if found is None or len(others) != 1 or others[0].start > match.start:
            return None
        then = self.nearby.near(others[0], "DATE")
        day = self._resolve(then.value, others[0].status) if then is not None else None
        apart = _days(found.group())
        if day is None or apart is None:
            return None
        back = " after" in found.group() and found.start() < match.start
        return day - apart if back else day + apart


def _days(words: str) -> timedelta | None:
    """How long "a day", "three days", "24 hours", "two weeks" is."""
    told = words.split()
    count = _COUNT.get(told[0]) or (int(told[0]) if told[0].isdigit() else None)
    if count is None:
        return None
    if told[1].startswith("hour"):
        return timedelta(hours=count)
    return timedelta(days=count * _WEEK if told[1].startswith("week") else count)
