"""Goals that no verb tells, by weak signs together: "the Bees were hanging on until Tranter rose highest at a corner".

In: a sentence and the goals that surer readers found in it. Out: for a man of whom they found none, a telling of rule
`goal.likely` where what his clause says weighs enough (`weak_signs`). It is kept only where the final score has room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.cast.actors import Actor
from flows.extract.goals.sides.score_fit import LIKELY
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.tellings.weak_signs import ENOUGH, Clause, signs_in
from flows.extract.goals.told import GoalTold
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_LEAST_SURE, _SUREST, _A_SIGN = 0.4, 0.5, 0.02
_REACH = 160  # letters
_KNOWN = frozenset({"name", "pronoun", "epithet"})
_OF_HIS = tuple(
    f" {word} " for word in ("from", "to", "on", "onto", "at", "in", "with", "by", "of", "off", "over", "for")
)
_NEXT_CLAUSE = Sought(r"(?:, (?:but|while|although|though|before|whereas)\b| but |; |: )")
_HIS_SHOT = re.compile(
    r"'?s? (?:(?!own )[\w-]+ ){0,3}?(?:header|volley|half-volley|drive|strike|finish|effort|tap-in|kick|penalty|"
    r"spot-kick|free[- ]kick|chip|lob|curler|thunderbolt|goal|reply|response|leveller|equali[sz]er)\b"
)


class WeighedGoals(Teller):
    """Finds them in one story."""

    def read(self, sentence: Sentence, told: list[GoalTold]) -> list[GoalTold]:
        """The goals that a sentence seems to tell, of men of whom it tells none for sure."""
        if sentence.quoted or sentence.headline:
            return []
        known = {goal.scorer for goal in told}
        found: list[GoalTold] = []
        for clause in self.clauses(sentence):
            actor = clause.actor
            if actor.name in known or any(actor.end <= goal.at < clause.stop for goal in told):
                continue
            signs = signs_in(self.lower, sentence, clause)
            if signs is None or signs.weight < ENOUGH:
                continue
            start = actor.end + 1 if actor.possessive else signs.start
            trigger = Mention("LIKELY", start, signs.end, self.state.text.normal[start : signs.end])
            sure = min(_SUREST, _LEAST_SURE + _A_SIGN * (signs.weight - ENOUGH))
            found += self.tell(sentence, trigger, [actor], LIKELY, sure)
        return found

    def clauses(self, sentence: Sentence) -> Iterator[Clause]:
        """The clauses of men who may have scored: their subjects, and the owners of a shot."""
        actors = [a for a in self.actors.of(sentence) if a.name is not None]
        ahead = sentence.span.start
        for index, actor in enumerate(actors):
            later = (a.start for a in actors[index + 1 :] if a.subject and not a.possessive and a.name != actor.name)
            stop = min(next(later, sentence.span.end), actor.end + _REACH, sentence.span.end)
            cut = _NEXT_CLAUSE.search(self.lower, actor.end, stop)
            clause = Clause(actor, ahead, stop if cut is None else cut.start(), stop)
            acts = actor.subject or actor.relative or (not actor.possessive and self._opened_by(actor))
            if actor.possessive:
                acts = not self.lower.endswith(_OF_HIS, 0, actor.start)
                acts = acts and _HIS_SHOT.match(self.lower, actor.end, stop) is not None
            may = actor.how in _KNOWN and actor.name is not None and self.actors.may_score(actor.name)
            if acts and may and not self.is_build_up(actor, clause.stop):
                yield clause
            ahead = actor.end

    def _opened_by(self, actor: Actor) -> bool:
        return self.lower.endswith((" until ", " when ", " before ", " and ", ": "), 0, actor.start)
