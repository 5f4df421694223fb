"""Goals told by what they came to, whatever the verb: "marked his debut with the equaliser", "got them under way".

A man is the subject and his clause names a change of the score: the lead, parity, an opener, a second; or his shot has
a minute of its own. Too many ways of saying so exist to list their verbs. In: a sentence in which the surer readers
found nothing of this man. Out: tellings of rule `goal.likely`, to be kept only where the final score has room for them.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from flows.extract.cast.actors import Actor, Actors
from flows.extract.goals.sides.score_fit import LIKELY
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought, together

_SURE = 0.55
_REACH = 80  # letters between a man and what his clause says of the score
_ITS_GOAL = Sought(
    r"\b(?:the|an?|his|her|their) (?:[a-z-]+ ){0,2}(?:equali[sz]er|leveller|winner|opener|consolation|clincher|"
    r"decider|go-ahead goal|opening goal|only goal|winning goal|second goal|third goal|fourth goal)\b(?! (?:came|"
    r"was|had|arriv\w+|follow\w+|prov\w+|finally|duly|eventually|then))"
)
_CAME_TO = Sought(
    r"\b(?:(?:in front|ahead|level|back level|all square|on (?:level )?terms|two up|three up|in the lead|under way|"
    r"back in it)"
    r"(?= (?:after|with|from|in the \d|in the \w+th|on \d|on the|just|\w+ minutes|\d+ minutes|inside|midway|early|"
    r"late|when|"
    r"before)\b|[.;])|"
    r"(?:parity|the deadlock|the stalemate|first blood|the scoring|the breakthrough|the scoreline|the deficit|"
    r"the arrears)"
    r"(?= (?:after|with|from|in the|on|just|\w+ minutes|\d+ minutes|midway|early|late|when|before)\b|[.;,])|"
    r"(?:began|start(?:ed|ing)|beg[iu]n(?:ning)?|launch(?:ed|ing)|kick(?:ed|-)start(?:ed|ing)|spark(?:ed|ing)|"
    r"trigger(?:ed|ing)) (?:the|their|an?|[\w-]+'s?) (?:[\w-]+ )?(?:comeback|fightback|fight-back|recovery|revival|"
    r"turnaround|rout|scoring)\b|"
    r"(?<=\bto )(?:level|equali[sz]e)(?=[.,;]| (?:for|with|after|from|in|on|when|and|just|late|midway|\w+ minutes)\b)|"
    r"(?:g[ai]v(?:e|ing)|hand(?:ed|ing)|offer(?:ed|ing)) [\w' -]{2,24}? (?:[\w-]+ )?(?:hope|a lifeline|"
    r"the initiative)\b|"
    r"(?:things|the (?:game|match|tie|contest)) (?:around|on its head|round)\b|"
    r"c(?:ould|an)(?:n't|'t|not| not| hardly| scarcely) miss\b|ma(?:d|k)es? no mistake\b|making no mistake\b|"
    r"d(?:id|oes|o|oing) the rest\b|profit(?:ed|s|"
    r"ing)\b|(?:appl(?:ied|ies|ying)|suppl(?:ied|ies|ying)|provid(?:ed|es|ing)|add(?:ed|s|"
    r"ing)) the (?:finish(?:ing)?|final|decisive|killer) (?:touch(?:es)?|blow)?\b|had the (?:simple|easy|"
    r"simplest of|easiest of) (?:task|job|finish|tap-in)|had (?:only )?to (?:tap|roll|nod|walk)\b|"
    r"the (?:ball|net) was (?:in the (?:back of the )?net|bulging)|"
    r"was on hand to (?:finish|tap|score|turn|slot|convert|nod|prod|poke|stab)|m(?:ade|ake|aking|akes) amends\b|"
    r"aton(?:ed|es|"
    r"ing)\b|"
    r"m(?:ade|aking|akes) it count\b|a foothold\b|"
    r"(?:beyond|past) (?:his|her) (?:opposite|former) |"
    r"(?:off|on to|onto) the (?:mark|scoresheet)\b|"
    r"the (?:second|third|fourth|fifth|sixth)"
    r"(?=[.;,]| (?:from|with|after|on \d|in the \d|when|\d+ minutes|\w+ minutes (?:later|after|from|into))))"
)
_A_SHOT = (
    r"(?:reply|response|intervention|strike|effort|shot|header|drive|volley|finish|free[- ]kick|penalty|spot-kick|"
    r"deflected (?:cross|shot|effort)|tap-in|chip|lob|goal)\b"
)
_SHOT = re.compile(rf"(?:'s?|(?<=\bhis)|(?<=\bher)) (?:[\w-]+ ){{0,3}}?{_A_SHOT}")
_NAMES_A_SHOT = Sought(rf" {_A_SHOT}")
_LATE = re.compile(
    r"\b(?:late|last-gasp|stoppage-time|injury-time|early|first-half|second-half|second-minute|opening)\b"
)
_NOT_HIS = re.compile(
    r"\b(?:fault|blame\w*|conced\w*|booked|sent off|dismiss\w*|foul\w*|brought down|tripp\w*|set up|setting up|"
    r"creat\w*|"
    r"cross(?:ed|ing)?|assist\w*|lost|error|mistake|celebrat\w*|watch\w*|protest\w*|complain\w*|den(?:y|ied|ying)|"
    r"kept|saved?|"
    r"after|before|until|since|despite|following|without|although|though|when|while|because|if|unless|than|against|"
    r"provid\w*|suppl\w*|laid|tee\w*|involved|instrumental|part in|role in|cue|hand in|miss(?:ed|ing)?|told|said|"
    r"says|"
    r"think\w*|fe[el]l?t?|want\w*|tr(?:y|ied|ying)|hop\w+|look\w*|need\w*|substitut\w*|replac\w*|injur\w*|withdr\w+|"
    r"was|were|been|being|seem\w*|unable|fail\w*|chance|claim\w*|appeal\w*|search|led to|threaten\w*|close|"
    r"played|fed|found|pass\w*|released|picked|won (?:a|the) (?:penalty|free|corner)|forced|tested|hit the|"
    r"struck the)\b"
)
_BEATEN = re.compile(r"\b(?:past|beyond|beat(?:ing)?|around|round|under|over) (?:the )?(?:(?:goal)?keeper )?$")
_FOR_WHOM = re.compile(r"\bfor (?:whom|which) (?:[\w-]+ ){0,2}$")
_STOPPED = re.compile(
    r"\b(?:stop\w*|sav(?:e|ed|es|ing)|block\w*|parr\w+|kept out|keep out|den\w+|punch\w*|tipp\w+)\b[^.;]*$"
)
_HOW = re.compile(
    r"[^,.;]{0,40}, (?:his|her|with an?|an?) (?:[\w-]+ ){0,2}(header|free[- ]kick|penalty|spot[- ]kick)\b"
)
_KINDS = {"head": "header", "free": "free_kick", "pena": "penalty", "spot": "penalty"}
_AT_A_LEVEL = re.compile(r"\b(?:at|this|that|same|in|for|of) (?:[\w-]+ ){0,3}$")
_NO_GOAL = frozenset({"VETO", "ALMOST", "HYPOTHETICAL", "NEGATION"})
_MISSED = re.compile(
    r"[^.;]{0,60}\b(?:test\w*|forc\w*|flew (?:over|wide)|troubl\w*|warm\w*|stung|sting\w*|clipp\w*|graz\w*|"
    r"shav\w*|drift\w*|"
    r"cannon\w*|dragg\w*|balloon\w*|deflect\w+ (?:behind|over|wide)|bounc\w*|rebound\w*|came back|struck|hit|"
    r"brought|drew|"
    r"was|had|were|went|led to|caus\w*|whistl\w*|flash\w*|sail\w*|trickl\w*|rolled|fell|drifted|required|needed)\b"
)


class LikelyGoals(Teller):
    """Finds what the surer readers left, in one story."""

    def __init__(self, state: StoryState, actors: Actors) -> None:
        super().__init__(state, actors)
        first, last = state.story.start, state.story.end
        self._name_shots = frozenset(state.holding(_NAMES_A_SHOT))
        self._found = together((_ITS_GOAL, _CAME_TO), self.lower, first, last)

    def read(self, sentence: Sentence, told: list[GoalTold]) -> list[GoalTold]:
        """The goals a sentence seems to tell, of men of whom it tells none for sure."""
        if sentence.quoted or sentence.headline:
            return []
        found = []
        for trigger in self._triggers(sentence):
            near = [g for g in told if g.start - 2 <= trigger.start < g.end + _REACH]
            if any(trigger.start < g.end for g in near):
                continue
            after = max((g.end for g in near), default=sentence.span.start)
            found += [g for g in self._of(sentence, trigger) if not near or after < g.start <= trigger.start]
        if sentence in self._name_shots and not told and not found:
            found += self._shots(sentence, told)
        known = {g.scorer for g in told}
        return [g for g in found if g.scorer not in known and g.at == found[0].at]

    def _triggers(self, sentence: Sentence) -> list[Mention]:
        if not self._found:
            return []
        first, last = (bisect_left(self._found, (at,)) for at in sentence.span)
        inside = self._found[first:last]
        return [Mention("LIKELY", start, end, self.state.text.normal[start:end]) for start, end in inside]

    def _of(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """Of the man who is the subject, where nothing between or around tells otherwise."""
        subjects = self.scorers.subjects(sentence, trigger)
        if not subjects or not self._is_his(sentence, subjects[-1], trigger):
            return []
        goals = self.tell(sentence, trigger, subjects, LIKELY, _SURE)
        how = _HOW.match(self.lower, trigger.end, sentence.span.end)
        for goal in goals if how is not None else ():
            goal.kind = _KINDS[how.group(1)[:4]] if how is not None else goal.kind
        return goals

    def _is_his(self, sentence: Sentence, actor: Actor, trigger: Mention) -> bool:
        between = self.lower[actor.end : trigger.start]
        if actor.how not in ("name", "epithet", "pronoun") or len(between) > _REACH or _NOT_HIS.search(between):
            return False
        if _BEATEN.search(self.lower, max(sentence.span.start, actor.start - 24), actor.start):
            return False
        if trigger.text.endswith("level") and _AT_A_LEVEL.search(between):
            return False
        after = min(sentence.span.end, trigger.end + 30)
        against = [
            m
            for m in sentence.mentions
            if m.kind in _NO_GOAL
            and actor.start - 12 < m.start < after
            and not (m.text.lower() == "offside" and self.lower.startswith(" trap", m.end))
        ]
        return all(trigger.start <= m.start < trigger.end for m in against)

    def _shots(self, sentence: Sentence, told: list[GoalTold]) -> list[GoalTold]:
        """ "X's reply on the half-hour", "Y's late strike": a shot with its time and nothing that kept it out."""
        if _NAMES_A_SHOT.search(self.lower, *sentence.span) is None or any(
            m.kind in _NO_GOAL for m in sentence.mentions
        ):
            return []
        for actor in self.actors.of(sentence):
            shot = _SHOT.match(self.lower, actor.end, sentence.span.end) if actor.possessive else None
            if shot is None or actor.how not in ("name", "pronoun"):
                continue
            near = [
                m for m in sentence.mentions if m.kind == "MINUTE" and actor.start < m.end and m.start < shot.end() + 14
            ]
            timed = bool(near) or _LATE.search(self.lower, actor.end, shot.end()) is not None
            timed = timed or _FOR_WHOM.search(self.lower, max(0, actor.start - 24), actor.start) is not None
            if _STOPPED.search(self.lower, max(sentence.span.start, actor.start - 40), actor.start):
                continue
            known = actor.how == "name" or " " in str(actor.name)
            if timed and known and not _MISSED.match(self.lower, shot.end()):
                trigger = Mention("LIKELY", shot.start() + 1, shot.end(), shot.group())
                goals = self.tell(sentence, trigger, [actor], LIKELY, _SURE)
                for goal in goals:
                    goal.kind = _KINDS.get(shot.group().rsplit(" ", 1)[-1][:4], goal.kind)
                return goals
        return []
