"""Records with a number: a record crowd of 14,327, a club-record £2m, 34 goals, which remains a record, the old best.

In: a sentence's tokens. Out: a `record_best` (`record_other` for what is fewest,
            lowest or second) for each number that
the words around it make a record, whatever else the number measures. "A record of three wins" and a record label are
none.
"""

from __future__ import annotations

import re

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.measures.counted.whose import Whose
from flows.extract.measures.scope import qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.sought import Sought

_SEEDS = Sought(
    r"(?:record|(?:league|club|franchise|division|competition|tournament|conference|world)-high|"
    r"most|fewest|biggest|highest|largest|lowest|youngest|oldest|best|nobody|no one|no-one)\b"
)
_KINDS = frozenset({"NUMBER", "ORDINAL", "MONEY"})
_MOST = r"(?:most|biggest|highest|largest|longest|best|heaviest)"
_LEAST = r"(?:fewest|lowest|smallest|worst)"
_OF_ALL = (
    r"(?: [\w'-]+){0,4}? (?:ever|of anyone|of anybody|of any|by any|by a|by an|in (?:the|a|its|their|her|"
    r"his) (?:[\w'-]+ ){0,3}"
    r"(?:history|country|world)|in [\w'-]+(?: [\w'-]+){0,3} history|for a|for an|have ever|has ever|since records)\b"
)
_BEFORE = re.compile(
    r"\b(?!to )(?:[a-z]+[- ])?(?<!to )record(?:-breaking|-equalling)? (?:(?:crowd|attendance|gate|turnout|fee|"
    r"sum|transfer fee|bid|audience|wage bill|profit|loss|turnover|total|haul|points total)(?: of| was| stands at)? )?"
    r"(?:just |only |around |about |nearly |almost |over |more than )?$"
)
_HIGH = re.compile(
    r"\b(?:league|club|franchise|division|competition|tournament|conference|world)-(?:high|best) (?:of )?$"
)
_HOLDS = re.compile(
    r"\b(?:holds?|held|owns?|owned|has|hold|share|shares) (?:the|their|[\w' ]{2,30}'s?) (?:[\w'-]+ ){0,4}record "
    r"(?:with|of|at|for (?:[\w'-]+ ){1,5}(?:with|at)) (?:an? |just )?$"
)
_BROKEN = re.compile(
    r"\b(?:br[eo]k\w*|broke|smash\w*|shatter\w*|set|eclips\w*) (?:its|a|the|his|her|their|[\w']+'s?) "
    r"(?:[\w'-]+ ){0,3}record\b[^.;]{0,60}$"
)
_A_SUM = re.compile(
    r"(?: [\w'-]+){0,9}?, (?:a|the) (?:sum|fee|figure|price|deal|amount) (?:that|which) "
    r"(?:has |had )?(?:broke|broken|smashed|beat|eclipsed|set|is|was|remains|shattered) [^.;]{0,30}\brecord\b"
)
_PLACED = re.compile(
    r"(?: [\w'-]+){0,5}?(?:,| -) (?:their|its|the club's|his|her|the side's|the team's) "
    r"(?:best|highest|worst|lowest)(?:[ -]ever)? (?:(?:ever|league|top-flight|final) )*"
    r"(?:finish|placing|position|place|standing)\b(?! (?:since|for|of|in (?:\d|two|three|four|five|six|ten)))"
)
_RECORD_SCORER = Sought(
    r"\b(?:record (?:goal-?|goal )?scorers?|record marks(?:man|woman)|"
    r"all-time (?:top |leading |record |highest )?(?:goal-?|goal )?scorers?)\b"
)
_NOT_YET = re.compile(
    r"\b(?:needs?|short of|behind|from|become|overtake|chas\w+|clos\w+ in|surpass|than|former|second|third|fourth|"
    r"of the) (?:[\w'-]+ ){0,4}$"
)
_LEAGUE_HISTORY = " history"
_NO_RECORD = re.compile(
    r"\b(?:a|their|his|her|its|our|win|disciplinary|scoring|goalscoring|track|home|away|"
    r"good|poor) record (?:of |is |was )$"
)
_SETS = re.compile(
    r"\b(?:set|sets|setting|broke|breaks|breaking|equalled|equalling|tied|tying|extended|extending|matched) "
    r"(?:a|an|the|his|her|their|[\w' ]+'s?) (?:[\w-]+ ){0,3}record (?:with|by|to) (?:his|her|their|its|a|"
    r"an|scoring|the)? ?$"
)
_OLD = re.compile(
    r"\b(?:old|previous|existing|former|prior|last|current) (?:[\w-]+ ){0,2}(?:\w+-)?(?:record|best|high|"
    r"mark|highest)"
    r"(?:,| of| was| is| stood at| stands at| had been|:)*(?: [\w' ]{1,24}?)?(?: of| was| is)?,? (?:the )?$"
)
_MARGIN = re.compile(r"\bby (?:more than |over |almost |just |nearly |some |about |around |only |a )*$")
_HELD = re.compile(r"[^.;]{0,40}?(?:belonged to|belongs to|set by|held by|holder|had been|scored by|was|is|were) ")
_AFTER = re.compile(
    r"(?: [\w'-]+){0,9}?(?:,| -) (?:(?:which|that|and that|and) (?:is|was|remains|is still|stands as|"
    r"stood as|still stands as) )?"
    r"(?:still )?(?:a|an|the|another) (?:new |joint |outright |"
    r"all-time )?(?:[\w-]+ ){0,2}record\b(?! (?:signing|holder|label|deal|goal|scor|marks|appear))"
)
_TIES = re.compile(
    r"(?: [\w'-]+){1,6}? (?:ties|tied|equals?|equalled|breaks?|broke|beats?|smashed|sets?|matched|surpassed|"
    r"eclipsed|is|was) "
    r"(?:a|an|the|his|her|their) (?:[\w'-]+ ){0,3}record\b(?! (?:signing|buy|holder|goal|scor|marks|appear))"
)
_SUPERLATIVE = re.compile(
    r"(?: [\w'-]+){0,5}?(?:,| -| was| is|, which was) (?:the |their |its |his |"
    r"her )?(?:(second|third|fourth)[- ])?(?:" + _MOST + "|(" + _LEAST + "))" + _OF_ALL
)
_NOBODY = re.compile(
    r"(?: [\w'-]+){0,8}?(?:,|;| -| –| —| and) (?:nobody|no one|no-one|no player|no man|"
    r"no other) [^.;]{0,40}\b(?:has|have|had) (?:more|scored more|managed more)\b(?! than (?:\w+|\d+) )"
)
_AGED = re.compile(
    r"(?: years?)?(?:,? (?:and )?\d+ (?:months?|days?))?,? (?:[\w-]+ )?(?:the|became the|"
    r"becoming the|is the|was the) (?:youngest|oldest)\b(?=[^.;]{0,40}\b(?:history|ever|to)\b)|"
    r"(?: years?)?(?:,? (?:and )?\d+ (?:months?|days?))?,? (?:[\w'-]+ ){0,4}(?:became|becomes|is|was|becoming) "
    r"(?:the [\w']+'s?|\w+'s|their) (?:[\w-]+ )?(?:youngest|oldest)\b(?! (?:current|surviving|living|remaining))"
)
_BEFORE_AGED = re.compile(
    r"\b(?:youngest|oldest)\b[^.;]{0,40}\b(?:to|ever|history)\b[^.;]{0,50}\b(?:at|aged|"
    r"at the age of) (?:just |only )?$|"
    r"\b(?:the [\w']+'s?|\w+'s|their) (?:[\w-]+ ){0,2}(?:youngest|oldest) (?:ever )?(?:[\w-]+ ){1,3}"
    r"(?:at|aged|at the age of) (?:just |only )?$"
)
_SETTING = re.compile(
    r"(?: [\w'-]+){1,9}?, (?:equalling|tying|breaking|setting|matching|beating|smashing|to equal|to break|to set) "
    r"(?:a|an|the|his|her|their|[\w' ]+'s?) (?:[\w'-]+ ){0,3}record\b"
)
_TO_DO_SO = re.compile(
    r"[ -](?:team|club|side|player|man|woman|nation|months|years|seasons|weeks|time)\b[^.;,]{0,40} to "
    r"(?:break|set|equal|beat|smash|match)\b"
)
_AT = re.compile(r"\bat (?:just |the age of )?$|\baged (?:just )?$")
_TO_THE_DAY = re.compile(r" years,? (?:and )?\d+ days\b")
_CROWD = re.compile(r"\b(?:crowd|attendance|gate|turnout|watched|saw|sees?|in front of|audience)\b")
_OF_THE_CLUB = re.compile(r"[^.;]{0,70}\bin (?:their|its|the (?:club|side|team)'s) (?:[\w'-]+ ){0,2}history\b")
_SHIPPED = re.compile(r"\b(?:conceded|leaked|shipped|let in|lost|conceding|conceding)\b")
_SUPPOSED = frozenset({"HYPOTHETICAL", "NEGATION"})
_BACK, _AHEAD = 80, 110
RECORDS = (_SEEDS,)


def records(owners: CountedOwners, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """The records that a sentence tells with their numbers."""
    lower, span = owners.lower, sentence.span
    if _SEEDS.search(lower, span.start, span.end) is None:
        return []
    found: list[Measure] = []
    found += _of_record_scorers(owners, sentence)
    for at, token in enumerate(tokens):
        if (token.kind not in _KINDS and token.kind != "AGE") or _told(owners, token):
            continue
        before = lower[max(span.start, token.start - _BACK) : token.start].rstrip("£€$")
        after = lower[token.end : min(span.end, token.end + _AHEAD)]
        metric = _metric(token, before, after)
        if metric is None or any(t.kind in _SUPPOSED for t in tokens[max(0, at - 5) : at]):
            continue
        whose = _whose(owners, sentence, tokens, at, before, after)
        if whose is not None:
            record = _record(owners, token, whose, metric)
            record.competition = owners.competition_beside(tokens, at)
            found.append(record)
    return found


def _of_record_scorers(owners: CountedOwners, sentence: Sentence) -> list[Measure]:
    """ "has 87 goals in 132 games and is their record scorer", "all-time top scorer with 87 goals": the goals told of
    the one man."""
    lower, (start, end) = owners.lower, sentence.span
    called = _RECORD_SCORER.search(lower, start, end)
    if called is None or called.group().endswith("s") or _NOT_YET.search(lower, start, called.start()):
        return []
    told = [m for m in owners.subjects.told if start <= m.start < end and m.metric == "player_goals"]
    if len(told) != 1 or told[0].season is not None:
        return []
    one = told[0]
    named = next((t for t in sentence.mentions if t.kind == "PERSON" and t.start > called.end()), None)
    if named is not None and named.value != one.subject:
        return []
    return [Measure(one.start, one.end, one.subject, "record_best", one.value, "goals", "measure/record_told", 0.75)]


def _told(owners: CountedOwners, token: Mention) -> bool:
    """Whether a record is told of the number already."""
    told = owners.subjects.told
    return any(m.metric.startswith("record") and m.start <= token.start < m.end for m in told[-6:])


def _metric(token: Mention, before: str, after: str) -> str | None:
    aged_so = _AT.search(before) or (before.endswith(", ") and _TO_THE_DAY.match(after))
    if (aged_so and _AGED.match(after)) or _BEFORE_AGED.search(before):
        return "record_best"
    if token.kind == "AGE":
        return "record_best" if _AGED.match(after) else None
    if token.kind == "MONEY" and (_BROKEN.search(before) or _A_SUM.match(after)):
        return "record_best"
    if token.kind == "ORDINAL" and _PLACED.match(after):
        return "record_best"
    if token.kind == "NUMBER" and (_HIGH.search(before) or _HOLDS.search(before)):
        return "record_best"
    if (_OLD.search(before) and not _MARGIN.search(before)) or _SETS.search(before):
        return "record_best"
    if after.startswith("-time "):
        return None  # "record ten-time winners": their titles
    if token.kind != "ORDINAL" and _BEFORE.search(before) and not _NO_RECORD.search(before):
        return "record_best"
    if _SHIPPED.search(before):
        return None
    if _TO_DO_SO.match(after):
        return None  # "the third club in a year to set one": who did it, no mark
    if _AFTER.match(after) or _TIES.match(after) or _SETTING.match(after) or _NOBODY.match(after):
        return "record_best"
    best = _SUPERLATIVE.match(after)
    if best is None or token.kind == "ORDINAL":
        return None
    return "record_other" if best.group(1) or best.group(2) else "record_best"


def _whose(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, before: str, after: str
) -> Whose | None:
    """A crowd is the home side's, a fee the buyer's, an old record his whom the sentence says to hold it."""
    token = tokens[at]
    if _OLD.search(before):
        held = _HELD.match(after)
        for i in range(at + 1, min(at + 9, len(tokens))) if held is not None else ():
            if tokens[i].kind == "PERSON":
                person = str(tokens[i].value)
                return Whose(person, owners.subjects.club_of(person) or owners.state.centers.focus)
            if tokens[i].kind in SIDES:
                team = owners.state.side(tokens[i], sentence)
                return None if team is None else Whose(team)
    named = next((t for t in tokens[:at] if t.kind == "PERSON"), None)
    follows = next((t for t in tokens[at + 1 :] if t.kind == "PERSON"), None)
    aged = _AGED.match(after) if _AT.search(before) else None
    if token.kind == "AGE" and aged is None and _AGED.match(after):  # "16-year-old Varga became their youngest"
        named = tokens[at + 1] if at + 1 < len(tokens) else token
        return Whose(str(named.value)) if named.kind == "PERSON" else None
    if aged is not None and named is None and follows is not None and follows.end < token.end + aged.end():
        return Whose(str(follows.value))
    if named is not None and _BEFORE_AGED.search(before):
        return Whose(str(named.value))
    if token.kind == "MONEY":
        return owners.of("accounts", sentence, tokens, at, token.end)
    behind = next((i for i in range(at + 1, min(at + 9, len(tokens))) if tokens[i].kind == "COMPETITION"), None)
    if behind is not None and owners.lower.startswith(_LEAGUE_HISTORY, tokens[behind].end) and _CROWD.search(before):
        return Whose(str(tokens[behind].value))  # "a crowd of 39,730, the biggest in A-League history"
    if token.kind != "ORDINAL" and (_CROWD.search(before) or _CROWD.match(after.strip())):
        return owners.of("crowd", sentence, tokens, at, token.end)
    if _OF_THE_CLUB.match(after):  # "X said the club had sold 9,000 season tickets, the most in their history"
        return owners.of("side", sentence, tokens, at, token.end)
    if token.kind == "ORDINAL" and at and tokens[at - 1].kind == "HE":
        him = owners.subjects.people.he(sentence, tokens, at - 1)
        return None if him is None else Whose(him[0], owners.subjects.club_of(him[0]))
    return owners.of("either", sentence, tokens, at, token.end)


def _record(owners: CountedOwners, token: Mention, whose: Whose, metric: str) -> Measure:
    value, unit = (token.value.amount, token.value.currency) if token.kind == "MONEY" else (token.value, "record")
    measure = Measure(token.start, token.end, whose.subject, metric, float(value), unit, "measure/record_told", 0.75)
    measure.other = whose.other
    measure.qualifier = "exact" if token.kind == "ORDINAL" else qualifier_of(owners.lower, token)
    return measure
