"""Sentence -> the goals it tells: each verb, noun or phrase of scoring asks for its scorer, and is vetoed or told.

A trigger's reader yields tellings, one a scorer; what it is sure of is its confidence, lowered where only a pronoun
or an epithet says who. Sides, matches and tellings of one goal are settled later.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter

from flows.extract.cast.actors import Actors
from flows.extract.goals.bracketed import with_brackets
from flows.extract.goals.merge import within_sentence
from flows.extract.goals.minutes import give_minutes
from flows.extract.goals.several_minutes import of_several_minutes, told_anew
from flows.extract.goals.tellings.announced import Announcements
from flows.extract.goals.tellings.called_scorers import CalledScorers, CalledTeller
from flows.extract.goals.tellings.counts import GoalCounts
from flows.extract.goals.tellings.credits import Credits, CreditTeller, elliptic, ordered
from flows.extract.goals.tellings.likely import LikelyGoals
from flows.extract.goals.tellings.men_listed import MenListed
from flows.extract.goals.tellings.nouns import GoalNouns
from flows.extract.goals.tellings.out_of_tally import OutOfTally
from flows.extract.goals.tellings.own_goals import ONCE_DONE, OwnGoals
from flows.extract.goals.tellings.phrases import GoalPhrases, PhraseTeller
from flows.extract.goals.tellings.placed_shots import PlacedShots
from flows.extract.goals.tellings.shares import shared_out
from flows.extract.goals.tellings.verbs import GoalVerbs
from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

Reader = Callable[[Sentence, Mention], list[GoalTold]]
_ONE_OF = Sought(
    r"\b(one|two|another|the (?:first|second|third|other))"
    r"(?= (?:from|by) | (?:of them |coming |arriving |came )?(?:after|in the|on|with|\w+ minutes?) )",
    as_printed=True,
)
_FED_FOR = frozenset({"GOAL_NOUN", "SHOT_NOUN", "FIXTURE_NOUN", "SECOND"})
_SHARED = frozenset({"MULTI", "GOAL_NOUN"})
_KICKS = Sought(
    r"\b(?:in|of|during) the (?:(?:ensuing|subsequent|penalty|resulting) ){0,2}(?:shoot-?out|shootout|kicks)\b|"
    r"\bthe (?:ensuing |subsequent )?(?:penalty )?shoot-?out\b(?= (?:began|started|was|saw|and|when))|"
    r"\bsudden death\b"
)
_WON_ON_KICKS = Sought(
    r"\bon (?:penalties|spot[- ]kicks)\b|\bpenalty shoot-?out|\bshoot-?out (?:win|victory|defeat|loss|triumph)|"
    r"\b(?:in|won|lost) (?:a|the) (?:[\w-]+ )?shoot-?out"
)
_DECIDING_KICK = Sought(
    r"\b(?:decisive|deciding|winning|clinching|final) (?:penalty|spot[- ]kick|kick),? (?:after|when|once|with|as) "
    r"[^.;]*\b(?:miss\w*|sav(?:e|ed|ing)|fluff\w*|blaz\w*|scuff\w*|den\w+|fail\w*|hit the|kicks were)\b"
)
_VERBS = frozenset({"GOAL_VERB", "GOAL_ACT"})
_START = attrgetter("start")
_AGAIN = Sought(
    r"\band again(?=,| in (?:the|first)| after | on | from | with | when | before | midway| late|"
    r" (?:\w+|\d+) minutes)",
    as_printed=True,
)
_SEVERAL_FROM = Sought(
    r"\b(?P<n>two|three|four) (?:[\w-]+ ){0,2}?(?:goals|headers|strikes|penalties|spot-kicks|free-kicks|finishes|"
    r"volleys)(?= (?:from|by) [a-z])"
)
_WITH_SEVERAL = Sought(
    r"\bwith (?P<n>two|three|four) (?:(?:(?:first|second)-half|early|late|quick-?fire|fine|superb|stunning|excellent|"
    r"headed|close-range|long-range|well-taken|clinical|opportunist) ){1,2}(?:goals|strikes|finishes)\b"
)
_SEVERAL_OF = Sought(
    r"\b(?P<n>two|three) (?:[\w'-]+ ){1,4}?(?P<what>headers|penalties|spot-kicks|free-kicks|strikes|volleys)"
    r"(?=,| (?:did|accounted|saw|gave|earned|secured|sealed|settled|put|ensured|helped|turned|won|sank|took|brought|"
    r"were)\b)"
)
_NUMBERS = {"two": 2, "three": 3, "four": 4}
_SHOTS = frozenset({"GOAL_NOUN", "SHOT_NOUN"})
_AT_BOTH_ENDS = Sought(
    r"\b(?:both ends|(?:right|other|correct|proper) (?:end|net|goal)|amends|aton\w+|redeem\w+|but then|before (?:scor|"
    r"equalis|levell|head|nett|strik)\w+|made up for)\b"
)
_THEN = re.compile(r"\b(?:then|villain|later|only to|before)\b")
_TRAILER = re.compile(r"[A-Z]{3,}[A-Z ]*:")


class Triggers:
    """Reads the tellings of goals in the sentences of one story."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self.actors = Actors(state)
        self.announcements = Announcements(state)
        self._readers = _readers(
            GoalVerbs(state, self.actors),
            GoalNouns(state, self.actors),
            OwnGoals(state, self.actors),
            GoalCounts(state, self.actors),
            PhraseTeller(state, self.actors),
            CreditTeller(state, self.actors),
            CalledTeller(state, self.actors),
        )
        self.phrases = GoalPhrases(state.text.normal, state.text.lower, state.story.start, state.story.end)
        self.placed = PlacedShots(state, self.actors)
        self.called = CalledScorers(state.text.normal, state.text.lower, state.story.start, state.story.end)
        self.likely = LikelyGoals(state, self.actors)
        self.out_of_tally = OutOfTally(state, self.actors)
        self.listed = MenListed(state, self.actors)
        self.credits = Credits(state.text.normal, state.text.lower, state.story.start, state.story.end)
        self._number = 0
        story = state.story
        self._decided_on_kicks = _WON_ON_KICKS.search(state.text.lower, story.start, story.end) is not None
        self._tells_of_kicks = bool(state.holding(_KICKS, _DECIDING_KICK))
        self._of_several = frozenset(
            [*state.holding(_SEVERAL_FROM), *state.holding(_WITH_SEVERAL), *state.holding(_SEVERAL_OF)]
        )

    def read(self, sentence: Sentence) -> list[GoalTold]:
        """The goals a sentence tells, one a scorer and order, with the minute told here or announced before."""
        told = self._read(sentence)
        self.announcements.read(sentence, self._number, told)
        self._number += 1
        return told

    def _read(self, sentence: Sentence) -> list[GoalTold]:
        told: list[GoalTold] = []
        if not sentence.of("SCORE") and _TRAILER.match(self.state.text.normal, *sentence.span):
            return told  # "WATCH: X scores"
        self.actors.enter(sentence)
        kicks = self._shoot_out(sentence)
        fed = sentence.span.start
        for trigger in self._candidates(sentence):
            if trigger.start < fed and trigger.kind in _FED_FOR:
                continue  # "set up X for the first goal" is his
            if self.state.quoted(trigger.start) or (kicks is not None and trigger.start > kicks):
                continue
            if trigger.kind == "ELLIPTIC" and not told:
                continue
            reader = self._readers[trigger.kind]
            for goal in reader(sentence, trigger):
                told.append(goal)
                self.actors.last_scorer = goal.scorer
                fed = trigger.end if trigger.kind == "FED" else fed
        if kicks is None:
            taken = self.out_of_tally.read(sentence, told)
            counted = {g.scorer for g in taken if g.rule == "goal.tally"}
            told = [g for g in told if not (g.rule == "goal.multi" and g.scorer in counted and g.at < taken[0].at)]
            told += self.listed.read(sentence, told)
            told += taken or self.likely.read(sentence, told)
        if not told:
            return told
        told = [
            g
            for g in told
            if g.rule != "goal.announced" or not any(o.start > g.start and o.rule != "goal.announced" for o in told)
        ]
        told = self._without_what_an_own_goal_did(told)
        shared = shared_out(self.state, sentence, told)
        if shared:
            told = [g for g in told if not (g.rule == "goal.multi" and g.described)]
        told_anew(self.state, sentence, told)
        told = with_brackets(self.state, sentence, told)
        told = of_several_minutes(self.state, sentence, told)
        give_minutes(self.state, sentence, [*told, *shared])
        return within_sentence(told) + shared

    def _without_what_an_own_goal_did(self, told: list[GoalTold]) -> list[GoalTold]:
        """ "An own goal from X, who turned it past his keeper, settled matters": X did not score once more."""
        own = [g for g in told if g.kind == "own_goal"]
        if not own:
            return told
        for goal in told:  # "X had put Marden in front but his own goal let Harland level"
            goal.amends |= any(o.scorer == goal.scorer and self._was_before(goal, o) for o in own)
        after = [g for g in told if g.kind != "own_goal" and any(o.scorer == g.scorer and o.at < g.at for o in own)]
        lower, span = self.state.text.lower, own[0].sentence.span
        if not lower.startswith(ONCE_DONE, span.start) and _AT_BOTH_ENDS.search(lower, *span) is None:
            return [g for g in told if g not in after]
        for goal in after:
            goal.amends = True
        return told

    def _was_before(self, goal: GoalTold, own: GoalTold) -> bool:
        """ "gave Marden the lead, then turned a corner past his own keeper"."""
        if goal.at >= own.at or goal.kind == "own_goal":
            return False
        lower = self.state.text.lower
        return own.further or (goal.rule == "goal.lead" and _THEN.search(lower, goal.at, own.at) is not None)

    def _shoot_out(self, sentence: Sentence) -> int | None:
        """From where on a sentence tells of the kicks of a shoot-out, which are no goals."""
        if not self._tells_of_kicks:
            return None
        here = _KICKS.search(self.state.text.lower, *sentence.span)
        if here is not None:
            return here.start()
        if _DECIDING_KICK.search(self.state.text.lower, *sentence.span) and self._decided_on_kicks:
            return sentence.span.start
        before = self.state.sentences[sentence.number - 1] if sentence.number else None
        on = before is not None and before.paragraph == sentence.paragraph
        if before is None or not on or _KICKS.search(self.state.text.lower, *before.span) is None:
            return None
        timed = any(m.kind == "MINUTE" for m in sentence.mentions)
        return None if timed else sentence.span.start

    def _candidates(self, sentence: Sentence) -> list[Mention]:
        found = [m for m in sentence.mentions if m.kind in self._readers]
        found += self.placed.of(sentence)
        found += self.phrases.of(sentence)
        found += self.credits.of(sentence)
        found += self.called.of(sentence)
        found += ordered(self.state, sentence)
        found += elliptic(self.state, sentence)
        found += self._agains(sentence)
        found = self._with_several(sentence, found) if sentence in self._of_several else found
        if found and not _SHARED.isdisjoint([m.kind for m in found]):
            found += self._shares(sentence)
        counts = {m.start for m in found if m.kind == "COUNTED"}  # "scored four" is no goal and then four
        found = [m for m in found if m.kind not in _VERBS or m.start not in counts] if counts else found
        return sorted(found, key=_START) if len(found) > 1 else found

    def _with_several(self, sentence: Sentence, found: list[Mention]) -> list[Mention]:
        """ "two quick-fire headers from X": a count of shots that somebody is named behind, for its noun."""
        lower = self.state.text.lower
        several = [*_SEVERAL_FROM.finditer(lower, *sentence.span), *_WITH_SEVERAL.finditer(lower, *sentence.span)]
        counts = [
            Mention("MULTI", m.start("n"), m.end(), lower[m.start("n") : m.end()], _NUMBERS[m["n"]]) for m in several
        ]
        counts += [
            Mention("MULTI", m.start("what"), m.end(), m["what"], _NUMBERS[m["n"]])
            for m in _SEVERAL_OF.finditer(lower, *sentence.span)
            if any(p.end + 1 == m.start("what") and p.start > m.start() for p in sentence.of("PERSON"))
        ]
        new = [c for c in counts if not any(m.kind == "MULTI" and m.start < c.end and c.start < m.end for m in found)]
        nouns = {m.start for m in found if m.kind in _SHOTS and any(c.start <= m.start < c.end for c in new)}
        return [m for m in found if m.kind not in _SHOTS or m.start not in nouns] + new

    def _agains(self, sentence: Sentence) -> list[Mention]:
        """ "struck after 14 minutes and again ten minutes later"."""
        found = [*_AGAIN.finditer(self.state.text.normal, *sentence.span)]
        if not found or not any(m.kind in ("GOAL_VERB", "GOAL_ACT") for m in sentence.mentions):
            return []
        return [Mention("ONE_OF", m.start(), m.end(), m.group()) for m in found]

    def _shares(self, sentence: Sentence) -> list[Mention]:
        goals = next(
            (
                m
                for m in sentence.mentions
                if m.kind == "MULTI" or (m.kind == "GOAL_NOUN" and m.text.lower() == "goals")
            ),
            None,
        )
        if goals is None:
            return []
        text = self.state.text.normal
        return [
            Mention("ONE_OF", m.start(), m.end(1), m.group(1))
            for m in _ONE_OF.finditer(text, goals.end, sentence.span.end)
        ]


def _readers(
    verbs: GoalVerbs,
    nouns: GoalNouns,
    own_goals: OwnGoals,
    counts: GoalCounts,
    phrases: PhraseTeller,
    credits: CreditTeller,
    called: CalledTeller,
) -> dict[str, Reader]:
    """Which reader a kind of mention asks."""
    return {
        "GOAL_VERB": verbs.verb,
        "GOAL_ACT": verbs.act,
        "THROUGH": verbs.through,
        "GIVE_LEAD": verbs.given,
        "DRAW": verbs.drawn,
        "PLACED": verbs.placed,
        "GOAL_PHRASE": phrases.phrase,
        "ASSISTED": phrases.assisted,
        "COUNTED": phrases.counted,
        "CREDITED": credits.credited,
        "ORDERED": credits.ordered,
        "CALLED": called.called,
        "ELLIPTIC": credits.elliptic,
        "FED": phrases.fed,
        "BE": verbs.got,
        "IN_PLAY": verbs.made_it,
        "THIRD": verbs.third,
        "GOAL_NOUN": nouns.noun,
        "SHOT_NOUN": nouns.noun,
        "FREE_KICK": nouns.noun,
        "MULTI": counts.multi,
        "OWN_GOAL": own_goals.own_goal,
        "SECOND": nouns.second,
        "FIXTURE_NOUN": nouns.opener,
        "ONE_OF": counts.share,
    }
