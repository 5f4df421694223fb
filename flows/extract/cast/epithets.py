"""Words for a side -> epithets: "the Bergamo outfit", "Simeone's men", "his side", "the Danes" made one mention each.

In: a story's mentions. Out: the same with the word for a side taken into what describes it; whom it means is resolved
when asked (`story`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from flows import vocabulary
from flows.extract.cast import standing
from flows.extract.cast.their_rivals import RIVALS, are_rivals
from flows.extract.text.mentions import Mention, where
from flows.extract.text.normalise import Text

_STANDS_ALONE = re.compile(
    r"'?(?:[.,;:)]|$| (?:to|in|on|at|by|with|and|but|who|were|are|had|have|was|will|would|could|can|may|must|then|also|"
    r"again|after|before|when|as|over|from|for|so|still|never|only|into|out|beat|won|win|lost|lose|drew|drawn|draw|"
    r"went|go|"
    r"came|come|took|take|led|lead|trail\w*|held|entertain\w*|welcome\w*|visit\w*|meet|receive\w*|play\w*|face\w*|"
    r"meet|met|host\w*|travel\w*|scor\w+|sent|\d+-\d+|ahead|level|back|off|up|through|the (?:lead|advantage)|"
    r"an? (?:[\w-]+ ){0,3}?(?:lead|advantage|cushion|boost|win|victory|point|draw|defeat|fright|scare)|"
    r"\w+ed)\b)"
)
_COLOUR = r"(?:red|blue|black|white|green|yellow|claret|amber|gold|orange|purple|maroon|pink|violet|sky blue)"
_TWO_COLOURS = re.compile(rf"(?:'s?)? {_COLOUR}[ -]and[ -]{_COLOUR} (?:[a-z-]+ )?")
_NEAR, _FAR = 24, 32  # letters between what describes a side and the word for it


@cache
def countries() -> frozenset[str]:
    return frozenset(nation.name for nation in vocabulary.nations())


@cache
def _peoples() -> frozenset[str]:
    return frozenset(people for nation in vocabulary.nations() for people in nation.people)


_SIDE_WORDS = frozenset({"SIDE_NOUN", "SIDE_HOME", "SIDE_AWAY"})
_READ = _SIDE_WORDS | {"NATIONALITY"}


def gather(text: Text, mentions: list[Mention]) -> list[Mention]:
    """The mentions with each epithet as one."""
    return _Gathering(text, mentions).gather()


class _Gathering:
    """Goes through the mentions of one story."""

    def __init__(self, text: Text, mentions: list[Mention]) -> None:
        self.text = text
        self.mentions = mentions

    def gather(self) -> list[Mention]:
        kept: list[Mention] = []
        reached = 0
        for index in where(self.mentions, _READ):
            kept += self.mentions[reached:index]
            mention, reached = self.mentions[index], index + 1
            if mention.kind == "NATIONALITY" and self._is_a_people(index):
                mention.kind, mention.value = "EPITHET", ("NATIONALITY", mention.value)
            if self._in_two_colours(mention, kept):
                kept.pop()
            if mention.kind not in _SIDE_WORDS or not self._is_epithet(index, kept[-1] if kept else None):
                kept.append(mention)
        return kept + self.mentions[reached:]

    def _in_two_colours(self, mention: Mention, kept: list[Mention]) -> bool:
        """ "Varga's red and white machine": the "and" is within what he leads."""
        if mention.kind != "SIDE_NOUN" or len(kept) < len(("owner", "and")) or kept[-1].kind != "AND":
            return False
        owner = kept[-2]
        between = self.text.lower[owner.end : mention.start]
        return owner.kind == "PERSON" and owner.possessive and _TWO_COLOURS.fullmatch(between) is not None

    def _is_a_people(self, index: int) -> bool:
        """ "the Danes", "the Dutch" with no noun behind: the side, not a word that describes one."""
        mention = self.mentions[index]
        lower = self.text.lower
        before = self.mentions[index - 2] if index > 1 else None
        beside = before is not None and before.kind == "EPITHET" and lower[before.end : mention.start] == " and "
        if not beside and not lower.endswith(("the ", "\nthe "), 0, mention.start):
            return False
        if mention.value not in countries():
            return False
        if mention.text in _peoples() and mention.text.endswith("s"):
            return True
        many = mention.text in _peoples() or mention.text.endswith(("sh", "ch", "ese", "iss"))
        return many and bool(_STANDS_ALONE.match(lower, mention.end))

    def _is_epithet(self, index: int, last: Mention | None) -> bool:
        """Whether a word for a side ("outfit", "hosts") was taken into the mention before, or means nothing itself."""
        mention = self.mentions[index]
        hosts = mention.kind != "SIDE_NOUN"
        if hosts and self._is_beside_its_side(index):
            return True  # "beat visitors Harland": the name stands for both
        if hosts:
            if last is None or mention.start - last.end != 1 or last.kind not in ("NATIONALITY", "PLACE"):
                return False
            self._epithet(last, mention, (last.kind, last.value))
            return True
        following = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
        if following is not None and following.kind == "TEAM" and following.start - mention.end <= 2:
            return True
        named = following is not None and following.kind == "NAME" and following.start - mention.end <= 2
        beside = last is not None and mention.start - last.end <= 2
        if not named and not beside and standing.is_standing(self.text.lower, mention):
            if not _STANDS_ALONE.match(self.text.lower, mention.end):
                return False
            mention.kind, mention.value = "EPITHET", (standing.KIND, standing.word_of(mention))
            return False
        owner = last is not None and last.kind == "PERSON" and last.possessive
        if last is None or not 0 < mention.start - last.end <= (_FAR if owner else _NEAR):
            return False
        facet = last.kind in ("NATIONALITY", "PLACE", "COMPETITION", "GROUND") and not last.possessive
        if mention.text.lower() in ("opposition", "opponents", "sides", "clubs", "teams"):
            facet = facet and self.text.lower.endswith(("the ", "their ", "our "), 0, last.start)
        if facet and named and last.kind == "NATIONALITY":
            return False  # "Irish champions Corrig Rovers": whom it describes stands behind
        if facet and mention.value != "people":
            self._epithet(last, mention, (last.kind, last.value))
            return True
        if last.kind in ("PERSON", "TEAM") and last.possessive:
            if last.kind == "PERSON":
                self._epithet(last, mention, ("PERSON", last.value))
            return True
        if last.kind in ("HE", "THEY") and last.text.lower() in ("his", "her", "their", "my", "our"):
            self._epithet(last, mention, (last.kind, RIVALS if are_rivals(self.text.lower, mention) else None))
            return True
        return False

    def _is_beside_its_side(self, index: int) -> bool:
        following = self.mentions[index + 1] if index + 1 < len(self.mentions) else None
        mention = self.mentions[index]
        beside = following is not None and following.kind == "TEAM" and following.start - mention.end == 1
        return beside and not mention.possessive and not mention.text.lower().startswith("the ")

    def _epithet(self, last: Mention, noun: Mention, value: tuple[str, Any]) -> None:
        last.kind, last.value = "EPITHET", value
        last.end = noun.end
        last.text = self.text.normal[last.start : last.end]
        last.possessive = noun.possessive
