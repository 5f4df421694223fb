"""Whether what a frame fits is a measure at all.

No measure is what a condition hangs on, a range, an idiom, what is denied or only hoped for. In: a frame, a sentence's
tokens and where among them it fits. Asked before anybody looks whose the number is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from flows.extract.measures.frames.attempts import are_attempts, is_pursued
from flows.extract.measures.frames.frame import MeasureFrame
from flows.extract.measures.frames.said_beside import is_said_beside
from flows.extract.text.mentions import Mention

RUNS = frozenset({"win_run", "loss_run", "unbeaten_run", "winless_run"})
_STOPS = frozenset({"COMMA", "STOP", "QUOTE", "BUT", "COLON", "DASH"})
_CERTAIN_AS_PLANS = frozenset({"games_missed"}) | frozenset(
    {
        "salary_cut_percent",
        "weeks_out",
        "contract_years",
        "caps",
        "attendance",
        "travelling_fans",
        "player_appearances",
        "deaths",
        "cases",
        "recoveries",
    }
)
_COUNTED_ON = frozenset({"caps", "player_appearances"})
_FINITE = frozenset("has is are was were sits lies stands remains stays sat lay stood remained stayed".split())
_FINITE_BUT_AFTER_A_MODAL = frozenset("sit lie stand remain stay".split())
_MODALS = frozenset("will would can could may might must should shall 'll cannot".split())
_HAVING_DONE = ("have", "has ")
_DONE_SO_FAR = frozenset({"HAVE_WON", "LOST", "DREW", "SCORED", "CONCEDED", "PLAYED", "BEATEN"})
_DONE_BEFORE = ("after", "following")
_SERVED = ("will", "must", "'ll", "likely to", "set to", "expected to", "in line for")
_TRIED = ("may", "might", "could")
_ENDING = re.compile(
    r"\b(?:put (?:a stop|an end) to|end|ending|halt|halting|snap|snapping|arrest|arresting|stop|stopping|break) "
    r"(?:(?:a|an|their|the|his|that) )?(?:[a-z-]+ ){0,2}$"
)
_GOVERNED = 9  # tokens
_DOUBTED = frozenset({"if", "could", "might", "may", "would", "unless", "whether", "should"})
_NOT_NEGATED = frozenset(
    {
        "time_at_club",
        "contract_years",
        "goals",
        "wins",
        "losses",
        "draws",
        "points",
        "league_position",
        "finish_position",
        "titles",
        "trophies",
        "sheets_in",
        "scoreless_run",
        "in_so_many",
    }
)
_SHARES = frozenset({"goals_of_those", "dry_months", "of_them", "share", "in_so_many", "all_but"})
_RESULTS = frozenset({"wins", "losses", "draws"})
_OF_COACHES = re.compile(
    r"\b(?:coach(?:es)?|managers?|boss(?:es)?)\b[^.;]*\bdismissals|\bdismissals\b[^.;]*\b(?:coaches|managers|bosses)\b"
)
_PLACES = frozenset({"league_position", "points_gap", "points"})
_MILESTONES = frozenset({"player_appearances", "caps", "goals", "player_goals"})
_STILL_SOUGHT = ("eye", "eyes", "for", "chasing", "targeting", "eyeing", "hopes of")
_NEXT_SOUGHT = frozenset(("looking", "looking for", "look for", "looks for", "hoping for", "hope for", "aiming for"))
_HONOURS = frozenset({"titles", "trophies"})
_NAMES = frozenset({"TEAM", "NAME", "PLACE"})
_NTH_OF_A_MAN = frozenset(
    {"player_goals", "player_season_goal_number", "goals", "player_appearances", "caps", "player_assists"}
)
_AWAITED = re.compile(
    r"\b(?:wait\w* (?:for|on)|await\w*|in (?:search|pursuit|sight) of|chas\w+|hunt\w*(?: for)?|clos\w+ in on|"
    r"on the (?:verge|brink) of|approach\w*|target\w*|denied|deprived of|robbed of|within (?:a goal|one|sight) of|"
    r"short of|away from|missed out on) (?:him |her )?(?:a |an |the |(?:what would (?:be|have been) )?(?:his|her) )$"
)
_CARDS = frozenset({"yellow_cards", "red_cards"})
_MORE_OF_IT = frozenset({"contract_years", "weeks_out", "player_assists"})  # "and laid on another six"
_MOST_HONOURS = 200
_PULLED_BACK = re.compile(
    r"\b(?:pull(?:s|ed|ing)?|g[eo]t|gets|getting|claw(?:s|ed|ing)?) (?:one|two|a goal|1|2) back\b"
)
_TAKEN_FROM = re.compile(
    r"\b(?:t[ao]k\w+|took|w[io]n|earn\w*|grab\w*|claim\w*|st[eo]le?) "
    r"(?:an?|one|two|three|four|five|six|all|the|maximum|\d| )+points? (?:off|from)\b"
)
_RANGE_AFTER = re.compile(
    r" (?:or|to) (?:\d|two|three|four|five|six|seven|eight|nine|ten)|-(?:\d|two|three|four)|th\b|"
    r" (?:or so|or more|or fewer|of us|of them|of my|"
    r"of (?:those|these)(?! (?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)))\b|"
    r"[ -](?:yards?|metres?|minutes?)\b"
)
_RANGE_BEFORE = re.compile(
    r"(?:\d|one|two|three|four|five|six|seven|eight|nine) (?:or|to) $|£$|€$|\$$|no\.? $|number $|"
    r"\bunder-?$|\bu-?$|(?<!out )another $"
)
_TO_BE_WON = re.compile(
    r"\b(?:needs?|requires?|chasing|wants?|hopes?|bid|aim\w*|must)\b[^.;,]*\bto (?:be crowned|become|win|clinch|lift|"
    r"retain|claim|take)\b[^.;,]*$"
)
_ANY = re.compile(r"\b(?:none|any|all)\b")
_OF_SOME = re.compile(
    r"(?: (?!and\b|but\b)[\w'-]+){0,4} (?:in which|where|whenever|(?:in|of) those (?:in|where)) "
    r"(?:they|it|we|he|she|[\w' -]{2,20}) (?:had|have|has|took|take|led|scored|conceded|were|was|went|fell|did)\b"
)
_OWNED_RECORD = re.compile(r"\w's (?:[\w-]+ ){0,3}record (?:of|at) (?:[\w-]+ ){0,2}$")
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_SEEN = frozenset({"see", "sees", "saw", "know", "knows", "say", "says", "said", "show", "shows", "shown", "means"})
_WOULD_BE = re.compile(r"\bwhat (?:would|could|may) be (?:his|her) $")
_GOAL_FOR = re.compile(r" (?:[\w-]+ )?(?:goal|strike|effort|header) for\b")
_DOZEN = 12
OF_EITHER_SIDE = re.compile(
    r"\b(?:home|away|visiting|travelling) (?:side|team)s? (?:has|have|had|won|lost)\b|"
    r"\b(?:side|team)s? playing (?:away|at home)\b"
)
_NOT_A_SINGLE = re.compile(r"\b(?:(?:yet|still) to \w+|without|not \w+|never \w+|failed to \w+) (?:a )?$")
_NOUNS_OF = {
    "wins": "WINS", "win_run": "WINS", "losses": "LOSSES", "loss_run": "LOSSES", "draws": "DRAWS", "draw_run": "DRAWS",
}  # fmt: skip


def _of_another_outcome(metric: str, behind: list[Mention]) -> bool:
    """Whether the first result told behind a number is of another kind than the frame's."""
    told = next((t.kind for t in behind if t.kind in ("WINS", "LOSSES", "DRAWS")), None)
    return told is not None and told != _NOUNS_OF[metric]


class FrameVetoes:
    """Answers for one story, of whose text it is given the lower case."""

    def __init__(self, lower: str) -> None:
        self._lower = lower

    def refuses(self, frame: MeasureFrame, read: list[Mention], first: int, at: int, last: int) -> bool:
        """What a condition hangs on, a range, an idiom or a negation is no measure."""
        metric = frame.effect
        if self._is_told_run(frame, read, first, last) or (read[at - 1].kind == "OPEN" and at):
            return False
        if metric == "win_run" and any(t.kind == "TITLE" for t in read[last : last + 3]):
            return True  # "won two consecutive league titles"
        if metric in _HONOURS | RUNS and any(
            t.kind == "RACE" and t.text.lower().endswith(_STILL_SOUGHT) for t in read[max(0, first - 4) : at]
        ):
            return True
        if metric in _COUNTED_ON and self._is_doubted(read, first, at):
            return True
        named_so = metric in _HONOURS and read[last].kind in _NAMES  # "will face five-time winners Harland"
        spent_so = (
            metric == "time_at_club" and read[last].kind == "SPENT" and last > at
        )  # "the years I would have spent"
        if (
            not (named_so or spent_so or (metric == "record_best" and self._is_somebodys(read[first], read[at])))
            and metric not in _CERTAIN_AS_PLANS
            and any(
                t.kind == "HYPOTHETICAL"
                and not (metric in RUNS and read[at].kind == "ORDINAL" and t.text.lower() in _NEXT_SOUGHT)
                and not (metric == "ban" and self._is_to_be_served(t.text.lower(), read, at))
                and not (metric == "record_first" and t.text.lower() == "will" and read[last].kind == "OCCASION")
                and not (metric in _PLACES and t.text.lower() in ("may", "might") and _conceded(read, at))
                and not (metric == "time_at_club" and t.text.lower() == "will" and u.kind == "HAVE")
                for t, u in pairwise([*_clause(read, first, at), read[at]])
            )
        ):
            return True
        if metric in _NOT_NEGATED and self._is_denied(read, max(0, first - 3), at):
            return True
        seed = read[at]
        lower = self._lower
        if is_said_beside(lower, metric, seed, max(seed.end, read[last].end)):
            return True
        if metric == "goals" and [t.kind for t in read[max(0, at - 4) : at]] == ["SCORER", "COMMA", "WHO", "HAVE"]:
            return True  # "without their leading scorer, who has 11 goals": his, whoever he is
        if metric == "red_cards" and _OF_COACHES.search(lower, read[0].start, read[last].end):
            return True
        if metric in RUNS and at and read[at - 1].kind == "TOP":
            return True  # "have not beaten a side in the top four since April"
        if metric not in _CERTAIN_AS_PLANS and _YEAR.fullmatch(seed.text):
            return True
        if (
            metric in RUNS
            and not _ANY.search(lower, read[first].start, seed.start)
            and _OF_SOME.match(lower, read[last].end)
        ):
            return True  # "have won nine home games in which they took the lead"
        if metric in RUNS and any(t.kind == "MONEY" for t in read[first:at]):
            return True  # "a loss of £2m, their third in succession"
        if metric in _RESULTS and self._is_of_either_side(read, seed):
            return True  # "the away side has won five of the last six"
        if (
            metric == "clean_sheets"
            and frame.value is None
            and any(t.kind in ("NEGATION", "SINCE") for t in read[at + 1 : last])
        ):
            return True  # "eight games without a clean sheet", "seven games since a clean sheet"
        if seed.text == "single" and _NOT_A_SINGLE.search(lower, max(0, seed.start - 24), seed.start):
            return True  # "yet to record a single win"
        if metric == "points_gap" and (
            _PULLED_BACK.search(lower, max(0, seed.start - 10), seed.end + 5)
            or lower.endswith(("difference is ", "difference was "), 0, seed.start)
            or _TAKEN_FROM.search(lower, max(0, seed.start - 40), seed.end + 20)
        ):
            return True  # "pulled one back for Harland", "their goal difference is six better", "took a point off Hull"
        if metric in _HONOURS and _TO_BE_WON.search(lower, read[0].start, seed.start):
            return True  # "need three wins to be crowned champions for a fourth time"
        if metric in _HONOURS | {"points"} and is_pursued(lower, seed):
            return True
        if metric in _HONOURS and seed.value is not None and seed.value > _MOST_HONOURS:
            return True  # "six million crowns"
        if metric in ("goals", "player_goals") and are_attempts(lower, read[first : last + 1], seed):
            return True  # "managed 15 efforts on goal", "has hit the woodwork six times"
        if metric in ("goals", "player_goals") and at and read[at - 1].kind == "BEHIND":
            return True  # "one short of 50 goals"
        if metric == "player_goals" and seed.value is not None and seed.value < _DOZEN and self._is_sides(seed):
            return True  # "netted the third goal for Harland"
        if (
            seed.kind == "ORDINAL"
            and metric in _NTH_OF_A_MAN
            and seed.value > 1
            and _AWAITED.search(lower, max(0, seed.start - 50), seed.start)
        ):
            return True  # "kept him waiting for his 50th goal"
        if seed.text.lower() == "one" and lower.endswith(("every ", "each "), 0, seed.start):
            return True  # "have conceded in every one of their last 12"
        if metric in _NOUNS_OF and _of_another_outcome(metric, read[at + 1 : last + 1]):
            return True  # "a fourth successive defeat with a 2-1 win"
        if metric in _RESULTS and any(t.kind == "SCORE" and not t.text.isalpha() for t in read[at + 1 : last]):
            return True  # "scored twice in a 3-1 win"
        hoped = seed.kind == "ORDINAL" and any(t.kind == "HYPOTHETICAL" for t in read[last + 1 : last + 3])
        if metric in RUNS and hoped:
            return True  # "a third straight win would lift them"
        if metric == "goals" and at and read[at - 1].kind == "BY":
            return True  # "won by a single goal"
        if (
            seed.kind == "NUMBER"
            and metric not in _SHARES
            and not (metric in _MORE_OF_IT and lower.endswith("another ", 0, seed.start))
            and (
                _RANGE_AFTER.match(lower, seed.end) or _RANGE_BEFORE.search(lower[max(0, seed.start - 12) : seed.start])
            )
        ):
            return True
        return seed.kind == "NUMBER" and lower.startswith(" of the ", seed.end) and read[last] is seed

    def _is_denied(self, read: list[Mention], first: int, at: int) -> bool:
        """A negation before the number; "without him" denies nothing."""
        return any(
            t.kind == "NEGATION" and not (t.text.lower() == "without" and read[i + 1].kind in ("HE", "PERSON", "THEY"))
            for i, t in enumerate(read[first:at], start=first)
        )

    def _is_to_be_served(self, word: str, read: list[Mention], at: int) -> bool:
        """A ban that is to come; that may come is one in years or months, as far as the law of the game goes."""
        far = any(t.kind == "YEAR" for t in read[at + 1 : at + 3]) and not any(t.text == "if" for t in read[:at])
        return word in _SERVED or (far and word in _TRIED)

    def _is_somebodys(self, first: Mention, seed: Mention) -> bool:
        """ "needs two more to match Merrow's record of 200": the mark stands, whoever may come to beat it."""
        return _OWNED_RECORD.search(self._lower, max(0, first.start - 40), seed.start) is not None

    def _is_sides(self, seed: Mention) -> bool:
        """ "the third goal for", "his side's second goal": a side's in a match; "his third goal for" is a man's."""
        if self._lower.endswith(("side's ", "team's "), 0, seed.start) and self._lower.startswith(" goal", seed.end):
            return True
        of_match = ("the ", "game's ", "match's ", "side's ", "team's ", "night's ", "afternoon's ")
        return self._lower.endswith(of_match, 0, seed.start) and _GOAL_FOR.match(self._lower, seed.end) is not None

    def _is_of_either_side(self, read: list[Mention], seed: Mention) -> bool:
        """ "the team playing at home has won four of the last five": of whichever side that was."""
        named = any(t.kind == "TEAM" and t.start < seed.start for t in read)
        return not named and OF_EITHER_SIDE.search(self._lower, read[0].start, seed.start) is not None

    def _is_doubted(self, read: list[Mention], first: int, at: int) -> bool:
        """A count that only may come to be; "for what would be his fourth start" counts it."""
        doubted = any(t.text.lower() in _DOUBTED for t in _clause(read, first, at))
        start = read[at].start
        return doubted and not (read[at].kind == "ORDINAL" and _WOULD_BE.search(self._lower, max(0, start - 24), start))

    def _is_told_run(self, frame: MeasureFrame, read: list[Mention], first: int, last: int) -> bool:
        """ "looking to extend a run of five wins": the run is there whatever becomes of it."""
        within = {t.kind for t in read[first : last + 1]}
        start = read[first].start
        return (
            frame.effect.endswith("_run")
            and (
                "STREAK" in within
                or _ENDING.search(self._lower, max(0, start - 40), start) is not None
                or any(t.kind in ("STREAK", "SKID") for t in read[last : last + 2])
            )
            and "REACH" not in within
            and not any(t.kind == "REACH" for t in read[last + 1 : last + 2])
        )


def _clause(read: list[Mention], first: int, at: int) -> list[Mention]:
    """The tokens of a number's clause up to it."""
    start = first
    while (
        start > 0
        and first - start < 9
        and read[start - 1].kind not in _STOPS
        and read[start - 1].text.lower() not in _DONE_BEFORE
        and not _reports(read, start - 1)
        and not _says_anew(read, start)
    ):
        start -= 1
    return read[start:at]


def _says_anew(read: list[Mention], i: int) -> bool:
    """ "are on track for promotion and have won six": a verb of its own, that no plan before it governs."""
    if not i or read[i - 1].kind != "AND":
        return False
    verb = read[i].text.lower()
    done = read[i].kind in _DONE_SO_FAR or (read[i].kind == "HAVE" and read[i + 1].kind in _DONE_SO_FAR)
    governed = any(t.text.lower() in _MODALS for t in read[max(0, i - _GOVERNED) : i])
    told = verb in _FINITE or (verb in _FINITE_BUT_AFTER_A_MODAL and not governed)
    return told or (done and verb.startswith(_HAVING_DONE))


def _conceded(read: list[Mention], at: int) -> bool:
    """ "may be down in 22nd but have shown fight": granted, not guessed."""
    return any(t.kind == "BUT" and t.text.lower() == "but" for t in read[at + 1 : at + 7])


def _reports(read: list[Mention], i: int) -> bool:
    """ "whoever looks will see that it was ...": what is seen is no plan."""
    return i > 0 and read[i].text.lower() == "that" and read[i - 1].text.lower() in _SEEN
