"""What several tests share: the sample corpus, built once by the command line as a user would.

`make test` deals the tests out to one process a core; pytest called by hand runs them in its own.
"""

import atexit
import gc
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

# Thousands of short texts are read: few cycles arise, and looking for them costs a tenth of the run.
gc.set_threshold(50_000, 50, 100)

ROOT = Path(__file__).resolve().parent.parent
PRESSBOX = Path(sys.executable).with_name("pressbox")
_WORKER = os.environ.get("PYTEST_XDIST_WORKER")
_ended: list[pytest.Session] = []

if _WORKER and "PREFECT_HOME" not in os.environ:  # servers that start at once on one fresh database hinder each other
    os.environ["PREFECT_HOME"] = str(ROOT / ".prefect" / _WORKER)
    Path(os.environ["PREFECT_HOME"]).mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of `raw/` and the `warehouse/` that `pressbox run` made of it: the place to try commands in.

    Do not change what lies in it; a test that writes copies it first. All processes share one, which the first builds.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if _WORKER else base) / "desk"
    with FileLock(f"{folder}.lock"):
        if not (folder / "warehouse" / "evidence.html").exists():
            shutil.copytree(ROOT / "raw", folder / "raw", dirs_exist_ok=True)
            subprocess.run([PRESSBOX, "run", "raw", "--quiet"], cwd=folder, env=plain_environment(), check=True)
    return folder


def plain_environment() -> dict[str, str]:
    """The environment for a command whose output is compared: a wide page, no colours."""
    return os.environ | {"COLUMNS": "120", "NO_COLOR": "1", "TERM": "dumb"}


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Remember the session, whose exit status is the last word below."""
    _ended.append(session)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave at once after pytest's closing line, so that it is the last one.

    When the interpreter takes its modules down, the bindings of a dependency print pages about objects that are still
    alive, whether tests pass or fail. What is registered to run at exit runs all the same. A run that never came to
    its tests (wrong words on its command line) ends in pytest's own way, with pytest's own exit code.
    """
    if not _ended:
        return
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(int(_ended[-1].exitstatus))
