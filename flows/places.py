"""Where what is not Python lies: in a checkout beside `flows/`, in an installed wheel inside it."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_HOME = _PACKAGE if (_PACKAGE / "sql").is_dir() else _PACKAGE.parent

SQL = _HOME / "sql"
EXPECTATIONS = _HOME / "expectations"

DATABASE = "pressbox.duckdb"
STAGED = ".next.duckdb"
