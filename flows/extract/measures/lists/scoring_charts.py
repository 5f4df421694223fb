"""Charts of scorers: "Leading scorers: 14: Okoro (Tavin); 12: Lindt (Graz), Sarr (Monrale)", "Scorers: Salas 17 goals".

In: a story. Out: the goals (or assists) of each player listed, and the spans of the charts, which no other reader
reads. A chart stands behind its name, the most goals first: what rises is a list of minutes. Where nothing but
"scorers" names it, the players' clubs must stand beside them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from flows.extract.goals.lists.scorer_lists import NAME
from flows.extract.measures.claims import Measure
from flows.extract.story import StoryState
from flows.extract.text.sought import Sought

_HEAD = Sought(
    r"(?:(?:top|leading) (?:(?:league|premier league|goal) ?)?(?:goal[ -]?)?scorers?|goal[ -]?scorers|scorers|"
    r"(?:scoring|goalscoring|goals) (?:chart|charts|table|list|leaders)|marksmen|golden boot|"
    r"(?:top |most |leading )?assists|most goals)\b"
)
_INTRODUCES = re.compile(
    r"(?: (?:so far|this season|standings|race|after [\w -]{3,20}|\((?:all )?[\w ]{3,20}\)|"
    r"(?:in|of|for) [^:;\n.()]{3,40}))*"
    r" ?(?::| - ?|-\n|\n)\s*",
    re.IGNORECASE,
)
_LEAGUE_TOLD = Sought(r"\b(?:in|of) the (?P<league>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)")
_CLUB = r" ?\((?P<club>[^()\d]{2,30})\)"
_LABEL = re.compile(r"\s*(?:[-*•] ?)?(?P<n>\d{1,3})(?: goals?| assists?)?(?: ?(?::|-|–)\s*|\.? +)(?=\D)")
_PLAYER = re.compile(rf"\s*(?P<name>(?:[A-Z]\. ?)?{NAME})(?:{_CLUB}|(?=\s*(?:[,;.\n]|$|&|and\b)))")
_NUMBERED = re.compile(
    rf"\s*(?:\d{{1,2}}[.)] )?(?P<name>(?:[A-Z]\. ?)?{NAME})(?:{_CLUB}|, (?P<side>[A-Z][\w .'-]{{2,25}}?))?"
    r"(?::| -|,)? (?P<n>\d{1,3})\b(?!')(?: goals?| assists?)?(?: \(\d+ pens?\))?"
)
_NEXT = re.compile(r"\s*(?:,|;|&|and\b|\.(?=\s*\d)|\n)\s*(?:and )?")
_MOST = 90
_REACH = 1500


class _Entry(NamedTuple):
    start: int
    end: int
    name: str
    goals: int
    has_club: bool


class Charts(NamedTuple):
    """The measures of a story's charts, and where the charts stand in its text."""

    measures: list[Measure]
    spans: list[tuple[int, int]]


def charts(state: StoryState, league: str | None) -> Charts:
    """All scoring charts of a story."""
    found = Charts([], [])
    normal, lower = state.text.normal, state.text.lower
    start, end = state.story.body[0].start if state.story.body else state.story.end, state.story.end
    for head in _HEAD.finditer(lower, start, end):
        if found.spans and head.start() < found.spans[-1][1]:
            continue
        opening = _INTRODUCES.match(normal, head.end(), end)
        if opening is None or not _opens_line(normal, head.start()):
            continue
        named = head.group() not in ("scorers", "goalscorers", "goal scorers")
        until = min(end, opening.end() + _REACH)
        read = (way(normal, opening.end(), until) for way in (_labelled, _numbered))
        entries = next((e for e in read if _is_chart(e, named)), None)
        if entries is None:
            continue
        competition = _named(state, head.start(), opening.end()) or league
        metric = "player_assists" if "assist" in head.group() else "player_goals"
        found.spans.append((head.start(), entries[-1].end))
        found.measures.extend(_measure(state, entry, metric, competition) for entry in entries)
    return found


def _opens_line(normal: str, at: int) -> bool:
    """Whether a chart's name opens its line or sentence, but for an adjective or a league's name."""
    line = normal.rfind("\n", 0, at)
    before = normal[max(line + 1, at - 60, normal.rfind(". ", 0, at) + 1) : at].strip()
    return not before or (len(before.split()) <= 5 and before[0].isupper() and not re.search(r"[,:;()\d]", before))


def _labelled(normal: str, at: int, end: int) -> list[_Entry]:
    """ "14: Okoro (Tavin); 12: Lindt, Sarr"."""
    found: list[_Entry] = []
    goals: int | None = None
    while at < end:
        label = _LABEL.match(normal, at, end)
        if label is not None:
            goals, at = int(label["n"]), label.end()
        player = _PLAYER.match(normal, at, end) if goals is not None else None
        if player is None or goals is None:
            break
        start = label.start("n") if label is not None else player.start("name")
        found.append(_Entry(start, player.end(), player["name"], goals, player["club"] is not None))
        joint = _NEXT.match(normal, player.end(), end)
        if joint is None:
            break
        at = joint.end()
    return found


def _numbered(normal: str, at: int, end: int) -> list[_Entry]:
    """ "Salas (Monteverde) 17 goals, Funes (Pinar) 15", one a line or all in one."""
    found: list[_Entry] = []
    while (player := _NUMBERED.match(normal, at, end)) is not None:
        has_club = player["club"] is not None or player["side"] is not None
        found.append(_Entry(player.start("name"), player.end(), player["name"], int(player["n"]), has_club))
        joint = _NEXT.match(normal, player.end(), end)
        if joint is None:
            break
        at = joint.end()
    return found


def _is_chart(entries: list[_Entry], named: bool) -> bool:
    if len(entries) < 2 or entries[0].goals > _MOST:
        return False
    falls = all(one.goals >= other.goals for one, other in pairwise(entries))
    return falls and (named or all(entry.has_club for entry in entries))


def _named(state: StoryState, start: int, end: int) -> str | None:
    """The competition that a chart's name holds."""
    named = (m for m in state.mentions if m.kind == "COMPETITION" and start - 40 <= m.start < end)
    known = next((str(m.value) for m in named), None)
    unknown = None if known else _LEAGUE_TOLD.search(state.text.normal, start, end)
    return known or (unknown["league"] if unknown else None)


def _measure(state: StoryState, entry: _Entry, metric: str, competition: str | None) -> Measure:
    person = state.cast.people.get(entry.name, entry.name)
    unit = "goals" if metric == "player_goals" else "assists"
    measure = Measure(entry.start, entry.end, person, metric, float(entry.goals), unit, "measure/scoring-chart", 0.92)
    measure.competition = competition
    return measure
