"""A line -> what it is to a story: headline, dateline, byline, footer, rule between stories, caption, or plain text.

News prints these lines the same way everywhere; none of them is told in sentences. A dateline is a date that fills its
line or follows a word such as "published"; "LONDON, March 3 (Agency) -" opens the first sentence instead.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from flows.extract.text import calendar_words

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_DATE = (
    rf"{_WEEKDAY}(?:(?:19|20)\d\d[-/]\d\d?[-/]\d\d?|\d\d?[/.]\d\d?[/.](?:19|20)?\d\d|"
    rf"\d\d?(?:st|nd|rd|th)? (?:of )?{_MONTH},? (?:19|20)\d\d|"
    rf"{_MONTH} \d\d?(?:st|nd|rd|th)?,? (?:19|20)\d\d)"
)
_CLOCK = (
    r"(?:at )?\d\d?[:.]?\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:gmt|utc|bst|cet|cest|est|edt|ist|cat|wat|eat|sast|aest|jst|pst|pdt|et|z)\b)?(?:[+-]\d\d:?\d\d)?"
)
_LABEL = (
    r"(?:(?:date|time)(?: published)?|(?:first |last )?(?:published|posted|updated|modified|created)(?: (?:on|at))?|"
    r"publication date|publish(?:ed)? date|filed)"
)
_WHEN = rf"(?:{_DATE}(?:(?:t|,? |,? ?[|-] ?){_CLOCK})?|{_CLOCK},? (?:on )?{_DATE})"
_GAP = r"(?: ?[|,;./-] ?| )"
_DATED = re.compile(
    rf"(?:{_LABEL} ?:? ?)?(?P<when>{_WHEN})(?:{_GAP}{_LABEL} ?:? ?(?:{_WHEN}|{_CLOCK}))*"
    r"(?: ?\| ?[a-z .'-]{3,40})?\.?",
    re.IGNORECASE,
)
_PLACED = re.compile(rf"[A-Z][\w'. -]{{2,28}}(?:, [A-Z][\w. ]{{2,20}})?(?:, ?| [-|] ?)(?P<when>(?i:{_WHEN}))\.?")
_LED = re.compile(rf"(?:{_LABEL} ?:? ?(?P<labelled>{_WHEN})|(?P<bare>{_WHEN}) ?[|:-](?= ))[ |:-]*", re.IGNORECASE)
# "Author: Valley NewsPublished 22nd Aug 2020", "5 // 20 Jan 2019, 19:12 IST", "17 Jan, 20221 min. read": a date among
# the words of a page, where no sentence and no match is told
_AMONG = re.compile(rf"(?P<when>{_WHEN})(?!\d(?! ?min))", re.IGNORECASE)
_TELLS = re.compile(
    r"\d-\d|\b(?:v|vs|round|cup|league|final|kick-?off|venue|when|born|match(?:day)?|fixtures?|season|until|since|deadline|"
    r"photo|file|getty|on|in|was|were|is|are|will|has|have|expires|contract)\b|(?-i:[.!?] [A-Z])",
    re.IGNORECASE,
)
_TIMED = re.compile(rf"{_LABEL} ?:? ?{_CLOCK}|{_CLOCK} ?(?:gmt|utc|bst|cet|cest)", re.IGNORECASE)
_NAME = r"[A-Z][\w'.-]+(?: (?:[a-z]{2,3} )?[A-Z][\w'.-]*){0,3}"
_BYLINE = re.compile(
    rf"(?:By|BY|Words by|Report by|From) {_NAME}(?:,? and {_NAME})?"
    r"(?:(?:,| in| at| for|/| ?[|-]) ?[A-Z@][\w' .@/-]{1,60})?(?<!\.)"
)
_DATED_BYLINE = re.compile(
    rf"(?i:by) (?P<name>[^|,;]{{3,40}}?)(?: ?[|,;-] ?| )"
    rf"(?:(?i:{_LABEL}) ?:? ?)?(?P<when>(?i:{_WHEN}))(?: ?(?i:{_CLOCK}))?"
)
_AGENCY = re.compile(
    r"(?:(?:[A-Z][A-Z'. -]+[A-Z](?:, [A-Z][A-Za-z]+)?|[A-Z][a-z]+(?: [A-Z][a-z]+)?),? ?)?"
    rf"(?P<when>(?i:{_MONTH} \d\d?|\d\d? {_MONTH})(?:,? (?:19|20)\d\d)?)? ?"
    r"(?P<agency>\([A-Z][\w ./]{1,24}\))? ?-{1,2} (?=[A-Z\"'])"
)
_FOOTER = re.compile(
    r"(?:©|\(c\)|copyright\b).{0,200}|.{0,200}\ball rights reserved\.?|"
    r"\(?(?:additional )?(?:reporting|writing) by .{2,120}|\(?edit(?:ing|ed) by .{2,80}|-?-?ends-?-?",
    re.IGNORECASE,
)
_DATE_LETTERS = frozenset("DdPpUuLlFfTtMmWwSsJjAaOoNn0123456789")

_SPECIAL_LETTERS = frozenset("©(cCaArRwWeE-") | _DATE_LETTERS
_BYLINE_OPENINGS = ("By ", "BY ", "Words by", "Report by", "From ")
_RULE = re.compile(r"[\W_]+")
_RESULT = re.compile(r"[A-Z][\w'.& -]{1,30} \d\d?-\d\d? [A-Z][\w'.& -]{1,30}(?: \(.{2,40}\))?")
# "Orlando 1, Charlotte 0": agencies head the parts of a round-up so, not stories
_PART = re.compile(r"[A-Z][\w'.& -]{1,30} \d\d?, [A-Z][\w'.& -]{1,30} \d\d?(?: \(.{2,40}\))?")
# "Orlando 1 Charlotte 0", "Orlando 1-0 Charlotte (agg: 2-1)": the same above the parts of a list, else above a report
_EITHER = re.compile(
    r"[A-Z][\w'.& -]{1,30} \d\d?(?:-\d\d? [A-Z][\w'.& -]{1,30}| [A-Z][\w'.& -]{1,30} \d\d?)(?: \(.{2,40}\))?"
)
# "3) Hale's return", "Tip No 4: ...", "October 12: Harland 2-2 Brigg": one of several items of one story
_ITEM = re.compile(
    rf"(?:No\.? ?)?\d{{1,2}}(?:[.):] (?=\S)|\.(?=[^\W\d]{{3}}))|"
    rf"(?:{_WEEKDAY}(?:{_MONTH} \d\d?|\d\d?(?:st|nd|rd|th)? {_MONTH}))(?: ?[:-]) ",
    re.IGNORECASE,
)
_ROUND_UP = re.compile(r"\b(?:round-?up|wrap|reports|results|in brief|news in brief|action)\b", re.IGNORECASE)
# "FINN HARPS 2", a line for each side: both stand above the report
_SIDE_LINE = re.compile(r"[A-Z][\w'.& -]{2,30} \d\d?(?: \(.{2,80}\))?")
# "... on Sunday. (AP Photo/Jo Hale)": what stands under a picture
_CAPTION = re.compile(
    r"\((?:[A-Z][\w. ]{0,20} )?(?:Photo|Image|Picture|Pic)s?(?:/|:| by | via ).{2,80}\)$|\(Getty.{2,60}\)$"
)
_CREDIT = 120  # letters
# "Valley League Premier Division", "Harbour Cup 2nd Round": such lines stand above the parts of a round-up
_COMPETITION = re.compile(
    r"(?:[A-Z][\w.'&-]* |\d\w* |of |the |and )*"
    r"(?:(?:League|Cup|Trophy|Vase|Shield|Plate|Division|Conference|Premiership|Championship|Section|Premier)"
    r"(?: (?:One|Two|Three|North|South|East|West|\d))*|Round|Round Qualifying|Replays?|(?:Quarter|Semi)-?[Ff]inals?)"
)
_PAIRING = re.compile(r" v |^: |^- ")
_VERSUS = re.compile(r"[A-Z][\w'.& -]{1,30} (?:vs?\.?|V) [A-Z][\w'.& -]{1,30}(?: \(.{2,40}\))?")
_LONGEST_QUESTION = 80
_HEADING = re.compile(r"[\"'(]?[A-Z0-9£€$]")
_FIGURE = re.compile(r"\d")
_LONGEST_PART, _MOST_WORDS = 40, 5
LONGEST_PLACED = 60
LONGEST_AMONG = 90
LONGEST_HEADLINE = 140
LONGEST_FOOTER = 230


class Dateline(NamedTuple):
    """Where a dateline stands in its line and the day it names (None where year, month or day is missing)."""

    start: int
    end: int
    day: date | None


_LONGEST_LABEL, _MEN, _MOSTLY = 40, 9, 0.8  # letters; commas in a line-up; share of names with a capital


def is_question(line: str) -> bool:
    """ "Who was the player of the weekend?", alone in its line."""
    return line.endswith("?") and len(line) < _LONGEST_QUESTION and "\n" not in line and ". " not in line


def side_of_lineup(line: str) -> str | None:
    """Whose line-up a line is: "Harland: Beck; Orr, Tor, Vale (Hale 70), ..."; None where it is none."""
    label, colon, men = line.partition(":")
    if not colon or len(label) > _LONGEST_LABEL or men.count(",") + men.count(";") < _MEN:
        return None
    told = [man.strip(" .\n") for man in re.split("[,;]", men)]
    capital = sum(man[:1].isupper() or man[:1].isdecimal() for man in told)
    return label.split("(")[0].strip() if capital >= _MOSTLY * len(told) else None


def is_pairing(line: str) -> bool:
    """ "Harland vs Brigg", with a line below it or none."""
    return _VERSUS.fullmatch(line.partition("\n")[0]) is not None


def kind_of(line: str) -> str:
    """One of dateline, byline, footer, rule, headline, caption, text."""
    if line[-1] == ")" and _CAPTION.search(line, max(0, len(line) - _CREDIT)):
        return "caption"
    if len(line) > LONGEST_FOOTER:
        return "text"
    dated = line[0] in _DATE_LETTERS and _FIGURE.search(line, 0, 48) is not None
    if dated and (led := _LED.match(line)):
        rest = line[led.end() :]
        if not rest:
            return "dateline"
        if not _DATED.fullmatch(line):
            return "headline" if is_headline(rest) else "text"
    if line[0].isupper() and line[-1].isdigit() and _placed(line):
        return "dateline"
    if line[-1] in ".," and line[0] not in _SPECIAL_LETTERS and not line.endswith("eserved."):
        return "text"
    if _FOOTER.fullmatch(line):
        return "footer"
    if len(line) > LONGEST_HEADLINE:
        return "text"
    if dated and (_DATED.fullmatch(line) or _TIMED.fullmatch(line)):
        return "dateline"
    if line.startswith(_BYLINE_OPENINGS) and (_BYLINE.fullmatch(line) or _DATED_BYLINE.fullmatch(line)):
        return "byline"
    if not line[-1].isalnum() and _RULE.fullmatch(line):
        return "rule"
    return "headline" if is_headline(line) else "text"


def is_headline(line: str) -> bool:
    """A short line of at least three words that no full stop ends; pairings ("X v Y") and lists are none."""
    if not 12 <= len(line) <= LONGEST_HEADLINE or not _HEADING.match(line):
        return False
    stripped = line.rstrip("\"')")
    if stripped[-1:] in ".,;:!" or (line[0] == '"' and line.count('"') < 2) or ". " in line.replace("vs. ", ""):
        return False
    if _RESULT.fullmatch(line) or (line.isupper() and _SIDE_LINE.fullmatch(line)):
        return True
    words = line.count(" ") + 1
    return words >= 3 and line.count(",") <= 2 and not _PAIRING.search(line) and any(c.islower() for c in line)


def is_in_capitals(line: str) -> bool:
    """Whether a line is one to five words in capitals, as agencies head the parts of a report: "DOUBLE BLOW"."""
    return len(line) < _LONGEST_PART and line.isupper() and line.count(" ") < _MOST_WORDS and line[-1].isalpha()


def heads_part(line: str) -> bool:
    """Whether a line is a result that heads a part of a round-up: "Orlando 1, Charlotte 0"."""
    return _PART.fullmatch(line) is not None


def names_competition(line: str) -> bool:
    """Whether a line names a competition or a round and nothing else: "Harbour Cup 2nd Round"."""
    return len(line) < LONGEST_PLACED and _COMPETITION.fullmatch(line) is not None


def is_item(line: str) -> bool:
    """Whether a line opens with a number or a day of a list: "3) Hale's return", "October 12: Harland 2-2 Brigg"."""
    return line[0] in _DATE_LETTERS and _ITEM.match(line) is not None


def is_result(line: str) -> bool:
    """Whether a line holds a result and nothing else, with or without a comma or a dash."""
    return _EITHER.fullmatch(line) is not None or heads_part(line)


def names_round_up(line: str) -> bool:
    """Whether a headline says that many matches are told under it: "League Two round-up"."""
    return _ROUND_UP.search(line) is not None


def dateline(line: str) -> Dateline | None:
    """The dateline that fills a line, leads it after a word such as "date", or opens its first sentence."""
    if found := _DATED.fullmatch(line) or _DATED_BYLINE.fullmatch(line):
        start = found.start() if line[:2].lower() != "by" else found.start("when")
        return Dateline(start, found.end(), _day(found.group("when")))
    if line[-1].isdigit() and (found := _placed(line)):
        return Dateline(0, found.end(), _day(found.group("when")))
    if line[0] in _DATE_LETTERS and (found := _LED.match(line)):
        words = found.group("labelled") or found.group("bare")
        return Dateline(0, found.end("labelled" if found.group("labelled") else "bare"), _day(words))
    found = _AGENCY.match(line) if "- " in line else None
    if found and found.group("when"):
        return Dateline(0, len(found.group().rstrip(" -")), _day(found.group("when")))
    return None


def _placed(line: str) -> re.Match[str] | None:
    """ "Carrick, 12 March 2019": a place or a paper and a day, and no match of that day."""
    found = _PLACED.fullmatch(line) if len(line) <= LONGEST_PLACED else None
    return None if found is None or _TELLS.search(line, 0, found.start("when")) else found


def date_among(line: str) -> Dateline | None:
    """The dateline in a line that a page prints around its story, which tells nothing else: names, labels, counts."""
    if len(line) > LONGEST_AMONG or not _FIGURE.search(line):
        return None
    found = _AMONG.search(line)
    if found is None or _TELLS.search(line[: found.start()] + " | " + line[found.end() :].removeprefix(".")):
        return None
    return Dateline(found.start(), found.end(), _day(found.group("when")))


def is_agency_lead(line: str) -> bool:
    """Whether a line opens with a place, a day or an agency, and a dash."""
    found = _AGENCY.match(line) if "- " in line else None
    return found is not None and bool(found.group("when") or found.group("agency"))


_FIGURES = re.compile(r"(\d{1,4})[-/.](\d\d?)[-/.](\d{2,4})")


def _day(words: str) -> date | None:
    if figures := _FIGURES.search(words):
        first, second, third = (int(p) for p in figures.groups())
        if len(figures.group(1)) == 4:
            return _exists(first, second, third)
        year = third if third > 99 else 2000 + third
        return _exists(year, second, first) if second <= 12 else _exists(year, first, second)
    for _, _, day in calendar_words.find(words.lower()):
        if day.iso:
            return day.iso
    return None


def _exists(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
