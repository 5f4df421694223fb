"""What surrounds a match: competition, season, round, leg, date, venue, extra time, closed doors.

A sentence's own words go first, each to the match it stands nearest; then, for the match the story is about, the rest
of the story. `competitions.py` and `rounds.py` answer theirs.
"""

from __future__ import annotations

import re
from datetime import date

from flows.extract.matches.circumstances.competitions import Competitions
from flows.extract.matches.circumstances.days import Days
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
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_OF_NO_RESULT = ("derby", "meeting.card", "meeting.played", "opponent.", "pair.between", "pair.hyphened")
_WHICH_ENDED = re.compile(
    r"[^.;,]{0,24}(?:, | )(?:which|that) (?:[\w'-]+ ){0,3}(?:won|lost|drew|ended|finished|left|saw)\b"
)


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
        self._rounds = Rounds(state, self.nearby, self.competition)
        self._legs = Legs(state, self.nearby)
        self._venues = Venues(state, results, self.nearby)
        self._homes = HomeSides(state, results, self.nearby, self._venues.place_of, self.leg_of, self._round_played)
        self._days = Days(state, results, self.nearby, self.season, published, self.leg_of)
        self._seasons = Seasons(state, self.nearby, self.season, published)
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
        """How a played match ended and the shoot-out's score, from its own sentences."""
        if match.status == "played" and match.score_1 is None and self._ended_behind(match):
            return "regular", None
        if match.status != "played" or (
            match.score_1 is None and match.decided is None and not self.nearby.is_main(match)
        ):
            return None, None
        if match.score_1 is None and self._leaves_open_how(match):
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

    def _leaves_open_how(self, match: MatchTold) -> bool:
        """Whether nothing says how a match without a score ended: none of whose result is told, or a final looked back
        on, which may have gone to penalties."""
        if match.rule.startswith(_OF_NO_RESULT):
            return True
        if self.nearby.is_main(match):
            return False
        final = self._round_played(match) == "final"
        return final or match.rule.startswith("outcome.won_cup")

    def _ended_behind(self, match: MatchTold) -> bool:
        """ "the game at Brigg, which Harland lost": the result told of a match that is named before."""
        named = match.rule.startswith(_OF_NO_RESULT)
        return named and bool(_WHICH_ENDED.match(self.state.text.lower, match.end, match.sentence.span.end))

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
