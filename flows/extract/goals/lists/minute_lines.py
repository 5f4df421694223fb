"""A match told minute by minute: lines that begin with their minute, up or down the page.

In: a story's lines, its goals told so far, its match. Out: the minute of each line, given to the goals told in it; and
a goal for each line that tells of one ("GOAL!", a new score) and of which no sentence told: its scorer is who stands in
brackets or first as a subject, its side the one whose score rose.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from flows.extract.cast.actors import Actor, Actors
from flows.extract.goals.sides.score_fit import LIKELY
from flows.extract.goals.tellings.vetoes import vetoed
from flows.extract.goals.told import GoalTold
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.minutes import Minute
from flows.extract.text.sentence import Sentence

_HEAD = re.compile(
    r"(?:M\.? ?|Minute )?(\d{1,3})(?: ?\+ ?(\d{1,2}))?"
    r"(?:'| ?min(?:ute)?s?\b\.?|st minute|nd minute|rd minute|th minute)?(?: ?(?:[:.|]| - |-) ?| (?=[A-Z])|"
    r"(?<=') ?)(?=\S)"
)
_MARKED = re.compile(r"^\D{0,8}\d{1,3}(?: ?\+ ?\d{1,2})?(?:'| ?min|st min|nd min|rd min|th min| ?:)")
_FEWEST = 3  # lines that make a story one of minutes
_LATEST = 125
_OPENS = 9  # letters
_CALL = re.compile(
    r"\b(?:GO+A*L+|Go+a+l+!|GOOOAL)\b|\bGoal(?: for|[!:.])|\b(?:are|go|'re) (?:ahead|in front|level)!|\b(?:lead|level)!"
)
_NO_CALL = re.compile(r"\b(?:no goal|disallowed|ruled out|offside|var (?:says|rules) no|chalked off|not given)\b")
_APIECE = re.compile(r"\b(one|two|three|four|five)(?:-all| apiece| each| goals each)\b")
_LEVEL = re.compile(r"\b(?:all square|we're level|level again|scores level|equali[sz]er!|level!)")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_SCORES = frozenset({"LIVE_SCORE", "SCORE"})
_TO_SIDE = re.compile(r" (?:(?:to|for) )?")
_ARTICLE = 4  # letters
_HIS_SHOT = re.compile(
    r"'s? (?:[\w-]+ ){0,3}(?:shot|header|strike|effort|drive|volley|free[- ]kick|penalty|finish|cross)\b"
)
_SIDE_RISES = 9
_KINDS = (
    (re.compile(r"\bown[- ]goal\b|\bhis own net\b|\bher own net\b|\bo\.?g\.?\b"), "own_goal"),
    (
        re.compile(r"\bpenalt(?:y|ies)\b(?! (?:area|box|shout|appeal))|\bfrom the spot\b|\bspot[- ]kick\b|\(pen"),
        "penalty",
    ),
    (re.compile(r"\bhead(?:ed|er|s)\b|\bnod(?:s|ded)\b"), "header"),
    (
        re.compile(
            r"\bfree[- ]kick (?:in off|over the wall|into|curls|flies)|\b(?:curls|bends|whips) (?:a|the|his|"
            r"her) free[- ]kick"
        ),
        "free_kick",
    ),
)
Score = tuple[int, int]


class Line(NamedTuple):
    """A line's minute and sentences."""

    minute: int
    added: int | None
    sentences: list[Sentence]


class MinuteLines:
    """The lines of one story that begin with their minute; none where it is not told so."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self.lines = self._lines()

    def _lines(self) -> list[Line]:
        normal = self.state.text.normal
        heads = [
            (number, h) for number, block in enumerate(self._blocks()) if (h := _HEAD.match(normal, *block)) is not None
        ]
        marked = [h for _, h in heads if _MARKED.match(h.group())]
        if len(marked) < _FEWEST or any(int(h.group(1)) > _LATEST for _, h in heads):
            return []
        by_block: dict[int, list[Sentence]] = {}
        for sentence in self.state.sentences:
            by_block.setdefault(sentence.paragraph, []).append(sentence)
        found = [
            Line(
                int(h.group(1)) + int(h.group(2) or 0),
                int(h.group(2)) if h.group(2) else None,
                by_block.get(number, []),
            )
            for number, h in heads
        ]
        minutes = [line.minute for line in found]
        return (
            sorted(found, key=lambda line: line.minute) if minutes in (sorted(minutes), sorted(minutes)[::-1]) else []
        )

    def note(self) -> None:
        """Make the number that opens each line its minute."""
        for line in self.lines:
            first = line.sentences[0].mentions[0] if line.sentences and line.sentences[0].mentions else None
            if first is not None and first.kind == "NUMBER" and first.start - line.sentences[0].span.start < _OPENS:
                first.kind, first.value = "MINUTE", Minute(line.minute, line.added)

    def _blocks(self) -> list[tuple[int, int]]:
        head = [self.state.story.headline] if self.state.story.headline else []
        return [(block.start, block.end) for block in [*head, *self.state.story.body]]

    def settle(self, told: list[GoalTold], main: MatchTold | None, actors: Actors) -> list[GoalTold]:
        """The goals told with the minutes of their lines, and those that only a call or a score tells."""
        if not self.lines:
            return told
        made: list[GoalTold] = []
        score: Score = (0, 0)
        for line in self.lines:
            mine = [g for g in told if g.sentence in line.sentences and g.described]
            after = self._score(line, score, main)
            rises = after is not None and sum(after) == sum(score) + 1
            mine = self._of_line(line, mine, actors, rises)
            told = [g for g in told if g.sentence not in line.sentences or g in mine]
            made += [g for g in mine if g not in told]
            for goal in mine:
                if goal.minute is None:
                    goal.minute, goal.added_time = line.minute, line.added
                if after is not None and main is not None and (rises or (0 in after and any(after))):
                    second = after[1] > score[1] if rises else after[0] == 0
                    goal.sides[(main.team_1, main.team_2)[second]] += _SIDE_RISES
            score = after if after is not None and sum(after) >= sum(score) else score
        return sorted(told + made, key=lambda g: g.at)

    def _of_line(self, line: Line, mine: list[GoalTold], actors: Actors, rises: bool) -> list[GoalTold]:
        """Its one goal: the one told, else that of whom the line names."""
        text = self.state.text
        called = [s for s in line.sentences if _CALL.search(text.normal, *s.span)]
        lower = " ".join(text.lower[s.span.start : s.span.end] for s in line.sentences)
        if _NO_CALL.search(lower) and not rises:
            return []
        for goal in mine:
            goal.kind = _kind(lower) if goal.rule == LIKELY and len(mine) == 1 else goal.kind
        if mine or not (rises or called):
            return mine
        scorer = next((a for s in line.sentences for a in self._scorers(s, actors)), None)
        if scorer is None:
            return []
        actor, sentence = scorer
        goal = GoalTold(sentence.span.start, actor.end, str(actor.name), sentence, actor.start, "goal.line", 0.8)
        goal.kind = _kind(lower)
        return [goal]

    def _scorers(self, sentence: Sentence, actors: Actors) -> list[tuple[Actor, Sentence]]:
        """Who may have scored: men in brackets behind a score, else the subjects of a line."""
        people = [a for a in actors.of(sentence) if a.name is not None and a.how in ("name", "opener", "epithet")]
        people = [a for a in people if not a.possessive and actors.may_score(str(a.name)) and self._is_person(a)]
        lower = self.state.text.lower
        owners = [a for a in actors.of(sentence) if a.possessive and a.how == "name" and actors.may_score(str(a.name))]
        owners = [a for a in owners if _HIS_SHOT.match(lower, a.end)]
        bracketed = [a for a in people if lower.endswith("(", 0, a.start)]
        free = [a for a in people if a.subject or lower.endswith((" - ", ": ", ", ", "! ", "by ", "from "), 0, a.start)]
        trigger = Mention("LINE", sentence.span.end, sentence.span.end, "")
        return [(a, sentence) for a in bracketed or free or owners if not vetoed(lower, sentence, trigger, a)]

    def _is_person(self, actor: Actor) -> bool:
        return actor.how != "opener" or actor.name in self.state.cast.people

    def _score(self, line: Line, before: Score, main: MatchTold | None) -> Score | None:
        """The score that a line tells, the match's first side first."""
        for sentence in line.sentences:
            for index, mention in enumerate(sentence.mentions):
                if mention.kind in _SCORES and isinstance(mention.value, tuple):
                    return self._turned(mention, before, sentence.mentions[:index], main)
            apiece = _APIECE.search(self.state.text.lower, *sentence.span)
            if apiece is not None:
                return _NUMBERS[apiece.group(1)], _NUMBERS[apiece.group(1)]
            if _LEVEL.search(self.state.text.lower, *sentence.span) and abs(before[0] - before[1]) == 1:
                return max(before), max(before)
        return None

    def _turned(self, told: Mention, before: Score, earlier: list[Mention], main: MatchTold | None) -> Score:
        """A score as the match's first side sees it: by the side printed beside it, else by what stood before."""
        score = told.value[0], told.value[1]
        side = next((m.value for m in reversed(earlier) if m.kind == "TEAM"), None)
        turned = score[1], score[0]
        if main is not None and (side == main.team_2 or (side is None and self._is_to(told, main.team_2, main))):
            return turned
        if side is None and not _grows(before, score) and _grows(before, turned):
            return turned
        return score

    def _is_to(self, told: Mention, team: str, main: MatchTold) -> bool:
        """ "2-0 to the visitors", "1-0 Brigg!": whether a side printed right behind a score has the more goals."""
        behind = _TO_SIDE.match(self.state.text.lower, told.end)
        index = bisect_left(self.state.mentions, told.end, key=lambda m: m.start)
        near = self.state.mentions[index : index + 2] if behind is not None else []
        side = next((m for m in near if m.start - (behind.end() if behind else 0) in (0, _ARTICLE)), None)
        if side is None or told.value[0] <= told.value[1]:
            return False
        away = side.kind == "SIDE_AWAY" and main.home == main.team_1
        return away or (side.kind == "TEAM" and side.value == team)


def _kind(lower: str) -> str:
    """How the goal of a line fell."""
    return next((kind for told, kind in _KINDS if told.search(lower)), "open_play")


def _grows(before: Score, after: Score) -> bool:
    return after[0] >= before[0] and after[1] >= before[1] and sum(after) == sum(before) + 1
