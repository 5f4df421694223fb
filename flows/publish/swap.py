"""The staged file becomes the published one, whole or not at all; where the disk refuses, the old one stays.

`.next.duckdb` goes in, `pressbox.duckdb` comes out by one rename after everything is on the disk. A program that has
the old file open goes on reading the old one until it opens the file again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from flows.errors import PressboxError
from flows.places import DATABASE


def publish(staged: Path, warehouse: Path) -> None:
    """Make the staged file the published one. Raises PressboxError if the disk refuses; the old file then stays."""
    target = warehouse / DATABASE
    with writing(staged):
        with duckdb.connect(str(staged)) as con:
            con.execute("checkpoint")
        _flush(staged)
        # What another program wrote into the old file and never saved would make the new one unreadable.
        _log_of(target).unlink(missing_ok=True)
        os.replace(staged, target)
        if os.name == "posix":
            _flush(warehouse)


def discard(staged: Path) -> None:
    """Remove a staged file and what DuckDB keeps beside it, if there is one."""
    for path in (staged, _log_of(staged)):
        path.unlink(missing_ok=True)
    shutil.rmtree(staged.with_name(staged.name + ".tmp"), ignore_errors=True)


@contextmanager
def writing(staged: Path) -> Iterator[None]:
    """Says in one line that the disk refuses, and leaves no half-written file behind."""
    try:
        yield
    except (duckdb.IOException, OSError) as error:
        with suppress(OSError):
            discard(staged)
        cause = str(error).partition("\n")[0]
        raise PressboxError(
            f"{staged}: cannot be written ({cause}). The published warehouse is as it was. "
            "Make room, or see to it that the folder may be written to, and run again."
        ) from error


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + ".wal")
