"""Facts that cannot all be true -> a disagreement with the claims of each.

In: lines of a measure's row, another fact, what they disagree on and why; and what each fact says, claim by claim. Out:
disputes as in fields.py, one for each row, what and why. No number is corrected: all rows stay as told, and the dispute
stands at the row named first.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from flows.resolve.fields import DISPUTES
from flows.resolve.worded import worded

SCHEMA: dict[str, Any] = {**DISPUTES, "what": pl.String}
PAIRS = {"row": pl.Int64, "fact": pl.String, "what": pl.String, "why": pl.String}


def measure(row: pl.Expr) -> pl.Expr:
    """The name of a measure's row as a fact."""
    return pl.lit("statistic ") + row.cast(pl.String)


def match(row: pl.Expr) -> pl.Expr:
    """The name of a match's row as a fact."""
    return pl.lit("match ") + row.cast(pl.String)


def said(measures: pl.DataFrame, links: pl.DataFrame, matches: pl.DataFrame, scoring: pl.DataFrame) -> pl.DataFrame:
    """Columns fact, claim_id, words; `links` and `scoring`: row, claim_id of measures and of what tells a score."""
    spoken = links.join(measures.select("row", words=_words()), on="row")
    score = worded("{} {}-{} {}", "team_1", "score_1", "score_2", "team_2")
    played = scoring.join(matches.select("row", words=score), on="row")
    both = (spoken.with_columns(fact=measure(pl.col("row"))), played.with_columns(fact=match(pl.col("row"))))
    return pl.concat([facts.select("fact", "claim_id", "words") for facts in both]).drop_nulls().unique()


def disputes(pairs: pl.DataFrame, facts: pl.DataFrame) -> pl.DataFrame:
    """One dispute for each row, what and why."""
    group = ["row", "what", "why"]
    mine = pairs.with_columns(fact=measure(pl.col("row")))
    told = pl.concat([pairs.select(PAIRS.keys()), mine.select(PAIRS.keys())]).unique().join(facts, on="fact")
    lists = (
        told.sort(*group, "claim_id", "words")
        .group_by(group, maintain_order=True)
        .agg(claim_ids=pl.col("claim_id"), claimed_values=pl.col("words"))
    )
    used = mine.select(*group, "fact").unique().join(facts.select("fact", used="words").unique("fact"), on="fact")
    found = lists.join(used, on=group).sort(group)
    return found.with_columns(field=pl.lit("value")).select(SCHEMA.keys()).cast(pl.Schema(SCHEMA))


def _words() -> pl.Expr:
    """ "77 goals scored through 27 matches (Northbridge)"; a gap with the side it is to."""
    whole = pl.col("value") == pl.col("value").round()
    number = (
        pl.when(whole).then(pl.col("value").cast(pl.Int64).cast(pl.String)).otherwise(pl.col("value").cast(pl.String))
    )
    through = pl.when(pl.col("matches").is_not_null()).then(worded(" through {} matches", "matches"))
    other = pl.when(pl.col("other").is_not_null()).then(worded(" to {}", "other"))
    metric = pl.col("metric").str.replace_all("_", " ")
    subject = worded(" ({})", "subject")
    return pl.concat_str(number, pl.lit(" "), metric, through.fill_null(""), other.fill_null(""), subject)
