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
_OFF_WHOM = re.compile(r"(?: \w+)?(?: in)? (?:off|via) (?:the (?:[\w-]+ of )?)?(?:[a-z-]+ ){0,2}")
_BUT_HIS = re.compile(r"\b(?:and|but|then|before|until) (?:his|her) $")
ONCE_DONE = ("having ", "after ", "despite ", "not long after ", "moments after ", "minutes after ")
_GOALS = frozenset({"own goal", "own-goal", "own goals"})


class OwnGoals(Teller):
    """Reads own goals."""

    def own_goal(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """Whose own goal it was: its owner's, who is named behind it, who did it, or off whom it went in."""
        owners = self.scorers.owners(sentence, trigger)
        found = [a for a in owners if a.how != "pronoun"] or self.scorers.named_after(sentence, trigger)
        found = found or self._off_whom(sentence, trigger)
        if not found and _INTO_OWN.search(self.lower, max(0, trigger.start - 40), trigger.start):
            found = self.scorers.subjects(sentence, trigger)
        if not found:
            named = [a for a in self.actors.before(sentence, trigger.start) if a.how == "name"]
            found = [a for a in named[-1:] if self._off_him(sentence, a, trigger)]
        if not found and self.lower.endswith((" his ", " her "), 0, trigger.start) and trigger.text.lower() in _GOALS:
            found = [a for a in owners if a.name is not None]
        if not found and self.lower.startswith(ONCE_DONE, sentence.span.start):
            found = self._told_of_next(sentence, trigger)
        found = [a for a in found if not _ANOTHERS.search(self.lower, a.end, trigger.start)]
        several = trigger.text.lower().endswith("goals")
        goals = self.tell(sentence, trigger, found if several else found[-1:], "goal.own", 0.92)
        for goal in goals:
            goal.kind = "own_goal"
            goal.further |= _BUT_HIS.search(self.lower, max(0, trigger.start - 12), trigger.start) is not None
        return goals

    def _off_whom(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """ "an own goal off the shin of X"."""
        after = [a for a in self.actors.of(sentence) if a.start > trigger.end and a.how == "name"][:1]
        return [a for a in after if _OFF_WHOM.fullmatch(self.lower, trigger.end, a.start)]

    def _told_of_next(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """ "Having put through his own net, X made amends": who is the subject of what follows."""
        people = self.actors.of(sentence)
        if any(a.end <= trigger.start and a.how != "pronoun" for a in people):
            return []
        after = [a for a in people if a.start > trigger.end and a.how in ("name", "epithet")][:1]
        return [a for a in after if a.subject and self.lower.endswith(", ", trigger.end, a.start)]

    def _off_him(self, sentence: Sentence, actor: Actor, trigger: Mention) -> bool:
        """ "the ball struck X and rolled in for an own goal", "was deflected in by X for an own goal"."""
        if actor.possessive or trigger.start - actor.end >= 60:
            return False
        return _OFF_HIM.search(self.lower, max(sentence.span.start, actor.start - 40), actor.start) is not None
