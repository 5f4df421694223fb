"""Whose a count is by how the match ended: "It was a third straight win" is the winner's of the match told, "The defeat
leaves them 20th" the loser's.

In: a story's matches and the measures told of it. Out: their subjects put right where "it", "that" or "the win" speaks
of a match that their subject, as read, lost, or won where it speaks of a defeat.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold
from flows.extract.measures.claims import Measure
from flows.extract.story import StoryState
from flows.extract.text.sentence import SIDES

_OF_THE_MATCH = re.compile(
    r"[\"'“]?(?:it|that|this) (?:was|is|proved|made it)\b|"
    r"the (?:win|victory|success|triumph|result|defeat|loss|reverse) (?:was|is|made it|means|extended|stretched)\b"
)
_ROWS = {"win_run": "win", "loss_run": "loss"}
_LEFT_SO = re.compile(
    r"[\"'“]?(?:but |and |so |yet )?(?:(?:it|that|this) (?:was|is) (?:only |just |now )?)?"
    r"(?:the |that |this |a |an |another |their )?(?:[\w-]+ ){0,4}?"
    r"(?:(?P<win>win|victory|success|triumph|three points)|(?P<loss>defeat|loss|reverse|setback))\b"
)
_OF_SIDES = frozenset(
    "league_position points_gap points wins losses win_run loss_run unbeaten_run winless_run games_in_hand".split()
)
_NAMED = SIDES | {"NAME", "WE"}
_BACK = 4  # sentences


def settle_rows(state: StoryState, results: Results, told: Iterable[Measure]) -> None:
    """Gives rows of wins to winners and rows of defeats to losers."""
    starts = [s.span.start for s in state.sentences]
    for measure in told:
        if measure.metric not in _OF_SIDES:
            continue
        sentence = state.sentences[max(0, bisect_right(starts, measure.start) - 1)]
        fared = _fared(state.text.lower, sentence.span.start, measure)
        if fared is None or any(m.kind in _NAMED and m.start < measure.end for m in sentence.mentions):
            continue  # "It was Rovers' third straight defeat"
        match = _last_told(state, results, sentence.number, measure.start)
        if match is None or measure.subject not in (match.team_1, match.team_2):
            continue
        first = _first_fared(match)
        theirs = match.team_1 if first == fared else match.team_2
        if first in _ROWS.values() and measure.subject != theirs:
            measure.subject = theirs
            measure.other = None if measure.other == theirs else measure.other


def _fared(lower: str, start: int, measure: Measure) -> str | None:
    """How the side fared that a sentence is about: by the row that it tells, by "the win" or "a fifth defeat" that it
    opens with."""
    if _OF_THE_MATCH.match(lower, start) and measure.metric in _ROWS:
        return _ROWS[measure.metric]
    opens = _LEFT_SO.match(lower, start, measure.end)
    return None if opens is None or "," in opens.group() else "win" if opens["win"] else "loss"


def _last_told(state: StoryState, results: Results, number: int, at: int) -> MatchTold | None:
    """The match told last before a place, not long before it and not of another year."""
    for sentence in reversed(state.sentences[max(0, number - _BACK) : number + 1]):
        told = [m for m in results.of_sentence(sentence) if m.status == "played" and m.start < at and m.year is None]
        if told:
            return max(told, key=lambda m: m.start)
    return None


def _first_fared(match: MatchTold) -> str | None:
    """How its first side fared."""
    if match.score_1 is None or match.score_2 is None or match.score_1 == match.score_2:
        return match.outcome
    return "win" if match.score_1 > match.score_2 else "loss"
