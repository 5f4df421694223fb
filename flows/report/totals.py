"""What a warehouse file holds, in numbers: for the row in `loads`, the summary of a run and its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from flows.outcome import OfficialFindings

_KINDS = ("match", "tie", "goal", "statistic")
_NUMBERS = ("fact", "attribute", "ignored", "unread")


def totals(database: Path) -> dict[str, int]:
    """Counts named as in `loads`: articles, claims, rejected, numbers_fact ...; a staged file or a published one."""
    with duckdb.connect(str(database), read_only=True) as con:
        claims = sum(_claims(con).values())
        numbers = dict(con.execute("select status, count(*) from number_mentions group by status").fetchall())
        counts = {table: _count(con, table) for table in ("articles", "rejected_claims")}
    return {
        "articles": counts["articles"],
        "claims": claims,
        "rejected": counts["rejected_claims"],
        **{f"numbers_{status}": numbers.get(status, 0) for status in _NUMBERS},
    }


def claims_by_kind(database: Path) -> dict[str, int]:
    """How many claims of each kind stand in the file: match, tie, goal, statistic."""
    with duckdb.connect(str(database), read_only=True) as con:
        return _claims(con)


def last_load(database: Path) -> dict[str, Any] | None:
    """The row of `loads` of the run that published the file, or None where there is no file or none such in it."""
    if not database.exists():
        return None
    with duckdb.connect(str(database), read_only=True) as con:
        if not con.execute("select 1 from duckdb_tables() where table_name = 'loads'").fetchall():
            return None
        rows = con.sql("from loads where verdict = 'publish' order by started_at desc limit 1").pl().to_dicts()
    return rows[0] if rows else None


def official_findings(database: Path) -> OfficialFindings:
    """What stands in the file about official results; all of it empty where a run was given none."""
    verdicts: dict[str, dict[str, int]] = {}
    with duckdb.connect(str(database), read_only=True) as con:
        if not con.execute("select 1 from duckdb_tables() where table_name = 'reference_verdicts'").fetchall():
            return OfficialFindings(0, {}, [])
        counted = con.execute("select resolved_kind, verdict, count(*) from reference_verdicts group by all").fetchall()
        problems = con.execute(
            "select source, line, problem, advice from reference_problems order by source, line, problem"
        ).fetchall()
        results = _count(con, "reference_results")
    for kind, verdict, n in counted:
        verdicts.setdefault(kind, {})[verdict] = n
    return OfficialFindings(results, verdicts, problems)


def _claims(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    return {kind: _count(con, f"{kind}_claims") for kind in _KINDS}


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(con.execute(f"select count(*) from {table}").fetchall()[0][0])
