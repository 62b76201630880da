# SPDX-License-Identifier: MIT
"""What the command is given to read: words of the command line, files, the standard input."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable
from pathlib import Path

from .errors import InputError

__all__ = ["lines_of", "texts_of"]


def __dir__() -> list[str]:
    return __all__


_REMEDY = "save it as UTF-8, or convert it (iconv -f ... -t UTF-8)"


def lines_of(words: Iterable[str], file: Path | None = None) -> list[str]:
    """
    The lines that are given: each word, those of the standard input for a dash, those of a file.

    Raises:
        InputError: The standard input or the file is not UTF-8.
        OSError: The file cannot be read.
    """
    lines = [line for word in words for line in (_parted(_stdin()) if word == "-" else [word])]
    return lines + (_parted(_text_of(file)) if file else [])


def texts_of(words: Iterable[str], file: Path | None = None) -> list[str]:
    """What `lines_of` parts into lines, as it stands; what is empty is left out."""
    texts = [_stdin() if word == "-" else word for word in words]
    texts += [_text_of(file)] if file else []
    return [text for text in texts if text.strip()]


def _parted(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _text_of(file: Path) -> str:
    return _decoded(file.read_bytes(), str(file))


def _stdin() -> str:
    buffer = getattr(sys.stdin, "buffer", None)
    # What stands in for the standard input, in a test or a notebook, may hold text already.
    return sys.stdin.read() if buffer is None else _decoded(buffer.read(), "standard input")


def _decoded(content: bytes, name: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content[:4]:
        raise InputError(name, f"must be UTF-8, and looks like UTF-16; {_REMEDY}")
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        rule = f"must be UTF-8, and byte 0x{content[error.start]:02x} in line {line} is not"
        raise InputError(name, f"{rule} (it may be Latin-1); {_REMEDY}") from None
