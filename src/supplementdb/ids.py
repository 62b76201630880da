# SPDX-License-Identifier: MIT
"""
The grammar of ids, dates and identifiers, and the types that remember a text was checked.

An id is a lower-case slug and lives for ever: it is retired with a successor, never renamed.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import NewType

from .prefixes import PREFIXES

__all__ = ["Id", "first_day", "is_curie", "is_date", "is_id"]

Id = NewType("Id", str)
"""A slug such as ``magnesium-bisglycinate``, unique over all collections."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_DATE = re.compile(r"(1[89]|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?", re.ASCII)


def __dir__() -> list[str]:
    return __all__


def is_id(text: str) -> bool:
    """Whether a text is a legal id: lower-case letters and digits in groups joined by ``-``."""
    return len(text) <= 120 and _ID.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day in ISO 8601: 2009, 2009-11 or 2009-11-30."""
    if not _DATE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(first_day(text))
    except ValueError:
        return False
    return True


def first_day(date: str) -> str:
    """The day on which a year, a month or a day begins; such texts sort by time."""
    return f"{date}-01-01"[:10]


def is_curie(text: str) -> bool:
    """
    Whether a text is ``prefix:local`` of a known registry, and the local part fits its pattern.

    CAS numbers and LOINC codes must also have the right check digit.
    """
    prefix, _, local = text.partition(":")
    registry = PREFIXES.get(prefix)
    if registry is None or not registry.pattern.fullmatch(local):
        return False
    if prefix == "cas":
        *digits, check = (int(c) for c in local if c != "-")
        return sum(n * d for n, d in enumerate(reversed(digits), start=1)) % 10 == check
    if prefix == "loinc":
        return _is_luhn(local.replace("-", ""))
    return True


def _is_luhn(digits: str) -> bool:
    total = 0
    for place, char in enumerate(reversed(digits)):
        digit = int(char) * (1 + place % 2)
        total += digit - 9 if digit > 9 else digit
    return total % 10 == 0
