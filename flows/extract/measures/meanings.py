"""A frame's match -> measures: the one place where a phrase becomes subject, metric, value and unit.

Most metrics mean what they say (`plain`); bans and stays carry their unit in the phrase, a first is one only where
nothing takes it back. A meaning that finds no subject yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.extract.measures.careers import appearances, ban, played, weeks_out
from flows.extract.measures.claims import Measure
from flows.extract.measures.crowds_meant import crowd, travellers
from flows.extract.measures.found import Found, measure_of, owner_of, owners_of
from flows.extract.measures.gaps import gap
from flows.extract.measures.goals_meant import (
    conceded,
    goals,
    goals_of_those,
    only_goal,
    player_goals,
    scored_beside,
    scored_in_each,
    scoreless,
    share,
)
from flows.extract.measures.points_meant import honours, points
from flows.extract.measures.scope import Scope
from flows.extract.measures.spells import (
    dry_months,
    games_missed,
    hat_tricks,
    in_charge,
    lasted,
    nth_season,
    nth_to,
    remaining,
    since,
    since_last,
    years_of_history,
)
from flows.extract.measures.stays import stay
from flows.extract.measures.subjects import Subjects
from flows.extract.measures.table import finish, games_apart, in_hand, place
from flows.extract.text.mentions import Mention
from flows.extract.text.sought import Sought

_OF_ONE_MATCH = Sought(
    r"\b(?:lead|led|level|ahead|in front|in charge|behind|"
    r"in the (?:tie|match|game|half|evening|contest|shoot-?out))\b[^,.;]{0,30}$"
)
_OUTCOMES = frozenset({"WINS", "LOSSES", "DRAWS"})
_RESULTS = frozenset({"wins", "losses", "draws"})
_SHARES = {"WINS": "wins", "HAVE_WON": "wins", "DRAWS": "draws", "DREW": "draws", "LOSSES": "losses", "LOST": "losses"}
_MOST_RESULTS = 1500
_NOT_A_GOAL = re.compile(
    r"\b(?:hat-?tricks?|trebles?|braces?|doubles?|red cards?|dismissals?|sending-off|yellow cards?|bookings?|"
    r"cautions?|assists?|bans?)\b"
)
_THE_SIDES = re.compile(r"\b(?:side|team|club)'s $")
_NTH_OF = (
    (("red", "dismiss", "sending"), "red_cards", "cards"),
    (("book", "caution", "yellow"), "yellow_cards", "cards"),
    (("assist",), "player_assists", "assists"),
    (("hat", "treble", "brace", "double"), "other_count", "of several goals"),
)
_LIMITING = frozenset({"SINCE", "SEASON", "YEAR", "NUMBER", "DATE"})
_IN_HISTORY = re.compile(
    r" (?:in (?:the|their|its|his|her|\w+'s?|the \w+'s?) (?:\d+-year |long |proud )?(?:history|existence)|"
    r"since (?:they|it|the club) (?:was|were) (?:formed|founded|established))\b"
)
_PERFECT = ("ha", "'ve")
_IN_THE_NET = ("scor", "net", "found the")
_SEASONS = ("season", "year", "campaign", "term", "competition", "tournament", "calendar year")
_STANDS = frozenset({"COMPLETE", "STAND", "MOVE", "REACH"})
_OF_A_LEAGUE = frozenset(
    {"league", "title", "championship", "division", "premiership", "top flight", "league title", "scudetto"}
)
_CONTESTS = ("competition", "tournament")
Meaning = Callable[[Found, Subjects, Scope], list[Measure]]


def plain(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A number of the subject that the frame asks for; `r` is the rival that a run is against."""
    in_charge = any(t.kind == "PLACE_HERE" for t in found.tokens[found.last : found.last + 3])
    whom = subjects.person_after(found.tokens, found.last) if found.frame.unit in _RESULTS else None
    if in_charge and found.frame.unit in _RESULTS:
        owner = subjects.people.person(found.sentence, found.tokens, found.at)
    elif whom is not None:
        owner = str(whom.value), whom
    else:
        coach = _of_a_coach(found, subjects) if found.frame.unit in _RESULTS else None
        return _of_each(found, subjects, scope, owners_of(found, subjects) if coach is None else [coach])
    return [] if owner is None else _of_each(found, subjects, scope, [owner])


def _of_each(found: Found, subjects: Subjects, scope: Scope, owners: list[tuple[str, Mention | None]]) -> list[Measure]:
    rival = found.bound.get("r")
    other = None if rival is None else subjects.state.side(rival, found.sentence)
    kinds = {t.kind for t in found.tokens[found.first : found.at]}
    all_of_them = found.frame.unit in _RESULTS and found.games is None and ("EACH" in kinds or _in_as_many(found))
    matches = int(found.value) if all_of_them or "e" in found.bound else None
    return [measure_of(found, scope, *owner, found.frame.effect, other=other, matches=matches) for owner in owners]


def _of_a_coach(found: Found, subjects: Subjects) -> tuple[str, Mention | None] | None:
    """ "has lost only two of 24 matches": whose record results are where a person is the subject."""
    if "s" in found.bound or found.frame.who != "side":
        return None
    return subjects.coach_with_record(found.sentence, found.tokens, found.first, found.last)


def _in_as_many(found: Found) -> bool:
    """ "their third draw in as many games"."""
    return any(t.kind == "ASMANY" for t in found.tokens[found.at : found.last + 1])


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


def treble_run(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "a hat-trick of away wins": three in a row."""
    owner = owner_of(found, subjects)
    if owner is None or found.bound["i"].text.lower() != "of":
        return []
    return [measure_of(found, scope, *owner, "win_run" if found.bound["k"].kind == "WINS" else "loss_run")]


def honours_each(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "won the title and the Cup three times each"."""
    either = subjects.either(found.sentence, found.tokens, found.first, found.first)
    if either is None:
        return []
    titles = measure_of(found, scope, *either[:2], "titles", unit="titles")
    trophies = measure_of(found, scope, *either[:2], "trophies", unit="trophies")
    titles.competition = None
    return [titles, trophies]


def of_them(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "unbeaten in nine, six of them wins": so many of the games just told."""
    metric = _SHARES[found.bound["k"].kind]
    before = [t for t in found.tokens[: found.first] if t.kind == "NUMBER"]
    owner = subjects.side(found.sentence, found.tokens, found.first, found.first)
    if owner is None:
        return []
    if found.tokens[found.last].kind == "BY":  # "have lost seven times, five of those by one goal"
        return [measure_of(found, scope, *owner, metric, unit=metric)]
    if not before or before[-1].value < found.value:
        return []
    return [measure_of(found, scope, *owner, metric, unit=metric, matches=int(before[-1].value))]


def in_so_many(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "have scored in two of their last eight": the games, not the goals."""
    cue = found.bound["k"]
    if cue.kind == "SCORED" and not cue.text.lower().startswith(_IN_THE_NET):
        return []
    games = found.bound.get("g") or next((t for t in reversed(found.tokens[: found.first]) if t.kind == "NUMBER"), None)
    owner = owner_of(found, subjects)
    if owner is None or games is None or games.value < found.value:
        return []
    unit = "matches without a goal" if cue.kind == "SCORELESS" else "matches scored in"
    measure = measure_of(found, scope, *owner, "other_count", unit=unit, matches=int(games.value))
    measure.season = None
    return [measure]


def perfect_start(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "extended their perfect start to six matches"."""
    owner = owner_of(found, subjects)
    if owner is None or not found.bound["k"].text.lower().endswith("start"):
        return []
    return [measure_of(found, scope, *owner, "win_run")]


def all_but(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "have won all but one of their 13 home games": won 12."""
    owner, games = owner_of(found, subjects), int(found.bound["g"].value)
    metric = _SHARES[found.bound["k"].kind]
    if owner is None or games <= found.value:
        return []
    return [measure_of(found, scope, *owner, metric, games - found.value, metric, matches=games)]


def sheets_in(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """ "clean sheets in their last five games": five in five."""
    owner = owner_of(found, subjects)
    return [] if owner is None else [measure_of(found, scope, *owner, "clean_sheets", matches=int(found.value))]


def counted(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A tally that is told from two on: one appearance or one title with a "first" is a record, if anything."""
    if not _holds(found, subjects):
        return []
    first = found.tokens[found.at].kind == "ORDINAL" and found.value == 1
    if first and found.games is None and "c" not in found.bound and found.frame.effect != "caps":
        return []
    if found.frame.effect == "caps" and "y" in found.bound:
        veteran, games = found.bound["k"].text.lower(), found.bound["y"].text.lower()
        if veteran != "veteran" or games != "internationals":
            return []
    if found.frame.effect == "player_appearances":
        return appearances(found, subjects, scope)
    if found.frame.unit in _RESULTS and found.value > _MOST_RESULTS:
        return []
    if "x" in found.bound and found.bound["x"].text.lower() not in _CONTESTS:
        return []
    if found.frame.pattern == "n:ORDINAL SEASON" and found.at and found.tokens[found.at - 1].kind in _STANDS:
        return []
    before = subjects.state.text.lower[max(0, found.tokens[found.first].start - 50) : found.tokens[found.at].start]
    if found.frame.effect == "player_season_goal_number":
        if _NOT_A_GOAL.search(before) is not None:
            return _nth_of_another(found, subjects, scope, before)
        if "y" in found.bound and found.bound["y"].text.lower() not in _SEASONS:
            return []
        return _nth_of_season(found, subjects, scope)
    measures = plain(found, subjects, scope)
    if found.frame.effect == "caps":
        for measure in measures:
            measure.competition = measure.matches = None
    return measures


def _holds(found: Found, subjects: Subjects) -> bool:
    """What the words of some frames must be: "once since March", "both meetings", "their only defeat in 19"."""
    bound = found.bound
    if found.frame.effect == "titles" and "k" in bound:
        return bound["n"].text.lower() in ("once", "twice", "thrice") and bound["k"].text.lower() in _OF_A_LEAGUE
    if "e" in bound and bound["e"].text.lower() != "both":
        return False
    if "p" in bound and not bound["p"].text.lower().startswith(_PERFECT):
        return False
    if "k" in bound and found.frame.value == 1:
        return "only " in subjects.state.text.lower[bound["s"].end : bound["k"].start]
    return True


def _nth_of_another(found: Found, subjects: Subjects, scope: Scope, before: str) -> list[Measure]:
    """ "a red card, his second of the season", "the brace, his third this term": the nth of what was told last."""
    told = list(_NOT_A_GOAL.finditer(before))[-1].group()
    metric, unit = next(((m, u) for words, m, u in _NTH_OF if told.startswith(words)), ("", ""))
    if not metric:
        return []
    of_the_side = _THE_SIDES.search(before) is not None
    owner = subjects.side(found.sentence, found.tokens, found.at, found.last) if of_the_side else None
    owner = owner or owner_of(found, subjects)
    return [] if owner is None else [measure_of(found, scope, *owner, metric, unit=unit)]


def _nth_of_season(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """The nth goal of whoever the sentence names; of "the Brazilian", "his", the scorer of the goal told last."""
    owner, at = owner_of(found, subjects), found.tokens[found.at].start
    named = any(t.kind == "PERSON" for t in found.tokens[: found.last + 3])
    by_name = owner is not None and owner[1] is not None and owner[1].kind == "PERSON"
    scorer = (None if by_name else subjects.scorer_here(found.sentence, at)) or (
        None if named else subjects.last_scorer(at)
    )
    subject, mention = (scorer, None) if scorer is not None else owner or (None, None)
    return [] if subject is None else [measure_of(found, scope, subject, mention, "player_season_goal_number")]


def record(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A best mark: a club record is the club's whoever set it."""
    either = subjects.either(found.sentence, found.tokens, found.at, found.last)
    if found.games is not None and any(t.kind == "GOALS" for t in found.tokens[found.at : found.last + 2]):
        return []  # "boasts a record of 14 goals in 22 games"
    if either is None or (found.last + 1 < len(found.tokens) and found.tokens[found.last + 1].kind in _OUTCOMES):
        return []  # "a record of three wins"
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
    whole = _IN_HISTORY.match(lower, found.tokens[found.last].end)
    limited = any(t.kind in _LIMITING or t.text.lower() == "since" for t in following)
    if whole is None and limited:
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
    "travelling_fans": travellers,
    "wins": counted,
    "losses": counted,
    "draws": counted,
    "titles": honours,
    "trophies": honours,
    "points": points,
    "of_them": of_them,
    "in_so_many": in_so_many,
    "all_but": all_but,
    "perfect_start": perfect_start,
    "caps": counted,
    "player_appearances": counted,
    "record_best": record,
    "record_first": first,
    "goals_conceded": conceded,
    "goals_of_those": goals_of_those,
    "scored_in_each": scored_in_each,
    "scored_beside": scored_beside,
    "share": share,
    "only_goal": only_goal,
    "since": since,
    "since_last": since_last,
    "years_of_history": years_of_history,
    "nth_season": nth_season,
    "honours_each": honours_each,
    "dry_months": dry_months,
    "games_missed": games_missed,
    "hat_tricks": hat_tricks,
    "dropped": dropped,
    "treble_run": treble_run,
    "lasted": lasted,
    "remaining": remaining,
    "in_charge": in_charge,
    "nth_to": nth_to,
    "games_in_hand": in_hand,
    "games_apart": games_apart,
}
