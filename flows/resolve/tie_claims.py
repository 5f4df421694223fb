"""Tie claims with their rows -> ties as told: sides, stated aggregate, winner, competition, season, round.

Each field is the best supported value of the row's claims, with the links and disputes of the vote; legs come later.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import polars as pl

from flows.resolve import names
from flows.resolve.fields import Ballot, vote
from flows.resolve.ties import Tie
from flows.resolve.told import PAIR
from flows.resolve.worded import worded


class Stated(NamedTuple):
    """What tie claims tell: the ties, one per row of the claims and in that order, and what their votes gave."""

    ties: list[Tie]
    links: pl.DataFrame
    disputes: pl.DataFrame
    shown: pl.DataFrame


def stated(claims: pl.DataFrame) -> Stated:
    """The ties that claims tell; `shown` holds by row the spelling of competition, season and round."""
    voted = _ballots(claims)
    strongest = claims.sort("row", "confidence", "content", "claim_id", descending=[False, True, False, False])
    rows = strongest.unique("row", keep="first", maintain_order=True).select("row", *PAIR, "is_turned", "confidence")
    for name in ("score_text", "winner_key", "competition_key", "season", "round_key"):
        rows = rows.join(voted[name].chosen, on="row", how="left", maintain_order="left")
    shown = rows.select("row")
    for name in ("competition", "round"):
        shown = shown.join(voted[name].chosen, on="row", how="left", maintain_order="left")
    disputed = set(voted["score_text"].disputes["row"])
    found = [_tie(line, line["row"] in disputed) for line in rows.iter_rows(named=True)]
    links = pl.concat([_aggregate_links(voted["score_text"].links), *(voted[name].links for name in _SHOWN)])
    return Stated(found, links, _disputes(voted, rows), shown)


_SHOWN = ("winner", "competition", "season", "round")


def _ballots(claims: pl.DataFrame) -> dict[str, Ballot]:
    told = claims.with_columns(score_text=worded("{}-{}", "score_a", "score_b"))
    return {
        "score_text": vote(told, "score_text"),
        "winner": vote(told, "winner", "winner_key"),
        "winner_key": vote(told, "winner_key"),
        "competition": vote(told, "competition", "competition_key"),
        "competition_key": vote(told, "competition_key"),
        "season": vote(told, "season"),
        "round": vote(told, "round", "round_key", agree=names.same_round),
        "round_key": vote(told, "round_key"),
    }


def _aggregate_links(links: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([links.with_columns(field=pl.lit(field)) for field in ("stated_1", "stated_2")])


def _disputes(voted: dict[str, Ballot], rows: pl.DataFrame) -> pl.DataFrame:
    """Aggregates that differ, turned to the tie's order of sides, and sides that cannot both have gone through."""
    aggregate = _turned_values(voted["score_text"].disputes, rows).with_columns(
        what=pl.lit("tie aggregate"), field=pl.lit("stated_1")
    )
    return pl.concat([aggregate, voted["winner"].disputes.with_columns(what=pl.lit("tie winner"))])


def _turned_values(disputes: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    turn = pl.element().str.replace(r"^(\d+)-(\d+)$", "${2}-${1}")
    placed = disputes.join(rows.select("row", "is_turned"), on="row", maintain_order="left")
    return placed.with_columns(
        claimed_values=pl.when("is_turned").then(pl.col("claimed_values").list.eval(turn)).otherwise("claimed_values"),
        used=pl.when("is_turned").then(pl.col("used").str.replace(r"^(\d+)-(\d+)$", "${2}-${1}")).otherwise("used"),
    ).drop("is_turned")


def _tie(line: dict[str, Any], is_disputed: bool) -> Tie:
    score = [int(goals) for goals in line["score_text"].split("-")] if line["score_text"] else [None, None]
    return Tie(
        row=line["row"],
        pair=(line["side_a"], line["side_b"]),
        first_side=line["side_b"] if line["is_turned"] else line["side_a"],
        stated_a=score[0],
        stated_b=score[1],
        winner=line["winner_key"],
        competition=line["competition_key"],
        season=line["season"],
        round=line["round_key"],
        confidence=line["confidence"],
        is_disputed=is_disputed,
    )
