"""What the last run published, as far as the next one needs it: its documents and its links, read-only.

A warehouse folder goes in; where it holds no file yet, or one that an earlier version wrote, empty frames come out and
everything is read anew. A file that cannot be read, or is not ours, is told of in one line and never overwritten.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl

from flows import schema
from flows.errors import PressboxError
from flows.places import DATABASE

_log = logging.getLogger(__name__)


def known_documents(warehouse: Path) -> pl.DataFrame:
    """The documents table of the published file; empty where there is none or another version wrote it."""
    with opened(warehouse) as last, duckdb.connect() as empty:
        empty.execute(schema.script())
        source = last if last is not None and _carries_over(last, empty, warehouse) else empty
        frame: pl.DataFrame = source.sql("from documents order by document").pl()
        return frame


def previous_links(warehouse: Path) -> pl.DataFrame:
    """The claim_links of the published file, which keep the ids of resolved rows stable; empty where there are none."""
    with opened(warehouse) as last, duckdb.connect() as empty:
        empty.execute(schema.script())
        same = last is not None and columns(last).get("claim_links") == columns(empty)["claim_links"]
        frame: pl.DataFrame = (last if last is not None and same else empty).sql("from claim_links").pl()
        return frame


@contextmanager
def opened(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection | None]:
    """The published file, read-only, or None where there is none. Raises PressboxError if it is damaged or not ours."""
    path = warehouse / DATABASE
    if not path.exists():
        yield None
        return
    with reading(path), duckdb.connect(str(path), read_only=True) as con:
        tables = columns(con)
        if tables and not {"documents", "articles"} <= tables.keys():
            raise PressboxError(f"{path}: was not written by Pressbox. Move it away or choose another --warehouse.")
        yield con


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turns what DuckDB says about a file that cannot be read into one line for the user."""
    try:
        yield
    except duckdb.Error as error:
        cause = str(error).partition("\n")[0]
        if "Conflicting lock" in cause or "different configuration" in cause:
            advice = "Another program has it open for writing: close it there and run again."
        else:
            advice = "Move it away and run again: every file is then read anew."
        raise PressboxError(f"{path}: cannot be read ({cause}). {advice}") from error


def columns(con: duckdb.DuckDBPyConnection, database: str | None = None) -> dict[str, set[str]]:
    """Names of the columns of each table of a database, by default the one that the connection is in."""
    rows = con.execute(
        "select table_name, column_name from duckdb_columns() "
        "where not internal and schema_name = 'main' and database_name = coalesce($database, current_database())",
        {"database": database},
    ).fetchall()
    tables: dict[str, set[str]] = {}
    for table, column in rows:
        tables.setdefault(table, set()).add(column)
    return tables


def _carries_over(last: duckdb.DuckDBPyConnection, empty: duckdb.DuckDBPyConnection, warehouse: Path) -> bool:
    then, now = columns(last), columns(empty)
    same = all(then.get(table) == now[table] for table in ["documents", *schema.READ_TABLES, "rejected_claims"])
    if then and not same:
        _log.warning("%s: written by another version of Pressbox; every file is read anew.", warehouse / DATABASE)
    return same
