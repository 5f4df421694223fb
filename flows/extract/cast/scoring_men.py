"""The words behind or before a name, of one word or two, that tell a man who scored: "on target", "whose brace".

In: nothing. Out: expressions of lower-case text for `name_cues`; clubs do the like with other words around.
"""

from __future__ import annotations

SCORES_AS_A_MAN = (
    r"(?: and [\w'-]+(?: [\w'-]+)?)? (?:(?:was |were )?on (?:target|the (?:mark|score ?sheet))\b(?! to |"
    r" for (?:the |a )?(?:play|promotion|title|top|treble|double|final|second|third|europe|quadruple|league|survival))|"
    r"(?:scor|nett|repl[yi]|strik)(?:ing|ed|ied) for (?:the )?[a-z]|"
    r"d(?:id|oing) the (?:honours|rest)|"
    r"(?:nodding|volleying|tapping|slotting|poking|prodding|stabbing|lashing|curling|chipping|heading|turning|"
    r"bundling) (?:home|in)\b(?! to )|(?:nodding|volleying|tapping|slotting|poking|prodding|stabbing|curling|"
    r"chipping) (?:the|a|his|her) |"
    r"met (?:an? |the |[\w.'-]+(?: [\w.'-]+)?'s? )(?:[\w-]+ ){0,3}?(?:cross|corner|delivery|free-kick|centre)\b|"
    r"(?:was |were )?(?:the|among the) (?:goal)?scorers?\b)|"
    r",? whose (?:[\w-]+ ){0,2}(?:brace|double|hat-trick|header|free-kick|volley|"
    r"(?:two|three) goals (?:turn|help|earn|seal|g[ai]ve|put|secur|did|had|fir|lift|inspir))"
)
OWED_TO = (
    r"\bow(?:ed?|ing) (?:everything|it all|much|a lot|a great deal|their (?:[\w-]+ ){0,2}(?:win|victory|points?)) to $|"
    r"\b(?:goals?|equali[sz]er|opener|winner|leveller|consolation|reply|response|breakthrough)(?: \w+)? "
    r"(?:came|coming|arrived) (?:\w+ )?(?:from|through|via|courtesy of) (?:substitute |captain |skipper )?$"
)
_CALLED_SO = (
    r"(?:(?:the|a|an|his|their|on-loan|teenage|young|veteran|captain|skipper|substitute|striker|forward|midfielder|"
    r"winger|"
    r"defender|full-back|debutant|top scorer) ){0,3}$"
)
GOAL_BY = (
    r"\b(?:goals?|strikes?|headers?|penalt(?:y|ies)|free[- ]kicks?|volleys?|efforts?|finish(?:es)?|braces?|doubles?|"
    r"hat-tricks?|trebles?|winners?|equalisers?|openers?)(?: in (?:each|either) half| either side of (?:half-time|"
    r"the (?:break|interval))| (?:in|inside|on) (?:the )?[\w-]+ (?:half|minutes?)| late on| apiece| each)? "
    r"(?:by|from|through|courtesy of) " + _CALLED_SO
)
LED_THROUGH = (
    r"\b(?:led|lead|leading|ahead|in front|level|levelled|equalised|scored|struck|replied|responded|hit back|advantage)"
    r"(?: \w+){0,2} (?:through|courtesy of) " + _CALLED_SO
)
GOALS_FOR = (
    r"\b(?:were|was|with|came|plus|and|also|including) (?:also )?(?:(?:late|further|early|more|first-half|"
    r"second-half|an?|two|three) ){0,2}(?:goals?|braces?|doubles?|hat-tricks?) (?:each |apiece )?for " + _CALLED_SO
)
_NTH = r"\(\d{1,2}(?:st|nd|rd|th)(?:,? pen\.?|,? og)?\)"
SCORED_THEN = (  # "Hale (18th) and Orr (65th) struck", "Hale (65th)": no table has so many places
    rf" (?:(?:{_NTH}(?:,? and|,) (?!the )[a-z][\w'.-]+(?: [\w'.-]+){{0,3}} )*"
    rf"(?:\((?:2[5-9]|[3-9]\d)(?:st|nd|rd|th)\)|"
    rf"{_NTH} (?:both |each )?(?:struck|scored|netted|(?:was|were) on target)\b))"
)
