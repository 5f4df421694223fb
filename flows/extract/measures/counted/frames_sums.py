"""What a sum of money is of, as data: turnover, debts, prize money, a release clause, a stake, weekly wages.

A cue is what ends before the sum (`before`) and what begins behind it (`after`); the first that fits says the unit and
whose the sum is. Fees, bids, fines and gifts are read in `money/reading.py`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_GAP = r"[^.;,]{0,32}"
_ROSE = r"(?: [\w%.'£€$ -]{0,44}?)?"


class SumCue(NamedTuple):
    """`who` is the kind of owner (`owners.py`); `plans` says that a sum still to come counts as well."""

    unit: str
    who: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    plans: bool = False


def _cue(unit: str, who: str, before: str = "", after: str = "", *, plans: bool = False) -> SumCue:
    return SumCue(
        unit,
        who,
        re.compile(rf"(?:{before})$") if before else None,
        re.compile(after) if after else None,
        plans,
    )


SURE: tuple[SumCue, ...] = (
    _cue("loss", "accounts", r"\b(?:lost|losing|loses?) ", r"[ -](?:a|per) (?:day|week|month)\b"),
    _cue("loss", "accounts", r"\b(?:were|was|are|is|left|(?:ended|finished|closed) (?:the |last )?(?:financial )?"
                r"(?:year|season)(?: with)?) (?:[\w'-]+ ){0,3}",
                r"(?: a (?:day|week|month|year))? (?:worse off|down|poorer)\b"),
    _cue("profit", "accounts", r"\b(?:profit|surplus) of "),
    _cue("loans", "person", r"\b(?:lent|lends|lending|loaned|loaning) (?:[\w'-]+ ){1,4}"),
    _cue("player sales", "accounts", "", r"(?: (?:came|was|were|has|had|have)(?: been)?(?: (?:in|raised|made|banked))?"
                r"[^.;]{0,30})? (?:from|on|in|through) (?:sell-?ons?\b|(?:the )?sales? of players|player sales|player "
                r"trading|selling players)"),
    _cue("gate receipts", "accounts", "", r" (?:at|through) the (?:turnstiles|gates?)\b"),
    _cue("gate receipts", "accounts", r"\bturnstiles (?:brought(?: in)?|took|made|yielded) (?:[\w'-]+ ){0,3}"),
    _cue("wages per pound of income", "accounts", r"\bfor (?:every|each) [£€$]\d[\d,]*\b[^.;]{0,60}",
                r" (?:went|was|is|goes|were)\b[^.;]{0,24}\b(?:in|on) (?:wages|players|pay)\b"),
    _cue("wages per pound of income", "accounts", r"\bwages (?:took|swallowed|ate|cost|absorbed) (?:up )?",
                r" (?:of|out of|from|in) (?:each|every)\b"),
    _cue("value", "accounts", r"\b(?:squad|team|club|business|company|franchise|ground|stadium|site) (?:is |was |now )?"
                r"(?:valued|worth|assembled|put together|built) (?:at |for )?"),
    _cue("budget", "accounts", r"\b(?:budget|wage bill) of ", plans=True),
    _cue("loss", "accounts", r"\b(?:loss(?:es)?|deficit)\b[^.;,]{0,24}", r"[ -](?:a|per) (?:day|week|month)\b"),
    _cue("cost", "accounts", r"\b(?:costs?|costing|(?:wage|heating|electricity|energy|electric|gas|water|"
                r"policing) bill)\b[^.;,]{0,32}", r"[ -](?:a|per) (?:day|week|month)\b"),
    _cue("compensation", "person", r"\b(?:(?:tear|tore|torn|rip|ripped)(?: [\w' ]{1,24})? up|terminat\w+|"
                r"cancel\w*|pay(?:ing)?(?: him| her)? (?:up|off)|paid (?:him |her )?(?:up|off))\b[^.;]{0,70}"
                r"\b(?:cost(?:ing)?(?: of| them| the club)?|for|worth|receive[ds]?|of) ", plans=True),
    _cue("per week", "person", "", r"[ -](?:a|per)[ -]week\b(?! [a-z]+ bill)", plans=True),
    _cue("a year or month", "person", r"\b(?:earn\w*|paid|pay|pays|paying|on|salary|"
         r"wages?|contract|terms|deal|pocket\w*|"
        r"want\w*|"
         r"offered|receiv\w+|banks?|takes home)\b[^.;]{0,24}", r"[ -](?:a|per)[ -](?:year|season|month|annum)\b"
         r"(?! (?:[a-z-]+ )?(?:deal|sponsor\w*|contract|kit|shirt|naming|agreement|tv|television|partnership|from|"
         r"in)\b)",
         plans=True),
    _cue("a year or month", "person", r"^(?!.*\b(?:sponsor|shirt|kit|naming|stadium|partner|broadcast|television|"
        r"tv)).*\bworth "
         r"(?:close to |in excess of |upwards of )?", r"[ -](?:a|per)[ -](?:year|month|annum)\b", plans=True),
    _cue("for the ground", "accounts", r"\bs(?:old|ell|elling|ale of) (?:their |its |the )?(?:[\w'-]+ )?(?:ground|"
         r"stadium|training ground|home|car park|land)\b[^.;]{0,70}\bfor ", ""),
    _cue("rent", "accounts", r"\b(?:rent|lease)\b[^.;]{0,20}\b(?:of|is|to|at|for) "),
    _cue("rent", "accounts", r"\b(?:pay|pays|paying|paid|charged) ", r"[ -](?:(?:a|per) (?:year|season|month|week) )?"
         r"(?:in rent|(?:a |per )?(?:year |season |week )?to (?:rent|lease|hire)|rent)\b", plans=True),
    _cue("for a ticket", "home", r"\b(?:tickets?|admission|entry|seats?)\b[^.;]{0,60}\b(?:priced at|priced from|"
        r"priced|cost|"
         r"costs|costing|are|is|from|for|and|at) ", r"(?: (?:for|\(|to) ?(?:adults?|juniors?|children|concessions?|"
         r"under|over|students?|seniors?|kids|everyone|all)\b| on the (?:day|gate|night)|[.,]| and\b)", plans=True),
    _cue("for a ticket", "accounts", r"\b(?:tickets?|admission|entry|seats?|prices|season[- ]tickets?)\b[^.;]{0,40}"
         r"\b(?:go(?:es)?|went|gone|rise|rises|rising|rose|risen|increase[sd]?|jump(?:s|ed)?|start|starts|starting|cut|"
         r"reduced|"
         r"drop(?:s|ped)?|f[ae]ll(?:s|en)?|held|frozen|pegged|range|ranging)\b(?: up| down)?"
         r"(?: from [£€$]?[\d.,]+)? (?:from|to|at) ",
         "", plans=True),
    _cue("release clause", "person", r"\b(?:release|buy-?out) clause\b" + _GAP, plans=True),
    _cue("release clause", "person", "", r"[ -](?:release|buy-?out) clause\b", plans=True),
    _cue("in add-ons", "person", r"", r" (?:in|of) (?:potential |possible |performance-related )?(?:add-ons|"
                r"bonuses|extras)\b", plans=True),
    _cue("prize money", "accounts", r"", r" (?:in|of) prize[ -]money\b| windfall\b| prize money\b| (?:in|"
                r"of) (?:television|TV|tv) (?:money|fees|cash)\b", plans=True),
    _cue("prize money", "accounts", r"\b(?:prize|prize money|winners' cheque|windfall|jackpot) of "),
    _cue("loss", "accounts", r"\b(?:loss(?:es)?|deficit) of (?:just )?"),
    _cue("loss", "accounts", r"\b(?:loss(?:es)?|deficit)\b" + _GAP + r"(?:to|was|were|at|of) "),
    _cue("turnover", "accounts", r"\b(?:turnover|revenues?|income)\b" + _ROSE + r"(?:to|of|was|were|is|at|"
                r"stood at|reached) "),
    _cue("wage bill", "accounts", r"\b(?:wage bill|bill for wages|wages|wage costs|cost of players|"
                r"salary bill|payroll)\b" + _ROSE + r"(?:to|of|was|were|is|at|stood at|hits?|"
                r"reached) (?:a )?(?:[a-z-]+ )?"),
    _cue("wages per pound of income", "accounts", r"\bfor every (?:pound|euro|"
                r"dollar)\b[^.;]{0,60}\b(?:spent|paid out|pay out|spend|spending) "),
    _cue("wages per pound of income", "accounts", r"\b(?:spent|spend|spending|paid out|pay out) ",
                r" (?:on|in) wages for every"),
    _cue("debt", "accounts", r"\b(?:net )?debts?\b" + _GAP),
    _cue("owed", "debtor", r"\bow(?:e[sd]?|ing)\b[^.;]{0,70}", plans=True),
    _cue("gate receipts", "side", r"\b(?:gate receipts|ticket receipts|receipts|takings)\b" + _GAP, plans=True),
    _cue("loans", "side", r"\bloans? of "),
    _cue("paid for the club", "side", r"\b(?:bought|buy|buying|sold|purchased|acquired|takeover of) (?:the|"
                r"a [\w ]+ in the) club\b" + _GAP),
    _cue("asking price for the club", "accounts", r"\b(?:up for sale|on the market)\b(?: for| at|"
         r" with (?:a price tag|an asking price) of)? ", plans=True),
    _cue("takeover", "holder", "", r"[ -](?:takeover|buy-?out)\b"),
    _cue("offered for a takeover", "person", r"\b(?:takeover|take over|buy-?out|buying the club)\b[^.;]{0,70}",
         r"[ -](?:offer|bid|proposal|approach)\b"),
    _cue("needed for a takeover", "accounts", r"\b(?:take|cost|need) ", r" to (?:stage|complete|buy|fund)", plans=True),
    _cue("investment", "either", "", r"[ -](?:investment|injection|rescue package|cash injection)\b"),
    _cue("spent on the squad", "side", r"\b(?:squad|team|side) (?:was|were|that was|"
                r"has been) (?:put together|built|assembled) for "),
    _cue("owed", "accounts", r"\b(?:ordered|told|instructed|agreed|forced) (?:[\w'-]+ ){0,4}to pay ",
                r" (?:in|of) (?:unpaid|outstanding|overdue|owed|back|late|salar|wages|bonus)[a-z]*\b", plans=True),
    _cue("compensation", "person", "", r"(?: in)? (?:compensation|pay-?off|severance|settlement)\b", plans=True),
    _cue("turnover", "accounts", "", r"[ -]turnover\b"),
    _cue("debt", "accounts", "", r"[ -](?:debts?|of debts?)\b| in (?:the red|debt)\b"),
    _cue("loss", "accounts", "", r"[ -](?:loss|deficit|shortfall|hole)\b"),
    _cue("profit", "accounts", "", r"[ -](?:profit|surplus)\b"),
    _cue("wage bill", "accounts", "", r"[ -](?:wage bill|budget)\b"),
    _cue("receipts", "side", "", r" in (?:receipts|gate money|ticket sales|lost income|revenue)\b"),
)  # fmt: skip
LOOSE: tuple[SumCue, ...] = (
    _cue("prize money", "side", r"\b(?:pocket(?:ed|s)?|collect(?:ed|s)?|receives?|received|earns?|earned|"
                r"banked|bank|banking|gets?|netted|scooped?|trouser(?:ed)?) (?:[a-z]+ )?",
         r"(?: and\b| for (?:reaching|winning|getting|tonight|their|beating|progress)| from (?:the|"
                     r"their) (?:cup|run|tie))", plans=True),
    _cue("from the cup run", "side", r"\b(?:cup|final|round|tie|run|draw|progress)\b[^.;]{0,50}\b(?:put|"
                r"earned|worth|brought in|made|netted|generated|earn|bring in) (?:them |him |it |the club |"
                r"us )?", plans=True),
    _cue("loss", "accounts", r"\b(?:lost|losing|lose) ", plans=True),
    _cue("profit", "accounts", r"\bprofits?\b" + _GAP),
    _cue("budget", "side", r"\bbudget\b" + _GAP, plans=True),
    _cue("invested", "either", r"\b(?:put in|put|pumped in|pumped|ploughed in|ploughed|invested|invest|"
                r"injected|sunk|poured) (?:a further |another )?"),
    _cue("for signings", "side", r"\bbacked (?:him|her|them|the manager) with "),
    _cue("spent", "spender", r"\b(?:spent|spend|splashed out|lavished|splurged|forked out|"
                r"outlay of) (?:more than |over |around )?",
         r"(?! (?:on|for) (?:him|her)\b| on (?:a |the )?(?:striker|midfielder|defender|winger|forward|"
                     r"goalkeeper|[A-Z]))"),
    _cue("compensation", "person", r"\b(?:compensation|pay-?off|severance|settlement)\b (?:of|at|to|worth|"
                r"is|was)(?: [\w ]{0,20})?", plans=True),
    _cue("cost", "accounts", r"\b(?:stadium|stand|ground|academy|complex|project|centre|pitch|floodlights|"
                r"redevelopment|work|it)\b[^.;]{0,50}\b(?:cost|costs|costing|cost of|has cost|will cost|"
                r"budgeted at|priced at|estimated at|put at) ", plans=True),
    _cue("cost", "accounts", r"\bcosts? of (?:the |a |its |their )?(?:[\w-]+ ){0,3}(?:has |have |had )?(?:risen|rose|"
                r"gone up|increased|soared|spiralled|climbed) (?:from [^.;]{1,14} )?(?:to|from) ", plans=True),
    _cue("cost", "accounts", "", r"[ -](?:[a-z,-]+ ){0,3}(?:stadium|training (?:ground|complex|centre|base)|stand|"
                r"redevelopment|expansion|development|rebuild|revamp)\b", plans=True),
    _cue("cost", "accounts", r"\bcosts? (?:spiralling|rising|soaring|put|estimated|of [\w ]+?)? ?(?:above|at|to) ",
                plans=True),
    _cue("admission", "accounts", r"\b(?:admission|tickets?|entry)\b[^.;]{0,30}\b(?:to|is|are|cost|costs|"
                r"priced at|at|was) "),
)  # fmt: skip
