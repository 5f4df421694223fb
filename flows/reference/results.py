"""The files of `--reference`, whichever format each is in -> one frame under the warehouse's names.

Which format a file is in is told by its first line. A frame's columns are those of `reference_results`, less what
`sql/reference` finds out about them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from flows.errors import PressboxError
from flows.reference import football_txt, table
from flows.reference.game import Game, text_of
from flows.reference.names import bare, club_of, competition_of, round_of
from flows.vocabulary import OFFICIAL_NAMES

_RESULTS: dict[str, Any] = {
    "reference_id": pl.String,
    "source": pl.String,
    "line": pl.Int32,
    "competition": pl.String,
    "season": pl.String,
    "round": pl.String,
    "match_date": pl.Date,
    "home_team": pl.String,
    "away_team": pl.String,
    "home_name": pl.String,
    "away_name": pl.String,
    "home_goals": pl.Int32,
    "away_goals": pl.Int32,
    "decided": pl.String,
    "shootout_home": pl.Int32,
    "shootout_away": pl.Int32,
}
_PROBLEMS: dict[str, Any] = {
    "source": pl.String,
    "line": pl.Int32,
    "reference_id": pl.String,
    "problem": pl.String,
    "advice": pl.String,
}


class Reference(NamedTuple):
    """Official results, what is odd about their names, and a mark that changes when a file does; '' for no file."""

    results: pl.DataFrame
    problems: pl.DataFrame
    mark: str


def read_references(paths: list[Path]) -> Reference:
    """The results of all files. Raises PressboxError, naming file and line, for one that cannot be used."""
    rows: list[dict[str, Any]] = []
    seen: Counter[str] = Counter()
    marks = []
    for path in paths:
        text = text_of(path)
        marks.append(f"{path.name} {hashlib.sha256(text.encode()).hexdigest()[:12]}")
        found = [_row(path.name, game, seen) for game in _games(path, text)]
        if not found:
            raise PressboxError(f"reference {path}: there is no result in this file")
        rows += found
    results = pl.DataFrame(rows, schema=_RESULTS, orient="row")
    return Reference(
        results, pl.DataFrame(list(_unknown(rows)), schema=_PROBLEMS, orient="row"), "; ".join(sorted(marks))
    )


def _games(path: Path, text: str) -> Iterator[Game]:
    first = next(line for line in text.splitlines() if line.strip())
    is_table = "," in first and not first.lstrip().startswith(("=", "#", "»", "▪"))
    return table.games(path, text) if is_table else football_txt.games(path, text)


def _row(source: str, game: Game, seen: Counter[str]) -> dict[str, Any]:
    competition = competition_of(game.competition) or game.competition
    content = "|".join([competition, game.season, game.round or str(game.match_date), game.home, game.away])
    seen[content] += 1
    digest = hashlib.sha256(f"{content}|{seen[content]}".encode()).hexdigest()[:16]
    return {
        "reference_id": f"reference-{digest}",
        "source": source,
        **game._asdict(),
        "competition": competition,
        "round": round_of(game.round),
        "home_team": club_of(game.home, competition) or game.home,
        "away_team": club_of(game.away, competition) or game.away,
        "home_name": game.home,
        "away_name": game.away,
    }


def _unknown(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One problem for each club that the vocabulary does not know, at its first line."""
    told: set[str] = set()
    for row in rows:
        for name in (row["home_name"], row["away_name"]):
            if name not in told and club_of(name, row["competition"]) is None:
                told.add(name)
                yield {
                    "source": row["source"],
                    "line": row["line"],
                    "reference_id": row["reference_id"],
                    "problem": f"the vocabulary knows no club '{name}': it is compared as written",
                    "advice": f"add the line {bare(name)},USUAL NAME to {OFFICIAL_NAMES}",
                }
