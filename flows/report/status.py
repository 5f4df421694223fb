"""`pressbox status`: what is in the warehouse, and how the last load went.

A connection goes in, lines come out: the last load, files with the reasons of the refused, claims, rows, numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from flows.report.layout import count
from flows.report.summary import file_lines, told_claims

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SHOWN = 20
_LAST_LOAD = "select started_at, rules, verdict, seconds from loads order by started_at desc limit 1"
_COUNTS = """
select 'articles' as part, 'article' as name, count(*) as n from articles
union all select 'claims', 'match', count(*) from match_claims
union all select 'claims', 'tie', count(*) from tie_claims
union all select 'claims', 'goal', count(*) from goal_claims
union all select 'claims', 'statistic', count(*) from statistic_claims
union all select 'rejected', 'rejected', count(*) from rejected_claims
union all select 'rows', 'match', count(*) from matches
union all select 'rows', 'tie', count(*) from ties
union all select 'rows', 'goal', count(*) from goals
union all select 'rows', 'statistic', count(*) from statistics
union all select 'contradictions', 'contradiction', count(*) from contradictions
union all select 'documents', status, count(*) from documents group by status
union all select 'numbers', status, count(*) from number_mentions group by status
"""
_REFUSED = "select document, reason from documents where status = 'refused' order by document"


def status(connection: DuckDBPyConnection) -> Iterator[str]:
    """The lines, each with its label first."""
    counts: dict[str, dict[str, int]] = {}
    for part, name, n in connection.execute(_COUNTS).fetchall():
        counts.setdefault(part, {})[name] = n
    yield _labelled("last load", _last_load(connection))
    yield _labelled("files", _told(counts.get("documents", {}), ("read", "duplicate", "refused")))
    yield from _refused(connection)
    yield _labelled("articles", f"{counts['articles']['article']:,}")
    yield _labelled("claims", f"{told_claims(counts['claims'])}; {counts['rejected']['rejected']:,} rejected")
    yield _labelled(
        "resolved",
        f"{told_claims(counts['rows'])}; {count(counts['contradictions']['contradiction'], 'contradiction')}",
    )
    yield _labelled("numbers", _told(counts.get("numbers", {}), ("fact", "attribute", "ignored", "unread")))


def _labelled(label: str, text: str) -> str:
    return f"{label:<10} {text}"


def _told(counts: dict[str, int], names: tuple[str, ...]) -> str:
    return ", ".join(f"{counts.get(name, 0):,} {name}" for name in names)


def _last_load(connection: DuckDBPyConnection) -> str:
    row = connection.execute(_LAST_LOAD).fetchone()
    if row is None:
        return "none recorded"
    started, rules, verdict, seconds = row
    return f"{started:%Y-%m-%d %H:%M} UTC, verdict {verdict}, {seconds:.1f} s, rules {rules}"


def _refused(connection: DuckDBPyConnection) -> Iterator[str]:
    for line in file_lines("refused", connection.execute(_REFUSED).fetchall(), SHOWN):
        yield f"  {line}"
