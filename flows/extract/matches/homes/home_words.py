"""Who was at home by the words beside a result: "at home", "a 2-0 away win", "hosts X", "on their own patch"."""

from __future__ import annotations

import re

from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence, previous
from flows.extract.text.sought import Sought

_GOES_ON = r"(?: (?!but\b|and\b|before\b|after\b|while\b|then\b|as\b|when\b)[a-z]+)?"
_SWEPT = re.compile(
    r"\b(?:blew|blows?|blown|blowing|swept|sweeps?|brushe?[sd]?|pull\w*|put|got|ran|threw|gave) (?:[\w-]+ ){0,2}away\b"
)
_AWAY_BEFORE = re.compile(rf"\b(?:(?<!pulled )(?<!pulling )(?<!pull )away|on the road){_GOES_ON} $")
_HOME_BEFORE = re.compile(
    rf"\b(?:home{_GOES_ON}|at home,|on (?:their|its|his|our) own (?:patch|turf|ground|soil|pitch|"
    rf"territory),?(?: an?)?) $"
)


_IN_A_HOME_GAME = re.compile(
    r",? (?:in|for|during|at) (?:their|its|his|our) (?:[\w-]+ ){0,2}home (?:game|match|fixture|outing|opener|debut|win|"
    r"league game|league match)\b"
)
_STILL_TO_COME = re.compile(  # "the 1-1 draw means that they must meet again at X"
    r"\b(?:will|must|means?|meant|have to|has to|need to)\b(?:[^.;]{0,40}\b(?P<again>again|replay|return|rematch))?"
)
_NOUN_PLACED = re.compile(  # "beat X with a 2-1 win at home", "a 2-1 away win"
    r" (?:(?P<at>home|away) (?:win|victory|success|triumph|draw|defeat|loss|reverse)|"
    r"(?:win|victory|success|triumph|draw|defeat|loss|reverse) (?P<on>at home|on home soil|away|on the road))\b"
    r"(?! (?:to|at|from)\b)"
)
_IN_A_LEG = re.compile(r",? (?:in|from|after) (?:the|their|its|his) (?P<where>home|away)[ -]legs?\b")


_PLACE_OF = re.compile(  # "we beat them 2-0 at our place"
    r"(?: last (?:season|year|time|month|week))? (?:at|on|in) (?P<whose>our|their) (?:own )?(?:place|ground|patch|"
    r"stadium|"
    r"turf|pitch|back ?yard|house|manor)\b"
)


_LISTED = frozenset({"AND", "COMMA"})
_PLACED = re.compile(r" (?:(?P<home>at home)\b(?! to\b)|away\b(?! to\b| at\b| from\b))")
_IN_TOWN = re.compile(r"(?: (?:on|last|this) [a-z]+)? (?:in|at) (?P<town>[a-z-]+)\b")


def home_of_bare(lower: str, bound: dict[str, Mention], subject: str, other: str) -> str | None:
    """ "lost 1-0 at home", "a 2-0 away win": where nobody is named beside the score."""
    words = f"{_without_came_home(lower, bound)} "
    after = lower[bound["last"].end : bound["last"].end + 16]
    ahead = lower[max(0, bound["first"].start - 8) : bound["first"].start]
    patch = lower[max(0, bound["first"].start - 30) : bound["first"].start]
    if (whose := _PLACE_OF.match(lower, bound["last"].end)) is not None:
        return subject if (whose["whose"] == "our") != (" us " in words) else other
    leg = _IN_A_LEG.match(lower, bound["last"].end)
    if leg is not None:
        return subject if leg["where"] == "home" else other
    if (town := _IN_TOWN.match(lower, bound["last"].end)) is not None and other.lower().split()[0] == town["town"]:
        return other
    if after.startswith((" at home", " on home soil")) or " home " in words or _HOME_BEFORE.search(patch):
        return subject
    if after.startswith((" away", " on the road", " there")) or " away " in words or ahead.endswith(" away "):
        return other
    return None


def home_by_words(lower: str, bound: dict[str, Mention], sentence: Sentence, subject: str, other: str) -> str | None:
    """The home side where somebody is named: "hosts X", "at X", "home to X", "a 2-0 away win over X"."""
    if bound["o"].kind in ("SIDE_HOME", "SIDE_AWAY"):
        return other if bound["o"].kind == "SIDE_HOME" else subject
    if bound["first"].kind == "FROM":
        return other  # "came home from X with a 2-0 win"
    leg = _IN_A_LEG.match(lower, bound["last"].end)
    if leg is not None:
        return subject if leg["where"] == "home" else other
    before = _link_before(sentence, bound["o"])
    text = _without_came_home(lower, bound)
    after = lower[bound["last"].end : bound["last"].end + 14]
    ahead = lower[max(0, bound["first"].start - 30) : bound["first"].start]
    beside = lower[max(0, bound["o"].start - 10) : bound["o"].start]
    if beside.endswith((" hosts ", " host ", "hosts, ")):
        return other
    if beside.endswith((" visitors ", " visiting ")):
        return subject
    if lower.startswith(("host ", "visiting "), sentence.span.start):
        return subject if lower[sentence.span.start] == "h" else other
    if bound["first"].kind in _LISTED and (placed := _PLACED.match(lower, bound["last"].end)) is not None:
        return subject if placed["home"] else other
    if _AWAY_BEFORE.search(ahead):
        return other
    if _HOME_BEFORE.search(ahead):
        return subject
    if (noun := _NOUN_PLACED.match(lower, bound["last"].end)) is not None:
        return subject if "home" in (noun["at"] or noun["on"]) else other
    if before is not None and before.kind == "TRAVEL" and before.text.lower() == "visiting":
        return subject
    if _IN_A_HOME_GAME.match(lower, bound["last"].end):
        return subject
    if (whose := _PLACE_OF.match(lower, bound["last"].end)) is not None and bound["o"].kind in ("WE", "THEY"):
        return subject if (whose["whose"] == "our") != (bound["o"].kind == "WE") else other
    if "home" in text.split() or "home to" in text or after.startswith((" at home", " on home")):
        return subject
    if after.startswith(" away"):
        return other
    if before is not None and before.kind in ("AT", "TRAVEL"):
        ahead_of_it = _STILL_TO_COME.search(text)
        return other if ahead_of_it is None else subject if ahead_of_it["again"] else None
    return other if "away" in _SWEPT.sub("", text).split() else None


def _without_came_home(lower: str, bound: dict[str, Mention]) -> str:
    """The words of a result, but for the "home" of "saw X home 2-1" and "scraped home 2-1", which is no ground."""
    text = lower[bound["first"].start : bound["last"].end]
    taken = "s" in bound and "x" in bound and lower[bound["s"].end : bound["x"].start] == " home "
    taken |= bound["first"].kind == "WIN_INTRANSITIVE" and bound["first"].text.lower().endswith(" home")
    return text.replace(" home ", " ", 1) if taken else text


def _link_before(sentence: Sentence, side: Mention) -> Mention | None:
    """What stands before a side and its adjectives: the "at" of "at third-placed Italian side X"."""
    link = previous(sentence, side)
    while link is not None and link.kind in _ADJECTIVES and side.start - link.start < _OBJECT_NEAR:
        link = previous(sentence, link)
    return link


_ADJECTIVES = frozenset({"NATIONALITY", "ORDINAL", "SIDE_NOUN", "COMPETITION", "ROLE", "NUMBER", "STANDING"})
_OBJECT_NEAR = 32  # letters between a verb of travelling and whom it leads to
THE_REVERSE = (
    r"(?:reverse (?:fixture|meeting|game|match|encounter)|return (?:fixture|meeting|game|match) (?:in|last|at))\b"
)
_OTHER_MEETING = Sought(
    rf"(?P<turned>{THE_REVERSE})|"
    r"same (?:ground|venue|stadium|field|pitch|arena|fixture)\b|corresponding (?:fixture|game|match|meeting)\b|"
    r"equivalent (?:fixture|game|match|meeting)\b|this fixture\b|"
    r"(?:last|previous|first) (?:visit|trip) (?:here|there)\b"
)
_CROWD_SILENCED = Sought(
    r"(?:silenc|stunn|quieten|hush)(?:ed|ing|es|s|e) (?:the |a |an )?(?:[\w-]+ ){0,3}?"
    r"(?:crowd|stadium|ground|arena|\d[\d,]{3,}|full house|sell-out|supporters|faithful|fans)\b"
)
_OWN = Sought(
    r"(?P<away>away from home\b|on the road\b|playing away\b|(?:unbeaten|winning|winless|perfect|flawless|losing) "
    r"away (?:run|record|start|streak|form)\b|on their travels\b|travelling (?:fans|supporters|support|faithful)\b)|"
    r"playing at home\b|(?:unbeaten|winning|winless|perfect|flawless|losing) home (?:run|record|start|streak|form)\b|"
    r"(?:their|its) own (?:patch|turf|ground|soil|pitch|territory|stadium|backyard|fans|supporters|crowd|followers|"
    r"faithful)\b|home (?:fans|crowd|supporters|faithful|support)\b|"
    r"(?P<one>home|(?P<off>away)) (?:league |cup )?(?:wins?|victor(?:y|ies)|defeats?|loss(?:es)?|draws?|games?|"
    r"match(?:es)?|outings?|points?|record)\b"
)
_CAME_FROM = re.compile(
    r"\b(?:return(?:s|ed|ing)?|(?:came|come|comes|coming) (?:away|back|home)|(?:travel|head)(?:s|l?ed|l?ing)? "
    r"(?:home|back)|escape[ds]?|depart(?:s|ed)|emerge[ds]?|(?:takes?|took) (?:all three|the|"
    r"a) points?(?: back| home)?) (?:home )?from "
    r"(?:the )?$"
)
_BESIDE = 60
_NTH = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|\d+(?:st|nd|rd|th)|successive|"
    r"straight|consecutive|opening|final|last|only|as many|perfect|proud) $"
)
_FARED_ILL = re.compile(r"\b(?:defeats?|loss(?:es)?)$")
_SILENCED = re.compile(
    r"\b(?:silenc|stunn|quieten|shock|upset|disappoint|dismay|subdu|deflat|frustrat)\w+ (?:the |a |\w+ )*$"
)


def another_meetings_home(lower: str, sentence: Sentence, end: int, home: str, away: str) -> str | None:
    """The home side of a meeting told by one whose home side is known: "on the same ground" it is that, "in the reverse
    fixture" the other."""
    cue = _OTHER_MEETING.search(lower, sentence.span.start, sentence.span.end)
    if cue is None or cue.start() - end > _BESIDE:
        return None
    return away if cue["turned"] else home


def home_by_own_words(lower: str, sentence: Sentence, subject: str, other: str, loser: str | None = None) -> str | None:
    """The home side of the one match of a sentence that tells of its subject's own ground, fans or record: "booed by
    their own supporters", "a fourth straight away win"; whoever lost disappointed the home fans."""
    if _CROWD_SILENCED.search(lower, sentence.span.start, sentence.span.end):
        return other
    cue = _OWN.search(lower, sentence.span.start, sentence.span.end)
    if cue is None or (cue["one"] and not _NTH.search(lower, max(0, cue.start() - 24), cue.start())):
        return None
    silenced = _SILENCED.search(lower, max(sentence.span.start, cue.start() - 30), cue.start())
    if silenced is not None and loser is not None:
        return loser
    away = cue["away"] is not None or cue["off"] is not None or silenced is not None
    dealt = loser == other and _FARED_ILL.search(cue[0]) is not None  # "inflicted a first home defeat on X"
    return other if away != dealt else subject


def came_from(lower: str, sentence: Sentence, pair: tuple[str, str]) -> str | None:
    """ "returned from X with all three points after a 1-0 win": the side of two that was left."""
    for side in sentence.mentions:
        mine = side.kind == "TEAM" and side.value in pair and not side.possessive
        if mine and _CAME_FROM.search(lower, max(sentence.span.start, side.start - 36), side.start):
            return str(side.value)
    return None


def _names_the_hosts(sentence: Sentence, index: int) -> bool:
    """ "Hosts X opened with a win", "against hosts X": who is called so, not who receives somebody."""
    if sentence.mentions[index].start <= sentence.span.start + 1:
        return True
    before = sentence.mentions[index - 1] if index else None
    beside = before is not None and sentence.mentions[index].start - before.end <= 1
    return beside and before is not None and before.kind in ("WIN", "AGAINST", "AND", "AT", "TO", "BY", "WITH", "COMMA")


def home_by_journey(sentence: Sentence, end: int, pair: tuple[str, str]) -> str | None:
    """ "went to the leaders, X, and won 3-0", "welcomed X and beat them": who received whom before it is told."""
    for index, verb in enumerate(sentence.mentions):
        if verb.start >= end:
            return None
        if verb.kind not in ("TRAVEL", "HOST"):
            continue
        behind = [m for m in sentence.mentions[index + 1 : index + 4] if m.kind == "TEAM"]
        if behind and behind[0].value in pair and behind[0].start - verb.end <= _OBJECT_NEAR:
            there = str(behind[0].value)
            if verb.text.lower() in ("hosts", "host") and _names_the_hosts(sentence, index):
                return there
            return there if verb.kind == "TRAVEL" else pair[1] if there == pair[0] else pair[0]
    return None
