"""Sentence -> the goals it tells: each verb, noun or phrase of scoring asks for its scorer, and is vetoed or told.

A trigger's reader yields tellings, one a scorer; what it is sure of is its confidence, lowered where only a pronoun or an
epithet says who. Sides, matches and tellings of one goal are settled later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.actors import Actor, Actors
from flows.extract.goal_announced import Announcements
from flows.extract.goal_merge import within_sentence
from flows.extract.goal_moments import give_minutes, kind_of, order_of
from flows.extract.goal_scorers import Scorers
from flows.extract.goal_told import GoalTold
from flows.extract.goal_vetoes import is_tally, vetoed
from flows.extract.mentions import Mention
from flows.extract.placed_shots import placed_shots
from flows.extract.story import SIDES, Sentence, StoryState

_OBJECTS = frozenset({"GOAL_NOUN", "SHOT_NOUN", "SECOND", "THIRD", "ONWARD", "ORDINAL", "LIVE_SCORE", "SCORE", "LEAD", "FREE_KICK", "NUMBER"})
_OBJECT_CUT = frozenset({"COMMA", "SUBORDINATE", "COLON", "QUOTE", "WHO", "AND", "STOP", "FROM", "FOR", "IN"})
_NO_GOAL_OBJECT = re.compile(
    r"[ -](?:half|period|leg|minute|round|time|division|place|spot|win|wins|victory|defeat|draw|yellow|booking|card|chance|corner|goal kick|assist|start|appearance|"
    r"straight|successive|consecutive|season|bottle|point|points|save|game|match|trophy|title|cup|man|player|team|penalty|shirt|goalkeeper|attempt|one-two|opportunity)\b"
)
_MADE_COUNT = re.compile(r" (?:it )?(?:two|three|four|five|six)(?= *(?:$|[.,;]|with|from|after|when|before|in the \d|on \d|\d|just|shortly|midway|and|as|moments|late))")
_TWICE = re.compile(r"(?: \w+ly)?(?: a goal)? (?:(twice|a brace|two)|(thrice|three times)|(four times)|(five times))\b(?! more| as many| before(?! \w+ing))")
_SHOTS_ONLY = re.compile(r"^(?:lash|hit|curl|fir|drill|smash|str|rifl|thump|head|glanc|dispatch|bur|convert)")
_DOUBLED = re.compile(r" (?:his|her|their|its|the|\w+'s|his side's|his team's) (?:[\w'-]+ ){0,2}(?:lead|advantage|tally|money|account)\b")
_FOR_A = re.compile(r"\bfor (?:an?|the|his|her|what proved (?:to be )?the) (?:[\w-]+ ){0,4}$")
_WANTED = re.compile(r"\b(?:push|press|search|look|hunt|hop|chas|desperat|bid|appeal|ask|claim|call|shout|cr[iy]|wait|goad)\w* (?:\w+ )?(?:forward |on |hard )?for (?:[\w-]+ ){1,5}$")
_ENDED = re.compile(r"\s*(?:$|[.,;]|from |with |after |before |when |on |in (?:the \d|stoppage|injury|added)|from|just |shortly |moments |midway |and |as )")
_SINGLE = re.compile(r"^(?:goals|strikes|headers|penalties|drives|efforts|volleys)$")
_STRONG_AFTER = re.compile(
    r"^(?:[^.;]{0,60}?)\b(?:earned?|earning|gave|give|giving|put|puts|putting|won|win|salvaged?|rescued?|secured?|sealed?|sealing|enough|settled?|decided|cancelled|equalis\w+|levell\w+|"
    r"made it|restored?|completed?|wrapped|helped|snatched?|ended|proved|compounded|inspired|set up|sent|fired|saw|ensured|claimed|handed|capped|doubled|halved|reduced|clinched|seemed|looked|appeared|consigned|condemned|sank|lifted|took|brought|kept|steer\w*|separated)\b"
)
_STRONG_BEFORE = re.compile(r"(?:\b(?:first|second|third|fourth|opener|other|goal|equaliser|winner), (?:an?|the|his) (?:[\w-]+ ){0,3}$)|\b(?:courtesy of|thanks to|through|after|goals? from|before|despite|followed by|coupled with|until|when|with|either side of|added to|cancell\w+ out) (?:[\w'-]+ ){0,3}$|(?:courtesy of|thanks to|goals? from|own goal)[^.;]{0,60} and (?:[\w'-]+ ){0,3}$")
_THROUGH_CUE = re.compile(r"\b(?:lead|ahead|hit back|equalis\w+|levell?\w*|scored|in front|responded|replied|struck|pull\w* (?:one|a goal) back|goals?|advantage|double\w*|got one back|deadlock|parity|winner|opener|consolation|breakthrough|went \w+ up)\b[^.;]{0,45}$")
_INSPIRED = re.compile(r"[^.;]{0,60}\b(?:inspir|forc|lead|led|deflect|diverted|turned|caus)\w*[^.;]{0,40}own[- ]goal")
_COMPLETED = re.compile(r"\b(?:complet\w*|seal\w*|clinch\w*|wrap\w* up|secur\w*) (?:his|her|an?|the) (?:[\w-]+ ){0,2}$")
_NO_COUNT = re.compile(r"[- ](?:lead|advantage|cushion|deficit|ball|hero|margin|win|victory|figures|substitution|save|change|header|header|swoop|blow|the (?:lead|advantage|money|number)|trophy|of trophies|winners|chance|in the first|up|down|behind|ahead)")
_BEFORE_GOAL = re.compile(r"\b(?:at|towards?|on|into|in|over|of|from|front of|between) (?:[\w'-]+ ){0,2}$")
_SCORING = frozenset({"GOAL_VERB", "GOAL_ACT"})
_ONE_OF = re.compile(r"\b(one|two|another|the (?:first|second|third|other)) (?=(?:from|by) )")
_TRAILER = re.compile(r"[A-Z]{3,}[A-Z ]*:")
_NAMED = {"pronoun": 0.06, "epithet": 0.1, "guess": 0.2, "name": 0.0}


class Triggers:
    """Reads the tellings of goals in the sentences of one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self.lower = state.text.lower
        self.actors = Actors(state)
        self.scorers = Scorers(state, self.actors)
        self._number = 0
        self.announcements = Announcements(state)

    def read(self, sentence: Sentence) -> list[GoalTold]:
        """The goals a sentence tells, one a scorer and order, with the minute told here or announced before."""
        told = self._read(sentence)
        self.announcements.read(sentence, self._number, told)
        self._number += 1
        return told

    def _read(self, sentence: Sentence) -> list[GoalTold]:
        told: list[GoalTold] = []
        if _TRAILER.match(self.state.text.normal[sentence.span.start : sentence.span.end]):
            return told
        for trigger in self._candidates(sentence):
            reader = _READERS.get(trigger.kind)
            if reader is None or self.state.quoted(trigger.start):
                continue
            for goal in reader(self, sentence, trigger):
                told.append(goal)
                self.actors.last_scorer = goal.scorer
        told = [g for g in told if g.rule != "goal.announced" or not any(o.start > g.start and o.rule != "goal.announced" for o in told)]
        give_minutes(self.state, sentence, told)
        return within_sentence(told)

    def _candidates(self, sentence: Sentence) -> Iterator[Mention]:
        found = [*sentence.mentions, *placed_shots(self.state, sentence, self.actors), *self._shares(sentence)]
        yield from sorted(found, key=lambda m: m.start)

    def _shares(self, sentence: Sentence) -> list[Mention]:
        goals = next((m for m in sentence.mentions if m.kind in ("GOAL_NOUN", "MULTI") and m.text.lower().endswith("goals")), None)
        if goals is None:
            return []
        text = self.state.text.normal
        return [Mention("ONE_OF", m.start(), m.end(1), m.group(1)) for m in _ONE_OF.finditer(text, goals.end, sentence.span.end)]

    # ---- readers, one a kind of trigger

    def verb(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"Gosens headed home", "scored by C", "A and B struck", "the hosts equalised when X slid in"."""
        if is_tally(self.lower, sentence, trigger) or self._counted_next(sentence, trigger) or self._the_net(trigger):
            return []
        twice = _TWICE.match(self.lower, trigger.end, sentence.span.end)
        if by := self._by(sentence, trigger):
            return self._tell(sentence, trigger, by, "goal.verb.by", 0.9)
        subjects = self.scorers.subjects(sentence, trigger) or self._owner_of_shot(sentence, trigger)
        if not subjects:
            return self._told_next(sentence, trigger)
        goals = self._tell(sentence, trigger, subjects, "goal.verb", 0.93)
        for goal in goals if twice else []:
            goal.n, goal.described = 1 + next(i for i, g in enumerate(twice.groups() if twice else (), start=1) if g), False
        return goals

    def _the_net(self, trigger: Mention) -> bool:
        """"the net", "the score", "the visitors' scoring": nouns that look like verbs."""
        word, before = trigger.text.lower(), self.lower[max(0, trigger.start - 12) : trigger.start]
        if word == "net":
            return not before.endswith((" to ", "and ", "who ", "could "))
        return word in ("score", "scores", "scoring", "strike", "strikes") and bool(re.search(r"(?:\b(?:the|a|this|that|final|all|their|his|its|of|half-time)|'s|s') $", before))

    def _by(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        return self.scorers.named_after(sentence, trigger) if self.lower.startswith((" by ", " home by ", " in by "), trigger.end) else []

    def _counted_next(self, sentence: Sentence, trigger: Mention) -> bool:
        return any(m.kind in ("MULTI", "OWN_GOAL") and trigger.end <= m.start < trigger.end + 22 and not self.lower.startswith("double the", m.start) for m in sentence.mentions)

    def act(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """A verb that scores only with an object: "added a third", "grabbed the winner", "made it 3-0"."""
        following = [m for m in sentence.mentions if m.start >= trigger.end][:5]
        cut = next((i for i, m in enumerate(following) if m.kind in _OBJECT_CUT), len(following))
        objects = [m for m in following[:cut] if m.kind in _OBJECTS and m.start - trigger.end < 60]
        doubled = trigger.text.lower().startswith("doubl") and _DOUBLED.match(self.lower, trigger.end)
        if doubled:
            return self._doubled(sentence, trigger)
        if _is_made(trigger):
            counted = _MADE_COUNT.match(self.lower, trigger.end, sentence.span.end)
            if not counted and not (objects and objects[0].kind in ("LIVE_SCORE", "SCORE") and objects[0].start - trigger.end < 6):
                return []
        elif not objects or objects[0].kind in ("LIVE_SCORE", "SCORE", "NUMBER") or not self._goal_object(objects):
            alone = trigger.text.lower() == "struck" and not (following and following[0].kind in ("BY", "VETO", "PERSON", "OF")) and not re.match(r" (?:the|a|an) ", self.lower[trigger.end : trigger.end + 5])
            return self.verb(sentence, trigger) if alone else []
        elif _SHOTS_ONLY.match(trigger.text.lower()) and all(m.kind == "SHOT_NOUN" for m in objects):
            return []
        goals = self.verb(sentence, trigger)
        for goal in goals:
            goal.end = max(goal.end, objects[0].end) if objects else goal.end
        return goals

    def _doubled(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"doubled his side's lead": a further goal where the same player scored the one before."""
        goals = self.verb(sentence, trigger)
        earlier = {a.name for a in self.actors.before(sentence, trigger.start)}
        for goal in goals:
            own = re.match(r" (?:his|her) (?:tally|account|lead)", self.lower[trigger.end : trigger.end + 14])
            scored = any(m.kind in ("GOAL_VERB", "GOAL_NOUN", "GIVE_LEAD") and goal.start < m.start < trigger.start for m in sentence.mentions)
            goal.order = 2 if own or (goal.scorer in earlier and scored) else goal.order
        return goals

    def got(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"got his first goal", "to get the visitors level"."""
        if not trigger.text.lower().startswith("g"):
            return []
        return self.lead(sentence, trigger) or self.act(sentence, trigger)

    def made_it(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"Sane made it two", "made it 3-0 on the hour"."""
        return self.act(sentence, trigger) if _is_made(trigger) else []

    def second(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"nothing contentious about his second", where no verb of scoring is near."""
        head = self.lower[max(sentence.span.start, trigger.start - 40) : trigger.start]
        if not trigger.text.lower().startswith(("his ", "her ")) or not re.search(r"\b(?:about|with|before|for|until) $", head):
            return []
        order = order_of(self.state, sentence, trigger)
        found = [a for a in self.actors.of(sentence) if a.start == trigger.start]
        return self._tell(sentence, trigger, found[-1:], "goal.noun", 0.8) if order else []

    def _goal_object(self, objects: list[Mention]) -> bool:
        return any(not _NO_GOAL_OBJECT.match(self.lower, m.end) and (m.kind not in ("ORDINAL", "ONWARD") or m.text.lower().endswith(("goal", "two", "three")) or self._followed_by_goal(objects, m) or _ENDED.match(self.lower, m.end)) for m in objects)

    def _followed_by_goal(self, objects: list[Mention], ordinal: Mention) -> bool:
        return any(m.kind in ("GOAL_NOUN", "SHOT_NOUN") and m.start > ordinal.start for m in objects)

    def noun(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"Palomino's winner", "goals from Ilicic and Freuler", "an equaliser by X"."""
        if self._no_goal_noun(sentence, trigger) or is_tally(self.lower, sentence, trigger):
            return []
        owners = self.scorers.owners(sentence, trigger)
        weak = (trigger.kind == "SHOT_NOUN" and trigger.text.lower() != "finish") or trigger.value == "penalty"
        head = self.lower[max(sentence.span.start, trigger.start - 50) : trigger.start]
        if trigger.text.lower() == "finish" and not owners and re.search(r"\bwith an? (?:[\w-]+ ){0,4}$", head):
            return self._tell(sentence, trigger, self.scorers.subjects(sentence, trigger)[-1:], "goal.noun.with", 0.78)
        if not weak and not owners and _FOR_A.search(head) and not _WANTED.search(head):
            return self._tell(sentence, trigger, self.scorers.subjects(sentence, trigger)[-1:], "goal.noun.for", 0.8)
        if owners:
            plural = _SINGLE.match(trigger.text.lower())
            if (plural and owners[-1].possessive) or (weak and not self._counts(sentence, trigger, owners[0])):
                return []
            goals = self._tell(sentence, trigger, owners, "goal.noun", 0.8 if weak else 0.9)
            return goals
        after = self.scorers.named_after(sentence, trigger)
        if weak and after and not self._counts(sentence, trigger, None):
            return []
        return self._tell(sentence, trigger, after, "goal.noun.from", 0.8 if weak else 0.9)

    def third(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"completed his hat-trick with a goal in the last minute"."""
        if "hat-trick" not in trigger.text.lower():
            return []
        goals = self._tell(sentence, trigger, self.scorers.subjects(sentence, trigger)[-1:], "goal.verb", 0.93)
        for goal in goals:
            goal.order = 3
        return goals

    def opener(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"Hazard's opener": a goal, where it is no first match of a season."""
        match = re.match(r" (?:against|with|to|of the (?:season|campaign|tournament))", self.lower[trigger.end : trigger.end + 24])
        of_season = re.search(r"\b(?:season|league|home|group|tournament|campaign|cup|weekend) $", self.lower[max(0, trigger.start - 14) : trigger.start])
        return self.noun(sentence, trigger) if trigger.text.lower() == "opener" and not match and not of_season else []

    def _no_goal_noun(self, sentence: Sentence, trigger: Mention) -> bool:
        """Goals of a tally, goal kicks, and a keeper's own goal ("at Given's goal")."""
        if trigger.text.lower().startswith("from "):
            return True
        after = self.lower[trigger.end : trigger.end + 16]
        if re.match(r"[- ](?:kick|line|scor|drought|difference|tally|bonus|celebrat|machine|mouth|area|box|claim|appeal|shout|miss|shoot|taker|spot|against|record|threat|frame|from open play)", after):
            return True
        before = next((m for m in reversed(sentence.mentions) if m.end <= trigger.start), None)
        if before is not None and before.kind in ("NUMBER", "QUALIFIER", "COMPETITION") and trigger.start - before.end < 24 and _SINGLE.match(trigger.text.lower()):
            return True
        return trigger.text.lower() == "goal" and bool(re.search(r"\b(?:at|towards?|on|over|front of) (?:[\w'-]+ ){0,3}$", self.lower[max(0, trigger.start - 40) : trigger.start]))

    def _counts(self, sentence: Sentence, trigger: Mention, owner: Actor | None) -> bool:
        """Whether a shot is told as a goal: it earned, put ahead, was thanked for."""
        rest = self.lower[trigger.end : sentence.span.end]
        start = owner.start if owner is not None else trigger.start
        head = self.lower[max(sentence.span.start, start - 40) : start]
        earlier = [m.kind for m in sentence.mentions if m.end <= start]
        if "ALMOST" in earlier or re.search(r"\b(?:but|only for)\b.*\b(?:save|saved|dived|denied|parried|tipped|blocked|cleared)\b", rest):
            return False
        if re.search(r"\b(?:saves?|saved|saving|stop|stopped|keep out|kept out|den\w+|block\w*|deal with) (?:\w+ )?(?:from |by )?$", head) or _INSPIRED.match(rest):
            return False
        if _STRONG_BEFORE.search(head) and not re.match(r" (?:was|is|had|flew|went|hit|struck|drew|forced|brought|that (?:was|went|hit|flew))\b", rest):
            return True
        return bool(_STRONG_AFTER.match(rest)) and not re.match(r"[^.;]{0,30}\b(?:save|corner|deflect\w+|saw\b.*\bwide)\b", rest)

    def multi(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"Hateboer's brace", "a hat-trick from X", "scored a double", "four goals"."""
        if is_tally(self.lower, sentence, trigger) or _NO_COUNT.match(self.lower, trigger.end):
            return []
        head = self.lower[max(sentence.span.start, trigger.start - 32) : trigger.start]
        if _COMPLETED.search(head):
            goals = self._tell(sentence, trigger, self.scorers.subjects(sentence, trigger)[-1:], "goal.verb", 0.93)
            for goal in goals:
                goal.order = int(trigger.value)
            return goals
        owners = self.scorers.owners(sentence, trigger) or self.scorers.named_after(sentence, trigger)
        people = {a.name for a in self.actors.of(sentence)}
        if not owners and len(people) == 1 and trigger.text.lower() in ("double", "brace", "hat-trick", "treble") and re.match(r" (?:helped|earned|gave|sealed|put|secured|ensured|saw|fired|sank|was enough)", self.lower[trigger.end : trigger.end + 12]):
            owners = [a for a in self.actors.before(sentence, trigger.start) if not a.possessive][-1:]
        if not owners and self._scored_it(sentence, trigger):
            owners = self.scorers.subjects(sentence, trigger)
        goals = self._tell(sentence, trigger, owners[-1:], "goal.multi", 0.88)
        for goal in goals:
            goal.n, goal.described, goal.order, goal.kind = int(trigger.value), False, None, "open_play"
        return goals

    def _scored_it(self, sentence: Sentence, trigger: Mention) -> bool:
        """A verb of scoring before a count: "grabbed a brace"; not "completed his hat-trick", which is its third."""
        head = self.lower[max(sentence.span.start, trigger.start - 40) : trigger.start]
        return bool(re.search(r"\b(?:scor\w+|net\w*|hit|bag\w*|grab\w*|got|get|claim\w*|notch\w*|struck|complet\w+|register\w*|plunder\w*|record\w*|with) (?:all |the |his |her |an? )?(?:[\w-]+ ){0,3}$", head))

    def own_goal(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"a De Roon own goal", "an own goal from Denayer", "headed into his own net"."""
        found = [a for a in self.scorers.owners(sentence, trigger) if a.how != "pronoun"] or self.scorers.named_after(sentence, trigger)
        if not found and re.search(r"\b(?:into|in|through|past|beyond|over|scored an?|an|for an|conced\w+ an) (?:(?:his|her|the|an?) )?(?:unfortunate |bizarre |early |late |[\w-]+ )?$", self.lower[max(0, trigger.start - 40) : trigger.start]):
            found = self.scorers.subjects(sentence, trigger)
        goals = self._tell(sentence, trigger, [a for a in found if a.how != "pronoun" or not a.possessive][-1:], "goal.own", 0.92)
        for goal in goals:
            goal.kind = "own_goal"
        return goals

    def through(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"hit back through X", "the lead courtesy of X"."""
        cue = _THROUGH_CUE.search(self.lower[sentence.span.start : trigger.start])
        if not cue:
            return []
        return self._tell(sentence, trigger, self.scorers.through(sentence, trigger), "goal.through", 0.9)

    def lead(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"Bowyer put Newcastle ahead", "fired the visitors in front"; "the Magpies took the lead when X pounced"."""
        following = [m for m in sentence.mentions if m.start >= trigger.end][:5]
        lead = next((m for m in following if m.kind == "LEAD"), None)
        if lead is None or lead.start - trigger.end > 60 or any(m.kind in ("COMMA", "SUBORDINATE", "QUOTE", "VETO") for m in following[: following.index(lead)]):
            return []
        side = next((m for m in following[:3] if m.start < lead.start and (m.kind in SIDES or m.kind in ("THEY", "NAME"))), None)
        if side is None:
            return self._told_next(sentence, lead) if trigger.text.lower() in ("took", "take", "taking", "regained", "restored") else []
        found = self.scorers.subjects(sentence, trigger)[-1:] or self._owner_of_shot(sentence, trigger)
        goals = self._tell(sentence, trigger, found, "goal.lead", 0.92)
        team = self.state.side(side, sentence) if side.kind != "NAME" else None
        for goal in goals:
            goal.end = max(goal.end, lead.end)
            if team is not None:
                goal.sides[team] += 6
        return goals

    def _owner_of_shot(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """"Kluivert's close-range finish put Newcastle ahead"."""
        before = self.actors.before(sentence, trigger.start)
        if not before or not before[-1].possessive or trigger.start - before[-1].end > 60:
            return []
        if re.match(r"'s? (?:left |right |head|boot|right-footed |left-footed )*(?:foot|head|boot|shot|touch)? ?$", self.lower[before[-1].end : trigger.start]):
            return before[-1:]
        return before[-1:] if any(m.kind in ("SHOT_NOUN", "GOAL_NOUN", "FREE_KICK") and before[-1].end <= m.start < trigger.start for m in sentence.mentions) else []

    def placed(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"fired a shot beyond the keeper", "found the roof of the net"."""
        return self._tell(sentence, trigger, self.scorers.subjects(sentence, trigger)[-1:], "goal.placed", 0.75)

    def share(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """"two goals - one from Suarez in the third minute - and ..."."""
        return self._tell(sentence, trigger, self.scorers.named_after(sentence, trigger), "goal.noun.from", 0.88)

    def _told_next(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """A side's goal whose scorer the next clause names."""
        actor = self.scorers.told_next(sentence, trigger)
        if actor is None or self.lower.startswith(("s", "'"), actor.end):
            return []
        rest = self.lower[actor.end : min(sentence.span.end, actor.end + 60)]
        if re.match(r"[^,;]{0,50}\b(?:cross\w*|pass\w*|fed|set up|released|picked out|teed|flick\w*|was (?:fouled|felled|brought|sent|tripped|shown)|fouled|missed|had been|won an?|earned an?|sent off|limped|parried|only parry|saved)\b", rest):
            return []
        return [g for g in self._tell(sentence, trigger, [actor], "goal.announced", 0.78) if g]

    # ---- one telling

    def _may(self, actor: Actor, trigger: Mention) -> bool:
        """Coaches and officials score no goals; goalkeepers only into their own net, or in so many words."""
        if actor.name is None or self.actors.may_score(actor.name):
            return True
        return actor.name in self.actors.keepers and (trigger.kind == "OWN_GOAL" or (trigger.text.lower() == "scored" and trigger.start - actor.end < 3))

    def _tell(self, sentence: Sentence, trigger: Mention, scorers: list[Actor], rule: str, confidence: float) -> list[GoalTold]:
        told = []
        for actor in scorers:
            if actor.name is None or not self._may(actor, trigger) or vetoed(self.lower, sentence, trigger, actor):
                continue
            start, end = min(actor.start, trigger.start), max(actor.end, trigger.end)
            goal = GoalTold(start, end, actor.name, sentence, trigger.start, rule, round(confidence - _NAMED[actor.how], 2))
            goal.kind = kind_of(self.state, sentence, trigger, start, end)
            goal.order = order_of(self.state, sentence, trigger)
            told.append(goal)
        return told


def _is_made(trigger: Mention) -> bool:
    return trigger.text.lower().startswith("ma") and trigger.text.lower().endswith("it")


_READERS = {
    "GOAL_VERB": Triggers.verb,
    "GOAL_ACT": Triggers.act,
    "GOAL_NOUN": Triggers.noun,
    "SHOT_NOUN": Triggers.noun,
    "MULTI": Triggers.multi,
    "OWN_GOAL": Triggers.own_goal,
    "THROUGH": Triggers.through,
    "GIVE_LEAD": Triggers.lead,
    "PLACED": Triggers.placed,
    "BE": Triggers.got,
    "IN_PLAY": Triggers.made_it,
    "SECOND": Triggers.second,
    "THIRD": Triggers.third,
    "FIXTURE_NOUN": Triggers.opener,
    "ONE_OF": Triggers.share,
}
