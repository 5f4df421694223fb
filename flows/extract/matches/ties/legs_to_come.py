"""The second leg of a tie whose first is still to come: "host X in the first leg on Tuesday. The return is at Y".

In: the matches of the story. Out: a scheduled second leg of each pair that meets in a first leg to come, where a
sentence names one; the first is told to be the first.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from flows.extract.matches.meetings.told_time import PAST, time_of
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence

_LEAD = 1
_NEAR = 2  # sentences behind a pair that is not the story's own in which its second leg is looked for
_LATER = re.compile(
    r"(?: in [\w' -]{3,24}?)?,? (?:just |only |coming |follows? |is |will be |takes place )?(?:an?|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|\d\d?) (?:days?|nights?|weeks?|fortnight|month) (?:later|after(?:wards)?|on)\b|"
    r" (?:the )?(?:following|next) (?:week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_BACK_AT = re.compile(r"\b(?:back|return(?:s|ing)?|home|away|before|host(?:s|ing)?|go(?:es|ing)?|travel\w*)\b")
_TWO = re.compile(r"\btwo-leg(?:ged|s)?\b|\bover two legs\b|\bhome[- ]and[- ]away\b")
_TAKES = re.compile(
    r"\b(?:carr(?:y|ies)|takes?|brings?|holds?|leads?|trails?|defends?|protects?|have|has|enjoys?|boasts?|will|must|"
    r"needs?|heads?|goe?s?)\b(?! (?:had|been|won|lost|drawn|taken|carried)\b)"
)
_IS_AT = re.compile(r" (?:is|are|will be|takes place|follows) (?:back )?(?:at|in) (?:the )?")
_WHERE = frozenset({"DATE", "GROUND", "PLACE", "AT", "HOME", "AWAY"})
_REACH = 60


def add_second_legs(state: StoryState, matches: list[MatchTold]) -> None:
    """Add the second leg of every pair whose first leg is announced with one to follow."""
    if not state.told_of("LEG"):
        return
    of_pair = Counter(frozenset((m.team_1, m.team_2)) for m in matches)
    to_come = Counter(frozenset((m.team_1, m.team_2)) for m in matches if m.status == "scheduled")
    behind = {frozenset((m.team_1, m.team_2)) for m in matches if m.status == "played" and m.is_a_first_leg()}
    for first in [m for m in matches if m.leg != 2]:
        pair = frozenset((first.team_1, first.team_2))
        if first.status == "scheduled" and pair in behind:
            continue
        if first.status == "played":
            matches += _led_into(state, first) if of_pair[pair] == 1 else []
            continue
        second = _second_leg(state, first, matches) if to_come[pair] == 1 else None
        if second is not None:
            matches[matches.index(first)] = _told_at_its_leg(first, second)
            matches.append(second)


def _led_into(state: StoryState, first: MatchTold) -> list[MatchTold]:
    """ "carry a 2-0 lead into the return against X": of a first leg told by the lead that is taken into the second."""
    sentence = first.sentence
    leg = next((m for m in sentence.of("LEG") if m.value == 2 and m.start > first.start), None)
    when = LETTER["DATE"] in sentence.shape or LETTER["GROUND"] in sentence.shape
    if (
        leg is None
        or not when
        or not first.is_a_first_leg()
        or not _TAKES.search(state.text.lower, first.start - _REACH, first.end)
    ):
        return []
    return [_match(state, sentence, leg, first)]


def _second_leg(state: StoryState, first: MatchTold, matches: list[MatchTold]) -> MatchTold | None:
    main = state.main
    number = first.sentence.number
    own = number <= _LEAD or (main is not None and main.has(first.team_1) and main.has(first.team_2))
    last = len(state.sentences) if own else number + 1 + _NEAR
    of_two = False
    for sentence in state.sentences[number:last]:
        of_two = of_two or _tells_of_two(state, sentence)
        for leg in sentence.of("LEG") if of_two else ():
            if leg.value == 2 and leg.start > first.start and _announces(state, sentence, leg, first, own=own):
                return _match(state, sentence, leg, first)
        if sentence is not first.sentence and any(m.sentence is sentence for m in matches) and not own:
            return None
    return None


def _told_at_its_leg(first: MatchTold, second: MatchTold) -> MatchTold:
    """The first leg, told where its day and ground are: "the first leg at X on Tuesday and the return a week later"."""
    first.leg = 1
    told = [m for m in second.sentence.of("LEG") if m.value == 1 and first.end <= m.start < second.start]
    if not told or first.home is not None:
        return first
    return replace(first, start=told[0].start, end=told[0].end, sentence=second.sentence, twins=[first])


def _tells_of_two(state: StoryState, sentence: Sentence) -> bool:
    """Whether a sentence tells of a first leg, or of a tie over two."""
    legs = [m for m in sentence.of("LEG") if m.value == 1 and m.text.lower().endswith((" leg", "leg one"))]
    behind = LETTER["SCORE"] in sentence.shape or any(
        state.text.lower.endswith(("from ", "after "), 0, m.start) for m in legs
    )
    return (bool(legs) and not behind) or _TWO.search(state.text.lower, *sentence.span) is not None


def _announces(state: StoryState, sentence: Sentence, leg: Mention, first: MatchTold, *, own: bool) -> bool:
    """Whether the second leg is put on a day or a ground, by nobody but the two."""
    lower = state.text.lower
    if time_of(lower, sentence, leg.start, leg.end) == PAST and LETTER["SCORE"] in sentence.shape:
        return False
    begin = first.end if sentence is first.sentence else sentence.span.start
    comma = lower.find(",", leg.end, sentence.span.end)
    end = comma if comma >= 0 else sentence.span.end
    for told in sentence.mentions:
        side = state.side(told, sentence) if told.kind in SIDES and begin <= told.start < end else None
        unknown_ground = side is not None and is_national(side) is None and _IS_AT.fullmatch(lower, leg.end, told.start)
        if side not in (None, first.team_1, first.team_2) and not unknown_ground:
            return False
    where = any(m.kind in _WHERE and 0 <= m.start - leg.end < _REACH for m in sentence.mentions)
    if where or _LATER.match(lower, leg.end):
        return True
    return own and _BACK_AT.search(lower, begin, leg.start) is not None


def _match(state: StoryState, sentence: Sentence, leg: Mention, first: MatchTold) -> MatchTold:
    sides = first.team_1, first.team_2
    match = MatchTold(leg.start, leg.end, "scheduled", *sides, None, None, "fixture.leg", 0.75, sentence)
    match.leg = 2
    hosts = [m for m in sentence.mentions if m.kind == "HOST" and m.end < leg.start]
    subject = next((m for m in reversed(sentence.mentions) if hosts and m.end <= hosts[-1].start), None)
    host = state.side(subject, sentence) if subject is not None and subject.kind in SIDES else None
    if host in sides:
        match.home = host
    elif first.home in sides:
        match.home = sides[1] if first.home == sides[0] else sides[0]
    return match
