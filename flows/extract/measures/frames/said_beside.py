"""Words right beside a number by which it is no measure of a kind: "have conceded six penalties", "ten caps or fewer".

In: a kind of measure, the number and where the words of its frame end. Out: whether such words stand there. One row
tells of one phrase family; a new one is a row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from flows.extract.text.mentions import Mention

_REACH = 60  # letters before a number
_BEFORE, _BEHIND, _BEHIND_ALL = "before", "behind", "behind all"  # the number, or all of its frame


class _Said(NamedTuple):
    metrics: str
    where: str
    words: re.Pattern[str]


_ROWS = (
    # "took over at Rovers for the second time"
    _Said("league_position points_gap points", _BEHIND, re.compile(r" time")),
    # "closing in on 200 appearances"
    _Said(
        "player_appearances caps goals player_goals",
        _BEFORE,
        re.compile(
            r"\b(?:closing in on|nearing|approaching|on the (?:verge|brink|cusp) of|within sight of|homing in on)"
            r"(?: (?:his|her|their|a|the))? $"
        ),
    ),
    # "dropped two points"
    _Said(
        "points points_gap",
        _BEFORE,
        re.compile(
            r"\b(?:docked|deducted|penalised|stripped (?:[\w' -]{2,30} )?of|"
            r"drop\w*|let slip|thr[eo]wn? away|squander\w*|surrender\w*|forfeit\w*|toss\w* away|fritter\w* away|"
            r"giv\w+ away|gave away|"
            r"(?:docked|deducted|penalised)(?: [\w&'-]+){1,3}?)"
            r"(?: only| just| a further| another| as many as| an? \w+)* $"
        ),
    ),
    # "will be banned for two matches if he is booked"
    _Said("ban", _BEHIND_ALL, re.compile(r"[^.;,]{0,40}\bif (?:he|she|they|the)\b")),
    # "avoided a three-match ban, where one who escaped with it has got it"
    _Said(
        "ban",
        _BEFORE,
        re.compile(
            r"\b(?:escap\w+(?! with)|avoid\w*|(?:been |was |were )?spared|dodg\w+|appeal\w* against|overturn\w*) "
            r"(?:an? |the |his |her |any |[a-z]+ ){0,2}$"
        ),
    ),
    # "ten caps or fewer"
    _Said("caps player_appearances", _BEHIND_ALL, re.compile(r" or (?:fewer|less|more)\b")),
    # "have conceded six penalties"
    _Said(
        "goals_conceded",
        _BEHIND,
        re.compile(r" (?:[\w-]+ ){0,1}?(?:penalt|corners?\b|free-kicks?\b|fouls\b|shots\b|chances\b|spot-kicks?\b)"),
    ),
    # "their 17th of the season"
    _Said(
        "league_position",
        _BEHIND,
        re.compile(r" of (?:the|a|this|their|his|our|its) (?:[\w-]+ )?(?:season|campaign|year|term|tournament)\b"),
    ),
    # "their 2-0 loss was the ninth"
    _Said("league_position", _BEFORE, re.compile(r"(?:was|is|were|being) the $")),
    # "38 goals have been scored in the group"
    _Said(
        "goals player_goals",
        _BEHIND,
        re.compile(
            r" own goals?\b|"
            r"-goals? (?:[\w-]+ )?(?:thriller|game|match|tie|contest|encounter|feast|epic|affair|classic|draw)\b|"
            r" (?:[\w'-]+ ){0,2}goals? (?:have|has|had|were|was) (?:now |already )?(?:been )?"
            r"(?:scored|netted|conceded)\b(?! by| for| against)|"
            r" (?:[\w-]+ ){0,2}(?:between|among) them\b"
        ),
    ),
    # "the only two men to score 50"
    _Said(
        "goals player_goals",
        _BEFORE,
        re.compile(
            r"\b(?:players|men|people|women|footballers|strikers|sides|teams|clubs)(?: in [\w' ]{2,20})? to (?:have )?"
            r"(?:score|scored|net|netted|reach|reached|hit|pass|passed|get|manage)(?: [a-z]+){0,2} $"
        ),
    ),
    # "has scored or set up 14 goals"
    _Said("player_assists goals player_goals", _BEFORE, re.compile(r"\b(?:scored|netted|struck) or (?:[\w-]+ ){1,3}$")),
    # "have won the last three editions of the Cup"
    _Said(
        "wins losses draws win_run loss_run unbeaten_run winless_run",
        _BEHIND_ALL,
        re.compile(r" (?:editions|stagings|runnings|renewals)\b"),
    ),
    # "winning four League Cups"
    _Said("wins", _BEHIND, re.compile(r" (?:[\w'-]+ ){0,3}(?:cups|shields|trophies|titles|medals|awards)\b")),
    # "two more wins than Harland"
    _Said("wins losses draws titles trophies", _BEHIND, re.compile(r" (?:more|fewer|less) (?:[\w-]+ ){1,3}than\b")),
    # "three points fewer than a year ago"
    _Said(
        "points",
        _BEHIND,
        re.compile(r" points? (?:fewer|more|less|better|worse)(?: off)? than\b| (?:fewer|more|less) points than\b"),
    ),
    # "needed two points from three games"
    _Said(
        "points",
        _BEFORE,
        re.compile(r"\b(?:need(?:s|ed|ing)?|requir(?:e|es|ed|ing)) (?:just |only |at least |another |a further )*$"),
    ),
    # "has eight goals in the league and three in the cups"
    _Said("trophies", _BEHIND, re.compile(r" in the (?:domestic )?cups")),
    # "average three goals a game", "have scored nine goals fewer"
    _Said(
        "goals player_goals goals_conceded",
        _BEHIND,
        re.compile(r" goals? (?:(?:a|per|each|every) (?:game|match|outing)|fewer|less)\b"),
    ),
    # "one yellow card away from a suspension"
    _Said(
        "yellow_cards red_cards", _BEHIND_ALL, re.compile(r" (?:away|short|shy|off|from (?:a|another|missing|being))\b")
    ),
)


def _by_metric() -> dict[str, list[_Said]]:
    rows: dict[str, list[_Said]] = defaultdict(list)
    for row in _ROWS:
        for metric in row.metrics.split():
            rows[metric].append(row)
    return rows


_OF = _by_metric()


def is_said_beside(lower: str, metric: str, number: Mention, end: int) -> bool:
    """Whether words beside a number say that it is no measure of the kind; `end` is where its frame ends."""
    for row in _OF.get(metric, ()):
        if row.where == _BEFORE:
            said = row.words.search(lower, max(0, number.start - _REACH), number.start)
        else:
            said = row.words.match(lower, number.end if row.where == _BEHIND else end)
        if said is not None:
            return True
    return False
