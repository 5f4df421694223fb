"""A story's sentences -> its goals as told: scorer, side, minute, kind, each goal once.

In four steps, a file each: triggers find tellings, matches say where they belong, merging makes one goal of its
tellings and of the line-up block's, sides are settled against the final score.
"""

from __future__ import annotations

from flows.extract.goals.again import number_again
from flows.extract.goals.lists.list_sides import Entries, listed_goals
from flows.extract.goals.lists.listed_in_prose import stand_in_prose
from flows.extract.goals.lists.minute_lines import MinuteLines
from flows.extract.goals.matches import GoalMatches
from flows.extract.goals.merge import merge, with_block
from flows.extract.goals.sides.bonds import bonds_told
from flows.extract.goals.sides.last_score import settle_by_last_goal
from flows.extract.goals.sides.votes import GoalSides
from flows.extract.goals.tellings.taken_back import without_those_taken_back
from flows.extract.goals.tellings.triggers import Triggers
from flows.extract.goals.told import GoalTold
from flows.extract.matches.reading import Results
from flows.extract.matches.results.scores_implied import score_it_ended_in
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.sentence import Sentence

_SAME_MAN = 3
_CLOSING = 2  # letters: a stop and a mark

__all__ = ["GoalTold", "Goals"]


class Goals:
    """Reads the goals of one story into `told`."""

    def __init__(self, state: StoryState, results: Results) -> None:
        self.state = state
        self.matches = GoalMatches(state, results)
        self.matches_told = results.matches
        self.triggers = Triggers(state)
        main = self.matches.main
        listed = listed_goals(state, results.matches, main)
        blocks = [(e.start, e.end) for e, _ in listed]
        lines = MinuteLines(state)
        lines.note()
        told = [g for s in state.sentences if not _is_said(state, s) for g in self.triggers.read(s)]
        told = without_those_taken_back(state, told)
        told = [g for g in told if not any(start <= g.at < end for start, end in blocks)]
        for goal in told:
            if goal.sentence.quoted and goal.minute is None and goal.kind == "open_play":
                goal.described = False  # said aside of a man who speaks: mostly what has been told
        told = lines.settle(told, main, self.triggers.actors)
        settled = [_as_listed(g, listed) for g in self.matches.settle(told)]
        number_again(state.text.lower, settled, next((s.number for s in state.sentences if not s.headline), 0))
        goals = merge(settled)
        for match in dict.fromkeys(m for _, m in listed):
            goals = with_block(goals, [e for e, m in listed if m is match], state.cast.people, match)
        stand_in_prose(state, goals)
        self.bonds = bonds_told(state) if goals else []
        self.told = sorted(self._sided(goals), key=lambda g: g.start)
        results.matches += [m for m in self.matches.against.made if any(g.match is m for g in self.told)]

    def _sided(self, goals: list[GoalTold]) -> list[GoalTold]:
        """The goals of each match with their sides; a man is of the same side in the story's own match and in another
        of the same two."""
        matches: list[MatchTold] = []
        for goal in goals:
            if goal.match is not None and goal.match not in matches:
                matches.append(goal.match)
        sided: list[GoalTold] = []
        for match in sorted(matches, key=lambda m: m is not self.matches.main):
            own = [g for g in goals if g.match is match]
            for goal in own if sided else ():
                if goal.kind != "own_goal" and (side := _side_in(sided, goal.scorer, match)) is not None:
                    goal.sides[side] += _SAME_MAN
            sided += self._settle(own, match)
        return sided

    def _settle(self, goals: list[GoalTold], match: MatchTold) -> list[GoalTold]:
        if not goals:
            return []
        if match.score_1 is not None or match.score_2 is not None:
            return GoalSides(self.state, match, self.bonds).settle(goals)
        score = settle_by_last_goal(
            self.state.text.lower,
            match,
            goals,
            lambda told: GoalSides(self.state, match, self.bonds, told).fit(goals),
            score_it_ended_in(self.state, match, self.matches_told),
        )
        if score is not None:
            match.score_1, match.score_2 = score
        return GoalSides(self.state, match, self.bonds).settle(goals)


def _side_in(sided: list[GoalTold], scorer: str, match: MatchTold) -> str | None:
    """The side of a match's two for which a man scored in another match of theirs."""
    pair = {match.team_1, match.team_2}
    his = (g for g in sided if g.scorer == scorer and g.kind != "own_goal" and {g.team, g.opponent} == pair)
    return next((g.team for g in his), None)


def _is_said(state: StoryState, sentence: Sentence) -> bool:
    """Whether a sentence is somebody's words and nothing else."""
    return sentence.quoted and state.quoted(max(sentence.span.start, sentence.span.end - _CLOSING))


def _as_listed(goal: GoalTold, listed: Entries) -> GoalTold:
    """A goal told of a match without a score is of the match whose list names its scorer, if a side is shared."""
    match = goal.match
    if match is not None and match.score_1 is None:
        mine = (
            m for e, m in listed if goal.same_scorer(e.name) and {m.team_1, m.team_2} & {match.team_1, match.team_2}
        )
        goal.match = next(mine, match)
    return goal
