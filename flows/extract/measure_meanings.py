"""A frame's match -> measures: the one place where a phrase becomes subject, metric, value and unit.

Most metrics mean what they say (`plain`); bans and stays carry their unit in the phrase, a first is one only where
nothing takes it back. A meaning that finds no subject yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from flows import vocabulary
from flows.extract.measure_claims import Measure
from flows.extract.measure_found import Found, measure_of, owner_of
from flows.extract.measure_scope import Scope
from flows.extract.measure_spells import (
    dry_months,
    games_missed,
    in_charge,
    lasted,
    nth_season,
    nth_to,
    remaining,
    since,
    since_last,
    years_of_history,
)
from flows.extract.measure_subjects import Subjects
from flows.extract.measure_table import finish, gap, in_hand, place
from flows.extract.mentions import Mention
from flows.extract.sides import club_name

_OF_ONE_MATCH = re.compile(
    r"\b(?:lead|led|level|ahead|in front|in charge|behind|"
    r"in the (?:tie|match|game|half|evening|contest|shoot-?out))\b[^,.;]{0,30}$"
)
_RESULTS = frozenset({"wins", "losses", "draws"})
_MOST_RESULTS = 1500
_NOT_A_GOAL = re.compile(
    r"\b(?:hat-?tricks?|trebles?|braces?|doubles?|red cards?|bookings?|cautions?|assists?|bans?)\b"
)
_CONTESTS = ("competition", "tournament")
_HALF = re.compile(r"(?: (?:years?|seasons?))?[ -]and[ -]a[ -]half")
Meaning = Callable[[Found, Subjects, Scope], list[Measure]]


def plain(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A number of the subject that the frame asks for; `r` is the rival that a run is against."""
    in_charge = any(t.text.lower() == "in charge" for t in found.tokens[found.last : found.last + 3])
    if in_charge and found.frame.unit in _RESULTS:
        owner = subjects.people.person(found.sentence, found.tokens, found.at)
    else:
        owner = owner_of(found, subjects)
    if owner is None:
        return []
    rival = found.bound.get("r")
    other = None if rival is None else subjects.state.side(rival, found.sentence)
    return [measure_of(found, scope, owner[0], owner[1], found.frame.effect, other=other)]


def scoreless(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "failed to score in six": no goals in six matches."""
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None:
        return []
    subject, mention, is_person = either
    metric = "player_goals" if is_person else "goals_scored"
    return [measure_of(found, scope, subject, mention, metric, 0, "goals", int(found.value))]


def dropped(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "have dropped four of their last five"."""
    owner = owner_of(found, subjects)
    if owner is None or found.tokens[found.first].text.lower() != "dropped":
        return []
    return [measure_of(found, scope, *owner, "losses")]


def draws_in_a_row(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "three straight draws": three draws in three matches."""
    owner = owner_of(found, subjects)
    return [] if owner is None else [measure_of(found, scope, *owner, "draws", None, "draws", int(found.value))]


def goals(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A side's or a player's goals, by who the subject is."""
    before = [t.kind for t in found.tokens[max(0, found.at - 2) : found.at]]
    if before == ["RECORDED", "IN"]:  # "broke the record of 34 goals"
        return []
    scorer = next((t for t in found.tokens[found.first : found.at] if t.kind == "SCORER"), None)
    if scorer is not None and not scorer.text.lower().endswith("s"):
        return player_goals(found, subjects, scope, "player_goals")
    if "TALLY" in {t.kind for t in found.tokens[found.first : found.at]} and not _of_goals(found):
        return []
    if "s" in found.bound and found.bound["s"].kind not in ("HE", "PERSON"):
        owner = owner_of(found, subjects)
        return [] if owner is None else [measure_of(found, scope, *owner, "goals_scored")]
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None:
        return []
    subject, mention, is_person = either
    return [measure_of(found, scope, subject, mention, "player_goals" if is_person else "goals_scored")]


def goals_of_those(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "23 goals, 14 of those this season": the share is of whoever has the whole."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None:
        return []
    subject, mention, is_person = either
    return [measure_of(found, scope, subject, mention, "player_goals" if is_person else "goals_scored")]


def _of_goals(found: Found) -> bool:
    """Whether a bare total is of goals: the sentence speaks of scoring and of no points."""
    kinds = {t.kind for t in found.tokens}
    return bool(kinds & {"GOALS", "SCORED", "SCORER"}) and "POINT" not in kinds


def player_goals(found: Found, subjects: Subjects, scope: Scope, metric: str | None = None) -> list[Measure]:
    """A player's goals; "all into double figures" is of each player listed."""
    if "n" in found.bound and found.bound["n"].kind == "DOUBLE_FIGURES":
        return _double_figures(found, subjects, scope)
    if "n" in found.bound and found.bound["n"].kind == "ORDINAL" and found.value == 1 and found.games is None:
        return []
    if "s" in found.bound:
        owner = owner_of(found, subjects)
    else:
        owner = subjects.people.person(found.sentence, found.tokens, found.at)
    return [] if owner is None else [measure_of(found, scope, *owner, metric or found.frame.effect)]


def honours_each(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "won the title and the Cup three times each"."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None:
        return []
    titles = measure_of(found, scope, *either[:2], "titles", unit="titles")
    trophies = measure_of(found, scope, *either[:2], "trophies", unit="trophies")
    titles.competition = None
    return [titles, trophies]


def _double_figures(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    named = subjects.state.cast.people
    people: list[Mention] = []
    for token in reversed(found.tokens[: found.at]):
        if token.kind in ("PERSON", "TEAM", "NAME"):
            people.append(token)
        elif people and token.kind not in ("COMMA", "AND"):
            break
    if not any(p.kind == "PERSON" for p in people):
        return []
    measures = [measure_of(found, scope, named.get(p.text, str(p.value)), p, "player_goals") for p in reversed(people)]
    for measure in measures:
        measure.qualifier = "at_least"
    return measures


def ban(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Matches or months; years are told in months."""
    cue = found.bound["x"]
    owner = subjects.people.person(found.sentence, found.tokens, found.at)
    if owner is None:
        return []
    if cue.kind == "GAME":
        return [measure_of(found, scope, *owner, "ban_matches", unit="matches")]
    unit = _time_unit(cue)
    if unit not in ("months", "years"):
        return []
    return [measure_of(found, scope, *owner, "ban_months", found.value * (12 if unit == "years" else 1), "months")]


def _time_unit(token: Mention) -> str:
    word = token.text.lower()
    return word if word.endswith("s") else word + "s"


def stay(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Years, seasons or months at a club, or of a contract."""
    unit = _time_unit(found.bound["x"])
    is_contract = found.frame.effect == "contract_years"
    if unit in ("weeks", "days") or (unit == "months" and is_contract and found.value < 12) or found.value > 40:
        return []
    if "b" in found.bound and not found.bound["b"].text.lower().startswith("stay"):
        return []
    if is_contract and any(t.kind == "BID" for t in found.tokens[max(0, found.first - 4) : found.last + 2]):
        return []
    owner = subjects.people.person(found.sentence, found.tokens, found.at)
    if owner is None:
        return []
    value = found.value / 12 if is_contract and unit == "months" else found.value
    if _HALF.match(subjects.state.text.lower, found.tokens[found.at].end):
        value += 0.5
    club = None if is_contract else _club(found, subjects, owner[0])
    measure = measure_of(found, scope, *owner, found.frame.effect, value, "years" if is_contract else unit, other=club)
    measure.matches, measure.competition = None, None
    return [measure]


def _club(found: Found, subjects: Subjects, person: str) -> str | None:
    near = [t for t in found.tokens[max(0, found.first - 4) : found.last + 5] if t.kind == "TEAM"]
    ground = next((t for t in found.tokens[found.last : found.last + 3] if t.kind == "GROUND"), None)
    if ground is not None and len(ground.value) == 1:
        return club_name(ground.value[0])
    theirs = next((i for i in range(found.first, found.at) if found.tokens[i].kind == "THEY"), None)
    if not near and theirs is not None:
        return subjects.team(found.tokens, theirs, found.sentence)
    if not near and found.tokens[found.last].text.lower().endswith(" club") and subjects.club_of(person) is None:
        return subjects.side_before(found.sentence)
    if near:
        return subjects.state.side(near[-1], found.sentence)
    return subjects.club_of(person)


def played(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Games that a side has played, or a player has played in."""
    if any(t.kind == "TEAM" for t in found.tokens[found.first : found.at]):
        person = subjects.people.person(found.sentence, found.tokens, found.at)
        either = None if person is None else (*person, True)
    else:
        either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None or found.value < 2:
        return []
    subject, mention, is_person = either
    if found.last == found.at + 1 and found.tokens[found.first].text.lower() in ("made", "making", "make", "playing"):
        return []
    if not is_person and found.tokens[found.first].text.lower() != "played":
        return []
    metric = "player_appearances" if is_person else "matches_played"
    near = found.tokens[found.first : found.last + 3]
    if is_person and any(t.kind == "TEAM" and t.value in _national_sides() for t in near):
        metric = "caps"
    measure = measure_of(
        found,
        scope,
        subject,
        mention,
        metric,
        unit={"caps": "caps", "matches_played": "matches"}.get(metric, "appearances"),
    )
    measure.matches = None
    return [measure]


@cache
def _national_sides() -> frozenset[str]:
    return frozenset(club.name for club in vocabulary.clubs() if club.national)


def sheets_in(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "clean sheets in their last five games": five in five."""
    owner = owner_of(found, subjects)
    return [] if owner is None else [measure_of(found, scope, *owner, "clean_sheets", matches=int(found.value))]


def weeks_out(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """How long a player is or was out."""
    owner = subjects.people.person(found.sentence, found.tokens, found.at)
    if owner is None:
        return []
    measure = measure_of(found, scope, *owner, "other_count", unit=f"{_time_unit(found.bound['x'])} out")
    measure.competition = measure.season = measure.matches = None
    return [measure]


def crowd(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Spectators; small numbers are none."""
    return plain(found, subjects, scope) if found.value >= 300 else []


def counted(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A tally that is told from two on: one appearance or one title with a "first" is a record, if anything."""
    if found.tokens[found.at].kind == "ORDINAL" and found.value == 1 and found.games is None:
        return []
    if found.frame.unit in _RESULTS and found.value > _MOST_RESULTS:
        return []
    if "x" in found.bound and found.bound["x"].text.lower() not in _CONTESTS:
        return []
    before = subjects.state.text.lower[max(0, found.tokens[found.first].start - 50) : found.tokens[found.at].start]
    if found.frame.effect == "player_season_goal_number":
        return [] if _NOT_A_GOAL.search(before) else _nth_of_season(found, subjects, scope)
    return plain(found, subjects, scope)


def _nth_of_season(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """The nth goal of whoever the sentence names; of "the Brazilian", "his", the scorer of the goal told last."""
    owner = owner_of(found, subjects)
    named = any(t.kind == "PERSON" for t in found.tokens[: found.last + 3])
    scorer = None if named else subjects.last_scorer(found.tokens[found.at].start)
    subject, mention = (scorer, None) if scorer is not None else owner or (None, None)
    return [] if subject is None else [measure_of(found, scope, subject, mention, "player_season_goal_number")]


def record(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A best mark: a club record is the club's whoever set it."""
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None:
        return []
    if "s" in found.bound:
        owner = owner_of(found, subjects)
        return [] if owner is None else [measure_of(found, scope, *owner, "record_best")]
    subject, mention, is_person = either
    his = next((i for i in range(max(0, found.first - 2), found.first) if found.tokens[i].kind == "HE"), None)
    him = None if his is None else subjects.people.he(found.sentence, found.tokens, his)
    if him is not None:
        return [measure_of(found, scope, *him, "record_best")]
    owns = found.tokens[found.first - 1] if found.first else None
    if owns is not None and owns.kind == "PERSON" and owns.possessive:
        return [measure_of(found, scope, str(owns.value), owns, "record_best")]
    if owns is not None and owns.kind == "EPITHET" and owns.value[0] == "PERSON":
        return [measure_of(found, scope, str(owns.value[1]), owns, "record_best")]
    if mention is None and any(t.text.lower() == "club" for t in found.tokens[found.first : found.at]):
        return _the_clubs(found, subjects, scope, "record_best")
    cue = next((t for t in found.tokens[found.first : found.at] if t.kind == "RECORDED"), None)
    if is_person and cue is not None and cue.text.lower().startswith("club"):
        club = subjects.club_of(subject)
        return [] if club is None else [measure_of(found, scope, club, mention, "record_best")]
    return [measure_of(found, scope, subject, mention, "record_best")]


def _the_clubs(found: Found, subjects: Subjects, scope: Scope, metric: str) -> list[Measure]:
    """ "the club": that of the person the sentence speaks of, else of the one the story is about."""
    named = [str(t.value) for t in found.tokens[: found.at] if t.kind == "PERSON"]
    named += [str(t.value[1]) for t in found.tokens[: found.at] if t.kind == "EPITHET" and t.value[0] == "PERSON"]
    person = named[-1] if named else subjects.people.in_focus()
    club = None if person is None else subjects.club_of(person)
    return [] if club is None else [measure_of(found, scope, club, None, metric)]


def first(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "first ever", "for the first time": no record where a "since" or a season takes it back."""
    if found.value != 1:
        return []
    following = found.tokens[found.last + 1 : found.last + 5]
    ends = next((i for i, t in enumerate(following) if t.kind in ("COMMA", "STOP", "BUT", "QUOTE")), len(following))
    following = following[:ends]
    lower = subjects.state.text.lower
    if _OF_ONE_MATCH.search(lower, found.sentence.span.start, found.tokens[found.first].start):
        return []
    if any(t.kind in ("SINCE", "SEASON", "YEAR", "NUMBER", "DATE") or t.text.lower() == "since" for t in following):
        return []
    bare = found.tokens[found.last].kind == "SCOPE" and found.tokens[found.last - 1].kind == "IN"
    if found.games is not None or (bare and found.tokens[found.last].text.lower() not in _CONTESTS):
        return []
    before = found.tokens[found.first - 1] if found.first else None
    if (
        before is not None
        and before.text.lower() in ("club", "club's", "side's", "team's")
        and subjects.side_in(found.tokens, found.first) is None
    ):
        return _the_clubs(found, subjects, scope, found.frame.effect)
    measures = plain(found, subjects, scope)
    if any(t.kind == "OCCASION" for t in found.tokens[found.at : found.last + 1]):
        for measure in measures:
            measure.season = None
    return measures


MEANINGS: dict[str, Meaning] = {
    "plain": plain,
    "scoreless_run": scoreless,
    "draw_run": draws_in_a_row,
    "goals": goals,
    "player_goals": player_goals,
    "player_season_goal_number": counted,
    "points_gap": gap,
    "league_position": place,
    "finish_position": finish,
    "ban": ban,
    "contract_years": stay,
    "time_at_club": stay,
    "weeks_out": weeks_out,
    "played": played,
    "sheets_in": sheets_in,
    "attendance": crowd,
    "travelling_fans": crowd,
    "wins": counted,
    "losses": counted,
    "draws": counted,
    "titles": counted,
    "caps": counted,
    "player_appearances": counted,
    "record_best": record,
    "record_first": first,
    "goals_of_those": goals_of_those,
    "since": since,
    "since_last": since_last,
    "years_of_history": years_of_history,
    "nth_season": nth_season,
    "honours_each": honours_each,
    "dry_months": dry_months,
    "games_missed": games_missed,
    "dropped": dropped,
    "lasted": lasted,
    "remaining": remaining,
    "in_charge": in_charge,
    "nth_to": nth_to,
    "games_in_hand": in_hand,
}
