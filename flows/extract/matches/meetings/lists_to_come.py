"""Matches to come that a list names: "our next three games: X this week, then Y away", "with X and Y to follow".

In: the sentences and the matches found so far. Out: a scheduled match for each side of a list that such words head or
close. Whose list it is says `whose`; "at X", "X away", "the visit of X" tell who is at home. A list of which every side
has such a word ("X at home, then Y away") needs no heading where its sentence tells of nothing that has been played.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from flows.extract.matches.meetings.told_time import OPEN, PAST, time_of
from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_GAMES = r"(?:games?|matches|fixtures|tests|assignments|opponents|outings)"
_MANY = r"(?:two|three|four|five|six|few|couple of|\d)"
_HEADS = Sought(
    rf"\b{_GAMES} (?:coming up|(?:still )?to come|ahead|remaining|left)\b|"
    rf"\b(?:next|coming|remaining) {_MANY} (?:[\w-]+ )?{_GAMES}\b|"
    rf"\b{_MANY} (?:[\w-]+ ){{0,2}}{_GAMES} (?:in \w+ (?:days|weeks) )?(?:coming up|to come|ahead)\b"
)
_TO_LIST = re.compile(
    r"(?: (?:are|come|will|be|include|includes|including|against|with|for (?:us|them)|both|all|away|at home|"
    r"in [\w ]{3,24}?))*"
    r"[:,]?(?: -)?(?: (?:are|come|include|includes|including|against|with|home|away|at|to|the|a|an|trips?|visits?|"
    r"games?|of|from|and|first))* "
)
_CLOSED = Sought(
    r"\bwith (?P<list>[^.;:]{3,70}?) (?:to follow|(?:still )?to come|next up|up next|lying in wait|after that)\b"
)
_JOIN = frozenset({"COMMA", "AND", "SUBORDINATE", "BY"})
_BESIDE = _JOIN | frozenset(
    "DATE IN COMPETITION ROUND LEG AT AWAY HOME ON TO OF AGAINST WITH TRAVEL HOST FIXTURE_NOUN FOR OPEN CLOSE NUMBER "
    "THEY RELATIVE_DAY".split()
)
_FAR = 64
_THERE = re.compile(r"\b(?:at|away to|away at|away against|(?:trip|visit|journey|trek|haul)s? to) (?:the )?$")
_HERE = re.compile(r"\b(?:home to|home against|(?:visit|arrival) of|visit from) (?:the )?$")
_WHERE = re.compile(r" (?:\(?(?P<away>away|a\))|\(?(?P<home>at home|home|h\)))(?! to\b(?! come\b))")


_FOLLOW = re.compile(r" (?:then |will |both )*follow(?:$|[.,;]| (?:on|after|next|later|in (?!\w+ place))\b)")
_THEN_FOLLOW = Sought(r"\bfollow\b")
_PLACED = Sought(r"\b(?:at home|away)\b|\((?:h|a|home|away)\)")
_GONE = Sought(
    r"\b(?:last (?!saturday|sunday|game|match|day)|recent|previous|past|results?|form|so far|"
    r"points? (?:from|against|off)|taken|took|dropped|was|were|had)\b"
)
_PLAYED = frozenset(
    LETTER[kind] for kind in "WIN WIN_INTRANSITIVE WIN_NOUN LOSE LOSS_NOUN DRAW DRAW_NOUN BEATEN SCORE".split()
)


def listed_to_come(state: StoryState, whose: Whose, matches: list[MatchTold]) -> None:
    """Add the matches that lists of a story announce and that are not among those told."""
    for sentence in state.holding(_HEADS, _CLOSED, _PLACED, _THEN_FOLLOW):
        if LETTER["TEAM"] not in sentence.shape:
            continue
        for at, sides in (*_lists(state.text.lower, sentence), *_placed(state.text.lower, sentence)):
            _add(state, whose, matches, sentence, at, sides)


def _lists(lower: str, sentence: Sentence) -> Iterator[tuple[int, list[Mention]]]:
    """Where each list's heading begins, and its sides."""
    teams = [m for m in sentence.mentions if m.kind == "TEAM"]
    for head in _HEADS.finditer(lower, *sentence.span):
        first = next((m for m in teams if m.start >= head.end()), None)
        if first is not None and _TO_LIST.fullmatch(lower, head.end(), first.start):
            yield head.start(), _joined(sentence, first)
    opening = next(iter(sentence.mentions), None)
    if opening is not None and opening in teams and opening.start - sentence.span.start <= 1:
        listed = _joined(sentence, opening)
        if len(listed) > 1 and _FOLLOW.match(lower, listed[-1].end, sentence.span.end):
            yield opening.start, listed
    for closed in _CLOSED.finditer(lower, *sentence.span):
        yield closed.start(), [m for m in teams if closed.start("list") <= m.start < closed.end("list")]


def _placed(lower: str, sentence: Sentence) -> Iterator[tuple[int, list[Mention]]]:
    """Where each list begins of which every side has its "at home", "away", "(h)", and its sides."""
    teams = [m for m in sentence.mentions if m.kind == "TEAM" and not m.possessive]
    listed: list[Mention] = []
    for side in teams if _PLAYED.isdisjoint(sentence.shape) else ():
        gone = _GONE.search(lower, sentence.span.start, side.start) is not None
        if side in listed or gone or not _WHERE.match(lower, side.end):
            continue
        listed = _joined(sentence, side)
        placed = all(_WHERE.match(lower, one.end) for one in listed)
        if placed and len(listed) > 1 and time_of(lower, sentence, side.start, side.end) not in (PAST, OPEN):
            yield side.start, listed


def _joined(sentence: Sentence, first: Mention) -> list[Mention]:
    """A list's first side and those behind it, as long as nothing but days, rounds and grounds stands between."""
    found = [first]
    start = next(i for i, m in enumerate(sentence.mentions) if m is first)
    between: list[str] = []
    for before, mention in pairwise(sentence.mentions[start:]):
        far = mention.start - before.end > _FAR
        if mention.kind == "TEAM" and not far and not _JOIN.isdisjoint(between):
            found.append(mention)
            between = []
        elif far or mention.kind not in _BESIDE:
            break
        else:
            between.append(mention.kind)
    return found


def _add(
    state: StoryState, whose: Whose, matches: list[MatchTold], sentence: Sentence, at: int, sides: list[Mention]
) -> None:
    others = [state.side(m, sentence) for m in sides]
    subject = whose.of(at, sentence, others)
    if subject is None or None in others or len(set(others)) < len(others):
        return
    told = [{m.team_1, m.team_2} for m in matches if m.status == "scheduled"]
    for side, other in zip(sides, others, strict=True):
        if side.possessive or {subject, other} in told:
            continue
        match = MatchTold(
            side.start, side.end, "scheduled", subject, str(other), None, None, "fixture.list", 0.75, sentence
        )
        match.home = _home(state.text.lower, side, subject, str(other))
        matches.append(match)


def _home(lower: str, side: Mention, subject: str, other: str) -> str | None:
    before = lower[max(0, side.start - 24) : side.start]
    where = _WHERE.match(lower, side.end)
    if _HERE.search(before) or (where is not None and where["home"]):
        return subject
    return other if _THERE.search(before) or (where is not None and where["away"]) else None
