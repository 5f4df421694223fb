"""The polars types of the frames that resolving hands on; names and order are those of `sql/tables/*.sql`.

The warehouse's schema is declared there; a test holds these types against it, so that a frame never reaches DuckDB
with a column of another type (an all-NULL column of a small corpus would else be of no type at all).
"""

from __future__ import annotations

import polars as pl

Schema = dict[str, pl.DataType | type[pl.DataType]]

MATCHES: Schema = {
    "match_id": pl.String,
    "status": pl.String,
    "competition": pl.String,
    "season": pl.String,
    "round": pl.String,
    "leg": pl.Int32,
    "match_date": pl.Date,
    "date_from": pl.Date,
    "date_to": pl.Date,
    "date_basis": pl.String,
    "team_1": pl.String,
    "team_2": pl.String,
    "home_team": pl.String,
    "score_1": pl.Int32,
    "score_2": pl.Int32,
    "score_90_1": pl.Int32,
    "score_90_2": pl.Int32,
    "decided": pl.String,
    "shootout_1": pl.Int32,
    "shootout_2": pl.Int32,
    "venue": pl.String,
    "behind_closed_doors": pl.Boolean,
    "n_claims": pl.Int32,
    "n_articles": pl.Int32,
    "is_inferred": pl.Boolean,
    "confidence": pl.Float64,
    "n_corroborating": pl.Int32,
    "reference_status": pl.String,
}

TIES: Schema = {
    "tie_id": pl.String,
    "competition": pl.String,
    "season": pl.String,
    "round": pl.String,
    "team_1": pl.String,
    "team_2": pl.String,
    "stated_1": pl.Int32,
    "stated_2": pl.Int32,
    "computed_1": pl.Int32,
    "computed_2": pl.Int32,
    "first_leg": pl.String,
    "second_leg": pl.String,
    "winner": pl.String,
    "decided_by": pl.String,
    "verdict": pl.String,
    "n_claims": pl.Int32,
    "n_corroborating": pl.Int32,
    "reference_status": pl.String,
}

GOALS: Schema = {
    "goal_id": pl.String,
    "match_id": pl.String,
    "scorer": pl.String,
    "team": pl.String,
    "minute": pl.Int32,
    "added_time": pl.Int32,
    "kind": pl.String,
    "n": pl.Int32,
    "n_claims": pl.Int32,
}

STATISTICS: Schema = {
    "statistic_id": pl.String,
    "subject": pl.String,
    "metric": pl.String,
    "value": pl.Float64,
    "unit": pl.String,
    "competition": pl.String,
    "season": pl.String,
    "matches": pl.Int32,
    "other": pl.String,
    "qualifier": pl.String,
    "as_of": pl.String,
    "n_claims": pl.Int32,
    "confidence": pl.Float64,
    "n_corroborating": pl.Int32,
    "reference_status": pl.String,
}

CLAIM_LINKS: Schema = {
    "claim_id": pl.String,
    "claim_kind": pl.String,
    "resolved_kind": pl.String,
    "resolved_id": pl.String,
    "field": pl.String,
}

CONTRADICTIONS: Schema = {
    "contradiction_id": pl.String,
    "what": pl.String,
    "resolved_kind": pl.String,
    "resolved_id": pl.String,
    "field": pl.String,
    "claim_ids": pl.List(pl.String),
    "claimed_values": pl.List(pl.String),
    "used": pl.String,
    "why": pl.String,
}

STORY_DAYS: Schema = {
    "article_id": pl.String,
    "written_from": pl.Date,
    "written_to": pl.Date,
    "basis": pl.String,
}

TALLY_STEPS: Schema = {
    "to_statistic": pl.String,
    "from_statistic": pl.String,
    "subject": pl.String,
    "metric": pl.String,
    "competition": pl.String,
    "season": pl.String,
    "from_matches": pl.Int32,
    "to_matches": pl.Int32,
    "from_value": pl.Int32,
    "to_value": pl.Int32,
    "n_matches": pl.Int32,
    "n_matches_told": pl.Int32,
    "told": pl.Int32,
    "missing": pl.Int32,
    "verdict": pl.String,
    "match_ids": pl.List(pl.String),
}

RESOLVED: dict[str, Schema] = {
    "matches": MATCHES,
    "ties": TIES,
    "goals": GOALS,
    "statistics": STATISTICS,
    "claim_links": CLAIM_LINKS,
    "contradictions": CONTRADICTIONS,
    "story_days": STORY_DAYS,
    "tally_steps": TALLY_STEPS,
}


def shaped(frame: pl.DataFrame, schema: Schema) -> pl.DataFrame:
    """The frame with exactly the schema's columns, types and order; a column it lacks is unknown, that is NULL."""
    columns = [
        pl.col(name).cast(dtype) if name in frame.columns else pl.lit(None, dtype).alias(name)
        for name, dtype in schema.items()
    ]
    return frame.select(columns)
