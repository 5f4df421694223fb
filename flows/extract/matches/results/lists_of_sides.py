"""Sides listed after one another: "wins over X, Y and Z" are three, but "beat X and Y lost" is one.

In: a sentence's mentions and where the first side stands. Out: the sides that share its place.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.sentence import SIDES, Sentence, objective
from flows.extract.text.sought import Sought

_LINKS = frozenset({"AT", "TO", "AGAINST", "BY", "WITH"})
_JOINS = re.compile(r"(?:, | and |, and )(?:(?:at|to|against|by|with|over) )?(?:the )?")
_ASIDE_AND_VERB = re.compile(
    r", (?!and |but |while |as |then )[^,.;]{2,40}, (?:also |then |now |both )?(?:were|was|are|is|had|have|has|beat|"
    r"won|lost|drew|went|go|moved?|climbed|dropped|slipped|saw|took|came|remain\w*|stay\w*|could|failed|needed)\b"
)
_LONGEST = 8
_WHERE = re.compile(r" (?:(?P<home>at home)(?! to\b(?! come\b)| against\b)|away(?! to\b| at\b| from\b| against\b))")
_WHERE_KINDS = frozenset({"HOME", "AWAY"})
_AND = len(", and the ")  # letters
_BOTH = Sought(r"\b(?:both|each|all|too|alike)\b")
_BOTH_BEHIND = re.compile(r",? (?:[\w-]+ )?(?:both|each|all|too|alike)\b")
_TOGETHER = re.compile(r" and (?:the )?(?:[\w-]+ ){0,3}")
_LISTED = frozenset({*SIDES, "NAME"})
_ANOTHER_CLAUSE = frozenset({"FIXTURE", "DRAW", "WIN", "THEY", "VERSUS", "HOST", "TRAVEL", "FINISH"})
_STARTS_A_CLAUSE = frozenset(
    "WIN BEATEN WIN_INTRANSITIVE LOSE DRAW FIXTURE HOST TRAVEL BE HAVE HYPOTHETICAL SCORE GOAL_VERB GOAL_ACT VERSUS "
    "FINISH LEAD MOVE ROLE".split()
)
_ENDS_A_LIST = frozenset(
    "in on at this next last to by as before after within over for and or with during while when but tomorrow tonight "
    "ahead again away respectively both behind is was put has have means meant left leaves leave made makes from since "
    "all either that which who of".split()
)


def acts_behind_an_aside(lower: str, side: Mention) -> bool:
    """ "drew at X and Y, in fourth, also slipped": whether an aside and a verb of its own follow a side."""
    return _ASIDE_AND_VERB.match(lower, side.end) is not None


def listed_after(lower: str, mentions: list[Mention], first: Mention) -> list[Mention]:
    """The further sides of a list that a side begins, none where what follows has a verb of its own."""
    index = next((i for i, m in enumerate(mentions) if m is first), len(mentions))
    found: list[Mention] = []
    position, joined = index + 1, False
    while position + 1 < len(mentions) and len(found) < _LONGEST and not joined:
        if mentions[position].kind in _WHERE_KINDS and position + 2 < len(mentions):
            position += _WHERE.match(lower, mentions[position - 1].end) is not None  # "X at home and Y away"
        mark, side = mentions[position], mentions[position + 1]
        again = side.kind in _LINKS and position + 2 < len(mentions)
        side = mentions[position + 2] if again else side
        between = lower[mentions[position - 1].end : side.start]
        if (
            mark.kind not in ("COMMA", "AND")
            or side.kind not in ("TEAM", "NAME")
            or side.possessive
            or side.attributive
        ):
            break
        if not _JOINS.fullmatch(between):
            break
        found.append(side)
        joined = mark.kind == "AND"
        position += 3 if again else 2
    if not joined or (position < len(mentions) and _goes_on(lower, found[-1], mentions[position])):
        return []
    if _WHERE.match(lower, first.end) and _WHERE.match(lower, found[-1].end) is None and _acts(lower, found[-1]):
        return []  # "beat X away and Y had a day off"
    return found


def home_in_list(lower: str, sides: list[Mention], side: Mention) -> str | None:
    """ "home" or "away" as the words beside a listed side say; "" where only those beside others of its list do."""
    where = _WHERE.match(lower, side.end)
    if where is not None:
        return "home" if where["home"] else "away"
    return "" if any(_WHERE.match(lower, one.end) for one in sides[:-1]) else None


def side_in_list(state: StoryState, mention: Mention, sentence: Sentence) -> str | None:
    """The side that a listed mention is; a name nobody knows is one in such company."""
    return state.cast.adopt(mention) if mention.kind == "NAME" else state.side(mention, sentence)


def fared_alike(state: StoryState, sentence: Sentence, at: int, sides: set[str | None]) -> bool:
    """ "X and Y won 3-0", "3-0 wins for X and Y": both did, against others who are not told here."""
    mentions = sentence.mentions
    for index, (one, link, two) in enumerate(zip(mentions, mentions[1:], mentions[2:], strict=False)):
        if link.kind != "AND" or one.kind not in _LISTED or two.kind not in SIDES or two.end > at:
            continue
        first, second = state.side(one, sentence) if one.kind in SIDES else None, state.side(two, sentence)
        unknown = first is None and one.kind == "NAME" and second in sides and not objective(mentions, index)
        if two.start - one.end > _AND or not (unknown or {first, second} == sides):
            continue
        if not any(m.kind in _ANOTHER_CLAUSE or m.kind in SIDES for m in mentions[index + 3 :] if m.start < at):
            return True
    return False


def both_fared_so(state: StoryState, one: str, two: str) -> bool:
    """Whether some sentence of a story tells that the same befell two sides ("leaders X and second-placed Y were both
    beaten"): then they have not met."""
    lower = state.text.lower
    for sentence in state.holding(_BOTH):
        for first, second in pairwise(of_kinds(sentence.mentions, SIDES)):
            both = _BOTH_BEHIND.match(lower, second.end) is not None
            joined = both and _TOGETHER.fullmatch(lower, first.end, second.start) is not None
            if joined and {state.side(first, sentence), state.side(second, sentence)} == {one, two}:
                return True
    return False


def _goes_on(lower: str, last: Mention, following: Mention) -> bool:
    """Whether the last side of a list is the subject of what follows it."""
    if not lower.startswith(" ", last.end):
        return acts_behind_an_aside(lower, last)
    return _acts(lower, last) or (following.start - last.end < 4 and following.kind in _STARTS_A_CLAUSE)


def _acts(lower: str, side: Mention) -> bool:
    """Whether the word right behind a side is none that closes a list."""
    word = lower[side.end + 1 : side.end + 16].partition(" ")[0].rstrip(".,;:")
    return lower.startswith(" ", side.end) and word not in _ENDS_A_LIST
