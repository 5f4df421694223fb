"""The resolved tables: what was worked out by row number, under the ids that stay.

In: the work of a run with its ids; out: one frame per table, sorted by id. The count of claims of an inferred leg, or
of a tie that only its legs tell, is that of the claims linked to the whole row.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from flows.resolve import contradictions as disagreements
from flows.resolve import corroborated
from flows.resolve.frames import TIES
from flows.resolve.ids import Ids
from flows.resolve.ties import Tie, decided_by, verdict, winner
from flows.resolve.worded import worded
from flows.resolve.work import Work


def matches(work: Work, ids: Ids, links: pl.DataFrame) -> pl.DataFrame:
    """One row per match."""
    rows = work.match_rows.join(ids["match"], on="row").rename({"id": "match_id"}).drop("n_claims")
    counted = rows.join(_counted(links, "match"), left_on="match_id", right_on="resolved_id", how="left")
    inferred = _articles_of_inferred(work)
    trusted = corroborated.with_trust(counted, corroborated.matches(work))
    return (
        trusted.join(inferred, on="row", how="left")
        .with_columns(n_articles=pl.coalesce("n_told_in", "n_articles"))
        .sort("match_id")
    )


def _counted(links: pl.DataFrame, kind: str) -> pl.DataFrame:
    whole = links.filter((pl.col("resolved_kind") == kind) & pl.col("field").is_null())
    return whole.group_by("resolved_id").agg(n_claims=pl.col("claim_id").n_unique())


def _articles_of_inferred(work: Work) -> pl.DataFrame:
    new = [(one.tie.row, one.row) for one in work.inferred if one.is_new]
    frame = pl.DataFrame(new, schema={"row": pl.Int64, "match": pl.Int64}, orient="row")
    told = frame.join(work.settled.claims, on="row").group_by("match").agg(n_told_in=pl.col("article_id").n_unique())
    return told.rename({"match": "row"})


def ties(work: Work, ids: Ids, links: pl.DataFrame) -> pl.DataFrame:
    """One row per tie, oriented as its most confident claim names the sides, else from the first leg's home side."""
    names = dict(ids["match"].iter_rows())
    spelt = {line["row"]: line for line in work.match_rows.select("row", "competition", "round").iter_rows(named=True)}
    shown = {line["row"]: line for line in work.settled.votes.shown.iter_rows(named=True)}
    rows = [_tie(at, tie, names, spelt, shown.get(tie.row, {}), work.clubs) for at, tie in enumerate(work.settled.ties)]
    frame = pl.DataFrame(rows, schema=_TIE, orient="row").join(ids["tie"], on="row").rename({"id": "tie_id"})
    counted = frame.join(_counted(links, "tie"), left_on="tie_id", right_on="resolved_id", how="left")
    borne_out = counted.join(corroborated.ties(work), on="row", how="left")
    return borne_out.with_columns(pl.col("n_corroborating").fill_null(0)).sort("tie_id")


_TIE = {"row": pl.Int64} | {
    name: kind
    for name, kind in TIES.items()
    if name not in ("tie_id", "n_claims", "n_corroborating", "reference_status")
}


def _tie(
    at: int, tie: Tie, ids: dict[int, str], spelt: dict[int, Any], shown: dict[str, Any], clubs: dict[str, str]
) -> tuple[Any, ...]:
    """What the claims do not tell of competition, season and round, the legs do."""
    legs = [leg for leg in (tie.first, tie.second) if leg is not None]
    told = [shown, *(spelt[leg.row] for leg in legs if leg.row in spelt)]
    total = tie.computed() or (None, None)
    through = winner(tie)
    turned = tie.first_side == tie.pair[1]
    return (
        at,
        _first(line.get("competition") for line in told),
        _first([tie.season, *(leg.season for leg in legs)]),
        _first(line.get("round") for line in told),
        *_order(turned, clubs[tie.pair[0]], clubs[tie.pair[1]]),
        *_order(turned, tie.stated_a, tie.stated_b),
        *_order(turned, *total),
        ids[tie.first.row] if tie.first else None,
        ids[tie.second.row] if tie.second else None,
        clubs[through] if through else None,
        decided_by(tie)[1],
        verdict(tie),
    )


def _first(values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _order(turned: bool, one: Any, other: Any) -> tuple[Any, Any]:
    return (other, one) if turned else (one, other)


def goals(work: Work, ids: Ids) -> pl.DataFrame:
    """One row per goal; the side is spelt as in its match."""
    match_ids = ids["match"].rename({"row": "match_row", "id": "match_id"})
    rows = (
        work.goals.rows.join(ids["goal"], on="row")
        .rename({"id": "goal_id"})
        .join(match_ids, on="match_row", how="left")
    )
    return rows.with_columns(team=pl.coalesce(_spelt("team_key", work.clubs), "team")).sort("goal_id")


def _spelt(key: str, clubs: dict[str, str]) -> pl.Expr:
    return pl.col(key).replace_strict(list(clubs), list(clubs.values()), default=None, return_dtype=pl.String)


def statistics(work: Work, ids: Ids) -> pl.DataFrame:
    """One row per measure."""
    held = _held_on(work)
    dated = work.measures.rows.join(held, on="row", how="left").with_columns(as_of=pl.coalesce("as_of", "days"))
    trusted = corroborated.with_trust(dated, corroborated.measures(work))
    return trusted.join(ids["statistic"], on="row").rename({"id": "statistic_id"}).sort("statistic_id")


_MONTH = 31


def _held_on(work: Work) -> pl.DataFrame:
    """Columns row, days: the days on which the stories of a measure can have been written, of a month at most."""
    told = work.measures.links.join(work.dated.stories, on="article_id").group_by("row")
    known = told.agg(first=pl.col("written_from").min(), last=pl.col("written_to").max()).drop_nulls()
    near = known.filter((pl.col("last") - pl.col("first")).dt.total_days().is_between(0, _MONTH))
    span = pl.col("first").cast(pl.String) + pl.lit("/") + pl.col("last").cast(pl.String)
    one_day = pl.col("first") == pl.col("last")
    return near.select("row", days=pl.when(one_day).then(pl.col("first").cast(pl.String)).otherwise(span))


def tally_steps(work: Work, ids: Ids) -> pl.DataFrame:
    """One row per two tallies of a side that follow each other."""
    told = work.measures.rows.select("row", "subject", "competition", "season", "value")
    names = ids["statistic"]
    match_ids = dict(ids["match"].iter_rows())
    steps = (
        work.held.steps.drop("season")
        .join(told.rename({"value": "to_value"}), on="row")
        .join(told.select(other="row", from_value="value"), on="other")
        .join(names.rename({"id": "to_statistic"}), on="row")
        .join(names.rename({"row": "other", "id": "from_statistic"}), on="other")
        .with_columns(
            pl.col("from_value", "to_value").cast(pl.Int32),
            n_matches="played",
            n_matches_told="n_scored",
            missing=pl.when(pl.col("verdict") == "missing").then("left"),
        )
        .sort("to_statistic", "from_statistic")
    )
    rows = [[match_ids[row] for row in matches or []] for matches in steps["match_rows"].to_list()]
    return steps.with_columns(match_ids=pl.Series(rows, dtype=pl.List(pl.String)))


def contradictions(work: Work, ids: Ids) -> pl.DataFrame:
    """One row per disagreement, of all kinds."""
    scored = _scoring_claims(work)
    tie_claims, leg_claims = _numbers(work.settled.claims), _numbers(work.match_claims)
    disputes = {
        "match": [work.described.disputes, work.dated.disputes, _goals_beyond_score(work, scored)],
        "tie": [
            work.settled.votes.disputes,
            disagreements.aggregates(work.settled.ties, tie_claims, leg_claims),
            disagreements.winners(work.settled.ties, _winners_told(work), leg_claims, work.clubs),
        ],
        "goal": [work.goals.disputes],
        "statistic": [work.measures.disputes, work.held.disputes],
    }
    frames = [disagreements.with_ids(_all(frames), ids[kind], kind) for kind, frames in disputes.items()]
    return pl.concat(frames).sort("contradiction_id")


def _all(frames: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(
        [frame.select(disagreements.SCHEMA.keys()).cast(pl.Schema(disagreements.SCHEMA)) for frame in frames]
    )


def _scoring_claims(work: Work) -> pl.DataFrame:
    """Claims that tell the score of their row: row, claim_id, value."""
    scoring = (
        work.described.links.filter(pl.col("field").is_in(["score_1", "score_2"])).select("row", "claim_id").unique()
    )
    shown = work.match_rows.select("row", value=worded("{}-{}", "score_1", "score_2"))
    return scoring.join(shown, on="row").drop_nulls()


def _goals_beyond_score(work: Work, scored: pl.DataFrame) -> pl.DataFrame:
    return disagreements.goals_beyond_score(work.goals.rows, work.goals.links, work.match_rows, scored)


def _winners_told(work: Work) -> dict[int, list[str]]:
    """By tie the claims that say who went through."""
    told = work.settled.votes.links.filter(pl.col("field") == "winner").sort("row", "claim_id")
    return {row: claims for row, claims in told.group_by("row").agg("claim_id").iter_rows()}


def _numbers(claims: pl.DataFrame) -> disagreements.Claims:
    """The claims of each row with both scores, in order of side keys."""
    full = claims.filter(pl.col("score_a").is_not_null() & pl.col("score_b").is_not_null())
    found: disagreements.Claims = {}
    for row, claim, a, b in full.select("row", "claim_id", "score_a", "score_b").iter_rows():
        found.setdefault(row, []).append((claim, a, b))
    return found
