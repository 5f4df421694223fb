"""Phrases of goals and honours: scored and conceded, a player's nth of the season, titles and trophies."""

from __future__ import annotations

from flows.extract.measures.frames import frames

GOALS = (
    *frames(
        "player_season_goal_number", "goals", "player", 0.93,
        "n:ORDINAL -3 GOALS -5 SEASON",
        "n:ORDINAL -3 GOALS -5 IN -3 CAMPAIGN",
        "HE n:ORDINAL -2 SEASON",
        "SCORED IN n:ORDINAL OCCASION SEASON",
        "HE|PERSON n:ORDINAL -2 GOALS IN x:SCOPE",
        "STAND THEY|HE n:ORDINAL IN CAMPAIGN",
        "HE n:ORDINAL IN -3 CAMPAIGN",
        "n:ORDINAL SEASON",
    ),
    *frames(
        "player_goals", "goals", "player", 0.9,
        "n:ORDINAL -3 GOALS -2 IN|FROM -3 g:NUMBER -3 GAME|APPEARANCE",
        "n:ORDINAL COMPETITION|SCOPE -1 GOALS",
        "n:ORDINAL -1 GOALS -1 IN TEAM",
        "n:ORDINAL GOALS IN WORD|SCOPE -1 IN|FROM -1 g:NUMBER GAME",
        "n:ORDINAL GOALS IN EACH ~2 IN TEAM|NAME",
        "MOVE HE|PERSON REACH n:NUMBER GOALS? -2 SEASON",
        "WITH n:NUMBER -1 GOALS COMMA s:PERSON ~5 SCORER",
        "n:NUMBER -1 GOALS AND NUMBER -1 ASSIST",
        "n:DOUBLE_FIGURES",
    ),
    *frames(
        "goals", "goals", "any", 0.9,
        "g:NUMBER -3 APPEARANCE ~4 SCORED n:NUMBER -1 GOALS|HIT",
        "n:NUMBER -3 GOALS -2 IN|FROM -4 g:NUMBER -3 GAME|APPEARANCE",
        "SCORED n:NUMBER -1 IN|FROM -3 g:NUMBER -2 GAME|APPEARANCE",
        "TALLY -4 n:NUMBER GOALS",
        "SCORED IN EACH ~3 PAST g:NUMBER GAME ~12 OPEN n:NUMBER GOALS CLOSE",
        "n:NUMBER SCORELESS -1 GAME",
        "SCORED n:NUMBER SEASON",
        "SCORED n:NUMBER WORD IN|FROM g:NUMBER GAME|APPEARANCE",
        "HE|WHO HAVE n:NUMBER IN g:NUMBER -1 GAME|APPEARANCE",
        "SCORED n:NUMBER IN|FROM HE|THEY PAST g:NUMBER",
        "SCORER ~4 WITH n:NUMBER",
        "GOALS -3 MOVE s:SIDE|THEY|HE|PERSON TO|REACH n:NUMBER",
        "n:NUMBER THEY SCORED -6 SEASON",
        "TALLY IN n:NUMBER STAND|HAVE|COMMA|AND",
    ),
    *frames("goals_of_those", "goals", "any", 0.86, "GOALS ~9 COMMA n:NUMBER IN WORD|THEY|WHO IN? SEASON|COMPETITION"),
    *frames(
        "goals", "goals", "any", 0.86,
        "SCORED -3 n:NUMBER -3 GOALS|HIT",
        "n:NUMBER COMPETITION|SCOPE GOALS",
        "n:NUMBER -1 GOALS",
        "HAVE n:NUMBER FROM g:NUMBER GAME",
        "TALLY -2 TO|REACH n:NUMBER",
        "TALLY IN SEASON|COMPETITION|TEAM|CAMPAIGN REACH n:NUMBER",
        scope=True,
    ),
)  # fmt: skip
CONCEDED = (
    *frames(
        "goals_conceded", "goals", "any", 0.9,
        "CONCEDED -3 n:NUMBER -2 GOALS? IN|FROM -4 g:NUMBER",
        "CONCEDED -3 n:NUMBER -2 GOALS|HIT",
        "CONCEDED n:NUMBER",
        "n:NUMBER -1 GOALS CONCEDED",
        scope=True,
    ),
)  # fmt: skip
HONOURS = (
    *frames("honours_each", "titles", "any", 0.88, "HAVE_WON -2 TITLE AND -1 COMPETITION n:NUMBER HIT"),
    *frames(
        "titles",
        "titles",
        "any",
        0.9,
        "n:NUMBER -1 TITLE",
        "n:NUMBER COMPETITION|SCOPE -1 TITLE",
        "HAVE_WON -2 TITLE ~4 n:NUMBER HIT",
        "n:ORDINAL STRAIGHT -2 TITLE",
        "n:NUMBER HIT|OCCASION -1 CHAMPION|LEADERS",
    ),
    *frames("titles", "titles", "any", 0.8, "THEY|HE|A|SIDE|PERSON -1 n:ORDINAL -2 TITLE"),
    *frames(
        "trophies",
        "trophies",
        "any",
        0.88,
        "n:NUMBER -2 TROPHY",
        "HAVE_WON|MOVE COMPETITION|SCOPE n:NUMBER HIT",
        "HAVE_WON|MOVE COMPETITION n:NUMBER",
        "HAVE_WON n:NUMBER COMPETITION",
        "n:NUMBER HIT|OCCASION COMPETITION CHAMPION",
        "TITLE AND COMPETITION n:NUMBER HIT",
    ),
)
