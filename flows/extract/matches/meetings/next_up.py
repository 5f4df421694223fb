"""Whom the story's side meets next, told by the other alone: "Next: X (home, Saturday)", "when X come calling".

In: a sentence and the matches found so far. Out: the matches to come that it announces so, the story's side being the
one that is not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.matches.meetings.who_may_meet import may_meet
from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_OPENINGS = ("next", "coming up", "up next", "what's next", "what next")
_NEXT_LINE = re.compile(
    r"(?:what's next|what next|up next|coming up|next(?: up| game| match| fixture| opponents?)?)"
    r"(?: for [\w' -]{3,30}?)?(?::| -|\?|,)? (?:is |are )?(?P<at>at |away to |away at )?(?:v |vs |home to |against )?"
)
_HOME_OR_AWAY = re.compile(r",? ?\(?(?:(?P<home>h\)|h,|home\b|at home\b)|(?P<away>a\)|a,|away\b))")
_NEXT_IS = Sought(
    r"\b(?:next up(?: for (?:them|us|[\w' ]{3,24}?))?,? (?:is|are|come|comes)|up next (?:is|are)|"
    r"(?:next|then|after that|(?:on|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: night| evening)?),? "
    r"(?:it is|it's|it will be|come|comes)) "
    r"(?:(?P<at>(?:a |the )?(?:trip to|visit to|journey to|away to|away at) )|(?P<here>(?:a |the )?visit (?:of|from) |"
    r"home to ))?(?:the |a )?"
)
_AND_THEN = re.compile(
    r"(?:,|;| -)? (?:and|before|followed by|ahead of|plus|and finally|,)(?: then| finally| later)?(?: there (?:is|"
    r"are)| "
    r"comes?| it is| it's)? (?:(?P<at>(?:an?|the|another|that|successive|away) (?:[a-z-]+ )?(?:trips?|visits?|"
    r"journeys?|"
    r"games?|matches) (?:to|at) )|(?P<here>(?:an?|the|another) (?:[a-z-]+ )?(?:visit (?:of|from)|home (?:game|match|"
    r"tie|fixture|meeting|clash) (?:with|against)) )|(?:an?|the|another) (?:[a-z-]+ )?(?:game|match|meeting|clash|"
    r"derby|"
    r"tie|fixture|date|encounter) (?:with|against) )(?:the )?(?:leaders |champions |rivals |neighbours |strugglers )?$"
)
_IS_NEXT = re.compile(
    r" (?:(?:are|is|will be) )?(?:up next|next up)(?! (?:to|in|on \d+)\b)(?P<for> for (?:the )?)?|"
    r" (?:are|is|will be) next(?: for (?:the )?(?P<whom>)|(?= (?:at|on (?:mon|tues|wednes|thurs|fri|satur|sun)day) ))"
)
_ADJECTIVE = 16
_COME = re.compile(
    r"(?:,? who)? (?:come to town|come calling|are in town|are next to visit|are the next visitors|next to visit|"
    r"pay a visit|(?:come|comes) (?:here|visiting)|visits?(?= (?:on|next|this|tomorrow|tonight)\b|[.,]))\b"
)


def next_up(state: StoryState, whose: Whose, matches: list[MatchTold], sentence: Sentence) -> list[MatchTold]:
    """The matches that a sentence announces so and that are not among those told."""
    if LETTER["TEAM"] not in sentence.shape:
        return []
    found = [*_visitors(state, whose, matches, sentence), *_of_next_line(state, whose, matches, sentence)]
    found = found or [*_told_next(state, whose, matches, sentence)] or [*_are_next(state, whose, matches, sentence)]
    return [*found, *_and_then(state, [*matches, *found], sentence)]


def _visitors(state: StoryState, whose: Whose, matches: list[MatchTold], sentence: Sentence) -> Iterator[MatchTold]:
    """ "when X come to town", "when X visit on 12 March": the story's side is their host."""
    for side in sentence.mentions:
        phrase = _COME.match(state.text.lower, side.end) if side.kind == "TEAM" else None
        if phrase is None or side.possessive:
            continue
        visitors = state.side(side, sentence)
        host = whose.of(side.start, sentence, [visitors])
        told = [m for m in matches if {m.team_1, m.team_2} == {host, visitors}]
        return_leg = state.tells_of_legs and len(told) == 1 and told[0].status == "played"
        if host is None or visitors is None or (told and not return_leg):
            continue
        rule = "fixture.visitors"
        match = MatchTold(side.start, phrase.end(), "scheduled", host, visitors, None, None, rule, 0.75, sentence)
        match.home = host
        yield match


def _told_next(state: StoryState, whose: Whose, matches: list[MatchTold], sentence: Sentence) -> Iterator[MatchTold]:
    """ "next up are X", "on Saturday it is X at home": the side that the sentence or the story is about meets X."""
    lower = state.text.lower
    for cue in _NEXT_IS.finditer(lower, *sentence.span):
        side = next((m for m in sentence.mentions if m.kind == "TEAM" and 0 <= m.start - cue.end() <= _ADJECTIVE), None)
        if side is None or side.possessive or sentence.quoted:
            continue
        other = state.side(side, sentence)
        subject = _in_turn(state, matches, sentence, cue.start(), other) or whose.of(cue.end(), sentence, [other])
        ahead = [m for m in matches if m.status == "scheduled"]  # "Next up are X, who beat them 3-1 in May"
        if subject is None or other is None or any({m.team_1, m.team_2} == {subject, other} for m in ahead):
            continue
        if any(m.sentence is sentence and m.status == "scheduled" and other in (m.team_1, m.team_2) for m in matches):
            continue
        rule = "fixture.next_line"
        match = MatchTold(cue.start(), side.end, "scheduled", subject, other, None, None, rule, 0.75, sentence)
        where = _HOME_OR_AWAY.match(lower, side.end)
        away = cue["at"] is not None or (where is not None and where["away"] is not None)
        home = cue["here"] is not None or (where is not None and where["home"] is not None)
        match.home = other if away else subject if home else None
        yield match


def _are_next(state: StoryState, whose: Whose, matches: list[MatchTold], sentence: Sentence) -> Iterator[MatchTold]:
    """ "X are next up for Y", "it's X up next": Y, or the side that the story is about, meets X."""
    for side in sentence.mentions:
        cue = _IS_NEXT.match(state.text.lower, side.end) if side.kind in SIDES else None
        if cue is None or side.possessive or sentence.quoted:
            continue
        meets = next((m for m in sentence.mentions if m.kind in SIDES and m.start == cue.end()), None)
        other = state.side(side, sentence)
        if other is None or ((cue["for"] or cue["whom"]) is not None and meets is None):
            continue
        subject = whose.focus([other]) if meets is None else state.side(meets, sentence)
        if subject in (None, other) or any({m.team_1, m.team_2} == {subject, other} for m in matches):
            continue
        span = side.start, meets.end if meets is not None else cue.end()
        yield MatchTold(*span, "scheduled", str(subject), other, None, None, "fixture.are_next", 0.75, sentence)


def _in_turn(
    state: StoryState, matches: list[MatchTold], sentence: Sentence, start: int, other: str | None
) -> str | None:
    """ "X come to Weirside on Sunday. After that it is Y": the story's side, whose match the sentence before announces,
    where nobody stands before the words."""
    focus = state.centers.focus
    if focus is None or other is None or any(m.kind in SIDES and m.start < start for m in sentence.mentions):
        return None
    before = [m for m in matches if m.sentence.number == sentence.number - 1 and m.status == "scheduled"]
    ours = any(focus in (m.team_1, m.team_2) for m in before)
    return focus if ours and focus != other and may_meet(focus, other) else None


def _and_then(state: StoryState, matches: list[MatchTold], sentence: Sentence) -> Iterator[MatchTold]:
    """ "Next come X, who have won four, and then a trip to Y": whom the side of a match to come meets after it."""
    told = [m for m in matches if m.sentence is sentence and m.status == "scheduled"]
    if not told or sentence.quoted:
        return
    subject = told[0].team_1
    for side in sentence.mentions:
        cue = _AND_THEN.search(state.text.lower, max(told[0].end, side.start - 70), side.start)
        if side.kind != "TEAM" or side.possessive or cue is None:
            continue
        other = state.side(side, sentence)
        if other is None or any({m.team_1, m.team_2} == {subject, other} for m in matches) or other == subject:
            continue
        rule = "fixture.and_then"
        match = MatchTold(cue.start(), side.end, "scheduled", subject, other, None, None, rule, 0.75, sentence)
        match.home = other if cue["at"] else subject if cue["here"] else None
        yield match


def _of_next_line(state: StoryState, whose: Whose, matches: list[MatchTold], sentence: Sentence) -> Iterator[MatchTold]:
    """ "Next: X (home, Saturday)", as a report ends."""
    lower = state.text.lower
    if sentence.quoted or not lower.startswith(_OPENINGS, sentence.span.start):
        return
    line = _NEXT_LINE.match(lower, sentence.span.start, sentence.span.end)
    side = next((m for m in sentence.mentions if line and m.start == line.end() and m.kind == "TEAM"), None)
    other = str(side.value) if side is not None else None
    subject = whose.focus([other]) if other is not None else None
    if line is None or side is None or other is None or subject is None:
        return
    if any(m.sentence is sentence and other in (m.team_1, m.team_2) for m in matches):
        return
    first = sentence.span.start
    match = MatchTold(first, side.end, "scheduled", subject, other, None, None, "fixture.next_line", 0.8, sentence)
    where = _HOME_OR_AWAY.match(lower, side.end)
    away = line["at"] is not None or (where is not None and where["away"] is not None)
    match.home = other if away else subject if where is not None and where["home"] is not None else None
    yield match
