"""The account of every number: part of a fact, an attribute of one, knowingly ignored with a reason, or unread.

In: a story's claims as written and its mentions. Out: one row a number in digits or words, spans apart from each
other. A number is a fact only where a claim that covers it has that very value; what nobody can explain is said to be
unread.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from operator import attrgetter

from flows.extract.claim_places import Claim, ClaimPlaces
from flows.extract.facts_beside import games_of, listed_fact
from flows.extract.goal_numbers import (
    counts_goals,
    goal_counted,
    goal_named,
    goal_of_minute,
    in_one_match,
    is_nth_goal,
    is_of_goals,
    tells_a_goal,
)
from flows.extract.ignored_numbers import reason_to_pass, reason_to_pass_money, states_a_fact
from flows.extract.lists_of_names import ListsOfNames
from flows.extract.occasions import owner, owner_elsewhere, owner_of_minute
from flows.extract.score_statuses import JOINED, PLAN, SCORES, ScoreStatuses, sentence_at
from flows.extract.story import StoryState
from flows.extract.suppositions import Suppositions
from flows.extract.text.figures import Money, Season
from flows.extract.text.mentions import Mention
from flows.extract.text.number_words import ONLY_IN_FACTS, numerals
from flows.extract.text.sentence import Sentence
from flows.extract.told_again import told_again
from flows.extract.writer import Writer

_WHOLE = frozenset(
    {"SCORE", "LIVE_SCORE", "AGGREGATE_SCORE", "SHOOTOUT_SCORE", "NUMBER", "ORDINAL", "AGE", "MONEY", "MEASURED"}
)
_ATTRIBUTES = {"MINUTE": "minute", "DATE": "date", "SEASON": "season", "ROUND": "round", "LEG": "leg"}
_NAMES = frozenset({"TEAM", "COMPETITION", "GROUND", "NAME", "PERSON", "EPITHET", "PLACE", "NATIONALITY", "ROLE"})
_INSIDE = re.compile(r"[A-Za-z0-9,] $")
_TWO_CAPITALS = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+\b")
_GOALS = re.compile(r" (?:\w+ ){0,2}(?:goals?|strikes?|times)\b|$")
_BOOKING = "booking that sends off"
_NOT_SCORED = re.compile(
    r" (?:com|c[ao]m|went|go|fell|fall|hit|hitting|denied|trail|led|lead|behind|ahead|over|saved|sav)"
)
_NEVER_TOLD = frozenset({"distance", "half of a match"})  # whatever fact has the same figure
_IN_A_RANK = re.compile(r"[ -](?:team|teamers?|choice|string|class|rate|half|halves)\b")
_MINUTE = "minute of no fact told"
_SO_FAR = "goals of one side so far"
_GOALS_UNTOLD = "goals up or down during a match"
_NTH_GOAL = "place in a row of things"
_HEADING = "figure that heads a note"
_MAY_BE_TOLD = frozenset(
    {
        None,
        "figure of speech",
        "count of people or things",
        "games still to come or gone by",
        "goals up or down during a match",
        "chances in a match",
        PLAN,
        "sum of a club's finances or a mere price",
        "age at another time",
        "percentage that measures no fact",
    }
)
_MOST_IN_A_MATCH = 9
_BESIDE_A = {"g": "minute", "m": "date"}
_START = attrgetter("start")
_A = re.compile(r"\ban?\b(?= (?:\w+ )?(?:point|game|match|year|month|week|season|red|second))")


def account_for_numbers(writer: Writer, state: StoryState, mentions: list[Mention]) -> None:
    """Write one row a number of the story."""
    _Account(writer, state, mentions).write()


class _Account:
    """The account of one story."""

    def __init__(self, writer: Writer, state: StoryState, mentions: list[Mention]) -> None:
        self.writer = writer
        self.state = state
        self.lower = state.text.lower
        self.mentions = sorted([m for m in mentions if m.end > m.start], key=_START)
        self.starts = [m.start for m in self.mentions]
        self.sentence_starts = [s.span.start for s in state.sentences]
        self.claims = ClaimPlaces(writer)
        self.goals = self.claims.goals()
        self.block_starts = [b.start for b in state.story.body]
        self.lists = ListsOfNames(self.lower, state.story.body)
        self.told: set[str] = set()
        self.last: tuple[int, str, str | None, str | None] = (0, "", None, None)
        self.supposed = Suppositions(state.sentences)
        self.scores = ScoreStatuses(state, self.claims, self.mentions)

    def write(self) -> None:
        """One row a number, in order, none over another."""
        story, position = self.state.story, 0
        for start, end, value in numerals(self.lower, story.start, story.end):
            if start < position:
                continue
            mention = self._covering(start)
            if mention is not None and mention.kind in _WHOLE:
                start, end, value = mention.start, max(mention.end, end), _value(mention, value)
                if start < position:
                    continue
            position = end
            status, reason, claim = self._status(start, end, value, mention)
            self.last = (end, status, reason, claim)
            if status == "unread" and self.lower[start:end] in ONLY_IN_FACTS:
                continue
            self.writer.number(start, end, value, status, reason, claim)
        self._articles_that_count()

    def _covering(self, position: int) -> Mention | None:
        index = bisect_right(self.starts, position) - 1
        for mention in self.mentions[max(0, index - 1) : index + 1][::-1]:
            if position < mention.end:
                return mention
        return None

    def _status(
        self, start: int, end: int, value: float | None, mention: Mention | None
    ) -> tuple[str, str | None, str | None]:
        kind = mention.kind if mention is not None else ""
        if kind in SCORES and mention is not None:
            return self.scores.of(mention, self.last)
        covering = self.claims.over(start, end)
        if kind in _ATTRIBUTES and mention is not None and not self._counts_games(kind, covering, value):
            return self._attribute(mention, start, covering)
        if kind in _NAMES or self._capitalised(start, end):
            return "ignored", "part of a name", None
        fact = self._fact_held(covering, start, end, value)
        if fact is not None:
            self.told.add(fact)
            return "fact", None, fact
        for claim in covering:
            if value is not None and value in claim.held.beside:
                return "attribute", _BESIDE_A.get(claim.letter, "number beside the fact"), claim.claim_id
        for claim in self.claims.again_over(start, end):
            if value is not None and value in claim.held.beside:
                return "attribute", "minute", claim.claim_id
        return self._unclaimed(start, end, value, kind)

    def _counts_games(self, kind: str, covering: list[Claim], value: float | None) -> bool:
        """Whether what looks like a round are so many games of a measure ("unbeaten in the last eight ties")."""
        told = (c.held for c in covering if c.letter == "s")
        return kind == "ROUND" and any(value in held.values or value in held.beside for held in told)

    def _fact_held(self, covering: list[Claim], start: int, end: int, value: float | None) -> str | None:
        """The claim around a number whose value it is: not of a first team, not once more what has been told ("the
        second to score in his first two games")."""
        held = [claim for claim in covering if value is not None and value in claim.held.values]
        if not held:
            return None
        if _IN_A_RANK.match(self.lower, end) and self.lower[start:end] in ("first", "second", "third"):
            return None
        fresh = next((claim.claim_id for claim in held if claim.claim_id not in self.told), None)
        return fresh or (held[0].claim_id if reason_to_pass(self.lower, start, end) is None else None)

    def _capitalised(self, start: int, end: int) -> bool:
        """A number word with a capital inside a sentence belongs to a name ("Radio Five", "Henk Ten Cate"), and so does
        one that begins a sentence where the story writes it so inside another."""
        normal = self.state.text.normal
        if not normal[start].isupper():
            return False
        if _INSIDE.search(normal[max(0, start - 3) : start]) is not None:
            return True
        name = _TWO_CAPITALS.match(normal, start)
        if name is None:
            return False
        inside = re.compile(rf"{_INSIDE.pattern[:-1]}{re.escape(name.group())}\b")
        return inside.search(normal, self.state.story.start, self.state.story.end) is not None

    def _attribute(self, mention: Mention, start: int, covering: list[Claim]) -> tuple[str, str | None, str | None]:
        kind, reason = mention.kind, _ATTRIBUTES[mention.kind]
        sentence = self._sentence(start)
        begun = self.claims.begun(*sentence.span) if sentence is not None else []
        if kind == "MINUTE":
            near = [*covering, *self.claims.again_over(start, start + 1), *begun]
            told = owner_of_minute([c for c in near if c.letter == "g"], mention)
            told = told or goal_of_minute(self.goals, mention.value, self.lower, start)
        else:
            near = [c for c in (*covering, *begun) if c.letter in "mts"]
            told = owner(near, kind, mention, self.lower) or owner_elsewhere(self.claims, kind, mention)
        if told is None and kind == "MINUTE" and tells_a_goal(self.lower, mention.start, mention.end):
            return "unread", None, None
        return ("attribute", reason, told) if told is not None else ("ignored", f"{reason} of no fact told", None)

    def _unclaimed(self, start: int, end: int, value: float | None, kind: str) -> tuple[str, str | None, str | None]:
        sentence = self._sentence(start)
        passed = reason_to_pass_money if kind == "MONEY" else reason_to_pass
        reason = passed(self.lower, start, end)
        if reason == "year" and sentence is not None:
            return self._year(sentence, start, value)
        if reason in _NEVER_TOLD:
            return "ignored", reason, None
        if reason == _MINUTE:
            goal = self._goal_at(start, value)
            if goal is not None:
                return "attribute", "minute", goal
            if self.lists.holds(start, end):
                return "ignored", self.lists.means(start, end), None
            return ("unread", None, None) if tells_a_goal(self.lower, start, end) else ("ignored", reason, None)
        if reason == _HEADING:
            stated = self._in_block(start, "s", lambda claim: value in claim.held.values)
            return ("fact", "told again", stated) if stated is not None else ("ignored", reason, None)
        if reason == _BOOKING:
            return "ignored", reason, None
        counted = kind in ("MULTI", "TIMES") or reason == _SO_FAR or self._of_goals(start, end)
        counted = counted and not _NOT_SCORED.match(self.lower, end)
        if counted or (kind in ("SECOND", "THIRD", "ONWARD") and is_of_goals(self.lower, end)):
            told = self._goals_in(sentence, value)
            goal = None if sentence is None else goal_named(told, sentence, self.lower, start, end)
            if told:
                return ("unread", None, None) if goal is None else ("attribute", "goals told one by one", goal)
        if sentence is not None and counts_goals(self.lower, start, end):
            goal = goal_counted(self.goals, self.lower[slice(*sentence.span)], value)
            if goal is not None:
                return "attribute", "goals told one by one", goal
            if in_one_match(self.lower, end):
                reason = reason or _GOALS_UNTOLD
        if is_nth_goal(self.lower, start, end) and reason != PLAN:
            told = self._goals_in(sentence, value)
            if told and sentence is not None:
                goal = goal_named(told, sentence, self.lower, start, end)
                if goal is None:
                    return "unread", None, None
            else:
                goal = self._goal_in_block(start)
            if goal is not None:
                return "attribute", "goals told one by one", goal
            reason = reason or _NTH_GOAL
        beside = games_of(self.claims, self.lower, sentence, start, end)
        if beside is not None:
            return "attribute", "number beside the fact", beside
        listed = listed_fact(self.claims, self.lower, sentence, start, value, self.told)
        if listed is not None:
            self.told.add(listed)
            return "fact", None, listed
        if self.lists.holds(start, end):
            return "ignored", reason or self.lists.means(start, end), None
        if value is not None and reason in _MAY_BE_TOLD:
            again = told_again(self.claims.measured(value), self.lower, start, end, kind)
            if again is not None:
                return "fact", "told again", again.claim_id
        kept = reason != PLAN and states_a_fact(self.lower, start, end)
        if (reason is None or kept) and sentence is not None and self.supposed.hold(start):
            return "ignored", PLAN, None
        return ("ignored", reason, None) if reason and not kept else ("unread", None, None)

    def _year(self, sentence: Sentence, start: int, value: float | None) -> tuple[str, str | None, str | None]:
        """A year is the date of a match of its sentence that was played in it, or of what the year before it dates."""
        end, *before = self.last
        if before[0] == "attribute" and before[1] == "date" and self.lower[end:start] in JOINED:
            return "attribute", "date", before[2]
        told = (claim for claim in self.claims.begun(*sentence.span) if claim.letter == "m")
        match = next((claim.claim_id for claim in told if value in claim.held.beside), None)
        return ("ignored", "year", None) if match is None else ("attribute", "date", match)

    def _of_goals(self, start: int, end: int) -> bool:
        return self.lower[start:end] in ("twice", "second", "third") or bool(_GOALS.match(self.lower[end : end + 24]))

    def _goals_in(self, sentence: Sentence | None, value: float | None) -> list[Claim]:
        """The goals of a sentence; where so many are possible in one match, those that it tells again as well."""
        if sentence is None:
            return []
        told = self.claims.begun(*sentence.span)
        if value is not None and value <= _MOST_IN_A_MATCH:
            told += self.claims.told_again(*sentence.span)
        return [c for c in told if c.letter == "g"]

    def _goal_in_block(self, start: int) -> str | None:
        return self._in_block(start, "g", lambda claim: True)

    def _goal_at(self, start: int, minute: float | None) -> str | None:
        """A goal of the block whose minute is this."""
        return self._in_block(start, "g", lambda claim: minute is not None and minute in claim.held.beside)

    def _in_block(self, start: int, letter: str, fits: Callable[[Claim], bool]) -> str | None:
        """The first claim of a kind that begins in the block of a position and fits."""
        index = bisect_right(self.block_starts, start) - 1
        if index < 0:
            return None
        here = self.claims.begun(*self.state.story.body[index])
        return next((c.claim_id for c in here if c.letter == letter and fits(c)), None)

    def _sentence(self, position: int) -> Sentence | None:
        return sentence_at(self.state.sentences, self.sentence_starts, position)

    def _articles_that_count(self) -> None:
        """ "a point clear": the article of a fact worth one that no numeral states."""
        written: set[int] = set()
        for claim in self.claims.all:
            if claim.letter == "s" and claim.claim_id not in self.told and claim.held.values[:1] == (1.0,):
                article = _A.search(self.lower, claim.start, claim.end)
                if article and article.start() not in written:
                    written.add(article.start())
                    self.told.add(claim.claim_id)
                    self.writer.number(article.start(), article.end(), 1.0, "fact", None, claim.claim_id)


def _value(mention: Mention, value: float | None) -> float | None:
    if isinstance(mention.value, Money):
        return mention.value.amount
    if isinstance(mention.value, (int, float)):
        return float(mention.value)
    return None if isinstance(mention.value, (tuple, Season)) else value
