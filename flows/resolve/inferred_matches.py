"""Inferred legs -> match rows.

In: the match rows and the missing legs worked out; out: the match rows with an inferred score where a leg was told
without one, and a row of its own where it was not told at all. Both are marked `is_inferred` and trusted less than
either source.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from flows.resolve.missing_leg import Inferred

_TRUST = 0.8
_FILLED = pl.Schema(
    {
        "row": pl.Int64(),
        "score_1": pl.Int32(),
        "score_2": pl.Int32(),
        "confidence": pl.Float64(),
        "is_inferred": pl.Boolean(),
    }
)


def with_inferred(rows: pl.DataFrame, inferred: list[Inferred], clubs: dict[str, str]) -> pl.DataFrame:
    """The match rows of a run; `clubs` gives the name to show for a side's key."""
    wanted = [row for one in inferred for row in (one.row, one.known.row)]
    told = {line["row"]: line for line in rows.filter(pl.col("row").is_in(wanted)).iter_rows(named=True)}
    filled = [_filled(one, told) for one in inferred if not one.is_new]
    new = [_new(one, told[one.known.row], clubs) for one in inferred if one.is_new]
    updated = rows.update(pl.DataFrame(filled, schema=_FILLED), on="row", how="left")
    return pl.concat([updated, pl.DataFrame(new, schema=updated.schema)]) if new else updated


def _filled(one: Inferred, told: dict[int, dict[str, Any]]) -> dict[str, Any]:
    return {"row": one.row, **_score(one, told[one.row]["side_1"], told[one.known.row])}


def _score(one: Inferred, side_1: str, source: dict[str, Any]) -> dict[str, Any]:
    a_first = side_1 == one.tie.pair[0]
    return {
        "score_1": one.score_a if a_first else one.score_b,
        "score_2": one.score_b if a_first else one.score_a,
        "confidence": round(_TRUST * min(one.tie.confidence, source["confidence"]), 4),
        "is_inferred": True,
    }


def _new(one: Inferred, source: dict[str, Any], clubs: dict[str, str]) -> dict[str, Any]:
    """A match row: competition, season and round of the leg it is inferred from, the other side at home."""
    side_1 = one.home or one.tie.first_side
    side_2 = next(side for side in one.tie.pair if side != side_1)
    kept = ("competition", "season", "round", "side_a", "side_b")
    return {
        "row": one.row,
        "status": "played",
        **{name: source[name] for name in kept},
        "leg": one.leg,
        "side_1": side_1,
        "side_2": side_2,
        "team_1": clubs[side_1],
        "team_2": clubs[side_2],
        "home_team": clubs[side_1] if one.home else None,
        **_score(one, side_1, source),
    }
