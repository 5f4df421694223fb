"""The raw folder as a list of documents: which files there are, which of them can be read, which are copies.

In goes a folder, out comes one `Document` for each `.txt` and `.txt.gz` in it, at any depth. A file that cannot be read
does not stop the others: it comes back refused, with a reason that says what to do. Texts are not kept; `decode`
fetches one again. Files and folders whose names begin with a dot belong to editors and systems and are passed over.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from flows.encoding import UnreadableError, decode, file_bytes, text_of
from flows.errors import PressboxError
from flows.incremental import Document, Plan, plan

__all__ = ["Document", "Plan", "decode", "must_be_folder", "plan", "survey", "text_if_unchanged"]

_ENDINGS = (".txt", ".txt.gz")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def survey(
    raw: Path,
    limit_bytes: int,
    published: Mapping[str, str] | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> list[Document]:
    """All documents of the folder by path. Among equal files the one that `published` (hash -> name) names goes first.

    Raises PressboxError when there is no such folder; everything else that is wrong is one refused document.
    """
    must_be_folder(raw)
    files = list(_files(raw))
    found = []
    for number, (document, path, problem) in enumerate(files, 1):
        found.append((_refused(document, path, problem), None) if problem else _look_at(document, path, limit_bytes))
        progress(number, len(files))
    return sorted(_without_copies(found, published or {}))


def must_be_folder(raw: Path) -> None:
    """Raises PressboxError where `raw` is no folder."""
    if not raw.is_dir():
        what = "is a file" if raw.exists() else "is not there"
        raise PressboxError(f"the raw folder {raw} {what}: name the folder that holds the .txt files.")


def text_if_unchanged(document: Document, limit_bytes: int) -> str:
    """The text of a surveyed document. Raises PressboxError when its bytes are not those that the survey saw."""
    data = file_bytes(document.path, limit_bytes)
    if _hash(data) != document.sha256:
        raise UnreadableError("was changed while it was being read: run again")
    return text_of(data, document.path.name, limit_bytes)[0]


def _files(raw: Path) -> Iterator[tuple[str, Path, str | None]]:
    """Name, path and, where it may not even be opened, what is wrong with each text file of the folder."""
    root = raw.resolve()
    unread: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=unread.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in [*folders, *sorted(names)]:
            path = Path(folder, name)
            is_text = name.lower().endswith(_ENDINGS) and not name.startswith(".")
            if is_text or (name in folders and path.is_symlink()):
                problem = _where_it_leads(path, root) if path.is_symlink() else None
                if is_text or problem:
                    yield _name(path, root), path, problem
    for error in unread:
        path = Path(str(error.filename))
        yield _name(path, root), path, "is a folder that this user may not open: change its permissions"


def _where_it_leads(link: Path, root: Path) -> str | None:
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return None  # a broken link or a circle: opening it says which
    if target.is_relative_to(root):
        return None
    return "is a link that leads out of the raw folder: put the file itself here"


def _name(path: Path, root: Path) -> str:
    """The path below the folder as one line of valid UTF-8, whatever bytes the name is made of; no two are the same."""
    name = (path.relative_to(root).as_posix() or ".").replace("\\", r"\x5c")
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return _UNPRINTABLE.sub(lambda match: f"\\x{ord(match[0]):02x}", name)


def _look_at(document: str, path: Path, limit_bytes: int) -> tuple[Document, str | None]:
    """One file as a document, with the hash of its text: a copy may be packed while the original is not."""
    try:
        data = file_bytes(path, limit_bytes)
    except UnreadableError as error:
        return _refused(document, path, str(error)), None
    found = Document(document, path, _hash(data), len(data), None, "read", None)
    try:
        text, encoding = text_of(data, path.name, limit_bytes)
    except UnreadableError as error:
        return found._replace(status="refused", reason=str(error)), None
    return found._replace(encoding=encoding), _hash(text.encode("utf-8", "surrogatepass"))


def _refused(document: str, path: Path, reason: str) -> Document:
    try:
        size = path.lstat().st_size
    except OSError:
        size = None
    return Document(document, path, None, size, None, "refused", reason)


def _without_copies(found: list[tuple[Document, str | None]], published: Mapping[str, str]) -> Iterator[Document]:
    """The documents with every second telling of a text marked as a duplicate of the first."""
    first: dict[str, str] = {}

    def precedence(entry: tuple[Document, str | None]) -> tuple[bool, bool, str]:
        document = entry[0]
        return published.get(document.sha256 or "") != document.document, document.path.is_symlink(), document.document

    for document, text_hash in sorted(found, key=precedence):
        original = first.setdefault(text_hash, document.document) if text_hash else document.document
        if original == document.document:
            yield document
        else:
            reason = f"holds the same text as {original}, where it is counted"
            yield document._replace(status="duplicate", reason=reason)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
