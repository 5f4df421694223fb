"""Phrases of the table: points and gaps, games in hand, places held and places finished in."""

from __future__ import annotations

from flows.extract.measure_frames import frames

RACE = (
    *frames(
        "points", "points", "side", 0.92,
        "s:SIDE OPEN n:NUMBER POINT CLOSE",
        "POINT CLOSE ~4 s:SIDE OPEN n:NUMBER CLOSE",
    ),
    *frames("games_in_hand", "games", "side", 0.92, "n:NUMBER|A HAND ~1 o:SIDE|THEY", "n:NUMBER|A HAND"),
    *frames(
        "points_gap", "points", "side", 0.92,
        "n:NUMBER|A -1 POINT TOGETHER LEADERS|TOP|ORDINAL? PLACED? s:SIDE -2 FROM|AND -3 o:SIDE",
        "n:NUMBER|A POINT x:MARGIN? TOGETHER s:SIDE FROM ~2 z:ZONE|TOP|LEADERS",
        "x:MARGIN REACH|TO SIDE|NAME ~7 REACH|TO n:NUMBER|A POINT?",
        "WITHIN n:NUMBER|A POINT",
        "n:NUMBER|A POINT x:CLEAR|BEHIND",
        "n:NUMBER|A POINT -1 x:MARGIN",
        "x:MARGIN -4 REACH|TO|BY -1 n:NUMBER|A POINT",
        "s:SIDE|THEY x:MARGIN ~6 STAND -2 n:NUMBER|A POINT",
        "x:MARGIN TOGETHER s:SIDE AND -3 o:SIDE STAND -2 n:NUMBER|A POINT",
        "POINT COMMA n:NUMBER|A q:QUALIFIER ~1 r:SIDE",
        "n:NUMBER|A POINT -1 FROM ZONE|TOP|LEADERS|SIDE|PLACES",
        "b:TOP|MOVE|MARGIN ~6 BY n:NUMBER|A POINT",
        "STAND|MOVE|BE|HAVE ~2 n:NUMBER x:CLEAR|BEHIND",
        "n:NUMBER x:CLEAR|BEHIND SIDE|ZONE|TOP|LEADERS|ORDINAL",
        "MARGIN -3 REACH|TO n:NUMBER POINT?",
    ),
    *frames("points_gap", "points", "side", 0.9, "x:LEVEL -4 SIDE|ORDINAL|LEADERS|NAME", value=0),
    *frames(
        "points", "points", "side", 0.92,
        "n:NUMBER|A POINT -1 FROM -5 g:NUMBER",
        "HAVE|EARNED|HAVE_WON -2 n:NUMBER POINT",
        "TALLY -3 n:NUMBER POINT",
        "n:NUMBER POINT TALLY",
        "THEY n:NUMBER POINT",
        "WITH n:NUMBER POINT",
        "LEVEL -4 n:NUMBER POINT",
        "MOVE -1 REACH n:NUMBER POINT",
        "MOVE s:SIDE|THEY REACH n:NUMBER POINT",
        "POINT ~9 s:SIDE WITH n:NUMBER COMMA|STOP|AND",
        "POINT ~9 s:SIDE WITH n:NUMBER $",
        "n:NUMBER POINT IN|FROM -4 g:NUMBER -1 GAME",
        "EARNED n:NUMBER COMMA|AND|FROM",
        "EARNED n:NUMBER $",
        "EARNED n:NUMBER IN THEY NUMBER POINT",
    ),
)  # fmt: skip
_AFTER_PLACE = "COMMA|AND|PLACED|PLACES|IN|BY|WITH|BUT|BEHIND|CLEAR|CLOSE|OPEN|STOP|DASH|NUMBER|A|FROM|SEASON|DATE|TO"
TABLE = (
    *frames(
        "finish_position", "position", "side", 0.9,
        f"COMPLETE -2 n:ORDINAL {_AFTER_PLACE}",
        "COMPLETE n:ORDINAL REACH",
        "COMPLETE -2 n:ORDINAL $",
        "n:ORDINAL PLACED|PLACES COMPLETE",
        "s:SIDE|NAME REACH A n:ORDINAL PLACED|PLACES COMPLETE",
    ),
    *frames(
        "league_position", "position", "side", 0.92,
        "s:SIDE|NAME COMMA IN n:ORDINAL PLACED|PLACES? COMMA|AND|STOP",
        "s:SIDE|NAME COMMA IN n:ORDINAL PLACED|PLACES? $",
        "s:SIDE|NAME OPEN n:ORDINAL CLOSE",
        "MOVE -1 NUMBER PLACES REACH n:ORDINAL",
        "STAND|MOVE s:SIDE|THEY IN|REACH -1 n:ORDINAL PLACED|PLACES",
        "s:SIDE|NAME COMMA n:ORDINAL PLACED WORD",
        "n:ORDINAL PLACED s:SIDE|NAME",
        "n:ORDINAL PLACED COMPETITION|SCOPE? s:SIDE|NAME",
        "STAND|MOVE -2 n:ORDINAL PLACED|PLACES",
        "IN|REACH -2 n:ORDINAL PLACED|PLACES",
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
