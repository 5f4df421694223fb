"""What surrounds a match: competition, season, round, leg, date, venue, extra time, closed doors.

A sentence's own words go first, each to the match it stands nearest; then, for the match the story is about, the rest
of the story. `competitions.py` and `rounds.py` answer theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date, timedelta

from flows.extract.matches.competitions import Competitions
from flows.extract.matches.competitions_known import kind_of
from flows.extract.matches.legs import Legs
from flows.extract.matches.nearby import MatchOrTie, Nearby
from flows.extract.matches.results import Results
from flows.extract.matches.rounds import Rounds
from flows.extract.matches.told import MatchTold, TieTold
from flows.extract.matches.venues import Venues
from flows.extract.story import StoryState
from flows.extract.text.calendar_words import Day
from flows.extract.text.figures import Season, season_name
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.sought import Sought

_LEAD = 4  # sentences
_WEEK = 7
_THEN = re.compile(
    r"\b(?:since|previous|previously|ago|back in|joined|debut|relegated|promoted|born|died|"
    r"last (?:met|meeting|won|reached|played|time))\b[^.;,\n]{0,40}$"
)
_SINCE = re.compile(r"\b(?:since|from|until|back in|between|before)(?: the| their)? $")
_WON_THEN = re.compile(r" (?:final|title|champions?|winners?|double|treble|triumph|promotion|relegation)\b")
_YEAR_IN = re.compile(r"\b((?:19|20)\d\d)\b")
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d) $")

_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FEW_GAMES_IN = re.compile(
    r"\b(?:has|have|hasn't|haven't)\b[^.;\n]{0,90}"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d|1[0-2]) (?:[a-z-]+ ){0,3}"
    r"league (?:games|matches|outings|appearances|fixtures|starts) (?:so far )?in $"
)
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
        self._years_of_cups: dict[str, str] | None = None

    def competition_of(self, match: MatchOrTie) -> str | None:
        """The competition of a match or tie, None where the text leaves it open."""
        return self._competitions.of(match)

    def round_of(self, match: MatchOrTie, competition: str | None) -> str | None:
        """The round of a match or tie; a league has none but a play-off."""
        return self._rounds.of(match, competition)

    def leg_of(self, match: MatchTold) -> int | None:
        """1 or 2, None where no leg is told."""
        return self._legs.of(match)

    def season_of(self, match: MatchOrTie, day: Day | None) -> str | None:
        """The season said at the match, else the document's; a bare year dates a final, and no other match."""
        if isinstance(match, TieTold) and match.year is not None:
            return None
        for told in match.tellings() if isinstance(match, MatchTold) else [match]:
            near = self.nearby.near(told, "COMPETITION")
            if near is None:
                continue
            year = re.search(r"\b((?:19|20)\d\d) $", self.state.text.lower[max(0, near.start - 6) : near.start])
            if year:
                return year.group(1)
        year_of_cup = self._year_of_cup(match)
        if year_of_cup is not None:
            return year_of_cup
        if day is not None and day.year and not day.month and self._is_between_countries(match):
            return str(day.year)
        if day is not None and day.year and not day.month:
            return (
                f"{day.year - 1}-{day.year % 100:02d}"
                if "final" in match.sentence.span_text(self.state.text.lower)
                else None
            )
        for told in match.tellings() if isinstance(match, MatchTold) else [match]:
            said = self.nearby.near(told, "SEASON")
            if said is not None and isinstance(said.value, Season) and said.value.name:
                return str(said.value.name)
        kind = kind_of(self.competition_of(match))
        if day is not None and day.year and day.month and not day.day and kind not in ("international", "qualifying"):
            return season_of_day(date(day.year, day.month, 1))
        if self.season is not None and "-" in self.season and kind in ("international", "qualifying"):
            return str(self.published.year) if self.published is not None and kind == "international" else None
        return self.season

    def _is_between_countries(self, match: MatchOrTie) -> bool:
        return kind_of(self.competition_of(match)) in ("international", "qualifying")

    def _year_of_cup(self, match: MatchOrTie) -> str | None:
        """ "Euro 2004", "the 1998 World Cup": the one year that the story tells a tournament with."""
        competition = self.competition_of(match)
        if kind_of(competition) != "international":
            return None  # the qualifying for a cup of 2008 is not played in 2008
        if self._years_of_cups is None:
            self._years_of_cups = self._find_years_of_cups()
        return self._years_of_cups.get(str(competition))

    def _find_years_of_cups(self) -> dict[str, str]:
        years: defaultdict[str, set[str]] = defaultdict(set)
        for mention in (m for s in self.state.sentences for m in s.mentions if m.kind == "COMPETITION"):
            found = _YEAR_IN.search(mention.text) or _YEAR_BEFORE.search(
                self.state.text.lower, max(0, mention.start - 6), mention.start
            )
            if found:
                years[mention.value].add(found.group(1))
        return {name: told.pop() for name, told in years.items() if len(told) == 1}

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

    def venue_of(self, match: MatchTold) -> str | None:
        """The ground, else the town, that the story puts the match in."""
        return self._venues.of(match)

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
        if any("EXTRA_TIME" in {m.kind for m in told.sentence.mentions} for told in match.tellings()):
            return "extra_time", None
        return "regular", None

    def _kicks_in_the_story(self) -> list[Mention]:
        """The scores of shoot-outs that the story tells, where it tells of one only."""
        told = [m for s in self.state.sentences for m in s.mentions if m.kind == "SHOOTOUT_SCORE"]
        return told if len({frozenset(m.value) for m in told}) == 1 else []

    def _level_on_aggregate(self, match: MatchTold) -> bool:
        pair = {match.team_1, match.team_2}
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


def season_of_day(day: date) -> str:
    """The season a day falls in, where seasons run from July to June: 2019-20 for 10 March 2020."""
    first = day.year if day.month >= 7 else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def document_season(lower: str, mentions: list[Mention]) -> str | None:
    """The season a document is written in: the latest written out that is not told as past, else that of the latest
    day in full."""
    told = [m for m in of_kinds(mentions, ("SEASON",)) if isinstance(m.value, Season) and m.value.name]
    names = [
        m.value.name
        for m in told
        if not _SINCE.search(lower, max(0, m.start - 16), m.start)
        and not _WON_THEN.match(lower, m.end)
        and not _THEN.search(lower, max(0, m.start - 70), m.start)
    ]
    if told:
        return max(names, default=None)
    days = [m.value.iso for m in of_kinds(mentions, ("DATE",)) if m.value.iso and not m.text[0].isdigit()]
    return season_of_day(max(days)) if days else _season_of_few_games(lower)


def _season_of_few_games(lower: str) -> str | None:
    """ "have not scored in any of their six league games in 2017": so few games of the latest year that a document
    tells of are those of its first months."""
    told = list(_A_YEAR.finditer(lower))
    latest = max((year[0] for year in told), default="")
    for year in told:
        beside = year[0] == latest and lower.endswith(" in ", 0, year.start())
        if beside and _FEW_GAMES_IN.search(lower, max(0, year.start() - 160), year.start()):
            return season_name(str(int(latest) - 1), latest)
    return None
