"""Whom a side awaits, told by what is felt or done about it on a day to come: "must not underestimate X in Saturday's
qualifier", "is wary of X ahead of Tuesday's cup tie", "we have X in the cup on Tuesday".

In: a sentence and the matches found so far. Out: the matches to come that are named so and that are not among those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_BEFORE_THE_DAY = re.compile(r"(?:,)? (?:in|ahead of|before|for|going into|on the eve of) (?:their |the |this )?")
_GAME = re.compile(
    r"(?:'s)? (?:[\w-]+ ){0,4}?(?:game|match|tie|clash|qualifier|friendly|final|semi-final|quarter-final|derby|replay|"
    r"showdown|encounter|fixture|meeting|contest|leg|international|opener)\b"
    r"(?! (?:with|against|at|v|between|defeat|win|draw|loss|victory)\b)"
)
_AHEAD = Sought(
    r"\b(?:must|will|can|could|expect\w*|wary|warn\w*|underestimat\w+|respect\w*|prepar\w+|hop(?:e|es|ing)|fears?|"
    r"fearing|ready|wants?|favourites|aim(?:s|ing)?|bid(?:s|ding)?|eager|keen|determined|plan(?:s|ning)?|target\w*|"
    r"relish\w*|confident|insists?|believes?|vow\w*|braced|bracing|concentrat\w+|focus\w*|says|challeng\w+|urg\w+|"
    r"cautious|respectful|told)\b"
)
_DONE = re.compile(r"\b(?:was|were|had|did|came|went|scored|saw|made|beat|lost|won|drew|played|missed|helped)\b")
_OWN_SIDE = re.compile(
    r"\b(?:for|with|by|from|at|to|in|as|join|joins|lead|leads|help|helps|inspire|boost|captain|skipper|manage|coach|"
    r"guide|play|represent|and|or|of) (?:the )?$"
)
_FEELS = re.compile(
    r"\b(?:ready for|wary of|fears? of|fearful of|respect for|respectful of|prepar\w+ for|braced for|bracing for|"
    r"focus\w* on|concentrat\w+ on|scared of|afraid of|cautious of|plan\w* for) (?:the )?$"
)
_TURNS_TO = Sought(
    r"\b(?:ready|(?:get|got|gets|getting|be|being|are) (?:ourselves |themselves )?(?:ready|set|prepared)|prepar(?:e|"
    r"es|ed|ing|ation|ations)|"
    r"(?:pick|dust|lift|rais|rous)(?:s|es|ed|e|ing)? (?:[\w'-]+ ){1,3}(?:up|down|off)|focus(?:es|ed|ing)?|"
    r"concentrat(?:e|es|ed|ing)|"
    r"(?:look|looks|looking) (?:ahead|forward)|go again|(?:full )?(?:attention|thoughts|minds?)(?: now)?(?: turns?|"
    r" turned)?|"
    r"(?:bounce|come|hit) back|put (?:\w+ ){1,2}right|make (?:amends|it right|up for it)|respond|move on|regroup|"
    r"recover|"
    r"be (?:fit|back|available|okay|ok|fine)|(?:full )?(?:focus|concentration)(?: \w+){0,2} (?:is|has to be|must be)) "
    r"(?:and )?(?:in time |now |again )?(?P<at>at|for|on|to|against|with) (?:the )?(?:[a-z]+ )?$"
)
_WE_HAVE = Sought(
    r"\b(?:(?:we|they)(?:'ve| have|'ve got| have got)|[\w-]+ (?:have|still have|now have|must face)) "
    r"(?:got )?(?:the )?$"
)
_WHERE = re.compile(r",? (?:still )?(?:(?P<away>away)|at home)\b")
_STILL = re.compile(
    r"(?: (?:still|both|away|at home|home|to come|to play|next|up|in store|waiting|after that|then))+(?=[,.; ]|$)|"
    r"(?: (?:away|at home))? in (?:the|their|next|a) (?:[\w-]+ ){0,3}?(?:final|semi-final|quarter-final|round|"
    r"last (?:16|eight|four)|semis|decider|play-offs?)\b"
)
_ON_A_DAY = re.compile(
    r"(?:,? (?:at home|away|next|in (?:the|a) (?:[\w-]+ ){0,3}?(?:cup|league|friendly|final|semi-final|replay|"
    r"tie)))*,? (?:on |next |this )?"
)
_DAY = frozenset({"next week", "this weekend", "tomorrow", "tonight", "next month", "next weekend"})
_MEANT = Sought(
    r"\b(?:if|can|could|will|must|needs?|have to|has to|got to|wants?|hop(?:es?|ing)|looking to|looks to|aim(?:s|ing)?|"
    r"try(?:ing)?|tries|go again|goes again|expects?|determined|chance|let's|bid(?:ding)?|desperate|keen|eager|should|"
    r"ready|set to|due to|bound to|likely to|in line|it'll|we'll|they'll|i'll)\b[^.;:]{0,90}?"
    r"\b(?P<at>against|at home to|away to|at|past|over|beat|beating) (?:the )?(?:[a-z-]+ ){0,1}$"
)
_WAS_MEANT = re.compile(
    rf"{_DONE.pattern}|\b(?:could|would|should|might|can|must)(?:n't|not| not)? have\b|"
    r"\b(?:can't|cannot|couldn't) (?:play|feature|start|be)\b|\b(?:likes? of|sides like|teams like|whoever|without|"
    r"sign|loan|move|transfer|record|look(?:ing)? back|thank\w*|take heart|prou?d|pride|(?:the|that|their|last|"
    r"week's|day's) (?:[\w-]+ )?(?:win|victory|defeat|draw|loss|reverse|triumph|setback|result)|after|since|"
    r"following|charges?|claims?|appeal|case)\b"
)
_OF_PLAY = re.compile(
    r"\b(?:wins?|win|victory|results?|points?|something|performance|appearance|start|play|debut|return|bow|lead|captain|"
    r"feature|go again|repeat|double|game|match|clean sheet)\b"
)
_FAR, _LINKED = 130, 24  # letters
_REACH, _NEAR = 90, 5
_TO_PLAY = frozenset({"SCORE", "BEATEN", "LOSE", "DRAW", "WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN", "GOAL_VERB", "FIXTURE"})


def awaited(state: StoryState, whose: Whose, matches: list[MatchTold], sentence: Sentence) -> Iterator[MatchTold]:
    """The matches that a sentence tells so, of the side that it is about."""
    if LETTER["TEAM"] not in sentence.shape or sentence.headline:
        return
    for index, side in enumerate(sentence.mentions[:-1]):
        if side.kind != "TEAM" or side.possessive or side.attributive:
            continue
        turns: str | None = None
        told = (
            _in_the_game_of_a_day(state.text.lower, sentence, index)
            or _we_have(state, sentence, index)
            or (turns := _turns_to(state, sentence, index))
            or (turns := _meant_for_a_day(state, sentence, index))
        )
        other = state.side(side, sentence) if told else None
        subject = whose.of(side.start, sentence, [other]) if other is not None else None
        if subject is None or any({m.team_1, m.team_2} == {subject, other} and m.sentence is sentence for m in matches):
            continue
        _, day = _behind(sentence, index)
        rule = "fixture.awaited"
        end = side.end if day is None else day.end
        match = MatchTold(side.start, end, "scheduled", subject, str(other), None, None, rule, 0.7, sentence)
        where = _WHERE.match(state.text.lower, side.end)
        match.home = other if turns == "at" or (where and where["away"]) else subject if where else None
        yield match


def _in_the_game_of_a_day(lower: str, sentence: Sentence, index: int) -> bool:
    """ "wary of X ahead of Saturday's game": a day to come and a match of no other sides stand behind the side."""
    side, day = _behind(sentence, index)
    if day is None or not _is_to_come(day) or not _BEFORE_THE_DAY.fullmatch(lower, side.end, day.start):
        return False
    if not _GAME.match(lower, day.end) or any(m.kind in _TO_PLAY for m in sentence.mentions[:index]):
        return False
    first = max(sentence.span.start, side.start - _REACH)
    if _OWN_SIDE.search(lower, first, side.start) and not _FEELS.search(lower, first, side.start):
        return False
    return _AHEAD.search(lower, first, side.start) is not None and not _DONE.search(lower, first, side.start)


def _we_have(state: StoryState, sentence: Sentence, index: int) -> bool:
    """ "We have X in the cup on Tuesday"."""
    lower, side = state.text.lower, sentence.mentions[index]
    if _WE_HAVE.search(lower, max(sentence.span.start, side.start - 24), side.start) is None:
        return False
    if _STILL.match(lower, side.end):
        return True
    day = next((m for m in sentence.mentions[index + 1 : index + 5] if m.kind == "DATE"), None)
    return day is not None and _is_to_come(day) and _ON_A_DAY.fullmatch(lower, side.end, day.start) is not None


def _turns_to(state: StoryState, sentence: Sentence, index: int) -> str | None:
    """ "pick ourselves up for X on Saturday", "put it right at X next week": the word before X."""
    lower, (side, day) = state.text.lower, _behind(sentence, index)
    if day is None or not _is_to_come(day) or _ON_A_DAY.fullmatch(lower, side.end, day.start) is None:
        return None
    turns = _TURNS_TO.search(lower, max(sentence.span.start, side.start - 60), side.start)
    return turns["at"] if turns is not None else None


def _meant_for_a_day(state: StoryState, sentence: Sentence, index: int) -> str | None:
    """ "if we can get a result against X on Saturday", "we go again on Tuesday against X": the word before X."""
    lower, (side, day) = state.text.lower, _behind(sentence, index)
    if day is None or _ON_A_DAY.fullmatch(lower, side.end, day.start) is None:
        before = sentence.mentions[index - 2] if index > 1 else None
        day = before if before is not None and before.kind == "DATE" and side.start - before.end < _LINKED else None
    first = max(sentence.span.start, side.start - _FAR)
    meant = _MEANT.search(lower, first, side.start) if day is not None and _is_to_come(day) else None
    if meant is None or _WAS_MEANT.search(lower, meant.start(), side.start):
        return None
    if meant["at"] in ("at", "away to") and not _OF_PLAY.search(lower, meant.start(), side.start):
        return None
    return meant["at"]


def _behind(sentence: Sentence, index: int) -> tuple[Mention, Mention | None]:
    following = sentence.mentions[index + 1 : index + _NEAR]
    return sentence.mentions[index], next((m for m in following if m.kind == "DATE"), None)


def _is_to_come(day: Mention) -> bool:
    """A weekday, a day of a month or "next week"; never "last Saturday"."""
    text = day.text.lower().removesuffix("'s")
    if text.startswith("last"):
        return False
    value = day.value
    return value.weekday is not None or bool(value.month and value.day) or text in _DAY
