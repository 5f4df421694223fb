"""How far a run has come: a bar on a terminal, plain lines in a log, nothing when quiet.

A run calls `progress(stage, done, total)`; it may call as often as it likes. All of this goes to standard error, so
that what a command prints stays clean.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int], None]
"""What a run calls: the stage, how much of it is done, how much there is."""


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
    """One line when a stage begins, and one each further quarter of a long one."""

    def __init__(self) -> None:
        self._told = ("", -1)

    def __call__(self, stage: str, done: int, total: int) -> None:
        quarter = 4 * done // total if total > 1 else 0
        if (stage, quarter) != self._told and (stage != self._told[0] or quarter > self._told[1]):
            self._told = (stage, quarter)
            print(f"{stage} {done:,} of {total:,}" if total > 1 else stage, file=sys.stderr, flush=True)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def progress(stage: str, done: int, total: int) -> None:
            bar.update(task, description=f"{stage:<9}", completed=done, total=total or None)

        yield progress
