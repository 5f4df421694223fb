"""Which club two of its names mean together: "City" and "the Sky Blues" are the one City that is called so.

In: a mention that several clubs may be, and the sides of its text. Out: the club that alone bears that name and
another of the text, where both stand before whoever else is told in full: a club met later lends its name to neither.
"""

from __future__ import annotations

from collections.abc import Callable

from flows import vocabulary
from flows.extract.text.mentions import Mention


def borne_together(mention: Mention, sides: list[Mention], is_nickname: Callable[[Mention, int], bool]) -> int | None:
    """The club, by its index in the vocabulary."""
    clubs = vocabulary.clubs()
    told = {str(m.value): m.start for m in reversed(sides) if isinstance(m.value, str)}
    rivals = [told[clubs[i].name] for i in mention.value if clubs[i].name in told]
    if not rivals or mention.text in told:
        return None
    first = next(m.start for m in sides if m.text == mention.text)
    found: set[int] = set()
    for other in sides:
        if isinstance(other.value, str) or other.text == mention.text:
            continue
        both = set(mention.value).intersection(other.value)
        club = both.pop() if len(both) == 1 else None
        if club is None or clubs[club].name in told or is_nickname(other, club) == is_nickname(mention, club):
            continue
        if max(first, other.start) < min(rivals):
            found.add(club)
    return found.pop() if len(found) == 1 else None
