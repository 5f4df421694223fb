"""What each score of a story is: final, aggregate, of a shoot-out, of a match still going, or of none (if, would).

The words that govern it decide, in its own sentence: "2-0 up", "made it 3-1", "8-4 on aggregate", "4-2 on penalties".
"""

from __future__ import annotations

import re

from flows.extract.cast import goals_behind_names
from flows.extract.matches.results.aims import what_follows_on
from flows.extract.matches.results.vetoes import only_seemed
from flows.extract.story import StoryState
from flows.extract.text.mentions import LETTER, Mention, where
from flows.extract.text.sentence import SIDES, Sentence, objective
from flows.extract.text.shapes import shape_of

_MADE_IT = re.compile(
    r"(?<![a-z])(?:ma[dk]e it|makes it|making it|put (?!out\b|past\b).{3,40}|lead to|it to|deficit to|back from|"
    r"back to|"
    r"bring it|brought it|pulled it|from|up|(?<!went )(?<!going )(?<!goes )(?<!go )down|trail\w*|led|leading|when|"
    r"behind|ahead|already|(?<!locked )(?<!ended )(?<!finished )(?<!deadlocked )"
    r"(?<!honours even )(?<!honours were even )(?<!spoils were shared )at) $"
)
_PULLED_BACK = re.compile(r"\b(?:pegged|hauled|dragged|clawed|pulled) back to $")
_LIVE_AFTER = re.compile(
    r" ?(?:up|down|ahead(?! of)|behind(?! closed| locked| doors| \w+ \w+'s)|lead|advantage|cushion|"
    r"deficit|in front(?! of)|in arrears|at (?:half[- ]time|the break|the interval)|half[- ]time|"
    r"adrift|to the good|inside|within|after (?:\d+|\w+) minutes|"
    r"(?:(?:just |well |even |long )?before|by) (?:half[- ]time|the interval))\b"
)
_AGG_BEFORE = re.compile(
    r"aggregate(?: score| win| victory| lead)? (?:of |read |was |stood at |finished )?$|\bagg(?:regate)?:? (?:of )?$"
)
_AGG_AFTER = re.compile(
    r"(?:\W*|[ -]\w+ )(?:on |an? )?(?:aggregate|agg\b|overall)(?![^\w,;]{0,3}\d)|\W*(?:win |victory |winners |"
    r"victors |success |triumph |defeat |loss |total |scoreline |verdict )?"
    r"(?:over|across) (?:the two|two|both) (?:legs|games|matches|meetings|ties)\b"
)
_TIE_BEFORE = re.compile(
    r"\b(?:(?:win|wins|won|winning|take|takes|took|taking|lose|loses|lost|losing|edge|edged|settled?|shaded?) the "
    r"(?:two-legged |overall )?tie|tie (?:level|all square|locked)(?: at)?|"
    r"tie (?:that |which )?(?:(?:stood|stands|standing|poised|balanced|finely|evenly|is|was|ended|finished|tied|level|"
    r"locked|left) ){0,3}at|"
    r"aggregate (?:at|of|to|was|stood at)) $"
)
_BOTH_LEGS = re.compile(r"\b(?:won|win|winning|wins|took|taking) both legs\b[^,;:]*$")
_THROUGH_BEFORE = re.compile(
    r"\b(?:progress(?:ed|es|ing)?|advanc(?:e|ed|es|ing)|qualif(?:y|ied|ies|ying)|(?:bow|bowed|crash|crashed|go|went|"
    r"were knocked) out|(?:go|goes|went|going|gone|come|came|squeezed?|edged?|scraped?|sneaked?|eased?|cruised?|"
    r"sailed?) through|complet\w+ (?:an?|the|their)(?: [\w-]+)?) $"
)
_PENS_AFTER = re.compile(
    r"(?: \w+){0,3} ?(?:on (?:post-match |the )?penalt|in a (?:penalty )?shoot|in the (?:penalty )?shoot|on spot-kick|"
    r"in a nervy shoot|after penalt|\)? on pens|in (?:the|a) dramatic|penalty shoot|penalties|"
    r"shoot-?out)| pens\b"
)
_PENS_BEFORE = re.compile(
    r"(?:shoot-?out|penalties|\bpens|on spot-kicks)[ ,:(]+$|"
    r"\bshoot-?out (?:against|with|over) (?:[\w'.&-]+ ){1,4}(?:by )?$"
)
_BY_KICKS = re.compile(
    r"\b(?:need(?:ed|ing|s)?|requir\w+|went to|goes to|relied on|(?:decided|settled) (?:by|on)) (?:penalties|"
    r"spot-kicks|kicks|an? (?:penalty )?shoot-?out)\b[^.;]*\b(?:winning|won|wins?|prevail\w*|"
    r"(?:going|went|goes|coming|came) through|triumph\w*|edging home|advancing|progressing|"
    r"emerging|finishing)(?: it| that)? $"
)
_MANY_KICKS = 3  # of a shoot-out's winners, at the least
_LEVEL_AT_THE_END = re.compile(
    r"\b(?:a draw|could not be separated|still level|finished level|all square|a point (?:at|from|in)|drew|"
    r"share of the spoils|shared the points)\b"
)
_AT_FULL_TIME = re.compile(
    r" (?:\(?aet\b|(?:after|following|at the end of) (?:the )?(?:extra[- ]time|120|90|ninety|normal|regulation)|"
    r"at (?:full[- ]time|the final whistle|the end))"
)
_AFTER_ALL = r"(?:after|following|at the end of) (?:120 minutes|two hours|extra[- ]time)"
_LEVEL_AFTER_ALL = re.compile(rf" {_AFTER_ALL}")
_AFTER_ALL_LEVEL = re.compile(rf"{_AFTER_ALL},? (?:the )?(?:[\w-]+ ){{0,4}}$")
_WOULD = re.compile(
    r"(?: [\w-]+){0,3} (?:win|victory|triumph|success|defeat|draw|loss)\b[^.;,]{0,60}?\b(?:would(?! have been)|will|"
    r"could|should|might|may)\b"
)
_ANY = re.compile(r"(?:^|\b(?:but|and|as|while|that|knowing) )(?:an?|another|any|even an?|only an?) (?:[\w-]+ )?$")
_RETURN = (
    r"(?:the|'s|s'|week|their|a) (?:home |away )?return"
    r"(?: (?:leg|match|game|fixture|meeting|at|in|with|against)|[.,;])"
)
_INTO = (
    r"(?:(?:go|going|head|heading|as they (?:go|head)|ahead|coming|come)(?: into| of| to)|before|entering) "
    r"(?:[\w'-]+ ){1,3}?(?:(?:second|return|home|away)[ -]leg|"
    r"return(?: (?:match|game|fixture|at|in|with|against)|[.,;]))"
)
_INTO_LEG = re.compile(
    r"\b(?:go|going|goes|head|heading|heads|went|take|travel|come|enter|entering|start|begin)(?: into| to| in)? "
    r"(?:[\w'-]+ ){1,3}?(?:(?:second|return)[ -]leg|return)\b[^.;\d]{0,40} $"
)
_STANDS = re.compile(r" (?:down|up|ahead|behind)\b")
_LEAD_INTO_LEG = re.compile(
    r" (?:[\w-]+ ){0,3}(?:first-leg |)(?:lead|advantage|deficit|cushion)\b.{0,60}(?:(?:second|return)[ -]leg|"
    rf"from the first|{_RETURN})|(?: (?:down|up|ahead|behind))? {_INTO}|"
    r" (?:[\w-]+ ){0,2}first-leg (?:lead|advantage|deficit|cushion)\b|(?: down| up| ahead|"
    r" behind|(?: [\w-]+)? (?:lead|advantage|deficit|cushion)(?: over)?|)? (?:from|after) the "
    r"(?:first|opening|away|home|initial)(?: (?:leg|game|match|meeting|encounter|tie|clash))?\b"
)
_HYPOTHETICAL = re.compile(
    r"\bon (?:another|any other|a different) (?:day|night|afternoon)\b[^.;]{0,50}$|"
    r"\b(?:if|unless|should|would|might|stereotypes?|"
    r"could(?! not (?:prevent|stop|avoid|save|help)| only| hardly| (?:do|manage) (?:no|only))|"
    r"tipped|"
    r"(?:must|(?:needs?|needed|have|has|having|had|got|hop(?:e|es|ing)|want(?:s|ed)?|aim(?:s|ing)?|looking|"
    r"desperate) to) (?:win|beat|draw|lose|defeat|overcome|see off)|"
    r"predict\w*|favourites? (?:to|at|for|with)|odds|forecast)\b[^.]{0,40}$|"
    r"\b(?:(?:we|i) (?:say|think|fancy|back|tip|reckon|expect)\b[^.]{0,40}|"
    r"(?:verdict|tip|call|guess|says|thinks) ?: ?(?:(?!beat|won|win|lost|drew)[\w'&-]+ ?){0,4})$"
)
_AT_ODDS = re.compile(r" ?(?:\(|- ?|@ ?|at |is |are |looks )?(?:priced at |a )?\d{1,3}/\d{1,2}\b(?!/)")

_OF_A_HALF = re.compile(
    r"\b(?:first|opening|second) (?:half|period|45(?: minutes)?|forty-five minutes) (?:had |has |then |\w+ly )*"
    r"(?:ended|finished|ends|closed|was|remained|stayed|saw|fizzled out|concluded|drew to a close)\b[^.;,]{0,24}$"
)
_HALF_BEHIND = re.compile(r" (?:first|opening|second)[ -](?:half|period|45)\b")
_NO_GOALS_BEFORE = re.compile(
    r"\b(?:out-?shot|out-?shooting|out-?cornered|(?:corner|shot|foul|free-kick) (?:count|tally)|"
    r"(?:shots|corners|attempts|fouls) (?:were|was|finished|ended|stood at))\b[^.;,]{0,24}$"
)
_NO_GOALS_AFTER = re.compile(
    r" (?:edge|advantage|lead|margin|deficit) (?:in|on) (?:shots|corners|attempts|saves|fouls)\b|"
    r" (?:in|on) (?:shots|corners|attempts)\b"
)

_NAME = f"[{LETTER['TEAM']}{LETTER['NAME']}]"
_ASIDE = f"(?:{LETTER['OPEN']}[^{LETTER['OPEN']}{LETTER['CLOSE']}]*{LETTER['CLOSE']})?"
_FARED = f"(?:[{LETTER['WIN']}{LETTER['DRAW']}{LETTER['LOSE']}][{LETTER['WITH']}{LETTER['TO']}]?)?"
_GOALS_BEHIND = re.compile(
    f"(?P<home>{_NAME})(?P<first>{LETTER['NUMBER']}){_ASIDE}(?P<comma>[{LETTER['COMMA']}{LETTER['DASH']}]?){_FARED}"
    f"(?P<away>{_NAME})(?P<second>{LETTER['NUMBER']})"
)
_HEADS_A_REPORT = re.compile(  # "Harland 2 Brigg 1: Hale scored twice"
    rf"^(?:[^{LETTER['TEAM']}{LETTER['NUMBER']}]{{0,3}}{LETTER['COLON']})?"
    rf"{_GOALS_BEHIND.pattern}(?:[{LETTER['COLON']}{LETTER['DASH']}]|$)"
)
_RUNS_INTO_IT = re.compile(  # "Harland 2 Brigg 1 Hale celebrates his winner": a caption or a report, no break between
    rf"^(?P<home>{LETTER['TEAM']})(?P<first>{LETTER['NUMBER']})(?P<comma>{LETTER['COMMA']}?)"
    rf"(?P<away>{LETTER['TEAM']})(?P<second>{LETTER['NUMBER']})(?!{_NAME}{LETTER['NUMBER']})"
)
_CAPITAL_BEHIND = re.compile(r" [A-Z(]")
_HEADING = 40  # letters
_RESULT_NOUNS = frozenset({"WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"})
_MINUTE_BY_MINUTE = re.compile(
    r"(?:half[- ]?time|h\.?t\.?|\d{1,3}(?:\+\d)?(?:'| ?mins?\b)|goal!|latest|kick[- ]?off|live)[ :!-]|"
    r"\d{1,3}(?:\+\d{1,2})?: "
)
_SCORE = frozenset({"SCORE"})
_ADJOINS = 16  # letters
MOST_GOALS = 15  # more than a side scores in a match that news reports: penalty counts, odds, corners


def settle_scores(state: StoryState) -> None:
    """Retype every score that is not a final one: aggregate, shoot-out, of a match still going, hypothetical."""
    lower = state.text.lower
    for sentence in state.sentences:
        changed = not _is_a_table(sentence) and (
            _goals_behind_names(state.text.normal, sentence) or _goals_in_a_list(state, lower, sentence)
        )
        for number in where(sentence.mentions, _SCORE):
            mention = sentence.mentions[number]
            if _at_half_time(sentence.mentions, number):
                mention.kind, changed = "LIVE_SCORE", True
            else:
                kind = _score_kind(lower, mention, sentence)
                changed |= kind != "SCORE"
                mention.kind = kind
        if changed:
            sentence.shape = shape_of(sentence.mentions)


def _at_half_time(mentions: list[Mention], number: int) -> bool:
    """The second of "3-0 (1-0)"."""
    if number < 2 or mentions[number - 1].kind != "OPEN":
        return False
    final = mentions[number - 2]
    near = mentions[number].start - final.end <= 3
    return near and final.kind == "SCORE" and max(mentions[number].value) <= max(final.value)


def _is_a_table(sentence: Sentence) -> bool:
    """Whether a line holds names with their points and nothing else."""
    return sentence.alone and bool(goals_behind_names.ranked(sentence.mentions))


def _goals_behind_names(normal: str, sentence: Sentence) -> bool:
    """ "Vestrand 1 Montclar 0": two numbers made one score, told twice; whether there were any."""
    if sentence.shape.count(LETTER["NUMBER"]) < 2:
        return False
    line = sentence.headline or sentence.alone
    found = False
    told = list(_GOALS_BEHIND.finditer(sentence.shape) if line else _HEADS_A_REPORT.finditer(sentence.shape))
    if not (line or told):
        told = [m for m in _RUNS_INTO_IT.finditer(sentence.shape) if _runs_into(normal, sentence, m)]
    for match in told:
        home, first, away, second = (sentence.mentions[match.start(n)] for n in ("home", "first", "away", "second"))
        if not line and (home.start - sentence.span.start > _HEADING or "TEAM" not in (home.kind, away.kind)):
            continue
        between = sentence.mentions[match.start("first") + 1 : match.start("away")]
        comma = match["comma"]
        fills = home.start == sentence.span.start and second.end == sentence.span.end and sentence.number < 2
        sure = not comma or fills or (home.kind == "TEAM" and away.kind == "TEAM")
        beside = (
            first.start - home.end == 1
            and second.start - away.end == 1
            and (
                away.start - first.end <= 2 + (match["comma"] == LETTER["DASH"]) or "CLOSE" in (m.kind for m in between)
            )
        )
        digits = first.text.isdigit() and second.text.isdigit() and max(first.value, second.value) <= MOST_GOALS
        if sure and beside and digits:
            first.kind = second.kind = "SCORE"
            first.value = second.value = (int(first.value), int(second.value))
            found = True
    return found


def _runs_into(normal: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a paragraph begins with such a result and goes on with a capital."""
    home, second = sentence.mentions[match.start("home")], sentence.mentions[match.start("second")]
    opens = home.start == sentence.span.start and normal[max(0, home.start - 1) : home.start] in ("", "\n")
    return opens and _CAPITAL_BEHIND.match(normal, second.end) is not None


def _goals_in_a_list(state: StoryState, lower: str, sentence: Sentence) -> bool:
    """ "Results: X 2 Y 1, Z 0 W 3" in running text."""
    if sentence.shape.count(LETTER["NUMBER"]) < 2:
        return False
    found = False
    for index, mention in enumerate(sentence.mentions[:-3]):
        if sentence.mentions[index + 1].kind != "NUMBER":
            continue
        told = goals_behind_names.at(lower, sentence.mentions, index)
        if told is None or not _is_of_sides(sentence, told):
            continue
        for side in (told.home, told.away):
            if side.kind != "TEAM":
                state.cast.adopt(side)
        told.first.kind = told.second.kind = "SCORE"
        told.first.value = told.second.value = (int(told.first.value), int(told.second.value))
        found |= mention is told.home
    return found


def _is_of_sides(sentence: Sentence, told: goals_behind_names.Counted) -> bool:
    """Whether a side is known, or several such results stand beside one another."""
    return "TEAM" in (told.home.kind, told.away.kind) or sentence.shape.count(LETTER["NUMBER"]) >= 6


def _is_a_minute(lower: str, mention: Mention, sentence: Sentence) -> bool:
    """A score told while the match goes on: "34 min: GOAL! Harland 1-1 Wexcombe", "HALF TIME: ..."."""
    line = lower.rfind("\n", 0, mention.start) + 1
    return bool(_MINUTE_BY_MINUTE.match(lower, line, max(line, min(sentence.span.start + 16, mention.start))))


def _score_kind(lower: str, mention: Mention, sentence: Sentence) -> str:
    before = lower[max(sentence.span.start, mention.start - 48) : mention.start]
    after = lower[mention.end : min(sentence.span.end, mention.end + 80)]
    of_two_legs = _AGG_AFTER.match(after) or _AGG_BEFORE.search(before)
    most = 2 * MOST_GOALS if of_two_legs else MOST_GOALS
    if max(mention.value) > most or _is_a_minute(lower, mention, sentence):
        return "LIVE_SCORE"
    if _OF_A_HALF.search(before) or _HALF_BEHIND.match(after):
        return "LIVE_SCORE"
    if _NO_GOALS_BEFORE.search(before) or _NO_GOALS_AFTER.match(after):
        return "LIVE_SCORE"
    lead = _LEAD_INTO_LEG.match(after)
    if lead is not None and "on aggregate" not in after[: lead.end() + len(" on aggregate")]:
        return "SCORE"
    if _STANDS.match(after) and _INTO_LEG.search(before):
        return "SCORE"
    if of_two_legs:
        return "AGGREGATE_SCORE"
    if not _PENS_AFTER.match(after) and _is_of_a_tie(before, mention, sentence):
        return "AGGREGATE_SCORE"
    if mention.value[0] == mention.value[1] and _AT_FULL_TIME.match(after) and LETTER["SHOOTOUT"] in sentence.shape:
        return "SCORE"
    if mention.value[0] == mention.value[1] and level_after_all(lower, mention):
        return "SCORE"
    if _ANY.search(before) and _WOULD.match(after):
        return "LIVE_SCORE"
    if mention.value[0] == mention.value[1] and _LEVEL_AT_THE_END.search(
        lower[sentence.span.start : sentence.span.end]
    ):
        return "SCORE"
    if _PENS_AFTER.match(after) or _PENS_BEFORE.search(before) or _is_of_kicks(lower, mention, sentence):
        return "SHOOTOUT_SCORE"
    if mention.value[0] == mention.value[1] and _PULLED_BACK.search(before) and _is_by_a_side(mention, sentence):
        return "SCORE"
    if _LIVE_AFTER.match(after) or (_MADE_IT.search(before) and not _is_a_result(mention, sentence)):
        return "LIVE_SCORE" if not sentence.headline else "SCORE"
    if (
        _HYPOTHETICAL.search(before, what_follows_on(before))
        or _AT_ODDS.match(after)
        or only_seemed(lower, sentence, mention.start)
    ):
        return "LIVE_SCORE"
    return "SCORE"


def _is_a_result(mention: Mention, sentence: Sentence) -> bool:
    """ "put the seal on a 3-1 success": what a noun of a result stands behind is no score on the way."""
    behind = next((m for m in sentence.mentions if m.start >= mention.end), None)
    return behind is not None and behind.kind in _RESULT_NOUNS and behind.start - mention.end <= _ADJOINS


def _is_by_a_side(mention: Mention, sentence: Sentence) -> bool:
    """ "pegged back to 2-2 by X", where nothing that follows tells of another score."""
    behind = [m for m in sentence.mentions if m.start >= mention.end]
    by = [m.kind for m in behind[:2]] in (["BY", "TEAM"], ["BY", "EPITHET"])
    return by and not any(m.kind in ("SCORE", "WIN_INTRANSITIVE", "LOSE", "GOAL_VERB") for m in behind)


def _is_of_kicks(lower: str, mention: Mention, sentence: Sentence) -> bool:
    """ "needed penalties to see off X, winning 4-3": the score of the shoot-out that the words before tell of."""
    if LETTER["SHOOTOUT"] not in sentence.shape or max(mention.value) < _MANY_KICKS or len(set(mention.value)) == 1:
        return False
    return _BY_KICKS.search(lower, sentence.span.start, mention.start) is not None


def level_after_all(lower: str, mention: Mention) -> bool:
    """ "1-1 after 120 minutes", "after extra time it was 1-1": a score that no more goals changed."""
    ahead = _AFTER_ALL_LEVEL.search(lower, max(0, mention.start - 60), mention.start)
    return ahead is not None or _LEVEL_AFTER_ALL.match(lower, mention.end) is not None


def _is_of_a_tie(before: str, mention: Mention, sentence: Sentence) -> bool:
    """ "who took the tie 6-4"; "won 1-0 to progress 4-1", where a result that can be a part of it stands beside it."""
    if _TIE_BEFORE.search(before) or _BOTH_LEGS.search(before):
        return True
    if not _THROUGH_BEFORE.search(before):
        return False
    legs = [m for m in sentence.mentions if m.kind == "SCORE" and m is not mention]
    return any(
        max(m.value) <= max(mention.value)
        and sum(m.value) < sum(mention.value)
        and not _has_another_subject(sentence, m, mention)
        for m in legs
    )


def _has_another_subject(sentence: Sentence, one: Mention, two: Mention) -> bool:
    """ "Leicester lost 1-0 to Sunderland and City came through 4-2": whether the later of two scores is of a side
    that comes between them as a subject."""
    start, end = min(one.end, two.end), max(one.start, two.start)
    between = (i for i, m in enumerate(sentence.mentions) if m.kind in SIDES and start <= m.start < end)
    return any(not objective(sentence.mentions, i) and not sentence.mentions[i].possessive for i in between)
