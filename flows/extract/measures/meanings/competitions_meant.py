"""Which competition the words beside a measure mean that names none: "in Europe", "in all competitions", "in the Cup".

In: the measures of a story as told. Their competition is put right: a place in a table is of its side's own league, a
tally beyond what a cup allows of the story's, one of all competitions of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from flows.extract.matches.circumstances.competition_kinds_said import CUP, EUROPE, KINDS
from flows.extract.matches.circumstances.competitions_known import kind_of, league_of
from flows.extract.measures.claims import Measure
from flows.extract.measures.scope import IN_THE_LEAGUE, Scope
from flows.extract.story import StoryState

_BEHIND, _ASIDE = 44, 60
_END = re.compile(r"[.;:\n]|, (?:but|and|while|who|which|after|as)\b|,? (?:only |just )?\w+ of (?:them|those|which)\b")
_SAID = re.compile(
    r"\b(?P<all>all competitions|all fronts)\b|"
    r"\b(?P<europe>in europe(?:an (?:competition|football))?|european (?:goals?|games?|ties?|appearances?|matches|"
    r"victor(?:y|ies)|wins?|nights?))\b|"
    r"\b(?P<cup>(?:in|of) (?:the|this season's) cup|cup (?:ties?|goals?|games?|matches))\b|"
    r"\b(?P<league>in (?:the|this) (?:league|division|top flight)|(?:league|divisional|club's league) record)\b|"
    r"\b(?P<this>(?:in|of|at) (?:the|this) (?:competition|tournament|finals))\b"
)
_OF_A_MAN = frozenset({"age", "player_age", "caps", "contract_years", "transfer_fee", "transfer_bid", "time_at_club"})
_OF_NO_MATCH = frozenset({"years", "months", "weeks", "days", "GBP", "EUR", "USD", "percent", "people"})
_LONG, _FEW = 13, 6  # matches that no cup has, and a list of results at the least
_LONG_TALLIES = frozenset(
    {"goals_scored", "goals_conceded", "wins", "losses", "draws", "clean_sheets", "matches_played"}
)
_OF_NO_LEAGUE = ("all competitions", "all fronts", "meeting", "between the")


def settle_competitions(state: StoryState, scope: Scope, told: Iterable[Measure]) -> None:
    """Puts right the competitions of a story's measures by the words beside them."""
    for measure in told:
        said = None if measure.metric in _OF_A_MAN or measure.unit in _OF_NO_MATCH else _said(state, measure)
        if said is not None:
            _by_what_is_said(state, scope, measure, said)
        elif measure.metric in IN_THE_LEAGUE and measure.competition == scope.league:
            own = league_of(measure.subject)
            measure.competition = own if own in scope.leagues_named else measure.competition
        if measure.competition is None and _is_of_the_league(state, measure):
            measure.competition = scope.league


def _said(state: StoryState, measure: Measure) -> str | None:
    """The kind of competition said in a measure's own words or right behind them."""
    lower = state.text.lower
    end = min(measure.end + _BEHIND, len(lower))
    found = _END.search(lower, measure.end, end)
    said = _SAID.search(lower, measure.start, found.start() if found is not None else end)
    return None if said is None else said.lastgroup


def _by_what_is_said(state: StoryState, scope: Scope, measure: Measure, said: str) -> None:
    if said == "all":
        measure.competition = None
    elif said == EUROPE and not _is_named(state, measure):
        measure.competition = None  # in whichever cups of Europe, of many seasons
    elif said == CUP and kind_of(measure.competition) not in KINDS[CUP]:
        measure.competition = scope.around.the_one(KINDS[CUP])
    elif said == "league":
        measure.competition = measure.competition or scope.league
    elif said == "this":
        measure.competition = measure.competition or scope.around.competition


def _is_named(state: StoryState, measure: Measure) -> bool:
    """Whether a competition stands in a measure's own words or right behind them."""
    return any(measure.start <= m.start < measure.end + _BEHIND for m in state.told_of("COMPETITION"))


def _is_of_the_league(state: StoryState, measure: Measure) -> bool:
    """A side's tally beyond what a cup allows is of the league that the story speaks of."""
    if measure.metric not in _LONG_TALLIES or measure.subject not in state.cast.clubs or measure.other is not None:
        return False
    games = measure.matches or 0
    long = games >= _LONG or (measure.metric == "goals_scored" and measure.value >= 2 * _LONG)
    listed = measure.rule.endswith("-list") and measure.metric != "goals_scored" and games >= _FEW
    words = state.text.lower[measure.start : measure.end + _ASIDE]
    return (long or listed) and not any(cue in words for cue in _OF_NO_LEAGUE)
