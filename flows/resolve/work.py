"""What one run has worked out before ids are given: everything by row number.

Matches, goals and measures are numbered by their frames' `row`, ties by their place in `Settled.ties`: those that
claims tell come first and in the order of their claims' rows, so that for them place and row are one.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from flows.resolve.dating import Dated
from flows.resolve.goal_matches import Scores
from flows.resolve.goals import Merged
from flows.resolve.legs import legs_by_pair
from flows.resolve.matches import Described
from flows.resolve.measure_rows import Measured
from flows.resolve.missing_leg import Inferred
from flows.resolve.tallies import Held
from flows.resolve.tie_claims import Stated, stated
from flows.resolve.ties import Tie, settle


class Settled(NamedTuple):
    """Ties with their legs; `claims` are the tie claims with `row` the place of their tie in `ties`."""

    ties: list[Tie]
    claims: pl.DataFrame
    votes: Stated


class Work(NamedTuple):
    """All frames of a run, by row numbers."""

    match_claims: pl.DataFrame
    described: Described
    match_rows: pl.DataFrame
    settled: Settled
    inferred: list[Inferred]
    goals: Merged
    measures: Measured
    clubs: dict[str, str]
    held: Held
    leg_links: pl.DataFrame
    dated: Dated


def settle_ties(tie_claims: pl.DataFrame, described: Described) -> Settled:
    """The ties of the claims, in order of their rows, then those that only their legs tell."""
    disputed = set(described.disputes.filter(pl.col("what") == "match score")["row"])
    votes = stated(tie_claims)
    return Settled(settle(votes.ties, legs_by_pair(described.rows, disputed, tie_claims)), tie_claims, votes)


def legs(ties: list[Tie]) -> list[tuple[int, int]]:
    """The rows of the first and the second leg of every tie that has both."""
    return [(tie.first.row, tie.second.row) for tie in ties if tie.first is not None and tie.second is not None]


def scores(match_rows: pl.DataFrame) -> Scores:
    """Goals by match row and side key, where known."""
    found: Scores = {}
    columns = ("row", "side_1", "score_1", "side_2", "score_2")
    for row, side_1, score_1, side_2, score_2 in match_rows.select(columns).iter_rows():
        found.update(
            {(row, side): score for side, score in ((side_1, score_1), (side_2, score_2)) if score is not None}
        )
    return found
