"""Goal claims with their matches -> one row per goal, or per n goals that nobody tells apart.

In: goal claims with `row` of their match, and the scores; out: goals, which claims tell each, and where they disagree.
Claims whose match is unknown are merged within their article only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import polars as pl

from flows.resolve import plain_goals
from flows.resolve.fields import DISPUTES
from flows.resolve.goal_matches import Scores
from flows.resolve.scorers import Goal, Told, by_scorer, goals_of

_KINDS = {"open_play": 0, "header": 1, "free_kick": 1, "penalty": 2, "own_goal": 3}


class Merged(NamedTuple):
    """`rows`: one per goal; `links`: row (of the goal), claim_id; `disputes`: as in fields.py, with `what`."""

    rows: pl.DataFrame
    links: pl.DataFrame
    disputes: pl.DataFrame


_ROWS: dict[str, Any] = {
    "row": pl.Int64,
    "match_row": pl.Int64,
    "scorer": pl.String,
    "team_key": pl.String,
    "team": pl.String,
    "minute": pl.Int32,
    "added_time": pl.Int32,
    "kind": pl.String,
    "n": pl.Int32,
    "n_claims": pl.Int32,
    "content": pl.String,
    "claim_id": pl.String,
}
_DISPUTES: dict[str, Any] = {**DISPUTES, "what": pl.String}


def merge(claims: pl.DataFrame, scores: Scores) -> Merged:
    """The goals of all matches, those told alike first."""
    plain = plain_goals.part(claims, scores, _KINDS)
    looked_at = _compared(plain.rest, scores, plain.goals.height)
    links = plain.links.select(pl.col("at").cast(pl.Int64).alias("row"), "claim_id")
    return Merged(
        pl.concat([_rows(plain.goals), looked_at.rows]), pl.concat([links, looked_at.links]), looked_at.disputes
    )


def _rows(goals: pl.DataFrame) -> pl.DataFrame:
    minute = pl.col("minute").cast(pl.String).fill_null("")
    content = pl.concat_str("team_key", "scorer_key", minute, "kind", pl.lit("1"), separator="|")
    told = goals.with_columns(match_row="row", row="at", n=pl.lit(1), content=content)
    return told.select(_ROWS.keys()).cast(pl.Schema(_ROWS))


def _compared(claims: pl.DataFrame, scores: Scores, first: int) -> Merged:
    """The goals of claims that need a closer look, numbered from `first`."""
    spelt = {claim: names for claim, *names in claims.select("claim_id", "scorer", "team").iter_rows()}
    rows: list[tuple[Any, ...]] = []
    links: list[tuple[int, str]] = []
    disputes: list[tuple[Any, ...]] = []
    for match, team, told in _sides(claims):
        score = scores.get((match, team)) if match is not None and team is not None else None
        for player in by_scorer(told):
            for goal in goals_of(player, score):
                at = first + len(rows)
                rows.append(_row(at, match, team, goal, spelt))
                links += [(at, told.claim_id) for told in goal.claims]
                disputes += _disputes(at, goal, rows[-1])
    return Merged(
        pl.DataFrame(rows, schema=_ROWS, orient="row"),
        pl.DataFrame(links, schema={"row": pl.Int64, "claim_id": pl.String}, orient="row"),
        pl.DataFrame(disputes, schema=_DISPUTES, orient="row"),
    )


def _sides(claims: pl.DataFrame) -> Iterator[tuple[int | None, str | None, list[Told]]]:
    """Match, side, and the goals told for it; own goals apart from others, unplaced ones article by article."""
    place = pl.when(pl.col("row").is_null()).then(pl.col("article_id")).fill_null("")
    ordered = claims.with_columns(place=place, is_own=pl.col("kind") == "own_goal").sort(
        "row", "place", "team_key", "opponent_key", "is_own", "claim_id", nulls_last=True
    )
    columns = ["row", "team_key", "place", "opponent_key", "is_own", *_TOLD]
    last: tuple[Any, ...] | None = None
    told: list[Told] = []
    for line in ordered.select(columns).iter_rows():
        against = line[3] if line[0] is None else None
        side = (line[0], line[1], line[2], against, line[4])
        if last is not None and side != last:
            yield last[0], last[1], told
            told = []
        last = side
        told.append(Told(*line[5:]))
    if last is not None:
        yield last[0], last[1], told


_TOLD = ("claim_id", "article_id", "scorer_key", "minute", "added_time", "kind", "n")


def _row(at: int, match: int | None, team: str | None, goal: Goal, spelt: dict[str, list[str]]) -> tuple[Any, ...]:
    minute, added = _most((told.minute, told.added_time) for told in goal.claims if told.minute is not None) or (
        None,
        None,
    )
    kind = max((told.kind for told in goal.claims), key=lambda kind: (_KINDS.get(kind, 0), kind))
    scorer = max(sorted({spelt[told.claim_id][0] for told in goal.claims}), key=len)
    named = _most(spelt[told.claim_id][1] for told in goal.claims)
    content = f"{team or ''}|{goal.claims[0].scorer}|{'' if minute is None else minute}|{kind}|{goal.n}"
    claims = {told.claim_id for told in goal.claims}
    return at, match, scorer, team, named, minute, added, kind, goal.n, len(claims), content, min(claims)


def _most(values: Any) -> Any:
    """The value told most often, of equals the smallest; None of nothing."""
    counts: dict[Any, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda value: (-counts[value], str(value)), default=None)


def _disputes(at: int, goal: Goal, row: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """Minutes that differ, and kinds of which neither is the plain one."""
    minutes = [(told.claim_id, str(told.minute)) for told in goal.claims if told.minute is not None]
    kinds = [(told.claim_id, told.kind) for told in goal.claims if _KINDS.get(told.kind, 0) > 0]
    found = []
    for field, told, used in (("minute", minutes, row[5]), ("kind", kinds, row[7])):
        if len({value for _, value in told}) > 1:
            told = sorted(told)
            ids, values = [claim for claim, _ in told], [value for _, value in told]
            why = f"{values.count(str(used))} of {len(values)} claims say so"
            found.append((at, field, ids, values, str(used), why, f"goal {field}"))
    return found
