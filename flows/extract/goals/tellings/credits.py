"""Goals whose scorer is told behind them: "the deadlock was broken by X", "the winner fell to X", "up popped X to ...".

In: a story's normal text. Out: mentions of kind CREDITED, from the goal to the word before its scorer, and ORDERED
("X's second came ..."), found once for a whole story, and their reader.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.cast.actors import Actor
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought, together

_GOAL = (
    r"(?:goals?|opener|equali[sz]er|level(?:l)?er|winner|clincher|decider|consolation|reply|response|breakthrough|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|other|others)|lead|advantage|scoring|deadlock|deficit|arrears|"
    r"resistance|stalemate|scoreline|victory|win|rout|points)"
)
_ASIDE = (
    r"(?: \w+ly| then| again| also| soon| duly)?(?:,? (?:in|on|after|just|midway|early|late|"
    r"from)(?: [\w'-]+){1,5},?|,? [\w-]+ minutes? later,?)?"
)
_DONE = (
    r"(?:scored|netted|hit|provided|supplied|grabbed|claimed|headed|converted|dispatched|opened|broken|doubled|"
    r"restored|halved|cancelled out|wiped out|overturned|extended|increased|stretched|trebled|reduced|sealed|secured|"
    r"completed|settled|added|wrapped up|rounded off|notched|bagged|struck|tapped|fired|drilled|volleyed|nodded|"
    r"slotted|curled|poked|tucked away|put away|smashed|bundled|forced|turned|rifled|swept)(?: in| home|"
    r" over the line)?"
)
_CREDITED = Sought(
    rf"\b{_GOAL}{_ASIDE} (?:(?:came|coming|come|comes|arrived|arriving)(?: [a-z-]+){{0,3}}? (?:from|through|via|"
    rf"courtesy "
    r"of|thanks to)|(?:fell|went|belonged|goes|going|falling) to|(?:was|were|being|had been) the work of)"
    r"(?! (?:nothing|behind|the (?:goal)?keeper|a deflection)\b)|"
    rf"\b{_GOAL},? (?:(?:was|were|is|being|had been|having been|(?:when|after) \w+) )?(?:\w+ly |then |duly |"
    rf"again |soon )?"
    rf"{_DONE}{_ASIDE} by(?! (?:the|a|an|his|her|their) [a-z-]+ [a-z]+)\b|"
    rf"\b{_GOAL}(?: (?:was|being|proved)|,) (?:an?|the) (?:[\w-]+ ){{0,4}}?(?:header|strike|volley|effort|shot|"
    rf"drive|free[- ]kick|"
    r"penalty|spot-kick|finish|tap-in|lob|chip|half-volley|curler|screamer|goal) (?:from|by)(?! (?:the|an?) )\b|"
    rf"\b(?:goal|opener|lead|strike|effort|header|penalty|spot-kick|free[- ]kick|volley|drive|finish|tap-in) "
    rf"(?:was|were|had been|being|is) (?:\w+ )?(?:(?:cancell?ed|wiped) out|matched|answered){_ASIDE} by"
    rf"(?! (?:the|a|an|his|her|their) [a-z-]+ [a-z]+)\b|"
    r"\b(?:cross|corner|pass|free[- ]kick|delivery|centre|throw|ball)(?: \w+ly)? (?:was|were|being) "
    r"(?:met (?:on the volley |with a (?:\w+ )?(?:volley|header) |first time )|(?:\w+ly )?(?:converted|turned in|"
    r"tapped in|"
    r"headed in|headed home|nodded in|nodded home|swept home|swept in|volleyed in|fired in|bundled in|tucked away|"
    r"finished off|steered in|stabbed in|prodded in|poked in|glanced in|buried) )by\b|"
    r"\banother (?:[\w-]+ ){0,3}?(?:goal|header|strike|volley|effort|drive|finish|penalty|free[- ]kick|tap-in),? this "
    r"time (?:by|from|through|via|courtesy of)(?! (?:the|an?) )\b|"
    r"(?:\b(?:the|their|his|whose)|(?<=[a-z])'s?) (?:goal)?scorers? (?:was|were|being|included)\b|"
    r"\b(?:goals?|reply|response|opener|winner|equali[sz]er|leveller|consolation) (?:was|were) by(?! (?:the|an?|"
    r"his|far) )|"
    r"\b(?:goal)?scorers for [^.,;]{3,30}? (?:were|included)\b|"
    r"\b(?:lead|advantage|hope|start) (?:given|handed|provided|gifted)(?: to)?(?: [\w'-]+){0,2} by(?! (?:the|a|"
    r"an|his|her|"
    r"their) [a-z-]+ [a-z]+)\b|"
    r"\b(?:penalty|spot-kick|spot kick|free-kick|free kick|cross|corner|header|shot)(?: \w+ly)? "
    r"(?:dispatched|despatched|converted|tucked away|put away|slotted home|buried|tapped in|headed in|headed home|"
    r"turned in|bundled in) by\b|"
    rf"\b(?:were|was|being|be|been) (?:twice )?(?:pegged back|hauled back|undone|sunk)(?: twice| again|"
    rf" late on)?{_ASIDE} by"
    r"(?! (?:the|a|an|his|her|their)\b)|"
    r"\bup (?:popped|stepped|rose|came|jumped|leapt)\b|"
    r"\b(?:the|their) (?:[\w-]+ )?(?:goal|opener|equali[sz]er|leveller|winner|breakthrough)(?: finally| duly|"
    r" eventually)? "
    r"(?:came|arrived)(?:,? (?!when\b)[\w'-]+){0,6}?,? when\b"
)
_UNDONE = re.compile(r"\b(?:pegged back|hauled back|undone|sunk)\b")
_SAID = 6
_CREDITED_IN_ORDER = Sought(
    r"\b(?:an?|the|their|another|further) (?:[a-z-]+ ){0,2}?(?:second|third|fourth|fifth|sixth|seventh)(?: goal)? "
    r"(?:by|from|through|courtesy of)(?! (?:the|bottom|top|last|an?|his|her|their|behind|time)\b)"
)
_ORDERED = re.compile(
    r"'s? (?:own |early |late |quickfire |superb |stunning )?(?:(?P<order>second|third|fourth)|(?P<so_far>\w+th|"
    r"\d+(?:st|nd|rd|th)))"
    r"(?: (?:goal|strike))?(?: of (?:the (?P<span>\w+)|(?:his|her) \w+))?"
    r"(?=,? (?:came|arrived|was (?!a (?:yellow|red))|sealed|put|made|gave|settled|in the \w+ minute|in the \d|"
    r"on the hour|"
    r"on \d|after \d|\w+ minutes|before|just|midway|followed|to make|secured|completed|wrapped|killed|soon|late|"
    r"proved|restored|levelled|earned|won|from (?:the|close|a|an|inside|outside|12|\d)|ensured|ended|rounded|took|"
    r"turned|doubled|extended|put|capped|wrapped|and (?:a|an|the|one|[A-Z]))|[.;])"
)
_WENT_IN = re.compile(
    r"'s? (?:[\w-]+ ){0,4}?(?:cross-shot|shot|effort|attempt|cross|corner|free[- ]kick|ball|strike|drive|low shot|"
    r"header|"
    r"penalty|volley)"
    r" (?:\w+ly )?(?:\w+ed|flew|went|going|crept|spun|sped|bent|found|beat|hit)(?: \w+ly)? (?:(?:in|"
    r"home)(?= (?:off|at|via|to|for|"
    r"from|after|with|on \d|in the|just|\w+ minutes)|[.,;])|(?:over the line|into the (?:[\w-]+ ){0,2}(?:net|"
    r"corner|roof))|"
    r"the (?:net|top corner|bottom corner|far corner|near corner)\b|(?:under|through|past|beyond|"
    r"between) (?:[\w-]+ ){1,5}?(?:and in|"
    r"for (?:an?|the|his|her|their|[\w-]+'s?) (?:[\w-]+ ){0,2}(?:opener|equaliser|leveller|winner|first|second|"
    r"third|fourth|goal)))"
)
_IN_VAIN = re.compile(
    r"'s? (?:[\w-]+ ){0,4}?(?:goal|repl(?:y|ies)|response|consolation|strike|header|penalty|free[- ]kick|volley|"
    r"leveller|"
    r"equaliser|opener|spot-kick) (?:\w+ly |only )?(?:was|were|proved?|would prove|came|being|proving)"
    r"(?: in the end| ultimately)? (?:(?:not|never) (?:quite )?enough|too (?:late|little)|in vain|for nothing|"
    r"(?:of )?little more than|no more than|scant|(?:a )?mere|(?:only|just|but) (?:an? )?(?:consolation|footnote))\b"
)
_FOLLOWED = re.compile(r"\b(?:followed|answered|cancelled out|matched|added to) by (?:[a-z-]+ ){0,2}$")
_HIS_FIRST = re.compile(
    r"'s? (?:[a-z-]+ )?(?:first|second|third|\w+th)(?=[.,;]| (?:of|for|in|on|after|from|just|late|before)\b)"
)
_AND_HIS = re.compile(r"'s(?=[.;]|$)")  # "matched by X's."
_ANSWERED = re.compile(  # "X's reply to Y's opener"
    r"'s? (?:[\w-]+ ){0,2}(?:reply|answer|response|riposte|retort)(?= to (?:an? |the )?[\w'. -]{2,40}?(?:opener|"
    r"goal|strike|"
    r"header|penalty|effort|volley|free-kick)\b)"
)
_GOAL_WAS = re.compile(
    r"\bthe (?:[a-z-]+ )?(?:goal|winner|equali[sz]er|opener|decider),? (?:was |being )?(?:[a-z]+ )?$"
)
_HIS_ALONE = re.compile(
    r"(?:'s?)?(?=[.,;]| (?:after|in the|in \w+ time|on \d|on the|with|from|late|early|just|midway|\w+ minutes|"
    r"before)\b|$)"
)
_OF_A_SEASON = frozenset({"season", "campaign", "year", "league", "term"})
_ORDERS = {"second": 2, "third": 3, "fourth": 4}
_NO_SCORER = re.compile(
    r"(?:'s?)? (?:[\w-]+ ){0,2}(?:cross|corner|pass|free[- ]kick|error|mistake|throw|delivery|assist|through[- ]ball|"
    r"blunder|back-?pass|knockdown|set[- ]piece|long ball|foul)"
)
_EVIDENCE = re.compile(
    r",? (?:[\w-]+ ){0,4}?(?:to|with|and) (?:\w+ly )?(?:head|nod|tap|score|glance|power|fire|volley|convert|slot|"
    r"poke|"
    r"equalise|level|win|snatch|bundle|smash|rescue|grab|turn|seal|save|send|a |an |his |her |prod|stab|drill|"
    r"make|put|"
    r"give|beat|bury|dispatch|curl|settle|earn|roll|sweep)"
)


_OTHER = re.compile(
    r",? (?:(?:adding |with |getting |scoring |for )?(?:the other|another|an? (?:late |early )?(?:second|third|fourth|"
    r"fifth|sixth)|"
    r"the (?:second|third|fourth|fifth|sixth|winner|equaliser|leveller|opener|consolation|last|final goal|others?|"
    r"rest|other two|remaining two)|one|once|twice|(?:one|a goal) (?:each|apiece)|two|three|four|"
    r"an? (?:brace|double|pair|hat[- ]trick|treble))"
    r"(?=[.,;]| (?:in|from|on|after|late|with|before|just|midway|as|when|and|to|for|\w+ minutes) |$)|"
    r"(?:his|her) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[a-z]+teenth|\d+(?:st|nd|rd|th))"
    r"(?=[.,;]| (?:in|on|after|late|just|before|midway|\w+ minutes|of the) ))"
)
_COUNTED = {"twice": 2, "two": 2, "three": 3, "four": 4, "brace": 2, "double": 2, "pair": 2, "hat-trick": 3} | {
    "trick": 3,
    "treble": 3,
}
_SO = re.compile(
    r",? (?:(?:early|late|\w+ minutes \w+|in the [\w-]+ minute|on \d+(?: minutes)?) )?(?:with|from|via|by) (?:an?|the|"
    r"his|her) "
    r"(?:[\w-]+ ){0,3}?(head(?:er)?|free[- ]kick|penalty|spot(?:[- ]kick)?)\b(?! (?:area|box))"
)
_KINDS = {"head": "header", "free": "free_kick", "pena": "penalty", "spot": "penalty"}
_OF_ALL_LISTED = ("others", "rest", "other two", "remaining two", "each", "apiece")
_NOT_HIS = re.compile(
    r"\b(?:cross\w*|pass\w*|fed|set up|released|picked out|teed|flick\w*|foul\w*|fell\w*|brought down|tripp\w*|"
    r"handl\w*|"
    r"handball|penalty|slipp\w*|los[ti]\w*|gave|gift\w*|misjudg\w*|fail\w*|dall\w*|parr\w*|spill\w*|dropp\w*|fumbl\w*|"
    r"was (?:sent|shown|penali[sz]ed|caught|robbed|dispossessed)|own (?:net|goal)|saved|squared|pulled|laid|"
    r"nodded down|"
    r"headed (?:down|back)|for [A-Z]?[\w'-]+ to)\b"
)
_BEFORE_OTHER = re.compile(r"(?:\band|,|;) (?:[a-z-]+ ){0,2}$")
_SET_UP = ("set up ", "setting up ", "teed up ", "teeing up ", "laid on for ")
_SCORING = frozenset(
    {"GOAL_VERB", "GOAL_ACT", "GOAL_NOUN", "MULTI", "GIVE_LEAD", "SHOT_NOUN", "CREDITED", "FIXTURE_NOUN"}
)


class Credits:
    """The goals of one story that are told before their scorer, in order."""

    def __init__(self, text: str, lower: str, start: int, end: int) -> None:
        self._found = together((_CREDITED, _CREDITED_IN_ORDER), lower, start, end)
        self._text = text

    def of(self, sentence: Sentence) -> list[Mention]:
        """Those of a sentence."""
        if not self._found:
            return []
        first = bisect_left(self._found, (sentence.span.start,))
        last = bisect_left(self._found, (sentence.span.end,))
        return [Mention("CREDITED", start, end, self._text[start:end]) for start, end in self._found[first:last]]


def ordered(state: StoryState, sentence: Sentence) -> list[Mention]:
    """ "X's second came late": the order that stands behind a man's name as a mention of kind ORDERED."""
    found = []
    for mention in sentence.mentions:
        if mention.possessive and mention.kind in ("PERSON", "NAME"):
            went_in = _WENT_IN.match(state.text.lower, mention.end, sentence.span.end) or _IN_VAIN.match(
                state.text.lower, mention.end, sentence.span.end
            )
            if went_in is not None:
                found.append(Mention("ORDERED", mention.end, went_in.end(), went_in.group(), None))
            if answered := _ANSWERED.match(state.text.lower, mention.end, sentence.span.end):
                found.append(Mention("ORDERED", mention.end, answered.end(), answered.group(), None))
            if _GOAL_WAS.search(state.text.lower, max(sentence.span.start, mention.start - 30), mention.start) and (
                _HIS_ALONE.match(state.text.lower, mention.end, sentence.span.end)
            ):
                found.append(Mention("ORDERED", mention.end, mention.end, "", None))
            elif _FOLLOWED.search(state.text.lower, max(sentence.span.start, mention.start - 40), mention.start) and (
                first := _HIS_FIRST.match(state.text.lower, mention.end, sentence.span.end)
                or _AND_HIS.match(state.text.lower, mention.end, sentence.span.end)
            ):
                found.append(Mention("ORDERED", mention.end, first.end(), first.group(), None))
                continue
            told = _ORDERED.match(state.text.lower, mention.end, sentence.span.end)
            if told is not None and (told["order"] or told["span"] in _OF_A_SEASON):
                order = None if told["span"] in _OF_A_SEASON else _ORDERS.get(told["order"] or "")
                found.append(Mention("ORDERED", mention.end, told.end(), told.group(), order))
    return found


def elliptic(state: StoryState, sentence: Sentence) -> list[Mention]:
    """ "A scored the opener and B the winner", "set up A in the 29th minute and B in the 70th": told without a verb."""
    lower: str = state.text.lower
    found: list[Mention] = []
    if not sentence.mentions:
        return found
    told = next((m.end for m in sentence.mentions if m.kind in _SCORING), None)
    for mention, after in zip(sentence.mentions, [*sentence.mentions[1:], None], strict=False):
        if mention.possessive or mention.kind not in ("PERSON", "NAME"):
            continue
        timed = after is not None and after.kind == "MINUTE" and after.start - mention.end == 1
        if timed and after is not None and lower.endswith(_SET_UP, 0, mention.start):
            found.append(Mention("ORDERED", mention.end, after.end, after.text))
            told = after.end if told is None else told
            continue
        joined = told is not None and mention.start >= told and _BEFORE_OTHER.search(lower, told - 1, mention.start)
        if not joined:
            continue
        if other := _OTHER.match(lower, mention.end, sentence.span.end):
            found.append(Mention("ELLIPTIC", mention.end, other.end(), other.group()))
        elif timed and after is not None:
            found.append(Mention("ELLIPTIC", mention.end, after.end, after.text))
    return found


class CreditTeller(Teller):
    """Reads them."""

    def credited(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """The one named next, with those listed behind him."""
        if any(m.kind == "MULTI" and m.start <= trigger.start < m.end for m in sentence.mentions):
            return []
        first = next((a for a in self.actors.of(sentence) if a.start >= trigger.end), None)
        if first is None or first.how in ("pronoun", "guess"):
            return []
        if first.possessive and not (_UNDONE.search(trigger.text.lower()) and self.scorers.shot_of(sentence, first)):
            return []
        if not self.scorers.only_described(sentence, trigger.end, first.start) or self._only_helped(first):
            return []
        if trigger.text.lower().endswith(" when"):
            return self._came_when(sentence, trigger, first)
        if trigger.text.lower().startswith("up ") and not _EVIDENCE.match(self.lower, first.end):
            return []
        scorers = [first] if first.possessive else self.scorers.row.from_first(sentence, first)
        goals = self.tell(sentence, trigger, scorers, "goal.noun.from", 0.9)
        if (winners := self._who_undid(sentence, trigger)) is not None:
            for goal in goals:
                goal.sides[winners] += _SAID
        return goals

    def _who_undid(self, sentence: Sentence, trigger: Mention) -> str | None:
        """ "X, who sit below their hosts, were undone by Hale": the other side than the one that opens the sentence."""
        before = [m for m in sentence.mentions if m.kind in SIDES and m.start < trigger.start]
        pair = self.state.pair_of(sentence)
        if not before or pair is None or _UNDONE.search(trigger.text.lower()) is None:
            return None
        undone = self.state.side(before[0], sentence) or self.state.centers.behind(sentence)[0]
        return pair[pair[0] == undone] if undone in pair else None

    def _came_when(self, sentence: Sentence, trigger: Mention, actor: Actor) -> list[GoalTold]:
        """ "The goal came in the 77th minute when X ...": his, unless his clause tells of another."""
        if _NOT_HIS.search(self.lower, actor.end, sentence.span.end):
            return []
        return self.tell(sentence, trigger, [actor], "goal.announced", 0.78)

    def _only_helped(self, actor: Actor) -> bool:
        return _NO_SCORER.match(self.lower, actor.end) is not None

    def _kind_so(self, sentence: Sentence, trigger: Mention) -> str:
        """The kind that is told before the next of a list: "Y the second from the spot and a header by Z"."""
        how = _SO.match(self.lower, trigger.end, sentence.span.end)
        return "open_play" if how is None else _KINDS[how.group(1)[:4]]

    def ordered(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """His second, or his nth of a season."""
        owner = [a for a in self.actors.of(sentence) if a.end == trigger.start and a.how != "guess"]
        goals = self.tell(sentence, trigger, owner[:1], "goal.noun", 0.85)
        for goal in goals:
            goal.order, goal.owned = trigger.value, trigger.value is not None
        return goals

    def elliptic(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """His who stands right before, if another goal is told before him."""
        owner = [a for a in self.actors.of(sentence) if a.end == trigger.start and a.how == "name"]
        words = trigger.text.strip(", ").lower()
        if owner and words.endswith(_OF_ALL_LISTED):
            owner = self.scorers.row.up_to(sentence, owner[0])
        told = self.tell(sentence, trigger, owner, "goal.noun.for", 0.85)
        for goal in told:
            goal.kind = self._kind_so(sentence, trigger)
        n = _COUNTED.get(words.split()[-1], 1)
        for goal in told if n > 1 else ():
            goal.n, goal.described, goal.order = n, False, None
        return told
