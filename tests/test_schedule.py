"""The flow on a cron: which times are taken, and that the scheduler that is installed here plans runs for them.

SQLAlchemy 2.1 broke the scheduler of Prefect 3.8 without a word: the schedule stood there and nothing ever ran.
"""

import json
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from flows.errors import PressboxError, UsageError
from flows.schedule import _schedule, serve
from flows.server import temporary_server

BUSY_TRIES = 10


def ask(path: str, **question: Any) -> Any:
    """The answer of the temporary server's API."""
    request = urllib.request.Request(
        f"{temporary_server().wait_until_up()}/{path}",
        data=json.dumps(question).encode(),
        headers={"content-type": "application/json"},
    )
    for _ in range(BUSY_TRIES):
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as busy:  # its database is locked while another request writes
            if busy.code != HTTPStatus.SERVICE_UNAVAILABLE:
                raise
        time.sleep(2)
    raise AssertionError(f"the server stayed busy at {path}")


def test_a_cron_names_times_in_the_zone_of_the_machine_or_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ", raising=False)
    assert (_schedule("0 6 * * *").cron, _schedule("0 6 * * *").timezone) == ("0 6 * * *", "UTC")
    monkeypatch.setenv("TZ", "Europe/Rome")
    assert _schedule("0 6 * * *").timezone == "Europe/Rome"


@pytest.mark.parametrize("nonsense", ["", "every morning", "99 6 * * *", "0 6 * *"])
def test_a_cron_that_names_no_times_is_wrong_usage(tmp_path: Path, nonsense: str) -> None:
    with pytest.raises(UsageError, match="names no times: write it like"):
        serve(nonsense, tmp_path, tmp_path / "warehouse")


def test_a_raw_folder_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(PressboxError, match="is not there"):
        serve("0 6 * * *", tmp_path / "raw", tmp_path / "warehouse")


def test_the_scheduler_plans_the_runs_of_a_cron() -> None:
    flow = ask("flows/", name="pressbox")
    cron = {"schedule": {"cron": "0 6 * * *", "timezone": "UTC"}, "active": True}
    deployment = ask("deployments/", name="test-of-the-scheduler", flow_id=flow["id"], schedules=[cron])
    try:
        ask(f"deployments/{deployment['id']}/schedule", min_runs=2)
        planned = ask("flow_runs/filter", deployments={"id": {"any_": [deployment["id"]]}})
        assert len(planned) >= 2
        assert {run["state_name"] for run in planned} == {"Scheduled"}
    finally:
        delete = urllib.request.Request(
            f"{temporary_server().wait_until_up()}/deployments/{deployment['id']}", method="DELETE"
        )
        urllib.request.urlopen(delete, timeout=30).close()
