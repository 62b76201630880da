# SPDX-License-Identifier: MIT
"""Which minerals and forms a text names, and where."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..catalog import Catalog
from ..model.form import Role
from ..spelling import tokens
from .index import NameIndex, name_index
from .words import EXPLAINING, NEGATING, PLAIN

__all__ = ["SEPARATOR", "Mention", "Names"]


def __dir__() -> list[str]:
    return __all__


SEPARATOR = re.compile(r"[()\[\]{},;:|/+&=\n]")

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_LONGEST_NAME = 7
_COUNTED = {Role.NUTRIENT, Role.ANTACID, Role.LAXATIVE, Role.MEDICINE, Role.PARENTERAL}


class Mention(NamedTuple):
    """A mineral, or forms of it, named at a place of a text."""

    start: int
    end: int
    mineral: str
    forms: tuple[str, ...]


class Names:
    """
    The names in a text.

    Args:
        catalog: Whose names to know.
        text: The text, tidied.
        used: Spans that are amounts or times and no names; names add theirs.
    """

    def __init__(self, catalog: Catalog, text: str, used: list[tuple[int, int]]) -> None:
        self.catalog = catalog
        self.index: NameIndex = name_index(catalog)
        self.text = text
        self.used = used
        self.inactive: list[str] = []
        self.words = [
            (m.start(), m.end(), "".join(tokens(m[0])))
            for m in _WORD.finditer(text)
            if not self.is_used(m.start()) and not self._is_unit(m)
        ]
        self.depths = _depths(text)

    def _is_unit(self, word: re.Match[str]) -> bool:
        """Whether "mg" is the unit, not the symbol: in lower case, or right behind a number."""
        if word[0].casefold() != "mg":
            return False
        before = self.text[: word.start()].rstrip(" -")
        return word[0] != "Mg" or before[-1:].isdigit()

    def is_used(self, place: int) -> bool:
        """Whether a place belongs to an amount, a time or a name that was found."""
        return any(start <= place < end for start, end in self.used)

    def mentions(self) -> list[Mention]:
        """All that is named, in order; what is denied or not taken for its mineral is left out."""
        found: list[Mention] = []
        place = 0
        while place < len(self.words):
            mention, taken = self._mention_at(place, found)
            if mention is not None:
                self.used.append((mention.start, mention.end))
                if not self._is_denied(place, taken):
                    found.append(mention)
            place += taken
        return found

    def _is_denied(self, place: int, taken: int) -> bool:
        """Whether the line says that it is without it, or it is the salt of a medicine."""
        before = [word for _, _, word in self.words[max(place - 2, 0) : place]]
        after = [word for _, _, word in self.words[place + taken : place + taken + 1]]
        if any(word in NEGATING for word in before) or "free" in after:
            return True
        return bool(before) and bool(self.ids(before[-1:], "medications"))

    def _mention_at(self, place: int, before: list[Mention]) -> tuple[Mention | None, int]:
        """The longest name that starts at a word; after a mineral, its ligand alone will do."""
        window = self._window(place)
        explained = self._explained(window[0][0], before)
        for length in range(len(window), 0, -1):
            words = [word for _, _, word in window[:length]]
            start, end = window[0][0], window[length - 1][1]
            named = self.ids(words, "forms")
            minerals = self.catalog.forms[named[0]].minerals if named else ()
            if before and explained not in minerals and (explained or not named):
                of_mineral = explained or before[0].mineral
                other = self.ids([*tokens(of_mineral), *words], "forms")
                named, minerals = (other, (of_mineral,)) if other else (named, minerals)
            if named:
                mineral = explained if explained in minerals else minerals[0]
                if explained != mineral and self._is_inactive(named, start, end):
                    return None, length
                made = Mention(start, end, mineral, named)
                buffered = self._buffered(made, words, place + length)
                return (buffered, length + 1) if buffered else (made, length)
            for id in self._mineral_ids(words, self.text[start:end]):
                bound = self._is_bound(words, place)
                return None if bound else Mention(start, end, id, ()), length
        return None, 1

    def _explained(self, start: int, before: list[Mention]) -> str | None:
        """The mineral that a name at a place explains: "Phosphorus (from dicalcium phosphate)"."""
        depth = self.depth(Mention(start, start, "", ()))
        wider = (mention.mineral for mention in reversed(before) if self.depth(mention) < depth)
        return next(wider, None)

    def _is_bound(self, words: list[str], place: int) -> bool:
        """Whether the name of an anion only says what something else is bound to."""
        if not place or not self.ids(words, "ligands"):
            return False
        _, end, word = self.words[place - 1]
        between = self.text[end : self.words[place][0]]
        return word in EXPLAINING or (word not in PLAIN and not SEPARATOR.search(between))

    def _mineral_ids(self, words: list[str], written: str) -> tuple[str, ...]:
        """
        The minerals of a name; a symbol must be written as one, and have two letters.

        "Vitamin K", "B complex" and "CoQ10" are no minerals.
        """
        return tuple(
            entry.id
            for entry in self.index.find(words)
            if entry.section == "minerals"
            and (entry.kind != "symbol" or (len(written) == 2 and written == entry.text != "Co"))
        )

    def _buffered(self, made: Mention, words: list[str], place: int) -> Mention | None:
        """The form that the word "buffered" behind another makes of it, even behind a comma."""
        behind = self.words[place : place + 1]
        if behind and behind[0][2] == "buffered":
            for full in (words, [*tokens(made.mineral), *words]):
                other = self.ids([*full, "buffered"], "forms")
                if other:
                    return Mention(made.start, behind[0][1], made.mineral, other)
        return None

    def ids(self, words: list[str], section: str) -> tuple[str, ...]:
        """The records of a section that have just these words as a name."""
        return tuple(e.id for e in self.index.find(words) if e.section == section)

    def _window(self, place: int) -> list[tuple[int, int, str]]:
        """The words from a place on that no separator and no amount parts."""
        window = [self.words[place]]
        for word in self.words[place + 1 : place + _LONGEST_NAME]:
            between = self.text[window[-1][1] : word[0]]
            if SEPARATOR.search(between) or any(c.isdigit() for c in between):
                break
            window.append(word)
        return window

    def _is_inactive(self, ids: tuple[str, ...], start: int, end: int) -> bool:
        said = "inactive" in self.text[end : end + 14].casefold()
        only = not any(_COUNTED & {*self.catalog.forms[id].roles} for id in ids)
        if said or only:
            self.inactive.extend(ids)
            self.used.append((start, end))
        return said or only

    def depth(self, mention: Mention) -> int:
        """How many brackets a name stands in; one that only explains another counts as inside."""
        return self.depths[mention.start] or int(self._explains(mention))

    def _explains(self, mention: Mention) -> bool:
        before = [word for _, end, word in self.words if end <= mention.start]
        return bool(before) and before[-1] in EXPLAINING


def _depths(text: str) -> list[int]:
    depth, depths = 0, []
    for char in text:
        if char in ")]}":
            depth = max(depth - 1, 0)
        depths.append(depth)
        if char in "([{":
            depth += 1
    return [*depths, depth]
