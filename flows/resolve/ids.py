"""Which past does each row have, and what founds it where it has none?

In: the work of a run and the links published last time; out: for each kind the ids by row. A leg that was inferred and
is now told, and a tie that only its legs told and that is now summed up, keep their ids through the claims they were
linked to.
"""

from __future__ import annotations

import polars as pl

from flows.resolve.identity import stable_ids
from flows.resolve.work import Work

Ids = dict[str, pl.DataFrame]


def give(work: Work, previous_links: pl.DataFrame) -> Ids:
    """Columns row, id for match, tie, goal and statistic."""
    matches = stable_ids("match", _match_members(work), _match_founders(work), previous_links)
    ties = stable_ids("tie", _tie_members(work), _tie_founders(work, matches), previous_links)
    goal_links = work.goals.links.with_columns(claim_kind=pl.lit("goal"))
    measure_links = work.measures.links.with_columns(claim_kind=pl.lit("statistic"))
    founders = work.measures.rows.select("row", "content", "claim_id")
    return {
        "match": matches,
        "tie": ties,
        "goal": stable_ids("goal", goal_links, _goal_founders(work, matches), previous_links),
        "statistic": stable_ids("statistic", measure_links, founders, previous_links),
    }


def _match_members(work: Work) -> pl.DataFrame:
    """A match's own claims, and behind its legs the claims of its tie."""
    own = work.match_claims.select("row", "claim_id", claim_kind=pl.lit("match"))
    legs = [
        (leg.row, at) for at, tie in enumerate(work.settled.ties) for leg in (tie.first, tie.second) if leg is not None
    ]
    behind = pl.DataFrame(legs, schema={"leg": pl.Int64, "row": pl.Int64}, orient="row").join(
        work.settled.claims, on="row"
    )
    return pl.concat(
        [own, behind.select("claim_id", row="leg", claim_kind=pl.lit("tie")).select("row", "claim_id", "claim_kind")]
    )


def _match_founders(work: Work) -> pl.DataFrame:
    """What the claim says that tells most, of equals the first by content."""
    known = ("score_a", "score_b", "home_side", "competition_key", "season", "round_key", "leg", "day")
    told = work.match_claims.with_columns(n_known=pl.sum_horizontal(pl.col(name).is_not_null() for name in known))
    first = told.sort("row", "n_known", "content", "claim_id", descending=[False, True, False, False])
    founders = first.unique("row", keep="first", maintain_order=True).select("row", "content", "claim_id")
    return pl.concat([founders, _inferred_founders(work)])


def _inferred_founders(work: Work) -> pl.DataFrame:
    """An inferred leg is founded on what its tie's claim says."""
    legs = pl.DataFrame(
        [(one.row, one.tie.row, f"leg {one.leg}") for one in work.inferred if one.is_new],
        schema={"leg_row": pl.Int64, "row": pl.Int64, "leg_name": pl.String},
        orient="row",
    )
    founded = legs.join(_first_claims(work), on="row")
    return founded.select(
        row="leg_row", content=pl.concat_str("leg_name", "content", separator="|"), claim_id="claim_id"
    )


def _first_claims(work: Work) -> pl.DataFrame:
    """The founding claim of each tie that claims tell: row, content, claim_id."""
    claims = work.settled.claims.sort("row", "content", "claim_id").unique("row", keep="first", maintain_order=True)
    return claims.select("row", "content", "claim_id")


def _tie_members(work: Work) -> pl.DataFrame:
    """A tie's own claims, and behind them those of its legs."""
    own = work.settled.claims.select("row", "claim_id", claim_kind=pl.lit("tie"))
    legs = [
        (at, leg.row) for at, tie in enumerate(work.settled.ties) for leg in (tie.first, tie.second) if leg is not None
    ]
    behind = pl.DataFrame(legs, schema={"tie": pl.Int64, "row": pl.Int64}, orient="row").join(
        work.match_claims, on="row"
    )
    return pl.concat([own, behind.select(row="tie", claim_id="claim_id", claim_kind=pl.lit("match"))])


def _tie_founders(work: Work, matches: pl.DataFrame) -> pl.DataFrame:
    founders = _first_claims(work)
    ids = dict(matches.iter_rows())
    by_legs = [
        (at, f"legs|{ids[tie.first.row]}|{ids[tie.second.row]}", "")
        for at, tie in enumerate(work.settled.ties)
        if tie.row is None and tie.first is not None and tie.second is not None
    ]
    return pl.concat([founders, pl.DataFrame(by_legs, schema=founders.schema, orient="row")])


def _goal_founders(work: Work, matches: pl.DataFrame) -> pl.DataFrame:
    """A goal is founded in its match: the same scorer scores in others too."""
    placed = work.goals.rows.join(matches, left_on="match_row", right_on="row", how="left", maintain_order="left")
    content = pl.concat_str(pl.col("id").fill_null(""), "content", separator="|")
    return placed.select("row", content=content, claim_id="claim_id")
