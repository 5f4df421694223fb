"""Which capitalised names the results of a text give away as clubs: who beats, draws with, visits and hosts whom.

In: the normal text, its mentions and the weights that `unknown_clubs` gathers. Out: more weight for a name that stands
where a result or a fixture has a side. A score being run up ("made it 2-1") gives nobody away, nor does a "side"
of a coach.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from flows.extract.cast import goals_behind_names
from flows.extract.cast import unscored_company as unscored
from flows.extract.text.beside import After, Before, Cues
from flows.extract.text.mentions import Mention

_FARED = frozenset({"WIN", "WIN_INTRANSITIVE", "LOSE", "DRAW"})
_RESULT = _FARED | {"WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"}
_LINKS = frozenset({"AGAINST", "AT", "TO", "BY", "WITH", "OF", "TRAVEL", "HOST"})
_MEETS = frozenset({"FIXTURE", "TRAVEL", "HOST"})
_RANKS = frozenset({"ORDINAL", "NUMBER", "STANDING"})
_BETWEEN = _RANKS | {"BE", "HAVE", "BUT", "AND", "COMMA", "SUBORDINATE", "WHO", "TIMES", "DATE", "DAY", "HYPOTHETICAL"}
_ADJECTIVES = _RANKS | {"SIDE_NOUN", "SIDE_AWAY", "SIDE_HOME", "ROLE", "COMPETITION", "NATIONALITY", "PLACE"}
_FARES = _BETWEEN | _FARED | {"SCORE"}
_MET_BY = _ADJECTIVES | _LINKS | {"WIN"}
_RUN_UP = Before(r"(?:ma[dk]e it|makes it|making it|to|for|from|up|level at|lead|led|put .{2,30}) ", 30)
_SENTENCE_END = re.compile(r"[.!?;\n]")
_ASIDE = r"(?:,[^,.;]{0,40},| - [^.;]{0,48} -| \([^()]{2,20}\))? "
_PLURAL = re.compile(
    _ASIDE + r"(?:(?:will|must|are set to|are due to) )?(?:\d-\d (?:up|down|ahead|behind)|"
    r"(?:fell|went) (?:a goal )?behind|took an? (?:[\w-]+ ){0,2}lead|"
    r"(?:were|went|are|go) \d+-\d+ (?:up|down|ahead|behind)|(?:put|hit) \w+ past|shipped|conceded|let slip|threw away|"
    r"trail(?:ed \d+-\d+)?|lead|led \d+-\d+|rallied|recovered|came (?:back )?from|come from|needed extra time|"
    r"had to settle|bounced? back|collapsed|crashed out|bowed out|climbed|go to|"
    r"moved(?! on\b| from\b| for\b| in\b| to (?!the top|the summit|within|\w+th\b|second|third))|"
    r"went (?:out|through|down|to|top|second|third)|travel(?:led)? to|host|hosted|faced?|visit|visited|entertain|"
    r"welcomed?|meet|met|take on|took on|are (?:away|at home) to|(?:have been|were) drawn|raced into|hit back to|"
    r"fought back|replied (?:twice to|through)|went (?:in front|ahead)|were reduced to|never recovered|"
    r"took the lead|(?:have |had )?(?:now )?(?:won|lost|drawn) their|(?:won|lost|drew|drawn) (?:again|three|four|"
    r"five|six|seven|eight)|started (?:brightly|strongly|well)|pressed for)\b"
)
_NOUNS = (
    "wins?|winners|victory|draws?|defeats?|loss|reverse|rout|thrashing|hammering|drubbing|triumph|success|stalemate|"
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
    r"turned|went on|responded|needed|scored|struck|overturned|did enough|held on|clung on|produced)\b"
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
_TO_A_RESULT = re.compile(rf" (?:to )?an? (?:[\w-]+ ){{0,4}}?\d-\d (?:[\w-]+ ){{0,2}}(?:{_NOUNS})\b")
_HELPS = re.compile(
    r"\b(?:helped|lifted|fired|guided|led|inspired|steered|sent|propelled|saw|powered|gave|give|gives|giving|handed|"
    r"hands|"
    r"awarded|earned|earns|secured|secures|sealed|clinched|snatched|salvaged|rescued|won|ensured|brought|carried|"
    r"condemned|"
    r"consigned|helping|lifting|firing|guiding|leading|inspiring|steering|handing|earning|securing|condemning|shot|"
    r"swept|"
    r"granted|took) (?:[a-z-]+ ){0,2}$"
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
    r"beaten (?:at|\d-\d at)) (?:at|with|to|over|against)|(?:were|been|being|are|,|side) (?:[\w-]+ )?beaten by|"
    r"(?:were|been|being|are) (?:[\w-]+ )?(?:knocked out|eliminated|dumped out|thrashed|hammered|held|humbled|"
    r"stunned|routed|crushed|edged out|pipped|outclassed|outplayed|relegated)(?: [\w -]{1,30})? by|"
    r"(?:must|needs? to|have to|has to|fail(?:ed|s)? to) (?:beat|overcome|avoid defeat (?:to|against|at))|"
    r"(?:draw|match|game|tie|fixture|final|clash|\d+-\d+) between) $"
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
    r"inflicted|suffered|slumped|succumbed|surrendered|took (?:all )?(?:three|the|a) points?|dropped (?:two )?points|"
    r"held on|went through|ran out|go through|are preparing|prepare for|"
    r"will (?:host|face|play|meet|travel|visit|entertain|be without)|next (?:face|play|meet|host|visit|travel)|"
    r"(?:could only |can only )?(?:manage|draw|drew) \d-\d|hosted|welcomed|ran away with|(?:\w+ )?already beaten|"
    r"(?:were|was|are|been) (?:beaten|held|thrashed|hammered|humbled|knocked out|eliminated|undone|relegated|"
    r"promoted|crowned|"
    r"denied|stunned|routed|crushed|drawn|level|top|bottom|without a win|unbeaten)|put out|"
    r"(?:sits?|lie|stand|remain|stay|moved?|climb(?:ed)?|drop(?:ped)?|slip(?:ped)?) (?:\w+ )?(?:top|bottom|second|"
    r"third|fourth|"
    r"fifth|sixth|seventh|eighth|ninth|tenth|mid-table)|(?:eliminated|knocked out|overcame|edged out) [A-Z]?\w+)\b"
)
_PAIR_AFTER = re.compile(
    r" (?:(?:have|had|then|also|will|who|last|both|could|are to|must|next) )*(?:drew|draw|shared|played out|met|"
    r"meet|face|"
    r"finished(?! (?:the|it|things|them|off)\b)|"
    r"ended|cancelled each other|could not be separated|fought out|were level|meet again|play each other)\b"
)
_GAME_AFTER = re.compile(r" (?:game|match|tie|clash|fixture|final|semi-final|derby|encounter|replay|contest)\b")
_TAKEN_ON = re.compile(
    r"\b(?:took|takes?|lifted|sent|sends|moved|moves|fired|carried|put|puts|keeps?|kept|left|leaves|saw|sees|see) $"
)
_SOMEWHERE = re.compile(
    r" (?:into the|through to|through|top of|top|bottom of|above|up to|down to|level with|clear of|out of|within|"
    r"back (?:in)?to|"
    r"in the (?:last|semi|quarter|final|next|relegation|drop))\b"
)
_GIVEN_A_RESULT = re.compile(
    r" (?:a|an|the|all|another|their) (?:[\w-]+ ){0,2}(?:win|victory|draw|points?|lead|lifeline|advantage|equaliser|"
    r"replay|triumph|spoils)\b"
)
_GIVES = re.compile(
    r"\b(?:earn|earned|earns|hand|handed|hands|give|gave|gives|giving|win|won|secure|secured|snatch|"
    r"snatched|rescued?|deny|denied|denying|cost) $"
)
_ENDED = re.compile(
    r" (?:has |have |had |also |will |is |was )*(?:ended|finished|end|finish|been|be|abandoned|postponed|called off|"
    r"put off|off|goalless|drawn|rained off|snowed off)\b"
)
_AS_THEY = re.compile(
    r"(?! (?:gave|put|sent|fired|headed|scored|struck|handed|missed|was|is|has|had|said|says|hit|saved|made|"
    r"levelled)\b)"
    r"(?:'s?)? [^.;\n\"]{2,70}? (?:as|when|after|before|and|but|until|although) they (?:have |had )?(?:lost|drew|won|"
    r"could only (?:draw|manage)|beat|slumped|crashed|were (?:beaten|held|thrashed|hammered|knocked)|went down|fell to|"
    r"let slip)\b"
)
_LISTED_AT = re.compile(r"\d-\d (?:with|against|to|over) [^.;\n]{2,44}(?:,| and) \d-\d at $")
_BACK, _AHEAD = 40, 130
_BEFORE = Cues(
    (Before(cue, _BACK), cue)
    for cue in (_MET, _FACED, _WENT, _SIDE_BEFORE, _TAKEN_ON, _TOOK, _GIVES, _HELPS, _DROPPED_OUT)
)
_AFTER = Cues(
    (After(cue, _AHEAD), cue) for cue in (_DAY, _ARE, _PLURAL, _SIDE_AFTER, _SOMEWHERE, _GIVEN_A_RESULT, _OUT_OF)
)
_SCORE_BESIDE = re.compile(r"\d-\d")
SURE, STRONG, FAIR, WEAK, HINT = 3.0, 2.5, 1.6, 1.2, 0.8


class ByWords(NamedTuple):
    """What the words around a name are worth: a first sum, whether it took a result, a last sum; where a coach's name
    would begin ("Wexcombe boss ..."; not after an adjective: "Influential captain Jon Hale")."""

    first: float
    took_a_result: bool
    last: float
    coach: int | None


def weigh(
    lower: str,
    mentions: list[Mention],
    places: list[int],
    club: dict[str, float],
    led: Callable[[str, int], object],
    told: dict[tuple[int, int], ByWords | None],
) -> None:
    """Add to `club`, a defaultdict of names' weights, what results and fixtures say for each NAME.

    `places` are the indexes of the names; `led` tells "Osman's side" by what follows a name: nothing counts there.
    What words beside a name were found to say before is `told` by its span.
    """
    surnames = {mentions[i].text.rsplit(" ", 1)[1] for i in places if " " in mentions[i].text}
    for index in places:
        mention = mentions[index]
        name, span = mention.text, (mention.start, mention.end)
        if span not in told:
            told[span] = None if led(lower, mention.end) else _by_words(lower, mention)
        words = told[span]
        if mention.possessive and _has_a_man(mentions, index):
            club[name] += FAIR
            continue
        if words is None or (mention.possessive and _leads(mentions, index)):
            continue
        before = mentions[index - 1].kind if index else ""
        after = mentions[index + 1].kind if index + 1 < len(mentions) else ""
        sure = (
            (after in _FARES and _fares(lower, mentions, index))
            or (before in _MET_BY and _is_met(lower, mentions, index))
            or ("VERSUS" in (before, after) and _versus(mentions, index))
            or ("AGAINST" in (before, after) and _versus(mentions, index, "AGAINST") and _ended(lower, mentions, index))
            or (after == "NUMBER" and goals_behind_names.stands_in_a_list(lower, mentions, index))
        )
        weight = words.first
        if words.took_a_result:
            weight += WEAK if " " in name or name in surnames else STRONG
        if not sure:
            weight += STRONG * unscored.stands_in_a_result(lower, mentions, index)
        club[name] += SURE * sure + (weight + words.last)
        if "AND" in (before, after) and _meet_as_a_pair(lower, mentions, index):
            club[name] += STRONG
        if words.coach is not None and any(
            m.kind == "NAME" and m.start == words.coach for m in mentions[index + 1 : index + 3]
        ):
            club[name] += STRONG  # "Wexcombe boss Piet Osman"
        if index > 1 and (before == "AND" or before in _MEETS):
            club[name] += _by_other_side(lower, mentions, index, club)


def _by_words(lower: str, mention: Mention) -> ByWords:
    """What the words around a name say."""
    took_a_result = False
    start, end = mention.start, mention.end
    before = _BEFORE.at(lower, start)
    weight = 0.0
    if not mention.possessive:
        after = _AFTER.at(lower, end)
        a_man = " " in mention.text and not _SCORE_BESIDE.search(lower, start, end + 50)
        met = _MET in before and not (a_man and lower.endswith("was beaten by ", 0, start))
        weight += STRONG * met + HINT * (_FACED in before)
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
        if lower.find("-", end, end + _AHEAD) >= 0:
            ahead = lower[end : end + _AHEAD]
            took_a_result = any(ways.match(ahead) for ways in (_TOOK_A_RESULT, _CAME_BACK, _MOVED_BY_A_RESULT))
            weight += STRONG * (_HELPS in before and _TO_A_RESULT.match(ahead) is not None)
    if _opens(lower, start) and lower.find(" they ", end, end + _AHEAD) >= 0:
        weight += STRONG * (_AS_THEY.match(lower, end) is not None)
    beside = lower[max(0, start - 70) : end + 50] if _TOOK in before else ""
    coach = _LED_FROM.match(lower, end)
    at = end + coach.end() if coach is not None and not _ADJECTIVE.search(mention.text) else None
    return ByWords(weight, took_a_result, FAIR * (_SCORE_BESIDE.search(beside) is not None), at)


def _opens(lower: str, start: int) -> bool:
    return _OPENS.search(lower[max(0, start - _BACK) : start]) is not None


def _leads(mentions: list[Mention], index: int) -> bool:
    """ "Osman's Harland"."""
    name, following = mentions[index], mentions[index + 1 : index + 2]
    return any(m.kind in ("TEAM", "NAME") and m.start - name.end == 3 for m in following)


def _has_a_man(mentions: list[Mention], index: int) -> bool:
    """ "Harland's Jon Hale"."""
    name, following = mentions[index], mentions[index + 1 : index + 2]
    return any(m.kind == "NAME" and m.text.count(" ") == 1 and m.start - name.end == 3 for m in following)


def _by_other_side(lower: str, mentions: list[Mention], index: int, club: dict[str, float]) -> float:
    """The object of a club that hosts, faces, visits, and the second of "between X and Y"."""
    other, link, name = mentions[index - 2 : index + 1]
    if name.start - link.end >= 8:
        return 0.0
    if link.kind == "AND":
        return STRONG * lower.endswith("between ", 0, other.start)
    known = link.kind in _MEETS and (other.kind == "TEAM" or (other.kind == "NAME" and club[other.text] >= 2))
    return STRONG * known


def _meet_as_a_pair(lower: str, mentions: list[Mention], index: int) -> bool:
    """Either of "X and Y drew", "X and Y will meet"."""
    for pair in (mentions[max(0, index - 2) : index + 1], mentions[index : index + 3]):
        if len(pair) == 3 and pair[1].kind == "AND" and {pair[0].kind, pair[2].kind} <= {"NAME", "TEAM"}:
            if pair[2].start - pair[0].end != len(" and "):
                continue
            named_game = _GAME_AFTER.match(lower, pair[2].end) and lower.endswith((" the ", "\nthe "), 0, pair[0].start)
            if named_game or _PAIR_AFTER.match(lower, pair[2].end):
                return True
    return False


def _versus(mentions: list[Mention], index: int, link: str = "VERSUS") -> bool:
    """Either side of a v, with a name on its other side."""
    return any(
        len(pair) == 3 and pair[1].kind == link and {pair[0].kind, pair[2].kind} <= {"NAME", "TEAM"}
        for pair in (mentions[max(0, index - 2) : index + 1], mentions[index : index + 3])
    )


def _ended(lower: str, mentions: list[Mention], index: int) -> bool:
    """ "X against Y ended goalless", "X's game against Y was abandoned"."""
    last = index if mentions[index - 1].kind == "AGAINST" else min(index + 2, len(mentions) - 1)
    return _ENDED.match(lower, mentions[last].end) is not None


def _fares(lower: str, mentions: list[Mention], index: int) -> bool:
    """ "X beat ... 2-1", "X's 2-1 win", "X and Y drew 1-1"."""
    name = mentions[index]
    following = mentions[index + 1 : index + 9]
    for distance, mention in enumerate(following):
        kind = mention.kind
        in_list = kind == "NAME" and distance > 0 and following[distance - 1].kind == "AND"
        if not (kind in _FARES or in_list) or _ends_between(lower, name.end, mention.start):
            return False
        if kind == "SCORE":
            return name.possessive and distance == 0 and mention.start - name.end < 30
        if kind in _FARED and not name.possessive:
            return mention.start - name.end <= 45 and _score_follows(lower, mention, following[distance + 1 :][:5], 70)
        if kind in _FARED:
            return False
    return False


def _ends_between(lower: str, start: int, end: int) -> bool:
    return _SENTENCE_END.search(lower, start, end) is not None


def _is_met(lower: str, mentions: list[Mention], index: int) -> bool:
    """ "a 2-1 win over X", "lost 2-1 to X", "beat visiting X 2-1"."""
    name = mentions[index]
    position = index - 1
    while position > 0 and index - position < 3 and mentions[position].kind in _ADJECTIVES:
        position -= 1
    if position < 0 or name.start - mentions[position].end > 30:
        return False
    link = mentions[position]
    if link.kind == "WIN":
        return _score_follows(lower, name, mentions[index + 1 : index + 5], 60)
    if link.kind not in _LINKS:
        return False
    told = [m for m in mentions[max(0, position - 5) : position] if not _ends_between(lower, m.end, name.start)]
    kinds = {m.kind for m in told}
    if link.kind == "AT" and "WIN" in kinds and sum(m.kind in ("TEAM", "NAME") for m in told) > 1:
        return False  # "X beat Y 2-1 at Weirside" has both its sides
    return "SCORE" in kinds and bool(kinds & _RESULT)


def _score_follows(lower: str, mention: Mention, following: list[Mention], reach: int) -> bool:
    """Whether a final score comes soon in the sentence."""
    return any(
        m.kind == "SCORE"
        and m.start - mention.end < reach
        and not _ends_between(lower, mention.end, m.start)
        and not _RUN_UP.search(lower, m.start)
        for m in following
    )
