"""Who gave a side the lead: "put Newcastle ahead", "fired the visitors in front", "went ahead when X pounced".

In: a sentence and the verb that may give a lead. Out: the goals that it tells, none where a name only stands beside it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.cast.actors import Actor
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.told import GoalTold
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_A_SIDE = re.compile(
    r" the (?:[\w-]+ ){0,3}(?:brigade|outfit|men|boys|girls|lads|club|team|side|eleven|xi|women|troops|camp|unit|crew)"
    r"(?: (?:in|from|of) (?:the )?[\w-]+(?: and [\w-]+)?)? (?:the |into the |an? (?:[\w-]+ )?)?"
)
TWICE_BEFORE = (" twice ", " twice he ", " twice she ")
_TO_A_LEAD = 60  # letters from whom a man gave it to his lead: "what looked like a comfortable half-time"


class Leads(Teller):
    """Reads verbs that put a side ahead or level."""

    def lead(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "Bowyer put Newcastle ahead", "fired the visitors in front"; "the Magpies took the lead when X pounced"."""
        following = _outside_brackets([m for m in sentence.mentions if m.start >= trigger.end])[:5]
        lead = next((m for m in following if m.kind == "LEAD"), None)
        told = (m for m in following[:3] if m.kind in SIDES or m.kind in ("THEY", "NAME"))
        side = next((m for m in told if lead is not None and m.start < lead.start), None)
        if (
            lead is None
            or lead.start - (trigger if side is None else side).end > _TO_A_LEAD
            or self._beside_another(sentence, lead)
            or any(m.kind == "OWN_GOAL" and 0 < trigger.start - m.end <= len(" then ") for m in sentence.mentions)
            or any(m.kind in ("COMMA", "SUBORDINATE", "QUOTE", "VETO") for m in following[: following.index(lead)])
        ):
            return []
        if side is None and not self._some_side(trigger, lead):
            return (
                self.told_next(sentence, lead)
                if trigger.text.lower() in ("took", "take", "taking", "regained", "restored")
                else []
            )
        who = self._who(sentence, trigger)
        goals = self.tell(sentence, trigger, who, "goal.lead", 0.92)
        if goals and goals[0].kind == "open_play" and who[-1].possessive:
            goals[0].kind = self.kind_of_shot(sentence, who[-1].end, trigger.start)
        twice = " twice " in trigger.text.lower() or self.lower.endswith(TWICE_BEFORE, 0, trigger.start)
        if len(goals) == 1 and twice and not self._lists(sentence, goals):
            goals[0].n, goals[0].described = 2, False
        team = self.state.side(side, sentence) if side is not None and side.kind != "NAME" else None
        for goal in goals:
            goal.end = max(goal.end, lead.end)
            if team is not None:
                goal.sides[team] += 6
        return goals

    def drawn(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "drew Harland level": no draw, but a lead given."""
        return self.lead(sentence, trigger) if trigger.text.lower() == "drew" else []

    def _who(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """The subject; the owner of a shot where that one stands nearer: "X levelled, but Y's shot decided it"."""
        subjects = self.scorers.subjects(sentence, trigger)
        owner = self.owner_of_shot(sentence, trigger)
        if trigger.text.lower().startswith(("went ", "drew ", "moved ")) and self.lower.endswith(
            " and ", 0, trigger.start
        ):
            owner = []  # "levelled through X's header and went in front when Y struck"
        return owner if owner and (not subjects or owner[0].start > subjects[-1].start) else subjects

    def _some_side(self, trigger: Mention, lead: Mention) -> bool:
        """ "put the red-and-gold brigade ahead", "gave the men in maroon the lead": a side that no name tells."""
        return _A_SIDE.fullmatch(self.lower, trigger.end, lead.start) is not None

    def _lists(self, sentence: Sentence, goals: list[GoalTold]) -> bool:
        """ "Goals by X and Y twice put Marden ahead": a goal of each."""
        before = self.actors.before(sentence, goals[0].at)
        return any(self.scorers.row.adjoin(*two) for two in pairwise(before[-2:]))

    def _beside_another(self, sentence: Sentence, lead: Mention) -> bool:
        """ "took him level with X": a tally like another man's."""
        level = lead.text.lower() == "level" and self.lower.startswith(" with ", lead.end)
        people = (m for m in sentence.mentions if m.kind == "PERSON" and 0 <= m.start - lead.end < 14)
        return level and any(not m.possessive for m in people)


def _outside_brackets(mentions: list[Mention]) -> list[Mention]:
    """The mentions without what stands in brackets: "gave Portland (8-9-8) the lead"."""
    kept: list[Mention] = []
    opened = False
    for mention in mentions:
        if mention.kind in ("OPEN", "CLOSE"):
            opened = mention.kind == "OPEN"
        elif not opened:
            kept.append(mention)
    return kept
