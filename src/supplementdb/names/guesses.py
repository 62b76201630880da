# SPDX-License-Identifier: MIT
"""Which known word a misspelt or misread word stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["MISREAD", "OWN_WORDS", "Spellings", "distance", "ends_as_anion"]


def __dir__() -> list[str]:
    return __all__


OWN_WORDS = frozenset(
    (
        "apparate aspirate carbamate dehydrate laminate salivate separate seperate "
        "stargate stellate "
        "carbonated carbonite chlorite chopper cooper copier cropper floride glutarate "
        "manganate nickels nyckel phosphatide phosphite potassic selenide silicates silicone "
        "sulfite"
    ).split()
)
"""Words near a word of names that are words of their own."""

MISREAD = {"lodine": "iodine", "zine": "zinc", "cakium": "calcium", "iorn": "iron", "tron": "iron"}
"""Words of their own that beside an amount are misread names."""

# Letters that a scanner takes for each other.
_ALIKE = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o", "5": "s", "9": "g", "q": "g"})


# How anions end, in the languages of labels.
_ANION = re.compile(
    r"[^\W\d_]{5}(?:at[eo]?|aat|ian[ua]?|atti|at[ui])$|[^\W\d_]{5}\u0430\u0442[\u0430]?$"
)


def ends_as_anion(word: str) -> bool:
    """Whether a folded word ends as the names of anions do."""
    return _ANION.search(word) is not None


class Spellings:
    """
    Known words by their first letters, so that few are compared with a word.

    Args:
        words: The words to know.
    """

    __slots__ = ("_alike", "_known")

    def __init__(self, words: Iterable[str]) -> None:
        self._alike: dict[str, set[str]] = {}
        self._known: dict[str, list[tuple[str, int]]] = {}
        for word in dict.fromkeys(words):
            self._alike.setdefault(_alike(word), set()).add(word)
            self._known.setdefault(word[:1], []).append((word, _letters(word)))

    def nearest(self, word: str) -> str | None:
        """The one known word that is nearest; `None`: none is near, or several are as near."""
        same = self._alike.get(_alike(word), ())
        if len(same) == 1:
            return next(iter(same))
        near = self.near(word)
        best = near[min(near)] if near else ()
        return best[0] if len(best) == 1 else None

    def near(self, word: str) -> dict[int, list[str]]:
        """The known words that are near, by how many slips part them."""
        most, length, letters = _most(word), len(word), _letters(word)
        near: dict[int, list[str]] = {}
        # The first letter is seldom wrong; a near word with another one is another word.
        for known, own in self._known.get(word[:1], ()):
            slips = min(most, _most(known))
            # A slip brings one letter, takes one away, or changes one for another.
            if abs(len(known) - length) > slips or (letters ^ own).bit_count() > 2 * slips:
                continue
            apart = distance(word, known)
            if apart <= slips:
                near.setdefault(apart, []).append(known)
        return near


def _letters(word: str) -> int:
    """Which letters a word holds, as bits; two letters may share one."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def _alike(word: str) -> str:
    return word.replace("rn", "m").replace("vv", "w").translate(_ALIKE)


def _most(word: str) -> int:
    """How many slips a word of this length may hold."""
    return 0 if len(word) < 6 else 1 if len(word) < 8 else 2


def distance(one: str, other: str) -> int:
    """
    Count the slips between two words: letters left out, put in, changed, or swapped with the next.

    >>> distance("magneisum", "magnesium")
    1
    """
    before: list[int] = []
    row = [*range(len(other) + 1)]
    for at, letter in enumerate(one, 1):
        above, row = row, [at]
        for place, wanted in enumerate(other, 1):
            cost = min(above[place] + 1, row[place - 1] + 1, above[place - 1] + (letter != wanted))
            if (
                at > 1
                and place > 1
                and letter == other[place - 2]
                and one[at - 2] == wanted
                and letter != wanted
            ):
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
        before = above
    slips: int = row[-1]
    return slips
