"""Whose home a match of a round-up was, by what the paragraphs around it tell: "X opened the scoring at Moss Lane".

In: a match that is the only one of its sides which the round-up goes through. Out: the ground of one of the two that a
sentence near it tells as the place of play, where it names no other side; or the other side that its own sentence puts
it at ("survived a scare at Y before winning 3-1").
"""

from __future__ import annotations

from flows.extract.matches.homes.grounds_told import at_home_on, says_where
from flows.extract.matches.reading import Results
from flows.extract.matches.told import MatchTold
from flows.extract.story import StoryState
from flows.extract.text.mentions import Mention
from flows.extract.text.sentence import Sentence
from flows.extract.text.sought import Sought

_PARAGRAPHS_ON = 2
_ANOTHER_DAY = Sought(
    r"\b(?:had|last (?:week|weekend|month|season|year|time|term)|earlier|previous\w*|ago|next|will|when they|since|"
    r"return to|trip to|travel to|host|hosts)\b"
)
_AT = (" at ", " at the home of ")


def ground_in_turn(state: StoryState, results: Results, match: MatchTold) -> tuple[Mention, str] | None:
    """The ground of one of the two that a sentence from the match's on tells as the place of play, with its side."""
    pair = (match.team_1, match.team_2)
    for sentence in state.sentences[match.sentence.number + 1 :]:
        if sentence.paragraph > match.sentence.paragraph + _PARAGRAPHS_ON:
            return None
        for ground in sentence.of("GROUND"):
            owners = [side for side in pair if at_home_on(side, ground)]
            if len(owners) != 1 or not says_where(state.text.lower, ground) or state.quoted(ground.start):
                continue
            if _is_of_the_match(state, results, sentence, match):
                return ground, owners[0]
    return None


def home_in_turn(state: StoryState, results: Results, match: MatchTold) -> str | None:
    """The side at home by a ground told behind the match, or the one of its own sentence that it is told at."""
    ground = ground_in_turn(state, results, match)
    if ground is not None:
        return ground[1]
    if any(m is not match for m in results.of_sentence(match.sentence)):
        return None
    other = [m for m in match.sentence.of("TEAM") if m.value == match.team_2 and not m.possessive and not m.attributive]
    at = any(state.text.lower.endswith(_AT, 0, m.start) for m in other if m.start < match.end)
    return match.team_2 if at else None


def _is_of_the_match(state: StoryState, results: Results, sentence: Sentence, match: MatchTold) -> bool:
    """Whether a sentence tells of no other match, of no other side and of no other day."""
    others = [m for m in results.of_sentence(sentence) if m is not match]
    sides = {str(m.value) for m in sentence.of("TEAM") if not m.compared}
    return (
        not others
        and sides <= {match.team_1, match.team_2}
        and not _ANOTHER_DAY.search(state.text.lower, *sentence.span)
    )
