"""Texts that no publisher writes: the sample corpus and the manners with paragraphs and sentences lost, shuffled,
mixed and their figures exchanged are read to the end, and what is read stands where it says."""

import random
import re
from pathlib import Path

import pytest

from flows.encoding import decode
from flows.extract import extract_document
from flows.soundness import must_be_sound
from tests.sample_gold import sample_documents

MANNERS = Path(__file__).parent / "manners" / "dev"
LONGEST = 5_000  # letters
SEEDS = 120


def texts() -> list[str]:
    paths = [*sample_documents().values(), *sorted(MANNERS.glob("*.txt"))]
    return [decode(path)[0][:LONGEST] for path in paths]


def paragraphs(text: str) -> list[str]:
    return [p for p in re.split(r"\n\s*\n", text) if p.strip()]


def shuffled(chance: random.Random, text: str, other: str) -> str:
    """A text whose paragraphs or sentences are in another order, partly lost or mixed with those of another."""
    blocks = paragraphs(text)
    way = chance.randrange(4)
    if way == 0:
        chance.shuffle(blocks)
    elif way == 1:
        blocks = [b for b in blocks if chance.random() < 0.6] or blocks[:1]
    elif way == 2:
        sentences = [re.split(r"(?<=[.!?]) ", b) for b in blocks]
        blocks = [" ".join(chance.sample(s, max(1, len(s) - chance.randrange(2)))) for s in sentences]
    else:
        blocks = [b for pair in zip(blocks, paragraphs(other), strict=False) for b in pair]
    mixed = "\n\n".join(blocks)
    if chance.random() < 0.3:
        mixed = re.sub(r"\d+", lambda _: str(chance.randint(0, 12)), mixed)
    return mixed.replace(". ", ".\n\n") if chance.random() < 0.2 else mixed


@pytest.fixture(scope="module")
def originals() -> list[str]:
    return texts()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_any_order_is_read_to_the_end(seed: int, originals: list[str]) -> None:
    chance = random.Random(seed)
    text = shuffled(chance, chance.choice(originals), chance.choice(originals))
    must_be_sound(extract_document("any.txt", "ab" * 32, text), text)


@pytest.mark.parametrize(
    "text",
    [
        "Harland beat Brigg on Saturday.\n\nThe hosts ran out 4-1 winners, a result that lifts them above Tarn United.",
        "Harland thumped Stoke on Saturday. The visitors scored three times to pave the way for a victory.",
        "ROUND-UP\n\nHarland 2-1 Brigg\n\n1-0!\n\nLuton 2-0 Stoke\n\nHe said so.",
    ],
)
def test_results_without_the_match_they_are_of(text: str) -> None:
    must_be_sound(extract_document("any.txt", "ab" * 32, text), text)
