"""Goals that all articles tell alike: the great many, merged without a closer look.

In: goal claims with the `row` of their match, and the scores; out: the goals of the players about whom there is no
doubt, their claims, and the claims of all others. There is none where no other scorer of the side in that match can be
the same person, every claim is of one goal, and either each article tells one and all minutes told are one, or every
goal has a minute that no other comes near and the score has room for all.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from flows.resolve.goal_matches import Scores
from flows.resolve.names import same_person
from flows.resolve.scorers import MINUTES_OFF

SIDE = ["row", "team_key", "is_own"]
_PLAYER = [*SIDE, "scorer_key"]
_GOAL = [*_PLAYER, "which"]


class Plain(NamedTuple):
    """`goals`: at, row, team_key, scorer_key, minute, added_time, kind, scorer, team, n_claims, claim_id; `links`: at,
    claim_id; `rest`: the claims that need a closer look."""

    goals: pl.DataFrame
    links: pl.DataFrame
    rest: pl.DataFrame


def part(claims: pl.DataFrame, scores: Scores, kinds: dict[str, int]) -> Plain:
    """`kinds` ranks the kinds of goals: the higher is shown; two that are more than plain are no plain case."""
    told = claims.with_columns(
        is_own=pl.col("kind") == "own_goal",
        rank=pl.col("kind").replace_strict(kinds, default=0, return_dtype=pl.Int32),
    )
    placed = told.drop_nulls(["row", "team_key", "scorer_key"])
    players = _players(placed).join(_mistakable(placed), on=SIDE, how="anti")
    sure = (
        players.join(_limits(scores), on=["row", "team_key"], how="left")
        .with_columns(is_one=_is_one())
        .filter(_is_sure())
    )
    mine = placed.join(sure.select(*_PLAYER, "is_one"), on=_PLAYER)
    apart = mine.with_columns(which=pl.when("is_one").then(pl.lit(0, pl.Int32)).otherwise("minute"))
    goals = _goals(apart).with_row_index("at")
    links = apart.join(goals.select(*_GOAL, "at"), on=_GOAL).select("at", "claim_id")
    rest = claims.join(links, on="claim_id", how="anti", maintain_order="left")
    return Plain(goals, links, rest)


def _players(placed: pl.DataFrame) -> pl.DataFrame:
    """What the claims of each player of a side in a match have in common."""
    return placed.group_by(_PLAYER).agg(
        n_claims=pl.len(),
        n_articles=pl.col("article_id").n_unique(),
        most=pl.col("n").max(),
        n_minutes=pl.col("minute").drop_nulls().n_unique(),
        is_timed=pl.col("minute").is_not_null().all(),
        nearest=pl.col("minute").unique().sort().diff().min(),
        n_added=pl.col("added_time").n_unique(),
        n_teams=pl.col("team").n_unique(),
        n_kinds=pl.col("kind").filter(pl.col("rank") > 0).n_unique(),
    )


def _is_one() -> pl.Expr:
    return (pl.col("n_claims") == pl.col("n_articles")) & (pl.col("n_minutes") <= 1) & (pl.col("n_kinds") <= 1)


def _is_sure() -> pl.Expr:
    alike = (pl.col("most") == 1) & (pl.col("n_teams") == 1) & (pl.col("n_added") == 1)
    room = (pl.col("n_minutes") <= pl.col("goals")).fill_null(True)
    several = pl.col("is_timed") & (pl.col("nearest") > MINUTES_OFF) & (pl.col("n_kinds") == 0) & room
    return alike & (pl.col("is_one") | several.fill_null(False))


def _mistakable(placed: pl.DataFrame) -> pl.DataFrame:
    """Sides of a match with two scorers who may be one; each two names are compared once."""
    names = placed.select(_PLAYER).unique()
    pairs = names.join(names, on=SIDE, suffix="_other").filter(pl.col("scorer_key") < pl.col("scorer_key_other"))
    different = pairs.select("scorer_key", "scorer_key_other").unique()
    alike = [same_person(one, other) for one, other in different.iter_rows()]
    return pairs.join(different.filter(pl.Series(alike, dtype=pl.Boolean)), on=different.columns).select(SIDE).unique()


def _limits(scores: Scores) -> pl.DataFrame:
    known = [(row, side, goals) for (row, side), goals in scores.items()]
    return pl.DataFrame(known, schema={"row": pl.Int64, "team_key": pl.String, "goals": pl.Int32}, orient="row")


def _goals(apart: pl.DataFrame) -> pl.DataFrame:
    by_length = pl.col("scorer").sort_by(-pl.col("scorer").str.len_chars().cast(pl.Int32), "scorer")
    return (
        apart.group_by(_GOAL)
        .agg(
            minute=pl.col("minute").max(),
            added_time=pl.col("added_time").max(),
            kind=pl.col("kind").sort_by("rank", "kind").last(),
            scorer=by_length.first(),
            team=pl.col("team").first(),
            n_claims=pl.len().cast(pl.Int32),
            claim_id=pl.col("claim_id").min(),
        )
        .sort(_GOAL)
    )
