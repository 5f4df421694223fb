"""How the bytes of one raw file become text, or the reason why they do not.

In goes a path, out come the bytes as they lie on disk and the text they hold. The encoding is found, never guessed:
a byte-order mark, then strict UTF-8, then UTF-16 where the zero bytes give it away, then Windows-1252 where nothing
speaks against it. Newlines stay as they are and a byte-order mark is no part of the text, so offsets are true.
"""

from __future__ import annotations

import codecs
import errno
import gzip
import io
import os
import re
import stat
import zlib
from pathlib import Path

from flows.errors import PressboxError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_ZERO_SHARE = 0.3  # of the code units of Western text in UTF-16, far more have a zero byte
_CONTROL_SHARE = 0.01
_HIGH_SHARE = 0.2  # accents and curly quotes are a twentieth of a French text, a Cyrillic one is nearly all high bytes
_STEP = 1 << 20


class UnreadableError(PressboxError):
    """A raw file that holds no text for Pressbox; the message says why and what to do, and goes into `documents`."""


def decode(path: Path, limit_bytes: int | None = None) -> tuple[str, str]:
    """Text and encoding of one raw file, plain or gzip. Raises PressboxError with the file's name and the reason."""
    try:
        return text_of(file_bytes(path, limit_bytes), path.name, limit_bytes)
    except UnreadableError as error:
        raise UnreadableError(f"{path}: {error}") from error


def file_bytes(path: Path, limit_bytes: int | None = None) -> bytes:
    """The bytes as they lie on disk. Never waits at a pipe and never holds more than the limit."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableError(_what_it_is(path))
        with open(path, "rb", opener=_open_without_waiting) as file:
            data = file.read(-1 if limit_bytes is None else limit_bytes + 1)
    except OSError as error:
        raise UnreadableError(_why_not_opened(path, error)) from error
    _check_size(len(data), limit_bytes)
    return data


def text_of(data: bytes, name: str, limit_bytes: int | None = None) -> tuple[str, str]:
    """Text and encoding of a file's bytes; `name` tells whether they are gzip."""
    if name.lower().endswith(".gz"):
        data = _unzipped(data, limit_bytes)
    if not data:
        raise UnreadableError("is empty: put the text in or delete the file")
    text, encoding = _decoded(data)
    if not text.strip():
        raise UnreadableError("holds nothing but white space: put the text in or delete the file")
    return text, encoding


def _open_without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _what_it_is(path: Path) -> str:
    if path.is_dir():
        return "is a folder with the name of a text file: rename it (text files inside it are read)"
    return "is no regular file but a pipe, socket or device: put the text itself here"


def _why_not_opened(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOENT and path.is_symlink():
        return "is a link to a file that is not there: mend or delete the link"
    if error.errno == errno.ENOENT:
        return "was deleted or renamed while being read: run again"
    if error.errno == errno.ELOOP:
        return "is a link that leads back to itself: mend or delete the link"
    if error.errno in (errno.EACCES, errno.EPERM):
        return "may not be read by this user: change its permissions"
    return f"cannot be read ({error.strerror or error}): mend it or delete it, then run again"


def _check_size(size: int, limit_bytes: int | None) -> None:
    if limit_bytes is not None and size > limit_bytes:
        raise UnreadableError(f"is larger than {_size(limit_bytes)}: split it or raise PRESSBOX_LIMIT_MIB")


def _size(count: int) -> str:
    return f"{count / _STEP:g} MiB" if count >= _STEP else f"{count} bytes"


def _unzipped(data: bytes, limit_bytes: int | None) -> bytes:
    if not data:
        return data
    content = bytearray()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            while piece := file.read(_STEP):
                content += piece
                _check_size(len(content), limit_bytes)  # while it unrolls: a small file may hold gigabytes of zeros
    except EOFError as error:
        raise UnreadableError("is gzip data that breaks off: fetch the file again") from error
    except gzip.BadGzipFile as error:
        raise UnreadableError(f"is not sound gzip data ({error}): fetch it again, or drop .gz from its name") from error
    except zlib.error as error:
        raise UnreadableError("is damaged gzip data: fetch the file again") from error
    return bytes(content)


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, "utf-8" if encoding == "utf-8-sig" else encoding)
    if b"\x00" in data:
        return _wide(data)
    try:
        return _refuse_binary(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError as error:
        return _western(data, error), "windows-1252"


def _strictly(data: bytes, encoding: str, codec: str) -> tuple[str, str]:
    try:
        return _refuse_binary(data.decode(codec)), encoding
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1} after its byte-order mark"
        raise UnreadableError(f"begins as {encoding} but is not ({place}): save it as UTF-8") from error


def _wide(data: bytes) -> tuple[str, str]:
    """UTF-16 without a mark: nearly every second byte of Western text is zero, and always the same second."""
    for encoding, zeros, others in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if zeros.count(0) > _ZERO_SHARE * len(zeros) and not others.count(0):
            return _strictly(data, encoding, encoding)
    raise UnreadableError("is binary data, not text: convert it to UTF-8 text or move it out of the folder")


def _western(data: bytes, not_utf8: UnicodeDecodeError) -> str:
    """Windows-1252, unless bytes that it lacks, traces of UTF-8 or too many high bytes speak against it."""
    high = len(_HIGH.findall(data))
    in_sequences = sum(map(len, _UTF8_SEQUENCE.findall(data)))
    byte = _place(data, not_utf8.start)
    if in_sequences > high - in_sequences:
        raise UnreadableError(f"is UTF-8 but for {byte}: mend that place and save it as UTF-8")
    try:
        text = _refuse_binary(data.decode("cp1252"))
    except UnicodeDecodeError as error:
        byte = _place(data, error.start)
        raise UnreadableError(f"is neither UTF-8 nor Windows-1252 ({byte}): save it as UTF-8") from error
    if high > _HIGH_SHARE * len(data):
        raise UnreadableError(f"is neither UTF-8 nor Western text ({byte}): save it as UTF-8")
    return text


def _place(data: bytes, at: int) -> str:
    line = data.count(b"\n", 0, at) + 1
    return f"byte 0x{data[at]:02x} in line {line}"


def _refuse_binary(text: str) -> str:
    controls = _CONTROL.findall(text)
    if "\x00" in controls or len(controls) > _CONTROL_SHARE * len(text):
        raise UnreadableError("is binary data, not text: convert it to UTF-8 text or move it out of the folder")
    return text
