"""The flow from end to end, and its reading in processes: what it does with files that change, break or kill it."""

import importlib
import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from flows import chunks, etl, places, publish, validate
from flows.chunks import read_documents
from flows.encoding import UnreadableError
from flows.errors import PressboxError, UsageError
from flows.extract import extract_document
from flows.ingest import survey
from flows.server import temporary_server
from flows.settings import Settings, quieten_prefect, settings
from flows.validate.verdict import CheckResult, judged
from flows.workplace import held
from tests.conftest import ROOT
from tests.dying_reader import dying
from tests.few_checks import with_few_checks

ROVERS = "Northbridge Rovers beat Harrow Vale 3-1 on Tuesday. Elio Varga scored twice.\n"
QUILL = "Quill Town beat Harrow Vale 2-0 at home on Saturday.\n"
LATE = "Quill Town drew 1-1 with Northbridge Rovers on Sunday.\n"
MIB = 1 << 20


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def rows(warehouse: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(warehouse / places.DATABASE), read_only=True) as con:
        return con.execute(sql).fetchall()


def texts(warehouse: Path) -> dict[str, str]:
    return dict(rows(warehouse, "select document, string_agg(text, '' order by article) from articles group by all"))


@pytest.fixture
def few_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    with_few_checks(monkeypatch.setattr)


def test_two_files_become_a_warehouse_and_the_run_page_shows_what_came_of_it(tmp_path: Path) -> None:
    raw = write(tmp_path / "raw", rovers=ROVERS, quill=QUILL, copy=QUILL, empty="")
    told: list[str] = []
    summary = etl.run(raw, tmp_path / "warehouse", progress=lambda stage, done, total: told.append(stage))
    assert (summary.refused, summary.is_idle, summary.load["verdict"]) == (False, False, "publish")
    assert [summary.load[f"files_{what}"] for what in ("read", "new", "unchanged", "refused")] == [2, 2, 0, 1]
    assert summary.refusals == [("empty.txt", "is empty: put the text in or delete the file")]
    assert summary.duplicates == [("quill.txt", "holds the same text as copy.txt, where it is counted")]
    assert list(dict.fromkeys(told)) == [
        "survey",
        "read",
        "stage",
        "check",
        "resolve",
        "compare",
        "publish",
        "describe",
    ]
    assert {name: text.strip() for name, text in texts(tmp_path / "warehouse").items()} == {
        "copy.txt": QUILL.strip(),
        "rovers.txt": ROVERS.strip(),
    }
    assert rows(tmp_path / "warehouse", "select files_read, articles, verdict from loads") == [(2, 2, "publish")]
    assert (summary.reports / "validation.json").exists()
    shown = {artifact["key"]: artifact["data"] for artifact in artifacts()}
    assert set(shown) >= {"pressbox-counts", "pressbox-verdict", "pressbox-failing-checks"}
    assert {"what": "files read", "count": 2} in json.loads(shown["pressbox-counts"])
    assert "`empty.txt`: is empty" in shown["pressbox-verdict"]


def artifacts() -> list[dict[str, Any]]:
    """The latest artifacts of the server that the run had brought along."""
    question = urllib.request.Request(
        f"{temporary_server().address}/api/artifacts/filter",
        data=json.dumps({"sort": "CREATED_DESC", "limit": 3, "artifacts": {"key": {"like_": "pressbox"}}}).encode(),
        headers={"content-type": "application/json"},
    )
    with urllib.request.urlopen(question, timeout=20) as answer:
        return list(json.load(answer))


@pytest.mark.usefixtures("few_checks")
def test_a_later_run_touches_what_has_changed_and_nothing_else(tmp_path: Path) -> None:
    raw, warehouse = write(tmp_path / "raw", a=ROVERS, b=QUILL, c=LATE), tmp_path / "warehouse"
    etl.run(raw, warehouse)
    claims = rows(warehouse, "select claim_id, document, quote from match_claims where document = 'a.txt' order by all")
    before = (warehouse / places.DATABASE).stat().st_mtime_ns

    idle = etl.run(raw, warehouse)
    assert (idle.is_idle, idle.refused, idle.load["files_read"], idle.load["files_unchanged"]) == (True, False, 0, 3)
    assert idle.load["articles"] == 3
    assert (warehouse / places.DATABASE).stat().st_mtime_ns == before

    write(raw, b=QUILL + "It was their fifth win.\n")
    (raw / "c.txt").rename(raw / "late.txt")
    third = etl.run(raw, warehouse)
    assert (third.load["files_read"], third.load["files_changed"], third.load["files_unchanged"]) == (1, 1, 2)
    assert third.renamed == {"late.txt": "c.txt"}
    assert sorted(texts(warehouse)) == ["a.txt", "b.txt", "late.txt"]
    assert "fifth win" in texts(warehouse)["b.txt"]
    same = rows(warehouse, "select claim_id, document, quote from match_claims where document = 'a.txt' order by all")
    assert same == claims

    (raw / "b.txt").unlink()
    fourth = etl.run(raw, warehouse)
    assert (fourth.load["files_read"], fourth.load["files_removed"]) == (0, 1)
    assert sorted(texts(warehouse)) == ["a.txt", "late.txt"]
    for table in ("match_claims", "goal_claims", "number_mentions", "documents"):
        assert rows(warehouse, f"select count(*) from {table} where document in ('b.txt', 'c.txt')") == [(0,)]

    full = etl.run(raw, warehouse, full=True)
    assert (full.load["files_read"], full.load["files_new"], full.load["files_changed"]) == (2, 0, 0)
    assert rows(warehouse, "select count(*) from loads") == [(4,)]


@pytest.mark.usefixtures("few_checks")
def test_a_refused_run_publishes_nothing_and_says_which_check_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, warehouse = write(tmp_path / "raw", a=ROVERS), tmp_path / "warehouse"
    etl.run(raw, warehouse)
    before = texts(warehouse)
    assert (warehouse / "dictionary.md").exists() and (warehouse / "evidence.html").exists()
    failing = CheckResult("articles", "never", "critical", False, 1, [{"article_id": "x"}], "it never holds")
    monkeypatch.setattr(validate, "validate", lambda *_: judged([failing], 0.0, {}))
    write(raw, a=QUILL)
    summary = etl.run(raw, warehouse)
    assert (summary.refused, summary.load["verdict"]) == (True, "refuse")
    assert summary.failing == [failing]
    assert texts(warehouse) == before
    assert rows(warehouse, "select verdict, files_read from loads order by started_at") == [
        ("publish", 1),
        ("refuse", 1),
    ]
    assert not list(warehouse.glob(".next*"))
    assert "it never holds" in artifacts()[0]["data"]


@pytest.mark.usefixtures("few_checks")
def test_an_empty_folder_does_not_wipe_a_standing_warehouse(tmp_path: Path) -> None:
    raw, warehouse = write(tmp_path / "raw", a=ROVERS), tmp_path / "warehouse"
    etl.run(raw, warehouse)
    (raw / "a.txt").unlink()
    with pytest.raises(PressboxError, match="published warehouse holds 1: nothing was changed"):
        etl.run(raw, warehouse)
    assert list(texts(warehouse)) == ["a.txt"]


def test_a_missing_raw_folder_is_told_before_anything_is_started(tmp_path: Path) -> None:
    with pytest.raises(PressboxError, match="is not there: name the folder"):
        etl.run(tmp_path / "raw", tmp_path / "warehouse")
    assert not (tmp_path / "warehouse").exists()


def test_a_second_run_in_the_same_warehouse_is_turned_away_at_once(tmp_path: Path) -> None:
    raw, warehouse = write(tmp_path / "raw", a=ROVERS), tmp_path / "warehouse"
    holder = "import sys; from pathlib import Path; from flows.workplace import held\n"
    holder += "with held(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    words = [sys.executable, "-c", holder, str(warehouse)]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(PressboxError, match="another run is at work"):
            etl.run(raw, warehouse)
        other.communicate("")
    with held(warehouse), held(warehouse):
        pass  # the same process may: the command line holds the folder and the flow holds it again


def test_a_warehouse_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PressboxError, match="name a folder for the warehouse"), held(tmp_path / "file"):
        pass


def test_a_full_disk_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise pl.exceptions.ComputeError("No space left on device (os error 28)")

    monkeypatch.setattr(publish, "stage_claims", full)
    with pytest.raises(PressboxError, match=r"is full: make room and run again. The published warehouse is as it was"):
        etl.run(write(tmp_path / "raw", a=ROVERS), tmp_path / "warehouse")


def test_a_server_that_does_not_answer_is_said_plainly(tmp_path: Path) -> None:
    write(tmp_path / "raw", a=ROVERS)
    program = (
        "import sys\nfrom pathlib import Path\nfrom flows.etl import run\nfrom flows.errors import PressboxError\n"
        "try:\n    run(Path(sys.argv[1]), Path(sys.argv[2]))\nexcept PressboxError as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "raw"), str(tmp_path / "warehouse")],
        cwd=ROOT,
        env=os.environ | {"PREFECT_API_URL": "http://127.0.0.1:9/api"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout == (
        "Prefect's server at http://127.0.0.1:9/api does not answer: start it, or unset PREFECT_API_URL.\n"
    )


def tables(parts: list[Path]) -> dict[str, pl.DataFrame]:
    names = sorted({file.name for part in parts for file in part.iterdir()})
    return {
        name: pl.concat([pl.read_parquet(part / name) for part in parts]).sort("document", "char_start")
        for name in names
    }


def many(folder: Path, n: int, **odd: str) -> Path:
    return write(folder, **{f"s{number:02d}": f"{number} fans saw it. {ROVERS}" for number in range(n)}, **odd)


def silently(done: int, total: int) -> None:
    return None


def test_processes_read_the_same_as_one_does_and_tell_how_far_they_are(tmp_path: Path) -> None:
    documents = survey(many(tmp_path / "raw", 12), MIB)
    told: list[tuple[int, int]] = []
    alone = read_documents(documents, tmp_path / "alone", Settings(workers=1), silently)
    pooled = read_documents(
        documents,
        tmp_path / "pooled",
        Settings(workers=2, chunk_bytes=300, alone_bytes=0),
        lambda done, total: told.append((done, total)),
    )
    assert (len(alone.parts), len(pooled.parts)) == (1, 3)
    assert told[-1] == (12, 12)
    assert tables(alone.parts).keys() == tables(pooled.parts).keys()
    for name, frame in tables(alone.parts).items():
        assert frame.equals(tables(pooled.parts)[name]), name
    assert os.environ.get("POLARS_MAX_THREADS") is None


def test_a_text_that_kills_its_process_is_refused_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "read_chunk", dying)
    documents = survey(many(tmp_path / "raw", 5, s02x="KILL the game, said Elio Varga.\n"), MIB)
    settings = Settings(workers=2, chunk_bytes=300, alone_bytes=0)
    reading = read_documents(documents, tmp_path / "parts", settings, silently)
    assert [(document.document, document.reason) for document in reading.refusals] == [
        ("s02x.txt", "took the reading process down with it (out of memory?): split it, then run again")
    ]
    assert tables(reading.parts)["articles.parquet"]["document"].n_unique() == 5


def raising_at(marker: str) -> Callable[[str, str, str], Any]:

    def extract(document: str, sha256: str, text: str) -> Any:
        if marker in text:
            raise ValueError("no frame\nfor this")
        return extract_document(document, sha256, text)

    return extract


def test_a_text_that_trips_the_rules_up_is_refused_with_the_error_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "extract_document", raising_at("POISON"))
    documents = survey(write(tmp_path / "raw", a=ROVERS, b=f"POISON {QUILL}", c=QUILL), MIB)
    reading = read_documents(documents, tmp_path / "parts", Settings(), silently)
    ((refused, reason),) = [(document.document, document.reason) for document in reading.refusals]
    assert refused == "b.txt"
    assert str(reason).startswith("tripped the reading rules up (ValueError: no frame for this): ")
    assert tables(reading.parts)["articles.parquet"]["document"].to_list() == ["a.txt", "c.txt"]


def test_a_text_whose_row_fits_no_table_is_refused_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(document: str, sha256: str, text: str) -> Any:
        found = extract_document(document, sha256, text)
        if "POISON" in text:
            found["articles"] = [replace(article, article=2**40) for article in found["articles"]]
        return found

    monkeypatch.setattr(chunks, "extract_document", extract)
    documents = survey(many(tmp_path / "raw", 4, s02x=f"POISON {QUILL}"), MIB)
    reading = read_documents(documents, tmp_path / "parts", Settings(), silently)
    assert [document.document for document in reading.refusals] == ["s02x.txt"]
    assert tables(reading.parts)["articles.parquet"]["document"].n_unique() == 4


def test_a_text_that_changes_under_the_reader_is_refused_and_none_of_it_is_kept(tmp_path: Path) -> None:
    raw = write(tmp_path / "raw", a=ROVERS)
    documents = survey(raw, MIB)
    write(raw, a=QUILL)
    reading = read_documents(documents, tmp_path / "parts", Settings(), silently)
    assert reading.parts == []
    assert (reading.refusals[0].sha256, reading.refusals[0].reason) == (
        None,
        "was changed while it was being read: run again",
    )


def test_settings_come_from_the_environment_and_nonsense_is_refused() -> None:
    assert settings({}).limit_bytes == 64 * MIB
    chosen = settings({"PRESSBOX_LIMIT_MIB": "2", "PRESSBOX_WORKERS": "3", "PRESSBOX_CHUNK_KIB": "1"})
    assert (chosen.limit_bytes, chosen.workers, chosen.chunk_bytes) == (2 * MIB, 3, 1024)
    for nonsense in ("0", "-1", "many", "1.5"):
        with pytest.raises(UsageError, match="PRESSBOX_WORKERS"):
            settings({"PRESSBOX_WORKERS": nonsense})


def test_what_a_user_has_set_for_prefect_stays_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path))
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "DEBUG")
    monkeypatch.delenv("PREFECT_SERVER_ANALYTICS_ENABLED", raising=False)
    quieten_prefect()
    assert (os.environ["PREFECT_HOME"], os.environ["PREFECT_LOGGING_LEVEL"]) == (str(tmp_path), "DEBUG")
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


def test_a_home_of_our_own_does_not_hide_the_profiles_of_a_user_of_prefect(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("PREFECT_HOME", "PREFECT_PROFILES_PATH", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    (tmp_path / ".prefect").mkdir()
    (tmp_path / ".prefect" / "profiles.toml").touch()
    quieten_prefect()
    assert os.environ["PREFECT_HOME"] == str(tmp_path / ".cache" / "pressbox" / "prefect")
    assert os.environ["PREFECT_PROFILES_PATH"] == str(tmp_path / ".prefect" / "profiles.toml")


def test_only_what_may_pass_is_tried_again() -> None:
    class State:
        def __init__(self, data: Exception) -> None:
            self.data = data

    assert etl._passes(None, None, State(OSError("stumbled")))
    assert not etl._passes(None, None, State(UnreadableError("is empty")))
    assert not etl._passes(None, None, State(ValueError()))


def test_the_deployment_is_the_flow_one_run_at_a_time_and_names_no_machine() -> None:
    yaml = importlib.import_module("yaml")  # comes with Prefect, without types
    (deployment,) = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    file, name = deployment["entrypoint"].split(":")
    assert (ROOT / file, getattr(etl, name)) == (Path(etl.__file__), etl.pressbox)
    assert set(deployment["parameters"]) == {"raw", "warehouse", "full", "official"}
    assert not any(str(value).startswith("/") for value in deployment["parameters"].values())
    assert deployment["concurrency_limit"] == 1
    assert deployment["schedules"][0]["active"]
