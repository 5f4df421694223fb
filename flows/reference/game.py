"""One official result as its file writes it, the text of a file, and the one way to say that a line is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from flows.errors import PressboxError, UsageError


class Game(NamedTuple):
    """A match on one line of a file; names as written, goals after 120 minutes where extra time was played."""

    line: int
    match_date: date | None
    season: str
    competition: str
    round: str | None
    home: str
    away: str
    home_goals: int | None
    away_goals: int | None
    decided: str | None = None
    shootout_home: int | None = None
    shootout_away: int | None = None


def wrong(path: Path, line: int, what: str) -> PressboxError:
    """The error for a line of a reference file."""
    return PressboxError(f"reference {path}, line {line}: {what}")


def text_of(path: Path) -> str:
    """The file's text, UTF-8 with or without BOM. Raises PressboxError with the line where it is not."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"reference {path}: there is no such file") from None
    except OSError as error:
        raise PressboxError(f"reference {path}: cannot be read ({error.strerror})") from error
    if not data.strip():
        raise PressboxError(f"reference {path}: the file is empty")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise wrong(path, line, "this is not UTF-8; save the file as UTF-8 and run again") from None


def season_of(text: str) -> str | None:
    """A season as the warehouse writes it ('2019/20', '2019-2020' -> '2019-20'; '2019'), or None."""
    years = text.strip().replace("/", "-").split("-")
    if not all(year.isdecimal() for year in years) or len(years[0]) != 4 or len(years) > 2:
        return None
    if len(years) == 1:
        return years[0]
    follows = len(years[1]) in (2, 4) and int(years[1][-2:]) == (int(years[0]) + 1) % 100
    return f"{years[0]}-{years[1][-2:]}" if follows else None
