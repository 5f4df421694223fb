"""Scores that other words tell of a match told without one: "scored the only goal", "drew a blank", level before kicks.

In: the matches of a story told so far, with the outcome of those that have no score. Out: the same with the scores that
these words make certain: whoever won a match with only one goal won it 1-0, and a shoot-out follows a level score.
"""

from __future__ import annotations

import re
from operator import attrgetter

from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_ONLY_GOAL = Sought(
    r"\b(?:only|lone|sole|solitary) (?:[\w-]+ )?(?:goal|strike)\b(?! (?:attempt|threat|chance|effort))"
    r"(?! (?:of|from|in|by|for|to) (?:the (?:season|first half|half|campaign|tournament|group)|his|her|their|year))"
)
_SEASONS = Sought(
    r"\b(?:his|her|their|its|whose|(?<!game)(?<!match)(?<!contest)(?<!tie)'s) (?:only|lone|sole|"
    r"solitary) (?:[\w-]+ )?goal\b"
)
_BLANK = re.compile(r" a blank\b")
_GOALLESS = Sought(
    r"\b(?:goalless (?:90|120|ninety|extra|match|game|final|tie|two hours|semi-final)|120 goalless|90 goalless|"
    r"(?:finished|ended|remained|stayed|still|was|were) (?:goalless|scoreless))\b"
)
_IT_ENDED = Sought(
    r"\b(?:it|the (?:game|match|contest|final|tie)|(?:final|full-time) score(?:line)?) (?:had |eventually |duly |was )*"
    r"(?:finished|ended|finishing|ending|was|at|of|:)(?: up)? "
    r"(?=\d{1,2} ?- ?\d{1,2}\b(?! (?:up|down|ahead|behind|at)\b))"
)
_LEVEL = ("SCORE", "LIVE_SCORE")
_START = attrgetter("start")


def settle_implied_scores(state: StoryState, matches: list[MatchTold]) -> None:
    """Give matches without a score the one that other words of their sentence, or of the next, make certain."""
    for match in matches:
        if match.status != "played" or match.score_1 is not None or match.score_2 is not None or match.outcome is None:
            continue
        if match.outcome == "draw":
            if match.rule == "outcome.both_drew" and _BLANK.match(state.text.lower, match.end):
                match.score_1 = match.score_2 = 0
            continue
        if LETTER["SHOOTOUT"] in match.sentence.shape or LETTER["SHOOTOUT_SCORE"] in match.sentence.shape:
            _level_before_kicks(state, match, matches)
        elif _has_one_goal(state, match, matches):
            won = match.outcome == "win"
            match.score_1, match.score_2 = int(won), int(not won)
    _settle_by_how_it_ended(state, matches)


def _settle_by_how_it_ended(state: StoryState, matches: list[MatchTold]) -> None:
    """ "X had a hard-fought win over Y. ... It finished 2-1.": a match whose winner was told, and no other since."""
    for sentence in state.holding(_IT_ENDED):
        ended = _IT_ENDED.search(state.text.lower, sentence.span.start, sentence.span.end)
        score = next((m for m in sentence.mentions if ended is not None and m.start == ended.end()), None)
        if score is None or score.kind not in _LEVEL or _is_taken(score.start, matches):
            continue
        before = [m for m in matches if m.status == "played" and m.start < score.start]
        match = max(before, key=_START, default=None)
        if match is None or match.outcome is None or match.score_1 is not None or match.score_2 is not None:
            continue
        goals = sorted(score.value, reverse=match.outcome == "win")
        if (goals[0] == goals[1]) == (match.outcome == "draw"):
            match.score_1, match.score_2 = goals
            score.kind = "SCORE"


def score_it_ended_in(state: StoryState, match: MatchTold, matches: list[MatchTold]) -> tuple[int, int] | None:
    """ "It finished 2-1", told behind a match whose winner nobody names, of which the story tells no other score."""
    if match.outcome is not None or sum(m.status == "played" and m.start > match.start for m in matches) > 1:
        return None
    for sentence in state.sentences[match.sentence.number + 1 :]:
        ended = None if sentence.quoted else _IT_ENDED.search(state.text.lower, *sentence.span)
        score = next((m for m in sentence.mentions if ended is not None and m.start == ended.end()), None)
        if score is not None and score.kind in _LEVEL and not _is_taken(score.start, matches):
            score.kind = "SCORE"
            return score.value[0], score.value[1]
    return None


def _alone_in(sentence: Sentence, match: MatchTold, matches: list[MatchTold]) -> bool:
    """Whether a sentence tells of no other match, and of no score."""
    if LETTER["SCORE"] in sentence.shape or LETTER["AGGREGATE_SCORE"] in sentence.shape:
        return False
    return all(m is match or m.sentence is not sentence or m.same_pair(match) for m in matches)


def _has_one_goal(state: StoryState, match: MatchTold, matches: list[MatchTold]) -> bool:
    """ "Hale scored the only goal as X beat Y", "X beat Y. Hale got the only goal"."""
    here = match.sentence
    sentences = [here]
    following = state.sentences[here.number + 1 : here.number + 2]
    if following and not here.headline and following[0].paragraph == here.paragraph:
        sentences += following
    lower = state.text.lower
    for sentence in sentences:
        if LETTER["GOAL_NOUN"] not in sentence.shape and LETTER["GOAL_VERB"] not in sentence.shape:
            continue
        told = _ONLY_GOAL.search(lower, sentence.span.start, sentence.span.end)
        seasons = _SEASONS.search(lower, sentence.span.start, sentence.span.end)
        if told is not None and seasons is None:
            return all(_alone_in(s, match, matches) for s in sentences[: sentences.index(sentence) + 1])
    return False


def _level_before_kicks(state: StoryState, match: MatchTold, matches: list[MatchTold]) -> None:
    """ "lost 5-4 on penalties to X, the sides level at 2-2", "on penalties after a goalless 120 minutes"."""
    index = match.sentence.number
    for sentence in state.sentences[index : index + 2]:
        if sentence.paragraph != match.sentence.paragraph:
            return
        for mention in sentence.mentions:
            if (
                mention.kind in _LEVEL
                and mention.value[0] == mention.value[1]
                and not _is_taken(mention.start, matches)
            ):
                match.score_1, match.score_2 = mention.value
                match.decided = "penalties"
                return
        if _GOALLESS.search(state.text.lower, sentence.span.start, sentence.span.end):
            match.score_1 = match.score_2 = 0
            match.decided = "penalties"
            return


def _is_taken(start: int, matches: list[MatchTold]) -> bool:
    """Whether a score has been read as another match's."""
    return any(m.score_1 is not None and m.start <= start < m.end for m in matches)
