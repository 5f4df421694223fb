"""Whose a sum or a bid is, and with whom: who owes, spends, bids and refuses.

In and out as in `counted_owners`.
"""

from __future__ import annotations

from itertools import pairwise

from flows.extract.measures.counted.whose import Reader, Whose
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence


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

    def _is_player(self, token: Mention) -> bool:
        return token.kind == "PERSON" and not self.lower.endswith((" from ", " by "), 0, token.start)
