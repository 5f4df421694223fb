"""What several tests share: the sample corpus, built once by the command line as a user would."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
