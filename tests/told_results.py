"""The notation of `tests/cases`: a line's expected matches and ties, and the same words for what the engine read.

A table's line is a tiny story and what a careful reader finds in it; `cases/README.md` describes the notation. What is
expected and what was read become the same sorted tuples, so that a difference prints as the reader would write it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from flows.extract import extract_document
from flows.extract.claims import MatchClaim, TieClaim

CASES = Path(__file__).parent / "cases"
ATTRIBUTES = ("competition", "season", "round", "leg", "date", "venue", "closed")
_MATCH = re.compile(
    r"(?P<one>.+?) (?P<goals_1>\d+|\?)-(?P<goals_2>\d+|\?) (?P<two>[^@(]+?)(?: (?P<status>scheduled))?"
    r"(?: @(?P<home>[^(]+?))?(?: \((?P<notes>.*)\))?"
)
_KICKS = re.compile(r"(?P<one>\d+)-(?P<two>\d+)")


class Case(NamedTuple):
    """One line of a table; `text` with its paragraphs restored."""

    table: str
    family: str
    text: str
    expected: str

    @property
    def name(self) -> str:
        """How a report names the line."""
        return f"{self.table}: {self.family}: {self.text[:60]!r}"


class Told(NamedTuple):
    """A match or, as `kind` says, a tie, its sides in alphabetical order; `home` "?" where it is not looked at."""

    kind: str
    one: str
    two: str
    goals_1: str
    goals_2: str
    home: str
    ending: str
    notes: tuple[tuple[str, str], ...]


def cases(*patterns: str) -> list[Case]:
    """The lines of the tables whose names fit a pattern."""
    paths = sorted({path for pattern in patterns for path in CASES.glob(pattern)})
    return [case for path in paths for case in _lines(path)]


def _lines(path: Path) -> Iterator[Case]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield Case(path.stem, row["family"], row["text"].replace("¶", "\n"), row["expected"])


def expected(case: Case) -> list[Told]:
    """What the line's last column says."""
    return sorted(_written(item.strip()) for item in case.expected.split(";") if item.strip())


def _written(item: str) -> Told:
    kind, item = ("tie", item[4:]) if item.startswith("tie ") else ("played", item)
    match = _MATCH.fullmatch(item)
    if match is None:
        raise ValueError(f"{item!r} is no match and no tie: see tests/cases/README.md")
    notes = dict(note.strip().partition(" ")[::2] for note in (match["notes"] or "").split(",") if note.strip())
    ending = "penalties" if "pens" in notes else "extra_time" if "aet" in notes else "regular"
    if "pens" in notes:
        ending = f"penalties {notes.pop('pens')}".strip()
    notes.pop("aet", None)
    home = "?" if kind == "tie" else match["home"] or "-"
    if kind == "tie":
        ending = notes.pop("winner", "") or _ahead(match)
    elif match["status"]:
        kind, ending = "scheduled", "-"
    elif ending == "regular" and "?" in (match["goals_1"], match["goals_2"]):
        ending = "?"
    return _told(kind, match["one"], match["two"], match["goals_1"], match["goals_2"], home, ending, notes)


def _ahead(match: re.Match[str]) -> str:
    if "?" in (match["goals_1"], match["goals_2"]) or match["goals_1"] == match["goals_2"]:
        return "-"
    return match["one"] if int(match["goals_1"]) > int(match["goals_2"]) else match["two"]


def _told(
    kind: str, one: str, two: str, goals_1: str, goals_2: str, home: str, ending: str, notes: dict[str, str]
) -> Told:
    if one > two:
        one, two, goals_1, goals_2 = two, one, goals_2, goals_1
        ending = _KICKS.sub(r"\g<two>-\g<one>", ending)
    return Told(kind, one, two, goals_1, goals_2, home, ending, tuple(sorted(notes.items())))


def read(case: Case) -> list[Told]:
    """What the engine reads in the line, with only those attributes that the line speaks of."""
    extract = extract_document("case.txt", "0" * 64, case.text)
    claims = [*extract["match_claims"], *extract["tie_claims"]]
    wanted = expected(case)
    return sorted(_as_asked(claim, wanted) for claim in claims)


def _as_asked(claim: MatchClaim | TieClaim, wanted: list[Told]) -> Told:
    """A claim in the line's words: of attributes those asked for, of home and ending where they are asked for."""
    told = _match(claim) if isinstance(claim, MatchClaim) else _tie(claim)
    asked = next((w for w in wanted if w[:5] == told[:5]), None)
    if asked is None:
        return told._replace(notes=())
    notes = {name: value for name, value in told.notes if name in dict(asked.notes)}
    return told._replace(
        notes=tuple(sorted(notes.items())),
        home="?" if asked.home == "?" else told.home,
        ending="?" if asked.ending == "?" else told.ending,
    )


def _match(claim: MatchClaim) -> Told:
    ending = claim.decided or "-"
    if claim.shootout:
        ending += f" {claim.shootout}"
    notes = {
        "competition": claim.competition,
        "season": claim.season,
        "round": claim.round,
        "leg": claim.leg,
        "date": claim.match_date or claim.date_text,
        "venue": claim.venue,
        "closed": "" if claim.behind_closed_doors else None,
    }
    written = {name: "-" if value is None else str(value) for name, value in notes.items()}
    scores = (_number(claim.score_1), _number(claim.score_2))
    return _told(claim.status, claim.team_1, claim.team_2, *scores, claim.home_team or "-", ending, written)


def _tie(claim: TieClaim) -> Told:
    notes = {"competition": claim.competition, "season": claim.season, "round": claim.round}
    written = {name: "-" if value is None else value for name, value in notes.items()}
    scores = (_number(claim.aggregate_1), _number(claim.aggregate_2))
    return _told("tie", claim.team_1, claim.team_2, *scores, "?", claim.winner or "-", written)


def _number(value: int | None) -> str:
    return "?" if value is None else str(value)
