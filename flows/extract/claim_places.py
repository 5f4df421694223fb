"""Where a story's claims stand and what numbers they hold: which claims cover a place, which hold a value.

In: the claims as written. Each is placed once, so that a number looks only at the claims around it, however long the
story. Of several claims the one written first is given first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import Any, NamedTuple

from flows.extract.text import calendar_words
from flows.extract.writer import Writer

_TABLES = ("match_claims", "tie_claims", "goal_claims", "statistic_claims")
_STRETCH = 256  # characters; claims are kept by the stretches of the text they cover


class Occasion(NamedTuple):
    """When and at which stage a claim says that something was: the day known and as written, the season, round, leg."""

    day: date | None = None
    said: str = ""
    season: str | None = None
    round: str | None = None
    leg: int | None = None


class Held(NamedTuple):
    """The numbers a claim states: pairs (scores), values, and those beside the value (games, minutes, years)."""

    pairs: tuple[tuple[Any, Any], ...] = ()
    values: tuple[float, ...] = ()
    beside: tuple[float, ...] = ()
    thing: str = ""  # what a value counts: its unit and metric; who scored a goal; who met, a side a line
    occasion: Occasion = Occasion()


class Claim(NamedTuple):
    """A claim's normal span, its id and letter, the numbers it holds and its place among the claims."""

    start: int
    end: int
    claim_id: str
    letter: str
    held: Held
    number: int


class ClaimPlaces:
    """The claims of one story, `all` in the order they were written."""

    def __init__(self, writer: Writer) -> None:
        spans = {claim_id: (start, end) for start, end, claim_id in writer.claimed}
        records = [r for table in _TABLES for r in _of_article(writer.extract[table], writer.article_id)]
        self.all = [
            Claim(*spans[record.claim_id], record.claim_id, record.claim_id[0], _held(record), number)
            for number, record in enumerate(records)
        ]
        self._begun = sorted((claim.start, claim.number) for claim in self.all)
        self._over: defaultdict[int, list[Claim]] = defaultdict(list)
        self._with_pair: dict[tuple[Any, Any], Claim] = {}
        self._measured: defaultdict[float, list[Claim]] = defaultdict(list)
        self._in_round: defaultdict[str, list[Claim]] = defaultdict(list)
        self._on_day: defaultdict[tuple[int | None, int | None], list[Claim]] = defaultdict(list)
        for claim in self.all:
            self._place(claim)
        known = {claim.claim_id: claim for claim in self.all}
        self._again = sorted((start, end, known[claim_id].number) for start, end, claim_id in writer.retold)

    def _place(self, claim: Claim) -> None:
        for stretch in range(claim.start // _STRETCH, claim.end // _STRETCH + 1):
            self._over[stretch].append(claim)
        for first, second in claim.held.pairs:
            self._with_pair.setdefault((first, second), claim)
            self._with_pair.setdefault((second, first), claim)
        for value in claim.held.values if claim.letter == "s" else ():
            self._measured[value].append(claim)
        when = claim.held.occasion
        if claim.letter == "m" and when.round is not None:
            self._in_round[when.round].append(claim)
        if claim.letter == "m":
            days = [when.day] if when.day is not None else [day for _, _, day in calendar_words.find(when.said)]
            for day in days:
                self._on_day[day.month, day.day].append(claim)

    def goals(self) -> list[Claim]:
        """The goals, in the order they were written."""
        return [claim for claim in self.all if claim.letter == "g"]

    def over(self, start: int, end: int) -> list[Claim]:
        """Those that cover a span."""
        return [c for c in self._over.get(start // _STRETCH, ()) if c.start <= start and end <= c.end]

    def begun(self, first: int, last: int) -> list[Claim]:
        """Those that begin between two offsets, the second excluded."""
        here = self._begun[bisect_left(self._begun, (first,)) : bisect_left(self._begun, (last,))]
        return [self.all[number] for number in sorted(number for _, number in here)]

    def told_again(self, first: int, last: int) -> list[Claim]:
        """Those that are told once more from between two offsets, the second excluded."""
        here = self._again[bisect_left(self._again, (first,)) : bisect_left(self._again, (last,))]
        return [self.all[number] for _, _, number in here]

    def again_over(self, start: int, end: int) -> list[Claim]:
        """Those that are told once more over a span: in a list of scorers, in a later sentence."""
        here = self._again[bisect_left(self._again, (start - _STRETCH,)) : bisect_left(self._again, (end,))]
        return [self.all[number] for first, last, number in here if first <= start and end <= last]

    def near(self, start: int, reach: int) -> list[Claim]:
        """Those that cover an offset or begin less than `reach` from it."""
        around = [*self.over(start, start + 1), *self.begun(start - reach + 1, start + reach)]
        found = {claim.number: claim for claim in around}
        return [found[number] for number in sorted(found)]

    def with_pair(self, pair: tuple[Any, Any]) -> Claim | None:
        """The first that holds a score, told from either side."""
        return self._with_pair.get(pair)

    def in_round(self, name: str) -> Sequence[Claim]:
        """The matches of a round."""
        return self._in_round.get(name, ())

    def on_day(self, month: int, day: int) -> Sequence[Claim]:
        """The matches on a day of the year."""
        return self._on_day.get((month, day), ())

    def measured(self, value: float) -> Sequence[Claim]:
        """The statistics that hold a value."""
        return self._measured.get(value, ())


def _of_article(records: list[Any], article_id: str) -> list[Any]:
    """The records at the end of a document's so far that belong to the article."""
    of_article = takewhile(lambda r: r.article_id == article_id, reversed(records))
    return [*of_article][::-1]


def _held(record: Any) -> Held:
    """The numbers that a claim states."""
    letter = record.claim_id[0]
    if letter == "m":
        scores = (record.score_1, record.score_2)
        said = (record.date_text or "").lower()
        occasion = Occasion(record.match_date, said, record.season, record.round, record.leg)
        sides = f"{record.team_1}\n{record.team_2}"
        return Held((scores,), _known(*scores), _years(record), sides, occasion)
    if letter == "t":
        sides = f"{record.team_1}\n{record.team_2}"
        return Held(((record.aggregate_1, record.aggregate_2),), thing=sides, occasion=Occasion(round=record.round))
    if letter == "g":
        count = (float(record.n),) if record.n > 1 else ()
        regular = record.minute - record.added_time if record.minute and record.added_time else None
        beside = _known(record.minute, record.added_time, regular)
        return Held(values=count, beside=beside, thing=(record.scorer or "").lower())
    values = _written_as(abs(record.value), record.metric)
    occasion = Occasion(season=record.season)
    return Held(values=values, beside=_known(record.matches), thing=f"{record.unit} {record.metric}", occasion=occasion)


def _years(record: Any) -> tuple[float, ...]:
    """The years in which a match was played, as far as its season and its day say."""
    season = float(record.season[:4]) if record.season else None
    return _known(season, record.match_date.year if record.match_date else None)


def _written_as(value: float, metric: str) -> tuple[float, ...]:
    """How a value may stand in the text: an 18-month contract is one of 1.5 years, "three-and-a-half" starts with 3."""
    if metric in ("contract_years", "ban_months"):
        return value, value - 0.5, value * 12, value / 12
    return (value, value - 0.5) if value % 1 else (value,)


def _known(*values: float | None) -> tuple[float, ...]:
    return tuple(float(v) for v in values if v is not None)
