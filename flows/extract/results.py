"""Sentences -> matches and ties as told: who played whom, how it ended, which match the story is about.

Scores are first told apart, then read twice: once to find the story's own match, once with it known, so that it can
fill in what a sentence leaves unsaid. A match told twice in a story is one claim.
"""

from __future__ import annotations

from flows.extract.aggregates import Aggregates
from flows.extract.final_scores import FinalScores
from flows.extract.fixtures import Fixtures
from flows.extract.main_match import MainMatch
from flows.extract.outcomes import Outcomes
from flows.extract.past_meetings import PastMeetings
from flows.extract.scores import settle_scores
from flows.extract.sides import Sides
from flows.extract.story import StoryState
from flows.extract.told import MatchTold, TieTold


class Results:
    """The matches and ties of one story."""

    def __init__(self, state: StoryState) -> None:
        settle_scores(state)
        sides = Sides(state)
        MainMatch(state, FinalScores(state, sides).read()).choose()
        told = FinalScores(state, sides).read()
        outcomes = Outcomes(state, sides, told)
        outcomes.goals_of_one_side()
        outcomes.without_scores()
        meetings = PastMeetings(state, sides, told)
        meetings.read()
        Fixtures(state, sides, told).read()
        meetings.events()
        self.ties: list[TieTold] = Aggregates(state, sides, told).read()
        self.matches: list[MatchTold] = _merged(told)
        MainMatch(state, self.matches).told_without_a_result()
        Fixtures(state, sides, self.matches).return_match()


def _merged(told: list[MatchTold]) -> list[MatchTold]:
    """Tellings of one match made one: same pair, scores that do not clash, not two different legs."""
    kept: dict[frozenset[str], list[MatchTold]] = {}
    for match in sorted(told, key=lambda m: (m.score_1 is None, m.status == "scheduled", m.start)):
        pair = kept.setdefault(frozenset((match.team_1, match.team_2)), [])
        twin = next((k for k in pair if _same_match(k, match)), None)
        if twin is None:
            pair.append(match)
        else:
            _absorb(twin, match)
    return sorted((m for pair in kept.values() for m in pair), key=lambda m: m.start)


def _same_match(one: MatchTold, two: MatchTold) -> bool:
    if one.year != two.year:
        return False
    if not one.same_pair(two) or (one.leg and two.leg and one.leg != two.leg):
        return False
    if one.status != two.status:
        return False
    if one.score_1 is not None and two.score_1 is not None:
        return one.score_of(two.team_1) == two.score_1 and one.score_of(two.team_2) == two.score_2
    return True


def _absorb(kept: MatchTold, twin: MatchTold) -> None:
    kept.home = kept.home or twin.home
    kept.leg = kept.leg or twin.leg
    kept.shootout = kept.shootout or twin.shootout
    if twin.decided in ("extra_time", "penalties"):
        kept.decided = twin.decided
    kept.confidence = min(0.99, kept.confidence + 0.02)
    kept.twins.append(twin)
