"""What surrounds a match: competition, season, round, leg, date, venue, extra time, closed doors.

A sentence's own words go first, each to the match it stands nearest; then, for the match the story is about, the rest
of the story. `competitions.py` and `rounds.py` answer theirs.
"""

from __future__ import annotations

from datetime import date, timedelta

from flows.extract.matches.competitions import Competitions
from flows.extract.matches.legs import Legs
from flows.extract.matches.nearby import MatchOrTie, Nearby
from flows.extract.matches.results import Results
from flows.extract.matches.rounds import Rounds
from flows.extract.matches.seasons import Seasons, season_of_day
from flows.extract.matches.told import MatchTold
from flows.extract.matches.venues import Venues
from flows.extract.story import StoryState
from flows.extract.text.calendar_words import Day
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_LEAD = 4  # sentences
_WEEK = 7
_DAYS_APART = Sought(
    r"\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:day|night|week)s? "
    r"(?:(?:earlier|later)\b|(?:before|after)\b[^,.;:\n]{0,60})"
)


class Circumstances:
    """Answers for one story; `season` and `leagues` are the document's, `published` its stated dateline."""

    def __init__(
        self, state: StoryState, results: Results, season: str | None, published: date | None, leagues: set[str]
    ) -> None:
        self.state = state
        self.results = results
        self.published = published
        self.season = season or (season_of_day(published) if published is not None else None)
        self.nearby = Nearby(state, results)
        self._competitions = Competitions(state, self.nearby, leagues)
        self.competition = self._competitions.main
        self._rounds = Rounds(state, self.nearby, self.competition)
        self._legs = Legs(state, self.nearby)
        self._venues = Venues(state, results, self.nearby, self.leg_of)
        self._seasons = Seasons(state, self.nearby, self.season, published)

    def competition_of(self, match: MatchOrTie) -> str | None:
        """The competition of a match or tie, None where the text leaves it open."""
        return self._competitions.of(match)

    def round_of(self, match: MatchOrTie, competition: str | None) -> str | None:
        """The round of a match or tie; a league has none but a play-off."""
        return self._rounds.of(match, competition)

    def leg_of(self, match: MatchTold) -> int | None:
        """1 or 2, None where no leg is told."""
        return self._legs.of(match)

    def season_of(self, match: MatchOrTie, day: Day | None, competition: str | None) -> str | None:
        """The season of a match or tie of a competition, None where the text leaves it open."""
        return self._seasons.of(match, day, competition)

    def the_one(self, kinds: frozenset[str]) -> str | None:
        """The competition of some kinds that "in the Cup" or "in Europe" means in this story."""
        return self._competitions.the_one(kinds)

    def year_of_cup(self, competition: str | None, sentence: Sentence | None = None) -> str | None:
        """The year that the story tells a tournament of countries with, where a sentence is about that."""
        return self._seasons.year_of_cup(competition, sentence)

    def date_of(self, match: MatchTold) -> tuple[date | None, str | None, Day | None]:
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
                return day, text, near.value
        counted = self._counted_from_another(match)
        told = self._day_of_report(match) if counted is None else None
        if told is None:
            return None, counted, None
        text = self.state.text.raw[slice(*self.state.text.span(told.start, told.end))]
        return self._resolve(told.value, match.status), text, told.value

    def _day_of_report(self, match: MatchTold) -> Mention | None:
        """The weekday that the lead of a report tells of no other match: the day of its own; of a preview the day in
        full that stands under its heading."""
        played = match.status == "played"
        if not self.nearby.is_main(match) or (match.score_1 is None if played else match.rule != "fixture.versus"):
            return None
        if self.leg_of(match) == 1 and (len(self.results.of_pair(match)) > 1 or match.sentence.number > 1):
            return None  # the report is of the other leg
        for sentence in self.state.sentences[:_LEAD]:
            if sentence.quoted or self.results.of_sentence(sentence) not in ([], [match]):
                continue
            for day in sentence.of("DATE"):
                told_of = day.value.weekday is not None and day.value.month is None
                if (
                    (told_of if played else day.value.iso is not None)
                    and not day.possessive
                    and not day.text.lower().startswith(("last", "next"))
                ):
                    return day
        return None

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
                return date(first if day.month >= 7 else first + 1, day.month, day.day)
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

    def venue_of(self, match: MatchTold, home: str | None) -> str | None:
        """The ground, else the town, that the story puts the match in; `home` is the side at home in it."""
        return self._venues.of(match, home)

    def home_of(self, match: MatchTold) -> str | None:
        """The side at home: by the words, the ground or the town at the match, else the story's own."""
        return self._venues.home_of(match)

    def decided(self, match: MatchTold) -> tuple[str | None, str | None]:
        """How a played match ended and the shoot-out's score, from its own sentences."""
        if match.status != "played" or (
            match.score_1 is None and match.decided is None and not self.nearby.is_main(match)
        ):
            return None, None
        level = match.score_1 is None or match.score_1 == match.score_2 or self._level_on_aggregate(match)
        for told in match.tellings():
            kinds = {m.kind: m for m in told.sentence.mentions}
            shootout = kinds.get("SHOOTOUT_SCORE")
            if shootout is not None and level:
                return "penalties", self._shootout(match, shootout)
            if "SHOOTOUT" in kinds and level and match.score_1 is not None:
                return "penalties", None
        if level and match.score_1 is not None and self.nearby.is_main(match) and (kicks := self._kicks_in_the_story()):
            return "penalties", self._shootout(match, kicks[0])
        if any(self._is_of(told, match, "EXTRA_TIME") for told in match.tellings()):
            return "extra_time", None
        return "regular", None

    def _is_of(self, told: MatchTold, match: MatchTold, kind: str) -> bool:
        """Whether words of a kind in a sentence are this match's, not those of another that stands nearer to them."""
        return any(self.nearby.owner(m, told.sentence) in (None, told, match) for m in told.sentence.of(kind))

    def _kicks_in_the_story(self) -> list[Mention]:
        """The scores of shoot-outs that the story tells, where it tells of one only."""
        told = [m for s in self.state.sentences for m in s.mentions if m.kind == "SHOOTOUT_SCORE"]
        return told if len({frozenset(m.value) for m in told}) == 1 else []

    def _level_on_aggregate(self, match: MatchTold) -> bool:
        """Whether a second leg left its tie level, as an aggregate or the two legs told say."""
        pair = {match.team_1, match.team_2}
        legs = [m for m in self.results.of_pair(match) if m.status == "played" and m.score_2 is not None]
        if len(legs) == 2 and match.leg != 1 and match in legs and any(m.leg for m in legs):
            goals = [sum(m.score_of(side) or 0 for m in legs) for side in (match.team_1, match.team_2)]
            if goals[0] == goals[1]:
                return True
        return any(
            {t.team_1, t.team_2} == pair and t.aggregate_1 == t.aggregate_2 is not None for t in self.results.ties
        )

    def _shootout(self, match: MatchTold, mention: Mention) -> str:
        return f"{max(mention.value)}-{min(mention.value)}"

    def closed_doors(self, match: MatchTold) -> bool | None:
        """Whether the text says that nobody watched: at the match, or of "the game" in a story of one match."""
        if any(self.nearby.near(told, "CLOSED_DOORS") is not None for told in match.tellings()):
            return True
        if not self.nearby.is_main(match) or match.status != "played":
            return None
        played = [m for m in self.results.matches if m.status == "played"]
        return True if len(played) <= 2 and self.state.told_of("CLOSED_DOORS") else None
