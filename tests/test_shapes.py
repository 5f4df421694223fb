"""Frames match the kinds of a sentence's mentions as their patterns say, and each frame binds what its effect needs."""

from __future__ import annotations

import pytest

from flows.extract.matches.results.frames import FIXTURES, SCORED, UNSCORED
from flows.extract.text.mentions import KIND, KINDS, LETTER, Mention
from flows.extract.text.shapes import Frame, Frames, shape_of

EFFECTS = {"win", "loss", "draw", "written"}
FIXTURE_EFFECTS = {
    "town",
    "are_at",
    "guests",
    "listed_at",
    "drawn",
    "versus",
    "away",
    "home",
    "neutral",
    "ground",
    "visitors",
    "listed",
    "with_pair",
    "opponents",
}


def mentions(kinds: str) -> list[Mention]:
    """Mentions of these kinds, four characters apart."""
    return [Mention(kind, 4 * i, 4 * i + 3, kind.lower()) for i, kind in enumerate(kinds.split())]


def bound(pattern: str, kinds: str) -> list[dict[str, int]]:
    """What a pattern binds in a sentence of these kinds: {name: index}."""
    found = mentions(kinds)
    matches = Frame("test.rule", pattern, "win", 1.0).matches(shape_of(found), found)
    return [{name: found.index(mention) for name, mention in match.items()} for match in matches]


def test_every_kind_has_a_letter_of_its_own() -> None:
    assert len(set(LETTER.values())) == len(KINDS) == len(set(KINDS))
    assert all(KIND[LETTER[kind]] == kind and len(LETTER[kind]) == 1 for kind in KINDS)


def test_a_frame_binds_its_names_and_its_ends() -> None:
    assert bound("s:TEAM WIN o:TEAM x:SCORE", "DATE TEAM WIN TEAM SCORE") == [
        {"s": 1, "o": 3, "x": 4, "first": 1, "last": 4}
    ]


def test_a_skip_passes_at_most_so_many_mentions_and_as_few_as_it_can() -> None:
    assert bound("WIN ~2 x:SCORE", "WIN NAME DATE SCORE SCORE") == [{"x": 3, "first": 0, "last": 3}]
    assert bound("WIN ~1 x:SCORE", "WIN NAME DATE SCORE") == []


@pytest.mark.parametrize("barrier", ["STOP", "QUOTE"])
def test_no_skip_passes_an_inner_stop_or_a_quotation_mark(barrier: str) -> None:
    assert bound("WIN ~3 x:SCORE", f"WIN {barrier} SCORE") == []


def test_a_close_skip_passes_no_comma_and_no_number() -> None:
    for counted in ("COMMA", "NUMBER", "ORDINAL"):
        assert bound("WIN -3 x:SCORE", f"WIN {counted} SCORE") == []
    assert bound("WIN -3 x:SCORE", "WIN NAME SCORE") == [{"x": 2, "first": 0, "last": 2}]


@pytest.mark.parametrize("outcome", ["SCORE", "WIN", "WIN_INTRANSITIVE", "BEATEN", "LOSE", "DRAW"])
def test_a_skip_within_one_result_passes_no_other_one(outcome: str) -> None:
    assert bound("^ TEAM =3 x:SCORE $", f"TEAM {outcome} NAME SCORE") == []
    assert bound("WIN =3 x:SCORE", "WIN COMMA NAME SCORE") == [{"x": 3, "first": 0, "last": 3}]


def test_a_macro_stands_for_its_kinds_and_a_question_mark_for_maybe() -> None:
    for kind in ("TEAM", "EPITHET", "SIDE_HOME", "SIDE_AWAY"):
        assert bound("s:SIDE WIN", f"{kind} WIN") == [{"s": 0, "first": 0, "last": 1}]
    assert bound("s:SIDE WIN", "PERSON WIN") == []
    assert bound("s:TEAM d:DATE? x:SCORE", "TEAM SCORE") == [{"s": 0, "x": 1, "first": 0, "last": 1}]


def test_the_ends_of_a_pattern_are_the_ends_of_the_sentence() -> None:
    assert bound("^ s:TEAM x:SCORE $", "TEAM SCORE") == [{"s": 0, "x": 1, "first": 0, "last": 1}]
    assert bound("^ s:TEAM x:SCORE $", "TEAM SCORE DATE") == []


def test_a_frame_may_match_more_than_once_in_a_sentence() -> None:
    assert [b["x"] for b in bound("WIN x:SCORE", "WIN SCORE COMMA WIN SCORE")] == [1, 4]


def test_a_pattern_with_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        bound("s:TEAM WINS_BIG", "TEAM WIN")


@pytest.mark.parametrize("frame", [*SCORED, *UNSCORED, *FIXTURES], ids=lambda frame: f"{frame.rule}: {frame.pattern}")
def test_a_frame_compiles_and_is_less_than_certain(frame: Frame) -> None:
    assert frame.regex.groups == len(frame.regex.groupindex)
    assert 0.5 <= frame.confidence < 1


@pytest.mark.parametrize("frame", SCORED, ids=lambda frame: f"{frame.rule}: {frame.pattern}")
def test_a_scored_frame_binds_a_score_and_says_how_the_subject_fared(frame: Frame) -> None:
    assert "x" in frame.regex.groupindex
    assert frame.effect in EFFECTS
    assert frame.rule.startswith("result.")


@pytest.mark.parametrize("frame", UNSCORED, ids=lambda frame: f"{frame.rule}: {frame.pattern}")
def test_a_frame_without_score_binds_the_other_side(frame: Frame) -> None:
    assert "o" in frame.regex.groupindex
    assert "x" not in frame.regex.groupindex
    assert frame.rule.startswith("outcome.")


@pytest.mark.parametrize("frame", FIXTURES, ids=lambda frame: f"{frame.rule}: {frame.pattern}")
def test_a_fixture_frame_binds_a_side_and_says_where(frame: Frame) -> None:
    assert {"o", "g", "p", "s"} & set(frame.regex.groupindex)
    assert frame.effect in FIXTURE_EFFECTS
    assert frame.rule.startswith("fixture.")


def test_of_many_frames_those_are_near_whose_kinds_a_sentence_has() -> None:
    frames = Frames((*SCORED, *UNSCORED, *FIXTURES))
    for kinds in ("WIN TEAM SCORE", "SCORE WIN_NOUN AGAINST NAME", "HOST TEAM DATE", "TEAM COMMA NUMBER", ""):
        shape = "".join(LETTER[kind] for kind in kinds.split())
        near = frames.near(shape)
        assert [f for f in (*SCORED, *UNSCORED, *FIXTURES) if f.regex.search(shape) and f not in near] == []
        assert all(not must.isdisjoint(shape) for frame in near for must in frame.musts)
