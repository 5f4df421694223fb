"""What the warehouse of the sample corpus says, as small CSV texts that a reviewer reads as a diff.

In goes the published file, out come for each raw file its facts in reading order, with the numbers that stay unread,
and for each ready-made question its answer. Nothing in them depends on the day, the machine or the order of a run.
"""

import csv
import io
from pathlib import Path
from typing import Any

import duckdb

from flows.places import SQL
from tests.sample_gold import ARTICLES, KINDS, name_of

QUESTIONS = Path(__file__).parent / "questions"
HEADER = ("article", "type", "fact", "rule", "quote")
NOT_SHOWN = {"claim_id", "article_id", "document", "char_start", "char_end", "quote", "rule", "confidence", "article"}
LEAD = {
    "match": ("status", "team_1", "score_1", "score_2", "team_2"),
    "tie": ("team_1", "aggregate_1", "aggregate_2", "team_2"),
    "goal": ("scorer",),
    "statistic": ("subject", "metric", "value"),
}
AROUND = 30


def facts_file(name: str) -> Path:
    return ARTICLES / f"{name}.facts.csv"


def answer_file(question: str) -> Path:
    return QUESTIONS / f"{question}.csv"


def questions() -> list[str]:
    """Names of the ready-made questions: one a file of `sql/questions`."""
    return [path.stem for path in sorted((SQL / "questions").glob("*.sql"))]


def facts(warehouse: Path) -> dict[str, str]:
    """Name of each raw file -> its facts and unread numbers as CSV."""
    with duckdb.connect(warehouse, read_only=True) as con:
        lines = [line for kind in KINDS for line in _claims(con, kind)] + _unread(con)
        names = [name_of(row["document"]) for row in _rows(con, "select distinct document from articles")]
    return {name: _csv(sorted(line for of, *line in lines if of == name)) for name in sorted(names)}


def answer(warehouse: Path, question: str) -> str:
    """What the question yields, as CSV with a header."""
    sql = (SQL / "questions" / f"{question}.sql").read_text(encoding="utf-8")
    with duckdb.connect(warehouse, read_only=True) as con:
        found = con.execute(sql)
        header = [column[0] for column in found.description]
        return _written([header, *found.fetchall()])


def _rows(con: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    found = con.execute(sql)
    columns = [column[0] for column in found.description]
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


def _claims(con: duckdb.DuckDBPyConnection, kind: str) -> list[tuple[Any, ...]]:
    sql = f"select c.*, a.article from {kind}_claims c join articles a using (article_id)"
    return [
        (name_of(row["document"]), row["article"], row["char_start"], kind, _told(kind, row), row["rule"], row["quote"])
        for row in _rows(con, sql)
    ]


def _told(kind: str, row: dict[str, Any]) -> str:
    """The fact in one line: what it is, then every further column that is known."""
    lead = " ".join("?" if row[column] is None else _plain(row[column]) for column in LEAD[kind])
    shown = [column for column in row if column not in NOT_SHOWN and column not in LEAD[kind]]
    return "; ".join([lead, *(f"{column}={_plain(row[column])}" for column in shown if row[column] is not None)])


def _plain(value: Any) -> str:
    return (
        f"{value:g}"
        if isinstance(value, float) and value < 1e6
        else f"{value:.0f}"
        if isinstance(value, float)
        else str(value)
    )


def _unread(con: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    sql = f"""
        select n.document, a.article, n.char_start, n.quote, coalesce(n.reason, '') as reason,
            substr(a.text, greatest(1, n.char_start - a.char_start + 1 - {AROUND}), 2 * {AROUND}) as around,
        from number_mentions n join articles a using (article_id)
        where n.status = 'unread'
    """
    return [
        (
            name_of(row["document"]),
            row["article"],
            row["char_start"],
            "unread",
            row["quote"],
            row["reason"],
            row["around"],
        )
        for row in _rows(con, sql)
    ]


def _csv(lines: list[list[Any]]) -> str:
    return _written([HEADER, *([article, *rest] for article, _, *rest in lines)])


def _written(lines: list[Any]) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerows([" ".join(cell.split()) if isinstance(cell, str) else cell for cell in line] for line in lines)
    return page.getvalue()
