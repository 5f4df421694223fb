"""Line-up blocks -> goals, players' clubs and the attendance: "Goals: Cole 12, Drogba (pen) 76. Att: 12,345".

A block lists names apart by commas; "Team: a, b, c" says whose they are. Where labels were lost, a line of names
with minutes and no brackets is a list of scorers, and line-ups come home side first.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.extract.story import StoryState
    from flows.extract.text.sentence import Sentence

_NAME = r"[A-Z][\w'.-]*(?: (?:[a-z]{2,3} )?[A-Z][\w'.-]*){0,3}"
_MARK = r"(?:pen|og|o\.g\.|p|h|fk)"
_MINUTE = rf"\d{{1,3}}(?:\+\d{{1,2}})?(?:')?(?: ?\(?{_MARK}\b\.?\)?)?"
_MINUTES = rf"{_MINUTE}(?:(?:, ?| and | & ){_MINUTE})*"
_ENTRY = re.compile(rf"(?P<name>{_NAME}),? \(?(?:\((?P<mark>{_MARK})\) )?(?P<minutes>{_MINUTES})\)?")
_ONE = rf"{_NAME},? \(?(?:\({_MARK}\) )?{_MINUTES}\)?"
_LIST = re.compile(rf"{_ONE}(?:(?:, | and |; ?){_ONE})*")
_ITEM = re.compile(rf"(\d{{1,3}})(?:\+(\d{{1,2}}))?'?(?: ?\(?({_MARK})\b\.?\)?)?")
_KINDS = {"pen": "penalty", "p": "penalty", "og": "own_goal", "h": "header", "fk": "free_kick"}
_BARE = re.compile(rf":? ?({_LIST.pattern})\.?")
_HAS_FIGURE = re.compile(r"\d")
_LABEL = re.compile(r"\b(?:Goals?|Scorers?|Goalscorers?)\s*:\s*")
_LINEUP = re.compile(
    r"(?:^|(?<=[.)] )|(?<=\n))(?P<team>[A-Z][\w&' .-]{2,30}?)(?: \([^)]{3,12}\))?: (?=[A-Z][\w'. -]+(?: \([^)]*\))?, )"
)
_PLAYERS = re.compile(rf"(?P<name>{_NAME})(?: \((?P<sub>{_NAME}) \d{{1,3}}\))?")


@dataclass
class GoalEntry:
    """A goal of a line-up block; spans in the normal text."""

    start: int
    end: int
    name: str
    minute: int
    kind: str
    team: str | None
    sentence: Sentence
    added_time: int | None = None


def goal_entries(state: StoryState) -> list[GoalEntry]:
    """The goals of a story's line-up blocks, in order."""
    normal = state.text.normal
    teams = _lineups(state)
    found: list[GoalEntry] = []
    for block in state.story.body:
        for label in _LABEL.finditer(normal, block.start, block.end) if ":" in normal[block.start : block.end] else ():
            listed = _LIST.match(normal, label.end(), block.end)
            if listed:
                found += _entries(state, listed.start(), listed.end(), _team_at(teams, label.start()))
        line = normal[block.start : block.end]
        bare = _BARE.fullmatch(line) if _HAS_FIGURE.search(line) else None
        if bare and not _LABEL.search(line) and not _bookings(state, line) and not _of_sides(state, block.start):
            found += _entries(state, block.start + bare.start(1), block.end, None)
    return _sided(state, found, teams)


def _entries(state: StoryState, start: int, end: int, team: str | None) -> list[GoalEntry]:
    entries = []
    sentence = next(s for s in reversed(state.sentences) if s.span.start <= start)
    for entry in _ENTRY.finditer(state.text.normal, start, end):
        whole = entry.group("mark")
        for item in _ITEM.finditer(state.text.normal, entry.start("minutes"), entry.end("minutes")):
            mark = (item.group(3) or whole or "").replace(".", "")
            added = int(item.group(2)) if item.group(2) else None
            minute = int(item.group(1)) + (added or 0)
            if 0 < minute <= 130:
                kind = _KINDS.get(mark, "open_play")
                entries.append(
                    GoalEntry(entry.start(), item.end(), entry.group("name"), minute, kind, team, sentence, added)
                )
    return entries


def _bookings(state: StoryState, line: str) -> bool:
    """A line of one man with a bracketed minute is a sending-off: "Bowyer (77)."."""
    return bool(re.fullmatch(rf":? ?{_NAME} \(\d{{1,3}}\)\.?", line))


def _of_sides(state: StoryState, start: int) -> bool:
    """A line that opens with a side is a result: "Lagan City 1, Oriel Town 0"."""
    return any(m.kind == "TEAM" and start <= m.start < start + 2 for m in state.mentions)


def _lineups(state: StoryState) -> list[tuple[int, str, set[str]]]:
    """Labelled line-ups as (offset, club, players); players are noted as playing for the club."""
    normal = state.text.normal
    found: list[tuple[int, str, set[str]]] = []
    for block in state.story.body:
        if normal.find(": ", block.start, block.end) < 0:
            continue
        for label in _LINEUP.finditer(normal, block.start, block.end):
            team = next(
                (
                    m.value
                    for m in state.mentions
                    if m.kind == "TEAM" and label.start() <= m.start <= label.start("team") + 2
                ),
                None,
            )
            if team is None:
                continue
            stop = normal.find(".", label.end(), block.end)
            players = _players(normal, label.end(), block.end if stop < 0 else stop)
            found.append((label.start(), team, players))
            _enlist(state, team, players)
    return found


def _players(normal: str, start: int, end: int) -> set[str]:
    names = set()
    for player in _PLAYERS.finditer(normal, start, end):
        names.add(player.group("name"))
        if player.group("sub"):
            names.add(player.group("sub"))
    return names


def _enlist(state: StoryState, team: str, players: set[str]) -> None:
    for player in players:
        full = state.cast.people.get(player, player)
        state.cast.plays_for.setdefault(full, Counter())[team] += 3


def _team_at(teams: list[tuple[int, str, set[str]]], position: int) -> str | None:
    before = [team for start, team, _ in teams if start < position]
    return before[-1] if before else None


def _sided(state: StoryState, entries: list[GoalEntry], teams: list[tuple[int, str, set[str]]]) -> list[GoalEntry]:
    """Sides of entries: the label's; without labels home players come first. Own goals count for the other side."""
    main = state.main
    if main is None:
        return entries
    unlabelled = _unlabelled(state) if not teams else []
    for entry in entries:
        team = entry.team
        if team is None and len(unlabelled) == 2 and main.home:
            for players, side in zip(unlabelled, (main.home, main.opponent(main.home)), strict=True):
                if any(entry.name == p or p.split()[-1] == entry.name for p in players):
                    team = main.opponent(side) if entry.kind == "own_goal" else side
        elif team is not None and entry.kind == "own_goal":
            players = next((p for _, t, p in teams if t == team), set())
            team = main.opponent(team) if entry.name in players else team
        entry.team = team if main.has(team) else None
    return entries


def _unlabelled(state: StoryState) -> list[set[str]]:
    """Lines of eleven names and more without a label, in order; their players are noted for home and away side."""
    main = state.main
    found = []
    for block in state.story.body:
        line = state.text.normal[block.start : block.end]
        if line.count(",") >= 9 and line.count(",") * 22 > len(line):
            found.append(_players(state.text.normal, block.start, block.end))
    if len(found) == 2 and main is not None and main.home:
        for players, side in zip(found, (main.home, main.opponent(main.home)), strict=True):
            _enlist(state, str(side), players)
    return found
