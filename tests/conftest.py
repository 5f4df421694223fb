"""What several tests share: the sample corpus, built once by the command line as a user would."""

import atexit
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_exit_code = 0

ROOT = Path(__file__).resolve().parent.parent
PRESSBOX = Path(sys.executable).with_name("pressbox")


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of `raw/` and the `warehouse/` that `pressbox run` made of it: the place to try commands in.

    Do not change what lies in it; a test that writes copies it first.
    """
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "raw", folder / "raw")
    subprocess.run([PRESSBOX, "run", "raw", "--quiet"], cwd=folder, env=plain_environment(), check=True)
    return folder


def plain_environment() -> dict[str, str]:
    """The environment for a command whose output is compared: a wide page, no colours."""
    return os.environ | {"COLUMNS": "120", "NO_COLOR": "1", "TERM": "dumb"}


def pytest_sessionfinish(exitstatus: int) -> None:
    """Remember how the tests ended, for the last word below."""
    global _exit_code
    _exit_code = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave at once after pytest's closing line, so that it is the last one.

    When the interpreter takes its modules down, the bindings of a dependency print pages about objects that are still
    alive, whether tests pass or fail. What is registered to run at exit runs all the same.
    """
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(_exit_code)
