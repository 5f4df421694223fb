"""What a run says of itself: refused files, failing checks, and the one last line that a log keeps.

What a run came to goes in, lines come out. The counts are the row that the run adds to `loads`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.report.layout import count, visible

if TYPE_CHECKING:
    from flows.outcome import OfficialFindings, RunSummary
    from flows.validate.verdict import CheckResult, Verdict

SHOWN_PROBLEMS = 20
SHOWN = 200  # of each kind, by a run: all of them, unless the folder is not what the user takes it for
_NONE_YET = ", and there is no warehouse at {} yet"
_HELD = ("match", "tie", "statistic")
_KINDS = {"match": "matches", "tie": "ties", "goal": "goals", "statistic": "statistics"}


def run_lines(run: RunSummary) -> Iterator[str]:
    """Files that were not read, checks that did not hold, then the last line."""
    yield from file_lines("refused", run.refusals)
    yield from file_lines("duplicate", run.duplicates)
    yield from check_lines(run.failing, run.reports)
    yield from official_lines(run.official)
    yield from map(visible, run.notes)
    if run.refused:
        stands = f": {run.database} is as it was" if run.database.exists() else _NONE_YET.format(run.database.parent)
        yield f"not published{stands}"
    yield last_line(run.load, run.claims)


def official_lines(official: OfficialFindings) -> Iterator[str]:
    """What is odd about official results, then how the facts came out against them; nothing without any."""
    if not official.results:
        return
    for source, line, problem, advice in official.problems[:SHOWN_PROBLEMS]:
        yield visible(f"reference {source}, line {line}: {problem}; {advice}")
    if len(official.problems) > SHOWN_PROBLEMS:
        yield f"reference: {len(official.problems) - SHOWN_PROBLEMS:,} more: pressbox query reference_problems"
    told = []
    for verdict in ("verified", "contradicted", "unverifiable"):
        kinds = {kind: verdicts.get(verdict, 0) for kind, verdicts in official.verdicts.items()}
        told.append(f"{verdict} " + ", ".join(count(kinds.get(kind, 0), kind, _KINDS[kind]) for kind in _HELD))
    yield f"official results: {count(official.results, 'match', 'matches')}; {'; '.join(told)}"


def last_line(load: Mapping[str, Any], claims: Mapping[str, int]) -> str:
    """Files, articles, claims by kind, numbers, verdict, seconds. `claims` counts them by kind: match, tie, ..."""
    removed = f", {load['files_removed']:,} removed" if load["files_removed"] else ""
    rejected = f", {load['rejected']:,} rejected" if load["rejected"] else ""
    read = load["numbers_fact"] + load["numbers_attribute"]
    parts = [
        f"files {load['files_read']:,} read, {load['files_unchanged']:,} unchanged{removed}, "
        f"{load['files_refused']:,} refused",
        count(load["articles"], "article"),
        f"claims {told_claims(claims)}{rejected}",
        f"numbers {read:,} read, {load['numbers_ignored']:,} ignored, {load['numbers_unread']:,} unread",
        f"verdict {load['verdict']}",
        f"{load['seconds']:.1f} s",
    ]
    return "; ".join(parts)


def told_claims(claims: Mapping[str, int]) -> str:
    """Claims by kind: '12 matches, 1 tie, 30 goals, 4 statistics'."""
    return ", ".join(count(claims.get(kind, 0), kind, kinds) for kind, kinds in _KINDS.items())


def file_lines(status: str, files: Iterable[tuple[str, str | None]], shown: int = SHOWN) -> Iterator[str]:
    """One line a file that was not read, with the reason; the first `shown`, and how many more."""
    all_files = list(files)
    for document, reason in all_files[:shown]:
        yield f"{status} {visible(document)}: {visible(reason or 'no reason recorded')}"
    if len(all_files) > shown:
        rest = f"from documents where status = '{status}'"
        yield f'{status} {len(all_files) - shown:,} more: pressbox query "{rest}"'


def check_lines(failing: Iterable[CheckResult], reports: Path) -> Iterator[str]:
    """One line a check that did not hold, and where the report is; nothing when all held."""
    lines = [_told_check(check) for check in failing]
    if lines:
        yield from lines
        yield f"the failing rows are in {reports / 'index.html'}"


def _told_check(check: CheckResult) -> str:
    told = f"{check.severity} {check.table}: {check.name}"
    if check.error:
        return f"{told}: could not be judged: {visible(check.error)}"
    moved = f", {check.n_quarantined:,} moved to rejected_claims" if check.n_quarantined else ""
    return f"{told}: {count(check.n_unexpected, 'row')}{moved}"


def verdict_line(verdict: Verdict) -> str:
    """The one line of `pressbox check`."""
    told = f"{count(len(verdict.checks), 'check')}, {len(verdict.failing):,} failing"
    return f"{told}; verdict {'refuse' if verdict.refused else 'publish'}; {verdict.seconds:.1f} s"
