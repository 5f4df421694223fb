"""`.ci/install`, which the two commands call, says in one line what is missing and leaves what stands alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


# Stands in for uv, so that no test waits for an environment: `uv venv --quiet --python X FOLDER` links X, the rest does
# nothing.
STAND_IN = """#!/bin/sh
[ "$1" = venv ] || exit 0
mkdir -p "$5/bin" && ln -s "$4" "$5/bin/python"
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with nothing in it but what installs, and a lock that needs nothing."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "install", tmp_path / ".ci" / "install")
    (tmp_path / "empty.lock").write_text("# nothing to install\n")
    uv = tmp_path / "bin" / "uv"
    uv.parent.mkdir()
    uv.write_text(STAND_IN)
    uv.chmod(0o755)
    return tmp_path


def install(checkout: Path, python: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHON": python, "PATH": f"{checkout / 'bin'}:{os.environ['PATH']}"}
    return subprocess.run(
        [str(checkout / ".ci" / "install"), "environment", "empty.lock"],
        env=environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("python", ["false", "no-such-python"])
def test_an_interpreter_that_does_not_serve_is_named_in_one_line(checkout: Path, python: str) -> None:
    refused = install(checkout, python)
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert refused.stderr.startswith(f"pressbox: PYTHON={python} does not run")
    assert not (checkout / "environment").exists()


def test_a_second_call_installs_nothing_and_an_interrupted_one_starts_again(checkout: Path) -> None:
    environment = checkout / "environment"
    assert "installing empty.lock" in install(checkout, sys.executable).stderr
    leftover = environment / "leftover"
    leftover.touch()
    assert install(checkout, sys.executable).stderr == ""
    assert leftover.exists()
    (environment / ".packages").unlink()
    assert "installing empty.lock" in install(checkout, sys.executable).stderr
    assert not leftover.exists()


def test_a_lock_that_changed_is_installed_from_nothing(checkout: Path) -> None:
    install(checkout, sys.executable)
    (checkout / "empty.lock").write_text("# still nothing, but otherwise\n")
    assert "installing empty.lock" in install(checkout, sys.executable).stderr
