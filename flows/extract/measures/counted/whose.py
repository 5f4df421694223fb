"""What an owner of a count is told as, and what finds one: a reader, asked with a sentence, its tokens and a number.

A reader gets where the number stands and where its noun ends.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence


class Whose(NamedTuple):
    """Owner and second party of a count."""

    subject: str
    other: str | None = None


Reader = Callable[[Sentence, list[Mention], int, int], Whose | None]
