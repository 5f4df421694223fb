"""Phrases that tell a goal by what it did, not by a verb of scoring: "settled it", "rescued a point", "pounced".

Out: mentions of kind GOAL_PHRASE, ASSISTED ("made the goal for X") and COUNTED ("got both"), found once for a whole
story, and their readers. Some are goals whenever a player is their subject; others only where the clause tells a
minute, a shot or a running score as well ("pounced on 82 minutes").
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.cast.actors import Actor
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.tellings.vetoes import is_tally
from flows.extract.goals.told import GoalTold
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_GAME = r"(?:the (?:game|match|tie|contest|issue|affair|outcome|final|derby|encounter|result)|it|things|matters)"
_WIN = (
    r"(?:(?:the|a|an|their|all three|all the) (?:[\w-]+ ){0,2})?(?:win|victory|points|triumph|success|"
    r"three points)"
)
_DRY_WORDS = (
    r"(?:his|her|a|an|that|their|long|lengthy|recent|personal|mini|own|goal|goalscoring|goal-scoring|scoring|"
    r"[a-z]+-(?:game|match|month|week|year|hour|minute))"
)
_GETTING = (
    r"(?:got|get(?:ting)?|grab(?:bed|bing)?|claim(?:ed|ing)?|bagg(?:ed|ing)|nett?(?:ed|ing)?|add(?:ed|ing)?|"
    r"suppl(?:ied|ying)|provid(?:ed|ing)|contribut(?:ed|ing)|notch(?:ed|ing)|(?:weigh|chipp)(?:ed|ing) in with|"
    r"deliver(?:ed|ing)|account(?:ed|ing) for|score|plunder(?:ed|ing))"
)
_OWNER = r"(?:the |his |her )?[\w&.-]+(?: [\w&.-]+){0,2}?"
_SURE = Sought(
    rf"\b(?:squar(?:ed|es|ing) (?:it|things|matters|the (?:game|match|tie|score|scores))|spar(?:ed|es|"
    rf"ing) (?:[\w'-]+ ){{1,3}}"
    rf"blushes|wrap(?:ped|s|ping) (?:things|it|matters) up|wrap(?:ped|s|ping) up (?:{_WIN}|the scoring)|"
    rf"settl(?:ed|es|ing) (?:{_GAME}|(?:\w+ ){{0,2}}nerves)|seal(?:ed|s|ing) (?:{_WIN}|{_GAME})|"
    rf"ma(?:de|kes|king) (?:sure|certain) (?:of (?:it|{_WIN})|from|with|late|in the|on|after|when|\w+ minutes)|"
    r"finish(?:ed|es|ing) (?:the job|things off|it off|them off|the game off|off the (?:scoring|job))|"
    rf"(?:complet(?:ed|es|ing)|round(?:ed|s|ing) off) (?:their|{_OWNER}'s?) (?:[\w-]+ ){{0,2}}(?:scoring|win|victory|"
    r"comeback|turnaround)|"
    r"complet(?:ed|es|ing) (?:the|a|an) (?:[\w-]+ ){0,2}(?:scoring|rout|win|victory|scoreline|comeback|turnaround|"
    r"demolition|formalities|job|misery|thrashing|[\w-]+'s work)|round(?:ed|s|ing) (?:things|it|matters) off|"
    r"round(?:ed|s|ing) off (?:the|a) (?:[\w-]+ ){0,2}(?:win|victory|scoring|rout|evening|afternoon|night|move)|"
    rf"put(?:s|ting)? {_GAME} (?:to bed|out of (?:sight|reach)|beyond (?:doubt|reach|\w+))|"
    rf"put(?:s|ting)? (?:the (?:icing|seal|gloss)|a gloss) on|ic(?:ed|ing) the cake|add(?:ed|s|ing) (?:the )?gloss|"
    rf"kill(?:ed|s|ing) (?:off )?{_GAME}|kill(?:ed|s|ing) (?:the |them |[\w'-]+ ){{1,3}}off\b|ma(?:de|kes|"
    rf"king) (?:the )?(?:game|points|victory|result|it|win) safe|"
    rf"clinch(?:ed|es|ing) (?:it|{_WIN})|w(?:on|ins|inning) it\b|decid(?:ed|es|ing) {_GAME}|"
    r"(?:rescu|salvag|snatch|pinch|nick)(?:e|ed|es|ing) (?:a|the|all|an) (?:[\w-]+ ){0,2}(?:point|points|draw|win|"
    r"victory)|"
    r"st(?:ole|eal|eals|ealing) (?:a|the|all|an) (?:[\w-]+ ){0,2}(?:point|points|draw|win|victory)|"
    r"d(?:id|oes|oing) the honours|(?:help(?:ed|ing)|helps) (?:him|her|them)sel(?:f|ves)(?! to)|"
    r"dr(?:ew|aws|awing) first blood|open(?:ed|s|ing) (?:his|her) (?:account|scoring)|g(?:ot|ets|"
    r"etting) off the mark|"
    r"rub(?:bed|s|bing) salt in|tuck(?:ed|s|ing) (?:it|one|the ball|the chance|his chance|the rebound) away|"
    r"(?:broke|breaks|breaking) (?!the |into |for )[\w' ]{2,24}? hearts|d(?:id|oing) the damage|ha(?:d|"
    r"ving) the (?:last|final) (?:word|say)|struck gold|"
    r"(?<=[a-z] )one (?:apiece|each)\b|overturn(?:ed|ing)(?= [^.,;]{2,36} (?:opener|goal|strike|header|penalty|"
    r"effort)\b)|"
    r"cancel(?:led|ling|ed|ing) out|(?<!was )(?<!been )(?<!were )wip(?:ed|ing|es) out(?! by)|"
    r"ha(?:d|ving) the (?:simple|easy|simplest|easiest|straightforward) (?:of )?(?:task|job|tasks|jobs) of \w+ing|"
    r"(?:was|were) left with (?:an? |the )?(?:[\w-]+ ){0,3}?tap-ins?|ha(?:d|ving) (?:an? |the )(?:[\w-]+ ){0,3}?tap-in|"
    r"s[ea]n[dt](?:s|ing)? (?:[\w'.-]+ ){1,4}the wrong way|"
    r"(?:ke(?:pt|eping|eps)|h(?:eld|olding|olds)) (?:his|her) (?:nerve|cool|composure|head)"
    r"(?= (?:from|to|with|in the|on|when|after|\w+ minutes) )|"
    r"(?:finish|round|capp?)(?:ed|es|s|ing) (?:off )?(?:a|an|the) (?:[\w-]+ ){0,3}(?:move|attack|break|"
    r"counter-attack|counter)|"
    r"(?:was|were|be|being) (?:\w+ )?the (?:only |sole |lone |(?:other|first|second|third|final) (?:[\w-]+ )?)?"
    r"(?:(?:goal)?scorer(?! of the)|marksm[ae]n\b)|(?:respond|answer)(?:ed|ing) for (?!himself|herself|the (?:second|"
    r"first) )|"
    rf"{_GETTING} the (?:first|others?|last|rest|remaining (?:one|two|goals?)|other (?:goals?|one|two))"
    r"(?=[.,;]| (?:that|in the|after|from|with|when|before|and|late|just|on \d|\w+ minutes|as)\b)|"
    r"again the (?:goal)?scorer|(?:the|their) (?:[a-z]+ )?(?:goal)?scorers?(?=[.;]|, (?:with|while|after|but)| in |"
    r" as )|"
    rf"end(?:ed|s|ing) (?:{_DRY_WORDS} ){{0,4}}(?:drought|barren (?:run|spell|streak|patch)s?)(?! in the|of results)|"
    r"ha(?:d|s) (?:a|one) goal and|got on the score ?sheet|br(?:oke|"
    r"eaking) (?:the|their|[\w.'-]+(?: [\w.'-]+)?'s?) (?:\w+ )?resistance|"
    r"(?:added|scored|netted|got|grabbed|bagged|hit|had) (?:one|a goal|a goal) (?:apiece|each))\b"
)  # fmt: skip
_WENT = (
    r"(?:drop|loop|fly|go|creep|squirm|trickle|roll|bounce|spin|bend|curl|dip|sail|nestle|arrow|rocket|drift|float|"
    r"deflect\w*|ricochet|cannon|take a (?:[\w-]+ )?deflection|find|beat|slip|bobble|sneak|hit|crash|swerve|skid)"
)
_SAW_IT_IN = Sought(
    r"\b(?:saw|watch(?:ed|es|ing)|sees|seeing) (?:his|her|an?) (?:[\w-]+ ){0,4}?(?:shot|effort|header|drive|volley|"
    r"strike|"
    r"free[- ]kick|cross|corner|penalty|spot-kick|lob|chip|attempt|ball|cross-shot) "
    rf"{_WENT}(?: \w+ly)? (?:[\w' -]{{0,24}}?)(?:in(?=[.,;]| (?:at|off|via|from|to|for|on|with|after)\b)|home\b|"
    r"into the (?:[\w-]+ ){0,2}(?:net|corner|roof)|the (?:net|top corner|bottom corner|far corner)|over the line|"
    r"(?:past|beyond|over|under|through|underneath) (?!the (?:bar|crossbar|post|top))[\w' -]{3,30})"
)
_POINTS = r"(?:a|the|all|all the|an|all three) (?:[\w-]+ ){0,2}(?:points?|draw|win|victory|spoils)"
_TO_DO = Sought(
    r"\b(?:came (?:off|on|from|in|up)|stepped (?:off|up|forward)|popped up|cropped up|turned up|was on hand|were on "
    r"hand|rose|climbed|leapt|slid in|raced|ran|emerged|returned|jumped|stooped|struck|headed|fired|scored|volleyed)\b"
    rf"[^.;,]{{0,40}}? (?P<deed>to (?:win it\b|(?:settle|decide|seal|kill off|put to bed) {_GAME}|"
    rf"seal (?:{_WIN})|(?:rescue|salvage|snatch|steal|nick|earn|claim) {_POINTS}|cancel out|open (?:the|his|her) "
    r"(?:scoring|account)|put (?:the (?:game|match|result) )(?:beyond|to bed|out of)|"
    r"break the deadlock|equalise\b|have the (?:last|final) (?:word|say)))"
)
_SIDE = r"(?:the |his |her |their )?[\w'&.-]+(?: [\w'&.-]+){0,2}?"
_MOVED = Sought(
    rf"\b(?:(?:extend|stretch|increas|doubl|trebl|tripl|restor|regain)(?:ed|es|s|ing|e) (?:the|their|his|her|"
    rf"{_SIDE}'s?) "
    r"(?:[\w'-]+ ){0,2}(?:lead|advantage|cushion)|"
    rf"(?:pull|haul|drag|claw|peg)(?:led|ged|ed|s|ling|ing) {_SIDE} (?:back to \d-\d|"
    rf"(?:back )?(?:to )?within (?:one|a goal|\d-\d)|level|"
    rf"back (?:level|on terms|into (?:it|the game|the match|contention)))|"
    rf"(?:set|sets|setting|start|started|got|getting) {_SIDE} (?:on (?:their|the|its) way|on course (?:for|to)|"
    rf"off to an? [\w-]+ start)|"
    rf"put(?:s|ting)? {_SIDE} (?:\([\d-]+\) )?up(?=[.,;]| (?:in the|on|after|early|late|for good|with|when|from|"
    rf"just|before|"
    r"midway))|"
    r"ha(?:d|ving) (?:(?:the|his|her|their) [\w'-]+(?: [\w'-]+)?|(?!set|been|gone|put|given|made|come|got|taken|"
    r"moved|pulled|"
    r"fallen|won|not|already|earlier)[\w'.-]+) (?:(?:\d-\d|one|two|three|four|a goal|two goals|three goals) (?:up|"
    r"ahead|in front|"
    r"clear|to the good)|in command|in control|coasting|cruising|in front|ahead(?! of)|level(?= (?:after|in|on|"
    r"with|at|before|within|from|\w+ min))|in dreamland|on easy street)|"
    rf"put(?:s|ting)? {_SIDE} (?:\d-\d|one|two|three|four|a goal|two goals|three goals) (?:up|ahead|in front|clear|"
    rf"to the good))\b"
)
_ASSISTED = Sought(
    r"\b(?:lead|advantage|deficit|arrears|margin) (?:was|had been) (?:\w+ )?(?:doubled|extended|restored|stretched|"
    r"trebled|increased|halved|reduced|cut|trimmed)(?: [\w-]+){0,8}?(?= (?:by|through) (?!two\b|three\b|a \w+ to\b))|"
    r"\b(?:made|set up|created|laid on|provided|teed up|supplied) (?:the|a|an|both|all|two|three|his|"
    r"her) [^.;,]{0,40}?"
    r"(?:goals?|opener|equaliser|winner|leveller|second|third|fourth),?(?= for )|"
    r"\b(?:laid on|set up|made|created|provided) (?:one|two|three|both|another)(?= for )"
)
_FED = Sought(
    r"\b(?:fed|feed(?:s|ing)|found|finding|picked out|picking out|tee(?:d|ing) up|set up|setting up|releas(?:ed|ing)|"
    r"freed|freeing|let(?:ting)? in|gift(?:ed|ing)|present(?:ed|ing)|allow(?:ed|ing)|slipp(?:ed|ing) in|sent in|"
    r"put in|play(?:ed|ing) in|cross(?:ed|ing) for|le(?:ft|aving)|g[ai]ve|giving|hand(?:ed|ing)|"
    r"squar(?:ed|ing) for|find|finds) (?:[\w'-]+ ){1,4}?(?:an? (?:[\w-]+ ){0,2}tap-in\b|(?:for|to (?:"
    r"score|net|grab|get|claim|hit|bag|"
    r"add)|with) (?:an?|the|his|her|their) "
    r"(?:[\w-]+ ){0,3}?(?:goal|opener|equali[sz]er|leveller|winner|tap-in|second|third|fourth|fifth|clincher|"
    r"consolation)\b)|"
    r"\b(?:gift|hand|present|serv)(?:ed|ing) [\w'.-]+(?: [\w'.-]+){0,2}? (?:his|her|an?|the|their|[\w.-]+'s?) "
    r"(?:[\w-]+ )?(?:goal|opener|equali[sz]er|leveller|winner|tap-in|second|third|fourth|fifth|clincher|consolation)"
    r"(?=[.,;]| (?:on|in|after|to|with|when|from|and|as|before|just|late|early|midway|\w+ minutes)\b)"
)
_ONLY_FOR = Sought(
    r"\bonly for (?:[\w'.-]+ ){1,6}?to (?:(?:reply|level|respond|hit back|strike back|answer|equalise|equalize|score|"
    r"net)\b(?! (?:a|an|the|to|that|(?:on )?either|in) )|(?:have the (?:last|final) (?:word|say|laugh)|"
    r"break [\w' ]{2,24}? hearts)\b)|"
    r"\bonly for (?:[\w'.-]+ ){1,4}and (?:[\w'.-]+ ){1,4}to (?:score|strike|net)\b(?! (?:a|an|the|to|that|twice) )"
)
_COUNTED = Sought(
    r"\b(?:got|getting|had|having|bagg(?:ed|ing)|grabb(?:ed|ing)|notch(?:ed|ing)|claim(?:ed|ing)|hit|hitting|"
    r"scored|scoring|"
    r"nett(?:ed|ing)|head(?:ed|ing)|add(?:ed|ing)|helped (?:him|her)self to|helping (?:him|her)self to) "
    r"(?:both|all three|all four|all five|two|three|four|a pair|a couple)(?=[.,;]|"
    r" (?:in|as|for|from|of|on|that|more|inside|within|before|after|either|and (?!a half)[a-z]+)\b)(?! of (?:his|her|"
    r"the last|those) )|"
    r"\bat the double\b|\b(?:with|ha[ds]|having) (?:two|three|four|a (?:pair|brace|hat-trick)) to (?:his|her) name\b|"
    r"(?<=[a-z] )with (?:two|three|four|both)(?=[.,;]|$| and )|"
    r"\b(?:converted|scored|netted|buried|slotted home|put away|dispatched) (?:both|two|three) (?:penalties|"
    r"spot-kicks)\b"
)
_HELD_UP = Sought(
    r"\b(?:pounc(?:ed|es|ing)|let(?:s|ting)? (?:rip|fly)|pop(?:ped|s|ping) up|hit(?:s|ting)? back|repl(?:ied|ies|"
    r"ying)|respond(?:ed|s|ing)|"
    r"answer(?:ed|s|ing)|ma(?:de|kes|king) (?:[\w'-]+ ){1,3}pay|punish(?:ed|es|ing)|"
    r"was (?:the )?(?:quickest|first|fastest|sharpest) to|react(?:ed|s|ing) (?:quickest|fastest|first|sharply)|"
    r"silenc(?:ed|es|ing)|stunn(?:ed|ing)|struck back|obliged|crop(?:ped|s|ping) up|c(?:ame|oming) up with|"
    r"(?:g[ai]v(?:e|es|ing)|left|leav(?:es|ing)) (?:the |"
    r"his )?(?:[\w-]+ )?(?:goal)?keeper (?:[\w-]+ ){0,3}?(?:no chance|helpless|rooted|"
    rf"stranded|motionless|flat-footed)|peg(?:ged|s|ging) {_SIDE} back|c(?:a|o)m(?:e|es|ing) to {_SIDE}'s? rescue|"
    r"r(?:o|i)s(?:e|ing) (?:highest|above|unmarked|(?:[\w-]+ ){0,4}?to (?:meet|head))|le(?:a)?p(?:t|ed|ing) "
    r"highest|(?:got|"
    r"getting) (?:his|her) "
    r"head to|(?:ensur|secur|earn|rescu|salvag|snatch|claim|preserv|st(?:o|ea)l|clinch|seal|g[ai]v|hand)(?:e|ed|"
    r"es|s|ing) "
    rf"(?:{_SIDE} )?(?:an?|the|all|some|fresh|renewed|their) (?:[\w-]+ ){{0,2}}(?:hope|lifeline|wins?|victory|"
    rf"points?|draw|"
    r"share of the (?:spoils|points)|breathing space|cushion|upper hand|initiative|start|success|triumph|spoils)|"
    rf"(?:g[ai]v|hand|earn)(?:e|ed|es|s|ing) {_SIDE} (?:hope|victory)|"
    r"w(?:on|ins|inning) (?:the (?:game|match|tie|points|derby|contest)|all three points)(?= (?:for|with|in|when|by|"
    r"\w+ "
    r"minutes) )|"
    r"found a way|go(?:t|es) the better of|brea?o?k(?:e|es|ing)? through|hit(?:s|ting)? the target|"
    r"had the last laugh|"
    r"put(?:s|ting)? (?:[\w'-]+ ){1,3}(?:to the sword|out of their misery))\b"
)
_EVIDENCE = re.compile(
    r"\bwith (?:a|an|his|her|the) (?:[\w'-]+ ){0,4}(?:header|shot|strike|volley|half-volley|drive|finish|effort|"
    r"free[- ]kick|"
    r"penalty|spot[- ]kick|goal|chip|lob|curler|tap-in|equali[sz]er|leveller|winner|opener|consolation|clincher|"
    r"second|third)\b|\b(?:for|at) \d-\d\b|"
    r"\b(?:within (?:\w+ )?(?:minutes|seconds|a minute)|almost (?:at once|immediately)|straight away|"
    r"midway (?:through|into)|early (?:in|on)|late (?:in|on)|deep (?:in|into)|in (?:stoppage|injury|added) time|"
    r"from (?:the (?:penalty )?spot|close range|point-blank range|inside the (?:area|box)|(?:\w+|\d+) yards))\b|"
    r"(?<=pounced )on (?:a|the|an?) (?:[\w-]+ ){0,2}(?:ball|rebound|error|mistake|clearance|parry|slip|back-?pass)\b|"
    r"\bfor (?:the|a|his|her|their) (?:first|second|third|fourth|fifth|opener|equali[sz]er|leveller|winner|only)\b"
    r"(?! (?:time|half|period|leg|round|game|match|ball|save))|"
    r"\b(?:his|her) (?:\w+ )?(?:first|second|third|\w+th|\d+(?:st|nd|rd|th)) (?:[\w-]+ ){0,2}(?:goal|"
    r"of the (?:season|"
    r"campaign|year))|\bto (?:\w+ ){0,2}(?:score|equali[sz]e|level)|\bconvert|\b(?:over the line|into the net|home)\b"
)
_MISSED = re.compile(
    r"\b(?:but|only|could only|and) (?:[\w'-]+ ){0,3}?(?:over|wide|straight at|against (?:the|an?) (?:bar|post|"
    r"upright)|"
    r"off target|(?:hit|hitting|struck|striking|rattled|clipped) (?:the|an?) |(?:was |is |being )?(?:saved|denied|"
    r"blocked|kept out|thwarted))\b"
)
_SEVERAL_FROM = re.compile(r"\b(?:two|three|four) (?:[\w-]+ ){0,2}(?:goals|headers|strikes|penalties) (?:from|by) ")
_REACH = 90
_OPENS_CLAUSE = frozenset({"but", "before", "when", "while", "until", "and", "then", "though", "although", ""})
_SIDES_TOO = ("first blood", "hit back", "replied", "responded", "struck back", "answered", "struck gold")
_NUMBERS = {"both": 2, "double": 2, "two": 2, "pair": 2, "couple": 2, "three": 3, "four": 4, "five": 5}


class GoalPhrases:
    """The phrases of one story, in order."""

    def __init__(self, text: str, lower: str, start: int, end: int) -> None:
        self.lower = lower
        found = [(m.start(), m.end(), True) for m in _SURE.finditer(lower, start, end)]
        found += [(m.start(), m.end(), False) for m in _HELD_UP.finditer(lower, start, end)]
        found += [(m.start(), m.end(), True) for m in _MOVED.finditer(lower, start, end)]
        found += [(m.start(), m.end(), True) for m in _SAW_IT_IN.finditer(lower, start, end)]
        found += [(*m.span("deed"), True) for m in _TO_DO.finditer(lower, start, end)]
        self._found = sorted(found)
        self._assisted = sorted((m.start(), m.end()) for m in _ASSISTED.finditer(lower, start, end))
        self._counted = sorted((m.start(), m.end()) for m in _COUNTED.finditer(lower, start, end))
        fed = [*_FED.finditer(lower, start, end), *_ONLY_FOR.finditer(lower, start, end)]
        self._fed = sorted((m.start(), m.end()) for m in fed)
        self._text = text

    def of(self, sentence: Sentence) -> list[Mention]:
        """Those of a sentence that tell a goal."""
        if not (self._found or self._assisted or self._counted or self._fed):
            return []
        first = bisect_left(self._found, (sentence.span.start,))
        last = bisect_left(self._found, (sentence.span.end,))
        told = [
            Mention("GOAL_PHRASE", start, end, self._text[start:end])
            for start, end, sure in self._found[first:last]
            if sure or self._borne_out(sentence, start, end)
        ]
        return (
            told
            + self._inside(self._assisted, "ASSISTED", sentence)
            + self._inside(self._counted, "COUNTED", sentence)
            + self._inside(self._fed, "FED", sentence)
        )

    def _inside(self, spans: list[tuple[int, int]], kind: str, sentence: Sentence) -> list[Mention]:
        """The spans of a sentence as mentions."""
        if not spans:
            return []
        first, last = bisect_left(spans, (sentence.span.start,)), bisect_left(spans, (sentence.span.end,))
        return [Mention(kind, start, end, self._text[start:end]) for start, end in spans[first:last]]

    def _borne_out(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a minute, a shot or a score stands in the clause."""
        stop = min(sentence.span.end, end + _REACH)
        if _MISSED.search(self.lower, end, stop):
            return False
        near = any(m.kind == "MINUTE" and start - 40 < m.end and m.start < stop for m in sentence.mentions)
        return near or _EVIDENCE.search(self.lower, end, stop) is not None


_COUNTED_THINGS = Sought(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:saves|stops|shots|corners|assists)\b"
)
_GOALS = Sought(r"\b(?:goals?|scor\w+|nett?\w*|struck|strikes?)\b")


class PhraseTeller(Teller):
    """Reads the phrases."""

    def phrase(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "settled it", "rescued a point", "pounced on 82": a player's, never his side's."""
        if trigger.text.lower().startswith("cancel") and self.lower.startswith(" by ", trigger.end):
            return self.tell(sentence, trigger, self.scorers.named_after(sentence, trigger), "goal.verb.by", 0.9)
        if any(m.kind == "MULTI" and 0 <= trigger.start - m.end < 3 for m in sentence.mentions):
            return []  # what a brace or a double did
        if self.is_of_an_order(sentence, trigger):
            return []
        found = self._whose_shot(sentence, trigger, self.scorers.subjects(sentence, trigger))
        if found and _SEVERAL_FROM.search(self.lower, found[-1].end, max(found[-1].end, trigger.start)):
            return []  # what "two headers from X" did
        if not found and trigger.text.lower().endswith("again the scorer"):
            found = self.actors.before(sentence, trigger.start)[-1:]
        if not found and trigger.text.lower().endswith(_SIDES_TOO):
            return self.told_next(sentence, trigger)
        if (
            found
            and not found[-1].subject
            and self.actors.word_before(found[-1], sentence) in ("by", "from", "through")
        ):
            return []
        timed = any(m.kind == "MINUTE" and -40 < m.start - trigger.end < _REACH for m in sentence.mentions)
        goals = self.tell(sentence, trigger, [a for a in found if a.how != "guess" or timed], "goal.phrase", 0.82)
        against = trigger.text.lower().startswith(("ma", "peg", "kill", "their")) or " beyond " in trigger.text.lower()
        if goals and not against:
            for team in self._moved(sentence, trigger):
                for goal in goals:
                    goal.sides[team] += 6
        return goals

    def _whose_shot(self, sentence: Sentence, trigger: Mention, found: list[Actor]) -> list[Actor]:
        """ "X levelled but Y's half-volley won it": Y, whose shot opens the clause."""
        owner = self.owner_of_shot(sentence, trigger)
        passive = self.lower.endswith((" was ", " were ", " been ", " being "), 0, trigger.start)
        if not owner or passive or (found and owner[0].start < found[-1].start):
            return found
        return owner if self.actors.word_before(owner[0], sentence) in _OPENS_CLAUSE else found

    def _moved(self, sentence: Sentence, trigger: Mention) -> list[str]:
        """The side that a phrase says was put ahead or pulled level."""
        inside = [m for m in sentence.mentions if trigger.start <= m.start < trigger.end]
        sides = [m for m in inside if m.kind in SIDES or (m.kind == "THEY" and m.text.lower() in ("them", "their"))]
        told = [self.state.side(m, sentence) for m in sides]
        return [team for team in told if team is not None]

    def assisted(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "made the opening goal for X", "set up both goals, for X and Y": theirs."""
        goals = self.tell(sentence, trigger, self.scorers.named_after(sentence, trigger), "goal.noun.for", 0.85)
        words = trigger.text.lower().split()
        several = _NUMBERS.get(words[-1], 1) if words[-1] in _NUMBERS else 1
        for goal in goals:
            goal.kind = "open_play"
            if several > 1 and len(goals) == 1:
                goal.n, goal.described, goal.order = several, False, None
        return goals

    def fed(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "fed X for the opener", "only for X to reply": his who was fed."""
        served = [a for a in self.actors.of(sentence) if trigger.start < a.start and a.end < trigger.end]
        both = len(served) == 2 and self.lower[served[0].end : served[1].start] == " and "
        if len(served) != 1 and not (both and trigger.text.lower().startswith("only for ")):
            return []
        if any(man.possessive or man.how not in ("name", "epithet") for man in served):
            return []
        rule = "goal.phrase" if trigger.text.lower().startswith("only for ") else "goal.noun.for"
        goals = self.tell(sentence, trigger, served, rule, 0.85)
        for goal in goals:
            goal.kind = "open_play"
        return goals

    def counted(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "got both", "had all three"."""
        if is_tally(self.lower, sentence, trigger) or self._of_other_things(sentence):
            return []
        goals = self.tell(sentence, trigger, self.scorers.subjects(sentence, trigger), "goal.multi", 0.85)
        words = trigger.text.lower().split()
        for goal in goals:
            goal.n, goal.described, goal.order, goal.kind = _number(words), False, None, "open_play"
            goal.kind = "penalty" if words[-1] in ("penalties", "spot-kicks") else "open_play"
        return goals

    def _of_other_things(self, sentence: Sentence) -> bool:
        """ "Dunn made six saves. Kerr had two for Harland": a bare number of what the sentence before counts."""
        before = self.state.sentences[sentence.number - 1] if sentence.number else sentence
        told = before.paragraph == sentence.paragraph and _COUNTED_THINGS.search(self.lower, *before.span) is not None
        return told and _GOALS.search(self.lower, *sentence.span) is None


def _number(words: list[str]) -> int:
    return next(_NUMBERS[word] for word in reversed(words) if word in _NUMBERS)
