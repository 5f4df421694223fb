"""Sentences -> measures as told: tallies, places, gaps, streaks, ages, money, records.

Each sentence with a number is read again as tokens; frames in order of certainty each take the numbers they fit,
vetoes first. Whose the measure is and what it is limited to is asked of `Subjects` and `Scope`; people's ages, money
and crowds of line-up blocks have readers of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from flows.extract.matches.circumstances.gathered import Circumstances
from flows.extract.matches.reading import Results
from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.measures.counted.plain_nouns import plain_nouns
from flows.extract.measures.counted.reading import counted
from flows.extract.measures.frames.families import ALL
from flows.extract.measures.frames.found import Found
from flows.extract.measures.frames.frame import MeasureFrame
from flows.extract.measures.frames.limits import is_limited
from flows.extract.measures.frames.vetoes import RUNS, FrameVetoes
from flows.extract.measures.lists.bare_tallies import bare_tallies, in_so_many_games
from flows.extract.measures.lists.figures_in_brackets import in_brackets
from flows.extract.measures.lists.head_to_head import head_to_head
from flows.extract.measures.lists.likewise import likewise
from flows.extract.measures.lists.previews import previews
from flows.extract.measures.lists.respectively import IN_TURN, in_turn
from flows.extract.measures.lists.results_in_letters import in_letters
from flows.extract.measures.lists.runs_before import runs_before
from flows.extract.measures.lists.scoring_charts import charts
from flows.extract.measures.lists.shared_games import share_games
from flows.extract.measures.lists.shares import shares
from flows.extract.measures.lists.standings import standings
from flows.extract.measures.lists.tallies import tallies
from flows.extract.measures.meanings.by_metric import MEANINGS
from flows.extract.measures.meanings.competitions_meant import settle_competitions
from flows.extract.measures.meanings.leagues_meant import settle_leagues
from flows.extract.measures.money.reading import amounts
from flows.extract.measures.owners.by_results import settle_rows
from flows.extract.measures.owners.hosts import Hosts
from flows.extract.measures.owners.names import settle_names
from flows.extract.measures.owners.rivals import once_a_pair, settle_race
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.owners.the_latter import THE_TWO, settle_the_two
from flows.extract.measures.scan import measures_something, tokens
from flows.extract.measures.scope import Scope
from flows.extract.measures.told.ages import ages
from flows.extract.measures.told.counts_compared import COMPARING, compared
from flows.extract.measures.told.crowds import crowds
from flows.extract.measures.told.firsts_told import FIRSTS, firsts
from flows.extract.measures.told.goal_differences import DIFFERENCES, goal_differences
from flows.extract.measures.told.heights import heights
from flows.extract.measures.told.honours import honours
from flows.extract.measures.told.meetings import Meetings
from flows.extract.measures.told.punishments_told import BANS_TOLD, bans_in_parts
from flows.extract.measures.told.records_told import RECORDS, records
from flows.extract.measures.told.travellers_told import TRAVELLERS, travellers_told
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.shapes import Frames, shape_of
from flows.extract.text.sought import Sought

__all__ = ["Measure", "Measures"]

_FRAMES = Frames(ALL)
_A_RATE = re.compile(r" goals (?:a|per|each) (?:season|year|campaign)\b")
_PERCENT = re.compile(r" ?(?:%|per ?cent\b|pc\b)")
_IN_PARTS = frozenset({"contract_years", "time_at_club", "ban_months", "salary_cut_percent"})
# Readers that look at a sentence only where words that they seek may stand in it.
_WORDS: dict[Callable[..., Any], tuple[Sought, ...]] = {
    compared: COMPARING,
    firsts: FIRSTS,
    goal_differences: DIFFERENCES,
    in_turn: IN_TURN,
    records: RECORDS,
    bans_in_parts: BANS_TOLD,
    travellers_told: TRAVELLERS,
}
_AGED = frozenset((LETTER["AGE"], LETTER["NUMBER"], LETTER["ORDINAL"]))


class Measures:
    """Reads the measures of one story into `told`."""

    def __init__(
        self, state: StoryState, results: Results, around: Circumstances, scorers: Sequence[tuple[int, str]] = ()
    ) -> None:
        self.state = state
        self.subjects = Subjects(state)
        self.subjects.scorers = scorers
        self.subjects.hosts = hosts = Hosts(state, results, around)
        self.scope = Scope(state, around)
        self.owners = CountedOwners(self.subjects, self.scope)
        self.meetings = Meetings(self.subjects)
        self.vetoes = FrameVetoes(state.text.lower)
        self._holding = {reader: frozenset(state.holding(*words)) for reader, words in _WORDS.items()}
        self._of_two = frozenset(state.holding(*THE_TWO))
        self.told: list[Measure] = self.subjects.told
        listed = charts(state, self.scope.league)
        self.told += listed.measures
        for sentence in state.sentences:
            if listed.spans and any(a < sentence.span.end and sentence.span.start < b for a, b in listed.spans):
                continue
            if measures_something(sentence, state.text.lower):
                self._read(sentence)
        self.told += crowds(state, hosts)
        self.told += previews(state)
        settle_rows(state, results, self.told)
        settle_competitions(state, self.scope, self.told)
        settle_leagues(state, self.scope, self.told)
        settle_race(self.subjects, self.told)
        headline = max((s.span.end for s in state.sentences if s.headline), default=0)
        self.told = once_a_pair(_once(self.told, headline))

    def _read(self, sentence: Sentence) -> None:
        read = tokens(sentence, self.state.text.normal, self.state.text.lower)
        while read and read[-1].kind in ("QUOTE", "CLOSE"):
            read.pop()
        if LETTER["MONEY"] in sentence.shape:
            read = [t for t, after in zip(read, [*read[1:], None], strict=False) if not _is_currency(t, after)]
        if not read:
            return
        settle_names(read, self.state.text.printed, self.subjects.local)
        if sentence in self._of_two:
            settle_the_two(self.state, sentence, read)
        shape = shape_of(read)
        met, meant = head_to_head(self.state, sentence, read)
        met, meant = (met, meant) if met else self.meetings.read(sentence, read)
        told_so = [reader for reader, sentences in self._holding.items() if sentence in sentences]
        differences = goal_differences(self.subjects, self.scope, sentence, read) if goal_differences in told_so else []
        listed, taken = tallies(self.subjects, self.scope, sentence, [t for t in read if t not in meant])
        ranked, ranks = standings(self.subjects, self.scope, sentence, read)
        self.told += met + listed + ranked + differences
        used = {(m.start, False) for m in meant + taken + ranks}
        bare, counted_so = in_so_many_games(self.subjects, self.scope, sentence, read)
        self.told += bare
        used |= {(m.start, False) for m in counted_so}
        used |= {
            (t.start, False) for m in differences for t in read if t.kind == "NUMBER" and m.start <= t.start < m.end
        }
        for frame in _FRAMES.near(shape):
            for bound in frame.matches(shape, read):
                seed = bound.get("n", bound["first"])
                if (seed.start, frame.is_record) not in used:
                    used |= {(m.start, frame.is_record) for m in self._take(frame, bound, read, sentence)}
        self.told += in_letters(self.subjects, self.scope, sentence, read, self.told)
        older = runs_before(self.state.text.lower, sentence, read, self.told)
        self.told += older
        used |= {(m.start, False) for m in older}
        taken_starts = {start for start, _ in used}
        counts = counted(self.owners, sentence, read, taken_starts)
        self.told += counts
        taken_starts |= {m.start for m in counts}
        if travellers_told in told_so:
            came = travellers_told(self.subjects, sentence, read, taken_starts | _numbers_in(read, self.told))
            self.told += came
            taken_starts |= {m.start for m in came}
        parts = shares(self.subjects, self.scope, sentence, read, taken_starts)
        self.told += parts
        taken_starts |= {m.start for m in self.told if m.start >= sentence.span.start} | _numbers_in(read, parts)
        barred = bans_in_parts(self.subjects, sentence, read, taken_starts) if bans_in_parts in told_so else []
        self.told += barred
        taken_starts |= {m.start for m in barred}
        self.told += bare_tallies(self.subjects, self.scope, sentence, read, taken_starts)
        self.told += in_brackets(self.owners, sentence, read, taken_starts, self.told)
        self.told += compared(self.owners, sentence, read) if compared in told_so else []
        self.told += honours(self.subjects, sentence, read, self.told)
        self.told += records(self.owners, sentence, read) if records in told_so else []
        self.told += firsts(self.owners, sentence, read) if firsts in told_so else []
        if not _AGED.isdisjoint(shape):
            self.told += ages(self.subjects, sentence, read)
        if LETTER["MEASURED"] in shape:
            self.told += heights(self.subjects, sentence, read)
        if LETTER["MONEY"] in shape:
            self.told += amounts(self.owners, sentence, read)
        taken_starts |= {m.start for m in self.told if m.start >= sentence.span.start}
        self.told += likewise(self.subjects, self.scope, sentence, read, taken_starts)
        taken_starts |= _numbers_in(read, self.told)
        self.told += plain_nouns(self.owners, sentence, read, taken_starts)
        here = [m for m in self.told if sentence.span.start <= m.start < sentence.span.end]
        share_games(read, here)
        turned = in_turn(self.subjects, sentence, read, here) if in_turn in told_so else here
        if turned is not here:
            self.told[:] = [m for m in self.told if not any(m is other for other in here)] + turned

    def _take(
        self, frame: MeasureFrame, bound: dict[str, Mention], read: list[Mention], sentence: Sentence
    ) -> list[Mention]:
        """Reads one match of a frame; the numbers that it uses up, none where it yields nothing."""
        if "n" in bound and frame.effect not in _IN_PARTS and _PERCENT.match(self.state.text.lower, bound["n"].end):
            return []  # "expect to lose 40 per cent of their income"
        parted = "n" in bound and bound["n"].kind == "NUMBER" and bound["n"].value % 1
        if parted and frame.effect not in _IN_PARTS and not _A_RATE.match(self.state.text.lower, bound["n"].end):
            return []  # "an expected-goals total of 8.64", where "9.3 goals a season" is what a man scores
        first, last = read.index(bound["first"]), read.index(bound["last"])
        at = read.index(bound["n"]) if "n" in bound else first
        if self.vetoes.refuses(frame, read, first, at, last) or (
            "g" in bound and not self.scope.counts_games(bound["g"])
        ):
            return []
        games = bound.get("g") or self.scope.games(read, at, last) or _games_of_run(frame, read, first, last)
        count = None if games is None else int(games.value)
        if frame.needs_scope and not is_limited(self.state.text.lower, frame, read, first, last, count):
            return []
        found = Found(frame, bound, read, sentence, first, at, last, count, games)
        measures = MEANINGS.get(frame.effect, MEANINGS["plain"])(found, self.subjects, self.scope)
        self.told += measures
        counted = games if any(m.matches is not None for m in measures) else None
        if not measures and frame.effect in RUNS:
            return [read[at]]  # whose run it is nobody knows: it is no tally of another's either
        return [m for m in (read[at], counted, bound.get("m")) if m is not None] if measures else []


def _numbers_in(read: list[Mention], told: list[Measure]) -> set[int]:
    """The starts of the numbers of a sentence that measures hold whose span is longer."""
    last = read[-1].end
    held = [m for m in told[-12:] if m.start < last and m.end > read[0].start]
    return {t.start for t in read if t.kind == "NUMBER" and any(m.start <= t.start < m.end for m in held)}


def _games_of_run(frame: MeasureFrame, read: list[Mention], first: int, last: int) -> Mention | None:
    """The nine of "a run of two wins in nine": so many of nine games, and no wins in a row."""
    behind, number, end = (*read[last + 1 : last + 4], None, None, None)[:3]
    if frame.effect not in RUNS or read[first].kind != "STREAK" or behind is None or number is None:
        return None
    bare = end is None or end.kind in ("COMMA", "AND", "BUT", "STOP", "HAVE", "STAND", "MOVE", "SAW", "WITH", "TO")
    return number if bare and behind.kind in ("IN", "FROM") and number.kind == "NUMBER" else None


def _is_currency(token: Mention, after: Mention | None) -> bool:
    """ "US" in "US$10,000"."""
    return token.text == "US" and after is not None and after.kind == "MONEY" and after.start - token.end <= 1


def _once(told: list[Measure], headline: int) -> list[Measure]:
    """A measure told twice in a story is one; the surer and the more complete telling stays, as nearly as the text
    puts it where the headline rounds. Of other games it is another: one defeat in five and one in 28 are two facts."""
    best: dict[tuple[str, str, float, str | None, str | None], list[Measure]] = {}
    stated = {(m.subject, m.metric, m.value): m.season for m in told if m.season is not None}
    for measure in told:
        metric = "age" if measure.metric == "player_age" else measure.metric
        season = measure.season or stated.get((measure.subject, measure.metric, measure.value))
        key = (measure.subject, metric, measure.value, _parted(measure), season)
        known = best.setdefault(key, [])
        same = next((i for i, m in enumerate(known) if _of_the_same_games(m, measure)), None)
        if same is None:
            known.append(measure)
        elif _fullness(measure) > _fullness(known[same]):
            known[same] = measure
        elif known[same].start < headline <= measure.start:
            known[same].qualifier = measure.qualifier
    return sorted((m for known in best.values() for m in known), key=lambda m: (m.start, m.end))


def _of_the_same_games(one: Measure, other: Measure) -> bool:
    return None in (one.matches, other.matches) or one.matches == other.matches


def _parted(measure: Measure) -> str | None:
    """What sets two like measures of one subject apart: whom a gap is to, the cup of an item in a list."""
    if measure.metric == "points_gap":
        return measure.other
    return measure.competition if measure.rule == "measure/honours" else None


def _fullness(measure: Measure) -> tuple[int, float]:
    said = (measure.competition, measure.season, measure.matches, measure.other)
    return sum(value is not None for value in said), measure.confidence
