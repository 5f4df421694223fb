"""Who plays with whom and against whom, as a story tells of its people: keepers beaten, crosses met, fouls, partners.

In: the sentences of a story, and for each goal its scorer, whom a pronoun may have meant. Out: bonds of two people, who
are of one side or of different ones; whose each of them is need not be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from flows.extract.cast.clause_heads import subject_at
from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.phrase_tables import phrase_table

_REACH = 90  # letters between two people
_JOIN = (
    r"(?:and|to|from|for|with|as|when|who|by|before|after|while|but|or|if|that|than|then|on|in|at|of|a|an|his|her)\b"
)
_HIM = rf"(?:the |a |an )?(?:(?!{_JOIN})[a-z'-]+ ){{0,3}}$"  # what describes the second of two
_SERVICE = (
    r"(?:cross(?:-field ball)?|pass|corner(?:-kick)?|(?:through|long|low|lofted)?[- ]?ball|free[- ]kick|delivery|"
    r"cut-?back|pull-?back|flick(?:-on)?|(?:long )?throw(?:-in)?|knock-?down|lay-?off|centre|assist|set[- ]piece|"
    r"through-ball|back-?heel|lead-up|square ball|dead ball|feed|nod-?down|prompting|approach work|work)"
)
_SERVED = re.compile(rf"'s? (?:[\w-]+ ){{0,3}}{_SERVICE}\b")
_ERROR = re.compile(
    r"'s? (?:[\w-]+ ){0,3}(?:error|mistake|slip|back-?pass|clearance|fumble|blunder|miskick|hesitation|indecision|"
    r"foul|challenge|trip|handball|tackle|lunge|push|mix-up)\b"
)
_FOULED = (
    r"(?:denied|thwarted|foiled|tripped|felled|fouled|brought down|upended|bundled over|scythed down|hauled down|"
    r"hacked down|pulled down|pulled back|chopped down|tackled|dispossessed|robbed|kept out|clattered|floored|"
    r"frustrated|impeded|shoved|wrestled to the ground|taken out|beaten to the ball)"
)
_FOUL = re.compile(
    rf"\b(?:{_FOULED}|felling|fouling|tripping|bringing down|sent tumbling|(?:foul|challenge|tackle|trip) on|"
    rf"(?:was|were) (?:pushed|caught|sent flying|clipped)) (?:\w+ly )?(?P<by>by )?{_HIM}"
)
_APART = re.compile(
    rf"\b(?:past|beyond|under|underneath|wrong-foot\w+|nutmegg\w+|(?:went|gone|skipped|danced|sidestepped|stepped|"
    rf"going) (?:past|around|round)|rounded|rounding|(?:round|around|over)(?= (?:the |[a-z-]*keeper|goalie|advanc|"
    rf"onrush|stranded|outrush|diving|prone)|\W*$)|through the legs of|beat(?:s|ing)?|left|leaving|giving|gave|"
    rf"(?:in )?(?:ahead|front) of|outmuscl\w+|outpac\w+|outjump\w+|robb\w+|dispossess\w*|no chance(?: to)?|"
    rf"catch\w*|caught) {_HIM}|"
    rf"\b{_FOULED} (?:\w+ly )?by {_HIM}|"
    rf"\b(?:(?:saved|saves?|stop|block|reaction save|save|parried|parry) (?:\w+ )?(?:from|to (?:deny|thwart|keep out))|"
    rf"{_FOULED}|deny|denying|denies|thwart\w*|foil\w*|felling|fouling|tripping|bringing down|to keep out|"
    rf"foul on|challenge on|lunge on|tackle on|trip on|up against|marking) {_HIM}|"
    rf"\b(?:pounc\w+ on|seiz\w+ (?:on|upon)|capitali[sz]\w+ on|took advantage of|taking advantage of|punish\w+|"
    rf"intercept\w+|latch\w+ on to|latch\w+ onto|profit\w+ from) {_HIM}(?<!cross )"
)
_LAID_ON = (
    r"(?:fed|feeding|feeds|found|finds|finding|released|releas(?:es|ing)|pick(?:s|ed|ing) out|set(?:s|ting)? up|"
    r"teed? up|tee(?:s|ing) up|play(?:s|ed|ing) in|slipp(?:ed|ing) in|sen[dt](?:s|ing)?(?: through)?|"
    r"cross(?:ed|es|ing) (?:for|to)|pass(?:ed|es|ing) to|squar(?:ed|es|ing)(?: it| the ball)? (?:to|for)|"
    r"la(?:id|ys?|ying)(?: it| the ball| one)? (?:off |back |on |across )?(?:to|for)|roll(?:ed|ing) it to|"
    r"headed (?:it )?(?:down|back|on)(?: to| for)|(?:through|across|back|down|in|over|on) (?:to|for)|"
    r"presented|invit\w+|unleashed|freed|freeing|supplied)"
)
_TOGETHER = re.compile(
    rf"\b{_LAID_ON} {_HIM}|"
    rf"\b(?:one-two|exchang\w+ passes|exchang\w+ a one-two|combin\w+|link\w+ (?:up )?|swapp\w+ passes|interchang\w+|"
    rf"partner\w*|good work|great work|fine work|play\w+ off) (?:\w+ly |superbly |up )?(?:with|between|alongside|"
    rf"by) {_HIM}|"
    rf"\b(?:replac(?:ed|ing|es)|(?:on|deputis\w+|standing in) (?:\w+ )?(?:for|in place of)|made way for|gave way to|"
    rf"mak\w+ way for|took over from|substitut\w+ for|alongside|team-?mates?|teammates?|fellow|"
    rf"(?:set up|teed up|assisted|laid on|played in|fed|released|picked out|found|played through|put through|"
    rf"sent (?:clear|through|away)|served|supplied|crossed in|freed) (?:\w+ly )?by) {_HIM}|"
    rf"^'s? (?:[\w-]+ ){{0,3}}(?:partner|team-?mate|teammate|colleague|accomplice|replacement|deputy),? {_HIM}"
)
_FROM_HIM = re.compile(
    r"\b(?:from|met|meet(?:s|ing)?|on to|onto|convert(?:ed|ing|s)?|turn(?:ed|ing|s)?|head(?:ed|ing|s)?|"
    r"volley(?:ed|ing|s)?|nod(?:ded|ding|s)?|tap(?:ped|ping|s)?|glanc(?:ed?|ing|es)|swe(?:pt|eping|eps?)|"
    r"flick(?:ed|ing|s)?|steer(?:ed|ing|s)?|connect(?:ed|ing|s)? with|reach(?:ed|ing|es)?|end of|"
    r"finish(?:ed|ing|es)?(?: off)?|div(?:ed|ing) to|prod(?:ded|ding|s)?|pok(?:ed?|ing|es)|stab(?:bed|bing|s)?|"
    r"slot(?:ted|ting|s)?|bundl(?:ed?|ing|es)|power(?:ed|ing|s)?|convert(?:ed|ing|s)?|smash(?:ed|ing|es)?) "
    r"(?:home |in |off |over |wide |up )?(?:a |an |the )?(?:[a-z-]+ )?$"
)
_SERVED_TO = re.compile(
    rf"'s? (?:[\w-]+ ){{0,3}}{_SERVICE}\b[^,.;]{{0,30}}\b(?:found|by|for|to|was met by|picked out|sent|set up|fell to|"
    rf"reached|released|freed|put|teed up|allowed|invited) {_HIM}"
)
_LET_IN = re.compile(
    rf"'s? (?:[\w-]+ ){{0,3}}(?:error|mistake|slip|back-?pass|clearance|fumble|blunder|miskick|hesitation)\b"
    rf"[^,.;]{{0,24}}\b(?:let|allow\w*|gift\w*|present\w*|fell to|hand\w*|for|to|straight to|was punished by) {_HIM}"
)
_UNDONE_BY = re.compile(
    rf"\b(?:cancel\w*|wip\w+|ruled|rub\w+) out (?:[\w-]+ ){{0,3}}?(?:by )?{_HIM}|"
    rf"\b(?:repl(?:y|ied|ying)|respond(?:ed|ing)|answer|response|riposte) to {_HIM}|"
    rf"\b(?:repl(?:ied|ying)|respond(?:ed|ing)) to (?:[\w-]+ ){{0,2}}(?:efforts|goals|strikes|headers) (?:from|"
    rf"by) {_HIM}|"
    rf"\b(?:eras\w+|nullif\w+|undid|undone|overturn\w*|answered|matched|equali[sz]ed) (?:[\w-]+ ){{0,3}}?by {_HIM}|"
    rf"\b(?:with|before|but|while|although) (?:the )?(?:[\w'-]+ ){{1,3}}?(?:repl(?:ying|ied)|respond(?:ing|ed)|"
    rf"hit(?:ting)? back|(?:pull|claw)(?:ing|ed) (?:one|a goal) back|g[eo]t(?:ting)? (?:one|a goal) back) "
    rf"(?:through|via|courtesy of|thanks to|when) {_HIM}"
)
_ADDED_TO = re.compile(rf"\b(?:adding|added|adds) to {_HIM}")
_HIS_GOAL = re.compile(
    r"'s? (?:[\w-]+ ){0,2}(?:goal|effort|strike|opener|header|penalty|free-kick|volley|double|brace)\b"
)
_UNDID = re.compile(rf"(?:{phrase_table('goal_phrases.csv')['UNDID']}) $")
EITHER_SIDE = re.compile(
    r"\b(?:came|coming|arriv(?:ed|ing)) (?:on )?either side of (?:[\w' -]{2,60}'s?|an?) (?:[\w-]+ ){0,3}$"
)
_GOES_ON = re.compile(r"'s? (?:[\w-]+ ){1,4}and (?:then |later )?[a-z]+ing\b")  # "X's opener and then replying to Y"
_FOR_HIS_FALL = re.compile(
    rf"(?:'s?)? (?:[\w-]+ ){{0,2}}(?:penalty|spot[- ]kick)\b[^.;]{{0,40}}\b(?:foul|challenge|tackle|trip|push|"
    rf"lunge) on {_HIM}"
)
_WRONG_WAY = re.compile(r" (?:the wrong way|sprawling|stranded|rooted|no chance|flat-footed|grasping)\b")
_OWN = re.compile(r"\b(?:own|team-?mate|colleague)\b")
_OWN_NET = re.compile(r"\b(?:his|her) own (?:net|goal)\b")
_PERSON = ("PERSON",)
_SHOTS = frozenset({"goal.noun", "goal.multi", "goal.noun.from"})
_AND_SHOT = re.compile(
    r"(?: (?:(?:in|on|after|from|just|early|late|before|either) [\w -]{3,32}?)|"
    r"[^.;,()]{0,3}\(\d[^)]{0,12}\))?,? (?:and|plus) "
    r"(?:(?:an?|another|the|[a-z-]+) ){0,4}"
)
_AND_HE = re.compile(r"[\w' -]{2,32},? (?:and|while|plus) (?:[a-z-]+ ){0,2}")
_THE_OTHER = re.compile(r"\bthe (?:other|remaining|rest)\b(?! end| side| way| half)")
_ANSWERS = re.compile(r"\b(?:but|while|repl\w+|respon\w+|answer\w*)\b")
_AND_HE_REACH = 40  # letters
_DID_FOR = re.compile(
    r"[\w-]+(?: kick)?(?: (?:in|on|after|from|just|early|late|before|either) [\w -]{3,32}?| \(\d[^)]{0,12}\))? "
    r"(?:had |then |soon |also )?"
    r"(?:put|gave|saw|earned|secured|sealed|sent|fired|took|turned|were enough|clinched|made it|ensured|helped|"
    r"completed|wrapped|lifted|moved|guided|steered|propelled|did the)\b(?![^.;]{0,40}\b(?:level|all square|share))"
)


class Bond(NamedTuple):
    """Two people who play together or, if not, against each other."""

    one: str
    two: str
    together: bool


def bonds_told(state: StoryState) -> list[Bond]:
    """What the sentences of a story say of those named next to each other, in order."""
    lower = state.text.lower
    found: list[Bond] = []
    for sentence in state.sentences:
        people = [] if sentence.quoted else of_kinds(sentence.mentions, _PERSON)
        actor: Mention | None = None
        for one, two in pairwise(people):
            acts = one.possessive or lower.startswith((" who ", ", who "), one.end)
            acts = acts or lower.endswith(" whose ", 0, one.start)
            actor = one if acts or subject_at(lower, sentence, one.start, one.end) else actor
            if actor is None or two.start - one.end >= _REACH or actor.value == two.value:
                continue
            if _FOR_HIS_FALL.match(lower, one.end, two.start):
                found.append(Bond(str(one.value), str(two.value), True))
                continue
            together = _between(lower, one.end, two, sentence.span.end)
            if together is not None:
                found.append(Bond(str(actor.value), str(two.value), together))
    return found


def bonds_of_goals(state: StoryState, goals: Iterable[GoalTold]) -> list[Bond]:
    """What the tellings of goals say of those named in them: past whom and from whose cross, whoever stands between."""
    lower = state.text.lower
    goals = list(goals)
    found = [Bond(a.scorer, b.scorer, True) for a, b in pairwise(goals) if _of_one_subject(lower, a, b)]
    in_turn = sorted(goals, key=lambda g: g.at)
    found += [Bond(a.scorer, b.scorer, True) for a, b in pairwise(in_turn) if _goes_on_with(lower, a, b)]
    for a, b, c in zip(in_turn, in_turn[1:], in_turn[2:], strict=False):
        if a.sentence is c.sentence and EITHER_SIDE.search(lower, b.at, c.at):
            found += [Bond(a.scorer, b.scorer, True), Bond(b.scorer, c.scorer, False)]
    for goal in goals:
        if goal.kind == "penalty" and (victim := _fouled(state, goal)) is not None:
            found.append(Bond(goal.scorer, victim, True))
        alone = True
        later = [g.start for g in goals if g.sentence is goal.sentence and g.start >= goal.end]
        stop = min([goal.end + _REACH, *later])
        for two in of_kinds(goal.sentence.mentions, _PERSON):
            if not goal.start < two.start < stop or goal.same_scorer(str(two.value)):
                continue
            own = goal.kind == "own_goal" or _OWN.search(lower, goal.start, two.start) is not None
            served = two.possessive and _SERVED.match(lower, two.end) is not None
            if served and _FROM_HIM.search(lower, goal.start, two.start):
                found.append(Bond(goal.scorer, str(two.value), not own))
            elif goal.kind == "penalty" and _FOR_HIS_FALL.search(lower, goal.start, two.start):
                found.append(Bond(goal.scorer, str(two.value), True))
            elif alone and not own and _APART.search(lower, max(goal.start, two.start - 60), two.start):
                found.append(Bond(goal.scorer, str(two.value), False))
            alone = alone and served
    return found


def _goes_on_with(lower: str, one: GoalTold, two: GoalTold) -> bool:
    """Whether a verb of one goal serves the next too: "X got two and Y the third", "X got two, the other was Y's"."""
    if one.sentence is two.sentence and one.n > 1 and _THE_OTHER.search(lower, one.end, two.end + len("the other")):
        return _ANSWERS.search(lower, one.end, two.end) is None
    if one.sentence is not two.sentence or two.rule != "goal.noun.for" or two.called in ("equaliser", "consolation"):
        return False
    return (
        one.start < two.start
        and _AND_HE.fullmatch(lower, max(one.at, two.start - _AND_HE_REACH), two.start) is not None
    )


def _of_one_subject(lower: str, one: GoalTold, two: GoalTold) -> bool:
    """Whether two shots are the subjects of one clause that tells of a side: "X's double and a Y header put Marden ..."
    where neither answered the other."""
    shots = (
        one.sentence is two.sentence and {one.rule, two.rule} <= _SHOTS and "equaliser" not in (one.called, two.called)
    )
    if not shots or "own_goal" in (one.kind, two.kind) or _AND_SHOT.fullmatch(lower, one.end, two.start) is None:
        return False
    return _DID_FOR.match(lower, two.at, two.sentence.span.end) is not None


def _fouled(state: StoryState, goal: GoalTold) -> str | None:
    """Whose fall won a penalty that another converts, told just before it."""
    before = state.sentences[max(0, goal.sentence.number - 1) : goal.sentence.number + 1]
    people = [m for s in before for m in of_kinds(s.mentions, _PERSON) if m.start < goal.at]
    for one, two in reversed([*pairwise(people)]):
        gap = state.text.lower[one.end : two.start]
        if len(gap) < _REACH and (told := _FOUL.search(gap)) is not None:
            victim = one if told["by"] else two
            return None if goal.same_scorer(str(victim.value)) else str(victim.value)
    return None


def _between(lower: str, start: int, two: Mention, stop: int) -> bool | None:
    """Whether the words between two people put them on one side; None where they tell nothing."""
    if _OWN.search(lower, start, two.start):
        return None
    gap = lower[start : two.start]
    served = two.possessive and _SERVED.match(lower, two.end, stop) is not None
    if _UNDONE_BY.search(gap) or (two.possessive and _UNDID.search(gap)):
        return None if _GOES_ON.match(gap) else False
    if two.possessive and _ADDED_TO.search(gap) and _HIS_GOAL.match(lower, two.end, stop):
        return True
    if two.possessive and _ERROR.match(lower, two.end, stop):
        return False if _APART.search(gap) or _FROM_HIM.search(gap) else None
    if served and _FROM_HIM.search(gap):
        return _OWN_NET.search(lower, two.end, min(stop, two.end + _REACH)) is None
    if served:
        return None
    if _LET_IN.match(gap):
        return False
    if _WRONG_WAY.match(lower, two.end, stop):
        return False
    if _SERVED_TO.match(gap) or (_TOGETHER.search(gap) and not _APART.search(gap)):
        return True
    return False if _APART.search(gap) else None
