"""The next warehouse file is filled: documents and claims, later what they resolve to, at last the record of the run.

In go the plan of the run and Parquet parts with what was read; the rows of files that are the same still come from the
published file, which is attached read-only. Rows go in by the names of their columns, a table at a time.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import polars as pl

from flows import schema
from flows.places import DATABASE, STAGED
from flows.publish.last import columns, opened, reading
from flows.publish.swap import discard, writing

if TYPE_CHECKING:
    from flows.incremental import Plan


def stage_claims(warehouse: Path, plan: Plan, parts: list[Path]) -> Path:
    """Start the next file with all documents, the claims of `parts` and those of files that need no new reading.

    A part is a folder with one Parquet file a table. Returns the staged file. Raises PressboxError if the published
    file cannot be read or the next one cannot be written.
    """
    staged = warehouse / STAGED
    with opened(warehouse):
        pass  # a published file that cannot be read is told of before anything is written
    with writing(staged):
        warehouse.mkdir(parents=True, exist_ok=True)
        discard(staged)
        # Files of DuckDB 2's own format cannot be opened by the command-line clients in use.
        with duckdb.connect(str(staged), config={"storage_compatibility_version": "v1.5.0"}) as con:
            con.execute("begin")
            con.execute(schema.script())
            _insert(con, "documents", plan.documents)
            for table in schema.READ_TABLES:
                _insert_parquet(con, table, [part / f"{table}.parquet" for part in parts])
            con.execute("commit")
            if (warehouse / DATABASE).exists():
                _carry_over(con, warehouse / DATABASE, plan)
    return staged


def claim_frames(staged: Path) -> dict[str, pl.DataFrame]:
    """Articles and the four claim tables of a staged file, as resolving wants them."""
    with duckdb.connect(str(staged), read_only=True) as con:
        return {table: con.sql(f"from {table}").pl() for table in ["articles", *schema.CLAIM_KINDS]}


def stage_resolved(staged: Path, resolved: dict[str, pl.DataFrame]) -> None:
    """Put matches, ties, goals, statistics, claim_links and contradictions into a staged file."""
    with writing(staged), duckdb.connect(str(staged)) as con:
        con.execute("begin")
        for table, frame in resolved.items():
            _insert(con, table, frame)
        con.execute("commit")


def record_load(staged: Path, load: dict[str, Any]) -> None:
    """Add one row to loads; the keys of `load` are its columns, times are stored in UTC."""
    names, values = ", ".join(load), ", ".join(f"${name}" for name in load)
    with writing(staged), duckdb.connect(str(staged)) as con:
        con.execute("set TimeZone = 'UTC'")
        con.execute(f"insert into loads ({names}) values ({values})", load)


def _insert(con: duckdb.DuckDBPyConnection, table: str, frame: pl.DataFrame) -> None:
    con.register("frame", frame)
    con.execute(f"insert into {table} by name select * from frame")
    con.unregister("frame")


def _insert_parquet(con: duckdb.DuckDBPyConnection, table: str, files: list[Path]) -> None:
    there = [str(file) for file in files if file.exists()]
    if there:
        con.execute(f"insert into {table} by name select * from read_parquet($files)", {"files": there})


def _carry_over(con: duckdb.DuckDBPyConnection, published: Path, plan: Plan) -> None:
    """Copy from the published file what was read from files that are the same still, and the history of loads."""
    names = [(document, document) for document in plan.unchanged] + list(plan.renamed.items())
    con.register("kept", pl.DataFrame(names, schema={"now": pl.String, "then": pl.String}, orient="row"))
    path = str(published).replace("'", "''")
    with reading(published):
        con.execute(f"attach '{path}' as published (read_only)")
        with writing(published.with_name(STAGED)):
            con.execute("begin")
            if names:
                _carry_claims(con)
            _carry_loads(con)
            con.execute("commit")


def _carry_claims(con: duckdb.DuckDBPyConnection) -> None:
    renamed_claim = "json_merge_patch(same.claim, json_object('document', kept.now)) as claim"
    for table in [*schema.READ_TABLES, "rejected_claims"]:
        replaced = "kept.now as document" + (f", {renamed_claim}" if table == "rejected_claims" else "")
        con.execute(
            f"insert into {table} by name select same.* replace ({replaced}) "
            f"from published.{table} as same inner join kept on same.document = kept.then"
        )


def _carry_loads(con: duckdb.DuckDBPyConnection) -> None:
    both = columns(con, "published").get("loads", set()) & columns(con)["loads"]
    if both:
        con.execute(f"insert into loads by name select {', '.join(sorted(both))} from published.loads")
