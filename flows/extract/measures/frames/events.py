"""Phrases of crowds, counts of people in the world, and records."""

from __future__ import annotations

from flows.extract.measures.frames.frame import frames

EVENTS = (
    *frames(
        "travelling_fans", "fans", "travelling", 0.9,
        "n:NUMBER -1 TRAVELLING -1 FANS FROM f:TEAM|NAME",
        "n:NUMBER -1 TRAVELLING -1 FANS",
        "n:NUMBER FANS -1 TRAVELLING",
        "n:NUMBER -1 FANS ~1 TRAVELLING",
        "n:NUMBER x:TEAM|NAME|EPITHET -1 FANS",
        "n:NUMBER IN THEY FANS ~7 TRAVELLING",
        "MOVE n:NUMBER -1 FANS REACH TEAM|PLACE|GROUND|NAME",
        "n:NUMBER IN THEY FROM x:TEAM|PLACE|NAME",
        "n:NUMBER IN WHO STAND? FROM x:TEAM|PLACE|NAME",
        "IN WHO WORD? n:NUMBER STAND|HAVE FROM|MOVE? -1 x:TEAM|PLACE|NAME|NATIONALITY|EPITHET",
        "CROWD ~12 WORD QUALIFIER? n:NUMBER x:NATIONALITY|EPITHET",
        "CROWD ~4 WORD|WITH QUALIFIER? n:NUMBER FROM x:TEAM|NAME",
        "n:NUMBER x:SCOPE FANS",
        "CROWD ~3 OPEN n:NUMBER x:SCOPE CLOSE",
        "x:SIDE_AWAY|TEAM n:NUMBER -1 FANS",
        "y:SIGNED|MOVE|BY QUALIFIER? n:NUMBER -1 FANS",
        "x:SIDE_AWAY|TEAM ~3 WITH|BY n:NUMBER -1 FANS",
    ),
    *frames(
        "attendance", "spectators", "home", 0.9,
        "CROWD -1 IN -2 n:NUMBER",
        "WATCHED -2 n:NUMBER",
        "CLEAR -2 n:NUMBER -2 FANS|CROWD",
        "CLEAR -1 n:NUMBER $",
        "CLEAR QUALIFIER? n:NUMBER IN? GROUND|STOP|COMMA",
        "CLEAR QUALIFIER? n:NUMBER REACH -3 GROUND|NAME|TEAM",
        "CROWD ~3 STAND -1 n:NUMBER",
        "n:NUMBER SAW",
        "n:NUMBER -1 FANS|CROWD -2 SAW",
        "CROWD STAND -1 n:NUMBER",
        "CROWD STAND? WORD REACH|IN|WITH QUALIFIER? n:NUMBER",
        "CROWD COMMA? WORD WORD? REACH|IN n:NUMBER",
        "n:NUMBER RECORDED|EVER? CROWD",
        "CROWD QUALIFIER REACH n:NUMBER",
        "CROWD IN? -1 SEASON|CAMPAIGN|YEAR COMMA|OPEN n:NUMBER",
        "CROWD COMMA|OPEN n:NUMBER",
        "n:NUMBER -1 CROWD",
        "n:NUMBER z:PLAYED",
        "n:NUMBER FANS z:PLAYED",
        "n:NUMBER -1 FANS ~2 CROWD",
    ),
    *frames(
        "deaths", "deaths", "place", 0.9,
        "n:NUMBER -1 DEATHS",
        "DEATHS QUALIFIER? n:NUMBER",
        "n:NUMBER FANS HAVE DEATHS",
    ),
    *frames("cases", "cases", "place", 0.9, "n:NUMBER -1 CASES"),
    *frames("recoveries", "recoveries", "place", 0.9, "n:NUMBER -1 RECOVERIES"),
    *frames("salary_cut_percent", "percent", "side", 0.9, 
        "n:NUMBER PERCENT -2 CUT",
        "CUT -3 n:NUMBER PERCENT",
        "n:NUMBER PERCENT MOVE -3 CUT",
    ),
)  # fmt: skip
RECORDS = (
    *frames(
        "record_best", "record", "any", 0.8,
        "BEST|RECORDED -4 STAND n:NUMBER",
        "RECORDED -1 IN|REACH n:NUMBER",
        "BEST ~9 STAND n:NUMBER",
        "n:NUMBER -2 COMMA BEST -3 s:SIDE|THEY HAVE EVER",
        "RECORDED n:NUMBER",
    ),
    *frames(
        "record_first", "firsts", "any", 0.85,
        "n:ORDINAL EVER",
        "n:ORDINAL -2 EVER",
        "WINS ~8 COMMA THEY n:ORDINAL IN CAMPAIGN|COMPETITION|SCOPE",
        "n:ORDINAL OCCASION -2 IN -2 HISTORY",
        "IN x:WORD? n:ORDINAL OCCASION",
        "THEY|HE n:ORDINAL EVER? COMPETITION -1 WINS|ROUND|TITLE|GOALS",
        "HE|A n:ORDINAL TEAM|SCOPE|NATIONALITY GOALS",
        "n:ORDINAL APPEARANCE -1 IN",
    ),
    *frames("nth_to", "record", "any", 0.85, "n:ORDINAL SIDE? -1 w:ROLE|WORD|SCOPE REACH|TO|WHO|EVER"),
)  # fmt: skip
SPANS = (
    *frames(
        "since_last", "months", "any", 0.85,
        "IN ORDINAL OCCASION -2 IN QUALIFIER? n:NUMBER x:YEAR",
        "ORDINAL ~5 IN n:NUMBER x:YEAR",
        "ORDINAL -2 GOALS|WINS|TROPHY|TITLE|APPEARANCE IN|FROM QUALIFIER? n:NUMBER x:YEAR",
    ),
    *frames(
        "dry_months", "months", "any", 0.85,
        "SCORELESS ~10 IN QUALIFIER? n:NUMBER x:YEAR|TIME_UNIT",
        "n:NUMBER x:TIME_UNIT SCORELESS|TIGHT",
        "TIGHT ~6 IN QUALIFIER? n:NUMBER x:TIME_UNIT",
    ),
    *frames(
        "hat_tricks", "hat-tricks", "player", 0.82,
        "HE n:ORDINAL -1 TREBLE",
        "TREBLE COMMA HE n:ORDINAL SEASON",
        "n:NUMBER -1 TREBLE",
    ),
    *frames("years_of_history", "years", "side", 0.85, "n:NUMBER YEAR -1 HISTORY"),
    *frames(
        "nth_season", "seasons", "any", 0.85,
        "IN n:ORDINAL STRAIGHT YEAR|CAMPAIGN",
        "IN n:ORDINAL YEAR|CAMPAIGN STRAIGHT",
    ),
)  # fmt: skip
REMAINING = (*frames("remaining", "games remaining", "side", 0.85, "n:NUMBER -1 GAME"),)
