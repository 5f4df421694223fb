"""Own goals -> goals: "a De Roon own goal", "an own goal from Denayer", "headed into his own net".

In: the words for one's own goal or net. Out: the goal, whose scorer played for the other side. The phrases stand in
`vocabulary/goal_phrases.csv`.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.told import GoalTold
from flows.extract.text.mentions import Mention
from flows.extract.text.phrase_tables import phrase_table
from flows.extract.text.sentence import Sentence

_PHRASES = phrase_table("goal_phrases.csv")
_INTO_OWN, _OFF_HIM, _ANOTHERS = (
    re.compile(rf"(?:{_PHRASES[kind]}) $") for kind in ("INTO_OWN", "OFF_HIM", "ANOTHERS")
)


class OwnGoals(Teller):
    """Reads own goals."""

    def own_goal(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """Whose own goal it was: its owner's, who is named behind it, who did it, or off whom it went in."""
        found = [a for a in self.scorers.owners(sentence, trigger) if a.how != "pronoun"]
        found = found or self.scorers.named_after(sentence, trigger)
        if not found and _INTO_OWN.search(self.lower, max(0, trigger.start - 40), trigger.start):
            found = self.scorers.subjects(sentence, trigger)
        if not found:
            found = [a for a in self.actors.before(sentence, trigger.start)[-1:] if self._off_him(sentence, a, trigger)]
        found = [a for a in found if a.how != "pronoun" or not a.possessive]
        found = [a for a in found if not _ANOTHERS.search(self.lower, a.end, trigger.start)]
        several = trigger.text.lower().endswith("goals")
        goals = self.tell(sentence, trigger, found if several else found[-1:], "goal.own", 0.92)
        for goal in goals:
            goal.kind = "own_goal"
        return goals

    def _off_him(self, sentence: Sentence, actor: Actor, trigger: Mention) -> bool:
        """ "the ball struck X and rolled in for an own goal", "was deflected in by X for an own goal"."""
        if actor.how != "name" or actor.possessive or trigger.start - actor.end >= 60:
            return False
        return _OFF_HIM.search(self.lower, max(sentence.span.start, actor.start - 40), actor.start) is not None
