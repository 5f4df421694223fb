"""Phrases that tell a goal by what it did, not by a verb of scoring: "settled it", "rescued a point", "pounced".

Out: mentions of kind GOAL_PHRASE, ASSISTED ("made the goal for X") and COUNTED ("got both"), found once for a whole
story, and their readers. Some are goals whenever a player is their subject; others only where the clause tells a
minute, a shot or a running score as well ("pounced on 82 minutes").
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.cast.actors import Actor
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.tellings.vetoes import is_tally
from flows.extract.goals.told import GoalTold
from flows.extract.text.mentions import Mention
from flows.extract.text.phrase_tables import phrase_table
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_PHRASES = phrase_table("goal_phrases.csv")
_SURE, _BORNE_OUT, _ASSISTED, _FED, _COUNTED = (
    Sought(_PHRASES[kind]) for kind in ("SURE", "BORNE_OUT", "ASSISTED", "FED", "COUNTED")
)
_TO_DO = Sought(rf"{_PHRASES['arrived']}[^.;,]{{0,40}}? (?P<deed>{_PHRASES['TO_DO']})")
_EVIDENCE, _MISSED = (re.compile(_PHRASES[kind]) for kind in ("EVIDENCE", "MISSED"))
_SEVERAL_FROM = re.compile(r"\b(?:two|three|four) (?:[\w-]+ ){0,2}(?:goals|headers|strikes|penalties) (?:from|by) ")
_REACH = 90
_OPENS_CLAUSE = frozenset({"but", "before", "when", "while", "until", "and", "then", "though", "although", ""})
_HIS_SHOT = re.compile(r"'s? (?:(?!and |to )[\w-]+ ){1,4}")
_SIDES_TOO = ("first blood", "hit back", "replied", "responded", "struck back", "answered", "struck gold")
_NUMBERS = {"both": 2, "twice": 2, "double": 2, "two": 2, "pair": 2, "couple": 2, "three": 3, "four": 4, "five": 5}


class GoalPhrases:
    """The phrases of one story, in order."""

    def __init__(self, text: str, lower: str, start: int, end: int) -> None:
        self.lower = lower
        found = [(m.start(), m.end(), True) for m in _SURE.finditer(lower, start, end)]
        found += [(m.start(), m.end(), False) for m in _BORNE_OUT.finditer(lower, start, end)]
        found += [(*m.span("deed"), True) for m in _TO_DO.finditer(lower, start, end)]
        self._found = sorted(found)
        self._assisted, self._counted, self._fed = (
            [m.span() for m in sought.finditer(lower, start, end)] for sought in (_ASSISTED, _COUNTED, _FED)
        )
        self._text = text

    def of(self, sentence: Sentence) -> list[Mention]:
        """Those of a sentence that tell a goal."""
        if not (self._found or self._assisted or self._counted or self._fed):
            return []
        first = bisect_left(self._found, (sentence.span.start,))
        last = bisect_left(self._found, (sentence.span.end,))
        told = [
            Mention("GOAL_PHRASE", start, end, self._text[start:end])
            for start, end, sure in self._found[first:last]
            if sure or self._borne_out(sentence, start, end)
        ]
        return (
            told
            + self._inside(self._assisted, "ASSISTED", sentence)
            + self._inside(self._counted, "COUNTED", sentence)
            + self._inside(self._fed, "FED", sentence)
        )

    def _inside(self, spans: list[tuple[int, int]], kind: str, sentence: Sentence) -> list[Mention]:
        """The spans of a sentence as mentions."""
        if not spans:
            return []
        first, last = bisect_left(spans, (sentence.span.start,)), bisect_left(spans, (sentence.span.end,))
        return [Mention(kind, start, end, self._text[start:end]) for start, end in spans[first:last]]

    def _borne_out(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a minute, a shot or a score stands in the clause."""
        stop = min(sentence.span.end, end + _REACH)
        if _MISSED.search(self.lower, end, stop):
            return False
        near = any(m.kind == "MINUTE" and start - 40 < m.end and m.start < stop for m in sentence.mentions)
        return near or _EVIDENCE.search(self.lower, end, stop) is not None


_COUNTED_THINGS = Sought(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:saves|stops|shots|corners|assists)\b"
)
_GOALS = Sought(r"\b(?:goals?|scor\w+|nett?\w*|struck|strikes?)\b")


class PhraseTeller(Teller):
    """Reads the phrases."""

    def phrase(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "settled it", "rescued a point", "pounced on 82": a player's, never his side's."""
        if trigger.text.lower().startswith("cancel") and self.lower.startswith(" by ", trigger.end):
            return self.tell(sentence, trigger, self.scorers.named_after(sentence, trigger), "goal.verb.by", 0.9)
        if any(m.kind == "MULTI" and 0 <= trigger.start - m.end < 3 for m in sentence.mentions):
            return []  # what a brace or a double did
        if self.is_of_an_order(sentence, trigger):
            return []
        found = self._whose_shot(sentence, trigger, self.scorers.subjects(sentence, trigger))
        if found and _SEVERAL_FROM.search(self.lower, found[-1].end, max(found[-1].end, trigger.start)):
            return []  # what "two headers from X" did
        if not found and trigger.text.lower().endswith("again the scorer"):
            found = self.actors.before(sentence, trigger.start)[-1:]
        if not found and trigger.text.lower().endswith(_SIDES_TOO):
            return self.told_next(sentence, trigger)
        if (
            found
            and not found[-1].subject
            and self.actors.word_before(found[-1], sentence) in ("by", "from", "through")
        ):
            return []
        timed = any(m.kind == "MINUTE" and -40 < m.start - trigger.end < _REACH for m in sentence.mentions)
        goals = self.tell(sentence, trigger, [a for a in found if a.how != "guess" or timed], "goal.phrase", 0.82)
        against = trigger.text.lower().startswith(("ma", "peg", "kill", "their")) or " beyond " in trigger.text.lower()
        if goals and not against:
            for team in self._moved(sentence, trigger):
                for goal in goals:
                    goal.sides[team] += 6
        return goals

    def _whose_shot(self, sentence: Sentence, trigger: Mention, found: list[Actor]) -> list[Actor]:
        """ "X levelled but Y's half-volley won it": Y, whose shot opens the clause."""
        owner = self.owner_of_shot(sentence, trigger)
        passive = self.lower.endswith((" was ", " were ", " been ", " being "), 0, trigger.start)
        if not owner or passive or (found and owner[0].start < found[-1].start):
            return found
        word = self.actors.word_before(owner[0], sentence)
        at_once = word == "after" and _HIS_SHOT.fullmatch(self.lower, owner[0].end, trigger.start) is not None
        return owner if at_once or word in _OPENS_CLAUSE else found

    def _moved(self, sentence: Sentence, trigger: Mention) -> list[str]:
        """The side that a phrase says was put ahead or pulled level."""
        inside = [m for m in sentence.mentions if trigger.start <= m.start < trigger.end]
        sides = [m for m in inside if m.kind in SIDES or (m.kind == "THEY" and m.text.lower() in ("them", "their"))]
        told = [self.state.side(m, sentence) for m in sides]
        return [team for team in told if team is not None]

    def assisted(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "made the opening goal for X", "set up both goals, for X and Y": theirs."""
        goals = self.tell(sentence, trigger, self.scorers.named_after(sentence, trigger), "goal.noun.for", 0.85)
        words = trigger.text.lower().split()
        several = _NUMBERS.get(words[-2] if words[-1] in ("more", "others") else words[-1], 1)
        for goal in goals:
            goal.kind = "open_play"
            if several > 1 and len(goals) == 1:
                goal.n, goal.described, goal.order = several, False, None
        return goals

    def fed(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "fed X for the opener", "only for X to reply": his who was fed."""
        served = [a for a in self.actors.of(sentence) if trigger.start < a.start and a.end < trigger.end]
        both = len(served) == 2 and self.lower[served[0].end : served[1].start] == " and "
        if len(served) != 1 and not (both and trigger.text.lower().startswith("only for ")):
            return []
        if any(man.possessive or man.how not in ("name", "epithet") for man in served):
            return []
        rule = "goal.phrase" if trigger.text.lower().startswith("only for ") else "goal.noun.for"
        goals = self.tell(sentence, trigger, served, rule, 0.85)
        for goal in goals:
            goal.kind = "open_play"
        return goals

    def counted(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "got both", "had all three"."""
        if is_tally(self.lower, sentence, trigger) or self._of_other_things(sentence):
            return []
        goals = self.tell(sentence, trigger, self.scorers.subjects(sentence, trigger), "goal.multi", 0.85)
        words = trigger.text.lower().split()
        for goal in goals:
            goal.n, goal.described, goal.order, goal.kind = _number(words), False, None, "open_play"
            goal.kind = "penalty" if words[-1] in ("penalties", "spot-kicks") else "open_play"
        return goals

    def _of_other_things(self, sentence: Sentence) -> bool:
        """ "Dunn made six saves. Kerr had two for Harland": a bare number of what the sentence before counts."""
        before = self.state.sentences[sentence.number - 1] if sentence.number else sentence
        told = before.paragraph == sentence.paragraph and _COUNTED_THINGS.search(self.lower, *before.span) is not None
        return told and _GOALS.search(self.lower, *sentence.span) is None


def _number(words: list[str]) -> int:
    return next(_NUMBERS[word] for word in reversed(words) if word in _NUMBERS)
