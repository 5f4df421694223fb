"""What a result led to: "set up a fifth round tie with X by beating Y", "booked a semi-final spot with a 2-0 win".

In: the lower-case text and a sentence. Out: the round that its result won a place in, and the cup that is of.
"""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_WON = Sought(
    r"\b(?<!would )(?<!could )(?<!might )(?<!can )(?:set(?:s|ting)? up|tee(?:d|ing) up|book(?:s|ed|ing)?|"
    r"earn(?:s|ed|ing)?|seal(?:s|ed|ing)?|secur(?:e|es|ed|ing)|clinch(?:es|ed|ing)?|land(?:s|ed|ing)?|"
    r"claim(?:s|ed|ing)?) (?:themselves |itself )?(?:an? |their |the |its |his )?"
    r"(?:(?!in |from |during |after |by |over |with |against )[\w'-]+ ){0,5}$"
)
_A_TIE = re.compile(
    r"(?:'s)? (?:(?:home|away|glamour|dream|all-\w+|local|lucrative|plum) )?(?:tie|date|clash|meeting|showdown|"
    r"encounter|reunion|rematch|match|game|trip|visit|place|spot|berth|slot|against|with)\b"
)
_PLACE_IN = re.compile(
    r"\b(?:place|spot|berth|slot|(?:tie|date|clash|meeting|showdown|encounter|trip|visit) (?:with|against|to|at) "
    r"(?:[\w'-]+ ){1,3}?)(?: ?in) (?:the |this year's |this season's )?(?:[\w'-]+ ){0,3}$"
)
_WILL_MEET = re.compile(
    r"\bwill (?:now |then |next |also )?(?:face|meet|play|take on|host|visit|travel to|go to|entertain|welcome) "
    r"(?:[\w'&.-]+ ){1,5}?in (?:the |this season's |their |a )?(?:[\w'-]+ ){0,4}$"
)
_BY_A_RESULT = re.compile(
    r"(?: tie| stage)?,? (?:after|by|following|thanks to|having|courtesy of|when)\b(?! (?:the|a) (?:draw|break)\b)"
)
_BEFORE_IT = re.compile(r"\b(?:before|until|earlier|last (?:week|month|season|year))\b")
_REACH = 60
_FAR = 90


def round_led_to(lower: str, sentence: Sentence) -> Mention | None:
    """The round of the tie or the place that the sentence says was won."""
    for told in sentence.of("ROUND"):
        if str(told.value).startswith("play-off"):
            continue
        start = max(sentence.span.start, told.start - _REACH)
        place = _PLACE_IN.search(lower, start, told.start)
        if _will_meet(lower, sentence, told):
            return told
        won = _WON.search(lower, start, place.start() if place is not None else told.start)
        if won is not None and (place is not None or _A_TIE.match(lower, told.end)):
            return told
    return None


def _will_meet(lower: str, sentence: Sentence, told: Mention) -> bool:
    """ "will meet X in the semi-final after a 2-0 win over Y": the round that the result behind it led to; a weekday
    before it tells of another match played in the meantime."""
    meets = _WILL_MEET.search(lower, max(sentence.span.start, told.start - _FAR), told.start)
    if (
        meets is None
        or not _BY_A_RESULT.match(lower, told.end)
        or _BEFORE_IT.search(lower, told.end, sentence.span.end)
    ):
        return False
    return not any(m.kind == "DATE" and m.value.weekday is not None and m.end <= told.end for m in sentence.mentions)


def cup_led_to(lower: str, sentence: Sentence) -> str | None:
    """The cup of the round that was won: named right before it, else the only one of the sentence."""
    told = round_led_to(lower, sentence)
    cups = sentence.of("COMPETITION") if told is not None else []
    beside = [c for c in cups if told is not None and 0 <= told.start - c.end <= 3]
    named = {str(c.value) for c in beside or cups}
    return named.pop() if len(named) == 1 else None
