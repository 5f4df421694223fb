"""When in a match: minute expressions of English football prose -> minute of play.

"80th-minute", "after 23 minutes", "15 minutes from time" (75), "six minutes before half-time" (39), "a minute into
the second half" (46), "fifth minute of stoppage time" (95, added 5). Spans of time ("inside 11 minutes") are no
minutes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flows.extract.text.sought import Sought
from flows.extract.text.windows import Windows

_WORDS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "just a": 1, "a couple of": 2}
_ORDINALS = {
    w: i
    for i, w in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
} | {"opening": 1}
_N = r"(?P<n{0}>\d{1,3}|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_O = r"(?P<o{0}>\d{1,3}(?:st|nd|rd|th)|" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + ")"
_END = (
    r"(?:time|the end(?: of (?:normal|regular|ordinary|regulation) time)?|full[- ]time|the final whistle|the whistle|"
    r"the close|(?:normal|regular|ordinary|regulation) time|the finish|the death)"
)
_BREAK = r"(?:half[- ]time|the break|the interval|the half[- ]time (?:break|whistle|interval))"
_RESTART = (
    r"(?:the )?(?:restart|break|interval|half[- ]time|second half|second period|resumption|second-half|turnaround)"
)
_ADDED = r"(?:stoppage|injury|added|additional)[- ]time|time added(?: on)?|stoppages|overtime"
_MIN = r"(?:minutes?|mins?)"
_SPAN = rf"(?:{_N} {_MIN}|(?P<q{{0}}>(?:a |the )?quarter of an hour|half an hour))"
_QUARTERS = {"quarter": 15, "half": 30}
_ONE = (
    r"(?:\d{1,3}(?:st|nd|rd|th)?|"
    + "|".join(sorted([*_ORDINALS, *(w for w in _WORDS if " " not in w and w != "a")], key=len, reverse=True))
    + ")"
)
_LIST = rf"(?P<list{{0}}>{_ONE}(?:, (?:the )?{_ONE})*,? and (?:in |on |after )?(?:the )?{_ONE})"
_GAME = r"(?:the (?:game|match|contest|tie|encounter|clash|fixture)|play)"
_KICK = r"the last kick"
_LAST = r"(?:minute|seconds|kick(?: of the (?:game|match))?)"
_NO_STANDING = "".join(
    f"(?<!{word} )"
    for word in r"\d level are both now up remain stay still sides while third second fourth bottom top next".split()
)
_ON_N = (
    _NO_STANDING + r"on (?P<n{0}>[1-9]\d?)(?=[,.;)](?! ?\w+ (?:points?|ahead|behind|clear)"
    r"| (?:are|is|have|has|remains?|sits?|lies?|stays?|needs?|still)\b)"
    r"| before | when | after | to make | with a | and (?!\d))"
)
_N_OTHER = r"(?:\d{1,2}|" + "|".join(_WORDS) + ")"
_EXTRA = r"(?:extra[- ]time|the (?:extra|additional) (?:period|half[- ]hour|30 minutes))"
_LEFT = r"(?:left|remaining|to go|to play|still to play|to spare)"
_OF_PLAY = r"(?: of (?:the )?(?:normal|regular|ordinary|regulation)(?: time| play)?| of (?:the )?(?:match|game|play))?"
_NOT_OF_A_RESULT = (  # "went off after 30 minutes of Sunday's 2-1 win"
    r"(?! of (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s| night's| evening's)|last |yesterday's|(?:the|a|an|"
    r"their|"
    r"his|its|our) (?:[\w-]+ ){0,3}?(?:wins?|victory|defeat|loss|draw|stalemate|thrashing|success)\b))"
)
_FORMS = (
    ("list", rf"(?:in|on|after|at) (?:the )?{_LIST}(?:[- ]{_MIN}| ?')"),
    ("list", r"in the (?P<list{0}>\d{1,2}(?:st|nd|rd|th)(?:, \d{1,2}(?:st|nd|rd|th))*,? and (?:the )?\d{1,2}(?:st|"
    r"nd|rd|th))"
    r"(?=[,.;)]| with | for | to | as | after | before |$)"),
    ("added", rf"(?:in |deep into |into )?(?:the )?{_O} (?P<half>first-half )?(?:added|additional|extra) minute"),
    ("added", rf"(?:in )?(?:the )?{_O} of (?:the )?{_N_OTHER} (?P<half>first-half )?(?:added|additional|"
    rf"extra) minutes"),
    ("added", rf"(?:in |deep into |into )?(?:the )?{_O} minute of (?P<half>first-half )?(?:{_ADDED})"),
    ("added", rf"(?:in |on |after )?(?:the )?(?:90|(?P<half>45)) ?\+ ?{_N}(?:st|nd|rd|th)?(?:[- ]{_MIN}\b)"),
    ("added", rf"{_N} {_MIN} into (?P<half>first-half )?(?:{_ADDED})"),
    ("extra", rf"(?:in )?(?:the )?{_O} minute of extra[- ]time"),
    ("extra", rf"{_N} {_MIN} into {_EXTRA}"),
    ("extra_end", rf"(?:just |only |with )?{_N} {_MIN} of {_EXTRA} {_LEFT}"),
    ("second", rf"(?:in )?(?:the )?{_O} minute of the second (?:half|period)"),
    ("second", rf"(?:just |only |barely |within |after )?{_SPAN} (?:into|after|from|of|following) {_RESTART}"),
    ("plain", rf"(?:just |only |barely |after )?{_N} {_MIN} into {_GAME}"),
    ("extra_end", rf"(?:just |only |with )?{_N} {_MIN} (?:from|before) the end of (?:the )?{_EXTRA}"),
    ("before_end", rf"(?:just |only |with |some )?{_SPAN} (?:from|before|short of) {_END}"),
    ("before_end", rf"with (?:just |only |around |about |the last |a )?{_SPAN}{_OF_PLAY} (?:still )?{_LEFT}"),
    ("before_break", rf"(?:just |only )?{_N} {_MIN} (?:before|from|short of|prior to) {_BREAK}"),
    ("later", rf"(?:just |only |barely |some )?{_N} {_MIN} (?:later|after that|afterwards)"),
    ("earlier", rf"(?:just |only |barely |some )?{_N} {_MIN} (?:earlier|before that|previously)"),
    ("seconds", r"(?:just |only |barely |some )?(?P<n{0}>60|120|180|sixty) seconds (?:later|after that|afterwards)"),
    ("past_hour", rf"{_N} {_MIN} (?:after|past|beyond) the hour(?:[- ]mark)?"),
    ("before_hour", rf"{_N} {_MIN} (?:before|short of|shy of) the hour(?:[- ]mark)?"),
    ("later", r"(?P<aminute>a minute) (?:later|after that)"),
    ("plain", rf"(?:in |on |after )?(?:the )?{_O}[- ]minute\b"),
    ("plain", r"in the (?P<o{0}>(?:1[01]\d|120|[1-9]\d)(?:st|nd|rd|th))"
    r"(?=[,.;)]| and | before | when | after | with | to | as |"
    r" for | from | off | via | through | thanks | courtesy | by | on | but | while | then | following | against | at |"
    r" just | using | that | which | only | - |\n|$)"),
    ("plain", rf"(?:on|at|around|by) (?:the )?(?:{_N}|{_O})[- ]minute[- ]mark"),
    ("plain", _ON_N),
    ("plain", rf"(?:after|on|at) (?:just |only |barely |exactly )?{_N} {_MIN}{_NOT_OF_A_RESULT}"),
    ("plain", rf"(?:needed|took|taken|needing|taking) (?:(?!an?\b|over\b|another\b)[\w'-]+ ){{0,4}}?"
    rf"(?:a mere )?{_N} {_MIN} to"),
    ("plain", r"on the (?P<q{0}>quarter[- ]hour)(?:[- ]mark)?"),
    ("plain", r"after (?P<q{0}>(?:just )?(?:a |the )?(?:opening )?quarter of an hour)"),
    ("plain", rf"with (?:just |only |barely )?{_N} {_MIN} (?:gone|played|on the clock|on the watch)"),
    ("plain", rf"(?:there were )?(?:just |only |barely )?{_N} {_MIN} (?:had |were )?(?:gone|elapsed|been played|"
    rf"on the clock)(?= when|,? and |,|\.)"),
    ("plain", rf"(?:just |only |barely )?{_N} {_MIN} in\b(?! (?:the|a|his|their|which|front)\b)"),
    ("hour", r"(?:on|at) the hour(?:[- ]mark)?|(?:until|till|by) the hour(?=,? when)|after an hour\b(?! of)"),
    ("half_hour", r"on (?:the )?half[- ]hour(?:[- ]mark)?|after half[- ]an[- ]hour"),
    ("last", rf"(?:in |with )?(?:the )?(?:very )?(?:last|final|dying) {_LAST}|last[- ]minute|with virtually {_KICK}"),
)  # fmt: skip


_BRACKETED = re.compile(
    r"(?<=[a-z'] \()(?P<n>[1-9]\d?)"
    r"(?='?\)(?:[.,;:]|$|\n| (?:and|but|before|when|after|as|with|from|while|to|only|for)\b))"
)
_A_RUN, _NEXT, _OLD, _LATE = 3, 600, 45, 40
_NTH_BRACKETED = Sought(r"(?<= \()(?P<nth>(?P<n>[1-9]\d?|1[01]\d)(?:st|nd|rd|th))(?=\))")
_LAST_PLACE = 24
_SCORED_BY = re.compile(
    r"\b(?:through|goals? (?:from|by)|strikes? (?:from|by)|thanks to|scored by|efforts? (?:from|by)|courtesy of) "
    r"[\w.' -]{3,40}\($"
)
_SCORED_NTH = re.compile(
    r"\) (?:both |each |all )?(?:scored|struck|netted|found the (?:net|target)|"
    r"(?:was|were) on (?:target|the score ?sheet)|got the goals?|had (?:put|given)|gave|equalised|pulled one back)\b"
)


class Minute(NamedTuple):
    """A minute of play; `later` counts from the last one told; `added` minutes of added time."""

    minute: int | None
    added: int | None = None
    later: int | None = None


def _forms() -> list[tuple[str, str]]:
    """The forms with their groups numbered, so that all can stand in one expression."""
    numbered = []
    for i, (name, form) in enumerate(_FORMS):
        form = re.sub(r"<(n|o|q|list)\{0\}>", rf"<\g<1>{i}>", form).replace("<half>", f"<half{i}>")
        numbered.append((name, form.replace("<aminute>", f"<n{i}>")))
    return numbered


_ALL = Sought(
    r"(?<![\w-])(?:" + "|".join(f"(?P<f{i}>{form})" for i, (_, form) in enumerate(_forms())) + r")(?!\w)",
    at_figures=True,
)
_OF_THE_FIRST_HALF = re.compile(rf" (?:at the end )?of the first (?:half|period)\b| before {_BREAK}")
_LAST_OF_ALL = 130
_LISTED = re.compile(rf"\b{_ONE}\b")
_HINTS = ("min", "hour", "seconds", "last kick", "final kick", "dying kick", *(f"in the {n}" for n in range(1, 10)))
_HINTS += tuple(f" on {n}" for n in range(1, 10))
_WHERE = Windows(_HINTS, 48, 64)


def find(lower: str) -> list[tuple[int, int, Minute]]:
    """Minute expressions of a lower-case text as (start, end, minute); end is exclusive."""
    found = []
    for first, last in _WHERE.of(lower):
        for match in _ALL.finditer(lower, first, last):
            index = _form_index(match)
            if _FORMS[index][0] == "list":
                found += _of_list(match, f"list{index}")
                continue
            first_half = bool(match.groupdict().get(f"half{index}")) or _OF_THE_FIRST_HALF.match(lower, match.end())
            minute = _meaning(_FORMS[index][0], _amount(match, index), bool(first_half))
            if minute is not None:
                found.append((match.start(), match.end(), minute))
    return found


def in_brackets(normal: str, lower: str) -> list[tuple[int, int, Minute]]:
    """ "headed in a corner (16) ... lashed home her second (44) ... squirmed in (50)": three and more that rise over
    more of a match than ages do. What stands behind a name is the business of lists."""
    runs: list[list[re.Match[str]]] = []
    for match in _BRACKETED.finditer(lower) if lower.count(" (") >= _A_RUN else ():
        if normal[lower.rfind(" ", 0, match.start() - 2) + 1].isupper():
            continue
        last = runs[-1][-1] if runs else None
        if last is not None and match.start() - last.end() < _NEXT and int(last["n"]) < int(match["n"]):
            runs[-1].append(match)
        else:
            runs.append([match])
    of_play = [run for run in runs if len(run) >= _A_RUN and int(run[-1]["n"]) > _OLD and int(run[0]["n"]) < _LATE]
    return [(*match.span("n"), Minute(int(match["n"]))) for run in of_play for match in run]


def nth_in_brackets(lower: str) -> list[tuple[int, int, float]]:
    """ "Lenart (18th) and Beck (65th) struck", "through Beck (18th)": a sentence in which one is higher than a table is
    long, or what they stand behind scores."""
    found: list[tuple[int, int, float]] = []
    sentences: dict[int, list[re.Match[str]]] = {}
    for match in _NTH_BRACKETED.finditer(lower, 0, len(lower)):
        begin = max(lower.rfind("\n", 0, match.start()), lower.rfind(". ", 0, match.start()))
        sentences.setdefault(begin, []).append(match)
    for begin, told in sentences.items():
        first, last = told[0], told[-1]
        scored = _SCORED_BY.search(lower, max(0, begin), first.start()) or _SCORED_NTH.match(lower, last.end())
        if scored or any(int(match["n"]) > _LAST_PLACE for match in told):
            found += [(*match.span("nth"), float(match["n"])) for match in told]
    return found


def _of_list(match: re.Match[str], group: str) -> list[tuple[int, int, Minute]]:
    """ "in the 22nd and 61st minutes": a minute each; the words around them go to the first and the last."""
    told = [(one.span(), _number(one.group())) for one in _LISTED.finditer(match.string, *match.span(group))]
    minutes = [(span, Minute(n)) for span, n in told if n is not None and 0 < n <= _LAST_OF_ALL]
    if len(minutes) != len(told) or len(minutes) < 2:
        return []
    starts = [match.start(), *(span[0] for span, _ in minutes[1:])]
    ends = [*(span[1] for span, _ in minutes[:-1]), match.end()]
    return [(start, end, minute) for start, end, (_, minute) in zip(starts, ends, minutes, strict=True)]


def _form_index(match: re.Match[str]) -> int:
    return int(str(match.lastgroup)[1:])  # the group of a form closes last


def _amount(match: re.Match[str], index: int) -> int | None:
    groups = match.groupdict()
    word = groups.get(f"n{index}") or groups.get(f"o{index}") or groups.get(f"q{index}")
    return None if word is None else _number(word)


def _number(word: str) -> int | None:
    """A figure, a number word, an ordinal or part of an hour as a number of minutes."""
    if word == "a minute":
        return 1
    for part, minutes in _QUARTERS.items():
        if part in word:
            return minutes
    digits = "".join(c for c in word if c.isdigit())
    return int(digits) if digits else _WORDS.get(word, _ORDINALS.get(word))


def _meaning(form: str, n: int | None, first_half: bool) -> Minute | None:
    fixed = {"hour": Minute(60), "half_hour": Minute(30), "last": Minute(90)}
    if form in fixed:
        return fixed[form]
    if n is None:
        return None
    meanings = {
        "plain": Minute(n),
        "added": Minute((45 if first_half else 90) + n, n),
        "extra": Minute(90 + n),
        "extra_end": Minute(120 - n),
        "second": Minute(45 + n),
        "before_end": Minute(90 - n),
        "before_break": Minute(45 - n),
        "later": Minute(None, None, n),
        "earlier": Minute(None, None, -n),
        "seconds": Minute(None, None, n // 60),
        "past_hour": Minute(60 + n),
        "before_hour": Minute(60 - n),
    }
    minute = meanings[form]
    return minute if minute.minute is None or 0 < minute.minute <= _LAST_OF_ALL else None
