# SPDX-License-Identifier: MIT
"""A regimen as it is handed over to lines that are read."""

from __future__ import annotations

from typing import Any

from ..catalog import Catalog
from ..errors import InputError
from ..regimen import Item, Line
from .label import read_line

__all__ = ["lines_of"]


def __dir__() -> list[str]:
    return __all__


def lines_of(catalog: Catalog, regimen: Any) -> tuple[Line, ...]:
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
