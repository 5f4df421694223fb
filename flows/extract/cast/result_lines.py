"""Names that are clubs as a line holds their result and nothing else: "Harland 2-1 Castle Marden", "Harland 2 Brigg 1".

In: the normal text of a document. Out: the names so printed. A list of scorers with their minutes is no such line.
"""

from __future__ import annotations

import re

from flows.extract.text.line_names import LINE
from flows.extract.text.result_blocks import NAME as _NAME
from flows.extract.text.result_blocks import result_blocks
from flows.extract.text.structure import results_like

_ASIDE = r"(?: ?\([^()\n]*\))?"
_DASHED = re.compile(
    rf"^(?:[A-Z][\w -]{{0,24}}: )?(?P<one>{_NAME}) \d{{1,2}} ?[-:] ?\d{{1,2}} (?P<two>{_NAME})(?= ?(?:$|[(:,]|- |"
    rf"a\.?e\.?t))",
    re.MULTILINE,
)
_APART = re.compile(
    rf"^(?:[A-Z][\w -]{{0,24}}: )?(?P<one>{_NAME}) (?:\d|1[0-5]){_ASIDE},? (?P<two>{_NAME}) (?:\d|1[0-5]){_ASIDE}"
    r"(?: *$|: (?=[A-Z]))",
    re.MULTILINE,
)
_SIDES_FIRST = re.compile(
    rf"^(?:[A-Z][\w -]{{0,24}}: )?(?:\d\. ?)?(?P<one>{_NAME}) (?:-|v|vs) (?:\d\. ?)?(?P<two>{_NAME}),? \d{{1,2}} ?"
    rf"[-:] ?\d{{1,2}}(?= ?(?:$|[(,]|a\.?e\.?t))",
    re.MULTILINE,
)
_OVER_TWO_LINES = re.compile(
    rf"^(?P<one>{_NAME})(?: \(\d\))? (?:\d|1[0-5]){_ASIDE}\s*\n\s*"
    rf"(?P<two>{_NAME})(?: \(\d\))? (?:\d|1[0-5]){_ASIDE} *$",
    re.MULTILINE,
)
_SHORTEST = 3


def clubs_in_lines(normal: str) -> set[str]:
    """The names of both sides of each such line."""
    found: set[str] = set()
    for line in (LINE, _DASHED, _APART, _SIDES_FIRST, _OVER_TWO_LINES):
        for match in results_like(line, normal):
            found |= {match["one"], match["two"]}
    found |= {normal[name.start : name.end] for block in result_blocks(normal) if block.sure for name in block.names}
    return {name for name in found if len(name) >= _SHORTEST}
