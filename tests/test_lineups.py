"""Line-up blocks: whose goals they list, what their minutes and marks mean, and what is no goal in them."""

from __future__ import annotations

import pytest

from flows.extract import extract_document
from flows.extract.claims import GoalClaim

HOME = "Ebbe, Rusk, Tolan, Varley, Ames, Beck, Orr (Finch 61), Tarrow, Sedge, Lenart, Holt"
AWAY = "Lind, Osman, Pryce, Ives, Quade, Roper, Stell (Crane 70), Umber, Vane, Wyatt, Yardley"
RESULT = "Harland City 2-1 Marden Athletic\nHarland City beat Marden Athletic 2-1 on Saturday."


def _goals(block: str) -> list[GoalClaim]:
    told: list[GoalClaim] = extract_document("case.txt", "0" * 64, f"{RESULT}\n{block}")["goal_claims"]
    return told


def _labelled(home: str, away: str) -> str:
    return f"Harland City: {HOME}. {home} Marden Athletic: {AWAY}. {away} Att: 4,321. Ref: P Quill."


def test_each_side_s_goals_count_for_it() -> None:
    told = _goals(_labelled("Goals: Lenart 12, Beck 77.", "Goals: Vane 66."))
    assert [(g.scorer, g.minute, g.team) for g in told] == [
        ("Lenart", 12, "Harland City"),
        ("Beck", 77, "Harland City"),
        ("Vane", 66, "Marden Athletic"),
    ]


@pytest.mark.parametrize(
    ("entry", "minute", "added", "kind"),
    [
        ("Lenart 12", 12, None, "open_play"),
        ("Lenart 12 pen", 12, None, "penalty"),
        ("Lenart (pen) 12", 12, None, "penalty"),
        ("Lenart 12 (pen)", 12, None, "penalty"),
        ("Lenart 90+3", 93, 3, "open_play"),
        ("Lenart 45'", 45, None, "open_play"),
    ],
)
def test_an_entry_gives_minute_and_kind(entry: str, minute: int, added: int | None, kind: str) -> None:
    [goal] = _goals(_labelled(f"Goals: {entry}.", ""))
    assert (goal.scorer, goal.minute, goal.added_time, goal.kind) == ("Lenart", minute, added, kind)


def test_several_minutes_of_one_man_are_several_goals() -> None:
    assert [g.minute for g in _goals(_labelled("Goals: Lenart 12, 51.", ""))] == [12, 51]


def test_an_own_goal_counts_for_the_other_side() -> None:
    [goal] = _goals(_labelled("Goals: Osman 25 og.", ""))
    assert (goal.scorer, goal.kind, goal.team) == ("Osman", "own_goal", "Harland City")


def test_bookings_and_substitutions_are_no_goals() -> None:
    assert _goals(_labelled("Booked: Rusk, Orr. Sent off: Tolan (77).", "Booked: Pryce 40.")) == []


def test_lines_without_labels_are_read_home_side_first() -> None:
    told = _goals(f"{HOME}.\nLenart 12.\n{AWAY}.\nVane 66.\n4,321.")
    assert [(g.scorer, g.team) for g in told if g.minute == 12] == [("Lenart", "Harland City")]
    assert [(g.scorer, g.team) for g in told if g.minute == 66] == [("Vane", "Marden Athletic")]


def test_a_goal_of_the_prose_takes_the_block_s_minute() -> None:
    told = _goals(f"Ivo Lenart struck after 13 minutes.\n{_labelled('Goals: Lenart 12, Beck 77.', 'Goals: Vane 66.')}")
    assert [(g.scorer, g.minute) for g in told if g.scorer == "Ivo Lenart"] == [("Ivo Lenart", 12)]


def test_a_whole_block_leaves_no_room_for_a_goal_it_does_not_list() -> None:
    told = _goals(f"Sam Tarrow fired home.\n{_labelled('Goals: Lenart 12, Beck 77.', 'Goals: Vane 66.')}")
    assert "Sam Tarrow" not in {g.scorer for g in told}
