"""The warehouse file: what one run hands to the next, what readers see, and what happens when something goes wrong."""

import errno
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from flows import schema
from flows.errors import PressboxError
from flows.incremental import Plan
from flows.places import DATABASE, STAGED
from flows.publish import (
    claim_frames,
    known_documents,
    previous_links,
    publish,
    quarantine,
    record_load,
    stage_claims,
    stage_resolved,
)
from tests.invented import small_warehouse

ROOT = Path(__file__).resolve().parent.parent
RESOLVED = [*schema.RESOLVED_KINDS, "claim_links", "contradictions"]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Parquet part: the two invented stories as reading hands them over."""
    part = tmp_path_factory.mktemp("part")
    con = small_warehouse()
    for table in schema.READ_TABLES:
        con.execute(f"copy {table} to '{part / table}.parquet'")
    return part


@pytest.fixture(scope="module")
def resolved() -> dict[str, pl.DataFrame]:
    con = small_warehouse()
    return {table: con.sql(f"from {table}").pl() for table in RESOLVED}


@pytest.fixture
def warehouse(tmp_path: Path, read: Path, resolved: dict[str, pl.DataFrame]) -> Path:
    """A folder with a published warehouse of one document, wire.txt."""
    folder = tmp_path / "warehouse"
    staged = stage_claims(folder, plan("wire.txt"), [read])
    stage_resolved(staged, resolved)
    record_load(staged, {"run_id": "first", "verdict": "publish"})
    publish(staged, folder)
    return folder


def plan(*documents: str, unchanged: list[str] | None = None, renamed: dict[str, str] | None = None) -> Plan:
    """What a run has to do: all of `documents` are in the folder, those not named otherwise are read."""
    rows = [{"document": document, "sha256": "ab", "status": "read", "rules": "r1"} for document in documents]
    frame = pl.DataFrame(
        rows, schema={"document": pl.String, "sha256": pl.String, "status": pl.String, "rules": pl.String}
    )
    nothing: dict[str, Any] = {"to_read": [], "removed": [], "new": [], "changed": [], "rules": "r1", "is_idle": False}
    return Plan(documents=frame, unchanged=unchanged or [], renamed=renamed or {}, **nothing)


def one_claim(warehouse: Path, claim_id: str, document: str) -> Path:
    """A Parquet part with one match claim."""
    part = warehouse.parent / claim_id
    part.mkdir()
    columns = f"'{claim_id}' as claim_id, 'b-1' as article_id, '{document}' as document, 0 as char_start, 4 as char_end"
    duckdb.execute(f"copy (select {columns}) to '{part}/match_claims.parquet'")
    return part


def crowded_part(folder: Path) -> Path:
    """A Parquet part with more than fits where the test leaves room: random names do not compress."""
    part = folder / "crowded"
    part.mkdir()
    columns = "'m-' || range as claim_id, uuid() as article_id, 'wire.txt' as document, 0 as char_start, 4 as char_end"
    query = f"select {columns}, uuid() as quote from range(200_000)"
    duckdb.execute(f"copy ({query}) to '{part}/match_claims.parquet'")
    return part


def rows(database: Path, query: str) -> list[Any]:
    with duckdb.connect(str(database), read_only=True) as con:
        return con.execute(query).fetchall()


def elsewhere(code: str, *words: str | Path, **options: Any) -> subprocess.Popen[str]:
    """Another process that runs this Python code; it says `ready` when it has got so far."""
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **options)


def test_a_first_load_publishes_what_was_read_and_resolved(warehouse: Path) -> None:
    database = warehouse / DATABASE
    assert rows(database, "select count(*) from match_claims") == [(3,)]
    assert rows(database, "select team_1, score_1, score_2, team_2 from results where leg = 2") == [
        ("Harlow Vale", 2, 0, "Castle Quay")
    ]
    assert not (warehouse / STAGED).exists()


def test_the_published_file_can_be_opened_by_clients_of_duckdb_1_5(warehouse: Path) -> None:
    found = rows(warehouse / DATABASE, "select tags['storage_version'] from duckdb_databases() where not internal")
    assert found == [("v1.5.0+",)]


def test_what_is_unchanged_is_carried_over_and_what_is_gone_is_not(warehouse: Path) -> None:
    staged = stage_claims(warehouse, plan("wire.txt", "empty.txt", unchanged=["wire.txt"]), [])
    assert {table: frame.height for table, frame in claim_frames(staged).items()} == {
        "articles": 2,
        "match_claims": 3,
        "tie_claims": 1,
        "goal_claims": 3,
        "statistic_claims": 4,
    }
    assert rows(staged, "select count(*) from number_mentions") == [(7,)]
    assert rows(staged, "select document from documents order by all") == [("empty.txt",), ("wire.txt",)]
    staged = stage_claims(warehouse, plan(), [])
    assert all(frame.is_empty() for frame in claim_frames(staged).values())


def test_a_changed_file_replaces_its_own_rows_and_nobody_elses(warehouse: Path) -> None:
    desk = one_claim(warehouse, "m-9", "desk.txt")
    publish(stage_claims(warehouse, plan("wire.txt", "desk.txt", unchanged=["wire.txt"]), [desk]), warehouse)
    again = one_claim(warehouse, "m-10", "desk.txt")
    staged = stage_claims(warehouse, plan("wire.txt", "desk.txt", unchanged=["wire.txt"]), [again])
    found = rows(
        staged, "select document, list(claim_id order by claim_id) from match_claims group by all order by all"
    )
    assert found == [("desk.txt", ["m-10"]), ("wire.txt", ["m-1", "m-2", "m-3"])]


def test_a_renamed_file_keeps_its_claims_under_its_new_name(warehouse: Path) -> None:
    staged = stage_claims(warehouse, plan("wire.txt", unchanged=["wire.txt"]), [])
    quarantine(staged, "match_claims", "claim_id", ["m-1"], "team_plays_itself", "a match has two sides")
    publish(staged, warehouse)
    staged = stage_claims(warehouse, plan("2020/wire.txt", renamed={"2020/wire.txt": "wire.txt"}), [])
    assert rows(staged, "select distinct document from claims") == [("2020/wire.txt",)]
    assert rows(staged, "select claim_id, document, claim ->> 'document' from rejected_claims") == [
        ("m-1", "2020/wire.txt", "2020/wire.txt")
    ]


def test_two_files_that_swap_names_swap_their_claims(warehouse: Path) -> None:
    desk = one_claim(warehouse, "m-9", "desk.txt")
    publish(stage_claims(warehouse, plan("wire.txt", "desk.txt", unchanged=["wire.txt"]), [desk]), warehouse)
    swapped = {"wire.txt": "desk.txt", "desk.txt": "wire.txt"}
    staged = stage_claims(warehouse, plan("wire.txt", "desk.txt", renamed=swapped), [])
    found = rows(staged, "select document, count(*) from match_claims group by all order by all")
    assert found == [("desk.txt", 3), ("wire.txt", 1)]


def test_the_history_of_loads_is_kept(warehouse: Path) -> None:
    staged = stage_claims(warehouse, plan("wire.txt", unchanged=["wire.txt"]), [])
    at = datetime(2020, 3, 10, 21, tzinfo=timezone(timedelta(hours=2)))
    record_load(staged, {"run_id": "second", "started_at": at, "files_read": 0, "verdict": "publish", "seconds": 0.5})
    publish(staged, warehouse)
    found = rows(warehouse / DATABASE, "select run_id, started_at, files_read from loads order by run_id")
    assert found == [("first", None, None), ("second", datetime(2020, 3, 10, 19), 0)]


def test_documents_and_links_of_the_last_run_are_handed_to_the_next(warehouse: Path, tmp_path: Path) -> None:
    assert known_documents(warehouse).select("document", "sha256").rows() == [("wire.txt", "ab")]
    assert previous_links(warehouse).height == 11
    assert known_documents(tmp_path / "nowhere").columns == known_documents(warehouse).columns
    assert known_documents(tmp_path / "nowhere").schema == known_documents(warehouse).schema
    assert previous_links(tmp_path / "nowhere").is_empty()


def test_a_file_of_another_version_is_read_anew_but_keeps_its_history(
    warehouse: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with duckdb.connect(str(warehouse / DATABASE)) as con:
        con.execute("drop view contradiction_details; drop view claims; drop view evidence; drop view coverage")
        con.execute("alter table match_claims drop column venue; alter table loads drop column seconds")
    with caplog.at_level(logging.WARNING):
        assert known_documents(warehouse).is_empty()
    assert "written by another version of Pressbox; every file is read anew" in caplog.text
    staged = stage_claims(warehouse, plan("wire.txt"), [])
    assert rows(staged, "select run_id, seconds from loads") == [("first", None)]


def test_a_reader_is_not_blocked_and_sees_the_old_file_until_it_opens_the_new_one(warehouse: Path) -> None:
    code = (
        "import duckdb, sys; con = duckdb.connect(sys.argv[1], read_only=True); print('ready', flush=True); "
        "sys.stdin.readline(); print(con.execute('select count(*) from match_claims').fetchall()[0][0]); "
        "con.close(); con = duckdb.connect(sys.argv[1], read_only=True); "
        "print(con.execute('select count(*) from match_claims').fetchall()[0][0])"
    )
    reader = elsewhere(code, warehouse / DATABASE)
    assert reader.stdout
    assert reader.stdout.readline() == "ready\n"
    publish(stage_claims(warehouse, plan(), []), warehouse)
    assert reader.communicate("go on\n")[0] == "3\n0\n"


def test_a_run_that_is_killed_leaves_the_old_file_and_the_next_run_clears_up(warehouse: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from tests.test_warehouse import plan, stage_claims; "
        "staged = stage_claims(Path(sys.argv[1]), plan(), []); import duckdb; con = duckdb.connect(str(staged)); "
        "con.execute('delete from documents'); con.execute('insert into loads by name select 1 as run_id'); os._exit(9)"
    )
    assert elsewhere(code, warehouse, cwd=ROOT).wait() == 9
    assert (warehouse / f"{STAGED}.wal").exists()
    assert rows(warehouse / DATABASE, "select count(*) from match_claims") == [(3,)]
    publish(stage_claims(warehouse, plan("wire.txt", unchanged=["wire.txt"]), []), warehouse)
    assert rows(warehouse / DATABASE, "select run_id from loads") == [("first",)]
    assert [path.name for path in warehouse.iterdir()] == [DATABASE]


def test_what_another_program_left_unsaved_in_the_old_file_does_not_spoil_the_new_one(warehouse: Path) -> None:
    code = (
        "import duckdb, os, sys; con = duckdb.connect(sys.argv[1]); con.execute('create table notes (note integer)'); "
        "os._exit(9)"
    )
    elsewhere(code, warehouse / DATABASE).wait()
    assert (warehouse / f"{DATABASE}.wal").exists()
    publish(stage_claims(warehouse, plan("wire.txt", unchanged=["wire.txt"]), []), warehouse)
    assert rows(warehouse / DATABASE, "select count(*) from match_claims") == [(3,)]


def test_a_file_that_another_program_writes_to_is_told_of(warehouse: Path) -> None:
    code = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); print('ready', flush=True); sys.stdin.readline()"
    writer = elsewhere(code, warehouse / DATABASE)
    assert writer.stdout
    writer.stdout.readline()
    with pytest.raises(PressboxError, match="Another program has it open for writing: close it there and run again"):
        known_documents(warehouse)
    writer.communicate("done\n")
    assert known_documents(warehouse).height == 1


def spoil_header(database: Path) -> None:
    database.write_bytes(b"not a database" * 1000)


def spoil_blocks(database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[12288 : len(content)] = os.urandom(len(content) - 12288)
    database.write_bytes(content)


@pytest.mark.parametrize("spoil", [spoil_header, spoil_blocks])
def test_a_damaged_file_is_told_of_and_left_alone(warehouse: Path, spoil: Callable[[Path], None]) -> None:
    spoil(warehouse / DATABASE)
    before = (warehouse / DATABASE).read_bytes()
    for use in (known_documents, previous_links, lambda folder: stage_claims(folder, plan(unchanged=["wire.txt"]), [])):
        with pytest.raises(PressboxError, match=r"cannot be read .* Move it away and run again"):
            use(warehouse)
    assert (warehouse / DATABASE).read_bytes() == before


def test_a_database_that_is_not_ours_is_never_overwritten(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / DATABASE)) as con:
        con.execute("create table payroll as select 1 as wage")
    with pytest.raises(PressboxError, match=r"was not written by Pressbox\. Move it away"):
        stage_claims(tmp_path, plan(), [])
    assert rows(tmp_path / DATABASE, "select wage from payroll") == [(1,)]


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "warehouse").write_text("a file where the folder should be")
    with pytest.raises(PressboxError, match="cannot be written"):
        stage_claims(tmp_path / "warehouse", plan(), [])


LITTLE_ROOM = """
import resource, sys
from pathlib import Path
from flows.errors import PressboxError
from tests.test_warehouse import crowded_part, plan, stage_claims

folder, step = Path(sys.argv[1]), sys.argv[2]
parts = [crowded_part(folder.parent)] if step == "stage" else []
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
try:
    stage_claims(folder, plan(unchanged=["wire.txt"]), parts)
except PressboxError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on the size of a file is set the POSIX way")
@pytest.mark.parametrize("step", ["stage", "carry over"])
def test_a_full_disk_leaves_the_old_file_and_no_half_written_one(warehouse: Path, step: str) -> None:
    if step == "carry over":
        publish(stage_claims(warehouse, plan("wire.txt"), [crowded_part(warehouse.parent)]), warehouse)
    before = (warehouse / DATABASE).read_bytes()
    said = elsewhere(LITTLE_ROOM, warehouse, step, cwd=ROOT).communicate()[0]
    assert said.startswith(f"{warehouse / STAGED}: cannot be written (")
    assert "The published warehouse is as it was" in said
    assert [path.name for path in warehouse.iterdir()] == [DATABASE]
    assert (warehouse / DATABASE).read_bytes() == before


def test_a_swap_that_the_disk_refuses_leaves_the_old_file(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    staged = stage_claims(warehouse, plan(), [])
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PressboxError, match="No space left on device"):
        publish(staged, warehouse)
    assert [path.name for path in warehouse.iterdir()] == [DATABASE]
    assert known_documents(warehouse).height == 1


def test_a_refused_claim_is_kept_with_the_reason_and_nothing_points_at_it(warehouse: Path) -> None:
    shutil.copy(warehouse / DATABASE, staged := warehouse / STAGED)
    assert quarantine(staged, "goal_claims", "claim_id", ["g-3", "g-9"], "minute_out_of_range", "no such minute") == 1
    found = rows(staged, "select claim_kind, document, check_name, reason, claim ->> 'scorer' from rejected_claims")
    assert found == [("goal", "wire.txt", "minute_out_of_range", "no such minute", "Sami Orlo")]
    assert rows(staged, "select count(*) from goal_claims") == [(2,)]
    assert rows(staged, "select count(*) from claim_links where claim_id = 'g-3'") == [(0,)]
    assert rows(staged, "select status, claim_id, reason from number_mentions where quote = '88th'") == [
        ("ignored", None, "its claim was refused by minute_out_of_range")
    ]


def test_a_claim_that_two_checks_refuse_is_moved_once(warehouse: Path) -> None:
    shutil.copy(warehouse / DATABASE, staged := warehouse / STAGED)
    assert quarantine(staged, "claims", "claim_id", ["m-1", "s-1"], "first_check", "so") == 2
    assert quarantine(staged, "match_claims", "claim_id", ["m-1"], "second_check", "so too") == 0
    assert rows(staged, "select claim_id, claim_kind, check_name from rejected_claims order by all") == [
        ("m-1", "match", "first_check"),
        ("s-1", "statistic", "first_check"),
    ]


def test_a_refused_match_is_forgotten_by_its_goals_links_and_tie(warehouse: Path) -> None:
    shutil.copy(warehouse / DATABASE, staged := warehouse / STAGED)
    assert quarantine(staged, "matches", "match_id", ["match-1", "match-2"], "match_of_one_team", "one side") == 2
    assert rows(staged, "select distinct match_id from goals") == [(None,)]
    tie = "first_leg, second_leg, computed_1, computed_2, verdict"
    assert rows(staged, f"select {tie} from ties") == [(None, "match-3", None, None, "not_comparable")]
    assert rows(staged, "select resolved_id from claim_links where resolved_kind = 'match'") == [("match-3",)]
    kept = "claim_kind, document, claim ->> 'team_1', claim ->> 'claim_ids'"
    assert rows(staged, f"select {kept} from rejected_claims where claim_id = 'match-1'") == [
        ("matches", None, "Northbridge Rovers", '["m-1"]')
    ]
    publish(staged, warehouse)
    staged = stage_claims(warehouse, plan("wire.txt", unchanged=["wire.txt"]), [])
    assert rows(staged, "select count(*) from rejected_claims") == [(0,)], "resolving is done anew by every run"
