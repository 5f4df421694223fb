"""Official results as CSV: date, season, competition, round, home, away, home_goals, away_goals; others
may follow.

The goals are those after the match as decided without shoot-out; both cells are empty where it is still to come.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from flows.reference.game import Game, season_of, wrong

COLUMNS = ("date", "season", "competition", "round", "home", "away", "home_goals", "away_goals")
_MOST_GOALS = 60


def games(path: Path, text: str) -> Iterator[Game]:
    """The matches of a table. Raises PressboxError with the line that is no match."""
    rows = csv.DictReader(text.splitlines(), strict=True)
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        raise wrong(path, 1, f"the columns {', '.join(missing)} are missing; a table has {', '.join(COLUMNS)}")
    try:
        for row in rows:
            if any(row.values()):
                yield _game(path, rows.line_num, row)
    except csv.Error as error:
        raise wrong(path, rows.line_num, f"this is not CSV ({error})") from None


def _game(path: Path, line: int, row: dict[str, str]) -> Game:
    if None in row or None in row.values():
        raise wrong(path, line, f"there are not as many cells as columns ({len(COLUMNS)} or more)")
    cells = {name: row[name].strip() for name in COLUMNS}
    for name in ("season", "competition", "home", "away"):
        if not cells[name]:
            raise wrong(path, line, f"{name} is empty")
    season = season_of(cells["season"])
    if season is None:
        raise wrong(path, line, f"season is '{cells['season']}'; write 2019-20, or 2019 for a calendar year")
    return Game(
        line,
        _day(path, line, cells["date"]),
        season,
        cells["competition"],
        cells["round"] or None,
        cells["home"],
        cells["away"],
        *_score(path, line, cells["home_goals"], cells["away_goals"]),
    )


def _day(path: Path, line: int, cell: str) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        raise wrong(path, line, f"date is '{cell}'; write it as 2019-08-24") from None


def _score(path: Path, line: int, home: str, away: str) -> tuple[int | None, int | None]:
    if not home and not away:
        return None, None
    for cell in (home, away):
        if not cell.isdecimal() or int(cell) > _MOST_GOALS:
            raise wrong(path, line, f"'{home}' and '{away}' are no goals of a match")
    return int(home), int(away)
