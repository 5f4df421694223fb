"""A text whose lines an agency broke at a width -> the same with its paragraphs on one line each, letter for letter.

Such a text has many lines of nearly one length, and most begin in the middle of a sentence. A line break within a
paragraph becomes a blank, so that offsets stay true; one after a full stop or a short line stays.
"""

from __future__ import annotations

_NARROWEST, _WIDEST = 40, 104  # letters of a full line
_FEWEST = 6  # lines
_SHARE = 0.2  # of the lines begin in the middle of a sentence
_ENDS = frozenset(".!?:")
_SLACK = 4
_FEW_LONGER = 10  # one line in so many may be longer
_FULL = 0.65  # of the width: a line that is no headline


def unwrapped(text: str) -> str:
    """The text as it is, or with blanks for the line breaks within its paragraphs."""
    if not _is_wrapped(text):
        return text
    lines = text.splitlines(keepends=True)
    width = sorted(len(line.rstrip()) for line in lines)[-1 - len(lines) // _FEW_LONGER]
    joined = [
        _with_blank(line) if _runs_on(line, following, width) else line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "".join(joined)


def _is_wrapped(text: str) -> bool:
    """Whether no line is long and enough of them begin with a small letter."""
    if text.count("\n") < _FEWEST or any(len(line) > _WIDEST for line in text.split("\n", _FEWEST)[:_FEWEST]):
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    lengths = sorted(map(len, lines))
    longest = lengths[-1 - len(lines) // _FEW_LONGER] if lines else 0  # two columns run into one line here and there
    if not _NARROWEST <= longest <= _WIDEST or len(lines) < _FEWEST:
        return False
    return sum(line[0].islower() for line in lines) >= _SHARE * len(lines)


def _runs_on(line: str, following: str, width: int) -> bool:
    """Whether a line's sentence goes on in the next: its word had no room or is written small, or the line is full."""
    words, ahead = line.rstrip(), following.split(" ", 1)[0].strip()
    if not words or not ahead or words[-1] in _ENDS:
        return False
    return ahead[0].islower() or len(words) + 1 + len(ahead) > width - _SLACK or len(words) > _FULL * width


def _with_blank(line: str) -> str:
    end = len(line.rstrip("\r\n"))
    return line[:end] + " " * (len(line) - end)
