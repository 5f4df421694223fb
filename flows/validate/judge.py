"""Does a table meet its suite? The only file that knows Great Expectations, imported when it is needed (2 s).

A read-only DuckDB file and suites go in, CheckResults and Data Docs pages come out. Great Expectations judges, on our
own connection; which rows offend is then asked of the same connection, because it hands over 200 of them at the most.
Two of its habits are met here: it drops a rule of unknown type with no more than a log line (rules are counted), and it
takes a rule that raises for one that fails (what it raised is looked up).
"""

from __future__ import annotations

import atexit
import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.errors import PressboxError
from flows.validate.buffered import BufferedConnection
from flows.validate.suites import QUERY, Rule, Suite
from flows.validate.verdict import CheckResult, Row

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SHOWN = 20


class Judge:
    """A file opened for one round of judging; use as `with open_judge(database) as judge`."""

    def __init__(self, connection: DuckDBPyConnection, source: Any) -> None:
        self._connection = connection
        self._source = source

    def judge(self, suite: Suite) -> tuple[list[CheckResult], Any]:
        """The results of the table's rules in the order of the suite, and Great Expectations' own record of them."""
        if not self._rows(f"select 1 from duckdb_columns() where table_name = '{suite.table}'"):
            raise PressboxError(f"the file has no table {suite.table}: build it anew with `pressbox run --full`")
        asset = self._source.add_table_asset(suite.table, table_name=suite.table)
        batch = asset.add_batch_definition_whole_table("all").get_batch()
        on_columns = [rule for rule in suite.rules if QUERY not in rule.spec["kwargs"]]
        index = dict.fromkeys(column for rule in on_columns for column in (*rule.key, *suite.show))
        outcome = batch.validate(
            _understood(suite),
            result_format={
                "result_format": "COMPLETE",
                "unexpected_index_column_names": list(index),
                "partial_unexpected_count": SHOWN,
            },
        )
        by_name = {result.expectation_config.meta["name"]: result for result in outcome.results}
        return [self._result(suite.table, rule, by_name[rule.name]) for rule in suite.rules], outcome

    def _result(self, table: str, rule: Rule, outcome: Any) -> CheckResult:
        error = _raised(outcome.exception_info)
        rows = [] if outcome.success or error else self._offending(table, rule, outcome.result)
        return CheckResult(
            table=table,
            name=rule.name,
            severity=rule.severity,
            success=bool(outcome.success),
            n_unexpected=int(outcome.result.get("unexpected_count") or len(rows)) if rows else 0,
            rows=rows,
            reason=rule.reason,
            key=rule.key,
            n_looked_at=None if error else self._looked_at(rule, outcome.result),
            error=error,
        )

    def _offending(self, table: str, rule: Rule, result: dict[str, Any]) -> list[Row]:
        """All offending rows of a query or a warning; the first ones of a rule on a column whose rows stay."""
        if QUERY in rule.spec["kwargs"]:
            return self._rows(rule.spec["kwargs"][QUERY].format(batch=table))
        if rule.severity == "warning":
            return self._rows(result["unexpected_index_query"])
        return list(result.get("unexpected_index_list") or [{"observed_value": result.get("observed_value")}])

    def _looked_at(self, rule: Rule, result: dict[str, Any]) -> int | None:
        if rule.looked_at is not None:
            return int(next(iter(self._rows(rule.looked_at)[0].values())))
        if "element_count" in result:
            return int(result["element_count"]) - int(result.get("missing_count") or 0)
        return None

    def _rows(self, query: str) -> list[Row]:
        cursor = self._connection.cursor().execute(query)
        columns = [column[0] for column in cursor.description or []]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


@contextmanager
def open_judge(database: Path) -> Iterator[Judge]:
    """A judge of the file. Raises PressboxError if the file cannot be opened read-only."""
    import duckdb

    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    try:
        connection = duckdb.connect(str(database), read_only=True)
    except duckdb.Error as error:
        why = str(error).splitlines()[0]
        raise PressboxError(f"{database} cannot be opened for its checks; close whatever has it open ({why})") from None
    try:
        with _great_expectations_on(connection) as source:
            yield Judge(connection, source)
    finally:
        connection.close()


@contextmanager
def _great_expectations_on(connection: DuckDBPyConnection) -> Iterator[Any]:
    """Great Expectations' data source for a connection; it lets go of the connection when the block ends."""
    _emptied_at_exit()
    import great_expectations as gx
    from great_expectations.data_context.data_context.context_factory import project_manager

    lent = [connection]
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    source = context.data_sources.add_sql(
        "pressbox", connection_string="duckdb://", kwargs={"creator": lambda: BufferedConnection(lent[0])}
    )
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Did not recognize type")  # lists: the dialect knows none
            yield source
    finally:
        for engine in (source.get_execution_engine().engine, source.get_engine()):
            engine.dispose()
        project_manager.set_project(None)
        lent.clear()


@cache
def _emptied_at_exit() -> None:
    """Have SQLAlchemy's DuckDB dialect let go of DuckDB at exit.

    Great Expectations holds on to the dialect until after DuckDB has gone, which would then print a hundred lines.
    """
    import duckdb_engine

    atexit.register(vars(duckdb_engine).clear)


def _understood(suite: Suite) -> Any:
    import great_expectations as gx

    log = logging.getLogger("great_expectations")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        understood = gx.ExpectationSuite(name=suite.table, expectations=[rule.spec for rule in suite.rules])
    except Exception as error:  # whatever its models raise on wrong arguments: all of them are mistakes in the suite
        raise PressboxError(f"{suite.path}: {' '.join(str(error).split())}") from error
    finally:
        log.setLevel(level)
    if dropped := {rule.name for rule in suite.rules} - {e.meta["name"] for e in understood.expectations}:
        raise PressboxError(f"{suite.path}: Great Expectations does not know the type of {', '.join(sorted(dropped))}")
    return understood


def _raised(info: dict[str, Any] | None) -> str | None:
    """The first message of a rule that raised: its own or, one a metric, of what it needed."""
    entries = [info] if info and "raised_exception" in info else list((info or {}).values())
    for entry in entries:
        if isinstance(entry, dict) and entry.get("raised_exception"):
            return " ".join(str(entry.get("exception_message")).split())
    return None


def page(outcome: Any) -> str:
    """Great Expectations' Data Docs page of one table, as HTML that still links to the web."""
    from great_expectations.render.renderer import ValidationResultsPageRenderer

    return str(_view().render(ValidationResultsPageRenderer().render(outcome)))


@cache
def _view() -> Any:
    """One view for all pages: each view compiles its templates anew, which takes longer than all else together."""
    from great_expectations.render.view import DefaultJinjaPageView

    return DefaultJinjaPageView()
