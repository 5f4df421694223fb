"""One pass over a document's normal text: every mention of every kind, none overlapping, in order.

What is longest and most certain is marked first (minutes, dates, scores), then names, then words and number words,
then capitalised names that no vocabulary knows, and punctuation last. Later finders only see what is still free.
"""

from __future__ import annotations

import re
from functools import cache

from flows import vocabulary
from flows.extract.text import (
    agency_words,
    calendar_words,
    figures,
    lexicon,
    line_names,
    minutes,
    name_parts,
    points_won,
    word_surnames,
)
from flows.extract.text.beside import After, Before
from flows.extract.text.capitals import add_capitals
from flows.extract.text.joined_numbers import joined_numbers
from flows.extract.text.mentions import Mention
from flows.extract.text.normalise import Text
from flows.extract.text.page import Page
from flows.extract.text.sought import Sought
from flows.extract.text.words_in_names import in_a_name, is_mans, is_surname

_PUNCTUATION = re.compile(r"[,;:()\[\]\"-]")
_MARKS = {",": "COMMA", ";": "STOP", ":": "COLON", "(": "OPEN", ")": "CLOSE", "[": "OPEN", "]": "CLOSE", '"': "QUOTE"}
_DETERMINERS = Before(
    r"(?:\b(?:a|an|the|his|her|their|its|this|that|our|first|second|third|\w+[a-z]ing|\w+ous|\w+ful|\w+ble|big|late|"
    r"\w{2,}[a-z]est|worst|best|"
    r"home|goalless|scoreless|"
    r"away|league|straight|successive|consecutive|only|lone|sole|last|opening|deserved|narrow|heavy|shock|\w+ive|hard-fought|"
    r"slim|"
    r"resounding|final|comfortable|famous|crushing|with|another|no|cup|derby|emphatic|every|crucial|vital|aggregate|"
    r"division|premiership|premier|championship|conference|trophy|liga|bundesliga|serie a|ligue 1|friendly|qualifying|"
    r"group|fourth|fifth|sixth|seventh|eighth|ninth|tenth|first-leg|second-leg|"
    r"extra-time|recent|earlier|previous|penalty|shootout|shoot-out|more|two|three|four|five|six|seven|eight|nine|ten)"
    r"|\d|'s|s') ?",
    16,
)
_TO_DEFEAT = Before(
    r"\b(?:(?:slump|crash|slid|slip|fell|fall|succumb|tumbl|plung|condemn|consign|doom|stumbl|collaps|subsid|sank|sink|"
    r"sunk|resign|spiral|drift|limp|plummet|slither|crumbl)[a-z]* (?:down )?to|went down to) $",
    32,
)
_ONLY_DONE = Before(r"\b(?:could|can|would|did|to|they|who|and|but) only $", 12)  # "could only draw"
_CUP = re.compile(r" (?:Super )?(?:League|Cup|Supercup|Trophy|Shield)(?! [A-Z])\b")
_LEAGUE_CUP = re.compile(r" (?:League )?Cup(?! [A-Z])\b")
_TOWN_OR_COUNTY = frozenset({"County", "City", "Town"})
_NAMES_TOO = frozenset({"WIN", "NUMBER"})
_VERBS_TOO = frozenset(
    {"GOAL_VERB", "GOAL_ACT", "GIVE_LEAD", "SHOT_NOUN", "DRAW", "LOSE", "TRAVEL", "FIXTURE", "HYPOTHETICAL"}
)
_NOUNS_FIRST = {"WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN", "GOAL_NOUN", "FIXTURE_NOUN"}


_NUMBERED_ROUND = Sought(
    r"\b(?P<word>last|round of|group|matchday|match day|matchweek|match week|gameweek|game week)[ -](?P<n>\d{1,2})\b"
    r"(?! (?:[a-z-]+ )?(?:games?|matches|meetings|outings|minutes|points|visits|seasons|years|starts|appearances|"
    r"fixtures|days|weeks|months|seconds|goals|trips|tests|encounters|on offer)\b)"
)
_GROUP_A = re.compile(r"\bGroup A\b(?! [a-z]+ (?:of|for)\b)")  # "a" alone is a word too
_ASIDE = re.compile(
    r"\b(?:swept|sweep(?:s|ing)?|brush(?:ed|es|ing)?|swat(?:s|ted|ting)?|push(?:ed|es|ing)?|cast(?:ing)?|"
    r"shrug(?:ged|ging)?)"
    r"(?= (?!aside\b)[^.,;\n]{2,30} aside\b)"
)
_OF_THE_BALL = After(
    r" (?:an?|the|his|her|their|[\w.-]+(?: [\w.-]+){0,2}'s?) (?:[\w.'-]+ ){0,4}?(?:cross(?:es)?|corner|free[- ]kick|"
    r"delivery|pass|centre|ball|cut-?back|flick-on|throw|header|shot|rebound|clearance|knock-?down)\b",
    80,
)
_TO_AN_END = After(
    r" (?:an? (?:[\w-]+ )?(?:end|halt|close|stop|head|conclusion|standstill)|nothing|terms|light|life|blows|rest|pass|"
    r"the (?:boil|rescue|fore)|sleep|pieces)\b",
    32,
)
_STILL = Before(r"\b(?:minutes?|minute|mins|hour|seconds|time|half|left|remaining|still|quarter) to ", 16)
_NOUNS_TOO = frozenset({"shock", "upset", "rout", "stun", "edge", "top", "trounce", "sink", "crush", "surprise"})
_LAST_OF_THEIRS = {"last four": 4.0, "last eight": 8.0}
_THEIRS_BEFORE = Before(r"\b(?:his|her|their|its|our|my|your|\w's|s') $", 12)
_PLAYED_AFTER = re.compile(
    r" (?:[a-z-]+ )?(?:games?|matches|meetings|outings|visits|starts|appearances|fixtures|trips|home|away|encounters|"
    r"years?|months?|weeks?|days?|seasons?|campaigns?|decades?|minutes|hours|goals|points)\b"
)
_LAST = frozenset({4, 8, 12, 16, 24, 32, 64})
_DAYS_OF_PLAY = ("match", "game")


def _round_name(match: re.Match[str]) -> str:
    """ "last 16" for last-16 and round of 16, the quarter-final for the last eight, "matchday 6"."""
    n = int(match.group("n"))
    if match.group("word") == "group":
        return "group stage"
    if match.group("word").startswith(_DAYS_OF_PLAY):
        return f"matchday {n}"
    return {4: "semi-final", 8: "quarter-final"}.get(n, f"last {n}")


def scan(text: Text) -> list[Mention]:
    """All mentions of a document in order of their start."""
    page = Page(text)
    _add_names(page, lexicon.certain_names())
    for start, end, minute in [*minutes.find(page.lower), *minutes.in_brackets(page.normal, page.lower)]:
        page.add("MINUTE", start, end, minute)
    for start, end, nth in minutes.nth_in_brackets(page.lower):
        page.add("NUMBER", start, end, nth)
    for start, end, day in calendar_words.find(page.lower):
        if not page.lower.startswith("in may", start) or page.normal[start + 3] == "M":
            page.add("DATE", start, end, day)
    for numbered in _NUMBERED_ROUND.finditer(page.lower, 0, len(page.lower)):
        if numbered["word"].startswith((*_DAYS_OF_PLAY, "group")) or int(numbered["n"]) in _LAST:
            page.add("ROUND", numbered.start(), numbered.end(), _round_name(numbered))
    for group in _GROUP_A.finditer(page.normal) if "Group A" in page.normal else ():
        page.add("ROUND", *group.span(), "group stage")
    for figure in figures.find(page.normal, page.lower):
        page.add(figure.kind, figure.start, figure.end, figure.value)
    _add_names(page, lexicon.names())
    if " aside" in page.lower:
        for verb in _ASIDE.finditer(page.lower):
            page.add("WIN", *verb.span())
    _add_words(page)
    add_capitals(page)
    _add_marks(page)
    mentions = joined_numbers(page)
    name_parts.play(page, mentions)
    joined = line_names.joined(page, name_parts.joined(page, mentions))
    return points_won.settle(page.lower, agency_words.settle(page, word_surnames.settle(page, joined)))


_HYPHENED = re.compile(r"\b[A-Z][a-z]+-$")


def _add_names(page: Page, names: lexicon.Lexicon) -> None:
    for pattern, start, end in page.hits(names.automaton, page.normal):
        kind, value = names.meanings[pattern][0]
        if (
            kind == "PLACE"
            and start > 1
            and page.normal[start - 1] == "-"
            and _HYPHENED.search(page.normal[:start][-24:])
        ):
            continue  # the end of "Brissen-Loire", a name of its own
        of_place = kind in ("NATIONALITY", "PLACE") or page.normal[start:end] in _TOWN_OR_COUNTY
        beside = _CUP if of_place else _LEAGUE_CUP if value in _leagues() else None
        cup = beside.match(page.normal, end) if beside is not None else None
        if cup is None:
            page.add(kind, start, end, value)
        else:
            page.add("COMPETITION", start, cup.end(), page.normal[start : cup.end()])


@cache
def _leagues() -> frozenset[str]:
    """The leagues known by name, of which "SWPL Cup" and "Premier League Cup" are no names."""
    return frozenset(c.name for c in vocabulary.competitions() if c.kind == "league")


def _add_marks(page: Page) -> None:
    """Stops within the sentence; a hyphen is one where a space stands beside it."""
    normal, padded, taken, mentions = page.normal, page.padded, page.taken, page.mentions
    for found in _PUNCTUATION.finditer(normal):
        start = found.start()
        mark = normal[start]
        if mark == "-":
            if padded[start - 1].isspace() or padded[start + 1].isspace():
                _add_dash(page, start)
        elif not taken[start]:
            possessive = padded.startswith("'s", start + 1)
            mentions.append(Mention(_MARKS[mark], start, start + 1, mark, None, possessive))


def _add_dash(page: Page, start: int) -> None:
    if page.padded[start - 1 : start + 2] == " - ":
        page.add("DASH", start - 1, start + 2)
    else:
        page.add("DASH", start, start + 1)


_RANKED = re.compile(r"-(?:[a-z]{2,}est|most|top|leading|ever)\b")  # "the second-highest scorer"


def _add_words(page: Page) -> None:
    words = lexicon.words()
    taken, padded, meanings = page.taken, page.padded, words.meanings
    normal, lower = page.normal, page.lower
    for pattern, start, end in page.hits(words.automaton, page.lower):
        meant = meanings[pattern]
        if taken[start] or taken[end - 1]:
            shorter = lexicon.without_in(page.lower[start:end]) if not taken[start] and taken[end - 1] else None
            if shorter is None or taken[end - 4]:
                continue
            meant, end = shorter, end - 3
        kind, value = meant[0] if len(meant) == 1 else _choose(page, start, meant)
        if padded[end] == "-" or padded[start - 1] == "-":
            if kind not in lexicon.HYPHENS_ALLOWED and _hyphened(page.lower, start, end):
                nth = page.lower[start:end].rpartition(" ")[2]
                if _RANKED.match(page.lower, end) is None or nth not in lexicon.ordinals():
                    continue
                kind, value, start = "ORDINAL", lexicon.ordinals()[nth], end - len(nth)
        elif kind in _NAMES_TOO and (in_a_name(page, kind, start, end) or _is_noun(page, kind, start, end)):
            continue
        if normal[start] != lower[start] and _is_of_a_man(page, kind, start, end):
            continue
        if kind == "FIXTURE" and page.lower.startswith("met", start) and _OF_THE_BALL.match(page.lower, end):
            continue  # "met a low cross"
        if kind == "TRAVEL" and _TO_AN_END.match(page.lower, end):
            continue  # "the run came to an end as X won"
        if kind == "FIXTURE" and _STILL.search(page.lower, start):
            continue  # "with ten minutes to play"
        elif kind == "ROUND" and _of_their_games(page, start, end):
            start, value = start + len("last "), _LAST_OF_THEIRS[page.lower[start:end]]
            kind = "NUMBER"
        page.take(kind, start, end, value)


def _is_of_a_man(page: Page, kind: str, start: int, end: int) -> bool:
    return is_mans(page, start, end) if kind in _VERBS_TOO else start > 1 and is_surname(page, start, end)


def _is_noun(page: Page, kind: str, start: int, end: int) -> bool:
    """ "the shock of the round", "edged themselves up": no verb of winning behind an article or upon oneself."""
    if kind == "WIN" and page.lower.startswith((" themselves", " itself", " himself", " herself"), end):
        return True
    return kind == "WIN" and page.lower[start:end] in _NOUNS_TOO and _DETERMINERS.search(page.lower, start) is not None


def _of_their_games(page: Page, start: int, end: int) -> bool:
    """ "their last eight", "the last four matches": games that somebody has played, no round of a cup."""
    if page.lower[start:end] not in _LAST_OF_THEIRS:
        return False
    return _PLAYED_AFTER.match(page.lower, end) is not None or _THEIRS_BEFORE.search(page.lower, start) is not None


def _hyphened(lower: str, start: int, end: int) -> bool:
    return (lower.startswith("-", end) and lower[end + 1 : end + 2].isalpha()) or (
        start > 1 and lower[start - 1] == "-" and lower[start - 2].isalpha()
    )


def _choose(page: Page, start: int, meanings: tuple[lexicon.Meaning, ...]) -> lexicon.Meaning:
    """A noun after an article, an adjective, a figure or a possessive; else the meaning listed first."""
    noun, verb = _noun_and_verb(meanings)
    if noun is None or verb is None:
        return meanings[0]
    if noun[0] == "LOSS_NOUN" and _TO_DEFEAT.search(page.lower, start):
        return noun
    return noun if _DETERMINERS.search(page.lower, start) and not _ONLY_DONE.search(page.lower, start) else verb


@cache
def _noun_and_verb(meanings: tuple[lexicon.Meaning, ...]) -> tuple[lexicon.Meaning | None, lexicon.Meaning | None]:
    """The first meaning as a noun, and the first as anything else."""
    noun = next((m for m in meanings if m[0] in _NOUNS_FIRST), None)
    return noun, next((m for m in meanings if m[0] not in _NOUNS_FIRST), None)
