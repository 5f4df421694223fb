"""The cues of `name_cues`, `dealing_cues`, `standing_cues` and `man_cues`, made ready to be asked at a name.

What stands right before and behind it. In: the lower-case text and where a name begins or ends. Out: the cues there;
`weight` adds them up, for a club above nought, for a person below.
"""

from __future__ import annotations

from flows.extract.cast.dealing_cues import DEALING_CUES
from flows.extract.cast.man_cues import MAN_CUES
from flows.extract.cast.name_cues import CUES
from flows.extract.cast.standing_cues import STANDING_CUES
from flows.extract.text.beside import After, Before, Cues
from flows.extract.text.mentions import Mention

BACK, AHEAD = 44, 48
_CUES = (*CUES, *DEALING_CUES, *STANDING_CUES)
BEFORE = Cues((Before(cue.pattern, BACK), cue) for cue in _CUES if cue.stands == "before")
AFTER, NAMED_GAME, ALONE = (
    Cues((After(cue.pattern, AHEAD), cue) for cue in _CUES if cue.stands == stands)
    for stands in ("after", "article", "alone")
)
OF_A_MAN_BEFORE = Cues((Before(cue.pattern, BACK), cue) for cue in MAN_CUES if cue.stands == "before")
OF_A_MAN_AFTER = Cues((After(cue.pattern, AHEAD), cue) for cue in MAN_CUES if cue.stands == "after")


def weight(lower: str, mention: Mention) -> float:
    """What the words beside a name say for a club less what they say for a person."""
    cues = list(AFTER.at(lower, mention.end))
    if not lower.endswith("and ", 0, mention.start):
        cues += ALONE.at(lower, mention.end)
    cues += OF_A_MAN_AFTER.at(lower, mention.end)
    if not mention.possessive:
        cues += [*BEFORE.at(lower, mention.start), *OF_A_MAN_BEFORE.at(lower, mention.start)]
    return sum(cue.club - cue.person for cue in cues)
