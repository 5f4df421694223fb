"""Counts that have a noun of their own, as data: which nouns count, whose they are, and what must stand around them.

A frame names a class of nouns (`vocabulary/counted.csv`),
            what ends before the number and what follows the noun. `{HAD}`
and its like are word classes of `frame.py`. What no frame takes is no count: most numbers with a noun are told
in passing.
"""

from __future__ import annotations

from flows.extract.measures.counted.frame import CountedFrame, count_frame

_DONE = r" (?:were |was |are |have been |has been |had been |needed |required |needing |requiring |being |later )*"
_AMONG = r"(?= (?:in|of|this|to|since|under|inside|within|during|for)\b|[,.])"
_RECORDS = r"(?:[\w'-]+ ){0,5}?(?:record|mark|milestone|tally|total|best)\b"

COUNTS: tuple[CountedFrame, ...] = (
    # of one match
    count_frame("ATTEMPT", "team_or_player", "{noun}", r"\b{HAD} |\b{OWN} |\bfrom |\bdespite |"
                r"\bto show for (?:{OWN} )?|(?:possession|"
                r"corners|shots|attempts|chances|crosses|saves|ball) and ",
                least=4),
    count_frame("ONE_ATTEMPT", "team_or_player", "shots on target", r"\b{HAD} (?:only |just |a single )?", least=1,
                most=3),
    count_frame("ATTEMPT", "team_or_player", "{noun}", r"^(?:and |but )?", r" (?:on|at) {OWN} goal", least=4),
    count_frame("BARE", "team_or_player", "shots on target", r"", r" (?:of (?:them|those|which|"
                r"these)(?: \w+)? )?(?:were |being )?on target\b", least=1),
    count_frame("EXPECTED", "team_or_player", "expected goals", least=0),
    count_frame("BARE", "team_or_player", "expected goals",
                r"\b(?:xg|expected goals)(?: \(xg\))?(?: (?:total|tally|figure|value|count))?"
                r"(?: (?:of|was|is|at|stands at|stood at))+ ", least=0),
    count_frame("COUNTRIES", "person", "{noun}", r"\b(?:coached|managed|played|worked|scored|coaching) in |"
                r"\b(?:spann(?:ed|ing)|across|took in|taking in) "),
    count_frame("MATCHES", "person", "appearances", r"\bcareer (?:that |which )?(?:has |had )?(?:spann\w+|of|took in|"
                r"lasted|included|brought(?: him| her)?) ", least=20, metric="player_appearances"),
    count_frame("BARE", "side", "home games remaining", r"\b(?:left|to play|remaining|to go)\b[^.;]{0,30}, (?:and )?",
                r" (?:of (?:them|those|which|these) )?(?:at home|away|on the road)\b", least=1),
    count_frame("GOALS", "record_holder", "goals short of a record", r"\bwithin ", r" of (?:the|"
                r"[\w' -]+'s?) (?:[\w-]+ ){0,3}(?:record|mark|tally|best)",
                least=1),
    count_frame("SET_PIECE", "team_or_player", "{noun}", r"\b{HAD} |\b{OWN} ", least=4),
    count_frame("SKILL", "person", "{noun}", r"\b(?:won|completed|made|winning|completing) |\b{OWN} ", least=4),
    count_frame("SAVE", "person", "saves", r"\b{HAD} |\b{OWN} |\bpulled off ", r"(?! in quick| midway| before)",
                least=3),
    count_frame("ONE_SAVE", "person", "saves", r"\b(?:only|just) ", r"(?! (?:in|before|from|on|off)\b)", least=1,
                most=2, fillers=False, plans=True),
    count_frame("BARE", "either", "matches in which it {word}",
                r"\b(conceded first|conceded|gone behind|fallen behind|gone in front|gone ahead|taken the lead|"
                r"scored first|led|trailed|come from behind|come back|had a (?:player|man) sent off|"
                r"(?:scored|conceded|let in|shipped) (?:two|three|four|at least \w+|\w+ or more)"
                r"(?: goals)?(?: or more)?) "
                r"in ", games=True),
    count_frame("BARE", "either", "consecutive matches in which it {word}",
                r"\b(conceded first|conceded|gone behind|fallen behind|gone in front|gone ahead|taken the lead|"
                r"scored first|led|trailed|come from behind|come back) in "
                r"(?:each|all|every one) of (?:their|his|her|the|its) (?:last|past|previous|opening|first|other) ",
                r"(?: (?:games|matches|outings|fixtures|home|away|league|ties|trips|visits)|$|[,.])"),
    count_frame("FOUL", "person", "fouls", r"\b{HAD} |\bfor ", least=3),
    count_frame("CHANGE", "manager", "changes to the side", r"\b(?:with|including|after|despite) ",
                r" (?:from|to) (?:the|his|her|their|last) (?:[\w'-]+ ){0,2}(?:team|side|line-up|xi|eleven|starting)"),
    count_frame("MEN", "side", "players out", "",
                r" (?:are|were) (?:also )?(?:suspended|injured|unavailable|doubtful|cup-tied|ruled out)\b"),
    count_frame("BARE", "side", "players out", "",
                r" (?:more |others |other players )?(?:are|were) (?:also )?(?:suspended|injured|unavailable|"
                r"cup-tied)\b"),
    count_frame("BARE", "side", "players missing", r"\b(?:without|missing|minus|lacking) ",
                r" of (?:the|his|her|their|\w+'s?) (?:[\w'-]+ ){0,3}?"
                r"(?:squad|side|team|men|line-up|regulars|xi|players|party|starters)\b", plans=True, least=1),
    count_frame("MEN", "deprived", "players missing", r"\b(?:robbed|deprived|shorn|denied|cost) [\w' -]{3,30}? of "),
    count_frame("ABSENTEE", "side", "{noun}", r"\b{HAVE} |\bonly ", least=1),
    count_frame("BARE", "of_squad", "players of the squad", "",
                r" of (?:the|his|her|their) (?:[\w'-]+ ){0,3}(?:squad|party|starting eleven|starting xi|panel)\b"),
    count_frame("CHANGE", "manager", "changes to the side", r"\b(?:made|makes|make|making|rang|ringing) (?:the )?",
           r"(?! (?:at|during|inside|on|with|early|before|straight|after) "
           r"(?:half|the (?:break|interval|hour|second|first|final|last)|half-time))"),
    count_frame("CHANGE", "manager", "changes to the side",
                r"\b(?:show(?:ed|ing|s)?|includ(?:ed|ing|es)|there (?:are|were|was|is)) ",
                r" (?:from|to) (?:the|his|her|their|last|\w+'s?) (?:[\w'-]+ ){0,3}"
                r"(?:team|side|line-up|xi|eleven|starting)\b"),
    count_frame("CHANGE", "manager", "changes to the side", r"^", r" (?:were|was|had been) made"),
    count_frame("SCORERS", "side", "different scorers", r"\b{HAD} ", least=3),
    count_frame("ARREST", "match", "arrests", least=1),
    count_frame("PEOPLE", "match", "people {word}", "",
           _DONE + r"(arrested|ejected|hurt|injured|treated|detained|treatment|hospital treatment|killed|charged)\b",
           least=1),
    count_frame("PEOPLE", "match", "arrests", r"\b(?:arrested|detained) ", least=2),
    count_frame("REPLAY", "either", "{noun}", "", r"(?! left| remaining)"),
    count_frame("NTH_REPLAY", "match", "{noun}s", nth=True),
    # penalties of a career or a season
    count_frame("PENALTY", "person", "penalties {word}", r"\b({SPOILT}) (?:all |each of |their |his |"
                r"her )?(?<!scored )(?<!converted )",
           r"(?! in the )", least=1),
    count_frame("PENALTY", "person", "penalties saved", r"\b(?:saved|saving|saves|stopped|stopping|stops|"
                r"kept out|keeping out|beat away|repelled|repelling|parried|parrying) (?:all )?",
                r" in (?:the |a |an |their )?(?:[\w-]+ )?(?:shoot-?out|penalties)\b", least=1),
    count_frame("PENALTY_SHARE", "person", "penalties {word}", r"\b({SPOILT}) ", least=1),
    count_frame("PENALTY", "person", "penalties taken", r"\b{SPOILT} \w+ (?:of|out of) (?:the |his |her )?", least=1),
    count_frame("PENALTY", "person", "penalties faced", r"\b(?:the|of) ", r" (?:that )?(?:he|she) (?:has |"
                r"had )?faced"),
    count_frame("PENALTY", "person", "penalties taken", r"\b(?:the|of|his|her) ",
           r" (?:that )?(?:he|she) (?:has |had )?(?:taken|took|had)"),
    count_frame("PENALTY", "side", "penalties {word}", r"\b(conceded|been awarded|given away|been given|won) "),
    # who is in a side and who is not
    count_frame("MEN", "side", "players missing", r"\b(?:without|missing|minus|lacking|shorn of|robbed of|"
                r"deprived of) ",
           r"(?! (?:in|from) the (?:pitch|area|box))", plans=True),
    count_frame("MEN", "side", "players out", r"\b{HAVE} ",
           r" (?:out|injured|unavailable|sidelined|missing|suspended|ruled out|doubtful|cup-tied|"
                       r"on international)\b"),
    count_frame("MEN", "side", "players available", r"\b{HAVE} ", r" (?:fit|available)\b"),
    count_frame("FIT", "side", "players available", r"\b{HAVE} "),
    count_frame("MEN", "side", "players not in the squad", r"\b(?:left|leave|leaves|leaving) ", r" out\b"),
    count_frame("MEN", "accounts", "{noun} left", "", r"(?: and (?:\d+|[a-z]+) [\w -]+?)? (?:have |"
                r"had )?(?:been )?(?:left|departed|sold|gone|"
                r"released)\b"),
    count_frame("MEN", "side", "players released", r"\b(?:releas(?:ed|ing)|offload(?:ed|ing)?|let go|sold|"
                r"departures? of|exits? of|part(?:ed)? (?:company|ways) with|cut ties with|shed) ",
                least=2, plans=True),
    count_frame("MEN", "side", "players released", r"\b(?:let|letting|allow(?:ed|ing)?) ",
                r" (?:to )?(?:go|leave|depart)\b", least=2, plans=True),
    count_frame("MEN", "side", "players on the transfer list", "",
                r" (?:have been |are |were |has been )?(?:on|onto) the (?:transfer|open-to-offers) list\b", least=2),
    count_frame("MEN", "side", "players offered a contract", r"\b(?:offer\w*|agree\w*|sign\w*|talks) (?:[a-z-]+ ){0,3}"
                r"(?:deals|contracts|terms|extensions) (?:to|with|for) ", least=2),
    count_frame("MEN", "side", "players signed", r"\b(?:signed|brought in|recruited) ", least=2),
    count_frame("USED", "side", "{noun} used", r"\b(?:used|using|fielded|tried|gone through|got through|called on) ",
           least=3),
    count_frame("SELECTED", "side", "{noun}", r"\b{WITH} "),
    count_frame("MEN", "side", "players called up", r"\b(?:recalled|recalling|called up|calling up|named|naming) "),
    count_frame("SQUAD", "squad", "players in the squad", least=14),
    count_frame("NEWCOMERS", "side", "{noun}", plans=True, among=True),
    count_frame("MEN", "side", "players out", "", r" (?:on|in) (?:the|their|his) (?:treatment (?:table|room)|"
                r"injured list|injury list|sidelines?|sick ?bay|casualty list)\b", plans=True, among=True),
    count_frame("BARE", "side", "players out", r"\b(?:lost|losing|lose|loses) ", r" (?:more |others? |further |key |"
                r"first-team |senior )*(?:players |men )?(?:to|through) (?:injur|suspension|illness|knocks|the )"),
    count_frame("BARE", "of_squad", "players of the squad", r"\bof (?:the|his|her|their) (?:[\w'-]+ ){0,3}"
                r"(?:squad|party|panel)\b[^.;]{0,60}(?:and|,|while|but) ", r" (?:are|play|come|were|have|more|ply)\b"),
    count_frame("NTH_PLAYER", "signer", "players to do so", r"\bthe |\b{OWN} ", r"(?: of [\w' ]{3,20})? to (?:sign|"
        r"leave|"
                r"join|suffer|agree|extend|commit|depart|go|renew|pen|put pen|arrive|pick up|undergo|be (?:sold|"
                r"sent|shown|ruled|injured|loaned|released|called))\b", nth=True, least=2),
    count_frame("MATCHES", "manager", "matches with the same side", r"\b(?:same|unchanged) (?:[\w-]+ ){0,3}(?:team|"
        r"side|"
                r"line-up|lineup|xi|eleven)(?: in| for| over)(?: the| his| her| their)?(?: last| past)? ", least=2),
    count_frame("SIGNING", "side", "signings", r"\b(?:made|making|completed|announced|unveiled|of|with) "),
    count_frame("NTH_SIGNING", "signer", "signings", r"\b{OWN} |\bthe |\ba ", _AMONG
                + r"|(?= (?:and|after|behind|ahead)\b)|$", nth=True),
    count_frame("NTH_SIGNING", "signer", "signings", r"\bbecom\w+ (?:[\w'-]+ ){0,3}", nth=True, plans=True),
    count_frame("BARE", "side", "signings", r"\b(?:arrivals|signings|additions|recruits|intake|new faces)"
                r"(?: (?:so far|this [a-z]+))? to ", r"(?=[,.;]|$| (?:and|this|for|so|since|in)\b)", least=2, most=40),
    count_frame("NTH_MANAGER", "tournament", "managers to go", r"\bthe |\ba ",
                r" in (?:the (?:division|league|country|top flight|[a-z]+)|[a-z]+ [a-z]+) (?:to|who)\b", nth=True),
    count_frame("BARE", "tournament", "managers to go", r"\bthe ",
                r" in the (?:division|league|country|top flight) to (?:lose|leave|be sacked|go|part)", nth=True),
    count_frame("NTH_MANAGER", "employer", "managers", r"\b{OWN} |\bthe ", _AMONG, nth=True, plans=True),
    count_frame("MANAGER", "person", "managers played under", r"\b(?:i've|he's|she's|i have|he has|she has) (?:had|"
        r"seen) "),
    count_frame("MANAGER", "side", "managers", r"\b(?:{HAD}|through|sacked|employed|tried|appointed|used|using) "),
    count_frame("MANAGER", "side", "managers", "^", r" (?:have |had )?(?:had|have|has|been|gone|come)\b"),
    count_frame("MANAGER", "person", "managers played under", r"\b(?:under|served|played|worked) "),
    # a career
    count_frame("CLUB", "person", "clubs with scouts present", r"\bscouts from "),
    count_frame("CLUB", "person", "clubs", r"\b(?:for|represented|managed|coached|of|had) ",
           r"(?! (?:in|who|that|are|were|have|want|left|still))", least=3),
    count_frame("NTH_CLUB", "person", "clubs", r"\b(?:his|her) ", r"(?! to\b| in the)", nth=True),
    count_frame("NTH_FINALS", "either", "{noun}", r"\b{OWN} |\b(?:reach\w*|qualif\w+ for|to|into|at) an? ", nth=True),
    count_frame("FINALS", "either", "{noun}", r"\b(?:played (?:at|in)|appeared (?:at|in)|been (?:to|in)|"
                r"reached|lost|won|"
           r"took part in|featured (?:at|in)|at the (?:last|past)|at|scored at|gone to|managed in) "),
    count_frame("FINALS", "person", "{noun}", r"\b(?:took|taken|led|guided|steered|inspired|fired) "
                r"(?:[\w&'-]+ ){1,4}to "),
    count_frame("NTH_FINAL", "either", "{noun}s", r"\b{OWN} (?:successive |consecutive )?|\b(?:reach|"
                r"reached|into|a) (?:a )?",
           r"(?= (?:in|of|running|this|since|at|with|under|as)\b|[,.;]|$)", nth=True),
    count_frame("FAMILY", "person", "{noun}", r"\b(?:and|with|by|leaves|has|had|have|of|his|her|wife,|wife|\w+,) "),
    count_frame("TREBLE", "person", "hat-tricks", r"\b(?:{HAD}|hit|scored|netted|{OWN}) "),
    count_frame("OWN_GOALS", "either", "own goals", r"\b(?:{HAD}|scored) "),
    count_frame("NTH_SPELL", "person", "{noun}s as {word}", r"\bin (?:only |just )?(?:his|her) ", r" (?:as (?:a |"
        r"an |the )?|"
                r"in )(head coach|manager|coach|boss|captain|management|chief executive|professional)\b", nth=True),
    count_frame("NTH_SPELL", "person", "{noun}s", r"\b(?:in|into|began|begun|starts?|started) (?:only |"
        r"just )?(?:his|her) "
                r"(?:only |just )?", r" (?:in charge|at the helm|in the (?:job|post|role|dugout|"
                r"hot ?seat))\b", nth=True,
                metric="time_at_club"),
    count_frame("LEAGUE_STARTS", "person", "{noun}", r"\b(?:made|makes|making|had|has|have|managed|of|"
                r"after) (?:{OWN} )?",
                least=1),
    count_frame("STARTS", "person", "{noun}", r"\b(?:made|makes|making|had|has|have|managed|of|after) (?:{OWN} )?"),
    count_frame("NTH_START", "person", "consecutive starts",
           r"\b{OWN} |\ba ", r"", nth=True),
    count_frame("INVOLVED", "person", "goal involvements"),
    count_frame("SPELLS", "stint", "spells", "", r"(?= (?:at|with|as|in charge|under|either|totalling|for)\b|[,.])"),
    count_frame("MOVES_OF_DIVISION", "either", "{noun}", ""),
    count_frame("PENALTY_POINTS", "person", "disciplinary points", least=1),
    # rank among people
    count_frame("BARE", "either", "rank", r"(?:\bthe |'s |s' |\btheir |\bhis |\bher |\ba )(?:joint[- ])?",
                r"[ -](?:top|leading|best|worst|[a-z]{3,}est|most[ -][a-z-]+)[ -](?:[\w'-]+ ){0,3}?(?:scorer|"
                r"goalscorer|"
                r"marksman|player|defender|midfielder|striker|forward|winger|goalkeeper|keeper|captain|coach|manager|"
                r"signing|sale|transfer|fee|sum|man|woman|debutant|teenager|person|appearance-maker|provider)s?\b",
                nth=True, least=2, most=40, metric="record_other"),
    count_frame("BARE", "either", "rank in the charts", r"\b(?:is|are|was|were|lies|sits|stands|now|up to|climbed to)"
                r"[ -](?:joint[- ])?", r" in (?:the |\w+'s? )(?:[\w' -]{0,30})(?:scoring charts?|scorers' (?:list|"
                r"charts?)|"
                r"goalscoring charts?|goalscorers|assists? (?:charts?|table|list))", nth=True, metric="record_other"),
    count_frame("MATCHES", "person", "matches", r"\b(?:add|added|adding|adds|another|extra|further) ",
                r" (?:to|on to|onto) (?:the|his|her|their|an) (?:[\w-]+ ){0,4}(?:ban|suspension)\b", least=1,
                metric="ban_matches", plans=True),
    # prizes of a person, cups of anybody
    count_frame("REPEATED", "person", "awards", r"\b(?:player|footballer|manager|coach|goalkeeper)(?: of the (?:year|"
                r"season|month))[^.;,]{0,30} |\b(?:golden (?:boot|glove|ball)|"
                r"ballon d'or)(?: award)? ", metric="trophies"),
    count_frame("BARE", "person", "awards", r"", r"-times? (?:[\w']+ ){0,4}(?:player|footballer|manager|coach|"
                r"goalkeeper) of the (?:year|month|season)\b", metric="trophies"),
    count_frame("BARE", "person", "awards", r"", r" (?:[\w-]+ ){0,3}(?:of the (?:year|month|season|match)|golden boot|"
                r"golden glove) (?:awards?|prizes|titles|trophies)\b", metric="trophies"),
    count_frame("BARE", "either", "cups", r"\b(?:won|win|winning|wins|lifted|lifting|claimed|claiming|"
        r"holds?|contains?|counts?|boasts?|"
        r"collected|collecting|landed|(?:captained|led|guided|inspired|steered|helped|managed)\b[^.;]{2,40} to) ",
                r" (?:[a-z]+ ){1,2}(?:cups|super ?cups|shields|trophies|leagues)\b", metric="trophies", most=60),
    # bids
    count_frame("BID", "bidder", "bids rejected", r"",
           r",? (?:of [^.]{3,30}|worth [^.]{3,30}|for [^.]{3,40})?(?:were |was |had been |being |have been |"
                       r"already )*{REFUSED}"),
    count_frame("BID", "refuser", "bids rejected", r"\b{REFUSED} "),
    count_frame("NTH_BID", "refuser", "bids rejected", r"\b{REFUSED} (?:a|an|the) ", nth=True),
    # of a side's season
    count_frame("POINTS", "side", "points lost from winning positions", r"\b{LOST} ",
                r" (?:from|after|when|in) (?:being |leading|ahead|winning|in front)", least=1),
    count_frame("POINTS", "side", "points dropped", r"\b{LOST} ", r"(?! (?:off|to (?:a|the)))", least=4),
    count_frame("POINTS", "side", "points dropped", r"\b{LOST} ", r" (?:in|from|all|so far|this|at home|since)\b"),
    count_frame("POINTS", "side", "points won from losing positions", r"\b{GAINED} ", r" from (?:losing|"
                r"trailing|behind)"),
    count_frame("DEDUCTION", "side", "points deducted", least=1),
    count_frame("POINTS", "side", "points deducted", r"\b(?:docked|deducted|penalised|stripped of|"
                r"stripped [\w' -]{2,30} of|fined) (?:[\w&'-]+ ){0,3}"),
    count_frame("POINTS", "side", "points deducted (suspended)", r"\b(?:{HAD}|given|handed) ", r" suspended\b",
                least=1),
    count_frame("POINTS", "side", "points deducted", r"", r" (?:were |was |being )?(?:docked|deducted)"),
    count_frame("MATCHES", "side", "matches in so many {word}", r"\b(?:play|playing|face|faced|facing|"
                r"played|have|had) |^|, ",
           r" (?:in|inside|within|over|across|in the space of) (?:the space of |just |"
                       r"only )*{SPOKEN}(?= (days|weeks)|[.,])"),
    count_frame("NTH_AT_HOME", "side", "{noun}s in a row", r"\ba |\b{OWN} |\bthe ", r" {ROW}", nth=True),
    # rank
    count_frame("PLACES", "rank", "places {word}", r"",
           r"(?: and (?:\d+|[a-z]+) points?)? (above|below|beneath|higher|lower|inferior|"
           r"superior|better off|worse off|the better|the worse)\b"),
    count_frame("LEVELS", "rank", "levels {word}", r"", r" (above|below|beneath|higher|lower)\b", least=1),
    count_frame("GOALS", "record_holder", "goals short of a record", r"",
           r"(?: goals?| strikes?)?(?: more)? (?:short of|away from|shy of|off|adrift of|behind) " + _RECORDS,
                       least=1),
    count_frame("GOALS", "person", "goals needed", r"\b(?:needs?|needing|requires?|needed|requiring|"
                r"wants?) (?:just |only )*",
           r"(?: more| further)*(?: goals?| strikes?)?(?: more)? (?:to|for) (?:become|reach|equal|match|"
                       r"overtake|break|beat|"
           r"pass|draw level|complete|bring up|take|join|surpass|go past|move|his|her|(?:\d+|a century|fifty))",
           least=1, most=100, plans=True),
    count_frame("BARE", "person", "goals needed", r"\b(?:needs?|needing|requires?|needed|requiring) (?:just |only )*",
                r" more (?:to|for) (?:reach|equal|match|overtake|break|beat|pass|bring up|surpass|go past|his|her|"
                r"a century|\d+)", least=1, plans=True),
    count_frame("GOALS", "rival", "goals {word}", r"",
           r"(?: more| further)? ?(?:goals? )?(fewer|less|behind|more|ahead of|clear of|"
                       r"adrift of)(?: goals?)?(?: than)?",
           least=1),
    count_frame("BARE", "side", "position in the world rankings", r"\branked |\branking of |\brated ",
                r" in (?:the (?:world|fifa)|europe|asia|africa|south america)|,| by fifa|\.| and", nth=True),
    count_frame("BARE", "side", "position in the rankings, the {word} ever",
                r"\b(?:all[- ]time|record|historic) (low|high|worst|best) of (?:the )?",
                r"(?! (?:minute|of|season|round|birthday))", nth=True, least=1, most=250, metric="record_other"),
    count_frame("BARE", "tournament", "participants",
                r"\bnumber of (?:participants|entrants|teams|sides|nations|countries|clubs) "
                r"(?:up |rising |to rise )?to ",
                r"(?= ?(?:[.,;]|$|from\b|this\b|for\b|and\b|teams|sides))", least=3, most=300),
    count_frame("BEST_OF", "side", "rank by {noun}", r"\b(?:the|their|a|boasts?|with) ", nth=True),
    count_frame("RANKED", "either", "rank by {noun}", r"\b(?:the|their|a|his) ",
                r" (?:[a-z]+ )?(?:budget|wage bill|payroll|crowd|average|stadium|ground|squad|club)\b", nth=True),
    count_frame("BARE", "rival", "goals {word}", r"",
                r" (clear of|ahead of|behind|more than|fewer than) (?:his|her|the|any|its)", least=1),
    count_frame("POINTS", "side", "points needed", r"\b(?:need(?:s|ed|ing)?|require[sd]?) (?:just |only )?",
                r" (?:(?:more |further )?(?:from|out of) (?:their |its |the |our )?(?:last |final |remaining |next |"
                r"closing )*(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b|for (?:the|a) |to (?:clinch|win|"
                r"secure|seal|guarantee|be sure|be certain|stay|survive|make sure|go up))",
                plans=True, least=1),
    count_frame("GOALS", "person", "goal involvements", r"\b(?:involved in|had a hand in|contributed to|a part in|"
                r"(?:scored|netted) or (?:set up|assisted|created|made|laid on)) "),
    count_frame("BARE", "person", "goal involvements", r"\b(?:involved in|had a hand in|a part in|"
                r"(?:scored|netted) or (?:set up|assisted|created|made|laid on)) ",
                r" of (?:[\w'’&-]+ ){1,5}?goals\b"),
    count_frame("INJURY", "person", "{noun}", r"\b(?:suffered|had|undergone|undergoing|endured|overcome) "),
    count_frame("BARE", "person", "bookings short of a ban", r"\b(?:is|was|now|just|only|are|still|currently) ",
                r" (?:more )?(?:bookings?|yellow cards?|yellows?|cautions?) (?:away|short|shy|off) "
                r"(?:from|of) (?:an? |another |the )?(?:automatic |[\w-]+-(?:match|game) )?(?:ban|suspension)\b",
                least=1),
    count_frame("BARE", "person", "short of a landmark", r"\b(?:is|was|remains?|now|still|stands?|just|only|"
        r"and) ", r" (?:more )?"
                r"(?:goals? |strikes? |appearances? |games? |caps? )?(?:short of|away from|shy of) (?:(?:his|her|a|"
                r"the) )?(?:\d+|"
                r"century|hundred|landmark|milestone|double figures|[a-z]+ (?:goals|caps|"
                r"appearances))\b", least=1, most=20),
    count_frame("BARE", "person", "matches in charge", r"\b(?:took|takes|take|taking) charge[^.;,]{0,30} for (?:the|"
        r"a|an) ",
                r" (?:time|occasion)\b", nth=True, least=2, most=3000, metric="matches_played"),
    count_frame("BARE", "person", "matches in charge", r"\b{OWN} ", r" (?:[\w-]+ ){0,2}?(?:game|match|fixture) "
                r"(?:in charge|at the helm|in the dug-?out|as (?:an? |the )?(?:[\w-]+ ){0,4}?"
                r"(?:manager|boss|coach))\b",
                nth=True, least=2, most=3000, metric="matches_played"),
    count_frame("NTH_INJURY", "person", "injuries", r"\b(?:{OWN}|the|a) ", nth=True, least=2),
    count_frame("BARE", "person", "{word} needed", r"\b(?:needs?|needing|requires?|is|are) ", r" (?:more |further )"
                r"(appearances|games|caps|matches|starts|outings|assists|clean sheets)\b", least=1, plans=True),
    count_frame("MATCHES", "person", "matches missed", r"\b(?:sitting|sat|sits|sit) out (?:the |his |her )?(?:last |"
        r"past |"
                r"next |previous )?"),
    count_frame("MATCHES", "person", "appearances", r"\b(?:captain\w*|featur\w+|appear\w+|start\w+|ever-present|"
        r"involved)\b"
                r"(?:(?!goals|strikes)[^.;]){0,40} in ", metric="player_appearances"),
    count_frame("BARE", "person", "consecutive starts", r"\b(?:started|starting) (?:the last )?", r" (?:(?:matches|"
        r"games) )?"
                r"(?:in a row|in succession|on the trot|on the bounce|running)\b"),
    count_frame("MEN", "side", "players in the squad", r"\b{HAVE} ", r" (?:in|at) (?:the|our|their|his|"
        r"her) (?:[\w-]+ )?(?:squad|"
                r"dressing room|party|ranks|books|staff)\b"),
    count_frame("NTH_OWN_GOAL", "person", "own goals", nth=True),
    count_frame("BARE", "person", "hat-tricks", r"\b(?:treble|hat-trick)\b[^.;]{0,60}(?:,| was| is) (?:his|her) ",
                r" (?:of the (?:season|campaign)|this (?:season|term)|in )", nth=True),
    count_frame("BARE", "person", "penalties {word}", r"\b(?:of|out of) (?:the |his |her )?",
                r" (?:that )?(?:he|she) (?:has |had )?(taken|faced)\b"),
    count_frame("SKILL_SHARE", "person", "completed of them", r"\b(?:completed|won|made|found) "),
    count_frame("SCORED_IN", "either", "consecutive games scored in",
                r"\b(?:scored|a goal|netted|(?<!shots )(?<!shot )(?<!efforts )(?<!attempts )on target|found the net|"
                r"struck|scoring|score|been on the scoresheet|hit the net|found the target|been on target)"
                r"(?: against [\w'-]+(?: [\w'-]+){0,2})? in "
                r"(?:each of |all of |every one of )?(?:his |her |their |the |a |an |our |(?:[\w'-]+ )?[\w-]+'s? )?"
                r"(?:last |past |first |previous |opening )?",
                r"(?! (?:minutes|years))"),
    count_frame("NTH_SCORED_IN", "either", "consecutive games scored in",
                r"\b(?:scored|netted|on target|found the net|struck|scoring|score) in (?:a |his |her |their )|"
                r"\b(?:scored|netted|on target|found the net|struck|scoring|score)\b[^.;]{0,20} for (?:a|an|"
                r"the) ", nth=True),
    count_frame("SEED", "side", "seeding", r"\bthe |\bas |\bwere |\bare |\bno\.? ", nth=True, least=1),
    count_frame("SEED", "side", "seeding", r"\bno\.? ?|\bnumber ", least=1),
    # grounds, crowds and competitions
    count_frame("BARE", "ground", "capacity",
                r"\b(?:(?:capacity|limit) (?:of|is|was|at|(?:was |is |been )?(?:cut|reduced|raised|increased|set) "
                r"(?:to|at))|holds?|holding|seats|accommodates?|room for|seating for|house|"
                r"(?:ground|stadium|arena|stand) takes) ",
                r"(?! ?(?:%|per|million|years|games|points|minutes|talks))", least=500, plans=True),
    count_frame("CAPACITY", "ground", "capacity", least=500, plans=True),
    count_frame("EMPTY", "ground", "empty seats", least=50),
    count_frame("TICKETS", "side", "{noun}",
           r"\b(?:sold|sells|selling|sell|allocated|given|allocation of|bought|have|has|had|issued|shifted|"
                       r"of) ", plans=True, least=100),
    count_frame("BARE", "side", "home games remaining", r"",
                r" of (?:their|the|its|[\w']+'s?) (?:last|final|remaining|other) (?:\w+ )?"
                r"(?:games |matches |fixtures )?(?:are|is) "
                r"(?:at home|away|on the road)\b", least=1),
    count_frame("SEATS", "ground", "seats sold", r"", r" (?:have |had |has |were |are )?(?:already |now |"
                r"all )?(?:been )?(?:sold|taken|filled|snapped up)\b", least=100),
    count_frame("ONE_CORNER", "team_or_player", "corners", r"\b{HAD} (?:only |just )?", least=1, most=1),
    count_frame("BARE", "home", "tickets sold", r"\btickets?\b[^.]{0,60}(?:[;,:-]|\band) ",
                r" (?:have|has|had|were|are) (?:already |now |all )?(?:been )?(?:sold|snapped up|taken|gone)\b",
                least=100),
    count_frame("TICKETS", "home", "{noun} sold", r"",
                r" (?:for (?:[\w'-]+ ){1,6}?)?(?:have |had |has |were |are )?(?:already |"
                r"now |all )?(?:been )?(?:sold|snapped up)\b", least=100),
    count_frame("HOLDERS", "side", "{noun}", r"", least=20),
    count_frame("TEAMS", "tournament", "teams", r"", r" (?:[\w'-]+ ){0,3}?(?:league|division|group|tournament|"
                r"competition|championship|field|pool|cup|finals|event)\b(?! (?:of|game|match|tie)\b)",
           least=3),
    count_frame("ENTRANTS", "tournament", "{noun}", r"\b(?:all|the|features|comprises|contains|from|are|"
                r"pool of|group of|^) ",
           r" (?:in the (?:league|division|country|competition|tournament|[a-z]+)|enter|go into|take part|"
                       r"compete|qualify)\b",
           least=6),
    count_frame("BARE", "tournament", "teams in the group", r"\b(?:pool|group|groups|section) of ",
                r"(?= (?:teams|clubs|sides|nations|and)\b|[.,;])", least=3, most=12),
    count_frame("ROUNDS", "tournament", "rounds played", r"\bafter ", r" of\b"),
    count_frame("BARE", "accounts", "{word} than last year", r"(?:, |\()",
                r" (up|down|more|fewer) (?:on|than) (?:last|the previous)\b"),
    count_frame("GROUPS", "tournament", "groups", r"\b(?:into|comprises|contains) "),
)  # fmt: skip
