"""What a phrase of a result comes to by its own words: a win, a defeat, a draw, as written, or no result at all.

A frame says what its phrase usually comes to. Some phrases are results only on a condition, and some turn with a word:
whoever trails from the first leg lost it, whoever suffers a rout did.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.extract.matches.results.lists_of_sides import acts_behind_an_aside
from flows.extract.matches.results.means import is_met_next
from flows.extract.matches.results.scores import level_after_all
from flows.extract.matches.results.scores_in_words import SHARED
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence, objective
from flows.extract.text.shapes import Frame

_LEADS = ("result.from_first_leg", "result.leg_lead", "result.lead_taken", "result.stood_in_leg")
_OF_A_LEAD = frozenset({"LEAD", "IN_PLAY"})
_SUFFERED = re.compile(
    r"\b(?:suffer\w*|endur\w+|slump\w*|crash\w*|receiv\w+|(?:was|were|been) (?:subjected|given|taught|"
    r"handed)|(?:wrong|receiving) (?:end|side) of)\b[^,;]{0,16}$"
)
_DEALT = re.compile(
    r"\b(?:inflict\w*|complet\w+|hand(?:ed|ing)?(?: out)?|dealt?|deliver\w*|dish\w* out|produc\w+|celebrat\w+|"
    r"enjoy\w*|(?:scor\w+|goals?|brace|hat-trick|double|strikes?|struck|debut|starr\w+|part|celebrat\w+|signed off|"
    r"back|return\w*|respond\w+|to|for|by) (?:in|with|to|by)|to|for|by|earn\w*|record\w*|claim\w*|wrap\w* up|"
    r"seal\w*)\b[^,;]{0,16}$"
)
_ROUTS_DEALT = frozenset("rout romp demolition conquest destruction dismantling stroll canter saunter cakewalk".split())
_NOUN_BEHIND = re.compile(r" (?:[\w-]+ )*?(?P<noun>[\w-]+) (?:at|against|away|with|to|in|on|over)\b")
_BURIED = frozenset({"buried", "bury", "burying", "smashed", "smash", "smashing", "lashed", "swept", "sweep"})
_LOST_DAYS = frozenset(
    "collapse debacle embarrassment humiliation shambles disaster horror-show nightmare thumping mauling loss defeat "
    "reverse beating exit disappointment surrender capitulation upset shock".split()
)
_WON_DAYS = frozenset("triumph result masterclass show performance display league cup home away".split())
_CAME = re.compile(
    r"\b(?:came|come|comes|coming|went|go|goes|going|got|sailed|eased|cruised|scraped|squeezed) through $"
)
_HOLDS = frozenset({"held", "hold", "holds", "holding"})
_LEFT = re.compile(
    r"\b(?:came|come|comes|coming|went|return\w*|travel\w+) (?:away|home|back) $|\b(?:return\w*|emerg\w+) $"
)
_TAKES = re.compile(
    r"\b(?:saw|sees?|seeing|took|takes?|taking|fir(?:ed|es|ing)|shot|shoots|steer\w*|edg(?:ed|es|ing)|eas(?:ed|es|ing)|"
    r"guid(?:ed|es|ing)|sent|sends|carri(?:ed|es)|help\w*|inspir(?:ed|es|ing)|led|leads?|propel\w*|swept|nudg(?:ed|es))"
    r" (?:the |leaders |champions |holders )?$"
)
_APART = re.compile(
    r"[;,]|\b(?:before|after|when|as|while|but|if|lead|led|half-?time|break|level at|made it|it|trail\w*|from|scored|"
    r"meeting|meetings|since)\b"
)
_ASIDE = re.compile(r", (?:both|each|neither|two|with|the|who) [^,.;]{4,60},")
_MET_AT = frozenset({"AT", "AGAINST", "TO", "TRAVEL"})
_IN_A_TIE = re.compile(
    r",? (?:in the (?:other|second|remaining) (?:tie|semi-final|quarter-final|play-off|last-\d+ tie)|"
    r"(?:ahead of|before|going into|heading into|after|from|with) (?:the |their |next week's |one )?"
    r"(?:[\w'-]+ ){0,2}?(?:leg|legs|return)\b)"
)
_PULLED = frozenset({"pegged", "hauled", "dragged", "clawed", "pulled"})
_SOME_NOUN = re.compile(r" (?:[a-z]+ )?(?!lead|advantage|cushion|goal|up\b|win\b)[a-z-]{4,} ")
_DONE = ("al", "ion", "ing", "ment", "ance", "ure", "down", "out")  # what ends the noun of a deed
_TO_A_PLACE = re.compile(
    r"(?: [\w'-]+){0,3}? (?:into|to|in the|on goal|at the|and (?:into|up|out|off|on|to)|"
    r"for (?:second|third|fourth|top)|up)\b"
)
_POINTS = re.compile(
    r" (?:all )?(?:the|three|maximum) (?:points|spoils|victory|win)(?: in (?:the|their|a) (?:[\w-]+ ){0,4}"
    r"(?:opener|game|match|clash|derby|tie|meeting))? (?:at|against)\b"
)
_AT_THE_BREAK = re.compile(r".{0,24}\b(?:half-?time|the break|the interval|midway|after \d+ minutes|up to then)\b")


_INFLICTED = re.compile(r"\b(?:inflict\w*|administer\w*|(?:dish|dol|met|hand|deal)(?:ed|ing|t) out) (?:an? )?$")
_DEALT_OUT = re.compile(
    r" (?:had |have |once |then |later |also )*(?:hand|dealt|deal|gave|give|inflict|dish|administer|dol|serv|met)"
    r"(?:ed|ted|ing|s|es|n)?(?: (?:out|up))?\b"
)


def effect_told(frame: Frame, bound: dict[str, Mention], sentence: Sentence, lower: str) -> str | None:
    """ "win", "loss", "draw" or "written"; None where the phrase tells no result."""
    if not is_told(frame, bound, sentence, lower):
        return None
    if "o" in bound and is_met_next(lower, sentence, bound["first"], bound["o"]):
        return None
    if frame.rule in _LEADS and _is_behind(bound, sentence):
        return "loss"
    if frame.rule == "result.of_a_day" and bound["x"].value[0] == bound["x"].value[1]:
        return "draw"
    if frame.rule == "result.of_a_day":
        return _outcome_of_a_day(lower, bound)
    if frame.rule == "result.score_versus":
        first, second = bound["x"].value
        return "win" if first > second else "loss" if first < second else "draw"
    if frame.rule == "result.loss_noun.bare" and _INFLICTED.search(lower, sentence.span.start, bound["x"].start):
        return "win"
    if frame.effect == "win" and (_suffered(lower, bound, sentence) or _was_routed(lower, bound, sentence)):
        return "loss"
    return frame.effect


def is_told(frame: Frame, bound: dict[str, Mention], sentence: Sentence, lower: str) -> bool:
    """Whether a phrase meets the conditions on which its frame tells a result."""
    condition, words = _CONDITIONS.get(frame.rule), _WORDS.get(frame.rule)
    return (condition is None or condition(bound, sentence)) and (words is None or words(lower, bound))


def _is_behind(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "trailing 2-0 from the first leg", "a 2-1 first-leg deficit"."""
    word = (bound["first"] if bound["first"].kind in _OF_A_LEAD else _lead_of(bound, sentence)).text.lower()
    return word.startswith(("trail", "behind", "down", "deficit"))


def _lead_of(bound: dict[str, Mention], sentence: Sentence) -> Mention:
    """The word of the lead behind a score."""
    between = (m for m in sentence.mentions if bound["x"].start < m.start <= bound["last"].start)
    return next((m for m in between if m.kind in _OF_A_LEAD), bound["last"])


def _is_a_lead(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "take a 2-1 lead into the second leg", where the score was told apart as the first leg's."""
    lead = _lead_of(bound, sentence)
    words = lead.text.lower().endswith(("lead", "advantage", "deficit", "cushion"))
    return words and lead.start - bound["x"].end <= 2 and not sentence.headline


def _leads_in_a_tie(lower: str, bound: dict[str, Mention]) -> bool:
    """ "X lead Y 2-1 in the other semi-final", "lead Y 2-1 ahead of the return", not of a match still going."""
    return _IN_A_TIE.match(lower, bound["x"].end) is not None


def _is_a_winner(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "a 3-0 winner over X": who won, not a goal that did."""
    noun = next((m for m in sentence.of("GOAL_NOUN") if m.start > bound["x"].start), None)
    return noun is not None and noun.text.lower() == "winner" and noun.start - bound["x"].end <= 2


def _tells_a_result(bound: dict[str, Mention], _sentence: Sentence) -> bool:
    """ "Saturday's 3-0 at X": the score right behind its day."""
    return bound["first"].possessive and bound["x"].start - bound["first"].end <= 3


def _outcome_of_a_day(lower: str, bound: dict[str, Mention]) -> str | None:
    """ "Saturday's 3-0 at X" was won, "Saturday's 3-0 collapse at X" lost; what any other noun comes to is open."""
    noun = _NOUN_BEHIND.match(lower, bound["x"].end, bound["o"].start)
    if noun is None:
        return "win"
    return "loss" if noun["noun"] in _LOST_DAYS else "win" if noun["noun"] in _WON_DAYS else None


def _is_one_defeat(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "a 3-1 defeat of X" is a win over X; "the 2-0 defeats of X and Y" are theirs."""
    noun = next((m for m in sentence.of("LOSS_NOUN") if bound["x"].start < m.start < bound["o"].start), None)
    return noun is not None and noun.text.lower() in ("defeat", "beating", "humiliation")


def _is_one_win(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "a 4-0 win by X" was met by somebody; "4-0 wins by X and Y" are results of others."""
    nouns = [m for m in sentence.of("WIN_NOUN") if bound["x"].start < m.start < bound["o"].start]
    return not any(noun.text.lower().endswith(("wins", "victories", "triumphs", "routs")) for noun in nouns)


def _suffered(lower: str, bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "suffered a 4-0 drubbing": a rout for whoever dealt it out."""
    noun = next((m for m in sentence.of("WIN_NOUN") if bound["first"].start <= m.start <= bound["last"].start), None)
    before = lower[max(sentence.span.start, bound["first"].start - 30) : bound["first"].start]
    return noun is not None and noun.value == "of" and bool(_SUFFERED.search(before))


def _was_routed(lower: str, bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "the 4-1 humbling at X", "a 5-0 thrashing against X": a rout of whoever went there, unless it was dealt out."""
    if "o" not in bound:
        return False
    noun = next((m for m in sentence.of("WIN_NOUN") if bound["first"].start <= m.start < bound["o"].start), None)
    if noun is None or noun.value != "of" or noun.text.lower() in _ROUTS_DEALT:
        return False
    link = next((m for m in sentence.mentions if noun.start < m.start < bound["o"].start), None)
    before = lower[max(sentence.span.start, bound["first"].start - 40) : bound["first"].start]
    at_home = lower.endswith(" at home to ", 0, bound["o"].start)
    return link is not None and (link.kind in _MET_AT or at_home) and not _DEALT.search(before)


def both_are_subjects(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "X and Y drew 1-1", not "beat X and Y drew"."""
    index = next(i for i, m in enumerate(sentence.mentions) if m is bound["s"])
    return not objective(sentence.mentions, index) and not bound["s"].possessive


def _both_were_beaten(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "X and Y were beaten 2-0", not "They drew with X and Y and were beaten 2-0"."""
    return both_are_subjects({"s": bound["o"]}, sentence)


def _shared_goals(lower: str, bound: dict[str, Mention]) -> bool:
    """ "The two sides shared four goals": a score in words, behind the verb."""
    in_words = not bound["x"].text[-1].isdigit()
    return in_words and SHARED.search(lower, max(0, bound["x"].start - 24), bound["x"].start) is not None


def _wins_in_one_clause(bound: dict[str, Mention], sentence: Sentence) -> bool:
    """ "beat X", not "avenge their defeat when X visit", nor "X stunned, Y through"."""
    between = [m for m in sentence.mentions if bound["first"].end <= m.start < bound["o"].start]
    cut = bool(between) and between[0].kind == "COMMA" and between[0].start == bound["first"].end
    return not cut and not any(m.kind == "SUBORDINATE" for m in between)


def _is_between(lower: str, bound: dict[str, Mention]) -> bool:
    """ "a 3-3 thriller between X and Y"."""
    return lower.endswith(("between ", "between the "), 0, bound["s"].start)


def _went_to(lower: str, bound: dict[str, Mention]) -> bool:
    """ "ended 2-0 to X", "3-1 in favour of X", but neither "up to" nor "2-1 to X at the break"."""
    between = lower[bound["x"].end : bound["s"].start]
    to = between in (" to ", " to the ") or between.startswith(" in favour of")
    return to and not _AT_THE_BREAK.match(lower, bound["s"].end)


def _is_in_place(lower: str, bound: dict[str, Mention]) -> bool:
    """ "2-1 X" right behind the sides."""
    return bound["x"].start - bound["o"].end <= 2


def _came_through(lower: str, bound: dict[str, Mention]) -> bool:
    """ "came through 4-2 at X", a side that played on, not a goal that came through somebody."""
    return _CAME.search(lower, max(0, bound["x"].start - 24), bound["x"].start) is not None


def _are_level(lower: str, bound: dict[str, Mention]) -> bool:
    """ "X and Y served up a 3-3 classic": a level score in the clause of the two."""
    first, second = bound["x"].value
    aside = _ASIDE.match(lower, bound["o"].end)  # "X and Y, both with hopes of their own, cancelled each other out 0-0"
    clause = bound["o"].end if aside is None or aside.end() > bound["x"].start else aside.end()
    return first == second and _APART.search(lower, clause, bound["x"].start) is None


def _is_level_after_all(lower: str, bound: dict[str, Mention]) -> bool:
    """ "It was 1-1 after 120 minutes"."""
    first, second = bound["x"].value
    return first == second and level_after_all(lower, bound["x"])


def _held(_lower: str, bound: dict[str, Mention]) -> bool:
    """ "held X 1-1": nobody is drawn so."""
    first, second = bound["x"].value
    return first == second and bound["v"].text.lower() in _HOLDS


def _came_away(lower: str, bound: dict[str, Mention]) -> bool:
    """ "came away from X with a 2-0 win", not a side's man who came from X."""
    left = _LEFT.search(lower, max(0, bound["first"].start - 20), bound["first"].start)
    return left is not None and lower.startswith(" with a", bound["o"].end)


def _taken_past(lower: str, bound: dict[str, Mention]) -> bool:
    """ "two goals saw X past Y 2-0", "fired X past Y 3-1"."""
    taken = _TAKES.search(lower, max(0, bound["s"].start - 24), bound["s"].start)
    return taken is not None and lower.startswith((" past ", " to victory over "), bound["s"].end)


def _taken_home(lower: str, bound: dict[str, Mention]) -> bool:
    """ "two goals saw X home 2-1", "sent X through 3-2": what a goal did for its side."""
    taken = _TAKES.search(lower, max(0, bound["s"].start - 24), bound["s"].start)
    return taken is not None and lower[bound["s"].end : bound["x"].start] in (" home ", " through ")


def _pulled_back(lower: str, bound: dict[str, Mention]) -> bool:
    """ "pegged back to 2-2 by Y": a lead that was lost, no man pulled back by his shirt."""
    first, second = bound["x"].value
    return first == second and bound["v"].text.lower() in _PULLED


def _is_past(lower: str, bound: dict[str, Mention]) -> bool:
    """ "a 3-0 stroll past Y": the noun of a verb of winning right behind the score."""
    return lower[bound["x"].end : bound["w"].start] == " " and lower.endswith((" past", " over"), 0, bound["w"].end)


def _is_some_noun_over(lower: str, bound: dict[str, Mention]) -> bool:
    """ "a 2-1 verdict over Y": whatever a result is called that one side has over another, but no lead."""
    noun = _SOME_NOUN.fullmatch(lower, bound["x"].end, bound["w"].start)
    return (
        noun is not None and bound["w"].text.lower() in ("over", "past") and bound["x"].value[0] > bound["x"].value[1]
    )


def _is_some_noun_of(lower: str, bound: dict[str, Mention]) -> bool:
    """ "X's 2-0 dismissal of Y": whatever somebody does to another with a score."""
    noun = _SOME_NOUN.fullmatch(lower, bound["x"].end, bound["w"].start)
    one, two = bound["x"].value
    return noun is not None and bound["s"].possessive and one > two and lower.endswith(_DONE, 0, bound["w"].start - 1)


def _taken_on_past(lower: str, bound: dict[str, Mention]) -> bool:
    """ "goals that helped X past Y", but neither "took X past Y into third" nor with a score of its own."""
    behind = _TO_A_PLACE.match(lower, bound["o"].end) is not None
    return _taken_past(lower, bound) and not behind


def _gives_the_points(lower: str, bound: dict[str, Mention]) -> bool:
    """ "gave X the points at Y", "earned X all three points in their opener against Y"."""
    return _POINTS.match(lower, bound["s"].end) is not None


def _is_apposed(lower: str, bound: dict[str, Mention]) -> bool:
    """ "X, 4-2 winners over Y"; not "a win at X, a 3-0 defeat by Y", which goes on with a list."""
    return bound["s"].kind != "TEAM" or lower[bound["s"].end : bound["x"].start] != ", a "


def _is_dealt_out(lower: str, bound: dict[str, Mention]) -> bool:
    """ "the 4-1 mauling Harland handed out": who is named behind a rout dealt it."""
    beside = bound["s"].start - bound["last"].start < 0 or bound["s"].kind == "TEAM"
    return beside and _DEALT_OUT.match(lower, bound["s"].end) is not None


def _are_listed(lower: str, bound: dict[str, Mention]) -> bool:
    """ "draws at X and Y"; not "drew at X and Y, in fourth, also slipped"."""
    return not acts_behind_an_aside(lower, bound["o2"])


_WORDS: dict[str, Callable[[str, dict[str, Mention]], bool]] = {
    "result.between": _is_between,
    "result.finished_to": _went_to,
    "result.and_to": _went_to,
    "result.in_list_versus": _is_in_place,
    "result.came_through": _came_through,
    "result.goals_shared": _shared_goals,
    "result.lead_in_tie": _leads_in_a_tie,
    "result.winners": _is_apposed,
    "result.losers": _is_apposed,
    "result.dealt_out": _is_dealt_out,
    "result.buried": lambda _, bound: bound["first"].text.lower() in _BURIED,
    "result.held_to": _held,
    "result.came_away": _came_away,
    "result.came_away_level": _came_away,
    "result.taken_past": _taken_past,
    "result.both_level": _are_level,
    "result.pulled_back": _pulled_back,
    "result.taken_home": _taken_home,
    "result.noun.past": _is_past,
    "result.noun.over": _is_some_noun_over,
    "result.noun.of": _is_some_noun_of,
    "outcome.taken_past": _taken_on_past,
    "outcome.given_points": _gives_the_points,
    "outcome.win_noun.both": _are_listed,
    "outcome.loss_noun.both": _are_listed,
    "outcome.draw_noun.both": _are_listed,
    "result.level_after_extra_time": _is_level_after_all,
}
_CONDITIONS: dict[str, Callable[[dict[str, Mention], Sentence], bool]] = {
    "result.of_a_day": _tells_a_result,
    "result.lead_taken": _is_a_lead,
    "result.given_win": lambda bound, _: bound["n"].value != "of",  # a hammering is given to whom it beats
    "result.winner_over": _is_a_winner,
    "result.defeat_of": _is_one_defeat,
    "result.rout_by": _is_one_win,
    "result.both_drew": both_are_subjects,
    "result.both_level": both_are_subjects,
    "outcome.win.object": _wins_in_one_clause,
    "result.beaten.both_by": _both_were_beaten,
    "result.beaten.both": _both_were_beaten,
}
