"""What every trigger needs to tell a goal: who may score, whose shot it was, whom the next clause names.

In: a trigger and the actors found for it. Out: tellings, each with kind, order and how sure it is; a vetoed one is
left out.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor, Actors
from flows.extract.goals.moments import half_of, kind_of, order_of
from flows.extract.goals.tellings.scorers import Scorers
from flows.extract.goals.tellings.vetoes import told_aside, vetoed
from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.phrase_tables import phrase_table
from flows.extract.text.sentence import SIDES, Sentence, objective
from flows.extract.text.sought import Sought

_OBJECT_NEAR = 36
_SUBJECTS = 5  # how much the subject of "led through X" is X's side
_ASIDE = re.compile(
    r",? \(?(?:\w+ly )?(?:with|via|from|through)? ?(?:an?|the|his|her) (?:[\w-]+ ){0,2}(penalty|header|free[- ]kick|"
    r"spot[- ]kick|spot|head)"
    r"[,)]"
)
_ASIDES = {"penalty": "penalty", "header": "header", "free kick": "free_kick", "free-kick": "free_kick"} | {
    "spot": "penalty",
    "spot kick": "penalty",
    "spot-kick": "penalty",
    "head": "header",
}
_CALLED = {"opener": "opener", "equaliser": "equaliser", "equalizer": "equaliser", "leveller": "equaliser"} | {
    "winner": "winner",
    "decider": "winner",
    "consolation": "consolation",
}
_UNDID = re.compile(rf"(?:{phrase_table('goal_phrases.csv')['UNDID']}) $")
_SHOT = re.compile(r"'s? (?:[\w-]+ ){0,4}(?:shot|effort|attempt|strike|drive|volley|header|free[- ]kick) ")
_LEVEL = frozenset({"level", "on terms", "back on terms", "back level", "parity", "on level terms", "all square"})
_LEVEL |= {"on even terms", "back on even terms", "on level footing", "on an even footing"}
_AHEAD = frozenset(
    {"lead", "ahead", "in front", "the advantage", "into the lead", "in the lead", "one up", "a goal up"}
)
_LEVELLING = ("equali", "levell", "restored parity", "cancel", "drew level", "squared")
_OPENING = tuple(f"{verb} the {what}" for verb in ("opened", "opening", "opens") for what in ("scoring", "account"))
_OPENING += ("broke the deadlock", "breaking the deadlock", "breaks the deadlock", "drew first blood", "struck first")
_THE_FIRST = (" the first", "struck first", "scored first")
_ANOTHER = re.compile(
    r" another(?= (?:before|after|late|on|in|from|with|when|just|early|midway|soon|\w+ minutes)\b|[.,;])"
)
_SEEMED = Sought(
    r"\bwhat (?:had )?(?:seemed|looked|appeared|threatened)(?: \w+)? to (?:be|have been) (?:the |an? )?[^,.;]{0,40}$"
)
_BEAT_THEM = re.compile(r" (?:saw off|beat|sank|downed|defeated|edged out|earned [^.;,]{2,40} (?:win|victory)\b)")
_NAMED = {"pronoun": 0.06, "epithet": 0.1, "opener": 0.1, "guess": 0.2, "name": 0.0}
_MADE_BY = re.compile(
    r"[^,;]{0,50}\b(?:cross\w*|pass\w*|fed|set up|released|picked out|teed|flick\w*|was (?:fouled|felled|"
    r"brought|sent|tripped|shown)|fouled|missed|had been|won an?|earned an?|sent off|limped|parried|only "
    r"parry|saved)\b"
)
_BUILT_UP = re.compile(
    r"(?: \w+ly)? (?:sped|raced|ran|burst|surged|galloped|skipped|dribbled|drove (?:forward|inside|into|at|down)|cut|"
    r"pulled|squared|whipped|swung|threaded|slipped (?!(?:it|the ball|home|in))|robbed|charged|"
    r"broke (?:down|away|clear|forward|from|into)|got (?:to|away|free|clear|in behind)|"
    r"beat (?:two|three|his|the full)|turned (?:past|away)|was (?:hauled|bundled|pulled|clipped|upended|caught))\b"
)
_FINISHED = re.compile(
    r"\b(?:home|the (?:net|ball in|ball home|ball past|bottom|top|far|near|roof|corner)|shot|"
    r"shoot|fir(?:ed|e|ing)|slot\w*|finish\w*|scor\w+|head\w+|net(?:ted|ting)?|convert\w*|tap\w*|lash\w*|"
    r"over the line)\b"
)
_SEIZED = re.compile(
    r"\b(?:seiz|pounc|latch|capitalis|react|intercept|collect|profit|read|gather|anticipat)\w* "
    r"(?:on |on to |onto |to |from )?(?:the |an? )?(?:[\w-]+ ){0,2}$"
)
_AMENDS = ("made amends", "making amends", "make amends", "aton", "redeem")
_PLAYED_AND = ("played and ", "came on and ", "started and ")
_BODY_PART = re.compile(r"'s? (?:[\w-]+ ){0,3}(?:foot|head|boot|shot|touch|kick) $")
_SERVICE = re.compile(
    r"'s? (?:[\w-]+ ){0,3}?(?:cross|corner|pass|delivery|centre|throw-in|long throw|knock-?down|flick-on|cut-?back|"
    r"free[- ]kick|set[- ]piece)(?!-) (?:\w+ly )?(?:with|to|and|at|from)\b"
)
_ORDER_BY = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh)(?: goal)? (?:by|from|through|courtesy of) (?:[a-z-]+ ){0,3}$"
)


def _called(sentence: Sentence, trigger: Mention) -> str | None:
    """What a goal is called by its trigger or by the object of it."""
    word = trigger.text.lower().removeprefix("to ")
    if word.startswith(_LEVELLING):
        return "equaliser"
    if word.startswith(_OPENING) or word.endswith(_THE_FIRST):
        return "opener"
    for mention in sentence.mentions:
        if mention.start < trigger.start:
            continue
        if mention.start - trigger.end > _OBJECT_NEAR or mention.kind in ("PERSON", "AND", "SUBORDINATE", "COMMA"):
            return None
        if mention.kind == "LEAD" and trigger.kind in ("GIVE_LEAD", "DRAW"):
            return "equaliser" if mention.text.lower() in _LEVEL else "lead" if mention.text.lower() in _AHEAD else None
        if mention.kind in ("GOAL_NOUN", "FIXTURE_NOUN") and mention.text.lower() in _CALLED:
            return _CALLED[mention.text.lower()]
    return None


class Teller:
    """Tells the goals of one story's triggers."""

    def __init__(self, state: StoryState, actors: Actors) -> None:
        self.state = state
        self.lower = state.text.lower
        self.actors = actors
        self.scorers = Scorers(state, actors)

    def tell(
        self, sentence: Sentence, trigger: Mention, scorers: list[Actor], rule: str, confidence: float
    ) -> list[GoalTold]:
        told: list[GoalTold] = []
        for actor in scorers:
            if actor.name is None or not self._may(actor, trigger) or vetoed(self.lower, sentence, trigger, actor):
                continue
            start, end = min(actor.start, trigger.start), max(actor.end, trigger.end)
            goal = GoalTold(
                start, end, actor.name, sentence, trigger.start, rule, round(confidence - _NAMED[actor.how], 2)
            )
            aside = told_aside(self.lower, trigger, actor)
            deed = aside.end if aside is not None else start
            goal.kind = self._kind_aside(actor) or kind_of(
                self.state, sentence, trigger, deed if len(scorers) == 1 else trigger.start, end
            )
            goal.order = order_of(self.state, sentence, trigger)
            goal.called = _called(sentence, trigger)
            if goal.called is None and rule == "goal.noun" and _BEAT_THEM.match(self.lower, trigger.end):
                goal.called = "winner"
            if goal.called == "winner" and _SEEMED.search(self.lower, sentence.span.start, trigger.start):
                goal.called = None
            goal.half = half_of(
                self.lower, sentence, max(start, trigger.start - 1) if len(scorers) == 1 else start, end
            )
            goal.further = self.lower.startswith("the same ", actor.start) and goal.order is None
            goal.further |= any(g.scorer == goal.scorer for g in told)  # "A, B and A again"
            goal.further |= self.lower.endswith((" also ", " had earlier "), actor.end, trigger.start)
            goal.further |= (
                trigger.text.lower().endswith(" another") or _ANOTHER.match(self.lower, trigger.end) is not None
            )
            goal.cancelled = _UNDID.search(self.lower, max(0, start - 30), start) is not None
            goal.amends = trigger.text.lower().startswith(_AMENDS)
            if self.lower.startswith((", twice,", " with a pair", " with a brace"), actor.end) and len(scorers) > 1:
                goal.n, goal.described, goal.order = 2, False, None
            told.append(goal)
        return told

    def _kind_aside(self, actor: Actor) -> str | None:
        """ "A and B, with a penalty, scored": the kind that an aside behind the name tells."""
        aside = _ASIDE.match(self.lower, actor.end)
        return None if aside is None else _ASIDES[aside.group(1)]

    def _may(self, actor: Actor, trigger: Mention) -> bool:
        """Coaches and officials score no goals; goalkeepers only into their own net, or in so many words."""
        if actor.how == "opener" and trigger.text.lower() == "struck":
            return False
        if actor.name is None or self.actors.may_score(actor.name):
            return True
        if self.lower.endswith(_PLAYED_AND, 0, trigger.start):
            return True  # of a coach too, where he is told to have played
        return actor.name in self.actors.keepers and (
            trigger.kind == "OWN_GOAL" or (trigger.text.lower() == "scored" and trigger.start - actor.end < 3)
        )

    def told_next(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """A side's goal whose scorer the next clause names."""
        actor = self.scorers.told_next(sentence, trigger)
        if actor is None or self.lower.startswith(("s", "'"), actor.end):
            return []
        rest = self.lower[actor.end : min(sentence.span.end, actor.end + 60)]
        if _MADE_BY.match(rest):
            return []
        if _BUILT_UP.match(rest) and not _FINISHED.search(self.lower, actor.end, sentence.span.end):
            return []
        goals = self.tell(sentence, trigger, [actor], "goal.announced", 0.78)
        return self.for_its_subject(sentence, trigger, goals)

    def is_of_an_order(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "a late fourth by X put the seal on it": the order tells the goal."""
        man = next((m for m in reversed(sentence.mentions) if m.end <= trigger.start), None)
        if man is None or man.kind not in ("PERSON", "NAME") or trigger.start - man.end > 2:
            return False
        return _ORDER_BY.search(self.state.text.normal, max(sentence.span.start, man.start - 50), man.start) is not None

    def for_its_subject(self, sentence: Sentence, trigger: Mention, goals: list[GoalTold]) -> list[GoalTold]:
        """Goals of the side of which a clause tells: "Marden led through X", "with Marden, who led through X"."""
        mentions = sentence.mentions
        before = [i for i, m in enumerate(mentions) if m.start < trigger.start]
        for index in reversed(before):
            mention = mentions[index]
            if mention.kind in ("PERSON", "STOP", "QUOTE"):
                break
            they = mention.kind == "THEY" and mention.text.lower() == "they"
            who = any(m.kind == "WHO" and m.start < trigger.start for m in mentions[index + 1 : index + 3])
            if they or (mention.kind in SIDES and not mention.possessive and (who or not objective(mentions, index))):
                side = self.state.side(mention, sentence)
                for goal in goals if side is not None else ():
                    goal.sides[str(side)] += _SUBJECTS
                break
        return goals

    def owner_of_shot(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """ "Kluivert's close-range finish put Newcastle ahead"."""
        before = self.actors.before(sentence, trigger.start)
        if not before or trigger.start - before[-1].end > 90:
            return []
        if not before[-1].possessive and not self.lower.startswith((", whose ", " whose "), before[-1].end):
            return []
        if _SERVICE.match(self.lower, before[-1].end, trigger.start):
            return []  # "met X's cross with a header that put them ahead"
        if _BODY_PART.match(self.lower[before[-1].end : trigger.start]):
            return before[-1:]
        if _SEIZED.search(self.lower, max(sentence.span.start, before[-1].start - 40), before[-1].start):
            return []  # "pounced on X's header back to score"
        if trigger.start - before[-1].end > 60 or _SHOT.match(self.lower, before[-1].end, trigger.start):
            return before[-1:] if _SHOT.match(self.lower, before[-1].end, trigger.start) else []
        return (
            before[-1:]
            if any(
                m.kind in ("SHOT_NOUN", "GOAL_NOUN", "FREE_KICK") and before[-1].end <= m.start < trigger.start
                for m in sentence.mentions
            )
            else []
        )

    def is_shot(self, owner: Actor, trigger: Mention) -> bool:
        """Whether a shot of his stands behind an owner, near enough before a trigger."""
        return trigger.start - owner.end < 110 and _SHOT.match(self.lower, owner.end, trigger.start) is not None

    def kind_of_shot(self, sentence: Sentence, start: int, end: int) -> str:
        """The kind of the shot between an owner and the verb: "Varga's header made it 2-0"."""
        shots = [
            m.value
            for m in sentence.mentions
            if start <= m.start < end and m.kind in ("SHOT_NOUN", "FREE_KICK", "GOAL_NOUN")
        ]
        return str(shots[-1]) if shots else "open_play"
