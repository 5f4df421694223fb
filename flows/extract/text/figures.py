"""Figures written in digits or number words: scores, seasons, ages, money, ordinals, counts.

Each is a mention with its value. A figure's meaning is settled later, by the frames that use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_UNITS = {
    w: i
    for i, w in enumerate(
        [
            "nil",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ]
    )
} | {"zero": 0}
_SMALL = "|".join(sorted(_UNITS, key=len, reverse=True))
LONGEST = 20  # characters; a longer run of digits is a code and counts nothing
_PARTS = {"\u00bc": 0.25, "\u00bd": 0.5, "\u00be": 0.75}
_DIGITS = re.compile(r"\d[\d.,]*")
_SCORE = re.compile(r"(\d{1,2}) ?- ?(\d{1,2})(?![\d/]|-\d|[.,]\d|-?(?:st|nd|rd|th)\b| ?%|-year|-minute|-man\b)")
_COLON_SCORE = re.compile(r"(\d{1,2}):(\d)(?![\d:]|[.,]\d)")
_NIL = re.compile(r"(\d{1,2})[ -](nil|zip)\b")
_GOALS_TO = re.compile(rf"(\d{{1,2}}|{_SMALL}|\ba(?: single)?)[ -]goals? to (\d{{1,2}}|{_SMALL}|none|nil)\b(?!-)")
_GOALLESS = re.compile(
    r"\b(?:goal|score)less(?= (?:home |away |first-leg )?(?:draw|stalemate|tie|deadlock)s?\b)|"
    r"(?:\b(?:finish(?:ed|es)|end(?:ed|s)|drew|it was|draw) )(?P<word>(?:goal|score)less)\b"
    r"(?! at (?:half|the)| after (?:\d+|\w+) minutes| until)"
)
_APIECE = re.compile(
    rf"\b(?:drew|drawn|drawing|finish(?:ed|es)?|end(?:ed|s)?|level at|tied at|it was) (?P<goals>\d|{_SMALL}) "
    r"(?:apiece|each)\b"
)
_ODD_GOAL = re.compile(rf"\bthe odd goal in (\d|{_SMALL})\b")
_SEASON = re.compile(r"((?:19|20)\d\d)[-/](\d\d(?:\d\d)?)(?![\d/-])")
_AGE = re.compile(r"[- ]?years?[- ]olds?\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_SCALE = re.compile(r" ?(million|billion|thousand|crore|lakh|bn|mn|m|k)\b", re.IGNORECASE)
_SCALES = {
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "thousand": 1e3,
    "crore": 1e7,
    "lakh": 1e5,
    "k": 1e3,
}
_CURRENCY = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY"}
_CODES = frozenset("CHF EUR GBP USD AUD CAD JPY SEK NOK DKK PLN CZK HUF ZAR NGN INR BRL CNY AED SAR".split())
_CODE = 3  # letters
_LOCAL = {"r": "ZAR", "ksh": "KES", "rs": "INR", "₹": "INR", "₦": "NGN", "tsh": "TZS", "gh₵": "GHS"}
_LOCAL_SIGN = re.compile(r"(?<![A-Za-z])(R|K[Ss]h|Rs|₹|₦|TSh|GH₵)\.? ?$")
_WORD_CURRENCY = {code.lower(): code for code in _CODES} | {
    "euro": "EUR",
    "pound": "GBP",
    "dollar": "USD",
    "us dollar": "USD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD",
    "swiss franc": "CHF",
    "franc": "CHF",
    "yen": "JPY",
    "yuan": "CNY",
    "rand": "ZAR",
    "naira": "NGN",
    "kronor": "SEK",
    "kroner": "NOK",
    "rouble": "RUB",
    "rupee": "INR",
    "reai": "BRL",
    "zloty": "PLN",
    "dirham": "AED",
    "riyal": "SAR",
    "forint": "HUF",
    "shekel": "ILS",
    "lira": "TRY",
    "baht": "THB",
    "ringgit": "MYR",
}
_WORD_MONEY = re.compile(rf"[ -]?({'|'.join(f'{c}s?' for c in sorted(_WORD_CURRENCY, key=len, reverse=True))})\b")
_WON = re.compile(r" won\b")
_WORD_SCORE_END = re.compile(rf"-({_SMALL}|all)\b(?!-)")
_WORD_SCORE_START = re.compile(rf"\b({_SMALL})$")
_FEET = re.compile(r"(\d)ft(?: ?(\d{1,2})in)?")


class Figure(NamedTuple):
    """A figure in the normal text: kind and value as for a mention."""

    start: int
    end: int
    kind: str
    value: Any


class Money(NamedTuple):
    """An amount in units of a currency (ISO 4217)."""

    amount: float
    currency: str


class Season(NamedTuple):
    """A season written out ('2019-20'), or how many seasons from the story's own (-1: last season)."""

    name: str | None
    offset: int | None


def find(normal: str, lower: str) -> list[Figure]:
    """All figures in digits, and scores and ages in words, in order of their start."""
    figures = list(_word_scores(lower))
    position = 0
    in_words = iter([*figures])
    told = next(in_words, None)
    for match in _DIGITS.finditer(normal):
        if match.start() < position:
            continue
        while told is not None and told.end <= match.start():
            told = next(in_words, None)
        if told is not None and told.start <= match.start():
            position = told.end
            continue
        if len(match.group()) > LONGEST:
            position = match.end()
            continue
        figure = _figure(normal, lower, match)
        position = figure.end
        figures.append(figure)
    return figures


def _word_scores(lower: str) -> list[Figure]:
    """ "two-one", "one-all", "three goals to one", "the odd goal in five", "a goalless draw"."""
    found = [*_hyphened_scores(lower)]
    if "goals to " in lower or "goal to " in lower:
        for told in _GOALS_TO.finditer(lower):
            found.append(Figure(*told.span(), "SCORE", (_goals(told.group(1)), _goals(told.group(2)))))
    if "odd goal in" in lower:
        for told in _ODD_GOAL.finditer(lower):
            goals = _goals(told.group(1))
            if goals % 2:
                found.append(Figure(*told.span(), "SCORE", (goals // 2 + 1, goals // 2)))
    if " apiece" in lower or " each" in lower:
        for told in _APIECE.finditer(lower):
            goals = _goals(told["goals"])
            found.append(Figure(told.start("goals"), told.end(), "SCORE", (goals, goals)))
    if "less" in lower:
        for told in _GOALLESS.finditer(lower):
            found.append(Figure(*told.span("word" if told["word"] else 0), "SCORE", (0, 0)))
    return sorted(found)


def _goals(word: str) -> int:
    return int(word) if word.isdigit() else 1 if word.startswith("a") else _UNITS.get(word, 0)


def _hyphened_scores(lower: str) -> Iterator[Figure]:
    """ "two-one", "one-all"."""
    for end in _WORD_SCORE_END.finditer(lower):
        start = _WORD_SCORE_START.search(lower, max(0, end.start() - 9), end.start())
        if start:
            first = _UNITS[start.group(1)]
            second = first if end.group(1) == "all" else _UNITS[end.group(1)]
            yield Figure(start.start(), end.end(), "SCORE", (first, second))


def _figure(normal: str, lower: str, match: re.Match[str]) -> Figure:
    start = match.start()
    before = normal[start - 1] if start else " "
    if season := _SEASON.match(normal, start):
        return Figure(start, season.end(), "SEASON", Season(season_name(season.group(1), season.group(2)), None))
    if before not in "-/." and not before.isalnum() and (score := _SCORE.match(normal, start)):
        return Figure(start, score.end(), "SCORE", (int(score.group(1)), int(score.group(2))))
    if before not in "-/.:" and not before.isalnum():
        if colon := _COLON_SCORE.match(normal, start):
            return Figure(start, colon.end(), "SCORE", (int(colon.group(1)), int(colon.group(2))))
        if nil := _NIL.match(lower, start):
            return Figure(start, nil.end(), "SCORE", (int(nil.group(1)), 0))
    digits = match.group().rstrip(".,")
    end = start + len(digits)
    value = _amount(digits)
    if normal.startswith(" 1/2 ", end):
        value, end = value + 0.5, end + 4
    if normal[end : end + 1] in _PARTS:
        value, end = value + _PARTS[normal[end]], end + 1
    if before in _CURRENCY or (before == " " and start > 1 and normal[start - 2] in _CURRENCY):
        return _money(lower, start, end, value, _CURRENCY[normal[start - (1 if before in _CURRENCY else 2)]])
    code = start - _CODE - (before == " ")
    if code >= 0 and normal[code : code + _CODE] in _CODES and not normal[max(0, code - 1) : code].isalnum():
        return _money(lower, start, end, value, normal[code : code + _CODE])
    if local := _local_money(normal, lower, start, end):
        return _money(lower, start, end, value, local)
    if old := _AGE.match(lower, end):
        return Figure(start, old.end(), "AGE", value)
    if feet := _FEET.match(lower, start):
        return Figure(start, feet.end(), "MEASURED", int(feet.group(1)) * 12 + int(feet.group(2) or 0))
    if ordinal := _ORDINAL.match(lower, end):
        return Figure(start, ordinal.end(), "ORDINAL", value)
    return _count(lower, start, end, value)


def _local_money(normal: str, lower: str, start: int, end: int) -> str | None:
    """ "R25 million", "KSh45m", "Rs 2 crore": the currency that letters before a number are of."""
    sign = _LOCAL_SIGN.search(normal, max(0, start - 5), start)
    if sign is None or (sign.group(1) == "R" and not _SCALE.match(lower, end)):
        return None
    return _LOCAL[sign.group(1).lower()]


def _count(lower: str, start: int, end: int, value: float) -> Figure:
    scale = _SCALE.match(lower, end)
    if scale and not (scale.group(1) == "m" and scale.group().startswith(" ")):
        value, end = round(value * _SCALES[scale.group(1)], 6), scale.end()
    if money := _WORD_MONEY.match(lower, end):
        return Figure(start, money.end(), "MONEY", Money(value, _WORD_CURRENCY[money.group(1).rstrip("s")]))
    if scale and (won := _WON.match(lower, end)):
        return Figure(start, won.end(), "MONEY", Money(value, "KRW"))
    if lower.startswith("-plus", end):
        end += len("-plus")
    return Figure(start, end, "NUMBER", value)


def money_in_words(lower: str, end: int, value: float) -> tuple[int, Money] | None:
    """Where "five million pounds" ends and what it is, for a number in words that ends at `end`."""
    match = _WORD_MONEY.match(lower, end)
    return None if match is None else (match.end(), Money(value, _WORD_CURRENCY[match.group(1).rstrip("s")]))


def _money(lower: str, start: int, end: int, value: float, currency: str) -> Figure:
    if scale := _SCALE.match(lower, end):
        value, end = round(value * _SCALES[scale.group(1)], 6), scale.end()
    return Figure(start, end, "MONEY", Money(value, currency))


def _amount(digits: str) -> float:
    """1,500 and 1.500.000 are whole numbers, 2.5 is a fraction; what is neither keeps its leading number."""
    groups = re.split(r"[.,]", digits)
    if (
        len(groups) > 1
        and all(len(g) == 3 for g in groups[1:])
        and len(groups[0]) <= 3
        and ("," in digits or len(groups) > 2)
    ):
        return float("".join(groups))
    if len(groups) == 2 and groups[1]:
        return float(f"{groups[0]}.{groups[1]}")
    return float(groups[0])


def season_name(first: str, second: str) -> str:
    """'2019-20' for 2019-20, 2019/20 and 2019-2020."""
    return f"{first}-{second[-2:]}"


def shifted(season: str | None, by: int) -> str | None:
    """'2018-19' for '2019-20' and -1; None stays None."""
    if season is None or by == 0:
        return season
    match = re.match(r"((?:19|20)\d\d)-", season)
    if match is None:
        return None
    first = int(match.group(1)) + by
    return season_name(str(first), str(first + 1))
