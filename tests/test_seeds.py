"""An expression's seeds never hide a match: what `Before`, `After` and `Cues` find is what the plain search finds."""

from __future__ import annotations

import re

import pytest

from flows.extract.text.beside import After, Before, Cues
from flows.extract.text.seeds import WIDTH, begins_a_word, heads, held, tails
from flows.extract.text.sought import Sought, seeds_of, together

TEXT = (
    "rovers beat port ellery 2-0 at weirside. the hosts' striker hale, 23, said: we lost to harland on sunday and "
    "drew 1-1 with brigg town's reserves. port ellery are third, and have won 12 of their last 14 games."
)
EXPRESSIONS = (
    r"\b(?:beat|lost to|drew \d{1,2}-\d{1,2} with) ",
    r"(?:'s?)? (?:are|were|have|striker)\b",
    r"(?:ed|ing)?",
    r" ?\d{1,2} ?- ?\d{1,2}\b",
    r"(?:^|[.!?]\s*)",
    r",? (?:said|\d\d)|[^,]{0,4}won",
    r"(?:a|b)+ (?!x)[a-f]\w*",
    r"\b(?i:HALE|SAID)\b",
)


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_every_match_begins_and_ends_with_a_seed(expression: str) -> None:
    begins, ends = tuple(heads(expression)), tuple(tails(expression))
    for match in re.finditer(expression, TEXT):
        assert TEXT.startswith(begins, match.start())
        assert TEXT[: match.end()].endswith(ends)


def test_seeds_are_the_letters_that_a_match_can_begin_and_end_with() -> None:
    assert heads(r"\b(?:beat|lost(?: to)?)\b") == {"beat", "lost"}
    assert tails(r"(?:beat|v|\d) ") == {"eat ", "v ", *(f"{n} " for n in range(10))}
    assert heads(r"\w+ beat") == {""}
    assert all(len(seed) <= WIDTH for seed in heads(r"(?:ab){1,3}c?"))


@pytest.mark.parametrize("expression", [*EXPRESSIONS, r"\w+ (?:beat|held)", r"[^,]+, 23|said"])
def test_every_match_holds_one_of_what_it_cannot_do_without(expression: str) -> None:
    for match in re.finditer(expression, TEXT):
        assert any(letters in match.group() for letters in held(expression))


def test_what_begins_with_anything_is_sought_by_what_it_holds() -> None:
    assert held(r"\w+ (?:beat|held)") == {" bea", " hel"}
    with pytest.raises(ValueError, match="may hold any letters"):
        seeds_of(re.compile(r"\w+"))


def test_an_expression_begins_a_word_where_each_of_its_ways_does() -> None:
    assert begins_a_word(r"\b(?:beat|lost)") and begins_a_word(r"(?:\bbeat|\blost)") and begins_a_word(r"(?<!\w)beat")
    assert not begins_a_word(r"(?:\bbeat|lost)") and not begins_a_word(r"beat")


@pytest.mark.parametrize("expression", [r"\b(?:beat|lost to|are)\b", r"\w+ (?:beat|third)", r"rs|(?:1|2)\d?", r"o\w"])
@pytest.mark.parametrize("start", [0, 7, 60])
def test_sought_finds_what_the_plain_search_finds(expression: str, start: int) -> None:
    plain, sought = re.compile(expression), Sought(expression)
    spans = [match.span() for match in plain.finditer(TEXT, start, 150)]
    assert [match.span() for match in sought.finditer(TEXT, start, 150)] == spans
    first = sought.search(TEXT, start, 150)
    assert (first.span() if first else None) == (spans[0] if spans else None)


@pytest.mark.parametrize("as_printed", [False, True])
def test_where_none_of_its_letters_stand_an_expression_has_no_place(as_printed: bool) -> None:
    sought = Sought(r"\b(?:beat|third)\b", as_printed=as_printed)
    at = [TEXT.index("beat"), TEXT.index("third")]
    assert sought.places(TEXT, 0, len(TEXT)) == at
    assert sought.places(TEXT, at[0], at[1]) == at[:1]
    assert sought.places(TEXT, at[0] + 1, at[1]) == []


@pytest.mark.parametrize("start", [0, 7, 60])
def test_several_expressions_together_find_what_one_of_them_all_finds(start: int) -> None:
    ways = (
        r"\b(?:a|the) (?:\w+ )?striker\b",
        r"\bhosts' striker hale\b",
        r"\bhale\b",
        r"\blost to \w+ on\b",
        r"\bon \w+",
    )
    plain = [match.span() for match in re.compile("|".join(ways)).finditer(TEXT, start, 150)]
    assert together(map(Sought, ways), TEXT, start, 150) == plain


@pytest.mark.parametrize("expression", EXPRESSIONS)
@pytest.mark.parametrize("reach", [6, 30])
def test_beside_a_place_the_plain_search_finds_the_same(expression: str, reach: int) -> None:
    before, after = Before(expression, reach), After(expression, reach)
    ending = re.compile(f"(?:{expression})$")
    for at in range(len(TEXT)):
        assert (before.search(TEXT, at) is None) == (ending.search(TEXT[max(0, at - reach) : at]) is None), at
        assert (after.match(TEXT, at) is None) == (re.match(expression, TEXT[at : at + reach]) is None), at


def test_cues_give_the_values_of_all_that_match_in_their_order() -> None:
    before = [Before(expression, 24) for expression in EXPRESSIONS]
    after = [After(expression, 24) for expression in EXPRESSIONS]
    cues_before, cues_after = Cues(zip(before, range(99), strict=False)), Cues(zip(after, range(99), strict=False))
    for at in range(len(TEXT)):
        assert cues_before.at(TEXT, at) == [n for n, cue in enumerate(before) if cue.search(TEXT, at)]
        assert cues_after.at(TEXT, at) == [n for n, cue in enumerate(after) if cue.match(TEXT, at)]
