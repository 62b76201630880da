# SPDX-License-Identifier: MIT
"""A day of intakes as a picture: an SVG document."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import attrs

__all__ = ["Mark", "timeline"]


def __dir__() -> list[str]:
    return __all__


_LEFT, _RIGHT, _TOP, _ROW, _HOUR = 270, 30, 48, 36, 40
_LONGEST = 36


@attrs.frozen
class Mark:
    """
    One intake.

    Attributes:
        row: What is taken; intakes of one thing stand in one row.
        minutes: When, in minutes from midnight.
        time: The same as ``HH:MM``.
        is_medicine: Whether it is a medicine.
    """

    row: str
    minutes: int
    time: str
    is_medicine: bool


def timeline(marks: Sequence[Mark], meals: Sequence[int], title: str) -> str:
    """
    Draw intakes on a line of hours.

    Args:
        marks: The intakes.
        meals: Times of meals in minutes from midnight, drawn as bands.
        title: What a screen reader says of the picture.
    """
    rows = list(dict.fromkeys(mark.row for mark in marks))
    ends = [mark.minutes for mark in marks] + [*meals]
    first = min(ends, default=0) // 60
    last = max(ends, default=0) // 60 + 1
    width = _LEFT + (last - first) * _HOUR + _RIGHT
    height = _TOP + _ROW * max(len(rows), 1)

    def x(minutes: int) -> int:
        return _LEFT + (minutes - 60 * first) * _HOUR // 60

    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" font-size="13">'
    )
    parts = [head, f"<title>{escape(title)}</title>"]
    parts.append(f'<rect width="{width}" height="{height}" fill="#ffffff"/>')
    parts += [_meal(x(meal), height) for meal in meals]
    parts += [_hour(x(60 * hour), height, hour) for hour in range(first, last + 1)]
    for number, row in enumerate(rows):
        y = _TOP + _ROW * number + _ROW // 2 + 4
        short = row if len(row) <= _LONGEST else f"{row[: _LONGEST - 1]}…"
        parts.append(f'<text x="12" y="{y + 4}" fill="#111111">{escape(short)}</text>')
        parts += [_dot(x(mark.minutes), y, mark) for mark in marks if mark.row == row]
    return "\n".join([*parts, "</svg>", ""])


def _meal(x: int, height: int) -> str:
    top = _TOP - 14
    return f'<rect x="{x - 7}" y="{top}" width="14" height="{height - top}" fill="#f2e6c8"/>'


def _hour(x: int, height: int, hour: int) -> str:
    line = f'<line x1="{x}" y1="{_TOP - 14}" x2="{x}" y2="{height}" stroke="#d0d0d0"/>'
    label = f'<text x="{x}" y="{_TOP - 22}" text-anchor="middle" fill="#444444">{hour % 24}</text>'
    return line + label


def _dot(x: int, y: int, mark: Mark) -> str:
    # Shape tells medicines from lines for those who do not see the colour.
    shape = (
        f'<rect x="{x - 6}" y="{y - 6}" width="12" height="12" fill="#9c3d22"/>'
        if mark.is_medicine
        else f'<circle cx="{x}" cy="{y}" r="7" fill="#22639c"/>'
    )
    label = f'<text x="{x}" y="{y - 11}" text-anchor="middle" font-size="11" fill="#111111">'
    return f"{shape}{label}{mark.time}</text>"
