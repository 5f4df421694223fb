"""Goals that lists of men tell without a verb of their own: whose side they scored for, or how many each had.

"X and Y scored for the hosts, Z for the visitors", "X twice and Y for Harland; Z for Merrow", "two for X and one each
for Y and Z", "with two from X and one by Y". In: a sentence and the goals told in it for sure. Out: those of men of
whom it tells none otherwise.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.told import GoalTold
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_OFTEN = re.compile(r" \(?(?P<n>twice|[2-5])\b")
_FOR_SIDE = re.compile(r"(?: (?:twice|once|\([2-5]\)))? for (?:the )?$")
_ENDED = re.compile(r"'?s?\s*(?:$|[.,;)]| and | while | with | in (?:a|the|their)\b)")
_ALSO_SCORED = Sought(
    r"\b(?:scor(?:ed?|es|ing)|nett(?:ed|ing)|nets|repl(?:ied|ying)|respond(?:ed|ing)|on (?:target|the (?:mark|"
    r"scoresheet|score ?sheet))|found the (?:net|target)|finding the (?:net|target)|struck|striking|goals?|scorers?|"
    r"marksmen) "
)
_HEADS_A_LIST = re.compile(
    r"(?:^|[,;:(-] ?|\b(?:and|while|with|but|plus) )(?:(?:and|while|with|but|plus) )?(?:[a-z]+ )?$"
)
_OF_A_LIST = frozenset("PERSON NAME AND COMMA FOR OPEN CLOSE NUMBER TIMES STOP ROLE SUBORDINATE SECOND".split()) | SIDES
_FOR_TWO = 2
_NO_SCORE = re.compile(r"\b(?:stand\w* in|deput\w*|transfer|signed|bid|fee|swap|offer|chance|way|made|paid)\b")
_COUNT = Sought(
    r"\b(?P<n>one|two|three|four)(?: goals?)?(?: (?P<each>each|apiece))?(?: (?:more|coming|were|was))? "
    r"(?:for|from|by|to) "
)
_COUNTS_HERE = re.compile(
    r"(?:\bthere (?:was|were) (?:also )?|\b(?:with|through|thanks to|courtesy of|including|plus|and|after) |[,;:(-] ?)$"
)
_BEHIND_COUNT = re.compile(
    r"\s*(?:$|[.,;)]|and\b|plus\b|as\b|in\b|while\b|with\b|on\b|either\b|after\b|before\b|getting\b|"
    r"helping\b|giving\b|earning\b|securing\b|sealing\b|settl|g[ai]ve\b|did\b|saw\b|put\b)"
)
_NOT_OF_GOALS = re.compile(
    r"\b(?:sav\w+|stop\w*|block\w*|chances?|shots?|efforts?|wide|the (?:post|bar|crossbar)|assists?|cross\w*|corners?|"
    r"book\w*|yellows?|reds?|cards?|sign(?:ed|s|ings?)|transfers?|changes?|substitut\w+|missed|votes?|awards?|tries|"
    r"points?|games?|minutes|years)\b"
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "twice": 2, "once": 1}
_SAID, _SURE = 6, 0.8


class MenListed(Teller):
    """Reads such lists of one story."""

    def read(self, sentence: Sentence, told: list[GoalTold]) -> list[GoalTold]:
        """What the lists of a sentence add to the goals told in it."""
        if sentence.quoted or " f" not in self.lower[sentence.span.start : sentence.span.end]:
            return []
        known = {g.scorer for g in told}
        found = self._by_side(sentence) + self._by_count(sentence, told)
        return [g for i, g in enumerate(found) if g.scorer not in known | {f.scorer for f in found[:i]}]

    # ---- whose side

    def _by_side(self, sentence: Sentence) -> list[GoalTold]:
        """ "..., Hale and Orr for the visitors": behind a verb of scoring, or where the sentence is nothing else."""
        lists = [found for m in sentence.mentions if m.kind in SIDES and (found := self._before_side(sentence, m))]
        if not lists:
            return []
        alone = len(lists) >= _FOR_TWO and all(m.kind in _OF_A_LIST for m in sentence.mentions)
        goals: list[GoalTold] = []
        for men, side in lists:
            first = men[0].start
            if not alone and _ALSO_SCORED.search(self.lower, sentence.span.start, first) is None:
                continue
            if _NO_SCORE.search(self.lower, sentence.span.start, side.end):
                continue
            trigger = Mention("LISTED", men[-1].end, side.end, self.state.text.normal[men[-1].end : side.end])
            mine = self.tell(sentence, trigger, men, "goal.listed", _SURE)
            team = self.state.side(side, sentence)
            for goal in mine:
                goal.kind, goal.end = "open_play", side.end
                if team is not None:
                    goal.sides[team] += _SAID
            for man, goal in zip(men, mine, strict=False):
                if (often := _OFTEN.match(self.lower, man.end)) is not None and goal.scorer == man.name:
                    goal.n, goal.described = _NUMBERS.get(often["n"]) or int(often["n"]), False
            goals += mine
        return goals

    def _before_side(self, sentence: Sentence, side: Mention) -> tuple[list[Actor], Mention] | None:
        """The men listed right before "for" and a side that ends its clause."""
        if side.possessive or not _ENDED.match(self.lower, side.end, sentence.span.end):
            return None
        last = next((a for a in reversed(self.actors.before(sentence, side.start)) if a.name is not None), None)
        if last is None or last.how not in ("name", "opener", "epithet") or last.possessive:
            return None
        if _FOR_SIDE.fullmatch(self.lower, last.end, side.start) is None:
            return None
        men = self.scorers.row.up_to(sentence, last)
        head = self.lower[max(sentence.span.start, men[0].start - 24) : men[0].start]
        return (men, side) if _HEADS_A_LIST.search(head) else None

    # ---- how many

    def _by_count(self, sentence: Sentence, told: list[GoalTold]) -> list[GoalTold]:
        """ "There were two for Hale, two for Orr and one each for Pym and Lind"."""
        counts = list(_COUNT.finditer(self.lower, *sentence.span))
        if not counts or not self._counts_goals(sentence, counts[0].start(), told):
            return []
        goals: list[GoalTold] = []
        for count in counts:
            head = self.lower[max(sentence.span.start, count.start() - 24) : count.start()]
            first = next((a for a in self.actors.of(sentence) if a.start >= count.end()), None)
            if not _COUNTS_HERE.search(head) or first is None or first.how != "name" or first.possessive:
                continue
            if first.start - count.end() > 0 and not self.scorers.only_described(sentence, count.end(), first.start):
                continue
            each = count["each"] is not None
            men = self.scorers.row.from_first(sentence, first) if each else [first]
            if not men or not _BEHIND_COUNT.match(self.lower, men[-1].end, sentence.span.end):
                continue
            trigger = Mention("LISTED", count.start(), count.end(), count.group())
            mine = self.tell(sentence, trigger, men, "goal.listed", _SURE)
            for goal in mine:
                goal.kind, goal.n, goal.order = "open_play", _NUMBERS[count["n"]], None
                goal.described = goal.n == 1
            goals += mine
        return goals

    def _counts_goals(self, sentence: Sentence, start: int, told: list[GoalTold]) -> bool:
        """Whether what is counted are goals: a score or a goal is told before it, here or in the sentence before."""
        if _NOT_OF_GOALS.search(self.lower, *sentence.span):
            return False
        here = any(m.kind == "SCORE" and m.start < start for m in sentence.mentions)
        if here or any(g.at < start for g in told):
            return True
        before = self.state.sentences[sentence.number - 1] if sentence.number else None
        return before is not None and before.paragraph == sentence.paragraph and bool(before.of("SCORE"))
