"""What a leg's own reports leave out of the occasion, its tie or the other leg tells.

In: match rows, settled ties with the spelling of their occasion, and the links of the votes; out: the rows with
competition, season, round and number of the leg filled in where they were unknown, and the claims that gave each.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import polars as pl

from flows.resolve.ties import Tie

FIELDS = ("competition", "season", "round")
_FILL: dict[str, Any] = {"row": pl.Int64, "field": pl.String, "value": pl.String, "tie": pl.Int64, "other": pl.Int64}
_LINKS: dict[str, Any] = {"row": pl.Int64, "claim_id": pl.String, "claim_kind": pl.String, "field": pl.String}


class Filled(NamedTuple):
    """`rows`: the match rows; `links`: row, claim_id, claim_kind, field for what was filled in."""

    rows: pl.DataFrame
    links: pl.DataFrame


def fill(
    rows: pl.DataFrame, ties: list[Tie], shown: pl.DataFrame, tie_links: pl.DataFrame, match_links: pl.DataFrame
) -> Filled:
    """`shown`: row of a tie, competition, round as spelt; links: row, claim_id, field of ties and of matches."""
    legs = sorted({leg.row for tie in ties for leg in (tie.first, tie.second) if leg is not None})
    known = {line["row"]: line for line in rows.filter(pl.col("row").is_in(legs)).iter_rows(named=True)}
    spelt = {line["row"]: line for line in shown.iter_rows(named=True)}
    found = [line for tie in ties for line in _of_tie(tie, known, spelt)]
    wanted = pl.DataFrame(found, schema=_FILL, orient="row")
    return Filled(_numbered(_with(rows, wanted), ties), _links(wanted, tie_links, match_links))


def _of_tie(tie: Tie, known: dict[int, Any], spelt: dict[int, Any]) -> list[tuple[Any, ...]]:
    """What each leg of the tie lacks, with where it comes from: the tie's row, else the other leg's."""
    slots = [leg.row if leg is not None else None for leg in (tie.first, tie.second)]
    told = dict(spelt.get(tie.row, {}) if tie.row is not None else {}) | {"season": tie.season}
    found: list[tuple[Any, ...]] = []
    for row, other in (slots, slots[::-1]):
        if row is None or row not in known:
            continue
        for field in FIELDS:
            if known[row][field] is not None:
                continue
            if told.get(field) is not None:
                found.append((row, field, told[field], tie.row, None))
            elif other in known and known[other][field] is not None:
                found.append((row, field, known[other][field], None, other))
    return found


def _with(rows: pl.DataFrame, wanted: pl.DataFrame) -> pl.DataFrame:
    filled = rows
    for field in FIELDS:
        mine = wanted.filter(pl.col("field") == field).unique("row", keep="first", maintain_order=True)
        filled = filled.join(mine.select("row", "value"), on="row", how="left", maintain_order="left")
        filled = filled.with_columns(pl.coalesce(field, "value").alias(field)).drop("value")
    return filled


def _numbered(rows: pl.DataFrame, ties: list[Tie]) -> pl.DataFrame:
    """The legs with their number: the place in the tie is one."""
    places = [(leg.row, at) for tie in ties for at, leg in ((1, tie.first), (2, tie.second)) if leg is not None]
    legs = pl.DataFrame(places, schema={"row": pl.Int64, "nth": pl.Int32}, orient="row").unique("row", keep="first")
    told = rows.join(legs.sort("row"), on="row", how="left", maintain_order="left")
    return told.with_columns(leg=pl.coalesce("leg", "nth")).drop("nth")


def _links(wanted: pl.DataFrame, tie_links: pl.DataFrame, match_links: pl.DataFrame) -> pl.DataFrame:
    sources = (("tie", "tie", tie_links), ("other", "match", match_links))
    found = [
        wanted.drop_nulls(source)
        .join(links.rename({"row": source}).select(source, "field", "claim_id"), on=[source, "field"])
        .select("row", "claim_id", claim_kind=pl.lit(kind), field="field")
        for source, kind, links in sources
    ]
    return pl.concat([frame.cast(pl.Schema(_LINKS)) for frame in found]).unique()
