"""Ages of people: "the 25-year-old", "aged 77", "Varga, 28, ..."."""

from __future__ import annotations

import re

from flows.extract.cast.told_by_others import whom_it_is_said_of
from flows.extract.measures.claims import Measure
from flows.extract.measures.owners.subjects import Subjects
from flows.extract.text.mentions import Mention, where
from flows.extract.text.sentence import Sentence

_AGED = re.compile(
    r"(?:\baged|\bage of|(?<!before he )(?<!before she )\bturn(?:ed|s|ing)?|\bnow aged|"
    r"\bdied(?: [\w' -]{1,14})? at|"
    r"\b(?:debut|debuted|joined|signed|retired?|retires|retiring|school|quit|football|professional|captain) at|"
    r"\bwho (?:is|will be|would be|'ll be|turned|turns|was)(?: just| only| still)?|\buntil (?:he|she) was|'ll be|"
    r"\b(?:he|she) (?:is|was|will be|'ll be|would be)(?: just| only| still| now)?) $"
)
_IS_AGED = re.compile(
    r"(?:(?: is| was| will be|'ll be| may be| might be)(?: just| only| still| now| barely){0,2}|"
    r"'s(?: just| only| still| now| barely){1,2}) "
)
_AGE_TOLD = re.compile(
    r" (?:now|and|next|but|when|by|today|tomorrow|yesterday|years old|"
    r"on [a-z]+day|in (?:january|february|march|april|may|june|"
    r"july|august|september|october|november|december))\b|[.,;!?]|$"
)
_CHILD = re.compile(
    r"\b(?:(?:when|since|until) (?:he|she|i) was|aged|(?:at|from|since) the age of) (?:about |just |only )?$"
)
_NO_AGE = re.compile(
    r"[ -](?:yards?|metres?|meters?|minutes?|miles?|points?|goals?|games?|matches|seconds?|per ?cent)\b|%"
)
_LIKE = re.compile(
    r"\b(?:like|as if|as though|until|if|than|when|till|before) (?:i'm|i am|i was|he's|she's|he is|she is) $"
)
_SPEAKS_OF_AGE = re.compile(
    r"\b(?:i'm|i am|i'll be|i will be|i was|he's|he is|she's|she is)(?: just| only| still| now)? $"
)
_AGE_ENDS = re.compile(r" (?:so|by|when|now|and|next|in|but)\b|[.,;]|$")
_THEN = re.compile(r"\b(?:was|were) (?:just |only |still |barely |already )*$")
_WHEN = re.compile(r" when (?:he|she)\b")
_AT_THE_TURN = re.compile(r" (?:after|following|with|having|because|due|from|before|to)\b")
_TO_THE_DAY = re.compile(r" years,?(?: and)? \d+ days?\b(?! (?:ago|after|since|before|later|in))")
_OF_SUCH_AN_AGE = re.compile(r"\b(?:at|aged|is|was|now) (?:just |only |still )?$")
_NOW = re.compile(r"\band is(?: now| still| only| just)? $")
_PLAYING = 60
_BEFORE_IT = re.compile(r"\b(?:days?|weeks?|months?) (?:before|short of|shy of|ahead of|off|away from) (?:his|her) $")
_OLDEST = 99
_OF_AGE = 15
_VETERAN = 45
_GROWN = 14
_SAID_OF_AGE = ("aged ", "age of ", "died at ", "turned ", "turns ", "turning ")
_OLD = re.compile(r"\b(?:said|says|added|former|chairman|president|veteran|legend|fan|supporter) $")
_NEARLY = re.compile(r"\bat (nearly|almost|just|only)? ?$")
_AT = re.compile(r"(?:^|\W)at (?:the (?:ripe old |tender )?age of )?(?:just |only |still )?$")
_AGED_ALONE = re.compile(r"\baged (?:just |only |still )?$")
_STILL = re.compile(r"^(?:still |just |only |barely |already |just turned |now )+$")
_GOES_ON = re.compile(
    r" (?:and (?!\d)|next\b|today\b|tomorrow\b|(?:on|last|this) [a-z]+day\b|"
    r"in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|"
    r"years old\b|later this\b)"
)
_OF_ALL = re.compile(r",| (?:years?|the|his|her|still|now|already|one of|a|an)\b")
_SPEAKS_OR_IS = re.compile(
    r", (?:has|had|is|was|will|would|who|whose|said|says|told|[a-z]+ed|took|takes|led|leads|won|spent|became|began|"
    r"grew|made|left|went|ran)\b"
)
_SUBSTITUTED = re.compile(r"\((?:(?:on |off )?for|sub\w*:?|replac\w+|by) (?:[\w'.-]+ )?$")
_BRACKETED_AGE = re.compile(
    r" ?\)(?:,? (?:has|have|is|was|will|who|joins?|joined|signs|signed|moved|moves|arrives|arrived|left|"
    r"leaves|penned|agreed|spent|from|came|comes|made|makes|on|until|could|can|may|might|should|starts?|returns?|misses|were|are|both|had|give|gave|bring|brings|started|begin|began)\b)"
)
_ROLE_AFTER = re.compile(
    r",? (?:he|she|the (?:[\w'-]+ ){0,3}"
    r"(?:striker|forward|midfielder|defender|goalkeeper|winger|captain|playmaker|player))\b"
)
_TURNED_POINT = re.compile(
    r"\b(?:joined|joining|joins|arrived|arriving|arrives|left|leaving|leaves|moved|moving|signed|signing|retired|"
    r"retiring|retires|started|starting|began|beginning|debut|captain|turned professional|quit|returned|came|"
    r"free agent|peaked|finished|career)\b[^.;,]{0,60}$"
)
_MOVES = frozenset({"SIGNED", "SOLD", "FEE", "CONTRACT", "BID"})
_GOAL_WORDS = frozenset({"GOALS", "SCORED", "SCORE", "LIVE_SCORE", "HIT"})
_DESCRIBES = frozenset({"WORD", "ROLE", "NATIONALITY", "SCOPE", "TEAM", "PLACE", "CHAMPION", "NAME"})
_VERB_BETWEEN = re.compile(
    r"[,;:.\"]|\b(?:told|said|says|added|has|had|have|was|is|were|who|whose|by|to|from|of|in|on|at|for|and|but|"
    r"gave|insists?|insisted|admits?|"
    r"admitted|with|will|would|could|can|may|after|before|when|while|as)\b| - "
)
_ACTS = re.compile(r" (?!(?:uncapped|unattached|former)\b)[a-z]+(?:[^su\W]s|ed) (?:the |former |ex-)?")
_DESCENT = re.compile(r" of (?:[\w-]+ )?[\w-]+ (?:descent|origin|heritage|extraction|parentage)\b,?")
_GENERIC = re.compile(r"(?:\bas an?|\ban?|\bany|\bevery|\btwo|\bthree|\bfour|\bmost) $")
_A_PAIR = 2
_AGES = frozenset({"AGE", "NUMBER", "ORDINAL"})
_SHIRT = re.compile(r"(?<![\w-])\d{1,2}-[a-z][\w' .-]{2,24}, $")


def ages(subjects: Subjects, sentence: Sentence, tokens: list[Mention]) -> list[Measure]:
    """Ages told in a sentence."""
    found = []
    lower = subjects.state.text.lower
    for at in where(tokens, _AGES):
        token = tokens[at]
        kind = token.kind
        if kind == "ORDINAL":
            told = _birthday(subjects, sentence, tokens, at)
            found += [] if told is None else [_age(subjects, token, *told)]
            continue
        if kind == "AGE" and token.text.lower().endswith("olds"):
            found += [_age(subjects, token, str(t.value), t, "exact") for t in _listed_behind(tokens, at)]
            continue
        if kind != "AGE" and not (kind == "NUMBER" and 3 <= token.value <= 99):
            continue
        if (
            kind == "NUMBER"
            and token.value >= _GROWN
            and _TO_THE_DAY.match(lower, token.end)
            and (_OF_SUCH_AN_AGE.search(lower_before(subjects, token)) or _is_beside_a_name(tokens, at))
        ):
            named = {str(t.value) for t in tokens[:at] if t.kind == "PERSON"}
            owner = (named.pop(), None) if len(named) == 1 else subjects.people.person(sentence, tokens, at)
            found += [] if owner is None else [_age(subjects, token, *owner, "exact")]
            continue
        of_a_side = lower.endswith(("average age of ", "average age of just "), 0, token.start)
        numbers_the_next = lower.startswith(". ", token.end) and token.end + 2 < sentence.span.end  # "Hale, 32. Orr"
        numbers_the_next |= _SHIRT.search(lower, max(0, token.start - 30), token.start) is not None  # "9-Tom Hale, 54"
        if of_a_side or numbers_the_next or _NO_AGE.match(lower, token.end):
            continue
        read = _year_old if kind == "AGE" or _spelt_out(tokens, at) else _bare
        told = read(subjects, sentence, tokens, at, lower[max(0, token.start - 24) : token.start])
        if told is not None:
            found.append(_age(subjects, token, *told))
            both = at > 0 and tokens[at - 1].kind == "EACH" and told[1] is not None
            owners = subjects.people.all_of(sentence, tokens, at, told[:2]) if both else []
            found += [_age(subjects, token, *owner, "exact") for owner in owners if owner[0] != told[0]]
    return found


def _is_beside_a_name(tokens: list[Mention], at: int) -> bool:
    """ "Jon Varga, 17 years and 84 days,"."""
    return [t.kind for t in tokens[max(0, at - 2) : at]] == ["PERSON", "COMMA"]


def _listed_behind(tokens: list[Mention], at: int) -> list[Mention]:
    """ "two 17-year-olds, X and Y", "18-year-olds X, Y and Z": who are named right behind an age of several."""
    people: list[Mention] = []
    for token in tokens[at + 1 :]:
        if token.kind == "PERSON":
            people.append(token)
        elif token.kind not in ("COMMA", "AND", "DASH", "OPEN", "CLOSE", "COLON") and (people or token.kind != "WORD"):
            break
    return people if len(people) > 1 else []


def _spelt_out(tokens: list[Mention], at: int) -> bool:
    """ "seventeen-year-old"."""
    following = [t.text.lower() for t in tokens[at + 1 : at + 3]]
    return following[:1] == ["year"] and following[1:] in (["old"], ["old's"])


def _birthday(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int
) -> tuple[str, Mention | None, str] | None:
    """ "on his 30th birthday"."""
    if not lower_after(subjects, tokens[at]).startswith(" birthday"):
        return None
    if _BEFORE_IT.search(subjects.state.text.lower, max(sentence.span.start, tokens[at].start - 44), tokens[at].start):
        return None
    owner = subjects.people.person(sentence, tokens, at)
    return None if owner is None else (*owner, "exact")


def _year_old(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, before: str
) -> tuple[str, Mention | None, str] | None:
    if tokens[at].text.lower().endswith("olds") or not 3 <= tokens[at].value <= 110:
        return None
    lower = subjects.state.text.lower
    for token in tokens[at + 1 : at + 7]:
        if (
            token.kind == "PERSON"
            and not token.possessive
            and not _VERB_BETWEEN.search(_DESCENT.sub("", lower[tokens[at].end : token.start]))
            and not _acts_on(subjects, tokens[at], tokens[at + 1])
        ):
            return str(token.value), token, "exact"
    if at > 1 and tokens[at - 1].kind == "STAND" and tokens[at - 2].kind == "HE":
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    if at > 1 and tokens[at - 1].kind in ("COMMA", "OPEN", "A") and tokens[at - 2].kind == "PERSON":
        return str(tokens[at - 2].value), tokens[at - 2], "exact"
    if at > 2 and [t.kind for t in tokens[at - 3 : at]] == ["PERSON", "COMMA", "A"]:
        return str(tokens[at - 3].value), tokens[at - 3], "exact"
    if before.endswith((" as a ", " as an ")):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    if _GENERIC.search(before):
        return None
    who = _of_the_side(subjects, sentence, tokens, at) or subjects.people.aged(sentence, tokens, at)
    return None if who is None else (who, None, "exact")


def _acts_on(subjects: Subjects, age: Mention, behind: Mention) -> bool:
    """ "The 44-year-old replaces X", "The 31-year-old joined former team-mate X": a verb, so the age is not X's."""
    if behind.kind in ("ROLE", "TEAM", "NATIONALITY", "PLACE", "NAME"):
        return False
    return _ACTS.match(subjects.state.text.normal, age.end) is not None


def _of_the_side(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int) -> str | None:
    """ "inquired about Rovers' 22-year-old Brazilian": the story's one player of theirs, else whom it is about."""
    beside = tokens[at - 1] if at else None
    if beside is None or beside.kind != "TEAM" or not beside.possessive:
        return None
    club = subjects.state.side(beside, sentence)
    theirs = [person for person, clubs in subjects.state.cast.plays_for.items() if club in clubs]
    return theirs[0] if len(theirs) == 1 else subjects.people.in_focus(player=True)


def _bare(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, before: str
) -> tuple[str, Mention | None, str] | None:
    after = tokens[at + 1].kind if at + 1 < len(tokens) else "COMMA"
    lower = subjects.state.text.lower
    child = _CHILD.search(lower_before(subjects, tokens[at])) if tokens[at].value < _GROWN else None
    if child is not None and _AGE_TOLD.match(lower_after(subjects, tokens[at])):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    if tokens[at].value < _GROWN:
        return None
    beside = _beside_name(subjects, sentence, tokens, at, before, after)
    if beside is not None:
        return beside
    following = tokens[at + 2 : at + 3]
    if _AT.search(before) and after == "COMMA" and following and following[0].kind == "PERSON":
        return str(following[0].value), following[0], "exact"
    if _STILL.match(lower[sentence.span.start : tokens[at].start]) and after == "COMMA" and following:
        return (str(following[0].value), following[0], "exact") if following[0].kind == "PERSON" else None
    if at > 1 and tokens[at - 2].kind == "WHO" and _AT.search(before):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    if _LIKE.search(lower_before(subjects, tokens[at])):
        return None
    if _SPEAKS_OF_AGE.search(before) and _AGE_ENDS.match(lower_after(subjects, tokens[at])):
        said_of = whom_it_is_said_of(subjects.people, tokens, at)
        if said_of is not None:
            return str(said_of.value), said_of, "exact"
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    told_of = _told_of(tokens, at) if _NOW.search(before) and tokens[at].value <= _OLDEST else None
    if told_of is not None and _AGE_TOLD.match(lower_after(subjects, tokens[at])):
        return str(told_of.value), told_of, "exact"
    name = next((t for t in reversed(tokens[:at]) if t.kind in ("PERSON", "COMMA")), None)
    if name is not None and name.kind == "PERSON" and _IS_AGED.fullmatch(lower, name.end, tokens[at].start):
        told = _AGE_TOLD.match(lower_after(subjects, tokens[at]))
        return (str(name.value), name, "exact") if told else None
    if _AGED_ALONE.search(before) and at < 2:
        named = next((t for t in tokens[at + 1 :] if t.kind == "PERSON"), None)
        who = None if named is not None else subjects.people.spoken_of(sentence, tokens, at)
        return (str(named.value), named, "exact") if named is not None else (who, None, "exact") if who else None
    if _AGED.search(before) and (before.endswith(_SAID_OF_AGE) or _AGE_TOLD.match(lower_after(subjects, tokens[at]))):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    if _AT.search(before) and _ROLE_AFTER.match(lower_after(subjects, tokens[at])):
        who = subjects.people.spoken_of(sentence, tokens, at)
        return None if who is None else (who, None, "exact")
    if _THEN.search(before) and _WHEN.match(lower_after(subjects, tokens[at])):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "exact")
    ends = _AGE_ENDS.match(lower_after(subjects, tokens[at])) or _AT_THE_TURN.match(lower_after(subjects, tokens[at]))
    if _AT.search(before) and value_of_a_player(tokens[at]) and ends:
        return _came_at(subjects, sentence, tokens, at)
    nearly = _NEARLY.search(before)
    if nearly and nearly.group(1) in ("nearly", "almost"):
        owner = subjects.people.person(sentence, tokens, at)
        return None if owner is None else (*owner, "less_than")
    return None


def _told_of(tokens: list[Mention], at: int) -> Mention | None:
    """ "Varga, who led them for six years and is now 74, ...": whose relative clause goes on so."""
    clause = next((i for i in range(at - 3, 1, -1) if tokens[i].kind in ("WHO", "COMMA")), 0)
    of = tokens[clause - 2] if clause and tokens[clause].kind == "WHO" and tokens[clause - 1].kind == "COMMA" else None
    return of if of is not None and of.kind == "PERSON" and tokens[at - 2].kind == "AND" else None


def value_of_a_player(token: Mention) -> bool:
    return token.kind == "NUMBER" and _OF_AGE <= token.value <= _VETERAN


def _came_at(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int
) -> tuple[str, Mention | None, str] | None:
    """ "arrived as a free agent at 30", "The oldest is Varga at 36": the age of a person who is the subject."""
    beside = tokens[at - 2] if at > 1 else None
    if beside is not None and beside.kind == "PERSON":
        return str(beside.value), beside, "exact"
    if not _TURNED_POINT.search(subjects.state.text.lower, sentence.span.start, tokens[at].start):
        return None
    owner = subjects.people.person(sentence, tokens, at)
    return None if owner is None else (*owner, "exact")


def _beside_name(
    subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, before: str, after: str
) -> tuple[str, Mention | None, str] | None:
    """ "Varga, 28, ...", "Varga (28) has ...", "Varga, 36 and still ...", "The supply teacher, 28,"."""
    if at < 2:
        return None
    joint, name, value = tokens[at - 1].kind, tokens[at - 2], tokens[at].value
    if joint == "EACH" and name.kind == "COMMA" and at > 2 and after == "COMMA" and tokens[at - 3].kind == "PERSON":
        return str(tokens[at - 3].value), tokens[at - 3], "exact"
    follows = lower_after(subjects, tokens[at])
    if joint == "OPEN":
        is_age = name.kind == "PERSON" and after == "CLOSE" and _age_in_brackets(subjects, tokens, at, follows)
        return (str(name.value), name, "exact") if is_age else None
    if [t.kind for t in tokens[at - 3 : at]] == ["PERSON", "COMMA", "REACH"] and _OF_ALL.match(follows):
        return str(tokens[at - 3].value), tokens[at - 3], "exact"
    if joint != "COMMA" or _SUBSTITUTED.search(lower_before(subjects, name)):
        return None
    if after not in ("COMMA", "DASH"):
        goes_on = name.kind == "PERSON" and value <= _PLAYING and _GOES_ON.match(follows)
        return (str(name.value), name, "exact") if goes_on else None
    if value > _PLAYING and not (
        _OLD.search(lower_before(subjects, name))
        or before.endswith("now ")
        or (name.kind == "PERSON" and subjects.people.is_coach(str(name.value)))
        or (name.kind == "PERSON" and _SPEAKS_OR_IS.match(follows))
        or (name.kind == "PERSON" and _scores_nothing(tokens, at))
    ):
        return None
    if name.kind == "PERSON":
        return str(name.value), name, "exact"
    if name.kind == "ROLE" or (name.kind == "WORD" and name.text.lower() == "international"):
        who = subjects.people.spoken_of(sentence, tokens, at, player=True)
        return None if who is None else (who, None, "exact")
    if name.kind in ("WORD", "NATIONALITY") and _is_described(subjects, sentence, tokens, at, follows):
        who = subjects.people.spoken_of(sentence, tokens, at)
        return None if who is None else (who, None, "exact")
    return None


def _scores_nothing(tokens: list[Mention], at: int) -> bool:
    """Whether no goal, no score and no further number of a sentence can make a number between commas a minute."""
    others = [t for i, t in enumerate(tokens) if i != at and t.kind == "NUMBER" and t.value > _PLAYING]
    return _GOAL_WORDS.isdisjoint({t.kind for t in tokens}) and not others


def _is_described(subjects: Subjects, sentence: Sentence, tokens: list[Mention], at: int, follows: str) -> bool:
    """ "The supply teacher, 28, struck": a person told by what he is opens the sentence."""
    opens = subjects.state.text.lower.startswith("the ", sentence.span.start)
    words = all(t.kind in _DESCRIBES for t in tokens[: at - 1])
    return opens and words and _OF_AGE <= tokens[at].value <= _VETERAN and re.match(r", [a-z]", follows) is not None


def _age_in_brackets(subjects: Subjects, tokens: list[Mention], at: int, follows: str) -> bool:
    """Whether "Varga (28)" is an age and no minute of a goal: of a coach, of one who moves, of a subject."""
    value, name = tokens[at].value, tokens[at - 2]
    bracketed = sum([t.kind == "OPEN" and tokens[i + 1].kind == "NUMBER" for i, t in enumerate(tokens[:-1])])
    if not _OF_AGE <= value <= 99 or (bracketed > 1 and not _all_aged(tokens)):
        return False
    if subjects.people.is_coach(str(name.value)):
        return True
    if bracketed > 1:
        last = max((i for i, t in enumerate(tokens[:-1]) if t.kind == "OPEN" and tokens[i + 1].kind == "NUMBER"))
        follows = lower_after(subjects, tokens[last + 1])
    if value > _VETERAN:
        return False
    kinds = {t.kind for t in tokens}
    moves = bool(kinds & _MOVES) and kinds.isdisjoint(_GOAL_WORDS)
    return moves or _BRACKETED_AGE.match(follows) is not None


def _all_aged(tokens: list[Mention]) -> bool:
    """ "Varga (19) and Hale (20) were given their debuts": men with numbers of an age each, and no goals."""
    opened = [i for i, t in enumerate(tokens[:-1]) if t.kind == "OPEN" and tokens[i + 1].kind == "NUMBER"]
    aged = all(i and tokens[i - 1].kind == "PERSON" and _OF_AGE <= tokens[i + 1].value <= _VETERAN for i in opened)
    return aged and len(opened) == _A_PAIR and _GOAL_WORDS.isdisjoint({t.kind for t in tokens})


def lower_before(subjects: Subjects, token: Mention) -> str:
    return subjects.state.text.lower[max(0, token.start - 24) : token.start]


def lower_after(subjects: Subjects, token: Mention) -> str:
    return subjects.state.text.lower[token.end : token.end + 60]


def _age(subjects: Subjects, token: Mention, person: str, mention: Mention | None, qualifier: str) -> Measure:
    start, end = token.start, token.end
    if mention is not None and abs(mention.start - start) < 60:
        start, end = min(start, mention.start), max(end, mention.end)
    metric = "age" if subjects.people.is_coach(person) else "player_age"
    age = Measure(start, end, person, metric, float(token.value), "years", "measure/age", 0.9)
    age.qualifier = qualifier
    return age
