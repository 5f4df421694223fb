"""A paragraph and its neighbours -> the cues, by name, that it begins a story or does not.

Agencies write leads alike: one sentence of some thirty words that names its people in full, a club, a competition, and
has a verb of news. What leans on something told before - a pronoun, a connective, half a quote, "the visitors" - seldom
begins one.
"""

from __future__ import annotations

import re

from flows.extract.stories.threads import Cast

_OPENING = re.compile(
    # "Deals that fell through: ..." is a part of a list
    r"(?P<opens_label>[A-Z][\w'-]*(?: [\w'-]+){1,5}: )|"
    r"(?P<opens_quote>[\"(\[a-z*:•-]|'(?!\w+s\b)|\d{1,2}[ .)])|"
    r"(?P<opens_pronoun>(?:He|She|They|It|His|Her|Their|Its|Him|Them)\b)|"
    r"(?P<opens_linked>(?:But|And|However|Yet|Nor|So|Then|Meanwhile|Also|Still|Though|Instead|Nevertheless|Regardless|"
    r"Unfortunately|Indeed|Or|Nonetheless|Moreover|Furthermore|Either|Neither|Both|Even|Only|Afterwards?|Elsewhere|"
    r"Asked|"
    r"Otherwise|Similarly|Thereafter|In addition)\b)|"
    r"(?P<opens_pointing>(?:This|That|These|Those|Such|There|Here|Another|Other|Some|Most|All|Among|I|I'm|I've|We|"
    r"We've|"
    r"We're|You|My|Our|Your|If|What|Why|How|Who|Not|Nobody|No|Now|Later|Earlier|Moments|Minutes|Last|Since|Soon|Until|"
    r"Once|Before|When|While|As|Although|After|Following|Despite|With|Having|In|On|At|From|For|By|To|Of|The)\b)"
)
_DEFINITE = re.compile(
    r"[Tt]he (?:\d\d-year-old|visitors|hosts|home side|away side|break|pair|duo|trio|result|defeat|win|victory|goal|"
    r"match|game|former|[A-Z][a-z]+(?:an|ish|ese|ch|man)\b|\w+(?:er|eper|back|ain|and) |club|coach|manager|side|team|"
    r"players|equaliser|second half|first half)"
)
_NEWS = re.compile(
    r"\b(?:ha(?:s|ve) (?:\w+ly )?(?:been |not )?\w+(?:ed|en|ut|ld|de|wn|id|ft)\b|says?|believes?|insist(?:s|ed)|"
    r"admit(?:s|ted)|reveal(?:s|ed)|hailed|praised|confirmed|(?:is|are) set to|will (?:not )?\w+|claims|warned|vowed|"
    r"hopes?|joked|hit out|is expected|could)\b"
)
_ROLE_ALONE = re.compile(
    r"(?:(?:Assistant|Caretaker|Head|Team|Club) )?(?:Assistant|Coach|Captain|Skipper|Boss|Manager|Striker|Midfielder|"
    r"Defender|Winger|Keeper|Goalkeeper|Substitute|Chairman|Physio|Team-mate|Teenager|Debutant) [A-Z]"
)
_COMING = re.compile(
    r"\b(?:travels?|hosts?|faces?|visits?|meets?|plays?|go to|take on|welcome|will be|is on|are at)\b[^.]{0,70}"
    r"\b(?:next|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ \d\d?)\b[^.]{0,30}\.$|"
    r"\b(?:is|are) (?:due|set|scheduled|expected) to (?:resume|restart|return|begin|start|continue|kick off)\b"
    r"[^.]{0,90}\.$|"
    r"\b(?:sit|sits|sitting|lie|lies|lying|stand|stands|standing|remain|remains|are|is|stay|stays)\b[^.]{0,40}"
    r"\b(?:in|at the (?:top|foot|bottom) of) the (?:table|standings|league|division|group)\b[^.]{0,40}\.$"
)
_COMING_WITHIN = 150


def opening(line: str) -> str:
    """How a line opens, as a cue's name; "opens_plainly" where nothing in it leans on what went before."""
    found = _OPENING.match(line)
    return found.lastgroup or "" if found else "opens_plainly"


def lead_cues(line: str, start: int, cast: Cast) -> list[str]:
    """The cues of a paragraph that begins at `start`, by itself."""
    words = line.count(" ") + 1
    found = [opening(line), _length(words)]
    if ". " not in line and "! " not in line and "? " not in line:
        found.append("one_sentence")
    if line.count('"') % 2:
        found.append("open_quote")
    if cast.leans:
        found.append("leans")
    if cast.sided:
        found.append("sided")
    if cast.has_team:
        found.append("team")
    if cast.has_competition:
        found.append("competition")
    if 0 <= cast.first - start < 30:
        found.append(cast.first_is)
        if cast.first - start < 3:
            found.append("opens_with_" + (cast.first_is if cast.first_is[:4] == "name" else "club"))
    if 0 <= cast.titled - start < 70:
        found.append("titled_again" if cast.titled_told else "titled")
    if line.count(",") * 9 > words:
        found.append("listing")
    return found


def answered_cues(following: Cast) -> list[str]:
    """Whether the paragraph after calls people by surname whom this one gives in full."""
    return ["answered"] * min(following.answers, 2)


def _length(words: int) -> str:
    if words < 14:
        return "tiny" if words < 8 else "short"
    return "lead_length" if words <= 45 else "long" if words <= 80 else "very_long"


def telling_cues(line: str) -> list[str]:
    """What the words of a paragraph say of it: a verb of news, a thing or a person that must have been told before."""
    found = ["definite"] if _DEFINITE.search(line, 0, 90) else []
    found += ["opens_role"] if _ROLE_ALONE.match(line) else []
    return [*found, "news"] if _NEWS.search(line) else found


def closing_cues(line: str) -> list[str]:
    """What the paragraph before says of its story being over."""
    last = line[-1]
    if last == '"':
        return ["after_quote"]
    if last not in ".!?'":
        return ["after_fragment"]
    return ["after_fixture"] if _COMING.search(line, max(0, len(line) - _COMING_WITHIN)) else []


def following_cues(line: str) -> list[str]:
    """What the words of the paragraph after say of this one being a lead."""
    opens = opening(line)
    found = ["then_" + opens] if opens in ("opens_pronoun", "opens_linked") else []
    return [*found, "then_definite"] if _DEFINITE.search(line, 0, 90) else found
