"""What surrounds a match: competition, season, round, leg, date, venue, extra time, closed doors.

A sentence's own words go first, each to the match it stands nearest; then, for the match the story is about, the rest
of the story. `competitions.py` and `rounds.py` answer theirs.
"""

from __future__ import annotations

from datetime import date

from flows.extract.matches.circumstances.competitions import Competitions
from flows.extract.matches.circumstances.days import Days
from flows.extract.matches.circumstances.how_ended import HowEnded
from flows.extract.matches.circumstances.nearby import MatchOrTie, Nearby
from flows.extract.matches.circumstances.rounds import Rounds
from flows.extract.matches.circumstances.seasons import Seasons, season_written_in
from flows.extract.matches.homes.home_sides import HomeSides
from flows.extract.matches.homes.venues import Venues
from flows.extract.matches.reading import Results
from flows.extract.matches.ties.legs import Legs
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.calendar_words import Day
from flows.extract.text.sentence import Sentence


class Circumstances:
    """Answers for one story; `season` and `leagues` are the document's, `published` its stated dateline."""

    def __init__(
        self, state: StoryState, results: Results, season: str | None, published: date | None, leagues: set[str]
    ) -> None:
        self.state = state
        self.results = results
        self.published = published
        self.season = season_written_in(season, published)
        self.nearby = Nearby(state, results)
        self._competitions = Competitions(state, self.nearby, leagues)
        self.competition = self._competitions.main
        self._rounds = Rounds(state, self.nearby, self._competitions)
        self._legs = Legs(state, self.nearby)
        self._venues = Venues(state, results, self.nearby)
        self._homes = HomeSides(state, results, self.nearby, self._venues.place_of, self.leg_of, self._round_played)
        self._days = Days(state, results, self.nearby, self.season, published, self.leg_of)
        self._seasons = Seasons(state, self.nearby, self.season, published)
        self._how_ended = HowEnded(state, results, self.nearby, self.leg_of, self._round_played)
        self._rounds_played: dict[int, str | None] = {}

    def competition_of(self, match: MatchOrTie) -> str | None:
        """The competition of a match or tie, None where the text leaves it open."""
        return self._competitions.of(match)

    def round_of(self, match: MatchOrTie, competition: str | None) -> str | None:
        """The round of a match or tie; a league has none but a play-off."""
        return self._rounds.of(match, competition)

    def _round_played(self, match: MatchTold) -> str | None:
        """The round of a match in its competition, looked for once."""
        if id(match) not in self._rounds_played:
            self._rounds_played[id(match)] = self.round_of(match, self.competition_of(match))
        return self._rounds_played[id(match)]

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
        return self._days.of(match)

    def venue_of(self, match: MatchTold, home: str | None) -> str | None:
        """The ground, else the town, that the story puts the match in; `home` is the side at home in it."""
        return self._venues.of(match, home)

    def home_of(self, match: MatchTold) -> str | None:
        """The side at home: by the words, the ground or the town at the match, else the story's own."""
        return self._homes.of(match)

    def decided(self, match: MatchTold) -> tuple[str | None, str | None]:
        """How a played match ended and the shoot-out's score from team_1's side."""
        return self._how_ended.of(match)

    def closed_doors(self, match: MatchTold) -> bool | None:
        """Whether the text says that nobody watched: at the match, or of "the game" in a story of one match."""
        if any(self.nearby.near(told, "CLOSED_DOORS") is not None for told in match.tellings()):
            return True
        if match.status == "played" and any(map(self._unseen_behind, match.tellings())):
            return True
        if not self.nearby.is_main(match) or match.status != "played":
            return None
        played = [m for m in self.results.matches if m.status == "played"]
        return True if len(played) <= 2 and self.state.told_of("CLOSED_DOORS") else None

    def _unseen_behind(self, told: MatchTold) -> bool:
        """Whether the next sentence of the paragraph, which tells of no match, says so: "No fans were present"."""
        number, paragraph = told.sentence.number + 1, told.sentence.paragraph
        here = [s for s in self.state.sentences[number : number + 1] if s.paragraph == paragraph]
        alone = self.results.of_sentence(told.sentence)[-1:] in ([], [told])
        return alone and any(s.of("CLOSED_DOORS") and not self.results.of_sentence(s) for s in here)
