"""Resolved rows are held against official results, by the SQL of `sql/reference`, in the staged file.

Official results go in, `reference_results`, `reference_problems` and `reference_verdicts` are filled, and the
`reference_status` of matches, ties and statistics says how each row came out. Without official results nothing is
touched: the tables stay empty and each status NULL.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from flows.places import SQL
from flows.publish.swap import writing

KEYS = ("name_key", "pair_key")
"""Macros that say by what clubs, competitions and pairs are known again."""

STEPS = ("believed_days", "twice_told", "impossible_results")
"""What is held against the official results themselves, before they are believed."""

COMPARISONS = (
    "official_matches",
    "official_sides",
    "official_tables",
    "asked_days",
    "match_verdicts",
    "tie_verdicts",
    "tally_verdicts",
    "table_verdicts",
    "other_statistics",
)
"""From believed results to verdicts; each stands on those before it."""

_VERDICTS = ("match_verdicts", "tie_verdicts", "tally_verdicts", "table_verdicts", "other_statistics")
_STATUS = {"matches": "match", "ties": "tie", "statistics": "statistic"}


def verify(staged: Path, results: pl.DataFrame, problems: pl.DataFrame) -> None:
    """Hold the resolved rows of a staged file against official results; no result, no verdict."""
    if results.is_empty():
        return
    with writing(staged), duckdb.connect(str(staged)) as con:
        con.execute("begin")
        _load(con, results, problems)
        _believe(con)
        for name in COMPARISONS:
            _make(con, name)
        for name in _VERDICTS:
            con.execute(f"insert into reference_verdicts by name from {name}")
        for table, kind in _STATUS.items():
            con.execute(
                f"update {table} set reference_status = reference_verdicts.verdict from reference_verdicts "
                f"where resolved_kind = '{kind}' and resolved_id = {table}.{kind}_id"
            )
        con.execute("commit")


def _load(con: duckdb.DuckDBPyConnection, results: pl.DataFrame, problems: pl.DataFrame) -> None:
    for name in KEYS:
        con.execute(_sql(name))
    con.register("results", results)
    con.register("problems", problems)
    con.execute(
        "insert into reference_results by name select *, match_date as believed_on, true as is_believed from results"
    )
    con.execute("insert into reference_problems by name from problems")
    con.unregister("results")
    con.unregister("problems")


def _believe(con: duckdb.DuckDBPyConnection) -> None:
    """Take from the official results what they cannot mean, and say so in reference_problems."""
    for name in STEPS:
        _make(con, name)
        con.execute(
            f"insert into reference_problems by name "
            f"select reference_results.source, reference_results.line, reference_id, problem, advice "
            f"from {name} inner join reference_results using (reference_id)"
        )
    con.execute(
        "update reference_results set believed_on = believed_days.believed_on "
        "from believed_days where believed_days.reference_id = reference_results.reference_id"
    )
    con.execute(
        "update reference_results set is_believed = false where reference_id in ("
        "select reference_id from twice_told union select earlier_id from twice_told where not is_same "
        "union select reference_id from impossible_results where is_out)"
    )


def _make(con: duckdb.DuckDBPyConnection, name: str) -> None:
    con.execute(f"create or replace temp table {name} as\n{_sql(name)}")


def _sql(name: str) -> str:
    return (SQL / "reference" / f"{name}.sql").read_text(encoding="utf-8")
