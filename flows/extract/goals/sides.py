"""Whose goal it is: votes of the text for each scorer's side, which are then weighed against the final score.

Votes come from what is known of the player, from "for X", "gave X the lead", "X's second", from the goal's place in the
match (a winner is the winners', a third goal of those who got three), and from the side the sentence is about.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from flows.extract.goals.score_fit import ScoreFit, Votes, key_of
from flows.extract.goals.told import GoalTold
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_KNOWN, _SAID, _OWNED, _SUBJECT, _NEARBY, _EARLIER = 5.0, 6.0, 4.0, 2.0, 1.0, 0.5
_DECISIVE = re.compile(
    r"\bwinner\b|\bonly goal\b|match-winn|decisive|turnaround|comeback|completed the (?:scoring|win|victory|rout)|put "
    r"the (?:game|result|match) beyond|wrapped|rounded off|sealed|settled"
)
_GAVE = re.compile(
    r"^[^,;]{0,40}\b(?:earned|salvaged|rescued|gave|given|handed|fired|sent|took|lifted|"
    r"helped|put|won it for|sealed it for) (?:the )?$"
)
_CREDIT = re.compile(
    r"\b(?:rescu|earn|salvag|help|fir(?:ed|e)\b|inspir|sav(?:ed|e)\b|lift|guid|steer|led\b|snatch|won it for|"
    r"sealed)[^.;]{0,70}$"
)
_CREDIT_REACH, _CREDITED = 100, 3.0
_SO_REACH, _FARED_SO, _ADJOINS = 90, 3.0, 6
_HELD_OUT = re.compile(
    r"\b(?:held (?:out|on|firm)|resisted|survived|clung on|had kept|hung on|fell behind|went behind)\b"
)
_CONSOLED = re.compile(r"\bconsolation")
_AWAY_GOAL = re.compile(r"\baway goal")
_NO_GOAL = re.compile(
    r"[ -](?:half|period|round|time|win|victory|defeat|straight|successive|consecutive|minute|season|"
    r"place|yellow|league)"
)
_COUNTED = {"third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_GOALS = frozenset({"GOAL_NOUN", "SECOND", "THIRD", "ONWARD", "ORDINAL", "LEAD", "IN_PLAY"})
_OPPOSED = frozenset({"AGAINST", "BY", "WIN", "AT", "HOST", "TO", "TRAVEL", "FROM", "OF", "VERSUS"})
_OWN_GOAL_TOLD = 0.05
_GUESSED = 0.4  # what a side known only as somebody's men counts for
_TURNED = re.compile(r"(?:but|however|yet|instead|still)\b")
_BEHIND = re.compile(
    r"\b(?:(?:fell|went|were|slipped|found themselves) (?:[\w-]+ ){0,2}behind|conced\w+|trail(?:ed|ing)|undone|"
    r"caught (?:cold|out|napping)|punished|breached|rocked|stunned|shocked|made to pay|paid the price|let in|"
    r"(?:threw|gave) away|held out until)\b"
)
_FARED = re.compile(
    r" (?:\w+ly |also |then |twice )?(?:w[io]n\w*|beat|came from|hit back|fought back|claimed|thrash\w+|edged|eased|"
    r"cruised|"
    r"recovered|secured|overcame|saw off|ran out|romped|swept|moved|went top|reached|booked|made it|drew|salvag\w+|"
    r"rescu\w+|earn\w*|held|snatch\w+|came back|rall\w+|battled|stunn\w+|upset|knocked|shock\w+|climb\w+|clinch\w+|"
    r"seal\w+|progress\w*|advanc\w+|trounc\w+|hammer\w+|rout\w*|crush\w*|dispatch\w*|scraped|squeez\w+|"
    r"brush\w+|sank|downed|piled|extend\w*|stretch\w*|maintain\w*|continu\w+|pull\w+|got|grab\w+|returned|took|"
    r"put|ended|leapt|jumped|rose|racked|marched|stormed|turned)\b"
)
_FARED_ILL = re.compile(
    r" (?:\w+ly |also |then |twice )?(?:lost|were (?:beaten|held|denied|stunned|thrash\w+|knocked|dumped|pegged)|"
    r"crashed|slumped|went down|threw away|let slip|squandered|conceded|fell|slipped|suffered|bowed out|capitulated|"
    r"collapsed|surrendered)\b"
)
_COLLAPSED = re.compile(
    r" (?:never recovered|had no (?:answer|reply)|collapsed|crumbled|wilted|folded|fell apart|capitulated|"
    r"were (?:stunned|rocked|punished|undone|made to pay|caught))\b"
)
_VICTIM = re.compile(
    r"\b(?:ma(?:de|kes|king)|punish(?:ed|es|ing)|silenc(?:ed|es|ing)|stunn(?:ed|ing)|shock(?:ed|ing)) (?:the )?$"
)


class GoalSides:
    """Settles the sides of the goals of one match."""

    def __init__(self, state: StoryState, match: MatchTold) -> None:
        self.state = state
        self.pair = (match.team_1, match.team_2)
        self.score = None if match.score_1 is None or match.score_2 is None else (match.score_1, match.score_2)
        self.fit = ScoreFit(state.text.lower, self.pair, self.score)

    def settle(self, goals: list[GoalTold]) -> list[GoalTold]:
        """The goals with side and opponent; without those that the score has no room for."""
        self.told_at = sorted((s.start, s.end) for goal in goals for s in goal.spans)
        votes = self._votes(goals)
        sides = self.fit.best(goals, votes)
        for goal in goals:
            goal.team = self.pair[sides[key_of(goal)]]
            goal.opponent = self.pair[1 - sides[key_of(goal)]]
        return self.fit.within(goals)

    def _votes(self, goals: list[GoalTold]) -> Votes:
        """What each scorer's goals say of his side; an own goal says the contrary of what is known of the player."""
        votes: Votes = {key_of(goal): dict.fromkeys(self.pair, 0.0) for goal in goals}
        credited = self._credited()
        for goal in goals:
            own = goal.kind == "own_goal"
            mine = votes[key_of(goal)]
            for team, weight in goal.sides.items():
                mine[team] = mine.get(team, 0.0) + weight
            for team in self._known(goal.scorer):
                mine[self._other(team) if own else team] += _KNOWN
            for team, told in self._told(goal).items():
                mine[team] += told if not own or told >= _OWNED or self._thanked(goal) else told * _OWN_GOAL_TOLD
            for team in credited.get(goal.scorer, ()):
                mine[self._other(team) if own else team] += _CREDITED
            for team in self._by_result(goal):
                mine[team] += _OWNED
        return votes

    def _credited(self) -> dict[str, list[str]]:
        """Whom somebody is said to have helped: "came off the bench to rescue a point as X hit back"."""
        found: dict[str, list[str]] = {}
        for sentence in self.state.sentences:
            for one, two in pairwise([m for m in sentence.mentions if m.kind == "PERSON" or m.kind in SIDES]):
                near = one.kind == "PERSON" and two.kind in SIDES and two.start - one.end < _CREDIT_REACH
                if near and _CREDIT.search(self.state.text.lower, one.end, two.start):
                    team = self.state.side(two, sentence)
                    if team in self.pair:
                        found.setdefault(str(one.value), []).append(str(team))
        return found

    def _by_result(self, goal: GoalTold) -> list[str]:
        """Whose it must be by its place in the match: a winner is the winners', a fourth of those who got four."""
        if goal.kind == "own_goal" and (loser := self._loser_after(goal)) is not None:
            return [self._other(loser)]
        text = self.state.text.lower[goal.start : goal.end + 30]
        home = self.state.main.home if self.state.main is not None else None
        if home in self.pair and _AWAY_GOAL.search(text):
            return [self._other(str(home))]
        if self.score is None or self.score[0] == self.score[1]:
            return []
        winner = self.pair[int(self.score[1] > self.score[0])]
        if _CONSOLED.search(text):
            return [self._other(winner)]
        number = self._running(goal)
        able = [team for team, scored in zip(self.pair, self.score, strict=True) if scored >= number]
        if number > 1 and len(able) == 1:
            return able
        return [winner] if _DECISIVE.search(text) else []

    def _loser_after(self, goal: GoalTold) -> str | None:
        """ "his own goal in X's cup defeat by Y": the side that lost, and so did not gain by it."""
        following = [m for m in goal.sentence.mentions if goal.end <= m.start < goal.end + 60]
        for side, *rest in (following[i : i + 4] for i in range(len(following))):
            if side.kind == "TEAM" and side.possessive and any(m.kind == "LOSS_NOUN" for m in rest):
                return str(side.value) if side.value in self.pair else None
        return None

    def _running(self, goal: GoalTold) -> int:
        """Which goal of its side it is: "a third", "made it 3-0"."""
        following = [m for m in goal.sentence.mentions if goal.at <= m.start < goal.end + 24]
        made = (
            "made it" in self.state.text.lower[goal.at : goal.end + 4]
            or "make it" in self.state.text.lower[goal.at : goal.end + 4]
        )
        scores = [max(m.value) for m in following if made and m.kind in ("LIVE_SCORE", "SCORE") and m.value is not None]
        words = [
            n
            for m in following
            if m.kind == "ONWARD"
            for word, n in _COUNTED.items()
            if word in m.text.lower() and not _NO_GOAL.match(self.state.text.lower, m.end)
        ]
        return max([*scores, *words], default=0)

    def _known(self, scorer: str) -> list[str]:
        teams = self.state.cast.plays_for.get(scorer, Counter())
        return [t for t, _ in teams.most_common() if t in self.pair][:1]

    def _other(self, team: str) -> str:
        return self.pair[1] if team == self.pair[0] else self.pair[0]

    def _thanked(self, goal: GoalTold) -> bool:
        """ "a 2-0 lead courtesy of an own goal": the sentence is about the side that it helped."""
        return any(m.kind == "THROUGH" for m in goal.sentence.mentions if m.start < goal.at)

    def _told(self, goal: GoalTold) -> dict[str, float]:
        """What the sentence says of the side: for it, its second, it led; else the side nearest before."""
        votes: dict[str, float] = {}
        mentions = goal.sentence.mentions
        for index, mention in enumerate(mentions):
            if mention.kind not in SIDES and not (mention.kind == "THEY" and mention.text.lower() in ("they", "their")):
                continue
            his = mention.kind == "EPITHET" and mention.value[0] == "HE"
            team = None if his else self.state.side(mention, goal.sentence)
            if team is None or team not in self.pair:
                continue
            weight = self._weight(goal, mentions, index)
            if mention.kind == "EPITHET" and mention.value[0] == "PERSON" and not self._is_known(mention.value[1]):
                weight *= _GUESSED
            side = team if weight > 0 else self._other(team)
            if weight != 0:
                votes[side] = max(votes.get(side, 0.0), abs(weight))
        return votes or self._earlier(goal)

    def _is_known(self, leader: str) -> bool:
        """Whether the story says whose coach or player he is, not only "his side"."""
        return leader in self.state.cast.told_coaches or leader in self.state.cast.plays_for

    def _weight(self, goal: GoalTold, mentions: list[Mention], index: int) -> float:
        """How much a side's mention speaks for it having scored; below zero for the other one."""
        mention = mentions[index]
        before = mentions[index - 1] if index else None
        after = mentions[index + 1] if index + 1 < len(mentions) else None
        if mention.text.lower() == "their":
            owned = after is not None and after.kind in _GOALS and after.start - mention.end < 24
            return _OWNED if owned and after is not None and abs(after.start - goal.end) < 40 else 0
        adjoins = before is not None and mention.start - before.end < 8
        if goal.end <= mention.start < goal.end + 110 and before is not None and before.kind == "GIVE_LEAD" and adjoins:
            others = [m for m in mentions[:index] if m.kind == "PERSON" and m.start >= goal.end]
            return 0 if any(not goal.same_scorer(str(m.value)) for m in others) else _SAID
        if goal.end <= mention.start < goal.end + 70 and _GAVE.search(self.state.text.lower[goal.end : mention.start]):
            return _SAID
        beaten = before is not None and before.kind in ("AGAINST", "BY", "WIN", "AT", "HOST") and adjoins
        following = mentions[index + 2 : index + 5]
        if goal.end <= mention.start and not beaten and after is not None and _is_up(after, following):
            return _OWNED
        if goal.start <= mention.start < goal.end + 50 and self._is_for(goal, mention):
            return _SAID
        if mention.possessive and after is not None and after.start - mention.end < 24:
            if after.kind in _GOALS and abs(after.start - goal.end) < 40:
                return _OWNED
            if after.kind == "PERSON":
                return _OWNED if goal.same_scorer(str(after.value)) else 0
        if beaten:
            return -_NEARBY
        if goal.start < mention.start < goal.at and before is not None and before.kind == "FOR" and adjoins:
            return _OWNED
        if goal.end <= mention.start < goal.end + _SO_REACH and (fared := self._fared_so(mention, before)):
            return fared
        if mention.start > goal.end or mention.possessive:
            return 0
        if _against_them(self.state.text.lower, mention):
            return -_SAID
        if _COLLAPSED.match(self.state.text.lower, mention.end):
            return -_SUBJECT
        if _contrasted(mentions[index + 1 :], goal):
            return -_NEARBY
        if self.state.text.lower.find(", but ", mention.end, max(mention.end, goal.at)) >= 0:
            return -_EARLIER
        if _HELD_OUT.search(self.state.text.lower, mention.end, max(mention.end, goal.at)):
            return -_SUBJECT
        if _new_subject(mentions[index + 1 :], goal):
            return _EARLIER
        return _SUBJECT if index == 0 or before is None or before.kind in ("SUBORDINATE", "COMMA", "AND") else _NEARBY

    def _fared_so(self, mention: Mention, before: Mention | None) -> float:
        """ "scored twice as Harland came from behind": theirs; "struck late as Marden lost again": the others'."""
        if before is None or before.text.lower() not in ("as", "when") or mention.start - before.end > _ADJOINS:
            return 0
        if _FARED.match(self.state.text.lower, mention.end):
            return _FARED_SO
        return -_SUBJECT if _FARED_ILL.match(self.state.text.lower, mention.end) else 0

    def _is_for(self, goal: GoalTold, mention: Mention) -> bool:
        """ "hit back for the visitors", where no other goal is told between."""
        if any(goal.end < start < mention.start for start, _ in self.told_at):
            return False
        head = self.state.text.lower[max(0, mention.start - 10) : mention.start]
        return head.endswith((" for ", " for the ", " for his "))

    def _earlier(self, goal: GoalTold) -> dict[str, float]:
        """The side that the sentences before are about; the other one where that side fell behind, or after "But"."""
        lower = self.state.text.lower
        index = goal.sentence.number
        turned = bool(_TURNED.match(lower, goal.sentence.span.start))
        for sentence in reversed(self.state.sentences[max(0, index - 2) : index]):
            if any(sentence.span.start <= start < goal.sentence.span.start for start, _ in self.told_at):
                return {}
            team = self._subject_of(sentence)
            if team is not None:
                behind = _BEHIND.search(lower, *sentence.span) is not None
                side = self._other(team) if behind != turned else team
                return {side: _NEARBY if behind or turned else _EARLIER}
        return {}

    def _subject_of(self, sentence: Sentence) -> str | None:
        """The side of the pair a sentence is about: told first and not as somebody's opponent."""
        before: Mention | None = None
        for mention in sentence.mentions:
            told = mention.kind in SIDES or (mention.kind == "THEY" and mention.text.lower() == "they")
            opposed = before is not None and before.kind in _OPPOSED and mention.start - before.end < 12
            team = self.state.side(mention, sentence) if told and not opposed else None
            if team in self.pair:
                return team
            before = mention
        return None


def _against_them(lower: str, mention: Mention) -> bool:
    """ "made Marden pay", "punished the hosts", "silenced the home crowd"."""
    return _VICTIM.search(lower, max(0, mention.start - 16), mention.start) is not None


def _contrasted(following: list[Mention], goal: GoalTold) -> bool:
    """Whether "but" and another man stand between side and goal: "Harland pressed, but Beck's header ..."."""
    between = [m for m in following if m.start < goal.at]
    return any(
        one.text.lower() == "but" and two.kind in ("PERSON", "NAME") and two.start - one.end < 16
        for one, two in pairwise([*between, *[m for m in following if m.start >= goal.at][:1]])
    )


def _new_subject(following: list[Mention], goal: GoalTold) -> bool:
    """Whether another's clause stands between side and goal: "they retreated, Orr hit a post and Beck scored"."""
    between = [m for m in following if m.start < goal.at]
    heads = [two for one, two in pairwise(between) if one.kind in ("COMMA", "AND") and two.kind == "PERSON"]
    return len([m for m in heads if not goal.same_scorer(str(m.value))]) > 0


def _is_up(after: Mention, following: list[Mention]) -> bool:
    """ "the visitors were 2-0 up": the score stands for those who lead."""
    return after.kind in ("BE", "IN_PLAY", "LIVE_SCORE") and any(
        m.kind == "LIVE_SCORE" and m.value[0] > m.value[1] for m in [after, *following]
    )
