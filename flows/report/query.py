"""`pressbox query`: the analyst's own SQL, a ready-made question by its name, or a table or view by its name.

Words go in, columns and rows come out. The connection is read-only and shut in, so that nothing a query says can write
a file or change the warehouse; exports are written here, not by SQL. SQL that does not run is wrong usage: DuckDB's
message, cut to what helps.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from flows.errors import PressboxError, UsageError
from flows.places import SQL

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetWriter

QUESTIONS = SQL / "questions"
_BATCH = 5_000
Answer = TypeVar("Answer")


class Question(NamedTuple):
    """A ready-made query: the file's name, its first comment, its SQL."""

    name: str
    about: str
    sql: str


def questions(folder: Path = QUESTIONS) -> list[Question]:
    """The ready-made questions in alphabetical order; none if the folder is missing."""
    return [_question(path) for path in sorted(folder.glob("*.sql"))]


def _question(path: Path) -> Question:
    sql = path.read_text(encoding="utf-8")
    first = sql.lstrip().partition("\n")[0]
    return Question(path.stem, first.lstrip("- ").strip() if first.startswith("--") else "", sql)


def sql_of(connection: DuckDBPyConnection, what: str, folder: Path = QUESTIONS) -> str:
    """The SQL that `what` stands for. Raises UsageError, with near names, for one word that names nothing."""
    if not what.strip():
        raise UsageError("the query is empty: `pressbox query` alone lists the ready-made questions")
    if not re.fullmatch(r"\s*[\w.-]+\s*", what):
        return what
    named = {question.name: question.sql for question in questions(folder)}
    word = what.strip().removesuffix(".sql")
    relations = [str(name) for (name,) in connection.execute("select name from (show tables)").fetchall()]
    if word in named:
        return named[word]
    if word in relations:
        return f'from "{word}"'
    raise UsageError(_unknown(word, [*named, *relations]))


def _unknown(word: str, names: list[str]) -> str:
    from rapidfuzz import process, utils

    near = [
        str(name)
        for name, _, _ in process.extract(word, names, limit=3, score_cutoff=60, processor=utils.default_process)
    ]
    hint = f"did you mean {' or '.join(near)}?" if near else "`pressbox query` alone lists the ready-made questions"
    return f"no question, table or view is called '{word}': {hint}"


def ask(connection: DuckDBPyConnection, sql: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Column names (made unique) and the rows, fetched as they are taken. Raises UsageError where SQL is wrong."""
    cursor = _interruptible(connection, lambda: connection.execute(sql))
    description = getattr(cursor, "description", None)
    if description is None:
        raise UsageError("the query holds no statement: write SQL, or `pressbox query` alone to list the questions")
    return unique([str(column[0]) for column in description]), _rows(cursor)


def _rows(cursor: DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while batch := _interruptible(cursor, lambda: cursor.fetchmany(_BATCH)):
        yield from batch


def unique(names: list[str]) -> list[str]:
    """The names with `_1`, `_2` after those that came before, as a self join gives them."""
    taken: list[str] = []
    for name in names:
        again = (f"{name}_{i}" for i in range(1, len(names) + 1))
        taken.append(name if name not in taken else next(n for n in again if n not in taken and n not in names))
    return taken


def write_parquet(connection: DuckDBPyConnection, sql: str, file: Path) -> int:
    """Writes the answer to a Parquet file, replacing it whole, but nothing else; gives the number of rows."""
    if file.is_dir():
        raise PressboxError(f"cannot write {file}: it is a folder. Name a file in it.")
    if not file.parent.is_dir():
        raise PressboxError(f"cannot write {file}: there is no folder {file.parent}")
    if file.is_file() and not _is_parquet(file):
        raise PressboxError(f"cannot write {file}: it is there already and is no Parquet file. Name another.")
    beside = file.with_name(f".{file.name}.part")
    try:
        rows = _interruptible(connection, lambda: _stream(connection, sql, beside))
        os.replace(beside, file)
    except OSError as error:
        raise PressboxError(f"cannot write {file}: {error.strerror or error}") from error
    finally:
        beside.unlink(missing_ok=True)
    return rows


def _is_parquet(file: Path) -> bool:
    """Whether it is Parquet or empty: another file, above all the warehouse, is not a query's to replace."""
    with file.open("rb") as content:
        return content.read(4) in (b"PAR1", b"")


def _stream(connection: DuckDBPyConnection, sql: str, file: Path) -> int:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    relation = connection.sql(sql)
    if relation is None:
        raise UsageError("--parquet needs a query that gives rows")
    reader = relation.to_arrow_reader(_BATCH)
    names = unique(reader.schema.names)
    schema = pa.schema([field.with_name(name) for field, name in zip(reader.schema, names, strict=True)])
    try:
        with ParquetWriter(file, schema) as writer:
            return sum(_write(writer, batch.rename_columns(names)) for batch in reader)
    except NotImplementedError as error:
        raise UsageError(f"Parquet has no form for a column: cast it to varchar ({error})") from error


def _write(writer: ParquetWriter, batch: RecordBatch) -> int:
    writer.write_batch(batch)
    return int(batch.num_rows)


def _interruptible(connection: DuckDBPyConnection, work: Callable[[], Answer]) -> Answer:
    """What `work` gives; DuckDB's complaint about it as one UsageError.

    DuckDB works in a thread of its own: while it held this one, Ctrl-C was not always heard.
    """
    import duckdb

    with ThreadPoolExecutor(1) as thread:
        answer = thread.submit(work)
        try:
            return answer.result()
        except KeyboardInterrupt:
            while wait([answer], timeout=0.1).not_done:
                connection.interrupt()  # again: one that comes before the query has begun is lost
            raise
        except duckdb.Error as error:
            raise UsageError(complaint(str(error))) from error


def complaint(message: str) -> str:
    """DuckDB's message without its class, candidate lists and blank lines; the line with its caret stays."""
    if "read-only mode" in message or "Cannot launch" in message:
        return "queries only read: the warehouse changes through `pressbox run`"
    if message.startswith("Permission Error"):
        return "queries reach nothing but the warehouse: to write a file use --csv, --json or --parquet FILE"
    said, _, place = re.sub(r"^[\w ]*Error: ", "", message).partition("LINE ")
    words = " ".join(line.strip() for line in said.partition("\tCandidate functions")[0].splitlines() if line.strip())
    return f"{words}\n{_pointed(place)}" if place else words


def _pointed(place: str) -> str:
    number, _, rest = place.partition(": ")
    code, _, caret = rest.partition("\n")
    return f"  {code}\n  {caret[len('LINE ' + number + ': ') :]}".rstrip()
