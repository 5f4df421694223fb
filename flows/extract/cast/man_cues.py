"""What the words beside a single capitalised name say of a man: what only men do, own, suffer or are called.

"Tavito limped off", "Tavito's hamstring", "fouled Tavito", "a pass from Tavito", "(Tavito 64)": no first name says that
he is one. `unknown_clubs` adds these cues up beside those of `name_cues`; what a club may do as well ("scored", "the
winner") is worth little, so that it takes two.
"""

from __future__ import annotations

import re

from flows.extract.cast.name_cues import Cue

_OFTEN = (
    r" (?:(?:had|has|have|was|is|also|then|later|almost|nearly|soon|again|himself|duly|coolly|calmly|simply|"
    r"twice) ){0,2}"
)
_BALL = r"(?:the (?:ball|rebound|penalty|spot-kick|chance)|a (?:shot|header|volley|low|fierce|superb|free-kick)|it|his)"
_BODY = (
    r"(?:headed (?!into|to |for |the (?:table|group|standings|league))|volleyed|nodded|glanced|tapped (?:in|home|into)|"
    r"slotted|slid (?:home|the ball)|side-?footed|poked|prodded|stabbed|bundled (?!out)|smashed (?!their|the (?:record|"
    r"transfer))|lashed (?!out)|rifled|curled|chipped|clipped|lobbed|dinked|drilled|bent|rounded (?!off|on )|netted|"
    rf"(?:slammed|thumped|blasted|fired|drove|swept|steered|turned|dispatched|despatched) (?:home|{_BALL}\b)|"
    r"(?:fired|shot|blazed|blasted|drove) (?:wide|over|straight|high|low)|whipped|floated|crossed|teed up|skied|"
    r"scuffed|"
    r"flicked|poached|chested|skipped past|weaved|jinked|leapt (?:high|to meet)|ghosted|latched on|nipped in|"
    r"limped (?:off|out|away)|hobbled|outjumped|outpaced|reacted (?:first|quick\w+)|"
    r"stepped (?:off|up to (?:take|convert|slot|send|stroke|score))|cut inside|raced (?:onto|through on)|ran (?:onto|"
    r"through on)|"
    r"stole in|rose (?:high|above|unmarked|unchallenged|to (?:head|meet|nod|power))|popped up|came (?:on|"
    r"off the bench)\b|"
    r"replaced the (?:injured|tired|tiring|hobbling|limping|ineffective|suspended)|parried|palmed|punched clear|"
    r"picked out|"
    r"sent the (?:keeper|goalkeeper)|beat the (?:keeper|goalkeeper|offside)|combined (?:\w+ )?with|celebrated (?:his|"
    r"with|by)|"
    r"got on the end|collected the (?:ball|loose)|unleashed|threaded)"
)
_BODY_NOW = (
    r" (?:(?:heading|smashing|slamming|thumping|lashing|sweeping|heads|smashes|lashes) (?:home|in|wide|over|past)|"
    r"volleying|"
    r"nodding|glancing|tapping|slotting|poking|stabbing|rifling|curling|chipping|lobbing|drilling|squaring|"
    r"(?:rounding|converting|collecting|stinging) (?:the|a)|limping|getting (?:above|up to|on the end)|nods|taps|"
    r"slots|pokes|"
    r"curls|rifles)\b"
)
_SUFFERED = (
    r" (?:had been|has been|have been|was|is|being|got) (?:(?:then|later|also|again|clearly|clumsily|cynically) )?"
    r"(?:fouled|felled|upended|brought down|chopped down|tripped|hauled down|bundled over|(?:pulled|held) back|flagged|"
    r"substituted|"
    r"withdrawn|booked|sent off|cautioned|carried off|stretchered|sidelined|unmarked|caught offside|"
    r"given a free header|"
    r"born|unable to|delighted|fortunate not to|left out|rested|out for|out of action|out injured|unavailable|"
    r"suspended|"
    r"forced off|taken off|on the scoresheet|among the scorers)\b|"
    r" (?:will|could|may|might|would|must|should) (?:also |now |then )?(?:be (?:out|unavailable|sidelined|suspended|"
    r"fit|"
    r"rested)\b|miss (?:up to|at least|several|\d|one|two|three|"
    r"(?:the|[a-z]+day's|(?:next|this) [a-z]+'s|their) (?:[\w-]+ )?(?:game|match|trip|rest|start|next|visit|clash|tie|"
    r"final|semi-final|derby|fixture|opener|return)|"
    r"a (?:further|month))|undergo|need surgery)|"
    r" (?:faces?|faced) (?:a |an |another )?(?:[\w-]+ ){0,2}(?:lay-off|spell out|operation|scan|fitness test|surgery)\b"
)
_DONE_AS_WELL_BY_CLUBS = (
    r"(?:scored|struck|equalised|opened the scoring|pulled one back|made it (?:\d ?- ?\d|"
    r"(?:one|two|three|four|five)(?! (?:\w+ )?(?:wins|defeats|draws|games|matches|points|victories|home|away|"
    r"without)\b))|"
    r"doubled (?:the|their) (?:lead|advantage)|added (?:a|the|another)|grabbed (?:a|the)|hit (?:the|a)|missed (?:a|"
    r"the)|"
    r"had (?:a|an) (?:shot|header|goal|penalty|effort)|had (?:seen )?(?:a|an) (?:goal|effort|header)|forced (?:a|the)|"
    r"saw an?|provided|wrapped (?:things|it) up|put the (?:result|game|match) beyond|reduced the (?:deficit|arrears)|"
    r"was involved|received|capped|tested|restored the|pounced|converted)\b"
)
_LIMB = (
    r"'s? (?:[\w-]+ ){0,3}?(?:header|shot|cross|free[- ]kick|strike|volley|effort|corner|pass|brace|hat-trick|flick|"
    r"flick-on|"
    r"touch|touches|foot|feet|ankle|knee|hamstring|thigh|calf|shoulder|handball|own[- ]goal|movement|spot[- ]kick|"
    r"tackle|lob|"
    r"chip|backheel|overhead kick|rocket|piledriver|delivery|through[- ]ball|throw|knock-?down|cut-?back|lay-off|"
    r"agent|father|"
    r"brother|wife|son|dive|desperate search|absence|petulance|sending[- ]off|low ball|career|bicycle kick)\b"
)
_PUTS_A_SIDE = (
    r" (?:had |then |also |soon |twice )?(?:put|fired|headed|shot|gave|giving|putting) (?:them|him|[\w' ]{3,24}?)"
    r" (?:ahead|in front|level|the lead|on level terms|two up|2-0 up|through)\b|,? (?:and i|himself) "
)
_PRIZE = (
    r"'s? (?:[\w-]+ ){0,3}?(?:equaliser|winner|opener|consolation|leveller|goals?|penalty|finish|clincher|"
    r"double|return)\b"
)
_FROM_HIM = (
    r"\b(?:pass|cross|free[- ]kick|corner|ball|through[- ]ball|shot|header|delivery|effort|flick|throw|lay-off|"
    r"cut-back|chip|"
    r"lob|tackle|challenge|foul|handball|knockdown|pull-?back|centre|back-?heel|save|strike|volley|goal|brace|"
    r"hat-trick|"
    r"double|assist|penalty)(?:e?s)? (?:from|by) $|\b(?:one-twos?|exchange) with $"
)
_DONE_TO_HIM = (
    r"\b(?:fouled|felled|upended|tripped|chopped down|brought down|hauled down|bundled over|set up|teed up|played in|"
    r"slipped in|picked out|introduced|substituted|replaced (?:by|with)|booked|cautioned|fouling|felling|tripping|"
    r"marking|"
    r"chief executive|vice-chairman|tycoon|businessman|strikers|defenders|midfielders|forwards|wingers|goalscorers?|"
    r"scorers?|"
    r"arrival of|fitness of|absence of|departure of|dismissal of|unveiled|approach for|replacement for|players like|"
    r"team-?mates?|colleague|signings?|star|starlet|ace|hero|match-?winner|(?<!the )great|icon|compatriot|countryman|"
    r"(?:ball|cross|rebound|it) fell to|fell (?:kindly|invitingly|nicely) (?:to|for)|rolled (?:it )?to|"
    r"(?:(?:crossed|squared|centred)(?: low)?|(?:pulled|cut|laid|rolled|nodded|headed|flicked|knocked|slipped|threaded|"
    r"played) (?:(?:it|the ball|one)(?: (?:back|off|on|down|across|through|inside))?|back|down|across)) for|"
    r"(?:squared|rolled) (?:it )?to|"
    r"unlikely source of|introduction of|injury to) $"
)
_CAME_OFF, _CAME_ON = r" \([a-z][\w'. -]{1,20}? \d{1,3}\b", r" \d{1,3}'?\)"
_IS_A_MAN = (
    r",? (?:(?:was|is|became|remains|finished|ended|has been|had been|now|again|also|comfortably|easily)(?: up)?"
    r"(?: as)? ){1,3}"
    r"(?:(?:the|their|his|her|a|an|joint|club|only|first|\w+'s?|\w+s'|leading|top|record|highest|second|all-time|first-"
    r"choice|regular|new|former|unused)[ -]){0,4}"
    r"(?:(?:goal)?scorer|marksman|captain|skipper|goalkeeper|striker|defender|midfielder|winger|substitute|debutant|"
    r"teenager|ever-present|(?:player|footballer|man) of the (?:year|season|match))\b"
)
_OUTDONE = (
    r" to (?:the (?:ball|punch|rebound|loose|cross|near|far|through)|it\b)|"
    r" with an? (?:[a-z-]+ ){0,2}(?:shot|drive|chip|dummy|feint|step-?over)\b"
)
_HEADS_A_LIST = r"\b(?:goals?|scorers?|booked|sent off|subs?(?: not used)?|substitutes?): $"

_HIS_DEED = (
    r" (?:strike(?!s| (?:back|late|early|first|twice|deal|again|gold|through|from|in|on))|header|volley|brace|"
    r"hat-trick|"
    r"tap-in|own[- ]goal|piledriver|backheel|thunderbolt|screamer)\b|"
    r"(?: and [\w'-]+(?: [\w'-]+)?)? goals (?:gave|hand|earn|secur|seal|put|saw|help|ensur|were enough|either side|"
    r"in (?:the|each)|"
    r"condemn|clinch|fir|lift|inspir|rescu|claim|set|had|before)"
)

MAN_CUES = (
    Cue("after", _HIS_DEED, person=3),
    Cue("after", r" (?!went|took|fell)[^.;,\n]{3,44} (?:when|as|after) (?:he|she) ", person=1.2),
    Cue("after", _OFTEN + _BODY, person=2.5),
    Cue("after", r",? who" + _OFTEN + _BODY, person=2.5),
    Cue("after", _BODY_NOW, person=2.5),
    Cue("after", _SUFFERED, person=2.5),
    Cue("after", _OFTEN + _DONE_AS_WELL_BY_CLUBS, person=1),
    Cue("after", _LIMB, person=2.5),
    Cue("after", _IS_A_MAN, person=2.5),
    Cue("after", _PUTS_A_SIDE, person=2),
    Cue("after", _PRIZE, person=1),
    Cue("after", _OUTDONE, person=1.5),
    Cue("after", _CAME_OFF, person=1.5),
    Cue("after", _CAME_ON, person=2),
    Cue("before", _FROM_HIM, person=1.5),
    Cue("before", _DONE_TO_HIM, person=2),
    Cue("before", _HEADS_A_LIST, person=3),
)

# "Tavito celebrated his new contract": what he does to his own; a club does it to a man of its own ("sacked his").
HIS_OWN = re.compile(
    r"(?!(?:-born)? (?:man|native|lad|boy|youth) ) (?!(?:(?:have|had|has|will|would|could|then|also|later) )*"
    r"(?:extend|terminat|accept|reject|sign(?:ed)? (?:up )?his|renew|offer|activat|cancel|confirm|announc|want|pa[iy]|"
    r"let |den[iy]|"
    r"agree|sack|block|match|trigger|appreciat|hope|need|know|expect|consider|believ|secur|land|welcom|"
    r"end(?:ed)? his (?:loan|contract|stay)|allow|pick|bought|buy|sold|sell))"
    r"(?:(?!(?:when|after|as|before|if|because|that|while|where|who|until|since|than|but|of|thanks|following|through|"
    r"for|and|at|from|are|were|have)\b)[a-z][\w'-]* ){1,5}?(?:his|himself)\b"
)
