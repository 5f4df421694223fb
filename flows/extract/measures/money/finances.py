"""A club's finances and a player's terms: debts, losses, turnover, prize money, a takeover's price, a release clause.

In: a sum that is no fee, fine, gift or sponsorship. Out: a count in the sum's currency of whoever the cue of
`counted/frames_sums.py` says, and nothing where a condition hangs on it or no word says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.frames_sums import LOOSE, SURE, SumCue
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.measures.counted.whose import Whose
from flows.extract.measures.money.accounts_read import heading_of
from flows.extract.measures.money.clubs_sought import club_beside
from flows.extract.measures.scope import qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_FILLERS = re.compile(
    r"(?:\b(?:an?|the|just|only|around|about|over|more than|less than|under|some|up to|nearly|almost|at least|"
    r"a total of|an estimated|an initial|a further|a reported|a nominal|club-record|a club-record|record|roughly|"
    r"approximately) )+$"
)
WINNERS = re.compile(
    r"\b(?:the |each |every |all )?(?:eventual )?(?:winners?|winning (?:clubs?|sides?|teams?)|losers?|"
    r"losing (?:clubs?|sides?|teams?|finalists)|defeat|victory|beaten finalists|runners-up) (?:[a-z]+ ){1,5}\W?$"
)
_TO_THE_WINNERS = re.compile(
    r"(?: [a-z]+){0,4} (?:to|for) (?:the |each )?(?:eventual |overall )?(?:winners?|winning (?:club|side|team))\b"
)
_OF_EACH = re.compile(r"\b(?:each|every) [£€$]?$")
_SUPPOSED = frozenset({"HYPOTHETICAL", "NEGATION"})
_DOUBTED = frozenset({"if", "unless", "whether", "would", "could", "might", "should"})
_OF_A_CUP = frozenset({"prize money", "from the cup run"})
_OF_A_CLUB = frozenset({"release clause", "invested", "investment", "offered for a takeover"})
_NEEDED = "needed for a takeover"
_STOPS = frozenset({"STOP", "QUOTE", "BUT"})
_BACK, _AHEAD = 90, 48


def finances(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, *, sure: bool = False
) -> Measure | None:
    """What a sum is of a club's finances or a player's terms; only by words that leave no doubt where `sure`."""
    money, lower = tokens[at], owners.lower
    cue = _cue_of(lower, sentence, money, SURE if sure else LOOSE)
    if _OF_EACH.search(lower, max(0, money.start - 12), money.start):
        return None  # "£65 of each £100"
    if sure and (heading := heading_of(lower, sentence, money)) is not None:
        cue = SumCue(heading, "accounts", None, None)
    if cue is None or _supposed(cue, tokens, at):
        return None
    whose = None if cue.unit not in _OF_A_CUP else _of_the_winners(owners, sentence, money)
    whose = whose or owners.of(cue.who, sentence, tokens, at, money.end)
    if whose is None and cue.unit == "release clause":  # "Varga's release clause is £60m"
        his = next((t for t in reversed(tokens[:at]) if t.kind == "PERSON" and t.possessive), None)
        whose = None if his is None else Whose(str(his.value))
    if cue.unit == "compensation" and at > 1 and tokens[at - 2].text.lower() in ("pay", "paid", "paying"):
        paid = owners.state.side(tokens[at - 1], sentence) if tokens[at - 1].kind in SIDES else None
        whose = whose if paid is None else Whose(paid)  # "ordered to pay Rovers £2m in compensation"
    if whose is None:
        return None
    unit = f"{money.value.currency} {cue.unit}"
    amount = float(money.value.amount)
    measure = Measure(money.start, money.end, whose.subject, "other_count", amount, unit, "measure/finances", 0.72)
    measure.other = whose.other
    if whose.other is None and cue.unit in _OF_A_CLUB:
        measure.other = club_beside(owners.subjects, sentence, tokens, at, whose.subject)
    if cue.unit in _OF_A_CUP:
        measure.competition = owners.scope.around.competition
    measure.qualifier = qualifier_of(lower, money)
    return measure


def _of_the_winners(owners: CountedOwners, sentence: Sentence, money: Mention) -> Whose | None:
    """ "The winners will receive £2m", "prize money of £2m to the eventual winners": what the competition pays."""
    competition = owners.scope.around.competition
    if competition is None or not (
        WINNERS.search(owners.lower, max(sentence.span.start, money.start - _BACK), money.start)
        or _TO_THE_WINNERS.match(owners.lower, money.end, sentence.span.end)
    ):
        return None
    return Whose(competition)


def is_explained(lower: str, sentence: Sentence, money: Mention) -> bool:
    """Whether a word beside a sum says what it is of, whosever it may be."""
    return _cue_of(lower, sentence, money, (*SURE, *LOOSE)) is not None


def _cue_of(lower: str, sentence: Sentence, money: Mention, cues: Iterable[SumCue]) -> SumCue | None:
    before = _FILLERS.sub("", lower[max(sentence.span.start, money.start - _BACK) : money.start].rstrip("£€$"))
    after = lower[money.end : money.end + _AHEAD]
    return next((c for c in cues if _fits(c, before, after)), None)


def _fits(cue: SumCue, before: str, after: str) -> bool:
    if cue.before is not None and cue.before.search(before) is None:
        return False
    return cue.after is None or cue.after.match(after) is not None


def _supposed(cue: SumCue, tokens: list[Mention], at: int) -> bool:
    for token in reversed(tokens[max(0, at - 9) : at]):
        if token.kind in _STOPS:
            return False
        doubted = token.text.lower() in _DOUBTED and cue.unit != _NEEDED  # "it would take £4m to stage a takeover"
        if doubted or (not cue.plans and token.kind in _SUPPOSED):
            return True
    return False
