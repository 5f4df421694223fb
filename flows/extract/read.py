"""The line of calls from a document's text to its records, and from records to frames."""

from __future__ import annotations

import hashlib
import typing
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from flows.extract.account import account_for_numbers
from flows.extract.cast import unknown_clubs
from flows.extract.claims import Article, GoalClaim, MatchClaim, NumberMention, StatisticClaim, TieClaim
from flows.extract.dated_elsewhere import date_from_other_stories
from flows.extract.goals.reading import Goals
from flows.extract.matches.circumstances.competitions_known import document_leagues
from flows.extract.matches.circumstances.gathered import Circumstances
from flows.extract.matches.circumstances.seasons import document_season
from flows.extract.matches.homes.home_by_lineups import home_by_lineups
from flows.extract.matches.reading import Results
from flows.extract.measures.reading import Measures
from flows.extract.stories.dateline import settle_dateline
from flows.extract.stories.split import Story, split
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.normalise import Text
from flows.extract.text.scan import scan
from flows.extract.writer import Writer

RECORDS: dict[str, type] = {
    "articles": Article,
    "match_claims": MatchClaim,
    "tie_claims": TieClaim,
    "goal_claims": GoalClaim,
    "statistic_claims": StatisticClaim,
    "number_mentions": NumberMention,
}
Extract = dict[str, list[Any]]


def extract_document(document: str, sha256: str, text: str) -> Extract:
    """All records of one document: {table: records}, spans in code points of `text`."""
    page = Text(text)
    mentions = scan(page)
    beside = unknown_clubs.Beside({}, {}, {})
    setting = Setting(
        document_season(page.lower, mentions),
        document_leagues(mentions),
        unknown_clubs.find(page.normal, page.lower, mentions, set(), beside),
        beside,
    )
    extract: Extract = {table: [] for table in RECORDS}
    starts = [m.start for m in mentions]
    for number, story in enumerate(split(page.normal, mentions, setting.clubs), start=1):
        inside = mentions[bisect_left(starts, story.start) : bisect_left(starts, story.end)]
        _read_story(Writer(page, document, sha256, number, extract), story, inside, setting)
    date_from_other_stories(extract["match_claims"])
    return extract


class Setting(NamedTuple):
    """What a whole document says of all its stories."""

    season: str | None
    leagues: set[str]
    clubs: dict[str, str]
    beside: unknown_clubs.Beside


def _read_story(writer: Writer, story: Story, mentions: list[Mention], setting: Setting) -> None:
    numbers = list(mentions)
    state = StoryState(writer.text, story, mentions, setting.clubs, setting.beside)
    results = Results(state)
    state.settle_pairs(results.matches)
    dateline = settle_dateline(writer.text, story)
    around = Circumstances(state, results, setting.season, dateline[0], setting.leagues)
    state.settle_homes(around.home_of)
    goals = Goals(state, results)
    if state.main is not None and state.main.home is None:
        own = [(g.scorer, g.opponent if g.kind == "own_goal" else g.team) for g in goals.told]
        state.main.home = home_by_lineups(state, state.main, [(who, side) for who, side in own if side is not None])
    measures = Measures(state, results, around, [(goal.at, goal.scorer) for goal in goals.told])
    writer.article(story, dateline)
    writer.call_as_printed(state.mentions)
    writer.matches(results, around)
    writer.ties(results, around)
    writer.goals(goals)
    writer.statistics(measures)
    account_for_numbers(writer, state, numbers)


def to_frames(extracts: Iterable[Extract]) -> dict[str, pl.DataFrame]:
    """Records of many documents as one frame a table, typed as the records are even where empty."""
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in RECORDS}
    for extract in extracts:
        for table, records in extract.items():
            rows[table] += [asdict(record) for record in records]
    return {table: pl.DataFrame(rows[table], schema=_schema(RECORDS[table])) for table in RECORDS}


_POLARS: dict[Any, Any] = {str: pl.String, int: pl.Int32, float: pl.Float64, bool: pl.Boolean, date: pl.Date}


@cache
def _schema(record: type) -> dict[str, Any]:
    hints = typing.get_type_hints(record)
    return {f.name: _POLARS[_plain(hints[f.name])] for f in fields(record)}


def _plain(hint: Any) -> Any:
    return next((a for a in typing.get_args(hint) if a is not type(None)), hint)


@cache
def rules_version() -> str:
    """Twelve hex digits that change when any rule or vocabulary changes."""
    package = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    for path in sorted([*package.rglob("*.py"), *(package.parent / "vocabulary").glob("*.csv")]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
