"""Where a match was played: the ground or town at it, else the home side's ground in the story.

In: the matches as told and which words belong to which. A town counts where it stands right behind the match ("a 0-0
draw in San Rocco"); of the story's own match the ground that the story names is the home side's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from flows import vocabulary
from flows.extract.cast.epithets import countries
from flows.extract.matches.circumstances.nearby import Nearby
from flows.extract.matches.homes.grounds_in_turn import ground_in_turn
from flows.extract.matches.homes.grounds_told import home_in, says_where
from flows.extract.matches.homes.homes_told_elsewhere import town_of_group
from flows.extract.matches.homes.towns_told import may_be_a_venue, town_told
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold, distance
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention

_LISTED = ("result.line", "result.in_list", "result.line_half_time", "result.line_comma")
_GO_BACK_TO = re.compile(
    r"\b(?:winners?|victors?|survivors|losers?|finalists|whoever (?:wins|goes through|loses)|winning side)\b[^.;]{0,40}"
    r"\b(?:returns? to|stays? at|remains? at|(?:is|are|be|play) (?:back )?again at|(?:is|are|be) back at) (?:the )?$|"
    r"\b(?:final|decider|play-off|third-place match)\b[^.;]{0,50}\bsame (?:ground|venue|stadium|arena),? (?:the )?$"
)
_NO_PLACE = re.compile(r"(?:'s)? (?:derby|suburbs?|area|region|league|cup|group|section|half|camp|leg of|club|side)\b")
_AT_HAND = 110
_MANY_LINES = 3
_GOALS_TOLD = 3
_REPORT = 2  # sentences between two lines of which each has a report


class Venues:
    """Answers for one story."""

    def __init__(self, state: StoryState, results: Results, nearby: Nearby) -> None:
        self.state = state
        self.results = results
        self.nearby = nearby
        self._lines = sorted({m.sentence.number for m in results.matches if m.sentence.alone and m.rule in _LISTED})

    def of(self, match: MatchTold, home: str | None) -> str | None:
        """The ground (else the town) at the match; for the story's match also the ground of the side at `home` named
        in the story."""
        for told in match.tellings():
            ground = self.nearby.near(told, "GROUND")
            if ground is None or not says_where(self.state.text.lower, ground):
                continue
            near = distance(ground, told.start, told.end) < _AT_HAND
            guests = ground.start < told.start and self._is_the_guests(ground, match, home)
            if near and not guests and self._may_host(ground, match):
                return ground.text
        again = self._ground_gone_back_to(match)
        if again is not None:
            return again
        town = self._town(match)
        own = self.nearby.is_main(match) and match.leg is None and not self._is_told_after(match)
        if town is not None:
            there = own and home_in((match.team_1, match.team_2), town) == home
            return (self._home_ground(home) if there else None) or town
        if self._opens_a_report(match):
            return self._ground_of_report(match)
        if own:
            return self._home_ground(home) or self._other_ground(match, home) or self._home_town(match, home)
        beside = self._ground_told_beside(match, home)
        if beside is None and self.nearby.is_in_turn(match):
            in_turn = ground_in_turn(self.state, self.results, match)
            beside = in_turn[0].text if in_turn is not None and in_turn[1] == home else None
        countries = beside is None and is_national(match.team_1) is is_national(match.team_2) is True
        return town_of_group(self.state, (match.team_1, match.team_2)) if countries else beside

    def place_of(self, match: MatchTold) -> str | None:
        """The town or country that the words put the match in."""
        countries = is_national(match.team_1) is is_national(match.team_2) is True
        for told in match.tellings():
            alone = self.results.of_sentence(told.sentence) in ([], [match])
            place = self.nearby.near(told, "PLACE")
            if (
                place is not None
                and self.state.text.lower.endswith((" in ", " in the "), 0, place.start)
                and distance(place, told.start, told.end) < 60
                and not _NO_PLACE.match(self.state.text.lower, place.end)
            ):
                return place.text
            town = town_told(
                self.state.text.normal, told.sentence, told.start, told.end, self._is_of(told, match), alone, countries
            )
            if town is not None:
                return town.text
        return None

    def _is_the_guests(self, ground: Mention, match: MatchTold, home: str | None) -> bool:
        """A ground of the side that is away: "suspended for the Moss Lane leg, back for the return in Brigg"."""
        owners = {vocabulary.clubs()[i].name for i in ground.value}
        return home is not None and home not in owners and bool(owners & {match.team_1, match.team_2})

    def _ground_told_beside(self, match: MatchTold, home: str | None) -> str | None:
        """The home side's own ground, told as a place of play in a sentence beside the match that tells of none
        itself: "after his Moss Lane ordeal"."""
        main = self.state.main
        there = " there" in match.sentence.span_text(self.state.text.lower)
        if home is None or (not there and main is not None and main.has(home) and not self.nearby.is_main(match)):
            return None
        number, told = match.sentence.number, []
        for sentence in self.state.sentences[max(0, number - 1) : number + 2]:
            grounds = sentence.of("GROUND")
            if not grounds or (sentence.number != number and self.results.of_sentence(sentence)):
                continue
            told += [g for g in grounds if home in {vocabulary.clubs()[i].name for i in g.value}]
        lower = self.state.text.lower
        return next((g.text for g in told if says_where(lower, g) and not self.state.quoted(g.start)), None)

    def _ground_gone_back_to(self, match: MatchTold) -> str | None:
        """ "X play Y on Friday. The winners return to Moss Lane the next day": where they are said to play again."""
        for told in match.tellings():
            for behind in self.state.sentences[told.sentence.number + 1 : told.sentence.number + 2]:
                for ground in behind.of("GROUND") if match.status == "scheduled" else ():
                    if _GO_BACK_TO.search(self.state.text.lower, behind.span.start, ground.start):
                        return ground.text
        return None

    def _home_town(self, match: MatchTold, home: str | None) -> str | None:
        """The home side's own town, where a report says "in Merrow" and no ground."""
        if home is None or match.status != "played" or not self._is_reported:
            return None
        lower = self.state.text.lower
        for sentence in self.state.sentences:
            for place in sentence.of("PLACE"):
                here = lower.endswith(" in ", 0, place.start) and home_in((match.team_1, match.team_2), place.text)
                told = not sentence.quoted and (not sentence.headline or bool(self.results.of_sentence(sentence)))
                if here == home and told and not self.nearby.elsewhere(place, sentence):
                    return None if place.text in countries() else place.text
        return None

    def _is_told_after(self, match: MatchTold) -> bool:
        """Another meeting of the story's own two, told behind its match: "the reverse fixture"."""
        return any(m is not match and m.start < match.start for m in self.results.of_pair(match))

    def _opens_a_report(self, match: MatchTold) -> bool:
        """A line of a round-up, below which its own report stands."""
        listed = match.sentence.alone and match.rule in _LISTED and len(self._lines) >= _MANY_LINES
        return listed and max(b - a for a, b in pairwise(self._lines)) > _REPORT

    def _ground_of_report(self, match: MatchTold) -> str | None:
        """The first ground told as the place of play between a line of a round-up and the next."""
        at = match.sentence.number
        end = next((n for n in self._lines if n > at), len(self.state.sentences))
        lower = self.state.text.lower
        grounds = [g for s in self.state.sentences[at + 1 : end] for g in s.of("GROUND")]
        told = (g.text for g in grounds if says_where(lower, g) and not self.state.quoted(g.start))
        return next(told, None)

    def _other_ground(self, match: MatchTold, home: str | None) -> str | None:
        """Where the story's own match was played elsewhere than on a ground known as the home side's: the first ground
        that the story tells as a place of play, of no side of another match."""
        main = self.state.main
        of_another = main is not None and match.home not in (None, main.home)
        if of_another or not (self._is_reported or match.rule == "fixture.versus"):
            return None
        sides = {match.team_1, match.team_2}
        for sentence in self.state.sentences:
            for ground in sentence.of("GROUND"):
                owners = {vocabulary.clubs()[i].name for i in ground.value}
                others = {club for club in owners - sides if club in self.state.cast.clubs}
                told = {str(m.value) for m in sentence.mentions if m.kind == "TEAM"}
                known = bool(owners & (sides | set(self.state.cast.clubs)))
                mine = sentence.paragraph <= 2 if known else not told - sides or sentence.paragraph == 0
                mine = mine and owners & sides <= {home}
                if others or not mine or self.state.quoted(ground.start) or self.nearby.elsewhere(ground, sentence):
                    continue
                if says_where(self.state.text.lower, ground):
                    return ground.text
        return None

    def _town(self, match: MatchTold) -> str | None:
        """The town that the words put the match in; a country or a continent is no venue."""
        place = self.place_of(match)
        return None if place is None or place in countries() or not may_be_a_venue(place) else place

    def _is_of(self, told: MatchTold, match: MatchTold) -> Callable[[Mention], bool]:
        """Whether a word of its sentence is this match's rather than another's."""
        return lambda mention: self.nearby.owner(mention, told.sentence) in (None, told, match)

    @property
    def _is_reported(self) -> bool:
        """Whether the story tells of goals: a report, no news of a man or a club that mentions a result."""
        return sum(len(self.state.told_of(kind)) for kind in ("GOAL_VERB", "MINUTE", "GOAL_NOUN")) >= _GOALS_TOLD

    def _may_host(self, ground: Mention, match: MatchTold) -> bool:
        """A ground of one of the sides, or of no side of the story's match, or neutral in the match's own words."""
        names = {vocabulary.clubs()[i].name for i in ground.value}
        main = self.state.main
        other = main is not None and bool(names & {main.team_1, main.team_2}) and not self.nearby.is_main(match)
        return bool(names & {match.team_1, match.team_2}) or not other

    def _home_ground(self, home: str | None) -> str | None:
        lower = self.state.text.lower
        told = [m for m in self.state.told_of("GROUND") if not self.state.quoted(m.start) and says_where(lower, m)]
        for mention in told:
            if home in {vocabulary.clubs()[i].name for i in mention.value}:
                return mention.text
        return None
