"""Matches and ties as a story tells them, before they become claims. Spans are in the normal text."""

from __future__ import annotations

from dataclasses import dataclass, field

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

_OF_FIRST_LEGS = frozenset(
    f"result.{rule}"
    for rule in ("lead_into_leg", "lead_taken", "from_first_leg", "leg_lead", "stood_in_leg", "lead_in_tie")
)
_BESIDE = 16  # letters from a match to the kicks it ended with


@dataclass(eq=False)
class MatchTold:
    """A match as a story tells it, before it becomes a claim. Spans are in the normal text."""

    start: int
    end: int
    status: str
    team_1: str
    team_2: str
    score_1: int | None
    score_2: int | None
    rule: str
    confidence: float
    sentence: Sentence
    home: str | None = None
    decided: str | None = None
    shootout: str | None = None
    leg: int | None = None
    outcome: str | None = None
    year: int | None = None
    twins: list[MatchTold] = field(default_factory=list)

    def same_pair(self, other: MatchTold) -> bool:
        """Whether both are of the same two sides."""
        return {self.team_1, self.team_2} == {other.team_1, other.team_2}

    def tellings(self) -> list[MatchTold]:
        """This and every other telling of the match in the story."""
        return [self, *self.twins]

    def status_is(self, status: str) -> bool:
        """Whether it is played, or scheduled."""
        return self.status == status

    def is_a_first_leg(self) -> bool:
        """Whether its own phrase tells of a first leg: "led 2-0 from the first leg", "a 1-0 lead into the second"."""
        return self.leg == 1 or self.rule in _OF_FIRST_LEGS

    def is_told_by_its_course(self) -> bool:
        """Whether only who was ahead or behind is told of it: "went ahead at X"."""
        return self.rule.startswith("course.")

    def went_to_kicks(self) -> bool:
        """ "beat X 4-2 on penalties": whether a shoot-out is told right at it."""
        kicks = (*self.sentence.of("SHOOTOUT"), *self.sentence.of("SHOOTOUT_SCORE"))
        return any(self.start <= m.start < self.end + _BESIDE for m in kicks)

    def score_of(self, team: str) -> int | None:
        """That side's goals."""
        return self.score_1 if team == self.team_1 else self.score_2


@dataclass(eq=False)
class TieTold:
    """A two-legged tie's aggregate as a story tells it."""

    start: int
    end: int
    team_1: str
    team_2: str
    aggregate_1: int | None
    aggregate_2: int | None
    winner: str | None
    rule: str
    confidence: float
    sentence: Sentence
    year: int | None = None

    def status_is(self, status: str) -> bool:
        """A tie told with its aggregate has been played."""
        return status == "played"


def distance(mention: Mention, start: int, end: int) -> int:
    """How far a word stands from a span; what follows is nearer than what stands before."""
    if start <= mention.start < end:
        return 0
    return mention.start - end if mention.start >= end else (start - mention.end) * 2 + 5


def years_told(sentence: Sentence, position: int) -> list[tuple[int, int]]:
    """ "in 2013 and 2015" after a position: each year with the offset where it ends."""
    found: list[tuple[int, int]] = []
    for mention in sentence.mentions:
        if mention.start < position:
            continue
        if mention.kind == "DATE" and mention.value.year and not mention.value.month:
            found.append((mention.value.year, mention.end))
        elif found and mention.kind == "NUMBER" and 1900 < mention.value < 2100 and len(mention.text) == 4:
            found.append((int(mention.value), mention.end))
        elif (found and mention.kind not in ("AND", "COMMA")) or (not found and mention.start - position > 40):
            break
    return found
