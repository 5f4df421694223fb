"""Goals whose scorer is told behind them: "the deadlock was broken by X", "the winner fell to X", "up popped X to ...".

In: a story's normal text. Out: mentions of kind CREDITED, from the goal to the word before its scorer, and ORDERED
("X's second came ..."), found once for a whole story, and their reader.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.cast.actors import Actor
from flows.extract.goals.teller import Teller
from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_GOAL = (
    r"(?:goals?|opener|equali[sz]er|level(?:l)?er|winner|clincher|decider|consolation|reply|response|breakthrough|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|other|others)|lead|advantage|scoring|deadlock|deficit|arrears|"
    r"resistance|stalemate|scoreline|victory|win|rout|points)"
)
_ASIDE = (
    r"(?: \w+ly| then| again| also| soon| duly)?(?:,? (?:in|on|after|just|midway|early|late|"
    r"from)(?: [\w'-]+){1,5},?)?"
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
    r"\b(?:the|their|his) (?:goal)?scorers? (?:was|were|being|included)\b|"
    r"\b(?:penalty|spot-kick|spot kick|free-kick|free kick|cross|corner|header|shot)(?: \w+ly)? "
    r"(?:dispatched|despatched|converted|tucked away|put away|slotted home|buried|tapped in|headed in|headed home|"
    r"turned in|bundled in) by\b|"
    r"\bup (?:popped|stepped|rose|came|jumped|leapt)\b"
)
_ORDERED = re.compile(
    r"'s? (?:own |early |late |quickfire |superb |stunning )?(?:(?P<order>second|third|fourth)|(?P<so_far>\w+th|"
    r"\d+(?:st|nd|rd|th)))"
    r"(?: (?:goal|strike))?(?: of (?:the (?P<span>\w+)|(?:his|her) \w+))?"
    r"(?=,? (?:came|arrived|was (?!a (?:yellow|red))|sealed|put|made|gave|settled|in the \w+ minute|in the \d|"
    r"on the hour|"
    r"on \d|after \d|\w+ minutes|before|just|midway|followed|to make|secured|completed|wrapped|killed|soon|late|"
    r"proved|restored|levelled|earned|won|and [A-Z])|[.;])"
)
_OF_A_SEASON = frozenset({"season", "campaign", "year", "league", "term"})
_ORDERS = {"second": 2, "third": 3, "fourth": 4}
_NO_SCORER = re.compile(
    r"(?:'s?)? (?:[\w-]+ ){0,2}(?:cross|corner|pass|free[- ]kick|error|mistake|throw|delivery|assist|through[- ]ball|"
    r"blunder|back-?pass|knockdown|set[- ]piece|long ball|foul)"
)
_EVIDENCE = re.compile(
    r"^,? (?:[\w-]+ ){0,4}?(?:to|with|and) (?:\w+ly )?(?:head|nod|tap|score|glance|power|fire|volley|convert|slot|"
    r"poke|"
    r"equalise|level|win|snatch|bundle|smash|rescue|grab|turn|seal|save|send|a |an |his |her |prod|stab|drill|"
    r"make|put|"
    r"give|beat|bury|dispatch|curl|settle|earn|roll|sweep)"
)


class Credits:
    """The goals of one story that are told before their scorer, in order."""

    def __init__(self, text: str, lower: str, start: int, end: int) -> None:
        self._found = sorted((m.start(), m.end()) for m in _CREDITED.finditer(lower, start, end))
        self._text = text

    def of(self, sentence: Sentence) -> list[Mention]:
        """Those of a sentence."""
        first = bisect_left(self._found, (sentence.span.start,))
        last = bisect_left(self._found, (sentence.span.end,))
        return [Mention("CREDITED", start, end, self._text[start:end]) for start, end in self._found[first:last]]


def ordered(state: StoryState, sentence: Sentence) -> list[Mention]:
    """ "X's second came late": the order that stands behind a man's name as a mention of kind ORDERED."""
    found = []
    for mention in sentence.mentions:
        if mention.possessive and mention.kind in ("PERSON", "NAME"):
            told = _ORDERED.match(state.text.lower, mention.end, sentence.span.end)
            if told is not None and (told["order"] or told["span"] in _OF_A_SEASON):
                order = None if told["span"] in _OF_A_SEASON else _ORDERS.get(told["order"] or "")
                found.append(Mention("ORDERED", mention.end, told.end(), told.group(), order))
    return found


class CreditTeller(Teller):
    """Reads them."""

    def credited(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """The one named next, with those listed behind him."""
        first = next((a for a in self.actors.of(sentence) if a.start >= trigger.end), None)
        if first is None or first.possessive or first.how in ("pronoun", "guess"):
            return []
        if not self.scorers.only_described(sentence, trigger.end, first.start) or self._only_helped(first):
            return []
        if trigger.text.lower().startswith("up ") and not _EVIDENCE.match(self.lower, first.end):
            return []
        return self.tell(sentence, trigger, self.scorers.list_from(sentence, first), "goal.noun.from", 0.9)

    def _only_helped(self, actor: Actor) -> bool:
        return _NO_SCORER.match(self.lower, actor.end) is not None

    def ordered(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """His second, or his nth of a season."""
        owner = [a for a in self.actors.of(sentence) if a.end == trigger.start]
        goals = self.tell(sentence, trigger, owner[:1], "goal.noun", 0.85)
        for goal in goals:
            goal.order = trigger.value
        return goals
