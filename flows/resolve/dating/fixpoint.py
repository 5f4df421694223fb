"""Intervals of days that limit each other -> the narrowest intervals that fit all limits.

In: `nodes`, one interval a line by its number (`lo`, `hi` in days since 1970, NULL where open; `weekday` 0 to 6 where
only one fits), and `limits`: day of `y` less day of `x` is `lo` to `hi` days (unit "day"), or so many months or years
of the calendar on. Out: the nodes narrowed until nothing moves. Limits that cannot all hold are left out where the
first interval becomes empty: what contradicts itself dates nothing, and the rest stands.
"""

from __future__ import annotations

import polars as pl

from flows.resolve.worded import worded

NODES = {"lo": pl.Int32, "hi": pl.Int32, "weekday": pl.Int8}
LIMITS = {"x": pl.UInt32, "y": pl.UInt32, "lo": pl.Int32, "hi": pl.Int32, "unit": pl.String}
_ROUNDS, _REPAIRS = 60, 8
_UNITS = {"month": ("1mo", "{}mo"), "year": ("1y", "{}y")}


def narrowed(nodes: pl.DataFrame, limits: pl.DataFrame) -> pl.DataFrame:
    """The nodes in their order."""
    arrows = _both_ways(limits)
    for _ in range(_REPAIRS):
        found, unsettled = _settled(nodes, arrows)
        if unsettled.is_empty():
            return found
        arrows = _without_conflict(arrows, unsettled)
    return nodes


def _without_conflict(arrows: pl.DataFrame, unsettled: pl.Series) -> pl.DataFrame:
    """Without the arrows between two unsettled nodes; where there are none, without any that touches one."""
    ends = [pl.col(name).is_in(unsettled.implode()) for name in ("x", "y")]
    left = arrows.filter(~(ends[0] & ends[1]))
    return left if left.height < arrows.height else arrows.filter(~(ends[0] | ends[1]))


def _both_ways(limits: pl.DataFrame) -> pl.DataFrame:
    """Each limit as two arrows, from x to y and back."""
    back = limits.select(x="y", y="x", lo=-pl.col("hi"), hi=-pl.col("lo"), unit="unit")
    return pl.concat([limits.select(LIMITS.keys()), back]).unique(maintain_order=True)


def _settled(nodes: pl.DataFrame, arrows: pl.DataFrame) -> tuple[pl.DataFrame, pl.Series]:
    """The nodes when nothing moves any more, and the numbers of those that became empty or never came to rest."""
    now = _on_weekdays(nodes)
    moved = pl.Series("moved", range(now.height), dtype=pl.UInt32)
    for _ in range(_ROUNDS):
        empty = now.select((pl.col("lo") > pl.col("hi")).fill_null(False).arg_true()).to_series()
        if not empty.is_empty() or moved.is_empty():
            return now, empty
        live = arrows.filter(pl.col("x").is_in(moved.implode()))
        after = _on_weekdays(_pushed(now, live))
        changed = (after["lo"].ne_missing(now["lo"]) | after["hi"].ne_missing(now["hi"])).arg_true()
        now, moved = after, changed
    return now, moved


def _pushed(nodes: pl.DataFrame, arrows: pl.DataFrame) -> pl.DataFrame:
    """Every interval cut to what its arrows leave."""
    ends = arrows.with_columns(from_lo=nodes["lo"].gather(arrows["x"]), from_hi=nodes["hi"].gather(arrows["x"]))
    parts = [_shifted(part, str(unit)) for (unit,), part in ends.partition_by("unit", as_dict=True).items()]
    if not parts:
        return nodes
    best = pl.concat(parts).group_by("y").agg(new_lo=pl.col("lo").max(), new_hi=pl.col("hi").min())
    numbered = nodes.with_row_index("y").join(best, on="y", how="left", maintain_order="left")
    return numbered.select(
        lo=pl.max_horizontal("lo", "new_lo"), hi=pl.min_horizontal("hi", "new_hi"), weekday=pl.col("weekday")
    )


def _shifted(arrows: pl.DataFrame, unit: str) -> pl.DataFrame:
    """By target the first and the last day that each arrow leaves open."""
    if unit == "day":
        return arrows.select("y", lo=pl.col("from_lo") + pl.col("lo"), hi=pl.col("from_hi") + pl.col("hi"))
    every, step = _UNITS[unit]
    first, last = (pl.col(name).cast(pl.Date).dt.truncate(every) for name in ("from_lo", "from_hi"))
    return arrows.select(
        "y",
        lo=first.dt.offset_by(worded(step, "lo")).cast(pl.Int32),
        hi=last.dt.offset_by(worded(step, pl.col("hi") + 1)).cast(pl.Int32) - 1,
    )


def _on_weekdays(nodes: pl.DataFrame) -> pl.DataFrame:
    """Ends moved inwards to the one weekday that fits; day 0 was a Thursday."""
    ahead = (pl.col("weekday") - (pl.col("lo") + 3) % 7) % 7
    behind = ((pl.col("hi") + 3) % 7 - pl.col("weekday")) % 7
    return nodes.with_columns(
        lo=(pl.col("lo") + ahead.fill_null(0)).cast(pl.Int32), hi=(pl.col("hi") - behind.fill_null(0)).cast(pl.Int32)
    )
