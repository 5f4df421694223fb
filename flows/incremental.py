"""What a run has to do with each raw file, from what lies in the folder now and what was published last.

In goes the survey of the folder and the published documents table, out comes a plan: the next documents table, the
files to read, those whose rows are carried over, those that have gone. A file is the same when its bytes hash the same
and the rules that read it have not changed; its name and its date do not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from flows.errors import PressboxError

COLUMNS: dict[str, pl.DataType | type[pl.DataType]] = {
    "document": pl.String,
    "sha256": pl.String,
    "bytes": pl.Int64,
    "encoding": pl.String,
    "loaded_at": pl.Datetime("us"),
    "status": pl.String,
    "reason": pl.String,
    "rules": pl.String,
}
_COMPARED = [column for column in COLUMNS if column != "loaded_at"]
_Row = Mapping[str, Any]


class Document(NamedTuple):
    """One raw file as the survey found it; status is read, duplicate or refused, the last two with a reason."""

    document: str
    path: Path
    sha256: str | None
    bytes: int | None
    encoding: str | None
    status: str
    reason: str | None


@dataclass(frozen=True)
class Plan:
    """What a run does; `documents` is the next documents table, `renamed` tells each new name's old one."""

    documents: pl.DataFrame
    to_read: list[Document]
    unchanged: list[str]
    renamed: dict[str, str]
    removed: list[str]
    new: list[str]
    changed: list[str]
    rules: str
    is_idle: bool

    def with_refusals(self, refusals: Iterable[Document]) -> Plan:
        """The same plan after reading found that some files have to be refused.

        A refusal whose hash is known stands until the bytes or the rules change; without one the file is tried again.
        Raises PressboxError where nothing is left, or more texts trip the rules up than not: then the rules are at
        fault, and a warehouse that stands would lose what they can no longer read.
        """
        refused = {document.document: document for document in refusals}
        rows = [_refused(row, refused.get(row["document"])) for row in self.documents.iter_rows(named=True)]
        if refused:
            _refuse_to_lose(rows)
        return replace(self, documents=_frame(rows))

    def reasons(self, status: str) -> list[tuple[str, str]]:
        """Files of one status with the reason for it: `refused` or `duplicate`."""
        return self.documents.filter(pl.col("status") == status).select("document", "reason").rows()


def plan(surveyed: list[Document], known: pl.DataFrame, rules: str, full: bool, at: datetime | None = None) -> Plan:
    """Compare the folder with the published documents. `full` reads everything again and may empty a warehouse."""
    _refuse_to_wipe(surveyed, known, full)
    before = {row["document"]: row for row in known.iter_rows(named=True)}
    same_rules = [] if full else [row for row in before.values() if row["rules"] == rules]
    found = _still_refused(surveyed, same_rules)
    carried = _carried(found, same_rules)
    renamed = {now: old for now, old in carried.items() if now != old}
    to_read = [document for document in found if document.status == "read" and document.document not in carried]
    rows = [_row(document, rules, at or datetime.now(UTC)) for document in found]
    documents = _frame(_since(row, before.get(carried.get(row["document"], row["document"])), full) for row in rows)
    return Plan(
        documents=documents,
        to_read=to_read,
        unchanged=[now for now, old in carried.items() if now == old],
        renamed=renamed,
        removed=sorted(before.keys() - {document.document for document in found} - set(renamed.values())),
        new=[document.document for document in to_read if document.document not in before],
        changed=[document.document for document in to_read if _has_changed(document, before)],
        rules=rules,
        is_idle=not to_read and documents.select(_COMPARED).equals(_sorted(known).select(_COMPARED)),
    )


def _refuse_to_wipe(surveyed: list[Document], known: pl.DataFrame, full: bool) -> None:
    published = known.filter(pl.col("status") == "read").height
    if full or any(document.status == "read" for document in surveyed):
        return
    if published:
        raise PressboxError(
            f"no file in the raw folder can be read, but the published warehouse holds {published}: nothing was "
            "changed. Look whether it is the right folder; `--full` builds the warehouse without them."
        )
    if not surveyed:
        raise PressboxError("the raw folder holds no .txt or .txt.gz file: put articles there and run again.")


def _refuse_to_lose(rows: Sequence[_Row]) -> None:
    unread = [row for row in rows if row["status"] == "refused" and row["bytes"]]
    tripped = [row for row in unread if row["rules"]]
    n_read = sum(row["status"] == "read" for row in rows)
    if n_read and len(tripped) <= n_read:
        return
    first = (tripped or unread)[0]
    raise PressboxError(
        f"{len(tripped or unread)} of {n_read + len(unread)} texts could not be read, so nothing was published. "
        f"The first is {first['document']}: it {first['reason']}."
    )


def _still_refused(surveyed: list[Document], same_rules: Sequence[_Row]) -> list[Document]:
    """Files that these very rules could not read before are not tried again while their bytes are the same."""
    reasons = {row["sha256"]: row["reason"] for row in same_rules if row["status"] == "refused"}
    return [
        document._replace(status="refused", reason=reasons[document.sha256])
        if document.status == "read" and document.sha256 in reasons
        else document
        for document in surveyed
    ]


def _carried(found: list[Document], same_rules: Sequence[_Row]) -> dict[str, str]:
    """For each file whose facts are published already: its name now and its name then."""
    published = {row["sha256"]: row["document"] for row in same_rules if row["status"] == "read"}
    return {d.document: published[d.sha256] for d in found if d.status == "read" and d.sha256 in published}


def _row(document: Document, rules: str, at: datetime) -> dict[str, Any]:
    return {
        "document": document.document,
        "sha256": document.sha256,
        "bytes": document.bytes,
        "encoding": document.encoding,
        "loaded_at": at.replace(tzinfo=None),
        "status": document.status,
        "reason": document.reason,
        "rules": rules if document.status == "read" else None,
    }


def _since(row: dict[str, Any], then: _Row | None, full: bool) -> dict[str, Any]:
    """The row with the time of its first load, and the rules that refused it, where nothing has happened since."""
    if then is None or full or any(row[key] != then[key] for key in ("sha256", "status", "reason")):
        return row
    if row["status"] == "read" and row["rules"] != then["rules"]:
        return row
    return row | {"loaded_at": then["loaded_at"], "rules": then["rules"]}


def _refused(row: dict[str, Any], refusal: Document | None) -> dict[str, Any]:
    if refusal is None:
        return row
    rules = row["rules"] if refusal.sha256 else None
    return row | {"status": "refused", "reason": refusal.reason, "sha256": refusal.sha256, "rules": rules}


def _has_changed(document: Document, before: Mapping[str, _Row]) -> bool:
    then = before.get(document.document)
    return then is not None and then["sha256"] != document.sha256


def _frame(rows: Iterable[_Row]) -> pl.DataFrame:
    return _sorted(pl.DataFrame(list(rows), schema=COLUMNS))


def _sorted(documents: pl.DataFrame) -> pl.DataFrame:
    return documents.sort("document")
