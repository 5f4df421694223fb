"""Counts of a person's career as frames: how long it lasted, his rank among all, caps told without the word.

The same kind of frames as `frames_counted.py`; what is measured here is always a person's.
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
_COUNTRY = r"(?:his|her|the) (?:country|nation|national (?:team|side))"
_LEAVES = (
    r" to (?:lose|leave|go|part|depart|quit|resign|step down|exit|pay|be (?:sacked|dismissed|fired|axed|shown|relieved|"
    r"removed|let go))\b"
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
                r"last\w*|stretch\w+|cover\w+)(?: over| across| to)? ", most=60),
    count_frame("SPAN", "person", "{noun} of a career", _RETIRES + r"[^.;]{0,40} after (?:a total of )?",
                r" (?:as (?:a|an) (?:professional|player|pro)|in the (?:professional )?game|of professional|"
                r"of playing)\b", most=60),
    count_frame("CLUB", "person", "clubs", r"\b(?:spann\w+|across|with|over|at|and|covering) ",
                r"(?= ?(?:[.,;]|$)| in )(?! in (?:the (?:league|division|country)))", least=2, most=30),
    count_frame("TEAMS_PLAYED_FOR", "person", "clubs", r"\bcareer\b[^.;]{0,40}(?:\band|\bwith|\bfor|\bacross|\bat) ",
                least=2, most=30),
    # caps
    count_frame("BARE", "person", "caps", r"\bmost[- ]capped (?:[\w'-]+ ){0,8}?\(", r"\)", metric="caps", least=5,
                most=400),
    count_frame("REPEATED", "person", "caps", r"\b" + _PLAYS + r" (?:for )?" + _COUNTRY + r" (?:on )?",
                metric="caps", most=400),
    count_frame("MATCHES", "person", "caps", r"\b" + _PLAYS + r" (?:in )?", r" for " + _COUNTRY + r"\b", metric="caps",
                most=400),
    count_frame("APPEARANCES", "person", "caps", r"", r" (?:for " + _COUNTRY + r"|at international level)\b",
                metric="caps", most=400),
    # who goes
    count_frame("BARE", "tournament", "managers to go", r"\b(?:the|a) ",
                r" (?:[\w'.-]+ ){1,4}?(?:manager|boss|coach|head coach)" + _LEAVES, nth=True),
    count_frame("BARE", "employer", "managers to go", r"\b(?:the|a|{OWN}) ",
                r" (?:manager|boss|coach|head coach|man in charge)" + _LEAVES, nth=True),
)  # fmt: skip
