"""The account of every number: part of a fact, an attribute of one, knowingly ignored with a reason, or unread."""

from __future__ import annotations

from flows.extract.mentions import Mention
from flows.extract.story import StoryState
from flows.extract.writer import Writer


def account_for_numbers(writer: Writer, state: StoryState, mentions: list[Mention]) -> None:
    """Write one row a number of the story."""
