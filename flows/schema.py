"""What stands in the warehouse: the scripts that make its tables and views, with a COMMENT on each and on every column.

The SQL files are the only declaration. In a file of `sql/tables` or `sql/views` the first line is a comment with the
grain, and each column (of a view: each line of the last select) ends in a comment; both become the COMMENTs that a
client shows. Views are made in alphabetical order, so one may stand on another that comes before it.
"""

import re
from pathlib import Path

from flows.places import SQL

CLAIM_KINDS = {"match_claims": "match", "tie_claims": "tie", "goal_claims": "goal", "statistic_claims": "statistic"}
RESOLVED_KINDS = {"matches": "match", "ties": "tie", "goals": "goal", "statistics": "statistic"}
READ_TABLES = ["articles", *CLAIM_KINDS, "number_mentions"]

_TABLE_COLUMN = re.compile(r"^ {4}(?P<name>\w+) .*?-- (?P<comment>.+)$", re.MULTILINE)
_VIEW_COLUMN = re.compile(r"^ {4}.*?\b(?P<name>\w+),? -- (?P<comment>.+)$", re.MULTILINE)


def table_names() -> list[str]:
    """Names of the tables: one a file of `sql/tables`."""
    return [path.stem for path in sorted((SQL / "tables").glob("*.sql"))]


def view_names() -> list[str]:
    """Names of the views: one a file of `sql/views`."""
    return [path.stem for path in sorted((SQL / "views").glob("*.sql"))]


def script() -> str:
    """The whole script that makes an empty warehouse in an empty database."""
    tables = [_commented(path, "table") for path in sorted((SQL / "tables").glob("*.sql"))]
    views = [_commented(path, "view") for path in sorted((SQL / "views").glob("*.sql"))]
    return "\n".join(tables + views)


def _commented(path: Path, kind: str) -> str:
    sql = path.read_text(encoding="utf-8")
    grain = sql.partition("\n")[0].removeprefix("-- ")
    comments = [f"comment on {kind} {path.stem} is {_literal(grain)};"]
    for name, comment in _columns(sql, kind):
        comments.append(f'comment on column {path.stem}."{name}" is {_literal(comment)};')
    return "\n".join([sql, *comments])


def _columns(sql: str, kind: str) -> list[tuple[str, str]]:
    if kind == "table":
        return [(m["name"], m["comment"]) for m in _TABLE_COLUMN.finditer(sql)]
    last_select = sql[sql.rindex("\nselect") :]
    return [(m["name"], m["comment"]) for m in _VIEW_COLUMN.finditer(last_select)]


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
