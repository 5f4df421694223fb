"""Which side "the league leaders", "the champions", "the holders" are: the one that a story tells to be so.

In: a story's sentences. Out: a side, None where none or more than one is told to be so. Told so are "leaders X", "X,
the holders," and of leaders whoever goes or stays at the top.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

if TYPE_CHECKING:
    from flows.extract.story import StoryState

KIND = "STANDING"
_WORDS = {"leaders": "leaders", "table-toppers": "leaders", "pacesetters": "leaders", "front-runners": "leaders"} | {
    "champions": "champions", "holders": "holders", "title-holders": "holders", "cup holders": "holders",
}  # fmt: skip
_SAME = {"champions": "holders", "holders": "champions"}
_NAMED = re.compile(r"\b(?:the |reigning |defending |league |current |runaway |cup |premier league )*$")
_BESIDE = re.compile(r"[a-z ]{0,24}?\b(?P<word>leaders|champions|holders|pacesetters|table-toppers),? (?:the )?$")
_BEHIND = re.compile(
    r",? (?:the |who are |as )?(?:reigning |defending |runaway |current |league |cup |[a-z]+ )?"
    r"(?P<word>leaders|champions|holders|pacesetters)\b"
)
_TOP = Sought(
    r"(?:clear at the (?:top|summit)|(?:at|to|back to|stay|remain\w*|go|went|return\w*|move\w*) (?:the )?(?:top|summit)"
    r" of the (?:table|league|division|standings|group|pile)|lead\w* the (?:table|league|division|standings)|"
    r"(?:back|stay|remain\w*|go|went) (?:on )?top\b|"
    r"(?:lead|advantage|cushion|gap) at the (?:top|summit)\b|"
    r"(?:extend|stretch|increas|widen)\w* (?:their|the) (?:lead|advantage) (?:[\w-]+ ){0,5}?to [\w-]+ points\b|"
    r"(?:step|stride) (?:closer |nearer )?(?:to|towards?) (?:the|a|their|an?other) (?:[\w-]+ ){0,3}?"
    r"(?:title|championship|crown)\b)"
)
_REACH = 32


def is_standing(lower: str, mention: Mention) -> bool:
    """Whether a word for a side says what a side is: "the leaders", "the reigning champions"."""
    if mention.text.lower() not in _WORDS:
        return False
    head = _NAMED.search(lower, max(0, mention.start - _REACH), mention.start)
    return head is not None and "the " in head.group()


def word_of(mention: Mention) -> str:
    return _WORDS[mention.text.lower()]


def chased(word: str, leaders: Mention, sentence: Sentence | None) -> str | None:
    """ "X went to within a point of Y after the leaders had lost": of whom a sentence tells how far off another is."""
    if sentence is None or word != "leaders":
        return None
    told = [m for m in sentence.mentions if m.kind == "TEAM" and m.compared and m.end <= leaders.start]
    return str(told[-1].value) if told else None


class Standings:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self._state = state
        self._bearers: dict[str, set[str]] | None = None

    def of(self, word: str) -> str | None:
        """The one side told to be so."""
        if self._bearers is None:
            self._bearers = {}
            for sentence in self._state.sentences:
                if not sentence.quoted:
                    self._read(sentence, self._bearers)
        told = self._bearers.get(word) or self._bearers.get(_SAME.get(word, word), set())
        return next(iter(told)) if len(told) == 1 else None

    def _read(self, sentence: Sentence, bearers: dict[str, set[str]]) -> None:
        lower = self._state.text.lower
        for mention in sentence.mentions:
            if mention.kind != "TEAM" or mention.possessive:
                continue
            beside = _BESIDE.search(lower, max(sentence.span.start, mention.start - _REACH), mention.start)
            found = beside or _BEHIND.match(lower, mention.end, sentence.span.end)
            if found is not None:
                bearers.setdefault(_WORDS[found["word"]], set()).add(str(mention.value))
        top = _TOP.search(lower, *sentence.span)
        side = self._state.centers.about(sentence, top.start()) if top is not None else None
        if side is not None:
            bearers.setdefault("leaders", set()).add(side)
