"""The return of the story's own pair: "the replay will be at X", "for the second leg", "the return is on Tuesday".

In: the matches of the story. Out: a scheduled match of its pair at the other's ground, where one has been played and
none is announced yet.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.matches.meetings.told_time import AHEAD, OPEN, PAST, time_of
from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.matches.told import MatchTold
from flows.extract.story import Fixture, StoryState
from flows.extract.text.mentions import LETTER
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_RETURN = Sought(
    r"\b(?:(?:second leg|return leg|return match|return fixture|return in|replay|for the return)\b|the return "
    r"(?=is\b|will\b|on\b|takes\b)|(?:the|their|week's|(?:mon|tues|wednes|thurs|fri|satur|sun)day's) return "
    r"(?=(?:at|with|against)\b))"
)
_AGAIN = Sought(
    r"\b(?:must|will|have to|has to|need to|needs to) (?:now |then |both |all )?(?:do it all again|"
    r"(?:meet|play|go|try) "
    r"again|do battle again|replay)\b"
)
_MEET_AGAIN = re.compile(
    r"(?:the |these )?(?:two )?(?:teams|sides|clubs|pair|they|two) (?:will |are to |are due to )?(?:now |next )?"
    r"(?:meet|play|face each other|do battle) again\b"
)
_STANDS = re.compile(
    r"\b(?:trails?|holds?|leads?|takes?|carry|carries|have|has|defends?|protects?|needs?|must|faces?|goes|go|boasts?|"
    r"will|enjoys?|bring|brings|heads?|are|is)\b"
)
_LEADS_TO = re.compile(r"\b(?:will be|at|in|ahead of|for the|into the|the)\b[^.]{0,40}$")
_WILL = re.compile(r"\b(?:will|is on|is in|is at|to come|next|tomorrow|takes place)\b")
_EARNED = Sought(
    r"\b(?:earn(?:s|ed|ing)?|forc(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|set up|gain(?:s|ed)?|deserv(?:e|es|ed)) "
    r"(?:themselves |them |us |him )?(?:an? |the |their |that )(?:[\w-]+ ){0,3}replay\b"
    r"(?: (?:back )?at (?:[\w'-]+ ?){1,3})?"
)
_NEARLY = re.compile(
    r"\b(?:look(?:ed|s|ing)? like|looked (?:set|certain|likely) to|(?:thought|believed|hoped|seemed) (?:[\w']+ ){0,4}|"
    r"on course (?:to|for)|close to|minutes? (?:away )?from|seconds from|about to|hop(?:e|es|ed|ing) (?:to|of|for)|"
    r"would have|could have|might have|denied|chance (?:to|of)|trying to|looking to|nearly|almost) "
    r"(?:[\w']+ ){0,3}$"
)
_ENDED = re.compile(r"[^.]{0,30}\b(?:finish|end|was|were|won|lost|after|which)")
_WITH_IT = re.compile(r"\bwith (?:the |their |a )?$")
_STILL = re.compile(
    r",? ?(?:(?:leg|match|game),? )?(?:in|at|on|to|next|scheduled|set|due|a week|taking place|[\w' ]{3,24} on)\b"
)
_TASK = re.compile(
    r"\b(?:fac(?:e|es|ing)|have|has|having|leav(?:e|es|ing)|need|needs|left with|left themselves|handed themselves) "
    r"[^.;,]{0,50}\b(?:in|for|ahead of|before|going into) (?:the |their |next [\w' ]{3,34})?$"
)
_REACH, _LINK = 60, 3
_TICKETS = Sought(r"\b(?:tickets?|sold|sale) [^.;]{0,30}\bfor\b")
_LED_TO = re.compile(
    r"\b(?:finish\w+|won|winning|lost|losing|beat\w*|seal\w*|earned|avoided|was|were|after|following|"
    r"from)\b[^.]{0,34}$"
)


def add_return_match(state: StoryState, matches: list[MatchTold]) -> None:
    """Add the return of the story's pair where a sentence announces it, and those of other pairs told right before."""
    others = _of_others(state, matches)
    matches += others
    main = state.main
    if main is None:
        return
    of_pair = [m for m in matches if {m.team_1, m.team_2} == {main.team_1, main.team_2}]
    told = {m.status for m in of_pair}
    if told == {"scheduled"} and len(of_pair) == 1:
        return _add_second_of_two(state, matches, of_pair[0], main)
    if "played" not in told or "scheduled" in told:
        return
    near = state.holding(_AGAIN, _RETURN, _EARNED)
    theirs = {m.sentence.number for m in others}
    for sentence in state.sentences if state.tells_of_legs else near:
        if sentence.number in theirs:
            continue
        at = _announced(state, sentence, main, [m for m in of_pair if m.sentence is sentence])
        earned = _earned(state, sentence, main) if at is None and len(of_pair) == 1 else None
        span = earned if at is None else (at, sentence.span.end)
        if span is not None:
            first = any(m.is_a_first_leg() for m in of_pair)
            matches.append(_return(state, sentence, main, *span, told_as_first=first))
            return


def _of_others(state: StoryState, matches: list[MatchTold]) -> list[MatchTold]:
    """ "X drew 1-1 at Y. The replay is on Tuesday." in a round-up: of the match told last in the paragraph, where that
    is not the story's own."""
    found: list[MatchTold] = []
    for sentence in state.holding(_RETURN):
        before = [m for m in matches if m.sentence.paragraph == sentence.paragraph and m.sentence is not sentence]
        last = max((m for m in before if m.start < sentence.span.start), key=lambda m: m.start, default=None)
        if last is None or last.status != "played" or last.score_1 is None or last.year is not None:
            continue
        if state.main is not None and state.main.has(last.team_1) and state.main.has(last.team_2):
            continue
        replay = "replay" in sentence.span_text(state.text.lower)
        again = any(m.status == "scheduled" and m.same_pair(last) for m in [*matches, *found])
        pair = Fixture(last.team_1, last.team_2, last.home)
        at = None if again or (replay and last.score_1 != last.score_2) else _announced(state, sentence, pair, [])
        if at is not None:
            first = last.is_a_first_leg() or not replay
            found.append(_return(state, sentence, pair, at, sentence.span.end, told_as_first=first))
    return found


def _add_second_of_two(state: StoryState, matches: list[MatchTold], first: MatchTold, main: Fixture) -> None:
    """ "the first leg is at X on Tuesday ... the second leg at Y a week later": both still to come."""
    legs = {leg: _leg_at(state, main, leg) for leg in (1, 2)}
    one, two = legs[1], legs[2]
    if one is None or two is None or first.leg == 2 or one.sentence.number > two.sentence.number:
        return
    first.leg = 1
    if one.sentence is two.sentence is not first.sentence:  # each takes its own day and ground from there
        one.twins.append(first)
        matches[matches.index(first)] = one
    elif first.sentence is not one.sentence:
        first.twins.append(one)
    matches.append(two)


def _leg_at(state: StoryState, main: Fixture, leg: int) -> MatchTold | None:
    """The first sentence that puts a leg of the pair still to come on a day or a ground, as a match."""
    lower = state.text.lower
    for sentence in state.sentences:
        for told in sentence.of("LEG"):
            where = any(m.kind in ("GROUND", "DATE") and 0 < m.start - told.end < _REACH for m in sentence.mentions)
            sides = [m for m in sentence.mentions if m.kind in SIDES and not m.possessive]
            others = any(not main.has(state.side(m, sentence)) for m in sides)
            if told.value != leg or not told.text.lower().endswith("leg") or not where or others:
                continue
            if time_of(lower, sentence, told.start, told.end) in (PAST, OPEN) and not _TICKETS.search(
                lower, sentence.span.start, told.start
            ):
                continue
            match = MatchTold(
                told.start, told.end, "scheduled", main.team_1, main.team_2, None, None, "fixture.leg", 0.75, sentence
            )
            match.leg = leg
            return match
    return None


def _announced(state: StoryState, sentence: Sentence, main: Fixture, told: list[MatchTold]) -> int | None:
    """Where a sentence announces the return, None where it tells of none to come or of somebody else's; `told` are the
    pair's matches of the sentence."""
    lower, first, last = state.text.lower, sentence.span.start, sentence.span.end
    again = _AGAIN.search(lower, first, last)
    if again is not None and main.has(_host_named(state, sentence, again.start())):
        return again.start()
    dated = LETTER["DATE"] in sentence.shape
    alone = all(main.has(state.side(m, sentence)) for m in sentence.mentions if m.kind in SIDES)
    if dated and alone and state.tells_of_legs and not told and _MEET_AGAIN.match(lower, first, last):
        return first
    found = _RETURN.search(lower, first, last)
    if found is None:
        return None
    comma = lower.find(", with ", found.end(), last)
    here = [m for m in sentence.mentions if comma < 0 or m.start < comma]
    if any(m.kind in SIDES and not main.has(state.side(m, sentence)) for m in here):
        return None
    before, behind = lower[first : found.start()], lower[found.end() : last]
    if dated and [m.is_a_first_leg() for m in told] == [True] and _STANDS.search(lower, first, told[0].end):
        return found.start()
    if (_WITH_IT.search(before[-12:]) and _STILL.match(behind)) or _TASK.search(before):
        return found.start()
    when = time_of(lower, sentence, found.start(), found.end())
    if when in (PAST, OPEN) and "will be" not in before + behind:
        return None
    if _ENDED.match(behind) or (_LED_TO.search(before) and "will be" not in before + behind):
        return None
    return found.start() if when == AHEAD or _WILL.search(behind) or (dated and _LEADS_TO.search(before)) else None


def _earned(state: StoryState, sentence: Sentence, main: Fixture) -> tuple[int, int] | None:
    """ "forced a replay at Brigg": where a draw is told to have led to one, of nobody else."""
    found = _EARNED.search(state.text.lower, *sentence.span)
    sides = [state.side(m, sentence) for m in sentence.mentions if m.kind in SIDES] if found is not None else []
    others = any(side is not None and not main.has(side) for side in sides)
    if found is None or others or _NEARLY.search(state.text.lower, sentence.span.start, found.start()):
        return None
    return found.span()


def _host_named(state: StoryState, sentence: Sentence, at: int) -> str | None:
    """ "next week's return at X": the side at whose place it is told to be."""
    for link, side in pairwise(m for m in sentence.mentions if m.start >= at):
        if link.kind != "AT" or side.start - link.end > len(" the ") or link.start - at > _REACH / 2:
            continue
        if side.kind in SIDES and side.start - link.end < _LINK:
            return state.side(side, sentence)
        if side.kind == "GROUND" and state.main is not None:
            hosts = [
                club
                for club in (state.main.team_1, state.main.team_2)
                if club in {club_name(index) for index in side.value}
            ]
            return hosts[0] if len(hosts) == 1 else None
    return None


def _return(
    state: StoryState, sentence: Sentence, main: Fixture, at: int, end: int, *, told_as_first: bool
) -> MatchTold:
    match = MatchTold(at, end, "scheduled", main.team_1, main.team_2, None, None, "fixture.return", 0.75, sentence)
    match.home = _host_named(state, sentence, at) or main.opponent(main.home)
    legs = any(m.text.lower().endswith(("leg", "legs")) for m in state.told_of("LEG")) or bool(
        state.told_of("AGGREGATE") or told_as_first
    )
    match.leg = 2 if legs and not state.text.lower.startswith("replay", at) else None
    return match
