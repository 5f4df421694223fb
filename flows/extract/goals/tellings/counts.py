"""Counts of goals -> goals: "his brace", "two goals from A and another from B", "a hat-trick, the second of them late".

A count is told as a count, for the merge to share out.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.tellings.vetoes import is_tally
from flows.extract.goals.told import GoalTold
from flows.extract.text.beside import Before
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_SCORED_BY = re.compile(
    r" (?:[\w'-]+ ){0,6}?(?:were|was|had been|have been|being) (?:all |both )?(?:scored|netted|got|grabbed|"
    r"claimed|bagged) by\b"
)
_COMPLETED = re.compile(
    r"\b(?:complet\w*|seal\w*|clinch\w*|wrap\w* up|secur\w*|"
    r"ma(?:de|king|kes) it) (?:his|her|an?|the) (?:[\w-]+ ){0,2}$"
)
_ANOTHER = Sought(r"\b(?:another|one|a third|the other|a late)\b")
_EACH = Sought(r"\b(?:each|both|apiece)\b")
_THERE_WAS = re.compile(r"\b[Tt]here (?:was|were|came|followed|is|are) (?:an?|the|also|his|her)? ?(?:[\w-]+ ){0,2}$")
_NO_COUNT = re.compile(
    r"[- ](?:lead|advantage|cushion|deficit|ball|hero|margin|win|victory|figures|substitution|save|change|"
    r"header|header|swoop|blow|the (?:lead|advantage|money|number)|trophy|of trophies|winners|chance|in "
    r"the first|up|down|behind|ahead|clear|adrift|to the (?:good|bad)|in (?:front|arrears))"
)
_ONE_OF_HIS = Before(r"\b(first|second|third|last|latter)(?: goal| strike)? of (?:his |her )?$", 32)
_ORDERS = {"first": 1, "second": 2, "third": 3}
_WAS_A = re.compile(
    r" (?:was|came from|coming from|being) (?:an?|the) (?:[\w-]+ ){0,3}?(header|penalty|spot[- ]kick|free[- ]kick)\b"
)
_KINDS = {"head": "header", "pena": "penalty", "spot": "penalty", "free": "free_kick"}
_DID_GOOD = re.compile(r" (?:helped|earned|gave|sealed|put|secured|ensured|saw|fired|sank|was enough)")
_SCORED_A = re.compile(
    r"\b(?:scor\w+|net\w*|hit|bag\w*|grab\w*|got|get\w*|help\w* (?:him|her)self to|claim\w*|notch\w*|"
    r"struck|complet\w+|register\w*|fir(?:ed|es|ing)|smash\w*|pocket\w*|pounc\w+ for|chip\w* in with|weigh\w* in with|"
    r"had|have|has|"
    r"plunder\w*|record\w*|with) (?:all |the |his |her |an? )?(?:[\w-]+ ){0,3}$"
)


_FOR_A_SIDE = re.compile(r" for (?:the |his side |her side |their side )?[\w' -]{0,24},")
_OF_A_KIND = {"headers": "header", "penalties": "penalty", "spot-kicks": "penalty", "free-kicks": "free_kick"}


class GoalCounts(Teller):
    """Reads counts of goals and what is told of one of several."""

    def multi(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "Hateboer's brace", "a hat-trick from X", "scored a double", "four goals"."""
        if is_tally(self.lower, sentence, trigger) or _NO_COUNT.match(self.lower, trigger.end):
            return []
        head = self.lower[max(sentence.span.start, trigger.start - 32) : trigger.start]
        if _COMPLETED.search(head):
            goals = self.tell(sentence, trigger, self.scorers.subjects(sentence, trigger)[-1:], "goal.verb", 0.93)
            for goal in goals:
                goal.order = int(trigger.value)
            return goals
        his = self.scorers.owners(sentence, trigger)
        if not his and _FOR_A_SIDE.match(self.lower, trigger.end) and self._scored_it(sentence, trigger):
            his = self.scorers.subjects(sentence, trigger)  # "X had two goals for the Rovers, Y and Z also scoring"
        owners = his or self._counted_by(sentence, trigger)
        people = {a.name for a in self.actors.of(sentence)}
        if (
            not owners
            and len(people) == 1
            and trigger.text.lower() in ("double", "brace", "hat-trick", "treble")
            and _DID_GOOD.match(self.lower[trigger.end : trigger.end + 12])
        ):
            owners = [a for a in self.actors.before(sentence, trigger.start) if not a.possessive][-1:]
        if not owners and self._scored_it(sentence, trigger):
            owners = self.scorers.subjects(sentence, trigger)
        if not owners and _THERE_WAS.search(head) and (man := self.actors.spoken_of(sentence)) is not None:
            owners = [Actor(trigger.start, trigger.start, man, "pronoun", False)]
        if owners and owners[0].start > trigger.end and len(owners) == 2 and self.scorers.row.has_its_own(*owners):
            owners = owners[:1]
        shared = self._shared(sentence, trigger, owners)
        if shared is not None:
            return shared
        goals = self.tell(sentence, trigger, owners[-1:], "goal.multi", 0.88)
        for goal in goals:
            goal.n, goal.described, goal.order = int(trigger.value), False, None
            goal.kind = _OF_A_KIND.get(trigger.text.lower().rsplit(" ", 1)[-1], "open_play")
        return goals + self._one_of(sentence, trigger, owners[-1:])

    def _one_of(self, sentence: Sentence, trigger: Mention, owners: list[Actor]) -> list[GoalTold]:
        """ "The first of X's brace came from a corner": one of several that has a description of its own."""
        one = _ONE_OF_HIS.search(self.lower, owners[0].start) if owners else None
        if one is None:
            return []
        goals = self.tell(sentence, trigger, owners, "goal.multi", 0.88)
        kind = _WAS_A.match(self.lower, trigger.end, sentence.span.end)
        for goal in goals:
            goal.order = _ORDERS.get(one.group(1), int(trigger.value))
            goal.kind = _KINDS[kind.group(1)[:4]] if kind is not None else "open_play"
        return goals

    def _counted_by(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """Those named behind a count: "two goals from X", "all three goals were scored by X"."""
        scored = _SCORED_BY.match(self.lower, trigger.end, sentence.span.end)
        if scored is None:
            return self.scorers.named_after(sentence, trigger)
        first = next((a for a in self.actors.of(sentence) if a.start >= scored.end()), None)
        if (
            first is None
            or first.how == "pronoun"
            or not self.scorers.only_described(sentence, scored.end(), first.start)
        ):
            return []
        return self.scorers.row.from_first(sentence, first)

    def _shared(self, sentence: Sentence, trigger: Mention, owners: list[Actor]) -> list[GoalTold] | None:
        """ "two goals from A and another from B", "goals by A and B" and "A and B each had two goals" among several."""
        if len(owners) < 2:
            return None
        first, last = owners[0], owners[-1]
        if last.end <= trigger.start and self.lower.endswith((" a ", " an "), 0, last.start):
            return self.tell(sentence, trigger, owners[:-1], "goal.noun.from", 0.88) + self._all(
                sentence, trigger, last
            )
        if _ANOTHER.search(self.lower, first.end, last.start):
            owners, each = owners[:1], int(trigger.value)
        elif _EACH.search(self.lower, min(first.end, trigger.start), trigger.end + 12):
            each = int(trigger.value)
        elif len(owners) == int(trigger.value):
            return self.tell(sentence, trigger, owners, "goal.noun.from", 0.88)
        else:
            return None
        goals = self.tell(sentence, trigger, owners, "goal.multi", 0.88)
        for goal in goals:
            goal.n, goal.described, goal.order, goal.kind = each, False, None, "open_play"
        return goals

    def _all(self, sentence: Sentence, trigger: Mention, owner: Actor) -> list[GoalTold]:
        """ "X and a Y double": a count that is of the last one alone."""
        goals = self.tell(sentence, trigger, [owner], "goal.multi", 0.88)
        for goal in goals:
            goal.n, goal.described, goal.order, goal.kind = int(trigger.value), False, None, "open_play"
        return goals

    def _scored_it(self, sentence: Sentence, trigger: Mention) -> bool:
        """A verb of scoring before a count: "grabbed a brace"; not "completed his hat-trick", which is its third."""
        head = self.lower[max(sentence.span.start, trigger.start - 40) : trigger.start]
        return bool(_SCORED_A.search(head))

    def share(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "two goals - one from Suarez in the third minute"; "a brace, the second of them eight minutes from time"."""
        order = {"the first": 1, "the second": 2, "the third": 3, "and again": 2}.get(trigger.text.lower())
        if order is not None and not self.lower.startswith((" from", " by"), trigger.end):
            return self._of_several(sentence, trigger, order)
        return self.tell(sentence, trigger, self.scorers.named_after(sentence, trigger), "goal.noun.from", 0.88)

    def _of_several(self, sentence: Sentence, trigger: Mention, order: int) -> list[GoalTold]:
        """One goal of the brace its sentence told of; its scorer is who scored last."""
        before = [a for a in self.actors.before(sentence, trigger.start) if a.name == self.actors.last_scorer]
        goals = self.tell(sentence, trigger, before[-1:], "goal.multi", 0.88)
        for goal in goals:
            goal.order, goal.kind = order, "open_play"
        return goals
