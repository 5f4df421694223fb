"""Whose a sum, a bid or a stake is, and with whom: who owes, spends, bids, refuses and holds.

In and out as in `owners`.
"""

from __future__ import annotations

from itertools import pairwise

from flows.extract.matches.meetings.who_may_meet import club_name
from flows.extract.measures.counted.whose import Reader, Whose
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_ARE = frozenset({"was", "were", "is", "are"})
_SHORT = 3  # letters: "GMT" is nobody
_TRUST = Sought(r"(?:fans|supporters)' (?:trust|club|group|society)\b")
_INVESTORS = frozenset({"consortium", "group", "company", "investors", "family", "fund", "businessman", "owners"})


class OwnersOfDeals:
    """Answers for one story; `accounts` finds whose books they are."""

    def __init__(self, subjects: Subjects, accounts: Reader) -> None:
        self.subjects = subjects
        self.state = subjects.state
        self.lower = subjects.state.text.lower
        self._accounts = accounts

    def debtor(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "The club owe X £5m", "owe £2m to X": who owes, and whom."""
        owes = next((i for i in range(at) if tokens[i].text.lower().startswith(("owe", "owing"))), at)
        is_owed = owes < at and tokens[owes].text.lower() == "owed" and tokens[owes - 1].text.lower() in _ARE
        if is_owed and not self.lower.startswith(" by ", tokens[at].end):
            debtor = self.state.centers.topic or self.state.centers.focus
            return None if debtor is None else Whose(debtor)  # "HMRC were owed £62,000"
        near = [t for t in tokens[owes + 1 : at + 5] if t.kind in SIDES and t.kind != "EPITHET"]
        owner = self.subjects.side(sentence, tokens[: owes + 1], owes, owes)
        if owner is None or not any(t.kind in SIDES | {"THEY", "WE"} for t in tokens[:owes]):
            owner = (self.state.centers.focus, None) if self.state.centers.focus is not None else owner
        other = self.state.side(near[-1], sentence) if near else None
        return None if owner is None else Whose(owner[0], other if other != owner[0] else None)

    def spender(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "Premier League clubs spent": the clubs of a league, else the side."""
        for league, clubs in pairwise(tokens[:at]):
            if league.kind == "COMPETITION" and clubs.text.lower() in ("clubs", "sides", "teams"):
                return Whose(str(league.value))
        return self._accounts(sentence, tokens, at, end)

    def bidder(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        owner = self.subjects.side(sentence, tokens, at, at)
        player = next((str(t.value) for t in tokens[at + 1 :] if t.kind == "PERSON"), None)
        player = player or self.subjects.people.spoken_of(sentence, tokens, at)
        return None if owner is None else Whose(owner[0], player)

    def refuser(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "turned down two bids for X from Y": the player's, with who bid."""
        bidder = next(
            (
                self.state.side(t, sentence)
                for t in tokens[at + 1 :]
                if t.kind in SIDES and self.lower.endswith(" from ", 0, t.start)
            ),
            None,
        )
        player = next((str(t.value) for t in tokens[at + 1 : at + 12] if self._is_player(t)), None)
        player = player or self.subjects.people.spoken_of(sentence, tokens, at)
        return None if player is None else Whose(player, bidder)

    def holder(self, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> Whose | None:
        """ "X's 75% share in Rovers", "a consortium bought a 60% stake": who has or buys a part of a club, and of
        which."""
        club = next((t for t in tokens[at + 1 : at + 9] if t.kind in ("TEAM", "EPITHET")), None)
        club = club or next((t for t in reversed(tokens[:at]) if t.kind == "TEAM" and t.possessive), None)
        ground = next((t for t in tokens[at + 1 : at + 6] if t.kind == "GROUND" and len(t.value) == 1), None)
        there = self.state.centers.focus if ground is None else club_name(ground.value[0])
        other = there if club is None else self.state.side(club, sentence)
        before = self.state.sentences[max(0, sentence.number - 1)].span
        opens = before.start if tokens[0].text.lower() in ("its", "their", "they") else sentence.span.start
        trust = _TRUST.search(self.lower, opens, tokens[at].start)
        if trust is not None:
            return Whose(trust.group(), other)
        for i in range(at - 1, -1, -1):
            token = tokens[i]
            if token.kind == "HE" or (token.kind == "PERSON" and not token.compared):
                owner = (
                    self.subjects.people.he(sentence, tokens, i) if token.kind == "HE" else (str(token.value), token)
                )
                return None if owner is None else Whose(owner[0], other)
            if token.kind == "NAME" and len(token.text) > _SHORT and not (i and tokens[i - 1].kind in ("IN", "WITH")):
                return Whose(self.state.text.printed(token.start, token.end), other)
            if token.text.lower() in _INVESTORS:
                return Whose(token.text.lower(), other)
        held_by = next((t for t in tokens[at + 1 : at + 7] if t.kind in ("PERSON", "NAME")), None)
        behind = held_by is not None and self.lower.endswith(" by ", 0, held_by.start)
        if held_by is not None and behind:
            return Whose(str(held_by.value or held_by.text), other)
        owner = self.subjects.people.person(sentence, tokens, at) if at else None
        if owner is not None and owner[0] != other:
            return Whose(owner[0], other)
        return None if other is None else Whose(other)

    def _is_player(self, token: Mention) -> bool:
        return token.kind == "PERSON" and not self.lower.endswith((" from ", " by "), 0, token.start)
