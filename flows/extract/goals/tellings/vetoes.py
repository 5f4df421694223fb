"""Whether a clause takes its goal back: missed, saved, disallowed, nearly, would, a tally, another season.

In: a sentence, the mention that would score and where its scorer stands. Out: True where no goal was scored here.
"""

from __future__ import annotations

import re

from flows.extract.cast.actors import Actor
from flows.extract.text.beside import After
from flows.extract.text.mentions import Mention
from flows.extract.text.phrase_tables import phrase_table
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought
from flows.extract.text.structure import Span

_BEFORE = frozenset({"VETO", "ALMOST", "HYPOTHETICAL", "NEGATION"})
_AFTER = frozenset({"VETO", "NEGATION"})
_NO_DENIAL, _NOT_ENOUGH = (After(phrase_table("goal_phrases.csv")[kind]) for kind in ("NO_DENIAL", "NOT_ENOUGH"))
_PAST = frozenset({"struck", "shot", "slid", "hit", "swept", "bent", "drove", "got", "won", "put", "made"})
_NEXT = (" and ", " but ", " then ", " and then ", " but then ", " before he ", " and later ", " and also ")
_NEW_CLAUSE = frozenset({"SUBORDINATE", "STOP", "QUOTE", "DASH", "COLON", "COMMA", "AND", "WHO"})
_CANCELLED = re.compile(
    r"\b(?:disallowed|ruled out|ruled offside|chalk(?:ed|s|ing)? off|chopped off|struck off|(?:for|was|were|given|"
    r"flagged) offside|offside flag|linesman'?s flag|"
    r"flag was (?:up|raised)|saw a foul|had already blown|blew (?:up )?for|overturned(?! by (?!(?:the )?(?:var|video|"
    r"referee|"
    r"officials?|assistant)))|did not (?:count|stand)|not given|cancelled by|"
    r"wiped out by (?:(?:the |a |an )?(?:var|video|offside|assistant|linesman|flag|referee|foul))|"
    r"(?:ruled|chalked|scrubbed|struck|chopped) (?:it|his effort|the (?:goal|effort|strike|header)) (?:out|off)|"
    r"only for (?:the )?(?:var|video|(?:assistant|linesman|referee|offside|late|raised) [\w' ]{0,20}?flag|flag|referee|"
    r"linesman|assistant|officials?)|var (?:intervened|said no|had other ideas))\b"
)
_UNDONE = re.compile(
    r"^(?: \w+){0,4}?,? (?:just |narrowly |well |agonisingly |inches |high |straight |over |off |but "
    r")*(?:wide|past the (?:post|upright|far post|near post|bar)|"
    r"over the|over from|onto (?:the|a) (?:post|bar|roof)|against (?:the|an?) (?:\w+ )?(?:post|bar|upright|"
    r"woodwork|crossbar|wall|legs?)|off target|off "
    r"(?:the|a) (?:post|bar|line)|"
    r"was (?:well |brilliantly |superbly |correctly |comfortably )?(?:saved|blocked|cleared|kept out|"
    r"tipped|deflected|well wide|wide|gathered|palmed|parried|pushed|ruled|disallowed|clawed|beaten|"
    r"stopped|held)|"
    r"had been (?:saved|blocked|disallowed)|went (?:just )?(?:wide|over)|hit the (?:post|bar|woodwork)|"
    r"(?:flew|fizzed|flashed|whistled|sailed|curled|drifted|trickled|bounced) (?:just |narrowly |well |"
    r"inches |agonisingly )?(?:wide|over|past the))"
)
_TALLY = re.compile(
    r"(?! to (?:make|take) )(?:[^.,;]{0,24}\b(?:in|from|through|for|across) "
    r"(?:his |her |their |the |all |as many )?(?:last |"
    r"first |past |opening |previous )?"
    r"(?:\d+|\w+) (?:[\w-]+ ){0,3}(?:games|matches|appearances|outings|starts|seasons|caps|internationals)\b|"
    r"(?![^.,;]{0,3}\bagainst\b)[^.,;]{0,20}\bin the (?:tournament|competition|league|campaign|finals|top flight)|"
    r"[^.,;]{0,20}\b(?:in each of|in every|in his last|in their last|in consecutive|in successive|so far "
    r"this|this season|all season|a "
    r"season|every week|per game))"
)
_BESIDE_TALLY = re.compile(
    r"\b(?:\d+|[a-z]+teen|ten|twelve|twenty|thirty|forty|fifty|two|three|four|five|six|seven|eight|nine) "
    r"(?:[a-z-]+ ){0,3}(?:caps|appearances|internationals|starts)\b(?: [^.,;:]{0,40})?(?:,|,? and)"
    r"(?: also| has| have)?(?P<verb> (?:scor|nett|bagg|grabb)(?:ed|ing))? $"
)
_GOES_ON = (", ", "and ", "also ", "has ", "have ", "ed ", "ing ")  # what `_BESIDE_TALLY` ends with
_PERFECT = re.compile(
    r"\b(?:(?:the (?:first|only|last|oldest|youngest|\w+ oldest|\w+ youngest)|player|man|teenager|one|"
    r"people|men) (?:\w+ ){0,2}to|placed to|position to|opportunity to|"
    r"opening to|chances? to|hopes? to|waiting to|there to|clear to|has|have|'ve|not|n't|"
    r"never|yet to|without|to have|not to|unlikely to|certain to|poised to|set to|due to|likely to|"
    r"try(?:ing)? to|tried to|attempt(?:ed|ing)? to|failed to|wanted to|looking to|trying|before he could|"
    r"before they could) (?:\w+ly |also |now |already |twice )?$"
)
_SEEMED = re.compile(r"\b(?:looked|seemed|appeared) (?:\w+ly |like |as if )?to have (?:\w+ly )?$")
_TO_OTHERS = re.compile(
    r" (?:between|across|back|square|through to|into the path|into space|wide|along|inside|out|forward|ahead|on to|"
    r"to (?!the "
    r"(?:net|corner))|down|in behind)\b"
)
_ACROSS = re.compile(
    r" (?:it |the ball )?(?:(?:back|down) )?across (?:goal|the (?:face|box|area|goalmouth|six-yard))\b"
    r"(?![^.;]{0,30}\b(?:net|corner|past|inside|into the (?:far|bottom|top))\b)"
)
_CROSSERS = re.compile(
    r"(?:sw(?:ept|eep|ung)|whip|curl|float|fir|drill|dr[io]v|drove|chip|lash|hook|slid|roll|clip|arrow)"
)
_CROSS = re.compile(
    r" (?:a|an|another|his|the|several|some) (?:[\w-]+ ){0,3}(?:corners?|cross(?:es)?|centres?|(?<!loose )ball|"
    r"delivery|deliveries)\b"
)
_SET_PIECE = re.compile(
    r" (?:a|an|another|his|the) (?:[\w-]+ ){0,3}(?:corner|cross|free[- ]kick|ball|pass|set[- ]piece)\b"
)
_KEPT_NO_LEAD = re.compile(
    r"(?: not|n't| never)? (?:to )?(?:hold|hang|cling|build|keep|protect|defend|preserve|capitali[sz]e|extend|"
    r"see out|make the most)\b"
    r"[^.,;]{0,40}\b(?:lead|advantage|cushion|start)\b"
)
_IN_OFF = re.compile(
    r"\bin (?:off|via) |"
    r"\b(?:winner|decider|equali[sz]er|leveller|opener|clincher|second|third|fourth|home) (?:off|via) "
)
_CORNER_KICK = re.compile(r"\bin (?:a|an|another) (?:[\w-]+ ){0,2}corner$")
_IN_TRAINING = re.compile(r"[^.;,]{0,30}\bin (?:training|practice|the warm-up|a behind-closed-doors)\b")
_THEN_DID = re.compile(r" (?:(?:\w+ly|then|later|also|soon|finally|duly|himself|herself|instead) )*")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are) (?:\w+ly |later |then |also )?$")
_NO_PASSIVE = frozenset({"on target", "on the scoresheet", "on the score sheet", "on the mark"})
_STOPS_HIM = re.compile(
    r"\b(?:stop(?:ped|s|ping)?|prevent(?:ed|s|ing)?|den(?:ied|ies|ying)|kept|keep(?:s|ing)?) (?:[a-z-]+ ){0,2}$"
)
_FROM_DOING = (" ", " from ")
_STOPS_SHOT = re.compile(r"(?:'s?)? (?:[\w-]+ ){0,3}(?:shot|effort|header|drive|volley|free-kick|cross) from ")
_RETROSPECT = Sought(
    r"\b(?:last (?:season|term|year|month|week|weekend|time)|earlier (?:this|in the) (?:season|month|week|"
    r"year|campaign)|\w+ (?:years|months|weeks) ago|in (?:19|20)\d\d|previous (?:season|round|meeting)|"
    r"back in (?:january|february|march|april|may|june|july|august|september|october|november|december)|"
    r"his career|the day before|in the reverse|in the corresponding)\b"
)
_NTH = re.compile(
    r" (?:for )?(?:his|her|a|an|the) (?:\d+(?:st|nd|rd|th)|[a-z]+(?:st|nd|rd|th))\b(?! (?:of|in) (?:his|her) career)"
)


def vetoed(lower: str, sentence: Sentence, trigger: Mention, scorer: Actor | None) -> bool:
    """Whether a goal is taken back, before the trigger as far as its scorer, or after it."""
    acts = scorer is None or scorer.start < trigger.start
    passive = (
        acts
        and trigger.kind in ("GOAL_ACT", "GOAL_VERB", "GIVE_LEAD")
        and _PASSIVE.search(lower[max(sentence.span.start, trigger.start - 24) : trigger.start])
    )
    return (
        (acts and scorer is not None and _is_stopped(lower, sentence, trigger, scorer))
        or (bool(passive) and trigger.text.lower() not in _NO_PASSIVE)
        or _taken_back_before(lower, sentence, trigger, scorer)
        or _taken_back_after(lower, sentence, trigger, scorer)
        or _only_passed(lower, sentence, trigger)
        or _not_yet(lower, sentence, trigger)
    )


def _not_yet(lower: str, sentence: Sentence, trigger: Mention) -> bool:
    """ "had the chance to score", "is yet to"; not "looked to have sealed it", which is told of a goal."""
    head = lower[max(sentence.span.start, trigger.start - 30) : trigger.start]
    seemed = trigger.kind in ("GOAL_PHRASE", "GIVE_LEAD") and _SEEMED.search(head)
    return bool(_PERFECT.search(head)) and not seemed


def _is_stopped(lower: str, sentence: Sentence, trigger: Mention, scorer: Actor) -> bool:
    """ "Budd stopped Hale adding another"."""
    gap = lower[scorer.end : trigger.start]
    if not (gap in _FROM_DOING or _STOPS_SHOT.fullmatch(gap)) or not trigger.text.lower().split(" ")[0].endswith("ing"):
        return False
    return _STOPS_HIM.search(lower, max(sentence.span.start, scorer.start - 40), scorer.start) is not None


def _only_passed(lower: str, sentence: Sentence, trigger: Mention) -> bool:
    """ "slid the ball between two defenders", "swept in a corner", "scored three times in training": no goal."""
    rest = lower[trigger.end : min(sentence.span.end, trigger.end + 60)]
    word = trigger.text.lower()
    passed = (word.endswith("the ball") and _TO_OTHERS.match(rest)) or (
        trigger.kind == "GOAL_ACT" and _ACROSS.match(rest) is not None
    )
    crossed = word.endswith(" in") and _CROSSERS.match(word) and _CROSS.match(rest)
    crossed = crossed or _CORNER_KICK.search(word) or (word.startswith("deliver") and _SET_PIECE.match(rest))
    return bool(passed or crossed or _IN_TRAINING.match(rest))


def _taken_back_before(lower: str, sentence: Sentence, trigger: Mention, scorer: Actor | None) -> bool:
    aside = told_aside(lower, trigger, scorer)
    for mention in reversed(sentence.mentions):
        if mention.start >= trigger.start or (aside is not None and aside.start <= mention.start < aside.end):
            continue
        if (
            scorer is not None
            and scorer.start < trigger.start
            and mention.end <= scorer.start
            and not scorer.possessive
        ):
            return mention.kind in ("ALMOST", "HYPOTHETICAL") and scorer.start - mention.end < 3
        named = scorer is not None and scorer.possessive and scorer.how == "name"
        if named and scorer is not None and mention.kind == "SUBORDINATE" and mention.end <= scorer.start:
            return False
        if mention.kind in ("STOP", "QUOTE") or trigger.start - mention.end > 60:
            return False
        if mention.text.lower() == "offside" and lower.startswith(" trap", mention.end):
            continue
        if mention.kind == "NEGATION" and _leaves_it(lower, mention, trigger):
            continue
        if mention.kind in _BEFORE and _KEPT_NO_LEAD.match(lower, mention.end, trigger.end):
            continue
        if (
            mention.kind == "VETO"
            and scorer is not None
            and mention.start > scorer.start
            and _acts_anew(lower, trigger)
        ):
            return False  # "hit the bar and headed in the winner"
        if mention.kind in _BEFORE and not (mention.kind == "VETO" and trigger.start - mention.end > 32):
            return True
        if (scorer is None or scorer.start > trigger.start) and mention.kind in ("COMMA", "AND", "SUBORDINATE", "DASH"):
            return False
    return False


def _leaves_it(lower: str, negation: Mention, trigger: Mention) -> bool:
    """ "no more than a consolation", "two penalties were not enough": what is denied is not the goal."""
    if _NO_DENIAL.match(lower, negation.start) is not None:
        return True
    several = trigger.kind == "MULTI" or trigger.text.lower().endswith("s")
    return several and _NOT_ENOUGH.match(lower, negation.start) is not None


def _acts_anew(lower: str, trigger: Mention) -> bool:
    """Whether a past tense opens its clause behind "and", "but" or "then"."""
    word = trigger.text.lower().split(" ")[0]
    return (word.endswith("ed") or word in _PAST) and lower.endswith(_NEXT, 0, trigger.start)


def told_aside(lower: str, trigger: Mention, scorer: Actor | None) -> Span | None:
    """What is told aside between a man and his deed: "X, whose earlier penalty had been saved, halved the deficit"."""
    if (
        scorer is None
        or scorer.end > trigger.start
        or not lower.startswith((", who", ", having", ", denied"), scorer.end)
    ):
        return None
    closed = lower.rfind(",", scorer.end + 2, trigger.start)
    return Span(scorer.end, closed) if closed > 0 and _THEN_DID.fullmatch(lower, closed + 1, trigger.start) else None


def _taken_back_after(lower: str, sentence: Sentence, trigger: Mention, scorer: Actor | None) -> bool:
    rest = lower[trigger.end : sentence.span.end]
    undone = _UNDONE.match(rest)
    if undone is not None and not _IN_OFF.search(lower, trigger.end - len(" in"), trigger.end + undone.end()):
        return True
    found = _CANCELLED.search(rest)
    if found is not None:
        between = [m for m in sentence.mentions if trigger.end <= m.start < trigger.end + found.start()]
        people = [m for m in between if m.kind == "PERSON" and (scorer is None or m.start != scorer.start)]
        others = [m for m in between if m.kind in ("GOAL_VERB", "WHO", "GOAL_NOUN")]
        return not people and not others
    for mention in sentence.mentions:
        if mention.start < trigger.end:
            continue
        if mention.kind in _NEW_CLAUSE or mention.kind in ("PERSON", "NAME", "FOR") or mention.start - trigger.end > 40:
            return False
        if _IN_OFF.search(lower, trigger.end - len(" in"), mention.start):
            continue
        if mention.text.lower() == "offside" and lower.startswith(" position", mention.end):
            continue
        if mention.kind == "NEGATION" and _leaves_it(lower, mention, trigger):
            return False
        if mention.kind in _AFTER:
            return not _saves_a_side(lower, mention, sentence)
    return False


def _saves_a_side(lower: str, veto: Mention, sentence: Sentence) -> bool:
    """ "his winner saved Ashvale from relegation", "his header denied Ashvale victory", "headed in to deny Ashvale"."""
    denies = lower.startswith("deny", veto.start) and lower.endswith((" to ", ", "), 0, veto.start)
    if not denies and not lower.startswith(("saved", "saves", "saving", "denied", "denies", "denying"), veto.start):
        return False
    return any(m.kind in SIDES and 0 < m.start - veto.end < 6 and not m.possessive for m in sentence.mentions)


def is_tally(lower: str, sentence: Sentence, trigger: Mention) -> bool:
    """ "scored 53 goals in 76 games", "has six league goals": a measure of a player, no goal of a match."""
    following = next((m for m in sentence.mentions if m.start >= trigger.end), None)
    if (
        following is not None
        and following.kind == "NUMBER"
        and following.start - trigger.end < 3
        and following.value is not None
        and following.value > 5
        and not lower.startswith((" seconds", " minutes", " mins"), following.end)
    ):
        return True
    beside = None
    if lower.endswith(_GOES_ON, 0, trigger.start):
        beside = _BESIDE_TALLY.search(lower, max(sentence.span.start, trigger.start - 90), trigger.start)
    counted = following is not None and following.kind == "NUMBER"
    if beside is not None and (counted or beside["verb"] is not None):
        return True  # "won 58 caps and scored four goals"
    if _NTH.match(lower[trigger.end : trigger.end + 24]):
        return False
    return bool(_TALLY.match(lower, trigger.end, sentence.span.end))


def is_retrospect(lower: str, sentence: Sentence, at: int, end: int) -> bool:
    """Whether the trigger's own clause speaks of another day."""
    breaks = [
        m
        for i, m in enumerate(sentence.mentions)
        if m.kind in ("STOP", "DASH", "QUOTE", "SUBORDINATE") or _opens_clause(sentence.mentions[i : i + 2])
    ]
    first = max((m.end for m in breaks if m.end <= at), default=sentence.span.start)
    who = next((m.start for m in sentence.mentions if m.kind == "WHO" and m.start < at), None)
    closed = -1 if who is None else lower.rfind(",", who, at)
    if closed > 0 and _THEN_DID.fullmatch(lower, closed + 1, at):
        first = max(first, closed)  # "X, who joined last season, scored"
    last = min((m.start for m in breaks if m.start >= end), default=sentence.span.end)
    return _RETROSPECT.search(lower, max(first, at - 90), min(last, end + 90)) is not None


def _opens_clause(pair: list[Mention]) -> bool:
    """ "and Drinkwater ...": a new subject after and."""
    return (
        len(pair) == 2
        and pair[0].kind in ("AND", "COMMA")
        and pair[1].kind in ("PERSON", "NAME")
        and pair[1].start - pair[0].end < 3
        and not pair[1].possessive
    )
