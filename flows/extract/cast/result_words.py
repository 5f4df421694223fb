"""What the words right beside a capitalised name say of results: "lost to X", "X went down 2-0", "lifted X into third".

In: the lower-case text and the name. Out: what they are worth for a club, how strongly each cue in its kind.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.extract.text.beside import After, Before, Cues
from flows.extract.text.mentions import Mention

_ASIDE = r"(?:,[^,.;]{0,40},| - [^.;]{0,48} -| \([^()]{2,20}\))? "
_PLURAL = re.compile(
    _ASIDE + r"(?:(?:will|must|are set to|are due to) )?(?:\d-\d (?:up|down|ahead|behind)|"
    r"(?:fell|went) (?:a goal )?behind|took an? (?:[\w-]+ ){0,2}lead|"
    r"(?:were|went|are|go) \d+-\d+ (?:up|down|ahead|behind)|(?:put|hit) \w+ past|shipped|conceded|let slip|threw away|"
    r"trail(?:ed \d+-\d+)?|lead|led \d+-\d+|rallied|recovered|came (?:back )?from|come from|needed extra time|"
    r"had to settle|bounced? back|collapsed|crashed out|bowed out|climbed|go to|"
    r"moved(?! on\b| from\b| for\b| in\b| to (?!the top|the summit|within|\w+th\b|second|third))|"
    r"went (?:out|through|down|to|top|second|third)|travel(?:led)? to|host|hosted|faced?|visit|visited|entertain|"
    r"welcomed?|meet|met(?! (?:an?|the|his|her) )|take on|took on|are (?:away|at home) to|(?:have been|were) drawn|"
    r"raced into|hit back to|"
    r"fought back|replied (?:twice to|through)|went (?:in front|ahead)|were reduced to|never recovered|"
    r"took the lead|(?:have |had )?(?:now )?(?:won|lost|drawn) their|"
    r"(?:have |had )?(?:now )?(?:won|lost|drew|drawn) (?:again|three|four|"
    r"five|six|seven|eight)|started (?:brightly|strongly|well)|pressed for)\b"
)
_NOUNS = (
    "wins?|winners|victory|draws?|ties?|defeats?|loss|reverse|rout|thrashing|hammering|drubbing|triumph|success|stalemate|"
    "demolition|humbling|hiding|mauling|beating|humiliation|setback|romp|trouncing|walloping|pasting"
)
_SCORERS_DO = (
    "sent|helped|fired|guided|led|inspired|lifted|steered|propelled|shot|headed|scored|struck|netted|missed|ensured|put"
)
_TOOK_A_RESULT = re.compile(
    _ASIDE + r"(?:(?:have|then|still|also|comfortably|finally|duly) )?"
    rf"(?!(?:has|had|is|was|said|did|who|{_SCORERS_DO}|and (?:\w+ ){{1,2}}(?:{_SCORERS_DO})) )\w+ "
    rf"(?:[\w-]+ ){{0,6}}?\d+-\d+ (?:[\w-]+ ){{0,2}}(?:{_NOUNS})\b"
)
_CAME_BACK = re.compile(
    r"(?:, who)? (?:then |duly |later |eventually )?(?:hit|fought|battled|came|come|roared|stormed|bounced|"
    r"rallied|recovered|clawed|"
    r"turned|went on|responded|needed|scored|struck|overturned|did enough|held on|clung on|hung on|survived|"
    r"hangs? on|holds? on|clings? on|rall(?:y|ies)|recovers?|fights? back|comes? from|hits? back|ran out|produced)\b"
    r"[^.;\n]{0,70}? to (?:win|draw|beat|defeat|snatch|earn|claim|secure|rescue|salvage|complete|record|take|seal|edge|"
    r"clinch|sink|stun|overcome|grab) [^.;\n]{0,40}?\d-\d\b"
)
_MOVED_BY_A_RESULT = re.compile(
    r" (?:have |had )?(?:return(?:ed)?|mov(?:ed|e)|climb(?:ed)?|rose|went|leap(?:t|ed)|jump(?:ed)?|stay(?:ed)?|"
    r"remain(?:ed)?|slip(?:ped)?|drop(?:ped)?|fell|slid|extend(?:ed)?|stretch(?:ed)?|opened up|"
    r"tighten(?:ed)?|strengthen(?:ed)?|"
    r"boost(?:ed)?|kept|snap(?:ped)?|seal(?:ed)?|clinch(?:ed)?|reach(?:ed)?|book(?:ed)?|bounced back|"
    r"continued?|began|start(?:ed)?|completed?|maintain(?:ed)?|consolidat\w+|cement(?:ed)?|closed|cut|narrow(?:ed)?|"
    r"progress(?:ed)?|"
    r"advanced?|qualif(?:ied|y)|eased|cruised|stormed|marched|surged|battled|edged|squeezed|scraped|sailed|"
    r"flirted|laboured|toiled|survived|trailed|stumbled|wobbled|rode|overcame)\b"
    r"[^.;\n]{0,64}? (?:after|with|by|following|thanks to|courtesy of|despite|before) "
    rf"(?:(?:an?|the|their|this) (?:[\w-]+ ){{0,4}}?\d-\d (?:[\w-]+ ){{0,2}}(?:{_NOUNS})|"
    r"(?:beating|being|drawing|winning|losing|thrashing|hammering|defeating|edging|sinking|\w+ing past) "
    r"[^.;\n]{0,30}?\d-\d)\b"
)
_THEIR = re.compile(r"[^\d.;\n]{0,80}\btheir\b[^.;\n]{0,60}?\d-\d")
_TO_A_RESULT = re.compile(rf" (?:to )?an? (?:[\w-]+ ){{0,4}}?\d-\d (?:[\w-]+ ){{0,2}}(?:{_NOUNS})\b")
_HELPS = re.compile(
    r"\b(?:helped|lifted|fired|guided|led|inspired|steered|sent|propelled|saw|powered|gave|give|gives|giving|handed|"
    r"hands|"
    r"awarded|earned|earns|secured|secures|sealed|clinched|snatched|salvaged|rescued|won|ensured|brought|carried|"
    r"condemned|"
    r"consigned|helping|lifting|firing|guiding|leading|inspiring|steering|handing|earning|securing|condemning|shot|"
    r"swept|granted|took|leads?|helps?|fires?|guides?|inspires?|lifts?|steers?|sends?|propels?|powers?|carry|carries|"
    r"brings?|secure|seals?|clinch|snatch|rescue|salvage|rescuing|salvaging|sending|shoots?|ensures?|earn"
    r") (?:[a-z-]+ ){0,2}$"
)
_DROPPED_OUT = re.compile(r"\b(?:knocked|dumped|put|sent|bundled|knocking|dumping) (?:[a-z-]+ )?$")
_OUT_OF = re.compile(r" (?:crashing )?out (?:of|in|at|on)\b")
_FACED = re.compile(
    r"\b(?:hosts?|faces?|visits?|entertain|welcome|takes? on|meeting with|home to|away to|visit of|drawn against|"
    r"preparing for|(?:match|game|tie) against|tie with) $"
)
_WENT = re.compile(r"\b(?:hosts?|visits?|trip to|travels? to|travelling to|goe?s? to|away at|at) $")
_DAY = re.compile(
    r" (?:(?:on|this|next) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|weekend|month))\b"
)
_OPENS = re.compile(r"(?:^|[.!?\n]\s*)$")
_ARE = re.compile(r" (?:are|were|have) ")
_NO_SIDE = re.compile(r"s$|^(?:Staff|Media|Police|People|Data|Crowds)$")
_LED_FROM = After(
    r" (?:boss|manager|coach|head coach|captain|skipper|striker|defender|midfielder|goalkeeper|keeper|winger|forward|"
    r"chief executive|chairman|chairwoman|president|owner|director|full-back|left-back|right-back|centre-back|"
    r"centre-half|playmaker|legend|assistant manager|player-manager|hitman|marksman|stopper) ",
    28,
)
_ADJECTIVE = re.compile(r"(?:al|ed|ous|ive|ful|ing|ent|ant|ian|ean|ese|ish|ic|born|ible|able|ary|time)$|^(?:Ex|Then)-")
_MET = re.compile(
    r"\b(?:(?:red card|sent off|debut|goals?|hat-trick|equaliser|winner|brace|display|performance) against|"
    r"(?:side|team|men|they|we|his|her) (?:met|meet|faced|face|play|played|beat|host|visit)|(?:put|hit|scored|"
    r"scoring|hitting|putting) \w+(?: goals)? (?:past|against)|"
    r"(?:shipped|conceded) \w+ (?:at|against|to)|"
    r"(?:won|lost|drew|draw|defeat|win|victory|losing|winning|drawing|drawn|loss|reverse|triumph|stalemate|"
    r"beaten (?:at|\d-\d at)) (?:at|to|over|against)|(?:drew|draw|drawing|drawn|stalemate) with|"
    r"(?:were|been|being|are|,|side) (?:[\w-]+ )?beaten by|"
    r"(?:were|been|being|are) (?:[\w-]+ )?(?:knocked out|eliminated|dumped out|thrashed|hammered|held|humbled|"
    r"stunned|routed|crushed|edged out|pipped|outclassed|outplayed|relegated)(?: [\w -]{1,30})? by|"
    r"(?:must|needs? to|have to|has to|fail(?:ed|s)? to) (?:beat|overcome|avoid defeat (?:to|against|at))|"
    r"(?:draw|stalemate|match|game|tie|fixture|final|clash|\d+-\d+)(?: (?:at|in) [\w' ]{3,26})? between) $"
)
_TOOK = re.compile(r"\b(?:took|lifted|sent|leaves|left|moved|earned|helped|carried|fired|gave|put|hands|handed|for) $")
_SIDE_BEFORE = re.compile(
    r"(?:\d-\d (?:[\w-]+ ){0,3}(?:win|victory|draw|defeat|loss|triumph|success|stalemate|reverse) for|"
    r"\b(?:wins?|victor(?:y|ies)|draws?|defeats?) for|next up for|\d-\d (?:up|ahead|down|behind) against|"
    r"(?:visit|arrival) of|(?:trip|visit|journey) to|next (?:match|game|opponents?|fixture) (?:is|are) (?:against |"
    r"at |away to )?|"
    r"(?:ground|home|pitch) of|result at|points? (?:from|at)|pairs|defeat on|held|holding|"
    r"(?:meeting|match|game|tie|fixture|friendly|clash|replay|final|semi-final|derby|encounter|contest) (?:with|"
    r"against|between)) $"
)
_SIDE_AFTER = re.compile(
    _ASIDE + r"(?:(?:have|had|then|still|also|comfortably|finally|duly|only|could only|can only|will) )?(?:"
    r"inflicted|suffered(?! [^.;,]{0,40}\b(?:injur|knock|strain|fractur|concussion|broken|torn|ligament|relapse))|"
    r"slumped|succumbed|surrendered|took (?:all )?(?:three|the|a) points?|dropped (?:two )?points|"
    r"held on|went through|ran out|go through|are preparing|prepare for|"
    r"will (?:host|face|play(?! (?:his|her|for|alongside|under)\b)|meet|travel|visit|entertain|be without)|"
    r"next (?:face|play|meet|host|visit|travel)|"
    r"(?:could only |can only )?(?:manage|draw|drew|ties|tied) \d-\d|hosted|welcomed|ran away with|"
    r"(?:\w+ )?already beaten|"
    r"(?:were|was|are|been) (?:beaten|held|thrashed|hammered|humbled|knocked out|eliminated|undone|relegated|"
    r"promoted|crowned|"
    r"denied|stunned|routed|crushed|drawn|level|top|bottom|without a win|unbeaten)|put out|"
    r"(?:sits?|lie|stand|remain|stay|moved?|climb(?:ed)?|drop(?:ped)?|slip(?:ped)?) (?:\w+ )?(?:top|bottom|second|"
    r"third|fourth|"
    r"fifth|sixth|seventh|eighth|ninth|tenth|mid-table)|(?:eliminated|knocked out|overcame|edged out) [A-Z]?\w+)\b"
)
_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)|another|only|latest|"
    r"last|biggest|heaviest|best|worst)"
)
_ACTS_AS_A_SIDE = re.compile(
    _ASIDE + r"(?:(?:have|had|has|then|also|who|finally|duly|were|are|will|now) )*(?:"
    r"(?:extend|stretch|preserv|maintain|end|continu|protect|lost?|keep|kept|saw|build|built)\w*(?: on)? their "
    r"(?:[\w-]+ ){0,2}(?:unbeaten|winning|losing|winless|perfect|home|away|league|scoring|hundred|100)[\w -]{0,20}"
    r"(?:run|record|streak|start|sequence|form)|"
    r"(?:squander|surrender|wast|blew|blow|held|build|built|open|establish|let slip|threw away|doubl|protect|defend|"
    r"lost)\w*(?: up| on to)? (?:an?|their|the) (?:[\w-]+ )?(?:\w+-goal|\d-\d|half-time|early|first-half|first-leg|"
    r"late) "
    r"(?:[\w-]+ )?(?:lead|advantage|cushion)|"
    r"ran (?:riot|rampant|out (?:[\w-]+ ){0,2}winners)|needed (?:penalties|a (?:penalty )?shoot-?out|extra[- ]time|"
    r"a (?:late|stoppage|last)[\w -]{2,30}) to (?:overcome|beat|see off|edge|draw|win|progress|go through|rescue)|"
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
    r"(?:had|have|needed) to (?:come from behind|wait|withstand|weather|survive|do it the hard way)\b|"
    r"(?:had|enjoyed|earned|deserved) an? (?:[\w-]+ ){0,3}(?:win|victory|draw|defeat|triumph) "
    r"(?:over|against|at|with)\b|"
    r"led (?:at (?:the break|half-time|the interval)|through|twice|early on)\b|"
    r"pulled (?:one|a goal) back but (?:lost|went|could|still)|"
    r"could (?:still )?(?:go|move|climb|drop|slip|be relegated|be promoted|be crowned)\b|"
    r"(?:knock|dump|bundle|send|sent)\w* [^,.;\n]{2,30} (?:crashing |tumbling |spinning )?out of\b|"
    r"(?:beat|defeated) [^,.;\n]{2,30} (?:on penalties|after extra time|on aggregate|on away goals|"
    r"in (?:last|this) (?:season|year)'s|in the (?:[\w-]+ )?(?:final|semi-finals?|quarter-finals?|[\w-]+ round))\b)|"
    r",? (?:who|which) (?:are|were|have)\b(?! (?:both|all|two|three|each))|"
    r" (?:when|as|before|if|after|until|once|since) they (?:face|meet|play|host|visit|travel|take on|entertain|go to|"
    r"faced|met|played|hosted|visited|travelled|took on|beat|lost|drew)\b"
)
_SEES_OFF = re.compile(
    r" (?:have |had |then |also |comfortably |duly )*(?:saw off|see off|edg(?:e|ed) (?:out|past)|sw(?:ept|atted) aside|"
    r"brushed aside|cruised past|eased past|squeezed past|scraped past|overc[ao]me|outclassed|overwhelmed|trounced|"
    r"demolished|dismantled|hammered|thumped|thrashed|humbled|overturned|toppled|downed) "
    r"(?!(?:home|in|it|the|an?|his|her|him|into|wide|over|past|off|against|from|two|three|several|some|to|for|down)\b)"
)
_HELD = re.compile(r"\b(?:held|holding|hold|restrict(?:ed|ing)|limit(?:ed|ing)|pegged) (?:[a-z-]+ )?$")
_TO_A_DRAW = re.compile(r" (?:back )?(?:to|at) (?:an? )?(?:[\w-]+ ){0,2}(?:draw|stalemate|\d ?- ?\d|nil|point)\b")
_LEVELS = re.compile(
    r"\b(?:headed|fired|shot|drew|brought|hauled|put|pulled|sent|nudged|edged|gave|dragged|kept|steered|eased|saw|took|"
    r"fires|heads|sees|sends|puts) $"
)
_LEVEL = re.compile(
    r" (?:level|ahead|in front|back level|back into|past|home and dry|(?:only |just )?[\w-]+ (?:seconds|minutes) to\b|"
    r"two goals? (?:up|clear|ahead)|(?:\d|one|two|three)-(?:\d|nil|up)|"
    r"on level terms|in command|in control|on course|on (?:their|its) way)\b"
)
_AT_THEIR_COST = re.compile(
    r"\b(?:(?:deadlock|scoring|equalis\w+|levell?\w*|replied|responded|hit back|pulled (?:one|a goal) back|struck|"
    r"netted) for|"
    r"at the expense of|shared (?:the (?:points|spoils)|\w+ goals) with|(?:one|two|three|four|five|six|seven|"
    r"eight|nine|ten) (?:goals )?past|no match for|won (?:it|the (?:game|match|tie)) \d ?- ?\d for|"
    r"too (?:strong|good|much) for|proved too \w+ for|"
    r"(?:nothing|little|no goals|inseparable|(?:it )?(?:finished|ended)(?: \d ?- ?\d| goalless| level| all square)) "
    r"between) $"
)
_OWN_NTH = re.compile(
    r"'s? (?:" + _NTH + r" )(?:[\w-]+ ){0,3}(?:wins?|victory|defeat|loss|draw|point|points|clean sheet|reverse)\b"
    r"(?! as\b| in charge| at the helm| since (?:taking|replacing))"
)
_TAKEN_ON = re.compile(
    r"\b(?:took|takes?|lift(?:ed|s)?|sent|sends|moved?|moves|fired|carri(?:ed|es)|put|puts|keeps?|kept|left|leaves|saw|"
    r"sees|see|drop(?:ped|s)?|pull(?:ed|s)?|push(?:ed|es)?|sank|sinks|hoist(?:ed|s)?|propel(?:led|s)?|shot|brought|"
    r"brings|catapult(?:ed|s)?|elevat(?:ed|es)|plung(?:ed|es)|leapfrog(?:ged)?|edg(?:ed|es)|guid(?:ed|es)) $"
)
_SOMEWHERE = re.compile(
    r" (?:into the|through to|through|top of|top|bottom of|above|up to|down to|level with|clear of|out of|within|"
    r"(?:back )?to (?:the (?:top|summit|head|bottom|foot|brink)|within|\w+th\b|second|third)|"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|bottom|clear)"
    r"(?=[,.;]| (?:in|on|and|with|behind|of)\b)|"
    r"into (?:second|third|fourth|fifth|sixth|seventh|\w+th\b)|"
    r"back (?:in)?to|"
    r"in the (?:last|semi|quarter|final|next|relegation|drop))\b"
)
_GIVEN_A_RESULT = re.compile(
    r" (?:a|an|the|all|another|their) (?:[\w-]+ ){0,2}(?:win|victory|draw|tie|points?|lead|lifeline|advantage|"
    r"equaliser|replay|triumph|spoils)\b"
)
_GIVES = re.compile(
    r"\b(?:earn|earned|earns|hand|handed|hands|give|gave|gives|giving|win|won|secure|secured|snatch|"
    r"snatched|rescued?|deny|denied|denying|cost) $"
)
_AS_THEY = re.compile(
    r"(?! (?:gave|put|sent|fired|headed|scored|struck|handed|missed|was|is|has|had|said|says|hit|saved|made|"
    r"levelled)\b)"
    r"(?:'s?)? [^.;\n\"]{2,70}? (?:as|when|after|before|and|but|until|although) they (?:have |had )?(?:lost|drew|won|"
    r"could only (?:draw|manage)|beat|slumped|crashed|were (?:beaten|held|thrashed|hammered|knocked)|went down|fell to|"
    r"let slip)\b"
)
_LISTED_AT = re.compile(r"\d-\d (?:with|against|to|over) [^.;\n]{2,44}(?:,| and) \d-\d at $")
_BACK = 40
_AHEAD = 130
_BEFORE = Cues(
    (Before(cue, _BACK), cue)
    for cue in (
        *(_MET, _FACED, _WENT, _SIDE_BEFORE, _TAKEN_ON, _TOOK, _GIVES, _HELPS, _DROPPED_OUT),
        *(_HELD, _LEVELS, _AT_THEIR_COST),
    )
)
_AFTER = Cues(
    (After(cue, _AHEAD), cue)
    for cue in (
        *(_DAY, _ARE, _PLURAL, _SIDE_AFTER, _SOMEWHERE, _GIVEN_A_RESULT, _OUT_OF),
        *(_ACTS_AS_A_SIDE, _SEES_OFF, _TO_A_DRAW, _LEVEL),
    )
)
_SCORE_BESIDE = re.compile(r"\d-\d")
STRONG = 2.5
FAIR = 1.6
_HINT = 0.8


class ByWords(NamedTuple):
    """What the words around a name are worth: a first sum, whether it took a result, a last sum; where a coach's name
    would begin ("Wexcombe boss ..."; not after an adjective: "Influential captain Jon Hale")."""

    first: float
    took_a_result: bool
    last: float
    coach: int | None


def by_words(lower: str, mention: Mention) -> ByWords:
    """What the words around a name say."""
    took_a_result = False
    start, end = mention.start, mention.end
    before = _BEFORE.at(lower, start)
    weight = 0.0
    if not mention.possessive:
        after = _AFTER.at(lower, end)
        a_man = " " in mention.text and not _SCORE_BESIDE.search(lower, start, end + 50)
        met = _MET in before and not (a_man and lower.endswith("was beaten by ", 0, start))
        weight += STRONG * met + _HINT * (_FACED in before)
        weight += FAIR * (_WENT in before and _DAY in after)
        weight += FAIR * (_ARE in after and not _NO_SIDE.search(mention.text) and _opens(lower, start))
        beaten = _SIDE_AFTER in after and not (a_man and lower.startswith(" was beaten", end))
        weight += STRONG * (_PLURAL in after or beaten)
        if lower.endswith(" at ", 0, start):
            weight += STRONG * (_LISTED_AT.search(lower, max(0, start - 80), start) is not None)
        weight += FAIR * (_SIDE_BEFORE in before)
        weight += STRONG * (_TAKEN_ON in before and _SOMEWHERE in after)
        weight += STRONG * (_GIVES in before and _GIVEN_A_RESULT in after)
        weight += STRONG * (_DROPPED_OUT in before and _OUT_OF in after)
        weight += STRONG * (_ACTS_AS_A_SIDE in after or _AT_THEIR_COST in before)
        weight += STRONG * (_SEES_OFF in after)
        weight += STRONG * ((_HELD in before and _TO_A_DRAW in after) or (_LEVELS in before and _LEVEL in after))
        if lower.find("-", end, end + _AHEAD) >= 0:
            ahead = lower[end : end + _AHEAD]
            took_a_result = any(ways.match(ahead) for ways in (_TOOK_A_RESULT, _CAME_BACK, _MOVED_BY_A_RESULT))
            weight += FAIR * (took_a_result and _THEIR.match(ahead) is not None)
            weight += STRONG * (_HELPS in before and _TO_A_RESULT.match(ahead) is not None)
    elif _OWN_NTH.match(lower, end):
        weight += STRONG
    if _opens(lower, start) and lower.find(" they ", end, end + _AHEAD) >= 0:
        weight += STRONG * (_AS_THEY.match(lower, end) is not None)
    beside = lower[max(0, start - 70) : end + 50] if _TOOK in before else ""
    coach = _LED_FROM.match(lower, end)
    at = end + coach.end() if coach is not None and not _ADJECTIVE.search(mention.text) else None
    return ByWords(weight, took_a_result, FAIR * (_SCORE_BESIDE.search(beside) is not None), at)


def acts_as_a_side(lower: str, mention: Mention) -> bool:
    """Whether the words around a name can be said of a side only, whatever else may be called so."""
    words = by_words(lower, mention)
    return words.first >= STRONG or words.took_a_result


def _opens(lower: str, start: int) -> bool:
    return _OPENS.search(lower[max(0, start - _BACK) : start]) is not None
