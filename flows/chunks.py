"""Many documents read at once: chunks of them go to worker processes, Parquet parts come back.

A worker writes its rows to disk and hands back only where they lie, which is the fastest way between processes and
leaves nothing half done. A text that trips the rules up, or takes the whole worker down, is refused alone: the chunk it
was in is read again in smaller pieces. Little text is read right here, for starting workers takes longer.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from flows.encoding import UnreadableError
from flows.extract import extract_document, to_frames
from flows.ingest import Document, text_if_unchanged
from flows.settings import Settings
from flows.soundness import must_be_sound


class Chunk(NamedTuple):
    """Documents that one worker reads in one go, and the folder that its rows are to lie in."""

    documents: list[Document]
    folder: Path
    limit_bytes: int


class Reading(NamedTuple):
    """What came of a chunk: folders with one Parquet file a table, and the documents that had to be refused."""

    parts: list[Path]
    refusals: list[Document]


Report = Callable[[int, int], None]
Extract = dict[str, list[Any]]
_LONGEST_REASON = 200


def read_documents(documents: list[Document], parts: Path, limits: Settings, report: Report) -> Reading:
    """Read all documents into folders below `parts`; `report` is told how many of them are done."""
    chunks = list(_chunks(documents, parts, limits))
    is_little = sum(document.bytes or 0 for document in documents) < limits.alone_bytes
    readings = _here(chunks) if is_little or limits.workers == 1 else _in_processes(chunks, limits.workers)
    done, gathered = 0, Reading([], [])
    for chunk, reading in readings:
        done += len(chunk.documents)
        report(done, len(documents))
        gathered.parts.extend(reading.parts)
        gathered.refusals.extend(reading.refusals)
    return gathered


def read_chunk(chunk: Chunk) -> Reading:
    """Read the documents of one chunk and write their rows; a document that cannot be read is refused."""
    read, refusals = [], []
    for document in chunk.documents:
        try:
            text = text_if_unchanged(document, chunk.limit_bytes)
            extract = extract_document(document.document, document.sha256 or "", text)
            must_be_sound(extract, text)
            read.append((document, extract))
        except UnreadableError as error:
            refusals.append(document._replace(sha256=None, reason=str(error)))
        except Exception as error:
            refusals.append(document._replace(reason=_tripped(error)))
    written = _written(read, chunk.folder) if read else Reading([], [])
    return Reading(written.parts, refusals + written.refusals)


def _written(read: list[tuple[Document, Extract]], folder: Path) -> Reading:
    """The rows of all documents in one part; where a row fits no table, two parts, down to the document at fault."""
    try:
        frames = to_frames(extract for _, extract in read)
    except Exception as error:
        if len(read) == 1:
            return Reading([], [read[0][0]._replace(reason=_tripped(error))])
        middle = len(read) // 2
        halves = (read[:middle], "a"), (read[middle:], "b")
        return _joined(_written(half, folder.with_name(folder.name + letter)) for half, letter in halves)
    return Reading([_write(frames, folder)], [])


def _joined(readings: Iterable[Reading]) -> Reading:
    return Reading(*(list(chain.from_iterable(column)) for column in zip(*readings, strict=True)))


def _tripped(error: Exception) -> str:
    told = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REASON]
    return f"tripped the reading rules up ({told}): please report it with the file"


def _chunks(documents: list[Document], parts: Path, limits: Settings) -> Iterator[Chunk]:
    gathered: list[Document] = []
    number = size = 0
    for document in documents:
        gathered.append(document)
        size += document.bytes or 0
        if size >= limits.chunk_bytes:
            yield Chunk(gathered, parts / f"{number:06d}", limits.limit_bytes)
            gathered, number, size = [], number + 1, 0
    if gathered:
        yield Chunk(gathered, parts / f"{number:06d}", limits.limit_bytes)


def _write(frames: dict[str, pl.DataFrame], folder: Path) -> Path:
    """Write beside, then rename: a part is there whole or not at all, and writing it twice does no harm."""
    beside = folder.with_name(f"{folder.name}.tmp")
    for old in (beside, folder):
        shutil.rmtree(old, ignore_errors=True)
    beside.mkdir(parents=True)
    for table, frame in frames.items():
        frame.write_parquet(beside / f"{table}.parquet")
    os.replace(beside, folder)
    return folder


def _here(chunks: list[Chunk]) -> Iterator[tuple[Chunk, Reading]]:
    for chunk in chunks:
        yield chunk, read_chunk(chunk)


def _in_processes(chunks: list[Chunk], workers: int) -> Iterator[tuple[Chunk, Reading]]:
    left: list[Chunk] = []
    yield from _attempt(chunks, min(workers, len(chunks)), left)
    for chunk in left:
        yield chunk, _carefully(chunk)


def _carefully(chunk: Chunk) -> Reading:
    """Read a chunk in a process of its own; if that dies, its halves, down to the one document that kills it."""
    left: list[Chunk] = []
    for _, reading in _attempt([chunk], 1, left):
        return reading
    if len(chunk.documents) == 1:
        reason = "took the reading process down with it (out of memory?): split it, then run again"
        return Reading([], [chunk.documents[0]._replace(reason=reason)])
    middle = len(chunk.documents) // 2
    first = chunk._replace(documents=chunk.documents[:middle], folder=chunk.folder.with_name(f"{chunk.folder.name}a"))
    second = chunk._replace(documents=chunk.documents[middle:], folder=chunk.folder.with_name(f"{chunk.folder.name}b"))
    return _joined(_carefully(half) for half in (first, second))


def _attempt(chunks: list[Chunk], workers: int, left: list[Chunk]) -> Iterator[tuple[Chunk, Reading]]:
    """Readings as they come in; where a worker died, the chunks that were not read are put into `left`."""
    with _pool(workers) as pool:
        futures = {}
        for chunk in chunks:
            try:
                futures[pool.submit(read_chunk, chunk)] = chunk
            except BrokenProcessPool:
                left.append(chunk)
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                left.append(futures[future])


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """A pool of fresh processes, one Polars thread each; whatever interrupts us ends them too."""
    threads = os.environ.get("POLARS_MAX_THREADS")
    os.environ["POLARS_MAX_THREADS"] = "1"
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)
    try:
        yield pool
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        os.environ.pop("POLARS_MAX_THREADS")
        if threads is not None:
            os.environ["POLARS_MAX_THREADS"] = threads


def _begin() -> None:
    """In a new worker: leave Ctrl-C to the parent, and end when the parent does, however that comes about."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
