"""What a measure is limited to: competition, season, games beside it, the second party of a gap, how exact it is.

Read from the tokens around a frame's match; what the sentence leaves out is taken from the story only where it is
certain.
"""

from __future__ import annotations

import re
from collections import Counter

from flows import vocabulary
from flows.extract.matches.circumstances.gathered import Circumstances
from flows.extract.story import StoryState
from flows.extract.text.figures import Season, shifted
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import SIDES, Sentence
from flows.extract.text.shapes import Frame, shape_of
from flows.extract.text.sought import Sought

IN_THE_LEAGUE = frozenset({"league_position", "finish_position", "points_gap", "games_in_hand", "points"})
SEASONAL = IN_THE_LEAGUE | frozenset(
    {
        "goals_scored",
        "goals_conceded",
        "wins",
        "losses",
        "draws",
        "unbeaten_run",
        "win_run",
        "loss_run",
        "winless_run",
        "draw_run",
        "clean_sheets",
        "player_goals",
        "player_season_goal_number",
        "travelling_fans",
    }
)
_GAMES = Frame("games", "IN|FROM HE|THEY? EACH? -2 PAST|ORDINAL|NEXTFEW? -1 g:NUMBER -4 GAME|APPEARANCE", "", 1)
_GAMES_BARE = Frame("games", "IN|FROM HE|THEY? EACH? IN? HE|THEY? PAST|ORDINAL g:NUMBER", "", 1)
_APART = frozenset({"AND", "COMMA", "BUT", "NUMBER", "QUOTE"})
_TIME_AFTER = re.compile(
    r"[ -](?!away days)(?:[a-z]+ )?"
    r"(?:minutes?|mins|days?|months?|weeks?|years?|hours?|yards?|seasons?|points?|goals?)\b"
)
_ON_OFFER = re.compile(r" (?:points )?(?:available|on offer|possible)\b")
_AS_OTHERS = re.compile(
    r"\b(?:as many as|as few as|than|the same(?: number)? as|compared (?:with|to)|matching|equal(?:s|ling)?)\b"
)
_BOTH_MET = frozenset({"meetings", "encounters"})
_MEETINGS = frozenset({"meetings", "meeting", "visits", "trips", "encounters", "games", "matches", "trip", "clashes"})
_WHOSE = SIDES | {"THEY", "HE"}
_LEAGUE = re.compile(r"\bleague\b|\btop[- ]flight\b|\bdivision\b")
_GROUPS = re.compile(r"\b(?:group|pool|league phase)\b")
_LAST_COMPLETED = Sought(r"\bcompleted seasons\b[^.]*\bthe last of (?:those|these|them)\b")
_THIS_ONE = re.compile(r"^(?:competition|tournament|group|group-stage|pool|finals|qualifying|knockout)$")
_NAMED_LEAGUE = re.compile(r"\bLeague\b(?! Cup)|\bDivision\b|\bLiga\b|\bSerie\b|\bChampionship\b")
_NAMED_CUP = re.compile(r"\b(?:Cup|Coppa|Copa|Coupe|Pokal|Trophy|Shield)\b")
_WITH_GROUPS = frozenset({"international", "continental", "qualifying"})
_TOURNAMENTS = frozenset({"international", "continental"})
_OF_A_TABLE = frozenset({"finish_position", "points_gap"})
_DIGEST = 3  # leagues that only a story of many matches names
_OF_THE_MATCH = frozenset({"attendance", "travelling_fans"})
_REACH = 48
_BY_A_WIN = re.compile(
    r"\b(?:beating|defeating|thrashing|hammering|edging|overcoming|seeing off|holding|winning at|"
    r"(?:win|wins|victory|victories|success|triumph|defeat|draw|loss|rout) (?:over|against|at|by|to|with|of)) "
    r"(?:[\w-]+ ){0,2}$"
)
_END = r"(?: (?:a|an|the))? ?[£€$]?$"
_QUALIFIERS = (
    ("at_least", re.compile(r"\b(?:at least|minimum of|no fewer than|no less than)" + _END)),
    ("up_to", re.compile(r"\b(?:up to|as much as|maximum of|at most|no more than)" + _END)),
    (
        "more_than",
        re.compile(
            r"\b(?:more than|(?<!presided )(?<!presiding )over(?! (?:the|his|her|their|my|our|these) )|"
            r"beyond|in excess of|upwards of|exceeding|above|north of)" + _END
        ),
    ),
    (
        "less_than",
        re.compile(r"\b(?:less than|under|fewer than|below|nearly|almost|just under|close to|approaching)" + _END),
    ),
    (
        "about",
        re.compile(
            r"\b(?:about|around|roughly|some|approximately|estimated|in the region of|circa|perhaps|maybe|estimated at|"
            r"or so|(?:thought|believed|understood|reported) to be|reportedly)" + _END
        ),
    ),
)
_MOVED_UP_TO = re.compile(
    r"\b(?:mov|went|go|climb|jump|ris|rose|shot|leap|leapt|pull|inch|edg|creep|crept|tak|took|brought|bring|lift|surg)"
    r"[a-z]*(?: [\w']+){0,3} up to$|,(?: now)? up to$"
)  # "moved up to 25 points": where they are now, no bound
_NEVER_SHORT = 46
_FIRST_YEAR, _LAST_YEAR = 1850, 2100
_PLUS_MORE = re.compile(r" plus (?:[£€$]|an? |add-ons|bonuses|extras|[a-z]+ (?:add-ons|bonuses|extras))")


_DESCRIBES_A_SIDE = frozenset({"WORD", "HIT", "SCORED", "PLACED"})
_OFF_THE_PITCH = frozenset({"deaths", "cases", "recoveries", "salary_cut_percent", "donation", "fine", "sponsorship"})


CONTESTS = ("competition", "tournament")


class Scope:
    """Answers for one story."""

    def __init__(self, state: StoryState, around: Circumstances) -> None:
        self.state = state
        self.around = around
        self.kinds = vocabulary.kinds_of_competitions()
        self.league = self._story_league()

    def _story_league(self) -> str | None:
        """The league that the story speaks of most, None where it names none."""
        named = [m for s in self.state.sentences for m in s.of("COMPETITION")]
        self._leagues = [(m.start, str(m.value)) for m in named if self._is_league(str(m.value))]
        told = Counter(name for _, name in self._leagues)
        self.leagues_named = frozenset(told)
        return str(told.most_common(1)[0][0]) if told else None

    def league_at(self, at: int) -> str | None:
        """The league spoken of at a position: the one named last before it where the story goes through several."""
        if len(self.leagues_named) < _DIGEST:
            return self.league
        before = [name for start, name in self._leagues if start <= at]
        return before[-1] if before else self.league

    def competition(self, tokens: list[Mention], first: int, last: int, metric: str) -> str | None:
        """The competition named within or just around the phrase, else the story's for what the words leave to it."""
        near = self._nearest_competition(tokens, first, last, metric in IN_THE_LEAGUE)
        around = tokens[max(0, first - 2) : last + 5]
        if near is not None and not self._is_league(near) and _of_the_league(tokens[first : last + 5]):
            return self.league
        if near is not None:
            return near
        if metric in IN_THE_LEAGUE:
            if metric in _OF_A_TABLE and _of_another_season(tokens):
                return None
            return self.league_at(tokens[first].start) or self._of_the_story(tokens)
        if any(_LEAGUE.search(t.text.lower()) for t in tokens if t.kind != "COMPETITION"):
            return self.league_at(tokens[first].start)
        tournament = self.kinds.get(self.around.competition or "") in _TOURNAMENTS
        if self.league is None and tournament and metric not in _OFF_THE_PITCH:
            return self.around.competition
        if metric in _OF_THE_MATCH or any(_THIS_ONE.search(t.text.lower()) for t in around):
            return self.around.competition
        return None

    def _is_league(self, name: str) -> bool:
        kind = self.kinds.get(name)
        return kind == "league" or (kind is None and _NAMED_LEAGUE.search(name) is not None)

    def _of_the_story(self, tokens: list[Mention]) -> str | None:
        """The story's competition for a place in a table: no cup has one, and one of clubs of many countries only where
        the story tells of its groups and the words do not say the league."""
        name = self.around.competition
        if self.kinds.get(name or "") == "continental":
            of_the_league = any(_LEAGUE.search(t.text.lower()) for t in tokens if t.kind != "COMPETITION")
            return None if of_the_league or not _GROUPS.search(self.state.text.lower) else name
        international = name is not None and self.kinds.get(name) in _WITH_GROUPS
        return None if name is None or (_NAMED_CUP.search(name) and not international) else name

    def _nearest_competition(self, tokens: list[Mention], first: int, last: int, leagues_only: bool) -> str | None:
        best: tuple[int, str] | None = None
        for i in range(max(0, first - 9), min(len(tokens), last + 8)):
            if tokens[i].kind != "COMPETITION" or (leagues_only and not self._is_league(str(tokens[i].value))):
                continue
            if i < first and _in_apposition(tokens, i, first):
                continue
            if i > last and _is_listed_apart(tokens, last, i):
                continue
            if i > last and tokens[i - 1].kind == "COMMA":  # "brought them 60 goals, the Champions League and ..."
                continue
            distance = 0 if first <= i <= last else first - i + 1 if i < first else i - last
            if any(t.kind in ("COMMA", "BUT", "STOP") for t in tokens[min(i, last) : max(i, first)]):
                distance += 4
            if best is None or distance < best[0]:
                best = (distance, str(tokens[i].value))
        return best[1] if best is not None and best[0] <= 9 else None

    def season(self, tokens: list[Mention], at: int, metric: str, matches: int | None) -> str | None:
        """The season said in the sentence, else the document's for what is counted by seasons."""
        said = [t for i, t in enumerate(tokens) if t.kind == "SEASON" and not _of_another(tokens, at, i)]
        own = self._season_here()
        if said:
            nearest = min(said, key=lambda t: abs(t.start - tokens[at].start))
            if isinstance(nearest.value, Season):
                return nearest.value.name
            return shifted(own, int(nearest.value or 0))
        if _LAST_COMPLETED.search(self.state.text.lower, tokens[0].start, tokens[at].start):
            return shifted(own, -1)
        if metric not in SEASONAL or metric == "finish_position" or (matches is not None and matches >= _NEVER_SHORT):
            return None
        return own

    def _season_here(self) -> str | None:
        """The document's season; of a tournament of countries its year, and none of its qualifying."""
        own = self.around.season
        kind = self.kinds.get(self.around.competition or "")
        if kind == "international" and (year := self.around.year_of_cup(self.around.competition)):
            return year
        if own is None or "-" not in own or kind not in ("international", "qualifying"):
            return own
        day = self.around.published
        return str(day.year) if kind == "international" and day is not None else None

    def games(self, tokens: list[Mention], at: int, last: int) -> Mention | None:
        """The number of games beside a tally: "in his last six outings", "through 27 matches", "from nine"."""
        part = tokens[at + 1 : last + 14]
        shape = shape_of(part)
        for frame in (_GAMES, _GAMES_BARE):
            for bound in frame.matches(shape, part):
                start = part.index(bound["first"])
                between = part[last - at : start]
                if (
                    start <= last - at + 4
                    and not any(t.kind in _APART for t in _joined(between))
                    and self.counts_games(bound["g"])
                    and not _AS_OTHERS.search(self.state.text.lower, tokens[last].end, bound["first"].start)
                ):
                    return bound["g"]
        return None

    def counts_games(self, number: Mention) -> bool:
        """Whether a number beside a tally can be of games: no minutes, months or yards follow it."""
        lower = self.state.text.lower
        if is_year(number):
            return False  # "in the late 1950s"
        offered = lower.endswith("possible ", 0, number.start) or _ON_OFFER.match(lower, number.end) is not None
        return not offered and _TIME_AFTER.match(lower, number.end) is None

    def qualifier(self, tokens: list[Mention], at: int) -> str:
        """What the words right before (or "-plus" after) make of a number."""
        return qualifier_of(self.state.text.lower, tokens[at])

    def opponent(self, tokens: list[Mention], at: int, last: int, sentence: Sentence, subject: str) -> str | None:
        """Against whom a run or a tally of results was: "defeats against the Foxes", "one of 15 meetings"."""
        for i in range(at + 1, min(len(tokens) - 1, last + 5)):
            words = tokens[i].text.lower()
            if tokens[i].kind in ("ORDINAL", "BUT") or words in ("before", "until"):
                break
            met = words in ("with", "to", "at") and tokens[i - 1].text.lower() in _MEETINGS
            behind = tokens[i + 1 : i + 4]  # "against the crisis-hit Foxes"
            side = next((t for t in behind if t.kind not in _DESCRIBES_A_SIDE), tokens[i])
            if (met or words in ("against", "over")) and side.kind in SIDES:
                return self.state.side(side, sentence)
        if any(t.text.lower() in _BOTH_MET for t in tokens[at + 1 : last + 5]):
            pair = self.state.pair_of(sentence) or ()
            return next((side for side in pair if side != subject), None) if subject in pair else None
        return None

    def other(self, tokens: list[Mention], last: int, sentence: Sentence, subject: str | None) -> str | None:
        """The second party of a gap: a side, "safety", "top four", "Europa League places"."""
        for i in range(last, min(len(tokens), last + 7)):
            token = tokens[i]
            if i > last and (token.kind in ("COMMA", "STOP", "BUT") or token.text.lower() in ("having", "despite")):
                return None
            if token.kind in SIDES:
                side = self.state.side(token, sentence)
                if _BY_A_WIN.search(self.state.text.lower, max(0, token.start - _REACH), token.start):
                    return None  # "cut the gap to five points by beating X", "with a win over X"
                if side is not None and side != subject:
                    return side
            if token.text.lower() == "them" and i + 1 >= len(tokens) - (tokens[-1].kind == "STOP"):
                they = self.state.centers.named(sentence)
                return they if they != subject else None
            if token.kind == "ROUND" and token.value == "play-off" and i > last:
                follows = tokens[i + 1 : i + 2]
                places = follows and follows[0].kind == "PLACES"
                return f"{token.text} {follows[0].text}".lower() if places else token.text.lower()
            if token.kind == "ZONE" and self.state.text.lower.startswith("-", token.end):
                continue  # "relegation-threatened X"
            if token.kind == "ZONE" and not (i + 1 < len(tokens) and tokens[i + 1].kind in SIDES):
                return _zone(token, tokens[i + 1 : i + 3])
            if token.kind == "TOP" and i + 1 < len(tokens) and tokens[i + 1].kind == "NUMBER":
                return f"{token.value} {tokens[i + 1].text.lower()}"
            if token.kind == "COMPETITION" and i + 1 < len(tokens) and tokens[i + 1].kind == "PLACES":
                return f"{token.value} places"
            if token.kind == "NAME" and i > last:
                return token.text
            if token.kind == "LEADERS" and token.text.lower() == "leaders" and not _names_them(tokens, i):
                return "leaders"
            if token.kind == "THEY" or (token.kind == "WE" and i > last):
                return None
        return None


def _zone(token: Mention, following: list[Mention]) -> str | None:
    """A part of the table as printed ("drop zone", "play-offs"); what is no name of one by the usual name."""
    if [t.kind for t in following] == ["ROUND", "PLACES"]:
        return " ".join(t.text.lower() for t in (token, *following))
    printed = token.text.lower().removeprefix("the ")
    named = printed.endswith(("zone", "places", "spots", "positions", "play-offs", "place", "spot"))
    return (printed if named else str(token.value)) if token.value else None


def is_year(number: Mention) -> bool:
    """Whether a number is a year of football: 1954, but not 1,954."""
    return _FIRST_YEAR <= number.value <= _LAST_YEAR and "," not in number.text


def _is_listed_apart(tokens: list[Mention], last: int, i: int) -> bool:
    """ "two titles and a League Cup", "three titles, one FA Cup": the cup is an item of its own."""
    joined = [j for j in range(last + 1, i) if tokens[j].kind in ("AND", "COMMA")]
    counted = tokens[i - 1].kind in ("A", "NUMBER")
    return bool(joined) and counted and joined[-1] == i - 2


def _of_another_season(tokens: list[Mention]) -> bool:
    """ "finished 11th last term", "the season in which they came second": in what league that was is not said."""
    past = any(t.kind == "SEASON" and (isinstance(t.value, Season) or t.value == -1) for t in tokens)
    return past and any(t.kind == "COMPLETE" for t in tokens)


def _of_another(tokens: list[Mention], at: int, season: int) -> bool:
    """ "60 goals in 27 games, which equals the 60 they managed last season": the season is of the later number."""
    between = range(at + 1, season)
    return any(
        tokens[i].kind == "NUMBER"
        and (tokens[i + 1].kind in _WHOSE or [t.kind for t in tokens[i + 1 : i + 3]] == ["IN", "THEY"])
        for i in between
    )


def _of_the_league(tokens: list[Mention]) -> bool:
    """ "18 goals in 16 league outings": whatever cup stands near, the words say the league."""
    return any(t.kind == "SCOPE" and t.text.lower() == "league" for t in tokens)


def _names_them(tokens: list[Mention], i: int) -> bool:
    """Whether the leaders are named beside the word."""
    return any(t.kind in SIDES or t.kind == "NAME" for t in tokens[i + 1 : i + 2])


def _in_apposition(tokens: list[Mention], i: int, first: int) -> bool:
    """ "Rovers, semi-finalists in the Cup last term, have won once": the Cup is no part of what is counted."""
    return any(t.kind == "COMMA" for t in tokens[i:first]) and any(t.kind == "COMMA" for t in tokens[:i])


def _joined(between: list[Mention]) -> list[Mention]:
    """What stands between a tally and its games, less the comma right before them ("in the league, in 27 matches")."""
    return between[:-1] if len(between) > 1 and between[-1].kind == "COMMA" else between


def qualifier_of(lower: str, number: Mention) -> str:
    """at_least, more_than, less_than, about, up_to or exact, by the words that touch a number."""
    added = _PLUS_MORE.match(lower, number.end) is not None  # "£6m plus £1m in add-ons"
    if not added and (
        lower.startswith(("-plus", " plus", "+"), number.end) or number.text.lower().endswith(("plus", "+"))
    ):
        return "at_least"
    if lower.startswith(("-odd", " or so", " or thereabouts"), number.end):
        return "about"
    before = lower[max(0, number.start - 26) : number.start]
    if before.rstrip("£€$ ").endswith(
        ("turned over", "turns over", "turn over", "turning over", "taken over", "took over")
    ):
        return "exact"
    if before.endswith("up to ") and _MOVED_UP_TO.search(lower, max(0, number.start - 52), number.start - 1):
        return "exact"
    return next((name for name, words in _QUALIFIERS if words.search(before)), "exact")
