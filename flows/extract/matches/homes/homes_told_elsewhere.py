"""Who was at home in a match by what other sentences of the story say of it.

"the game in Brigg" where the reverse fixture is spoken of, "we lost one game this week - at Brigg", "sank hosts
Merrow", "Merrow host the first group". In: the match and the other matches of its pair. Out: the home side or None.
"""

from __future__ import annotations

import re

from flows import vocabulary
from flows.extract.matches.homes.grounds_told import home_in
from flows.extract.matches.homes.home_words import THE_REVERSE
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_REVERSE = Sought(THE_REVERSE)
_GAME_IN = re.compile(r"\b(?:game|match|meeting|leg|encounter|fixture|played|night|evening) in $")
_GAME = re.compile(
    r"\b(?:lost|won|beaten|drew|defeat|loss|win|victory|draw|sent off|red card|game|match|tie|dismissal|exit|humbled|"
    r"injured|injury)\b[^.;:]{0,26}$"
)
_EVENT = r"(?:the )?(?:[\w-]+ )?(?:group|tournament|finals|mini-tournament|competition)\b"
_AS_HOST = re.compile(
    rf",? the (?:tournament |competition )?hosts\b|"
    rf" (?:will )?(?:also )?host(?:s|ed|ing)? (?:{_EVENT}|[^.;]{{0,60}}\bin the (?:[\w-]+ )?group\b)"
)
_HOSTED_IN = re.compile(rf"\b{_EVENT} (?:will be |is |is being |was |to be )?(?:hosted|held|staged|played) (?:in|by) $")
_HOSTS = re.compile(
    r"\b(?:(?:sank|beat|beating|against|over|by|to|the|and|with|joint|drew|held|past|meet|face|play|facing) "
    r"(?:co-)?hosts|host (?:nation|country)) $"
)
_LEAD_TO = re.compile(
    r"\b(?:lead|advantage|cushion|deficit)(?: back)? (?:to|into (?:[\w'-]+ ){0,4}(?:leg|return|game|match)"
    r"(?: of (?:[\w'-]+ ){1,5}?)? ?(?:at|in|away to|away at)) (?:the )?$"
)
_HOSTING = Sought(r"\bhost(?:s|ed|ing)?\b|\b(?:held|staged) in\b")


def return_at(lower: str, told: MatchTold) -> str | None:
    """ "take a 3-1 lead to X", "a 2-0 lead into the second leg at X": the side at home in the return of a first leg."""
    if not told.rule.startswith("result.lea"):
        return None
    for side in told.sentence.of("TEAM"):
        if side.value in (told.team_1, told.team_2) and _LEAD_TO.search(lower, told.sentence.span.start, side.start):
            return str(side.value)
    return None


def home_elsewhere(state: StoryState, results: Results, match: MatchTold) -> str | None:
    """The home side of a match of which its own words say nothing."""
    pair = (match.team_1, match.team_2)
    for other in results.of_pair(match):
        turned = _REVERSE.search(state.text.lower, *other.sentence.span)
        there = (other.home or _game_in(state, pair)) if turned and other.status_is("played") else None
        if there is not None:
            return there if other is match else pair[1] if there == pair[0] else pair[0]
    return _lost_at(state, results, match) or host_of_tournament(state, pair)


def _game_in(state: StoryState, pair: tuple[str, str]) -> str | None:
    """ "they were as good as us in the game in Brigg": whose town a story tells a game of two sides in."""
    for sentence in state.sentences if state.told_of("PLACE") else ():
        for place in sentence.of("PLACE"):
            if _GAME_IN.search(state.text.lower, sentence.span.start, place.start):
                home = home_in(pair, place.text)
                if home is not None:
                    return home
    return None


def _lost_at(state: StoryState, results: Results, match: MatchTold) -> str | None:
    """ "We have lost one game this week - at Brigg - and we are out": the one match of a pair, told again by where."""
    if match.status != "played" or len(results.of_pair(match)) != 1:
        return None
    pair = (match.team_1, match.team_2)
    for sentence in state.sentences:
        if LETTER["AT"] not in sentence.shape or results.of_sentence(sentence) not in ([], [match]):
            continue
        side = _at_a_side(state, sentence)
        if side in pair:
            return side
    return None


def _at_a_side(state: StoryState, sentence: Sentence) -> str | None:
    """The side that a sentence of a match has somebody play at, the only one behind "at"."""
    told = [
        str(side.value)
        for at, side in zip(sentence.mentions, sentence.mentions[1:], strict=False)
        if at.kind == "AT" and side.kind == "TEAM" and side.start - at.end <= 1 and not side.possessive
        if _GAME.search(state.text.lower, sentence.span.start, at.start)
    ]
    return told[0] if len(told) == 1 else None


def host_of_tournament(state: StoryState, pair: tuple[str, str]) -> str | None:
    """The country of two that a story tells as the host of a group or a tournament, at home in all its matches."""
    if not (is_national(pair[0]) is is_national(pair[1]) is True) or not state.sentences:
        return None
    lower = state.text.lower
    if _HOSTING.search(lower, state.sentences[0].span.start, state.sentences[-1].span.end) is None:
        return None
    nations = {nation.name for nation in vocabulary.nations()}
    for sentence in state.sentences:
        for named in sentence.mentions:
            if named.kind not in ("TEAM", "PLACE") or named.value not in pair or named.value not in nations:
                continue
            first, last = sentence.span
            hosts = named.kind == "TEAM" and (
                _AS_HOST.match(lower, named.end, last) or _HOSTS.search(lower, first, named.start)
            )
            if hosts or _HOSTED_IN.search(lower, first, named.start):
                return str(named.value)
    return None


def town_of_group(state: StoryState, pair: tuple[str, str]) -> str | None:
    """ "Merrow will host X, Y and Z in the third group in Brigg": the town where all the sides of a group meet."""
    for sentence in state.sentences if state.told_of("PLACE") else ():
        sides = {m.value for m in sentence.mentions if m.kind == "TEAM"}
        lower, span = state.text.lower, sentence.span
        if not set(pair) <= sides or len(sides) <= len(pair) or " group" not in lower[span.start : span.end]:
            continue
        if _HOSTING.search(lower, span.start, span.end):
            towns = [p.text for p in sentence.of("PLACE") if lower.endswith(" in ", 0, p.start)]
            if len(towns) == 1:
                return towns[0]
    return None
