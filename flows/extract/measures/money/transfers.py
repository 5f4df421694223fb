"""Who moved for a sum and who paid it: the player, and the side that bids, buys or has bought.

In: a sentence's tokens and where among them the sum stands. Out: a player with the mention that names him, a side by
name; None where nothing tells.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.matches.meetings.who_may_meet import club_name, is_national
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.sentence import SIDES, Sentence

_NEAR = 5  # tokens
_MEANT = frozenset({"PERSON", "HE", "AGE"})
_MONTHS = frozenset("January February March April May June July August September October November December".split())
_TESTS = re.compile(
    r" (?:will |may |are (?:expected|set|ready) to )?(?:test\w*|tempt\w*|approach\w*) (?:[\w']+ ){1,4}with\b"
)
_PAYS = re.compile(
    r"(?:'ve|'d)? (?:have |has |had |will |may |could |(?:are |is )?(?:set|ready|expected|prepared|willing|due) to )?"
    r"(?:prepar\w+|launch\w*|mak\w+|agreed|struck|reached|completed|clinched|finalised|paid|pay|spent|spend|splashed|made|had|saw|seen|"
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
_ANOTHER_DEAL = re.compile(
    r"[^.;]*?\b(?:and|before|while|then|after|having)\b[^.;]{0,24}?\b(?:bought|buy(?:ing)?|sold|sell(?:ing)?|sign(?:ed|ing)?|"
    r"br(?:ought|inging)|pa(?:id|ying)|spen(?:t|ding)|land(?:ed|ing)|recruit(?:ed|ing)|add(?:ed|ing)|snapp(?:ed|ing))\b"
)
_NO_PLAYER = (" from ", " joined ", " joins ", " joining ", " join ", " to ", " signed for ")


def moved(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> tuple[str, Mention | None] | None:
    """The player a sum is for: named right after, named before as a player, else the one the text speaks of."""
    for token in tokens[at + 1 : at + 8]:
        if token.kind in ("COMMA", "STOP", "BUT") or _another_after(tokens, at, token):
            break
        if token.kind == "PERSON" and not subjects.people.is_coach(str(token.value)):
            if subjects.state.text.lower.endswith(" from ", 0, token.start):
                continue
            if _ANOTHER_DEAL.match(subjects.state.text.lower, tokens[at].end, token.start):
                break  # "sold Pym for £3m and bought Hale for £5m"
            return str(token.value), token
    for token in reversed(tokens[:at]):
        if token.kind != "PERSON" or token.possessive or subjects.people.is_coach(str(token.value)):
            continue
        if not subjects.state.text.lower.endswith(_NO_PLAYER, 0, token.start):
            return str(token.value), token
    he = next((i for i in range(at) if tokens[i].kind == "HE"), None)
    if he is not None:
        return subjects.people.he(sentence, tokens, he)
    if subjects.state.spoken_in_interview(tokens[at].start):
        asked = subjects.state.interviewee
        return None if asked is None else (asked, None)
    moved = [m.subject for m in subjects.told if m.metric in ("transfer_fee", "transfer_bid")]
    if moved and not any(t.kind in _MEANT or (t.kind == "ROLE" and t.value == "player") for t in tokens[:at]):
        return _last_arrival(subjects, sentence) or moved[-1], None
    found = subjects.people.spoken_of(sentence, tokens, at)
    return None if found is None or subjects.people.is_coach(found) else (found, None)


def _another_after(tokens: list[Mention], at: int, person: Mention) -> bool:
    """ "signed Pym for £3m and Hale on loan": the sum is of him who is named before."""
    return tokens[at + 1].kind == "AND" and tokens[at + 2] is person and any(t.kind == "PERSON" for t in tokens[:at])


def _last_arrival(subjects: Subjects, sentence: Sentence) -> str | None:
    """Whom the text went on to since a sum was told last: "..., with X arriving on loan. The loan fee is £100,000"."""
    told = subjects.people.person_before(sentence)
    sums = [m.start for m in subjects.told if m.metric in ("transfer_fee", "transfer_bid")]
    named = [m.start for m in of_kinds(subjects.state.mentions, ("PERSON",)) if m.value == told]
    last = max((start for start in named if start < sentence.span.start), default=0)
    return told if told is not None and last > max(sums) and not subjects.people.is_coach(told) else None


def new_club(subjects: Subjects, tokens: list[Mention], player: str) -> str | None:
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
    own = subjects.club_of(player)
    club = own if own is not None and not is_national(own) else subjects.state.centers.focus
    return None if sells or club in sold_by else club


def buyer(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    """The side that pays, where a verb or a preposition says so: whose relative clause the sum stands in, else the one
    nearest to the sum that no other clause parts from it."""
    told = _told_to_pay(tokens, at)
    if told is None:
        tests = (i for i in range(at - 1, -1, -1) if tokens[i].kind in SIDES)
        told = next((i for i in tests if _TESTS.match(subjects.state.text.lower, tokens[i].end)), None)
    told = _spends_again(tokens, at) if told is None else told
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
            side = subjects.state.side(token, sentence)
            if side is None or not is_national(side):
                return side
    sees = next((i for i in range(at) if tokens[i].text.lower() in ("seeing", "having")), 0)
    opening = next((t for t in tokens[:sees] if t.kind in SIDES), None)
    return None if opening is None else subjects.state.side(opening, sentence)


def _spends_again(tokens: list[Mention], at: int) -> int | None:
    """ "Rovers sold Pym to Town for £3m and spent £5m on Hale": who opens the sentence, as the clause names no side."""
    begins = next((i for i in range(at - 1, 0, -1) if tokens[i].kind in ("AND", "BUT")), 0)
    verb = tokens[begins + 1]
    if not begins or verb.kind != "SPENT" or any(t.kind in SIDES for t in tokens[begins:at]):
        return None
    return 0 if tokens[0].kind in SIDES and not tokens[0].possessive else None


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
    if _REFUSES.match(lower, token.end) or lower.endswith((" from ", " with "), 0, token.start):
        return False
    nearby = {t.kind for t in tokens[i + 1 : i + 7]}
    pays = _PAYS.match(lower, token.end) is not None or bool(nearby & {"SIGNED", "BID"})
    return (token.possessive or pays) and bool(nearby & {"BID", "SIGNED", "MONEY"})
