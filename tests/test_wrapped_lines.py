"""Texts broken at a width are read by their paragraphs, and no other text is changed."""

from flows.extract.text.wrapped_lines import unwrapped

WRAPPED = """Harland leaders after Bell's late header

HARLAND, May 3 Joe Bell headed a goal in the last
minute as Harland went top of the North League with a
2-1 win over a ten-man Brigg Town side on
Saturday.
Bell, who came on for Ivo Tarrow at the break, had hit a
post before he met a long corner by Jon
Hale.
Brigg are sixth.
"""


def test_the_lines_of_a_paragraph_become_one_and_offsets_stay() -> None:
    text = unwrapped(WRAPPED)
    assert len(text) == len(WRAPPED)
    assert [line for line in text.split("\n") if line] == [
        "Harland leaders after Bell's late header",
        "HARLAND, May 3 Joe Bell headed a goal in the last minute as Harland went top of the North League with a 2-1 "
        "win over a ten-man Brigg Town side on Saturday.",
        "Bell, who came on for Ivo Tarrow at the break, had hit a post before he met a long corner by Jon Hale.",
        "Brigg are sixth.",
    ]


def test_a_line_for_each_paragraph_or_result_stays() -> None:
    listed = "\n".join(["Harland 2-1 Brigg Town (Bell 12, Hale 50; Orr 77)", "Wexcombe 0-0 Ashvale"] * 4)
    told = "\n".join([f"Harland won their match number {n} of the season, and that was that." for n in range(9)])
    assert unwrapped(listed) == listed
    assert unwrapped(told) == told
