# SPDX-License-Identifier: MIT
"""One spelling for many: how two texts are compared as names."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["key", "normalise", "small", "tokens"]


def __dir__() -> list[str]:
    return __all__


# Trade marks are no letters of a name, though they decompose to some; and the i without a dot
# is what Turkish writes in capitals as any other I: "bakır" and "BAKIR".
_MARKS = {**dict.fromkeys(map(ord, "\u2122\u00ae\u00a9\u2120"), " "), ord("\u0131"): "i"}
_WORD = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    """
    Fold a text for comparison: case, width, accents, hyphens and spacing; idempotent.

    >>> normalise("Magnésium  L-Threonate")
    'magnesium l threonate'
    """
    return " ".join(tokens(text))


def tokens(text: str) -> list[str]:
    """Split a text into its folded words; punctuation separates and is dropped."""
    if not text.isascii():
        text = text.translate(_MARKS)
        # Decompose, then drop the combining marks: "é" and "e" + accent both become "e".
        # Compatibility forms (full width letters, ligatures) fold here too.
        folded = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(char for char in folded if not unicodedata.combining(char))
    return _WORD.findall(text.casefold())


def small(text: str) -> str:
    """
    Fold the case alone, and every i of Turkish to the one with a dot.

    >>> small("MİLİGRAM")
    'miligram'
    """
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("i\u0307", "i").replace("\u0131", "i")


def key(text: str) -> str:
    """
    Make the key under which a name is filed: its folded words in sorted order.

    >>> key("stage 4 chronic kidney disease") == key("Chronic kidney disease, stage 4")
    True
    """
    return " ".join(sorted(tokens(text)))
