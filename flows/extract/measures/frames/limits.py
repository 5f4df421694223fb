"""Whether a count is of more than one match: of a season, a competition, a spell or a number of games.

In: a lower-case text, a frame that reads its count only within such limits, and where among a sentence's tokens it
fits. Out: whether the words set them; "scored twice" of a match is a goal told, "twice this season" a tally.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.measures.frames.frame import MeasureFrame
from flows.extract.text.mentions import Mention

_COMING = frozenset({"HE", "SIGNED", "NAME", "DATE", "SEASON", "WORD", "MOVE"})
_RANKED = frozenset({"wins", "losses", "draws", "goals"})
_SUPERLATIVES = frozenset({"most", "fewest", "best", "worst", "highest", "lowest"})
_NO_GAMES = frozenset({"CAP", "TITLE", "TROPHY", "POINT"})
_SCOPES = frozenset({"SEASON", "CAMPAIGN", "SCORER", "TALLY", "APPEARANCE"})
_OF_A_SPELL = re.compile(
    r" in (?:his|her|my|their|our|the) (?:[\w-]+ ){0,3}(?:year|season|campaign|spell|stint|time|career)\b|"
    r" in (?:that|this) (?:time|run|spell|period|sequence|stretch|span)\b|"
    r" (?:already|so far|to date)\b|"
    r" in (?:this|the) (?:fixture|head-to-head|rivalry)\b| to (?:show for|(?:their|his|her|its) (?:name|credit))\b|"
    r" before (?:the weekend|tonight|today|kick-off|this (?:game|match|weekend|visit|trip))\b"
)


def is_limited(lower: str, frame: MeasureFrame, read: list[Mention], first: int, last: int, games: int | None) -> bool:
    """Whether a count is said to be of a season, a competition or a number of games, so no count of one match."""
    if read[last].kind in ("NUMBER", "ORDINAL") and any(t.kind in _NO_GAMES for t in read[last + 1 : last + 3]):
        return False  # "has won six caps"
    if frame.effect == "goals" and _of_late(read, first, last):
        return True
    if frame.effect == "goals_conceded" and _games_told(read, first):
        return True
    if (games is not None and games > 1) or (
        (
            read[last].kind in ("GOALS", "HIT", "OCCASION")
            or frame.effect == "goals_conceded"
            or (frame.effect == "goals" and read[first].kind == "HAVE")
        )
        and _beyond_a_match(read, first, last)
    ):
        return True
    if any(t.kind in _SCOPES for t in read[max(0, first - 8) : last + 7]):
        return True
    after = read[last + 1 : last + 4]
    if frame.unit in _RANKED and [t.kind for t in after[:2]] in (["COMMA", "QUALIFIER"], ["COMMA", "WORD"]):
        return after[1].kind == "QUALIFIER" or after[1].text.lower() in _SUPERLATIVES
    if [t.kind for t in after[:2]] == ["IN", "A"] and any(t.kind == "GAME" for t in read[last + 3 : last + 6]):
        return False
    since = read[last : last + 1] + after
    if any(t.kind == "SINCE" and u.kind in _COMING for t, u in pairwise(since[:3])):
        return True
    if _OF_A_SPELL.match(lower, read[last].end):
        return True  # "three goals in my whole first year here"
    where = [t.kind for t in after[:2]] == ["GAME", "SCOPE"]  # "have won six games at home"
    until = last + 4 if where or (after and after[0].kind in ("IN", "REACH")) else last + 1
    return any(t.kind in ("COMPETITION", "SCOPE") or t.text.lower() == "international" for t in read[first:until])


def _games_told(read: list[Mention], first: int) -> bool:
    """ "unbeaten in 21 matches and we've let in six": games are told right before."""
    near = read[max(0, first - 7) : first]
    return any(t.kind == "NUMBER" and t.value > 1 and u.kind == "GAME" for t, u in pairwise(near))


def _of_late(read: list[Mention], first: int, last: int) -> bool:
    """ "who cost £6m and has scored three times": what somebody has done and not what he did in a match."""
    have = read[first - 1] if first and read[first].kind == "SCORED" else read[first]
    after = read[last + 1 : last + 2]
    ends = not after or after[0].kind in ("COMMA", "STOP", "AND", "QUOTE", "BUT", "SINCE", "IN")
    ends = ends or after[0].text.lower() == "against"
    of_points = any(t.kind == "POINT" for t in read[:first])  # "have one point and have scored just twice"
    single = have.kind == "HAVE" and (of_points or have.text.lower() in ("has", "'s"))
    told = read[last].kind in ("GOALS", "HIT") or (of_points and read[last].kind == "NUMBER")
    return single and ends and told and not any(t.kind == "SCORE" for t in read)


def _beyond_a_match(read: list[Mention], first: int, last: int) -> bool:
    """More goals than a side scores in one match."""
    return any(t.kind == "NUMBER" and 9 <= t.value <= 2000 for t in read[first : last + 1])
