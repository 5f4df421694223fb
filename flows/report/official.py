"""What official results say about a resolved row: the verdict, and the lines of the user's files behind it.

An id goes in, lines of an answer come out; none where the last run was given no official results, or the row is of a
kind that they are not asked about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from flows.report.layout import visible
from flows.report.telling import DIM, Line

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_SHOWN = 3
_VERDICT = """
select verdict, official, why, reference_ids from reference_verdicts where resolved_id = $id
"""
_ROWS = """
select source, line, match_date, home_name, home_goals, away_goals, away_name, competition, round, problem, advice
from reference_results left join reference_problems using (reference_id, source, line)
where reference_id in (select unnest($ids))
order by source, line desc
"""
_STYLES = {"verified": "bold green", "contradicted": "bold red", "unverifiable": "bold"}


def told_official(connection: DuckDBPyConnection, resolved_id: str) -> Iterator[Line]:
    """The verdict on the row in one line, then the official results that it rests on, the latest first."""
    found = connection.execute(_VERDICT, {"id": resolved_id}).fetchone()
    if found is None:
        return
    verdict, official, why, ids = found
    says = f": {visible(official)}" if official else ""
    yield 2, Text.assemble((f"official results: {verdict}", _STYLES[verdict]), f"{says} ({why})")
    rows = connection.execute(_ROWS, {"ids": ids}).fetchall()
    for source, line, day, home, goals, against, away, competition, played, problem, advice in rows[:_SHOWN]:
        place = ", ".join(str(part) for part in (day, competition, played) if part is not None)
        yield 4, Text(visible(f"{home} {goals}-{against} {away}, {place}; {source}, line {line}"))
        if problem:
            yield 6, Text(visible(f"{problem}; {advice}"), style=DIM)
    if len(rows) > _SHOWN:
        yield 4, Text(f"and {len(rows) - _SHOWN} more before it", style=DIM)
