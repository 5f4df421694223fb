"""What a story tells of a tournament's group: its table, or that a side came out of it.

In: a story and the cup that it is about. Out: whether its matches are of a group, where no round is named at them.
"""

from __future__ import annotations

import re
from functools import cache

from flows import vocabulary
from flows.extract.matches.circumstances.competitions_known import kind_of
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

ONE_GROUP = re.compile(r"group (?!stage|phase).+")
_TABLE_OF = re.compile(
    r"\b(?:(?:top|bottom|head|foot|summit|leaders?|winners?|runners-up|first|second|third|fourth|last|out|clear|"
    r"control|qualif\w+|progress\w*|advanc\w+) (?:place )?(?:of|in|from|at) (?:(?:the|their|a) )?|"
    r"(?:topped|top|won|win|lead|led|leading|topping|winning) (?:(?:the|their) )?)$"
)
_OUT_OF_A_GROUP = Sought(
    r"\b(?:in|into|reach\w*|to|for|of|and) (?:the |a )?(?:(?:last-16|champions league|europa league|world cup) )?"
    r"knock-?out (?:stages?|phase|rounds)\b|\bwith (?:a|one|two) (?:game|match|round)s? (?:to spare|in hand)\b"
)
_REACH = 32  # letters


_QUALIFYING_GROUP = Sought(
    r"\b(?:group|pool) (?:[a-l]|\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b|"
    r"\b(?:the|their|this|that|same|qualifying|of each|second) (?:qualifying )?(?:group|pool|section)\b(?! of )|"
    r"\b(?:group|pool|section) (?:winners?|leaders?|rivals?|favou?rites?|game|match|qualif\w+)\b"
)


def of_a_qualifying_group(state: StoryState, competition: str | None, teams: tuple[str, str]) -> bool:
    """Whether a match of a qualifying competition is of its groups: the story speaks of one; South America has none."""
    if kind_of(competition) != "qualifying" or not state.sentences or set(teams) & _one_table():
        return False
    first, last = state.sentences[0].span.start, state.sentences[-1].span.end
    return _QUALIFYING_GROUP.search(state.text.lower, first, last) is not None


@cache
def _one_table() -> frozenset[str]:
    """The countries of the confederation that qualifies in one table."""
    return frozenset(n.name for n in vocabulary.nations() if n.confederation == "CONMEBOL")


def of_a_table(lower: str, group: Mention, sentence: Sentence) -> bool:
    """ "They are top of Group B, five clear of X, who lost 1-0": told of the table, not of the match beside it."""
    before = lower[max(sentence.span.start, group.start - _REACH) : group.start]
    return ONE_GROUP.fullmatch(group.text.lower()) is not None and _TABLE_OF.search(before) is not None


def came_out_of_a_group(state: StoryState, competition: str | None) -> bool:
    """ "reached the knock-out phase with a game to spare": a story of a cup with groups that tells of no legs."""
    if kind_of(competition) not in ("continental", "international") or state.tells_of_legs:
        return False
    first, last = state.sentences[0].span.start, state.sentences[-1].span.end
    return _OUT_OF_A_GROUP.search(state.text.lower, first, last) is not None
