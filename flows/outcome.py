"""What a run came to, in one plain record: what it did with the files, what it found, what the checks said.

The flow returns it, the command line prints it. It knows no Prefect, no database and no Great Expectations.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flows.validate.verdict import CheckResult, Verdict


@dataclass(frozen=True)
class OfficialFindings:
    """What official results said: how many of them, verdicts by kind of row, and what is odd about them.

    `verdicts` counts by kind (match, tie, statistic) and verdict; `problems` are (file, line, problem, advice).
    """

    results: int
    verdicts: dict[str, dict[str, int]]
    problems: list[tuple[str, int, str, str]]


@dataclass(frozen=True)
class RunSummary:
    """`load` is the row of `loads`; `claims` counts by kind (match, tie, goal, statistic) what the warehouse holds.

    `refusals` and `duplicates` are (document, reason); `renamed` tells a new name's old one. `verdict` is None when
    nothing had changed, so nothing was built. `notes` say what could not be brought in step with what was published.
    """

    load: dict[str, Any]
    claims: dict[str, int]
    refusals: list[tuple[str, str]]
    duplicates: list[tuple[str, str]]
    renamed: dict[str, str]
    official: OfficialFindings
    verdict: Verdict | None
    database: Path
    reports: Path
    notes: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether a check stopped the publish; the published warehouse is then as it was before."""
        return self.verdict is not None and self.verdict.refused

    @property
    def is_idle(self) -> bool:
        """Whether nothing had changed since the last run, which then built nothing."""
        return self.verdict is None

    @property
    def failing(self) -> list[CheckResult]:
        """The rules that did not hold, the gravest first."""
        return self.verdict.failing if self.verdict else []

    @property
    def seconds(self) -> float:
        """How long the run took."""
        return float(self.load["seconds"])
