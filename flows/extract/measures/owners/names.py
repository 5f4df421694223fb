"""Names that nobody knows, where only a side can stand in a measuring sentence: "Ellery, on 31 points", "Ellery are".

In: a sentence's tokens. Out: the same tokens with such names retyped to sides. A plural verb, a possessive before a
run or a defeat, a gap ("points behind Ellery") or a stay ("six years at Ellery") speak for a side; all else is left
a name.
"""

from __future__ import annotations

from collections.abc import Callable

from flows.extract.cast.epithets import countries
from flows.extract.text.mentions import Mention, where
from flows.extract.text.peoples import country_of

_WORDS = frozenset({"WORD"})
_OF_THEIRS = frozenset({"man", "star", "ace", "hitman", "hotshot", "loanee"})
_EPITHETS = frozenset({"EPITHET"})
_OF_A_DISEASE = frozenset({"DEATHS", "CASES", "RECOVERIES"})
_PARTS = frozenset({"stand", "end", "terrace", "enclosure"})
_YOUNGEST, _OLDEST = 15, 80
_PLURAL = frozenset(
    {
        "have", "are", "were", "sit", "lie", "remain", "stand", "lead", "trail", "stay", "occupy", "boast",
        "languish", "haven't", "aren't", "drop", "climb", "rise", "fall", "slip", "move", "go", "sink", "slide",
        "tumble", "plummet", "head", "top", "hold", "jump", "leap", "end", "finish", "begin", "start",
        "leapfrog", "overtake", "find", "need",
    }
)  # fmt: skip
_OF_A_SIDE = frozenset({"WINS", "LOSSES", "DRAWS", "STREAK", "UNBEATEN", "WINLESS", "MARGIN", "TITLE", "HAVE_WON"})
_DOES = frozenset(
    {"PLAYED", "HAVE_WON", "LOST", "DREW", "EARNED", "MOVE", "COMPLETE", "WORD", "RECORDED", "STAND", "HAVE"}
)
_COUNTED = frozenset({"NUMBER", "ORDINAL", "STRAIGHT", "GAME", "SCOPE", "COMPETITION", "RECORDED", "TWOFOLD"})
_TELLING = frozenset(
    {
        "POINT",
        "WINS",
        "BEATEN",
        "LOSSES",
        "DRAWS",
        "PLACED",
        "PLACES",
        "UNBEATEN",
        "WINLESS",
        "LOST",
        "HAVE_WON",
        "HAND",
    }
)
_OPENS = frozenset({"WITH", "IN", "NUMBER", "LOST", "UNBEATEN", "WINLESS", "HAVE_WON", "BEATEN", "A"})
_JOINED = frozenset({"joined", "join", "joining", "joins"})
_BESIDE_A_SIDE = frozenset({"CLEAR", "BEHIND", "LEVEL", "TOGETHER"})
_OFF = frozenset({"of", "on", "over", "off", "from"})
_MEETS = frozenset({"beat", "play", "face", "host", "visit", "meet", "entertain", "defeated", "thrashed", "edged"})
_BEAT = frozenset({"beat", "beats", "defeated", "overcame"})
_LEAVES = frozenset(
    {
        "leaves",
        "left",
        "leaving",
        "leave",
        "keeps",
        "kept",
        "keep",
        "puts",
        "put",
        "takes",
        "took",
        "sends",
        "sent",
        "lifts",
        "lifted",
    }
)
_LEFT = frozenset({"left", "leaves", "leave", "leaving", "quit"})
_ON = frozenset({"on", "over"})
_PAID = frozenset({"paid", "pay", "bought", "signed"})
_MOVES = frozenset({"SIGNED", "SOLD", "FEE", "BID", "CONTRACT"})
_INFLICTED = frozenset({"inflicted", "inflict", "inflicts", "inflicting"})
_SAID_OF_GAMES = frozenset(
    {
        "UNBEATEN",
        "WINLESS",
        "DRAWS",
        "POINT",
        "APPEARANCE",
        "GOALS",
        "HIT",
        "GAME",
        "SHEET",
        "WINS",
        "LOSSES",
        "STRAIGHT",
    }
)


def settle_names(tokens: list[Mention], printed: Callable[[int, int], str], local: Callable[[str], str | None]) -> None:
    """Retypes, in place, each name that stands where a side does; `local` gives the story's side of a place."""
    for i in where(tokens, _EPITHETS):
        told = tokens[i].value
        if told[0] == "NATIONALITY" and aged_at(tokens, i):
            tokens[i] = Mention("NATIONALITY", tokens[i].start, tokens[i].end, tokens[i].text, told[1])
    for i in where(tokens[1:], _WORDS):
        theirs, man = tokens[i], tokens[i + 1]  # "the Rovers man"
        if theirs.kind != "TEAM" or theirs.possessive or man.text.lower() not in _OF_THEIRS:
            continue
        if not i or tokens[i - 1].text.lower() not in ("former", "ex"):
            tokens[i + 1] = Mention("ROLE", man.start, man.end, man.text, "player")
    named = [(i, t) for i, t in enumerate(tokens) if t.kind in ("NAME", "PLACE")]
    of_people = bool(named) and not _OF_A_DISEASE.isdisjoint([t.kind for t in tokens])
    for i, token in named:
        if of_people and token.kind == "PLACE":
            continue
        if _is_of_a_ground(tokens, i):
            continue
        country = _people_of(tokens, i) if token.kind == "NAME" else None
        if country is not None:
            tokens[i] = Mention("NATIONALITY", token.start, token.end, token.text, country, token.possessive)
            continue
        if token.kind == "NAME" and not token.text.isupper() and (_before(tokens, i) or _after(tokens, i)):
            value = printed(token.start, token.end)
        elif token.kind == "PLACE" and (local(str(token.value)) is not None) and _plays(tokens, i):
            value = str(local(str(token.value)))
        elif token.kind == "PLACE" and (_are_many(tokens, i) or _is_of_a_side(tokens, i)):
            value = str(token.value)
        elif token.kind == "PLACE" and i and tokens[i - 1].kind in _BESIDE_A_SIDE:
            side = local(str(token.value)) or (str(token.value) if token.value in countries() else None)
            if side is None:
                continue
            value = side
        else:
            continue
        tokens[i] = Mention("TEAM", token.start, token.end, token.text, value, token.possessive)


def _is_of_a_ground(tokens: list[Mention], i: int) -> bool:
    """ "fans in the Arthur Wait stand": a part of a ground."""
    behind = tokens[i + 1 : i + 2]
    return bool(behind) and i > 0 and tokens[i - 1].kind in ("IN", "FROM") and behind[0].text.lower() in _PARTS


def aged_at(tokens: list[Mention], i: int) -> bool:
    """ "The Czech, 30, managed": who has an age is a person and no side."""
    follows = tokens[i + 1 : i + 4]
    aged = [t.kind for t in follows] == ["COMMA", "NUMBER", "COMMA"]
    return aged and _YOUNGEST <= follows[1].value <= _OLDEST


def _people_of(tokens: list[Mention], i: int) -> str | None:
    """The country of "Dutchman" or "Dane" alone, where he does or owns something."""
    token = tokens[i]
    if " " in token.text or not (token.possessive or (tokens[i + 1 : i + 2] and tokens[i + 1].kind != "NAME")):
        return None
    return country_of(token.text)


def _plays(tokens: list[Mention], i: int) -> bool:
    """Whether a town stands for its club: a verb or a bracketed record follows, or "sixth with 13 points"."""
    follows = tokens[i + 1 : i + 4]
    if not follows:
        return False
    if follows[0].kind in ("HAVE", "STAND", "OPEN", "MOVE", "UNBEATEN", "HAVE_WON", "LOST") or tokens[i].possessive:
        return True
    return [t.kind for t in follows[:2]] == ["COMMA", "ORDINAL"] or follows[0].kind == "COMMA"


def _is_many(verb: Mention) -> bool:
    return verb.text.lower().split(" ")[0] in _PLURAL


def _after(tokens: list[Mention], i: int) -> bool:
    """Whether what follows the name is said of sides alone."""
    follows = tokens[i + 1 : i + 7]
    kinds = [t.kind for t in follows]
    if not follows:
        return False
    if _is_many(follows[0]):
        return True
    if kinds[0] == "SIGNED" and follows[0].text.lower() in _PAID:
        return any(t.kind == "MONEY" for t in follows)
    if tokens[i].possessive and "SPONSOR" in kinds[:3]:
        return True
    if tokens[i].possessive and kinds[0] == "TALLY":
        return "POINT" in kinds
    if kinds[0] == "NUMBER" and kinds[1:2] in (["UNBEATEN"], ["WINLESS"]):
        return True  # "X are ten games unbeaten and Ellery five without defeat"
    if kinds[:2] == ["SAW", "THEY"] or (kinds[0] in ("NUMBER", "A") and _are_apart(kinds[1:])):
        return True
    if tokens[i].possessive:
        owned = next((k for k in kinds if k not in _COUNTED), "")
        return owned in _OF_A_SIDE
    if kinds[0] == "OPEN":
        return kinds[1:3] == ["ORDINAL", "CLOSE"] or kinds[1:4] == ["NUMBER", "POINT", "CLOSE"]
    if _at_last(follows[0], follows[2:]) or _meets_after_an_aside(tokens, i):
        return True
    if kinds[:3] == ["COMMA", "ORDINAL", "COMMA"] and follows[3:4]:
        return _is_many(follows[3])
    if kinds[0] != "COMMA" or len(kinds) < 3:
        return False
    if follows[1].text.lower() == "who":
        return follows[2].text.lower() in _PLURAL or kinds[3:4] in (["LOST"], ["DREW"], ["WINLESS"], ["UNBEATEN"])
    return kinds[1] in _OPENS and any(k in _TELLING for k in kinds[1:])


def _are_many(tokens: list[Mention], i: int) -> bool:
    """ "France sit third": a plural verb behind a place."""
    return bool(tokens[i + 1 : i + 2]) and _is_many(tokens[i + 1])


def _is_of_a_side(tokens: list[Mention], i: int) -> bool:
    """Whether a country's name stands for its side: in a list before a plural verb, as whose run or defeat it is, where
    it wins, draws or ends a match in a row."""
    if tokens[i].value not in countries():
        return False
    if tokens[i].possessive or [t.kind for t in tokens[i + 1 : i + 2]] in (["COMMA"], ["NUMBER"]):
        return _after(tokens, i)
    behind = tokens[i + 1 : i + 9]
    if [t.kind for t in behind[:2]] in (["AND", "PLACE"], ["AND", "TEAM"], ["AND", "NAME"]):
        return bool(behind[2:3]) and _is_many(behind[2])
    if i > 1 and tokens[i - 2].kind in ("POINT", "HAND") and tokens[i - 1].text.lower() in _OFF:
        return True  # "within three points of France", "two games in hand on France"
    if i and tokens[i - 1].kind in ("IN", "REACH", "FROM"):
        return False
    if i and tokens[i - 1].text.lower() in _LEAVES:
        return any(t.kind in _TELLING for t in tokens)
    return bool(behind) and behind[0].kind in _DOES and any(t.kind in _TELLING for t in tokens[i + 1 :])


def _meets_after_an_aside(tokens: list[Mention], i: int) -> bool:
    """ "Ellery, who had gone five games without a goal, beat Rovers": an aside, then a side that it meets."""
    if [t.kind for t in tokens[i + 1 : i + 2]] != ["COMMA"]:
        return False
    closing = next((j for j in range(i + 2, min(len(tokens) - 2, i + 14)) if tokens[j].kind == "COMMA"), 0)
    return bool(closing) and tokens[closing + 1].text.lower() in _MEETS and tokens[closing + 2].kind == "TEAM"


def _at_last(verb: Mention, behind: list[Mention]) -> bool:
    """ "beat Ellery for the first time in nine attempts": a win over a side."""
    return verb.text.lower() in _BEAT and [t.kind for t in behind[:3]] == ["IN", "ORDINAL", "OCCASION"]


def _are_apart(kinds: list[str]) -> bool:
    """ "with Ellery four points back": so many points behind or ahead."""
    return kinds[:1] == ["POINT"] and kinds[1:2] in (["BEHIND"], ["CLEAR"])


def _before(tokens: list[Mention], i: int) -> bool:
    """Whether what goes before the name goes before sides alone."""
    if i == 0:
        return False
    last, earlier = tokens[i - 1], tokens[max(0, i - 4) : i - 1]
    if last.kind in ("CLEAR", "BEHIND", "LEVEL", "PLACED", "LEADERS", "TOGETHER") or last.text.lower() in _JOINED:
        return True
    following = [t.kind for t in tokens[i + 1 : i + 3]]
    if _at_last(last, tokens[i + 1 :]) or (last.kind == "SINCE" and following[:1] == ["PAST"]):
        return True
    if last.text.lower() == "with" and following[:1] == ["ORDINAL"]:
        return following[1:] in (["PLACED"], ["COMMA"], ["AND"], ["STOP"], [])
    if last.kind == "FROM" and any(t.kind == "TOGETHER" for t in earlier):
        return True
    if last.kind in ("MOVE", "MARGIN", "TOP") and following[:1] == ["BY"]:
        return following[1:] in (["NUMBER"], ["A"])
    if last.kind == "SAW" and following[:1] == ["MOVE"]:
        return True
    if last.kind == "QUALIFIER" and earlier and earlier[-1].kind in ("MARGIN", "GAME"):
        return True
    if last.text.lower() in _LEAVES and following[:1] == ["ORDINAL"]:
        return True
    if i == 1 and last.text.lower() == "for" and [t.text.lower() for t in tokens[2:3]] == ["it"]:
        return any(t.kind in ("WINS", "LOSSES", "DRAWS", "GAME") for t in tokens)
    if last.text.lower() == "on" and earlier and any(t.text.lower() in _INFLICTED for t in tokens[:i]):
        return any(t.kind in ("LOSSES", "GAME") for t in earlier)
    if last.kind == "QUALIFIER" and earlier and earlier[-1].kind == "NUMBER":
        return any(t.kind == "POINT" for t in tokens[: i - 2])
    if last.text.lower() in _ON and earlier and earlier[-1].kind == "HAND":
        return True
    if last.text.lower() in ("to", "from", "cost", "costs") and any(t.kind == "MONEY" for t in tokens):
        return any(t.kind in _MOVES or t.text.lower().startswith(("move", "switch")) for t in tokens)
    if last.text.lower() in ("with", "for", "of", "at") and any(
        t.kind == "SPENT" for t in earlier[-3:] + tokens[max(0, i - 6) : i]
    ):
        return True
    if last.text.lower() in _LEFT and not (earlier and earlier[-1].kind == "HAVE"):
        return any(t.kind == "YEAR" for t in tokens[i + 1 : i + 5])
    if last.kind == "REACH" and last.text.lower() == "at":
        return any(t.kind in ("YEAR", "STAY") for t in earlier)
    if last.kind == "MOVE" and any(t.kind in ("REACH", "ORDINAL") for t in tokens[i + 1 : i + 2]):
        return True
    if earlier and earlier[-1].kind == "HAVE" and tokens[0].kind in ("NUMBER", "TWOFOLD", "ORDINAL", "A"):
        return last.kind in ("MOVE", "STAND") or last.text.lower().endswith(("ed", "put", "hurt"))
    return last.text.lower() == "for" and bool(earlier) and earlier[-1].kind in _SAID_OF_GAMES
