"""Counts of a person's career as frames: how long it lasted, his rank among all, caps told without the word.

The same kind of frames as `frames.py`; what is measured here is always a person's.
"""

from __future__ import annotations

from flows.extract.measures.counted.frame import CountedFrame, count_frame

_LIES = (
    r"\b(?:is|are|was|were|lies|lay|sits|sat|stands|stood|now|ranks?|ranked|placed|tied for|joint|moved|moves|rose|"
    r"climbed|up (?:to|into)|remains?|finished|who) (?:for |in |to |into |now |currently |joint[- ])*$"
)
_ROLL = (
    r" (?:place |spot )?(?:on|in|of|among) (?:the |his |her |their |its |[\w'. -]{2,30}?'s? )?(?:[\w'-]+ ){0,3}?"
    r"(?:all-time|list of (?:[\w'-]+ ){0,4}(?:scorers|goalscorers|appearances|appearance-makers|capped)|"
    r"list of (?:[\w'-]+ ){1,4}most[- ]capped|most[- ]capped|appearances? (?:list|chart|charts|table|roll|ranking)|"
    r"(?:goal)?scor(?:ing|ers'?) (?:list|chart|charts|table|roll|ranking))\b"
)
_RETIRES = r"\b(?:retir\w+|calls? time|called time|bows? out|bowed out|quits?|ended|ends?|ending|concluded?|bring\w*)\b"
_PLAYS = r"(?:appeared|played|turned out|represented|lined up|featured)"
_LEFT = (
    r"\b(?:sack\w*|dismiss\w*|fire[sd]?|axe[sd]?|part(?:ed|s|ing) (?:company|ways)|door|resign\w*|quits?|"
    r"left|leaves|depart\w*|sacking|gone|out|ousted|relieved|removed|walked out|stepped down|exit)\b"
)
_COUNTRY = r"(?:his|her|the) (?:country|nation|national (?:team|side))"
_PLAYER = (
    r"(?:player|signing|full-back|centre-back|back|defender|midfielder|striker|forward|winger|goalkeeper|keeper|"
    r"international|man|woman|teenager|recruit)"
)
_LEAVES = (
    r"(?: in the (?:division|league|country|top flight|[a-z]+ tier))? (?:to (?:have )?(?:lose|lost|leave|left|go|gone|"
    r"part|depart|quit|resign|step down|exit|pay|get the (?:sack|boot|push)|be(?:en)? (?:sacked|dismissed|fired|axed|"
    r"ousted|shown|relieved|replaced|removed|handed his|let go))|who (?:has|have) (?:left|gone|lost|been)|"
    r"out of work)\b"
)

CAREERS: tuple[CountedFrame, ...] = (
    # rank among all
    count_frame("BARE", "ranked", "rank of all time", _LIES.removesuffix("$"), _ROLL, nth=True, least=1, most=200,
                metric="record_other"),
    count_frame("BARE", "ranked", "rank of all time", r"(?:\bthe |'s |s' |\btheir |\bhis |\bher )(?:joint[- ])?",
                r"[ -](?:top|leading|best|[a-z]{3,}est|most[ -](?:capped|prolific|decorated|successful|used))[ -]"
                r"(?:[\w'-]+ ){0,3}?(?:scorer|goalscorer|marksman|player|appearance-maker|footballer|goalkeeper|"
                r"international|man|woman)\b",
                nth=True, most=60, metric="record_other"),
    # how long it lasted
    count_frame("SPAN", "person", "{noun} of a career", r"\b(?:a|an|his|her|the) (?:[\w-]+ )?",
                r"[ -](?:[\w-]+ ){0,2}?career\b", metric="other_count", most=60),
    count_frame("SPAN", "person", "{noun} of a career", r"\bcareers?(?:,? (?:which|that))?(?: has| had)? (?:spann\w+|"
                r"last\w*|stretch\w+|cover\w+|over|of)(?: over| across| to)? ", most=60),
    count_frame("SPAN", "person", "{noun} of a career", _RETIRES + r"[^.;]{0,40} after (?:a total of )?",
                r" (?:as (?:a|an) (?:professional|player|pro)|in the (?:professional )?game|of professional|"
                r"of playing)\b", most=60),
    count_frame("CLUB", "person", "clubs", r"\b(?:spann\w+|across|with|over|at|and|covering) ",
                r"(?= ?(?:[.,;]|$)| in )(?! in (?:the (?:league|division|country)))", least=2, most=30),
    count_frame("TEAMS_PLAYED_FOR", "person", "clubs", r"\bcareer\b[^.;]{0,40}(?:\band|\bwith|\bfor|\bacross|\bat) ",
                least=2, most=30),
    count_frame("SPAN", "leaver", "{noun} at the club", _LEFT + r"[^.;]{0,70}?,? (?:just |only |barely |less than )?",
                r" (?:after|since|into) (?:(?:he|she) (?:was |had been )?|being |having been |his |her |their )?"
                r"(?:appoint\w+|hir\w+|(?:tak\w+|took) (?:over|charge|the)|giv\w+ (?:him|her|the)|given|"
                r"replac\w+|succeed\w+|arriv\w+|nam\w+|installed|handed|handing|unveil\w+|joining|the (?:job|post))",
                metric="time_at_club", least=1, most=400),
    count_frame("NTH_TIME", "person", "awards", r"\b(?:of the (?:year|season|month)|golden boot|golden glove|"
                r"ballon d'or)\b[^.;]{0,50} for (?:only )?(?:the|a) ",
                r"(?= ?(?:[.,;]|$)| (?:in|and|after|this|running)\b)", nth=True, metric="trophies", most=15),
    count_frame("NTH_TIME", "either", "titles", r"\b(?:w[io]n(?:s|ning)?|(?:lift|claim|clinch|captur|secur|retain|"
                r"collect|hoist|rais|land)(?:s|es|e|ed|ing)?|takes?|took|taking|taken) (?:[\w'.-]+ ){1,6}?(?:cup|title|"
                r"trophy|league|championship|shield|prize|crown|tournament)(?: [\w' -]{0,24})? for (?:only )?"
                r"(?:the|a) ", r"(?= ?(?:[.,;)]|$)| (?:in|and|after|this|running|last|since|when|with|by)\b)", nth=True,
                metric="titles", least=2, most=60),
    # spells
    count_frame("NTH_TIME", "sought", "spells in charge", r"\b(?:reins|job|hotseat|hot seat|helm|in charge|took over|"
                r"takes over|taken over|caretaker)(?: [\w' -]{0,30})? for (?:only )?(?:the|a) ",
                r"(?= ?(?:[.,;)]|$)| (?:to|in|and|after|at|since|as|by)\b)", nth=True, least=2, most=12),
    count_frame("REPEATED", "person", "spells as caretaker", r"\b(?:ha[sd]|have|and|who|also|was) ",
                r" (?:been |served as |acted as |filled in as |stepped in as )?(?:its |their |the |a |club )*"
                r"(?:caretaker|interim)\b", least=2, most=12),
    # so many times in so many games
    *(
        count_frame("NTH_TIME", "either", metric,
                    r"\b(?:it|that|this|which) (?:was|is|made it) (?:only |already )?the ",
                    r" (?:this season |this year |in a row )?(?:that )?(?:they|we|it|[\w' -]{3,24}?) (?:had|have|has) "
                    + done + r"\b", nth=True, metric=metric)
        for metric, done in (
            ("losses", r"(?:been beaten|lost|gone down|tasted defeat)"),
            ("wins", r"(?:won|been victorious|tasted victory)(?! (?:the|a|an) )"),
            ("draws", r"(?:drawn|been held)"),
            ("clean_sheets", r"kept a clean sheet"),
        )
    ),
    count_frame("MATCHES", "person", "appearances", r"\b{HAVE} ", r" (?:[\w' -]{2,24} )?(?:behind (?:him|her|them)|"
                r"under (?:his|her|their) belts?|to (?:his|her) (?:name|credit)|on the clock)\b",
                metric="player_appearances", most=1500),
    # led out, and picked for tournaments
    count_frame("REPEATED", "person", "appearances as captain",
                r"\b(?:led (?:the (?:side|team)|them|(?:his|her) country)"
                r"(?: out)?|(?:captained|skippered) (?:the (?:side|team)|them|(?:his|her) country)) (?:on )?",
                metric="player_appearances", most=300),
    count_frame("BARE", "person", "tournaments", r"\b(?:picked|selected|named|chosen|played|appeared|been|featured|"
                r"competed|turned out) (?:for|in|at|to) ", r" (?:world cups|european championships|olympics|"
                r"olympic games|copa americas|asian cups|africa cups of nations)\b", most=12),
    # caps
    count_frame("BARE", "person", "caps", r"\bmost[- ]capped (?:[\w'-]+ ){0,8}?\(", r"\)", metric="caps", least=5,
                most=400),
    count_frame("REPEATED", "person", "caps", r"\b" + _PLAYS + r" (?:for )?" + _COUNTRY + r" (?:on )?",
                metric="caps", most=400),
    count_frame("MATCHES", "person", "caps", r"\b" + _PLAYS + r" (?:in )?", r" for " + _COUNTRY + r"\b", metric="caps",
                most=400),
    count_frame("APPEARANCES", "person", "caps", r"", r" (?:for " + _COUNTRY + r"|at international level)\b",
                metric="caps", most=400),
    # children
    count_frame("BARE", "person", "children", r"\b(?:father|mother|dad|mum|parent|grandfather|grandmother)"
                r"[ -]of[ -]", r"(?= ?(?:[.,;]|$)| (?:who|and|from|was|is|has|will|said|died)\b)", most=20),
    # who comes and goes
    count_frame("BARE", "signer", "players to do so", r"\b(?:the|their|a) ", r" (?:[\w'-]+ ){0,4}?" + _PLAYER + r" to "
                r"(?:join|sign|leave|arrive|depart|suffer|sustain|miss|undergo|limp|require|need surgery|tear|break|"
                r"injure|pick up|be (?:sold|sent off|shown|ruled|injured|loaned|released|called|sidelined|banned))\b",
                nth=True),
    count_frame("BARE", "tournament", "managers to go", r"\b(?:the|a) ",
                r" (?:[\w'.-]+ ){1,4}?(?:manager|boss|coach|head coach)" + _LEAVES, nth=True),
    count_frame("BARE", "tournament", "managers to go", r"\b(?:coach(?:es)?|managers?|boss(?:es)?)\b[^.;]{0,90}\b(?:"
                r"mak(?:e|es|ing) it|which makes|(?:takes?|taking|brings?|bringing) (?:it|the (?:number|total|tally|"
                r"count)) to) ", r" (?:dismissals|sackings|departures|changes|casualties)\b"),
    count_frame("BARE", "tournament", "managers to go", r"\b(?:takes?|taking|brings?|bringing) to ",
                r" the number of (?:[\w'.-]+ ){0,4}?(?:managers|coaches|bosses)\b"),
    count_frame("BARE", "tournament", "managers to go", r"^(?:only |just )?|, (?:only |just )?",
                r" of the [\w-]+ (?:managers|coaches|bosses|head coaches)\b[^.;]{0,40}\b(?:gone|left|changed|been|lost|"
                r"out of)\b", least=1),
    count_frame("BARE", "tournament", "managers", r"\bof the ",
                r" (?:managers|coaches|bosses|head coaches)\b[^.;]{0,40}"
                r"\b(?:gone|left|changed|been|lost|out of)\b", least=8, most=40),
    count_frame("BARE", "employer", "managers to go", r"\b(?:the|a|{OWN}) ",
                r" (?:manager|boss|coach|head coach|man in charge)" + _LEAVES, nth=True),
)  # fmt: skip
