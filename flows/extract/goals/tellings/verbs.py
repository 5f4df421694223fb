"""Verbs of scoring -> goals: "headed home", "added a third", "put Newcastle ahead", "hit back through X".

One reader a kind of trigger. A verb that scores only with an object asks for it; where a side is the subject, the
next clause may name who did it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from flows.extract.cast.actors import Actor
from flows.extract.goals.tellings.leads import TWICE_BEFORE, Leads
from flows.extract.goals.tellings.vetoes import is_tally
from flows.extract.goals.told import GoalTold
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_OBJECTS = frozenset(
    {
        "GOAL_NOUN",
        "SHOT_NOUN",
        "SECOND",
        "THIRD",
        "ONWARD",
        "ORDINAL",
        "LIVE_SCORE",
        "SCORE",
        "LEAD",
        "FREE_KICK",
        "NUMBER",
    }
)
_ARTICLES = (" a ", " an ", " the ", " another ", " his ", " her ", "'s ", "s' ")
_TO_ANOTHERS = re.compile(
    r" to (?:(?:an? |[a-z]+ )?(?:earlier |early )?(?:goals|efforts|strikes) (?:from|by)|"
    r"[\w. -]{2,30}'s? (?:[\w-]+ ){0,2}(?:goal|effort|strike|opener|header|penalty|free-kick|volley|double|brace)\b)"
)
_OBJECT_CUT = frozenset({"COMMA", "SUBORDINATE", "COLON", "QUOTE", "WHO", "AND", "STOP", "FROM", "FOR", "IN"})
_NO_GOAL_OBJECT = re.compile(
    r"[ -](?:half|period|leg|minute|round|time|division|place|spot|win|wins|victory|defeat|draw|yellow|"
    r"booking|card|chance|corner|goal kick|assist|start|appearance|"
    r"straight|successive|consecutive|season|bottle|point|points|save|game|match|trophy|title|cup|man|"
    r"player|team|penalty|shirt|goalkeeper|attempt|one-two|opportunity)\b"
)
_MADE_COUNT = re.compile(
    r" (?:it )?(?:two|three|four|five|six)(?= *(?:$|[.,;]|with|from|after|when|before|in the \d|on \d|\d|"
    r"in (?:stoppage|injury|added|extra)[- ]time|deep into|"
    r"just|shortly|midway|and|as|moments|late))"
)
_TWICE = re.compile(
    r"(?: \w+ly)?(?: a goal)? (?:(twice|a brace|(?:(?:the|their) (?:first|other|last|opening|next) )?two|"
    r"both(?: times)?|on both occasions|each time)|"
    r"(thrice|three times|all three)|(four times|all four)|(five "
    r"times))\b(?! more| as many| before(?! \w+ing| the (?:break|interval)| half)| minutes?| mins| seconds| yards|"
    r" games| points)"
)
_IN_EACH_HALF = re.compile(
    r"(?P<one> (?:an?|one|his|her) (?:[\w-]+ )?(?:goal|penalty|header|free[- ]kick|spot[- ]kick|strike|volley|tap-in))?"
    r" (?:\w+ )?(?:on )?(?:either side of (?!the hour)|in (?:each|either) half|in both halves)"
)
# "tapped X's corner home", "turned the loose ball in": the second half of the verb stands behind its object
_SENT_HOME = re.compile(
    r"(?:tap|turn|head|nod|sweep|swept|slot|prod|volley|pok|bundl|steer|fir|drill|smash|lash|stab|roll|knock|guid|slid|"
    r"blast|rifl|stroke|forc|scramb|convert)\w*$"
)
_HOME_BEHIND = re.compile(
    r" (?:[\w'-]+ ){1,4}?(?:cross|corner|free-kick|pass|ball|delivery|centre|cut-?back|effort|shot|rebound|knock-?down|"
    r"low cross|square ball) (?:home|in|over the line|into (?:the|an empty) (?:net|goal|roof|corner|top|bottom|far))\b"
    r"(?! (?:to|towards|for|from) )"
)
_DELIVERED = re.compile(
    r" (?:a|an|the|another|his|her|one) (?:[\w-]+ ){0,3}(?:performance|display|showing|shift|tackle|challenge|"
    r"request|resignation)\b"
)
_BOTH = re.compile(r"^\w+ (both)$")
_SCORED = frozenset(
    "scored struck netted scoring striking netting scores strikes nets headed heading replied replying score strike "
    "net".split()
) | {"found the net", "finding the net", "on target", "on the scoresheet", "on the mark"}
_GUARDED = frozenset("replied replies replying answered answers pounced pounces pouncing silenced".split())
_AS_A_GOAL = re.compile(
    r",? (?:to (?:an? |the |early |late |two )*(?:[\w.'-]+'s? )?(?:[\w-]+ )?(?:efforts?|goals?|strikes?|headers?|"
    r"penalt\w+|"
    r"opener|volley)|for (?!the (?!hosts|visitors|home|away|guests|other|former|latter|losers|winners))|from|"
    r"with an?|within|"
    r"in the \w+|at \d|after|on \d|on the|midway|late|early|soon|just|"
    r"before|through|both times|on both|each time|to (?:make|"
    r"level|equali[sz]e|score|put|give|fire|slot)|when|\w+ minutes|immediately|instantly|straight|heading|converting|"
    r"firing|"
    r"slotting|volleying|the \w+ (?:crowd|fans|support)[^.;]{0,30} with an?)\b|\.?$"
)
_SHOTS_ONLY = re.compile(
    r"^(?:lash|hit|curl|fir|drill|smash|str|rifl|thump|head|glanc|dispatch|bur|convert|driv|drove|slot|tap|turn|"
    r"volley|"
    r"pok|steer|stab|sweep|swept|roll|tuck|slam|slid|lob|chip|prod|ben[dt]|whip|squeez|fizz|crash|power|knock|"
    r"hook|nod|"
    r"loop|scramb|thunder|rattl|blast|hammer|bundl|deliver)"
)
_PUT_AWAY = re.compile(
    r"bur[yi]|tuck|convert|slot|tap|turn|prod|pok|stab|bundl|roll|sweep|swept|slam|dispatch|nod|head|lash|smash"
)
_SHOT_AT_GOAL = re.compile(r"nod|head|volley|fired|prod|smash|power|shot|nudg")
_DOUBLED = re.compile(
    r" (?:his|her|their|its|the|\w+'s|his side's|his team's) (?:[\w'-]+ ){0,2}(?:lead|advantage|tally|money|"
    r"account)\b"
)
_IT = re.compile(r" (?:it|that)(?=[.,;]| (?:with|from|in|on|after|before|when|as|just|soon|\w+ minutes)\b|$)")
_A_LEAD = Sought(r"\b(?:lead|advantage)\b")
_THE_OTHER = re.compile(
    r" (?:the others?|another|the rest)(?=[.,;]| (?:in|for|from|with|late|on|after|before|when|as|and) |$)"
)
_OVER_THE_BAR = re.compile(r"(?:[.,;]|$| (?:from|when|after|before|with|on|in|at|and|but|as|under|early|late|just)\b)")
_EITHER_SIDE = re.compile(r" (?:on )?(?:either|both) sides? of ")
_AT_BOTH_ENDS = re.compile(r" (?:a goal )?(?:at (?:both ends|either end|each end)|in both (?:goals|nets))\b")
_ALONE = frozenset({"struck", "converted", "converting", "strikes"})
_ALONE_SO = re.compile(
    r" (?:twice|again|from|at the (?:far|near|back) post|in the (?:\d+\w*|\w+ minute)|on \d+|after \w+ minutes|"
    r"\w+ minutes|with|late|early|just|"
    r"midway)\b|[.,;]"
)
_ENDED = re.compile(
    r"\s*(?:$|[.,;]|for |from |since |with |after |before |when |on |in (?:the \d|stoppage|injury|added)|from|just |"
    r"shortly |moments |midway |himself|herself|in between|and |as |late |early |soon |(?:\d+|[a-z]+) minutes? |"
    r"of the (?:[\w-]+ )?(?:season|campaign|year|term|night|game|match|afternoon|evening|tournament))"
)
_THROUGH_CUE = re.compile(
    r"\b(?:lead|led|leading|ahead|hit back|from behind|fought back|recovered|rallied|bounced back|equali[sz]\w+|"
    r"levell?\w*|scored|scoring|in front|respond\w*|repl(?:y|ies|ied|ying)|"
    r"str(?:uck|ikes?|iking)|(?:hits|hitting|came|coming|comes) back|pull\w* "
    r"(?:one|two|a goal) back|g[eo]t (?:one|two|a goal|goals) back|goals?|advantage|double\w*|got one back|"
    r"deadlock|parity|winner|opener|"
    r"consolation|breakthrough|(?:one|two|three|four|five|a goal) (?:up|down|to the good|clear)|\d-\d|"
    r"w[io]n(?! (?:an? |the |another )?(?:corner|penalty|free|foul|throw|header|ball|possession))|"
    r"victory|"
    r"draw|drew|point|points|margin|deficit|arrears|comeback|reward(?:ed)?|on top|on terms|level|(?:hit|"
    r"to) the front)\b"
    r"[^.;]{0,45}$"
)
_A_NOUN = re.compile(r"(?:\b(?:the|a|this|that|final|all|their|his|its|of|half-time)|'s|s') $")
_OBJECT = re.compile(r" (?:the|an?|his|her|it|that) ")
_OTHERS_TALLY = re.compile(r" with (?:[a-z-]+ ){0,3}[A-Z][\w'-]+(?: [A-Z][\w'-]+)? (?:on|in|at|with) ")
_HIS_TALLY = re.compile(r" (?:his|her) (?:tally|account|lead)")


class GoalVerbs(Leads):
    """Reads verbs and phrases of scoring."""

    def verb(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "Gosens headed home", "scored by C", "A and B struck", "the hosts equali[sz]ed when X slid in"."""
        if is_tally(self.lower, sentence, trigger) or self._counted_next(sentence, trigger) or self._the_net(trigger):
            return []
        if trigger.text.lower() in _GUARDED and not self._as_a_goal(sentence, trigger):
            return []
        if trigger.text.lower().endswith(" in") and _DELIVERED.match(self.lower, trigger.end, sentence.span.end):
            return []
        if trigger.text.lower().endswith(" over") and _OVER_THE_BAR.match(self.lower, trigger.end, sentence.span.end):
            return []
        if _is_of_a_shot(sentence, trigger) or self.is_of_an_order(sentence, trigger):
            return []
        twice = _TWICE.match(self.lower, trigger.end, sentence.span.end) or _BOTH.search(trigger.text.lower())
        each = _IN_EACH_HALF.match(self.lower, trigger.end, sentence.span.end)
        halves = each is not None and (each["one"] is not None or trigger.text.lower() in _SCORED)
        halves = halves or self.lower.endswith(TWICE_BEFORE, 0, trigger.start)
        if trigger.text.lower() == "replies" and (by := self.scorers.named_after(sentence, trigger)):
            return self.tell(sentence, trigger, by, "goal.noun.from", 0.85)
        if by := self._by(sentence, trigger):
            if any(m.kind == "MULTI" and 0 <= trigger.start - m.end < 30 for m in sentence.mentions):
                return []
            return self.tell(sentence, trigger, by, "goal.verb.by", 0.9)
        subjects = self._who(sentence, trigger)
        if not subjects:
            return self.told_next(sentence, trigger)
        goals = self.tell(sentence, trigger, subjects, "goal.verb", 0.93)
        for goal in goals:
            if twice is not None:
                goal.n, goal.described = 1 + next(i for i, g in enumerate(twice.groups(), start=1) if g), False
            elif halves and len(subjects) == 1:
                goal.n, goal.described = 2, False
            if goal.kind == "open_play" and subjects[-1].possessive:
                goal.kind = self.kind_of_shot(sentence, subjects[-1].end, trigger.start)
        if len(goals) == 1 and _AT_BOTH_ENDS.match(self.lower, trigger.end, sentence.span.end):
            goals[0].amends = True
            goals.append(replace(goals[0], kind="own_goal", rule="goal.own", sides=Counter(), elsewhere=[]))
        return goals

    def _as_a_goal(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "replied on 70 minutes", "replied for the Blues": a deed, no words."""
        named = self.lower.startswith(" for the ", trigger.end)
        named = named and self.state.text.normal[trigger.end + len(" for the ")].isupper()
        return named or _AS_A_GOAL.match(self.lower, trigger.end, sentence.span.end) is not None

    def _by(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        return (
            self.scorers.named_after(sentence, trigger)
            if self.lower.startswith((" by ", " home by ", " in by "), trigger.end)
            else []
        )

    def _the_net(self, trigger: Mention) -> bool:
        """ "the net", "the score", "the visitors' scoring": nouns that look like verbs."""
        if trigger.text.lower().endswith(" level") and self.lower.startswith(" with ", trigger.end):
            return _OTHERS_TALLY.match(self.state.text.normal, trigger.end) is not None
        word, before = trigger.text.lower(), self.lower[max(0, trigger.start - 12) : trigger.start]
        if word == "net":
            return not before.endswith((" to ", "and ", "who ", "could "))
        return word in ("score", "scores", "scoring", "strike", "strikes") and bool(_A_NOUN.search(before))

    def _counted_next(self, sentence: Sentence, trigger: Mention) -> bool:
        return any(
            m.kind in ("MULTI", "OWN_GOAL")
            and trigger.end <= m.start < trigger.end + 22
            and not self.lower.startswith("double the", m.start)
            and not self.lower.startswith((", mak", ", tak", ", bring", " to make", " to take"), trigger.end)
            for m in sentence.mentions
        )

    def act(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """A verb that scores only with an object: "added a third", "grabbed the winner"; no "a curling" ball, no
        "scrambled equaliser", and not who was "adding to X's goal"."""
        if self.lower.endswith(_ARTICLES, 0, trigger.start) or _TO_ANOTHERS.match(self.lower, trigger.end):
            return []
        following = [m for m in sentence.mentions if m.start >= trigger.end][:5]
        puts = [m.kind in SIDES or m.kind in ("THEY", "LEAD") for m in following[:2]] == [True, True]
        if puts and following[1].kind == "LEAD" and following[0].start - trigger.end <= len(" the ") + 1:
            return self.lead(sentence, trigger)  # "rose to nod X in front"
        cut = next((i for i, m in enumerate(following) if m.kind in _OBJECT_CUT), len(following))
        objects = [m for m in following[:cut] if _is_object(m) and m.start - trigger.end < 60]
        if _THE_OTHER.match(self.lower, trigger.end) or _EITHER_SIDE.match(self.lower, trigger.end):
            return self.verb(sentence, trigger)
        if _SENT_HOME.match(trigger.text.lower()) and _HOME_BEHIND.match(self.lower, trigger.end, sentence.span.end):
            return self.verb(sentence, trigger)
        if trigger.text.lower().startswith("doubl") and self._the_lead(sentence, trigger):
            return self._doubled(sentence, trigger)
        if _is_made(trigger):
            counted = _MADE_COUNT.match(self.lower, trigger.end, sentence.span.end)
            if not counted and not (
                objects and objects[0].kind in ("LIVE_SCORE", "SCORE") and objects[0].start - trigger.end < 6
            ):
                return []
        elif not objects or objects[0].kind in ("LIVE_SCORE", "SCORE", "NUMBER") or not self._goal_object(objects):
            alone = (
                trigger.text.lower() in _ALONE
                and not (following and following[0].kind in ("BY", "VETO", "PERSON", "OF"))
                and not _OBJECT.match(self.lower[trigger.end : trigger.end + 6])
                and (trigger.text.lower() == "struck" or _ALONE_SO.match(self.lower, trigger.end, sentence.span.end))
            )
            return self.verb(sentence, trigger) if alone else []
        elif _SHOTS_ONLY.match(trigger.text.lower()) and all(m.kind == "SHOT_NOUN" for m in objects):
            again = objects[0].text.lower() == "rebound" and _PUT_AWAY.match(trigger.text.lower())
            return self.verb(sentence, trigger) if again else []
        goals = self.verb(sentence, trigger)
        for goal in goals:
            goal.end = max(goal.end, objects[0].end) if objects else goal.end
        return goals

    def _the_lead(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "doubled the lead"; "doubled it" where a lead was given before."""
        if _DOUBLED.match(self.lower, trigger.end):
            return True
        first = self.state.sentences[max(0, sentence.number - 1)].span.start
        given = _A_LEAD.search(self.lower, first, trigger.start) is not None
        return given and _IT.match(self.lower, trigger.end, sentence.span.end) is not None

    def _doubled(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "doubled his side's lead": a further goal where the same player scored the one before."""
        goals = self.verb(sentence, trigger)
        earlier = {a.name for a in self.actors.before(sentence, trigger.start)}
        for goal in goals:
            own = _HIS_TALLY.match(self.lower[trigger.end : trigger.end + 14])
            scored = any(
                m.kind in ("GOAL_VERB", "GOAL_NOUN", "GIVE_LEAD") and goal.start < m.start < trigger.start
                for m in sentence.mentions
            )
            goal.order = 2 if own or (goal.scorer in earlier and scored) else goal.order
        return goals

    def got(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "got his first goal", "to get the visitors level"."""
        if not trigger.text.lower().startswith("g"):
            return []
        return self.lead(sentence, trigger) or self.act(sentence, trigger)

    def made_it(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "Sane made it two", "made it 3-0 on the hour"."""
        return self.act(sentence, trigger) if _is_made(trigger) else []

    def _goal_object(self, objects: list[Mention]) -> bool:
        return any(
            not _NO_GOAL_OBJECT.match(self.lower, m.end)
            and (
                m.kind not in ("ORDINAL", "ONWARD")
                or m.text.lower().endswith(("goal", "two", "three"))
                or self._followed_by_goal(objects, m)
                or _ENDED.match(self.lower, m.end)
            )
            for m in objects
        )

    def _followed_by_goal(self, objects: list[Mention], ordinal: Mention) -> bool:
        return any(m.kind in ("GOAL_NOUN", "SHOT_NOUN") and m.start > ordinal.start for m in objects)

    def given(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "nodded the hosts ahead"; with a goal for its object as any shot: "nodded the first"."""
        return self.lead(sentence, trigger) or (
            self.act(sentence, trigger) if _SHOT_AT_GOAL.match(trigger.text.lower()) else []
        )

    def through(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "hit back through X", "the lead courtesy of X"."""
        cue = _THROUGH_CUE.search(self.lower[sentence.span.start : trigger.start])
        if not cue:
            return []
        scorers = self.scorers.through(sentence, trigger)
        if scorers and any(m.kind == "MULTI" and 0 < m.start - scorers[0].end <= len("'s ") for m in sentence.mentions):
            return []  # "thanks to a Jon Hale double"
        goals = self.tell(sentence, trigger, scorers, "goal.through", 0.9)
        if goals and scorers[0].possessive and (shot := self.scorers.shot_of(sentence, scorers[0])) is not None:
            goals[0].end = shot.end
            goals[0].kind = str(shot.value) if goals[0].kind == "open_play" else goals[0].kind
        return self.for_its_subject(sentence, trigger, goals)

    def placed(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "fired a shot beyond the keeper", "found the roof of the net"."""
        scorers = self.scorers.subjects(sentence, trigger)[-1:] or self.scorers.owners(sentence, trigger)[:1]
        return self.tell(sentence, trigger, scorers, "goal.placed", 0.75)

    def third(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "completed his hat-trick late on"."""
        if "hat-trick" not in trigger.text.lower():
            return []
        goals = self.tell(sentence, trigger, self.scorers.subjects(sentence, trigger)[-1:], "goal.verb", 0.93)
        for goal in goals:
            goal.order = 3
        return goals


def _is_object(mention: Mention) -> bool:
    """A goal, a shot, an order or a score; "opener" is one too."""
    return mention.kind in _OBJECTS or (mention.kind == "FIXTURE_NOUN" and mention.text.lower() == "opener")


def _is_made(trigger: Mention) -> bool:
    return trigger.text.lower().startswith("ma") and trigger.text.lower().endswith("it")


def _is_of_a_shot(sentence: Sentence, trigger: Mention) -> bool:
    """ "a header from X levelled matters": the shot tells the goal, and no man named before it scored."""
    index = next((i for i, m in enumerate(sentence.mentions) if m.start >= trigger.start), 0)
    shot, link, man = sentence.mentions[index - 3 : index] if index >= 3 else (None, None, None)
    if shot is None or link is None or man is None:
        return False
    told = shot.kind in ("SHOT_NOUN", "GOAL_NOUN", "FREE_KICK") and link.kind in ("FROM", "BY")
    return told and man.kind in ("PERSON", "NAME") and trigger.start - man.end <= 2 and man.start - shot.end < 40
