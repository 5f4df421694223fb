"""What a run does with each file, given what was published: the plan, with a folder and without."""

from datetime import datetime
from pathlib import Path

import polars as pl
import pytest

from flows.errors import PressboxError
from flows.incremental import COLUMNS, Document, Plan, plan

FIRST, SECOND = datetime(2031, 3, 1, 6), datetime(2031, 3, 2, 6)
NOTHING = pl.DataFrame(schema=COLUMNS)


def read(name: str, sha: str) -> Document:
    return Document(name, Path(name), sha, 9, "utf-8", "read", None)


def copy(name: str, sha: str, of: str) -> Document:
    return read(name, sha)._replace(status="duplicate", reason=f"holds the same text as {of}, where it is counted")


def refused(name: str, reason: str = "is empty: put the text in or delete the file") -> Document:
    return Document(name, Path(name), None, 0, None, "refused", reason)


def first_run(*documents: Document) -> pl.DataFrame:
    return plan(list(documents), NOTHING, "rules", False, FIRST).documents


def next_run(known: pl.DataFrame, *documents: Document, rules: str = "rules", full: bool = False) -> Plan:
    return plan(list(documents), known, rules, full, SECOND)


def times(made: Plan) -> dict[str, datetime]:
    return dict(made.documents.select("document", "loaded_at").rows())


def test_the_first_run_reads_everything_and_records_what_it_refuses() -> None:
    made = plan([read("b.txt", "2"), refused("a.txt"), copy("c.txt", "2", "b.txt")], NOTHING, "rules", False, FIRST)
    assert [document.document for document in made.to_read] == made.new == ["b.txt"]
    assert made.documents.select("document", "status", "rules").rows() == [
        ("a.txt", "refused", None),
        ("b.txt", "read", "rules"),
        ("c.txt", "duplicate", None),
    ]
    assert dict(made.documents.schema) == dict(pl.DataFrame(schema=COLUMNS).schema)
    assert not made.is_idle


def test_a_second_run_over_the_same_files_is_idle_and_keeps_the_times_of_loading() -> None:
    files = [read("a.txt", "1"), refused("b.txt"), copy("c.txt", "1", "a.txt")]
    made = next_run(first_run(*files), *files)
    assert made.is_idle
    assert made.unchanged == ["a.txt"]
    assert set(times(made).values()) == {FIRST}


def test_a_changed_file_is_read_again_and_no_other() -> None:
    made = next_run(first_run(read("a.txt", "1"), read("b.txt", "2")), read("a.txt", "1"), read("b.txt", "3"))
    assert ([d.document for d in made.to_read], made.changed, made.unchanged) == (["b.txt"], ["b.txt"], ["a.txt"])
    assert times(made) == {"a.txt": FIRST, "b.txt": SECOND}


def test_a_deleted_file_is_removed_without_reading_anything() -> None:
    made = next_run(first_run(read("a.txt", "1"), read("b.txt", "2")), read("a.txt", "1"))
    assert (made.removed, made.to_read, made.is_idle) == (["b.txt"], [], False)
    assert made.documents["document"].to_list() == ["a.txt"]


def test_a_renamed_file_is_recognised_by_its_bytes() -> None:
    made = next_run(first_run(read("a.txt", "1")), read("new/a.txt", "1"))
    assert made.renamed == {"new/a.txt": "a.txt"}
    assert (made.to_read, made.removed, made.unchanged) == ([], [], [])
    assert times(made) == {"new/a.txt": FIRST}


def test_two_files_that_swap_names_swap_their_rows() -> None:
    made = next_run(first_run(read("a.txt", "1"), read("b.txt", "2")), read("a.txt", "2"), read("b.txt", "1"))
    assert made.renamed == {"a.txt": "b.txt", "b.txt": "a.txt"}
    assert (made.to_read, made.removed) == ([], [])


def test_a_copy_takes_over_when_the_file_it_was_a_copy_of_has_gone() -> None:
    made = next_run(first_run(read("a.txt", "1"), copy("b.txt", "1", "a.txt")), read("b.txt", "1"))
    assert made.renamed == {"b.txt": "a.txt"}
    assert (made.to_read, made.removed) == ([], [])


def test_a_file_that_becomes_a_copy_hands_its_rows_to_the_one_that_counts() -> None:
    made = next_run(first_run(read("b.txt", "1")), read("a.txt", "1"), copy("b.txt", "1", "a.txt"))
    assert made.renamed == {"a.txt": "b.txt"}
    assert (made.to_read, made.removed) == ([], [])


def test_a_file_that_overwrites_another_with_the_bytes_of_a_third_is_a_rename_not_a_change() -> None:
    made = next_run(first_run(read("a.txt", "1"), read("b.txt", "2")), read("a.txt", "2"))
    assert made.renamed == {"a.txt": "b.txt"}
    assert (made.to_read, made.changed, made.removed) == ([], [], [])


@pytest.mark.parametrize(("rules", "full"), [("newer rules", False), ("rules", True)])
def test_new_rules_and_a_full_run_read_everything_again(rules: str, full: bool) -> None:
    files = [read("a.txt", "1"), read("c.txt", "3")]
    made = next_run(first_run(read("a.txt", "1"), read("b.txt", "3")), *files, rules=rules, full=full)
    assert made.to_read == files
    assert (made.unchanged, made.renamed, made.new, made.changed) == ([], {}, ["c.txt"], [])
    assert set(times(made).values()) == {SECOND}


def test_a_refused_file_that_was_mended_is_read_as_changed() -> None:
    made = next_run(first_run(refused("a.txt"), read("b.txt", "2")), read("a.txt", "1"), read("b.txt", "2"))
    assert ([d.document for d in made.to_read], made.changed) == (["a.txt"], ["a.txt"])


def test_a_read_file_that_broke_loses_its_rows_and_says_why() -> None:
    made = next_run(first_run(read("a.txt", "1"), read("b.txt", "2")), refused("a.txt"), read("b.txt", "2"))
    assert made.reasons("refused") == [("a.txt", "is empty: put the text in or delete the file")]
    assert (made.unchanged, made.removed, made.is_idle) == (["b.txt"], [], False)


def test_a_text_that_tripped_the_rules_up_is_left_alone_until_its_bytes_or_the_rules_change() -> None:
    bad = read("a.txt", "1")
    made = plan([bad, read("b.txt", "2")], NOTHING, "rules", False, FIRST)
    known = made.with_refusals([bad._replace(reason="tripped the reading rules up")]).documents
    again = next_run(known, bad, read("b.txt", "2"))
    assert again.is_idle
    assert again.reasons("refused") == [("a.txt", "tripped the reading rules up")]
    assert next_run(known, bad, read("b.txt", "2"), rules="newer").to_read == [bad, read("b.txt", "2")]
    assert next_run(known, bad, read("b.txt", "2"), full=True).to_read == [bad, read("b.txt", "2")]
    assert next_run(known, read("a.txt", "9"), read("b.txt", "2")).changed == ["a.txt"]


def test_a_file_that_changed_while_it_was_read_is_tried_again_next_time() -> None:
    moving, still = read("a.txt", "1"), read("b.txt", "2")
    made = plan([moving, still], NOTHING, "rules", False, FIRST)
    known = made.with_refusals([moving._replace(sha256=None, reason="was changed while it was being read")]).documents
    assert known.select("status", "sha256", "rules").rows()[0] == ("refused", None, None)
    assert next_run(known, moving, still).to_read == [moving]


def test_rules_that_trip_over_most_texts_are_at_fault_and_nothing_is_published() -> None:
    texts = [read(f"{name}.txt", name) for name in "abc"]
    made = plan([*texts, refused("d.txt")], NOTHING, "rules", False, FIRST)
    bad = [text._replace(reason="tripped the reading rules up (KeyError: x)") for text in texts]
    assert made.with_refusals(bad[:1]).reasons("refused")[0][0] == "a.txt"
    with pytest.raises(PressboxError, match=r"2 of 3 texts could not be read.*first is a.txt: it tripped"):
        made.with_refusals(bad[:2])
    moved = [text._replace(sha256=None, reason="was changed while it was being read: run again") for text in texts]
    with pytest.raises(PressboxError, match=r"3 of 3 texts.*run again"):
        made.with_refusals(moved)


def test_a_standing_warehouse_is_not_emptied_by_an_empty_folder_unless_asked() -> None:
    known = first_run(read("a.txt", "1"))
    with pytest.raises(PressboxError, match=r"published warehouse holds 1: nothing was changed.*--full"):
        next_run(known)
    with pytest.raises(PressboxError, match="--full"):
        next_run(known, refused("a.txt"))
    assert next_run(known, full=True).removed == ["a.txt"]


def test_an_empty_folder_without_a_warehouse_is_said_plainly_and_bad_files_alone_are_a_run() -> None:
    with pytest.raises(PressboxError, match=r"holds no \.txt or \.txt\.gz file"):
        plan([], NOTHING, "rules", False)
    assert plan([refused("a.txt")], NOTHING, "rules", False).to_read == []
