"""Further results of the pair that a sentence has just told one of: "beat X twice, 2-0 at Moss Lane and 3-1 away".

In: a sentence with several scores and the matches found in it. Out: one match more for each score that goes on from the
one before it with nobody named in between but the grounds; a ground or a word beside it tells whose home it was.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flows.extract.matches.homes.grounds_told import at_home_on
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_BOTH = re.compile(
    r"\b(?:both|two|three|four|all|the|their|twice|three times)\b(?: [\w-]+){0,3}? (?:meetings|games|matches|"
    r"encounters|legs|fixtures|clashes|derbies)\b[^.;]*$|\b(?:twice|three times|home and away|"
    r"the double (?:over|against))\b[^.;]*$"
)
_GOES_ON = re.compile(
    r"(?:,? (?:at home|at (?:the )?[\w'. -]{3,30}|home|away|on aggregate|in (?:the|a) [\w -]{3,30}|in \w+|"
    r"on (?:[\w-]+ ){1,3}|last \w+))?,?(?: and| then)? "
)
_JOINED = " and "
_ANOTHER_CLAUSE = re.compile(r",? (?:but|while|before|although|whereas|when|though|as|so|yet|after)\b")
_AT_HOME = re.compile(r",? (?:back )?(?:at home|on home soil)\b(?! to\b| against\b)")
_AWAY = re.compile(r",? (?:away\b(?! to\b| at\b| against\b)|on the road\b|on the return\b)")
_BESIDE = 16  # letters
_REACH = 90


def further_meetings(state: StoryState, sentence: Sentence, told: list[MatchTold], used: set[int]) -> list[MatchTold]:
    """The matches of the scores of a sentence that are further ones of a pair; their scores are added to `used`."""
    found: list[MatchTold] = []
    scores = sentence.of("SCORE")
    for one, two in pairwise(scores):
        first = next((m for m in (*told, *found) if m.sentence is sentence and m.start <= one.start < m.end), None)
        if two.start in used or first is None or not _goes_on(state, sentence, one, two, first):
            continue
        told_behind = [m for m in sentence.mentions if 0 <= m.start - two.end < _BESIDE][:2]
        score = _of_the_same_outcome(first, two)
        if score is None or _has_its_own_side(state.text.lower, two, told_behind):
            continue
        home = _home(state.text.lower, two, told_behind, first)
        found.append(replace(first, end=two.end, score_1=score[0], score_2=score[1], home=home, twins=[]))
        used.add(two.start)
    return found


def _goes_on(state: StoryState, sentence: Sentence, one: Mention, two: Mention, first: MatchTold) -> bool:
    """Whether nothing but where the first was played stands between two scores of one telling."""
    lower = state.text.lower
    between = [m for m in sentence.mentions if one.end <= m.start < two.start]
    if not _GOES_ON.fullmatch(lower, one.end, two.start) or any(m.kind in SIDES for m in between):
        return False
    if lower[one.end : two.start] == _JOINED or any(_is_of(m, first) for m in between):
        return True
    opens = min(m.start for m in sentence.of("SCORE"))
    return _BOTH.search(lower, max(sentence.span.start, opens - _REACH), opens) is not None


def _is_of(ground: Mention, match: MatchTold) -> bool:
    return ground.kind == "GROUND" and any(at_home_on(team, ground) for team in (match.team_1, match.team_2))


def _of_the_same_outcome(first: MatchTold, score: Mention) -> tuple[int, int] | None:
    """A further score as the goals of the first side and of the other; None where it says another outcome."""
    if first.score_1 is None or first.score_2 is None:
        return None
    high, low = max(score.value), min(score.value)
    if (high == low) != (first.score_1 == first.score_2):
        return None
    return (high, low) if first.score_1 > first.score_2 else (low, high)


def _has_its_own_side(lower: str, score: Mention, behind: list[Mention]) -> bool:
    """Whether another side, or the word for another outcome, belongs to a score."""
    if _ANOTHER_CLAUSE.match(lower, score.end):
        return False
    return any(m.kind in SIDES or m.kind in ("NAME", "DRAW_NOUN", "WIN_NOUN", "LOSS_NOUN") for m in behind)


def _home(lower: str, score: Mention, behind: list[Mention], match: MatchTold) -> str | None:
    """The side at home by the words right behind a score: "at home", "away", a ground of one of the two."""
    if _AT_HOME.match(lower, score.end):
        return match.team_1
    if _AWAY.match(lower, score.end):
        return match.team_2
    grounds = [m for m in behind if m.kind == "GROUND"]
    mine = [team for team in (match.team_1, match.team_2) if any(at_home_on(team, ground) for ground in grounds)]
    return mine[0] if len(mine) == 1 else None
