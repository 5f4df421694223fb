"""A side's goal told without its scorer: "the hosts went ahead on 36 minutes. X had the time to ...".

In: sentences in order. Out: its minute, which waits for a scorer as long as one of the next sentences names him, and
its side, which is his where the very next one does.
"""

from __future__ import annotations

import re

from flows.extract.goals.minutes import resolved
from flows.extract.goals.told import GoalTold
from flows.extract.story import StoryState
from flows.extract.text.minutes import Minute
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_CUE = Sought(
    r"\b(?:pressure (?:\w+ )?told|(?:took|take|taking|regained|restored|seized) (?:the|a|an|"
    r"their) (?:[\w-]+ ){0,3}lead|(?:went|gone|fell|"
    r"slipped|"
    r"hit|were|moved|edged|raced|forged) (?:[\w-]+ ){0,2}(?:ahead|in front|the front|level|behind)|did go "
    r"ahead|"
    r"doubled (?:their|the)|(?:got|drew|pulled) (?:back )?level|equali[sz]\w+|struck(?: again)?|scored "
    r"(?:again|a)|(?:breakthrough|goal|equaliser|opener|winner|deadlock)\b[^.;]{0,24}\b(?:arriv\w+|came|"
    r"come|was broken)|"
    r"opened the scoring|broke the deadlock|"
    r"(?:led|leading) to the (?:opening goal|opener|equaliser)|(?:got|had) (?:a|their) (?:second|third|"
    r"fourth|fifth)|pulled one back|penalty was awarded|(?:got|had|reaped|earned) (?:their|its|the|a) (?:\w+ )?"
    r"(?:reward|breakthrough|opener|equaliser|goal)|(?:setback|blow|reward|response|reply)\b[^.;]{0,16}\b(?:came|"
    r"arriv\w+|was not long)|were (?:\w+ )?(?:punished|pegged back|undone|rocked|stunned|breached|caught out|behind|"
    r"ahead|level)|conceded(?! (?:a|the|another) (?:free|penalty|corner))|broke through)\b"
)
_FOR_IT = Sought(
    r"\b(?:took|takes?|taking|taken|regained?|restored?|seized?|retook|retake) (?:the|a|an|their) (?:[\w-]+ ){0,3}lead|"
    r"(?:went|go|gone|hit|were|are|got|get|drew|draw|edged?|raced?|forged?|moved?|pulled|came|come) (?:[\w-]+ ){0,2}?"
    r"(?:ahead|in front|level|back on terms|on level terms|back in (?:it|the (?:game|match)))\b(?! (?:of|with|on "
    r"points))|"
    r"doubled? (?:their|the) (?:lead|advantage)|equali[sz]ed?\b|levelled|(?:pulled|pull|have|had|got|get) (?:one|a "
    r"goal) "
    r"back|(?:got|get|had|have) (?:got )?(?:a|their) (?:second|third|fourth|fifth|equaliser|breakthrough)\b(?! half)"
)
_AGAINST_IT = Sought(
    r"\b(?:fell|went|gone|were|slipped|found themselves) (?:[\w-]+ ){0,2}?behind\b|"
    r"were (?:\w+ )?(?:punished|pegged back|undone|rocked|stunned|breached)\b|"
    r"conceded(?! (?:a|the|another) (?:free|penalty|corner))"
)
_SIDE_TOLD = 4
_THAT = re.compile(
    r"(?:that|it|the goal|that goal) (?:was|came|arrived|made it) (?:\d-\d )?(?:just |only )?"
    r"(?:on|in|after|at|with|\w+ minutes)\b"
)
_NOT = frozenset({"ALMOST", "HYPOTHETICAL", "NEGATION"})
_SENTENCES_ON = 3


class Announcements:
    """The announced minute that still waits for its scorer."""

    def __init__(self, state: StoryState) -> None:
        self.state = state
        self._waiting: tuple[int, Minute] | None = None
        self._last: tuple[int, GoalTold] | None = None
        self._side: tuple[int, str, bool] | None = None  # sentence, side, whether it scored
        self._tell_a_side = frozenset(state.holding(_FOR_IT, _AGAINST_IT))

    def read(self, sentence: Sentence, number: int, told: list[GoalTold]) -> None:
        """Give a waiting minute to the first goal told without one; note a minute this sentence announces."""
        if told:
            self._give_side(number, sentence, told)
            self._give(number, told)
            self._last = number, told[-1]
        elif not self._dated_after(sentence, number):
            self._note(sentence, number)
            self._note_side(sentence, number)

    def _give_side(self, number: int, sentence: Sentence, told: list[GoalTold]) -> None:
        """Let the side that the sentence before told to have scored, or conceded, speak for the first goal here."""
        if self._side is not None and number - self._side[0] == 1 and told[0].described:
            own = told[0].kind == "own_goal"
            if self._side[2] and not own:
                told[0].sides[self._side[1]] += _SIDE_TOLD
            elif not own:
                told[0].sides[self._side[1]] -= _SIDE_TOLD
        self._side = None

    def _note_side(self, sentence: Sentence, number: int) -> None:
        self._side = None
        if sentence.quoted or sentence not in self._tell_a_side:
            return
        for cue, scored in ((_FOR_IT, True), (_AGAINST_IT, False)):
            found = cue.search(self.state.text.lower, *sentence.span)
            if found is None or any(m.kind in _NOT and -40 < m.end - found.start() <= 1 for m in sentence.mentions):
                continue
            side = self.state.centers.about(sentence, found.start())
            if side is not None:
                self._side = number, side, scored
                return

    def _dated_after(self, sentence: Sentence, number: int) -> bool:
        """ "X scored. That was on 74 minutes": the minute of the goal just told."""
        if self._last is None or number - self._last[0] > 1:
            return False
        minute = next((m.value for m in sentence.mentions if m.kind == "MINUTE" and m.value.minute is not None), None)
        goal = self._last[1]
        if minute is None or goal.minute is not None or not _THAT.match(self.state.text.lower, sentence.span.start):
            return False
        goal.minute, goal.added_time = minute.minute, minute.added
        return True

    def _give(self, number: int, told: list[GoalTold]) -> None:
        if self._waiting is not None and number - self._waiting[0] <= _SENTENCES_ON:
            untimed = next((g for g in told if g.described and g.minute is None), None)
            if untimed is not None and all(g.minute is None for g in told):
                untimed.minute, untimed.added_time = self._waiting[1].minute, self._waiting[1].added
        self._waiting = None

    def _note(self, sentence: Sentence, number: int) -> None:
        minutes = [m for m in sentence.mentions if m.kind == "MINUTE"]
        cue = _CUE.search(self.state.text.lower, *sentence.span) if minutes else None
        if cue is not None and not any(m.kind in _NOT and -40 < m.end - cue.start() <= 1 for m in sentence.mentions):
            nearest = min(minutes, key=lambda m: abs(m.start - cue.end()))
            minute = resolved(self.state, nearest)
            if minute is not None and minute.minute is not None:
                self._waiting = number, minute
