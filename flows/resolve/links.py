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

_LINK = {"row": pl.Int64, "claim_id": pl.String, "field": pl.String}


def claim_links(work: Work, ids: Ids) -> pl.DataFrame:
    """The table claim_links, sorted."""
    told = [
        _named(_matches(work), "match", "match", ids),
        _named(_inferred_from_ties(work), "tie", "match", ids),
        _named(_inferred_from_legs(work), "match", "match", ids),
        _named(tally_goals.links(work.match_rows, work.held.inferred, work.measures.links), "statistic", "match", ids),
        _named(_ties(work), "tie", "tie", ids),
        _named(ties_told_by_legs(work), "match", "tie", ids),
        _named(_whole(work.goals.links), "goal", "goal", ids),
        _named(_whole(work.measures.links), "statistic", "statistic", ids),
    ]
    return pl.concat(told).unique().sort("resolved_kind", "resolved_id", "field", "claim_kind", "claim_id")


def _named(links: pl.DataFrame, claim_kind: str, resolved_kind: str, ids: Ids) -> pl.DataFrame:
    placed = links.join(ids[resolved_kind], on="row").rename({"id": "resolved_id"})
    return shaped(placed.with_columns(claim_kind=pl.lit(claim_kind), resolved_kind=pl.lit(resolved_kind)), CLAIM_LINKS)


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
