"""Claims of many articles -> one row per real match, tie, goal and measure.

`resolve` is one straight line: claims are keyed and clustered, matches described, ties given their legs, the missing
leg inferred, goals placed in matches, measures merged; ids come last, so that every row keeps the one it had.
Nothing here depends on the order in which claims arrive.
"""

from __future__ import annotations

import polars as pl

from flows.resolve import (
    blocks,
    dating,
    goal_matches,
    goals,
    ids,
    inferred_matches,
    leg_fields,
    links,
    matches,
    measure_rows,
    measures,
    missing_leg,
    tables,
    tallies,
    told,
    work,
)
from flows.resolve.frames import RESOLVED, shaped
from flows.resolve.tallies import inferred as tally_goals


def resolve(claims: dict[str, pl.DataFrame], previous_links: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """The resolved frames by table name: matches, ties, goals, statistics, claim_links and contradictions.

    `claims` holds articles, match_claims, tie_claims, goal_claims and statistic_claims, `previous_links` the
    claim_links published last time. Columns and types, in and out, are those of `sql/tables`.
    """
    match_claims = blocks.cluster(told.match_claims(claims["match_claims"], claims["articles"]))
    tie_claims = blocks.cluster(told.tie_claims(claims["tie_claims"]), is_tie=True)
    clubs = told.spellings(match_claims, tie_claims)
    spelt = dict(clubs.iter_rows())

    described = matches.describe(match_claims, clubs)
    settled = work.settle_ties(tie_claims, described)
    inferred = missing_leg.infer(settled.ties, free_row=described.rows.height)
    scored = inferred_matches.with_inferred(described.rows, inferred, spelt)
    votes = settled.votes
    filled = leg_fields.fill(scored, settled.ties, votes.shown, votes.links, described.links)
    dated = dating.date_all(
        filled.rows, match_claims, claims["articles"], claims["statistic_claims"], work.legs(settled.ties)
    )
    measured = measure_rows.describe(measures.join(claims["statistic_claims"], claims["articles"]))
    held = tallies.hold(measured, dated, match_claims)
    match_rows = tally_goals.with_goals(dated.rows, held.inferred)

    scores = work.scores(match_rows)
    placed = goal_matches.attach(goal_matches.read(claims["goal_claims"]), match_claims, scores)
    merged = goals.merge(placed, scores)

    done = work.Work(
        match_claims,
        described,
        match_rows,
        settled,
        inferred,
        merged,
        measured,
        spelt,
        held,
        filled.links,
        dated,
    )
    return _published(done, previous_links)


def _published(done: work.Work, previous_links: pl.DataFrame) -> dict[str, pl.DataFrame]:
    named = ids.give(done, previous_links)
    linked = links.claim_links(done, named)
    resolved = {
        "matches": tables.matches(done, named, linked),
        "ties": tables.ties(done, named, linked),
        "goals": tables.goals(done, named),
        "statistics": tables.statistics(done, named),
        "claim_links": linked,
        "contradictions": tables.contradictions(done, named),
        "story_days": done.dated.stories,
        "tally_steps": tables.tally_steps(done, named),
    }
    return {name: shaped(resolved[name], schema) for name, schema in RESOLVED.items()}


__all__ = ["resolve"]
