"""A run that is killed, wherever it stands, leaves the published warehouse as it was and the next one free to work."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from flows.etl import run
from flows.server import temporary_server
from tests.conftest import ROOT
from tests.few_checks import with_few_checks
from tests.killed_run import POINTS

BEFORE = "Northbridge Rovers beat Harrow Vale 3-1 on Tuesday. Elio Varga scored twice.\n"
AFTER = BEFORE + "Quill Town beat Northbridge Rovers 2-0 on Saturday.\n"


@pytest.fixture(scope="module", autouse=True)
def few_checks() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        with_few_checks(patch.setattr)
        yield


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a published warehouse and a raw folder that has changed since."""
    folder = tmp_path_factory.mktemp("crash")
    (folder / "raw").mkdir()
    (folder / "raw" / "a.txt").write_text(BEFORE, encoding="utf-8")
    assert not run(folder / "raw", folder / "warehouse").refused
    (folder / "raw" / "a.txt").write_text(AFTER, encoding="utf-8")
    return folder


def killed(desk: Path, point: str, name: str, with_server: bool = False) -> subprocess.CompletedProcess[str]:
    """What became of a run that ends itself at this point, beside our server or with one that it starts by itself."""
    words = [sys.executable, "-m", "tests.killed_run", point, name, str(desk / "raw"), str(desk / "warehouse")]
    ours = {} if with_server else {"PREFECT_API_URL": temporary_server().wait_until_up()}
    return subprocess.run(
        words, cwd=ROOT, env=os.environ | ours, capture_output=True, text=True, timeout=200, check=False
    )


def is_running(process: int) -> bool:
    """Whether there is such a process; one that has ended and that nobody has buried yet does not count."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    record = Path(f"/proc/{process}/stat")
    return not (record.exists() and record.read_text().rpartition(")")[2].split()[0] == "Z")


def fingerprint(warehouse: Path) -> str:
    return hashlib.sha256((warehouse / "pressbox.duckdb").read_bytes()).hexdigest()


@pytest.mark.parametrize("point", POINTS)
def test_a_run_that_is_killed_leaves_the_published_warehouse_as_it_was(desk: Path, point: str) -> None:
    warehouse = desk / "warehouse"
    before = fingerprint(warehouse)
    reports = (warehouse / "validation" / "validation.json").read_bytes()
    with duckdb.connect(str(warehouse / "pressbox.duckdb"), read_only=True) as reader:
        run_of_its_own = killed(desk, point, "SIGKILL", with_server=point == "reading")
        assert run_of_its_own.returncode == -9
        assert reader.execute("select count(*) from documents").fetchall() == [(1,)]
    assert fingerprint(warehouse) == before
    assert (warehouse / "validation" / "validation.json").read_bytes() == reports, "they tell of what is published"
    for server in map(int, run_of_its_own.stdout.split()):
        assert ends_soon(server), "the temporary server ends with the run that started it"


def ends_soon(process: int) -> bool:
    give_up_at = time.monotonic() + 30
    while is_running(process) and time.monotonic() < give_up_at:
        time.sleep(0.2)
    return not is_running(process)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_run_that_is_stopped_clears_up_behind_itself(desk: Path, name: str) -> None:
    before = fingerprint(desk / "warehouse")
    stopped = killed(desk, "resolving", name)
    assert stopped.returncode != 0
    assert stopped.stderr.rstrip().endswith("KeyboardInterrupt"), "the command line makes one line of it"
    assert fingerprint(desk / "warehouse") == before
    assert not list((desk / "warehouse").glob(".next.duckdb*"))
    assert not (desk / "warehouse" / ".parts").exists()


def test_the_next_run_clears_what_a_killed_one_left_and_publishes(desk: Path, tmp_path: Path) -> None:
    shutil.copytree(desk, tmp_path, dirs_exist_ok=True)
    warehouse = tmp_path / "warehouse"
    (warehouse / ".parts" / "000000.tmp").mkdir(parents=True)
    (warehouse / ".next.duckdb").write_bytes(b"half a file")
    (warehouse / ".next.duckdb.wal").write_bytes(b"and its log")
    assert run(tmp_path / "raw", warehouse).load["files_changed"] == 1
    published = [".lock", "dictionary.md", "evidence.html", "pressbox.duckdb", "validation"]
    assert sorted(os.listdir(warehouse)) == published
    with duckdb.connect(str(warehouse / "pressbox.duckdb"), read_only=True) as con:
        assert con.execute("select text from articles").fetchall()[0][0].strip() == AFTER.strip()
