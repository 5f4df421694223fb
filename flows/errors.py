"""Every error that Pressbox raises for a foreseeable cause, on one screen.

The message is one line for the user: which file, what is wrong, what to do. The command line prints it without a
traceback and exits with `exit_code`.
"""


class PressboxError(Exception):
    """Something the user can mend; exit code 1."""

    exit_code: int = 1


class UsageError(PressboxError):
    """A command was given words it does not understand; exit code 2."""

    exit_code = 2
