"""The ready-made questions of sql/questions: each says in words what it asks and is answered on the sample corpus.

The answers stand in tests/questions, where a change is read as a diff. `make golden` writes them anew.
"""

from pathlib import Path

import pytest

from flows.places import SQL
from tests import goldens
from tests.invented import small_warehouse


def text_of(question: str) -> str:
    return (SQL / "questions" / f"{question}.sql").read_text(encoding="utf-8")


@pytest.mark.parametrize("question", goldens.questions())
def test_a_question_opens_with_itself_in_words(question: str) -> None:
    first = text_of(question).partition("\n")[0]
    assert first.startswith("-- ")
    assert first.endswith("?")


@pytest.mark.parametrize("question", goldens.questions())
def test_a_question_tells_the_order_of_its_answer(question: str) -> None:
    """Without it the same warehouse may answer in another order on another day."""
    assert "\norder by " in text_of(question)


@pytest.mark.parametrize("question", goldens.questions())
def test_a_question_can_be_asked_of_any_warehouse(question: str) -> None:
    found = small_warehouse().execute(text_of(question))
    assert found.description


@pytest.mark.parametrize("question", goldens.questions())
def test_the_answer_on_the_sample_corpus_is_the_one_that_was_reviewed(question: str, desk: Path) -> None:
    reviewed = goldens.answer_file(question)
    assert reviewed.is_file(), f"{reviewed.name} is missing: run `make golden` and review what it writes"
    assert goldens.answer(desk / "warehouse" / "pressbox.duckdb", question) == reviewed.read_text(encoding="utf-8")


def test_no_answer_is_left_of_a_question_that_is_gone() -> None:
    assert {path.stem for path in goldens.QUESTIONS.glob("*.csv")} <= set(goldens.questions())
