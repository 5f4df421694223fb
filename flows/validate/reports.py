"""What a person or a CI job reads of a verdict: Data Docs, validation.json, junit.xml and summary.md in one folder.

Verdicts of a run's phases go in, a folder comes out that opens offline. It is built beside the old one and takes its
place when it is complete, so that a killed run leaves the reports of the run before.
"""

from __future__ import annotations

import json
import os
import shutil
import xml.etree.ElementTree as ET
from html import escape
from math import isfinite
from pathlib import Path
from typing import Any

from flows.errors import PressboxError
from flows.validate.data_docs import overview_page, standing_alone
from flows.validate.verdict import CheckResult, Row, Verdict, by_table, headline, together, told

ROWS_IN_SUMMARY = 5
_MARK = "validation.json"


def write_reports(verdicts: list[Verdict], directory: Path) -> None:
    """Replace the folder by the reports of these verdicts taken together.

    Raises PressboxError if the folder holds something else than reports or cannot be written.
    """
    verdict = together(verdicts)
    if directory.exists() and any(directory.iterdir()) and not (directory / _MARK).exists():
        raise PressboxError(f"{directory} holds something else than reports: name another folder, or empty it")
    beside = directory.with_name(f".{directory.name}.next")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        (beside / "tables").mkdir(parents=True)
        for table, page in verdict.pages.items():
            _write(beside / "tables" / f"{table}.html", standing_alone(page, table))
        _write(beside / "index.html", overview_page(verdict))
        _write(beside / "summary.md", summary(verdict))
        _write(beside / "junit.xml", junit(verdict))
        _write(beside / _MARK, as_json(verdict))
        _swap(beside, directory)
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        raise PressboxError(
            f"{directory}: reports cannot be written ({error.strerror or error}). Make room, or see to it that the "
            "folder may be written to, and run again."
        ) from error


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _swap(beside: Path, directory: Path) -> None:
    old = directory.with_name(f".{directory.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if directory.exists():
        os.replace(directory, old)
    os.replace(beside, directory)
    shutil.rmtree(old, ignore_errors=True)


def summary(verdict: Verdict) -> str:
    """The verdict as Markdown for a pull request: counts by table, then each failing check with its first rows."""
    lines = [f"## {headline(verdict)}", "", "| table | checks | hold | rows moved | fail |", "|---|--:|--:|--:|---|"]
    for table, checks in by_table(verdict).items():
        failing = [check for check in checks if not check.success]
        moved = sum(check.n_quarantined for check in checks)
        names = ", ".join(f"{check.name} ({check.severity})" for check in failing)
        lines.append(f"| {table} | {len(checks)} | {len(checks) - len(failing)} | {moved} | {names} |")
    for check in verdict.failing:
        lines += ["", f"### {check.severity}: {check.table}, {check.name}", ""]
        lines += [_cell(check.reason), "", *_outcome(check)]
    return "\n".join(lines) + "\n"


def _outcome(check: CheckResult) -> list[str]:
    rows = check.rows[:ROWS_IN_SUMMARY]
    lines = [_cell(told(check, len(rows))) if check.error else told(check, len(rows))]
    if rows:
        columns = list(rows[0])
        lines += ["", f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
        lines += [f"| {' | '.join(_cell(value) for value in row.values())} |" for row in rows]
    return lines


def _cell(value: Any) -> str:
    """A value in a Markdown table: one line, and nothing in it that Markdown or a browser would take for its own."""
    text = escape(" ".join(str("" if value is None else value).split()), quote=False)
    for character in "\\`*_[]|":
        text = text.replace(character, "\\" + character)
    return text if len(text) <= 300 else text[:300] + "…"


def junit(verdict: Verdict) -> str:
    """JUnit XML: a suite a table, a case a rule. Red is exactly what refuses; the rest is told in the case's output."""
    root = ET.Element("testsuites", _counts(verdict.checks), name="pressbox", time=f"{verdict.seconds:.3f}")
    for table, checks in by_table(verdict).items():
        suite = ET.SubElement(root, "testsuite", _counts(checks), name=table)
        for check in checks:
            case = ET.SubElement(suite, "testcase", classname=f"pressbox.{table}", name=check.name)
            _tell_case(case, check)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _counts(checks: list[CheckResult]) -> dict[str, str]:
    stopping = [check for check in checks if check.stops_the_publish]
    errors = sum(check.error is not None for check in stopping)
    return {"tests": str(len(checks)), "failures": str(len(stopping) - errors), "errors": str(errors)}


def _tell_case(case: ET.Element, check: CheckResult) -> None:
    if check.success:
        return
    rows = "\n".join(json.dumps(_plain(row), ensure_ascii=False) for row in check.rows)
    if check.error is not None:
        told_by = ET.SubElement(case, "error", type="error", message=_printable(check.error))
    elif check.stops_the_publish:
        told_by = ET.SubElement(case, "failure", type=check.severity, message=_printable(check.reason))
    else:
        told_by = ET.SubElement(case, "system-out")
        rows = f"{check.severity}: {check.reason}\n{told(check, len(check.rows))}\n{rows}"
    told_by.text = _printable(rows)


def _printable(text: str) -> str:
    """The text without the control characters that XML has no form for."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)


def as_json(verdict: Verdict) -> str:
    """The whole verdict for programs; rows as objects, days and times as ISO text."""
    document = {
        "verdict": "refuse" if verdict.refused else "publish",
        "success": verdict.success,
        "quarantined": verdict.quarantined,
        "seconds": round(verdict.seconds, 3),
        "checks": [_record(check) for check in verdict.checks],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _record(check: CheckResult) -> dict[str, Any]:
    return {
        "table": check.table,
        "name": check.name,
        "severity": check.severity,
        "success": check.success,
        "n_looked_at": check.n_looked_at,
        "n_unexpected": check.n_unexpected,
        "n_quarantined": check.n_quarantined,
        "error": check.error,
        "reason": check.reason,
        "rows": [_plain(row) for row in check.rows],
    }


def _plain(row: Row) -> Row:
    return {column: _jsonable(value) for column, value in row.items()}


def _jsonable(value: Any) -> Any:
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list):
        return [_jsonable(item) for item in value]
    return str(value)
