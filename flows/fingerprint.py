"""Which version of Pressbox a warehouse was built with, as far as it bears on what stands in it.

Two hashes make it up. One covers what decides on claims, the reading rules and the checks that may take claims out
again: when it changes, every file is read anew. The other covers all that is built from claims: when it changes, the
warehouse is built again though no file has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from flows.extract import rules_version
from flows.places import EXPECTATIONS, SQL

_PACKAGE = Path(__file__).resolve().parent
_BUILDERS = ("publish", "reference", "resolve", "validate", "vocabulary")


def reading_rules() -> str:
    """The version that stands in `documents.rules`."""
    return f"{rules_version()}.{_hash(EXPECTATIONS)}"


def fingerprint() -> str:
    """The version that stands in `loads.rules`: the reading rules, then the hash of what is built from claims."""
    return f"{reading_rules()}+{_hash(SQL, *(_PACKAGE / name for name in _BUILDERS))}"


def _hash(*places: Path) -> str:
    digest = hashlib.sha256()
    for place in places:
        for path in _sources(place):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]


def _sources(place: Path) -> Iterator[Path]:
    inside = place.rglob("*") if place.is_dir() else [place]
    yield from sorted(path for path in inside if path.suffix in (".py", ".sql", ".json", ".csv"))
