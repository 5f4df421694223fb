"""Spans of time, shares and times that count: years since the last win, minutes without a goal, weeks out, possession.

The same kind of frames as `frames.py`; here the noun is a unit, so what stands around it makes the fact.
"""

from __future__ import annotations

from functools import partial

from flows.extract.measures.counted.frame import CountedFrame, count_frame

_CLAUSE = r"[^,;.:]{0,60}?"
_IN = r" (?:in|for|inside|within|over) (?:the (?:last|past) )?"
_SINCE = r"\b(?:first|best|worst|biggest|heaviest|longest|lowest|highest|earliest|finest|poorest)\b(?!-| team\b)"
_NO = r"(?:\b(?:not|never|without|unable|failed|yet to|no|nor|winless|goalless|scoreless|unbeaten)\b|n't\b)"
_OUT = (
    r"\b(?:sidelined|ruled out|out|out of action|laid up|missed?|missing|absent|on the sidelines|back|return|"
    r"returning|recover|recovery|lay-off|layoff|absence)"
)
_WORKED = (
    r"\b(?:running|ran|drove|driving|worked|working|taught|teaching|lived|served|coached|coaching|managed|managing|"
    r"played|in this business|in the business|doing this job|in the job|been in football|been in the game|"
    r"in the game|captained)"
)
_CHANGED = (
    r"\b(?:rose|risen|rise|fell|fallen|fall|increased|dropped|up|down|grew|grown|slipped|climbed|declined|slumped|"
    r"cut|jumped|soared|raised|reduced|shrank|dipped|leapt|"
    r"doubled)(?<!given up)(?<!giving up)(?<!made up)(?<!took up)(?<!taken up)"
)

_NO_TALLY = (
    r"(?!.{0,60}\b(?:won|wins?|winning|lost|lose|beaten|drawn|clean sheets?|titles?|champions?|trophy|cup|scored)\b)"
)

_span = partial(count_frame, most=200)

SPANS: tuple[CountedFrame, ...] = (
    _span("SPAN", "patient", "{noun} out injured",
                _OUT + r"(?: again| injured| action| him| her)?(?: for| in| within| of| by)? "
                r"(?:the (?:next|last|first|opening|final|past|best part of) |another |up to )?",
                r"(?! ago| later| earlier| before| without)", plans=True),
    _span("SPAN", "patient", "{noun} out injured", r"\b(?:br[oe]aking|brok?e|ruptur\w+|tore|tearing|torn|snapp\w+|"
          r"fractur\w+|damag\w+|injur\w+|dislocat\w+|hurt(?:ing)?|surgery|operation|operated|undergoing|underwent|"
          r"pulled|pulling|strain\w*|twist\w+)\b[^.;,]{0,40} ", r" (?:ago|earlier)\b", least=1),
    _span("SPAN", "patient", "{noun} out injured", r"", r" (?:on the sidelines|out (?:injured|with|"
                r"through|of the side|of action)|off injured)"),
    _span("SPAN", "patient", "{noun} out injured", r"\b(?:a|an|the|his|her|after) ", r"[ -](?:lay-off|"
                r"layoff|injury)", least=1),
    _span("SPAN", "patient", "{noun} out injured", r"\b(?:is|are|be|still|about|least|remains?|another|further) ",
          r" (?:away\b(?! (?:days|games?|wins?|goals?))|from (?:a return|fitness|full fitness|returning|playing|"
          r"action|a comeback))", plans=True, least=1),
    _span("SPAN", "patient", "{noun} out injured", r"\b(?:has|have|had|faces|another|further|least|with) ",
          r" (?:to go|left)\b(?= (?:before|in|until|of|on) (?:he|she|his|her|rehab|the treatment|being))", least=1),
    _span("SPAN", "patient", "{noun} out injured", r"\b(?:recovery|rehabilitation|recuperation|healing|lay-?off|"
          r"absence)\b[^.;]{0,44}\b(?:takes?|lasts?|taking|lasting)(?: up to| at least| around| about)? ", plans=True,
          least=1),
    count_frame("CLOCK", "person", "minutes per goal", r"\bgoals?(?: [\w-]+){0,2} every ", least=1),
    count_frame("CLOCK", "person", "minutes played", r"\b(?:played|managed|featured for|given|had|got|seen) (?:all |"
                r"every one of (?:the |their )?)?", r" (?:of (?:[\w-]+ ){1,3}football|of action|this (?:season|term|"
                r"campaign|"
                r"year)|so far|in (?:the league|all|his|her|total)|since|all (?:season|term)|for (?:the|his|"
                r"her))\b", least=2),
    count_frame("CLOCK", "person", "minutes played", r"\b(?:playing|played) ", "", least=200),
    count_frame("CLOCK", "person", "minutes needed", r"\b(?:he|she|who|has|have) (?:has |had )?(?:needed|taken|"
        r"took) ", "",
                least=100),
    _span("SPAN", "person", "{noun} at the club", r"^\W*|\b(?:it's|that's|it is) ",
          r" (?:i've|i have|he's|he has|she's|she has) been (?:here|at|with|in charge)\b", metric="time_at_club"),
    _span("SPAN", "person", "{noun} of a career", r"\b(?:calls? time|called time|retires?|retired|bows? out|"
        r"bowed out|quits?)"
          r"(?: on (?:his|her) (?:playing )?career)? after ", r"(?! (?:at|with|as|in charge))"),
    _span("SPAN", "person", "{noun} of a career", r"\bcareer (?:that |which )?(?:has |had )?(?:spann\w+|of|lasted|"
          r"lasting) ", r""),
    _span("SPAN", "either", "{noun} without", r"\b(?:gone|went|go|for|of|after|played|spent|is|had|has|in) ",
                r" (?:without|since)\b"),
    _span("SPAN", "either", "{noun} since the last", _SINCE + _CLAUSE + _IN, r"(?! (?:of|from) (?:the|time))"),
    _span("SPAN", "either", "{noun} since the last", r"\b(?:last|most recent|previous|not (?:met|won|"
                r"played)|since)\b(?! time (?:i|he|we|she))" + _CLAUSE + r" ",
                r" (?:ago|earlier|previously)\b(?!,? and then)", least=2),
    _span("SPAN", "either", "{noun} without", _NO + _CLAUSE + _IN, r"(?! time)", plans=True),
    _span("SPAN", "either", "{noun} of waiting", r"\b(?:a|an|the|their|his|her|\w+'s|long) |\b(?:end|"
                r"ended|ending|after) ",
                r"[ -](?:wait|absence|exile|drought|hiatus|hoodoo|jinx|famine|stay away)\b"),
    _span("SPAN", "either", "{noun} away", r"\b(?:after|following|spent|endured) (?:all of |some |almost |nearly )?",
                r" (?:in (?:the |a )?(?:lower (?:divisions|leagues|tiers|reaches)|second tier|third tier|fourth tier|"
                r"second flight|wilderness|doldrums|non-league)|(?:outside|away from|out of) the "
                r"(?:top|football league|elite|premier league|first division))\b"),
    _span("SPAN", "either", "{noun} of waiting", r"\b(?:wait|absence|exile|drought|hiatus|gap|break) of ",
                least=2),
    count_frame("CLOCK", "either", "{noun} without", r"\b(?:wait|drought|famine) of ", least=30),
    count_frame("CLOCK", "either", "{noun} without", r"\b(?:gone|went|go|for|of|after|played|spent|is|had|has|in) ",
                r" (?:without (?:a goal|scoring|conceding|finding|letting|being beaten|one of|a shot|"
                r"troubling)|since)\b", least=30),
    count_frame("CLOCK", "either", "{noun} without", r"\b(?:conceded|beaten|breached|scored|scoring|netted|"
                r"goal|net|first time)\b[^,;.:]{0,40}?" + _IN, least=90),
    count_frame("CLOCK", "either", "{noun} without", r"\bfirst time" + _IN, least=90),
    _span("SPAN", "person", "{noun} younger or older", r"",
          r" (?:his|her|their|my) (?:junior|senior)\b| (?:younger|older) than (?:him|her|me|his|the|[A-Z])"),
    _span("SPAN", "side", "{noun} of history", r"", r" of (?:existence|history)\b", least=4),
    _span("SPAN", "person", "{noun} as {word}", r"",
                r" (?:as (?:a|an|the)? ?|in (?:the )?)(manager|coach|head coach|boss|management|coaching|"
                r"football|soccer|"
                r"game|business|referee|physio|kit man|assistant|captain|professional|job)\b"),
    _span("SPAN", "person", "{noun} at it", _WORKED + r"\b" + _CLAUSE + r" for |\b(?:in this business|"
                r"doing this job|in the game|in the job) "),
    _span("SPAN", "person", "{noun} in prison", r"\b(?:a|an|his|her) ", r"[ -](?:prison|"
                r"jail)?[ -]?sentence\b", plans=True),
    _span("SPAN", "person", "{noun} in prison", r"\b(?:jailed|imprisoned|sentenced|locked up|put behind bars|sent to "
          r"prison)(?: [\w' ]{0,24})? (?:for|to) "),
    _span("SPAN", "person", "{noun} in {word}", r"", r" in (prison|jail|hospital|custody)\b"),
    _span("SPAN", "side", "{noun} in the division", r"\b(?:spent|spend|spending|had|after|for) ",
                r" (?:in|outside|out of) the (?:top|second|first|premier|football|bottom|third|fourth|highest)[ -]"),
    count_frame("STREAK_OF", "either", "consecutive {noun}s", r"^it (?:is|was|will be) (?:the|a) |"
                r"\bfor (?:the|a|an) ",
                r" (?:running|in a row|in succession|on the trot)\b" + _NO_TALLY, nth=True),
    count_frame("PERCENT", "person", "percent chance of playing", r"",
                r" chance of (?:playing|making|being|returning|starting)\b", least=1),
    # shares
    count_frame("PERCENT", "side", "percent of possession", r"", r" (?:of )?(?:the )?(?:possession|ball)\b",
                least=10),
    count_frame("PERCENT", "side", "percent of possession", r"\bpossession (?:of|at|was|stood at) ", least=10),
    count_frame("PERCENT", "holder", "percent stake", r"", r" (?:[\w-]+ ){0,2}(?:stake|shares?|shareholding|holding|"
                r"interest)\b", least=1),
    count_frame("PERCENT", "holder", "percent stake", r"\b(?:owns?|owned|owning|holds?|held|holding|controls?|"
                r"controlled|acquir\w+|bought|buy|buying|sold|sell|selling|purchas\w+|retain\w*) (?:a |the |his |her )?"
                r"(?:other |remaining )?",
                r" of (?:[\w' -]{0,24}(?:shares|equity)|the (?:club|company|team|franchise)|[a-z]+)\b", least=1),
    count_frame("PERCENT", "holder", "percent stake", r"\b(?:remaining|other) ", r" (?:is|are|was|were|stays|remains) "
                r"(?:held|owned|in the hands|with)\b", least=1),
    count_frame("PERCENT", "person", "percent of games", r"\b(?:started|featured|played|appeared|involved|won|winning|"
                r"lost|drawn|starting|starts)(?: in)? ",
                r" of (?:the |his |her |their |all |\w+'s? |\w+ \w+'s? )?(?:club's |team's |side's )?(?:[\w-]+ )?"
                r"(?:games|matches|fixtures|internationals|minutes|meetings|outings)\b", least=1),
    count_frame("PERCENT", "person", "percent win rate", r"\b(?:win|winning|success|victory)[ -]?(?:rate|percentage|"
                r"ratio|record) (?:of |was |is |at |stood at )", least=1),
    count_frame("PERCENT", "person", "percent win rate", r"", r" (?:win|winning|success) (?:rate|percentage|ratio|"
                r"record)\b", least=1),
    count_frame("PERCENT", "team_or_player", "percent {word}", r"\b(?:pass(?:ing)?|shot|tackle|cross(?:ing)?|"
                r"conversion) (?:completion |success |conversion )?(accuracy|rate|completion|percentage) (?:rate )?"
                r"(?:of |was |is |at )", least=1),
    count_frame("PERCENT", "either", "percent of {word}", r"\b(?:won|completed|winning|completing|made) ",
                r" of (?:his|her|their|the) ([a-z]+(?: [a-z]+)?)", least=1),
    count_frame("PERCENT", "team_or_player", "percent of {word}", r"\b(?:scor\w+|convert\w+|sav\w+|miss\w+|hit|netted)"
                r" (?:with |from )?(?:only |just )?", r" of (?:his|her|their|its|the) (?:[\w-]+ ){0,2}?"
                r"(shots|chances|attempts|efforts|penalties|goals|opportunities)\b"),
    count_frame("PERCENT", "accounts", "percent of {word}", r"", r" of (?:its |their |the |our )?(income|"
                r"turnover|revenues?)\b", least=1),
    count_frame("PERCENT", "home", "percent of {word}", r"", r" of (?:its |their |the |our )?(capacity|"
                r"seats)\b", least=1, plans=True),
    count_frame("PERCENT", "side", "percent sell-on", r"", r" (?:of any (?:future|profit|sell-?on|subsequent|next)|"
                r"sell-?on)\b", least=1, plans=True),
    count_frame("PERCENT", "accounts", "percent change", r"\b(?:increase|rise|fall|drop|decrease|decline|"
                r"jump|hike|reduction) of ",
                least=1),
    count_frame("PERCENT", "accounts", "percent change", _CHANGED + r"(?: [\w' -]{0,30}by| by)? ", least=1),
    count_frame("PERCENT", "accounts", "percent change", r"", r" (?:rise|fall|increase|drop|decrease|cut) in\b",
                least=1),
    # times
    count_frame("NTH_TIME", "either", "times", r"^" + _NO_TALLY + r".*\b(?:for|on) (?:the|a|an) |^it (?:is|"
                r"was) (?:the|a|an) |\bthe ",
                r" (?:this|in (?:a|as many|the last|the past|[a-z]+|\d+) (?:years?|days|months?|seasons?|"
                r"games|matches|weeks|month)|"
                r"in a row|of the season|running|in succession|since|that)\b" + _NO_TALLY, nth=True),
    count_frame("NTH_TIME", "either", "times", r"^" + _NO_TALLY + r".*\bfor only the ", 
                r"(?= ?(?:[,.]|$)| (?:and|that)\b)",
                nth=True, fillers=False),
    count_frame("REPEATED", "either", "times {word}",
                r"\b(relegated|promoted|knocked out|sacked|fined|banned|on television|"
                r"(?:beaten|lost|been) in the (?:semi-)?final|"
                r"(?:losing|beaten) (?:semi-)?finalists|finalists|"
                r"dropped|injured|operated on|runners-up|invaded the pitch)"
                r"(?! for)[^,;.]{0,40} "),
    count_frame("REPEATED", "either", "times", r"^" + _NO_TALLY + r".*\b(?:have|has|had|been|was|were)\b.* ",
                r" in (?:the (?:last|past|space of) )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|\w+teen) "
                r"(?:years|seasons|months)\b"),
    count_frame("REPEATED", "person", "times {word}", r"\b(?:led|took|captained|guided|steered|coached|"
                r"managed|helped|fired) "
                r"[^.;,]{2,30} (to promotion|to relegation|to wembley|to the (?:title|final|play-offs)) "),
    count_frame("REPEATED", "person", "awards", r"\b(?:was|been|were|is) |, ", r" (?:voted |named |crowned |chosen )?"
                r"(?:[\w']+ ){0,4}(?:player|footballer|manager|coach|goalkeeper) of the (?:year|month|season)\b",
                metric="trophies"),
    count_frame("REPEATED", "person", "times {word}", r"\b(?:won|winning|achieved|gained|earned|clinched|"
                r"secured) (promotion) "),
    count_frame("REPEATED", "match", "postponements", r"\b(?:postponed|called off|abandoned|put off) ", least=2),
)  # fmt: skip
