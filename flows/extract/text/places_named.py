"""Names of towns and countries that are no side where they stand: "in Milan", "England striker", "back from Germany".

In: the mentions that may be a side. They are retyped in place to PLACE or NATIONALITY; in a story of clubs a country
plays only where something says so.
"""

from __future__ import annotations

import re
from functools import cache

from flows import vocabulary
from flows.extract.cast.joined_names import CLUB_WORDS
from flows.extract.cast.result_words import acts_as_a_side
from flows.extract.text.mentions import Mention
from flows.extract.text.normalise import Text

_PLACE_BEFORE = re.compile(
    r"(?:\bin|\bacross|\boutside|\bthroughout|\bmayor of|\bcity of|\bof northern|\btown of|\bstreets of|"
    r"\bhospitals? in|\bport of|\bpeople of|\baround|"
    r"\barrived? in|\bborn in|\bbased in|\bnear|\bcapital|\bflight to|\bflew to|\bairport in|\bembassy in) $"
)
_PLACE_AFTER = re.compile(
    r" (?:airport|hospital|police|city centre|council|university|province|streets?)\b|"
    r"-(?:born|based|style|raised|bred|trained|educated)\b"
)
_OF_ITS_CLUB = re.compile(  # "new Harland boss"
    r"(?:'s?)? (?:and [\w-]+ )?(?:(?:head|assistant|first-team|interim|caretaker|co|club|star|loan|record|deadline-day|"
    r"teenage|veteran|left|right|centre) )?(?:boss(?:es)?|managers?|coach(?:es)?|gaffer|captain|skipper|owners?|"
    r"chairman|chairwoman|president|chief|director|signings?|recruits?|arrivals?|acquisitions?|strikers?|forwards?|"
    r"wingers?|midfielders?|defenders?|goalkeepers?|keepers?|playmaker|full-back|centre-back|left-back|right-back|"
    r"backs?|number|man|men|hero|star|kit|contract|deal|regime|era)\b"
)
_WORN = re.compile(r"(?:'s?)? (?:colou?rs|shirts?|jerseys?|kit)\b")
_PLAYER_AFTER = re.compile(
    r"(?:'s)? (?:and \w+ )?(?:international|striker|forward|midfielder|defender|goalkeeper|keeper|captain|winger|"
    r"coach job|full-back|playmaker|left-back|right-back|"
    r"centre-back|skipper|star|cricket|job|post|duty|hopeful|legend|great|hitman|call-up|caps?)\b"
)
_TOWARDS = re.compile(r"\b(?:to|of|from|into|for|around|across|over) $")
_COUNTRY_OF_LEAGUE = (
    "'s top flight",
    "'s serie",
    "'s premier",
    "'s second tier",
    "'s la liga",
    "'s bundesliga",
    "'s ligue",
)
_PLAYS_FOR_SURE = re.compile(
    r"(?:'s?)? (?:(?:beat|won|lost|drew|face|play|host|meet|held|knocked out|thrashed|hammered|defeated|eliminated|"
    r"v|vs|squad|coach|manager|boss|under-\d\ds?|women)\b|\d)"
)
_SCORE = re.compile(r"\b\d{1,2}-\d{1,2}\b")
_BEATEN = re.compile(
    r"(?:\b(?:against|beat|beating|v|vs|versus|over|face|faced|hosts?|hosting|lost to|draw with|beaten by|held by|"
    r"\d-\d by)|\d) $"
)
_OUTCOME = re.compile(
    r"\b(?:wins?|victory|victories|triumph|success|draws?|defeats?|loss|losses|goals?|winner|hat-trick|debut) "
    r"(?:over|to|by|with|against|away to|at home to) $|\b(?:trips?|visits?) to $|\bqualifiers? (?:in|with|away to) $|"
    r"\b(?:friendly|friendlies|international|clash|match|game) (?:with|against|away to|at home to|v) $|"
    r"\b(?:cap|caps|capped|substitute|debut|played|appearances?|bow|scored|turned out|starred|duty) (?:for|by) $"
)
_IN_A_GAME = re.compile(
    r" (?:in|ahead of|for|before) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day's|next (?:week|month)'s|tonight's|"
    r"tomorrow's) (?:[\w-]+ ){0,3}?(?:qualifiers?|friendly|game|match|semi-final|final|quarter-final|play-off|"
    r"international|clash|encounter|showdown|decider|opener)\b"
)
_PLAYS_AFTER = re.compile(
    r"'?s? (?:(?:have|had|has|were|was|are|is|will|would|could|can|also|then|go|went|and|,)\b|(?:beat|won|lost|drew|"
    r"face|play|host|meet|take|took|lead|led|came|need|coach|manager|boss|team|side|squad|fans|supporters|match|game|"
    r"qualifier|v|vs)\b|\d)"
)
_PLAYS_BEFORE = re.compile(
    r"\b(?:against|beat|beating|with|v|vs|versus|over|by|face|faced|host|hosts|hosting|hosted|facing|defeat to|"
    r"defeats to|play|played|playing|meet|met|thrashed|held|lost to|and|and the|,|\d) $"
)


def settle_places(text: Text, teams: list[Mention]) -> None:
    """Retype those that are a place or a nationality."""
    national = [m for m in teams if is_national(m)]
    of_clubs = len(teams) - len(national) > len(national)
    told = len({m.text for m in national}) > 1 and _SCORE.search(text.normal, teams[0].start) is not None
    nobody_plays = not told and not any(_plays_for_sure(text, m) for m in national)
    for mention in teams:
        kind = "PLACE" if nobody_plays and not of_clubs and mention in national else _kind(text, mention, of_clubs)
        if kind != "TEAM":
            mention.kind, mention.value = kind, mention.text


def is_national(mention: Mention) -> bool:
    """Whether a country has this name; the nickname of its side is no country."""
    if isinstance(mention.value, str):
        return False
    return not _national_sides().isdisjoint(mention.value) and _is_country(mention.text, mention.value)


def _is_country(name: str, clubs: tuple[int, ...]) -> bool:
    known = vocabulary.clubs()
    return any(known[i].national and name not in known[i].nicknames for i in clubs)


@cache
def _national_sides() -> frozenset[int]:
    return frozenset(i for i, club in enumerate(vocabulary.clubs()) if club.national)


def _kind(text: Text, mention: Mention, of_clubs: bool) -> str:
    before = text.lower[max(0, mention.start - 16) : mention.start]
    after = text.lower[mention.end : mention.end + 28]
    national = is_national(mention)
    if mention.text in CLUB_WORDS:
        return "TEAM"
    if before.endswith(("new ", "north ", "south ")) and " " not in mention.text:
        return "TEAM" if before.endswith("new ") and _OF_ITS_CLUB.match(text.lower, mention.end) else "PLACE"
    if national and (_PLAYER_AFTER.match(after) or (mention.possessive and of_clubs and _owns_a_club(text, mention))):
        return "NATIONALITY"
    if (
        _PLACE_BEFORE.search(before)
        and not _WORN.match(after)
        and not mention.possessive
        and not mention.text.endswith("d")
    ):
        return "PLACE"
    if _PLACE_AFTER.match(after) or (national and mention.possessive and after.startswith(_COUNTRY_OF_LEAGUE)):
        return "PLACE"
    if national and _OUTCOME.search(text.lower, max(0, mention.start - 24), mention.start):
        return "TEAM"
    if national and _IN_A_GAME.match(text.lower, mention.end):
        return "TEAM"
    if national and of_clubs and (_TOWARDS.search(before) or not _plays(text, mention)):
        return "PLACE"
    return "TEAM"


def _owns_a_club(text: Text, mention: Mention) -> bool:
    """ "Chile's Harland", of a story of clubs: a name stands right behind it."""
    following = text.normal[mention.end : mention.end + 4]
    return following.startswith("'s ") and following[3:].isupper()


def _plays(text: Text, mention: Mention) -> bool:
    """Whether a cue of play stands beside it."""
    before = text.lower[max(0, mention.start - 16) : mention.start]
    near = _PLAYS_AFTER.match(text.lower, mention.end) or _PLAYS_BEFORE.search(before)
    return bool(near or acts_as_a_side(text.lower, mention))


def _plays_for_sure(text: Text, mention: Mention) -> bool:
    """Whether the words beside it can be said of a side only."""
    before = text.lower[max(0, mention.start - 16) : mention.start]
    outcome = _OUTCOME.search(text.lower, max(0, mention.start - 24), mention.start)
    plays = _PLAYS_FOR_SURE.match(text.lower, mention.end) or _IN_A_GAME.match(text.lower, mention.end)
    if plays or _BEATEN.search(before) or outcome:
        return True
    return acts_as_a_side(text.lower, mention)
