"""Rows that a check refused are moved out of the way, to rejected_claims, with the check and the reason.

A staged file and the ids of refused rows go in; the rows are gone from their table afterwards, stand in rejected_claims
as JSON, and nothing that is left points at them.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from flows.publish.last import columns
from flows.publish.swap import writing
from flows.schema import CLAIM_KINDS, RESOLVED_KINDS


def quarantine(staged: Path, table: str, key: str, ids: list[str], check_name: str, reason: str) -> int:
    """Move the rows of `table` whose `key` is in `ids` to rejected_claims; return how many moved.

    `table` may be `claims`: whichever claim table holds the id. With a claim go its links, and a number that was part
    of it becomes an ignored one; with a resolved row go its links and contradictions, and goals and ties forget it.
    """
    tables = list(CLAIM_KINDS) if table == "claims" else [table]
    with writing(staged), duckdb.connect(str(staged)) as con:
        con.register("refused_ids", pl.DataFrame({"id": ids}, schema={"id": pl.String}))
        con.execute("begin")
        moved = sum(_move(con, holder, key, check_name, reason) for holder in tables)
        con.execute("commit")
    return moved


def _move(con: duckdb.DuckDBPyConnection, table: str, key: str, check_name: str, reason: str) -> int:
    con.execute(
        f"create temp table refused as from {table} where cast({key} as varchar) in (select id from refused_ids)"
    )
    document = "document" if "document" in columns(con)[table] else "null"
    con.execute(
        f"insert into rejected_claims by name select {key} as claim_id, $kind as claim_kind, {document} as document, "
        f"{_whole_row(table)} as claim, $check_name as check_name, $reason as reason from refused",
        {"kind": CLAIM_KINDS.get(table, table), "check_name": check_name, "reason": reason},
    )
    con.execute(f"delete from {table} where {key} in (select {key} from refused)")
    if table in CLAIM_KINDS:
        _forget_claims(con, check_name)
    if table in RESOLVED_KINDS:
        _forget_resolved(con, RESOLVED_KINDS[table], f"{RESOLVED_KINDS[table]}_id")
    moved = con.execute("select count(*) from refused").fetchall()[0][0]
    con.execute("drop table refused")
    return int(moved)


def _whole_row(table: str) -> str:
    """The refused row as JSON; a resolved one takes the ids of its claims along, as its links will be gone."""
    if table not in RESOLVED_KINDS:
        return "to_json(refused)"
    kind = RESOLVED_KINDS[table]
    told = (
        "select list(distinct claim_id order by claim_id) from claim_links "
        f"where resolved_kind = '{kind}' and resolved_id = refused.{kind}_id"
    )
    return f"json_merge_patch(to_json(refused), json_object('claim_ids', ({told})))"


def _forget_claims(con: duckdb.DuckDBPyConnection, check_name: str) -> None:
    con.execute("delete from claim_links where claim_id in (select claim_id from refused)")
    con.execute(
        "update number_mentions set status = 'ignored', claim_id = null, reason = $reason "
        "where claim_id in (select claim_id from refused)",
        {"reason": f"its claim was refused by {check_name}"},
    )


def _forget_resolved(con: duckdb.DuckDBPyConnection, kind: str, id_column: str) -> None:
    gone = f"(select {id_column} from refused)"
    con.execute(f"delete from claim_links where resolved_kind = '{kind}' and resolved_id in {gone}")
    con.execute(f"delete from contradictions where resolved_kind = '{kind}' and resolved_id in {gone}")
    con.execute(f"delete from reference_verdicts where resolved_kind = '{kind}' and resolved_id in {gone}")
    if kind == "statistic":
        con.execute(f"delete from tally_steps where to_statistic in {gone} or from_statistic in {gone}")
    if kind == "match":
        con.execute("delete from tally_steps where list_has_any(match_ids, (select list(match_id) from refused))")
        con.execute(f"update goals set match_id = null where match_id in {gone}")
        _forget_leg(con, "first_leg", gone)
        _forget_leg(con, "second_leg", gone)


def _forget_leg(con: duckdb.DuckDBPyConnection, leg: str, gone: str) -> None:
    """A tie that has lost a leg adds up to nothing, so there is nothing to hold its aggregate against."""
    con.execute(
        f"update ties set {leg} = null, computed_1 = null, computed_2 = null, verdict = 'not_comparable', "
        "n_corroborating = 0 "
        f"where {leg} in {gone}"
    )
