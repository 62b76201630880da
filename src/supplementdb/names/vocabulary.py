# SPDX-License-Identifier: MIT
"""
The words of labels: which minerals, forms and ligands whole words name, in any language.

A part of the index of names, laid out so that reading a line asks once for each run of words.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import NamedTuple

from ..catalog import Catalog
from ..spelling import tokens
from .index import Entry, name_index

__all__ = ["Meaning", "Vocabulary", "fold", "vocabulary"]


def __dir__() -> list[str]:
    return __all__


class Meaning(NamedTuple):
    """
    What a run of words names.

    Attributes:
        forms: Ids of the forms of that name.
        minerals: The minerals of that name.
        is_ligand: Whether it is what minerals are bound to.
    """

    forms: tuple[str, ...]
    minerals: tuple[Entry, ...]
    is_ligand: bool


_NOTHING = Meaning((), (), is_ligand=False)
_SECTIONS = {"forms", "minerals", "ligands"}
_MOST = 50_000


@functools.lru_cache(maxsize=_MOST)
def fold(word: str) -> str:
    """A word as names are compared."""
    return "".join(tokens(word))


class Vocabulary:
    """
    Minerals, forms and ligands by their words.

    Attributes:
        words: Every word that is part of such a name.
    """

    __slots__ = ("_by_key", "_index", "_meanings", "words")

    def __init__(self, catalog: Catalog) -> None:
        self._index = name_index(catalog)
        self._by_key: dict[str, Meaning] = {}
        words: set[str] = set(self._index.short)
        for filed, entries in self._index.by_key.items():
            if any(entry.section in _SECTIONS for entry in entries):
                self._by_key[filed] = _meaning(entries)
                words.update(filed.split())
        self.words = frozenset(words)
        self._meanings: dict[tuple[str, ...], Meaning] = {}

    def meaning(self, words: tuple[str, ...]) -> Meaning:
        """What folded words name, in any order; a mineral among them may be abbreviated."""
        found = self._meanings.get(words)
        if found is None:
            if len(self._meanings) > _MOST:
                self._meanings.clear()
            found = self._meanings[words] = self._find(words)
        return found

    def _find(self, words: tuple[str, ...]) -> Meaning:
        found = self._by_key.get(" ".join(sorted(words)))
        if found is None and len(words) > 1:
            short = self._index.short
            full = [part for word in words for part in tokens(short.get(word, word))]
            found = self._by_key.get(" ".join(sorted(full)))
        return found or _NOTHING

    def is_medicine(self, word: str) -> bool:
        """Whether a folded word is the name of a medicine."""
        return any(entry.section == "medications" for entry in self._index.by_key.get(word, ()))


def _meaning(entries: Iterable[Entry]) -> Meaning:
    return Meaning(
        forms=tuple(entry.id for entry in entries if entry.section == "forms"),
        minerals=tuple(entry for entry in entries if entry.section == "minerals"),
        is_ligand=any(entry.section == "ligands" for entry in entries),
    )


def vocabulary(catalog: Catalog) -> Vocabulary:
    """The vocabulary of a catalog, made once."""
    return catalog.derived(Vocabulary)
