"""A run that ends itself in the middle, for `test_crash.py`: `python -m tests.killed_run POINT SIGNAL RAW WAREHOUSE`.

POINT names the function at whose call the signal is sent. The process id of its server is printed first, where the run
starts one.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flows import chunks, publish
from flows.etl import run
from flows.server import temporary_server
from tests.few_checks import with_few_checks

POINTS = {
    "reading": (chunks, "_write"),
    "resolving": (publish, "stage_resolved"),
    "publishing": (os, "replace"),
}


def main(point: str, name: str, raw: str, warehouse: str) -> None:
    with_few_checks(setattr)
    if "PREFECT_API_URL" not in os.environ:
        print(temporary_server()._process.pid, flush=True)
    module, function = POINTS[point]
    real = getattr(module, function)
    setattr(module, function, _ending(real, signal.Signals[name], before=point == "publishing"))
    run(Path(raw), Path(warehouse))


def _ending(real: Callable[..., Any], number: signal.Signals, before: bool) -> Callable[..., Any]:
    """The same function, with the signal after its work is done, or before it at the last rename of all."""

    def wrapped(*args: Any, **keywords: Any) -> Any:
        if before and Path(args[1]).name != "pressbox.duckdb":
            return real(*args, **keywords)
        result = None if before else real(*args, **keywords)
        os.kill(os.getpid(), number)
        time.sleep(60)
        return result

    return wrapped


if __name__ == "__main__":
    main(*sys.argv[1:])
