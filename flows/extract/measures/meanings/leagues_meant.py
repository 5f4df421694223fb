"""Which league, or which qualifying, a tally belongs to that names none: by its own clause and the table beside it.

In: the measures of a story after `competitions_meant`. Their competition is put right: form ("one win in five") is of
a league only where its clause says so, a tally of a season told with a place or points of the same side is of that
table's league, a place in a table of the league by which the story describes its side, and a country's place in a group
of the qualifying that its sentence names or the story is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from flows.extract.matches.circumstances.competitions_known import kind_of
from flows.extract.matches.meetings.who_may_meet import is_national
from flows.extract.measures.claims import Measure
from flows.extract.measures.meanings.leagues_of_sides import leagues_told
from flows.extract.measures.scope import IN_THE_LEAGUE, Scope
from flows.extract.story import StoryState
from flows.extract.text.sought import Sought

_NEVER = frozenset({"ban_matches", "ban_months", "age", "player_age", "caps", "contract_years", "time_at_club"})
_CAREERS = frozenset({"player_goals", "player_assists", "player_appearances", "clean_sheets", "record_other"})
_MORE_THAN_A_SEASON = 60
_HONOURS = frozenset({"titles", "trophies"})
_RUNS = frozenset({"unbeaten_run", "win_run", "loss_run", "winless_run", "draw_run"})
_RESULTS = frozenset({"wins", "draws", "losses"})
_SEASONS_TALLY = _RESULTS | {"goals_scored", "goals_conceded", "clean_sheets", "matches_played"}
_STANDINGS = frozenset({"league_position", "points_gap", "games_in_hand"})
_QUALIFYING = frozenset({"qualifying"})
_BEHIND, _BEFORE = 40, 12
_SENTENCE = re.compile(r"[.;:\n]")
_CLAUSE = re.compile(r"[.;:\n,]| (?:and|but|while|who|which|after|as|since|when) ")
_FORM = Sought(
    r"\b(?:last|past|previous|in a row|on the bounce|on the trot|straight|successive|consecutive|"
    r"(?:once|twice|one|two|three|four|five|\d|first|second|third) in (?:the )?(?:two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|thirteen|\d|1[0-3])(?! (?:home|away)))\b"
)
_PARTED = re.compile(
    r"[^.;:\n]{0,30}, (?:[\w-]+ ){1,2}of (?:them|those|which) (?:coming |scored |being )?in (?:the |this )?"
    r"(?:league|cup|championship|europe|premier|competition|tournament)\b"
)
_ELSEWHERE = Sought(
    r"\b(?:all competitions|all fronts|cups?|europe(?:an)?|meetings?|friendl(?:y|ies)|away to|against|head-to-head|"
    r"last (?:16|32|eight|four)|(?:quarter|semi)-?finals?|knock-?out|group stage|(?:road|run|way|route) to)\b"
)
_UNBEATEN = Sought(r"\b(?:unbeaten|without)\b")
_LEAGUE = Sought(r"\bleague\b|\btop[- ]flight\b|\bdivision\b")


def settle_leagues(state: StoryState, scope: Scope, told: Iterable[Measure]) -> None:
    """Puts right the leagues of a story's measures by their own clause and by what the table says of the same side."""
    measures = list(told)
    tables = [m for m in measures if m.metric in IN_THE_LEAGUE and m.competition is not None]
    for measure in measures:
        never = measure.metric in _NEVER or _is_whole(state, measure) or _is_a_title_beside_a_cup(state, measure)
        if never or _is_of_many_seasons(state, measure):
            measure.competition = None
        elif is_national(measure.subject):
            _of_the_group(state, scope, measure)
        elif _is_form(state, measure):
            if kind_of(measure.competition) == "league" and not _says_so(state, measure):
                measure.competition = None
        elif measure.competition is None and measure.metric in _SEASONS_TALLY:
            measure.competition = _of_the_table(state, measure, tables)
    described = leagues_told(state) if tables else {}
    for measure in tables:
        own = described.get(measure.subject)
        if own is not None and measure.metric in _STANDINGS and not _names_it(state, measure, "league"):
            measure.competition = own


def _of_the_group(state: StoryState, scope: Scope, measure: Measure) -> None:
    """A country's place, points or gap: of the qualifying that its sentence names, else of the qualifying or the
    tournament that the story is about."""
    if measure.metric not in IN_THE_LEAGUE:
        return
    own = scope.around.competition
    lower = state.text.lower
    ends = _SENTENCE.search(lower, measure.end)
    first = max(lower.rfind("\n", 0, measure.start), lower.rfind(". ", 0, measure.start))
    last = ends.start() if ends is not None else len(lower)
    beside = {str(m.value) for m in state.told_of("COMPETITION") if first < m.start < last}
    if len(beside) == 1 and kind_of(next(iter(beside))) == "qualifying":
        measure.competition = next(iter(beside))
    elif measure.competition is None:
        of_countries = kind_of(own) in ("qualifying", "international")
        measure.competition = own if of_countries else scope.around.the_one(_QUALIFYING)


def _is_form(state: StoryState, measure: Measure) -> bool:
    """A run, or results of the last few matches."""
    if measure.metric in _RUNS:
        return True
    words = (max(0, measure.start - _BEFORE), min(measure.end + _BEHIND, len(state.text.lower)))
    few = measure.matches is not None and measure.value < measure.matches
    return measure.metric in _RESULTS and few and _FORM.search(state.text.lower, *words) is not None


def _is_whole(state: StoryState, measure: Measure) -> bool:
    """ "19 goals this term, 13 of them in the league": the whole is of all competitions."""
    tallied = measure.metric in ("player_goals", "goals_scored", "player_assists") and not measure.rule.endswith(
        "share"
    )
    return tallied and _PARTED.match(state.text.lower, measure.end) is not None


def _is_of_many_seasons(state: StoryState, measure: Measure) -> bool:
    """ "his 400th league match", "three league titles with Rovers": in which leagues nobody says."""
    if kind_of(measure.competition) is None:
        return False
    many = measure.metric in _CAREERS and measure.value >= _MORE_THAN_A_SEASON and measure.season is None
    return (
        (many or measure.metric in _HONOURS)
        and kind_of(measure.competition) == "league"
        and not _names_it(state, measure)
    )


def _is_a_title_beside_a_cup(state: StoryState, measure: Measure) -> bool:
    """ "two league titles and the Dutch Cup": the cup is a further honour."""
    if measure.metric not in _HONOURS:
        return False
    span = (measure.start, measure.end)
    named = any(span[0] <= m.start < span[1] for m in state.told_of("COMPETITION"))
    cup = kind_of(measure.competition) not in (None, "league")
    return cup and not named and _LEAGUE.search(state.text.lower, *span) is not None


def _names_it(state: StoryState, measure: Measure, kind: str | None = None) -> bool:
    """Whether a competition, or one of a kind, is named in a measure's own words or right beside them."""
    stop = state.text.lower.find(". ", measure.end, measure.end + _BEHIND)
    span = (measure.start - _BEFORE, stop if stop >= 0 else measure.end + _BEHIND)
    beside = [m for m in state.told_of("COMPETITION") if span[0] <= m.start < span[1]]
    return any(kind in (None, kind_of(m.value)) for m in beside)


def _says_so(state: StoryState, measure: Measure) -> bool:
    """Whether the clause of a measure names a league or says the word."""
    lower = state.text.lower
    listed = measure.rule.endswith("-list")
    parts = () if listed else _CLAUSE.finditer(lower, measure.start, measure.end)
    start = max((m.end() for m in parts), default=measure.start)
    start = start if measure.end - start > _BEFORE else measure.start
    broken = (_SENTENCE if listed else _CLAUSE).search(lower, measure.end)
    end = min(measure.end + _BEHIND, broken.start() if broken is not None else len(lower))
    first = start if start > measure.start else max(0, start - _BEFORE)
    named = any(first <= m.start < end for m in state.told_of("COMPETITION"))
    return named or _LEAGUE.search(lower, first, end) is not None


def _span(measure: Measure) -> tuple[int, int]:
    return measure.start, measure.end


def _of_the_table(state: StoryState, measure: Measure, tables: list[Measure]) -> str | None:
    """The league of a place, points or a gap of the same side told in the same sentence."""
    lower = state.text.lower
    if measure.other is not None or (
        measure.rule.startswith("measure/of_them") and _UNBEATEN.search(lower, *_span(measure))
    ):
        return None
    for table in tables:
        if table.subject != measure.subject:
            continue
        first, last = min(table.start, measure.start), max(table.end, measure.end)
        between = (min(table.end, measure.end), max(table.start, measure.start))
        if "\n" in lower[first:last] or ". " in lower[slice(*between)] or _ELSEWHERE.search(lower, first, last):
            continue
        return table.competition
    return None
