"""Matches to come told by what a side wants from them: "three points at X would take Y up", "Z try to end a run at W".

In: the sentences and the matches found so far. Out: matches still to come. What was wanted once ("tried to end it at
W") is left to what tells of the past.
"""

from __future__ import annotations

import re

from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.results.lists_of_sides import side_in_list
from flows.extract.matches.results.vetoes import in_a_condition, is_somebodys, names_people
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_POINTS = Sought(
    r"(?:^|[\s\"(])(?:another|the|all|a|an|any|maximum|further)?(?: ?(?:three|maximum|home|away))? ?"
    r"(?:points?|positive result|result|success|(?:victory|win|draw) for [\w' ]{3,24}) "
    r"(?P<where>at home to|at|away to|against) (?:the )?(?:[a-z]+[ -]){0,2}$"
)
_WOULD = re.compile(r"(?:,? [^.;,]{0,30})? (?:would|will|could|should|might|may)\b(?! have)")
_MOVES = re.compile(r"[^.;]{0,40}\b(?:would|will|could|should|might|may) (?:[a-z]+ ){1,3}")
_TRIES = Sought(
    r"\b(?:try|tries|trying|seek|seeks|seeking|attempt|attempts|attempting|bid|bids|bidding|aim|aims|aiming|look|looks|"
    r"looking|hope|hopes|hoping|want|wants|chase|chases|chasing|need|needs|needing|go in|goes in) "
    r"(?:to|for|after|search of|a|an|their|one|two|three|four|only|just) "
    r"[^.;,\"]{3,70} (?P<where>at home to|at|away to|against) (?:the )?(?:[a-z]+[ -]){0,2}$"
)
_OTHERS = Sought(
    r"\b(?:look\w* (?:back|at)|complain\w*|action|appeal\w*|charges?|case|claims?|record|job|talks|future|contract|"
    r"deal|career|loan|move|goals?|campaigns?|protest\w*|sign|player|striker|defender|midfielder|winger|keeper|goalkeeper|"
    r"fee|bid|teams|sides|clubs|likes|court|opponents|players|every|always|training|tried|sought|wanted|hoped|would|"
    r"were|was)\b"
)
_HERE = frozenset({"at home to"})
_AWAY = frozenset({"at", "away to"})
_REACH = 110
_PLAYED = frozenset({"SCORE", "BEATEN", "WIN_INTRANSITIVE", "QUOTE"})


def wanted_of(state: StoryState, whose: Whose, matches: list[MatchTold]) -> None:
    """Add the matches to come of a story that are told so."""
    for sentence in state.holding(_POINTS, _TRIES):
        if sentence.headline or sentence.quoted or not _PLAYED.isdisjoint([m.kind for m in sentence.mentions]):
            continue
        for side in sentence.mentions:
            if side.kind in SIDES and not side.possessive and not side.attributive:
                _look_at(state, whose, matches, sentence, side)


def _look_at(state: StoryState, whose: Whose, matches: list[MatchTold], sentence: Sentence, side: Mention) -> None:
    lower, first = state.text.lower, max(sentence.span.start, side.start - _REACH)
    points = _POINTS.search(lower, first, side.start)
    if points is not None and not _WOULD.match(lower, side.end, sentence.span.end):
        points = None
    tries = None if points is not None else _TRIES.search(lower, first, side.start)
    phrase = points or tries
    if phrase is None or names_people(lower, side) or is_somebodys(sentence, side):
        return
    if tries is not None and _OTHERS.search(lower, tries.start(), side.start):
        return
    other = state.side(side, sentence)
    if other is None or in_a_condition(lower, sentence, phrase.start()):
        return
    subject = _who_would_rise(state, sentence, side, other) if points is not None else None
    subject = subject or whose.of(phrase.start(), sentence, [other])
    if subject is None or subject == other or any({m.team_1, m.team_2} == {subject, other} for m in matches):
        return
    match = MatchTold(
        phrase.start(), side.end, "scheduled", subject, other, None, None, "fixture.wanted", 0.7, sentence
    )
    where = phrase["where"]
    match.home = subject if where in _HERE else other if where in _AWAY else None
    matches.append(match)


def _who_would_rise(state: StoryState, sentence: Sentence, side: Mention, other: str) -> str | None:
    """ "three points at X would take Y second": whom the points would move, unless it is "them"."""
    behind = next((m for m in sentence.mentions if m.start > side.end and m.kind in SIDES), None)
    if behind is None or behind.possessive or not _MOVES.fullmatch(state.text.lower, side.end, behind.start):
        return None
    found = side_in_list(state, behind, sentence)
    return found if found != other else None
