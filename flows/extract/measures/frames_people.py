"""Phrases of people: caps, appearances, cards, bans, contracts, stays."""

from __future__ import annotations

from flows.extract.measures.frames import frames

NUMBERED = "NUMBER|ORDINAL"
CARDS = (
    *frames("player_assists", "assists", "player", 0.9, f"n:{NUMBERED} -1 ASSIST", "GOALS AND n:A ASSIST"),
    *frames("yellow_cards", "cards", "any", 0.9, f"n:{NUMBERED}|A -2 YELLOW"),
    *frames("red_cards", "cards", "any", 0.9, f"n:{NUMBERED} -2 RED", "n:NUMBER SENT_OFF"),
    *frames(
        "red_cards", "cards", "any", 0.88, "DISMISSED IN n:ORDINAL OCCASION -2 SEASON", "DISMISSED n:NUMBER HIT? SEASON"
    ),
    *frames(
        "yellow_cards", "cards", "any", 0.88, "BOOKED IN n:ORDINAL OCCASION -2 SEASON", "BOOKED n:NUMBER HIT? SEASON"
    ),
)
PEOPLE = (
    *frames(
        "caps", "caps", "player", 0.93,
        f"n:{NUMBERED} -2 CAP",
        "CAPPED n:NUMBER HIT?",
        "n:NUMBER HIT|OCCASION CAPPED",
    ),
    *frames(
        "player_appearances", "appearances", "player", 0.9,
        "n:NUMBER -3 APPEARANCE",
        "PLAYED n:NUMBER HIT|GAME IN TEAM",
        "PLAYED n:NUMBER -1 GAME IN TEAM",
    ),
    *frames(
        "played", "appearances", "any", 0.86,
        "PLAYED IN? -1 n:NUMBER -1 GAME|HIT -3 SEASON",
        "PLAYED IN? QUALIFIER? n:NUMBER -1 GAME|HIT IN TEAM",
        "PLAYED n:NUMBER -1 GAME IN NUMBER YEAR",
        "PLAYED HE n:ORDINAL -2 GAME IN",
        "SPENT TEAM|PLACE -1 n:NUMBER HIT",
        "PLAYED n:NUMBER HIT",
    ),
    *frames("player_appearances", "appearances", "player", 0.85, "n:ORDINAL -2 APPEARANCE"),
    *frames(
        "ban", "matches", "person", 0.92,
        "n:NUMBER|A x:GAME|YEAR -2 FORBADE",
        "NUMBER x:GAME|YEAR FORBADE ~4 REACH|TO n:NUMBER",
        "FORBADE IN? NUMBER x:GAME|YEAR ~4 REACH|TO n:NUMBER",
        "FORBADE -4 n:NUMBER x:GAME|YEAR",
        "FORBADE ~6 REACH|TO n:NUMBER x:YEAR|GAME",
    ),
    *frames(
        "contract_years", "years", "person", 0.9,
        "n:NUMBER -1 x:YEAR -1 CONTRACT",
        "n:NUMBER AND A WORD x:YEAR -1 CONTRACT",
        "CONTRACT -2 IN n:NUMBER x:YEAR",
        "CONTRACT BY -1 n:NUMBER|A x:YEAR",
        "CONTRACT SPENT -1 n:NUMBER x:YEAR",
        "CONTRACT HAVE -1 n:NUMBER|A x:YEAR",
        "n:NUMBER|A x:YEAR ~2 WITH|IN HE|PERSON -1 CONTRACT",
        "CONTRACT -3 IN n:NUMBER x:YEAR",
        "CONTRACT ~2 REACH|MOVE|WORD n:NUMBER x:YEAR",
        "HE|PERSON IN|TO TEAM|NAME IN WORD n:NUMBER x:YEAR",
        "n:NUMBER x:YEAR STAND WITH WORD -1 CONTRACT",
    ),
    *frames(
        "time_at_club", "years", "person", 0.88,
        "SPENT -2 IN? QUALIFIER? n:NUMBER|A x:YEAR",
        "SPENT WORD IN TEAM IN QUALIFIER? n:NUMBER|A x:YEAR",
        "PLACE_HERE IN? n:NUMBER|A x:YEAR",
        "n:NUMBER|A x:YEAR PLACE_HERE",
        "n:NUMBER -1 x:YEAR -1 STAY",
        "n:NUMBER|A x:YEAR STREAK IN|REACH|WITH TEAM|NAME|GROUND",
        "n:NUMBER|A x:YEAR BUT -2 ROLE",
        "b:SCORED TEAM|NAME IN QUALIFIER? n:NUMBER|A x:YEAR",
        "b:SCORED TEAM|NAME FROM QUALIFIER? n:NUMBER|A x:YEAR",
        "n:NUMBER x:YEAR STAND REACH TEAM",
        "n:NUMBER x:YEAR IN? AT TEAM",
        "b:STAND|MOVE IN n:NUMBER x:YEAR",
        "b:MOVE TEAM IN n:NUMBER x:YEAR",
        "STAND|OUT o:TEAM FROM -1 n:NUMBER x:YEAR",
        "n:NUMBER -1 x:YEAR REACH|WITH|IN TEAM|GROUND",
        "n:NUMBER -1 x:YEAR REACH|WITH NAME|PLACE",
    ),
    *frames("in_charge", "games", "person", 0.86, "IN|FROM n:NUMBER GAME PLACE_HERE",
        "n:NUMBER GAME STREAK|STAY PLACE_HERE IN TEAM",
        "n:NUMBER GAME STREAK|STAY IN|WITH|REACH TEAM",
    ),
    *frames("weeks_out", "weeks", "person", 0.88, 
        "OUT -3 IN QUALIFIER? n:NUMBER|A x:YEAR",
        "OUT WORD n:NUMBER x:YEAR", "n:NUMBER|A x:YEAR OUT",
        "OUT IN MOVE n:NUMBER x:YEAR",
    ),
    *frames("games_missed", "matches missed", "player", 0.85, "MISSED -2 n:NUMBER|ORDINAL -2 GAME"),
)  # fmt: skip
