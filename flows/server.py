"""A Prefect server for the length of one run, for a user who has none.

Prefect runs no flow without a server. The one it would start by itself starts after everything else has been imported
and outlives a process that is killed; this one starts in the background at once, and ends when the pipe that leads
to it is closed, which the operating system does however its parent ends.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from functools import cache
from pathlib import Path
from typing import IO

from flows.errors import PressboxError

_PATIENCE = 120.0  # seconds: a fresh database on a slow disk took 13 on an idle machine
_PARTING = 5.0


class Server:
    """A server that may still be on its way up; `wait_until_up` gives its address."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, complaints: IO[bytes]) -> None:
        self._process, self._complaints = process, complaints
        self.address = f"http://127.0.0.1:{port}"

    def wait_until_up(self) -> str:
        """The address of its API. Raises PressboxError when it ends or does not answer in two minutes."""
        give_up_at = time.monotonic() + _PATIENCE
        while time.monotonic() < give_up_at and self._process.poll() is None:
            if self._answers():
                return f"{self.address}/api"
            time.sleep(0.05)
        self._complaints.seek(0)
        said = self._complaints.read().decode(errors="replace").strip().splitlines() or ["no message"]
        cause = next((line for line in reversed(said) if "Error" in line), said[-1])
        raise PressboxError(
            f"Prefect's temporary server did not start ({cause}). Run again; if that does not help, delete "
            f"{os.environ.get('PREFECT_HOME', 'its home')} or start `prefect server` and set PREFECT_API_URL."
        )

    def _answers(self) -> bool:
        directly = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with directly.open(f"{self.address}/api/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False


@cache
def temporary_server(with_pages: bool = False) -> Server:
    """The server of this process, started at the first call; with_pages it serves its pages and its scheduler too.

    Nobody stops it: Prefect hands it its last events while this process exits, and with the process it ends.
    """
    alone = {} if with_pages else {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1"}
    home = str(Path(__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH")]))
    complaints = tempfile.TemporaryFile()  # noqa: SIM115 - it stays open as long as the server runs
    process = subprocess.Popen(
        [sys.executable, "-c", "from flows.server import serve; serve()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        env=os.environ
        | {"PYTHONPATH": path, "PREFECT_SERVER_LOGGING_LEVEL": "ERROR", "PREFECT__SERVER_FINAL": "1"}
        | alone,
        start_new_session=True,  # Ctrl-C is for us: the server has still to be told how the run ended
    )
    return Server(process, _port(process), complaints)


def serve() -> None:
    """In the server's process: bind a free port, say which, serve until standard input is closed."""
    import socket
    import threading

    import uvicorn

    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    app = "prefect.server.api.server:create_app"
    server = uvicorn.Server(uvicorn.Config(app, factory=True, log_level="error", lifespan="on"))
    threading.Thread(target=_end_with_input, args=[server], daemon=True).start()
    server.run(sockets=[listener])


def _end_with_input(server: object) -> None:
    os.read(0, 1)  # not sys.stdin: its lock would be in the way when the interpreter ends by itself
    server.should_exit = True  # type: ignore[attr-defined]
    time.sleep(_PARTING)
    os._exit(0)


def _port(process: subprocess.Popen[bytes]) -> int:
    assert process.stdout is not None
    said = process.stdout.readline()
    if not said.strip().isdigit():
        raise PressboxError("Prefect's temporary server did not start: install Pressbox again with `make run`.")
    return int(said)
