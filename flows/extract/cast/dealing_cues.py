"""What a name does and has done to it where players change hands: only a club bids, sells, signs and lends.

Cues like those of `name_cues`, on the lower-case text beside a name: "turned down a £2m bid from X", "X completed the
capture of Jon Hale", "on loan from X". A man is sold, so sums beside a name alone say nothing.
"""

from __future__ import annotations

from flows.extract.cast.name_cues import Cue

_MONEY = r"(?:[\w-]+ ){0,3}?(?:£|€|\$)\d"
_OF = r"(?:of (?:[\w.'-]+ ){1,5}?)?"
_ROLE = (
    r"(?:striker|midfielder|defender|goalkeeper|keeper|winger|forward|full-back|left-back|right-back|centre-back|"
    r"centre-half|playmaker|wing-back|international|teenager|youngster|centre-forward)"
)
_HELPED = r" (?:(?:have|had|has|are|were|will|would|could|may|also|then|now|duly|twice|already|since) ){0,3}"
_MOVED_TO = (
    rf"\b(?:sale|transfer|switch) {_OF}to $|\bmove to $|\b(?:close to|nearing|eyeing|considering|completed?|"
    rf"sealed?|rejected|facing) an? (?:[\w£.-]+ ){{0,2}}?(?:return|move|switch|loan) to $|"
    r"\b(?:is now|now|currently) (?:at|with) $"
)
_WANTED_BY = (
    r"\b(?:released|sacked|dismissed|let go|loaned|poached|snapped up|bought|recruited|relegated|promoted|wanted|"
    r"tracked|coveted|courted|pursued|watched|monitored|scouted|rejected) by $|"
    r"\b(?:target|targets) (?:for|of) $|\b(?:interest|attention|overtures) (?:from|of) $|"
    r"\b(?:sold|loaned(?: out)?|farmed out|returned on loan) to $|"
    r"\b(?:loaned|bought|buy|capture|purchase|signings?|recruit|arrivals?|newcomer) from $|"
    r"\b(?:loan|contract) (?:from|at|with) $"
)
_PLAYS_FOR = (
    r"\b(?:plays?|playing|scouted|starred|starring|lined up|appeared|trialled|worked|captaining|featured) for $|"
    r"\b(?:titles?|cups?|leagues?|promotions?|medals?|championships?) (?:with|at) $|"
    r"\bappearances (?:[\w-]+ ){0,3}?for (?:[\w' .-]{2,20} and )?$|\bclubs (?:like|such as|including) $|"
    r"\bformerly (?:of|with|at) $"
)
_BIDS = rf"{_HELPED}(?:bid|offer(?:ed)?|pa(?:id|y)|splash(?:ed)? out|spent|forked out|shelled out|want(?:ed)?) {_MONEY}"
_TURNS_DOWN = (
    rf"{_HELPED}(?:reject(?:ed|s)?|turn(?:ed|s)? down|accept(?:ed|s)?|tabled?|lodged?|submitted|failed with|"
    r"knock(?:ed)? back|increased|raised|rebuff(?:ed)?|saw|had) "
    r"(?:an?|two|three|several|their|second|third|fourth|another|the|late|improved|fresh) "
    r"(?:(?:[\w.£€$-]+ ){0,3}?bids?\b|(?:[\w-]+ ){0,2}?[£€$][\w.£€$-]+ (?:offers?|approach(?:es)?)\b)"
)
_TESTS = (
    r" (?:will |would |could |may |might )(?:test|tempt|try|return|come back|step up|revive|renew|table|lodge)"
    r"(?: [\w']+){0,3}? (?:with )?(?:an?|their) (?:[£€$\w.-]+ ){0,3}?(?:bid|offer|interest|pursuit)\b"
)
_TOOK_HIM = (
    r"\b(?:sold|loaned|lost|sells?|selling|lose|losing|took|taken|takes|sale of|departure of|exit of|loss of|"
    rf"transfer of) (?:(?:an?|the|top|last|leading|their|\w+-year-old|scorer|{_ROLE}) )*(?:[\w.'-]+ ){{1,3}}?to $"
)
_FOR_A_FEE = (
    r" (?:for|on) (?:an? |the )?(?:(?:initial|further|undisclosed|nominal|reported|six-figure|seven-figure|club-record|"
    r"record) )*(?:fee\b|free\b|free transfer|(?:season-long |short-term |month's |emergency )?loan\b|"
    r"(?:£|€|\$)\d|nothing\b)"
)
_HIS_CLUB_ONCE = r" (?:trainee|apprentice|graduate|scholar|youth(?:-team)? product|old boys?|academy)\b"
_SIGNS = (
    rf"{_HELPED}(?:complet\w+ the (?:[\w.£€$-]+ ){{0,3}}?(?:capture|signing|transfer|purchase|sale|arrival) of\b|"
    r"(?:broke|broken|break|smash\w*|shatter\w*) their (?:club |transfer )+record\b|"
    rf"(?:re-)?sign(?:ed)? (?:[a-z-]+ ){{0,3}}?{_ROLE} |re-signed (?!for|with|his|on|in|last|at|after)|"
    rf"(?:loaned|bought|sold|recruited|released|recalled|swooped for|unveiled) (?:[a-z-]+ ){{0,3}}?{_ROLE} |"
    r"(?:expect|hope|look|plan|intend|want|continue) to (?:lose|sign|sell|complete|announce|appoint|unveil|"
    r"recruit|land) |"
    r"came in for (?:him|her|the)\b|turned (?:him|her) down\b)"
)
_ITS_SIGNING = (
    r"'s? (?:first|second|third|fourth|fifth|\w+th|latest|final|newest|record|only) (?:summer |january |winter |close-"
    r"season )?(?:signing|recruit|acquisition|arrival|buy)s?\b|"
    r"'s? (?:[\w-]+ )?(?:£|€|\$)[\d.]+ ?\w* (?:move|bid|offer|swoop|deal|signing|approach|capture|"
    r"purchase) (?:for|of)\b"
)
_ITS_MONEY = (
    r"'s? (?:annual |latest |net |pre-tax |operating )?(?:income|revenues?|turnover|losses|profits?|debts?|wage bill|"
    r"accounts|balance sheet|finances|shareholders|creditors|owners|season-ticket)\b|"
    r" took in [£€$]\d"
)

DEALING_CUES = (
    Cue("before", _MOVED_TO, club=2),
    Cue("before", _WANTED_BY, club=2),
    Cue("before", _PLAYS_FOR, club=2),
    Cue("after", _BIDS, club=2, surely=True),
    Cue("after", _TURNS_DOWN, club=2, surely=True),
    Cue("after", _TESTS, club=2),
    Cue("alone", _SIGNS, club=2, surely=True),
    Cue("after", _ITS_SIGNING, club=2),
    Cue("after", _ITS_MONEY, club=2),
    Cue("before", _TOOK_HIM, club=1.5),
    Cue("after", _FOR_A_FEE, club=1),
    Cue("after", _HIS_CLUB_ONCE, club=2),
)
