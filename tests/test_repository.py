"""What must not stand in the repository: registry hosts, paths of somebody's machine, other people's sentences."""

import gzip
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {".git", ".venv", ".venv-bench", ".prefect", ".hypothesis", "__pycache__", "build", "dist", "warehouse"}
# Put together here, so that this file does not name what it forbids.
REGISTRIES = [
    ".".join(name) for name in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("anaconda", "org"))
]
HOME_PATH = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/[\w.-]")
RUN = 9


@cache
def files() -> dict[str, str]:
    """Path -> text of every file that is or would be committed, decoded and unpacked."""
    return {name: readable(ROOT / name) for name in names() if (ROOT / name).is_file()}


def names() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode == 0 and listed.stdout:
        return listed.stdout.splitlines()
    return [p.relative_to(ROOT).as_posix() for p in walked(ROOT)]


def walked(folder: Path) -> Iterator[Path]:
    """Every file below `folder` where there is no git to ask, without what is installed, cached or built."""
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or path.name.endswith("_cache"):
            continue
        yield from walked(path) if path.is_dir() else [path]


def readable(path: Path) -> str:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "replace")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of nine words, in lower case and without punctuation."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def test_there_are_files_to_look_at() -> None:
    assert {"pyproject.toml", "requirements.lock", "flows/places.py"} <= files().keys()


def test_no_file_names_a_package_registry() -> None:
    named = [(name, host) for name, text in files().items() for host in REGISTRIES if host in text]
    assert not named


def test_locks_pin_by_hash_and_hold_no_address() -> None:
    locks = {name: text for name, text in files().items() if name.endswith(".lock")}
    assert locks
    assert "uv.lock" not in locks, "it names registry hosts; requirements.lock holds the same pins"
    for name, text in locks.items():
        assert not re.search(r"://|--(?:extra-)?index-url|--find-links", text), name
        pinned = re.findall(r"^[a-z0-9][\w.-]*==\S+.*\n +--hash=sha256:", text, re.M)
        assert len(pinned) == len(re.findall(r"^[a-z0-9]", text, re.M)), f"{name}: a package without a hash"


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    here = [str(p) for p in (ROOT, Path.home()) if len(p.parts) > 2]
    named = [name for name, text in files().items() if HOME_PATH.search(text) or any(p in text for p in here)]
    assert not named


def test_files_of_python_in_flows_stay_short() -> None:
    lines = {name: text.count("\n") for name, text in files().items() if re.fullmatch(r"flows/.*\.py", name)}
    assert lines
    assert not {name: n for name, n in lines.items() if n >= 400}, "cut by the question each part answers"


@pytest.mark.parametrize("folder", ["raw", "open"])
def test_no_sentence_comes_from_the_texts_we_learn_from(folder: str) -> None:
    texts = sorted((ROOT.parent / "shared" / folder).rglob("*.txt"))
    if not texts:
        pytest.skip(f"../shared/{folder} is not there, so there is nothing to compare with")
    foreign = {run: path.name for path in texts for run in runs(readable(path))}
    shared = {name: " ".join(run) for name, text in files().items() for run in runs(text) if run in foreign}
    assert not shared, "nine words running stand in somebody else's text; say it in our own words"
