"""Which competition the words beside a measure mean that names none: "in Europe", "in all competitions", "in the Cup".

In: the measures of a story as told. Their competition is put right: a place in a table is of its side's own league, a
tally beyond what a cup allows of the story's, one of all competitions of none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from flows.extract.matches.circumstances.competition_kinds_said import CUP, EUROPE, KINDS
from flows.extract.matches.circumstances.competitions_known import country_of_league, kind_of, league_of
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.measures.claims import Measure
from flows.extract.measures.scope import IN_THE_LEAGUE, Scope
from flows.extract.story import StoryState

_BEHIND, _ASIDE = 44, 60
_OF_ITS_LEAGUE = 14  # letters behind a place in a table: "fourth in the"
_END = re.compile(r"[.;:\n]|, (?:but|and|while|who|which|after|as)\b|,? (?:only |just )?\w+ of (?:them|those|which)\b")
_SAID = re.compile(
    r"\b(?P<all>all competitions|all fronts)\b|"
    r"\b(?P<europe>in europe(?:an (?:competition|football))?|european (?:goals?|games?|ties?|appearances?|matches|"
    r"victor(?:y|ies)|wins?|nights?))\b|"
    r"\b(?P<cup>(?:in|of) (?:the|this season's) cup|cup (?:ties?|goals?|games?|matches|runs?))\b|"
    r"\b(?P<qualifying>qualifiers?|qualifying (?:games?|matches|campaign|goals?))\b|"
    r"\b(?P<won>(?:won|wins?|winning|lifted|lift|lifting|claimed) the (?:cup|trophy|competition|tournament))\b|"
    r"\b(?P<league>in (?:the|this) (?:league|division|top flight)|(?:league|divisional|club's league) record)\b|"
    r"\b(?P<this>(?:in|of|at) (?:the|this) (?:regional |continental |domestic )?(?:competition|tournament|finals))\b|"
    r"\b(?P<round>in the (?:first|second|third|fourth|fifth|sixth|quarter-final|semi-final|group) (?:round|stages?)|"
    r"in the (?:quarter|semi)-finals)\b"
)
_OF_A_MAN = frozenset({"age", "player_age", "caps", "contract_years", "transfer_fee", "transfer_bid", "time_at_club"})
_OF_NO_MATCH = frozenset({"years", "months", "weeks", "days", "GBP", "EUR", "USD", "percent", "people"})
_LONG, _FEW = 13, 6  # matches that no cup has, and a list of results at the least
_LONG_TALLIES = frozenset(
    {"goals_scored", "goals_conceded", "wins", "losses", "draws", "clean_sheets", "matches_played"}
)
_TOLD_AFTER = frozenset({"other_count", "record_first"})  # "have not won the Cup for 41 years"
_HONOURS = frozenset({"titles", "trophies"})
_WON = _TOLD_AFTER | _HONOURS
_KNOCK_OUTS = KINDS[CUP]
_QUALIFYING = frozenset({"qualifying"})
_STOPS = ".,;:\n"
_CAREERS = frozenset({"player_goals", "player_assists", "player_appearances", "record_best", "record_other"})
_OF_ONE_YEAR = frozenset({"international", "continental", "qualifying"})
_OF_NO_LEAGUE = ("all competitions", "all fronts", "meeting", "between the")


def settle_competitions(state: StoryState, scope: Scope, told: Iterable[Measure]) -> None:
    """Puts right the competitions of a story's measures by the words beside them."""
    for measure in told:
        if measure.metric in _HONOURS and measure.value > 1:
            measure.season = None  # so many were won in as many seasons
        said = None if measure.metric in _OF_A_MAN or measure.unit in _OF_NO_MATCH else _said(state, measure)
        if said is not None:
            _by_what_is_said(state, scope, measure, said)
        elif measure.competition in scope.leagues_named and not _is_named(state, measure, _OF_ITS_LEAGUE):
            measure.competition = _own_league(state, scope, measure)
        elif _is_of_a_career(measure) and not _is_named(state, measure):
            measure.competition = None
        if not _may_be_of(state, measure):
            measure.competition = None
        elif measure.competition is None and _is_of_the_league(state, scope, measure):
            measure.competition = scope.league


def _may_be_of(state: StoryState, measure: Measure) -> bool:
    """No country has a place in a league, no club one in a tournament of countries, and no friendly has a table."""
    kind = kind_of(measure.competition)
    if kind == "friendly" and measure.metric in IN_THE_LEAGUE:
        return False
    if is_national(measure.subject):
        return kind != "league"
    return measure.subject not in state.cast.clubs or kind not in ("international", "qualifying")


def _own_league(state: StoryState, scope: Scope, measure: Measure) -> str | None:
    """The league of a measure that names none: its side's own where the story names that, never another country's."""
    own = league_of(measure.subject)
    of_a_table = measure.metric in IN_THE_LEAGUE
    if of_a_table and own in scope.leagues_named and (own == scope.league or measure.competition == scope.league):
        return own
    return None if _is_abroad(state, scope, measure) else measure.competition


def _is_abroad(state: StoryState, scope: Scope, measure: Measure) -> bool:
    """Whether a measure's side, or the side of its man, is known to play in another country than its league's."""
    side = measure.subject if measure.subject in state.cast.clubs else state.side_of_person(measure.subject)
    own = country_of_league(league_of(side or "") or "")
    league = country_of_league(measure.competition or scope.league or "")
    return own is not None and league is not None and own != league


def _is_of_a_career(measure: Measure) -> bool:
    """More games or goals than any one tournament has: "158 goals in 276 games", "her 175th appearance"."""
    many = measure.value >= 2 * _LONG or (measure.matches or 0) > _LONG
    return many and measure.metric in _CAREERS and kind_of(measure.competition) in _OF_ONE_YEAR


def _said(state: StoryState, measure: Measure) -> str | None:
    """The kind of competition said in a measure's own words or right behind them."""
    lower = state.text.lower
    end = min(measure.end + _BEHIND, len(lower))
    found = _END.search(lower, measure.end, end)
    said = _SAID.search(lower, measure.start, found.start() if found is not None else end)
    if said is None and measure.metric in _TOLD_AFTER:
        before = lower[max(0, measure.start - _ASIDE) : measure.start]
        said = _SAID.search(before, max(before.rfind(stop) for stop in _STOPS) + 1)
        return None if said is None or said.lastgroup == "league" else said.lastgroup
    return None if said is None else said.lastgroup


def _by_what_is_said(state: StoryState, scope: Scope, measure: Measure, said: str) -> None:
    if said in (CUP, EUROPE, "round") and measure.metric in IN_THE_LEAGUE:
        return  # "are 10th and have won all three cup ties"
    if said == "all":
        measure.competition = None
    elif said == EUROPE and not _is_named(state, measure):
        measure.competition = None  # in whichever cups of Europe, of many seasons
    elif said == "qualifying":
        measure.competition = measure.competition or scope.around.the_one(_QUALIFYING)
    elif said == CUP and kind_of(measure.competition) not in KINDS[CUP]:
        measure.competition = scope.around.the_one(KINDS[CUP])
    elif said == "league":
        measure.competition = measure.competition or scope.league
    elif said == "won" and measure.metric in _WON:
        own = scope.around.competition
        named = measure.competition or (own if own not in scope.leagues_named else None)
        measure.competition = named or scope.around.the_one(KINDS[CUP])
    elif said == "round":
        own = scope.around.competition
        told = own if kind_of(own) in _KNOCK_OUTS else scope.around.the_one(_KNOCK_OUTS)
        measure.competition = measure.competition or told
    elif said == "this":
        measure.competition = measure.competition or scope.around.competition


def _is_named(state: StoryState, measure: Measure, reach: int = _BEHIND) -> bool:
    """Whether a competition stands in a measure's own words or right behind them."""
    return any(measure.start <= m.start < measure.end + reach for m in state.told_of("COMPETITION"))


def _is_of_the_league(state: StoryState, scope: Scope, measure: Measure) -> bool:
    """A side's tally beyond what a cup allows is of the league that the story speaks of, unless that is abroad."""
    if measure.metric not in _LONG_TALLIES or measure.subject not in state.cast.clubs or measure.other is not None:
        return False
    games = measure.matches or 0
    long = games >= _LONG or (measure.metric == "goals_scored" and measure.value >= 2 * _LONG)
    listed = measure.rule.endswith("-list") and measure.metric != "goals_scored" and games >= _FEW
    words = state.text.lower[measure.start : measure.end + _ASIDE]
    said = any(cue in words for cue in _OF_NO_LEAGUE)
    return (long or listed) and not said and not _is_abroad(state, scope, measure)
