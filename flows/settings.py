"""What a user may set, from the environment, and the environment that Prefect needs to run quietly beside us.

PRESSBOX_LIMIT_MIB: the largest file that is read, in MiB (of the text, unpacked). PRESSBOX_WORKERS: processes that
read. PRESSBOX_CHUNK_KIB: how much text one worker is handed at a time. Prefect's own variables win over the defaults
that are set here.
"""

from __future__ import annotations

import getpass
import logging
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flows.errors import UsageError

_KIB, _MIB = 1 << 10, 1 << 20


@dataclass(frozen=True)
class Settings:
    """How much is read at once; see the variables in this module's docstring."""

    limit_bytes: int = 64 * _MIB
    workers: int = 1
    chunk_bytes: int = 512 * _KIB
    alone_bytes: int = 2 * _MIB  # less than this is read in-process: starting workers would take longer


def settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings of this process. Raises UsageError where a variable is not a positive whole number."""
    return Settings(
        limit_bytes=_positive(environ, "PRESSBOX_LIMIT_MIB", 64) * _MIB,
        workers=_positive(environ, "PRESSBOX_WORKERS", _processors()),
        chunk_bytes=_positive(environ, "PRESSBOX_CHUNK_KIB", 512) * _KIB,
    )


def quieten_prefect() -> None:
    """Set what Prefect reads when it is imported: a temporary server of our own, no telemetry, no chatter.

    Its files lie in the user's cache, not in the project: a second warehouse finds a ready database there. A home, a
    server or a profile that the user has chosen stays chosen.
    """
    if "PREFECT_HOME" not in os.environ:
        profiles = _home() / ".prefect" / "profiles.toml"
        if profiles.is_file():
            os.environ.setdefault("PREFECT_PROFILES_PATH", str(profiles))
        os.environ["PREFECT_HOME"] = str(_cache())
    for name, value in _PREFECT.items():
        os.environ.setdefault(name, value)
    logging.getLogger("EventsWorker").setLevel(logging.ERROR)  # at WARNING it counts what it has still to send at exit
    if any(name.lower() in ("http_proxy", "https_proxy", "all_proxy") for name in os.environ):
        _reach_this_machine_directly()


_PREFECT = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # a fresh database on a slow disk needs more than 20
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # it would print a traceback for an error that we explain in one line
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING",  # what other libraries tell at INFO is not for our users
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
}


def _positive(environ: Mapping[str, str], name: str, default: int) -> int:
    given = environ.get(name, "")
    if not given:
        return default
    if not given.isdecimal() or int(given) < 1:
        raise UsageError(f"{name} is {given!r}: set it to a whole number above 0, or unset it")
    return int(given)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _cache() -> Path:
    """A folder in the user's cache, or in the temporary folder where nothing can be written there."""
    chosen = os.environ.get("XDG_CACHE_HOME")
    cache = (Path(chosen) if chosen else _home() / ".cache") / "pressbox" / "prefect"
    try:
        cache.mkdir(parents=True, exist_ok=True)  # Prefect makes its home when imported, but not the folders above
    except OSError:
        return Path(tempfile.gettempdir()) / f"pressbox-{getpass.getuser()}"
    return cache


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # a container may run as a user that has none
        return Path(tempfile.gettempdir())


def _reach_this_machine_directly() -> None:
    """The temporary server answers on this machine; a proxy would look for it elsewhere."""
    for name in ("NO_PROXY", "no_proxy"):
        hosts = [host for host in os.environ.get(name, "").split(",") if host]
        os.environ[name] = ",".join(dict.fromkeys([*hosts, "127.0.0.1", "localhost"]))
