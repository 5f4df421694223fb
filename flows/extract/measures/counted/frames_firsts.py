"""Firsts and people in a ground, as frames of counts: his first hat-trick in Spain, the first woman to, 412 fans.

A first of a season, of a match or since something is none; one is told by what it is the first of in all: senior, ever,
for a club, over a rival.
"""

from __future__ import annotations

from functools import partial

from flows.extract.measures.counted.frame import CountedFrame, count_frame

_first = partial(count_frame, metric="record_first", nth=True, least=1, most=1)
_NOT_OF_NOW = (
    r"(?! (?:of|in|since|for|this|after|from|at) (?:the |his |her |their |its |a |this |"
    r"what )?(?:[\w-]+ ){0,2}(?:season|campaign|year|years|term|"
    r"month|months|week|weeks|days|match|game|games|matches|night|day|afternoon|evening|tournament|half|tie|"
    r"outings|attempts|starts|appearances|meetings|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|\d+|group|minutes|new year|calendar|summer|play-offs)\b| since (?!arriving|"
    r"joining|signing|"
    r"moving|his move|her move|his arrival|her arrival)| in (?:\d+|two|three|four|five|six|seven|eight|nine|"
    r"ten|over|more|nearly|almost)\b)"
)
_ALL_OF = (
    r"(?= (?:for (?:the |this |his |her |their |any )?[\w']|against|over|in (?:this|the|english|spanish|"
    r"italian|german|french|scottish|"
    r"european|senior|professional|international|competitive|a european|a world|europe|[a-z]+ football)|"
    r"as (?:a|an|head|manager|coach|captain|boss)|"
    r"in (?:a|an|his|her|their|the) (?:[\w'&-]+ ){1,3}(?:shirt|colours|jersey|kit)\b|"
    r"at (?:this|senior|international|wembley|the club)|under|since (?:arriving|joining|signing|moving|his|her)))"
)
_OF_A_CUP = (
    r" (?:to|in|at|of|into|for) (?:the )?(?:[\w'&-]+ ){0,3}(?:cup|league|libertadores|sudamericana|finals|"
    r"championships?|euros|europe|play-offs|top flight|premiership|bundesliga|tournament|competition)"
    r"(?! (?:leaders|side|club|one|two|champions|strugglers|rivals|neighbours|opponents))(?= ?(?:[.,;:]|$)| "
    r"(?:with|after|by|when|as|and|since [12]|for)\b)"
    r"(?! (?:since|for|in) )"
)
_NO_CROWD = (
    r"(?! ?(?:%|per\b|pc\b|years|goals|points|minutes|games|staff|employees|workers|players|tickets|members|viewers))"
)
_EVER = r"(?![\w' -]{0,20} (?:for|in) (?:[\w-]+ ){1,4}(?:years|decades|seasons|months)\b|[\w' -]{0,20} since )"
_BECAME = r"\b(?:became|become|becomes|becoming) (?:only |just )?the "
_APPOSED = r"(?:, |\d, )(?:and )?the "
_WAS = r"\b(?:is|was|are|were|be|made (?:him|her|them)|makes (?:him|her|them)) (?:also )?the "

FIRSTS: tuple[CountedFrame, ...] = (
    _first("SENIOR_FEAT", "either", "{noun}", r"\b{OWN} |\ba ", _NOT_OF_NOW),
    _first("FEAT", "either", "{noun}", r"\b{OWN} ", _NOT_OF_NOW + _ALL_OF),
    _first("FIRST_STAGE", "side", "{noun}", r"\b(?:{OWN}|a) ", _OF_A_CUP),
    _first("FIRST_POST", "person", "{noun}", r"\b(?:{OWN}|a) ", _NOT_OF_NOW),
    _first("FIRST_START", "person", "start", r"\b(?:{OWN}|a) ", _NOT_OF_NOW),
    _first(
        "FIRST_PERSON",
        "person",
        "{noun}",
        _BECAME,
        _EVER + r"(?:[\w' -]{0,30}?) to (?!go\b|be sent|"
        r"react)" + _NOT_OF_NOW,
    ),
    _first(
        "FIRST_SIDE",
        "side",
        "{noun}",
        _BECAME,
        _EVER + r"(?:[\w' -]{0,30}?) to (?!score\b|go\b|progress|"
        r"qualify)" + _NOT_OF_NOW,
    ),
    _first(
        "FIRST_PERSON",
        "apposed",
        "{noun}",
        _APPOSED,
        _EVER + r"(?:[\w' -]{0,30}?) to (?!go\b|be sent|react|"
        r"arrive)" + _NOT_OF_NOW,
    ),
    _first("FIRST_OF_ITS_KIND", "person", "{noun}", _WAS, r" (?:ever )?to " + _NOT_OF_NOW),
)
FANS: tuple[CountedFrame, ...] = (
    count_frame("FIRST_PERSON", "person", "{noun} to do so", r"\b(?:is|was|became|becomes|becoming|"
                r"become) (?:only |just )?the ",
                r"(?:[\w' -]{0,30}?) to (?!go\b|be\b|react|arrive|leave|join|depart|sign|come|enter|miss|"
                r"lose|quit|suffer|sustain|undergo|pick up|limp|tear|injure|score in the)" + _NOT_OF_NOW,
                nth=True, most=30, metric="record_other"),
    count_frame("RANKED_OF_ALL", "person", "rank among the {noun}", r"\b(?:the|become|became) ",
                r" (?:[\w'-]+ ){0,5}?(?:to|in (?:the )?(?:[\w']+ ){0,3}history|ever)\b", nth=True,
                metric="record_other"),
    count_frame("CASE_OF", "accounts", "cases", r"",
                r" (?:of (?:the|their) (?:squad|players|staff|party) )?(?:who )?(?:have |had |has )?(?:now |"
                r"all |also )?"
                r"(?:tested positive|returned positive|returned a positive|contracted (?:the|covid|corona))",
                metric="cases", least=1),
    count_frame("BARE", "home", "spectators", r"\bthere were (?:just |only )?",
                r" (?:at|in|inside) the (?:ground|stadium|game|match)\b| (?:present|inside|in attendance|there)\b",
                metric="attendance", least=50),
    count_frame("BARE", "travelling", "fans", r"\(", r" (?:of them )?(?:were )?from\b", metric="travelling_fans",
                least=10, most=40000),
    count_frame(
        "FANS", "travelling", "fans", r"",
        r" (?:who )?(?:had |have |will )?(?:made|make|making|braved|completed) (?:the|"
        r"a|that|their|two|this|"
                    r"it) ?(?:[\w-]+ ){0,4}"
        r"(?:trip|journey|journeys|trek|haul|pilgrimage|crossing)\b",
        metric="travelling_fans", least=10,
    ),
    count_frame(
        "FANS", "travelling", "fans", r"", r" (?:who )?(?:had |have )?(?:travelled|journeyed|made it|"
                    r"followed (?:them|the|their))\b",
        metric="travelling_fans", least=10,
    ),
    count_frame(
        "FANS", "travelling", "fans", r"\b(?:backed|roared on|cheered on|followed|supported|urged on|"
                    r"watched) by |\btook |\bbrought |\bbring ",
        r"(?= (?:north|south|down|up|across|over|from|to|with|on)\b|[.,])", metric="travelling_fans", least=10,
    ),
    count_frame(
        "BARE", "crowd", "spectators", r"\b(?:most|many|all|majority|half) of the |\bthe |^|\bcapacity |"
                    r"\bannounced |\bsell-?out |\bhad ",
        r" (?:inside|gathered|present|in attendance|packed in|in the ground|who (?:saw|turned|braved|"
                    r"watched|paid)|were inside|"
        r"were there|were present|were in the ground|had gathered|looked on|in for|paid (?:to|at|their|for)|roared|"
                    r"cheered|shivered|turned up|witnessed)\b", metric="attendance",
                    least=200,
    ),
    count_frame("FANS", "crowd", "spectators", r"",
                r" (?:are|were|is|was) (?:also )?expected (?:at|in|inside|for|to (?:attend|watch|be|turn|see|pack)|"
                r"when|as|on)\b(?! (?:to )?(?:travel|make the))", metric="attendance", least=500, plans=True),
    count_frame("FANS", "crowd", "spectators", r"\b(?:packed|crammed|jammed|rammed|filled|heaving|bursting|thronged) "
                r"(?:with|by) |\bfull of ", r"", metric="attendance", least=200),
    count_frame("BARE", "crowd", "spectators", r"\b(?:capacity|sell-?out|announced|record) ", r"(?=[.,;]| (?:at|"
                r"in|to|saw|watched|on|inside)\b|$)", metric="attendance", least=200),
    count_frame(
        "FANS", "crowd", "spectators", r"",
        r" (?:were inside|turned up|turned out|bothered|had gathered|braved|looked on|were there|"
                    r"were present|watched|saw|came|attended)\b",
        metric="attendance", least=50,
    ),
    count_frame(
        "BARE", "accounts", "spectators on average",
        r"\baverage\b[^.;]{0,50}\b(?:to|below|was|of|at|above|over|under|is|were|just|gate|crowd|attendance) ",
        _NO_CROWD, metric="attendance", least=50,
    ),
    count_frame(
        "BARE", "accounts", "spectators on average", r"\baverag(?:e|ed|ing) ",
        r" (?:through the (?:gate|gates|turnstiles)|at home|fans|spectators|a game)\b", metric="attendance", least=50,
    ),
    count_frame(
        "BARE", "accounts", "spectators on average", r"\baverag(?:e|ed|ing) ",
        r"(?= (?:at|in|for|this|last|over|across|during|since)\b|[.,;]|$)", metric="attendance", least=500,
    ),
    count_frame(
        "BARE", "accounts", "spectators on average",
        r"\b(?:crowds?|gates?|attendances?)\b[^.;,]{0,40}\b(?:drop|dropp|fall|f[ae]ll|fallen|declin|ris|rise|r[io]se|gr[eo]w|"
        r"climb|slump|slip|dip|shr[aiu]nk|swell|soar|jump|g[oe]ne|went|plummet|dwindl)[a-z]* (?:back |up |down )?"
        r"(?:from [\d,]+ )?(?:from|to) ",
        r"(?! ?(?:%|per|pc|years|goals|points|minutes|games|seats|staff|employees)\b)", metric="attendance", least=200,
    ),
    count_frame(
        "BARE", "accounts", "spectators fewer or more",
        r"\b(?:crowds?|gates?|attendances?)\b[^.;,]{0,40} (?:up|down) (?:by )?",
        r"(?! ?(?:%|per|pc|years|goals|points|minutes|games|seats|staff|employees)\b)", least=50,
    ),
    count_frame(
        "BARE", "accounts", "spectators on average",
        r"\b(?:crowds?|gates?|attendances?)\b[^.;,]{0,40} averag(?:e|ed|ing) "
                    r"(?:a|an|just|only|around|about|over|more than)? ?",
        _NO_CROWD, metric="attendance", least=50,
    ),
)  # fmt: skip
