"""What is to be checked: `expectations/TABLE.json` and the SQL of `sql/checks/` that it names, as rules.

A suite is in Great Expectations' own format and written by hand. An expectation whose `meta` has `"check": "NAME"`
leaves its `kwargs` empty: its query stands once, in `sql/checks/NAME.sql`, and is put in here. A suite that lacks a
part that the reports and the quarantine need is an error before anything runs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.errors import PressboxError
from flows.places import EXPECTATIONS, SQL

SEVERITIES = ("critical", "warning", "info")
QUERY = "unexpected_rows_query"


@dataclass(frozen=True, slots=True)
class Rule:
    """One expectation: `spec` is what Great Expectations gets, the rest what Pressbox does with its outcome."""

    name: str
    key: tuple[str, ...]
    severity: str
    reason: str
    looked_at: str | None
    spec: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Suite:
    """The rules of one table, and the columns that are shown with every offending row."""

    table: str
    path: Path
    show: list[str]
    rules: list[Rule]


def load_suite(table: str, expectations: Path | None = None, checks: Path | None = None) -> Suite:
    """The suite of a table. Raises PressboxError if the file is missing or says something that cannot be run."""
    path = (expectations or EXPECTATIONS) / f"{table}.json"
    spec = _read(path)
    rules = [_rule(path, entry, checks or SQL / "checks") for entry in spec["expectations"]]
    names = [rule.name for rule in rules]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise PressboxError(f"{path}: two expectations are named {', '.join(twice)}; give each its own meta.name")
    return Suite(table, path, list(spec.get("meta", {}).get("show", [])), rules)


def _read(path: Path) -> dict[str, Any]:
    try:
        spec = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise PressboxError(f"{path} is missing: each table that is checked needs its suite") from None
    except json.JSONDecodeError as error:
        raise PressboxError(f"{path}, line {error.lineno}: not JSON ({error.msg})") from None
    if not isinstance(spec, dict) or not spec.get("name") or not spec.get("expectations"):
        raise PressboxError(f"{path}: a suite needs a name and at least one expectation")
    return spec


def _rule(path: Path, entry: dict[str, Any], checks: Path) -> Rule:
    meta: dict[str, Any] = entry.get("meta") or {}
    lacking = [part for part, there in _required(entry, meta).items() if not there]
    if lacking:
        raise PressboxError(f"{path}: expectation {meta.get('name') or entry.get('type')} lacks {', '.join(lacking)}")
    name, key = meta["name"], meta["key"]
    columns = (key,) if isinstance(key, str) else tuple(key)
    if entry["severity"] == "warning" and len(columns) != 1:
        raise PressboxError(f"{path}: {name} is a warning, so its key must be one column, by which rows are moved")
    spec = {**entry, "kwargs": _kwargs(path, entry, checks)}
    return Rule(name, columns, entry["severity"], entry["description"], meta.get("looked_at"), spec)


def _required(entry: dict[str, Any], meta: dict[str, Any]) -> dict[str, bool]:
    return {
        "type": bool(entry.get("type")),
        "kwargs": isinstance(entry.get("kwargs"), dict),
        "description (the reason)": bool(entry.get("description")),
        f"severity ({', '.join(SEVERITIES)})": entry.get("severity") in SEVERITIES,
        "meta.name": bool(meta.get("name")),
        "meta.key": bool(meta.get("key")),
    }


def _kwargs(path: Path, entry: dict[str, Any], checks: Path) -> dict[str, Any]:
    check = entry["meta"].get("check")
    if check is None:
        return dict(entry["kwargs"])
    if QUERY in entry["kwargs"]:
        raise PressboxError(f"{path}: {entry['meta']['name']} has both a query and meta.check; leave kwargs empty")
    try:
        sql = (checks / f"{check}.sql").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PressboxError(f"{path}: {entry['meta']['name']} names {checks / check}.sql, which is not there") from None
    return {**entry["kwargs"], QUERY: as_expectation_query(sql)}


def as_expectation_query(sql: str) -> str:
    """A plain query as Great Expectations takes it: braces doubled, comments of the head left out, {batch} named.

    Without a {batch} in it Great Expectations prints a line to standard output.
    """
    lines = [line for line in sql.strip().rstrip(";").splitlines() if not line.startswith("--")]
    body = "\n".join(lines).replace("{", "{{").replace("}", "}}")
    return f"/* {{batch}} */\n{body}"
