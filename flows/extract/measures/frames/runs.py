"""Phrases of results counted: runs, sequences, clean sheets, wins from so many games."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.measures.frames.frame import MeasureFrame, frames

_ON = "PLACED|OPEN|STOP|DASH|COLON|SINCE|SEASON|DATE|STAND|MOVE|HAVE|FROM|COMPETITION|QUOTE"


def _runs(metric: str, kind: str) -> Iterator[MeasureFrame]:
    """ "21-match unbeaten streak", "unbeaten in their last 12", "12 games unbeaten", "13th game without a win"."""
    return frames(
        metric, "matches", "side", 0.93,
        f"n:NUMBER -1 GAME {kind}",
        f"n:NUMBER -1 GAME WORD|SCOPE|COMPETITION|FROM {kind}",
        f"n:NUMBER -1 GAME {kind} SCOPE|COMPETITION STREAK",
        f"n:NUMBER -1 GAME REACH|IN GROUND|PLACE|TEAM {kind}",
        f"n:NUMBER {kind}",
        f"n:ORDINAL -1 STRAIGHT -4 {kind}",
        f"n:ORDINAL -3 GAME -1 {kind}",
        f"{kind} n:NUMBER GAME",
        f"{kind} r:SIDE|NAME ~2 IN|FROM -3 n:NUMBER -1 GAME",
        f"{kind} STREAK? -4 IN|REACH|FROM|TO|MOVE -4 n:NUMBER -3 GAME|APPEARANCE",
        f"{kind} STREAK? -3 IN|REACH|FROM|TO -2 n:NUMBER COMMA|AND|BUT|BY|WITH|SCOPE|{_ON}",
        f"{kind} STREAK? -3 IN|REACH|FROM|TO -2 n:NUMBER $",
        f"{kind} IN|FROM -2 n:NUMBER IN EACH|SCOPE|COMPETITION",
        f"{kind} A -1 GAME IN|FROM -3 n:NUMBER",
        f"STREAK {kind} -3 IN|REACH|TO -1 n:NUMBER -3 GAME",
        f"STREAK IN n:NUMBER -3 GAME {kind}",
        f"{kind} r:SIDE|NAME ~8 COMMA A STREAK IN? n:NUMBER -1 GAME",
        f"{kind} ~12 COMMA A STREAK IN? n:NUMBER -1 GAME",
        f"n:NUMBER GAME ~3 AND NUMBER ~4 {kind}",
        f"NUMBER GAME ~3 AND n:NUMBER ~4 {kind}",
    )  # fmt: skip


def _straight(metric: str, noun: str, verb: str) -> Iterator[MeasureFrame]:
    """ "four straight wins", "won five games in a row", "their seventh successive win", "a six-match winning run"."""
    return frames(
        metric, "matches", "side", 0.93,
        f"n:NUMBER -1 STRAIGHT -2 {noun}",
        f"n:NUMBER|TWOFOLD -2 {noun} -3 STRAIGHT",
        f"STREAK IN n:NUMBER -1 STRAIGHT? {noun}",
        f"n:TWOFOLD -3 {noun}",
        f"n:ORDINAL -1 STRAIGHT -4 {noun}",
        f"n:ORDINAL -2 {noun} STRAIGHT",
        f"{noun} ~6 STAND s:THEY|SIDE|NAME n:ORDINAL -1 STRAIGHT",
        f"{verb} n:NUMBER -4 STRAIGHT",
        f"{verb} n:NUMBER STRAIGHT",
        f"n:NUMBER GAME -2 {verb}|{noun} STREAK",
        f"{verb} STREAK -3 IN|REACH|TO -1 n:NUMBER",
        f"{verb} EACH? -2 PAST|ORDINAL n:NUMBER -4 GAME",
        f"{verb} EACH? -2 PAST n:NUMBER",
        f"{verb} THEY|HE n:NUMBER PAST -3 GAME",
        f"{verb} EACH -1 THEY? PAST n:NUMBER -3 GAME",
        f"BEGAN ~6 WITH n:NUMBER -1 {noun}",
        f"{verb} THEY|A n:ORDINAL -2 STRAIGHT -3 GAME",
        f"{verb} THEY|A n:ORDINAL -3 GAME STRAIGHT",
        f"{verb} WITH|IN|REACH EACH? -1 THEY? PAST n:NUMBER -1 GAME",
    )  # fmt: skip


def _results(metric: str, unit: str, noun: str, verb: str) -> tuple[MeasureFrame, ...]:
    """ "three wins from four", "won 13 of their last 15", "first win in ten", "third win of the season"."""
    return (
        *frames(
            metric, unit, "side", 0.92,
            f"n:NUMBER -3 {noun} -1 IN|FROM -4 g:NUMBER",
            f"n:ORDINAL -3 {noun} -1 IN|FROM -4 g:NUMBER -3 GAME|COMMA|AND|IN|REACH|TO|WITH|BUT|STOP|MOVE|STAND|BY",
            f"n:ORDINAL -3 {noun} -1 IN|FROM -2 g:NUMBER $",
            f"{noun} ~8 s:THEY|SIDE|NAME n:ORDINAL -1 IN|FROM -2 g:NUMBER",
            f"n:ORDINAL|NUMBER -2 {noun} ASMANY -1 GAME",
            f"{verb} THEY|A n:ORDINAL -3 GAME -1 SEASON|CAMPAIGN",
            f"{verb} THEY|A n:ORDINAL -3 GAME IN -1 SEASON|CAMPAIGN",
            f"{verb} EACH n:NUMBER -3 GAME",
            f"{verb} EACH n:NUMBER COMMA|AND|BUT",
            f"{verb} EACH n:NUMBER $",
            f"{noun} STAND s:THEY|SIDE|NAME n:ORDINAL -3 SEASON",
            f"{verb} -1 IN n:ORDINAL OCCASION -1 IN|FROM -3 g:NUMBER",
            f"{verb} -1 IN n:ORDINAL OCCASION SEASON",
            f"{verb} -1 IN n:ORDINAL OCCASION IN THEY|A? -1 SEASON|CAMPAIGN",
            f"{verb} -1 IN n:ORDINAL OCCASION IN NUMBER|A YEAR",
            f"WORD STAND n:ORDINAL OCCASION SEASON s:SIDE|THEY HAVE? {verb}",
            f"{verb} A? n:NUMBER HIT? IN|FROM THEY? PAST? g:NUMBER",
            f"{verb} n:NUMBER HIT? IN|FROM -4 g:NUMBER",
            f"{verb} n:NUMBER ~6 IN|FROM -3 PAST -1 g:NUMBER",
            f"{verb} n:NUMBER HIT? c:SINCE",
            f"p:HAVE {verb} n:NUMBER HIT",
            f"p:{verb} n:NUMBER HIT",
            f"n:ORDINAL -3 {noun} IN NUMBER|A YEAR",
            f"s:SIDE|THEY HAVE {verb} n:NUMBER WORD? $",
            f"s:SIDE|THEY HAVE {verb} n:NUMBER WORD? COMMA|AND|BUT|STOP",
            f"WE HAVE {verb} n:NUMBER WORD? $",
            f"WE HAVE {verb} n:NUMBER WORD? COMMA|AND|BUT|STOP",
            f"{verb} n:NUMBER GAME c:SINCE",
            f"p:HAVE t:{verb} n:NUMBER",
            f"t:{verb} n:NUMBER",
        ),
        *frames(
            metric, unit, "side", 0.9,
            f"s:SIDE|THEY|HE|A k:{noun} -2 IN|FROM -3 g:NUMBER -3 GAME",
            f"s:SIDE|THEY|HE|A k:{noun} -1 IN|FROM THEY? PAST g:NUMBER",
            value=1,
        ),
        *frames(metric, unit, "side", 0.9, f"s:SIDE|THEY|HE -1 k:{noun} -1 COMPLETE|SEASON|MOVE", value=1),
        *frames(metric, unit, "side", 0.9, f"{verb} e:EACH -3 GAME", f"{verb} e:EACH PAST ROUND", value=2),
        *frames(
            metric, unit, "side", 0.85,
            f"n:ORDINAL -3 {noun} -4 SEASON",
            f"n:NUMBER -3 {noun}",
            f"{verb} n:NUMBER HIT?",
            scope=True,
        ),
    )  # fmt: skip


RUNS = (
    *frames(
        "in_so_many",
        "matches",
        "any",
        0.86,
        "k:SCORELESS IN n:NUMBER IN -4 g:NUMBER",
        "k:SCORED IN n:NUMBER IN -4 g:NUMBER",
        "k:SCORELESS|SCORED IN n:NUMBER IN THEY|WORD -1 GAME",
        "k:SCORED WORD TEAM|NAME IN n:NUMBER IN -4 g:NUMBER",
        "k:SCORELESS|SCORED IN n:NUMBER IN THEY",
    ),
    *frames("perfect_start", "matches", "side", 0.88, "k:WINS -8 REACH|TO n:NUMBER -1 GAME"),
    *frames("all_but", "matches", "side", 0.88, "k:HAVE_WON|LOST|DREW EACH BUT n:NUMBER IN -3 g:NUMBER"),
    *_runs("unbeaten_run", "UNBEATEN"),
    *_runs("winless_run", "WINLESS"),
    *frames(
        "winless_run",
        "matches",
        "side",
        0.92,
        "n:NUMBER -1 GAME -1 NEGATION NUMBER WINS",
        "STREAK IN n:NUMBER -2 GAME NEGATION NUMBER WINS",
    ),
    *_runs("scoreless_run", "SCORELESS|DROUGHT"),
    *_runs("clean_sheets", "TIGHT"),
    *frames("wins", "wins", "side", 0.9, "HAVE_WON EACH n:NUMBER IN THEY -1 GAME"),
    *frames("beat_at_last", "wins", "side", 0.9, "k:WORD r:SIDE IN n:ORDINAL OCCASION IN -2 g:NUMBER -2 GAME"),
    *frames(
        "perfect_record",
        "matches",
        "side",
        0.88,
        "k:WORD RECORDED|STREAK -3 IN|FROM|REACH|TO -2 n:NUMBER GAME",
        "NUMBER k:PERCENT RECORDED|STREAK -3 IN|FROM|REACH|TO -2 n:NUMBER GAME",
    ),
    *_straight("win_run", "WINS", "HAVE_WON"),
    *_straight("loss_run", "LOSSES", "LOST"),
    *frames("loss_run", "matches", "side", 0.92, "n:NUMBER -1 GAME SKID", "SKID -3 IN|REACH|TO -1 n:NUMBER -3 GAME"),
    *frames(
        "win_run",
        "matches",
        "side",
        0.9,
        "BEATEN r:SIDE|NAME IN EACH? -3 PAST n:NUMBER",
        "BEATEN THEY IN EACH -3 PAST n:NUMBER",
    ),
    *frames("treble_run", "matches", "side", 0.9, "TREBLE i:IN -2 k:WINS|LOSSES", value=3),
    *_straight("draw_run", "DRAWS", "DREW"),
    *frames(
        "clean_sheets",
        "clean sheets",
        "any",
        0.92,
        "n:NUMBER -3 SHEET",
        "n:ORDINAL -3 SHEET",
        "n:TWOFOLD -2 SHEET",
        "SHEET IN n:NUMBER IN -3 g:NUMBER",
    ),
    *frames("clean_sheets", "clean sheets", "any", 0.9, "SHEET IN n:NUMBER -1 GAME FROM g:NUMBER"),
    *frames(
        "sheets_in", "clean sheets", "any", 0.9, "SHEET IN EACH? -2 PAST n:NUMBER", "SHEET IN n:NUMBER STRAIGHT GAME"
    ),
    *frames(
        "since",
        "matches",
        "side",
        0.9,
        "n:NUMBER -2 GAME SINCE s:SIDE|THEY -2 k:SHEET|SCORED|HAVE_WON|LOST",
        "n:NUMBER -2 GAME SINCE s:SIDE|THEY ~3 k:SHEET",
        "n:NUMBER -2 GAME SINCE s:THEY PAST k:WINS|LOSSES",
    ),
    *frames("clean_sheets", "clean sheets", "any", 0.92, "SHEET IN n:ORDINAL OCCASION IN|FROM -3 g:NUMBER"),
    *frames(
        "clean_sheets",
        "clean sheets",
        "any",
        0.9,
        "NEGATION -2 SHEET IN|FROM -3 g:NUMBER -3 GAME",
        "NEGATION -2 SHEET IN -2 PAST g:NUMBER",
        "g:NUMBER -2 GAME NEGATION -2 SHEET",
        value=0,
    ),
    *frames(
        "wins",
        "wins",
        "side",
        0.9,
        "BEATEN r:SIDE|NAME n:NUMBER HIT? IN|FROM -2 g:NUMBER",
        "BEATEN THEY n:NUMBER HIT? IN|FROM -2 g:NUMBER",
        "HAVE_WON REACH r:SIDE|NAME -1 WITH|IN n:NUMBER IN -2 PAST g:NUMBER",
        "HAVE_WON WITH n:NUMBER IN -2 PAST g:NUMBER",
    ),
    *frames(
        "of_them",
        "wins",
        "side",
        0.88,
        "COMMA n:NUMBER IN THEY -1 k:WINS|DRAWS|LOSSES",
        "COMMA k:HAVE_WON|DREW|LOST n:NUMBER IN THEY",
        "k:HAVE_WON|DREW|LOST NUMBER HIT? COMMA n:NUMBER IN WORD|THEY BY",
    ),
    *frames("winless_run", "matches", "side", 0.85, "PAST HAVE_WON ~8 COMMA A STREAK IN n:NUMBER -1 GAME"),
    *frames("lasted", "matches", "side", 0.85, "LASTED|MOVE -2 n:NUMBER -1 GAME"),
    *_results("wins", "wins", "WINS", "HAVE_WON"),
    *frames("losses", "losses", "side", 0.92, "COMMA BEATEN n:NUMBER HIT? IN|FROM -4 g:NUMBER"),
    *frames("dropped", "losses", "side", 0.85, "MOVE n:NUMBER IN -1 PAST -1 g:NUMBER"),
    *_results("losses", "losses", "LOSSES", "LOST"),
    *_results("draws", "draws", "DRAWS", "DREW"),
)
