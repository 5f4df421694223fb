"""Whose a count is that is taken at a match: a crowd, those who travelled, what a ground holds, what a tournament saw.

In and out as in `owners`.
"""

from __future__ import annotations

import re

from flows.extract.measures.counted.whose import Reader, Whose
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import Scope
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.sentence import SIDES, Sentence

_NAME_AFTER = re.compile(
    r"[ -](?:(?:stadium|ground|arena|venue|at|the) )*"
    r"((?:(?:of|de|la) )?[A-Z][\w'&-]*(?: (?:[A-Z][\w'&-]*|of|de|la)\b)*)"
)
_STANDS = re.compile(r"\b(?:stadium|ground|arena|stand|home|venue)\b")
_BOTH = 2
_NEW = re.compile(
    r"\bnew (?:stadium|ground|home|stand|arena)?|\b(?:mov\w+|switch\w*|relocat\w+) (?:in)?to an? $|"
    r"\b(?:building|construction|opening|plans|plan) (?:of|for) an? $|"
    r"\b(?:built|build|building|opened|open|construct\w*) an? $"
)
_NEAR = 2  # sentences
_THE_GROUND = re.compile(
    r"\bthe $|\bthe (?:old |famous |new )?(?:stadium|ground|arena|venue)(?:'s)? (?:[\w-]+ ){1,6}$|"
    r"(?:^|\W)it (?:now |only |still )*(?:holds|has a capacity of|seats|accommodates|houses) (?:[\w-]+ ){0,3}$"
)
_THEIRS = re.compile(r"\b(?:their|its|his|our|own|home|stand|club's)\b")


class OwnersAtMatches:
    """Answers for one story; `side` finds the side that is spoken of."""

    def __init__(self, subjects: Subjects, scope: Scope, side: Reader) -> None:
        self.subjects = subjects
        self.scope = scope
        self.state = subjects.state
        self.lower = subjects.state.text.lower
        self._side = side

    def home(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        home = self.subjects.home(sentence, tokens[at].start)
        return None if home is None else Whose(home)

    def crowd(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "We had 214 in": whose the crowd is; else the home side's."""
        if at and any(t.kind == "WE" for t in tokens[max(0, at - 4) : at]):
            return self._side(sentence, tokens, at, end)
        return self.home(sentence, tokens, at, end)

    def travelling(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "the 600 Preston fans": whose name stands before the noun; else who "their side" is, else the visitors."""
        named = next((t for t in tokens[at + 1 :] if t.start < end and t.kind in SIDES), None)
        if named is not None:
            team = self.state.side(named, sentence)
            return None if team is None else Whose(team)
        hosts = self.subjects.hosts
        away = None if hosts is None else hosts.away(sentence, tokens[at].start)
        if away is not None:
            return Whose(away)
        after = [self.state.side(t, sentence) for t in tokens[at + 1 :] if t.kind in SIDES]
        return Whose(after[0]) if after and after[0] is not None else self._side(sentence, tokens, at, end)

    def match(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        here = list(
            dict.fromkeys(team for t in tokens[:at] if t.kind == "TEAM" and (team := self.state.side(t, sentence)))
        )
        if len(here) == _BOTH:
            return Whose(" v ".join(here))
        hosts = self.subjects.hosts
        told = None if hosts is None else hosts.match_at(sentence, tokens[at].start)
        match = told or self.state.main
        return None if match is None else Whose(f"{match.team_1} v {match.team_2}")

    def ground(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """The ground that is named beside the number; a side's where it has no name."""
        before = self.lower[max(sentence.span.start, tokens[at].start - 60) : tokens[at].start]
        if _NEW.search(before):
            return self._side(sentence, tokens, at, end)
        for token in (*tokens[at + 1 : at + 5], *reversed(tokens[max(0, at - 8) : at])):
            if token.kind == "GROUND":
                return Whose(token.text)
        named = _NAME_AFTER.match(self.state.text.normal, end)
        if named is not None:
            return Whose(named.group(1).strip())
        theirs = _THEIRS.search(before) and not _STANDS.search(self.lower, end, end + 25)
        if theirs:
            return self._side(sentence, tokens, at, end)
        return self._ground_before(sentence) if _THE_GROUND.search(before) else None

    def _ground_before(self, sentence: Sentence) -> Whose | None:
        """ "The 12,000-capacity arena": the ground that the sentences before name last."""
        for earlier in reversed(self.state.sentences[max(0, sentence.number - _NEAR) : sentence.number]):
            grounds = [m for m in earlier.mentions if m.kind == "GROUND"]
            if grounds:
                return Whose(grounds[-1].text)
        return None

    def tournament(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        named = of_kinds(tokens, ("COMPETITION",))
        if named:
            nearest = min(named, key=lambda t: abs(t.start - tokens[at].start))
            return Whose(str(nearest.value))
        league = self.scope.league or self.scope.around.competition
        return None if league is None else Whose(league)
