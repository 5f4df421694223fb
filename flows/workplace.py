"""Where a run works: inside the warehouse folder, alone, and with nothing left over from one that was killed.

The published file, the staged one beside it and the parts that the readers write all lie in this folder, so that the
last step is one rename on one disk. Whoever holds the folder's lock may write there; the lock goes with the process.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from flows.errors import PressboxError
from flows.places import STAGED

_PARTS = ".parts"
_LOCK = ".lock"


@contextmanager
def held(warehouse: Path) -> Iterator[Path]:
    """Hold the folder for one run; gives the place for parts. The same process may hold it twice.

    Raises PressboxError at once when another run holds it or when nothing can be written there.
    """
    try:
        warehouse.mkdir(parents=True, exist_ok=True)
        lock = FileLock(warehouse / _LOCK, timeout=0, is_singleton=True, thread_local=False)
        lock.acquire()
    except Timeout as error:
        raise PressboxError(f"another run is at work in {warehouse}: wait until it is done.") from error
    except (FileExistsError, NotADirectoryError) as error:
        raise PressboxError(f"{warehouse} is or leads through a file: name a folder for the warehouse.") from error
    except OSError as error:
        raise PressboxError(f"{warehouse}: nothing can be written there ({error.strerror or error}).") from error
    try:
        _clear(warehouse)
        yield warehouse / _PARTS
    finally:
        _clear(warehouse)
        lock.release()


def _clear(warehouse: Path) -> None:
    shutil.rmtree(warehouse / _PARTS, ignore_errors=True)
    for leftover in warehouse.glob(f"{STAGED}*"):
        leftover.unlink(missing_ok=True)
