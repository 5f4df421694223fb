"""A refused run is remembered: its row joins the `loads` of the published file, of which nothing else changes.

The published file is copied, the row added to the copy, and the copy takes its place by one rename: a reader is never
blocked. Where nothing is published yet there is nothing to remember it in.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import duckdb

from flows.places import DATABASE, STAGED
from flows.publish.last import columns
from flows.publish.stage import record_load
from flows.publish.swap import discard, publish, writing


def record_refusal(warehouse: Path, load: dict[str, Any]) -> None:
    """Add the row of a refused run to the published file. Raises PressboxError if the disk refuses."""
    published, staged = warehouse / DATABASE, warehouse / STAGED
    if not published.exists():
        return
    with writing(staged):
        discard(staged)
        shutil.copyfile(published, staged)
        with duckdb.connect(str(staged), read_only=True) as con:
            known = columns(con).get("loads", set())
    if known:
        record_load(staged, {name: value for name, value in load.items() if name in known})
        publish(staged, warehouse)
