"""Nouns of scoring -> goals: "Palomino's winner", "goals from A and B", "an own goal by C".

A shot is a goal only where it is told what it won (`earned_shots.py`). The phrases stand in
`vocabulary/goal_phrases.csv`.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor
from flows.extract.goals.moments import order_of
from flows.extract.goals.tellings.earned_shots import is_earned
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.tellings.vetoes import is_tally
from flows.extract.goals.told import GoalTold
from flows.extract.text.mentions import Mention
from flows.extract.text.phrase_tables import phrase_table
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_PHRASES = phrase_table("goal_phrases.csv")
_FOR_ONE, _WANTED, _THANKED, _WITH_ONE, _STRUCK_WITH, _FAMED_WITH, _RECOVERED, _HIS_NET = (
    re.compile(rf"(?:{_PHRASES[kind]}) $")
    for kind in ("FOR_ONE", "WANTED", "THANKED", "WITH_ONE", "STRUCK_WITH", "FAMED_WITH", "RECOVERED", "HIS_NET")
)
_MARKED_WITH = Sought(rf"(?:{_PHRASES['MARKED_WITH']}) $")
_HERO = re.compile(rf"(?:{_PHRASES['HERO']}) $")
_OTHER_THING = re.compile(rf"[- ](?:{_PHRASES['OTHER_THING']})")
_ONE_A_HALF = re.compile(rf" (?:{_PHRASES['ONE_A_HALF']})")
_SEVERAL = frozenset({"goals", "strikes", "headers", "penalties", "drives", "efforts", "volleys"})
_DECISIVE = frozenset({"equaliser", "equalizer", "winner", "leveller", "opener", "consolation", "clincher", "decider"})
_LISTED_ASIDE = re.compile(r"(?:[,;:(-] |\band |\bbut )(?:[a-z-]+ ){0,3}$")
_AT_THE = re.compile(r"\b(?:at|towards?|on|over|front of) (?:(?!(?:with|from|through|by|an?|and|to) )[\w'-]+ ){0,3}$")
_HIS_NTH = re.compile(r"(?<=\w) (?:his|her) (?:[\w-]+ ){1,4}$")
_SO_MANY = re.compile(r"\b(two|three|four|pair of|brace of)(?: [a-z-]+){0,2} $")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "pair of": 2, "brace of": 2}
_OTHERS = 6
_OWNED = 20  # letters
_OF_A_FIXTURE = (" against", " with", " to", " of the season", " of the campaign", " of the tournament")
_OF_SEASON = ("season ", "league ", "home ", "group ", "tournament ", "campaign ", "cup ", "weekend ")
_ABOUT = (" about ", " with ", " before ", " for ", " until ")


class GoalNouns(Teller):
    """Reads nouns of scoring."""

    def noun(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "Palomino's winner", "goals from Ilicic and Freuler", "an equaliser by X"."""
        if self._no_goal_noun(sentence, trigger) or is_tally(self.lower, sentence, trigger):
            return []
        shot = trigger.kind in ("SHOT_NOUN", "FREE_KICK") or trigger.value == "penalty"
        shot = shot and trigger.text.lower() != "finish"
        owners = self.scorers.owners(sentence, trigger)
        if owners:
            return self._owned(sentence, trigger, owners, shot)
        found, rule, confidence = self._done_with_it(sentence, trigger, shot)
        if rule:
            return self.tell(sentence, trigger, found, rule, confidence)
        after = self.scorers.named_after(sentence, trigger)
        if shot and after and not is_earned(self.lower, sentence, trigger, None):
            return []
        goals = self.tell(sentence, trigger, after, "goal.noun.from", 0.8 if shot else 0.9)
        for goal in goals if len(goals) == 1 and _ONE_A_HALF.match(self.lower, trigger.end) else ():
            goal.n, goal.described = 2, False
        return goals

    def _done_with_it(self, sentence: Sentence, trigger: Mention, shot: bool) -> tuple[list[Actor], str, float]:
        """Who did something with it or for it, by which rule and how surely: "X marked his return with a goal"."""
        head, at = (self.lower, max(sentence.span.start, trigger.start - 50), trigger.start), trigger.text.lower()
        last = self.scorers.subjects(sentence, trigger)[-1:]
        marked = at == "finish" or (
            at == "goal" and _MARKED_WITH.search(self.lower, sentence.span.start, trigger.start) is not None
        )
        if marked and _WITH_ONE.search(*head):
            return last, "goal.noun.with", 0.78
        if not shot and _FOR_ONE.search(*head) and not _WANTED.search(*head):
            return self._shooter(sentence, trigger) or last, "goal.noun.for", 0.8
        if self._decisive_with(sentence, trigger):
            return last, "goal.noun.with", 0.78
        if beside := self._with_it(sentence, trigger):
            return beside, "goal.noun.with", 0.8
        if shot and trigger.kind == "SHOT_NOUN" and self._struck_with(sentence, trigger):
            return last, "goal.noun.with", 0.75
        return [], "", 0.0

    def _owned(self, sentence: Sentence, trigger: Mention, owners: list[Actor], shot: bool) -> list[GoalTold]:
        """ "X's winner", "two goals by X": its owners', a shot only where it was earned."""
        several = trigger.text.lower() in _SEVERAL
        head = (self.lower, max(sentence.span.start, owners[0].start - 24), owners[0].start)
        if several and owners[-1].possessive and not _THANKED.search(*head):
            return []
        if shot and not is_earned(self.lower, sentence, trigger, owners[0]):
            return []
        goals = self.tell(sentence, trigger, owners, "goal.noun", 0.8 if shot else 0.9)
        so_many = _SO_MANY.search(*head) if several and len(goals) == 1 else None
        if so_many is not None:
            goals[0].n, goals[0].described = _NUMBERS[so_many.group(1)], False
        return self._recovered_from(sentence, owners[0], goals)

    def _struck_with(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "silenced the crowd with a volley", "announced himself with a solo effort against X"."""
        start = sentence.span.start
        if _STRUCK_WITH.search(self.lower, max(start, trigger.start - 50), trigger.start):
            return True
        famed = _FAMED_WITH.search(self.lower, max(start, trigger.start - 120), trigger.start)
        return famed is not None and self.lower.startswith((" against ", " in ", " for "), trigger.end)

    def _recovered_from(self, sentence: Sentence, owner: Actor, goals: list[GoalTold]) -> list[GoalTold]:
        """ "Harland hit back from X's opener": the other side's."""
        head = _RECOVERED.search(self.lower, max(sentence.span.start, owner.start - 50), owner.start)
        if head is None or self.state.main is None:
            return goals
        before = [m for m in sentence.mentions if m.end <= head.start() and (m.kind in SIDES or m.kind == "THEY")]
        rival = self.state.main.opponent(self.state.side(before[-1], sentence)) if before else None
        for goal in goals if rival is not None else ():
            goal.sides[str(rival)] += _OTHERS
        return goals

    def _no_goal_noun(self, sentence: Sentence, trigger: Mention) -> bool:
        """Goals of a tally, goal kicks, and a keeper's own goal ("at Given's goal")."""
        if trigger.text.lower().startswith("from "):
            return True
        if _OTHER_THING.match(self.lower, trigger.end):
            return True
        before = next((m for m in reversed(sentence.mentions) if m.end <= trigger.start), None)
        if (
            before is not None
            and before.kind in ("NUMBER", "QUALIFIER", "COMPETITION")
            and trigger.start - before.end < 24
            and trigger.text.lower() in _SEVERAL
        ):
            return True
        if self._is_object(sentence, trigger):
            return True
        head = (self.lower, max(0, trigger.start - 40), trigger.start)
        return trigger.text.lower() == "goal" and bool(_AT_THE.search(*head) or _HIS_NET.search(*head))

    def _is_object(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "rose above X to nod in his ninth goal": the goal that a verb right before it has told."""
        his = _HIS_NTH.search(self.lower, max(sentence.span.start, trigger.start - 40), trigger.start)
        return his is not None and any(m.kind == "GOAL_VERB" and m.end == his.start() for m in sentence.mentions)

    def _shooter(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """Whose shot the clause tells of: X in "X's shot went through the legs of Y for the leveller"."""
        before = self.actors.before(sentence, trigger.start)
        return (
            self.owner_of_shot(sentence, trigger)
            or [a for a in before if a.possessive and self.is_shot(a, trigger)][-1:]
        )

    def _decisive_with(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "was the hero with a stoppage-time winner", "delighted them with an 80th-minute header"."""
        start = max(sentence.span.start, trigger.start - 60)
        found = _WITH_ONE.search(self.lower, start, trigger.start)
        if found is None:
            return False
        if trigger.text.lower() in _DECISIVE:
            return True
        timed = any(m.kind == "MINUTE" and found.start() <= m.start < trigger.start for m in sentence.mentions)
        hero = _HERO.search(self.lower, max(sentence.span.start, found.start() - 60), found.start())
        return (timed or hero is not None) and trigger.kind in ("SHOT_NOUN", "FREE_KICK", "GOAL_NOUN")

    def _with_it(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """ "..., Piet Osman with the only goal": who stands right before it, in a list or an aside of the result."""
        before = self.actors.before(sentence, trigger.start)[-1:]
        if not before or before[0].possessive or before[0].how != "name" or trigger.kind == "FREE_KICK":
            return []
        found = _WITH_ONE.search(self.lower, before[0].end, trigger.start)
        if found is None or found.start() != before[0].end + 1:
            return []
        both = self.scorers.row.up_to(sentence, before[0]) if trigger.text.lower() == "goals" else before
        start = max(sentence.span.start, both[0].start - 40)
        return both if _LISTED_ASIDE.search(self.lower, start, both[0].start) else []

    def opener(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "Hazard's opener": a goal, where it is no first match of a season."""
        if trigger.text.lower() != "opener" or self.lower.endswith(_OF_SEASON, 0, trigger.start):
            return []
        owned = any(a.possessive and 0 < trigger.start - a.end < _OWNED for a in self.actors.of(sentence))
        if not owned and self.lower.startswith(_OF_A_FIXTURE, trigger.end):
            return []
        return self.noun(sentence, trigger)

    def second(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "nothing contentious about his second", where no verb of scoring is near."""
        about = self.lower.endswith(_ABOUT, sentence.span.start, trigger.start)
        if not about or not trigger.text.lower().startswith(("his ", "her ")):
            return []
        order = order_of(self.state, sentence, trigger)
        found = [a for a in self.actors.of(sentence) if a.start == trigger.start]
        return self.tell(sentence, trigger, found[-1:], "goal.noun", 0.8) if order else []
