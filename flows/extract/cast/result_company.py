"""Which capitalised names the results of a text give away as clubs: who beats, draws with, visits and hosts whom.

In: the normal text, its mentions and the weights that `unknown_clubs` gathers. Out: more weight for a name that stands
where a result or a fixture has a side. A score being run up ("made it 2-1") gives nobody away, nor does a "side"
of a coach.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.extract.cast import goals_behind_names
from flows.extract.cast import unscored_company as unscored
from flows.extract.cast.result_words import FAIR, STRONG, ByWords, by_words
from flows.extract.text import lexicon
from flows.extract.text.beside import After, Before
from flows.extract.text.mentions import Mention, where
from flows.extract.text.places_named import is_national

_FARED = frozenset({"WIN", "WIN_INTRANSITIVE", "LOSE", "DRAW"})
_DRAWN = frozenset({"DRAW", "DRAW_NOUN"})
_RESULT = _FARED | {"WIN_NOUN", "LOSS_NOUN", "DRAW_NOUN"}
_LINKS = frozenset({"AGAINST", "AT", "TO", "BY", "WITH", "OF", "TRAVEL", "HOST"})
_MEETS = frozenset({"FIXTURE", "TRAVEL", "HOST"})
_RANKS = frozenset({"ORDINAL", "NUMBER", "STANDING"})
_BETWEEN = _RANKS | {"BE", "HAVE", "BUT", "AND", "COMMA", "SUBORDINATE", "WHO", "TIMES", "DATE", "DAY", "HYPOTHETICAL"}
_ADJECTIVES = _RANKS | {"SIDE_NOUN", "SIDE_AWAY", "SIDE_HOME", "ROLE", "COMPETITION", "NATIONALITY", "PLACE"}
_FARES = _BETWEEN | _FARED | {"SCORE"}
_MET_BY = _ADJECTIVES | _LINKS | {"WIN"}
_MAY_MEET = frozenset({"TEAM", "THEY", "WHO", "SIDE_HOME", "SIDE_AWAY", "EPITHET", "HYPOTHETICAL", "WE"})
_WHEN = frozenset({"DATE", "RELATIVE_DAY", "COMPETITION", "ROUND"})
_TO_WHEN = re.compile(r",? (?:in (?:the |their |its )?(?:[\w'-]+ ){0,2}|later |early )?")
_NO_FIXTURE = frozenset({"met", "played", "visited", "faced", "welcomed", "received", "meeting", "playing"})
_SCORES = frozenset({"GOAL_VERB", "GOAL_ACT"})
_FAR = 24
_RUN_UP = Before(r"(?:ma[dk]e it|makes it|making it|to|for|from|up|level at|lead|led|put .{2,30}) ", 30)
_SENTENCE_END = re.compile(r"[.!?;\n]")
_FOR_OTHERS = re.compile(r" (?:it|the (?:game|match|tie|derby)) \d{1,2} ?- ?\d{1,2} for\b")  # "Pym won it 2-1 for X"
_PAIR_AFTER = re.compile(
    r" (?:(?:have|had|then|also|will|who|last|both|could|are to|must|next) )*(?:drew|draw|shared|played out|met|"
    r"meet|face|"
    r"finished(?! (?:the|it|things|them|off)\b)|"
    r"ended|cancelled each other|could not be separated|fought out|were level|meet again|play each other|"
    r"served up|contested|traded|produced an?)\b"
)
_GAME_AFTER = re.compile(r" (?:game|match|tie|clash|fixture|final|semi-final|derby|encounter|replay|contest)\b")
_LINE_AFTER = re.compile(r" \d{1,2}-\d{1,2}(?:\n|$)")
_ENDED = re.compile(
    r" (?:has |have |had |also |will |is |was )*(?:ended|finished|end|finish|been|be|abandoned|postponed|called off|"
    r"put off|off|(?:not )?(?:an?|the) [a-z]|kicks? off|takes? place|promises|goalless|drawn|rained off|snowed off)\b"
)

_FIRST_NAMES = lexicon.name_words("FIRST_NAME")
_HIS_THINGS = frozenset("Twitter Instagram Facebook Porsche Ferrari Bentley Mercedes BMW Christmas Sky BBC".split())
_MET_A_BALL = After(
    r" (?:\w+ )?(?:met|meets) (?:an? |the |[\w.'-]+(?: [\w.'-]+)?'s? )(?:[\w-]+ ){0,3}?(?:cross|corner|delivery|"
    r"free-kick|"
    r"centre|pass|ball)\b",
    80,
)
_SURE = 3.0
_WEAK = 1.2
_OF_A_CLUB = 2.1


def weigh(
    lower: str,
    mentions: list[Mention],
    places: list[int],
    club: dict[str, float],
    led: Callable[[str, int], object],
    told: dict[tuple[int, int], ByWords | None],
) -> None:
    """Add to `club`, a defaultdict of names' weights, what results and fixtures say for each NAME.

    `places` are the indexes of the names; `led` tells "Osman's side" by what follows a name: nothing counts there.
    What words beside a name were found to say before is `told` by its span.
    """
    seeds = where(mentions, unscored.SEEDS)
    surnames = {mentions[i].text.rsplit(" ", 1)[1] for i in places if " " in mentions[i].text}
    for index in places:
        mention = mentions[index]
        name, span = mention.text, (mention.start, mention.end)
        if span not in told:
            told[span] = None if led(lower, mention.end) else by_words(lower, mention)
        words = told[span]
        if mention.possessive and _has_a_man(mentions, index):
            club[name] += STRONG if _scores(mentions, index + 1) else FAIR
            continue
        if words is None or (mention.possessive and _leads(mentions, index)):
            continue
        if lower.find(" me", mention.end, mention.end + _FAR) >= 0 and _MET_A_BALL.match(lower, mention.end):
            continue
        before = mentions[index - 1].kind if index else ""
        after = mentions[index + 1].kind if index + 1 < len(mentions) else ""
        sure = (
            (after in _FARES and _fares(lower, mentions, index))
            or ((before in _MET_BY or before == "TEAM") and _is_met(lower, mentions, index))
            or ("VERSUS" in (before, after) and _versus(mentions, index))
            or ("AGAINST" in (before, after) and _versus(mentions, index, "AGAINST") and _ended(lower, mentions, index))
            or (after == "NUMBER" and goals_behind_names.stands_in_a_list(lower, mentions, index))
        )
        weight = words.first
        if words.took_a_result:
            weight += _WEAK if " " in name or name in surnames else STRONG
        if not sure and unscored.may_stand_in_one(seeds, index):
            weight += STRONG * unscored.stands_in_a_result(lower, mentions, index)
        club[name] += _SURE * sure + (weight + words.last)
        if _hyphened(lower, mentions, index):
            club[name] += STRONG
        if "AND" in (before, after) and _meet_as_a_pair(lower, mentions, index):
            club[name] += STRONG
        if words.coach is not None and any(
            m.kind == "NAME" and m.start == words.coach for m in mentions[index + 1 : index + 3]
        ):
            club[name] += STRONG  # "Wexcombe boss Piet Osman"
        if index > 1 and (before == "AND" or before in _MEETS):
            club[name] += _by_other_side(lower, mentions, index, club)
        if after == "OF" and _is_of_a_country(mentions, index):
            club[name] += _OF_A_CLUB
        if before == "NAME" and _is_of_whom_it_leads(mentions, index):
            club[name] += _OF_A_CLUB
        if before == "OF" and " " not in name:
            club[name] += _OF_A_CLUB * _is_of_it(mentions, index)
        if before in _MEETS or before in _ADJECTIVES:
            club[name] += STRONG * _is_visited(lower, mentions, index, club)


def _hyphened(lower: str, mentions: list[Mention], index: int) -> bool:
    """Either of "the Merrow-Harland replay" and of a line "Merrow-Harland 0-1"."""
    name = mentions[index]
    if "-" not in (lower[name.start - 1 : name.start], lower[name.end : name.end + 1]):
        return False
    return any(
        len(pair) == 2
        and {pair[0].kind, pair[1].kind} <= {"NAME", "TEAM"}
        and lower[pair[0].end : pair[1].start] == "-"
        and (_GAME_AFTER.match(lower, pair[1].end) or _LINE_AFTER.match(lower, pair[1].end))
        for pair in (mentions[max(0, index - 1) : index + 1], mentions[index : index + 2])
    )


def _leads(mentions: list[Mention], index: int) -> bool:
    """ "Osman's Harland"."""
    name, following = mentions[index], mentions[index + 1 : index + 2]
    return any(m.kind in ("TEAM", "NAME") and m.start - name.end == 3 for m in following)


def _has_a_man(mentions: list[Mention], index: int) -> bool:
    """ "Harland's Jon Hale"."""
    name, following = mentions[index], mentions[index + 1 : index + 2]
    return any(m.kind == "NAME" and m.text.count(" ") == 1 and m.start - name.end == 3 for m in following)


def _scores(mentions: list[Mention], index: int) -> bool:
    """ "Jon Hale scored"."""
    man, following = mentions[index], mentions[index + 1 : index + 2]
    return any(m.kind in _SCORES and m.start - man.end == 1 for m in following)


def _is_of_a_country(mentions: list[Mention], index: int) -> bool:
    """ "Zamora Azul of Mexico lost": no man's name."""
    if index + 3 >= len(mentions) or mentions[index].text.partition(" ")[0] in _FIRST_NAMES:
        return False
    name, link, country, verb = mentions[index : index + 4]
    adjoins = link.start - name.end == 1 and country.start - link.end == 1 and verb.start - country.end < _FAR
    return adjoins and country.kind == "TEAM" and is_national(country) and verb.kind in _FARED | {"BEATEN", "FIXTURE"}


def _is_of_whom_it_leads(mentions: list[Mention], index: int) -> bool:
    """ "Tom Ridley's Harland", which is no thing of his own as "Jon Hale's Twitter" is."""
    man, name = mentions[index - 1 : index + 1]
    named = man.possessive and man.text.count(" ") == 1 and man.text.partition(" ")[0] in _FIRST_NAMES
    return named and name.start - man.end == len("'s ") and name.text.isalpha() and name.text not in _HIS_THINGS


def _is_of_it(mentions: list[Mention], index: int) -> bool:
    """ "Jon Hale of Harland"."""
    man, link, name = mentions[index - 2 : index + 1] if index > 1 else [mentions[index]] * 3
    named = man.kind == "NAME" and man.text.partition(" ")[0] in _FIRST_NAMES and " " in man.text
    return named and link.start - man.end == 1 and name.start - link.end == 1


def _by_other_side(lower: str, mentions: list[Mention], index: int, club: dict[str, float]) -> float:
    """The object of a club that hosts, faces, visits, and the second of "between X and Y"."""
    other, link, name = mentions[index - 2 : index + 1]
    if name.start - link.end >= 8 or " back " in lower[link.end : name.start]:
        return 0.0
    if link.kind == "AND":
        return STRONG * lower.endswith("between ", 0, other.start)
    known = link.kind in _MEETS and (other.kind == "TEAM" or (other.kind == "NAME" and club[other.text] >= 2))
    return STRONG * known


def _is_visited(lower: str, mentions: list[Mention], index: int, club: dict[str, float]) -> bool:
    """ "when they travel to third-tier X on Saturday": whom a side meets on a day, in a round or in a competition."""
    name, at = mentions[index], index - 1
    while at > 0 and mentions[at].kind in _ADJECTIVES and index - at < 4:
        at -= 1
    verb, who = mentions[at], mentions[at - 1] if at else None
    if verb.kind not in _MEETS or verb.text.lower() in _NO_FIXTURE or name.start - verb.end > _FAR or name.possessive:
        return False
    noun = verb.text.lower().startswith(("trip", "visit to", "journey", "visit of", "visit from"))
    sides = who is not None and (who.kind in _MAY_MEET or (who.kind == "NAME" and club[who.text] >= 2))
    acts = sides and who is not None and verb.start - who.end < _FAR
    behind = mentions[index + 1] if index + 1 < len(mentions) else None
    if behind is not None and behind.kind == "IN" and index + 2 < len(mentions):
        behind = mentions[index + 2]
    dated = (
        behind is not None and behind.kind in _WHEN and _TO_WHEN.fullmatch(lower, name.end, behind.start) is not None
    )
    if not dated and lower[name.end : name.end + 1] in (".", ","):
        dated = any(m.kind in _WHEN and verb.start - m.end < _FAR for m in mentions[max(0, at - 4) : at])
    return bool((noun or acts) and dated) and " back " not in lower[verb.start : name.start]


def _meet_as_a_pair(lower: str, mentions: list[Mention], index: int) -> bool:
    """Either of "X and Y drew", "X and Y will meet"."""
    for pair in (mentions[max(0, index - 2) : index + 1], mentions[index : index + 3]):
        if len(pair) == 3 and pair[1].kind == "AND" and {pair[0].kind, pair[2].kind} <= {"NAME", "TEAM"}:
            if pair[2].start - pair[0].end != len(" and "):
                continue
            named_game = _GAME_AFTER.match(lower, pair[2].end) and lower.endswith((" the ", "\nthe "), 0, pair[0].start)
            if named_game or _PAIR_AFTER.match(lower, pair[2].end):
                return True
    return False


def _versus(mentions: list[Mention], index: int, link: str = "VERSUS") -> bool:
    """Either side of a v, with a name on its other side."""
    return any(
        len(pair) == 3 and pair[1].kind == link and {pair[0].kind, pair[2].kind} <= {"NAME", "TEAM"}
        for pair in (mentions[max(0, index - 2) : index + 1], mentions[index : index + 3])
    )


def _ended(lower: str, mentions: list[Mention], index: int) -> bool:
    """ "X against Y ended goalless", "X's game against Y was abandoned"."""
    last = index if mentions[index - 1].kind == "AGAINST" else min(index + 2, len(mentions) - 1)
    return _ENDED.match(lower, mentions[last].end) is not None


def _fares(lower: str, mentions: list[Mention], index: int) -> bool:
    """ "X beat ... 2-1", "X's 2-1 win", "X and Y drew 1-1"."""
    name = mentions[index]
    following = mentions[index + 1 : index + 9]
    for distance, mention in enumerate(following):
        kind = mention.kind
        in_list = kind == "NAME" and distance > 0 and following[distance - 1].kind == "AND"
        if not (kind in _FARES or in_list) or _ends_between(lower, name.end, mention.start):
            return False
        if kind == "SCORE":
            return name.possessive and distance == 0 and mention.start - name.end < 30
        if kind in _FARED and not name.possessive:
            if _FOR_OTHERS.match(lower, mention.end):
                return False
            return mention.start - name.end <= 45 and _score_follows(lower, mention, following[distance + 1 :][:5], 70)
        if kind in _FARED:
            return False
    return False


def _ends_between(lower: str, start: int, end: int) -> bool:
    return _SENTENCE_END.search(lower, start, end) is not None


def _is_met(lower: str, mentions: list[Mention], index: int) -> bool:
    """ "a 2-1 win over X", "lost 2-1 to X", "beat visiting X 2-1"."""
    name = mentions[index]
    position = index - 1
    while position > 0 and index - position < 3 and _describes(mentions[position]):
        position -= 1
    if position < 0 or name.start - mentions[position].end > 30:
        return False
    link = mentions[position]
    if link.kind == "WIN":
        return _score_follows(lower, name, mentions[index + 1 : index + 5], 60)
    if link.kind not in _LINKS:
        return False
    told = [m for m in mentions[max(0, position - 5) : position] if not _ends_between(lower, m.end, name.start)]
    kinds = {m.kind for m in told}
    if link.kind == "AT" and "WIN" in kinds and sum(m.kind in ("TEAM", "NAME") for m in told) > 1:
        return False  # "X beat Y 2-1 at Weirside" has both its sides
    results = _DRAWN if link.kind == "WITH" else _RESULT
    return "SCORE" in kinds and not kinds.isdisjoint(results)


def _describes(mention: Mention) -> bool:
    """An adjective of a side, or its country: "lost 2-1 at Hungary's Kispest"."""
    return mention.kind in _ADJECTIVES or (mention.kind == "TEAM" and mention.possessive and is_national(mention))


def _score_follows(lower: str, mention: Mention, following: list[Mention], reach: int) -> bool:
    """Whether a final score comes soon in the sentence."""
    return any(
        m.kind == "SCORE"
        and m.start - mention.end < reach
        and not _ends_between(lower, mention.end, m.start)
        and not _RUN_UP.search(lower, m.start)
        for m in following
    )
