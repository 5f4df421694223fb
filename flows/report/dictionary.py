"""`pressbox docs`: the data dictionary, from the COMMENTs that the warehouse itself carries.

The published file goes in, `dictionary.md` comes out beside it: a chapter for each table, then for each view, with the
meaning of the row and of each column. Nothing is described here that is not said in `sql/`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from flows.errors import PressboxError
from flows.report.published import database_of, published

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_HEAD = """# What is in the warehouse

Written by `pressbox docs` from the comments in `pressbox.duckdb`; the same texts show in any DuckDB client
(`select * from duckdb_columns()`). Spans are half-open offsets in characters, from 0, into the decoded file:
a quote is always exactly `text[char_start:char_end]`. NULL is unknown.
"""

_COLUMNS = """
select table_name, column_name, data_type, comment
from duckdb_columns()
where not internal and schema_name = 'main'
order by table_name, column_index
"""

_OBJECTS = """
select 'Tables' as kind, table_name as name, comment from duckdb_tables() where not internal and schema_name = 'main'
union all
select 'Views' as kind, view_name as name, comment from duckdb_views() where not internal and schema_name = 'main'
order by kind, name
"""


class Column(NamedTuple):
    """A column of a table or view with its meaning."""

    name: str
    data_type: str
    comment: str


def write_dictionary(warehouse: Path) -> Path:
    """Write `dictionary.md` beside the published file; return its path. Raises PressboxError if that cannot be done."""
    path = database_of(warehouse).with_name("dictionary.md")
    with published(warehouse) as con:
        text = dictionary(con)
    beside = path.with_name(f".{path.name}.tmp")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise PressboxError(
            f"{path}: cannot be written ({error.strerror}); make room or choose another folder"
        ) from error
    return path


def dictionary(con: DuckDBPyConnection) -> str:
    """The dictionary as Markdown: an overview, then tables and views with their columns."""
    columns: dict[str, list[Column]] = {}
    for table, *column in con.execute(_COLUMNS).fetchall():
        columns.setdefault(table, []).append(Column(*(text or "" for text in column)))
    objects = con.execute(_OBJECTS).fetchall()
    chapters = [_HEAD]
    for kind in ("Tables", "Views"):
        described = [(name, comment or "") for one, name, comment in objects if one == kind]
        chapters.append(f"## {kind}\n\n" + _overview(described))
        chapters += [_chapter(name, comment, columns[name]) for name, comment in described]
    return "\n".join(chapters)


def _overview(described: list[tuple[str, str]]) -> str:
    lines = [f"| [{name}](#{name}) | {_cell(comment)} |" for name, comment in described]
    return "\n".join(["| name | holds |", "|---|---|", *lines, ""])


def _chapter(name: str, comment: str, columns: list[Column]) -> str:
    lines = [f"| {column.name} | {column.data_type.lower()} | {_cell(column.comment)} |" for column in columns]
    return "\n".join(
        [f"### {name}\n", f"{_sentence(comment)}\n", "| column | type | meaning |", "|---|---|---|", *lines, ""]
    )


def _sentence(comment: str) -> str:
    return f"{comment[:1].upper()}{comment[1:]}."


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
