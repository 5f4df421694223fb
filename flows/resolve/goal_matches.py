"""In which match did a told goal fall?

In: goal claims and the match claims of the same articles with their rows; out: the goal claims with `row`, NULL where
no article makes it certain. An article that tells one played match of the goal's sides settles it. Where it tells
several (both legs of a tie), goals told in one breath stay together and go where other articles have the same scorers
and where the score has room, else to the match told nearest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

import polars as pl

from flows.resolve import names
from flows.resolve.told import keyed

Scores = dict[tuple[int, str], int]


def read(claims: pl.DataFrame) -> pl.DataFrame:
    """Goal claims in order of claim_id with the keys of team, opponent and scorer."""
    told = claims.sort("claim_id")
    return told.with_columns(
        team_key=keyed(told["team"], names.club),
        opponent_key=keyed(told["opponent"], names.club),
        scorer_key=keyed(told["scorer"], names.fold),
    )


def attach(goals: pl.DataFrame, matches_told: pl.DataFrame, scores: Scores) -> pl.DataFrame:
    """Goal claims with the `row` of their match; `scores` holds the goals of a match's side by (row, side key)."""
    choices = _choices(goals, matches_told)
    counted = choices.group_by("claim_id").agg(n_rows=pl.col("row").n_unique())
    sure = (
        choices.join(counted.filter(pl.col("n_rows") == 1), on="claim_id", how="semi")
        .select("claim_id", "row")
        .unique()
    )
    doubtful = choices.join(counted.filter(pl.col("n_rows") > 1), on="claim_id", how="semi")
    known = _scorers(goals.join(sure, on="claim_id"))
    settled = _settle(doubtful.sort("article_id", "char_start", "claim_id", "distance", "row"), known, scores)
    placed = pl.concat([sure.cast({"row": pl.Int64}), settled])
    return goals.join(placed, on="claim_id", how="left", maintain_order="left")


def _choices(goals: pl.DataFrame, matches_told: pl.DataFrame) -> pl.DataFrame:
    """Each goal claim with the played matches of its sides that the same article tells, and how far off in the text."""
    told = matches_told.filter(pl.col("status") == "played").select(
        "article_id", "row", "side_a", "side_b", told_at="char_start"
    )
    near = [
        goals.filter(_knows(goals, keys)).join(_by(told, keys), on=["article_id", *keys])
        for keys in (["team_key", "opponent_key"], ["team_key"], ["opponent_key"], [])
    ]
    columns = ["claim_id", "article_id", "char_start", "team_key", "scorer_key", "n", "row", "told_at"]
    return pl.concat([part.select(columns) for part in near]).with_columns(
        distance=(pl.col("char_start") - pl.col("told_at")).abs()
    )


def _knows(goals: pl.DataFrame, keys: list[str]) -> pl.Series:
    """Goals that name these sides and no other."""
    return goals.select(
        pl.all_horizontal(pl.col(key).is_not_null() == (key in keys) for key in ("team_key", "opponent_key"))
    ).to_series()


def _by(told: pl.DataFrame, keys: list[str]) -> pl.DataFrame:
    """The told matches once for each way in which their sides can be team and opponent."""
    ways = [
        told.rename({"side_a": team, "side_b": opponent})
        for team, opponent in (("team_key", "opponent_key"), ("opponent_key", "team_key"))
    ]
    return pl.concat([way.select("article_id", *keys, "row", "told_at") for way in ways]).unique()


Scorers = dict[tuple[int, str | None, str], set[int]]


def _scorers(placed: pl.DataFrame) -> Scorers:
    """Which counts of goals are told for a scorer of a side in a match, from claims that are sure of their match."""
    found: Scorers = defaultdict(set)
    for row, team, scorer, n in placed.select("row", "team_key", "scorer_key", "n").iter_rows():
        found[row, team, scorer].add(n)
    return found


@dataclass(slots=True)
class _Choice:
    claim_id: str
    char_start: int
    team: str | None
    scorer: str
    n: int
    distances: dict[int, int]


def _settle(doubtful: pl.DataFrame, known: Scorers, scores: Scores) -> pl.DataFrame:
    """Columns claim_id, row for goals of articles that tell several matches of their sides."""
    told: dict[tuple[str, frozenset[int]], dict[str, _Choice]] = {}
    rows_of: dict[str, set[int]] = defaultdict(set)
    for claim_id, row in doubtful.select("claim_id", "row").iter_rows():
        rows_of[claim_id].add(row)
    columns = ("claim_id", "article_id", "char_start", "team_key", "scorer_key", "n", "row", "distance")
    for claim_id, article, start, team, scorer, n, row, distance in doubtful.select(columns).iter_rows():
        group = told.setdefault((article, frozenset(rows_of[claim_id])), {})
        choice = group.setdefault(claim_id, _Choice(claim_id, start, team, scorer, n, {}))
        choice.distances[row] = min(distance, choice.distances.get(row, distance))
    placed: dict[str, int] = {}
    for group in told.values():
        _settle_article(list(group.values()), known, scores, placed)
    return pl.DataFrame(
        {"claim_id": list(placed), "row": list(placed.values())}, schema={"claim_id": pl.String, "row": pl.Int64}
    )


def _settle_article(choices: list[_Choice], known: Scorers, scores: Scores, placed: dict[str, int]) -> None:
    """Breath by breath, those with the best-known scorers first, so that they take their room before others guess."""
    room: Counter[tuple[int, str | None]] = Counter()
    breaths = _breaths(choices)
    order = sorted(
        breaths,
        key=lambda breath: (-max(_known(breath, row, known) for row in breath[0].distances), breath[0].char_start),
    )
    for breath in order:
        row = min(
            breath[0].distances,
            key=lambda row: (
                not _has_room(breath, row, scores, room),
                -_known(breath, row, known),
                _distance(breath, row),
                row,
            ),
        )
        for choice in breath:
            placed[choice.claim_id] = row
            room[row, choice.team] += choice.n


_PAUSE = 600


def _breaths(choices: list[_Choice]) -> list[list[_Choice]]:
    """Goals told one after another, parted where the text goes on about something else for a while."""
    breaths: list[list[_Choice]] = []
    for choice in sorted(choices, key=lambda c: (c.char_start, c.claim_id)):
        if breaths and choice.char_start - breaths[-1][-1].char_start <= _PAUSE:
            breaths[-1].append(choice)
        else:
            breaths.append([choice])
    return breaths


def _known(breath: list[_Choice], row: int, known: Scorers) -> int:
    """How many goals of the breath other articles tell of this match; twice where they tell the same number."""
    points = 0
    for choice in breath:
        counts = known.get((row, choice.team, choice.scorer))
        if counts is not None:
            points += 2 if choice.n in counts else 1
    return points


def _has_room(breath: list[_Choice], row: int, scores: Scores, room: Counter[tuple[int, str | None]]) -> bool:
    wanted: Counter[str | None] = Counter()
    for choice in breath:
        wanted[choice.team] += choice.n
    limits = ((team, None if team is None else scores.get((row, team))) for team in wanted)
    return all(limit is None or room[row, team] + wanted[team] <= limit for team, limit in limits)


def _distance(breath: list[_Choice], row: int) -> int:
    return min(choice.distances[row] for choice in breath)
