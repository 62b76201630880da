# SPDX-License-Identifier: MIT
"""A regimen as it is handed over to lines that are read."""

from __future__ import annotations

from typing import Any

import attrs

from ..catalog import Catalog
from ..errors import InputError
from ..regimen import Doubt, Item, Line
from .label import read_line

__all__ = ["lines_of", "read_lines"]


def __dir__() -> list[str]:
    return __all__


def read_lines(catalog: Catalog, regimen: Any) -> tuple[Line, ...]:
    """
    Read a regimen, line by line; lines and items that are read already stay as they are.

    Raises:
        InputError: The regimen is one text, or holds something that is no text, line or item.
    """
    if isinstance(regimen, (str, bytes, Line, Item)) or not hasattr(regimen, "__iter__"):
        raise InputError("regimen", "must be a list of lines; put a single line into a list")
    lines = []
    for line in regimen:
        if isinstance(line, str):
            lines.append(read_line(catalog, line))
        elif isinstance(line, Item):
            lines.append(Line(text=str(line), items=(line,), doubts=line.doubts))
        elif isinstance(line, Line):
            lines.append(line)
        else:
            raise InputError("regimen", "must hold texts, Lines or Items only")
    return tuple(lines)


def lines_of(catalog: Catalog, regimen: Any, *, guesses: bool = False) -> tuple[Line, ...]:
    """
    Read a regimen for a check: what was guessed at is set apart, and counts only on request.

    Raises:
        InputError: As `read_lines`.
    """
    lines = read_lines(catalog, regimen)
    return lines if guesses else tuple(map(_sure, lines))


def _sure(line: Line) -> Line:
    """A line with what was guessed at set apart."""
    guessed = tuple(item for item in line.items if Doubt.NAME_GUESSED in item.doubts)
    if not guessed:
        return line
    items = tuple(item for item in line.items if item not in guessed)
    return attrs.evolve(line, items=items, guesses=(*line.guesses, *guessed))
