"""Matches told by the opponent alone: "the knock he picked up against X", "will miss the game with X", "the X match".

In: the sentences and the matches found so far. A side after "against", "with" or "at" is an opponent where a match or
what can only happen in one governs the preposition; whose match it is says `whose`, when it is `told_time`. Only pairs
that the story does not tell otherwise are added.
"""

from __future__ import annotations

import re

from flows.extract.matches.meetings.neutral_towns import is_played_at
from flows.extract.matches.meetings.told_time import AHEAD, PAST, time_of
from flows.extract.matches.meetings.whose import Whose
from flows.extract.matches.results.lists_of_sides import home_in_list, listed_after, side_in_list
from flows.extract.matches.results.vetoes import in_a_condition, is_of_lots, is_open, is_somebodys, names_people
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention
from flows.extract.text.sentence import SIDES, Sentence

_LINKS = frozenset({"AGAINST", "WITH", "AT", "IN"})
_SEEDS = frozenset(LETTER[kind] for kind in ("AGAINST", "WITH", "AT", "IN"))
_ADJECTIVES = frozenset({"ROLE", "ORDINAL", "SIDE_NOUN", "COMPETITION", "NATIONALITY", "PLACE", "STANDING", "CHAMPION"})
_NOUN = (
    r"\b(?:match|game|fixture|clash|tie|encounter|showdown|friendly|qualifier|replay|derby|opener|contest|rematch|"
    r"decider|"
    r"collision|tests?|date|action|final|semi-final|quarter-final|semi|legs?|friendlies|qualifiers|play-off|"
    r"assignment|(?:(?:the|their|his|its|our|cup|league|previous|last|next|two|both|first|earlier|this|'s) )meetings?)"
)
_GAP = (
    r"(?:,? (?:on|in|this|last|next|earlier|later|coming|week|weekend|month|season|year|night|today|tomorrow|tonight|"
    r"yesterday|away|home|again|live|midweek|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|"
    r"april|may|"
    r"june|july|august|september|october|november|december|\d+(?:st|nd|rd|th)?|(?:at|in|"
    r"for) (?:the )?[\w-]+(?: (?:park|road|"
    r"lane|stadium|ground))?))"
)
_OPENING = (
    r"\b(?:open|begin|start|launch|kick(?:s|ed|ing)? off|complete|conclude|finish|end|resume)(?:s|ed|ing)? "
    r"(?:their|the|its|his|our|a|another) (?:[\w'-]+ ){0,2}(?:seasons?|campaigns?|defen[cs]e|programme|bid|term|year|"
    r"league season|quest|adventure)(?: in (?:[\w-]+ ){1,3}?| by playing)? ?$"
)
_BY_NOUN = re.compile(
    rf"{_NOUN}{_GAP}{{0,4}},? (?:\([^)]*\) )?$|"
    r"\bnext (?:[\w-]+ ){0,2}(?:game|match|fixture|outing|test|assignment|date)\b[^.;,]{0,40} (?:is|will be|comes?) $|"
    r"\b(?:games?|match(?:es)?|fixtures?|ties?|outings?|assignments?) (?:is|are|will be|comes?|being) (?:both |all )?"
    r"(?:at home,? |away,? )?$|"
    r"\bthe (?:first|second|third|last|next|latest|other)(?: of (?:them|those|which|the \w+))?(?: is| was|"
    r" comes| being)? $|"
    r"\bthe (?:[\w-]+ ){0,2}(?:games|matches|fixtures|clashes|meetings|ties) $|"
    r"\b(?:next|coming|remaining|two|three|four|five|successive|home|away) (?:games|matches|fixtures|ties) $|"
    + _OPENING
)
_OPENS_WITH = re.compile(_OPENING)
_SEVERAL = re.compile(
    r"\b(?:games|matches|fixtures|ties|clashes|meetings|trips|qualifiers|friendlies)(?: at home| away)? $"
)
_EVENT = re.compile(
    r"\b(?:sent[- ]off|sending-off|dismiss\w+|red[- ]card\w*|book(?:ed|ing)|caution\w+|debut|"
    r"injur(?:y|ies|ed|ing)|hurt|limp\w+|hobbl\w+|carried off|stretcher\w+|taken off|came on|came off|coming (?:on|"
    r"off)|"
    r"substitut\w+|hamstring|knock|broke|breaking|broken|fractur\w+|twist\w+|strain\w+|tore|torn|tearing|damag\w+|"
    r"dislocat\w+|concuss\w+|displays?|performances?|showing|heroics|impress\w+|shone|starred|starring|excell\w+|"
    r"man-of-the-match|start(?:s|ed|ing)?|starting|appear(?:ed|ing|ance)|play(?:s|ed|ing)?|featur\w+|return(?:s|ed|"
    r"ing)?|error|mistake|"
    r"blunder|gaffe|tackle|challenge|foul\w*|incident|div(?:e|ed|ing)|spitting|spat|head-?butt\w*|elbow\w*|punch\w*|"
    r"lung\w+|handball|missile|leads? (?:the|their) (?:line|attack)|spearhead\w*|"
    r"save[sd]?|comeback|bow|line[sd]? up|line-up|left out|dropped|rested|omitted|"
    r"exclusion|captain(?:ed|s)?|led|assist\w*|pitch|half-time|draw|win|defeat|cap|exit|collapse|(?:was|were|"
    r"been) (?:\w+ ){0,2}(?:poor|good|excellent|brilliant|superb|awful|terrible|sloppy|outstanding|magnificent|"
    r"great))\b"
)
_AT_EVENT = re.compile(
    r"\b(?:sent[- ]off|dismissed|shown a red card|injured|hurt|booked|limp\w+ off|hobbl\w+ off|carried off|"
    r"stretchered off|"
    r"taken off|knocked out|exit|collapse|humbling|off the bench|came on|debut|fightback)(?: (?:again|late|early|"
    r"last \w+|on \w+))? $"
)
_AHEAD_AT = re.compile(
    r"\b(?:involved|feature|start|play|debut|line up|bow|return|be back|available|in contention|be fit|in the squad|"
    r"on the bench|walks? out|take part)(?: again| for \w+)? $"
)
_NO_MATCH = re.compile(
    r"\b(?:records?|statistics|charges?|claims?|case|cases|complaints?|allegations?|appeal\w*|evidence|legal|court|"
    r"lawsuit|sue|suing|"
    r"(?:legal|court|disciplinary|further|no|take|taking|took|taken) (?:\w+ )?action|bid|vote\w*|protest\w*|"
    r"campaign\w*|fight|rul(?:ed|ing)|decid\w+|spoke|speak\w*|warn\w*|prejudice|"
    r"discriminat\w+|"
    r"racism|chants?|abuse|advised|argu\w+|nothing|insur\w+|odds|leaned?|up against it|hold|grudge|vendetta|pitted|"
    r"lots?|"
    r"withdr\w+|pull(?:ed|ing) out|boycott\w*|abandon\w*|cancel\w*|called off|loan|contract|trial|talks|training|"
    r"train|transfer|move|deal|spell|career|stay|future|job|role|"
    r"(?:four|five|six|seven|eight|nine|ten|\d+) (?:(?!before |and |with |for |then )[\w-]+ ){0,3}(?:games|matches|"
    r"meetings|goals|times|appearances)|"
    r"(?:of|in|from) (?:the|their|his|her|its|our) (?:(?:last|past|previous|first|opening) )?(?:two|three) "
    r"(?:[\w-]+ ){0,3}(?:games|matches|meetings|visits|trips)|"
    r"head-to-head|unbeaten|undefeated|winless|last \w+ (?:games|matches|meetings))\b[^.;,]{0,30}$"
)
_NOT_PLAYED = re.compile(
    r"\b(?:withdr\w+|pull\w* out|boycott\w*|forfeit\w*|postpone\w*|abandon\w*|wiped out|called off|washed out|"
    r"put(?:ting|s)? paid to|(?:snow|frost|ice|fog|rain|floods?|storms?|weather) (?:\w+ )?(?:claim|saw|cost|wreck|ruin|"
    r"scupper|prevent|forc)\w*)\b[^.;]*$"
)
_WAS_OFF = re.compile(
    r" (?:was|were|has been|had been|is) (?:later )?(?:abandoned|postponed|called off|halted|rained off)\b|"
    r" (?:fell (?:victim|foul)|succumbed|was lost) (?:to|of)\b"
)
_KNOCKED = re.compile(r"\b(?:knocked|dumped|put|knocking|dumping) (?:the )?$")
_OUT = re.compile(r" (?:out(?! on loan| to| for)|crashing out)\b")
_NAMED_GAME = re.compile(
    r" (?:(?:fa |league |carling |uefa |cup |champions league |premiership |european |home |away |final )*)"
    r"(?:match|game|tie|clash|fixture|encounter|showdown|defeat|trip|replay|match-up)\b"
    r"(?! (?:against|with|at|v|between|to|plan)\b|-)"
)
_NAMED_BEFORE = re.compile(
    r"\b(?:the|that|this|after|for|in|of|last (?:week|night|weekend|month|season)'s|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day's|next (?:week|month)'s|recent|upcoming|"
    r"previous|forthcoming) $"
)
_CLAUSE = re.compile(r".*(?:[,;:(\"]| - |\b(?:but|while|although|as|because|and that|and then) )", re.DOTALL)
_NEXT_VERB = re.compile(r".*\b(?:and|but) (?:could|will|may|might|should|would|is|was|has|had) ", re.DOTALL)
_GOALS = frozenset({"GOAL_VERB", "GOAL_NOUN", "GOAL_ACT", "MULTI", "SHOT_NOUN", "OWN_GOAL"})
_REACH = 84
_WHICH = re.compile(r",? (?:which|that|one which|a (?:game|match) (?:which|that)) (?:the )?")
_PLACED_GAMES = re.compile(
    r"\b(?P<where>home|away) (?:league |cup )?(?:games?|match(?:es)?|fixtures?|clash(?:es)?|dates?|ties?|double) $"
)
_FARED = re.compile(r" (?:\w+ly )?(?:lost|won|drew|lose|win|dominated|edged)\b")


class Opponents:
    """Adds to the matches of one story those of which only the opponent is named."""

    def __init__(self, state: StoryState, whose: Whose, matches: list[MatchTold]) -> None:
        self.state = state
        self.whose = whose
        self.matches = matches
        self.lower = state.text.lower

    def read(self) -> None:
        """The matches of the story that are told so."""
        for sentence in self.state.sentences:
            if not sentence.headline and self._may_tell(sentence):
                for index, side in enumerate(sentence.mentions):
                    if side.kind in SIDES:
                        self._look_at(sentence, index, side)

    def _may_tell(self, sentence: Sentence) -> bool:
        """Whether a preposition, a game named after a side or "out" stands in a sentence."""
        if not _SEEDS.isdisjoint(sentence.shape) or any([m.attributive for m in sentence.mentions]):
            return True
        return self.lower.find(" out", sentence.span.start, sentence.span.end) >= 0

    def _look_at(self, sentence: Sentence, index: int, side: Mention) -> None:
        link = self._link(sentence.mentions, index)
        if link is not None and not side.possessive and self._governed(sentence, link, side):
            self._add(sentence, link, side, "opponent.link")
        elif self._is_knocked_out(side):
            self._add(sentence, side, side, "opponent.knocked_out")
        elif link is None and side.attributive and self._is_named_game(side):
            self._add(sentence, side, side, "opponent.game")

    def _link(self, mentions: list[Mention], index: int) -> Mention | None:
        """The preposition a side hangs on, with nothing but its own adjectives between."""
        if not index:
            return None
        position = index - 1
        while position > 0 and mentions[position].kind in _ADJECTIVES and index - position < 4:
            position -= 1
        link = mentions[position]
        between = self.lower[link.end : mentions[index].start]
        near = len(between) < 44 and "," not in between and " and " not in between
        return link if link.kind in _LINKS and near else None

    def _governed(self, sentence: Sentence, link: Mention, side: Mention) -> bool:
        """Whether a match, or what happens in one, governs the preposition."""
        start = max(sentence.span.start, link.start - _REACH)
        before = self.lower[start : link.start]
        word = self.lower[link.start : link.end]
        joined = _NEXT_VERB.match(before)
        if (
            (_NO_MATCH.search(before, joined.end() if joined is not None else 0) and not _OPENS_WITH.search(before))
            or _NOT_PLAYED.search(before)
            or _WAS_OFF.match(self.lower, side.end)
        ):
            return False
        noun = bool(_BY_NOUN.search(before[-44:])) or self._is_one_each(sentence, before, side)
        if word == "with" or word == "in":
            return noun
        if word == "at":
            dated = any(m.kind == "DATE" and 0 < m.start - link.end < 40 for m in sentence.mentions)
            return noun or bool(_AT_EVENT.search(before)) or (dated and bool(_AHEAD_AT.search(before)))
        if word != "against":
            return False
        if any(self._is_goal(m) and -40 < m.start - link.start < 0 for m in sentence.mentions):
            return noun  # of which match a goal is, `goal_against` tells
        if any(m.kind == "DATE" and 0 <= link.start - m.end < 4 for m in sentence.mentions):
            return True  # "passed the mark in February against X"
        clause = _CLAUSE.match(before)
        return noun or bool(_EVENT.search(before, clause.end() if clause is not None else 0))

    def _is_one_each(self, sentence: Sentence, before: str, side: Mention) -> bool:
        """ "games with X and Y": as many as there are sides."""
        return bool(_SEVERAL.search(before) and listed_after(self.lower, sentence.mentions, side))

    def _is_goal(self, told: Mention) -> bool:
        """Whether a word tells of a goal; a keeper stands "in goal"."""
        return told.kind in _GOALS and not self.lower.endswith(" in ", 0, told.start)

    def _is_knocked_out(self, side: Mention) -> bool:
        """ "knocked X out of the cup"."""
        before = self.lower[max(0, side.start - 14) : side.start]
        return bool(_KNOCKED.search(before) and _OUT.match(self.lower, side.end))

    def _is_named_game(self, side: Mention) -> bool:
        before = self.lower[max(0, side.start - 24) : side.start]
        return bool(_NAMED_GAME.match(self.lower, side.end) and _NAMED_BEFORE.search(before))

    def _add(self, sentence: Sentence, first: Mention, side: Mention, rule: str) -> None:
        bound = {"first": first, "last": side, "o": side}
        if names_people(self.lower, side):
            return
        if is_open(self.lower, sentence, bound) or is_somebodys(sentence, side):
            return
        if is_played_at(sentence, side):
            return
        if in_a_condition(self.lower, sentence, first.start):
            return
        of_lots = is_of_lots(self.lower, first.start)
        status = (
            "scheduled"
            if of_lots
            else {PAST: "played", AHEAD: "scheduled"}.get(time_of(self.lower, sentence, first.start, side.end) or "")
        )
        other = self.state.side(side, sentence)
        if status is None or other is None or self._is_told(side, other):
            return
        subject = self._who_lost_it(sentence, side) or self.whose.of(first.start, sentence, [other])
        if subject is None or subject == other or (rule == "opponent.game" and self._met_others(other, subject)):
            return
        listed = (side, *listed_after(self.lower, sentence.mentions, side))
        of_games = _PLACED_GAMES.search(self.lower, max(sentence.span.start, first.start - 30), first.start)
        for one in listed:
            other = side_in_list(self.state, one, sentence)
            if other is not None and other != subject and not self._pair_is_told(subject, other):
                match = MatchTold(first.start, one.end, status, subject, other, None, None, rule, 0.7, sentence)
                where = home_in_list(self.lower, [*listed, side], one) or (of_games["where"] if of_games else None)
                where = "away" if self.lower.startswith("at ", first.start) else where
                match.home = {"home": subject, "away": other}.get(where or "")
                self.matches.append(match)

    def _who_lost_it(self, sentence: Sentence, side: Mention) -> str | None:
        """ "the game at X, which Y lost": the relative clause says whose it was."""
        later = next((m for m in sentence.mentions if m.start >= side.end and m.kind in SIDES), None)
        if later is None or not _WHICH.fullmatch(self.lower, side.end, later.start):
            return None
        return self.state.side(later, sentence) if _FARED.match(self.lower, later.end) else None

    def _met_others(self, side: str, subject: str) -> bool:
        """Whether the story tells whom a side met, and not this one: "the X game" is that."""
        pairs = [{m.team_1, m.team_2} for m in self.matches]
        met = set().union(*(pair for pair in pairs if side in pair)) - {side}
        return bool(met) and subject not in met

    def _is_told(self, side: Mention, other: str) -> bool:
        return any(
            m.start <= side.start <= m.end and other in (m.team_1, m.team_2) for t in self.matches for m in t.tellings()
        )

    def _pair_is_told(self, one: str, two: str) -> bool:
        return any({m.team_1, m.team_2} == {one, two} for m in self.matches)
