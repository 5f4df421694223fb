"""What words say of the score after a goal: "levelled", "made it 2-1", "pulled one back", "replied", "a two-goal lead".

In: the words around one telling of a goal that belong to no other goal. Out: cues, each a condition on the score as the
scorer's side sees it and how much it counts (`score_path`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.extract.goals.sides.score_path import After, Cue

Holds = Callable[[After], bool | None]

_SCORE = re.compile(r"(?<![\d-])(\d{1,2})(?: ?- ?|:)(\d{1,2})(?![\d-])(?! (?:on agg|in agg|overall))")
_FINAL = re.compile(
    r"\b(?:w[io]ns?|winning|beat\w*|victory|defeat\w*|dr[ae]ws?|drawn|lost|los\w+|success|triumph|result|scoreline)\b"
    r"[^,.;]{0,30}$"
)
_FINAL_AFTER = re.compile(
    r" (?:[\w-]+ ){0,2}(?:w[io]n|victory|defeat|draw|success|triumph|loss|result|scoreline|thriller)\b"
)
_AHEAD_BY = re.compile(r" (?:up|ahead|lead|to the good|clear|in front|advantage|cushion)\b")
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_UP = re.compile(
    r"\b(?:(two|three|four|five)-goal (?:lead|cushion|advantage)|"
    r"(two|three|four|five)(?: goals?)? (?:up|ahead|clear|to the good|in front))\b"
)
_NTH = re.compile(
    r"\b(?:a|the|(?:his|her) (?:side|team)'s|their|\w+'s) (?:\w+ )?(second|third|fourth|fifth|sixth|seventh)\b"
    r"(?![ -](?:half|period|round|time|win|victory|defeat|straight|successive|consecutive|minute|season|place|yellow|"
    r"league|division|leg|goal of the (?:season|campaign|year)|of (?:the|his|her)))"
)
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_MADE_N = re.compile(
    r"\bma(?:de|ke|kes|king) it (two|three|four|five|six|seven)\b(?! (?:from|in|out|wins|defeats|games|goals in))"
)

_ITS = r"(?:the|their|his side's|her side's|his team's|her team's|his|her|[\w.-]+'s?)"
_LEAD = r"(?:[\w'-]+ ){0,2}(?:lead|advantage)"
_DOWN = re.compile(r"\b(one|two|three|1|2|3)(?:-0| goals?|-goal)? (?:down|behind|deficit)")
_GOALS_DOWN = {"one": 1, "two": 2, "three": 3, "1": 1, "2": 2, "3": 3}


def _is_level(s: After) -> bool:
    return s.mine == s.theirs


def _is_behind(s: After) -> bool:
    return s.mine < s.theirs


def _is_ahead_by_one(s: After) -> bool:
    return s.mine == s.theirs + 1


_TOLD: tuple[tuple[re.Pattern[str], Holds, float], ...] = (
    (
        re.compile(
            r"\b(?:equali[sz]\w+|level(?:l?ed|l?ing|ler)?\b"
            r"(?! (?:with (?!\d|just |only |\w+ minutes)|on points))|restor\w+ parity|"
            r"back on (?:level )?terms|on level terms|all square|"
            r"(?<!was )(?<!were )(?<!been )cancel\w* (?:[\w-]+ )?out|"
            r"squared (?:it|things|matters)|tied (?:it|the game|the score|the match))"
        ),
        _is_level,
        1.5,
    ),
    (
        re.compile(
            r"\b(?:(?:pull\w*|got|gets|getting|get|claw\w*|snatch\w*|headed|grabb?\w*) (?:one|a goal) back|"
            r"consolation|"
            rf"(?:halv|reduc|cut|narrow)\w* {_ITS} (?:deficit|arrears|lead|advantage|margin)|lifeline|"
            r"within (?:one|a goal|touching)|(?:a glimmer|some) (?:of )?hope|"
            r"(?:gave|giving|offer\w*|hand\w*) (?:[\w'-]+ ){1,3}hope\b|"
            r"start\w* (?:the|a) (?:fight-?back|comeback|recovery)|"
            r"(?:frantic|nervy|nervous|tense|grandstand|frenetic|anxious|jittery) (?:finish|finale|ending|last|final|"
            r"closing))\b"
        ),
        _is_behind,
        1.5,
    ),
    (re.compile(r"\bconsolation\b"), lambda s: s.left in (0, None), 1.0),
    (
        re.compile(
            r"\b(?:hit back|repl(?:ied|ies|ying)|respond(?:ed|s|ing)|answer(?:ed|s|ing)|struck back|"
            r"cancel\w* (?:[\w-]+ )?out|equali[sz]\w+|levelled|(?:'s?|in) (?:\w+ )?(?:reply|response))\b"
        ),
        lambda s: s.answered,
        1.0,
    ),
    (re.compile(r"\b(?:hit back|repl(?:ied|ies|ying)|respond(?:ed|s|ing))\b"), lambda s: s.mine <= s.theirs, 1.5),
    (
        re.compile(
            r"\b(?:(?:opened|opening|opens|open) the (?:scoring|account)|"
            r"br(?:oke|eaking|eaks) the (?:deadlock|stalemate)|"
            r"first blood|(?:the|an early|early) opener\b|the opening goal|struck first|scored first|the first goal)"
        ),
        lambda s: s.mine == 1 and s.theirs == 0,
        1.5,
    ),
    (
        re.compile(
            rf"\b(?:doubl\w+ (?:that\b|it\b|{_ITS} (?:[\w'-]+ ){{0,2}}(?:lead|advantage|tally))|"
            rf"(?:extend|stretch|increas)\w* {_ITS} {_LEAD})"
        ),
        lambda s: s.mine >= s.theirs + 2,
        1.5,
    ),
    (re.compile(rf"\bdoubl\w+ (?:that\b|it\b|{_ITS} (?:lead|advantage))"), lambda s: s.mine == 2, 0.5),
    (
        re.compile(
            rf"\b(?:(?:restor|regain)\w* {_ITS} {_LEAD}|back (?:in front|ahead|into the lead)|"
            r"(?:ahead|in front|into the lead) (?:again|once more)|retook the lead)"
        ),
        lambda s: _is_ahead_by_one(s) and s.theirs > 0,
        1.5,
    ),
    (
        re.compile(rf"\b(?:restor|regain|re-establish)\w* {_ITS} (?:(?:two|three)-goal|(?:[\w'-]+ ){{0,2}}cushion\b)"),
        lambda s: s.mine >= s.theirs + 2 and s.theirs > 0,
        1.5,
    ),
    (
        re.compile(
            r"\b(?:(?:put|puts|putting|fired|headed|sent|shot|nudged|edged|went|nosed|hit|volleyed|nodded|had) "
            r"(?:[\w'-]+ ){0,3}(?:ahead|in front|into the lead)(?! of)|"
            r"(?:gave|give|gives|giving|handed|given|took|grabbed) "
            r"(?:[\w'-]+ ){0,4}(?:the|an early|a deserved|a shock|a surprise|a (?:first-half|half-time)) lead)\b"
        ),
        _is_ahead_by_one,
        1.5,
    ),
    (
        re.compile(
            r"\b(?:rescu|earn|salvag|snatch|secur|grabb?|claim)\w* (?:[\w'-]+ ){0,3}(?:point|draw)\b|"
            r"spoils were shared"
        ),
        _is_level,
        1.5,
    ),
    (
        re.compile(r"\b(?:m[ai][dk](?:e|ing) amends|aton(?:ed|ing)|redeem(?:ed|ing))\b"),
        lambda s: s.mine <= s.theirs,
        1.0,
    ),
    (re.compile(r"\bwinner\b|\bwon it\b"), lambda s: s.mine > s.theirs, 1.5),
    (
        re.compile(
            r"\b(?:complet\w+ (?:the|a) (?:[\w-]+ ){0,2}(?:scoring|rout|win|victory|comeback|turnaround|scoreline)|"
            r"round\w+ off|put (?:it|things|the \w+) (?:beyond|out of|to bed)|wrapp?\w+ (?:it|things|up)|seal\w+|"
            r"made sure|clinch\w+|winner\b|won it\b|the last word|the final say)"
        ),
        lambda s: s.left in (0, None) and s.mine > s.theirs,
        1.0,
    ),
    (
        re.compile(r"\b(?:added (?:a|another|the|one|his)|(?:a|the) second\b|scored again|another)\b"),
        lambda s: None if s.answered is None else not s.answered,
        0.5,
    ),
)


def cues_in(text: str) -> list[Cue]:
    """What lower-case words say of the score after their goal."""
    found = [Cue(holds, weight) for pattern, holds, weight in _TOLD if pattern.search(text)]
    for made in _SCORE.finditer(text):
        if not _FINAL.search(text, 0, made.start()) and not _FINAL_AFTER.match(text, made.end()):
            score = int(made.group(1)), int(made.group(2))
            found.append(
                _at(*score) if text.endswith(" at ", 0, made.start()) else _just(*score, _is_up(text, made.end()))
            )
    if (up := _UP.search(text)) is not None:
        found.append(_by(_WORDS[up.group(1) or up.group(2)]))
    if (nth := _NTH.search(text)) is not None:
        found.append(_his_sides(_ORDINALS[nth.group(1)], 1.0))
    if (made_n := _MADE_N.search(text)) is not None:
        found.append(_his_sides(_WORDS[made_n.group(1)], 1.5))
    return found


def says_level(text: str) -> bool:
    """Whether words say that a goal levelled the score."""
    return any(cue.holds is _is_level for cue in cues_in(text))


def _is_up(text: str, end: int) -> bool:
    return _AHEAD_BY.match(text, end) is not None


def _at(one: int, two: int) -> Cue:
    """ "pulled one back at 3-0", "gave them hope at 2-1": how it stood before the goal, or after it."""
    score = {one, two}
    return Cue(lambda s: {s.mine, s.theirs} == score or {s.mine - 1, s.theirs} == score, 2.5)


def _just(one: int, two: int, ahead: bool) -> Cue:
    high, low = max(one, two), min(one, two)
    if ahead:
        return Cue(lambda s: s.mine == high and s.theirs == low, 2.5)
    return Cue(lambda s: max(s.mine, s.theirs) == high and min(s.mine, s.theirs) == low, 2.5)


def _by(goals: int) -> Cue:
    return Cue(lambda s: s.mine - s.theirs == goals, 1.5)


def _his_sides(number: int, weight: float) -> Cue:
    return Cue(lambda s: s.mine == number, weight)


def goals_down(words: str) -> int | None:
    """By how many goals words say that a side was behind: two of "came from two goals down"."""
    down = _DOWN.search(words)
    return None if down is None else _GOALS_DOWN[down.group(1)]
