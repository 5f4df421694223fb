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
_REACH = 60


def round_led_to(lower: str, sentence: Sentence) -> Mention | None:
    """The round of the tie or the place that the sentence says was won."""
    for told in sentence.of("ROUND"):
        if str(told.value).startswith("play-off"):
            continue
        start = max(sentence.span.start, told.start - _REACH)
        place = _PLACE_IN.search(lower, start, told.start)
        won = _WON.search(lower, start, place.start() if place is not None else told.start)
        if won is not None and (place is not None or _A_TIE.match(lower, told.end)):
            return told
    return None


def cup_led_to(lower: str, sentence: Sentence) -> str | None:
    """The cup of the round that was won: named right before it, else the only one of the sentence."""
    told = round_led_to(lower, sentence)
    cups = sentence.of("COMPETITION") if told is not None else []
    beside = [c for c in cups if told is not None and 0 <= told.start - c.end <= 3]
    named = {str(c.value) for c in beside or cups}
    return named.pop() if len(named) == 1 else None
