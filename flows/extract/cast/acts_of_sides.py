"""What only a side does or has done to it: throws away leads, is held to draws, finishes sixth, is seen off.

Expressions on the lower-case text right before or right after a name, whoever bears it. `result_words` asks them of the
names that no vocabulary knows, of those that are plain words too, and of countries.
"""

from __future__ import annotations

import re

ASIDE = r"(?:,[^,.;]{0,40},| - [^.;]{0,48} -| \([^()]{2,20}\))? "
_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)|another|only|latest|"
    r"last|biggest|heaviest|best|worst)"
)
_LEAD = r"(?:[\w-]+ )?(?:\d-\d|[\w-]+-goal|[\w-]+-point) (?:[\w-]+ )?(?:lead|advantage|cushion)"
ACTS_AS_A_SIDE = re.compile(
    ASIDE + r"(?:(?:have|had|has|then|also|who|finally|duly|were|are|will|now) )*(?:"
    r"missed (?:out on )?(?:the|a) chance (?:to (?:go|move|join|close|climb|cut|extend|open|leapfrog|reclaim|return to|"
    r"pull clear|narrow|book|qualify|reach|stretch|avoid|ease|escape|rise)|of)\b|"
    rf"(?:hold|held|take|took|carry|carried|enjoy|enjoyed|boast|establish\w*|defend|have|had|need to overturn|"
    rf"overturned|must overturn) an? {_LEAD}\b|"
    r"(?:equalis|levell|struck|scored|repli|respond|hit back|struck back|went (?:ahead|in front|two up)|led|lead|"
    r"doubled (?:their|the) (?:lead|advantage)|took the lead|pulled (?:one|a goal) back|drew level|halved the deficit)"
    r"\w*(?: (?:again|late on|early on|immediately|quickly|first|twice|before (?:the break|half-time)|straight away|"
    r"on the (?:hour|half-hour)|(?:in|after|on) (?:the )?\w+ minutes?))? (?:through|courtesy of|via)\b|"
    r"(?:be|been|are|were) (?:looking|hoping|aiming|seeking|hopeful|keen|desperate|determined|bidding|eager|out|"
    r"trying) (?:to bounce back|to (?:[^.;,\n]{0,30} )?their|to end|of (?:[^.;,\n]{0,30} )?their)\b|"
    r"(?:reduced?|cut|closed?|narrow(?:ed)?|trim(?:med)?) (?:the|their) (?:gap|lead of)\b|"
    r"(?:took|take|taken|moved?|edged?|inched|march(?:ed)?) (?:another|a|one)? ?(?:[\w-]+ )?(?:steps?|closer|nearer) "
    r"(?:closer |nearer )?(?:to|towards?)\b|"
    r"(?:had|have|enjoyed|endured|face|faced) an? (?:much |far )?(?:easier|harder|tougher|comfortable|difficult|"
    r"frustrating|miserable|perfect|quiet|rough|torrid) (?:night|evening|afternoon|time of it|passage|task)\b|"
    r"(?:stroll|romp|cruis|eas|rac|storm|coast|march|sail|limp|stumbl|crash|slump|slid|sank|fell|slipp|succumb|"
    r"went down|surg|power|charg)\w* to (?:an?|their|the) " + _NTH + r"? ?(?:[\w-]+ ){0,3}"
    r"(?:wins?|victory|defeats?|triumph|success|loss)\b(?! for\b)|"
    r"picked up (?:only |just )?(?:an?|their|the) " + _NTH + r"? ?(?:[\w-]+ ){0,3}(?:wins?|victory|points?|draw)\b|"
    r"took full advantage\b|t(?:ook|ake|akes) over (?:at|on) (?:the )?top\b|"
    r"(?:edged|won|shaded|nicked|took|lost) an? (?:[\w-]+ ){0,2}(?:thriller|classic|contest|encounter|cracker|goalfest|"
    r"see-?saw|epic|affair) \d-\d|"
    r"(?:had|enjoyed|saw|created) (?:much |far |by far )?(?:the )?(?:better|best|most|majority|lion's share|more|"
    r"plenty) of (?:the (?:ball|game|match|chances|play|possession|first|second|opening|early|territory)|it\b|"
    r"possession)|name[ds]? an unchanged|"
    r"(?:must|will have to) (?:do|make do|cope|manage) without\b|"
    r"fell at the (?:first|second|third|final|last) hurdle|failed to turn up\b|"
    r"threw (?:men|bodies|everything|everyone) forward|missed out on (?:promotion|the play-offs|automatic)|"
    r"gave [a-z' -]{3,24} an? (?:scare|fright|football lesson|real game)\b|"
    r"(?:twice |again )?(?:came|come|fought|battled) (?:back )?from (?:behind|\w+ (?:goals? )?down)\b|"
    r"(?:looked|seemed|appeared) (?:to be )?(?:heading|destined|on course) for\b|had to work (?:hard|"
    r"overtime) for their\b|"
    r"(?:can|could|may|might) still (?:finish|go up|qualify|catch|be (?:promoted|relegated|caught))\b|"
    r"gave (?:new|caretaker|interim) (?:manager|coach|boss|head coach)\b|"
    r"(?:produced|pulled off|caused) the (?:upset|shock|surprise) of\b|"
    r"need(?:ed)? an? (?:late|stoppage-time|last-minute|injury-time|added-time) [^.;,\n]{3,44} to (?:earn|force|"
    r"salvage|"
    r"snatch|secure|take|avoid|beat|win|draw)\b|"
    r"(?:extend|stretch|preserv|maintain|end|continu|protect|lost?|keep|kept|saw|build|built)\w*(?: on)? their "
    r"(?:[\w-]+ ){0,2}(?:unbeaten|winning|losing|winless|perfect|home|away|league|scoring|hundred|100)[\w -]{0,20}"
    r"(?:run|record|streak|start|sequence|form)|"
    r"(?:squander|surrender|wast|blew|blow|held|build|built|open|establish|let slip|threw away|doubl|protect|defend|"
    r"lost)\w*(?: up| on to)? (?:an?|their|the) (?:[\w-]+ )?(?:\w+-goal|\d-\d|half-time|early|first-half|first-leg|"
    r"late) "
    r"(?:[\w-]+ )?(?:lead|advantage|cushion)|"
    r"(?:kept|keep|piled|heaped|maintain(?:ed)?) (?:up |on |alive )?(?:the|their) (?:pressure|chase|challenge|push|"
    r"hopes|momentum|heat|pace)\b|"
    r"made it [\w-]+ (?:wins|defeats|draws|games|matches|points|victories|without)\b|"
    r"(?:had|have) [^,.;\n]{3,30} to thank for\b|(?:had|have|saw) (?:(?!been\b)[^,.;\n]){3,40} (?:sent off|"
    r"dismissed|red-carded|shown (?:an? )?(?:straight |second )?(?:red|yellow))\b|"
    r"made (?:hard|light|short|heavy) work of\b|"
    r"ran (?:riot|rampant|out (?:[\w-]+ ){0,2}winners)|"
    r"(?:needed|required) (?:penalties|spot-kicks|an? (?:penalty )?(?:shoot-?out|replay)|extra[- ]time|"
    r"(?:a|two) (?:late|stoppage|last)[\w -]{2,30}) to (?:overcome|beat|see off|edge|draw|win|progress|go through|"
    r"rescue|get (?:past|through)|knock out|dispose of|put out|squeeze|come through|advance|reach|book)|"
    r"(?:can|could|will|took|take|have taken) (?:take )?an? (?:[a-z]+ )?steps? (?:towards|closer to) (?:safety|"
    r"survival|"
    r"promotion|the (?:title|play-offs|drop)|qualif)|"
    r"finished (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|bottom|top|\d{1,2}(?:st|nd|rd|th)|"
    r"mid-table)\b(?! to | behind )|"
    r"(?:chalk|rack|notch|register|record|post|claim|secur|celebrat|mark|end|clinch|suffer|slip|slump|crash|snap|"
    r"made it|complet)\w*(?: up| to| with)? (?:an?|their|the) " + _NTH + r"? ?(?:[\w-]+ ){0,3}"
    r"(?:wins?|victory|victories|defeats?|draws?|clean sheets?)\b(?! for\b)|"
    r"(?:came away|returned|went home|escaped) (?:from [^,.;]{2,30} )?with (?:nothing\b|"
    r"(?:a|all three|the|three) (?:[\w-]+ )?(?:points?|draw|win|spoils)\b)|"
    r"(?:settle|settled) for a (?:point|draw|share)|"
    r"shared (?:the (?:points|spoils)|\w+ goals|a )|went (?:\w+ )?(?:games|matches) without|"
    r"(?:have|had) (?:\w+ )?(?:games?|matches) in hand|"
    r"(?:set up|earned|booked|secured|reached|clinched|won) an? (?:[\w-]+ ){0,3}?"
    r"(?:quarter-final|semi-final|final|tie|replay|clash|meeting|showdown)\b"
    r"(?! (?:start|goal|appearance|debut|winner|medal)\b)|"
    r"(?:had|have|needed) to (?:come from behind|wait|withstand|weather|survive|do it the hard way)\b|"
    r"(?:had|enjoyed|earned|deserved) an? (?:[\w-]+ ){0,3}(?:win|victory|draw|defeat|triumph) "
    r"(?:over|against|at|with)\b|"
    r"(?:gave|handed|give|hand) (?:[\w-]+ ){0,3}?(?:new|caretaker|interim|incoming|acting|returning|under-fire|"
    r"outgoing|departing) (?:head )?(?:manager|coach|boss) [^.;\n]{3,40}? (?:an?|the|his) (?:[\w-]+ ){0,2}"
    r"(?:start|win|victory|point|debut|send-off|gift|present|boost|farewell)\b|"
    r"led (?:at (?:the break|half-time|the interval)|through|twice|early on)\b|"
    r"pulled (?:one|a goal) back but (?:lost|went|could|still)|"
    r"(?:leapfrogg|displac|dislodg|dethron|replac|overt|overhaul|knock)\w+ [^,.;\n]{2,30} (?:at|off|from) (?:the )?"
    r"(?:top|summit|perch|foot|bottom)\b|(?:leapfrogg|overt|overhaul|climb|mov|jump)\w+ (?:over |above )?"
    r"[^,.;\n]{2,30} into (?:second|third|fourth|fifth|sixth|seventh|top|the (?:top|play-off))\b|"
    r"could (?:still )?(?:go|move|climb|drop|slip|be relegated|be promoted|be crowned)\b|"
    r"(?:knock|dump|bundle|send|sent)\w* [^,.;\n]{2,30} (?:crashing |tumbling |spinning )?out of\b|"
    r"(?:beat|defeated) [^,.;\n]{2,30} (?:on penalties|after extra time|on aggregate|on away goals|"
    r"in (?:last|this) (?:season|year)'s|in the (?:[\w-]+ )?(?:final|semi-finals?|quarter-finals?|[\w-]+ round))\b)|"
    r", (?:(?:promoted|relegated|beaten|runners-up|champions|finalists|semi-finalists) (?:last|this|in|as|on)\b|"
    r"without a (?:win|victory|league win)|unbeaten (?:in|at|since)|winless in|(?:top|bottom|second|"
    r"third) (?:of|in) the|"
    r"level on points|their (?:next )?opponents)\b|"
    r",? (?:who|which) (?:are|were|have)\b(?! (?:both|all|two|three|each))|"
    r" (?:when|as|before|if|after|until|once|since) they (?:face|meet|play|host|visit|travel|take on|entertain|go to|"
    r"faced|met|played|hosted|visited|travelled|took on|beat|lost|drew)\b"
)
SEES_OFF = re.compile(
    r" (?:have |had |then |also |comfortably |duly )*(?:saw off|see off|edg(?:e|ed) (?:out|past)|sw(?:ept|atted) aside|"
    r"brushed aside|cruised past|eased past|squeezed past|scraped past|overc[ao]me|outclassed|overwhelmed|trounced|"
    r"demolished|dismantled|hammered|thumped|thrashed|humbled|overturned|toppled|downed) "
    r"(?!(?:home|in|it|the|an?|his|her|him|into|wide|over|past|off|against|from|two|three|several|some|to|for|down)\b)"
)
HELD = re.compile(r"\b(?:held|holding|hold|restrict(?:ed|ing)|limit(?:ed|ing)|pegged) (?:[a-z-]+ )?$")
TO_A_DRAW = re.compile(r" (?:back )?(?:to|at) (?:an? )?(?:[\w-]+ ){0,2}(?:draw|stalemate|\d ?- ?\d|nil|point)\b")
LEVELS = re.compile(
    r"\b(?:headed|fired|shot|drew|brought|hauled|put|pulled|sent|nudged|edged|gave|dragged|kept|steered|eased|saw|took|"
    r"fires|heads|sees|sends|puts) $"
)
LEVEL = re.compile(
    r" (?:level|ahead|in front|back level|back into|past|home and dry|(?:only |just )?[\w-]+ (?:seconds|minutes) to\b|"
    r"two goals? (?:up|clear|ahead)|(?:\d|one|two|three)-(?:\d|nil|up)|"
    r"on level terms|in command|in control|on course|on (?:their|its) way)\b"
)
DRAWN_SO = re.compile(  # "the draw sees", "tie of the round sends"
    r"\b(?:draws?|lots|hat|balls|reward|tie of the round|pick of the (?:ties|round))\b"
    r"(?: (?:has|had|have|also|then|now|on \w+))? "
    r"(?:sees?|saw|gives?|gave|given|hand(?:s|ed)?|sends?|sent|takes?|took|reward(?:s|ed)?) $"
)
A_TIE = re.compile(
    r"(?:,[^,.;\n]{3,50},)? (?:(?:at home|away) (?:to|against|at)|(?:an?|the|with an?) (?:[\w-]+ ){0,3}(?:trip|visit|"
    r"journey|tie|home game|clash|date|showdown) (?:to|with|against|at|in)|travel(?:ling)? to)\b"
)
NEXT_FOR = re.compile(r"\b(?:next(?: up)?|up next|next in line) for $")
COMES = re.compile(
    r" (?:is|are|comes?|will be) (?:an?|the|[\w']+day's) (?:[\w-]+ ){0,3}(?:trip|visit|tie|game|match|meeting|"
    r"clash|derby|journey|date|fixture|encounter)\b"
)
AT_THEIR_COST = re.compile(
    r"\b(?:(?:deadlock|scoring|equalis\w+|levell?\w*|replied|responded|hit back|pulled (?:one|a goal) back|struck|"
    r"netted) for|"
    r"at the expense of|shared (?:the (?:points|spoils)|\w+ goals) with|(?:one|two|three|four|five|six|seven|"
    r"eight|nine|ten) (?:goals )?past|no match for|won (?:it|the (?:game|match|tie)) \d ?- ?\d for|"
    r"too (?:strong|good|much) for|proved too \w+ for|"
    r"(?:nothing|little|no goals|inseparable|(?:it )?(?:finished|ended)(?: \d ?- ?\d| goalless| level| all square)) "
    r"between) $"
)
_FARED = (
    r"(?:lost|losing|lose|won|winning|win|drew|drawing|draw|went down|going down|slumped|slump|crashed|fell|succumbed|"
    r"beat [a-z' .-]{3,20}|beating [a-z' .-]{3,20}|(?:were|being) (?:beaten|held|thrashed|hammered|routed))"
)
AND_FARED = re.compile(  # "X gave Y a scare but lost 3-2"
    r" (?!(?:gave|put|sent|fired|headed|scored|struck|handed|missed|was|is|has|said|says|hit|saved|netted|told|made|"
    r"levelled|joined)\b(?! (?:[a-z' .-]{3,24} )?an? (?:scare|fright|game|lesson)))"
    r"(?:(?!\b(?:his|her|he|she|who|him)\b)[^.;,:\n\"]){4,60}? (?:but|and|before|only to|yet) "
    r"(?:still |then |eventually |ultimately |duly |promptly |again |finally |could only |had to settle for |also |"
    rf"end(?:ed|ing) up |had )?{_FARED} (?:to an? )?\d ?- ?\d\b"
)
OWN_NTH = re.compile(
    r"'s? (?:reward|prize) for (?:an? |the )?[^.;,]{0,30}?(?:win|victory|beating|defeating)\b|"
    r"'s? (?:" + _NTH + r" )(?:[\w-]+ ){0,3}(?:wins?|victory|defeat|loss|draw|point|points|clean sheet|reverse)\b"
    r"(?! as\b| in charge| at the helm| since (?:taking|replacing))"
)
