"""The notation of phrase tables: what an expression made of it matches, and what it refuses."""

import re

import pytest

from flows.extract.text.phrase_tables import expressions, phrase_table

COLUMNS = ("kind", "phrases", "followed_by", "not_followed_by", "after", "not_after")


def _matched(text: str, *rows: tuple[str, ...]) -> str | None:
    """What the kind `K` of some rows matches of a text."""
    told = expressions(dict(zip(COLUMNS, (*row, *[""] * 5), strict=False)) for row in rows)
    found = re.search(told["K"], text)
    return found.group() if found else None


@pytest.mark.parametrize(
    ("phrases", "text", "matched"),
    [
        ("<settled> it", "kerr settles it late", "settles it"),
        ("<settled> it", "kerr came to settle it", None),
        ("<settled+> it", "kerr came to settle it", "settle it"),
        ("<capped> it ... with a lob", "capped it, late on, with a lob", "capped it, late on, with a lob"),
        ("<capped> it ... with a limp", "capped it. he left with a limp", None),
        ("{past} [{manner}] in", "it was curled neatly in", "curled neatly in"),
        ("<put> it away|<made> sure", "putting it away, making sure", "putting it away"),
        ("(<drew>/held) [the] (game/tie)", "draws the tie", "draws the tie"),
        ("(<drew>/held) [the] (game/tie)", "held game", "held game"),
        ("broke *2 hearts", "broke the home hearts", "broke the home hearts"),
        ("broke *2 hearts", "broke all the home hearts", None),
        ("spared +2 blushes", "spared blushes", None),
        ("beyond +2", "beyond a doubt", "beyond a"),
        ("cut by +1 *3", "cut by hale", "cut by hale"),
        ("back to {score}", "back to 2-1 now", "back to 2-1"),
        ("put {side} up", "put the home side up", "put the home side up"),
        ("put {side}'s lead", "put rovers' lead", "put rovers' lead"),
        ("on # minutes", "on 82 minutes", "on 82 minutes"),
        ("won it (with/in the (last/first) minute)", "won it in the last minute", "won it in the last minute"),
        ("one each", "anyone each", None),
        ("one each", "one eaches", None),
    ],
)
def test_a_phrase_matches_what_it_stands_for(phrases: str, text: str, matched: str | None) -> None:
    assert _matched(text, ("K", phrases)) == matched


@pytest.mark.parametrize(
    ("row", "text", "matched"),
    [
        (("K", "scored", ".|in the"), "they scored in the rain", True),
        (("K", "scored", ".|in the"), "they scored; then", True),
        (("K", "scored", ".|in the"), "they scored goals", False),
        (("K", "wiped out", "", "by"), "wiped out by hale", False),
        (("K", "wiped out", "", "by"), "wiped out bywater", True),
        (("K", "one each", "", "", "a word"), "goals, one each", False),
        (("K", "one each", "", "", "a word"), "scored one each", True),
        (("K", "wiped out", "", "", "", "was|been"), "it was wiped out", False),
    ],
)
def test_neighbours_decide(row: tuple[str, ...], text: str, matched: bool) -> None:
    assert (_matched(text, row) is not None) is matched


def test_a_part_stands_for_its_phrases() -> None:
    assert _matched("settled the tie", ("game", "it|the (game/tie)"), ("K", "settled {game}")) == "settled the tie"


@pytest.mark.parametrize("phrases", ["settled {nothing}", "a.b", "cut [by] *2"])
def test_what_is_not_well_formed_is_named(phrases: str) -> None:
    with pytest.raises(ValueError, match=re.escape(phrases.split()[-1])):
        _matched("", ("K", phrases))


def test_the_table_of_goals_is_well_formed() -> None:
    told = phrase_table("goal_phrases.csv")
    assert all(re.compile(expression).match("") is None for expression in told.values())
