"""What was read -> records with ids, raw spans and quotes. The one place where normal offsets become raw ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from flows import vocabulary
from flows.extract.claims import Article, GoalClaim, MatchClaim, NumberMention, StatisticClaim, TieClaim
from flows.extract.matches.circumstances.gathered import Circumstances
from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold
from flows.extract.plainness import plainly_named
from flows.extract.reliability import reliability
from flows.extract.stories.split import Story
from flows.extract.text.mentions import Mention, of_kinds
from flows.extract.text.normalise import Text

if TYPE_CHECKING:
    from flows.extract.goals.reading import Goals
    from flows.extract.measures.reading import Measures


_COMPETITION = frozenset({"COMPETITION"})
MOST_GAMES = 5_000  # more than anyone has played; a figure beyond it counts something else


def _kind_of(match: MatchTold) -> str:
    """Matches to come and played ones with and without a score are named unlike plainly."""
    if match.status != "played":
        return "match coming"
    return "match scored" if match.score_1 is not None and match.score_2 is not None else "match unscored"


def _kind_of_measure(metric: str) -> str:
    """Whose an age is is told otherwise than whose a tally is."""
    return "statistic aged" if metric in ("age", "player_age") else "statistic counted"


def _games(matches: int | None) -> int | None:
    return matches if matches is not None and matches <= MOST_GAMES else None


class Writer:
    """Writes one story's records into `extract`; `claimed` keeps what span each claim's numbers stand in,
    `retold` where goals are told again."""

    def __init__(self, text: Text, document: str, sha256: str, number: int, extract: dict[str, list[Any]]) -> None:
        self.text = text
        self.document = document
        self.sha256 = sha256
        self.ordinal = number
        self.extract = extract
        self.article_id = f"{sha256[:12]}-{number}"
        self.claimed: list[tuple[int, int, str]] = []
        self.retold: list[tuple[int, int, str]] = []
        self._seen: dict[str, int] = {}
        self._called: dict[str, str] = {}

    def _place(self, start: int, end: int) -> tuple[int, int, str]:
        raw_start, raw_end = self.text.span(start, end)
        return raw_start, raw_end, self.text.raw[raw_start:raw_end]

    def _head(self, letter: str, start: int, end: int, *told: object) -> dict[str, Any]:
        raw_start, raw_end, quote = self._place(start, end)
        key = "|".join(map(str, (self.sha256, letter, raw_start, raw_end, *told)))
        self._seen[key] = self._seen.get(key, 0) + 1
        digest = hashlib.blake2b(f"{key}|{self._seen[key]}".encode(), digest_size=8).hexdigest()
        claim_id = f"{letter}-{digest}"
        self.claimed.append((start, end, claim_id))
        return {
            "claim_id": claim_id,
            "article_id": self.article_id,
            "document": self.document,
            "char_start": raw_start,
            "char_end": raw_end,
            "quote": quote,
        }

    def _worth(self, kind: str, told: Any, *names: str | None) -> float:
        """The confidence of a claim of a kind, by its rule and by how plainly it names whom it is about."""
        plainly = plainly_named(self.text, told.start, told.end, names)
        return reliability(kind.split()[0], told.rule, told.confidence, " ".join([*kind.split()[1:], plainly]))

    def call_as_printed(self, mentions: Iterable[Mention]) -> None:
        """From here on a competition is called by the name of its own that a story prints ("Conference North")."""
        for mention in of_kinds(mentions, _COMPETITION):
            if mention.text in vocabulary.own_names_of_competitions().get(str(mention.value), ()):
                self._called.setdefault(str(mention.value), mention.text)

    def _calls(self, competition: str | None) -> str | None:
        return competition and self._called.get(competition, competition)

    def article(self, story: Story, dateline: tuple[date | None, str | None, str]) -> None:
        """The story itself, its headline and what its dateline is worth (`settle_dateline`)."""
        start, end, text = self._place(story.start, story.end)
        headline = self._place(*story.headline)[2].strip() if story.headline else None
        published, words, status = dateline
        self.extract["articles"].append(
            Article(self.article_id, self.document, self.ordinal, start, end, headline, published, words, status, text)
        )

    def matches(self, results: Results, around: Circumstances) -> None:
        """One claim a match told."""
        for match in results.matches:
            self.extract["match_claims"].append(self._match(match, around))

    def _match(self, match: MatchTold, around: Circumstances) -> MatchClaim:
        competition, home = around.competition_of(match), around.home_of(match)
        when, words, day = around.date_of(match)
        decided, shootout = around.decided(match)
        return MatchClaim(
            **self._head("m", match.start, match.end, match.team_1, match.team_2, match.score_1, match.score_2),
            status=match.status,
            team_1=match.team_1,
            team_2=match.team_2,
            score_1=match.score_1,
            score_2=match.score_2,
            home_team=home,
            competition=self._calls(competition),
            season=around.season_of(match, day, competition),
            round=around.round_of(match, competition),
            leg=around.leg_of(match),
            match_date=when,
            date_text=words,
            venue=around.venue_of(match, home),
            decided=decided,
            shootout=shootout,
            behind_closed_doors=around.closed_doors(match),
            rule=match.rule,
            confidence=self._worth(_kind_of(match), match, match.team_1, match.team_2),
        )

    def ties(self, results: Results, around: Circumstances) -> None:
        """One claim a tie told."""
        for tie in results.ties:
            competition = around.competition_of(tie)
            self.extract["tie_claims"].append(
                TieClaim(
                    **self._head("t", tie.start, tie.end, tie.team_1, tie.team_2),
                    team_1=tie.team_1,
                    team_2=tie.team_2,
                    aggregate_1=tie.aggregate_1,
                    aggregate_2=tie.aggregate_2,
                    winner=tie.winner,
                    competition=self._calls(competition),
                    season=around.season_of(tie, None, competition),
                    round=around.round_of(tie, competition),
                    rule=tie.rule,
                    confidence=self._worth("tie", tie, tie.team_1, tie.team_2),
                )
            )

    def goals(self, goals: Goals) -> None:
        """One claim a goal told, or one for n goals not told apart."""
        for goal in goals.told:
            head = self._head("g", goal.start, goal.end, goal.scorer, goal.minute, goal.n)
            again = [*goal.lines, *((telling.start, telling.end) for telling in goal.elsewhere)]
            self.retold += [(start, end, head["claim_id"]) for start, end in again]
            self.extract["goal_claims"].append(
                GoalClaim(
                    **head,
                    scorer=goal.scorer,
                    team=goal.team,
                    opponent=goal.opponent,
                    minute=goal.minute,
                    added_time=goal.added_time,
                    kind=goal.kind,
                    n=goal.n,
                    rule=goal.rule,
                    confidence=self._worth("goal", goal, goal.scorer),
                )
            )

    def statistics(self, measures: Measures) -> None:
        """One claim a measure told."""
        for measure in measures.told:
            self.extract["statistic_claims"].append(
                StatisticClaim(
                    **self._head("s", measure.start, measure.end, measure.subject, measure.metric, measure.value),
                    subject=measure.subject,
                    metric=measure.metric,
                    value=float(measure.value),
                    unit=measure.unit,
                    competition=self._calls(measure.competition),
                    season=measure.season,
                    matches=_games(measure.matches),
                    other=measure.other,
                    qualifier=measure.qualifier,
                    rule=measure.rule,
                    confidence=self._worth(_kind_of_measure(measure.metric), measure, measure.subject),
                )
            )

    def number(
        self, start: int, end: int, value: float | None, status: str, reason: str | None, claim: str | None
    ) -> None:
        """One number of the text with what became of it."""
        raw_start, raw_end, quote = self._place(start, end)
        self.extract["number_mentions"].append(
            NumberMention(self.article_id, self.document, raw_start, raw_end, quote, value, status, reason, claim)
        )
