"""How far a list of names goes: "A, B and C scored", "goals from A, B and a header by C".

In: a sentence, its actors, and the one a list ends or begins with. Out: those listed with him, first to last.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor, Actors
from flows.extract.goals.tellings.clause_subjects import is_behind_its_verb, is_done_by
from flows.extract.story import StoryState
from flows.extract.text.sentence import Sentence

_ASIDE = (  # what is told of one of them, without a verb of his own
    r"(?:(?:(?:\w+ly|direct|straight|fresh|back|just|only|still|once|formerly|now|recently|newly|late|early) (?!for ))?"
    r"(?:with|from|in|on|off|after|via|for|at|inside|into|his|her|an?|the|making|playing|aged|signed|captaining)\b "
    r"[^,.;:()]{2,50}|twice|once|late on|\d{1,2})"
)
_LIST_GAP = re.compile(
    rf"^(?: \(\d[^)]{{0,18}}\)| twice| once| again| with (?:a|his) (?:pair|brace|double|penalty|"
    rf"header))?(?:, {_ASIDE})?(?:,|"
    rf" and|, and| &|"
    r",? plus| alongside)(?: [A-Z][a-z]+(?:an|sh|ese|ch|ic|i))?(?: (?:an?|"
    r"the|his|substitute|[a-z-]+er|[a-z]+-[a-z]+|[a-z-]+)){0,2}(?: "
    r"[A-Z][\w'-]+'s)? ?$"
)
_AND_OWN_GOAL = re.compile(r",? (?:and|plus|&) an? (?:[\w-]+ ){0,2}own[- ]goal\b")
_NO_ASIDE = re.compile(r"\b(?:was|were|had|has|have|is|are|and|who|which|when|before|while|but)\b")
_TO_LIST = frozenset({"AND", "COMMA", "ROLE", "NATIONALITY", "AGE", "EPITHET", "SIDE_NOUN"})
_A_MAN = re.compile(r" (?:an?|the|another) (?:late |early |second-half |first-half )?$")
_HIS_SHOT = re.compile(
    r" (?:own[- ]goal|penalty|spot-kick|header|free[- ]kick|strike|effort|volley|goal|double|brace|hat-trick|shot|"
    r"drive)\b"
)
_HIS_SERVICE = re.compile(
    r" (?:[\w-]+ )?(?:cross(?:-field ball)?|corner(?:-kick)?|pass|ball|centre|delivery|cut-?back|pull-?back|"
    r"throw(?:-in)?|"
    r"flick-?on|flick|knock-?down|lay-?off|assist|through-ball|set[- ]piece)\b"
)
_SET_APART = re.compile(
    rf", (?:from|with|via|direct from) (?:an?|the) [a-z -]{{3,30}},? and |, {_ASIDE},(?: and)? (?:[a-z-]+ ){{0,2}}"
)
_INDEFINITE = re.compile(r"\b(?:an?|the|late|early|another) (?:[\w-]+,? ){0,3}$")
_ACTS = re.compile(
    r" (?:[a-z]+ly |then |also |later )?(?:[a-z]+ed|was|had|got|made|put|struck|hit|won|shot|slid|swept|ran)\b"
)
_NEW_CLAUSE = re.compile(r"\b(?:\w+ed|was|were|had|who|before|after|when|while|as)\b")


class NamesInARow:
    """Reads the lists of names of one story."""

    def __init__(self, state: StoryState, actors: Actors) -> None:
        self.actors = actors
        self.lower = state.text.lower
        self.normal = state.text.normal

    def up_to(self, sentence: Sentence, last: Actor) -> list[Actor]:
        """A man with those listed before him."""
        before = self.actors.before(sentence, last.end)
        return [*self.before(sentence, before, len(before) - 1), last]

    def before(self, sentence: Sentence, before: list[Actor], index: int) -> list[Actor]:
        """ "A, B and C scored": those before the last one, first to last."""
        listed: list[Actor] = []
        while index > 0:
            earlier, actor = before[index - 1], before[index]
            if (
                earlier.possessive
                or is_behind_its_verb(self.lower, sentence, actor)
                or earlier.how == "pronoun"
                or earlier.name == actor.name
                or is_done_by(self.lower, self.actors, sentence, earlier)
                or actor.how not in ("name", "opener")
                or not self.adjoin(earlier, actor)
            ):
                break
            if (
                not listed
                and " and" not in self.lower[earlier.end : actor.start]
                and " &" not in self.lower[earlier.end : actor.start]
                and _AND_OWN_GOAL.match(self.lower, actor.end) is None
            ):
                break
            listed.insert(0, earlier)
            index -= 1
        return listed

    def adjoin(self, earlier: Actor, actor: Actor) -> bool:
        """Whether nothing but "and", commas and an aside about the first stands between two men."""
        gap = self.normal[earlier.end : actor.start]
        aside = gap.rpartition(",")[0]
        return _LIST_GAP.match(gap) is not None and _NO_ASIDE.search(aside) is None

    def from_first(self, sentence: Sentence, first: Actor) -> list[Actor]:
        listed: list[Actor] = []
        last: Actor | None = None
        for actor in self.actors.of(sentence):
            if actor.start < first.start or (actor.how == "pronoun" and actor is not first):
                continue
            if last is not None and not self._goes_on(sentence, last, actor):
                break
            if len(listed) == 1 and self._acts_himself(listed[0], actor):
                break
            if actor.possessive or self._serves(sentence, actor):
                break
            if last is not None and actor.name == last.name:
                break  # "through X, the Bulgarian tapping in"
            listed.append(actor)
            last = actor
        return listed

    def _acts_himself(self, last: Actor, actor: Actor) -> bool:
        """Y in "cancelled out by X, and Y pounced": a new clause."""
        return (
            self.lower[last.end : actor.start].startswith(", and ") and _ACTS.match(self.lower, actor.end) is not None
        )

    def _serves(self, sentence: Sentence, actor: Actor) -> bool:
        """Y in "headed in the equaliser from a Y cross": the ball was his, the goal another's."""
        if _HIS_SERVICE.match(self.lower, actor.end) is None:
            return False
        return _INDEFINITE.search(self.lower, max(sentence.span.start, actor.start - 40), actor.start) is not None

    def has_its_own(self, last: Actor, actor: Actor) -> bool:
        """Y in "a double from X and a Y penalty": the noun behind him tells his goal."""
        articled = _A_MAN.search(self.lower, last.end, actor.start) is not None
        return articled and _HIS_SHOT.match(self.lower, actor.end) is not None

    def _goes_on(self, sentence: Sentence, last: Actor, actor: Actor) -> bool:
        inner = [m for m in sentence.mentions if last.end <= m.start < actor.start]
        if not inner or actor.start - last.end > 60:
            return False
        if _SET_APART.fullmatch(self.lower, last.end, actor.start):
            return _NO_ASIDE.search(self.lower[last.end : actor.start].removesuffix(" and ")) is None
        kinds = {m.kind for m in inner}
        verbs = _NEW_CLAUSE.search(self.lower[last.end : actor.start])
        return (
            kinds <= (_TO_LIST | {"MINUTE", "TEAM", "OPEN", "CLOSE", "NUMBER", "TIMES", "SECOND"})
            and kinds & {"AND", "COMMA"} != set()
            and not verbs
        )
