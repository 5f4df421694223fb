"""Amounts of money: transfer fees and bids, fines, donations, sponsorship; what no cue explains is none of them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.measures.money.accounts_read import goes_on, heading_of
from flows.extract.measures.money.clubs_sought import for_a_club, is_denied, partner
from flows.extract.measures.money.finances import finances
from flows.extract.measures.money.fines_told import adds_to_a_fine, fined_before, is_a_fine, punished_again
from flows.extract.measures.money.sums_told import SumTold, told_beside
from flows.extract.measures.money.transfers import buyer, moved, new_club
from flows.extract.measures.owners.punished import object_of, punished_on
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.measures.scope import qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_FANTASY = Sought(r"\b(?:fantasy|gameweek|fpl)\b")
_FOR_A_GAME = re.compile(r"m? ?\)")
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
    r"\b(?:deal|transfer|switch|move)(?: for [\w'-]+(?: [\w'-]+)?)? (?:is |was |could be )?"
    r"(?:(?:rumoured|believed|reported|thought|understood|said) to be |reportedly )?worth (?:an? )?(?:\w+ )?[^\w]?$"
)
_RUMOURED = re.compile(
    r"\b(?:deal|fee|switch|move) (?:rumoured|believed|thought|reported|understood|said) to be (?:\w+ ){0,2}[^\w]?$"
)
_AGREED = re.compile(
    r"\b(?:deal|package|transfer|agreement|fee)(?: that (?:could|may|will) be)? (?:worth|of|in the region of|"
    r"(?:believed|thought|understood|reported) to be(?: worth)?|totalling|valued at) (?:\w+ ){0,3}[^\w]?$"
)
_AGREED_WITH = re.compile(r"m? (?:with|from) [\w&' -]{2,40} (?:for|to sign|over|to take|to buy|to bring in) ")
_RISING = re.compile(r"\b(?:rising to|rise to|potentially|plus a further|could reach|climbing to) [^\w]?$")
_JOINED = re.compile(r"[\s,-]*(?:(?:or|to|even|perhaps|maybe|possibly|nearer|closer to|between|as much as|a) ?)*")
_ADDED = re.compile(r"\b(?:plus|rising|rise|with|initial|add-ons|followed by|then|to \S*$)\b|\(")
_A_PAIR = 2
_IN_ALL = re.compile(
    r"\b(?:clubs|teams|players|signings) (?:\w+ )?(?:spend|spent|splash\w*|bought|sold) (?:for )?[^\w]?$"
)
_TOGETHER = re.compile(
    r"\b(?:combined|joint|total) (?:cost|fee|outlay|price|sum) of (?:\w+ )?\W?$|"
    r"\b(?:outlay|spending|spend|expenditure)\b[^.;]{0,24} (?:past|to|over|beyond|above|of|at) (?:\w+ )?\W?$"
)
_RATED = re.compile(r"^-?(?:rated|valued)")
_CLAUSE = re.compile(
    r"\b(?:clause|wage bill|wages|salary|owe|owes|owed|debts?|losses|lost|turnover|receipts)\b[^.]{0,22}$"
)
_IT_COST = re.compile(
    r"\b(?:it|which|this|that|statue|mural|plaque|book|programme)(?: has| had| will| would)? costs? (?:\w+ ){0,2}\W?$"
)
_COSTS = re.compile(r" (?:in |of )?(?:legal |court |prosecution )?costs\b")
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
_THE_CLUB_IS = re.compile(
    r"\bthe club (?:(?:was|were|have|has|had|must|will|also|been|since|later|themselves|itself) )+"
    r"(?:fined|ordered to pay|told to pay|hit with|given|handed|pay|paid)\b"
)
_ON_THE_TABLE = re.compile(
    r"\b(?:their|his|its|'s?) (?:\w+ )?(?:offer|bid|approach) of (?:\w+ )?\W?$|"
    r"\b(?:may|will|set to|expected to|ready to|plans? to|to) (?:launch|make|table|lodge|submit|prepare) "
    r"(?:an? )?(?:\w+ )?\W?$"
)
_SPENT = re.compile(
    r"\b(?:spen(?:t|d|ds|ding)|splash(?:ed|ing)?(?: out)?|lavish(?:ed|ing)|splurg(?:ed|ing)|"
    r"(?:forked|shelled|laid) out|invest(?:ed|ing)|blew|used) (?:[a-z-]+ ){0,4}\W?$"
)
_SPENT_SO_MUCH = re.compile(r"\b(?:spent|splashed out|shelled out|lavished|invested) (?:[a-z-]+ ){0,2}\W?$")
_ON_SOMEBODY = re.compile(r",? (?:plus [^,;.]{2,20} )?(?:on|to|for|in|when)\b")
_SPENT_WITHIN = 60
_ON = re.compile(r" (?:on|in|to (?:sign|buy|land|bring|get)) (?:[\w'-]+ ){0,5}")
_ON_A_CONDITION = re.compile(r"[^.;]*\b(?:if|unless|should) (?:he|she|it|they|the|any|his|found)\b")
_FURTHER = re.compile(r"\b(?:further|another|additional) [£€$]?$")
_ORDERED = frozenset({"ordered", "told", "instructed", "required", "forced", "made"})
_DONE = frozenset({"after", "following", "since", "having"})
_OPENING = 2  # tokens that may stand before a sum which opens its sentence
_TO_SOMEBODY = re.compile(r" to (?:an?|the|his|her|local) (?!fa\b|football|league)")
_IF = frozenset(
    {"if", "would", "could", "should", "might", "whether", "unless", "wouldn't", "couldn't", "can", "may", "any"}
)


def amounts(owners: CountedOwners, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """Amounts told in a sentence."""
    found: list[Measure] = []
    subjects = owners.subjects
    for at, token in enumerate(tokens):
        if token.kind != "MONEY":
            continue
        lower = subjects.state.text.lower
        if _ranged(tokens, at, lower) and heading_of(lower, sentence, token) is None:
            continue
        if found and found[-1].rule == "measure/finances" and goes_on(lower, found[-1].end, token):
            value = float(token.value.amount)
            found.append(replace(found[-1], start=token.start, end=token.end, value=value, season=None))
            continue
        if _is_converted(tokens, at) and not (found and found[-1].metric == "fine"):
            continue
        if is_denied(subjects, sentence, token.start) or _is_a_fantasy_price(subjects.state.text.lower, token):
            continue
        measure = for_a_club(subjects, sentence, tokens, at) or finances(owners, sentence, tokens, at, sure=True)
        told = _told_beside(subjects, sentence, token) if measure is None else None
        if measure is None and told is None and is_a_fine(subjects, sentence, tokens, at, found):
            told = SumTold("fine")
        metric = (told.metric if told is not None else _metric(subjects, tokens, at)) if measure is None else None
        if metric is not None:
            measure = _amount(owners, sentence, tokens, at, metric, told, found)
        if measure is None and told is None:
            measure = finances(owners, sentence, tokens, at)
        if measure is not None:
            found += [measure, *_fined_as_well(subjects, sentence, tokens, at, measure)]
    return found


def _fined_as_well(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, measure: Measure
) -> list[Measure]:
    """ "Rovers and Town were fined £5,000": the other of two sides that a verb is of."""
    verb = next((i for i in range(at - 1, 3, -1) if tokens[i].kind == "FINE"), 0)
    if measure.metric != "fine" or not verb or [t.kind for t in tokens[verb - 3 : verb]] != ["AND", "TEAM", "STAND"]:
        return []
    side = subjects.state.side(tokens[verb - 4], sentence) if tokens[verb - 4].kind in SIDES else None
    return [] if side in (None, measure.subject) else [replace(measure, subject=str(side))]


def _is_a_fantasy_price(lower: str, token: Mention) -> bool:
    """ "Hale (Rovers, £7.8m)" among tips for a fantasy game: what he costs there."""
    bracketed = lower.startswith(")", token.end) or _FOR_A_GAME.match(lower, token.end) is not None
    return bracketed and _FANTASY.search(lower, 0, len(lower)) is not None


def _told_beside(subjects: Subjects, sentence: Sentence, token: Mention) -> SumTold | None:
    """What the words beside a sum say it is; a sum spent on somebody is his price."""
    if _SPENT.search(subjects.state.text.lower, max(sentence.span.start, token.start - _SPENT_WITHIN), token.start):
        behind = (t for t in sentence.mentions if t.start > token.end and t.kind in ("PERSON", "COMMA", "STOP"))
        spent_on = next(behind, None)
        if spent_on is not None and _ON.fullmatch(subjects.state.text.lower, token.end, spent_on.start):
            return SumTold("transfer_fee")
    return told_beside(subjects.state.text.normal, sentence.span.start, token.start, token.end, sentence.span.end)


def _ranged(tokens: list[Mention], at: int, lower: str) -> bool:
    """ "£30m, £40m or £50m": sums for the sake of argument."""
    near = tokens[max(0, at - 2) : at + 3]
    sums = [t for t in near if t.kind == "MONEY"]
    if len(sums) < _A_PAIR or any(t.kind == "AND" for t in near):
        return False
    before, between = (
        lower[max(0, sums[0].start - 8) : sums[0].start].rstrip("£€$"),
        lower[sums[0].end : sums[-1].start].rstrip("£€$"),
    )
    if before.endswith((" by ", " up ", " down ", " from ")) and between == " to ":
        return False  # "went up by £4m to £31m"
    return not _ADDED.search(lower, sums[0].end, sums[-1].start) and _JOINED.fullmatch(between) is not None


def _is_converted(tokens: list[Mention], at: int) -> bool:
    """ "£10 million ($13 million, 11.4 million euros)": one sum in other money."""
    opened = next((i for i in range(at - 1, 0, -1) if tokens[i].kind not in ("MONEY", "COMMA", "AND")), 0)
    one = tokens[opened - 1]
    return (
        bool(opened)
        and tokens[opened].kind == "OPEN"
        and one.kind == "MONEY"
        and one.value.currency != tokens[at].value.currency
    )


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
    if (
        tokens[at - 1].text.lower() in ("pay", "paying")
        and not _TO_SOMEBODY.match(after)
        and any(t.kind in ("FORBADE", "MISSED", "FINE") or t.text == "out" for t in tokens[:at])
    ):
        return "fine"
    if _IT_COST.search(before_it) or _COSTS.match(after):
        return None
    if any(t.kind == "SPONSOR" or t.text.lower() == "sponsor" for t in tokens):
        return "sponsorship"
    if _IN_ALL.search(before_it) or _TOGETHER.search(before_it):
        return None
    if _SPENT_SO_MUCH.search(before_it) and not _ON_SOMEBODY.match(after):
        return None  # "Rovers, who have splashed out £44m, have been busier"
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
        and (
            any(t.text.lower().startswith(("move", "switch")) for t in tokens[max(0, at - 8) : at])
            or any(t.kind == "SIGNED" for t in _clause(tokens, at))
        )
    ):
        return "transfer_fee"
    if _RISING.search(before):
        return None
    longer = subjects.state.text.lower[max(0, tokens[at].start - 60) : tokens[at].start]
    if (_WORTH.search(before) or _RUMOURED.search(longer)) and any(
        t.kind == "SIGNED" or t.text.lower().startswith("mov") for t in tokens[:at]
    ):
        return "transfer_fee"
    if _AGREED.search(longer) and _AGREED_WITH.match(subjects.state.text.lower, tokens[at].end):
        return "transfer_fee"
    if _MOVE.match(after) and (best is None or best[0] > 2):
        return "transfer_fee"
    return None if best is None else best[1]


def _of_what_is_done(clause: list[Mention], amount: Mention) -> list[Mention]:
    """The end of a clause that "after" or "following" begins: "could make his debut after a £6m move"."""
    begins = [i for i, t in enumerate(clause) if t.start < amount.start and t.text.lower() in _DONE]
    return clause[begins[-1] + 1 :] if begins else clause


def _amount(
    owners: CountedOwners,
    sentence: Sentence,
    tokens: list[Mention],
    at: int,
    metric: str,
    told: SumTold | None,
    here: list[Measure],
) -> Measure | None:
    subjects, clause = owners.subjects, _clause(tokens, at)
    exact = told.qualifier if told is not None else None
    offered = metric == "transfer_bid" and _is_on_the_table(subjects, tokens, at)
    said = _of_what_is_done(clause, tokens[at])
    if exact is None and not offered and any(t.text.lower() in _IF or t.kind == "NEGATION" for t in said):
        return None
    if any(t.kind == "QUALIFIER" and after.kind in _METRICS and t.text != "close to" for t, after in pairwise(clause)):
        return None
    if metric == "fine" and _ON_A_CONDITION.match(subjects.state.text.lower, tokens[at].end, sentence.span.end):
        return None
    owner: tuple[str, Mention | None] | None
    paid_by = None
    if metric == "valuation":
        metric, owner = "transfer_fee", moved(subjects, sentence, tokens, at)
    elif metric in ("transfer_fee", "transfer_bid"):
        owner = moved(subjects, sentence, tokens, at)
        paid_by = buyer(subjects, sentence, tokens, at)
        if paid_by is None and metric == "transfer_fee" and owner is not None:
            paid_by = new_club(subjects, tokens, owner[0])
    elif metric == "sponsorship":
        whose = owners.of("accounts", sentence, tokens, at, tokens[at].end)
        owner = None if whose is None else (whose.subject, None)
        paid_by = None if whose is None else partner(subjects, sentence, tokens[at], whose.subject)
    else:
        fined = _fined(subjects, sentence, tokens, at, here) if metric == "fine" else None
        either = subjects.either(sentence, tokens, at, at)
        owner = fined or (None if either is None or either[1] is None else either[:2])
        if owner is None and _THE_CLUB_IS.search(subjects.state.text.lower, sentence.span.start, tokens[at].start):
            club = subjects.side_before(sentence) or subjects.state.centers.focus
            owner = None if club is None else (club, None)
        owner = (metric == "donation" and _gave_before(subjects, tokens, at)) or owner
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
        other=paid_by,
        qualifier=exact or qualifier_of(subjects.state.text.lower, money),
    )


def _gave_before(subjects: Subjects, tokens: list[Mention], at: int) -> tuple[str, Mention | None] | None:
    """ "A further £10,000 has been donated since": of whom the last donation was told."""
    further = _FURTHER.search(subjects.state.text.lower, max(0, tokens[at].start - 20), tokens[at].start)
    if further is None or at > _OPENING:
        return None
    told = (m.subject for m in reversed(subjects.told) if m.metric == "donation" and m.start < tokens[at].start)
    giver = next(told, None)
    return None if giver is None else (giver, None)


def _is_on_the_table(subjects: Subjects, tokens: list[Mention], at: int) -> bool:
    """ "match Rovers' £6m offer", "would not raise their offer of £4m", "may launch an £8m bid": made or planned."""
    before = tokens[at - 1] if at else None
    if before is not None and before.possessive and before.kind in SIDES:
        return True
    return _ON_THE_TABLE.search(subjects.state.text.lower, max(0, tokens[at].start - 40), tokens[at].start) is not None


def _fined(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, here: list[Measure]
) -> tuple[str, Mention | None] | None:
    """ "fined Rovers £5,000": whom the verb has for its object; "serves a ban for the game with X and pays a £5,000
    fine": who is banned."""
    beside = tokens[at - 1] if at > 1 and tokens[at - 2].kind in ("AND", "COMMA") else None
    if beside is not None and beside.kind in ("TEAM", "NAME", "PERSON") and any(t.kind == "MONEY" for t in tokens[:at]):
        told = beside.value if beside.kind == "PERSON" else subjects.state.side(beside, sentence) or beside.text
        return str(told), beside  # "were fined £5,000 and Rovers £2,000"
    if adds_to_a_fine(subjects.state.text.lower, tokens[at]):
        fined = fined_before(subjects, sentence, tokens[at], here)
        if fined is not None:
            return fined, None
    if (again := punished_again(subjects, sentence, tokens, at)) is not None:
        return again, None
    receiver = punished_on(tokens, at)
    if receiver is not None:
        return str(receiver.value), receiver
    told = object_of(subjects, sentence, tokens, at - 1) if at > 1 and tokens[at - 2].kind == "FINE" else None
    ordered = next((i for i in range(at - 1, 0, -1) if tokens[i - 1].text.lower() in _ORDERED), None)
    if told is None and ordered is not None and "to pay" in subjects.state.text.lower[tokens[ordered].end :][:40]:
        told = object_of(subjects, sentence, tokens, ordered)
    if told is not None:
        return told
    banned = next((i for i in range(at - 1, 0, -1) if tokens[i].kind == "FORBADE"), None)
    return None if banned is None else subjects.people.person(sentence, tokens, banned)


def _clause(tokens: list[Mention], at: int) -> list[Mention]:
    start = at
    while start > 0 and at - start < 14 and tokens[start - 1].kind not in ("COMMA", "STOP", "QUOTE", "BUT"):
        start -= 1
    return tokens[start:at]
