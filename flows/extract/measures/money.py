"""Amounts of money: transfer fees and bids, fines, donations, sponsorship; what no cue explains is none of them."""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.matches.who_may_meet import club_name
from flows.extract.measures.claims import Measure
from flows.extract.measures.counted_owners import CountedOwners
from flows.extract.measures.finances import finances
from flows.extract.measures.scope import qualifier_of
from flows.extract.measures.subjects import Subjects
from flows.extract.measures.sums_told import SumTold, told_beside
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.sentence import SIDES, Sentence

_METRICS = {
    "SPONSOR": "sponsorship",
    "DONATED": "donation",
    "FINE": "fine",
    "BID": "transfer_bid",
    "SIGNED": "transfer_fee",
    "SOLD": "transfer_fee",
    "FEE": "transfer_fee",
}
_MOVE = re.compile(
    r"^-?(?:rated|valued)?\s*(?:\w+ )?(?:move|switch|transfer|buy|capture|signing|deal|striker|midfielder|defender|"
    r"forward|winger|man|swoop|recruit|purchase|fee)\b"
)
_FOR = re.compile(r"\bfor (?:an? )?(?:reported |initial |record |club record )*(?:fee of )?[^\w]?$")
_WORTH = re.compile(
    r"\b(?:deal|transfer|switch|move) (?:reportedly |thought to be |said to be )?worth (?:\w+ )?[^\w]?$"
)
_RUMOURED = re.compile(
    r"\b(?:deal|fee|switch|move) (?:rumoured|believed|thought|reported|understood|said) to be (?:\w+ ){0,2}[^\w]?$"
)
_RISING = re.compile(r"\b(?:rising to|rise to|potentially|plus a further|could reach|climbing to) [^\w]?$")
_ADDED = re.compile(r"\b(?:plus|rising|rise|with|initial|add-ons|followed by|then|to \S*$)\b|\(")
_MEANT = frozenset({"PERSON", "HE", "AGE"})
_A_PAIR, _NEAR = 2, 5
_MONTHS = frozenset("January February March April May June July August September October November December".split())
_TESTS = re.compile(
    r" (?:will |may |are (?:expected|set|ready) to )?(?:test\w*|tempt\w*|approach\w*) (?:[\w']+ ){1,4}with\b"
)
_IN_ALL = re.compile(
    r"\b(?:clubs|teams|players|signings) (?:\w+ )?(?:spend|spent|splash\w*|bought|sold) (?:for )?[^\w]?$"
)
_TOGETHER = re.compile(r"\b(?:combined|joint|total) (?:cost|fee|outlay|price|sum) of (?:\w+ )?\W?$")
_RATED = re.compile(r"^-?(?:rated|valued)")
_CLAUSE = re.compile(
    r"\b(?:clause|wage bill|wages|salary|owe|owes|owed|debts?|losses|lost|turnover|receipts)\b[^.]{0,22}$"
)
_PER = re.compile(r"[ -]an?[ -](?:week|month)|[ -]per[ -](?:week|month)|[ -]of debt")
_CLUB_SALE = frozenset(
    {
        "invest",
        "investment",
        "invested",
        "investor",
        "investors",
        "takeover",
        "stake",
        "shareholding",
        "consortium",
        "loans",
        "shares",
    }
)
_PAYS = re.compile(
    r"(?:'ve|'d)? (?:have |has |had |will |may |could |(?:are |is )?(?:set|ready|expected|prepared|willing|due) to )?"
    r"(?:prepar\w+|launch\w*|mak\w+|agreed|paid|pay|spent|spend|splashed|made|had|saw|seen|"
    r"tabled|submitted|lodged|launched|offered|failed with|bid|put in|forked|bought|signed|"
    r"snapped|landed|captured|want)\b"
)
_REFUSES = re.compile(
    r" (?:have |has |had |will )?(?:rejected|reject|rejects|turned down|turn down|accepted|refused|"
    r"received|knocked back|rebuffed|dismissed|agreed to sell|sold)\b"
)
_BUYS = re.compile(
    r"(?:join|joined|joins|joining|to|sign for|signed for|signing for|bid from|offer from|cost|costing|costs) "
    r"(?:the )?$"
)
_ON_THE_TABLE = re.compile(
    r"\b(?:their|his|its|'s?) (?:\w+ )?(?:offer|bid|approach) of (?:\w+ )?\W?$|"
    r"\b(?:may|will|set to|expected to|ready to|plans? to|to) (?:launch|make|table|lodge|submit|prepare) "
    r"(?:an? )?(?:\w+ )?\W?$"
)
_IF = frozenset(
    {"if", "would", "could", "should", "might", "whether", "unless", "wouldn't", "couldn't", "can", "may", "any"}
)


def amounts(owners: CountedOwners, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """Amounts told in a sentence."""
    found = []
    subjects = owners.subjects
    for at, token in enumerate(tokens):
        if token.kind != "MONEY" or _ranged(tokens, at, subjects.state.text.lower):
            continue
        measure = finances(owners, sentence, tokens, at, sure=True)
        told = _told_beside(subjects, sentence, token) if measure is None else None
        metric = (told.metric if told is not None else _metric(subjects, tokens, at)) if measure is None else None
        if metric is not None:
            measure = _amount(owners, sentence, tokens, at, metric, told)
        elif measure is None:
            measure = finances(owners, sentence, tokens, at)
        if measure is not None:
            found.append(measure)
    return found


def _told_beside(subjects: Subjects, sentence: Sentence, token: Mention) -> SumTold | None:
    return told_beside(subjects.state.text.normal, sentence.span.start, token.start, token.end, sentence.span.end)


def _ranged(tokens: list[Mention], at: int, lower: str) -> bool:
    """ "£30m, £40m or £50m": sums for the sake of argument."""
    near = tokens[max(0, at - 2) : at + 3]
    sums = [t for t in near if t.kind == "MONEY"]
    if len(sums) < _A_PAIR or any(t.kind == "AND" for t in near):
        return False
    return not _ADDED.search(lower, sums[0].end, sums[-1].start)


def _metric(subjects: Subjects, tokens: list[Mention], at: int) -> str | None:
    """What the nearest cue says an amount is; after the amount goes before what stands before it."""
    after = subjects.state.text.lower[tokens[at].end : tokens[at].end + 24]
    before_it = subjects.state.text.lower[max(0, tokens[at].start - 40) : tokens[at].start]
    if (
        _RATED.match(after)
        or _CLAUSE.search(before_it)
        or _PER.match(after)
        or any(t.text.lower() in _CLUB_SALE for t in tokens)
    ):
        return None
    if tokens[at - 1].text.lower() in ("pay", "paying") and any(
        t.kind in ("FORBADE", "MISSED", "FINE") or t.text == "out" for t in tokens[:at]
    ):
        return "fine"
    if any(t.kind == "SPONSOR" or t.text.lower() == "sponsor" for t in tokens):
        return "sponsorship"
    if _IN_ALL.search(before_it) or _TOGETHER.search(before_it):
        return None
    best: tuple[int, str] | None = None
    for i in range(max(0, at - 8), min(len(tokens), at + 5)):
        metric = _METRICS.get(tokens[i].kind)
        if metric is not None:
            distance = (i - at) if i > at else (at - i) + 1
            if best is None or distance < best[0]:
                best = (distance, metric)
    before = subjects.state.text.lower[max(0, tokens[at].start - 24) : tokens[at].start]
    if (
        best is None
        and _FOR.search(before)
        and any(t.text.lower().startswith(("move", "switch")) for t in tokens[max(0, at - 8) : at])
    ):
        return "transfer_fee"
    if _RISING.search(before):
        return None
    longer = subjects.state.text.lower[max(0, tokens[at].start - 60) : tokens[at].start]
    if (_WORTH.search(before) or _RUMOURED.search(longer)) and any(
        t.kind == "SIGNED" or t.text.lower().startswith("mov") for t in tokens[:at]
    ):
        return "transfer_fee"
    if _MOVE.match(after) and (best is None or best[0] > 2):
        return "transfer_fee"
    return None if best is None else best[1]


def _amount(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, metric: str, told: SumTold | None
) -> Measure | None:
    subjects, clause = owners.subjects, _clause(tokens, at)
    exact = told.qualifier if told is not None else None
    offered = metric == "transfer_bid" and _is_on_the_table(subjects, tokens, at)
    if exact is None and not offered and any(t.text.lower() in _IF or t.kind == "NEGATION" for t in clause):
        return None
    if any(t.kind == "QUALIFIER" and after.kind in _METRICS for t, after in pairwise(clause)):
        return None
    owner: tuple[str, Mention | None] | None
    buyer = None
    if metric == "valuation":
        metric, owner = "transfer_fee", _moved(subjects, sentence, tokens, at)
    elif metric in ("transfer_fee", "transfer_bid"):
        owner = _moved(subjects, sentence, tokens, at)
        buyer = _buyer(subjects, sentence, tokens, at)
        if buyer is None and metric == "transfer_fee" and owner is not None:
            buyer = _new_club(subjects, tokens, owner[0])
    elif metric == "sponsorship":
        whose = owners.of("accounts", sentence, tokens, at, tokens[at].end)
        owner = None if whose is None else (whose.subject, None)
    else:
        fined = _fined(subjects, sentence, tokens, at) if metric == "fine" else None
        either = subjects.either(sentence, tokens, at, at)
        owner = fined or (None if either is None or either[1] is None else either[:2])
    if owner is None:
        return None
    money = tokens[at]
    return Measure(
        money.start,
        money.end,
        owner[0],
        metric,
        float(money.value.amount),
        money.value.currency,
        rule=f"measure/{metric}",
        confidence=0.82,
        other=buyer,
        qualifier=exact or qualifier_of(subjects.state.text.lower, money),
    )


def _is_on_the_table(subjects: Subjects, tokens: list[Mention], at: int) -> bool:
    """ "match Rovers' £6m offer", "would not raise their offer of £4m", "may launch an £8m bid": made or planned."""
    before = tokens[at - 1] if at else None
    if before is not None and before.possessive and before.kind in SIDES:
        return True
    return _ON_THE_TABLE.search(subjects.state.text.lower, max(0, tokens[at].start - 40), tokens[at].start) is not None


def _fined(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> tuple[str, Mention] | None:
    """ "fined Rovers £5,000": whom the verb has for its object."""
    if at < 2 or tokens[at - 2].kind != "FINE":
        return None
    if tokens[at - 1].kind == "PERSON":
        return str(tokens[at - 1].value), tokens[at - 1]
    team = subjects.state.side(tokens[at - 1], sentence) if tokens[at - 1].kind in SIDES else None
    return None if team is None else (team, tokens[at - 1])


def _clause(tokens: list[Mention], at: int) -> list[Mention]:
    start = at
    while start > 0 and at - start < 14 and tokens[start - 1].kind not in ("COMMA", "STOP", "QUOTE", "BUT"):
        start -= 1
    return tokens[start:at]


def _moved(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> tuple[str, Mention | None] | None:
    """The player a sum is for: named right after, named before as a player, else the one the text speaks of."""
    for token in tokens[at + 1 : at + 8]:
        if token.kind in ("COMMA", "STOP", "BUT"):
            break
        if token.kind == "PERSON" and not subjects.people.is_coach(str(token.value)):
            if subjects.state.text.lower.endswith(" from ", 0, token.start):
                continue
            return str(token.value), token
    for token in reversed(tokens[:at]):
        if token.kind != "PERSON" or token.possessive or subjects.people.is_coach(str(token.value)):
            continue
        if not subjects.state.text.lower.endswith(_NO_PLAYER, 0, token.start):
            return str(token.value), token
    he = next((i for i in range(at) if tokens[i].kind == "HE"), None)
    if he is not None:
        return subjects.people.he(sentence, tokens, he)
    moved = [m.subject for m in subjects.told if m.metric in ("transfer_fee", "transfer_bid")]
    if moved and not any(t.kind in _MEANT or (t.kind == "ROLE" and t.value == "player") for t in tokens[:at]):
        return _last_arrival(subjects, sentence) or moved[-1], None
    found = subjects.people.spoken_of(sentence, tokens, at)
    return None if found is None or subjects.people.is_coach(found) else (found, None)


def _last_arrival(subjects: Subjects, sentence: Sentence) -> str | None:
    """Whom the text went on to since a sum was told last: "..., with X arriving on loan. The loan fee is £100,000"."""
    told = subjects.people.person_before(sentence)
    sums = [m.start for m in subjects.told if m.metric in ("transfer_fee", "transfer_bid")]
    named = [m.start for m in of_kinds(subjects.state.mentions, ("PERSON",)) if m.value == told]
    last = max((start for start in named if start < sentence.span.start), default=0)
    return told if told is not None and last > max(sums) and not subjects.people.is_coach(told) else None


_NO_PLAYER = (" from ", " joined ", " joins ", " joining ", " join ", " to ", " signed for ")


def _new_club(subjects: Subjects, tokens: list[Mention], player: str) -> str | None:
    """Who paid where the sentence leaves it out: the club that the player is of, else the story's; not who sold him."""
    sold_by = {
        str(t.value)
        for before, t in pairwise(tokens)
        if t.kind == "TEAM" and before.text.lower() == "from" and not t.possessive
    }
    sells = any(t.kind == "SOLD" for t in tokens)
    at_ground = [t.value[0] for t in tokens if t.kind == "GROUND" and len(t.value) == 1]
    if at_ground and not sells:  # "spent five months at St Andrews following a £2m move from ..."
        return club_name(at_ground[0])
    club = subjects.club_of(player) or subjects.state.centers.focus
    return None if sells or club in sold_by else club


def _buyer(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    """The side that pays, where a verb or a preposition says so: whose relative clause the sum stands in, else the one
    nearest to the sum that no other clause parts from it."""
    told = _told_to_pay(tokens, at)
    if told is None:
        tests = (i for i in range(at - 1, -1, -1) if tokens[i].kind in SIDES)
        told = next((i for i in tests if _TESTS.match(subjects.state.text.lower, tokens[i].end)), None)
    if told is not None:
        return subjects.state.side(tokens[told], sentence)
    for i in sorted(range(len(tokens)), key=lambda i: abs(i - at)):
        token = tokens[i]
        if i > at and any(t.kind == "BUT" for t in tokens[at:i]):
            continue
        if token.kind == "THEY" and _they_pay(subjects, tokens, i, at):
            return subjects.team(tokens, i, sentence)
        bids = token.kind == "NAME" and i + 1 < len(tokens) and tokens[i + 1].kind == "BID" and i < at
        pays = token.kind == "NAME" and i < at and token.text not in _MONTHS and _pays(subjects, tokens, i)
        if token.kind in ("NAME", "PERSON") and (bids or pays or _buys(subjects, tokens, i, at)):
            return subjects.state.text.printed(token.start, token.end)
        if token.kind in SIDES and (_buys(subjects, tokens, i, at) or _pays(subjects, tokens, i)):
            return subjects.state.side(token, sentence)
    sees = next((i for i in range(at) if tokens[i].text.lower() in ("seeing", "having")), 0)
    opening = next((t for t in tokens[:sees] if t.kind in SIDES), None)
    return None if opening is None else subjects.state.side(opening, sentence)


def _told_to_pay(tokens: list[Mention], at: int) -> int | None:
    """ "competition from Rovers, who had a £2m bid turned down": whom the clause with the sum is about."""
    who = next((i for i in range(at - 1, max(1, at - 7), -1) if tokens[i].kind in ("WHO", "STOP", "QUOTE", "BUT")), 0)
    if not who or tokens[who].kind != "WHO" or any(t.kind in SIDES or t.kind == "HE" for t in tokens[who:at]):
        return None
    side = who - 2 if tokens[who - 1].kind == "COMMA" else who - 1
    pays = any(t.kind in ("BID", "SIGNED") for t in tokens[who : at + 3])
    return side if pays and tokens[side].kind in SIDES else None


def _they_pay(subjects: Subjects, tokens: list[Mention], i: int, at: int) -> bool:
    """ "joined them for £2m", "their offer of £4m", "they paid £90,000 for him"."""
    if i and tokens[i - 1].text.lower().startswith("join"):
        return True
    pays = _PAYS.match(subjects.state.text.lower, tokens[i].end) is not None and tokens[i].text.lower() != "their"
    return i < at and (tokens[i + 1].kind == "BID" or (pays and at - i <= _NEAR))


def _buys(subjects: Subjects, tokens: list[Mention], i: int, at: int) -> bool:
    """ "joined X", "a bid from X"."""
    lower, token = subjects.state.text.lower, tokens[i]
    if token.kind in SIDES and _REFUSES.match(lower, token.end):
        return False
    if i > at and lower.endswith(" from ", 0, token.start):
        first = 0 if token.kind in SIDES else at
        return any(t.kind == "BID" for t in tokens[first:i])
    return _BUYS.search(lower[max(0, token.start - 24) : token.start]) is not None


def _pays(subjects: Subjects, tokens: list[Mention], i: int) -> bool:
    """ "X have offered", "X's £2m bid"."""
    lower, token = subjects.state.text.lower, tokens[i]
    if _REFUSES.match(lower, token.end) or lower.endswith(" from ", 0, token.start):
        return False
    nearby = {t.kind for t in tokens[i + 1 : i + 7]}
    pays = _PAYS.match(lower, token.end) is not None or bool(nearby & {"SIGNED", "BID"})
    return (token.possessive or pays) and bool(nearby & {"BID", "SIGNED", "MONEY"})
