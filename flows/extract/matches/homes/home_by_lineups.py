"""Who was at home by the line-ups under a report: the home side's stands first.

In: the story, its match, and who is told to have scored for which side. Out: the home side where the two line-ups are
told apart, by their labels or by the men in them whose side the report tells; None else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from flows.extract.story import Fixture, StoryState
from flows.extract.text.mentions import of_kinds
from flows.extract.text.structure import Span

_MEN, _LETTERS = 9, 22  # commas of a line that lists a side, and letters for each at most
_LABEL = re.compile(r"[A-Z][\w&' .-]{2,30}?(?: \([^()]{3,12}\))?: ")
_SIDES = 2


def home_by_lineups(state: StoryState, main: Fixture, played_for: Iterable[tuple[str, str]]) -> str | None:
    """The side whose men are listed first."""
    normal = state.text.normal
    blocks = [b for b in state.story.body if b.end - b.start > _MEN and _lists_a_side(normal, b)]
    if len(blocks) != _SIDES:
        return None
    labels = [_labelled(state, b) for b in blocks]
    if any(labels):
        return labels[0] if main.has(labels[0]) and main.opponent(labels[0]) == labels[1] else None
    first, second = (frozenset(re.findall(r"[\w'-]+", normal[b.start : b.end])) for b in blocks)
    votes: Counter[str] = Counter()
    for person, side in played_for:
        surname = person.rsplit(" ", 1)[-1]
        if main.has(side) and (surname in first) != (surname in second):
            votes[side if surname in first else str(main.opponent(side))] += 1
    ranked = votes.most_common(_SIDES)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _lists_a_side(normal: str, block: Span) -> bool:
    commas = normal.count(",", block.start, block.end)
    return commas >= _MEN and commas * _LETTERS > block.end - block.start


def _labelled(state: StoryState, block: Span) -> str | None:
    """The side that a line is headed by."""
    if _LABEL.match(state.text.normal, block.start, block.end) is None:
        return None
    return next(
        (str(m.value) for m in of_kinds(state.mentions, ("TEAM",)) if block.start <= m.start <= block.start + 2), None
    )
