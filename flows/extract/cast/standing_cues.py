"""What is said beside a name of a side in a table, a fixture list or a round-up, and of no man.

Cues like those of `name_cues`, on the lower-case text beside a name: "three ahead of X", "X march into the last 16",
"against Y, 2-0, and X, 3-1", "next up are X".
"""

from __future__ import annotations

import re

from flows.extract.cast.name_cues import Cue

_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NTH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)|top|bottom)"
_HELPED = r" (?:(?:have|had|has|are|were|will|would|could|also|then|now|duly|only|still|already) ){0,3}"
_APART = (
    rf"\b{_COUNT} (?:points? |places? |games? |wins? )?(?:shy of|adrift of|short of|ahead of|better off than|"
    rf"worse off than|better than|behind|above|below|off|clear of) $|\bpoints?[^.;\n]{{0,24}}, {_COUNT} (?:more|"
    rf"fewer) than $|\blevel (?:on )?(?:[\w-]+ )?points with $|\b(?:top|bottom) (?:three|four|five|two|six) of $"
)
_LISTED_AS_MET = (
    r"\b(?:against|over) (?:[\w'.-]+(?: [\w'.-]+)?)(?: \d ?- ?\d)?,?(?: \d ?- ?\d,?)? and $|"
    r"\b(?:beaten|beating|thrashed) (?:[\w'.-]+(?: [\w'.-]+)?) and $|"
    r"\b(?:against|over) (?:[\w'.-]+(?: [\w'.-]+)?, ){1,2}$"
)
_FORFEITED_AT = (
    r"\b(?:booking|bookings|sending-off|dismissal|red card|yellow card|caution|(?:sent|carried) off|dismissed|booked|"
    r"suspended|injured) (?:[\w-]+ ){0,2}?(?:at|against) $"
)
_ROUTED_AT = (
    r"\b(?:collapse|humiliation|rout|capitulation|thrashing|drubbing|hammering|mauling|pasting|hiding|"
    r"surrender|embarrassment|debacle|no-show|trouncing|walloping) (?:at|by|from) $|\b\w+'s \d ?- ?\d (?:at|"
    r"against|to) $|"
    r", \d ?- ?\d at $"
)
_NEXT_UP = r"\bnext up (?:(?:for (?:them|us|him|[\w']{3,14}) )?(?:are|is|come|comes)|will be|would be) $"
_COME_CALLING = (
    r" (?:come|came|comes) (?:calling|to town|visiting|knocking)\b|,? the (?:next )?(?:visitors|opponents)\b|"
    r" (?:receive|await) [a-z' .-]{3,22}(?:,|\.| on\b| in\b| next\b)"
)
_GOES_THROUGH = (
    rf"{_HELPED}(?:march|storm|surg|cruis|eas|sail|roar|power|scrap|limp|stumbl|squeez|battl|sneak|progress|"
    rf"advanc|scrap|"
    r"swept|romp|coast|edg|crept|stroll)\w* (?:in)?to (?:the |their )(?:last|semi|quarter|final|next|second|"
    r"third|fourth|"
    r"fifth|group|knockout|play-off)|"
    rf"{_HELPED}(?:stay(?:ed)?|remain(?:ed)?|mov(?:ed?)|went|go|climb(?:ed)?|rose|rise|slip(?:ped)?|drop(?:ped)?|"
    r"jump(?:ed)?|leapt|fell|fall|sank|sink) (?:up |down |back |level )?(?:in)?(?:to )?"
    rf"(?:{_NTH} (?:place|spot|on|in|with|after|courtesy|thanks|despite|from|above|ahead|behind)\b|(?:{_NTH})[,.])|"
    rf"{_HELPED}(?:get|got) the (?:better|best) of\b"
)
_THE_ONLY_TEAM = (
    r",? (?:who |which )?(?:became|become|are|were|remain|is|was) (?:the )?(?:only |latest )?"
    rf"(?:{_NTH}|last|only|latest|other) (?:[\w-]+ ){{0,2}}?(?:team|side|club)\b"
)
_RANKED_ASIDE = (
    rf", (?:{_NTH})(?:-bottom|-top|-from-bottom)? (?:and|in|with|on|before|after|but|at) (?!the end)|"
    r", (?:an? |the )?\d ?- ?\d (?:winners?|victors?|conquerors?|losers?) (?:over|against|at|of|to)\b|"
    r",? (?:who |which )(?:brushed aside|swept aside|knocked out|put out|saw off|eliminated|ousted|overcame|edged past|"
    r"squeezed past|see off|drew|thrashed|lost to|lost at|won at|went out)\b"
)
_APART_ASIDE = (
    rf", (?:(?:just|only|still|now|currently|already) ){{0,2}}{_COUNT} (?:points?|places?|games?|wins?) "
    r"(?:adrift|behind|above|below|clear|ahead|off|from|better|worse|short|shy)\b"
)
_ITS_COURSE = (
    r"'s? (?:[\w-]+ )?(?:last|next|first|previous|opening|remaining|final|past) (?:two|three|four|five|six|seven|eight|"
    r"nine|ten|\d+) (?:league |home |away |cup )?(?:games|matches|fixtures|outings|results)\b|"
    r"'s? (?:[\w-]+ )?(?:spring|autumn|winter|season|campaign|slump|revival|resurgence|decline|woes) (?:went on|"
    r"continued?s?|goes on|began|ended|rolled on|deepen\w*)\b|"
    r"'s? (?:slim |faint |fading |slender |outside )?(?:hopes|chances|dreams) of (?:an? |the |their )?(?:european|"
    r"promotion|survival|automatic|play-off|playoff|staying|avoiding|champions|title|going up|qualif|reaching|"
    r"winning the|"
    r"top|cup|finishing|silverware|catching|escaping|beating)"
)
_LOSES_HIM = (
    r" (?:lose|miss|sweat on|wait on|fret over) [\w' .-]{3,24} (?:for|until|as)\b(?: [\w-]+){0,3} (?:weeks|months|"
    r"games|matches|season|matches)"
)
_BY_SO_MANY = (
    r" by (?:a single|the only|the odd|one|two|three|four|five|six|seven|eight|nine) (?:clear |unanswered )?goals?\b|"
    r" (?:home and away|by the odd goal)\b"
)
MANY_BEHIND_AN_ASIDE = re.compile(  # "X, below them, are", "X - unbeaten in six - head to"
    r"(?:, (?:on the other hand|meanwhile|however|too|though|by contrast|below them|above them|for their part|"
    r"(?:with|without|unbeaten|winless|beaten|conquerors|winners|runners-up|promoted|relegated|now|still|currently|just|"
    r"who|in|on|at|fresh|down|up) [^,.;\n]{1,70}), | --? (?:unbeaten|winless|with|without|who|now|still) [^.;\n]{1,60} "
    r"--? )(?:also |now |then |still |only )?(?:are|were|have|remain|hope|head|host|travel|sit|lie|stay|welcome|go|"
    r"need|face|visit|meet|play)\b"
)
_IN_THE_HAT = r" (?:will be|are|were|go|went) in(?:to)? (?:the|[a-z]+day's|next [a-z]+'s) (?:draw|hat|pot|play-offs?)\b"
_ITS_PEOPLE = (
    r"(?:'s?)? (?:sporting director|technical director|managing director|performance director|stopper|"
    r"club-mate|clubmate|dressing room|hitman|marksman|centre-forward|skipper|first team|old boy)\b"
)

STANDING_CUES = (
    Cue("before", _APART, club=2),
    Cue("before", _LISTED_AS_MET, club=2),
    Cue("before", _FORFEITED_AT, club=2),
    Cue("before", _ROUTED_AT, club=2),
    Cue("before", _NEXT_UP, club=2),
    Cue("after", _COME_CALLING, club=2),
    Cue("alone", _GOES_THROUGH, club=2.5, surely=True),
    Cue("after", _THE_ONLY_TEAM, club=3, surely=True),
    Cue("after", _RANKED_ASIDE, club=2, surely=True),
    Cue("after", _APART_ASIDE, club=2.5, surely=True),
    Cue("after", _ITS_COURSE, club=2, surely=True),
    Cue("after", _LOSES_HIM, club=2, surely=True),
    Cue("after", _BY_SO_MANY, club=1.5),
    Cue("after", _IN_THE_HAT, club=2, surely=True),
    Cue("after", _ITS_PEOPLE, club=2),
)
