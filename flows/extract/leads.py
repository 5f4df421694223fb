"""A paragraph and its neighbours -> the cues that it begins a story, or that it does not, by name.

Agencies write leads alike: one sentence of some thirty words that names its people in full with their roles, a club, a
day, and a verb of news. What leans on something told before - a pronoun, a connective, an open quote, "the visitors" -
begins nothing.
"""

from __future__ import annotations

import re

from flows.extract.threads import Cues

_OPENING = re.compile(
    r"(?P<opens_quote>[\"(\[]|'(?!\w+s\b))|(?P<opens_list>[-*:•]|\d{1,2}[ .)])|(?P<opens_small>[a-z])|"
    r"(?P<opens_pronoun>(?:He|She|They|It|His|Her|Their|Its|Him|Them)\b)|"
    r"(?P<opens_linked>(?:But|And|However|Yet|Nor|So|Then|Meanwhile|Also|Still|Though|Instead|Nevertheless|Regardless|Unfortunately|"
    r"Indeed|Or|Nonetheless|Moreover|Furthermore|Either|Neither|Both|Even|Only|Afterwards?|Elsewhere|Asked|Otherwise|Similarly|Thereafter)\b)|"
    r"(?P<opens_pointing>(?:This|That|These|Those|Such|There|Here|Another|Other|Some|Most|All|Among)\b)|"
    r"(?P<opens_personal>(?:I|I'm|I've|We|We've|We're|You|My|Our|Your|If|What|Why|How|Who|Not|Nobody|No)\b)|"
    r"(?P<opens_time>(?:Now|Later|Earlier|Moments|Minutes|Last|Since|Soon|Until|Once|Before|When|While|As|Although|After|Following|Despite|"
    r"With|Having|In|On|At|From|For|By|To|Of)\b)|"
    r"(?P<opens_the>The\b)|(?P<opens_a>An?\b)"
)
_DEFINITE = re.compile(
    r"(?:The|the) (?:\d\d-year-old|visitors|hosts|home side|away side|break|pair|duo|trio|result|defeat|win|victory|goal|match|game|former|"
    r"[A-Z][a-z]+(?:an|ish|ese|ch|man)\b|\w+(?:er|eper|back|ain|and) |club|coach|manager|side|team|players|equaliser|second half|first half)"
)
_NEWS = re.compile(
    r"\b(?:ha(?:s|ve) (?:\w+ly )?(?:been |not )?\w+(?:ed|en|ut|ld|de|wn|id|ft|ed)\b|says?|believes?|insists?|insisted|admits?|admitted|reveal(?:s|ed)|"
    r"hailed|praised|confirmed|is set to|are set to|will (?:not )?\w+|is (?:\w+ )?to|claims|warned|vowed|hopes?|joked|hit out|is expected|could)\b"
)
_RESULT_TOLD = re.compile(
    r"\b(?:\d-\d|beat|win|victory|draw|drew|defeat|goals?|final|scored|earned|rescued|clinch\w+|struck|claimed|secured|sealed|stunned)\b"
)
_COMING = re.compile(
    r"\b(?:travel|travels|host|hosts|face|faces|visit|visits|meet|meets|play|plays|go to|take on|welcome|will be|is on|are at)\b[^.]{0,70}"
    r"(?:\b(?:next|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ \d\d?))\b[^.]{0,30}\.$"
)
_LINEUP = re.compile(r"^(?:Subs|Booked|Goals|Att|Attendance|Ref|Referee|Sent [Oo]ff|Team|Line-?ups?|Scorers?)\b|\b(?:Att|Ref|Referee): ")
_SPEECH = re.compile(r"\b(?:he|she|who|they) (?:said|added|told|explained|continued)\b|\"[^\"]*\" ?(?:said|added)")


def opening(line: str) -> str:
    """How a line opens, as a cue's name; "opens_plainly" for all else."""
    found = _OPENING.match(line)
    return found.lastgroup or "opens_plainly" if found else "opens_plainly"


def lead_cues(line: str, start: int, cues: Cues) -> list[str]:
    """The cues of a paragraph by itself."""
    found = [opening(line)]
    words = line.count(" ") + 1
    found.append(
        "tiny" if words < 8 else "short" if words < 14 else "lead_length" if words <= 45 else "long" if words <= 80 else "very_long"
    )
    stops = line.count(". ") + line.count("! ") + line.count("? ")
    if not stops:
        found.append("one_sentence")
    if line[-1] not in ".!?\"'":
        found.append("unstopped")
    marks = line.count('"')
    if marks % 2:
        found.append("open_quote")
    elif marks:
        found.append("ends_in_quote" if line[-1] == '"' else "quotes")
    if marks and _SPEECH.search(line):
        found.append("speech")
    if _DEFINITE.search(line, 0, 90):
        found.append("definite")
    if cues.dangling:
        found.append("dangling")
    if cues.sided:
        found.append("sided")
    if cues.dated:
        found.append("dated")
    if cues.teams:
        found.append("team")
    if cues.competition:
        found.append("competition")
    if 0 <= cues.first - start < 3:
        found.append("opens_with_name" if cues.first_kind == "NAME" else "opens_with_club")
    if _NEWS.search(line):
        found.append("news")
    if _RESULT_TOLD.search(line):
        found.append("result_told")
    if line.count(",") * 9 > words:
        found.append("listing")
    return found


def closing_cues(line: str) -> list[str]:
    """What the paragraph before says of its story being over."""
    found = []
    if line[-1] == '"':
        found.append("after_quote")
    elif line[-1] == ":":
        found.append("after_colon")
    elif line[-1] not in ".!?'":
        found.append("after_fragment")
    if _COMING.search(line):
        found.append("after_fixture")
    if _LINEUP.search(line):
        found.append("after_lineup")
    return found


def following_cues(line: str) -> list[str]:
    """What the paragraph after says of this one being a lead."""
    return ["then_" + opening(line), *(["then_definite"] if _DEFINITE.search(line, 0, 90) else [])]
