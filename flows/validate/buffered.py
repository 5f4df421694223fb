"""A DuckDB connection as SQLAlchemy wants it, whose results are fetched as soon as they are asked for.

Great Expectations reads results after it has closed their connection, when DuckDB has dropped them. Nothing of
DuckDB's own is handed on, not even the types of columns: SQLAlchemy would keep them until after DuckDB has gone, and
the process would end with lines about leaked objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class BufferedConnection:
    """The part of a DB-API connection that is used on a read-only file. It closes nothing: it is only lent one."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection: DuckDBPyConnection | None = connection
        self.notices: list[str] = []

    def cursor(self) -> BufferedCursor:
        if self._connection is None:
            raise RuntimeError("the connection was closed")
        return BufferedCursor(self, self._connection.cursor())

    def begin(self) -> None:
        """Nothing is written, so there is no transaction; the same holds for its end."""

    commit = rollback = begin

    def close(self) -> None:
        self._connection = None


class BufferedCursor:
    """A DB-API cursor that holds all rows of its last statement."""

    rowcount = -1
    arraysize = 1

    def __init__(self, connection: BufferedConnection, cursor: DuckDBPyConnection) -> None:
        self.connection = connection
        self._cursor = cursor
        self._rows: list[tuple[Any, ...]] = []
        self.description: list[tuple[Any, ...]] | None = None

    def execute(self, statement: str, parameters: Any = None, context: Any = None) -> None:
        result = self._cursor.execute(statement, parameters) if parameters else self._cursor.execute(statement)
        self.description = [(column[0], *[None] * 6) for column in result.description or []] or None
        self._rows = result.fetchall() if self.description else []

    def fetchone(self) -> tuple[Any, ...] | None:
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int = arraysize) -> list[tuple[Any, ...]]:
        rows, self._rows = self._rows[:size], self._rows[size:]
        return rows

    def fetchall(self) -> list[tuple[Any, ...]]:
        return self.fetchmany(len(self._rows))

    def close(self) -> None:
        self._rows = []
        self._cursor.close()
