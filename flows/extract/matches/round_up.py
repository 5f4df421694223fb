"""The matches that a round-up goes through in turn.

In: the words of a story and its matches as told. Out: those of three pairs of sides or more, in which no side has two;
what a side did a week earlier, or in a first leg, is none of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.extract.matches.told import MatchTold
from flows.extract.text.sought import Sought

_LEAST = 3  # matches
_OUTCOME = ("outcome.", "opponent.", "result.", "goal.")  # rules
_ASIDE = 10  # letters: ", who had "
_BEFORE = Sought(
    r"\b(?:having|\w+ (?:days?|weeks?|months?|years?) (?:ago|earlier|before)|last (?:week|month|season|year|time|term)|"
    r"earlier in|previous(?:ly)?|since|(?:first|opening|reverse|return) (?:leg|meeting|fixture))\b"
)


def matches_in_turn(lower: str, matches: Sequence[MatchTold]) -> list[MatchTold]:
    """The matches told with a score or by their course and those of other sides of which a winner alone is told, but
    for those that look back at what a side did before; of a list those of its result lines; none where too few for a
    round-up."""
    lines = [m for m in matches if m.rule.startswith("result.line") and m.sentence.alone]
    if len(lines) >= _LEAST:
        return lines
    sides: set[str] = set()
    found: list[MatchTold] = []
    pairs = 0
    for match in sorted(matches, key=lambda m: min(t.start for t in m.tellings())):
        if match.score_1 is None and not match.is_told_by_its_course():
            continue
        pairs += (new := sides.isdisjoint((match.team_1, match.team_2)))
        twin = next((place for place, other in enumerate(found) if match.same_pair(other)), None)
        if twin is not None:
            found[twin] = match if _told_aside(lower, found[twin], match) else found[twin]
            continue
        if new or not _looks_back(lower, match):
            found.append(match)
            sides |= {match.team_1, match.team_2}
    return [*found, *_unscored(lower, matches, sides)] if pairs >= _LEAST else []


def _unscored(lower: str, matches: Sequence[MatchTold], sides: set[str]) -> list[MatchTold]:
    """The matches of a round-up of which only how they ended is told, each of two sides without another."""
    told = [m for m in matches if m.score_1 is None and m.rule.startswith(_OUTCOME) and not _looks_back(lower, m)]
    return [m for m in told if sides.isdisjoint((m.team_1, m.team_2))]


def _told_aside(lower: str, match: MatchTold, other: MatchTold) -> bool:
    """ "X, beaten 3-1 in Naples, turned it round by winning 4-1": whether a match is told in passing before another."""
    if match.sentence is not other.sentence or ", " not in lower[max(0, match.start - _ASIDE) : match.end]:
        return False
    return lower.find(", ", match.end, other.start) > 0


def _looks_back(lower: str, match: MatchTold) -> bool:
    """ "X, who lost the first leg 1-0", "having beaten Y 2-0 a week earlier"."""
    start = match.sentence.span.start
    within = any(m.kind == "WHO" and m.start < match.start for m in match.sentence.mentions)
    return within or match.leg is not None or _BEFORE.search(lower, start, match.sentence.span.end) is not None
