"""Which raw files are read, under which encoding, and what is said of those that are not."""

import gzip
import os
import socket
from pathlib import Path

import pytest

from flows.encoding import UnreadableError
from flows.errors import PressboxError
from flows.ingest import Document, decode, survey, text_if_unchanged

MIB = 1 << 20
STORY = "Northbridge Rovers won 2–1.\r\nElio Varga – “our día” – scored.\n"
PLAIN = b"Harrow Vale drew 1-1.\n"


def only(raw: Path, limit: int = MIB) -> Document:
    (document,) = survey(raw, limit)
    return document


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("utf-8", STORY.encode()),
        ("utf-8-sig", b"\xef\xbb\xbf" + STORY.encode()),
        ("utf-16-le", b"\xff\xfe" + STORY.encode("utf-16-le")),
        ("utf-16-be", b"\xfe\xff" + STORY.encode("utf-16-be")),
        ("utf-16-le", STORY.encode("utf-16-le")),
        ("utf-16-be", STORY.encode("utf-16-be")),
        ("utf-32-le", b"\xff\xfe\0\0" + STORY.encode("utf-32-le")),
        ("windows-1252", STORY.encode("cp1252")),
    ],
)
def test_every_usual_encoding_gives_the_same_text_with_its_newlines_and_without_its_mark(
    tmp_path: Path, encoding: str, data: bytes
) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    assert decode(path) == (STORY, encoding)
    assert only(tmp_path).encoding == encoding


def test_plain_ascii_is_utf8_and_a_capital_accent_before_a_curly_quote_is_still_windows_1252(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PLAIN)
    (tmp_path / "b.txt").write_bytes("“VIVA EL CAFÉ” sang the visitors, whose señor had gone".encode("cp1252"))
    assert [document.encoding for document in survey(tmp_path, MIB)] == ["utf-8", "windows-1252"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "nothing but white space"),
        (b" \r\n\t\n\xc2\xa0", "nothing but white space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary data"),
        (bytes(range(1, 32)) * 4, "binary data"),
        (gzip.compress(PLAIN, mtime=0), "binary data"),
        (b"\xff\xfe" + b"\x00\xd8" * 3, "begins as utf-16-le but is not"),
        ("the café and the dé".encode() + b"\xff" + "jà".encode(), "is UTF-8 but for byte 0xff in line 1"),
        (b"one\ntwo\nthe \x81 byte", "byte 0x81 in line 3"),
        ("Северный мост выиграл".encode("koi8-r"), "neither UTF-8 nor Western text"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    found = only(tmp_path)
    assert found.status == "refused"
    assert reason in str(found.reason)
    with pytest.raises(PressboxError, match=r"story\.txt: "):
        decode(path)


def test_a_gzip_file_is_unpacked_and_hashed_as_it_lies_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "story.txt.gz"
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.compress(STORY.encode("cp1252")))
    found = only(tmp_path)
    assert decode(path) == (STORY, "windows-1252")
    assert (found.document, found.bytes, found.status) == ("deep/er/story.txt.gz", path.stat().st_size, "read")
    assert text_if_unchanged(found, MIB) == STORY


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (PLAIN, "not sound gzip data"),
        (gzip.compress(PLAIN * 100, mtime=0)[:-12], "breaks off"),
        (gzip.compress(PLAIN * 100, mtime=0)[:20] + b"\xff\xff\xff" + gzip.compress(PLAIN * 100, mtime=0)[23:], "gzip"),
        (gzip.compress(PLAIN, mtime=0) + b"rest", "not sound gzip data"),
        (b"", "is empty"),
    ],
)
def test_damaged_gzip_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "story.txt.gz").write_bytes(data)
    assert reason in str(only(tmp_path).reason)


def test_a_file_over_the_limit_is_refused_unread_and_so_is_a_small_one_that_unpacks_to_more(tmp_path: Path) -> None:
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(bytes(8 * MIB)))
    (tmp_path / "long.txt").write_bytes(PLAIN * MIB)
    (tmp_path / "short.txt").write_bytes(PLAIN)
    bomb, long, short = survey(tmp_path, MIB)
    assert bomb.reason == long.reason == "is larger than 1 MiB: split it or raise PRESSBOX_LIMIT_MIB"
    assert long.sha256 is None
    assert short.status == "read"


def test_what_cannot_be_opened_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "inside.txt").write_bytes(PLAIN)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "broken.txt").symlink_to("nowhere.txt")
    (tmp_path / "circle.txt").symlink_to("circle.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket.txt"))
        reasons = {document.document: document.reason for document in survey(tmp_path, MIB)}
    assert reasons.pop("folder.txt/inside.txt") is None
    assert sorted(reasons) == ["broken.txt", "circle.txt", "folder.txt", "pipe.txt", "socket.txt"]
    assert "link to a file that is not there" in str(reasons["broken.txt"])
    assert "leads back to itself" in str(reasons["circle.txt"])
    assert "is a folder" in str(reasons["folder.txt"])
    assert "no regular file" in str(reasons["pipe.txt"])
    assert all(":" in str(reason) for reason in reasons.values()), "each reason says what to do"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(PLAIN)
    (tmp_path / "secret.txt").chmod(0)
    assert "change its permissions" in str(only(tmp_path).reason)


def test_links_are_followed_inside_the_folder_and_refused_when_they_lead_out(tmp_path: Path) -> None:
    raw, outside = tmp_path / "raw", tmp_path / "outside"
    raw.mkdir()
    outside.mkdir()
    (outside / "far.txt").write_bytes(PLAIN)
    (raw / "zulu.txt").write_bytes(STORY.encode())
    (raw / "alias.txt").symlink_to("zulu.txt")
    (raw / "far.txt").symlink_to(outside / "far.txt")
    (raw / "more").symlink_to(outside)
    (raw / "same").symlink_to(raw)
    found = {document.document: document for document in survey(raw, MIB)}
    assert sorted(found) == ["alias.txt", "far.txt", "more", "zulu.txt"]
    assert found["zulu.txt"].status == "read"
    assert found["alias.txt"].reason == "holds the same text as zulu.txt, where it is counted"
    assert "leads out of the raw folder" in str(found["far.txt"].reason)
    assert "leads out of the raw folder" in str(found["more"].reason)


def test_a_raw_folder_that_is_itself_a_link_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_bytes(PLAIN)
    (tmp_path / "raw").symlink_to("real")
    assert only(tmp_path / "raw").document == "a.txt"


def test_a_copy_is_counted_once_whatever_its_packing_and_the_published_one_goes_first(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(PLAIN)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(PLAIN))
    (tmp_path / "c.txt").write_bytes(PLAIN)
    assert [document.status for document in survey(tmp_path, MIB)] == ["read", "duplicate", "duplicate"]
    packed, first, second = survey(tmp_path, MIB, {str(survey(tmp_path, MIB)[2].sha256): "c.txt"})
    assert (packed.status, first.status, second.status) == ("duplicate", "duplicate", "read")
    assert first.reason == "holds the same text as c.txt, where it is counted"


def test_empty_files_are_each_refused_and_not_copies_of_one_another(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").touch()
    assert [document.status for document in survey(tmp_path, MIB)] == ["refused", "refused"]


def test_hidden_files_and_other_endings_are_passed_over_and_capital_endings_are_not(tmp_path: Path) -> None:
    for name in (".hidden.txt", "._twin.txt", "notes.md", "data.csv", "x.txt.bak", "STORY.TXT"):
        (tmp_path / name).write_bytes(PLAIN)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "deep.txt").write_bytes(PLAIN)
    assert only(tmp_path).document == "STORY.TXT"


def test_odd_names_become_one_line_of_text_each_its_own(tmp_path: Path) -> None:
    for name in (b"two\nlines.txt", rb"two\x0alines.txt", b"caf\xe9.txt", "año.txt".encode()):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(PLAIN + name)
    found = survey(tmp_path, MIB)
    names = ["año.txt", r"caf\xe9.txt", r"two\x0alines.txt", r"two\x5cx0alines.txt"]
    assert [(document.document, document.reason) for document in found] == [(name, None) for name in names]
    assert all(document.document.encode() for document in found)


def test_a_file_that_changes_or_goes_between_survey_and_reading_is_found_out(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PLAIN)
    document = only(tmp_path)
    path.write_bytes(PLAIN + b"late goal\n")
    with pytest.raises(UnreadableError, match="was changed while it was being read"):
        text_if_unchanged(document, MIB)
    path.unlink()
    with pytest.raises(UnreadableError, match="was deleted or renamed"):
        text_if_unchanged(document, MIB)


def test_a_missing_raw_folder_and_a_file_in_its_place_are_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(PressboxError, match="is not there: name the folder"):
        survey(tmp_path / "nowhere", MIB)
    (tmp_path / "file").touch()
    with pytest.raises(PressboxError, match="is a file"):
        survey(tmp_path / "file", MIB)


def test_progress_is_told_file_by_file(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_bytes(PLAIN + name.encode())
    told: list[tuple[int, int]] = []
    survey(tmp_path, MIB, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]
