"""What a story's dateline is worth: stated where the story agrees, contradicted where it cannot be, unknown without one.

Crawlers write 1 January where they know only the year. A dateline is contradicted where the story tells of a played match
on a later day of that year, or of a knock-out round that is not played in that month.
"""

from __future__ import annotations

import re
from datetime import date

from flows.extract import calendar_words
from flows.extract.normalise import Text
from flows.extract.stories import Story

SPRING_ROUNDS = re.compile(r"\b(?:last[- ]16|round of 16|quarter-?finals?|semi-?finals?)\b")
EUROPEAN = re.compile(r"\b(?:champions league|europa league|uefa cup|european cup)\b")
_PLAYED_AFTER = re.compile(r"\b(?:beat|won|lost|drew|defeated|played|scored|on) [^.]{0,60}$")


def settle_dateline(text: Text, story: Story) -> tuple[date | None, str | None, str]:
    """(published, words of the dateline, status). `published` is None where contradicted."""
    if story.dateline is None:
        return None, None, "unknown"
    words = text.raw[slice(*text.span(*story.dateline))]
    when = story.dateline_date
    if when is None or _contradicted(text.lower, story, when):
        return None, words, "contradicted"
    return when, words, "stated"


def _contradicted(lower: str, story: Story, when: date) -> bool:
    start = story.dateline.end if story.dateline else story.start
    body = lower[start : story.end]
    if when.month in (1, 7, 8, 12) and EUROPEAN.search(body) and SPRING_ROUNDS.search(body):
        return True
    for begin, _, day in calendar_words.find(body):
        past = _PLAYED_AFTER.search(body[max(0, begin - 70) : begin + 3])
        if day.month and day.day and past and not day.year and _months_after(when, day.month, day.day):
            return True
        if day.iso and past and day.iso > when:
            return True
    return False


def _months_after(when: date, month: int, number: int) -> bool:
    """A day told as past that lies one to eight months after the dateline cannot be the year before's."""
    try:
        told = date(when.year, month, number)
    except ValueError:
        return False
    return 7 < (told - when).days < 240
