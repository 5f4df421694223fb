"""Who of a story is a coach or an official rather than a player: told to lead a side, or called so beside his name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.extract.text.mentions import Mention, of_kinds, where

if TYPE_CHECKING:
    from flows.extract.story import StoryState
    from flows.extract.text.sentence import Sentence

OFFICIAL = re.compile(r"\b(?:referee|official|ref|linesman|linesmen|umpire) $")
_IN_OFFICE = re.compile(
    r"\b(?:coached by|managed by|(?:the|this|their) (?:managerial )?(?:job|reins|post|helm)\b[^.;,]{0,40} to)"
    r" (?:the )?(?:[\w-]+ ){0,2}$"
)
_OFFICE = (
    r"(?:(?:the|their|its|a|an|his|new|next|interim|caretaker|permanent|acting|full-time|first-team) |"
    r"[A-Z][\w-]+(?:'s|s')? ){0,5}?(?:manager|head coach|first-team coach|coach|boss)\b(?!'s)"
)
_PUT_IN_OFFICE = re.compile(
    r"\b(?:nam(?:ed?|ing)|appoint(?:ed|ing|ment of)?|unveil(?:ed|ing)?|confirm(?:ed|ing)?|install(?:ed|ing)?|"
    r"hir(?:ed?|ing)|recruited|sack(?:ed|ing)?|dismiss(?:ed)?|replaced?|removed?|introduced?|kept|retained?|"
    r"back(?:ed)?) (?:[a-z-]+ ){0,4}$"
)
_AS_COACH = re.compile(" as " + _OFFICE)
_HOLDS_OFFICE = re.compile(
    r" (?:(?:has|have|had) been|was|is|will be|were) (?:(?:today|yesterday|officially|now) )?(?:appointed|named|"
    r"confirmed|unveiled|installed|hired|sacked|dismissed|removed|relieved of his duties)(?: as)? "
    + _OFFICE
    + r"| (?:(?:has|had|will|is to|would|is set to) )?(?:quits?|resign(?:s|ed)?|step(?:s|ped)? down|"
    r"st(?:ands?|ood) down|left|leaves?|takes? over|took over|taken over|takes charge|carr(?:y|ies|ied) on|"
    r"continues?|remains?|stays?|starts?|began|beg[iu]ns?|returns?|returned)"
    r"(?: (?:his|the) (?:job|role|post|position))? as "
    + _OFFICE
    + r"| (?:is|was|will be|becomes|became|has become|will become) "
    + _OFFICE
)
_OF_OLD = frozenset({"legend", "great"})  # may have played as well
_BESIDE = re.compile(r",? ?")
_IN_APPOSITION = re.compile(r", (?:the |an? )?(?:[\w'-]+ ){0,3}")


class CoachesCalled:
    """Answers for one story, each person once."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self._known: dict[str, bool] = {}

    def has(self, person: str) -> bool:
        """Whether a person, by full name, is one."""
        if person not in self._known:
            self._known[person] = person in self.state.cast.coach_of or self._called(person)
        return self._known[person]

    def meant(self, sentence: Sentence, tokens: list[Mention], i: int) -> str | None:
        """Whom "the boss" means: who is told to lead the side named beside him, the coach told of last or the only
        one; of a story that opens without his name, whom its next sentence names first."""
        beside = next((t for t in tokens[max(0, i - 2) : i] if t.kind == "TEAM"), None)
        coaches = self.state.cast.coach_of
        if beside is not None:
            leads = [person for person, club in coaches.items() if club == beside.value]
            if leads:
                return leads[0] if len(leads) == 1 else None
        before = [m for m in of_kinds(self.state.mentions, ("PERSON",)) if m.start < tokens[i].start]
        lower = self.state.text.lower
        officials = {str(m.value) for m in before if OFFICIAL.search(lower[max(0, m.start - 14) : m.start])}
        near = [str(m.value) for m in before if str(m.value) not in officials and self.has(str(m.value))]
        plays = self.state.cast.plays_for
        near = near or [str(t.value) for t in tokens[:i] if t.kind == "PERSON" and t.value not in plays]
        if near:
            return near[-1]
        following = self.state.sentences[sentence.number + 1 : sentence.number + 2]
        named = [m for s in following for m in s.mentions if m.kind == "PERSON"]
        return str(named[0].value) if named and not before else None

    def _called(self, person: str) -> bool:
        mentions, lower = self.state.mentions, self.state.text.lower
        for i in where(mentions, ("PERSON",)):
            mention = mentions[i]
            if mention.value != person:
                continue
            if _IN_OFFICE.search(lower, max(0, mention.start - 90), mention.start):
                return True
            if _HOLDS_OFFICE.match(self.state.text.normal, mention.end) or (
                _AS_COACH.match(self.state.text.normal, mention.end)
                and _PUT_IN_OFFICE.search(lower, max(0, mention.start - 50), mention.start)
            ):
                return True
            before = [
                m
                for m in mentions[max(0, i - 2) : i]
                if m.kind == "ROLE" and _BESIDE.fullmatch(lower, m.end, mention.start)
            ]
            if any(m.value in ("coach", "official") and m.text.lower() not in _OF_OLD for m in before):
                return True
            after = mentions[i + 1 : i + 3]
            if any(
                m.kind == "ROLE" and m.value == "coach" and _IN_APPOSITION.fullmatch(lower, mention.end, m.start)
                for m in after
            ):
                return True
        return False
