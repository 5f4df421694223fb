"""Whom a sentence opens with where it does not name him: "He misses the trip to X", "The 27-year-old was hurt at Y".

In: a sentence. Out: the full name of the one person that its first words mean, None where they mean a side, a thing or
nobody told.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from flows.extract.cast.spoken_of import People
from flows.extract.cast.subject_positions import SubjectPositions
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence

if TYPE_CHECKING:
    from flows.extract.story import StoryState

_OPENING = 14  # letters that a sentence may have before the word for him
_UNNAMED = frozenset({"AGE", "ROLE"})


class OpeningPerson:
    """Answers for one story."""

    def __init__(self, state: StoryState) -> None:
        self._state = state

    @cached_property
    def people(self) -> People:
        """Who is spoken of in the story."""
        return People(self._state, SubjectPositions(self._state.text.lower))

    def of(self, sentence: Sentence, before: int) -> str | None:
        """Whom the words up to a place open with."""
        opens = sentence.mentions[0] if sentence.mentions else None
        if opens is None or sentence.headline or opens.start >= before:
            return None
        if opens.start - sentence.span.start > _OPENING or self._state.quoted(opens.start):
            return None
        if opens.kind == "HE":
            return self.people.person_before(sentence) if opens.text.lower() in ("he", "she") else None
        if opens.kind not in _UNNAMED or not self._is_alone(sentence, opens):
            return None
        return self.people.meant_by(sentence, sentence.mentions, 0)

    def _is_alone(self, sentence: Sentence, word: Mention) -> bool:
        """ "The striker was", not "The striker Varga was", "The manager's side" or "Striker Varga"."""
        lower, following = self._state.text.lower, sentence.mentions[1:2]
        named = bool(following) and following[0].kind in ("PERSON", "NAME") and following[0].start - word.end < 2
        return lower.startswith("the ", sentence.span.start) and not named and lower[word.end : word.end + 1] == " "
