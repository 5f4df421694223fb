"""Claims of many invented seasons, to load the resolution with: as many as asked for, the same ones every time.

Leagues of twenty clubs play everybody twice a season, and sixteen sides a two-legged cup beside it. Every match is told
in three articles, each with its scorers, a tally, a place in the table and the next match; about one report in forty
gets a number wrong. Frames have the columns that extraction hands on; nothing here is a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

import polars as pl

CLUBS, REPORTS, CUP_SIDES, FIRST_YEAR, ERRORS = 20, 3, 16, 1950, 40
_CLAIM = {"claim_id": pl.String, "article_id": pl.String, "document": pl.String, "char_start": pl.Int32} | {
    "char_end": pl.Int32,
    "quote": pl.String,
}
_READ = {"rule": pl.String, "confidence": pl.Float64}
_OCCASION = {"competition": pl.String, "season": pl.String, "round": pl.String}
SCHEMAS: dict[str, dict[str, Any]] = {
    "articles": {
        **{name: pl.String for name in ("article_id", "document", "published_status", "published_text", "text")},
        "article": pl.Int32,
        "char_start": pl.Int32,
        "published": pl.Date,
    },
    "match_claims": _CLAIM
    | {"status": pl.String, "team_1": pl.String, "team_2": pl.String, "score_1": pl.Int32, "score_2": pl.Int32}
    | {"home_team": pl.String, **_OCCASION, "leg": pl.Int32, "match_date": pl.Date, "date_text": pl.String}
    | {"venue": pl.String, "decided": pl.String, "shootout": pl.String, "behind_closed_doors": pl.Boolean}
    | _READ,
    "tie_claims": _CLAIM
    | {"team_1": pl.String, "team_2": pl.String, "aggregate_1": pl.Int32, "aggregate_2": pl.Int32}
    | {"winner": pl.String, **_OCCASION}
    | _READ,
    "goal_claims": _CLAIM
    | {"scorer": pl.String, "team": pl.String, "opponent": pl.String, "minute": pl.Int32, "added_time": pl.Int32}
    | {"kind": pl.String, "n": pl.Int32}
    | _READ,
    "statistic_claims": _CLAIM
    | {"subject": pl.String, "metric": pl.String, "value": pl.Float64, "unit": pl.String, "competition": pl.String}
    | {"season": pl.String, "matches": pl.Int32, "other": pl.String, "qualifier": pl.String}
    | _READ,
}
_PREFIX = {"match_claims": "m", "tie_claims": "t", "goal_claims": "g", "statistic_claims": "s"}
Row = dict[str, Any]


class Press:
    """The rows told so far; `told` counts claims."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.rows: dict[str, list[Row]] = {table: [] for table in SCHEMAS}
        self.told = 0
        self._numbers = count()

    def article(self, published: date | None) -> str:
        name = f"a{next(self._numbers):07}"
        status = "unknown" if published is None else "stated"
        place = {"article_id": name, "document": f"{name}.txt", "article": 1, "char_start": 0}
        self.rows["articles"].append(place | {"published": published, "published_status": status, "text": ""})
        return name

    def claim(self, table: str, article: str, **told: Any) -> None:
        at = self.told
        self.told += 1
        place = {"claim_id": f"{_PREFIX[table]}-{at:09}", "article_id": article, "document": f"{article}.txt"}
        self.rows[table].append(place | {"char_start": at % 997, "rule": "bench", "confidence": 0.9} | told)

    def slipped(self, goals: int) -> int:
        return goals + (self.random.randrange(ERRORS) == 0)


def claims(wanted: int, seed: int = 7) -> dict[str, pl.DataFrame]:
    """Frames of about `wanted` claims, season by season and league by league."""
    press = Press(seed)
    leagues = max(1, min(10, wanted // 60_000))
    for year in count(FIRST_YEAR):
        for league in range(leagues):
            for _ in _season(press, year, league):
                if press.told >= wanted:
                    return {name: pl.DataFrame(press.rows[name], schema=kinds) for name, kinds in SCHEMAS.items()}
    raise AssertionError("years never end")


def _season(press: Press, year: int, league: int) -> Iterator[None]:
    clubs = [f"Club {league:02}{chr(97 + at)}" for at in range(CLUBS)]
    occasion = {"competition": f"League {league}", "season": f"{year}-{(year + 1) % 100:02}"}
    goals, played = dict.fromkeys(clubs, 0), dict.fromkeys(clubs, 0)
    for week, pairs in enumerate(_rounds(clubs)):
        day = date(year, 8, 15) + timedelta(days=7 * week)
        for home, away in pairs:
            _league_match(press, home, away, day, occasion, goals, played)
            yield
    yield from _cup(press, clubs[:CUP_SIDES], year, league)


def _rounds(clubs: list[str]) -> Iterator[list[tuple[str, str]]]:
    """Everybody against everybody at home and away, by turning the circle."""
    circle = clubs[1:]
    for turn in range(2 * (len(clubs) - 1)):
        ring = [clubs[0], *circle]
        pairs = [(ring[at], ring[-1 - at]) for at in range(len(ring) // 2)]
        yield [(two, one) if turn >= len(clubs) - 1 else (one, two) for one, two in pairs]
        circle = circle[1:] + circle[:1]


def _league_match(
    press: Press, home: str, away: str, day: date, occasion: Row, goals: dict[str, int], played: dict[str, int]
) -> None:
    score = press.random.choices((0, 1, 2, 3, 4), (6, 8, 5, 3, 1), k=2)
    for club, scored in ((home, score[0]), (away, score[1])):
        goals[club] += scored
        played[club] += 1
    for report in range(REPORTS):
        article = press.article(day + timedelta(days=report) if report < 2 else None)
        match = {"team_1": home, "team_2": away, "status": "played", "decided": "regular", **occasion}
        told = {"score_1": press.slipped(score[0]), "score_2": score[1], "home_team": home if report else None}
        spoken = {"match_date": day} if report == 0 else {"date_text": f"on {day:%A}"}
        press.claim("match_claims", article, **match, **told, **spoken)
        _goals(press, article, home, away, score)
        tally = {"subject": home, "metric": "goals_scored", "unit": "goals", "qualifier": "exact", **occasion}
        press.claim("statistic_claims", article, value=float(goals[home]), matches=played[home], **tally)
        place = {"metric": "league_position", "unit": "position", "value": float(1 + goals[home] % CLUBS)}
        press.claim("statistic_claims", article, **tally | place)


def _goals(press: Press, article: str, home: str, away: str, score: list[int]) -> None:
    for team, other, scored in ((home, away, score[0]), (away, home, score[1])):
        for at in range(min(scored, 2)):
            goal = {"scorer": f"Player {team[-3:]}{at}", "team": team, "opponent": other, "minute": 20 + 31 * at}
            press.claim("goal_claims", article, **goal, kind="open_play", n=1)


def _cup(press: Press, sides: list[str], year: int, league: int) -> Iterator[None]:
    """Knock-out rounds of two legs; one second leg in four is told without the first."""
    day = date(year + 1, 2, 1)
    for name in ("last 16", "quarter-final", "semi-final", "final"):
        winners = []
        for home, away in zip(sides[::2], sides[1::2], strict=True):
            winners.append(_tie(press, home, away, day, {"competition": f"Cup {league}", "round": name}, year))
            yield
        sides, day = winners, day + timedelta(days=28)


def _tie(press: Press, home: str, away: str, day: date, occasion: Row, year: int) -> str:
    season = {"season": f"{year}-{(year + 1) % 100:02}", **occasion}
    legs = [press.random.choices((0, 1, 2, 3), (4, 5, 3, 1), k=2) for _ in range(2)]
    untold = press.random.randrange(4) == 0
    for leg, (one, two, score) in enumerate(((home, away, legs[0]), (away, home, legs[1])), start=1):
        if leg == 1 and untold:
            continue
        for _ in range(REPORTS):
            article = press.article(day + timedelta(days=14 * (leg - 1)))
            sides = {"team_1": one, "team_2": two, "home_team": one, "score_1": score[0], "score_2": score[1]}
            press.claim("match_claims", article, **sides, status="played", decided="regular", leg=leg, **season)
            _goals(press, article, one, two, score)
            if leg == 2:
                total = (legs[0][0] + score[1], legs[0][1] + score[0])
                told = {"team_1": home, "team_2": away, "aggregate_1": total[0], "aggregate_2": total[1]}
                press.claim("tie_claims", article, **told, **season)
    return home if legs[0][0] + legs[1][1] >= legs[0][1] + legs[1][0] else away
