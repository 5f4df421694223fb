"""Which claim supports which row, as a whole or in one field.

In: the work of a run with its ids; out: claim_links. A link without a field says that the claim tells the row. A tie
without a claim of its own is told by its legs' claims; an inferred leg by the claims of its tie, its score by those and
by the claims of the other leg.
"""

from __future__ import annotations

import polars as pl

from flows.resolve.frames import CLAIM_LINKS, shaped
from flows.resolve.ids import Ids
from flows.resolve.tallies import inferred as tally_goals
from flows.resolve.work import Work


def claim_links(work: Work, ids: Ids) -> pl.DataFrame:
    """The table claim_links, sorted."""
    told = [
        _named(_matches(work), "match", "match", ids),
        *(_named(work.leg_links.filter(pl.col("claim_kind") == kind), kind, "match", ids) for kind in ("match", "tie")),
        _named(work.dated.links, "match", "match", ids),
        _named(_inferred_from_ties(work), "tie", "match", ids),
        _named(_inferred_from_legs(work), "match", "match", ids),
        _named(tally_goals.links(work.match_rows, work.held.inferred, work.measures.links), "statistic", "match", ids),
        _named(_ties(work), "tie", "tie", ids),
        _named(ties_told_by_legs(work), "match", "tie", ids),
        _named(_whole(work.goals.links), "goal", "goal", ids),
        _named(_whole(work.measures.links), "statistic", "statistic", ids),
    ]
    return shaped(_in_order(pl.concat(told)), CLAIM_LINKS)


_KINDS = ("goal", "match", "statistic", "tie")


def _named(links: pl.DataFrame, claim_kind: str, resolved_kind: str, ids: Ids) -> pl.DataFrame:
    """The links with the ids of their rows, and the place of the row among those of its kind."""
    named = ids[resolved_kind].sort("id").with_row_index("place").rename({"id": "resolved_id"})
    kinds = {"claim_kind": pl.lit(claim_kind), "resolved_kind": pl.lit(resolved_kind)}
    at = pl.lit(_KINDS.index(resolved_kind) * 4 + _KINDS.index(claim_kind), pl.UInt64)
    return links.join(named, on="row").select("claim_id", "resolved_id", "field", "place", **kinds, kinds=at)


def _in_order(links: pl.DataFrame) -> pl.DataFrame:
    """Each link once, by resolved kind and id, field, claim kind and id: a number sorts faster than five texts."""
    fields = links["field"].drop_nulls().unique().sort()
    claims = links.select(pl.col("claim_id").unique().sort()).with_row_index("claim")
    numbers = list(range(1, fields.len() + 1))
    field = pl.col("field").replace_strict(fields, numbers, default=0, return_dtype=pl.UInt64)
    kind, claim_kind = pl.col("kinds") // 4, pl.col("kinds") % 4
    key = (((kind * 2**24 + pl.col("place")) * 2**6 + field) * 4 + claim_kind) * 2**26 + pl.col("claim")
    numbered = links.join(claims, on="claim_id").with_columns(key=key)
    return numbered.unique("key", keep="any").sort("key")


def _whole(links: pl.DataFrame) -> pl.DataFrame:
    return links.select("row", "claim_id", field=pl.lit(None, pl.String))


def _matches(work: Work) -> pl.DataFrame:
    return pl.concat([_whole(work.match_claims), work.described.links.select("row", "claim_id", "field")])


def _ties(work: Work) -> pl.DataFrame:
    return pl.concat([_whole(work.settled.claims), work.settled.votes.links.select("row", "claim_id", "field")])


def ties_told_by_legs(work: Work) -> pl.DataFrame:
    """Whole-row links, by tie, of the claims of its legs where no claim sums it up."""
    legs = [
        (at, leg.row)
        for at, tie in enumerate(work.settled.ties)
        for leg in (tie.first, tie.second)
        if tie.row is None and leg is not None
    ]
    frame = pl.DataFrame(legs, schema={"tie": pl.Int64, "row": pl.Int64}, orient="row").join(
        work.match_claims, on="row"
    )
    return frame.select(row="tie", claim_id="claim_id", field=pl.lit(None, pl.String))


def _inferred_from_ties(work: Work) -> pl.DataFrame:
    """The stated aggregate gives the score; of a match that nothing else tells it gives the whole row."""
    sources = [(one.row, one.tie.row, field) for one in work.inferred for field in _fields(one.is_new)]
    frame = pl.DataFrame(sources, schema={"match": pl.Int64, "row": pl.Int64, "field": pl.String}, orient="row")
    return frame.join(work.settled.claims, on="row").select(row="match", claim_id="claim_id", field="field")


def _fields(is_new: bool) -> tuple[str | None, ...]:
    return (None, "score_1", "score_2") if is_new else ("score_1", "score_2")


def _inferred_from_legs(work: Work) -> pl.DataFrame:
    """The claims of the other leg that tell its score."""
    sources = [(one.row, one.known.row, field) for one in work.inferred for field in ("score_1", "score_2")]
    frame = pl.DataFrame(sources, schema={"match": pl.Int64, "row": pl.Int64, "field": pl.String}, orient="row")
    scoring = (
        work.described.links.filter(pl.col("field").is_in(["score_1", "score_2"])).select("row", "claim_id").unique()
    )
    return frame.join(scoring, on="row").select(row="match", claim_id="claim_id", field="field")
