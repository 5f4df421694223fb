"""What a story's dateline is worth: stated where the story agrees with it, inferred, contradicted, or unknown.

Crawlers write 1 January where they know only the year, and stamp old stories with the day they found them. A dateline
is contradicted where the story tells as past what lies after it, names a weekday that its day does not fall on, or has
played a round that is not played in that month. It dates nothing then, but its words are kept.
"""

from __future__ import annotations

import re
from datetime import date

from flows.extract.stories.split import Story
from flows.extract.text import calendar_words
from flows.extract.text.calendar_words import Day
from flows.extract.text.normalise import Text
from flows.extract.text.own_season import is_own
from flows.extract.text.structure import Span, sentences

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b")
_SPRING_ROUND = re.compile(r"\b(?:last[- ](?:16|eight|four)|round of 16|quarter-?finals?|semi-?finals?)\b")
_EUROPEAN = re.compile(r"\b(?:champions league|europa league|conference league|uefa cup|european cup)\b")
_OTHER_CUP = re.compile(
    r"\b(?:fa cup|league cup|carling|carabao|coppa|copa|dfb|pokal|coupe|scottish cup|cup of nations|world cup|"
    r"club world)\b"
)
_TOLD_RESULT = re.compile(
    r"\b(?:beat|beaten|won|win|victory|lost|defeat|drew|draw with|scored|aggregate|\d\d?-\d\d?|knocked out|go out|"
    r"out of)\b"
)
_TO_COME = re.compile(
    r"\b(?:will|would|could|if|next|ahead of|prepar\w+|due|scheduled|set to|to be played|drawn|the draw|travels?|"
    r"hosts?|faces?|visits?|meets?|takes? on|plays?|returns?|resumes?|restarts?|before they|until)\b"
)
_BYGONE = re.compile(
    r"\b(?:last (?:season|year|term)|since|previous season|a year ago|years ago|back in|in (?:19|20)\d\d|"
    r"(?:19|20)\d\d[-/]\d\d)\b"
)
_SEASON = re.compile(r"\b((?:19|20)\d\d)[-/](?:20)?\d\d\b(?![-/]\d)")
_SINCE = re.compile(r"\b(?:since|back in|as long ago as) (?:[a-z]+ )?((?:19|20)\d\d)\b")
_PANDEMIC = re.compile(r"\bcovid(?:-19)?\b|\bcoronavirus\b")
PANDEMIC_CAME = date(2020, 1, 20)
PLAYED_LATE = {(2020, 7), (2020, 8)}  # the season of the pandemic: its spring rounds were played then
NO_SPRING_ROUNDS = (1, 7, 8, 9, 10, 11, 12)
WRITTEN_WITHIN_DAYS = 7
SAME_SEASON_DAYS = 240
DEFAULT_REACH_DAYS = 60


def settle_dateline(text: Text, story: Story) -> tuple[date | None, str | None, str]:
    """(published, words of the dateline, status). `published` is None unless stated or inferred."""
    if story.dateline is None:
        return None, None, "unknown"
    words = text.raw[slice(*text.span(*story.dateline))].strip()
    lower = text.lower[story.dateline.start : story.dateline.end]
    told = [text.lower[s.start : s.end] for block in _told(story) for s in sentences(text.normal, block)]
    when, status = story.dateline_date, "stated"
    if when is None:
        when, status = _inferred(lower, told), "inferred"
    if when is None:
        return None, words, "unknown"
    if _names_another_weekday(lower, when) or _contradicted(told, when):
        return None, words, "contradicted"
    return when, words, status


def _told(story: Story) -> list[Span]:
    return [story.headline, *story.body] if story.headline else story.body


def _inferred(lower: str, told: list[str]) -> date | None:
    """The day of a dateline without a year, where the story leaves only one year open."""
    day = next((d for _, _, d in calendar_words.find(lower) if d.month and d.day), None)
    if day is None or day.month is None or day.day is None:
        return None
    years = {d.iso.year for sentence in told for _, _, d in calendar_words.find(sentence) if d.iso}
    whole = "\n".join(told)
    for season in _SEASON.finditer(whole):
        if is_own(whole, *season.span()):
            years.add(int(season.group(1)) + (day.month < 7))
    return _day(years.pop(), day.month, day.day) if len(years) == 1 else None


def _names_another_weekday(lower: str, when: date) -> bool:
    named = _WEEKDAY.search(lower)
    return named is not None and _WEEKDAYS.index(named.group(1)) != when.weekday()


def _contradicted(told: list[str], when: date) -> bool:
    whole = " ".join(told)
    if when < PANDEMIC_CAME and _PANDEMIC.search(whole):
        return True
    if any(int(season) > when.year + 1 for season in _SEASON.findall(whole)):
        return True
    if any(int(year) > when.year for year in _SINCE.findall(whole)):
        return True
    if _EUROPEAN.search(whole) and any(_round_out_of_season(sentence, when) for sentence in told):
        return True
    return any(_day_cannot_be(sentence, day, when) for sentence in told for _, _, day in calendar_words.find(sentence))


def _round_out_of_season(sentence: str, when: date) -> bool:
    """A European knock-out round told as played in a month in which none is."""
    if (
        when.month not in NO_SPRING_ROUNDS
        or (when.year, when.month) in PLAYED_LATE
        or not _SPRING_ROUND.search(sentence)
    ):
        return False
    if _BYGONE.search(sentence) or _OTHER_CUP.search(sentence) or _TO_COME.search(sentence):
        return False
    return _TOLD_RESULT.search(sentence) is not None


def _day_cannot_be(sentence: str, day: Day, when: date) -> bool:
    """A day told as past that lies after the dateline, or a weekday that its date does not fall on."""
    if not day.month or not day.day:
        return False
    nearest = day.iso or _nearest(when, day.month, day.day)
    if nearest is None:
        return False
    if day.weekday is not None and nearest.weekday() != day.weekday:
        return True
    if re.search(r"\blast month\b", sentence) and not day.year:
        return (when.month - day.month) % 12 != 1
    past = _TOLD_RESULT.search(sentence) is not None and not _TO_COME.search(sentence)
    if day.year:
        return past and nearest > when
    if not past or _BYGONE.search(sentence):
        return False
    later = (nearest - when).days
    by_default = when.month == 1 and when.day == 1 and abs(later) > DEFAULT_REACH_DAYS
    return by_default or WRITTEN_WITHIN_DAYS < later < SAME_SEASON_DAYS


def _nearest(when: date, month: int, number: int) -> date | None:
    """The day of that name nearest to the dateline."""
    days = [day for year in (when.year - 1, when.year, when.year + 1) if (day := _day(year, month, number))]
    return min(days, key=lambda day: abs((day - when).days), default=None)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
