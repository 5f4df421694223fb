"""The one flow of Pressbox: raw football news in, a validated warehouse out. Read this file first.

A folder of texts becomes documents, documents become claims, claims become matches, ties, goals and statistics; what
the checks let pass is published by one rename. Each stage is one task: a task costs Prefect more than reading a file
costs us, so the many files are handled inside `read`, by processes of our own. The flow is async because Prefect lets
a sync one wait a second for its heartbeat.
"""

from __future__ import annotations

import asyncio
import importlib
import signal
import threading
import time
import traceback
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from flows import chunks, ingest, publish, reference, resolve, run_page, validate
from flows.chunks import Reading
from flows.errors import PressboxError
from flows.fingerprint import fingerprint, reading_rules
from flows.incremental import Document, Plan
from flows.outcome import RunSummary
from flows.places import DATABASE
from flows.reference import Reference
from flows.report.dictionary import write_dictionary
from flows.report.evidence import write_evidence
from flows.report.summary import run_lines
from flows.report.totals import claims_by_kind, last_load, official_findings, totals
from flows.server import temporary_server
from flows.settings import quieten_prefect, settings
from flows.validate import Verdict
from flows.workplace import held

quieten_prefect()  # Prefect reads its environment when it is imported

from prefect import flow, task  # noqa: E402
from prefect.artifacts import acreate_markdown_artifact, acreate_table_artifact  # noqa: E402
from prefect.cache_policies import NO_CACHE  # noqa: E402
from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: E402

Progress = Callable[[str, int, int], None]
"""What a run calls as it goes: the stage, how much of it is done, how much there is."""


class RefusedError(PressboxError):
    """A critical check failed: the run page shows the run as failed, and the published warehouse stays as it was."""

    def __init__(self, summary: RunSummary) -> None:
        super().__init__("a critical check failed: the published warehouse is as it was before")
        self.summary = summary

    def __reduce__(self) -> tuple[type[PressboxError], tuple[str]]:
        return PressboxError, (str(self),)  # Prefect pickles it to disk, with the reports that hang on the summary


async def tell(flow: Any, flow_run: Any, state: Any) -> None:
    """What the command line would print, into the log of whoever runs the deployment."""
    if flow_run.deployment_id is None:
        return
    result = await state.aresult(raise_on_failure=False)
    summary = result.summary if isinstance(result, RefusedError) else result
    lines = run_lines(summary) if isinstance(summary, RunSummary) else [str(result)]
    print("\n".join(f"{flow_run.name}: {line}" for line in lines), flush=True)


@flow(name="pressbox", persist_result=False, on_completion=[tell], on_failure=[tell], on_crashed=[tell])
async def pressbox(
    raw: str = "raw", warehouse: str = "warehouse", full: bool = False, official: list[str] | None = None
) -> RunSummary:
    """Read what is new in `raw`, build the warehouse beside the published one, check it, let it take its place.

    `official` names files of official results that this run, and no later one, holds the facts against.
    """
    _start_the_clock()
    folder = Path(warehouse)
    with held(folder) as parts:
        results = consult([Path(name) for name in official or []])
        plan = survey(Path(raw), folder, full)
        if plan.is_idle and _stands(folder, results.mark):
            return _summary(folder / DATABASE, folder, plan, None, results.mark)
        reading = read(plan.to_read, parts)
        plan = plan.with_refusals(reading.refusals)
        staged = stage(folder, plan, reading.parts)
        verdict = check(staged, validate.CLAIMS)
        if not verdict.refused:
            link(staged, folder)
            compare(staged, results)
            verdict = validate.together([verdict, check(staged, validate.RESOLVED)])
        summary = _summary(staged, folder, plan, verdict, results.mark)
        if verdict.refused:
            validate.write_reports([verdict], summary.reports)
            await show(summary)
            publish.record_refusal(folder, summary.load)
            raise RefusedError(summary)
        put_out(staged, folder, summary.load)
        validate.write_reports([verdict], summary.reports)  # after the swap: they never tell of what was not published
        summary = replace(summary, notes=describe(folder))
        await show(summary)
        return summary


def run(
    raw: Path, warehouse: Path, full: bool = False, progress: Progress | None = None, official: tuple[Path, ...] = ()
) -> RunSummary:
    """Run the flow from the command line or a script, with a Prefect server of its own where the user has none.

    Returns the summary, of a refused run too. Raises PressboxError for whatever else a user can mend.
    """
    caller = _caller.set(_Caller(progress or _silently, time.monotonic()))
    try:
        ingest.must_be_folder(raw)
        with held(warehouse), _stopped_by_signals(), _explained(warehouse), _server():
            return asyncio.run(pressbox(str(raw), str(warehouse), full, [str(path) for path in official]))
    except RefusedError as refused:
        return refused.summary
    finally:
        _caller.reset(caller)


def _passes(_task: Any, _run: Any, state: Any) -> bool:
    """Whether trying again may help: the disk or the network file system stumbled, and nobody has to act."""
    return isinstance(state.data, OSError)


@task(cache_policy=NO_CACHE)
def consult(official: list[Path]) -> Reference:
    """Read the official results, if there are any: a file that is no such thing is told of before all else."""
    return reference.read_references(official)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[1, 5], retry_condition_fn=_passes)
def survey(raw: Path, warehouse: Path, full: bool) -> Plan:
    """Look at every file, read none, and compare with what is published."""
    known = publish.known_documents(warehouse)
    published = {row["sha256"]: row["document"] for row in known.iter_rows(named=True) if row["status"] == "read"}
    found = ingest.survey(raw, settings().limit_bytes, published, _told("survey"))
    return ingest.plan(found, known, reading_rules(), full)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[1, 5], retry_condition_fn=_passes)
def read(documents: list[Document], parts: Path) -> Reading:
    """Read the new and changed files into Parquet parts."""
    return chunks.read_documents(documents, parts, settings(), _told("read"))


@task(cache_policy=NO_CACHE)
def stage(warehouse: Path, plan: Plan, parts: list[Path]) -> Path:
    """Put documents and claims, new ones and carried ones, into the file that is to be published."""
    _told("stage")(0, 1)
    return publish.stage_claims(warehouse, plan, parts)


@task(cache_policy=NO_CACHE)
def check(staged: Path, tables: list[str]) -> Verdict:
    """Judge the tables; move what a warning names out of the way."""
    _told("check")(0, 1)
    return validate.validate(staged, tables, None, publish.quarantine)


@task(cache_policy=NO_CACHE)
def link(staged: Path, warehouse: Path) -> None:
    """Make of what the articles claim the matches, ties, goals and statistics that all of them together tell."""
    _told("resolve")(0, 1)
    resolved = resolve.resolve(publish.claim_frames(staged), publish.previous_links(warehouse))
    publish.stage_resolved(staged, resolved)


@task(cache_policy=NO_CACHE)
def compare(staged: Path, official: Reference) -> None:
    """Hold what was made of the articles against official results."""
    _told("compare")(0, 1)
    publish.verify(staged, official.results, official.problems)


@task(cache_policy=NO_CACHE)
async def show(summary: RunSummary) -> None:
    """Leave counts, verdict and failing rows on the run's page."""
    await acreate_table_artifact(run_page.counts(summary), key="pressbox-counts")
    await acreate_markdown_artifact(run_page.verdict(summary), key="pressbox-verdict")
    await acreate_table_artifact(run_page.failing_rows(summary.verdict), key="pressbox-failing-checks")


@task(cache_policy=NO_CACHE)
def put_out(staged: Path, warehouse: Path, load: dict[str, Any]) -> None:
    """Record the load in the staged file and let it take the published one's place."""
    _told("publish")(0, 1)
    publish.record_load(staged, load)
    publish.publish(staged, warehouse)


@task(cache_policy=NO_CACHE)
def describe(warehouse: Path) -> tuple[str, ...]:
    """Bring the dictionary and the evidence page in step with what was published; where that cannot be, says why."""
    _told("describe")(0, 1)
    notes = []
    for write in (write_dictionary, write_evidence):
        try:
            write(warehouse)
        except PressboxError as error:
            notes.append(f"left as it was: {error}")
    return tuple(notes)


def _stands(warehouse: Path, mark: str) -> bool:
    """Whether the published warehouse is what this version of Pressbox would build, reports and all."""
    last = last_load(warehouse / DATABASE)
    if last is None or last["rules"] != fingerprint() or (last.get("reference") or "") != mark:
        return False
    return (warehouse / "validation").is_dir()


def _summary(database: Path, warehouse: Path, plan: Plan, verdict: Verdict | None, mark: str) -> RunSummary:
    began = _caller.get().began
    load = {
        "run_id": str(uuid.uuid4()),
        "started_at": datetime.fromtimestamp(time.time() - (time.monotonic() - began), UTC),
        "rules": fingerprint(),
        "reference": mark or None,
        "files_read": len(plan.to_read),
        "files_new": len(plan.new),
        "files_changed": len(plan.changed),
        "files_unchanged": len(plan.unchanged) + len(plan.renamed),
        "files_removed": len(plan.removed),
        "files_refused": len(plan.reasons("refused")),
        **totals(database),
        "verdict": "refuse" if verdict and verdict.refused else "publish",
        "seconds": round(time.monotonic() - began, 3),
    }
    return RunSummary(
        load=load,
        claims=claims_by_kind(database),
        refusals=plan.reasons("refused"),
        duplicates=plan.reasons("duplicate"),
        renamed=plan.renamed,
        official=official_findings(database),
        verdict=verdict,
        database=warehouse / DATABASE,
        reports=warehouse / "validation",
    )


class _Caller(NamedTuple):
    """What a flow's parameters cannot hold, because Prefect records those."""

    progress: Progress
    began: float


def _silently(stage: str, done: int, total: int) -> None:
    return None


_caller: ContextVar[_Caller] = ContextVar("caller")


def _start_the_clock() -> None:
    """For a flow that no caller of ours began. A function, because a runner pickles the flow with its globals."""
    _caller.set(_caller.get(_Caller(_silently, time.monotonic())))


def _told(stage: str) -> Callable[[int, int], None]:
    progress = _caller.get().progress
    return lambda done, total: progress(stage, done, total)


@contextmanager
def _server() -> Iterator[None]:
    """Prefect's server: the user's where one is set, else our own, which comes up while the checks are imported."""
    if PREFECT_API_URL.value():
        yield
        return
    server = temporary_server()
    importlib.import_module("great_expectations")
    with temporary_settings({PREFECT_API_URL: server.wait_until_up()}):
        yield


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """Let Ctrl-C and a polite kill end the run at once: asyncio's own handler would wait for the task at work."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(_number: int, _frame: Any) -> None:
    raise KeyboardInterrupt


@contextmanager
def _explained(warehouse: Path) -> Iterator[None]:
    """Say plainly what an error from below means to the user."""
    try:
        yield
    except KeyboardInterrupt:
        raise
    except Exception as error:
        _let_go(error)
        if isinstance(error, PressboxError):
            raise
        told = str(error)
        if "No space left on device" in told:
            raise PressboxError(
                f"the disk that holds {warehouse} is full: make room and run again. "
                "The published warehouse is as it was."
            ) from error
        if "Failed to reach API" in told:
            raise PressboxError(
                f"Prefect's server at {PREFECT_API_URL.value()} does not answer: start it, or unset PREFECT_API_URL."
            ) from error
        raise


def _let_go(error: BaseException | None) -> None:
    """Take from an error what its frames hold: Prefect keeps it to the end, when DuckDB would list what is left."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
