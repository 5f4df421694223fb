"""Claims of one match meet in one row and those of two never do, measured on labelled pairs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from flows.encoding import decode
from flows.extract import extract_document
from flows.extract.read import to_frames
from flows.resolve import resolve
from tests.labelled_pairs import labels, merging
from tests.sample_gold import ARTICLES, RAW, ROOT
from tests.told_claims import NO_LINKS, gold_claims

SHARED = ROOT.parent / "shared"
Claims = dict[str, pl.DataFrame]


def read(folder: Path) -> Claims:
    """The claims of the raw files below a folder, as the engine reads them."""
    found = []
    for path in sorted(path for path in folder.rglob("*.txt*") if path.suffix in (".txt", ".gz")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        found.append(extract_document(path.relative_to(folder).as_posix(), digest, decode(path)[0]))
    return to_frames(found)


def annotated(folder: Path) -> Claims:
    return gold_claims(sorted(folder.glob("*.jsonl")))


CORPORA = [
    ("sample", read, RAW, 0.75),
    ("sample", annotated, ARTICLES, 0.95),
    ("shared", read, SHARED / "raw", 0.7),
    ("shared", annotated, SHARED / "gold", 0.6),
]


@pytest.mark.parametrize(("table", "claims_of", "folder", "floor"), CORPORA)
def test_merging_is_exact_on_labelled_pairs(
    table: str, claims_of: Callable[[Path], Claims], folder: Path, floor: float
) -> None:
    if not folder.exists():
        pytest.skip("the texts lie beside the checkout and are not here")
    claims = claims_of(folder)
    measured = merging(table, claims, resolve(claims, NO_LINKS)["claim_links"])
    assert measured.wrong == []
    assert measured.recall >= 0.97, measured.missed
    assert measured.claims >= floor * len(labels(table))
