"""One pass over a document's normal text: every mention of every kind, none overlapping, in order.

What is longest and most certain is marked first (minutes, dates, scores), then names, then words and number words,
then capitalised names that no vocabulary knows, and punctuation last. Later finders only see what is still free.
"""

from __future__ import annotations

import re
from functools import cache
from operator import attrgetter

from flows.extract.text import calendar_words, figures, lexicon, minutes, name_parts, word_surnames
from flows.extract.text.beside import Before
from flows.extract.text.mentions import Mention
from flows.extract.text.normalise import Text
from flows.extract.text.page import Page
from flows.extract.text.sought import Sought

_PARTICLE = r"(?:de|da|do|dos|das|van|der|den|di|del|della|von|el|al|ter|ten|la|le|bin|ibn|abu|e|y|zu)"
_WORD = r"[A-Z](?:'(?!s\b))?[\w-]*(?:'(?!s\b)\w+)*"
_LEADING = frozenset("van von de der den da dos di del della el al ter bin ibn la".split())
_CAPITALS = re.compile(rf"{_WORD}(?:(?: {_PARTICLE}){{0,2}} (?:[A-Z]\.? )?{_WORD})*")
_PUNCTUATION = re.compile(r"[,;:()\[\]\"-]")
_MARKS = {",": "COMMA", ";": "STOP", ":": "COLON", "(": "OPEN", ")": "CLOSE", "[": "OPEN", "]": "CLOSE", '"': "QUOTE"}
_DETERMINERS = Before(
    r"(?:\b(?:a|an|the|his|her|their|its|this|that|our|first|second|third|\w+[a-z]ing|\w+ous|\w+ful|\w+ble|big|late|"
    r"home|goalless|scoreless|"
    r"away|league|straight|successive|consecutive|only|last|opening|deserved|narrow|heavy|shock|\w+ive|hard-fought|"
    r"slim|"
    r"resounding|final|comfortable|famous|crushing|with|another|no|cup|derby|emphatic|every|crucial|vital|aggregate|"
    r"division|premiership|premier|championship|conference|trophy|liga|bundesliga|serie a|ligue 1|friendly|qualifying|"
    r"group|fourth|fifth|sixth|seventh|eighth|ninth|tenth|first-leg|second-leg|"
    r"extra-time|recent|earlier|previous|penalty|shootout|shoot-out|more|two|three|four|five|six|seven|eight|nine|ten)"
    r"|\d|'s|s') ?",
    16,
)
_CUP = re.compile(r" (?:Super )?(?:League|Cup|Supercup|Trophy|Shield)(?! [A-Z])\b")
_WITHIN = frozenset(f"{letter} " for letter in "abcdefghijklmnopqrstuvwxyz,)")
_SPEAKERS = frozenset({"i", "i'm", "i've", "i'd", "i'll"})
_HUNG_ON = frozenset(
    "based born bound high low best record leading winning chasing owned led trained style like supporting mad wide "
    "made funded".split()
)
_OF_BROADCASTERS = frozenset(
    "Radio Sport Sports Five One Two Three Four News Online Scotland Wales London World TV Television Breakfast Match "
    "Website Northern Look Points Alba Sportsday Sportsweek Asian Director".split()
)
_NAMES_TOO = frozenset({"WIN", "NUMBER"})
_VERBS_TOO = frozenset(
    {"GOAL_VERB", "GOAL_ACT", "GIVE_LEAD", "SHOT_NOUN", "DRAW", "LOSE", "TRAVEL", "FIXTURE", "HYPOTHETICAL"}
)
_NOUNS_FIRST = {"WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN", "GOAL_NOUN", "FIXTURE_NOUN"}
_START = attrgetter("start")
_TENS = {20, 30, 40, 50, 60, 70, 80, 90}


_NUMBERED_ROUND = Sought(
    r"\b(?P<word>last|round of|group|matchday|match day|matchweek|match week|gameweek|game week)[ -](?P<n>\d{1,2})\b"
    r"(?! (?:[a-z-]+ )?(?:games?|matches|meetings|outings|minutes|points|visits|seasons|years|starts|appearances|"
    r"fixtures|days|weeks|months|seconds|goals|trips|tests|encounters|on offer)\b)"
)
_ASIDE = re.compile(
    r"\b(?:swept|sweep(?:s|ing)?|brush(?:ed|es|ing)?|swat(?:s|ted|ting)?|push(?:ed|es|ing)?|cast(?:ing)?|"
    r"shrug(?:ged|ging)?)"
    r"(?= (?!aside\b)[^.,;\n]{2,30} aside\b)"
)
_NOUNS_TOO = frozenset({"shock", "upset", "rout", "stun", "edge", "top", "trounce", "sink", "crush", "surprise"})
_DESCRIBES = re.compile(
    r"\w+-(?:league|man|woman|time|timers?|tier|bottom|top|placed|table|flying|flyers|leading|hit|division|divisioners?|"
    r"ranked|struck|threatened|bound|chasing|held|form|based|born|capped|seeded|seeds?|winning|strapped|ravaged|"
    r"haunted|stricken|mates?|affected|promoted|relegated)|"
    r"strugglers|minnows|newcomers|part-timers|underdogs|visitors|hosts|holders|champions|leaders|neighbours|rivals|"
    r"league|table-toppers|pacesetters|high-flyers|promoted|relegated|struggling|basement|visiting"
)
_LAST_OF_THEIRS = {"last four": 4.0, "last eight": 8.0}
_THEIRS_BEFORE = Before(r"\b(?:his|her|their|its|our|my|your|\w's|s') $", 12)
_PLAYED_AFTER = re.compile(
    r" (?:[a-z-]+ )?(?:games?|matches|meetings|outings|visits|starts|appearances|fixtures|trips|home|away)\b"
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
    for start, end, minute in minutes.find(page.lower):
        page.add("MINUTE", start, end, minute)
    for start, end, day in calendar_words.find(page.lower):
        if not page.lower.startswith("in may", start) or page.normal[start + 3] == "M":
            page.add("DATE", start, end, day)
    for numbered in _NUMBERED_ROUND.finditer(page.lower, 0, len(page.lower)):
        if numbered["word"].startswith((*_DAYS_OF_PLAY, "group")) or int(numbered["n"]) in _LAST:
            page.add("ROUND", numbered.start(), numbered.end(), _round_name(numbered))
    for figure in figures.find(page.normal, page.lower):
        page.add(figure.kind, figure.start, figure.end, figure.value)
    _add_names(page, lexicon.names())
    if " aside" in page.lower:
        for verb in _ASIDE.finditer(page.lower):
            page.add("WIN", *verb.span())
    _add_words(page)
    _add_capitals(page)
    _add_marks(page)
    mentions = _joined_numbers(page)
    name_parts.play(page, mentions)
    return word_surnames.settle(page, name_parts.joined(page, mentions))


def _add_names(page: Page, names: lexicon.Lexicon) -> None:
    for pattern, start, end in page.hits(names.automaton, page.normal):
        kind, value = names.meanings[pattern][0]
        cup = _CUP.match(page.normal, end) if kind == "NATIONALITY" else None
        if cup is None:
            page.add(kind, start, end, value)
        else:
            page.add("COMPETITION", start, cup.end(), page.normal[start : cup.end()])


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


def _add_words(page: Page) -> None:
    words = lexicon.words()
    taken, padded, meanings = page.taken, page.padded, words.meanings
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
                continue
        elif kind in _NAMES_TOO and _in_a_name(page, kind, start, end):
            continue
        if page.normal[start].isupper() and kind in _VERBS_TOO and _is_mans(page, start, end):
            continue
        elif kind == "ROUND" and _of_their_games(page, start, end):
            start, value = start + len("last "), _LAST_OF_THEIRS[page.lower[start:end]]
            kind = "NUMBER"
        page.take(kind, start, end, value)


def _of_their_games(page: Page, start: int, end: int) -> bool:
    """ "their last eight", "the last four matches": games that somebody has played, no round of a cup."""
    if page.lower[start:end] not in _LAST_OF_THEIRS:
        return False
    return _PLAYED_AFTER.match(page.lower, end) is not None or _THEIRS_BEFORE.search(page.lower, start) is not None


def _in_a_name(page: Page, kind: str, start: int, end: int) -> bool:
    """Whether a word is part of a name: a verb that is a surname, "ten" in a Dutch one; a verb that is a noun here."""
    if kind == "WIN" and page.lower[start:end] in _NOUNS_TOO and _DETERMINERS.search(page.lower, start):
        return True
    if kind == "WIN":
        return page.normal[start].isupper() and _is_surname(page, start, end)
    return page.lower.startswith("ten ", start) and _is_dutch(page, start)


def _is_mans(page: Page, start: int, end: int) -> bool:
    """Whether a word of play is a man's name: "Nick Vale", "Max Power"; in a title all words are capitalised."""
    normal = page.normal
    if " " in normal[start:end] or not page.padded[start + 1].islower():
        return False
    before = normal[normal.rfind(" ", 0, max(0, start - 1)) + 1 : start].rstrip()
    if before in lexicon.name_words("FIRST_NAME") and not page.taken[start - 2]:
        return not _in_title(page, start)
    if _is_unknown_first_name(page, before, start, end):
        return not _in_title(page, start)
    named = page.padded[end] == " " and page.padded[end + 1].isupper() and page.padded[end + 2].islower()
    inside = start > 1 and before[-1:].isalpha() and page.padded[start - 1] == " " and not page.taken[end + 1]
    return named and (inside or normal[start:end] in lexicon.name_words("FIRST_NAME")) and not _in_title(page, start)


def _is_unknown_first_name(page: Page, before: str, start: int, end: int) -> bool:
    """ "Inter's Marek Power appeared": a capitalised word that opens no sentence before, and no further one behind."""
    if not (before[:1].isupper() and before[1:].islower()) or page.taken[start - 2] or page.normal[start - 1] != " ":
        return False
    if before.lower() in lexicon.plain_words() or (page.padded[end] == " " and page.padded[end + 1].isupper()):
        return False
    first = start - len(before) - 1
    return first > 1 and page.normal[first - 2 : first] in _WITHIN


def _in_title(page: Page, start: int) -> bool:
    """Whether most long words of the line are capitalised."""
    line = page.normal[page.normal.rfind("\n", 0, start) + 1 : (page.normal.find("\n", start) + 1 or len(page.normal))]
    words = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
    return sum(w[0].isupper() for w in words) > len(words) * 0.7 and len(words) > 3


def _is_surname(page: Page, start: int, end: int) -> bool:
    """Whether a verb is a surname here: "Downing" behind a first name, with nothing else capitalised as in a title."""
    before = page.normal[page.normal.rfind(" ", 0, max(0, start - 1)) + 1 : start].rstrip()
    first_name = before[:1].isupper() and before.isalpha() and not page.taken[start - 2]
    return page.lower.endswith("ing", start, end) and first_name and before.lower() not in lexicon.plain_words()


def _is_dutch(page: Page, start: int) -> bool:
    """Whether "ten" stands between two capitalised words, as in a Dutch name."""
    before = page.normal[page.normal.rfind(" ", 0, start - 1) + 1 : start]
    return page.padded[start + 4].isupper() and before[:1].isupper() and before[1:2].islower()


def _hyphened(lower: str, start: int, end: int) -> bool:
    return (lower.startswith("-", end) and lower[end + 1 : end + 2].isalpha()) or (
        start > 1 and lower[start - 1] == "-" and lower[start - 2].isalpha()
    )


def _choose(page: Page, start: int, meanings: tuple[lexicon.Meaning, ...]) -> lexicon.Meaning:
    """A noun after an article, an adjective, a figure or a possessive; else the meaning listed first."""
    noun, verb = _noun_and_verb(meanings)
    if noun is None or verb is None:
        return meanings[0]
    return noun if _DETERMINERS.search(page.lower, start) else verb


@cache
def _noun_and_verb(meanings: tuple[lexicon.Meaning, ...]) -> tuple[lexicon.Meaning | None, lexicon.Meaning | None]:
    """The first meaning as a noun, and the first as anything else."""
    noun = next((m for m in meanings if m[0] in _NOUNS_FIRST), None)
    return noun, next((m for m in meanings if m[0] not in _NOUNS_FIRST), None)


def _add_capitals(page: Page) -> None:
    """Runs of capitalised words that are still free: people, unknown clubs, institutions."""
    for match in _CAPITALS.finditer(page.normal):
        if page.taken.find(0, *match.span()) < 0:
            continue
        for start, end in _free_pieces(page, *match.span()):
            start, end = (
                _without_openers(page, start, end),
                _without_speaker(page, start, _without_tail(page, start, end)),
            )
            if end - start > 1:
                page.add("NAME", _with_particles(page, start), end)


def _with_particles(page: Page, start: int) -> int:
    """Where a name begins whose first words are small: "van der Horst", "de Souza"."""
    while start > 1 and page.normal[start - 1] == " ":
        space = page.normal.rfind(" ", 0, start - 1)
        word = page.normal[space + 1 : start - 1]
        if word not in _LEADING or page.taken[space + 1]:
            break
        start = space + 1
    return start


def _without_openers(page: Page, start: int, end: int) -> int:
    """Where a name begins once plain words that open the sentence are taken off ("After Gosens", "The")."""
    while start < end:
        space = page.normal.find(" ", start, end)
        word = page.lower[start : end if space < 0 else space]
        opens = word in lexicon.plain_words() or word in _SPEAKERS or _told_to(page, word, space + 1)
        if not opens and not (space > 0 and _DESCRIBES.fullmatch(word)):
            break
        if space > 0 and page.normal[start:space] in lexicon.name_words("FIRST_NAME"):
            break
        start = end if space < 0 else space + 1
    return start


def _told_to(page: Page, word: str, after: int) -> bool:
    """A broadcaster before another name: "he told the BBC Merrow were better", but "BBC Radio"."""
    return word == "bbc" and after > 0 and page.normal[after:].partition(" ")[0] not in _OF_BROADCASTERS


def _without_tail(page: Page, start: int, end: int) -> int:
    """Where a name ends that a word is hung on to ("Merrow-based", "a Merrow League-high")."""
    hyphen = page.normal.rfind("-", start, end)
    return hyphen if hyphen > start and page.normal[hyphen + 1 : end] in _HUNG_ON else end


def _without_speaker(page: Page, start: int, end: int) -> int:
    """Where a name ends that runs into the next words ("John I think")."""
    space = page.normal.rfind(" ", start, end)
    return space if space > start and page.lower[space + 1 : end] in _SPEAKERS else end


def _free_pieces(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    if page.taken.find(1, start, end) < 0 and page.normal[end - 1].isalnum() and not page.padded[start - 1].isalnum():
        return [(start, end)]
    pieces = []
    position = start
    while position < end:
        while position < end and (page.taken[position] or not page.normal[position].isupper()):
            position += 1
        stop = position
        while stop < end and not page.taken[stop]:
            stop += 1
        piece_end = stop
        while piece_end > position and not page.normal[piece_end - 1].isalnum():
            piece_end -= 1
        if piece_end > position and (position == 0 or not page.normal[position - 1].isalnum()):
            pieces.append((position, piece_end))
        position = stop + 1
    return pieces


def _joined_numbers(page: Page) -> list[Mention]:
    """Number words that belong together made one: twenty-one, three hundred, five and a half."""
    ordered = sorted(page.mentions, key=_START)
    joined: list[Mention] = []
    last: Mention | None = None
    numbers = []
    for mention in ordered:
        number = mention.kind == "NUMBER"
        if last is not None and mention.kind == "MULTI" and last.value in _TENS and _touches(page, last, mention):
            mention.end = mention.start + len(mention.text.replace("-", " ").split(" ", 1)[0])
            _join(last, mention, page)
            continue
        if last is not None and (number or mention.kind == "ORDINAL") and _adjoin(page, last, mention):
            _join(last, mention, page)
        else:
            joined.append(mention)
            last = mention if number else None
            if number:
                numbers.append(mention)
    for mention in numbers:
        if mention.kind == "NUMBER" and page.lower.startswith(" and a half", mention.end):
            mention.end += len(" and a half")
            mention.text = page.normal[mention.start : mention.end]
            mention.value += 0.5
        if mention.kind == "NUMBER" and page.normal[mention.start].isalpha():
            _in_money(mention, page)
    return joined


def _in_money(mention: Mention, page: Page) -> None:
    """ "five million pounds" is a sum."""
    told = figures.money_in_words(page.lower, mention.end, mention.value)
    if told is not None:
        mention.kind, mention.end, mention.value = "MONEY", *told
        mention.text = page.normal[mention.start : mention.end]


def _adjoin(page: Page, last: Mention, mention: Mention) -> bool:
    between = page.normal[last.end : mention.start]
    if last.text[0].isdigit() or mention.text[0].isdigit():
        return False
    tens = last.value in _TENS and between in "- " and mention.value < 10
    return tens or (between == " " and mention.value in (100, 1000, 1000000, 1000000000))


def _touches(page: Page, last: Mention, mention: Mention) -> bool:
    """ "twenty-four goals": the "four goals" that seem told belong to the tens before them."""
    return page.normal[last.end : mention.start] in ("-", " ") and mention.text.lower().endswith(" goals")


def _join(last: Mention, mention: Mention, page: Page) -> None:
    last.value = last.value + mention.value if mention.value < 10 else last.value * mention.value
    last.kind = "ORDINAL" if mention.kind == "ORDINAL" else "NUMBER"
    last.end = mention.end
    last.text = page.normal[last.start : last.end]
    last.possessive = mention.possessive
