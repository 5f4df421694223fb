"""Nouns of scoring -> goals: "Palomino's winner", "goals from A and B", "an own goal by C".

One reader a kind of trigger. A shot is a goal only where it is told what it won.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor
from flows.extract.goals.moments import order_of
from flows.extract.goals.tellings.teller import Teller
from flows.extract.goals.tellings.vetoes import is_tally
from flows.extract.goals.told import GoalTold
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_FOR_A = re.compile(r"\bfor (?:an?|the|his|her|what proved (?:to be )?the) (?:[\w-]+ ){0,4}$")
_WANTED = re.compile(
    r"\b(?:push|press|search|look|hunt|hop|chas|desperat|bid|appeal|ask|claim|call|shout|cr[iy]|wait|"
    r"goad|fault|blam|culpab|apolog|criticis|punish|pay|paid)\w* (?:\w+ )?(?:forward |on |"
    r"hard )?for (?:[\w-]+ ){1,5}$"
)
_SINGLE = re.compile(r"^(?:goals|strikes|headers|penalties|drives|efforts|volleys)$")
_JOY = r"(?:scenes|celebrations|delirium|pandemonium|bedlam|jubilation|joy|euphoria|ecstasy)"
_CROWD = r"(?:fans|supporters|crowd|stands|stadium|ground|terraces|bench|dug-?out|faithful|coach|manager|boss)"
_STRONG_AFTER = re.compile(
    r"^(?:[^.;]{0,60}?)\b(?:earned?|earning|gave|give|giving|put|puts|putting|won|win|salvaged?|rescued?|"
    r"(?:was|were|being) (?:\w+ )?(?:(?:cancell?ed|wiped) out|sandwiched|overturned)|"
    r"secured?|sealed?|sealing|enough|settled?|decided|cancelled|equali[sz]\w+|levell\w+|"
    r"made it|restored?|completed?|wrapped|helped|snatched?|ended|proved|compounded|made (?:all )?the difference|"
    r"made the points safe|"
    r"was (?:[\w-]+ ){0,4}consolation|"
    r"was (?:decisive|the difference|enough|all (?:that|it)|sufficient)|being (?:all|enough|the)|inspired|set up|sent|"
    r"fired|saw|ensured|claimed|handed|capped|doubled|halved|reduced|clinched|seemed|looked|appeared|remov(?:ed|ing)|"
    r"(?:set|sets|setting|got|getting|start(?:ed|ing)) (?:the ball rolling|[\w' -]{2,30}? (?:on (?:their|"
    r"its) way|going))|"
    r"d(?:id|oing) the (?:trick|damage|job)|(?:prov|ensur|secur|settl|decid|rescu|salvag|hand)ing|"
    r"(?:deflect|ricochet|cannon|squirm|tak|took|bounc|glanc|clip)\w* [^,.;]{3,30} (?:and|before [a-z]+ing) (?:in|past|"
    r"beyond|into the (?:[\w-]+ ){0,2}(?:net|corner|roof))\b|"
    r"(?:\w+ed|(?:fly|go|creep|spin|bend|curl|dip|sail|loop|squirm|nestl|arrow|rocket|whistl|"
    r"crash|bounc|roll|trickl|skid|swerv|find)(?:d|p|n)?ing|flew|went|crept|spun|sped|bent|found) (?:\w+ly "
    r")?(?:in\b(?! the (?:\w+ )?(?:wind|air|area|box))|"
    r"home\b|under\b|over the line|into the (?:[\w-]+ ){0,2}"
    r"(?:net|corner|roof)|beyond|past (?!the (?:post|upright))|through the legs)|looped over|nestled|"
    r"found the (?:net|corner|"
    r"top|bottom)|"
    r"beat the (?:keeper|"
    r"goalkeeper)|silenced|spared|consigned|condemned|sank|lifted|took|brought|kept|steer\w*|separated|"
    r"(?:denied|denying|robbed|robbing|deprived|depriving|stunned|floored|deflated|pegged) (?!by\b|a\b|him\b|her\b)|"
    rf"(?:spark|trigger|prompt|unleash|provok)(?:ed|ing) (?:[a-z]+ ){{0,2}}?{_JOY}|"
    rf"had (?:the |their |his |her )?(?:[a-z-]+ ){{0,2}}?{_CROWD} (?:in|on|off|dreaming|celebrating|singing|dancing|"
    r"believing|roaring|rocking|bouncing|jumping)|raised the roof|brought the house down)\b"
)
_STRONG_BEFORE = re.compile(
    r"(?:\b(?:first|second|third|fourth|opener|other|goal|equaliser|winner), (?:an?|the|his) (?:[\w-]+ "
    r"){0,3}$)|\b(?:courtesy of|thanks to|through|after|goals? from|before|despite|followed by|coupled "
    r"with|until|when|with|needed|needing|required|it (?:took|takes|would take)|either side of|added to|"
    r"sandwich\w+ (?:by|between)|"
    r"(?:repl|respon|answer)\w+ (?:quickly |instantly |swiftly )?to|in (?:reply|response) to|cancell\w+ out|"
    r"cancel out|wip\w+ out|"
    r"given (?:them|\w+) by|\d-\d on|won on|wipe out|"
    r"(?:hit|came|fought|come) back from|recovered from|rallied from) (?:[\w'-]+ ){0,3}$|"
    r"\b(?:down|behind|trail\w+|deficit)\b[^.;]{0,40} to (?:an? )?(?:[\w-]+ ){0,3}$|"
    r"\b(?:lost|went down|beaten|fell|succumbed|losing|going down)\b[^.;]{0,40} to an? (?:[\w-]+ ){0,3}$|"
    r"\b(?:goal|winner|equaliser|leveller|opener|decider) (?:was|being|coming from|came (?:from|via|through|"
    r"courtesy of)) "
    r"an? (?:[\w-]+ ){0,3}$|"
    r"(?:courtesy of|"
    r"thanks to|goals? from|own goal)[^.;]{0,60} (?:and|plus) (?:[\w'-]+ ){0,3}$"
)
_THANKS_TO = re.compile(r"\b(?:courtesy of|thanks to|through|by virtue of) (?:[\w-]+ ){0,2}$")
_MARKED = Sought(
    r"\b(?:mark\w*|celebrat\w*|cap\w*|crown\w*|took his|took her|taking (?:his|her)|end\w*|announc\w*|repaid|"
    r"repay\w*|respond\w*|"
    r"open\w* (?:his|her)|return\w*|reward\w*|round\w* off|cement\w*|began|start\w*) [^.;]{0,60}\bwith (?:an?|"
    r"the) [\w -]{0,40}$"
)
_ANSWERED = re.compile(
    r"\b(?:punish\w*|silenc\w*|stunn\w*|shock\w*|answer\w*|repl(?:y|ied|ies|ying)|respond\w*|struck|strik\w+|"
    r"level\w*|equali[sz]\w*|won it|"
    r"mark\w*|celebrat\w*|capp\w*|crown\w*|settl\w*)\b[^.;]{0,40}\bwith an? (?:[\w-]+ ){0,4}$"
)
_ANNOUNCED = re.compile(
    r"\b(?:announc\w+ (?:him|her)self|(?:made|making) (?:his|her) name|(?:made|hit|making|grabbed) (?:the )?headlines|"
    r"burst (?:on ?to|into)|shot to (?:fame|prominence)|came to (?:prominence|notice))\b[^.;]{0,60}\b"
    r"with an? (?:[\w-]+ ){0,4}$"
)
_DECIDING = re.compile(
    r"\b(?:(?:match|game|tie|cup|title|derby)[- ](?:winning|sealing|clinching)|winning|deciding|decisive|opening|"
    r"equali[sz]ing|levelling) $"
)
_WITH_THE = re.compile(r" with (?:the|an?|his|her) (?:[\w-]+ ){0,4}")
_CLAUSE_DONE = re.compile(
    r"\s*(?:$|\.|;|\)|,(?! (?:which|that|but|only|saved|tipped))|(?:and|before|after) (?!was|hit|went)|"
    r"was (?:the|his|her|their|its|[\w-]+'s?) "
    r"(?:[\w'-]+ ){0,2}(?:first|second|third|fourth|fifth|opener|equaliser|winner|leveller|goal|only))"
)
_WITH_ONE = Sought(r"\bwith (?:an?|the|his|her) (?:[\w-]+ ){0,5}$")
_HERO = re.compile(r"\b(?:hero(?:ine)?|match-?winner|saviour|the difference)\b[^.;,]{0,30}$")
_DECISIVE = frozenset({"equaliser", "equalizer", "winner", "leveller", "opener", "consolation", "clincher", "decider"})
_GOAL_AND = Sought(
    r"'s? (?:[\w-]+ ){0,3}(?:penalty|goal|opener|strike|header|effort|free-kick|"
    r"volley) and (?:an? )?(?:[\w-]+ ){0,2}$"
)
_LISTED_ASIDE = re.compile(r"(?:[,;:(-] |\band |\bbut )(?:[a-z-]+ ){0,3}$")
_INSPIRED = re.compile(r"[^.;]{0,60}\b(?:inspir|forc|lead|led|deflect|diverted|turned|caus)\w*[^.;]{0,40}own[- ]goal")
_WITH_A = re.compile(r"\bwith (?:an?|the) (?:[\w-]+ ){0,5}$")
_NO_SCORE = re.compile(
    r"[- ](?:kick|line|scor|drought|difference|tally|bonus|celebrat|machine|mouth|area|box|claim|appeal|"
    r"shout|miss|shoot|taker|spot|back\b|down\b|across|against (?:column|record|tally)|record|threat|frame|"
    r"from open play)"
)
_AT_THE = re.compile(r"\b(?:at|towards?|on|over|front of) (?:(?!(?:with|from|through|by|an?|and|to) )[\w'-]+ ){0,3}$")
_HIS_NET = re.compile(
    r"\b(?:across|past|wide of|behind|off|out of|protect\w*|guard\w*|tend\w*|defend\w*|leav\w+|left|into|inside|"
    r"shield\w*|threaten\w*|missed|whistled by) (?:his|her|their) (?:own )?$"
)
_OF_A_FIXTURE = re.compile(r" (?:against|with|to|of the (?:season|campaign|tournament))")
_OF_SEASON = re.compile(r"\b(?:season|league|home|group|tournament|campaign|cup|weekend) $")
_BUT_SAVED = re.compile(r"\b(?:but|only for)\b.*\b(?:save|saved|dived|denied|parried|tipped|blocked|cleared)\b")
_SAVING = re.compile(
    r"\b(?:equal to|up to)\b[^.;]{0,40}$|\b(?:saves?|saved|saving|stop|stopped|keep out|kept out|den\w+|"
    r"block\w*|deal with) (?:\w+ )?(?:from "
    r"|by )?$"
)
_GONE_ON = re.compile(r" (?:was|is|had|flew|went|hit|struck|drew|forced|brought|that (?:was|went|hit|flew))\b")
_STOPPED = re.compile(
    r"[^.;]{0,30}\b(?:save|(?<!from a )(?<!from the )(?<!'s )corner|"
    r"deflect\w+(?! (?:in|home|past|beyond|under|over the line|off [\w' -]{3,30} (?:and|before) (?:\w+ing )?(?:in|past|"
    r"beyond|into))\b)|saw\b.*\bwide)\b"
)
_AND_ONE = re.compile(  # the goal is not of the man before
    r".*\b(?:and|plus|as well as|then|with|or) (?:an?|one|another)(?: [\w-]+)*? $"
)
_INTO_A = re.compile(
    r"\b(?:into|in|through|past|beyond|over|scored an?|an|for an|conced\w+ an) (?:(?:his|her|the|an?) "
    r")?(?:unfortunate |bizarre |early |late |[\w-]+ )?$"
)
_HIS_NTH = re.compile(r"(?<=\w) (?:his|her) (?:[\w-]+ ){1,4}$")
_OFF = re.compile(
    r"\b(?:struck|hit|off|(?:deflected|turned|diverted|bundled|headed|sliced|knocked)(?: in| home| over the line)? by)"
    r" (?:the |[a-z-]+ ){0,3}$"
)
_RECOVERED = re.compile(r"\b(?:(?:hit|came|fought|come) back|recovered|rallied|bounced back) from (?:[\w-]+ ){0,3}$")
_SERVED_FROM = re.compile(
    r"\b(?:head(?:ed|ing|er|s)?|nod\w*|volley\w*|tap(?:p\w+|-in)?|turn\w*|glanc\w*|slid\w*|pok\w+|prod\w*|stab\w*|"
    r"bundl\w*|finish\w*|effort|strike|shot|scor\w+|convert\w*|nett?\w*|goal|equali[sz]er|opener|winner|swept|power\w*|"
    r"meet\w*|met|rose|ris\w+|flick\w*|leap\w*|leapt)\b(?:(?! came | arriv| was | were )[^.;]){0,30}"
    r"\b(?:from|on to|onto|met|meet|meeting|end of) (?:an? |the )?$"
)
_SO_MANY = re.compile(r"\b(two|three|four|pair of|brace of)(?: [a-z-]+){0,2} $")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "pair of": 2, "brace of": 2}
_OTHERS = 6
_OWNED = 20  # letters
_OFF_A_CORNER = re.compile(r"^ from (?:an?|the|his) (?:[\w'.-]+ ){1,4}?corner\b")
_AN_ASIDE = re.compile(r"^, (?:from|off|after|via|at|in|on|his|her|deep|early|late)\b[^,.;()]{4,60},(?= )")
_ONE_A_HALF = re.compile(
    r" (?:in (?:each|either) half|(?:on )?either side of (?:the )?(?:break|interval|half[- ]time))\b"
)
_ABOUT = re.compile(r"\b(?:about|with|before|for|until) $")


class GoalNouns(Teller):
    """Reads nouns of scoring."""

    def noun(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "Palomino's winner", "goals from Ilicic and Freuler", "an equaliser by X"."""
        if self._no_goal_noun(sentence, trigger) or is_tally(self.lower, sentence, trigger):
            return []
        owners = self.scorers.owners(sentence, trigger)
        weak = trigger.kind in ("SHOT_NOUN", "FREE_KICK") or trigger.value == "penalty"
        weak = weak and trigger.text.lower() != "finish"
        head = self.lower[max(sentence.span.start, trigger.start - 50) : trigger.start]
        with_one = trigger.text.lower() == "finish" or (
            trigger.text.lower() == "goal" and self._marked_with(sentence, trigger)
        )
        if with_one and not owners and _WITH_A.search(head):
            return self.tell(sentence, trigger, self.scorers.subjects(sentence, trigger)[-1:], "goal.noun.with", 0.78)
        if not weak and not owners and _FOR_A.search(head) and not _WANTED.search(head):
            scorers = self._shooter(sentence, trigger) or self.scorers.subjects(sentence, trigger)[-1:]
            return self.tell(sentence, trigger, scorers, "goal.noun.for", 0.8)
        if not owners and self._decisive_with(sentence, trigger):
            return self.tell(sentence, trigger, self.scorers.subjects(sentence, trigger)[-1:], "goal.noun.with", 0.78)
        if not owners and (actor := self._with_it(sentence, trigger)):
            return self.tell(sentence, trigger, actor, "goal.noun.with", 0.8)
        if weak and not owners and trigger.kind == "SHOT_NOUN" and self._struck_with(sentence, trigger, head):
            return self.tell(sentence, trigger, self.scorers.subjects(sentence, trigger)[-1:], "goal.noun.with", 0.75)
        if owners:
            plural = _SINGLE.match(trigger.text.lower())
            thanked = _THANKS_TO.search(self.lower, max(sentence.span.start, owners[0].start - 24), owners[0].start)
            if (plural and owners[-1].possessive and not thanked) or (
                weak and not self._counts(sentence, trigger, owners[0])
            ):
                return []
            goals = self.tell(sentence, trigger, owners, "goal.noun", 0.8 if weak else 0.9)
            several = _SO_MANY.search(self.lower, max(sentence.span.start, owners[0].start - 24), owners[0].start)
            if several is not None and plural and len(goals) == 1:
                goals[0].n, goals[0].described = _NUMBERS[several.group(1)], False
            return self._recovered_from(sentence, owners[0], goals)
        after = self.scorers.named_after(sentence, trigger)
        if weak and after and not self._counts(sentence, trigger, None):
            return []
        goals = self.tell(sentence, trigger, after, "goal.noun.from", 0.8 if weak else 0.9)
        for goal in goals if len(goals) == 1 and _ONE_A_HALF.match(self.lower, trigger.end) else ():
            goal.n, goal.described = 2, False
        return goals

    def _struck_with(self, sentence: Sentence, trigger: Mention, head: str) -> bool:
        """ "silenced the crowd with a volley", "announced himself with a solo effort against X"."""
        if _ANSWERED.search(head):
            return True
        far = self.lower[max(sentence.span.start, trigger.start - 120) : trigger.start]
        return _ANNOUNCED.search(far) is not None and self.lower.startswith((" against ", " in ", " for "), trigger.end)

    def _recovered_from(self, sentence: Sentence, owner: Actor, goals: list[GoalTold]) -> list[GoalTold]:
        """ "Harland hit back from X's opener": the other side's."""
        head = _RECOVERED.search(self.lower, max(sentence.span.start, owner.start - 50), owner.start)
        if head is None or self.state.main is None:
            return goals
        before = [m for m in sentence.mentions if m.end <= head.start() and (m.kind in SIDES or m.kind == "THEY")]
        rival = self.state.main.opponent(self.state.side(before[-1], sentence)) if before else None
        for goal in goals if rival is not None else ():
            goal.sides[str(rival)] += _OTHERS
        return goals

    def _no_goal_noun(self, sentence: Sentence, trigger: Mention) -> bool:
        """Goals of a tally, goal kicks, and a keeper's own goal ("at Given's goal")."""
        if trigger.text.lower().startswith("from "):
            return True
        after = self.lower[trigger.end : trigger.end + 16]
        if _NO_SCORE.match(after):
            return True
        before = next((m for m in reversed(sentence.mentions) if m.end <= trigger.start), None)
        if (
            before is not None
            and before.kind in ("NUMBER", "QUALIFIER", "COMPETITION")
            and trigger.start - before.end < 24
            and _SINGLE.match(trigger.text.lower())
        ):
            return True
        if self._is_object(sentence, trigger):
            return True
        head = self.lower[max(0, trigger.start - 40) : trigger.start]
        return trigger.text.lower() == "goal" and bool(_AT_THE.search(head) or _HIS_NET.search(head))

    def _is_object(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "rose above X to nod in his ninth goal": the goal that a verb right before it has told."""
        his = _HIS_NTH.search(self.lower, max(sentence.span.start, trigger.start - 40), trigger.start)
        return his is not None and any(m.kind == "GOAL_VERB" and m.end == his.start() for m in sentence.mentions)

    def _shooter(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """Whose shot the clause tells of: X in "X's shot went through the legs of Y for the leveller"."""
        before = self.actors.before(sentence, trigger.start)
        return (
            self.owner_of_shot(sentence, trigger)
            or [a for a in before if a.possessive and self.is_shot(a, trigger)][-1:]
        )

    def _decisive_with(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "was the hero with a stoppage-time winner", "delighted them with an 80th-minute header"."""
        start = max(sentence.span.start, trigger.start - 60)
        found = _WITH_ONE.search(self.lower, start, trigger.start)
        if found is None:
            return False
        if trigger.text.lower() in _DECISIVE:
            return True
        timed = any(m.kind == "MINUTE" and found.start() <= m.start < trigger.start for m in sentence.mentions)
        hero = _HERO.search(self.lower, max(sentence.span.start, found.start() - 60), found.start())
        return (timed or hero is not None) and trigger.kind in ("SHOT_NOUN", "FREE_KICK", "GOAL_NOUN")

    def _with_it(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """ "..., Piet Osman with the only goal": who stands right before it, in a list or an aside of the result."""
        before = self.actors.before(sentence, trigger.start)[-1:]
        if not before or before[0].possessive or before[0].how != "name" or trigger.kind == "FREE_KICK":
            return []
        with_the = _WITH_THE.match(self.lower, before[0].end, trigger.start)
        if not with_the or with_the.end() != trigger.start:
            return []
        both = self.scorers.row.up_to(sentence, before[0]) if trigger.text.lower() == "goals" else before
        head = self.lower[max(sentence.span.start, both[0].start - 40) : both[0].start]
        return both if _LISTED_ASIDE.search(head) else []

    def _marked_with(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "marked his return with a goal", "took his tally to 24 with a first-half goal"."""
        return _MARKED.search(self.lower, sentence.span.start, trigger.start) is not None

    def opener(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "Hazard's opener": a goal, where it is no first match of a season."""
        match = _OF_A_FIXTURE.match(self.lower[trigger.end : trigger.end + 24])
        owned = any(a.possessive and 0 < trigger.start - a.end < _OWNED for a in self.actors.of(sentence))
        of_season = _OF_SEASON.search(self.lower[max(0, trigger.start - 14) : trigger.start])
        if trigger.text.lower() != "opener" or (match and not owned) or of_season:
            return []
        return self.noun(sentence, trigger)

    def _counts(self, sentence: Sentence, trigger: Mention, owner: Actor | None) -> bool:
        """Whether a shot is told as a goal: it earned, put ahead, was thanked for. A free-kick that another man headed
        in is his who headed."""
        served = owner is not None and trigger.kind == "FREE_KICK"
        if served and owner is not None and _SERVED_FROM.search(self.lower, sentence.span.start, owner.start):
            return False
        rest = _OFF_A_CORNER.sub("", self.lower[trigger.end : sentence.span.end], count=1)
        rest = _AN_ASIDE.sub("", rest, count=1)
        start = owner.start if owner is not None else trigger.start
        head = self.lower[max(sentence.span.start, start - 40) : start]
        earlier = [m.kind for m in sentence.mentions if m.end <= start]
        if "SUBORDINATE" in earlier:
            earlier = earlier[len(earlier) - earlier[::-1].index("SUBORDINATE") :]
        if "ALMOST" in earlier or _BUT_SAVED.search(rest):
            return False
        if _SAVING.search(head) or _INSPIRED.match(rest):
            return False
        if self._timed(sentence, trigger):
            return True
        if _DECIDING.search(self.lower, max(sentence.span.start, trigger.start - 24), trigger.start):
            return True
        saved = any(m.kind in ("VETO", "ALMOST") and m.end <= trigger.start for m in sentence.mentions)
        if not saved and _GOAL_AND.search(self.lower, max(sentence.span.start, start - 60), start):
            return True
        if _STRONG_BEFORE.search(head) and not _GONE_ON.match(rest):
            return True
        return bool(_STRONG_AFTER.match(rest)) and not _STOPPED.match(rest)

    def _timed(self, sentence: Sentence, trigger: Mention) -> bool:
        """ "a header in the 90th" at the end of its clause: a shot told with its minute is a goal."""
        minute = next((m for m in sentence.mentions if m.start >= trigger.end), None)
        if minute is None or minute.kind != "MINUTE" or minute.start - trigger.end > 2 or minute.value.minute is None:
            return False
        return _CLAUSE_DONE.match(self.lower, minute.end, sentence.span.end) is not None

    def own_goal(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "a De Roon own goal", "an own goal from Denayer", "headed into his own net"."""
        found = [a for a in self.scorers.owners(sentence, trigger) if a.how != "pronoun"] or self.scorers.named_after(
            sentence, trigger
        )
        if not found and _INTO_A.search(self.lower[max(0, trigger.start - 40) : trigger.start]):
            found = self.scorers.subjects(sentence, trigger)
        if not found:
            found = [a for a in self.actors.before(sentence, trigger.start)[-1:] if self._off_him(sentence, a, trigger)]
        found = [a for a in found if a.how != "pronoun" or not a.possessive]
        found = [a for a in found if not _AND_ONE.match(self.lower, a.end, trigger.start)]
        several = trigger.text.lower().endswith("goals")
        goals = self.tell(sentence, trigger, found if several else found[-1:], "goal.own", 0.92)
        for goal in goals:
            goal.kind = "own_goal"
        return goals

    def _off_him(self, sentence: Sentence, actor: Actor, trigger: Mention) -> bool:
        """ "the ball struck X and rolled in for an own goal", "was deflected in by X for an own goal"."""
        head = self.lower[max(sentence.span.start, actor.start - 40) : actor.start]
        return (
            actor.how == "name" and not actor.possessive and trigger.start - actor.end < 60 and bool(_OFF.search(head))
        )

    def second(self, sentence: Sentence, trigger: Mention) -> list[GoalTold]:
        """ "nothing contentious about his second", where no verb of scoring is near."""
        head = self.lower[max(sentence.span.start, trigger.start - 40) : trigger.start]
        if not trigger.text.lower().startswith(("his ", "her ")) or not _ABOUT.search(head):
            return []
        order = order_of(self.state, sentence, trigger)
        found = [a for a in self.actors.of(sentence) if a.start == trigger.start]
        return self.tell(sentence, trigger, found[-1:], "goal.noun", 0.8) if order else []
