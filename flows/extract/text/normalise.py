"""Raw text -> the text the engine reads, and the way back to raw offsets.

Accents, curly quotes, dashes and no-break spaces are exchanged one for one, so offsets stay true. Only HTML entities
and combining marks change the length; then a map from normal to raw offsets is kept.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache

from flows import vocabulary
from flows.extract.text.structure import lines_like
from flows.extract.text.wrapped_lines import unwrapped

_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});|[\u0300-\u036f]")
_CAPITALS = re.compile(
    r"^[\"'(]?(?:[A-Z][A-Z'-]{4,}(?= [a-z\d])(?<!CONCACAF)(?<!CONMEBOL)|"
    r"[A-Z][A-Z'-]+(?: [A-Z][A-Z'-]+){1,4}(?= [a-z\d]))",
    re.MULTILINE,
)
_RESULT = re.compile(
    r"^[A-Z][A-Z'&. -]{3,30} (?:\d{1,2}(?:,? [A-Z][A-Z'&. -]{3,30} \d{1,2})?|"
    r"(?:\d{1,2} ?- ?\d{1,2}|V) [A-Z][A-Z'&. -]{3,30})$|"
    r"^[A-Z][A-Z'&. -]{3,30} \d{1,2} ?(?=\([^()\n]{3,200}\))|"
    r"(?<=\) )(?:[a-z]+ ){0,2}[A-Z][A-Z'&. -]{3,30} \d{1,2}(?= ?\(| ?$| (?:at|after|in) )",
    re.MULTILINE,
)
_STUCK_WORDS = re.compile(r"published at \d|(?:Image|Media) (?:source|caption)")
_STUCK = re.compile(
    r"(?<=[a-z.'!?\")])(?:published at \d\d:\d\d(?: \d\d? [A-Z][a-z]+(?: \d{4})?)?|"
    r"(?:Image|Media) (?:source|caption),?(?=[ \n]))"
)
_WORD = re.compile(r"[A-Z][A-Z'-]*")
_FORM_IF = re.compile(r"\b([A-Z][\w-]*[a-z] |)IF\b(?(1)| (?=[A-Z][a-z]))")
_LONG_WORD = re.compile(r"[A-Z][A-Z'-]{3,}|\b(?:NEW|OLD|ALL|RED|BAY|SAN|LOS|LAS|DEL|RIO|ABU|KEY|ELY|RYE|LEE|BOW)\b")
_INITIALS = frozenset(
    "FC AFC AC SC CF FA MK QPR PSG AZ PSV USA UAE UEFA FIFA MLS NWSL WSL EFL FT HT GOAL ET AET II".split()
)
_SMALL = frozenset(
    "HAD HAS HAVE WAS WERE ARE IS WILL AND THE OF TO IN AT ON FOR WITH BY FROM AS AFTER BEAT CAME WON LOST MADE TOOK "
    "WENT PUT THEIR HIS HER THERE IT WHO MAY CAN COULD A AN BUT THAT".split()
)
_EXCHANGED = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"', "\u2033": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ",
    "\u200b": " ", "\ufeff": " ", "\t": " ", "\x0b": " ", "\x0c": " ", "\u00ad": "-",
    "\u00d8": "O", "\u00f8": "o", "\u0142": "l", "\u0141": "L", "\u0111": "d", "\u0110": "D", "\u0131": "i",
    "\u00df": "s", "\u00e6": "a", "\u00c6": "A", "\u0153": "o", "\u0152": "O", "\u00f0": "d", "\u00d0": "D",
    "\u00fe": "t", "\u00de": "T", "\u0127": "h", "\u0126": "H", "\u0167": "t", "\u0166": "T", "\u014b": "n",
    "\u014a": "N", "\u0259": "a", "\u018f": "A", "\u1e9e": "S", "\u02bb": "'", "\u02bc": "'",
}  # fmt: skip


class Text:
    """A raw text with its normal form; `span` turns normal offsets into raw ones."""

    __slots__ = ("_offsets", "lower", "normal", "raw")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.normal, self._offsets = _without_entities(raw) if "&" in raw or not raw.isascii() else (raw, None)
        if not self.normal.isascii() or "\t" in self.normal or "`" in self.normal:
            self.normal = self.normal.translate(_table(frozenset(self.normal)))
        self.normal = _opening_capitals(unwrapped(_unstuck(self.normal)))
        self.lower = _lower(self.normal)

    def opens_sentence(self, at: int) -> bool:
        """Whether a sentence, a line or a quote begins there, so that a capital letter tells nothing."""
        before = self.normal[max(0, at - 2) : at]
        return not before or before[-1] in "\n\"'" or before[0] in ".!?:"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Raw half-open span of a normal one."""
        if self._offsets is None:
            return start, end
        return self._offsets[start], self._offsets[end]

    def printed(self, start: int, end: int) -> str:
        """A normal span as the text prints it, for a name: accents kept, entities read, one space between words."""
        raw_start, raw_end = self.span(start, end)
        printed = " ".join(html.unescape(self.raw[raw_start:raw_end]).split())
        return self.normal[start:end] if printed.isupper() and not self.normal[start:end].isupper() else printed


def _unstuck(text: str) -> str:
    """What a page prints of a picture or a story, stuck to the word before by a crawler, on a line of its own, letter
    for letter: "Hale levelledpublished at 17:25", "Joe HaleImage source, Getty"."""
    if _STUCK_WORDS.search(text) is None:
        return text
    return _STUCK.sub(lambda label: "\n" + " " * (len(label.group()) - 1), text)


def _opening_capitals(text: str) -> str:
    """ "LAGAN CITY moved", "IVO LENART struck", "HARLAND 2 MERROW 1": the first words of a paragraph and the line of a
    result printed in capitals, as names are."""
    if next(lines_like(_RESULT, text), None) is not None:
        text = _RESULT.sub(lambda found: _LONG_WORD.sub(_as_name, found.group()), text)
    if next(lines_like(_CAPITALS, text), None) is None:
        return text
    return _CAPITALS.sub(_as_names, text)


def _as_names(words: re.Match[str]) -> str:
    return words.group() if words.group() in _clubs_in_capitals() else _WORD.sub(_as_name, words.group())


def _as_name(word: re.Match[str]) -> str:
    """LENART -> Lenart, O'NEILL -> O'Neill, LENART'S -> Lenart's; what stands for a longer name stays as it is."""
    text = word.group()
    if text in _INITIALS or text in _clubs_in_capitals():
        return text
    if text in _SMALL:
        return text.lower() if word.start() else text.capitalize()
    name = "-".join(part.capitalize() for part in text.split("-"))
    return name[:2] + name[2:].capitalize() if len(name) > 3 and name[1] == "'" else name


@cache
def _clubs_in_capitals() -> frozenset[str]:
    """Clubs whose name is printed so anywhere: FCSB, ESTAC."""
    return frozenset(form for form in vocabulary.club_names() if form.isupper())


def _without_entities(raw: str) -> tuple[str, list[int] | None]:
    parts: list[str] = []
    offsets: list[int] = []
    position = 0
    for found in _ENTITY.finditer(raw):
        meaning = html.unescape(found.group()) if found.group()[0] == "&" else ""
        if meaning == found.group() or len(meaning) > 1:
            continue
        parts.append(raw[position : found.start()])
        offsets.extend(range(position, found.start()))
        parts.append(meaning)
        offsets.extend([found.start()] * len(meaning))
        position = found.end()
    if not parts:
        return raw, None
    parts.append(raw[position:])
    offsets.extend(range(position, len(raw) + 1))
    return "".join(parts), offsets


@cache
def _base(character: str) -> str:
    """The one plain character that stands for this one: e for an accented e, itself where there is none."""
    if character in _EXCHANGED:
        return _EXCHANGED[character]
    plain = unicodedata.normalize("NFD", character)
    return plain[0] if len(plain) > 1 and unicodedata.combining(plain[1]) else character


def _table(characters: frozenset[str]) -> dict[int, str]:
    return {ord(c): _base(c) for c in characters if not c.isascii() or c in "\t\x0b\x0c`"}


def _lower(text: str) -> str:
    """The text in lower case, letter for letter; the end of "Brondby IF" is no "if"."""
    if "IF" in text:
        text = _FORM_IF.sub(lambda form: form.group().replace("IF", "\u0131f"), text)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
