"""Whose goal it is: votes of the text for each scorer's side, which are then weighed against the final score.

Votes come from what is known of the player, from what the goal's sentence says of the side (`side_words`) and from the
goal's place in the match (a winner is the winners'). Where the text does not tell who was at home, "the hosts" and "the
visitors" are tried both ways: what fits best with the score's way is right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from flows.extract.goals.sides.allegiance import Key, Votes
from flows.extract.goals.sides.bonds import Bond, bonds_of_goals
from flows.extract.goals.sides.running import cues_of, in_order
from flows.extract.goals.sides.score_cues import goals_down, says_level
from flows.extract.goals.sides.score_fit import within
from flows.extract.goals.sides.score_path import ScorePath, key_of
from flows.extract.goals.sides.side_cues import HELD_OUT
from flows.extract.goals.sides.side_words import OWNED, SAID, SideWords, side_like
from flows.extract.goals.told import GoalTold
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.sentence import SIDES
from flows.extract.text.sought import Sought

_KNOWN = 5.0
_DECISIVE = re.compile(
    r"\bwinner\b|\bonly goal\b|match-winn|decisive|turnaround|comeback|completed the (?:scoring|win|victory|rout)|"
    r"put "
    r"the (?:game|result|match) beyond|wrapped|rounded off|sealed|settled"
)
_CONDEMNED_BY = re.compile(
    r"\b(?:condemned|consigned|doomed|sent|slumped|slipped|crashed|fell) to (?:an? )?[^.;,]{0,30}\b(?:defeat|"
    r"loss)\b[^.;,]{0,30} "
    r"(?:by|to|thanks to|courtesy of) (?:an? )?$"
)
_OF_HOSTS = re.compile(
    r"\b(?:(?P<home>home|host)|visiting|away) (?:(?:debutant|substitute|teenage|top|leading|on-loan|player|young|"
    r"veteran|centre|full|left|right|wing) ?){0,2}-?(?:[a-z]+-)?(?:skipper|captain|striker|midfielder|defender|"
    r"forward|winger|back|half|substitute|sub|debutant|hitman|marksman|teenager|hero|top-?scorer|scorer|man|"
    r"player|number \w+) $"
)
_CONDEMNED_REACH = 90  # letters
_CONDEMNED = re.compile(  # "his late header condemned them to defeat"
    r"[^.;,]{0,24}\b(?:condemn|consign|doom|sen[dt])\w* [^.,;]{2,30} to (?:an? )?(?:[\w-]+ ){0,4}(?:defeat|loss)\b|"
    r"[^.;,]{0,24}\b(?:meant|spelt|spelled|ensured) (?:[\w-]+ ){0,3}(?:defeat|loss) for "
)
_CREDIT = Sought(
    r"\b(?:rescu|earn|salvag|help|fir(?:ed|e)\b|inspir|sav(?:ed|e)\b|lift|guid|steer|led\b|snatch|won it for|"
    r"sealed)[^.;]{0,70}$"
)
_OPPOSED = tuple(
    f" {link} {the}" for link in ("with", "against", "at", "over", "by", "home to", "away to") for the in ("", "the ")
)
_CREDIT_REACH, _CREDITED = 100, 3.0
_CONSOLED = re.compile(r"\bconsolation|'s? (?:late|lone|sole|only|belated) (?:reply|response)\b")
_CONSOLATION = re.compile(r"[^.;]{0,80}\bconsolation\b")
_FOR_LOSERS = re.compile(
    r"[^.;,]{0,30}\bfor the (?:(?P<won>winners|victors|winning side)|losers|losing side|beaten side)\b"
)
_AWAY_GOAL = re.compile(r"\baway goal")
_CAME_BACK = Sought(
    r"\b(?:(?:came|come|coming|fought|fight(?:ing)?|hit|battled|rallied|rally(?:ing)?|recovered) (?:back )?"
    r"from (?:behind|(?:an?|one|two|three) (?:goals? )?(?:down|behind)|(?:an? )?(?:[\w-]+ ){0,2}deficit|\d-\d down)|"
    r"(?:came|fought|hit|battled) back to (?:beat|win|draw)|"
    r"after (?:going|falling|trailing|conceding first|being) (?:[\w-]+ )?(?:behind|down)|"
    r"turned the (?:game|match|tie) (?:round|around))"
)
_CONCEDED_FIRST = 1.5
_LED = 3.0
_LEVELLED = 0.8
_OWN_GOAL_TOLD = 0.05
_SAID_SO = 6
_TELLS_HOME = 2.0  # by how much the votes must part before goals say who was at home
_HELD_BY = re.compile(r"\b(?:held|pegged back|frustrated)\b[^.;]{0,40} by\b")
_HELD_AT_HOME, _FIRST = 1.0, 0.05  # where nothing else tells, of two that drew who is named first was at home
_HOSTS = frozenset({"SIDE_HOME", "SIDE_AWAY"})
_MET_REACH = 24  # letters from a goal to "against"
_COUNTS = frozenset({"NUMBER", "DATE", "MINUTE", "HOME", "AWAY"})


class GoalSides:
    """Settles the sides of the goals of one match."""

    def __init__(
        self, state: StoryState, match: MatchTold, bonds: Sequence[Bond] = (), score: tuple[int, int] | None = None
    ) -> None:
        self.state = state
        self.bonds = bonds
        self.match = match
        self.pair = (match.team_1, match.team_2)
        told = None if match.score_1 is None or match.score_2 is None else (match.score_1, match.score_2)
        self.score = told or score
        own = state.main is not None and state.main.has(match.team_1) and state.main.has(match.team_2)
        self.home = match.home or (state.main.home if own and state.main is not None else None)

    def fit(self, goals: list[GoalTold]) -> float:
        """How well the goals agree with the score."""
        return max(value for value, *_ in self._ways(_of_one_side(goals)))

    def _ways(self, goals: list[GoalTold]) -> list[tuple[float, dict[Key, int], str | None]]:
        """For each side that may have been at home: how well the best way to the score agrees, and its sides."""
        lower = self.state.text.lower
        ordered = in_order(lower, goals)
        path = ScorePath(ordered, [cues_of(lower, goal, goals) for goal in ordered], self.pair, self.score)
        bonds = self._bound(ordered)
        return [(*path.best(self._votes(ordered, home, bonds), bonds), home) for home in self._homes(goals)]

    def settle(self, goals: list[GoalTold]) -> list[GoalTold]:
        """The goals with side and opponent; without those that the score has no room for."""
        goals = _of_one_side(goals)
        tried = self._ways(goals)
        held, drew = self._held(), self.match.rule == "result.both_drew"
        value, sides, home = max(
            tried, key=lambda t: t[0] + _HELD_AT_HOME * (t[2] == held) + _FIRST * (drew and t[2] == self.pair[0])
        )
        if len(tried) > 1 and home is not None and value - min(other for other, *_ in tried) >= _TELLS_HOME:
            self._tell_home(home)
        for goal in goals:
            goal.team = self.pair[sides[key_of(goal)]]
            goal.opponent = self.pair[1 - sides[key_of(goal)]]
        return within(goals, self.pair, self.score)

    def _held(self) -> str | None:
        """The side held to a draw by the other one: likelier the hosts than the visitors."""
        told = self.match
        held = _HELD_BY.search(self.state.text.lower, told.sentence.span.start, told.end)
        return self.pair[0] if held is not None and self.score is not None and self.score[0] == self.score[1] else None

    def _tell_home(self, home: str) -> None:
        """The goals fit the score with one side at home alone: then it was."""
        self.match.home = home
        main = self.state.main
        if main is not None and main.home is None and main.has(self.pair[0]) and main.has(self.pair[1]):
            main.home = home

    def _homes(self, goals: list[GoalTold]) -> tuple[str | None, ...]:
        """Who may have been at home, where that is asked for: the side named first before the other one."""
        if self.home is not None:
            return (self.home,)
        if not any(m.kind in _HOSTS for g in goals for m in g.sentence.mentions) and all(
            self._of_home_or_away(g) is None for g in goals
        ):
            return (None,)
        return self.pair

    def _bound(self, ordered: list[GoalTold]) -> list[tuple[Key, Key, bool]]:
        """Who is of one side and who of different ones; a scorer of an own goal is so with himself."""
        told = [*bonds_of_goals(self.state, ordered), *self.bonds]
        own = [((goal.scorer, False), key_of(goal), False) for goal in ordered if goal.kind == "own_goal"]
        return [*own, *(((one, False), (two, False), together) for one, two, together in told)]

    def _votes(self, ordered: list[GoalTold], home: str | None, bonds: list[tuple[Key, Key, bool]]) -> Votes:
        """What is told of the side of each scorer's goals, and of those bound to him; an own goal says the contrary of
        what is known of the player."""
        votes: Votes = {key_of(goal): dict.fromkeys(self.pair, 0.0) for goal in ordered}
        for name in dict.fromkeys(key[0] for one, two, _ in bonds for key in (one, two)):
            if (name, False) not in votes:
                votes[name, False] = dict.fromkeys(self.pair, 0.0)
                for team in self._known(name):
                    votes[name, False][team] += _KNOWN
        credited = self._credited()
        words = SideWords(self.state, self.pair, home, sorted(s for goal in ordered for s in goal.spans))
        for goal in ordered:
            own = goal.kind == "own_goal"
            mine = votes[key_of(goal)]
            for team, weight in goal.sides.items():
                side = team if team in self.pair else side_like(team, self.pair)
                if side is not None:
                    mine[side] += weight
            for team in self._known(goal.scorer):
                mine[self._other(team) if own else team] += _KNOWN
            until = _until(goal, ordered)
            for team, told in words.of(goal.prose or goal, until).items():
                mine[team] += told if not own or told >= OWNED or self._thanked(goal) else told * _OWN_GOAL_TOLD
            for team in credited.get(goal.scorer, ()):
                mine[self._other(team) if own else team] += _CREDITED
            if not own and (met := self._met(goal)) is not None:
                mine[self._other(met)] += SAID
            for team in self._by_result(goal, home, until):
                mine[team] += OWNED
            if (own_ground := self._of_home_or_away(goal)) is not None and home in self.pair:
                mine[str(home) if own_ground else self._other(str(home))] += OWNED
            if self._levels_for_subject(goal):
                mine[self.pair[0]] += _LEVELLED
        if ordered and (behind := self._came_back()) is not None:
            for goal in ordered[: behind[1]]:
                votes[key_of(goal)][self._other(behind[0])] += _CONCEDED_FIRST
        if ordered and (ahead := self._ahead_first(ordered[0])) is not None:
            votes[key_of(ordered[0])][ahead] += _LED
        return votes

    def _met(self, goal: GoalTold) -> str | None:
        """ "scored twice against X": the side of the pair that the goal's own clause puts against its scorer."""
        following = [m for m in goal.sentence.mentions if goal.end <= m.start < goal.end + _MET_REACH]
        for link, side in pairwise(following):
            if link.kind == "AGAINST" and side.kind == "TEAM" and side.start - link.end <= len(" the "):
                team = self.state.side(side, goal.sentence)
                return team if team in self.pair and not side.possessive else None
            if link.kind not in _COUNTS:
                return None
        return None

    def _ahead_first(self, first: GoalTold) -> str | None:
        """The side that led where the match is told by its course: "X fell behind at Y", Y; not of a goal that undid
        the lead ("X threw away a lead at Y as Hale scored twice")."""
        told = next((t for t in self.match.tellings() if t.is_told_by_its_course()), None)
        if told is None or told.rule == "course.level":
            return None
        if first.sentence is told.sentence and first.start > told.start:
            lost = HELD_OUT.search(self.state.text.lower, told.sentence.span.start, first.start)
            if lost is not None:
                return None
        return told.team_1 if told.rule == "course.ahead" else self._other(told.team_1)

    def _came_back(self) -> tuple[str, int] | None:
        """The side that came from behind, and from how many goals, where a telling of the match says so of its
        subject."""
        for told in self.match.tellings():
            back = _CAME_BACK.search(self.state.text.lower, *told.sentence.span)
            side = self.state.centers.about(told.sentence, back.start()) if back is not None else None
            if back is not None and side in self.pair:
                return str(side), goals_down(back.group()) or 1
        return None

    def _credited(self) -> dict[str, list[str]]:
        """Whom somebody is said to have helped: "came off the bench to rescue a point as X hit back"."""
        found: dict[str, list[str]] = {}
        for sentence in self.state.sentences:
            for one, two in pairwise([m for m in sentence.mentions if m.kind == "PERSON" or m.kind in SIDES]):
                near = one.kind == "PERSON" and two.kind in SIDES and two.start - one.end < _CREDIT_REACH
                opposed = self.state.text.lower.endswith(_OPPOSED, 0, two.start)  # "to earn a draw with X"
                if near and not opposed and _CREDIT.search(self.state.text.lower, one.end, two.start):
                    team = self.state.side(two, sentence)
                    if team in self.pair:
                        found.setdefault(str(one.value), []).append(str(team))
        return found

    def _by_result(self, goal: GoalTold, home: str | None, until: int) -> list[str]:
        """Whose it must be by its place in the match: a winner is the winners', a consolation the losers'."""
        if goal.kind == "own_goal" and (loser := self._loser_after(goal)) is not None:
            return [self._other(loser)]
        text = self.state.text.lower[goal.start : min(goal.end + 30, until)]
        if home in self.pair and _AWAY_GOAL.search(text):
            return [self._other(str(home))]
        if self.score is None or self.score[0] == self.score[1]:
            return []
        winner = self.pair[int(self.score[1] > self.score[0])]
        if _CONSOLED.search(text) or self._consoles(goal):
            return [self._other(winner)]
        if (told := _FOR_LOSERS.match(self.state.text.lower, goal.end, goal.sentence.span.end)) is not None:
            return [winner if told["won"] else self._other(winner)]
        if goal.kind != "own_goal" and self._condemns(goal):
            return [winner]
        return [winner] if _DECISIVE.search(text) else []

    def _consoles(self, goal: GoalTold) -> bool:
        """ "X's late effort, proving no more than a consolation": no other man is named between."""
        told = _CONSOLATION.match(self.state.text.lower, goal.end, goal.sentence.span.end)
        named = (m.start for m in goal.sentence.mentions if m.kind == "PERSON" and m.start >= goal.end)
        return told is not None and next(named, told.end()) >= told.end()

    def _of_home_or_away(self, goal: GoalTold) -> bool | None:
        """ "Home skipper X scored", "visiting striker X": whether the scorer is of the side at home."""
        found = _OF_HOSTS.search(self.state.text.lower, max(goal.sentence.span.start, goal.start - 40), goal.start)
        return None if found is None or goal.kind == "own_goal" else found["home"] is not None

    def _condemns(self, goal: GoalTold) -> bool:
        """ "his late header condemned them to defeat", "condemned to a 2-1 defeat by X's header": the winners'."""
        lower, span = self.state.text.lower, goal.sentence.span
        if _CONDEMNED.match(lower, goal.end, span.end):
            return True
        return _CONDEMNED_BY.search(lower, max(span.start, goal.start - _CONDEMNED_REACH), goal.start) is not None

    def _loser_after(self, goal: GoalTold) -> str | None:
        """ "his own goal in X's cup defeat by Y": the side that lost, and so did not gain by it."""
        following = [m for m in goal.sentence.mentions if goal.end <= m.start < goal.end + 60]
        for side, *rest in (following[i : i + 4] for i in range(len(following))):
            if side.kind == "TEAM" and side.possessive and any(m.kind == "LOSS_NOUN" for m in rest):
                return str(side.value) if side.value in self.pair else None
        return None

    def _levels_for_subject(self, goal: GoalTold) -> bool:
        """ "X's 1-1 draw with Y, in which Kell cancelled out an opener": beside a draw its subject is saved."""
        if self.score is None or self.score[0] != self.score[1] or self.match.rule == "result.both_drew":
            return False
        told = any(goal.sentence is telling.sentence for telling in self.match.tellings())
        return told and says_level(self.state.text.lower[goal.start : goal.end])

    def _known(self, scorer: str) -> list[str]:
        teams = self.state.cast.plays_for.get(scorer, Counter())
        return [t for t, _ in teams.most_common() if t in self.pair][:1]

    def _other(self, team: str) -> str:
        return self.pair[1] if team == self.pair[0] else self.pair[0]

    def _thanked(self, goal: GoalTold) -> bool:
        """ "a 2-0 lead courtesy of an own goal": the sentence is about the side that it helped."""
        return any(m.kind == "THROUGH" for m in goal.sentence.mentions if m.start < goal.at)


def _until(goal: GoalTold, goals: list[GoalTold]) -> int:
    """How far the words beside a goal are told of it: what follows an own goal may be of another of the same man."""
    amends = (g.at for g in goals if g.amends and g.scorer == goal.scorer and g.sentence is goal.sentence)
    return min([goal.sentence.span.end, *amends]) if goal.kind == "own_goal" else goal.sentence.span.end


def _of_one_side(goals: list[GoalTold]) -> list[GoalTold]:
    """The goals without those that a pronoun or an epithet gives to a man who is told to have scored for the others."""
    said: dict[Key, dict[str, GoalTold]] = {}
    for goal in goals:
        for team, weight in goal.sides.items():
            known = said.setdefault(key_of(goal), {}).get(team)
            if weight >= _SAID_SO and (known is None or goal.confidence > known.confidence):
                said[key_of(goal)][team] = goal
    wrong = [min(of.values(), key=lambda g: g.confidence) for of in said.values() if len(of) > 1]
    sure = {id(g) for g in wrong if any(o.confidence > g.confidence for o in said[key_of(g)].values())}
    return [goal for goal in goals if id(goal) not in sure]
