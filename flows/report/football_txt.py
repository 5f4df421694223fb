"""`pressbox export --format football-txt`: the matches of the warehouse as Football.TXT of openfootball.

Matches go in, lines come out: a heading for each competition and season, one for each round, a line for each day, then
the matches. What `flows/reference/football_txt.py` reads back are the same matches. The format has no place for a match
of no known competition and season or for the goals of one side alone: such matches are counted, not written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MATCHES = """
select
    competition, season, round, match_date, team_1, team_2, score_1, score_2, score_90_1, score_90_2, decided,
    shootout_1, shootout_2
from matches
where
    team_1 is not null and team_2 is not null
    and ($competition is null or lower(competition) = lower($competition))
    and ($season is null or season = $season)
    and ($scheduled or status = 'played')
order by match_id
"""
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


class Match(NamedTuple):
    """A match as the format can hold it; the side named first is at home where that is known."""

    competition: str | None
    season: str | None
    round: str | None
    match_date: date | None
    team_1: str
    team_2: str
    score_1: int | None
    score_2: int | None
    score_90_1: int | None = None
    score_90_2: int | None = None
    decided: str | None = None
    shootout_1: int | None = None
    shootout_2: int | None = None

    @property
    def can_be_written(self) -> bool:
        """Whether its competition and season are known, and the goals of both sides or of none."""
        is_whole = (self.score_1 is None) == (self.score_2 is None)
        return bool(self.competition and self.season) and is_whole


def matches(
    connection: DuckDBPyConnection, competition: str | None, season: str | None, scheduled: bool
) -> list[Match]:
    """The matches of the warehouse, or of one competition or season; with those still to come if `scheduled`."""
    asked = {"competition": competition, "season": season, "scheduled": scheduled}
    return [Match(*row) for row in connection.execute(_MATCHES, asked).fetchall()]


def lines(found: Iterable[Match]) -> Iterator[str]:
    """Football.TXT, line by line; what has no round or no day comes first, as headings hold until the next."""
    written = sorted((match for match in found if match.can_be_written), key=_place)
    for number, ((competition, season), matches_of_season) in enumerate(groupby(written, lambda m: m[:2])):
        yield from ([""] if number else [])
        yield f"= {competition} {str(season).replace('-', '/')}"
        for played, matches_of_round in groupby(matches_of_season, lambda m: m.round):
            yield ""
            yield from [f"▪ {played}"] if played else []
            for day, matches_of_day in groupby(matches_of_round, lambda m: m.match_date):
                yield from [f"  {_told(day)}"] if day else []
                yield from map(_line, matches_of_day)


def _place(match: Match) -> tuple[object, ...]:
    first_day = match.match_date or date.min
    return match.competition, match.season, match.round or "", first_day, match.team_1, match.team_2


def _told(day: date) -> str:
    return f"{_DAYS[day.weekday()]} {_MONTHS[day.month - 1]}/{day.day} {day.year}"


def _line(match: Match) -> str:
    return f"    {match.team_1:<23} v {match.team_2:<23} {_score(match)}".rstrip()


def _score(match: Match) -> str:
    if match.score_1 is None:
        return ""
    score = f"{match.score_1}-{match.score_2}"
    if match.decided == "penalties" and match.shootout_1 is not None:
        return f"{match.shootout_1}-{match.shootout_2} pen. {score} a.e.t."
    if match.decided in ("extra_time", "penalties"):
        after_90 = f" ({match.score_90_1}-{match.score_90_2})" if match.score_90_1 is not None else ""
        return f"{score} a.e.t.{after_90}"
    return score
