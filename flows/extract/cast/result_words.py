"""What the words right beside a capitalised name say of results: "lost to X", "X went down 2-0", "lifted X into third".

In: the lower-case text and the name. Out: what they are worth for a club, how strongly each cue in its kind.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.extract.cast.acts_of_sides import (
    A_TIE,
    ACTS_AS_A_SIDE,
    AND_FARED,
    ASIDE,
    AT_THEIR_COST,
    COMES,
    DRAWN_SO,
    HELD,
    LEVEL,
    LEVELS,
    NEXT_FOR,
    OWN_NTH,
    SEES_OFF,
    TO_A_DRAW,
)
from flows.extract.text.beside import After, Before, Cues
from flows.extract.text.mentions import Mention

_PLURAL = (
    ASIDE + r"(?:(?:will|must|are set to|are due to) )?(?:\d-\d (?:up|down|ahead|behind)|"
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
    ASIDE + r"(?:(?:have|then|still|also|comfortably|finally|duly) )?"
    rf"(?!(?:has|had|is|was|said|did|who|{_SCORERS_DO}|and (?:\w+ ){{1,2}}(?:{_SCORERS_DO})) )\w+ "
    rf"(?:[\w-]+ ){{0,6}}?\d+-\d+ (?:[\w-]+ ){{0,2}}(?:{_NOUNS})\b"
)
_BY_A_RESULT = (
    rf"(?:with|thanks to|courtesy of|by means of) (?:an?|the|their|another) (?:[\w-]+ ){{0,4}}?\d-\d "
    rf"(?:[\w-]+ ){{0,2}}(?:{_NOUNS})\b|by (?:winning|beating|thrashing|defeating) [^.;\n]{{0,30}}?\d-\d\b"
)
_DID_BY_A_RESULT = re.compile(
    ASIDE + r"(?:(?:have|had|has|then|also|finally|duly) )?"
    rf"(?!(?:has|had|is|was|said|did|who|gave|{_SCORERS_DO}|and (?:\w+ ){{1,2}}(?:{_SCORERS_DO})) )"
    rf"[a-z]+(?:ed|t|ew) (?:(?!his |her |him |and |who |as )[\w'-]+ ){{1,12}}?(?:{_BY_A_RESULT})"
)
_WAS_DONE_TO = (
    r"\b(?:knock(?:ed|s)|sent|sends|send|condemn(?:ed|s)?|consign(?:ed|s)?|relegat(?:ed|es?)|dislodg(?:ed|es?)|"
    r"end(?:ed|s)?|deepen(?:ed|s)?|hand(?:ed|s)?|gave|give|left|leaves?|brought|brings?|den(?:ied|y|ies)|halt(?:ed|s)?|"
    r"avenged?|displac(?:ed|es?)|oust(?:ed|s)?|unseat(?:ed|s)?|wreck(?:ed|s)?|dash(?:ed|es)?|dent(?:ed|s)?|"
    r"extend(?:ed|s)?|prolong(?:ed|s)?|compound(?:ed|s)?|increas(?:ed|es?)|add(?:ed|s)? to|cut|reduc(?:ed|es?)|"
    r"(?:blow|end|damage|misery|pain|pressure|defeat|loss|woe|halt|stop) (?:to|on|for)|revenge (?:on|over)) "
    r"(?:(?:leaders|strugglers|champions|holders|hosts|visitors|rivals|neighbours|bottom side|bottom club|"
    r"[\w-]+-placed) )?$"
)
_BY_SUCH_A_RESULT = re.compile(rf"(?:'s?)? (?:(?!and |who |as |his |her )[\w'-]+ ){{1,12}}?(?:{_BY_A_RESULT})")
_CAME_BACK = re.compile(
    r"(?:, who)? (?:then |duly |later |eventually |twice |again |also |somehow ){0,2}"
    r"(?:hit|fought|battled|came|come|roared|stormed|bounced|"
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
_RESULTS_TAKEN = (_TOOK_A_RESULT, _DID_BY_A_RESULT, _CAME_BACK, _MOVED_BY_A_RESULT)
_THEIR = re.compile(r"[^\d.;\n]{0,80}\btheir\b[^.;\n]{0,60}?\d-\d")
_TO_A_RESULT = re.compile(rf" (?:to )?an? (?:[\w-]+ ){{0,4}}?\d-\d (?:[\w-]+ ){{0,2}}(?:{_NOUNS})\b")
_HELPS = (
    r"\b(?:helped|lifted|fired|guided|led|inspired|steered|sent|propelled|saw|powered|gave|give|gives|giving|handed|"
    r"hands|"
    r"awarded|earned|earns|secured|secures|sealed|clinched|snatched|salvaged|rescued|won|ensured|brought|carried|"
    r"condemned|"
    r"consigned|helping|lifting|firing|guiding|leading|inspiring|steering|handing|earning|securing|condemning|shot|"
    r"swept|granted|took|leads?|helps?|fires?|guides?|inspires?|lifts?|steers?|sends?|propels?|powers?|carry|carries|"
    r"brings?|secure|seals?|clinch|snatch|rescue|salvage|rescuing|salvaging|sending|shoots?|ensures?|earn"
    r") (?:[a-z-]+ ){0,2}$"
)
_DROPPED_OUT = r"\b(?:knocked|dumped|put|sent|bundled|knocking|dumping) (?:[a-z-]+ )?$"
_OUT_OF = r" (?:crashing )?out (?:of|in|at|on)\b"
_FACED = (
    r"\b(?:hosts?|faces?|visits?|entertain|welcome|takes? on|meeting with|home to|away to|visit of|drawn against|"
    r"preparing for|(?:match|game|tie) against|tie with) $"
)
_WENT = r"\b(?:hosts?|visits?|trip to|travels? to|travelling to|goe?s? to|away at|at) $"
_DAY = r" (?:(?:on|this|next) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|weekend|month))\b"
_OPENS = re.compile(r"(?:^|[.!?\n]\s*)$")
_ARE = r" (?:are|were|have) "
_NO_SIDE = re.compile(r"s$|^(?:Staff|Media|Police|People|Data|Crowds)$")
_LED_FROM = After(
    r" (?:boss|manager|coach|head coach|captain|skipper|striker|defender|midfielder|goalkeeper|keeper|winger|forward|"
    r"chief executive|chairman|chairwoman|president|owner|director|full-back|left-back|right-back|centre-back|"
    r"centre-half|playmaker|legend|assistant manager|player-manager|hitman|marksman|stopper|teenager|youngster|star|"
    r"stalwart|favourite|vice-captain|wing-back|loanee|attacker|frontman|talisman|academy graduate|academy product) ",
    28,
)
_ADJECTIVE = re.compile(r"(?:al|ed|ous|ive|ful|ing|ent|ant|ian|ean|ese|ish|ic|born|ible|able|ary|time)$|^(?:Ex|Then)-")
_MET = (
    r"\b(?:(?:red card|sent off|debut|goals?|hat-trick|equaliser|winner|brace|display|performance) against|"
    r"(?:side|team|men|they|we|his|her) (?:met|meet|faced|face|play|played|beat|host|visit)|(?:put|hit|scored|"
    r"scoring|hitting|putting) \w+(?: goals)? (?:past|against)|"
    r"(?:shipped|conceded) \w+ (?:at|against|to)|"
    r"(?:won|lost|drew|draw|defeat|win|victory|losing|winning|drawing|drawn|loss|reverse|triumph|stalemate|"
    r"beaten (?:at|\d-\d at)) (?:at|to|over|against)|(?:drew|draw|drawing|drawn|stalemate) with|"
    r"(?:were|been|being|are|,|side) (?:[\w-]+ )?beaten by|"
    r"(?:were|been|being|are) (?:[\w-]+ )?(?:knocked out|eliminated|dumped out|thrashed|hammered|held(?! back| up| "
    r"down)|humbled|"
    r"stunned|routed|crushed|edged out|pipped|outclassed|outplayed|relegated)(?: [\w -]{1,30})? by|"
    r"(?:must|needs? to|have to|has to|fail(?:ed|s)? to) (?:beat|overcome|avoid defeat (?:to|against|at))|"
    r"(?:draw|stalemate|match|game|tie|fixture|final|clash|\d+-\d+)(?: (?:at|in) [\w' ]{3,26})? between) $"
)
_TOOK = r"\b(?:took|lifted|sent|leaves|left|moved|earned|helped|carried|fired|gave|put|hands|handed|for) $"
_SIDE_BEFORE = (
    r"(?:\d-\d (?:[\w-]+ ){0,3}(?:win|victory|draw|defeat|loss|triumph|success|stalemate|reverse) for|"
    r"\b(?:wins?|victor(?:y|ies)|draws?|defeats?) for|\d-\d (?:up|ahead|down|behind) against|"
    r"\b(?:an?|the|three|precious|vital|valuable|first) points? for|"
    r"(?:visit|arrival) of|(?:trip|visit|journey) to|next (?:match|game|opponents?|fixture) (?:is|are) (?:against |"
    r"at |away to )?|"
    r"(?:ground|home|pitch) of|result at|points? (?:from|at)|pairs|defeat on|held|holding|"
    r"(?:meeting|match|game|tie|fixture|friendly|clash|replay|final|semi-final|derby|encounter|contest) (?:with|"
    r"against|between)) $"
)
_SIDE_AFTER = (
    ASIDE + r"(?:(?:have|had|then|still|also|comfortably|finally|duly|only|could only|can only|will) )?(?:"
    r"inflicted|suffered(?! [^.;,]{0,40}\b(?:injur|knock|strain|fractur|concussion|broken|torn|ligament|relapse))|"
    r"slumped|succumbed|surrendered|took (?:all )?(?:three|the|a) points?|dropped (?:two )?points|"
    r"held on|went through|ran out|go through|are preparing|prepare for|"
    r"(?:will|must) (?:now |then |also |instead |next )?(?:host|face|play(?! (?:his|her|for|alongside|under)\b)|meet|"
    r"travel|visit|entertain|be without)|"
    r"next (?:face|play|meet|host|visit|travel)|"
    r"(?:could only |can only )?(?:manage|draw|drew|ties|tied) \d-\d|hosted|welcomed|ran away with|"
    r"(?:\w+ )?already beaten|"
    r"(?:were|was|are|been) (?:beaten|held(?! back| up| down)|thrashed|hammered|humbled|knocked out|eliminated|"
    r"undone|relegated|"
    r"promoted|crowned|"
    r"denied|stunned|routed|crushed|drawn|level|top(?![ -](?:goal)?scorer)|bottom|without a win|unbeaten)|put out|"
    r"(?:sits?|lie|stand|remain(?:ed)?|stay(?:ed)?|moved?|went|rose|fell|climb(?:ed)?|drop(?:ped)?|"
    r"slip(?:ped)?) (?:\w+ )?(?:top|bottom|second|"
    r"third|fourth|"
    r"fifth|sixth|seventh|eighth|ninth|tenth|mid-table)|(?:eliminated|knocked out|overcame|edged out) [A-Z]?\w+)\b"
)
_TAKEN_ON = (
    r"\b(?:took|takes?|lift(?:ed|s)?|sent|sends|moved?|moves|fired|carri(?:ed|es)|put|puts|keeps?|kept|left|leaves|saw|"
    r"sees|see|drop(?:ped|s)?|pull(?:ed|s)?|push(?:ed|es)?|sank|sinks|hoist(?:ed|s)?|propel(?:led|s)?|shot|brought|"
    r"brings|catapult(?:ed|s)?|elevat(?:ed|es)|plung(?:ed|es)|leapfrog(?:ged)?|edg(?:ed|es)|guid(?:ed|es)) $"
)
_SOMEWHERE = (
    r" (?:into the|through to|through|top of|top|bottom of|above|up to|down to|level with|clear of|out of|within|"
    r"(?:back )?to (?:the (?:top|summit|head|bottom|foot|brink)|within|\w+th\b|second|third)|"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|bottom|clear)"
    r"(?=[,.;]| (?:in|on|and|with|behind|of)\b)|"
    r"into (?:second|third|fourth|fifth|sixth|seventh|\w+th\b)|"
    r"back (?:in)?to|"
    r"in the (?:last|semi|quarter|final|next|relegation|drop))\b"
)
_GIVEN_A_RESULT = (
    r" dear(?:ly)?\b| (?:a|an|the|all|another|their) (?:[\w-]+ ){0,2}(?:win|victory|draw|tie|points?|lead|lifeline|"
    r"advantage|equaliser|replay|triumph|spoils)\b"
)
_GIVES = (
    r"\b(?:earn|earned|earns|hand|handed|hands|give|gave|gives|giving|win|won|secure|secured|snatch|"
    r"snatched|rescued?|deny|denied|denying|cost) $"
)
_HIS_GOAL = re.compile(  # "Hale's late header lifted Brigg to third as they won": a man's
    r"'s? (?:[\w-]+ ){0,4}?(?:header|winner|opener|goals?|strike|penalty|volley|brace|hat-trick|equali[sz]er|leveller|"
    r"double|effort|free-kick|shot|drive|finish|cross|save|own goal|injury|absence|dismissal|red card|debut|return)\b"
)
_AS_THEY = re.compile(
    r"(?! (?:gave|put|sent|fired|headed|scored|struck|handed|missed|was|is|has|had|said|says|hit|saved|made|"
    r"levelled)\b)"
    r"(?:'s?)? [^.;\n\"]{2,70}? (?:as|when|after|before|and|but|until|although) they (?:have |had )?(?:lost|drew|won|"
    r"could only (?:draw|manage)|beat|slumped|crashed|were (?:beaten|held|thrashed|hammered|knocked)|went down|fell to|"
    r"let slip)\b"
)
_LISTED_AT = re.compile(r"\d-\d (?:with|against|to|over) [^.;\n]{2,44}(?:,| and) \d-\d at $")
_HIS_TIME = (
    r"\b(?:left|leav(?:es?|ing)|managed|coached|captained|quit|quitting|represented|managing|coaching|departed|"
    r"departing) $"
)
_OF_SO_LONG = (
    r" (?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4}|the summer|"
    r"mid-season)|last (?:month|week|year|season|summer|winter)|for (?:[\w-]+ ){1,2}(?:years?|seasons?|months?|"
    r"spells?|games|"
    r"matches)|between \d{4}|from \d{4}|until \d{4}|before (?:retiring|moving|joining)|by mutual|at the end of|"
    r"to (?:join|promotion|the title)|(?:\w+ )(?:years?|months?|weeks?|days?) (?:ago|later|earlier))\b"
)
_BACK = 40
_AHEAD = 130
_BEFORE = Cues((Before(cue, _BACK), cue) for cue in (_MET, _FACED, _SIDE_BEFORE, _TOOK, _WAS_DONE_TO, AT_THEIR_COST))
# What says something only together with what stands behind the name, which is asked first.
_BOTH = {
    behind: Before(cue, _BACK)
    for behind, cue in (
        *((_DAY, _WENT), (_SOMEWHERE, _TAKEN_ON), (_GIVEN_A_RESULT, _GIVES), (_OUT_OF, _DROPPED_OUT)),
        *((COMES, NEXT_FOR), (A_TIE, DRAWN_SO), (_OF_SO_LONG, _HIS_TIME), (TO_A_DRAW, HELD), (LEVEL, LEVELS)),
    )
}
_HELPED = Before(_HELPS, _BACK)
_AFTER = Cues(
    (After(cue, _AHEAD), cue)
    for cue in (
        *(_DAY, _ARE, _PLURAL, _SIDE_AFTER, _SOMEWHERE, _GIVEN_A_RESULT, _OUT_OF),
        *(ACTS_AS_A_SIDE, SEES_OFF, TO_A_DRAW, LEVEL, COMES, A_TIE, _OF_SO_LONG),
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
        both = [cue for cue in after if cue in _BOTH and _BOTH[cue].search(lower, start)]
        weight += FAIR * (_DAY in both)
        weight += FAIR * (_ARE in after and not _NO_SIDE.search(mention.text) and _opens(lower, start))
        beaten = _SIDE_AFTER in after and not (a_man and lower.startswith(" was beaten", end))
        weight += STRONG * (_PLURAL in after or beaten)
        if lower.endswith(" at ", 0, start):
            weight += STRONG * (_LISTED_AT.search(lower, max(0, start - 80), start) is not None)
        weight += FAIR * (_SIDE_BEFORE in before)
        weight += STRONG * (_SOMEWHERE in both)
        weight += STRONG * (_GIVEN_A_RESULT in both)
        weight += STRONG * (_OUT_OF in both)
        weight += STRONG * (ACTS_AS_A_SIDE in after or AT_THEIR_COST in before)
        weight += STRONG * (SEES_OFF in after) + STRONG * (COMES in both)
        weight += STRONG * (A_TIE in both)
        weight += STRONG * (_OF_SO_LONG in both)
        weight += STRONG * (TO_A_DRAW in both or LEVEL in both)
        if lower.find("-", end, end + _AHEAD) >= 0:
            ahead = lower[end : end + _AHEAD]
            took_a_result = any(ways.match(ahead) for ways in _RESULTS_TAKEN)
            weight += FAIR * (took_a_result and _THEIR.match(ahead) is not None)
            weight += STRONG * (_TO_A_RESULT.match(ahead) is not None and _HELPED.search(lower, start) is not None)
            weight += STRONG * (AND_FARED.match(ahead) is not None and _opens(lower, start))
    elif OWN_NTH.match(lower, end):
        weight += STRONG
    if _WAS_DONE_TO in before:
        weight += STRONG * (_BY_SUCH_A_RESULT.match(lower, end) is not None)
    if lower.find(" they ", end, end + _AHEAD) >= 0 and _opens(lower, start) and not _HIS_GOAL.match(lower, end):
        weight += STRONG * (_AS_THEY.match(lower, end) is not None)
    beside = lower[max(0, start - 70) : end + 50] if _TOOK in before else ""
    coach = _LED_FROM.match(lower, end)
    weight += STRONG * (coach is not None and lower.endswith("-year-old ", 0, start))
    at = end + coach.end() if coach is not None and not _ADJECTIVE.search(mention.text) else None
    return ByWords(weight, took_a_result, FAIR * (_SCORE_BESIDE.search(beside) is not None), at)


def acts_as_a_side(lower: str, mention: Mention) -> bool:
    """Whether the words around a name can be said of a side only, whatever else may be called so."""
    words = by_words(lower, mention)
    return words.first >= STRONG or words.took_a_result


def _opens(lower: str, start: int) -> bool:
    return _OPENS.search(lower[max(0, start - _BACK) : start]) is not None
