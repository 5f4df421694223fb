"""Where claims disagree: one row per field, with the claims, what each says, what the resolved row shows, and why.

Three kinds meet here: votes that were not unanimous, an aggregate that its legs do not add up to, and more goals told
for a side than its score holds. All come as disputes (row, field, claims, values, used, why) and leave with ids.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from flows.resolve.fields import DISPUTES
from flows.resolve.identity import digest
from flows.resolve.legs import Leg
from flows.resolve.ties import Tie, decided_by, verdict
from flows.resolve.worded import worded

SCHEMA: dict[str, Any] = {**DISPUTES, "what": pl.String}
Claims = dict[int, list[tuple[str, int, int]]]


def aggregates(ties: list[Tie], tie_claims: Claims, leg_claims: Claims) -> pl.DataFrame:
    """Ties whose legs add up to something else than stated; rows are positions in `ties`.

    `tie_claims` and `leg_claims` hold for each row its claims with two numbers, in order of side keys.
    """
    found = [_aggregate(at, tie, tie_claims, leg_claims) for at, tie in enumerate(ties) if verdict(tie) == "disagrees"]
    return pl.DataFrame(found, schema=SCHEMA, orient="row")


def _aggregate(at: int, tie: Tie, tie_claims: Claims, leg_claims: Claims) -> tuple[Any, ...]:
    stated = _turned(tie, tie.stated_a, tie.stated_b)
    total = tie.computed()
    assert total is not None and tie.row is not None
    sides = [(claim, _turned(tie, a, b)) for claim, a, b in tie_claims.get(tie.row, [])]
    for leg, name in ((tie.first, "first leg"), (tie.second, "second leg")):
        sides += [(claim, f"{_turned(tie, a, b)} in the {name}") for claim, a, b in _telling(leg, leg_claims)]
    why = f"the legs as told add up to {_turned(tie, *total)}; stated and computed are kept apart, neither is corrected"
    return at, "stated_1", [claim for claim, _ in sides], [value for _, value in sides], stated, why, "tie aggregate"


def winners(ties: list[Tie], told: dict[int, list[str]], leg_claims: Claims, clubs: dict[str, str]) -> pl.DataFrame:
    """Ties whose claimed winner is not the side that the numbers send through; `told` holds by row who says so."""
    found = []
    for at, tie in enumerate(ties):
        through, by = decided_by(tie)
        if tie.row is None or tie.winner not in tie.pair or through in (None, tie.winner):
            continue
        used = clubs[tie.winner]
        sides = [(claim, used) for claim in told.get(tie.row, [])]
        for leg in (tie.first, tie.second):
            sides += [(claim, _turned(tie, a, b)) for claim, a, b in _telling(leg, leg_claims)]
        why = f"by {str(by).replace('_', ' ')} {clubs[str(through)]} went through; the winner stands as told"
        claims, values = [claim for claim, _ in sides], [value for _, value in sides]
        found.append((at, "winner", claims, values, used, why, "tie winner"))
    return pl.DataFrame(found, schema=SCHEMA, orient="row")


def _telling(leg: Leg | None, leg_claims: Claims) -> list[tuple[str, int, int]]:
    """The claims of a leg that tell the score it was added up with."""
    if leg is None:
        return []
    return [claim for claim in leg_claims.get(leg.row, []) if claim[1:] == (leg.score_a, leg.score_b)]


def _turned(tie: Tie, a: int | None, b: int | None) -> str:
    return f"{b}-{a}" if tie.first_side == tie.pair[1] else f"{a}-{b}"


def goals_beyond_score(
    goals: pl.DataFrame, links: pl.DataFrame, matches: pl.DataFrame, scored: pl.DataFrame
) -> pl.DataFrame:
    """Matches for a side of which more goals are told than its score holds.

    `goals` with match_row and team_key, `links` goal row -> claim_id, `matches` the match rows, `scored` the match
    claims that tell the score: row, claim_id, value.
    """
    placed = goals.select(goal_row="row", row="match_row", side="team_key", scorer="scorer", n="n")
    told = placed.drop_nulls("row").group_by("row", "side").agg(told=pl.col("n").sum())
    over = _limits(matches).join(told, on=["row", "side"]).filter(pl.col("told") > pl.col("goals"))
    lists = _sides(placed.join(over, on=["row", "side"], how="semi"), links, over.join(scored, on="row"))
    disputed = lists.join(over, on=["row", "side"]).filter(pl.col("claimed_values").list.n_unique() > 1)
    why = worded("{} goals are told for {}, whose score is {}; the score stands", "told", "team", "goals")
    columns = [name for name in SCHEMA if name not in ("why", "what")]
    return disputed.sort("row", "field").select(*columns, why=why, what=pl.lit("goals told")).cast(pl.Schema(SCHEMA))


def _sides(goals: pl.DataFrame, links: pl.DataFrame, scored: pl.DataFrame) -> pl.DataFrame:
    """By match and side, the claims of its goals and of its score, and what each says."""
    columns = ["row", "side", "claim_id", "value"]
    told = goals.with_columns(value=worded("{}: {}", "scorer", "n"))
    goal_claims = (
        links.rename({"row": "goal_row"}).join(told, on="goal_row").sort("goal_row", "claim_id").select(columns)
    )
    both = pl.concat([goal_claims, scored.select(columns)]).unique(columns[:3], keep="first", maintain_order=True)
    grouped = both.sort("row", "side", "claim_id").group_by("row", "side", maintain_order=True)
    return grouped.agg(claim_ids=pl.col("claim_id"), claimed_values=pl.col("value"))


def _limits(matches: pl.DataFrame) -> pl.DataFrame:
    used = worded("{}-{}", "score_1", "score_2")
    sides = [
        matches.select(
            "row", used=used, field=pl.lit(f"score_{at}"), side=f"side_{at}", team=f"team_{at}", goals=f"score_{at}"
        )
        for at in (1, 2)
    ]
    return pl.concat(sides).filter(pl.col("goals").is_not_null())


def with_ids(disputes: pl.DataFrame, ids: pl.DataFrame, kind: str) -> pl.DataFrame:
    """The contradictions of one kind of row."""
    placed = disputes.join(ids, on="row").rename({"id": "resolved_id"}).sort("resolved_id", "what", "field")
    columns = placed.select("what", "resolved_id", "field", "claim_ids").iter_rows()
    found = [
        digest("contradiction", what, resolved_id, field, *claim_ids) for what, resolved_id, field, claim_ids in columns
    ]
    return placed.with_columns(contradiction_id=pl.Series(found, dtype=pl.String), resolved_kind=pl.lit(kind))
