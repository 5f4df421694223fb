"""A document's text -> its stories: where each begins and ends, its headline and its dateline.

Stories often follow one another with no separator. A new one begins where a paragraph introduces again in full someone
the running story already calls by surname, reads like a lead, and the paragraphs around it agree; a paragraph that opens
with a quote, a pronoun or a conjunction never begins one. The source of the cues is how agencies write leads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from flows.extract.mentions import Mention
from flows.extract.structure import Span, paragraphs

_DATELINE = re.compile(
    r"\s*(?P<text>(?:date|published|posted|updated|date published)\s*:?\s*(?P<iso>(?:19|20)\d\d-\d\d-\d\d))(?:[T ]\d\d:\d\d\S*)?\s*",
    re.IGNORECASE,
)
_FOOTER = re.compile(r"(?:©|\(c\)|copyright\b).*|.*\ball rights reserved\.?$", re.IGNORECASE)
_NEVER_FIRST = re.compile(
    r"[\"'(\[-]|(?:He|She|They|It|His|Her|Their|Its|But|And|However|Yet|Nor|So|Then|Meanwhile|Also|Still|Though|That|This|These|Those|"
    r"Despite|Asked|Instead|Nevertheless|Regardless|Unfortunately|Indeed|Both|Either|Neither|We|I|You|There|Here|If|When|Now|Later|"
    r"Earlier|Moments|Subs|Booked|Goals|Att|Referee|VIDEO)\b"
)
_ROLE = re.compile(
    r"(?:coach|manager|boss|captain|owner|president|chairman|striker|midfielder|defender|goalkeeper|keeper|forward|winger|"
    r"skipper|director|attacker|full-back|centre-back|international|star|legend|chief) $"
)
_WEEKDAY = re.compile(r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
MINIMUM_CHARACTERS = 500
MINIMUM_PARAGRAPHS = 3
THRESHOLD = 4.0


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


def split(normal: str, mentions: list[Mention]) -> list[Story]:
    """The stories of a document; at least one where there is any text."""
    blocks = paragraphs(normal)
    if not blocks:
        return []
    starts = _starts(normal, blocks, _names_by_block(blocks, mentions))
    stories = []
    for number, first in enumerate(starts):
        last = starts[number + 1] if number + 1 < len(starts) else len(blocks)
        stories.append(_story(normal, blocks[first:last]))
    return stories


def _names_by_block(blocks: list[Span], mentions: list[Mention]) -> list[list[Mention]]:
    names: list[list[Mention]] = [[] for _ in blocks]
    block = 0
    for mention in mentions:
        if mention.kind not in ("NAME", "TEAM"):
            continue
        while block < len(blocks) - 1 and mention.start >= blocks[block].end:
            block += 1
        names[block].append(mention)
    return names


def _starts(normal: str, blocks: list[Span], names: list[list[Mention]]) -> list[int]:
    """Indices of the paragraphs that begin a story."""
    starts = [0]
    closed = False
    for index in range(1, len(blocks)):
        block = blocks[index]
        if _FOOTER.fullmatch(normal[block.start : block.end]):
            closed = True
            continue
        if closed or _DATELINE.match(normal[block.start : block.start + 60]):
            starts.append(index)
            closed = False
        elif _begins(normal, blocks, names, starts[-1], index):
            starts.append(_lead_before(normal, blocks, names, starts[-1], index))
    return starts


def _lead_before(normal: str, blocks: list[Span], names: list[list[Mention]], first: int, index: int) -> int:
    """The paragraph before, where it is the true lead: new people in full, and no one known by surname."""
    previous = index - 1
    if previous - first < MINIMUM_PARAGRAPHS or not _may_lead(normal, blocks[previous]):
        return index
    full, short = _known(names, first, previous)
    texts = {n.text for n in names[previous] if n.kind == "NAME"}
    newcomers = {t for t in texts if " " in t and t not in full}
    return previous if newcomers and not texts & short else index


def _begins(normal: str, blocks: list[Span], names: list[list[Mention]], first: int, index: int) -> bool:
    block = blocks[index]
    if index - first < MINIMUM_PARAGRAPHS or index + 2 > len(blocks) - 1 or block.start - blocks[first].start < MINIMUM_CHARACTERS:
        return False
    return _may_lead(normal, block) and _evidence(normal, blocks, names, first, index) >= THRESHOLD


def _may_lead(normal: str, block: Span) -> bool:
    """A paragraph in full sentences that neither opens nor continues a quote, nor leans on what came before."""
    line = normal[block.start : block.end]
    if _NEVER_FIRST.match(line) or len(line) < 60 or line[-1] not in '.!?"':
        return False
    return line.count('"') % 2 == 0 and line.count(",") * 12 < len(line)


def _evidence(normal: str, blocks: list[Span], names: list[list[Mention]], first: int, index: int) -> float:
    """How strongly a paragraph looks like the lead of a new story."""
    full, short = _known(names, first, index)
    short |= full - {n.text for block in names[max(first, index - 4) : index] for n in block}
    here = _introduced_again(names[index], full, short)
    following = _introduced_again(names[index + 1], full, short) if index + 1 < len(blocks) else set()
    if not here and not following:
        return 0.0
    block, previous = blocks[index], blocks[index - 1]
    line = normal[block.start : block.end]
    evidence = 2.0 * min(len(here), 1) + 1.0 * len(following) + 0.5 * max(0, len(here) - 1)
    evidence += 1.0 * any(_ROLE.search(normal[max(0, n.start - 16) : n.start]) for n in names[index] if n.text in here)
    evidence += 1.0 * (normal[previous.end - 1] in '"' or bool(_FOOTER.search(normal[previous.start : previous.end])))
    evidence += 1.0 * (10 <= line.count(" ") <= 50 and not re.search(r"[.!?] [A-Z]", line))
    evidence += 0.5 * bool(here and _opens_with(names[index], block, here))
    evidence += 1.0 * bool(here and _opens_with(names[index], block, {n.text for n in names[index] if n.kind == "NAME"} - full - short))
    after = normal[block.start : blocks[min(index + 1, len(blocks) - 1)].end]
    evidence += 0.5 * bool(_WEEKDAY.search(after))
    evidence += 0.5 * any(n.kind == "TEAM" and n.start == block.start for n in names[index])
    evidence += 0.5 * bool(here and _lead_before(normal, blocks, names, first, index) != index)
    return evidence - 1.0 * (not here) - 0.5 * line.startswith("The ")


def _opens_with(names: list[Mention], block: Span, again: set[str]) -> bool:
    """Whether the paragraph's first words are, or soon reach, one of these people in full."""
    return any(n.text in again and " " in n.text and n.start - block.start < 45 for n in names)


def _known(names: list[list[Mention]], first: int, index: int) -> tuple[set[str], set[str]]:
    """Full names told in the running story, and surnames that stood alone after."""
    full: set[str] = set()
    short: set[str] = set()
    for block in names[first:index]:
        for name in block:
            if name.kind == "TEAM":
                continue
            if " " in name.text:
                if not name.text.isupper():
                    full.add(name.text)
            else:
                short.add(name.text)
    return full, short


def _introduced_again(names: list[Mention], full: set[str], short: set[str]) -> set[str]:
    return {n.text for n in names if n.text in full and (n.text in short or n.text.rsplit(" ", 1)[1] in short)}


def _story(normal: str, blocks: list[Span]) -> Story:
    start, end = blocks[0].start, blocks[-1].end
    line = normal[start : blocks[0].end]
    dateline = _DATELINE.match(line)
    first = start
    when = None
    if dateline:
        when = _iso(dateline.group("iso"))
        first = start + dateline.end()
    head = Span(first, blocks[0].end)
    headline = head if _is_headline(normal, head, blocks) else None
    body = blocks[1:] if headline else [head, *blocks[1:]]
    span = Span(start + dateline.start("text"), start + dateline.end("text")) if dateline else None
    return Story(start, end, headline, [b for b in body if b.end > b.start], span, when)


def _is_headline(normal: str, head: Span, blocks: list[Span]) -> bool:
    line = normal[head.start : head.end]
    return len(blocks) > 1 and 0 < len(line) <= 160 and line[-1] not in '.!"' and line.count(". ") == 0


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
