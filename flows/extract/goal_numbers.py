"""Which goal a number belongs to that no claim covers: the minute, the ordinal or the count of goals told elsewhere.

A report tells its goals first and how they came about later: "took the lead on 35 minutes", "United's fifth", "scored
twice to settle it". Such a number belongs to a goal of the story where its figure is that goal's minute, or where the
words say that goals are counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.extract.claim_places import Claim
from flows.extract.text.beside import Before
from flows.extract.text.mentions import of_kinds
from flows.extract.text.minutes import Minute
from flows.extract.text.sentence import Sentence

_NTHS = frozenset("first second third fourth fifth sixth seventh eighth ninth".split())
_GOAL_OF = re.compile(r"(?: \w[\w'-]*){0,2} (?:goal|strike|opener|equaliser|effort)\b")
_NO_GOAL = re.compile(
    r"(?: \w[\w'-]*){0,2} (?:goal|strike)s? (?:kick|attempt|from being|would|might|could)\b|"
    r"(?: \w[\w'-]*){0,2} (?:strikers?|strikeforce)\b"
)
_WISHED = re.compile(
    r"\b(?:(?:bid|wait\w*|hop\w+) for|seeking|sought|denied|chasing|want\w*|need\w*|nearly|almost|close to|"
    r"missing out on|narrowly|could|should|would|might|if|hunt\w*|search\w*|push\w*|chance|looking|pressing|"
    r"prevent\w*|without)\b[^.;]{0,40}$"
)
_OWN = Before(r"(?:'s|s'|\bhis|\bher|\btheir|\bits|\bour|\bthe|\ba) ", 60)
_ALONE = re.compile(
    r"(?=[.,;:!)-]|$| -| (?:with|when|after|before|from|on|in|just|soon|moments|shortly|midway|late|early|as|and|but|"
    r"came|arrived|followed|minutes|seconds|at|by|to (?:make|seal|complete|kill)|of)\b)"
)
_DONE = re.compile(
    r"\b(?:add\w*|net\w*|scor\w+|grab\w*|bag\w*|head\w*|tuck\w*|slot\w*|tapp\w*|fir\w+|curl\w*|drill\w*|slid\w*|poke\w*|"
    r"roll\w*|lash\w*|rifl\w+|volley\w*|convert\w*|claim\w*|got|gets?|plunder\w*|pounc\w*|their|and [\w. ]+'s)"
    r"\b[^.;:]{0,30}$"
)
_COUNT_AFTER = re.compile(
    r"(?! of\b)(?: (?!points|and|or|in|from)[a-z][\w'-]*){0,3}? (?:goals|strikes)\b|"
    r"-goal (?:haul|salvo|blast|burst|spree|show)\b"
)
_MARGIN = re.compile(r" (?:up|down|ahead|behind|clear|adrift|in front|to the good|in arrears|i|he|we|they|she)\b")
_SCORED = Before(r"\b(?:scor(?:ed|es|ing|e)|netted|netting|nets|struck|striking|strikes) (?:only |just )?", 60)
_TIMES = re.compile(r"(?: more)? times\b| goals?\b|(?! a\b)")
_OTHER_GAMES = re.compile(
    r"\b(?:seasons?|careers?|games|matches|appearances|outings|in a row|years?|past|this term|campaign|previous|last)\b"
)
_NO_GOAL_MINUTE = re.compile(
    r"\b(?:replac\w+|substitut\w+|came on|brought on|introduced|sent off|booked|dismiss\w+|red card|yellow card|"
    r"withdrawn|hobbled|limped|stretchered|carried off|ejected|expelled|walked|off injured|cautioned)\b"
)
_GOAL_THERE = re.compile(
    r"\b(?:own goal|winner|equali[sz]er|opener|consolation|level(?:led|ed|ler)|equali[sz]ed|scor(?:ed|ing)|netted|"
    r"(?:nodd|head|tapp|fir|slott|curl|turn|drill|bundl|pok|roll)(?:s|ed|ing) (?:in|home|past)|swept (?:in|home)|"
    r"broke the (?:tie|deadlock)|opened the scoring|struck|made it|pulled (?:one|a goal) back|converted|ball rolling|"
    r"(?:put|gave|sent) [\w' ]{2,20}(?:ahead|in front|the lead)|goal!|found the net|had led since|went ahead|"
    r"took the lead)"
)
_NO_GOAL_THERE = re.compile(
    r"\b(?:miss(?:ed|es)|sav(?:ed|es|ing)|wide|over the|off target|bar|post|upright|woodwork|crossbar|denied|"
    r"should|could|might|would|disallowed|ruled out|offside|blocked|cleared|chance|until|almost|nearly|goalless|"
    r"only for|flag|flagged|waved off|thought|apparent|(?:for|of|seeking) the (?:equali[sz]er|winner|opener))\b"
)
_PART_OF_MATCH = re.compile(r"\bminutes?\b|\bhalf\b|-half\b|\bbreak\b|\binterval\b|\brestart\b|\bextra time\b")
_HIS = re.compile(
    r"(?:'s?)? (?:(?:excellent|clinical|quickfire|fine|late|early|superb|first-half|second-half) )?|, the "
)
_BY = re.compile(r"(?: (?:goal|strike|header))? (?:(?:late|early) )?(?:by|from|through) (?:[a-z]+ )?")
_AROUND = 60
_LAST_COUNT = 9.0


def goal_of_minute(goals: Sequence[Claim], minute: Minute, lower: str, start: int) -> str | None:
    """The first goal of a story that fell in the minute told at a place, if nothing else is said to have happened."""
    if minute.minute is None or _NO_GOAL_MINUTE.search(lower, max(0, start - _AROUND), start + _AROUND):
        return None
    return next((goal.claim_id for goal in goals if float(minute.minute) in goal.held.beside), None)


def tells_a_goal(lower: str, start: int, end: int) -> bool:
    """Whether the words around a minute tell a goal, so that it is one that nobody has read."""
    first, last = max(0, start - _AROUND), end + _AROUND // 2
    around = lower[first:last]
    if _NO_GOAL_THERE.search(around) or _NO_GOAL_MINUTE.search(around):
        return False
    return _GOAL_THERE.search(around) is not None


def is_nth_goal(lower: str, start: int, end: int) -> bool:
    """Whether a word at a span says the how-manieth goal was scored: "Everton's fifth", "a fourth with 10 left"."""
    if lower[start:end] not in _NTHS or _NO_GOAL.match(lower, end):
        return False
    if not _OWN.search(lower, start):
        return False
    before = lower[max(0, start - 60) : start]
    if _WISHED.search(before):
        return False
    return bool(_GOAL_OF.match(lower, end) or (_ALONE.match(lower, end) and _DONE.search(before)))


def is_of_goals(lower: str, end: int) -> bool:
    """Whether what follows a word like "a second" leaves a goal to be meant: no loss, no chance, no booking."""
    return bool(_GOAL_OF.match(lower, end) or _ALONE.match(lower, end))


def counts_goals(lower: str, start: int, end: int) -> bool:
    """Whether a number at a span counts goals of one match: "scored twice", "scored three times", "two goals"."""
    if _SCORED.search(lower, start):
        counts = lower[start:end] == "twice" or _TIMES.match(lower, end) is not None
    else:
        told = _COUNT_AFTER.match(lower, end)
        counts = told is not None and not _MARGIN.match(lower, told.end())
    if not counts or _WISHED.search(lower[max(0, start - 60) : start]):
        return False
    return not _OTHER_GAMES.search(lower, max(0, start - _AROUND // 2), end + _AROUND // 2)


def in_one_match(lower: str, end: int) -> bool:
    """Whether a count of goals is said to be of a part of one match ("in the first 10 minutes")."""
    return _PART_OF_MATCH.search(lower, end, end + _AROUND) is not None


def goal_named(goals: Sequence[Claim], sentence: Sentence, lower: str, start: int, end: int) -> str | None:
    """The one of a sentence's goals that a number at a span is of: that of the man named right beside it, else the
    nearest. None where the man named is none of the scorers."""
    if not goals:
        return None
    man = _named_beside(sentence, lower, start, end)
    if man is not None:
        own = [goal for goal in goals if man in goal.held.thing.split()]
        if not own and not any(man in goal.held.thing for goal in goals):
            return None
        goals = own or goals
    return min(goals, key=lambda goal: max(goal.start - end, start - goal.end, 0)).claim_id


def _named_beside(sentence: Sentence, lower: str, start: int, end: int) -> str | None:
    """The last name of who is said to have scored so often: "Keller's second", "a Keller double", "a third by him"."""
    for mention in of_kinds(sentence.mentions, ("PERSON", "NAME")):
        behind = mention.start >= end and not mention.possessive and _BY.fullmatch(lower, end, mention.start)
        if behind or (mention.end <= start and _HIS.fullmatch(lower, mention.end, start)):
            return mention.text.lower().split()[-1].removesuffix("'s")
    return None


def goal_counted(goals: Sequence[Claim], sentence: str, value: float | None) -> str | None:
    """The goal that a count in a sentence belongs to: the first of a man named in it who scored as often, else the
    first of a side that did."""
    if value is None or not 0 < value <= _LAST_COUNT:
        return None
    by_man: dict[str, list[Claim]] = {}
    for goal in goals:
        by_man.setdefault(goal.held.thing, []).append(goal)
    for man, told in by_man.items():
        if man and man.split()[-1] in sentence and _n_of(told) >= value:
            return told[0].claim_id
    return goals[0].claim_id if goals and _n_of(goals) >= value else None


def _n_of(goals: Sequence[Claim]) -> float:
    return sum(next(iter(goal.held.values), 1.0) for goal in goals)
