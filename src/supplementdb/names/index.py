# SPDX-License-Identifier: MIT
"""The index of every name of a catalog, by whole words."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import attrs

from ..catalog import Catalog
from ..integrity import names_of
from ..model import SECTIONS, record_class
from ..spelling import key, tokens

__all__ = ["Entry", "NameIndex", "name_index"]


def __dir__() -> list[str]:
    return __all__


class Entry(NamedTuple):
    """One name of one record."""

    section: str
    id: str
    text: str
    kind: str
    lang: str


class NameIndex:
    """
    Names by key (folded words in sorted order) and by single word.

    Attributes:
        by_key: Key to the entries that share it.
        by_word: Word to the keys that hold it.
        short: Abbreviations and symbols of minerals to the words of their names.
        medicine_of: Ids of minerals, forms and ligands to the medicines that their names mean.
    """

    __slots__ = ("_by_gram", "by_key", "by_word", "medicine_of", "short")

    def __init__(self, catalog: Catalog) -> None:
        self.by_key: dict[str, tuple[Entry, ...]] = {}
        self.by_word: dict[str, tuple[str, ...]] = {}
        self.short: dict[str, str] = {}
        self.medicine_of: dict[str, list[str]] = {}
        for medicine in catalog.medications.kept():
            raw = medicine if isinstance(medicine, Mapping) else attrs.asdict(medicine)
            for id in raw.get("means", ()):
                self.medicine_of.setdefault(id, []).append(raw["id"])
        self._by_gram: dict[str, list[str]] = {}
        keys: dict[str, dict[tuple[str, str], Entry]] = {}
        for section in SECTIONS:
            if not attrs.fields_dict(record_class(section)).keys() >= {"name"}:
                continue
            for record in catalog.section(section).kept():
                (name, *_), (id, *_) = itertools.islice(names_of(record), 2)
                for text, kind, lang in names_of(record):
                    entry = Entry(section, id, text, kind, lang)
                    keys.setdefault(key(text), {}).setdefault((section, id), entry)
                    if section == "minerals" and kind in ("symbol", "abbreviation"):
                        self.short[key(text)] = name
        for entries in [*keys.values()]:
            for place, entry in entries.items():
                # People take "an ACE inhibitor"; a medicine of that very name comes first.
                if entry.section == "medication_classes" and entry.text.endswith("s"):
                    keys.setdefault(key(entry.text[:-1]), {place: entry})
        self.by_key = {filed: tuple(entries.values()) for filed, entries in keys.items()}
        words: dict[str, dict[str, None]] = {}
        for filed in self.by_key:
            for word in filed.split():
                words.setdefault(word, {})[filed] = None
        self.by_word = {word: tuple(found) for word, found in words.items()}

    def alike(self, filed: str, most: int) -> list[str]:
        """The keys that share most runs of three letters with a key, best first."""
        if not self._by_gram:
            grams: dict[str, list[str]] = {}
            for known in self.by_key:
                for gram in _grams(known):
                    grams.setdefault(gram, []).append(known)
            self._by_gram = grams
        shared = Counter(known for gram in _grams(filed) for known in self._by_gram.get(gram, ()))
        return [known for known, _ in shared.most_common(most)]

    def find(self, words: list[str]) -> tuple[Entry, ...]:
        """
        The entries whose name has just these folded words, in any order; none are guessed.

        A mineral may be abbreviated (``mag citrate``).
        """
        found = self.by_key.get(" ".join(sorted(words)))
        if found is None and len(words) > 1 and any(word in self.short for word in words):
            full = [part for word in words for part in tokens(self.short.get(word, word))]
            found = self.by_key.get(" ".join(sorted(full)))
        return found or ()

    def medicine(self, words: list[str]) -> tuple[Entry, ...]:
        """What `find` finds where a medicine is meant, which what it is made of names, too."""
        found = self.find(words)
        if any(entry.section in ("medications", "medication_classes") for entry in found):
            return found
        return (
            *found,
            *(
                entry._replace(section="medications", id=id)
                for entry in found
                for id in self.medicine_of.get(entry.id, ())
            ),
        )


def _grams(filed: str) -> dict[str, None]:
    # In order of the text: a set would answer ties in another order in every process.
    padded = f" {filed} "
    return dict.fromkeys(padded[place : place + 3] for place in range(len(padded) - 2))


def name_index(catalog: Catalog) -> NameIndex:
    """The index of a catalog, made once."""
    return catalog.derived(NameIndex)
