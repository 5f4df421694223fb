"""The phrase families of measures, as data: what each looks like over a sentence's tokens, and what it yields.

`n` is the number that the frame reads, `g` games beside it, `s` the side it belongs to where the frame itself says so.
A number is read once: frames stand in order of how certain they are. Subjects, scope and vetoes are settled elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from flows.extract.mentions import KINDS, LETTER
from flows.extract.shapes import MACROS, Frame


@dataclass(frozen=True)
class MeasureFrame(Frame):
    """A frame whose `effect` is a metric: `who` is the subject's kind, `value` that of a phrase without one."""

    unit: str = ""
    who: str = "side"
    value: float | None = None
    needs_scope: bool = False

    @cached_property
    def is_record(self) -> bool:
        """Whether it reads a record, which may be told of a number that is a tally as well."""
        return self.effect.startswith("record")

    @cached_property
    def needs(self) -> frozenset[str]:
        """Letters without which the frame cannot match: the words of its pattern that leave no choice."""
        words = [w.rpartition(":")[2] for w in self.pattern.split() if w[0] not in "~-^$" and not w.endswith("?")]
        return frozenset(LETTER[w] for w in words if w in KINDS and w not in MACROS)

    @cached_property
    def choices(self) -> tuple[frozenset[str], ...]:
        """Sets of letters of which each must have one in the sentence."""
        words = [w.rpartition(":")[2] for w in self.pattern.split() if w[0] not in "~-^$" and not w.endswith("?")]
        return tuple(
            frozenset(LETTER[k] for part in w.split("|") for k in MACROS.get(part, part).split("|"))
            for w in words
            if w not in KINDS or w in MACROS
        )

    def may_match(self, present: frozenset[str]) -> bool:
        """Whether a sentence with these letters is worth the search."""
        return self.needs <= present and all(choice & present for choice in self.choices)


def _frames(
    metric: str, unit: str, who: str, confidence: float, *patterns: str, scope: bool = False, value: float | None = None
) -> Iterator[MeasureFrame]:
    for number, pattern in enumerate(patterns, start=1):
        yield MeasureFrame(f"{metric}-{number}", pattern, metric, confidence, unit, who, value, scope)


def _runs(metric: str, kind: str) -> Iterator[MeasureFrame]:
    """ "21-match unbeaten streak", "unbeaten in their last 12", "12 games unbeaten", "13th game without a win"."""
    return _frames(
        metric, "matches", "side", 0.93,
        f"n:NUMBER -1 GAME {kind}",
        f"n:NUMBER -1 GAME WORD|SCOPE|COMPETITION|FROM {kind}",
        f"n:NUMBER {kind}",
        f"n:ORDINAL -1 STRAIGHT -4 {kind}",
        f"n:ORDINAL -3 GAME -1 {kind}",
        f"{kind} n:NUMBER GAME",
        f"{kind} STREAK? -4 IN|REACH|FROM|TO|MOVE -4 n:NUMBER -3 GAME",
        f"{kind} STREAK? -3 IN|REACH|FROM|TO -2 n:NUMBER COMMA|AND|BUT|BY|WITH",
        f"{kind} STREAK? -3 IN|REACH|FROM|TO -2 n:NUMBER $",
        f"{kind} A -1 GAME IN|FROM -3 n:NUMBER",
    )  # fmt: skip


def _straight(metric: str, noun: str, verb: str) -> Iterator[MeasureFrame]:
    """ "four straight wins", "won five games in a row", "their seventh successive win", "a six-match winning run"."""
    return _frames(
        metric, "matches", "side", 0.93,
        f"n:NUMBER -1 STRAIGHT -4 {noun}",
        f"n:NUMBER|TWOFOLD -2 {noun} -3 STRAIGHT",
        f"n:TWOFOLD -3 {noun}",
        f"n:ORDINAL -1 STRAIGHT -4 {noun}",
        f"n:ORDINAL -2 {noun} STRAIGHT",
        f"{verb} n:NUMBER -4 STRAIGHT",
        f"{verb} n:NUMBER STRAIGHT",
        f"n:NUMBER GAME -2 {verb}|{noun} STREAK",
        f"{verb} STREAK -3 IN|REACH|TO -1 n:NUMBER",
        f"{verb} EACH? -2 PAST|ORDINAL n:NUMBER -4 GAME",
        f"{verb} EACH? -2 PAST n:NUMBER",
        f"{verb} EACH -1 n:NUMBER -3 GAME",
        f"BEGAN ~6 WITH n:NUMBER -1 {noun}",
    )  # fmt: skip


def _results(metric: str, unit: str, noun: str, verb: str) -> tuple[MeasureFrame, ...]:
    """ "three wins from four", "won 13 of their last 15", "first win in ten", "third win of the season"."""
    return (
        *_frames(
            metric, unit, "side", 0.92,
            f"n:NUMBER -3 {noun} -1 IN|FROM -4 g:NUMBER",
            f"n:ORDINAL -3 {noun} -1 IN|FROM -4 g:NUMBER -3 GAME|COMMA|AND|IN",
            f"n:ORDINAL -3 {noun} -1 IN|FROM -2 g:NUMBER $",
            f"{noun} ~8 s:THEY n:ORDINAL -1 IN|FROM -2 g:NUMBER",
            f"{verb} n:NUMBER HIT? IN|FROM -4 g:NUMBER",
            f"{verb} n:NUMBER ~6 IN|FROM -3 PAST -1 g:NUMBER",
        ),
        *_frames(
            metric, unit, "side", 0.85,
            f"n:ORDINAL -3 {noun} -4 SEASON",
            f"n:NUMBER -3 {noun}",
            f"{verb} n:NUMBER HIT?",
            scope=True,
        ),
    )  # fmt: skip


NUMBERED = "NUMBER|ORDINAL"
RACE = (
    *_frames("games_in_hand", "games", "side", 0.92, "n:NUMBER|A HAND ~1 o:SIDE|THEY", "n:NUMBER|A HAND"),
    *_frames(
        "points_gap", "points", "side", 0.92,
        "n:NUMBER|A -1 POINT TOGETHER LEADERS|TOP|ORDINAL? PLACED? s:SIDE -2 FROM|AND -3 o:SIDE",
        "x:MARGIN REACH|TO SIDE|NAME ~7 REACH|TO n:NUMBER|A POINT?",
        "WITHIN n:NUMBER|A POINT",
        "n:NUMBER|A POINT x:CLEAR|BEHIND",
        "n:NUMBER|A POINT -1 x:MARGIN",
        "x:MARGIN -4 REACH|TO|BY -1 n:NUMBER|A POINT",
        "n:NUMBER|A POINT -1 FROM ZONE|TOP|LEADERS|SIDE|PLACES",
        "b:TOP|MOVE|MARGIN ~6 BY n:NUMBER|A POINT",
        "STAND|MOVE|BE|HAVE ~2 n:NUMBER x:CLEAR|BEHIND",
        "n:NUMBER x:CLEAR|BEHIND SIDE|ZONE|TOP|LEADERS|ORDINAL",
        "MARGIN -3 REACH|TO n:NUMBER POINT?",
    ),
    *_frames("points_gap", "points", "side", 0.9, "x:LEVEL -4 SIDE|ORDINAL|LEADERS|NAME", value=0),
    *_frames(
        "points", "points", "side", 0.92,
        "n:NUMBER|A POINT -1 FROM -5 g:NUMBER",
        "HAVE|EARNED|HAVE_WON -2 n:NUMBER POINT",
        "TALLY -3 n:NUMBER POINT",
        "n:NUMBER POINT TALLY",
        "THEY n:NUMBER POINT",
        "WITH n:NUMBER POINT",
        "LEVEL -4 n:NUMBER POINT",
        "EARNED n:NUMBER COMMA|AND|FROM",
        "EARNED n:NUMBER $",
        "EARNED n:NUMBER IN THEY NUMBER POINT",
    ),
)  # fmt: skip
_AFTER_PLACE = "COMMA|AND|PLACED|PLACES|IN|BY|WITH|BUT|BEHIND|CLEAR|CLOSE|OPEN|STOP|DASH|NUMBER|A|FROM|SEASON|DATE|TO"
TABLE = (
    *_frames(
        "finish_position", "position", "side", 0.9,
        f"COMPLETE -2 n:ORDINAL {_AFTER_PLACE}",
        "COMPLETE -2 n:ORDINAL $",
        "n:ORDINAL PLACED|PLACES COMPLETE",
    ),
    *_frames(
        "league_position", "position", "side", 0.92,
        "s:SIDE|NAME COMMA IN n:ORDINAL PLACED|PLACES? COMMA|AND|STOP",
        "s:SIDE|NAME COMMA IN n:ORDINAL PLACED|PLACES? $",
        "s:SIDE|NAME COMMA n:ORDINAL PLACED WORD",
        "n:ORDINAL PLACED s:SIDE|NAME",
        "n:ORDINAL PLACED COMPETITION|SCOPE? s:SIDE|NAME",
        "STAND|MOVE -2 n:ORDINAL PLACED|PLACES",
        "IN|REACH -1 n:ORDINAL PLACED|PLACES",
        f"STAND|MOVE SIDE? n:ORDINAL {_AFTER_PLACE}",
        "STAND|MOVE SIDE? n:ORDINAL $",
        f"STAND|MOVE|HAVE ~4 REACH|TO n:ORDINAL {_AFTER_PLACE}",
        "STAND|MOVE|HAVE ~4 REACH|TO n:ORDINAL $",
        f"STAND|MOVE THEY MOVE? REACH? n:ORDINAL {_AFTER_PLACE}",
        "STAND|MOVE THEY MOVE? REACH? n:ORDINAL $",
        "IN|REACH n:ORDINAL COMMA|WITH|BEHIND|CLEAR|AND|DASH",
        "POINT ~5 IN n:ORDINAL $",
        "n:ORDINAL IN COMPETITION",
    ),
)  # fmt: skip
RUNS = (
    *_runs("unbeaten_run", "UNBEATEN"),
    *_runs("winless_run", "WINLESS"),
    *_runs("scoreless_run", "SCORELESS|DROUGHT"),
    *_runs("clean_sheets", "TIGHT"),
    *_straight("win_run", "WINS", "HAVE_WON"),
    *_straight("loss_run", "LOSSES", "LOST"),
    *_straight("draw_run", "DRAWS", "DREW"),
    *_frames(
        "clean_sheets", "clean sheets", "any", 0.92, "n:NUMBER -3 SHEET", "n:ORDINAL -3 SHEET", "n:TWOFOLD -2 SHEET"
    ),
    *_frames(
        "since",
        "matches",
        "side",
        0.9,
        "n:NUMBER -2 GAME SINCE s:SIDE|THEY -2 k:SHEET|SCORED|HAVE_WON|LOST",
        "n:NUMBER -2 GAME SINCE s:SIDE|THEY ~3 k:SHEET",
        "n:NUMBER -2 GAME SINCE s:THEY PAST k:WINS|LOSSES",
    ),
    *_frames("lasted", "matches", "side", 0.85, "LASTED|MOVE -2 n:NUMBER -1 GAME"),
    *_results("wins", "wins", "WINS", "HAVE_WON"),
    *_results("losses", "losses", "LOSSES", "LOST"),
    *_results("draws", "draws", "DRAWS", "DREW"),
)
GOALS = (
    *_frames(
        "player_season_goal_number", "goals", "player", 0.93,
        "n:ORDINAL -3 GOALS -5 SEASON",
        "n:ORDINAL -3 GOALS -5 IN -3 CAMPAIGN",
        "HE n:ORDINAL -2 SEASON",
        "HE n:ORDINAL IN -3 CAMPAIGN",
        "n:ORDINAL SEASON",
    ),
    *_frames(
        "player_goals", "goals", "player", 0.9,
        "n:ORDINAL -3 GOALS -2 IN|FROM -3 g:NUMBER -3 GAME|APPEARANCE",
        "n:ORDINAL COMPETITION|SCOPE -1 GOALS",
        "n:ORDINAL -1 GOALS -1 IN TEAM",
        "n:DOUBLE_FIGURES",
    ),
    *_frames(
        "goals", "goals", "any", 0.9,
        "n:NUMBER -3 GOALS -2 IN|FROM -4 g:NUMBER -3 GAME|APPEARANCE",
        "SCORED n:NUMBER -1 IN|FROM -3 g:NUMBER -2 GAME|APPEARANCE",
        "TALLY -4 n:NUMBER GOALS",
        "SCORER ~4 WITH n:NUMBER",
        "GOALS -3 MOVE s:SIDE|THEY|HE|PERSON TO|REACH n:NUMBER",
        "n:NUMBER THEY SCORED -6 SEASON",
        "TALLY IN n:NUMBER STAND|HAVE|COMMA|AND",
    ),
    *_frames("goals_of_those", "goals", "any", 0.86, "GOALS ~9 COMMA n:NUMBER IN WORD|THEY|WHO IN? SEASON|COMPETITION"),
    *_frames(
        "goals", "goals", "any", 0.86,
        "SCORED -3 n:NUMBER -3 GOALS|HIT",
        "n:NUMBER COMPETITION|SCOPE GOALS",
        "n:NUMBER -1 GOALS",
        "HAVE n:NUMBER FROM g:NUMBER GAME",
        "TALLY -2 TO|REACH n:NUMBER",
        scope=True,
    ),
)  # fmt: skip
CONCEDED = (
    *_frames(
        "goals_conceded", "goals", "any", 0.9,
        "CONCEDED -3 n:NUMBER -2 GOALS? IN|FROM -4 g:NUMBER",
        "CONCEDED -3 n:NUMBER -2 GOALS|HIT",
        "CONCEDED n:NUMBER",
        "n:NUMBER -1 GOALS CONCEDED",
        scope=True,
    ),
)  # fmt: skip
HONOURS = (
    *_frames(
        "titles",
        "titles",
        "any",
        0.9,
        "n:NUMBER -1 TITLE",
        "n:NUMBER COMPETITION|SCOPE -1 TITLE",
        "HAVE_WON -2 TITLE ~4 n:NUMBER HIT",
        "n:NUMBER HIT|OCCASION -1 CHAMPION",
    ),
    *_frames("titles", "titles", "any", 0.8, "THEY|HE|A n:ORDINAL -2 TITLE"),
    *_frames(
        "trophies",
        "trophies",
        "any",
        0.88,
        "n:NUMBER -2 TROPHY",
        "HAVE_WON COMPETITION n:NUMBER HIT?",
        "TITLE AND COMPETITION n:NUMBER HIT",
    ),
)
PEOPLE = (
    *_frames("caps", "caps", "player", 0.93, f"n:{NUMBERED} -2 CAP"),
    *_frames(
        "player_appearances", "appearances", "player", 0.9,
        "n:NUMBER -3 APPEARANCE",
        "PLAYED n:NUMBER HIT|GAME IN TEAM",
        "PLAYED n:NUMBER -1 GAME IN TEAM",
    ),
    *_frames("player_appearances", "appearances", "player", 0.85, "n:ORDINAL -2 APPEARANCE"),
    *_frames("player_assists", "assists", "player", 0.9, f"n:{NUMBERED} -1 ASSIST"),
    *_frames("yellow_cards", "cards", "any", 0.9, f"n:{NUMBERED}|A -2 YELLOW"),
    *_frames("red_cards", "cards", "any", 0.9, f"n:{NUMBERED} -2 RED", "n:NUMBER SENT_OFF"),
    *_frames(
        "ban", "matches", "person", 0.92,
        "n:NUMBER|A x:GAME|YEAR -2 FORBADE",
        "NUMBER x:GAME|YEAR FORBADE ~4 REACH|TO n:NUMBER",
        "FORBADE IN? NUMBER x:GAME|YEAR ~4 REACH|TO n:NUMBER",
        "FORBADE -4 n:NUMBER x:GAME|YEAR",
        "FORBADE ~6 REACH|TO n:NUMBER x:YEAR|GAME",
    ),
    *_frames(
        "contract_years", "years", "person", 0.9,
        "n:NUMBER -1 x:YEAR -1 CONTRACT",
        "n:NUMBER AND A WORD x:YEAR -1 CONTRACT",
        "CONTRACT -2 IN n:NUMBER x:YEAR",
    ),
    *_frames(
        "time_at_club", "years", "person", 0.88,
        "SPENT -2 IN? QUALIFIER? n:NUMBER|A x:YEAR",
        "SPENT WORD IN TEAM IN QUALIFIER? n:NUMBER|A x:YEAR",
        "PLACE_HERE IN? n:NUMBER|A x:YEAR",
        "n:NUMBER|A x:YEAR PLACE_HERE",
        "n:NUMBER x:YEAR -1 STAY",
        "n:NUMBER x:YEAR IN? AT TEAM",
        "n:NUMBER x:YEAR REACH|WITH|IN TEAM|GROUND",
    ),
    *_frames("in_charge", "games", "person", 0.86, "IN|FROM n:NUMBER GAME PLACE_HERE"),
    *_frames("weeks_out", "weeks", "person", 0.88, "OUT -3 IN QUALIFIER? n:NUMBER|A x:YEAR", "n:NUMBER|A x:YEAR OUT"),
)  # fmt: skip
EVENTS = (
    *_frames(
        "travelling_fans", "fans", "travelling", 0.9,
        "n:NUMBER -1 TRAVELLING -1 FANS",
        "n:NUMBER FANS -1 TRAVELLING",
        "n:NUMBER -1 FANS ~1 TRAVELLING",
        "n:NUMBER IN THEY FANS ~7 TRAVELLING",
    ),
    *_frames(
        "attendance", "spectators", "home", 0.9,
        "CROWD -1 IN -2 n:NUMBER",
        "WATCHED -2 n:NUMBER",
        "n:NUMBER -1 CROWD",
        "n:NUMBER -1 FANS ~2 CROWD",
    ),
    *_frames("deaths", "deaths", "place", 0.9, "n:NUMBER -1 DEATHS", "DEATHS QUALIFIER? n:NUMBER"),
    *_frames("cases", "cases", "place", 0.9, "n:NUMBER -1 CASES"),
    *_frames("recoveries", "recoveries", "place", 0.9, "n:NUMBER -1 RECOVERIES"),
    *_frames("salary_cut_percent", "percent", "side", 0.9, "n:NUMBER PERCENT -2 CUT", "CUT -3 n:NUMBER PERCENT"),
)  # fmt: skip
RECORDS = (
    *_frames(
        "record_best", "record", "any", 0.8,
        "BEST|RECORDED -4 STAND n:NUMBER",
        "RECORDED -1 IN n:NUMBER",
        "BEST ~9 STAND n:NUMBER",
        "n:NUMBER -2 COMMA BEST -3 s:SIDE|THEY HAVE EVER",
        "RECORDED n:NUMBER",
    ),
    *_frames(
        "record_first", "firsts", "any", 0.85,
        "n:ORDINAL EVER",
        "WINS ~8 COMMA THEY n:ORDINAL IN CAMPAIGN|COMPETITION|SCOPE",
        "n:ORDINAL OCCASION -2 IN -2 HISTORY",
        "IN n:ORDINAL OCCASION",
        "THEY|HE n:ORDINAL EVER? COMPETITION -1 WINS|ROUND|TITLE|GOALS",
        "HE|A n:ORDINAL TEAM|SCOPE GOALS",
        "n:ORDINAL APPEARANCE -1 IN",
    ),
    *_frames("nth_to", "record", "any", 0.85, "n:ORDINAL -1 ROLE|WORD|SCOPE REACH|TO|WHO|EVER"),
)  # fmt: skip
REMAINING = (*_frames("remaining", "games remaining", "side", 0.85, "n:NUMBER -1 GAME"),)
ALL: tuple[MeasureFrame, ...] = (
    *RACE,
    *RUNS,
    *TABLE,
    *CONCEDED,
    *EVENTS,
    *GOALS,
    *PEOPLE,
    *HONOURS,
    *RECORDS,
    *REMAINING,
)
