"""Numbers that a careful reader passes over, as data: a reason, and what stands before or after such a number.

Tried in order on the lower-case text around the number; the first that fits gives the reason. Nothing here may match a
number that measures a team, a player or an event: what no line explains stays unread.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ANY = "(?:one|two|three|four|five|six|seven|eight|nine|ten|a dozen|\\d+)"
_PAUSE = r"(?:\s|-)"


class Passed(NamedTuple):
    """A reason with the patterns that must end before, and begin after, the number."""

    reason: str
    before: str | None
    after: str | None
    numeral: str | None = None


RULES = (
    Passed("formation", r"\d-$|\d-\d-$", r"-\d"),
    Passed("formation", None, r"-\d-\d(?:-\d)?\b"),
    Passed("betting odds", None, r"/\d+\b|-\d+ (?:outsiders?|favourites?|chance|shots?)|(?:-|/)\d+ (?:to|on|for)\b.{0,30}\b(?:bets?|odds)"),
    Passed("betting odds", r"\d[-/]$", r" (?:outsiders?|favourites?|chance|shots?|odds|on)\b"),
    Passed("betting odds", r"(?:odds|bets?|priced|chalked up|quoted) (?:\w+ ){0,4}$|/$", None),
    Passed("clock time", None, r"(?:[:.]\d\d)? ?(?:gmt|bst|cet|est|edt|et|hrs|hours gmt|am|pm|a\.m|p\.m|o'clock|noon)\b"),
    Passed("clock time", r"\d[:.]$", r" ?(?:gmt|bst|cet|am|pm|local)?\b"),
    Passed("clock time", r"(?:kick-?off|from|at|until|before) (?:is |at )?$", r"[:.]\d\d\b(?! ?(?:million|m\b|bn|per|%))"),
    Passed("distance", None, r"(?:\.\d+)?(?: |-)?(?:yards?|yds?|metres?|meters?|feet|foot|ft|km|kms|kilomet\w+|miles?|inch(?:es)?|mph|kph|m\b)"),
    Passed("distance", r"(?:from|of) (?:all of |about |around |fully |some |just |inside )?$", r" (?:yards?|metres?|miles?|out)\b"),
    Passed("men on the pitch", None, rf"{_PAUSE}(?:-?man|men|players?)\b(?! squad)", r"(?:9|10|11|8|7|seven|eight|nine|ten|eleven)"),
    Passed("starting eleven", r"(?:starting|first|world|all-star|best|european|select) $", None, r"(?:11|eleven)"),
    Passed("half of a match", None, rf"{_PAUSE}(?:half|halves|period)\b", r"first|second|1st|2nd"),
    Passed("half of a match", r"half(?: of)? (?:\w+ ){0,4}(?:as|to|than) the $", r"[,. ]", r"first|second"),
    Passed("quarter or spell of play", None, r" (?:few )?(?:stages?|exchanges|moments|quarter|third of|whistle|touch|sight|attack|corner|attempt|shot|ball)\b", r"first|second|third|fourth|final"),
    Passed("rank of a squad or post", None, rf"{_PAUSE}(?:team|teamers?|choice|string|class|rate|pick|assistant|official|vice|-?in-command|minister|tier|division|grade|year|generation|name)\b", r"first|second|third|fourth|1st|2nd"),
    Passed("division of a league", None, r" (?:division|tier|flight)\b", r"first|second|third|fourth|one|two|three"),
    Passed("division of a league", r"\b(?:division|league|group|tier|serie|liga|ligue|conference|pot|category|section|part|phase|round|stage|week|day|chapter|article|rule|page|terminal|channel|area|zone|gate|block|row|euro|world cup|level|grade|uefa) $", None),
    Passed("number on a shirt or in a ranking", r"(?:\bno\.? ?|\bnumber |\bnumber-|#|\bshirt |\bnos\.? )$", None),
    Passed("year", r"\b(?:in|since|of|by|until|from|to|during|for|before|after|the|and|back in|between|euro|world cup|copa america|olympics|summer|winter|spring|autumn|season|january|february|march|april|may|june|july|august|september|october|november|december|,|early|late|mid|class of|around|-|/|\() ?$", r"(?:s\b|'s\b|\W|$)", r"(?:1[89]|20)\d\d"),
    Passed("year", None, r"(?:s\b|'s\b|\W|$)", r"(?:19[3-9]|20[0-4])\d"),
    Passed("figure of speech", None, r" of (?:the|his|her|their|our|my|its|those|these|us|them|only|several|many|a|football|world|europe|england|a kind|\w+'s)\b", r"one"),
    Passed("figure of speech", r"\b(?:no|any|every|some|each|the|this|that|another|not|which|good|big|bad|best|only|right|young|new|last|loved|difficult|tough|great|next|other|wrong|same)[ -]$", None, r"one"),
    Passed("figure of speech", None, r"(?:[.,;:!?\"')]|$| (?:that|who|which|is|was|in|for|to|with|from|and|or|but|can|will|would|has|had|at|on|by|more|another|thing|way|day|side|night|hand|person|man|player|reason|step|bit|eye|moment|stage|i|we|he|you|they|point|final|last|big|game at|where|they|when|as|should|must|said|really|against|player|over|through|time|minute|touch|foot|too|goal from|who's|side's)\b|-(?:off|time|sided|on-one|on-ones|way|two|touch|nil|all|club|man|footed|handed|dimensional)|'s\b)", r"one"),
    Passed("figure of speech", rf"\b{_ANY} (?:or|to|and) $", None),
    Passed("figure of speech", None, rf" (?:or|to) {_ANY}\b(?! (?:win|defeat|loss|in))"),
    Passed("figure of speech", None, r" (?:things?|times over|sides? of|faced|fold|minds|words|halves|left feet|birds|cents|or more|per cent|%|percent)\b", r"one|two|three|four|five|ten|first|second|100|110|hundred"),
    Passed("figure of speech", r"\b(?:at|from|the|for|on|my|safety|just the|ladies|goals?|when|who|football|who was|were|was|be|came|come|comes|put|things|that) $", None, r"first"),
    Passed("figure of speech", None, r" (?:time|place|of all|and foremost|hand|thought|chance|thing|sight|season|day|days|step|steps|home|appearance|start|name|instance|public|opportunity|impression|language|since|priority|love|leg|match|game|meeting|to|-hand|ever|goal|choice|real|major|big|week|visit|training|job|bid|offer|attempt|press|session|defeat|win|title|trophy|european|signing|ones?|foreign|manager|coach|player|team|striker|man|of the|in the|as|is|was|for|in|at|on|with|from|and|but|proper|true|full|test|one|two|three|four|few|competitive|senior|league|cup|round|time)\b|[.,;:!?\"')-]|$", r"first|maiden"),
    Passed("figure of speech", None, r" (?:chance|thought|thoughts|opinion|to none|best|wind|nature|time|home|string|spell|season|bid|to|favourites?|guess\w*|opportunity|look|bite|and|in|half|when|by|as|after|for|with|minute|ball|penalty|period|visit|place|of|striker|goalkeeper|choice)\b|[.,;:!?\"')-]|$", r"second|third|seconds"),
    Passed("fraction", None, rf"{_PAUSE}(?:thirds?|quarters?|fifths?|halves|half)\b"),
    Passed("fraction", r"(?:one|two|three|a)[ -]$", r"(?: |$|s\b)", r"third|fourth|fifth|half|quarter"),
    Passed("age group of a side", r"(?:under|u)[- ]?$", None),
    Passed("decade", None, r"s\b", r"\d0"),
    Passed("span of time", None, r"(?:\.\d)?(?: (?:more|or so|full|long|whole|short|further|extra|and a half|successive|straight|previous|different|good|bad|working))?(?: |-)(?:seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|weekends?|months?|years?|seasons?|decades?|nights?|summers?|fortnights?|centur\w+|generations?|campaigns?|days?'|weeks?'|months?'|years?')(?:-|\b)"),
    Passed("span of time", None, r" (?:hundred|thousand) years"),
    Passed("games still to come or gone by", r"\b(?:next|last|past|first|final|remaining|opening|other|previous|these|those|those last|all|both|remaining|coming|another|play|playing|just|have|only|with|about|the|our|my|their|his|in) $", r" (?:\w+ ){0,2}(?:games?|match(?:es)?|fixtures?|clash(?:es)?|legs?|outings?|meetings?|rounds?|ties?|encounters?|internationals?|friendlies|qualifiers?|finals?)\b"),
    Passed("games still to come or gone by", None, r" (?:\w+ )?(?:games?|matches|fixtures|clashes) (?:to go|left|remaining|to play|still|in|against|at|between|before|after|when|where|this|a|of|per|and|as|that|ahead|with|for|since|from|on|away)\b"),
    Passed("legs of a tie", None, r"(?:-| )(?:legged|legs?)\b"),
    Passed("goals up or down during a match", None, r" (?:goals?|up|down|behind|ahead|clear|in front|-goal)\b(?: (?:up|down|behind|ahead|clear|in front|to the good|adrift))?", r"one|two|three|four|five|six|\d"),
    Passed("goals up or down during a match", None, r"-goal\b|-nil\b|-all\b|-up\b|-down\b"),
    Passed("changes to a line-up", None, r" (?:\w+ ){0,2}(?:changes?|substitutes?|substitutions?|replacements?|switches)\b"),
    Passed("chances in a match", None, r" (?:\w+ ){0,2}(?:chances?|shots?|corners?|saves?|efforts?|attempts?|headers?|opportunities|crosses|tackles?|free-kicks?|touches|minutes?|fouls?|passes|penalt(?:y|ies)|spot-kicks?|steps?|kicks?|blocks?|times? in|offsides?|throw-ins?|half-chances)\b"),
    Passed("count of people or things", None, r"(?: |-)(?:(?:[\w'-]+) ){0,3}(?:players?|men|man|people|teams?|clubs?|sides?|nations?|countries|strikers?|defenders?|midfielders?|goalkeepers?|keepers?|forwards?|fans?|supporters?|officials?|managers?|coaches|friends?|brothers?|children|sons?|daughters?|members?|others?|captains?|stars?|internationals?|africans?|arrests?|groups?|strong squad|squad|tickets?|bids?|offers?|reasons?|positions?|factors?|areas?|questions?|candidates?|directors?|lads|boys|girls|women|defeats of|divisions?|signings?|shares?|stadiums?|grounds?|seater|seats?|-seat(?:er)?|capacity|judges|referees|venues|cities|continents|competitions|tournaments|fronts|trophies|leagues|hotels|incidents|options|points of|cases|occasions|injuries|absentees|debutants|teenagers|youngsters|newcomers|subs|matches-a|witnesses|suspects|letters|pages|books|goals difference|names|faces|ways|spots?|home countries|legs|series|types|kids|babies)\b"),
    Passed("part of a name or address", r"(?:[a-z]\d*|@|www\.\S*|/)$", None),
    Passed("part of a name or address", None, r"[a-z](?!t\b|th\b|d\b)"),
    Passed("list mark", r"(?:^|\n)\s*$", r"[.)]\s"),
    Passed("channel or programme", r"\b(?:bbc|sky sports|sky|radio|channel|itv|bt sport|espn|talksport|fox sports|canal|formula|apollo|cantona|sat|rai|tv|nike total|total|windows|playstation|fifa|pes|champ manager) $", None),
    Passed("percentage that measures no fact", None, r" ?(?:%|per ?cent\b)"),
    Passed("part of a table or group", r"\b(?:top|bottom|first|last|next|final|other|those|these|all|only|winning|following|the) $", r"(?: of\b| in the table| clubs| sides| teams|[.,;:!?\"')-]| for\b| will\b| have\b| are\b| were\b| has\b|$)", r"two|three|four|five|six|seven|eight|nine|ten|2|3|4|5|6"),
    Passed("some of a group", None, r" of (?:the|his|her|their|our|my|its|those|these|them|us|which|whom|england|a)\b", r"two|three|four|five|six|seven|eight|nine|ten"),
    Passed("age at another time", r"\b(?:turns?|turned|will be|be|players? over|over|under|until|before|by|i was|i'm|he was|reaches|reached) $", r"(?:[.,;:!?\"')]| so\b| when\b| by\b| next\b| in\b| years\b|$)", r"[1-4]\d"),
    Passed("age at another time", r"\bas an? $", r"", r"\d\d-year-old"),
    Passed("figure of speech", r"\bsplit-$|\bone-to-$", None),
    Passed("figure of speech", None, r"-to-one\b| out of (?:10|ten)\b"),
    Passed("figure of speech", r"\b(?:times )?out of $|\ba further $", None),
    Passed("figure of speech", None, None, r"a couple of|a pair of|zero|couple"),
    Passed("single thing told of", None, r"(?: |-)(?!points?\b|games?\b|wins?\b|defeats?\b|draws?\b|goals?\b|caps?\b|assists?\b|match|months?\b|years?\b|league\b|victor|home\b|away\b|premier|clean|cards?\b|red\b|yellow\b)[a-z]", r"one|a single"),
    Passed("place in a row of things", None, r"(?: |-)(?!points?\b|games?\b|wins?\b|defeats?\b|draws?\b|goals?\b|caps?\b|assists?\b|match|place|placed|spot|position|in\b|straight|successive|consecutive|league\b|title|victor|home\b|away\b|premier|clean|cards?\b|red\b|yellow\b|appearance)[a-z]", r"first|second|third|maiden"),
    Passed("count of times something was done", None, r" times\b"),
    Passed("once or twice upon a time", None, None, r"once|twice"),
)  # fmt: skip
_MONEY_BEFORE = re.compile(
    r"(?:debts?|losses|lose|loss|costs?|turnover|invest\w*|budget|worth|revenue|profits?|prize|takeover|clause|stake|raise|raised|"
    r"spiralling|price tag|valued|value|rated|income|wages?|over|any fee|if it's|above|would take|released|package)\b[^.]{0,24}$"
)
_MONEY_AFTER = re.compile(
    r"[ -](?:[a-z-]+ ){0,2}(?:debts?|takeover|investment|budget|stadium|loss|losses|turnover|prize|revenue|profit|pay-off|payoff|a week|a year|per|"
    r"a-week|clause|bonus|stake|share|cash|valuation|price|package|wages?|rated|in the bank|windfall|jackpot|tax)\b|-rated|-valued"
)
_COMPILED = [
    (
        rule.reason,
        re.compile(rule.before) if rule.before else None,
        re.compile(rule.after) if rule.after else None,
        re.compile(rule.numeral) if rule.numeral else None,
    )
    for rule in RULES
]


def reason_to_pass(lower: str, start: int, end: int) -> str | None:
    """Why a reader passes over the number at a span of the lower-case text, None where nothing explains it."""
    numeral, before = lower[start:end], lower[max(0, start - 28) : start]
    for reason, ahead, behind, own in _COMPILED:
        if own is not None and not own.fullmatch(numeral):
            continue
        if ahead is not None and not ahead.search(before):
            continue
        if behind is None or behind.match(lower, end):
            return reason
    return None


def reason_to_pass_money(lower: str, start: int, end: int) -> str | None:
    """Why a sum is none of a transfer, a fine or a gift: a club's finances, a price that is only named, None where unclear."""
    if _MONEY_AFTER.match(lower, end) or _MONEY_BEFORE.search(lower[max(0, start - 44) : start]):
        return "sum of a club's finances or a mere price"
    near = lower[max(0, start - 10) : end + 10]
    return "sums named for the sake of argument" if len(_SUM.findall(near)) > 1 else None


_SUM = re.compile(r"[\u00a3\u20ac$]\d")
