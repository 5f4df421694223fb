"""Is what was built fit to be published? Suites of `expectations/` run on a DuckDB file; a verdict comes out.

A rule that is `critical` refuses the file. A `warning` has its offending rows moved to rejected_claims, after which
all rules are judged again, because what was moved may have held up something else. An `info` is reported. Only
`judge.py` knows Great Expectations, and imports it inside its functions.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from flows.validate.judge import SHOWN, open_judge, page
from flows.validate.reports import write_reports
from flows.validate.suites import Suite, load_suite
from flows.validate.verdict import CheckResult, Verdict, judged, together, with_error

__all__ = ["CLAIMS", "RESOLVED", "CheckResult", "Verdict", "together", "validate", "write_reports"]

CLAIMS = [
    "documents",
    "articles",
    "claims",
    "match_claims",
    "tie_claims",
    "goal_claims",
    "statistic_claims",
    "number_mentions",
]
RESOLVED = [
    "matches",
    "ties",
    "goals",
    "statistics",
    "claim_links",
    "contradictions",
    "reference_results",
    "reference_verdicts",
    "story_days",
    "tally_steps",
]

ROUNDS = 4

Quarantine = Callable[[Path, str, str, list[str], str, str], int]
"""Moves rows: (staged file, table, key column, ids, check, reason) -> how many were moved."""

_Id = tuple[str, str]


def validate(
    database: Path, tables: list[str], reports: Path | None = None, quarantine: Quarantine | None = None
) -> Verdict:
    """The verdict on the tables of a file, which is opened read-only.

    With `quarantine` the rows that fail a warning are moved and the rules judged anew, until none is left; rows that
    cannot be moved refuse the file. Without it warnings are only reported. With `reports` the folder is written.
    Raises PressboxError if a suite or the file cannot be used.
    """
    began = time.monotonic()
    suites = [load_suite(table) for table in tables]
    first = last = _judge(database, suites)
    moved: dict[_Id, CheckResult] = {}
    for _ in range(ROUNDS if quarantine else 0):
        if quarantine is None or not (warnings := _movable(last.checks)):
            break
        for check in warnings:
            moved[_id(check)] = _moved(database, check, moved.get(_id(check)), quarantine)
        last = _judge(database, suites)
    checks = _settled(last.checks, moved) if quarantine else last.checks
    tables_moved = {table for table, _ in moved}
    pages = {table: page((first if table in tables_moved else last).outcomes[table]) for table in tables}
    verdict = judged([replace(c, rows=c.rows[:SHOWN]) for c in checks], time.monotonic() - began, pages)
    if reports is not None:
        write_reports([verdict], reports)
    return verdict


class _Round(NamedTuple):
    checks: list[CheckResult]
    outcomes: dict[str, Any]


def _judge(database: Path, suites: list[Suite]) -> _Round:
    with open_judge(database) as judge:
        judged_suites = {suite.table: judge.judge(suite) for suite in suites}
    checks = [check for results, _ in judged_suites.values() for check in results]
    return _Round(checks, {table: outcome for table, (_, outcome) in judged_suites.items()})


def _id(check: CheckResult) -> _Id:
    return check.table, check.name


def _movable(checks: list[CheckResult]) -> list[CheckResult]:
    """The warnings whose rows are to be moved; none where the file is refused anyway."""
    if any(check.stops_the_publish for check in checks):
        return []
    return [check for check in checks if check.severity == "warning" and not check.success]


def _moved(database: Path, check: CheckResult, before: CheckResult | None, quarantine: Quarantine) -> CheckResult:
    """The warning as it was first seen, with the number of rows that have gone to rejected_claims for it."""
    ids = sorted({str(row[check.key[0]]) for row in check.rows})
    seen = before or check
    n = quarantine(database, check.table, check.key[0], ids, check.name, check.reason)
    return replace(seen, n_quarantined=seen.n_quarantined + n)


def _settled(checks: list[CheckResult], moved: dict[_Id, CheckResult]) -> list[CheckResult]:
    """Of each rule what was found; a warning that still fails when its rows should have gone is an error."""
    refused = any(check.stops_the_publish for check in checks)
    settled = []
    for check in checks:
        if check.success:
            settled.append(moved.get(_id(check), check))
        elif check.severity == "warning" and not refused:
            settled.append(with_error(check, f"{check.n_unexpected} of its rows could not be moved to rejected_claims"))
        else:
            settled.append(check)
    return settled
