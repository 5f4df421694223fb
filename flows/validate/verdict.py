"""What a validation found, in plain records: one CheckResult a rule and one Verdict a call.

No type of Great Expectations leaves the room `validate`; reports, artifacts and summaries read these.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One rule on one table. `rows` holds the first offending rows, `n_unexpected` counts them all."""

    table: str
    name: str
    severity: str
    success: bool
    n_unexpected: int
    rows: list[Row]
    reason: str
    key: tuple[str, ...] = ()
    n_looked_at: int | None = None
    n_quarantined: int = 0
    error: str | None = None

    @property
    def stops_the_publish(self) -> bool:
        """A critical rule that fails, a rule that could not be judged, or a warning whose rows could not be moved."""
        return self.error is not None or (not self.success and self.severity == "critical")


@dataclass(frozen=True, slots=True)
class Verdict:
    """All rules of one call. `pages` are the tables' Data Docs as HTML, by table."""

    success: bool
    refused: bool
    checks: list[CheckResult]
    quarantined: int
    seconds: float = 0.0
    pages: dict[str, str] = field(default_factory=dict)

    @property
    def failing(self) -> list[CheckResult]:
        """The rules that did not hold, the gravest first."""
        return sorted((c for c in self.checks if not c.success), key=_gravity)


_GRAVITY = {"critical": 0, "warning": 1, "info": 2}


def _gravity(check: CheckResult) -> tuple[bool, int, str, str]:
    return not check.stops_the_publish, _GRAVITY[check.severity], check.table, check.name


def judged(checks: list[CheckResult], seconds: float, pages: dict[str, str]) -> Verdict:
    """The verdict that follows from the rules' results."""
    return Verdict(
        success=all(check.success for check in checks),
        refused=any(check.stops_the_publish for check in checks),
        checks=checks,
        quarantined=sum(check.n_quarantined for check in checks),
        seconds=seconds,
        pages=pages,
    )


def together(verdicts: list[Verdict]) -> Verdict:
    """The verdicts of the phases of one run as one."""
    checks = [check for verdict in verdicts for check in verdict.checks]
    pages = {table: page for verdict in verdicts for table, page in verdict.pages.items()}
    return judged(checks, sum(verdict.seconds for verdict in verdicts), pages)


def with_error(check: CheckResult, error: str) -> CheckResult:
    """The same result as one that could not be dealt with."""
    return replace(check, success=False, error=error)


def by_table(verdict: Verdict) -> dict[str, list[CheckResult]]:
    """The results by table, in the order of the suites."""
    tables: dict[str, list[CheckResult]] = {}
    for check in verdict.checks:
        tables.setdefault(check.table, []).append(check)
    return tables


def headline(verdict: Verdict) -> str:
    """The verdict in one sentence: what happens, and how many rules held."""
    held = f"{sum(check.success for check in verdict.checks)} of {len(verdict.checks)} checks hold"
    if verdict.refused:
        stopping = sum(check.stops_the_publish for check in verdict.checks)
        return f"Refused: {held}, and {stopping} of the others must hold before anything is published"
    if verdict.quarantined:
        return f"Fit to publish: {held}, {verdict.quarantined} rows were moved to rejected_claims"
    return f"Fit to publish: {held}"


def told(check: CheckResult, shown: int) -> str:
    """What came of a failing rule, in one sentence; `shown` is how many of its rows follow."""
    if check.error is not None:
        return f"Could not be judged or dealt with: {check.error}"
    rows = f"{check.n_unexpected} offending {'row' if check.n_unexpected == 1 else 'rows'}"
    of = f" of {check.n_looked_at} looked at" if check.n_looked_at is not None else ""
    moved = f", {check.n_quarantined} moved to rejected_claims" if check.n_quarantined else ""
    first = f"; the first {shown}:" if 0 < shown < check.n_unexpected else ""
    return f"{rows}{of}{moved}{first}"
