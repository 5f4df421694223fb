"""The figures of a preview's fact box: "Discipline Y29 R1", "Leading scorer Ekdal 6", "This season G13 Y41 R3".

In: the blocks of a story. Out: cards of the side whose name is the block above, of the referee named above, and the
goals of a side's leading scorer. A box has a line a fact and no sentences.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.structure import Span

_DISCIPLINE = re.compile(r"discipline:? y(\d+) r(\d+)\W*$", re.IGNORECASE)
_SCORER = re.compile(r"(?:leading|top) (?:goal)?scorers?:? ([^\d,;(]+?)[ (]+(\d+)\)?\W*$", re.IGNORECASE)
_SCORER_TOLD = re.compile(
    r"(?<![\w-])(?:[Ll]eading|[Tt]op) (?:goal)?scorer: ([A-Z][^\d,;(:.]{3,30}?) \((\d{1,2})\)(?=[.;,]|\s|$)"
)
_SCORERS = re.compile(r"(?:leading|top) (?:goal)?scorers?\b[^:]{0,30}:? ", re.IGNORECASE)
_SCORER_OF = re.compile(r"([A-Z][^;:()\d]+?) \([^)\d]+\),? (\d{1,2})(?=[;.,]|\s*$)")
_SHARED = re.compile(r", | & | and ")  # "Hale, Orr & Beck (Harland) 2": as many each
_RANKED = re.compile(
    r"\((?P<place>\d{1,2})(?:st|nd|rd|th)?(?:[,;:]? (?P<points>\d{1,3}) ?(?:pts|points|p)\b)?(?:[,;:] [^()\d]{1,30})?\)"
)
_IN_A_BRACKET = (("place", "league_position", "position"), ("points", "points", "points"))
_VERSUS = re.compile(r" (?:v|vs\.?) ", re.IGNORECASE)
_REFEREE = re.compile(r"(?:referee|ref):? ([^\d,;(]+)$", re.IGNORECASE)
_REFEREE_AND_SEASON = re.compile(
    r"(?:referee|ref):? ([^\d,;(.]+)[.,;] this season:? g(\d+) y(\d+) r(\d+)\W*$", re.IGNORECASE
)
_HIS_SEASON = re.compile(r"this season:? g(\d+) y(\d+) r(\d+)\W*$", re.IGNORECASE)
_LONGEST = 60


def previews(state: StoryState) -> list[Measure]:
    """All figures of a story's fact boxes."""
    found: list[Measure] = []
    side = referee = None
    for block in state.story.body:
        found += _places(state, block)
        if match := _SCORERS.match(state.text.normal, block.start, block.end):
            told = [*_SCORER_OF.finditer(state.text.normal, match.end(), block.end)]
            each = [(name.strip(), one.group(2)) for one in told for name in _SHARED.split(one.group(1))]
            found += [_of_scorer(state, block, *scorer) for scorer in each]
            if told:
                continue
        has_one = state.text.normal.find("corer: ", block.start, block.end) >= 0
        prose = [*_SCORER_TOLD.finditer(state.text.normal, block.start, block.end)] if has_one else []
        if prose:
            found += [_of_scorer(state, block, one.group(1).strip(), one.group(2)) for one in prose]
            continue
        if block.end - block.start > _LONGEST:
            continue
        line = state.text.normal[block.start : block.end].strip()
        side = _side_alone(state, block) or side
        if match := _REFEREE_AND_SEASON.match(line):
            found += _cards(block, match.group(1).strip(), match.group(3), match.group(4), int(match.group(2)))
        elif match := _REFEREE.match(line):
            referee = match.group(1).strip()
        elif (match := _HIS_SEASON.match(line)) and referee is not None:
            games = int(match.group(1))
            found += _cards(block, referee, match.group(2), match.group(3), games)
        elif (match := _DISCIPLINE.match(line)) and side is not None:
            found += _cards(block, side, match.group(1), match.group(2), None)
        elif match := _SCORER.match(line):
            found.append(_of_scorer(state, block, match.group(1).strip(), match.group(2)))
    return found


def _places(state: StoryState, block: Span) -> list[Measure]:
    """ "Harland (5) v Brigg (8), 12.30pm", "Harland (5th, 41pts) v Brigg (8th, 36pts)": the place, and the points, of
    each side of a fixture that heads its part of a preview."""
    if _VERSUS.search(state.text.normal, block.start, block.end) is None:
        return []
    found: list[Measure] = []
    ranked = 0
    for side in of_kinds(state.mentions, ("TEAM",)):
        if block.start <= side.start and side.end < block.end:
            place = _RANKED.match(state.text.normal, side.end + 1, block.end) or _rank_before(state, block, side)
            for group, metric, unit in _IN_A_BRACKET if place is not None else ():
                if place is not None and (figure := place[group]) is not None:
                    measure = _measure(block, str(side.value), metric, figure, unit)
                    measure.start = min(side.start, place.start()) if group == "place" else place.start(group)
                    measure.end = max(side.end, place.end()) if group == "place" else place.end(group)
                    found.append(measure)
            ranked += place is not None
    return found if ranked == 2 else []


def _rank_before(state: StoryState, block: Span, side: Mention) -> re.Match[str] | None:
    """ "v (8) Brigg": the bracket right before a side."""
    opened = state.text.normal.rfind("(", block.start, side.start)
    return None if opened < 0 else _RANKED.fullmatch(state.text.normal, opened, side.start - 1)


def _of_scorer(state: StoryState, block: Span, name: str, goals: str) -> Measure:
    return _measure(block, state.cast.people.get(name, name), "player_goals", goals, "goals")


def _side_alone(state: StoryState, block: Span) -> str | None:
    """The side whose name is the whole block."""
    for mention in of_kinds(state.mentions, ("TEAM",)):
        if mention.start == block.start and mention.end >= block.end - 1:
            return str(mention.value)
    return None


def _cards(block: Span, subject: str, yellow: str, red: str, games: int | None) -> list[Measure]:
    cards = [
        _measure(block, subject, "yellow_cards", yellow, "cards"),
        _measure(block, subject, "red_cards", red, "cards"),
    ]
    for card in cards:
        card.matches = games
    return cards


def _measure(block: Span, subject: str, metric: str, value: str, unit: str) -> Measure:
    return Measure(block.start, block.end, subject, metric, float(value), unit, "measure/fact-box", 0.9)
