# SPDX-License-Identifier: MIT
"""Which known word a misspelt or misread word stands for."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

__all__ = ["MISREAD", "OWN_WORDS", "Spellings", "distance"]


def __dir__() -> list[str]:
    return __all__


OWN_WORDS = frozenset(
    (
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


class Spellings:
    """
    Known words by what is left when letters are dropped, so that near words meet.

    Args:
        words: The words to know.
    """

    __slots__ = ("_alike", "_dropped", "_longest")

    def __init__(self, words: Iterable[str]) -> None:
        words = list(words)
        self._longest = max(map(len, words), default=0)
        self._alike: dict[str, set[str]] = {}
        self._dropped: dict[str, set[str]] = {}
        for word in words:
            self._alike.setdefault(_alike(word), set()).add(word)
            for left in _left(word, _most(word)):
                self._dropped.setdefault(left, set()).add(word)

    def nearest(self, word: str) -> str | None:
        """The one known word that is nearest; `None`: none is near, or several are as near."""
        if len(word) > self._longest + 2:
            return None  # no slips make it one; what is left of it is too much to look up
        same = self._alike.get(_alike(word), ())
        if len(same) == 1:
            return next(iter(same))
        near: dict[int, set[str]] = {}
        for left in _left(word, _most(word)):
            for known in self._dropped.get(left, ()):
                apart = distance(word, known)
                # The first letter is seldom wrong; a near word with another one is another word.
                if apart <= min(_most(word), _most(known)) and word[0] == known[0]:
                    near.setdefault(apart, set()).add(known)
        best = near[min(near)] if near else ()
        return next(iter(best)) if len(best) == 1 else None


def _alike(word: str) -> str:
    return word.replace("rn", "m").replace("vv", "w").translate(_ALIKE)


def _most(word: str) -> int:
    """How many slips a word of this length may hold."""
    return 0 if len(word) < 6 else 1 if len(word) < 8 else 2


def _left(word: str, most: int) -> Iterator[str]:
    """What is left of a word when up to so many letters are dropped."""
    yield word
    for many in range(1, most + 1):
        for places in itertools.combinations(range(len(word)), many):
            yield "".join(letter for at, letter in enumerate(word) if at not in places)


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
