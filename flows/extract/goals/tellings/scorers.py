"""Who scored: the subject of a verb, the owner of a noun, the names after "from", "through" or "when".

Each finder gets a sentence and a trigger and returns actors; it returns none rather than a guess where a side is
the subject.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor, Actors
from flows.extract.goals.tellings.clause_subjects import is_behind_its_verb, is_done_by, meant_instead
from flows.extract.goals.tellings.names_in_a_row import NamesInARow
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_SIDE_OBJECT = frozenset(
    {"AGAINST", "AT", "BY", "OF", "FROM", "FOR", "TO", "GIVE_LEAD", "IN", "WIN", "ON", "HOST", "TRAVEL"}
)
_OPENS_CLAUSE = frozenset({"SUBORDINATE", "COMMA", "AND", "DASH", "WHO"})
_BETWEEN_NOUN = re.compile(r"^'s? (?:late, )?(?:[\w'-]+ ){0,7}(?:\d\d-)?$|^' (?:[\w'-]+ ){0,7}(?:\d\d-)?$")
_ON_FOR = re.compile(
    r", (?:(?:only )?(?:just )?on|introduced|brought on|sent on|thrown on|deputising|standing in|playing|in|starting|"
    r"an? (?:[\w-]+ ){0,4}(?:replacement|substitute|stand-in|deputy))\b[^,.;]{0,44}\b(?:for|in place of|ahead of) "
    r"(?:the )?(?:[\w-]+ ){0,2}"
)
_SERVED_FOR = re.compile(r"\b(?:cross|corner|pass|ball|centre|delivery|cut-?back|throw|flick-?on|assist) for ")
_BOTH = re.compile(r",? (?:who )?(?:had |have )?both\b")
_LEFT_TO = re.compile(r"\b(?:left|fell|down|up) to (?:the |[a-z-]+ ){0,3}$")
_WHOSE = re.compile(r"^,? whose (?:[\w'-]+ ){0,4}$")
_DENIED = re.compile(
    r"\b(?:denied|denies|denying|thwart(?:ed|ing)|foil(?:ed|ing)|kept out|repelled) (?:both |substitute )?"
    r"(?:[A-Z][\w'.-]* (?:[A-Z][\w'.-]* ){0,2}and )?$"
)
_SHOTS = frozenset({"GOAL_NOUN", "SHOT_NOUN", "FREE_KICK"})
_WHILE = frozenset({"as", "when", "while"})
_MANS_DEED = re.compile(
    r"(?:head|nodd|slott|tapp|convert|curl|fir|drill|volley|prodd|pok|stabb|bundl|sweep|rifl|lash|smash|slamm|tuck|"
    r"turn|"
    r"steer|glanc|lobb|chipp|roll|stroking)(?:ing)?\b"
)
_DENIED_REACH = 50
_VERB_BETWEEN = re.compile(
    r" (?:cancell?ed|put|gave|made|sealed|earned|levelled|restored|was|were|had|met|followed|preceded|came|went) "
)
_PASSED = frozenset(
    "in fed found freed released up out played allowing allowed enabling enabled for left sent set "
    "presented picked".split()
)
_HIS_LONE_SHOT = re.compile(
    r"'s? (?:[\w-]+ ){0,3}(?:shot|cross-shot|cross|corner)(?=[.,;]| (?:in|on|after|before|when|just|midway|early|late|"
    r"from|\w+ minutes)\b|$)"
)
_IT_TOOK = Sought(
    r"\b(?:took|taking|needed|needing|required|requiring) (?:an? |"
    r"the )?(?:[\w-]+ ){0,3}?[A-Z][\w'.-]*(?: [A-Z][\w'.-]+)?"
    r"(?P<shot>(?:'s?)? (?:[\w-]+ ){0,3}(?:penalty|header|free[- ]kick|strike|goal|volley|effort|winner|equaliser|"
    r"leveller|spot-kick|"
    r"intervention|finish|shot|drive|double|brace))\b[^.;]{0,70}? to $",
    as_printed=True,
)
_DIRECT = re.compile(r"^,? (?:(?:who|then|also|had|himself|again|\w+ly|later|to|both|each|and|once more|twice) )*$")
_BY = re.compile(
    r"^(?:, (?:in|on|after) [^,]{4,40},| in (?:each|either) half,)? "
    r"(?:(?:(?:apiece|each|one|in (?:each|either|the (?:first|second)) half|"
    r"(?:in|inside|within) (?:the space of )?[\w-]+ minutes|in quick succession|on the break|"
    r"either side of (?:the break|half-time)) |[a-z\d-]+ ){0,4}?)?"
    r"(?:from|by|through|for|courtesy of|the work of|apiece from|each from) (?:(?:the|a|an|[a-z-]+) ){0,4}"
)
_OF_A_MAN = re.compile(r"\b(?:an?|former|ex|one-time|once)[ -]$")  # ", a former Harland trainee,"
_ADVERB_ALONE = re.compile(r"^ (?:\w+ly |then |also |had |again )?$")
_PLAIN_WORDS = re.compile(r"^ (?!.*\b(?:with|of|for|from|in|to|after|into|by|at|on)\b)(?:[\w'-]+ ){0,6}$")
_INDEFINITE = re.compile(r"\b(?:an?|the|late|early|another) (?:[\w-]+,? ){0,3}$")
_HIS_GOAL = re.compile(r"(?:'s?)? (?:own goal|own-goal|goal|header|strike|penalty|effort|brace)")


class Scorers:
    """Finds the scorers of triggers in one story."""

    def __init__(self, state: StoryState, actors: Actors) -> None:
        self.state = state
        self.actors = actors
        self.lower = state.text.lower
        self.normal = state.text.normal
        self.row = NamesInARow(state, actors)

    # ---- before the trigger

    def subjects(self, sentence: Sentence, trigger: Mention) -> list[Actor]:
        """The subject of the trigger's clause, with those listed before it; none where a side is the subject."""
        if (meant := meant_instead(self.lower, self.actors, sentence, trigger)) is not None:
            return meant
        if self.lower.endswith(" to ", 0, trigger.start) and (shot := self._by_whose_shot(sentence, trigger)):
            return [shot]
        before = self.actors.before(sentence, trigger.start)
        floor = self._floor(sentence, trigger)
        for index in range(len(before) - 1, -1, -1):
            actor = before[index]
            if actor.start < floor:
                break
            if actor.possessive or not (actor.subject or actor.relative or self._direct(actor, sentence, trigger)):
                continue
            if is_done_by(self.lower, self.actors, sentence, actor):
                continue
            if trigger.start - actor.end > 1 and self._denied(actor, sentence):
                return []
            if index and self._aside(actor, sentence, trigger, before[:index]):
                continue
            if index and self._came_on_for(before[index - 1], actor):
                continue
            if (
                index
                and before[index - 1].relative
                and self._within_relative(sentence, before[index - 1], actor, trigger)
            ):
                continue
            if self._side_between(sentence, actor.end, trigger):
                return []
            listed = [*self.row.before(sentence, before, index), actor]
            return listed[-2:] if _BOTH.match(self.lower, actor.end) else listed
        return []

    def _by_whose_shot(self, sentence: Sentence, trigger: Mention) -> Actor | None:
        """ "it took an X header, two minutes from time, to bring them level": X, whose shot it took."""
        took = _IT_TOOK.search(self.normal, sentence.span.start, trigger.start)
        if took is None:
            return None
        return next((a for a in self.actors.before(sentence, trigger.start) if a.end == took.start("shot")), None)

    def _came_on_for(self, head: Actor, actor: Actor) -> bool:
        """Y in "X, on at the interval for the injured Y, scored"."""
        between = self.lower[head.end : actor.start]
        return self.lower.startswith(",", actor.end) and _ON_FOR.fullmatch(between) is not None

    def _denied(self, actor: Actor, sentence: Sentence) -> bool:
        """ "Pope denied X and Y before a mix-up settled it": whom a goalkeeper denied, if nothing more is told."""
        first = max(sentence.span.start, actor.start - _DENIED_REACH)
        return not actor.relative and _DENIED.search(self.normal, first, actor.start) is not None

    def _aside(self, actor: Actor, sentence: Sentence, trigger: Mention, earlier: list[Actor]) -> bool:
        """Subject of a mere circumstance: Y in "X shone as Y watched, opening the scoring"."""
        participle = trigger.text.lower().split()[0].endswith("ing") and self.lower[: trigger.start].endswith(", ")
        inner = self.lower[actor.end : trigger.start]
        return (
            participle
            and len(inner) > 3
            and self.actors.word_before(actor, sentence) in ("as", "while", "when")
            and any(a.subject for a in earlier)
        )

    def _within_relative(self, sentence: Sentence, head: Actor, actor: Actor, trigger: Mention) -> bool:
        """Y in "X, who had replaced Y, then scored": an object inside the clause that tells of X."""
        closed = self.lower.startswith(",", actor.end) and self.lower.startswith(",", head.end)
        return closed and not actor.subject and "," not in self.lower[head.end + 1 : actor.start]

    def _floor(self, sentence: Sentence, trigger: Mention) -> int:
        stops = [m.end for m in sentence.mentions if m.kind in ("STOP", "COLON") and m.end <= trigger.start]
        return max(stops, default=sentence.span.start)

    def _direct(self, actor: Actor, sentence: Sentence, trigger: Mention) -> bool:
        """Nothing stands between ("Bellamy scored"), unless he is an object ("rounded Given to score")."""
        gap = self.lower[actor.end : trigger.start]
        if gap == " to " and _LEFT_TO.search(self.lower, max(sentence.span.start, actor.start - 40), actor.start):
            return True
        if gap.startswith((" to ", ", who", " with ", ", with ", ", to ")) and is_behind_its_verb(
            self.lower, sentence, actor
        ):
            return True
        if gap == " to ":
            return self.actors.word_before(actor, sentence) in _PASSED
        return bool(_DIRECT.match(gap)) and not gap.startswith((" to ", " and "))

    def _side_between(self, sentence: Sentence, start: int, trigger: Mention) -> bool:
        """Whether a side is the nearer subject of the trigger."""
        inner = [m for m in sentence.mentions if start <= m.start < trigger.start]
        for i, mention in enumerate(inner):
            if (mention.kind not in SIDES and mention.kind != "THEY") or mention.possessive:
                continue
            if mention.kind == "THEY" and mention.text.lower() != "they":
                continue
            if i + 1 < len(inner) and inner[i + 1].kind in ("ROLE", "PERSON") and inner[i + 1].start - mention.end < 3:
                continue
            previous = inner[i - 1] if i else None
            if previous is not None and previous.kind in _SIDE_OBJECT and mention.start - previous.end < 12:
                continue
            if trigger.kind == "LIKELY" and not any(m.kind in _OPENS_CLAUSE for m in inner[:i]):
                continue  # the object of a verb that nobody listed: "got the hosts under way"
            if _ADVERB_ALONE.match(self.lower[mention.end : trigger.start]):
                return True
            if previous is not None and previous.text.lower() in _WHILE and self._is_added(trigger):
                continue
            opened = (
                previous is not None
                and previous.kind in ("SUBORDINATE", "COMMA", "AND", "DASH")
                and mention.start - previous.end < 12
                and _OF_A_MAN.search(self.lower, previous.end, mention.start) is None
            )
            if opened and not any(m.kind in ("SUBORDINATE", "WHO") for m in inner[i + 1 :]):
                return True
        return False

    def _is_added(self, trigger: Mention) -> bool:
        """ "X was the hero as Marden beat Y, heading in": what only a man does, told behind all."""
        return self.lower.endswith(", ", 0, trigger.start) and _MANS_DEED.match(trigger.text.lower()) is not None

    # ---- around a noun

    def owners(self, sentence: Sentence, noun: Mention) -> list[Actor]:
        """ "Palomino's 80th-minute winner", "a Layvin Kurzawa own goal", "Muriel and Gomez goals"."""
        before = self.actors.before(sentence, noun.start)
        if not before:
            return []
        actor = before[-1]
        gap = self.lower[actor.end : noun.start]
        if _WHOSE.match(gap):
            return [actor]
        if actor.possessive and actor.how == "pronoun":
            return [actor] if _PLAIN_WORDS.match(gap) or gap == " " else []
        if actor.possessive:
            barred = not gap.startswith("'s late, late ") and any(
                m.kind in ("COMMA", "AND", "SUBORDINATE", "FROM", "VETO", "IN", "WHO", "WITH", "TO")
                or m.text.startswith("to ")
                for m in sentence.mentions
                if actor.end <= m.start < noun.start
            )
            return (
                [actor]
                if _BETWEEN_NOUN.match(gap)
                and not barred
                and not _SERVED_FOR.search(gap)
                and not _VERB_BETWEEN.search(gap)
                else []
            )
        if gap != " " or actor.how != "name":
            return []
        adjoins = noun.text.lower().endswith("s") or noun.kind == "OWN_GOAL" or self._articled(actor, sentence)
        single = noun.kind != "MULTI" and not noun.text.lower().endswith("s") and len(before) > 1
        if adjoins and single and self.row.has_its_own(before[-2], actor):
            return [actor]
        return [*self.row.before(sentence, before, len(before) - 1), actor] if adjoins else []

    def _articled(self, actor: Actor, sentence: Sentence) -> bool:
        head = self.lower[max(sentence.span.start, actor.start - 40) : actor.start]
        return bool(_INDEFINITE.search(head))

    def named_after(self, sentence: Sentence, noun: Mention) -> list[Actor]:
        """ "goals in each half from A and B", "an own goal by C", "the opener came from D"."""
        found = _BY.match(self.normal[noun.end : sentence.span.end])
        if (
            found is None
            or "pressure from" in found.group()
            or "followed by" in found.group()
            or (
                noun.kind == "OWN_GOAL"
                and "own goal" not in noun.text.lower().replace("-", " ")
                and not found.group().startswith(" by ")
            )
        ):
            return []
        start = noun.end + found.end()
        first = next((a for a in self.actors.of(sentence) if noun.end <= a.start and start <= a.end), None)
        if first is None or not self.only_described(sentence, noun.end, first.start):
            return []
        return self.row.from_first(sentence, first)

    def only_described(self, sentence: Sentence, start: int, end: int) -> bool:
        """No side, comma or other person stands between, but what describes the person."""
        inner = [m for m in sentence.mentions if start <= m.start < end]
        return all(
            m.kind
            in (
                "FROM",
                "BY",
                "THROUGH",
                "FOR",
                "ROLE",
                "NATIONALITY",
                "AGE",
                "TEAM",
                "EPITHET",
                "HALF",
                "IN",
                "MINUTE",
                "NUMBER",
                "TO",
                "OF",
                "HOME",
                "ORDINAL",
                "BE",
                "COMMA",
                "SIDE_NOUN",
                "IN_PLAY",
            )
            for m in inner
        ) and (end - start < 90)

    def through(self, sentence: Sentence, word: Mention) -> list[Actor]:
        """ "hit back through X", "courtesy of A and B"."""
        first = next((a for a in self.actors.of(sentence) if a.start >= word.end), None)
        if (
            first is None
            or first.how == "pronoun"
            or (first.possessive and not self._shoots(sentence, first))
            or not self.only_described(sentence, word.end, first.start)
        ):
            return []
        if first.start - word.end > 45:
            return []
        if first.possessive:
            return [first]  # "led through X's deflected shot"
        listed = self.row.from_first(sentence, first)
        noun = self.lower[first.end : first.end + 20]
        return [] if _HIS_GOAL.match(noun) else listed

    def _shoots(self, sentence: Sentence, owner: Actor) -> bool:
        """ "led through X's deflected shot", "through X's 25-yarder": a shot or a goal is what he owns."""
        if _HIS_LONE_SHOT.match(self.lower, owner.end, sentence.span.end):
            return True
        return self.shot_of(sentence, owner) is not None

    def shot_of(self, sentence: Sentence, owner: Actor) -> Mention | None:
        """The shot or goal right behind the name of whose it is."""
        shot = next((m for m in sentence.mentions if m.start >= owner.end and m.kind in _SHOTS), None)
        return shot if shot is not None and _BETWEEN_NOUN.match(self.lower[owner.end : shot.start]) else None

    def told_next(self, sentence: Sentence, trigger: Mention) -> Actor | None:
        """Of "the hosts went ahead when X pounced", "a fourth, Y finding the corner": X, Y."""
        for actor in self.actors.of(sentence):
            if actor.start < trigger.end or actor.possessive or actor.how == "pronoun":
                continue
            opener = self.actors.word_before(actor, sentence)
            return actor if opener in ("when", "as", "after", "with", "") else None
        return None
