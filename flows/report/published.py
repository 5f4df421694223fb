"""The published warehouse, opened to be read.

A folder goes in, a read-only connection comes out that can reach nothing but that one file: no other file, no
extension, no variable of this process. What can go wrong on the way (no warehouse yet, somebody writing to it, not a
warehouse at all) becomes one line that says what to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from flows.errors import PressboxError
from flows.places import DATABASE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SHUT_IN = (
    "set enable_external_access = false",
    "set python_enable_replacements = false",
    "set lock_configuration = true",
)


def database_of(warehouse: Path) -> Path:
    """The database file of a warehouse folder, or the file itself. Raises PressboxError if there is none."""
    database = warehouse if warehouse.is_file() else warehouse / DATABASE
    if not database.is_file():
        raise PressboxError(f"no warehouse at {warehouse}: run `pressbox run` first")
    return database


@contextmanager
def published(warehouse: Path) -> Iterator[DuckDBPyConnection]:
    """A read-only connection to the warehouse; a table that the file lacks is a PressboxError."""
    import duckdb

    database = database_of(warehouse)
    connection = _open(database)
    try:
        yield connection
    except duckdb.CatalogException as error:
        lacking = str(error).splitlines()[0].removeprefix("Catalog Error: ")
        raise PressboxError(
            f"{database} was not built by this version ({lacking}) Run `pressbox run --full`"
        ) from error
    finally:
        connection.close()


def _open(database: Path) -> DuckDBPyConnection:
    import duckdb

    try:
        connection = duckdb.connect(str(database), read_only=True)
    except duckdb.Error as error:
        raise PressboxError(_why_not(database, str(error))) from error
    for setting in _SHUT_IN:
        connection.execute(setting)
    return connection


def _why_not(database: Path, message: str) -> str:
    if "Conflicting lock" in message:
        holder = message.partition("held in ")[2].partition(". See also")[0]
        return (
            f"{database} is open for writing in another program ({holder}): close it there, or open it read-only there"
        )
    if "valid DuckDB" in message:
        return f"{database} is not a DuckDB file: move it away and run `pressbox run`"
    return f"{database} cannot be opened: {message.splitlines()[0]}"
