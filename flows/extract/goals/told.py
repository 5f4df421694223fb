"""A goal as a story tells it, before it becomes a claim."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from flows.extract.matches.told import MatchTold
from flows.extract.text.sentence import Sentence
from flows.extract.text.structure import Span

_ENDLESS = 200  # minutes


class Telling(NamedTuple):
    """Where a goal is told: from its scorer to its trigger, and the end of the sentence."""

    start: int
    end: int
    stop: int


@dataclass
class GoalTold:
    """A goal, or n goals not told apart; spans in the normal text.

    `described` is False for a mere count ("his brace"); `order` is which of the player's goals it is; `sides` are votes
    for the side it counts for; `at` is where its trigger stands; `called` is the opener, the equaliser, the winner;
    `further` that another of his may have been told before; `half` the minutes within which words without a number put
    it; `cancelled` that its clause is about the goal that cancelled it out; `out_of_tally` that it is taken out of a
    count; `owned` that its order stands behind his name ("Hale's third"), and may be his side's; `amends` that it made
    up for an own goal; `elsewhere` are the other places that tell it, `lines` the entries of lists that do.
    """

    start: int
    end: int
    scorer: str
    sentence: Sentence
    at: int
    rule: str
    confidence: float
    kind: str = "open_play"
    n: int = 1
    minute: int | None = None
    added_time: int | None = None
    described: bool = True
    order: int | None = None
    match: MatchTold | None = None
    team: str | None = None
    opponent: str | None = None
    from_block: bool = False
    tellings: int = 1
    called: str | None = None
    further: bool = False
    half: tuple[int, int] | None = None
    cancelled: bool = False
    out_of_tally: bool = False
    owned: bool = False
    amends: bool = False
    sides: Counter[str] = field(default_factory=Counter)
    elsewhere: list[Telling] = field(default_factory=list)
    lines: list[Span] = field(default_factory=list)
    prose: GoalTold | None = None

    @property
    def spans(self) -> list[Telling]:
        """Every place where the story tells it, in order."""
        return sorted([Telling(self.start, self.end, self.sentence.span.end), *self.elsewhere])

    def may_fall_with(self, other: GoalTold) -> bool:
        """Whether what is told of the time of both goes together: a stoppage-time penalty fell on no 58th minute."""
        first, last = self.half or (0, _ENDLESS)
        if other.minute is not None:
            return first <= other.minute <= last
        start, end = other.half or (0, _ENDLESS)
        return self.minute is not None or (start <= last and first <= end)

    def same_scorer(self, name: str) -> bool:
        """Whether the name is the scorer's, in full or by surname."""
        return self.scorer == name or self.scorer.split()[-1] == name.split()[-1]
