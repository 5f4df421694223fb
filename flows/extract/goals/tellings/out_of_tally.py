"""A goal told out of a tally: "six goals in nine games, including the winner against X", "the last of them at Y".

In: a sentence with a count of a man's goals and words that take some out of it. Out: those, to be given to the match
that their own words name; where none is named the telling is dropped when matches are settled.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.cast.actors import Actor, Actors
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_SEED = Sought(
    r"\b(?:including|includes?|included|most recently|among(?:st)? them|"
    r"the (?:latest|last|most recent)(?: of (?:them|those|which))?|"
    r"(?:one|two|three|four|both|all) of (?:them|those|which)|"
    r"the (?:first|best|finest|greatest|pick|most (?:important|famous|memorable|celebrated|crucial)|"
    r"best[- ](?:remembered|known)) of (?:them|those|which|these|his goals))\b"
)
_TALLY = re.compile(r"\b(?:goals?|score[ds]?|scoring|nett?ed|net|strikes|hit|bagged|struck|tally|on target)\b")
_DEED = re.compile(
    r"(?: (?:being|was|were|is|came|coming|scored|also|it))*,?"
    r"(?: (?P<deed>(?:(?:an?|the|his|her|both|one|two|three|four|another) )?(?:[a-z'-]+ ){0,4}?"
    r"(?P<noun>goals?|winner|equali[sz]er|opener|leveller|clincher|consolation|brace|double|hat[- ]trick|treble|"
    r"strikes?|headers?|penalty|penalties|free[- ]kick|volley|effort)|one|two|three|four|both|twice|once|"
    r"the (?:first|second|third|fourth|last|other|only one)))?"
    r"(?=,? (?:[a-z-]+ ){0,3}?(?:against|in|at|over|on|away|when|as)\b)"
    r"(?! in the (?:first|second|opening|closing) (?:half|period|quarter|[\w-]+ minutes)| in the space of)"
)
_FEAT = Sought(
    r"\b(?:a feat (?:which |that )?(?:he|she) (?:would )?repeat\w*|repeated the (?:feat|trick|dose)|"
    r"did (?:so|the same|it) again|did the same)\b"
)
_NUMBERS = {"both": 2, "two": 2, "twice": 2, "three": 3, "four": 4, "brace": 2, "double": 2, "treble": 3, "hat": 3}
_KINDS = {"h": "header", "p": "penalty", "f": "free_kick"}
_WORD = re.compile(r"[a-z]+")
_NAMED = ("includ", "among")
_NEAR, _FAR = 80, 120  # letters


class OutOfTally(Teller):
    """Reads what is told out of tallies."""

    def __init__(self, state: StoryState, actors: Actors) -> None:
        super().__init__(state, actors)
        self._seeded = frozenset(state.holding(_SEED))

    def read(self, sentence: Sentence, told: list[GoalTold]) -> list[GoalTold]:
        """The goals that a sentence tells out of a tally, but for those that another telling has."""
        found = self._repeated(sentence, told) if told else []
        if sentence not in self._seeded:
            return found
        for seed in _SEED.finditer(self.lower, *sentence.span):
            if self.state.quoted(seed.start()):
                continue
            deed = _DEED.match(self.lower, seed.end(), sentence.span.end)
            if deed is None or (deed["deed"] is None and seed.group().startswith(_NAMED)):
                continue
            if not self._names_a_match(sentence, deed.end()):
                continue
            if not _TALLY.search(self.lower, max(self._breath(sentence, seed), seed.start() - _FAR), seed.start()):
                continue
            owner = self._owner(sentence, seed.start())
            if owner is not None and not any(seed.start() <= g.at < deed.end() + 2 for g in told):
                found.append(self._goal(sentence, owner, seed, deed))
        return found

    def _breath(self, sentence: Sentence, seed: re.Match[str]) -> int:
        """From where a tally is told: of a sentence that "The best of them" opens, the one before."""
        opens = seed.start() == sentence.span.start and seed.group().endswith(("them", "those", "these", "goals"))
        before = self.state.sentences[sentence.number - 1] if opens and sentence.number else sentence
        return before.span.start

    def _repeated(self, sentence: Sentence, told: list[GoalTold]) -> list[GoalTold]:
        """ "two goals in the win over X, a feat he repeated against Y": as many again."""
        again = _FEAT.search(self.lower, *sentence.span)
        if again is None or not self._names_a_match(sentence, again.end()):
            return []
        first = [g for g in told if g.at < again.start()]
        if not first or any(g.at >= again.start() for g in told):
            return []
        goal = replace(
            first[-1], start=again.start(), end=again.end(), at=again.start(), rule="goal.feat", minute=None,
            added_time=None, kind="open_play", order=None, called=None, half=None, out_of_tally=True, further=True,
            sides=first[-1].sides.copy(), elsewhere=[], lines=[],
        )  # fmt: skip
        return [goal]

    def _names_a_match(self, sentence: Sentence, start: int) -> bool:
        """Whether a side, a score or a day stands behind, within the same breath."""
        behind = (m for m in sentence.mentions if start <= m.start < start + _NEAR)
        return any(m.kind in SIDES or m.kind in ("SCORE", "DATE", "NAME", "GROUND") for m in behind)

    def _owner(self, sentence: Sentence, end: int) -> Actor | None:
        """Whose the tally is: the subject before it, or whose goals they are."""
        for actor in reversed(self.actors.before(sentence, end)):
            counted = _TALLY.search(self.lower, actor.end, end) is not None
            if actor.name is None or not counted or not self.actors.may_score(actor.name):
                continue
            if actor.possessive or actor.subject or actor.relative or actor.how != "name":
                return actor
        before = self.actors.spoken_of(sentence)
        start = sentence.span.start
        return None if before is None else Actor(start, start, before, "pronoun", False)

    def _goal(self, sentence: Sentence, owner: Actor, seed: re.Match[str], deed: re.Match[str]) -> GoalTold:
        text = (deed["deed"] or "").strip()
        noun = deed["noun"] or ""
        words = _WORD.findall(f"{seed.group()} {text}" if not seed.group().startswith("the ") else text)
        start = deed.start("deed") if deed["deed"] else seed.start()
        goal = GoalTold(start, deed.end(), str(owner.name), sentence, start, "goal.tally", 0.75)
        goal.n = next((_NUMBERS[w] for w in words if w in _NUMBERS), 1)
        goal.kind = _KINDS[noun[0]] if noun.startswith(("header", "penalt", "free")) else "open_play"
        goal.described = goal.n == 1
        goal.out_of_tally = True
        return goal
