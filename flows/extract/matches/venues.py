"""Where a match was played and whose home that is: the ground or town at it, else the home side's ground in the story.

In: the matches as told and which words belong to which. A town counts where it stands right behind the match ("a 0-0
draw in San Rocco"); of the story's own match the ground that the story names is the home side's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from flows import vocabulary
from flows.extract.matches.grounds_told import at_home_in, at_home_on, says_where
from flows.extract.matches.nearby import Nearby, distance
from flows.extract.matches.results import Results
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention

_HERE = re.compile(r"[^.,;]{0,30}\b(?:here|on this ground|at this ground)\b")
_IN_TOWN = re.compile(
    r"(?: (?:on|later on|last) [A-Z][a-z]+day(?: night| evening)?)? in (?P<town>[A-Z][\w'-]+(?:[ -][A-Z][\w'-]+){0,2})"
    r"(?=[.,;)]| (?:on|to|when|where|after|last|before|with|and|thanks|that|in)\b)"
)
_NO_TOWN = frozenset({"Europe", "Africa", "Asia", "America", "South America", "Group"})


class Venues:
    """Answers for one story; `leg_of` gives the leg of a match."""

    def __init__(
        self, state: StoryState, results: Results, nearby: Nearby, leg_of: Callable[[MatchTold], int | None]
    ) -> None:
        self.state = state
        self.results = results
        self.nearby = nearby
        self._leg_of = leg_of

    def of(self, match: MatchTold) -> str | None:
        """The ground (else the town) at the match; for the story's match also the home side's ground named in the
        story."""
        for told in match.tellings():
            ground = self.nearby.near(told, "GROUND")
            if ground is None or not says_where(self.state.text.lower, ground):
                continue
            if distance(ground, told.start, told.end) < 110 and self._may_host(ground, match):
                return ground.text
        town = self._town(match)
        if town is not None:
            return town
        if self.nearby.is_main(match) and match.leg is None:
            return self._home_ground(self.home_of(match))
        return None

    def _at_ground_before(self, match: MatchTold) -> list[str]:
        """Whose ground the sentence before sets a match of its own at: "after his Moss Lane ordeal"; of another match
        than the story's, and where that sentence tells of none itself."""
        number = match.sentence.number
        if not number or match.score_1 is None or self.nearby.is_main(match):
            return []
        before = self.state.sentences[number - 1]
        if not before.of("GROUND") or self.results.of_sentence(before):
            return []
        grounds = [g for g in before.of("GROUND") if says_where(self.state.text.lower, g)]
        return [t for t in (match.team_1, match.team_2) if any(at_home_on(t, g) for g in grounds)]

    def _town(self, match: MatchTold) -> str | None:
        """The town that the words put the match in; a country or a continent is no venue."""
        place = self._place(match)
        if place is not None:
            return None if place in _countries() else place
        for told in match.tellings():
            found = _IN_TOWN.match(self.state.text.normal, told.end, told.sentence.span.end)
            mention = next((m for m in told.sentence.mentions if found and m.start == found.start("town")), None)
            if found is not None and mention is not None and mention.kind == "NAME" and found["town"] not in _NO_TOWN:
                return mention.text
        return None

    def _place(self, match: MatchTold) -> str | None:
        """The town or country that the words put the match in."""
        for told in match.tellings():
            place = self.nearby.near(told, "PLACE")
            if (
                place is not None
                and self.state.text.lower.endswith(" in ", 0, place.start)
                and distance(place, told.start, told.end) < 60
            ):
                return place.text
        return None

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

    def home_of(self, match: MatchTold) -> str | None:
        """The home side the words give, else the ground's, else - for the story's match - the story's."""
        if match.home:
            return match.home
        for told in match.tellings():
            near = self.nearby.near(told, "GROUND")
            if near is not None and says_where(self.state.text.lower, near):
                here = [t for t in (match.team_1, match.team_2) if at_home_on(t, near)]
                if len(here) == 1:
                    return here[0]
        place = self._place(match)
        here = [t for t in (match.team_1, match.team_2) if place is not None and at_home_in(t, place)]
        here = here or self._at_ground_before(match)
        if len(here) == 1:
            return here[0]
        if self._leg_of(match) == 1:
            returns = {m.home for m in self.results.of_pair(match) if m.status == "scheduled"} - {None}
            if match.status == "played" and len(returns) == 1:
                return match.team_1 if match.team_2 in returns else match.team_2
        main = self.state.main
        if main is None or not self.nearby.is_main(match) or match.status != "played":
            return None
        scored = [
            m for m in self.results.of_pair(match) if m is not match and m.score_1 is not None and m.status == "played"
        ]
        here_too = any(_HERE.match(self.state.text.lower, t.end) for t in match.tellings())  # "we lost 3-0 here"
        if match.score_1 is not None and not here_too and any(m.start < match.start for m in scored):
            return None  # the one told before is the match that the story's home side is of
        if scored and match.score_1 is None and self._leg_of(match) is not None:
            return main.opponent(main.home)
        return main.home


@cache
def _countries() -> frozenset[str]:
    return frozenset(nation.name for nation in vocabulary.nations())
