"""How old the story says its people are: whom "the 51-year-old" cannot mean, since he is told to be 52.

In: the story's people and figures. Out: for a person and an age, whether the two go together; a person of whom no age
is told goes with any.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.extract.text.beside import Before
from flows.extract.text.mentions import Mention, where

if TYPE_CHECKING:
    from flows.extract.story import StoryState
    from flows.extract.text.sentence import Sentence

_BEHIND = re.compile(r", (?:now |aged )?(\d\d),|,? aged (\d\d)\b")
_BEFORE = re.compile(r"(?: [A-Za-z'-]+){0,3} $")
_SAYS = re.compile(r"\b(?:is|was|has|had|told|said|and|who|to|of|by|from|for|in)\b")
_ABOVE = 3  # sentences
_PLACE_TAKEN = Before(
    r"\b(?:deputi[sz]\w+ for|replac\w+|(?:stand|stood|stands|standing|fill\w*|step\w*) in for|cover\w* for|(?:in|take|"
    r"takes|took|taking) (?:the )?place of|instead of|in for|understudy to|(?:take|taking|took) over from|successor to|"
    r"succeed\w*|preferred to|(?:chosen|picked|selected|preferred|started) ahead of|without|loss of|absence of) "
    r"(?:the |an? )?(?:[a-z-]+ )?$",
    64,
)


class AgesTold:
    """Answers for one story, which is looked through once."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self._known: dict[str, set[float]] | None = None

    def fit(self, person: str, age: float) -> bool:
        """Whether a person, by full name, can be of an age."""
        if self._known is None:
            self._known = self._told()
        told = self._known.get(person)
        return told is None or age in told

    def whose_place(self, sentence: Sentence, told: Mention) -> str | None:
        """ "X broke a toe. Y is to deputise for the 32-year-old": who was named before the one that takes his place."""
        here = [m for m in sentence.mentions if m.kind == "PERSON" and m.start < told.start]
        if not here or not _PLACE_TAKEN.search(self.state.text.lower, told.start):
            return None
        above = self.state.sentences[max(0, sentence.number - _ABOVE) : sentence.number]
        named = [m for s in above for m in s.mentions if m.kind == "PERSON" and not self.state.quoted(m.start)]
        others = [str(m.value) for m in reversed([*named, *here[:-1]]) if m.value != here[-1].value]
        return next((p for p in others if self.fit(p, float(told.value))), None)

    def near(self, sentence: Sentence, before: Mention, leading: bool = False) -> list[str]:
        """The people named in a sentence up to a word of it and in the three before, the last first; of all or of
        those whose men are told of ("Varga's side")."""
        sentences = self.state.sentences[max(0, sentence.number - 3) : sentence.number + 1]
        kinds = ("EPITHET",) if leading else ("PERSON", "EPITHET")
        named = [m for s in sentences for m in s.mentions if m.kind in kinds and m.start < before.start]
        return [
            str(m.value if m.kind == "PERSON" else m.value[1])
            for m in reversed(named)
            if m.kind == "PERSON" or m.value[0] == "PERSON"
        ]

    def _told(self) -> dict[str, set[float]]:
        told: dict[str, set[float]] = {}
        mentions, lower = self.state.mentions, self.state.text.lower
        for i in where(mentions, ("PERSON",)):
            person = mentions[i]
            beside = _BEHIND.match(lower, person.end)
            if beside is not None:
                told.setdefault(str(person.value), set()).add(float(beside.group(1) or beside.group(2)))
            aged = self._aged_before(mentions[max(0, i - 3) : i], person)
            if aged is not None:
                told.setdefault(str(person.value), set()).add(aged)
        return told

    def _aged_before(self, near: list[Mention], person: Mention) -> float | None:
        """ "24-year-old Rovers winger X"."""
        age = next((m for m in reversed(near) if m.kind == "AGE"), None)
        between = "" if age is None else self.state.text.normal[age.end : person.start]
        if age is None or not _BEFORE.fullmatch(between) or _SAYS.search(between):
            return None
        return float(age.value)
