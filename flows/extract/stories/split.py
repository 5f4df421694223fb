"""A document's text -> its stories: where each begins and ends, its headline and its dateline.

Stories often follow one another with no separator. Of all ways to cut the document, the one with the most evidence is
taken: dynamic programming over the places where a story may begin, each story paying for being too short to be one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from flows.extract.stories import headlines
from flows.extract.stories.beginnings import Beginning, Page
from flows.extract.text.mentions import Mention
from flows.extract.text.structure import Span, paragraphs

# What a story of fewer characters pays; the last of a document pays only where it is a mere tail.
SHORTNESS = ((300, 4.0), (600, 0.8), (1000, 0.8))
LONG = 1000
TAIL, TAIL_COST = 160, 6.0
# The evidence that all cuts together of a file too short for many stories must have: it mostly is one story, in parts.
DOUBT = 0.2
_TOP_LINES, LONG_LINE = 10, 200
_HEADS = frozenset({"headline", "dateline", "byline", "rule", "caption"})


@dataclass
class Story:
    """A story in normal offsets: `body` are its paragraphs after headline and dateline."""

    start: int
    end: int
    headline: Span | None
    body: list[Span]
    dateline: Span | None = None
    dateline_date: date | None = None
    mentions: list[Mention] = field(default_factory=list)


def split(normal: str, mentions: list[Mention], clubs: Mapping[str, str] = MappingProxyType({})) -> list[Story]:
    """The stories of a document; at least one where there is any text. `clubs` are its clubs that no vocabulary holds,
    each name with the club's fullest one."""
    blocks = paragraphs(normal)
    if not blocks:
        return []
    page = Page(normal, blocks, mentions, clubs)
    starts = [*_best_cut(page), len(blocks)]
    return [_story(page, first, last) for first, last in pairwise(starts)]


def _best_cut(page: Page) -> list[int]:
    """Paragraphs at which the stories begin, the first included: of all cuts the one with the most evidence."""
    places = [Beginning(0, 0.0), *(place for place in page.beginnings() if place.evidence > 0)]
    at = [page.blocks[place.block].start for place in places]
    best, came_from, leading = [0.0], [-1], [0]
    for index in range(1, len(places)):
        value, origin = _best_before(best, leading, at, index)
        best.append(value + places[index].evidence)
        came_from.append(origin)
        leading.append(index if best[index] > best[leading[-1]] else leading[-1])
    end = page.blocks[-1].end
    last = max(range(len(places)), key=lambda i: best[i] - (TAIL_COST if end - at[i] < TAIL else 0.0))
    evidence, cut = best[last], []
    while last >= 0:
        cut.append(places[last].block)
        last = came_from[last]
    doubtful = page.size != "long_enough" and all(page.kinds[block] == "text" for block in cut[:-1])
    return cut[-1:] if doubtful and evidence < DOUBT else cut[::-1]


def _best_before(best: list[float], leading: list[int], at: list[int], index: int) -> tuple[float, int]:
    """The most evidence of a cut of all that stands before a place, and the place where its last story begins.

    Only stories short enough to pay are looked at one by one; for all longer ones the leading place is known.
    """
    found = (float("-inf"), -1)
    for origin in range(index - 1, -1, -1):
        length = at[index] - at[origin]
        if length >= LONG:
            return max(found, (best[leading[origin]], leading[origin]))
        found = max(found, (best[origin] - sum(cost for limit, cost in SHORTNESS if length < limit), origin))
    return found


def _story(page: Page, first: int, last: int) -> Story:
    """The story of these paragraphs, what stands above its text told apart from it."""
    while last - first > 1 and page.kinds[last - 1] == "rule":
        last -= 1
    story = Story(page.blocks[first].start, page.blocks[last - 1].end, None, [])
    head = first
    while head < last and page.kinds[head] in _HEADS and (page.kinds[head] != "caption" or head < last - 1):
        if page.kinds[head] != "caption":
            _take_head_line(page, story, head)
        head += 1
    text = page.blocks[head:last]
    if text:
        rest = _after_dateline(page, story, text[0])
        story.body += [rest, *text[1:]] if rest.end > rest.start else text[1:]
    if not story.body and story.headline is not None:
        story.body, story.headline = [story.headline], None
    if story.dateline_date is None:
        _find_among(page, story, page.blocks[first:last][:_TOP_LINES])
    return story


def _find_among(page: Page, story: Story, top: list[Span]) -> None:
    """The dateline among the lines that a page prints around the beginning of its story."""
    told = 0
    for block in top:
        told += block.end - block.start > LONG_LINE
        found = headlines.date_among(page.normal[block.start : block.end]) if told <= 1 else None
        if found is not None and found.day is not None:
            story.dateline = Span(block.start + found.start, block.start + found.end)
            story.dateline_date = found.day
            return


def _take_head_line(page: Page, story: Story, block: int) -> None:
    """A line above the text: the first headline is the story's, further ones are read as text, other lines are not."""
    rest = _after_dateline(page, story, page.blocks[block])
    if page.kinds[block] != "headline" or rest.end <= rest.start:
        return
    if story.headline is None:
        story.headline = rest
    else:
        story.body.append(rest)


def _after_dateline(page: Page, story: Story, block: Span) -> Span:
    """What is left of a line once a dateline that leads it is taken off; the story's first that names a day is kept."""
    found = headlines.dateline(page.normal[block.start : block.end])
    if found is None:
        return block
    if story.dateline is None or (story.dateline_date is None and found.day):
        story.dateline = Span(block.start + found.start, block.start + found.end)
        story.dateline_date = found.day
    start = block.start + found.end
    while start < block.end and page.normal[start] in " :|-":
        start += 1
    return Span(start, block.end)
