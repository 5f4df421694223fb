"""Matches told by what was taken from them: "a point at X", "dropped points at home to X", "left X empty-handed", "the
spoils were shared between X and Y".

In: the sentences and the matches found so far. Out: played matches without a score. What is only hoped for ("would take
a point at X") is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.matches.meetings.told_time import AHEAD, OPEN, time_of
from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.results.lists_of_sides import listed_after, side_in_list
from flows.extract.matches.results.vetoes import in_a_condition
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_TAKEN = (
    r"\b(?:earn\w*|claim\w*|t(?:ake|ook|aking|aken)|grab\w*|snatch\w*|pick\w*|br(?:ought|inging)|secur\w+|rescu\w+|"
    r"salvag\w+|g[eo]t|w[io]n|drop\w*|gain\w*|st[eo]len?|collect\w*|settl\w+|work\w*|f[oi]ught|battl\w+|ground|dug|"
    r"left|with|after|followed)"
)
_POINTS = Sought(
    rf"{_TAKEN}(?: (?:on|up|out|for))?(?: (?:a|an|another|one|two|the|three|all|their|its|his|useful|precious|"
    r"priceless|valuable|vital|hard-earned|battling|creditable|deserved|more|first|only|further)){0,4} points? "
    r"(?P<where>at home to|at home against|home to|away to|away at|at|against|to|off|from (?:a|the|their|its|his) "
    r"(?:[\w-]+ )?(?:trip|visit|journey) to|(?P<from>(?:from|out of|in) (?:a|an|the|their|its|his) (?:[\w-]+ ){0,2}"
    r"(?:meeting|clash|game|match|encounter|fixture|tie|derby|showdown|contest|battle|duel) (?:with|against))) "
    r"(?:the |leaders |bottom club |lowly |champions )*$"
)
_A_POINT = re.compile(r"\b(?:a|an|one) (?:[\w-]+ ){0,3}point\b|\bdraw\b|\bstalemate\b|\bshare of the\b")
_ALL_POINTS = re.compile(r"\b(?:three|all|maximum|the) (?:[\w-]+ ){0,3}points\b|\b(?:win|victory)\b")
_NO_POINTS = re.compile(r"\b(?:nothing|empty-handed|pointless|defeat)\b")
_FROM = Sought(
    r"\b(?:(?:came|come|coming|went|walked|got|getting) (?:back |home )?(?:away )?from|"
    r"(?:returned|returning|back) (?:home )?from|left|leaving) (?:the )?$"
)
_WITH = re.compile(
    r" (?:with (?:nothing\b|(?:a|an|the|all|three|only|just)(?: [\w-]+){0,3}? (?:points?|draw|win|victory|defeat)\b)|"
    r"empty-handed\b|pointless\b)(?! (?:to|of) )"
)
_SHARED = Sought(
    r"\b(?:(?:points|spoils|honours)(?: \w+)? (?:shared|split|divided|even)(?: out| equally)? (?:between|by)|"
    r"nothing (?:could |to )?(?:separated?|choose between|divided?)|(?:all square|level|deadlock|stalemate) between)"
    r" (?:the )?$"
)
_SETTLED = Sought(
    r"\b(?:settl\w+ for|ma[dk]e do with|held to|denied by|frustrated in) (?:an?|the) (?:[\w-]+ )?(?:draw|point|"
    r"stalemate|share of the (?:spoils|points)) (?:as|when|after) (?:the |ten-man |10-man )?$"
)
_NO_GOALS = Sought(
    r"\bno (?:goals|scoring)(?: scored| at all)? (?:between|in the (?:match|game|derby) between) (?:the )?$"
)
_INSEPARABLE = re.compile(r" (?:could|can) (?:not|n't) be (?:separated|parted|split)\b| could ?n[o']t be separated\b")
_HERE = frozenset({"at home to", "at home against", "home to"})
_REACH = 80
_NAMED = SIDES | {"NAME"}
_TOLD_SO = Sought("point|draw |stalemate | from |between|separate|spoils|honours")


def told_by_points(state: StoryState, whose: Whose, matches: list[MatchTold]) -> None:
    """Add the matches of a story that are told so."""
    lower = state.text.lower
    for sentence in state.holding(_TOLD_SO):
        if _TOLD_SO.search(lower, *sentence.span) is None:
            continue
        _look_at_pairs(state, matches, sentence)
        for side in sentence.mentions:
            if (side.kind in SIDES or side.kind == "GROUND") and not side.possessive:
                _look_at(state, whose, matches, sentence, side)


def _look_at_pairs(state: StoryState, matches: list[MatchTold], sentence: Sentence) -> None:
    """ "the spoils were shared between X and Y", "no goals between X and Y": a draw of the two."""
    lower = state.text.lower
    for one, link, two in zip(sentence.mentions, sentence.mentions[1:], sentence.mentions[2:], strict=False):
        if link.kind != "AND" or {one.kind, two.kind} - _NAMED or one.possessive or two.possessive:
            continue
        shared = _SHARED.search(lower, max(sentence.span.start, one.start - _REACH), one.start)
        goalless = _NO_GOALS.search(lower, max(sentence.span.start, one.start - _REACH), one.start)
        if not shared and not goalless and not _INSEPARABLE.match(lower, two.end):
            continue
        if time_of(lower, sentence, one.start, two.end) in (AHEAD, OPEN) or in_a_condition(lower, sentence, one.start):
            continue
        first, other = side_in_list(state, one, sentence), side_in_list(state, two, sentence)
        if first is None or other is None or first == other or _is_told(matches, sentence, first, other):
            continue
        goals = 0 if goalless else None
        match = MatchTold(one.start, two.end, "played", first, other, goals, goals, "outcome.shared", 0.8, sentence)
        match.decided = "regular"
        matches.append(match)


def _look_at(state: StoryState, whose: Whose, matches: list[MatchTold], sentence: Sentence, side: Mention) -> None:
    lower, first = state.text.lower, max(sentence.span.start, side.start - _REACH)
    points = _POINTS.search(lower, first, side.start)
    left = None if points is not None else _FROM.search(lower, first, side.start)
    if left is not None and not _WITH.match(lower, side.end):
        left = None
    settled = _SETTLED.search(lower, first, side.start) if points is None and left is None else None
    told = points or left or settled
    if told is None:
        return
    start = told.start()
    if time_of(lower, sentence, start, side.end) in (AHEAD, OPEN) or in_a_condition(lower, sentence, start):
        return
    other = _other(state, side, sentence)
    subject = whose.of(start, sentence, [other]) if other is not None else None
    if subject is None or other is None or subject == other or _is_told(matches, sentence, subject, other):
        return
    match = MatchTold(start, side.end, "played", subject, other, None, None, "outcome.points", 0.8, sentence)
    where = points["where"] if points is not None else "at" if left is not None else "with"
    anywhere = where in ("against", "to", "off", "with") or (points is not None and points["from"] is not None)
    match.home = subject if where in _HERE else None if anywhere else other
    match.decided = "regular"
    taken = _WITH.match(lower, side.end) if left is not None else told
    match.outcome = "draw" if settled is not None or taken is None else _outcome(taken.group())
    matches.append(match)
    for listed in listed_after(lower, sentence.mentions, side):
        third = side_in_list(state, listed, sentence)
        if third not in (None, subject, other):
            home = third if match.home == other else match.home
            matches.append(replace(match, end=listed.end, team_2=str(third), home=home, twins=[]))


def _outcome(taken: str) -> str | None:
    """How a side fared that took so much from a match."""
    if "drop" in taken:
        return None
    if _NO_POINTS.search(taken):
        return "loss"
    return "draw" if _A_POINT.search(taken) else "win" if _ALL_POINTS.search(taken) else None


def _other(state: StoryState, side: Mention, sentence: Sentence) -> str | None:
    """The side named, or the one club whose ground it is."""
    if side.kind != "GROUND":
        return state.side(side, sentence)
    clubs = [club_name(i) for i in side.value or ()]
    told = [club for club in clubs if club in state.cast.clubs]
    return told[0] if len(told) == 1 else clubs[0] if len(clubs) == 1 else None


def _is_told(matches: list[MatchTold], sentence: Sentence, one: str, two: str) -> bool:
    return any({m.team_1, m.team_2} == {one, two} and m.status == "played" and m.sentence is sentence for m in matches)
