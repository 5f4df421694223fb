"""Match claims with their rows -> what each match is.

Each field is the best supported value of the row's claims, with the links and disputes of the vote. Sides stand home
first where that is known, else as the most confident claim has them. Rows are numbers here; ids come last, when ties
have been found and legs inferred.
"""

from __future__ import annotations

from typing import NamedTuple

import polars as pl

from flows.resolve import names
from flows.resolve.fields import Ballot, combined_confidence, vote
from flows.resolve.told import PAIR
from flows.resolve.turned import turned


class Described(NamedTuple):
    """`rows`: one per match, by row; `links`: row, claim_id, field; `disputes`: what, and the columns of a dispute."""

    rows: pl.DataFrame
    links: pl.DataFrame
    disputes: pl.DataFrame


def describe(claims: pl.DataFrame, clubs: pl.DataFrame) -> Described:
    """One row per match from the claims with their rows."""
    oriented = turned(claims, vote(claims, "home_side").chosen, clubs)
    ballots = _ballots(oriented)
    rows = _whole(oriented)
    for ballot in ballots.values():
        rows = rows.join(ballot.chosen, on="row", how="left", maintain_order="left")
    rows = _scored(rows, oriented)
    disputes = [_named(ballot.disputes, field) for field, ballot in ballots.items()]
    links = [ballot.links for field, ballot in ballots.items() if field not in ("score", "shootout_told")]
    return Described(rows, pl.concat([*links, *_score_links(rows, oriented)]), pl.concat(disputes))


_SPOKEN = {"home_team": "home side", "match_date": "date", "shootout_told": "shoot-out"}
_FIRST_OF_TWO = {"score": "score_1", "shootout_told": "shootout_1"}


def _named(disputes: pl.DataFrame, field: str) -> pl.DataFrame:
    """What a dispute is about; one over a pair of numbers stands at the first of their columns."""
    what = f"match {_SPOKEN.get(field, field)}"
    return disputes.with_columns(what=pl.lit(what), field=pl.lit(_FIRST_OF_TWO.get(field, field)))


_DECIDED = {"regular": 1, "extra_time": 2, "penalties": 3}


def _ballots(told: pl.DataFrame) -> dict[str, Ballot]:
    played_first = (pl.col("key") == "played").cast(pl.Int64)
    named = pl.col("key").is_in(told["competition_key"].drop_nulls().unique().implode()).cast(pl.Int64)
    finer = pl.col("key").ne("group stage").cast(pl.Int64)
    latest = pl.col("key").replace_strict(_DECIDED, default=0, return_dtype=pl.Int64)
    closed = told.filter(pl.col("behind_closed_doors"))
    return {
        "status": vote(told, "status", rank=played_first, agree=_always),
        "competition": vote(told, "competition", "competition_shown", rank=named, agree=names.same_competition),
        "season": vote(told, "season"),
        "round": vote(told, "round", "round_key", rank=finer, agree=names.same_round),
        "leg": vote(told, "leg", "leg_key"),
        "match_date": vote(told, "match_date", "date_key"),
        "home_team": vote(told, "home_team"),
        "score": vote(told, "score"),
        "decided": vote(told, "decided", rank=latest, agree=_always),
        "shootout_told": vote(told, "shootout_told"),
        "venue": vote(told, "venue", "venue_key", agree=names.same_place),
        "behind_closed_doors": vote(closed, "behind_closed_doors"),
    }


def _always(one: str, other: str) -> bool:
    """A match announced and then played, or decided later than one report lets on, is no contradiction."""
    return True


def _whole(told: pl.DataFrame) -> pl.DataFrame:
    return (
        told.sort("claim_id")
        .group_by("row", maintain_order=True)
        .agg(
            *(pl.col(name).first() for name in (*PAIR, "side_1", "side_2")),
            team_1=pl.col("name_1").first(),
            team_2=pl.col("name_2").first(),
            n_claims=pl.len(),
            n_articles=pl.col("article_id").n_unique(),
            is_inferred=pl.lit(False),
            confidence=combined_confidence(),
        )
        .sort("row")
    )


def _scored(rows: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Scores as two columns; where no claim has both sides' goals, each side's as far as told."""
    halves = told.join(rows.filter(pl.col("score").is_null()).select("row"), on="row", how="semi")
    for side in ("1", "2"):
        half = vote(halves.with_columns(half=pl.col(f"told_{side}").cast(pl.String)), "half").chosen
        rows = rows.join(half.rename({"half": f"half_{side}"}), on="row", how="left", maintain_order="left")
    parts = pl.col("score").str.split("-").list
    kicks = pl.col("shootout_told").str.split("-").list
    return rows.with_columns(
        score_1=pl.coalesce(parts.get(0, null_on_oob=True), "half_1").cast(pl.Int32),
        score_2=pl.coalesce(parts.get(1, null_on_oob=True), "half_2").cast(pl.Int32),
        shootout_1=kicks.get(0, null_on_oob=True).cast(pl.Int32),
        shootout_2=kicks.get(1, null_on_oob=True).cast(pl.Int32),
        date_from=pl.col("match_date"),
        date_to=pl.col("match_date"),
    )


def _score_links(rows: pl.DataFrame, told: pl.DataFrame) -> list[pl.DataFrame]:
    """A claim supports each number of the result that it tells."""
    shown = rows.select("row", "score_1", "score_2", "shootout_1", "shootout_2")
    mine = told.select("row", "claim_id", "told_1", "told_2", "kicks_1", "kicks_2").join(shown, on="row")
    pairs = (("told_1", "score_1"), ("told_2", "score_2"), ("kicks_1", "shootout_1"), ("kicks_2", "shootout_2"))
    return [
        mine.filter(pl.col(said) == pl.col(field)).select("row", "claim_id", field=pl.lit(field))
        for said, field in pairs
    ]
