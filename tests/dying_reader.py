"""A reader whose process some texts take down, for `test_flow.py`: a small file, for each new process imports it."""

import multiprocessing
import os

from flows import chunks
from flows.chunks import Chunk, Reading

_READ_CHUNK = chunks.read_chunk


def dying(chunk: Chunk) -> Reading:
    """Reads like the real one, but the text that says so takes the process down."""
    if _in_a_worker() and any("KILL" in document.path.read_text() for document in chunk.documents):
        os._exit(1)
    return _READ_CHUNK(chunk)


def _in_a_worker() -> bool:
    return multiprocessing.parent_process() is not None
