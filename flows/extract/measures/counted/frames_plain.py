"""Plain counts as data: so many people, clubs or games, told of a side by the part they have in the sentence.

Where `frames.py` knows what a noun is counted for, a noun here is of a broad class (people, clubs, games) and
what governs the number makes it a fact: "employ 62 staff", "a squad of 18", "four Africans have joined". What is there
already ("the two clubs", "these three") or only takes part in play ("past two defenders") is none.
"""

from __future__ import annotations

from flows.extract.measures.counted.frame import CountedFrame, count_frame

_BEGINS = r"^|(?<!of the )(?:\band|\bbut|,|\bthat|\bwhere) "
_HOLDS = (
    r"\b(?:{HAVE}|employ(?:s|ed|ing)?|contain(?:s|ed|ing)?|includ(?:es?|ed|ing)|numbers?|got|lists?|listed|"
    r"left with|down to|comprises?|comprised|made up of|there (?:are|were)) "
)
_ELSEWHERE = (
    r"(?! (?:to (?:beat|aim|mark|himself)|around|in front|behind|ahead|unmarked|in the (?:box|area|middle|wall)|"
    r"on (?:him|his|the (?:scoresheet|pitch|line))|sent off|dismissed|booked|clear|forward|back|in attack|up front|"
    r"there\b|standing|appealing))"
)
_WITHOUT_ONE = (
    r"\b(?:release|releasing|without|missing|minus|lose|losing|lost|sold|rest|rested|resting) "
    r"(?:him|her|[\w'-]+(?: [\w'-]+)?) (?:and|plus) "
)
_AS_SUBJECT = r"^(?:but |and |yet )?"
_ACTS = (
    r"(?:,? (?:including|among them) [^.;]{3,80}?,| of whom [^.;,]{3,60},)? (?:are|were|have|has|had|come|came|"
    r"joined|left|agreed|signed|missed|started|arrived|departed|made (?:their|way)|will (?:be|miss|join|leave))\b"
    r"(?! (?:sent|booked|shown|back in|in the box|queuing|on (?:him|the line)))"
)
_CALLED_OFF = (
    r" (?:have |had |has )?(?:already )?(?:been |were |was )(called off|postponed|lost to|washed out|rearranged|"
    r"cancelled|sold out|played behind)"
)
_AGAINST = r" (?:are|were) (?:all )?(?:against|at home|away|on the road)\b"

_STAGE = (
    r"((?:first|second|third|fourth|fifth|sixth|seventh|qualifying) round|quarter-finals?|semi-finals?|final|"
    r"last (?:16|eight|four|32)|group stages?|knockout stages?|play-offs)"
)

_GAMES = r"(?: [\w-]+){0,3} (?:match(?:es)?|games?|fixtures?|ties?)"
_A_GAME = r" goals (?:a|per|each|every) (?:game|match|outing)\b"
PLAIN: tuple[CountedFrame, ...] = (
    count_frame("BARE", "either", "points per game", r"\b(?:averag\w+|taken|won|earned|collected|gained|of|from|at|"
                r"with|by) ", r" points (?:a|per|each|every) (?:game|match|outing)\b", least=0, most=3),
    count_frame("BARE", "side", "tickets sold", r"\b(?:sold|shifted|returned) ", r" of (?:their|its|the) (?:allotted |"
                r"allocation of )?[\d,]+ tickets\b", least=50),
    count_frame("BARE", "either", "goals per game", r"\b(?:averag\w+|scor(?:ed|ing|es?)|netted|managed) ", _A_GAME,
                least=0, most=9),
    count_frame("BARE", "either", "goals conceded per game", r"\b(?:conced(?:ed|ing|es?)|let(?:ting)? in|"
                r"shipp(?:ed|ing)|leak(?:ed|ing)) ", _A_GAME, least=0, most=9),
    count_frame("BARE", "side", "position in the world rankings",
                r"\b(?:to|at|lie|lies|lying|sit|sits|sitting|are|stand|stands|now|currently) ",
                r" in (?:the )?(?:latest |current |new )?(?:fifa(?:'s)? |uefa(?:'s)? )?(?:world |official )*"
                r"rankings?\b",
                nth=True, least=1, most=250),
    count_frame("BARE", "side", "different {word}", r"\b(?:have|has|had|used|fielded|tried|named|picked|gone through) "
                r"(?:already |now )?", r" different (back (?:fours|threes|fives)|line-ups|starting (?:elevens|xis|"
                r"line-ups)|goalkeepers|keepers|captains|formations|partnerships|centre-back pairings|full-backs)\b"),
    count_frame("BARE", "person", "stitches", r"\b(?:need(?:s|ed|ing)?|required?|requiring|received|had|given|took|"
                r"with|of|by|inserted) ", r" stitches\b", least=1, most=100, plans=True),
    count_frame("BARE", "side", "minutes of delay", r"\b(?:held up|delayed|halted|interrupted|suspended|stopped)(?: "
                r"[\w-]+){0,2} (?:for|by) ", r" minutes\b", least=1, most=120),
    count_frame("MATCHES", "person", "appearances", r"\b(?:restrict|limit|confin)\w+ (?:him|her) to (?:just |only )?",
                least=1, metric="player_appearances"),
    count_frame("BARE", "side", "matches", r"\b(?:play|stage|host|hold|staging|playing|hosting)(?: (?:their|its|the))?"
                r"(?: (?:next|first|coming|opening))? ", _GAMES + r" (?:behind closed doors|without (?:fans|spectators|"
                r"supporters|a crowd|any (?:fans|spectators))|in (?:an )?empty (?:stadiums?|grounds?|arenas?)|"
                r"with no (?:fans|spectators|supporters|crowd))\b", least=1, most=20, metric="ban_matches", plans=True),
    count_frame("BARE", "side", "matches", r"\b(?:clos(?:e|ed|ing|ure of) (?:[\w'-]+ ){1,7}|(?:stadium|ground|stand|"
                r"end|section) (?:[\w'-]+ ){0,3}clos(?:ed|ure) )for (?:their |its |the )?(?:next |first )?", _GAMES
                + r"\b", least=1, most=20, metric="ban_matches", plans=True),
    count_frame("BARE", "accounts", "season tickets", r"\bseason[- ]tickets?(?: sales| holders)?\b[^.;]{0,30}\b(?:at|"
                r"to|of|total(?:led)?|reach(?:ed|ing)?|pass(?:ed|ing)?(?: the)?|topp(?:ed|ing)|exceed(?:ed|ing)?) ",
                r"(?! ?(?:%|per ?cent|pounds|euros))", least=100),
    count_frame("EDITIONS", "side", "editions won", r"\bw(?:on|in|ins|inning) (?:each of |all of |both of )?"
                r"(?:the |its )?(?:first |last |past |previous |opening )?", metric="trophies"),
    count_frame("STAGE_TIMES", "side", "{noun} in the {word}", r"\b(?:made|makes|making|have|has|had|with) "
                r"(?:only |just )?", rf" (?:in|to|at) (?:the |a |an |an? [\w-]+ )?{_STAGE}\b(?!-)", least=1, most=60),
    count_frame("REPEATED", "side", "times in the {word}", rf"\b(?:reached|been (?:in|to)|appeared in|got to|"
                rf"made it to|featured in|played in|in|at) (?:the |a )?{_STAGE} (?:(?:only|just|on) )?", least=1),
    count_frame("REPEATED", "team_or_player", "times hitting the woodwork", r"\b(?:has|have|'ve|having|we) "
                r"(?:now |also |already )?(?:hit|struck|rattled|clipped|found|shaken) (?:the|both) "
                r"(?:woodwork|posts?|bar|crossbar|uprights?|frame of the goal) (?:on )?"),
    count_frame("REPEATED", "either", "times {word}", r"\b(?:been|was|were|got|is|are) (?:caught |flagged |ruled )?"
                r"(offside|substituted|fouled|dispossessed|replaced|named (?:man|player) of the match) (?:on )?"),
    count_frame("BARE", "either", "{word}", r"\b(?:more|fewer|better) (tackles|interceptions|saves|passes|shots|"
                r"chances|clearances|crosses|dribbles|duels|touches|corners|fouls|blocks|headers) than {OWN} ",
                r"(?= ?(?:[.,;]|$|and\b|this\b|in\b|so\b))", plans=True),
    count_frame("NTH_SPELL", "person", "spells",
                r"\b(?:return|returns|returned|returning|back)\b[^.;,]{0,30} for (?:a|his|her) ",
                r"(?= ?(?:[.,;]|$|with\b|at\b|in charge\b|as\b|and\b|on\b))", nth=True),
    count_frame("BARE", "accounts", "people {word}", r"",
                r" (?:more |other )?(?:ticketless |extra |home |away )?(?:people|"
                r"fans|supporters|spectators|stewards|officers|residents|workers|staff|employees) (?:were|are|(?:have|"
                r"had) been) (?:[a-z]+ly )?(turned away|locked out|evacuated|ejected|called in|on duty|laid off|made "
                r"redundant|put up)\b", least=4),
    count_frame("BARE", "side", "games remaining", r"\b(?:points?|top|bottom|clear|adrift|leaders|second|third|fourth|"
                r"fifth|place|\d+(?:st|nd|rd|th))\b[^.;:]{0,40} with (?:just |only |still )?",
                r" (?:left |still )?to (?:play|go)\b(?! (?:top|clear|before|in (?:the|normal|extra|added)|until))",
                least=2, most=30),
    count_frame("GOALS", "tournament", "goals", r"\b(?:there were|(?:games|matches|fixtures|ties)\b[^.;,]{0,30} "
                r"(?:produced|yielded|brought|saw|served up|contained|featured)) ",
                r" (?:in|from|across|over) (?:the |all |its |those |these )?(?:other )?(?:[a-z]+|\d+) (?:[a-z-]+ ){0,2}"
                r"(?:games|matches|fixtures|ties)\b", least=3),
    count_frame("GOALS", "tournament", "goals", r"\b(?:games|matches|fixtures|ties)\b(?! between)[^.;,]{0,30} "
                r"(?:produced|yielded|brought|saw|served up|contained|featured) ", r"(?= ?(?:[.,;]|$|and\b|in all\b))",
                least=3),
    count_frame("PLACES", "rank", "places between the sides", r"\b(?:gap|gulf|distance|difference) between "
                r"(?:the (?:sides|teams|clubs|two|pair)|them)(?: [a-z]+){0,3} (?:is|was|stands at|of) ", r"", least=2),
    count_frame("BARE", "side", "times {word}", r"\btimes and (?:been )?(promoted|relegated) (?:on )?",
                r"(?= ?(?:[.,;]|$|and\b|since\b|in\b))", least=2, most=30),
    count_frame("BARE", "accounts", "jobs", r"\b(?:creat|sav|cut|los|shed|ax)(?:e|es|ed|ing|t|ting)? ", r" jobs\b",
                least=4, plans=True),
    count_frame("BARE", "side", "players", r"",
                r" of (?:my|our) (?:[a-z]+ )?(?:players|lads|boys|girls|squad) (?:are|have|"
                r"had|were|came|will be)\b"),
    count_frame("PERSONS", "side", "{noun}", _HOLDS, _ELSEWHERE),
    count_frame("MEN_AS_SUCH", "side", "players", _HOLDS, _ELSEWHERE, least=12),
    count_frame("MEN_AS_SUCH", "side", "players", _AS_SUBJECT, _ACTS, most=6),
    count_frame("PERSONS", "side", "{noun}", _AS_SUBJECT, _ACTS),
    count_frame("PERSONS", "side", "{noun} not released", _WITHOUT_ONE, r"", plans=True),
    count_frame("MEN_AS_SUCH", "side", "players not released", _WITHOUT_ONE, r"", plans=True),
    count_frame("ORGANISATIONS", "sought", "interested clubs", r"",
                r" (?:are|were|have been) (?:also |now |said to be |understood to be |both |believed to be )*"
                r"(?:interested|keen|chasing|tracking|watching|following|monitoring|after|in for|"
                r"in the (?:running|hunt))"
                r"\b"),
    count_frame("ORGANISATIONS", "tournament", "{noun}", r"\b(?:its|the league's|the division's) ", least=6),
    count_frame("BARE", "side", "players in the squad",
                r"\b(?:squad|panel|party|playing staff|roster) of (?:only |just |fewer than )?",
                r"(?! (?:the|his|her|their|months|years))", least=12, most=60),
    count_frame("BARE", "side", "players of the squad", r"", r" of the (?:\d\d|[a-z]+teen|twenty|[a-z]+-strong "
                r"(?:squad|party)) (?:are|were|have|had|grew|come|came|play|hail|made)\b"),
    count_frame("ORIGINS", "side", "{noun}", r"\b(?:of|from|span\w*|represent\w*|{HAVE}) ", r"", least=3),
    count_frame("MATCHES", "side", "matches {word}", _BEGINS, _CALLED_OFF, plans=True),
    count_frame("MATCHES", "side", "next matches",
                r"(?<!of )\b{OWN} (?:next|last|final|remaining|opening|first) ", _AGAINST),
)  # fmt: skip
