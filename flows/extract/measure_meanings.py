"""A frame's match -> measures: the one place where a phrase becomes subject, metric, value and unit.

Most metrics mean what they say (`plain`); gaps have a sign and a second party, places come in lists, bans and stays carry
their unit in the phrase. A meaning that finds no subject yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from flows.extract.measure_claims import Measure
from flows.extract.measure_frames import MeasureFrame
from flows.extract.measure_scope import IN_THE_LEAGUE, Scope
from flows.extract.measure_subjects import Subjects
from flows.extract.mentions import Mention
from flows.extract.story import SIDES, Sentence

_NARROWING = ("cut", "reduc", "clos", "narrow", "trim")
_RUNS = frozenset({"unbeaten_run", "win_run", "loss_run", "winless_run"})
_BEHIND_WORDS = ("deficit",)
_HALF = re.compile(r"(?: (?:years?|seasons?))?[ -]and[ -]a[ -]half")


class Found(NamedTuple):
    """A frame's match: its bound tokens, the sentence's tokens and where in them it stands."""

    frame: MeasureFrame
    bound: dict[str, Mention]
    tokens: list[Mention]
    sentence: Sentence
    first: int
    at: int
    last: int
    games: int | None

    @property
    def value(self) -> float:
        """The number, or what the phrase is worth without one."""
        if self.frame.value is not None:
            return self.frame.value
        return float(self.tokens[self.at].value)


Meaning = Callable[[Found, Subjects, Scope], list[Measure]]


def plain(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A number of the subject that the frame asks for."""
    owner = _owner(found, subjects)
    return [] if owner is None else [_measure(found, scope, owner[0], owner[1], found.frame.effect)]


def _owner(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    who = found.frame.who
    if who == "home":
        home = subjects.home()
        return None if home is None else (home, None)
    if "s" in found.bound:
        side = found.bound["s"]
        team = subjects.state.side(side, found.sentence) if side.kind in SIDES else side.text
        return None if team is None else (team, side)
    if who in ("player", "person"):
        return subjects.person(found.sentence, found.tokens, found.at)
    if who == "place":
        return subjects.place(found.sentence, found.tokens, found.at)
    if who == "travelling":
        return subjects.nearest_side(found.sentence, found.tokens, found.at)
    if who == "any":
        either = subjects.either(found.sentence, found.tokens, found.at, found.last)
        return None if either is None else either[:2]
    return subjects.side(found.sentence, found.tokens, found.at, found.last)


def _measure(
    found: Found,
    scope: Scope,
    subject: str,
    mention: Mention | None,
    metric: str,
    value: float | None = None,
    unit: str | None = None,
    matches: int | None = None,
    other: str | None = None,
) -> Measure:
    tokens, frame = found.tokens, found.frame
    start, end = tokens[found.first].start, tokens[found.last].end
    if mention is not None and mention.start < start and start - mention.start < 90:
        start = mention.start
    elif mention is not None and mention.end > end and mention.end - end < 90:
        end = mention.end
    games = found.games if matches is None else matches
    if metric in _RUNS or metric in IN_THE_LEAGUE and metric != "points":
        games = None
    if other is None and (metric in _RUNS or metric in ("wins", "losses", "draws")):
        other = scope.opponent(tokens, found.last, found.sentence)
    return Measure(
        start=start,
        end=end,
        subject=subject,
        metric=metric,
        value=found.value if value is None else value,
        unit=unit or frame.unit,
        competition=scope.competition(tokens, found.first, found.last, metric),
        season=scope.season(tokens, found.at, metric, games),
        matches=games,
        other=other,
        qualifier="exact" if "position" in metric else scope.qualifier(tokens, found.at),
        rule=f"measure/{frame.rule}",
        confidence=frame.confidence,
    )


def scoreless(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """"failed to score in six": no goals in six matches."""
    owner = _owner(found, subjects)
    if owner is None:
        return []
    return [_measure(found, scope, *owner, "goals_scored", 0, "goals", int(found.value))]


def draws_in_a_row(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """"three straight draws": three draws in three matches."""
    owner = _owner(found, subjects)
    return [] if owner is None else [_measure(found, scope, *owner, "draws", None, "draws", int(found.value))]


def goals(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A side's or a player's goals, by who the subject is."""
    scorer = next((t for t in found.tokens[found.first : found.at] if t.kind == "SCORER"), None)
    if scorer is not None and not scorer.text.lower().endswith("s"):
        return player_goals(found, subjects, scope, "player_goals")
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None:
        return []
    subject, mention, is_person = either
    return [_measure(found, scope, subject, mention, "player_goals" if is_person else "goals_scored")]


def player_goals(found: Found, subjects: Subjects, scope: Scope, metric: str | None = None) -> list[Measure]:
    """A player's goals; "all into double figures" is of each player listed."""
    if "n" in found.bound and found.bound["n"].kind == "DOUBLE_FIGURES":
        return _double_figures(found, subjects, scope)
    if "n" in found.bound and found.bound["n"].kind == "ORDINAL" and found.value == 1:
        return []
    owner = subjects.person(found.sentence, found.tokens, found.at)
    return [] if owner is None else [_measure(found, scope, *owner, metric or found.frame.effect)]


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
    measures = [_measure(found, scope, named.get(p.text, str(p.value)), p, "player_goals") for p in reversed(people)]
    for measure in measures:
        measure.qualifier = "at_least"
    return measures


def gap(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Points between two sides: positive where the subject is ahead."""
    cue = found.bound.get("x", found.bound["first"])
    if cue.kind == "LEVEL" and "point" not in cue.text.lower() and not any(t.kind == "POINT" for t in found.tokens[found.at : found.last + 5]):
        return []
    if not _about_points(found) or _is_person(found, subjects):
        return []
    spans = cue.kind == "MARGIN" or "b" in found.bound
    owner = subjects.side(found.sentence, found.tokens, found.first if spans else found.at, found.last)
    if owner is None:
        return []
    other = _second_party(found, scope, cue, owner[0], spans)
    before = found.tokens[found.first - 1] if found.first else None
    owned = cue.kind == "MARGIN" and before is not None and before.kind in SIDES and before.possessive
    value = (1 if owned else _sign(found, cue, other)) * abs(found.value)
    if owned:
        other = None
    return [_measure(found, scope, *owner, "points_gap", value, other=other)]


def _second_party(found: Found, scope: Scope, cue: Mention, subject: str, spans: bool) -> str | None:
    """Who a gap is to: told after it, or - where the phrase spans it ("trail City by nine") - within."""
    if spans:
        within = scope.other(found.tokens[: found.at], found.first + 1, found.sentence, subject)
        if within is not None:
            return within
    start = found.first + 1 if cue.kind == "LEVEL" else min(found.last, found.at + 2)
    return scope.other(found.tokens, start, found.sentence, subject)


def _about_points(found: Found) -> bool:
    return any(t.kind in ("POINT", "LEVEL") for t in found.tokens)


def _is_person(found: Found, subjects: Subjects) -> bool:
    before = [t for t in found.tokens[: found.at] if t.kind in SIDES or t.kind in ("PERSON", "HE", "THEY", "WE")]
    return bool(before) and before[-1].kind == "PERSON" and not before[-1].possessive and len(before) == 1


def _sign(found: Found, cue: Mention, other: str | None) -> int:
    words = [t.text.lower() for t in found.tokens[max(0, found.first - 5) : found.last + 2]]
    if any(w.startswith(_NARROWING) for w in words) or any(w.startswith(("trail", *_BEHIND_WORDS)) for w in words):
        return -1
    ahead = cue.kind in ("CLEAR", "MARGIN", "LEVEL")
    if cue.kind in ("CLEAR", "BEHIND", "MARGIN", "LEVEL"):
        return 1 if ahead else -1
    if any(t.kind == "TOP" for t in found.tokens[found.first : found.at]) or found.tokens[found.first].text.lower().startswith("l"):
        return 1
    return -1


def place(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A league place of a side; no place where a race for it is told, and no person's."""
    tokens, at = found.tokens, found.at
    if "n" not in found.bound or not 1 <= found.value <= 30:
        return []
    if any(t.kind == "RACE" for t in tokens[max(0, at - 5) : at]) or _from_bottom(tokens, at):
        return []
    if found.value == 1 and not any(t.kind in ("PLACES", "PLACED") for t in tokens[at + 1 : at + 3]):
        return []
    if "s" in found.bound:
        return plain(found, subjects, scope)
    pair = _two_sides(found, subjects, scope)
    if pair:
        return pair
    either = subjects.either(found.sentence, tokens, at, found.last)
    if either is None or (either[2] and not subjects.is_coach(either[0])):
        return []
    owner = subjects.side(found.sentence, tokens, at, found.last)
    return [] if owner is None else [_measure(found, scope, *owner, found.frame.effect)]


def _from_bottom(tokens: list[Mention], at: int) -> bool:
    return any(t.text.lower() == "bottom" for t in tokens[at + 1 : at + 4])


def _two_sides(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """"Rovers and City are third and fourth": a place each."""
    tokens, at = found.tokens, found.at
    more = tokens[at + 1 : at + 3]
    if [t.kind for t in more] != ["AND", "ORDINAL"]:
        return []
    sides = [t for t in tokens[: found.at] if t.kind in SIDES][-2:]
    teams = [subjects.state.side(t, found.sentence) for t in sides]
    if len(teams) != 2 or None in teams:
        return []
    values = (found.value, float(more[1].value))
    return [
        _measure(found, scope, str(team), side, found.frame.effect, value)
        for team, side, value in zip(teams, sides, values, strict=True)
    ]


def finish(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Where a side ended a season, or each of several."""
    tokens, at = found.tokens, found.at
    complete = next((t for t in tokens[found.first : found.last + 1] if t.kind == "COMPLETE"), None)
    before = tokens[found.first - 1] if found.first else None
    if complete is None or (before is not None and complete.text.lower() == "finish" and before.kind in ("TO", "HYPOTHETICAL")):
        return []
    owner = subjects.side(found.sentence, tokens, at, found.last)
    if owner is None or not found.value <= 30:
        return []
    values = [found.value]
    position = at + 1
    while position + 1 < len(tokens) and tokens[position].kind in ("COMMA", "AND") and tokens[position + 1].kind == "ORDINAL":
        values.append(float(tokens[position + 1].value))
        position += 2
    return [_measure(found, scope, *owner, "finish_position", value) for value in values]


def ban(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Matches or months; years are told in months."""
    cue = found.bound["x"]
    owner = subjects.person(found.sentence, found.tokens, found.at)
    if owner is None:
        return []
    if cue.kind == "GAME":
        return [_measure(found, scope, *owner, "ban_matches", unit="matches")]
    unit = _time_unit(cue)
    if unit not in ("months", "years"):
        return []
    return [_measure(found, scope, *owner, "ban_months", found.value * (12 if unit == "years" else 1), "months")]


def _time_unit(token: Mention) -> str:
    word = token.text.lower()
    return word if word.endswith("s") else word + "s"


def stay(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Years, seasons or months at a club, or of a contract."""
    unit = _time_unit(found.bound["x"])
    is_contract = found.frame.effect == "contract_years"
    if unit in ("weeks", "days") or (unit == "months" and is_contract and found.value < 12) or found.value > 40:
        return []
    if is_contract and any(t.kind == "BID" for t in found.tokens[max(0, found.first - 4) : found.last + 2]):
        return []
    owner = subjects.person(found.sentence, found.tokens, found.at)
    if owner is None:
        return []
    value = found.value / 12 if is_contract and unit == "months" else found.value
    if _HALF.match(subjects.state.text.lower, found.tokens[found.at].end):
        value += 0.5
    club = None if is_contract else _club(found, subjects, owner[0])
    measure = _measure(found, scope, *owner, found.frame.effect, value, "years" if is_contract else unit, other=club)
    measure.matches, measure.competition = None, None
    return [measure]


def _club(found: Found, subjects: Subjects, person: str) -> str | None:
    near = [t for t in found.tokens[max(0, found.first - 4) : found.last + 5] if t.kind == "TEAM"]
    if near:
        return subjects.state.side(near[-1], found.sentence)
    return subjects.club_of(person)


def weeks_out(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """How long a player is or was out."""
    owner = subjects.person(found.sentence, found.tokens, found.at)
    if owner is None:
        return []
    measure = _measure(found, scope, *owner, "other_count", unit=f"{_time_unit(found.bound['x'])} out")
    measure.competition = measure.season = measure.matches = None
    return [measure]


def crowd(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """Spectators; small numbers are none."""
    return plain(found, subjects, scope) if found.value >= 300 else []


def counted(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A tally that is told from two on: one appearance or one title with a "first" is a record, if anything."""
    if found.tokens[found.at].kind == "ORDINAL" and found.value == 1 and found.games is None:
        return []
    return plain(found, subjects, scope)


def record(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A best mark: a club record is the club's whoever set it."""
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if either is None:
        return []
    subject, mention, is_person = either
    cue = next((t for t in found.tokens[found.first : found.at] if t.kind == "RECORDED"), None)
    if is_person and cue is not None and cue.text.lower().startswith("club"):
        club = subjects.club_of(subject)
        return [] if club is None else [_measure(found, scope, club, mention, "record_best")]
    return [_measure(found, scope, subject, mention, "record_best")]


def first(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """"first ever", "for the first time": no record where a "since" or a season takes it back."""
    if found.value != 1:
        return []
    following = found.tokens[found.last + 1 : found.last + 5]
    if any(t.kind in ("SINCE", "SEASON", "YEAR", "NUMBER", "DATE") or t.text.lower() == "since" for t in following):
        return []
    if found.games is not None:
        return []
    return plain(found, subjects, scope)


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
}
