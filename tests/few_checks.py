"""Two suites of checks instead of all, for tests of what a run does before, between and after its checks.

All of them judge for seven seconds. They run in full in `test_validation.py`, in the first test of `test_flow.py` and
over the sample corpus.
"""

from collections.abc import Callable

from flows import validate


def with_few_checks(put: Callable[[object, str, object], None]) -> None:
    """`put` is setattr, or what sets an attribute until the test is over."""
    put(validate, "CLAIMS", ["documents"])
    put(validate, "RESOLVED", ["matches"])
