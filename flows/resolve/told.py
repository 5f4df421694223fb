"""Claims as they come, with the keys by which they are compared.

In: match or tie claims; out: the same rows in order of claim_id, with `side_a` and `side_b` (keys of the two sides,
ordered by name, so that all claims of a pair stand alike whoever names which side first), scores turned to them, and
the keys of competition, round and ground. Claims of one side only, or of a side against itself, are no match.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from flows.resolve import names
from flows.resolve.windows import with_days

PAIR = ["side_a", "side_b"]


def match_claims(claims: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Match claims with sides, oriented scores, keys and days."""
    paired = _paired(claims)
    shootout = pl.col("shootout").str.extract_groups(r"^\s*(\d{1,2})\s*[-–:]\s*(\d{1,2})\s*$")
    turned = paired.with_columns(
        shootout_1=shootout.struct.field("1").cast(pl.Int32), shootout_2=shootout.struct.field("2").cast(pl.Int32)
    ).with_columns(
        *_turned("score_1", "score_2", "score"),
        *_turned("shootout_1", "shootout_2", "shootout"),
        home_key=keyed(paired["home_team"], names.club),
        venue_key=keyed(paired["venue"], names.fold),
    )
    home = (
        pl.when(pl.col("home_key") == pl.col("side_a"))
        .then(pl.lit("a"))
        .when(pl.col("home_key") == pl.col("side_b"))
        .then(pl.lit("b"))
    )
    return with_days(turned.with_columns(home_side=home), articles)


def tie_claims(claims: pl.DataFrame) -> pl.DataFrame:
    """Tie claims with sides, the aggregate as oriented scores, and keys."""
    paired = _paired(claims)
    return paired.with_columns(
        *_turned("aggregate_1", "aggregate_2", "score"), winner_key=keyed(paired["winner"], names.club)
    )


def _paired(claims: pl.DataFrame) -> pl.DataFrame:
    keyed_claims = claims.sort("claim_id").with_columns(
        key_1=keyed(claims.sort("claim_id")["team_1"], names.club),
        key_2=keyed(claims.sort("claim_id")["team_2"], names.club),
    )
    two_sided = keyed_claims.filter(pl.col("key_1") != pl.col("key_2"))
    return two_sided.with_columns(
        side_a=pl.min_horizontal("key_1", "key_2"),
        side_b=pl.max_horizontal("key_1", "key_2"),
        is_turned=pl.col("key_1") > pl.col("key_2"),
        competition_key=keyed(two_sided["competition"], names.competition),
        competition_shown=keyed(two_sided["competition"], names.any_competition),
        round_key=keyed(two_sided["round"], names.round_of),
    )


def _turned(first: str, second: str, name: str) -> list[pl.Expr]:
    turned = pl.col("is_turned")
    return [
        pl.when(turned).then(pl.col(second)).otherwise(pl.col(first)).cast(pl.Int32).alias(f"{name}_a"),
        pl.when(turned).then(pl.col(first)).otherwise(pl.col(second)).cast(pl.Int32).alias(f"{name}_b"),
    ]


def keyed(values: pl.Series, key: Callable[[str], str | None]) -> pl.Series:
    """The key of each name; each different name is folded once."""
    known = values.cast(pl.String).drop_nulls().unique()
    keys = pl.Series([key(name) for name in known], dtype=pl.String)
    return values.cast(pl.String).replace_strict(known, keys, default=None, return_dtype=pl.String)


def spellings(*claims: pl.DataFrame) -> pl.DataFrame:
    """Columns key, name: for each club the one spelling that all rows show, the one most told."""
    sides = [told.select(key=pl.col(f"key_{side}"), name=pl.col(f"team_{side}")) for told in claims for side in (1, 2)]
    return (
        pl.concat(sides)
        .group_by("key", "name")
        .agg(n=pl.len())
        .sort("key", "n", "name", descending=[False, True, False])
        .unique("key", keep="first", maintain_order=True)
        .select("key", "name")
    )
