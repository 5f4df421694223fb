"""The whole sentence around a quote: what a fact-checker wants to see before believing a number.

A text and the span of a quote go in; the span of the sentence (or sentences, where the quote runs over several) comes
out. When in doubt the sentence is the longer one: too much context does no harm here.
"""

from __future__ import annotations

import re
from itertools import pairwise

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\r\n?[^\S\n]*\r\n?")
_STOP = re.compile(r"""[.!?…]+["'”’)\]]*(\s+)(?=["'“‘(\[]*[A-Z0-9£€$])""")
_LINE_END = re.compile(r"\r\n|\n|\r")
_NO_STOP = re.compile(r"(?:\b(?:[A-Z]|St|Mr|Mrs|Ms|Dr|Sr|Jr|vs?|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[ap]\.m))\.$")
_HARD_WRAP = 100


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The half-open span of the sentence that holds text[start:end], without blanks at its ends."""
    cuts = _cuts(text)
    first = max((cut for cut in cuts if cut <= start), default=0)
    last = min((cut for cut in cuts if cut >= end), default=len(text))
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _cuts(text: str) -> list[int]:
    cuts = [match.end() for match in _PARAGRAPH.finditer(text)]
    cuts += [match.start(1) for match in _STOP.finditer(text) if not _is_abbreviation(text, match)]
    if not _is_hard_wrapped(text):
        cuts += [match.end() for match in _LINE_END.finditer(text)]
    return cuts


def _is_abbreviation(text: str, stop: re.Match[str]) -> bool:
    return text[stop.start()] == "." and bool(_NO_STOP.search(text[max(0, stop.start() - 6) : stop.start() + 1]))


def _is_hard_wrapped(text: str) -> bool:
    lines = text.splitlines()
    pairs = sum(1 for above, below in pairwise(lines) if above.strip() and below.strip())
    return pairs > 2 and max(map(len, lines)) <= _HARD_WRAP
