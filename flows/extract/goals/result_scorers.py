"""Scorers beside a result: "Harland 2-1 Marden (Lenart 12, Beck 55 pen; Osman 90)", "Harland 2 (Lenart 2) Marden 1
(Osman)".

In: the matches of a story with the places where they are told as a line. Out: entries as of a line-up block, each with
its match. A semicolon parts the sides, the first those of the side named first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.extract.cast.lineups import GoalEntry
from flows.extract.matches.told import MatchTold

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_NAME = r"(?:[a-z]{2,3} )?[A-ZÀ-Þ][\w'.-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w'.-]*){0,3}?"
_MARK = r"(?:pens?|og|o\.g\.|h|fk|p)"
_TIME = r"\d{1,3}(?:\+\d{1,2})?"
_ITEM = rf"(?:\(?(?P<before>{_MARK})\)? )?(?P<minute>{_TIME})'?(?: ?\(?(?P<after>{_MARK})\b\.?\)?)?"
_PLAIN_ITEM = rf"(?:\(?{_MARK}\)? )?{_TIME}'?(?: ?\(?{_MARK}\b\.?\)?)?"
_ENTRY = re.compile(
    rf"(?P<name>{_NAME}),? \(?(?P<minutes>{_PLAIN_ITEM}(?:(?:, ?| and | & | ){_PLAIN_ITEM})*)\)?(?=\s*(?:[,;)]|and\b|"
    rf"$))"
)
_MINUTE = re.compile(_ITEM)
_OPENED = re.compile(r"[ :]*\(")
_KINDS = {"pen": "penalty", "pens": "penalty", "p": "penalty", "og": "own_goal", "h": "header", "fk": "free_kick"}
_LIVE = re.compile(r"\bGOA+L\b|^\d{1,3}(?:\+\d)? ?(?:min|mins|')|\d{1,2}(?:\+\d)?(?: min:?|')\s|Goal!")
_NO_NAME = re.compile(r"(?:Att\w*|HT|FT|AET|ET|Half|Full|Agg\w*|Crowd|Pens?|Kick|KO|Ref\w*)\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d,\d{3}\b")
_LAST = 130
_REACH = 400


def result_entries(
    state: StoryState, matches: list[MatchTold], main: MatchTold | None
) -> list[tuple[GoalEntry, MatchTold]]:
    """The scorers listed beside the results of a story, each with the match it belongs to."""
    found: list[tuple[GoalEntry, MatchTold]] = []
    taken: set[int] = set()
    scores = _scores(state, matches)
    for match in matches:
        for told in match.tellings():
            listed = _list_after(state.text.normal, told, state.story.end)
            if listed is None or listed[0] in taken:
                continue
            taken.add(listed[0])
            live = is_live(state, told)
            entries = _entries(state, told, *listed)
            if live and main is not None and match.same_pair(main):
                found += [(_of_moment(state, entry, told, scores), main) for entry in entries[:1]]
            elif not live and told.score_1 is not None and len(entries) <= told.score_1 + (told.score_2 or 0):
                found += [(_of_only_side(entry, told), match) for entry in entries]
    return found


def is_live(state: StoryState, told: MatchTold) -> bool:
    """Whether a score stands in a line of a live report: "75 min: GOAL! Harland 3-2 Marden"."""
    line = state.text.normal.rfind("\n", 0, told.start) + 1
    return _LIVE.search(state.text.normal, line, told.start) is not None


def _scores(state: StoryState, matches: list[MatchTold]) -> set[tuple[str, int, int]]:
    """Every score told, as written: the first side, its goals, the other's."""
    found = set()
    for told in (t for m in matches for t in m.tellings()):
        first, second = _sides_as_written(state, told)
        if told.score_1 is not None and told.score_2 is not None:
            found.add((first, int(told.score_of(first) or 0), int(told.score_of(second) or 0)))
    return found


def _of_moment(state: StoryState, entry: GoalEntry, told: MatchTold, scores: set[tuple[str, int, int]]) -> GoalEntry:
    """A live report's goal is of the side whose goals are one more than in another of its scores."""
    first, second = _sides_as_written(state, told)
    mine, theirs = int(told.score_of(first) or 0), int(told.score_of(second) or 0)
    before = {side for side, score in ((first, (mine - 1, theirs)), (second, (mine, theirs - 1)))
              if (first, *score) in scores or score == (0, 0)}  # fmt: skip
    entry.team = next(iter(before)) if len(before) == 1 else None
    return entry


def _of_only_side(entry: GoalEntry, told: MatchTold) -> GoalEntry:
    """Where one side scored none, all are the other's."""
    if entry.team is None and 0 in (told.score_1, told.score_2):
        entry.team = told.team_2 if told.score_1 == 0 else told.team_1
    return entry


def _list_after(normal: str, told: MatchTold, end: int) -> tuple[int, int] | None:
    """The bracket that opens right behind a result, on its line."""
    line = normal.find("\n", told.end, end)
    stop = min(end if line < 0 else line, told.end + _REACH)
    opened = _OPENED.match(normal, told.end, stop)
    if opened is None:
        return None
    close = _closing(normal, opened.end(), stop)
    return None if close < 0 else (opened.end(), close)


def _closing(normal: str, start: int, stop: int) -> int:
    depth = 1
    for position in range(start, stop):
        depth += {"(": 1, ")": -1}.get(normal[position], 0)
        if depth == 0:
            return position
    return -1


def _entries(state: StoryState, told: MatchTold, start: int, end: int) -> list[GoalEntry]:
    normal = state.text.normal
    if _FIGURE.search(normal, start, end):
        return []
    parts = _parts(normal, start, end)
    first, second = _sides_as_written(state, told)
    entries: list[GoalEntry] = []
    for index, (begin, stop) in enumerate(parts):
        side = (first, second)[index] if len(parts) == 2 else None
        for entry in _ENTRY.finditer(normal, begin, stop):
            if _NO_NAME.match(entry.group("name")):
                continue
            for item in _MINUTE.finditer(normal, entry.start("minutes"), entry.end("minutes")):
                minute, _, added = item.group("minute").partition("+")
                mark = (item.group("before") or item.group("after") or "").replace(".", "")
                told_minute = int(minute) + int(added or 0)
                if 0 < told_minute <= _LAST:
                    entries.append(
                        GoalEntry(
                            entry.start(), item.end(), entry.group("name"), told_minute,
                            _KINDS.get(mark, "open_play"), side, told.sentence, int(added) if added else None,
                        )
                    )  # fmt: skip
    return entries


def _parts(normal: str, start: int, end: int) -> list[tuple[int, int]]:
    """The list of each side."""
    cut = normal.find(";", start, end)
    if cut < 0 or normal.find(";", cut + 1, end) >= 0:
        return [(start, end)]
    return [(start, cut), (cut + 1, end)]


def _sides_as_written(state: StoryState, told: MatchTold) -> tuple[str, str]:
    """The sides in the order in which the line names them."""
    at = {
        team: next((m.start for m in told.sentence.mentions if m.value == team and m.kind == "TEAM"), told.end)
        for team in (told.team_1, told.team_2)
    }
    first, second = sorted((told.team_1, told.team_2), key=lambda team: at[team])
    return first, second
