"""Sums that the words right beside them explain: fees, valuations, fines, gifts, sponsorships.

In: what stands before a sum (without "a reported", "an initial") and behind it. Out: the metric,
            and how exact the sum
is where the words say so ("could rise to"). `reading.py` looks further where nothing here fits.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_FILLERS = re.compile(
    r"(?:\b(?:an?|the|just|only|around|about|over|more than|less than|under|some|nearly|almost|at least|"
    r"an estimated|initial|"
    r"reported|nominal|club-record|club record|record|undisclosed|fee of|fee thought to be|fee believed to be|"
    r"fee understood to be|fee in the region of|in the region of|reportedly|roughly|approximately|british|sum of) )+$"
)
_PLACED = r"(?:[A-Z][\w'&.-]*(?: (?:and |& )?[A-Z][\w'&.-]*){0,3})"
_NOUNS = r"(?:deal|agreement|contract|partnership|sponsorship|tie-up)"


class SumTold(NamedTuple):
    """A metric and, where the words say so, how exact the sum is."""

    metric: str
    qualifier: str | None = None


_CUES: tuple[tuple[SumTold, re.Pattern[str] | None, re.Pattern[str] | None], ...] = tuple(
    (told, re.compile(rf"(?:{before})$") if before else None, re.compile(after) if after else None)
    for told, before, after in (
        (
            SumTold("transfer_fee"),
            r"\b(?:spen[dt]|spending|pay|paid|paying|splash\w*(?: out)?|parted with|(?:forked|shelled) out|lavished) ",
            r" (?:to (?:bring|sign|land|acquire|buy|capture|secure|recruit|lure|prise|take|get)|on (?:signing|buying|"
            r"landing|bringing)) (?!in (?:new|fresh)|players|[a-z]+ (?:players|signings))",
        ),
        (
            SumTold("transfer_fee", "up_to"),
            r"\b(?:fee|package|deal|price|sum|move|switch|transfer)\b[^.;]{0,40}\b(?:could|may|might|can|"
                        r"will) (?:eventually |yet |still )?"
            r"(?:rise|climb|reach|go up|grow|increase|be worth|go|total)(?: as high as)?(?: to)? |"
                        r"\brising to |\bpotentially rising to ",
            r"",
        ),
        (SumTold("sponsorship"), r"", r"[ -]a[ -](?:year|season) (?:shirt|kit|sponsorship|naming|stadium|"
                    r"front-of-shirt|sleeve)\b"),
        (SumTold("sponsorship"), r"", r"[ -](?:shirt|kit|sponsorship|naming[- ]rights) " + _NOUNS),
        (
            SumTold("sponsorship"),
            r"\b(?:sponsor\w*|naming|shirt|kit|sleeve)\b[^.;]{0,80}\b(?:worth|bring in|brings in|paying|"
                        r"pays|pay|earn|earns|for) ",
            r"",
        ),
        (SumTold("sponsorship"), r"\b(?:sponsors|advertisers|backers) (?:put in|paid|pay|contributed|brought(?: in)?|"
                    r"chipped in(?: with)?|gave) ", r""),
        (SumTold("fine"), r"\b(?:ordered to pay|fined|docked|fine of|fines of|fined him|fined her|"
                    r"fined them|hit with) ",
                    r"(?! (?:in|of) (?:unpaid|outstanding|overdue|owed|back|late|compensation|damages|"
                    r"salar|wages|bonus|legal|costs)[a-z]*\b)"),
        (SumTold("fine"), r"", r"(?: (?:\w+ )?)?[ -](?:in )?fines?\b"),
        (
            SumTold("donation"),
            r"",
            r" (?:was|were|has been|have been|will be) (?:handed|given|donated|going|passed) to (?:the |a |"
                        r"local |his |her )?"
            r"(?:[\w'-]+ ){0,3}(?:hospitals?|charit\w+|foundation|hospice|fund|appeal|school|nhs|food bank)",
        ),
        (SumTold("donation"), r"\b(?:donated|donating|donate|donation of|handed over|raised|pledged|gave) ",
                    r"(?: (?:to|for|towards|in aid|via|from|of it)|[.,]|$)"),
        (
            SumTold("valuation"),
            r"\b(?:wants?|valued? (?:him |her |the \w+ )?at|values (?:him |her |the \w+ )?at|asking for|"
                        r"holding out for|hold out for|"
            r"demand(?:ed|ing)?|price tag|price tag of|asking price of|priced at|would want|will want|looking for) ",
            r"(?: (?:for|before|on|by)|[.,]| but| and|$)",
        ),
        (SumTold("valuation"), r"\b(?:would|could|may|might|(?:is|are) (?:expected|likely|set) to) cost "
                    r"(?:\w+ )?", r""),
        (SumTold("valuation"), r"", r"[ -](?:rated|valued)\b"),
        (SumTold("valuation"), r"\bvalued? (?:[a-z'.-]+ ){1,4}at ", r""),
        (SumTold("valuation"), r"\b(?:valued?|values|rated?|rates) [^.;]{3,80}? at (?:closer to |nearer to |nearer |"
                    r"more like |upwards of |in excess of )?", r""),
        (SumTold("transfer_bid"), r"\b(?:turned down|turning down|rejected|rejecting|refused|knocked back|declined|"
                    r"accepted|bid|offered|tabled|lodged) ", r" (?:from|for) "),
        (SumTold("transfer_bid"), r"\b(?:bids?|offers?|approaches)\b[^.;]{0,70}, (?:the|their) (?:first|second|third|"
                    r"fourth|last|latest|most recent|highest|biggest|best|other) (?:of (?:them|which|these) )?"
                    r"(?:was |being )?(?:worth |of |at |for )?", r""),
        (SumTold("transfer_bid"), r"\b(?:offer|offered|bid)\b[^.;]{0,40}\b(?:understood|believed|thought|said) to "
                    r"(?:be|have been) (?:worth )?", r""),
    )
)  # fmt: skip
_VALUED = re.compile(r"\b(?:squad|team|club|business|company|franchise|stake|ground|stadium|site)\b[^.;,]{0,24}$")
_MOVED = re.compile(
    r"\b(?:to|from|joined|joins|join|for|left|"
    rf"joining) (?:the )?{_PLACED},? (?:\w+ \w+ ago )?(?:for|in a deal worth|in a) $"
)
_LISTED = re.compile(rf"\(({_PLACED}), $")


def told_beside(normal: str, start: int, at: int, end: int, until: int) -> SumTold | None:
    """What the words beside a sum at `at` to `end` of a sentence say it is."""
    printed = normal[max(start, at - 110) : at].rstrip("£€$")
    before = _FILLERS.sub("", printed.lower())
    after = normal[end : min(until, end + 70)].lower()
    for told, head, tail in _CUES:
        if told.metric == "valuation" and _VALUED.search(before):
            continue  # "a squad valued at £90m"
        if (head is None or head.search(before)) and (tail is None or tail.match(after)):
            return told
    printed = printed[: len(before)]
    if _MOVED.search(printed) or _LISTED.search(printed):
        return SumTold("transfer_fee")
    return None
