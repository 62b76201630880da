# SPDX-License-Identifier: MIT
"""
The words of labels: which minerals, forms and ligands whole words name, in any language.

A part of the index of names, laid out so that reading a line asks once for each run of words.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import attrs

from ..catalog import Catalog
from ..model.word import WordKind
from ..spelling import tokens
from .guesses import MISREAD, OWN_WORDS, Spellings, ends_as_anion
from .index import Entry, name_index
from .numbers import ENGLISH, Writing
from .words import KNOWN_SIGNS, PIECES, PLAIN

__all__ = ["Meaning", "Vocabulary", "fold", "vocabulary", "writing_of"]


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
# Han, kana and hangul, which are written without spaces or with few.
_SIGN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Behind these, a syllable or a sound goes on: vowels and ends of hangul, small kana.
_WITHIN = re.compile("[\u1160-\u11ff\u30a1\u30a3\u30a5\u30a7\u30a9\u30e3\u30e5\u30e7\u30fc]")
# Calcium, zinc, magnesium and selenium begin no other words that people swallow.
_SURE_SIGNS = frozenset("\u9499\u9223\u950c\u92c5\u9541\u9382\u7852")
# Phosphorus or an apple; copper or a town.
_HANGUL = re.compile("[\u1100-\u11ff]")
_MANY_MEANINGS = frozenset(("\u30ea\u30f3", "\uad6c\ub9ac"))
_LONGEST_SIGNS = 24  # letters of hangul count one by one
_LONGEST = 8
_LONGEST_KEPT = 64  # letters of a word, of which answers are kept
# "pidolate de magnésium"
_SALTS = {"salz", "salze", "salzen", "zout", "zouten", "salter"}
_MANIFOLD = re.compile(r"(?:mono|di|tri)(?=[^\W\d_]{8})")
_JOINED_SIGNS = frozenset(tokens("\u542b\u6709 \ud568\uc720"))  # "zinc-containing yeast"
_JOINING = _JOINED_SIGNS | frozenset("de d du di del dei do da of von van".split())
_TOKEN = re.compile(r"[^\W_]+")
_MEDICINE = re.compile(
    r"(?:statin|statyn|[sz]artan|warfar[iy]n|t[iy]roks[iy]n|lukast|prazol|cillin|fenac|oxacin|dipin|mycin|roxin|dronat|profen|pirona|cromon"
    r"|статин|[сз]артан|варфарин|лукаст|мизол|фенитоин|триаксон|празол|циллин|фенак|роксин)\w{0,2}$"
)
_POINTING = frozenset("de es it pt nl da nb tr id ro el hr sl is sr vi".split())
"""Languages that part thousands by points."""
_DIVIDING = _POINTING | frozenset("fr fi sv ru pl cs sk hu bg uk no lt lv et".split())
"""Languages that write a comma in a fraction."""


@functools.lru_cache(maxsize=_MOST)
def fold(word: str) -> str:
    """A word as names are compared."""
    return "".join(tokens(word))


_GROUPED = re.compile(r"[1-9](?<![0-9.,].)[0-9]{0,2}[.,][0-9]{3}(?![0-9.,])")
_WORD = re.compile(r"[^\W\d_]+")


def _is_short(piece: str) -> bool:
    """Whether a piece of a run of signs is one sign, and one that other words hold as well."""
    sign = unicodedata.normalize("NFC", piece)
    return (len(sign) == 1 and sign not in _SURE_SIGNS) or sign in _MANY_MEANINGS


_Parts: TypeAlias = tuple[tuple[int, str], ...]


class _Memo(dict[Any, Any]):
    """Answers that are kept, up to a number of them."""

    def __init__(self, answer: Callable[[Any], Any]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, question: Any) -> Any:
        answer = self._answer(question)
        if len(question) > _LONGEST_KEPT:
            return answer  # what nobody wrote is not met again
        if len(self) >= _MOST:
            self.clear()
        self[question] = answer
        return answer


class Vocabulary:
    """
    Minerals, forms and ligands by their words.

    Attributes:
        words: Every word that is part of such a name.
        langs: The languages that a word of minerals or salts is of.
        spelled: Such words as their languages spell them, in lower case.
        meaning: What folded words name, in any order; a mineral among them may be abbreviated.
        is_medicine: Whether a folded word is the name of a medicine, or ends like one.
        read: A word of a text as the known words that it is or is put together of: where each
            begins, and its letters as names are compared.
        guess: The word of a name that an unknown word is a misspelling or a misreading of;
            `None`: there is none, or several are as near. No word of its own is taken for another.
    """

    __slots__ = (
        "_by_key",
        "_dividing",
        "_english",
        "_index",
        "_ligands",
        "_minerals",
        "_near",
        "_pointing",
        "_salts",
        "guess",
        "is_medicine",
        "langs",
        "meaning",
        "read",
        "spelled",
        "words",
    )

    def __init__(self, catalog: Catalog) -> None:
        self._index = name_index(catalog)
        self._by_key: dict[str, Meaning] = {}
        self._english: dict[str, tuple[str, ...]] = {}
        words: set[str] = {*self._index.short, *_JOINED_SIGNS}
        for filed, entries in self._index.by_key.items():
            if any(entry.section in _SECTIONS for entry in entries):
                self._by_key[filed] = _meaning(entries)
                words.update(filed.split())
        # What one-word compounds are put together of, by their beginnings and their ends.
        self._minerals = {mineral: mineral for mineral in catalog.minerals}
        self._ligands: dict[str, str] = {}
        langs: dict[str, set[str]] = {}
        spelled: set[str] = set()
        for raw in catalog.words.kept():
            word = raw if isinstance(raw, Mapping) else attrs.asdict(raw)
            parts = self._minerals if word["kind"] == WordKind.MINERAL else self._ligands
            english = tuple(tokens(word["english"]))
            if len(english) == 1:
                parts[english[0]] = english[0]
            for spelling in word["spellings"]:
                spelled.update(text.casefold() for text in spelling["texts"])
                for text in spelling["texts"]:
                    folded = tokens(text)
                    if len(folded) == 1:
                        langs.setdefault(folded[0], set()).add(spelling["lang"])
                        self._english.setdefault(folded[0], english)
                        if len(english) == 1:
                            parts.setdefault(folded[0], english[0])
        for named in self._by_key.values():
            for entry in named.minerals:
                langs.setdefault(fold(entry.text), set()).add(entry.lang)
                spelled.add(entry.text.casefold())
        # Most words are of the same few sets of languages.
        shared: dict[frozenset[str], frozenset[str]] = {}
        self.langs = {
            word: shared.setdefault(frozen, frozen)
            for word, frozen in ((word, frozenset(found)) for word, found in langs.items())
        }
        self.spelled = frozenset(spelled)
        # Words that no language has that writes a point in a fraction.
        self._pointing = {word for word, found in langs.items() if found <= _POINTING}
        self._dividing = {word for word, found in langs.items() if found <= _DIVIDING}
        words.update(self._english)
        self.words = frozenset(words)
        self.meaning: Callable[[tuple[str, ...]], Meaning] = _Memo(self._find).__getitem__
        self.is_medicine: Callable[[str], bool] = _Memo(self._names_a_medicine).__getitem__
        self.read: Callable[[str], _Parts] = _Memo(self._words_of).__getitem__
        self.guess: Callable[[str], str | None] = _Memo(self._guess).__getitem__
        self._near: Spellings | None = None
        self._salts = Spellings(self._ligands)

    def is_near_a_salt(self, word: str) -> bool:
        """Whether a word is a slip away from what minerals are bound to, in any language."""
        return bool(self._salts.near(word))

    def parts_by_points(self, word: str) -> bool:
        """Whether only languages have a word that part thousands by points."""
        return word in self._pointing or self._is_compound(word)

    def divides_by_commas(self, word: str) -> bool:
        """Whether only languages have a word that write commas in fractions."""
        return word in self._dividing or self._is_compound(word)

    def _is_compound(self, word: str) -> bool:
        """Whether a word is a compound of a mineral and a salt, as in German or Finnish."""
        return len(word) > 7 and bool(self.parts(word)) and not _SIGN.match(word)

    def is_foreign(self, word: str) -> bool:
        """Whether a folded word is of a salt or a mineral, and not as English spells it."""
        return self._english.get(word, (word,)) != (word,)

    def _guess(self, word: str) -> str | None:
        if word in MISREAD:
            return MISREAD[word]
        if len(word) < 4 or word in OWN_WORDS or word in PLAIN or word in self._index.by_word:
            return None
        if self._near is None:
            # English words, as the others are many and alike.
            names = {*self._minerals.values(), *self._ligands.values()}
            self._near = Spellings(name for name in names if len(name) > 3)
        return self._near.nearest(word) or self._salt_near(word)

    def _salt_near(self, word: str) -> str | None:
        """The one salt that a long word like one is a single slip away from, in any language."""
        if len(word) < 8 or not ends_as_anion(word):
            return None
        # Two slips make a salt of "apportato" and of "limitate".
        best = {self._ligands[salt] for salt in self._salts.near(word).get(1, ())}
        return best.pop() if len(best) == 1 else None

    def _words_of(self, word: str) -> tuple[tuple[int, str], ...]:
        folded = fold(word)
        if folded in self.words:
            return ((0, folded),)
        if len(folded) > 5 and folded[-1] == "s" and folded[:-1] in self.words:
            return ((0, folded[:-1]),)  # "citrates"
        parts = self.parts(folded) if len(folded) > 7 or not folded.isascii() else ()
        # Where folding changed the length, nobody knows where the second part begins.
        if parts and len(folded) != len(word):
            return tuple((0, part) for _, part in parts)
        return parts or ((0, folded),)

    def _find(self, words: tuple[str, ...]) -> Meaning:
        if words[0] in ("glass", "oil"):
            return _NOTHING  # "a glass of water" is no water glass, "fish oil magnesium" no brine
        found = self._by_key.get(" ".join(sorted(words)))
        if found is None and len(words) > 1:
            short = self._index.short
            full = [part for word in words for part in tokens(short.get(word, word))]
            found = self._by_key.get(" ".join(sorted(full)))
        if found is None:
            english = [part for word in words for part in self._english.get(word, (word,))]
            found = self._by_key.get(" ".join(sorted(english)))
        if found is None and not _JOINING.isdisjoint(words[1:-1]):
            ends = words[0] in _JOINING or words[-1] in _JOINING
            return (
                _NOTHING
                if ends
                else self.meaning(tuple(word for word in words if word not in _JOINING))
            )
        return found or _NOTHING

    def named(self, text: str) -> tuple[tuple[str, str], ...]:
        """The section and id of each form or mineral that a whole text names, in any language."""
        words = tuple(
            part
            for word in _TOKEN.findall(text)
            for _, part in self.read(word)
            if part not in PLAIN or part in self.words
        )
        meaning = self.meaning(words) if 0 < len(words) <= _LONGEST else _NOTHING
        if meaning.forms:
            return tuple(("forms", id) for id in meaning.forms)
        return tuple(("minerals", entry.id) for entry in meaning.minerals if entry.kind != "symbol")

    def parts(self, word: str) -> tuple[tuple[int, str], ...]:
        """
        The parts of a word that is none by itself, each with where it begins.

        A compound of a mineral and a salt ("sinkkiglukonaatti"), or signs without spaces; empty:
        it is neither.
        """
        if _SIGN.match(word):
            return tuple(self._signs(word))
        for at in range(len(word) - 3, 2, -1):
            mineral = self._minerals.get(word[:at])
            if mineral is not None:
                ligand = self._ligands.get(word[at:])
                if ligand is not None:
                    return (0, mineral), (at, ligand)
                if word[at:] in PIECES or word[at:] in _SALTS:
                    return (0, mineral), (at, word[at:])  # "Eisentabletten"
        prefix = _MANIFOLD.match(word)
        if prefix:
            # "tricalciumcitraat"
            return tuple(
                (at + prefix.end() if at else 0, part)
                for at, part in self.parts(word[prefix.end() :])
            )
        return ()

    def _signs(self, word: str) -> Iterator[tuple[int, str]]:
        """
        The words that stand in a run of signs, the longest first, and what is between them.

        A sign that also begins or ends other words is a name only where all around it is known:
        phosphorus is the first sign of lecithin, and iron that of orchids.
        """
        pieces = list(self._pieces(word))
        unknown = -1
        are_known = all(known for *_, known in pieces)
        for place, (at, piece, is_known) in enumerate(pieces):
            beside = (*pieces[max(place - 1, 0) : place], *pieces[place + 1 : place + 2])
            are_sure = are_known or (
                not _HANGUL.match(piece) and all(known for *_, known in beside)
            )
            is_part = _is_short(piece) and not are_sure
            if not is_known or is_part:
                unknown = at if unknown < 0 else unknown
                continue
            if unknown >= 0:
                yield unknown, word[unknown:at]
                unknown = -1
            yield at, piece
        if unknown >= 0:
            yield unknown, word[unknown:]

    def _pieces(self, word: str) -> Iterator[tuple[int, str, bool]]:
        """The known words in a run of signs, the longest first, and each sign between them."""
        at = 0
        while at < len(word):
            for length in range(min(_LONGEST_SIGNS, len(word) - at), 0, -1):
                piece = word[at : at + length]
                if (piece in self.words or piece in KNOWN_SIGNS) and not _WITHIN.match(
                    word, at + length
                ):
                    yield at, piece, True
                    break
            else:
                length = 1
                yield at, word[at], False
            at += length

    def is_salt(self, word: str) -> bool:
        """Whether a folded word is what minerals are bound to, as a salt."""
        english = self._english.get(word, (word,))
        plain = (*english[:-1], english[-1].removeprefix("bis"))
        return plain[-1].endswith("ate") and self.meaning(plain).is_ligand

    def _names_a_medicine(self, word: str) -> bool:
        # "Naproksen", "diklofenak", as Turkish, Polish and Swedish spell them.
        spelled = {word}
        if len(word) > 6 and word not in self.words:
            latin = word.replace("ks", "x").replace("k", "c")
            spelled |= {latin, f"{latin}e", latin.rstrip("aou")}
        return _MEDICINE.search(word) is not None or any(
            entry.section == "medications"
            for name in spelled
            for entry in self._index.by_key.get(name, ())
        )


def _meaning(entries: Iterable[Entry]) -> Meaning:
    return Meaning(
        forms=tuple(entry.id for entry in entries if entry.section == "forms"),
        minerals=tuple(entry for entry in entries if entry.section == "minerals"),
        is_ligand=any(entry.section == "ligands" for entry in entries),
    )


def vocabulary(catalog: Catalog) -> Vocabulary:
    """The vocabulary of a catalog, made once."""
    return catalog.derived(Vocabulary)


def writing_of(catalog: Catalog, text: str, lang: str | None) -> Writing:
    """How a line with a number such as "1.500" or "1,500" writes it, by the language it is of."""
    if lang is not None:
        return Writing(lang in _POINTING, lang in _DIVIDING)
    if not ("," in text or "." in text) or not _GROUPED.search(text):
        return ENGLISH
    known = vocabulary(catalog)
    words = [fold(word) for word in _WORD.findall(text)]
    return Writing(
        any(known.parts_by_points(word) for word in words),
        any(known.divides_by_commas(word) for word in words),
    )
