"""How far a run has come: a bar on a terminal, plain lines in a log, nothing when quiet.

A run calls `progress(stage, done, total)`; it may call as often as it likes. All of this goes to standard error, so
that what a command prints stays clean.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int], None]
"""What a run calls: the stage, how much of it is done, how much there is."""

_SECONDS = 5.0


@contextmanager
def told(is_quiet: bool) -> Iterator[Progress]:
    """The progress to hand to a run; the bar is gone when the run is over."""
    if is_quiet:
        yield _silent
    elif sys.stderr.isatty():
        with _bar() as progress:
            yield progress
    else:
        yield _Lines()


def _silent(stage: str, done: int, total: int) -> None:
    return None


class _Lines:
    """One line when a stage begins, then one every five seconds while it lasts."""

    def __init__(self) -> None:
        self._stage, self._told_at = "", 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self._stage:
            self._tell(stage, f"{stage} ({total:,})" if total > 1 else stage)
        elif time.monotonic() - self._told_at > _SECONDS:
            self._tell(stage, f"{stage} {done:,} of {total:,}")

    def _tell(self, stage: str, line: str) -> None:
        self._stage, self._told_at = stage, time.monotonic()
        print(line, file=sys.stderr, flush=True)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[told]}"), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None, told="")

        def progress(stage: str, done: int, total: int) -> None:
            told = f"{done:,} of {total:,}" if total > 1 else ""
            bar.update(task, description=f"{stage:<8}", completed=done, total=total if told else None, told=told)

        yield progress
