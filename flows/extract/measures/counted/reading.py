"""Counts with a noun of their own: 19 shots, seven changes, a third signing, two bids rejected, a 9,000-seat ground.

In: a sentence's tokens and the numbers that are another measure's. Out: an `other_count` for each number whose noun a
frame of `frames.py` takes and whose owner the text tells. What a condition hangs on, a range or an idiom is
none.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from itertools import pairwise

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.frame import CountedFrame
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.measures.counted.things import frames_of, things
from flows.extract.measures.counted.whose import Whose
from flows.extract.measures.scope import qualifier_of
from flows.extract.measures.told.cups_won import cups_named
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_MOST_WORDS = 3  # of a noun, and of what may stand before it
_REACH, _BACK = 120, 90
_WORD = re.compile(r"[ -]([a-z][a-z'-]*)")
_NOT_MODIFYING = frozenset(
    "of the a an in to for and with from by at on as is was are were has have had or but than that which who when "
    "after before his her their its our my this these those out up down off not more times minutes minute yards round "
    "half division tier league-match most best worst".split()
)
_FILLERS = re.compile(
    r"(?:\b(?:a little over|a little under|just over|just under|well over|in excess of|upwards of|"
    r"only|just|at least|at most|no fewer than|no less than|more than|fewer than|over|around|about|"
    r"some|up to|"
    r"roughly|nearly|almost|as many as|a total of|a further|a combined|an estimated|another|exactly|already|barely|"
    r"a mere|a massive|a whopping|a staggering|an incredible|a record|a club-record|approximately|fully|all|all of|"
    r"in total|the equivalent of|close to|under|a maximum of|an astonishing|an impressive|no) )+$"
)
_RANGE = re.compile(r"(?:-| or | to )(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b| or so\b")
_RANGED = re.compile(r"(?:\d|one|two|three|four|five|six|seven|eight|nine)(?: or | to |-)$|[£€$#]$|\bone of $")
_FROM_TO = re.compile(r"\bfrom (?:[\d,]{3,} to (?:just |only |around |about |over )?)?$")
_LISTED = re.compile(
    r"\b(?:(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty) "
    r"(?:[\w'-]+ ){0,4}?|an? )[\w'-]+(?:, and|,| and|, plus) $"
)
_LISTS = (", ", " and ", ", plus ")
_MOST_LISTED = 3
_NEVER_UNDER = frozenset({"spells", "managers played under"})  # "under nine coaches" is no less than nine
_TOLD_AS_WHAT = re.compile(r"\b(?:is|was|are|were|be) $")
_SPANNED = re.compile(r"(?: to | or | and |-)(?:\d+|[a-z]+) (weeks|months|days)\b")
_HYPHENED = re.compile(r"(\d{1,2})-(\d{1,2})[ -](week|month|day)s?\b")
_OUT = Sought(
    r"\b(?:out|sidelined|sidelines|miss|missing|back|return|absent|ready|lay-?off|recover|recovery|laid up|absence)\b"
)
_FAMILY = re.compile(r" (?:children|brothers|sisters|siblings|sons|daughters)\b")
_PERCENT = re.compile(r" ?(?:%|per ?cent\b|pc\b)")
_SHARE = re.compile(
    r"(?= (?:out )?of (?:the |his |her |their |the \w+' |\w+'s? )?(?:last |past )?(?:\d+|[a-z]+)?(?: of \w+)? ?"
    r"(?:penalties|spot-kicks|kicks|(?:that )?(?:he|she) has)\b)"
)
_SKILLS = re.compile(r"(?= of (?:his|her|their) (?:\d+|[a-z]+) (?:dribbles|passes|tackles|duels|crosses|take-ons)\b)")
_SHARES = ((_PERCENT, "percent"), (_SHARE, "penalties of them"), (_SKILLS, "skills of them"))
_OF_THEIRS = re.compile(r"(?: of (?:their|his|her|its)\b)?(?: (?:more|other|further|additional|extra)\b(?! than))?")
_MAY_GROW = re.compile(
    r"[^.;]{0,50}?\b(?:(?:may|might|could|can|will) (?:yet )?(?:be )?(?:extend|extended|rise|grow|increase|increased|"
    r"go up|"
    r"raised|climb)|rising|potentially rising|going up) to (?:as many as |around |about )?"
)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_RESULTS = frozenset({"wins", "losses", "draws"})
_SUPPOSED = frozenset({"HYPOTHETICAL", "NEGATION"})
_NOT_ALONE = frozenset({"once", "lone", "sole", "solitary", "couple", "a couple", "a couple of", "a pair of"})
_TIMES = frozenset({"twice", "thrice"})
_OF_A_MATCH = frozenset("shots shot efforts attempts chances corners free-kicks crosses saves fouls tackles".split())
_ON_GOAL = re.compile(r"s (?:on target|(?:on|at) goal)$")
_ASIDE = frozenset("COMMA NUMBER IN THEY WITH RACE HAVE STAND WHO".split())
_COMPARED = frozenset({"to", "against", "compared with", "compared to"})
_CLAUSE_ENDS = frozenset({"COMMA", "STOP", "QUOTE", "BUT", "COLON", "DASH"})
_CLAUSE = 9


def counted(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], used: Container[int]) -> list[Measure]:
    """The counts of a sentence; `used` are the starts of numbers that are another measure's."""
    found: list[Measure] = []
    lower = owners.lower
    for at, token in enumerate(tokens):
        if token.kind == "SCORE":
            found += _between_hyphened(owners, sentence, tokens, at)
        if token.kind not in ("NUMBER", "ORDINAL") or token.start in used or token.text.lower() in _NOT_ALONE:
            continue
        found += _between(owners, sentence, tokens, at)
        among = lower.endswith("one of ", 0, token.start) and not _FAMILY.match(lower, token.end)
        ranged = _RANGE.match(lower, token.end) or _RANGED.search(lower[max(0, token.start - 9) : token.start])
        goes_to = _FROM_TO.search(lower[max(0, token.start - 20) : token.start])
        if ranged and not goes_to and not among and not _FAMILY.match(lower, token.end):
            continue
        measure = _count(owners, sentence, tokens, at, among)
        if measure is not None:
            found.append(measure)
            found += _answered(owners, sentence, tokens, at, measure) + _extended(lower, tokens, at, measure)
    return found


def _count(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, among: bool = False
) -> Measure | None:
    """The count at a number; behind "one of" only what a squad has so many of."""
    token, lower = tokens[at], owners.lower
    whole = lower[max(sentence.span.start, token.start - _BACK) : token.start]
    head = _FILLERS.sub("", whole)
    before_list = _before_list(head)
    ends = {whole, head} if before_list is None else {whole, head, before_list}
    tail = lower[token.end : min(sentence.span.end, token.end + _REACH)]
    following = tokens[at + 1] if at + 1 < len(tokens) else token
    if following.kind == "NATIONALITY" and token.kind == "ORDINAL":
        nouns = [("national", following.end - token.end)]
    else:
        nouns = _nouns(tail)
    for noun, end in [("times", 0)] if token.text.lower() in _TIMES else nouns:
        for name in things()[noun]:
            for frame in frames_of(name).that_may_fit(ends, tail[end:]):
                if among and not frame.among:
                    continue
                word = _fits(frame, token, head if frame.fillers else whole, tail[end:])
                if word is None and before_list is not None and frame.before is not None:
                    word = _fits(frame, token, before_list, tail[end:])
                if word is None or (not frame.plans and _supposed(tokens, at)):
                    continue
                whose = owners.of(frame.who, sentence, tokens, at, token.end + end)
                if whose is not None:
                    measure = _measure(frame, token, whose, noun, word, token.end + end, lower)
                    measure.competition = owners.competition(frame, whose, sentence, tokens, at)
                    if frame.unit in ("cups", "tournaments"):
                        measure.competition = cups_named(tail)
                    if frame.unit == "goal involvements" and (of := owners.scope.games(tokens, at, at)) is not None:
                        measure.matches, measure.end = int(of.value), of.end
                    if frame.things == "NTH_TIME" and frame.metric in _RESULTS:
                        measure.matches = _games_behind(tokens, at)
                    if frame.games and (games := next((t for t in tokens[at + 1 :] if t.kind == "NUMBER"), None)):
                        measure.matches = int(games.value)
                    return measure
    return None


def _games_behind(tokens: list[Mention], at: int) -> int | None:
    """ "the sixth time that Rovers had lost in ten games": the games that a result so told is of."""
    games = next((t for t, game in pairwise(tokens[at + 1 :]) if t.kind == "NUMBER" and game.kind == "GAME"), None)
    return None if games is None else int(games.value)


def _before_list(head: str) -> str | None:
    """What stands before a list whose last item is the number's: "has two sons and" -> "has "."""
    cut = head
    for _ in range(_MOST_LISTED):
        listed = _LISTED.search(cut) if cut.endswith(_LISTS) else None
        if listed is None:
            break
        cut = cut[: listed.start()]
    return None if cut is head or _TOLD_AS_WHAT.search(cut) else _FILLERS.sub("", cut)


def _answered(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, measure: Measure
) -> list[Measure]:
    """ "won nine corners to City's two", "had 15 shots, to four for City": what the other side had of the same."""
    if _ON_GOAL.sub("s", measure.unit) not in _OF_A_MATCH:
        return []
    after = [t for t in tokens[at + 1 : at + 14] if t.start >= measure.end]
    to = next((i for i, t in enumerate(after[:10]) if t.text.lower() in _COMPARED), None)
    if to is None or any(t.kind not in _ASIDE for t in after[:to]):
        return []
    sides = [t for t in after[to + 1 : to + 4] if t.kind in SIDES or t.kind == "NAME"]
    number = next((t for t in after[to + 1 : to + 3] if t.kind == "NUMBER"), None)
    if number is None or (number is not after[to + 1] and not sides):
        return []
    subject = owners.state.side(sides[0], sentence) if sides else owners.opponent(measure.subject, sentence)
    if subject is None or subject == measure.subject:
        return []
    answer = replace(measure, start=number.start, end=number.end, subject=subject, value=float(number.value))
    answer.other, measure.other = measure.subject, subject
    return [answer]


def _extended(lower: str, tokens: list[Mention], at: int, measure: Measure) -> list[Measure]:
    """ "8,000 tickets, which could rise to 9,000": up to so many more."""
    more = _MAY_GROW.match(lower, measure.end) if measure.unit.endswith("tickets") else None
    number = next((t for t in tokens[at + 1 :] if more is not None and t.start == more.end()), None)
    if number is None or number.kind != "NUMBER":
        return []
    return [replace(measure, start=number.start, end=number.end, value=float(number.value), qualifier="up_to")]


def _between(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int) -> list[Measure]:
    """ "out for six to eight weeks": at least the one, up to the other."""
    token, lower = tokens[at], owners.lower
    span = _SPANNED.match(lower, token.end)
    last = tokens[at + 1] if at + 1 < len(tokens) else token
    last = tokens[at + 2] if last.kind in ("TO", "REACH", "AND", "DASH", "WORD") and at + 2 < len(tokens) else last
    if span is None or last.kind != "NUMBER" or not _OUT.search(lower, sentence.span.start, sentence.span.end):
        return []
    spanned = ((float(token.value), "at_least"), (float(last.value), "up_to"))
    return _out_for(owners, sentence, tokens, at, last.end, span.group(1), spanned)


def _between_hyphened(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int) -> list[Measure]:
    """ "out for between 6-8 weeks": no score."""
    span = _HYPHENED.match(owners.lower, tokens[at].start)
    if span is None or not _OUT.search(owners.lower, sentence.span.start, sentence.span.end):
        return []
    spanned = ((float(span.group(1)), "at_least"), (float(span.group(2)), "up_to"))
    return _out_for(owners, sentence, tokens, at, span.end(), f"{span.group(3)}s", spanned)


def _out_for(
    owners: CountedOwners,
    sentence: Sentence,
    tokens: list[Mention],
    at: int,
    end: int,
    unit: str,
    spanned: tuple[tuple[float, str], ...],
) -> list[Measure]:
    """How long whoever is spoken of is out: at least the one, up to the other."""
    whose = owners.of("patient", sentence, tokens, at, tokens[at].end)
    if whose is None:
        return []
    found = []
    for value, qualifier in spanned:
        measure = Measure(
            tokens[at].start, end, whose.subject, "other_count", value, f"{unit} out injured", "measure/counted", 0.72
        )
        measure.qualifier = qualifier
        found.append(measure)
    return found


def _fits(frame: CountedFrame, token: Mention, head: str, then: str) -> str | None:
    """The word that the frame keeps ("" for none) where the frame fits, else None."""
    if (
        frame.nth != (token.kind == "ORDINAL")
        or not frame.least <= token.value <= frame.most
        or _YEAR.fullmatch(token.text)
    ):
        return None
    after = frame.goes_on.match(then) if frame.goes_on is not None else None
    if frame.then is not None and after is None:
        return None
    before = frame.ends_before.search(head) if frame.ends_before is not None else None
    if frame.before is not None and before is None:
        return None
    groups = [g for m in (before, after) if m is not None for g in m.groups() if g]
    return groups[0] if groups else ""


def _nouns(tail: str) -> list[tuple[str, int]]:
    """The countable nouns at the head of what follows a number, each with where it ends; "" where there is none."""
    for pattern, noun in _SHARES:
        if (share := pattern.match(tail)) is not None:
            return [(noun, share.end())]
    words: list[tuple[str, int]] = []
    theirs = _OF_THEIRS.match(tail)
    position = theirs.end() if theirs is not None else 0
    while len(words) < 2 * _MOST_WORDS and (match := _WORD.match(tail, position)):
        position = match.end()
        words.append((match.group(1), position))
    known, told = things(), [word for word, _ in words]
    nouns: list[tuple[str, int]] = []
    for first in range(min(_MOST_WORDS + 1, len(words))):
        for size in range(min(_MOST_WORDS, len(words) - first), 0, -1):
            noun = " ".join(told[first : first + size])
            if noun in known:
                nouns.append((noun, words[first + size - 1][1]))
        if first == 0 and len(words) > 1 and words[0][0] in ("man", "woman", "player", "strong", "point"):
            for word, end in words[1:4]:
                if (noun := f"{words[0][0]} {word}") in known:
                    return [(noun, end)]
        if words[first][0] in _NOT_MODIFYING:
            break
    return [*nouns, ("", 0)]


def _supposed(tokens: list[Mention], at: int) -> bool:
    """Whether a condition, a hope or a negation stands before the number in its clause."""
    for token in reversed(tokens[max(0, at - _CLAUSE) : at]):
        if token.kind in _CLAUSE_ENDS:
            return False
        if token.kind in _SUPPOSED and token.text.lower() not in ("need", "without"):
            return True
    return False


def _measure(frame: CountedFrame, token: Mention, whose: Whose, noun: str, word: str, end: int, lower: str) -> Measure:
    unit = frame.unit.format(noun=noun.removesuffix("s") if frame.nth else noun, word=word)
    measure = Measure(token.start, end, whose.subject, frame.metric, float(token.value), unit, "measure/counted", 0.72)
    measure.other = whose.other
    measure.qualifier = "exact" if frame.nth or frame.unit in _NEVER_UNDER else qualifier_of(lower, token)
    return measure
