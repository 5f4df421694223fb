"""The flow on a cron: a process that stays, waits and runs it, one run at a time.

In go a cron expression and two folders; it returns when it is stopped. What runs is the deployment that `prefect.yaml`
describes for those who keep a Prefect server and workers; here a server comes along where none is set.
"""

from __future__ import annotations

import os
import zoneinfo
from pathlib import Path

from flows.errors import UsageError
from flows.etl import pressbox
from flows.ingest import must_be_folder
from flows.server import temporary_server

from prefect.schedules import Cron, Schedule  # isort: skip - flows.etl sets up Prefect before it is imported
from prefect.settings import PREFECT_API_URL, temporary_settings  # isort: skip
from prefect.types.entrypoint import EntrypointType  # isort: skip


def serve(cron: str, raw: Path, warehouse: Path, official: tuple[Path, ...] = ()) -> None:
    """Run at the times that `cron` names, until stopped. Raises UsageError where it names none."""
    must_be_folder(raw)
    schedule = _schedule(cron)
    address = PREFECT_API_URL.value() or temporary_server(with_pages=True).wait_until_up()
    print(f"runs at {cron} ({schedule.timezone}): {raw} into {warehouse}", flush=True)
    print(f"the runs are shown at {address.removesuffix('/api')}; stop with Ctrl-C", flush=True)
    with temporary_settings({PREFECT_API_URL: address}):
        pressbox.serve(
            name="schedule",
            schedule=schedule,
            paused=False,  # stopping pauses it, so that no missed runs pile up: starting again resumes it
            parameters={
                "raw": str(raw.resolve()),
                "warehouse": str(warehouse.resolve()),
                "official": [str(path.resolve()) for path in official],
            },
            limit=1,
            entrypoint_type=EntrypointType.MODULE_PATH,
            print_starting_message=False,
        )


def _schedule(cron: str) -> Schedule:
    try:
        return Cron(cron, timezone=_timezone())
    except ValueError as error:
        raise UsageError(f"--cron {cron!r} names no times: write it like '0 6 * * *', each day at six") from error


def _timezone() -> str:
    """The zone that TZ names, else UTC."""
    zone = os.environ.get("TZ", "").removeprefix(":")
    return zone if zone in zoneinfo.available_timezones() else "UTC"
