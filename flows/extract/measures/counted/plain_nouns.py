"""A number with any plural noun that no frame knows, where the sentence says that somebody has, or has done, so many.

In: a sentence's tokens and the numbers that are another measure's. Out: an `other_count` of the subject of "have turned
away 900 people", "boast 12 hospitality boxes", "made 37 arrests", "wants four new players"; of the side that a story is
about where the things counted are what its clause is about ("Some 400 fans were locked out"). Nothing where a condition
hangs on it, where the noun is of the course of a match, or where the subject does not stand before it in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from flows.extract.measures.claims import Measure
from flows.extract.measures.counted.owners import CountedOwners
from flows.extract.measures.scope import qualifier_of
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence

_ADVERBS = (
    r"(?:(?:now|already|also|only|just|still|both|then|since|so far|never more than|at least|at most|more than|over|"
    r"nearly|almost|about|around|some|no fewer than|as many as|a total of|another|a further|up to|fewer than|"
    r"an estimated|roughly|approximately|in all|all) )*"
)
_DONE = re.compile(
    rf"\b(?:have|has|had|having|'ve)(?:n't)? {_ADVERBS}(?!been\b|to\b|not\b|scored\b|conceded\b|put\b)[a-z]+(?:ed|en|"
    rf"wn|ne|de|ld|pt|nt|rt|ught|ost|on|un|id|et|ut|ade|got)(?: (?:out|up|off|down|away|back))? "
    rf"{_ADVERBS}$"
)
_HAS = re.compile(rf"\b(?:boasts?|boasted|owns?|employs?|houses?) {_ADVERBS}$")
_VERB = (
    r"(?!(?:scored|conceded|played|headed|curled|fired|netted|added|faced|need|needed|missed|remained|lasted|"
    r"his|its|this|was|is|as|plus|across|versus|yes|us|less|games|points|goals|always|perhaps|lies|sits|stands|"
    r"being|during|including|following|according|regarding|concerning|under|indeed|hundred|united)\b|'s)"
)
_ACTS = re.compile(
    rf"(?:^|[ ,])(?:[a-z' -]{{0,20}} )?{_VERB}(?:[a-z]+(?:ed|ing|ves|kes|ks|ns|ts|ds|ls|ys|rs|ps|ms|ges|ces|shes|ses)|"
    r"made|sold|won|took|drew|gave|built|brought|bought|sent|spent|left|lost|kept|paid|found|put|cut|set|let|saw|held|"
    r"ran|wrote|read|sang|hit|told|led|met|got|had|has|have|oversaw|drove|chose|spoke|taught|threw|"
    r"stole|grew|wore|ate|drank|broke|caught|fought|lent|sought|tore|swept|laid|shook|flew|withdrew|"
    r"(?:to|will|must|can|and|not) (?!the\b|their\b|his\b|its\b|her\b|a\b)[a-z]+)"
    rf"(?: (?:out|up|off|down|away|back))? {_ADVERBS}$"
)
_OF_SIZE = re.compile(
    r"\b(?:an?|its|their|his|her|'s|whose) (?:[a-z-]+ ){0,2}(?!run|series|string|couple|pair|lead|total|minimum|"
    r"maximum|average|number|deficit|advantage|gap|spell|sequence|streak|return|tally|haul|win|loss|defeat|crowd|"
    r"attendance|gate|fine|ban|fee|bid|contract|deal|score)[a-z-]+ "
    rf"of {_ADVERBS}$"
)
_WORD = re.compile(r"[ -]([a-z][a-z'-]*|\d\d-year-olds)")
_MOST_WORDS = 4
_ENDS = frozenset(
    "of the a an in to for and with from by at on as is was are were has have had or but than that which who when "
    "after before his her their its our my this these those out up down off not more fewer less past against "
    "between".split()
)
_NO_THINGS = frozenset(
    "minutes minute seconds hours days weeks months years seasons yards metres miles inches feet times goals "
    "points wins victories defeats draws losses games matches fixtures legs halves places spots assists caps "
    "appearances starts men rounds shots efforts attempts chances corners touches saves tackles passes crosses "
    "strikes penalties posts sides others ones halves things ways words ideas doubts options changes substitutes "
    "bookings cards titles trophies sheets friendlies visits trips meetings ties internationals defenders "
    "midfielders forwards strikers attackers opponents centre-backs backs banks lines minds thirds quarters kicks "
    "shouts appeals hearts divisions crowns kronor pounds euros dollars rand outings "
    "figures shillings naira rupees pesos cedis".split()
)
_NOT_OF_THE_STORY = frozenset(
    "clubs countries nations leagues teams sides winners federations associations cities towns competitions".split()
)
_PEOPLE = frozenset({"people", "women", "children", "staff"})
_NO_PLURALS = ("ss", "us", "is", "'s", "ous")
_UNSURE = frozenset({"HYPOTHETICAL", "NEGATION"})
_WILL_HAVE = re.compile(r" (?:also )?(?:have|hold|house|include|feature|contain|boast)\b")
_PERCENT = re.compile(r" ?(?:%|per ?cent|pc) of (?:the |all )?(?:votes?|poll|ballot|ballots|vote)\b")
_WHOLE = 100
_CLAUSE_ENDS = frozenset({"STOP", "QUOTE", "BUT", "COLON"})
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_RANGED = re.compile(r"(?:-| or | to )(?:\d|two|three|four|five|six|seven|eight|nine|ten)\b")
_BACK, _AHEAD, _NEAR = 60, 60, 12
_NAMED = SIDES | {"THEY", "PERSON", "HE", "ROLE", "NAME", "WHO", "WE"}
_OPENS = re.compile(rf"(?:^|[,;:\u2013\u2014] |\b(?:and|while|but|that|as|after|said|says|when|where) )\W*{_ADVERBS}$")
_PASSED_OVER = re.compile(
    r" (?:in|inside|on|at|around) (?:the|his|her|their) (?:box|area|penalty area|wall|pitch|field|(?:near|far) post)\b|"
    r" (?:were|was|are|being) (?:booked|cautioned|sent off|dismissed|shown|ruled out|offside|cleared|blocked|saved)\b|"
    r"(?: and|,)? then\b"
)
_AND = re.compile(rf"(?: [a-z-]+){{0,4}}?(?:,| and|, and|,? plus|,? as well as) {_ADVERBS}")
_ACTORS = frozenset(
    "Officers Police Staff Fans Supporters Directors Officials Stewards Players Doctors Shareholders Administrators "
    "Members Volunteers Investigators Detectives Organisers Bosses Owners Workers Surgeons Engineers".split()
)
_IN_A_LEAGUE = re.compile(r" (?:in|from|across|of) (?:the )?")
_OF_A_GROUP = re.compile(
    r" of (?:the|its|their|his) (?:(?:[a-z]+|\d+) )?((?:[a-z-]+ )?(?:directors|staff|players|members|fans|supporters|"
    r"employees|seats|candidates|shareholders|trustees|jobs|posts|apprentices|scholars|stewards))"
    r"(?=(?: at the club)? (?:have|has|had|were|are|will)\b)"
)
_LAST = 6
_CAME = re.compile(r"(?:'s?)? (?:[a-z]+ ){0,2}(?:turned|watched|attended|saw|were there|were present|came|travelled)\b")
_IS_SAID = re.compile(
    r"(?: [\w'-]+){0,6}? (?:were|was|are|have|has|had|will|must|did|joined|signed|attended|watched|turned|left|"
    r"paid|voted|took|went|came|saw|made|applied|bought)\b|(?: [a-z]+ed|ly)? [a-z]+ed\b"
)


def plain_nouns(
    owners: CountedOwners, sentence: Sentence, tokens: list[Mention], used: Container[int], told: Sequence[Measure]
) -> list[Measure]:
    """The counts that a sentence tells of so; `told` are the measures read before."""
    found: list[Measure] = []
    lower = owners.lower
    counts = [m for m in told[-_LAST:] if m.metric == "other_count" and m.start >= sentence.span.start]
    for at, token in enumerate(tokens):
        if token.kind != "NUMBER" or token.start in used or token.value < 2:
            continue
        if _YEAR.fullmatch(token.text) or "couple" in token.text or _RANGED.match(lower, token.end):
            continue
        percent = _PERCENT.match(lower, token.end) if token.value < _WHOLE else None
        until = min(sentence.span.end, token.end + _AHEAD)
        noun = ("percent", percent.end()) if percent is not None else _noun(lower, token.end, until)
        noun = noun or _of_a_group(lower, tokens, at)
        if noun is None or (percent is None and token.value % 1) or _is_unsure(lower, tokens, at):
            continue
        unit, end = noun
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if unit.endswith("-year-olds") and lower.startswith(",", end):
            continue  # "two 17-year-olds, Joe Coutts and Bob Rowe"
        if _PASSED_OVER.match(lower, end) or (
            following is not None and following.start < end and following.kind in SIDES
        ):
            continue  # "three Brigg players were booked"
        whose = _of_the_same_list(lower, counts + found, token) or _whose(owners, sentence, tokens, at, end)
        if whose is None:
            continue
        count = Measure(token.start, end, whose, "other_count", float(token.value), unit, "measure/plain_noun", 0.6)
        count.qualifier = qualifier_of(lower, token)
        found.append(count)
    return found


def _of_a_group(lower: str, tokens: list[Mention], at: int) -> tuple[str, int] | None:
    """ "Three of the seven directors have resigned": of what so many are, with where it ends."""
    group = _OF_A_GROUP.match(lower, tokens[at].end)
    return None if group is None or group.group(1).split()[-1] in _NO_THINGS else (group.group(1), group.end())


def _of_the_same_list(lower: str, counts: Sequence[Measure], token: Mention) -> str | None:
    """ "three players and two officials": whose the count before it is."""
    before = next((m for m in reversed(counts) if m.end < token.start), None)
    listed = before is not None and _AND.fullmatch(lower, before.end, token.start) is not None
    return before.subject if before is not None and listed else None


def _whose(owners: CountedOwners, sentence: Sentence, tokens: list[Mention], at: int, end: int) -> str | None:
    told = "percent" if _PERCENT.match(owners.lower, tokens[at].end) else None
    told = told or _told(owners.lower, sentence, tokens[at], end)
    if told is None:
        return None
    acting = [t for t in tokens[:at] if (t.kind in _NAMED and not _is_a_plain_word(sentence, t)) or t.kind == "AGE"]
    if owners.lower[tokens[at].end : end].rsplit(" ", 1)[-1] in _NOT_OF_THE_STORY and told != "had":
        return None
    if told == "opens":
        league = next((t for t in tokens[at + 1 : at + 4] if t.kind == "COMPETITION"), None)
        if league is not None and _IN_A_LEAGUE.fullmatch(owners.lower, end, league.start):
            return str(league.value)
        whose = owners.of("accounts", sentence, tokens, at, end)
        return None if whose is None else whose.subject
    if told in ("acts", "percent") and not acting:
        if sentence.quoted:
            return None  # "I had three interviews"
        centers = owners.state.centers
        return centers.topic or owners.subjects.side_before(sentence) or centers.focus
    owner = owners.subjects.either(sentence, tokens, at, at)
    official = owners.lower.startswith("the ", sentence.span.start) and [t.kind for t in acting][-1:] == ["ROLE"]
    if (owner is None or owner[1] is None) and official:
        return owners.subjects.people.spoken_of(sentence, tokens, at)  # "The Rovers groundsman has outlasted 24"
    if owner is None or owner[1] is None or owner[1].start > tokens[at].start or owner[1].kind not in _NAMED:
        return None
    if any(t.kind == "AGE" for t in tokens[:at]) and not owner[2]:
        return None  # "the 58-year-old globetrotter has had 14 jobs": no side's
    return owner[0]


def _is_a_plain_word(sentence: Sentence, token: Mention) -> bool:
    """ "Officers made 14 arrests": no name."""
    return token.start == sentence.span.start and token.text in _ACTORS


def _told(lower: str, sentence: Sentence, token: Mention, end: int) -> str | None:
    before = lower[max(sentence.span.start, token.start - _BACK) : token.start]
    if _DONE.search(before) is not None or _HAS.search(before) is not None:
        return "had"
    if _OF_SIZE.search(before):
        return "of"
    if _OPENS.search(before) and not _CAME.match(lower, end) and _IS_SAID.match(lower, end, sentence.span.end):
        return "opens"
    if _ACTS.search(before):
        return "acts"
    return None


def _is_unsure(lower: str, tokens: list[Mention], at: int) -> bool:
    for token in reversed(tokens[max(0, at - _NEAR) : at]):
        if token.kind in _CLAUSE_ENDS:
            return False
        if token.kind in _UNSURE and not (token.text == "will" and _WILL_HAVE.match(lower, token.end)):
            return True
    return False


def _noun(lower: str, start: int, until: int) -> tuple[str, int] | None:
    """The noun in the plural that follows a number, adjectives and all, with where it ends."""
    position = start
    words: list[str] = []
    while len(words) < _MOST_WORDS and (match := _WORD.match(lower, position, until)):
        word = match.group(1)
        if word in _ENDS or word in _NO_THINGS:
            return None
        words.append(word)
        position = match.end()
        following = _WORD.match(lower, position, until)
        plural = word in _PEOPLE or (word.endswith("s") and not word.endswith(_NO_PLURALS))
        if plural and not (following is not None and following.group(1) in _NO_THINGS):
            return " ".join(words), position
    return None
