"""A frame's match -> measures: which meaning each metric has, and the tallies of people and sides told from two on.

Most metrics mean what they say (`plainly_meant`); results, records, goals, points and crowds have files of their own. A
meaning that finds no subject yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.extract.measures.claims import Measure
from flows.extract.measures.frames.found import Found, measure_of, owner_of
from flows.extract.measures.meanings.careers import appearances, ban, games_or_starts, played, weeks_out
from flows.extract.measures.meanings.crowds_meant import crowd, travellers
from flows.extract.measures.meanings.gaps import gap
from flows.extract.measures.meanings.goals_beside import (
    only_goal,
    scored_beside,
    scored_in_each,
    share,
    so_many_goal_man,
)
from flows.extract.measures.meanings.goals_meant import (
    conceded,
    for_and_against,
    goals,
    goals_of_those,
    player_goals,
    scoreless,
    unbreached,
)
from flows.extract.measures.meanings.honours_meant import honours, honours_each
from flows.extract.measures.meanings.parts import part_of
from flows.extract.measures.meanings.plainly_meant import RESULTS, pay_cut, plain
from flows.extract.measures.meanings.points_meant import points
from flows.extract.measures.meanings.records_meant import first, record
from flows.extract.measures.meanings.results_meant import (
    all_but,
    all_from_all,
    at_the_nth,
    beat_at_last,
    draws_in_a_row,
    dropped,
    in_so_many,
    of_them,
    perfect_record,
    perfect_start,
    sheets_in,
    treble_run,
    winners_of,
)
from flows.extract.measures.meanings.spells import (
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
from flows.extract.measures.meanings.stays import stay
from flows.extract.measures.meanings.table import finish, games_apart, in_hand, led_to, place
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import CONTESTS, Scope
from flows.extract.text.mentions import Mention

_ITSELF = 9  # letters from "his" to the goal that is told by its number
_MOST_OF_A_SEASON = 99  # goals of one man
_MOSTRESULTS = 1500
_NOT_A_GOAL = re.compile(
    r"\b(?:hat-?tricks?|trebles?|braces?|doubles?|red cards?|dismissals?|sending-off|yellow cards?|bookings?|"
    r"cautions?|assists?|bans?)\b"
)
_OF_GAMES = re.compile(r"\b(?:appearances?|starts?|outings?|cameos?)\b")
_THE_SIDES = re.compile(r"\b(?:side|team|club)'s $")
_NTH_OF = (
    (("red", "dismiss", "sending"), "red_cards", "cards"),
    (("book", "caution", "yellow"), "yellow_cards", "cards"),
    (("assist",), "player_assists", "assists"),
    (("hat", "treble", "brace", "double"), "other_count", "of several goals"),
)
_PERFECT = ("ha", "'ve")
_SEASONS = ("season", "year", "campaign", "term", "competition", "tournament", "calendar year")
_STANDS = frozenset({"COMPLETE", "STAND", "MOVE", "REACH"})
_OF_A_LEAGUE = frozenset(
    {"league", "title", "championship", "division", "premiership", "top flight", "league title", "scudetto"}
)
_TIMES = frozenset({"once", "twice", "thrice"})
_STILL_NEEDED = re.compile(r" (?:more|further|extra|additional) ")
_SPOILT = re.compile(
    r"\b(saved|saves|saving|stopped|kept out|missed|misses|missing|conceded|concedes|gave away|won|wins|earned|fluffed|"
    r"squandered|wasted|repelled|beat away) (?:his|her|their|the|a) $"
)
_OF_PENALTIES = re.compile(r" (?:[\w-]+ )?(?:penalty|spot-kick|spot kick)\b")
_A_GOAL = re.compile(r" (?:[\w-]+ ){0,2}?(?:goals?|strikes?|headers?|penalt(?:y|ies)|efforts?|finish)\b")
_AGAIN = re.compile(r" (?:again|more|he|she|they|the|a|it)\b")
Meaning = Callable[[Found, Subjects, Scope], list[Measure]]


def counted(found: Found, subjects: Subjects, scope: Scope) -> list[Measure]:
    """A tally that is told from two on: one appearance or one title with a "first" is a record, if anything."""
    if not _holds(found, subjects):
        return []
    first = found.tokens[found.at].kind == "ORDINAL" and found.value == 1
    so_far = found.frame.unit in RESULTS and _of_this_season(found)
    if first and found.games is None and "c" not in found.bound and found.frame.effect != "caps" and not so_far:
        return []
    if found.frame.effect == "caps" and _STILL_NEEDED.match(subjects.state.text.lower, found.tokens[found.at].end):
        return []  # "needs two more caps to reach 50"
    if found.frame.effect == "caps" and "y" in found.bound:
        veteran, games = found.bound["k"].text.lower(), found.bound["y"].text.lower()
        if veteran != "veteran" or games != "internationals":
            return []
    if found.frame.effect == "player_appearances":
        return appearances(found, subjects, scope)
    if found.frame.effect == "losses" and any(
        t.kind == "ROLE" and t.text.lower().endswith("keeper")
        for t in found.tokens[max(0, found.first - 2) : found.first]
    ):
        return []  # "goalkeeper Varga was beaten 41 times"
    if found.frame.unit in RESULTS and found.value > _MOSTRESULTS:
        return []
    if "x" in found.bound and found.bound["x"].text.lower() not in CONTESTS:
        return []
    stands = found.frame.pattern == "n:ORDINAL SEASON" and found.at and found.tokens[found.at - 1].kind in _STANDS
    if stands and subjects.person_after(found.tokens, found.last) is None:
        return []  # "finished 14th of the season", where "was the 14th of the season for Varga" is his goal
    before = subjects.state.text.lower[max(0, found.tokens[found.first].start - 50) : found.tokens[found.at].start]
    if found.frame.effect == "player_season_goal_number":
        spoilt = _SPOILT.search(before)
        if spoilt is not None and _OF_PENALTIES.match(subjects.state.text.lower, found.tokens[found.at].end):
            owner = owner_of(found, subjects)
            unit = f"penalties {spoilt.group(1)}"
            return [] if owner is None else [measure_of(found, scope, *owner, "other_count", unit=unit)]
        of_a_goal = _A_GOAL.match(subjects.state.text.lower, found.tokens[found.at].end)
        if of_a_goal is None and _NOT_A_GOAL.search(before) is not None:
            return _nth_of_another(found, subjects, scope, before)
        if "y" in found.bound and found.bound["y"].text.lower() not in _SEASONS:
            return []
        return _nth_of_season(found, subjects, scope)
    measures = plain(found, subjects, scope)
    if found.frame.effect == "caps":
        for measure in measures:
            measure.competition = measure.matches = None
    return measures


def _of_this_season(found: Found) -> bool:
    """ "their first win of the season", "lost for the first time this term": one so far."""
    behind = found.tokens[found.at + 1 : found.last + 4]
    season = next((t for t in behind if t.kind in ("SEASON", "CAMPAIGN", "COMMA", "STOP", "SINCE", "QUOTE")), None)
    to_do = any(t.text.lower() == "to" for t in found.tokens[found.at : found.last])  # "the first side to win"
    return not to_do and season is not None and season.kind in ("SEASON", "CAMPAIGN")


def _holds(found: Found, subjects: Subjects) -> bool:
    """What the words of some frames must be: "once since March", "both meetings", "their only defeat in 19"."""
    bound = found.bound
    if found.frame.effect == "titles" and "k" in bound:
        return bound["n"].text.lower() in _TIMES and bound["k"].text.lower() in _OF_A_LEAGUE
    if "e" in bound and bound["e"].text.lower() != "both":
        return False
    if "t" in bound and not _is_of_times(bound):
        return False
    if "n" in bound and bound["n"].text == "once" and _AGAIN.match(subjects.state.text.lower, bound["n"].end):
        return False
    if "p" in bound and not bound["p"].text.lower().startswith(_PERFECT):
        return False
    if "k" in bound and found.frame.value == 1:
        whose = bound.get("s", bound["first"])
        return "only " in subjects.state.text.lower[whose.end : bound["k"].start]
    return True


def _is_of_times(bound: dict[str, Mention]) -> bool:
    """ "have lost only once", "and been beaten twice": so many times in all, not "lost twice" in one match."""
    verb = bound["t"].text.lower()
    return bound["n"].text.lower() in _TIMES and ("p" in bound or verb.startswith(("been ", "have ", "has ")))


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
    if found.value > _MOST_OF_A_SEASON:  # "the 800th league goal of the season": all men's together
        league = scope.competition(found.tokens, found.first, found.last, "points")
        unit = "goals of the season"
        return [] if league is None else [measure_of(found, scope, league, None, "other_count", unit=unit)]
    owner, at = owner_of(found, subjects), found.tokens[found.at].start
    ends_with = subjects.person_after(found.tokens, found.last)
    owner = owner if ends_with is None else (str(ends_with.value), ends_with)
    named = any(t.kind == "PERSON" for t in found.tokens[: found.last + 3])
    by_name = owner is not None and owner[1] is not None and owner[1].kind == "PERSON"
    scorer = (None if by_name else subjects.scorer_here(found.sentence, at + _ITSELF)) or (
        None if named else subjects.last_scorer(at)
    )
    lower = subjects.state.text.lower
    if _OF_GAMES.search(lower, found.tokens[found.at].end, found.tokens[found.last].start):
        return [] if owner is None else [measure_of(found, scope, *owner, "player_appearances", unit="appearances")]
    subject, mention = (scorer, None) if scorer is not None else owner or (None, None)
    return [] if subject is None else [measure_of(found, scope, subject, mention, "player_season_goal_number")]


MEANINGS: dict[str, Meaning] = {
    "plain": plain,
    "scoreless_run": scoreless,
    "draw_run": draws_in_a_row,
    "goals": goals,
    "player_goals": player_goals,
    "player_season_goal_number": counted,
    "points_gap": gap,
    "league_position": place,
    "led_to": led_to,
    "finish_position": finish,
    "ban": ban,
    "contract_years": stay,
    "time_at_club": stay,
    "weeks_out": weeks_out,
    "played": played,
    "matches_played": games_or_starts,
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
    "all_from_all": all_from_all,
    "winners_of": winners_of,
    "perfect_start": perfect_start,
    "at_the_nth": at_the_nth,
    "perfect_record": perfect_record,
    "beat_at_last": beat_at_last,
    "caps": counted,
    "player_appearances": counted,
    "record_best": record,
    "record_first": first,
    "goals_conceded": conceded,
    "unbreached": unbreached,
    "for_and_against": for_and_against,
    "goals_of_those": goals_of_those,
    "scored_in_each": scored_in_each,
    "scored_beside": scored_beside,
    "share": share,
    "part_of": part_of,
    "only_goal": only_goal,
    "so_many_goal_man": so_many_goal_man,
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
    "salary_cut_percent": pay_cut,
    "nth_to": nth_to,
    "games_in_hand": in_hand,
    "games_apart": games_apart,
}
