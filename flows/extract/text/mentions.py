"""What the scan finds: a mention is a typed stretch of text, and its kind is one letter of a sentence's shape.

A sentence becomes a short string of kinds ("TEAM WIN TEAM SCORE"), over which the frames are matched. Plain words
that no vocabulary knows have no mention; a long run of them is one `GAP`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import count
from typing import Any

KINDS = (
    "TEAM PERSON NAME COMPETITION GROUND PLACE NATIONALITY SCORE NUMBER ORDINAL DATE MINUTE ROUND LEG SEASON "
    "MONEY AGE WIN BEATEN WIN_INTRANSITIVE WIN_NOUN LOSE LOSS_NOUN DRAW DRAW_NOUN FIXTURE HOST TRAVEL "
    "FIXTURE_NOUN VERSUS AGAINST WITH AT TO BY IN OF FOR FROM ON THROUGH AND GOAL_VERB GOAL_ACT GOAL_NOUN "
    "SHOT_NOUN FREE_KICK OWN_GOAL MULTI GIVE_LEAD LEAD SECOND THIRD ONWARD VETO ALMOST HYPOTHETICAL NEGATION "
    "IN_PLAY AGGREGATE EXTRA_TIME SHOOTOUT CLOSED_DOORS TIMES SIDE_HOME SIDE_AWAY SIDE_NOUN THEY WE HE WHO "
    "SUBORDINATE DAY RELATIVE_DAY BE COMMA DASH OPEN CLOSE QUOTE COLON STOP GAP ROLE POSSESSIVE EPITHET "
    "AGGREGATE_SCORE SHOOTOUT_SCORE LIVE_SCORE FINISH NEXT HOME AWAY RESTART MEASURED UNIT STANDING MEASURE RUN "
    "CHANGE QUALIFIER RECORD LATER HALF TIME_UNIT SKIP HAVE A GAME GOALS HIT POINT WINS LOSSES DRAWS SHEET STREAK "
    "SKID GOAL_DIFFERENCE UNBEATEN WINLESS SCORELESS DROUGHT TIGHT STRAIGHT TWOFOLD PAST NEXTFEW EACH SCORED CONCEDED "
    "HAVE_WON LOST DREW TALLY CLEAR BEHIND WITHIN LEVEL MARGIN REACH ZONE PLACES TOP LEADERS PLACED RACE STAND MOVE "
    "COMPLETE CHAMPION TITLE TROPHY ASSIST CAP APPEARANCE PLAYED FORBADE RED YELLOW SENT_OFF CONTRACT SIGNED SOLD FEE "
    "BID YEAR STAY SPENT PLACE_HERE OUT CROWD WATCHED FANS TRAVELLING DEATHS CASES RECOVERIES PERCENT CUT FINE "
    "DONATED SPONSOR BEST RECORDED EVER OCCASION SINCE HAND DOUBLE_FIGURES SCOPE BUT EARNED CAMPAIGN TOGETHER "
    "SUCH HISTORY SCORER WORD LASTED BEGAN DISMISSED BOOKED CAPPED ASMANY MISSED SAW TREBLE SET_UP COMMIT "
).split()
_SPECIAL = frozenset(r"\^$.|?*+-#&~()[]{}")  # to regular expressions
# The first 256 come first: what `re` makes of a set of them is a small table, of others one for all of Unicode.
_LETTERS = (letter for letter in map(chr, count(1)) if letter not in _SPECIAL and not letter.isspace())
LETTER = dict(zip(KINDS, _LETTERS, strict=False))
KIND = {letter: kind for kind, letter in LETTER.items()}


class Mention:
    """A typed stretch of the normal text. `value` depends on the kind; `possessive` where 's follows, `attributive` in
    "the Valencia matches", `compared` in "above Valencia"."""

    __slots__ = ("attributive", "compared", "end", "kind", "possessive", "start", "text", "value")

    def __init__(self, kind: str, start: int, end: int, text: str, value: Any = None, possessive: bool = False) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.value = value
        self.possessive = possessive
        self.attributive = False
        self.compared = False

    def __repr__(self) -> str:
        return f"{self.kind}({self.text!r}{'' if self.value is None else f'={self.value!r}'})"


def of_kinds(mentions: Iterable[Mention], kinds: Container[str]) -> list[Mention]:
    """Those of some kinds, in order."""
    return [m for m in mentions if m.kind in kinds]


def where(mentions: Iterable[Mention], kinds: Container[str]) -> list[int]:
    """The indexes of those of some kinds: a loop over them alone takes no step for all others."""
    return [i for i, m in enumerate(mentions) if m.kind in kinds]
