"""What Prefect's page of a run shows: counts, the verdict, and the failing checks with the rows that fail them."""

from __future__ import annotations

import json
from typing import Any

from flows.outcome import RunSummary
from flows.validate import Verdict
from flows.validate.reports import summary as verdict_markdown

_ROWS = 20


def counts(summary: RunSummary) -> list[dict[str, Any]]:
    """One row a count: what the run did with files, what the warehouse holds."""
    kinds = {f"{kind}_claims": n for kind, n in summary.claims.items()}
    left_out = ("run_id", "started_at", "rules", "reference", "verdict")
    figures = {name: value for name, value in summary.load.items() if name not in left_out} | kinds
    return [{"what": name.replace("_", " "), "count": value} for name, value in figures.items()]


def verdict(summary: RunSummary) -> str:
    """The verdict with its checks, then the files that were not read, as Markdown."""
    told = verdict_markdown(summary.verdict) if summary.verdict else "Nothing has changed since the last run."
    unread = [f"- `{document}`: {reason}" for document, reason in [*summary.refusals, *summary.duplicates]]
    return "\n".join([told, "", "## Files not read", "", *unread]) if unread else told


def failing_rows(judged: Verdict | None) -> list[dict[str, str]]:
    """One row for each offending row of a failing check, at most twenty a check."""
    return [
        {
            "check": f"{check.table}: {check.name}",
            "severity": check.severity,
            "why": check.error or check.reason,
            "row": json.dumps(row, default=str, ensure_ascii=False),
        }
        for check in (judged.failing if judged else [])
        for row in (check.rows[:_ROWS] or [{}])
    ]
