"""Claims turned to the order of sides that their row shows: home first, else as the most confident claim has it.

In: match claims with their rows, scores by side key; out: the same with `told_1`, `told_2`, `kicks_1`, `kicks_2`, the
sides' keys and names, and the values on which a row's fields are voted.
"""

from __future__ import annotations

import polars as pl

from flows.resolve.worded import worded

_TURNED = {"told": "score", "kicks": "shootout", "side": "side"}


def turned(claims: pl.DataFrame, home: pl.DataFrame, clubs: pl.DataFrame) -> pl.DataFrame:
    """`home` holds row and home_side ("a" or "b") where it is known, `clubs` key and name of each club."""
    b_first = pl.col("first_is_b")
    placed = claims.join(_first_sides(claims, home), on="row", how="left", maintain_order="left").with_columns(
        *(pl.when(b_first).then(f"{old}_b").otherwise(f"{old}_a").alias(f"{new}_1") for new, old in _TURNED.items()),
        *(pl.when(b_first).then(f"{old}_a").otherwise(f"{old}_b").alias(f"{new}_2") for new, old in _TURNED.items()),
        home_key=pl.when(pl.col("home_side") == "a").then("side_a").when(pl.col("home_side") == "b").then("side_b"),
    )
    named = placed.drop("home_team")
    for key, name in (("side_1", "name_1"), ("side_2", "name_2"), ("home_key", "home_team")):
        named = named.join(clubs.rename({"key": key, "name": name}), on=key, how="left", maintain_order="left")
    return named.with_columns(
        score=worded("{}-{}", "told_1", "told_2"),
        shootout_told=worded("{}-{}", "kicks_1", "kicks_2"),
        match_date=pl.col("match_date").cast(pl.Date),
        date_key=pl.col("match_date").cast(pl.String),
        leg_key=pl.col("leg").cast(pl.String),
    )


def _first_sides(claims: pl.DataFrame, home: pl.DataFrame) -> pl.DataFrame:
    strongest = (
        claims.sort("row", "confidence", "content", "claim_id", descending=[False, True, False, False])
        .unique("row", keep="first", maintain_order=True)
        .select("row", as_told=pl.when("is_turned").then(pl.lit("b")).otherwise(pl.lit("a")))
    )
    return strongest.join(home, on="row", how="left").select(
        "row", first_is_b=pl.coalesce("home_side", "as_told") == "b"
    )
