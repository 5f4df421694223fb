"""How rows look: a ruled table on a terminal, plain aligned text in a pipe, CSV and JSON for other programs.

Column names and rows go in, lines come out. The plain layout depends on nothing but the rows (no terminal width, no
truncation), because documentation quotes it and tests compare it. Control characters of a raw text never reach a
terminal as they are.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

Row = Sequence[Any]
NULL = "NULL"
_FOLD = 16


def cell(value: Any) -> str:
    """One value as a person reads it: NULL, whole floats without their zero, lists with commas, one line."""
    if value is None:
        return NULL
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and isfinite(value) and value == int(value) and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, list):
        return ", ".join(cell(item) for item in value)
    return visible(str(value))


def visible(text: str) -> str:
    """The text with line ends and control characters written out, so that no raw text can steer a terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\u00a0\u200b" else _written_out(c) for c in text)


def _written_out(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def count(number: int, thing: str, things: str | None = None) -> str:
    """A number with its noun: '1 row', '2 rows', '1,204 matches'."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def is_numeric(values: Iterable[Any]) -> bool:
    """Whether a column is set flush right: every known value a number, and at least one known."""
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(v, int | float | Decimal) and not isinstance(v, bool) for v in known)


def plain_lines(columns: Sequence[str], rows: Sequence[Row]) -> Iterator[str]:
    """Head, rule, rows and the number of rows, columns aligned by two spaces, nothing cut and no trailing blanks."""
    right = [is_numeric(row[i] for row in rows) for i in range(len(columns))]
    cells = [[visible(name) for name in columns], *([cell(value) for value in row] for row in rows)]
    widths = [max(_width(row[i]) for row in cells) for i in range(len(columns))]
    cells.insert(1, ["-" * width for width in widths])
    for row in cells:
        yield "  ".join(map(_padded, row, widths, right)).rstrip()
    yield f"({count(len(rows), 'row')})"


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _padded(text: str, width: int, right: bool) -> str:
    blanks = " " * (width - _width(text))
    return blanks + text if right else text + blanks


def fits(columns: Sequence[str], rows: Sequence[Row], width: int) -> bool:
    """Whether the rows make a readable table of this width, long cells folded at 16 characters."""
    cells = [columns, *([cell(value) for value in row] for row in rows)]
    return sum(max(min(_width(row[i]), _FOLD) for row in cells) + 3 for i in range(len(columns))) <= width


def records(columns: Sequence[str], rows: Sequence[Row]) -> Iterator[Text]:
    """Rows that are too wide for a table, one under the other: each value beside its name, an empty line between."""
    from rich.text import Text

    widest = max(map(len, columns))
    for row in rows:
        for name, value in zip(columns, row, strict=True):
            yield Text.assemble((f"{name:<{widest}}  ", "bold"), (cell(value), "dim" if value is None else ""))
        yield Text()


def ruled_table(columns: Sequence[str], rows: Sequence[Row]) -> Table:
    """The same rows as a rich table; NULL is dim so that it is not taken for a word of the text."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for i, name in enumerate(columns):
        right = is_numeric(row[i] for row in rows)
        table.add_column(Text(visible(name)), justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell(value), style="dim" if value is None else "") for value in row))
    return table


def write_csv(columns: Sequence[str], rows: Iterable[Row], out: IO[str]) -> None:
    """RFC 4180 with a head line; NULL is empty, nested values are JSON."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([json.dumps(v, default=plain) if isinstance(v, list | dict) else v for v in row])


def write_json(columns: Sequence[str], rows: Iterable[Row], out: IO[str]) -> None:
    """An array of objects, one a line; dates are ISO text, NULL is null."""
    before = "["
    for row in rows:
        record = {name: _jsonable(value) for name, value in zip(columns, row, strict=True)}
        out.write(before + json.dumps(record, ensure_ascii=False, default=plain))
        before = ",\n "
    out.write("[]\n" if before == "[" else "]\n")


def _jsonable(value: Any) -> Any:
    return None if isinstance(value, float) and not isfinite(value) else value


def plain(value: Any) -> Any:
    """What JSON has no form for, as its nearest one; raises TypeError for what has none."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bytes):
        return value.hex()
    return str(value)
