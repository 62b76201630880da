# SPDX-License-Identifier: MIT
"""The words of a text: known, guessed, written out, and which of them are symbols of minerals."""

from __future__ import annotations

import bisect
import functools
import re
from typing import NamedTuple, TypeAlias

from ..catalog import Catalog
from ..spelling import small
from .context import Context
from .vocabulary import Meaning, fold, vocabulary
from .words import HOMOGRAPHS, PLAIN, SHORT, UNITING

__all__ = ["AMOUNT_BEHIND", "Spans", "Word", "Words"]


def __dir__() -> list[str]:
    return __all__


AMOUNT_BEHIND = re.compile(r"[\s:(]{0,9}[0-9]")
_BRACKET_AND_AMOUNT = re.compile(r"\s?\([^()]{1,40}\)\s?[0-9]")
# "ca. 400 mg" is about, "na noc" is at night, "Mo/Mi/Fr" are days.
_WORD_OF_LANGUAGES = re.compile(
    r"ca\.?\s?[0-9]|[Nn][Aa]\s(?i:kaps|tabl|porcj|saszet|dawk|[0-9]{1,2}\s(?:kaps|tabl|sasz|porcj|dni)|noc|dob|dzie|czczo|den|ve\u010der|r\u00e1no|100\s?(?:g|ml)\b)|"
    r"Mo(?:\s?[,/+&-]\s?|\s(?:und|u\.)\s)(?:Di|Mi|Do|Fr|Sa|So|Tu|We|Th)\b"
)
_WORD = re.compile(r"[^\W_]+")
_MASS_BEFORE = re.compile(r"[0-9]\s?(?:mg|g|meq|mmol)\s$", re.IGNORECASE)
_MASS_BEHIND = re.compile(
    r"[\s:(]{0,3}[0-9]{2,4}(?:[.,][0-9]+)?\s?(?:mg|meq|mmol)\b", re.IGNORECASE
)
_INITIAL = re.compile(r"\.\s?[^\W\d_]\b")
_JOINED_SYMBOLS = re.compile(r"\s?[/+&,]\s?|-")
_BRACKETS = re.compile(r"[()\[\]{}]")
_DONG = fold("\u0111\u1ed3ng")
_COUNTED = {_DONG, "koppar"}  # a price in dong, cups of tea
_HUNGARIAN = {"vas", "rez", "ken"}
_SELDOM = frozenset("bor borral borban mang mag cal calc laver tcp ipc mss dcp mcp ki".split()) | {
    _DONG
}
_LATIN = re.compile(r"[a-z\u00c0-\u024f\u1e00-\u1eff]+")
_MAY_BE_OTHERS = HOMOGRAPHS | _COUNTED | _SELDOM
_NUMBER_BEFORE = re.compile(r"[0-9]\s?$")
_FERROUS = {"ferrous", "ferric"}
_NAMED_AGAIN = re.compile(r"\b(?:zinc|magnes)", re.IGNORECASE)
_SHORTENED = frozenset(SHORT)
_LOWER = frozenset("ca fe zn cu mn cr mg".split())
_MICROGRAMS_BEHIND = re.compile(r"\s?[0-9]{2,3}\s?(?:ug|mcg|\u00b5g|\u03bcg)\b")
_SYMBOLS = frozenset("ca mg fe zn cu mn se cr mo na cl si sr ni li".split())


_new = tuple.__new__  # of a named tuple, without what its own call costs for each word
Spans: TypeAlias = list[tuple[int, int]]


class Word(NamedTuple):
    """A word of a text, its letters as names are compared, and whether they were guessed."""

    start: int
    end: int
    text: str
    guessed: bool = False


class Words:
    """
    The words of a text, and which of its places are taken.

    Attributes:
        words: Its words, in order; what is short is written out, what is misspelt is guessed.
        texts: Their letters, as names are compared.
        depths: How many brackets each place of the text stands in.

    Args:
        catalog: Whose names to know.
        text: The text, tidied.
        used: Spans that are times, percentages and so on, and no names.
        amounts: Spans of the amounts.
        lang: The language of the text; `None`: not known.
    """

    def __init__(
        self, catalog: Catalog, text: str, used: Spans, amounts: Spans, lang: str | None = None
    ) -> None:
        self._lang = lang
        self.text = text
        self.depths = _depths(text)
        self._vocabulary = vocabulary(catalog)
        self._meaning = self._vocabulary.meaning
        self._used = bytearray(len(text) + 1)
        for start, end in (*used, *amounts):
            self.use(start, end)
        self._weighed = bool(amounts)
        self.words: list[Word] = []
        known = self._vocabulary.read
        taken = self._used
        words = self.words
        for match in _WORD.finditer(text):
            start, end = match.span()
            written = match[0]
            # In a run of signs, "daily" may be taken and the iron behind it not.
            if taken[start] and written.isascii():
                continue
            parts = known(written)
            if len(parts) == 1:
                at, part = parts[0]
                if taken[start] or (end - start == 2 and self._is_unit(match)):
                    continue
                if part in UNITING and not _NAMED_AGAIN.search(text, end):
                    words += [Word(start, end, word) for word in UNITING[part]]
                else:
                    words.append(_new(Word, (start + at, end, part, False)))
                continue
            # Where nobody knows where the second part begins, the parts share the whole word.
            ends = [start + at if at else end for at, _ in parts[1:]]
            words += [
                Word(start + at, stop, part)
                for (at, part), stop in zip(parts, [*ends, end], strict=True)
                if not taken[start + at]
            ]
        texts = [word.text for word in words]
        if not _SHORTENED.isdisjoint(texts):
            self._write_out()
            texts = [word.text for word in words]
        self._foreign: set[int] = set()
        self._has_guesses = False
        self._ends = [word.end for word in words]
        if not _MAY_BE_OTHERS.isdisjoint(texts):
            self._part_homographs()
        self._context = Context(text, texts, amounts)
        if not self._vocabulary.words.issuperset(texts) or "mang" in texts:
            self._guess()
            texts = [word.text for word in words]
        self.texts = frozenset(texts)

    def _write_out(self) -> None:
        """Write out what is short for a salt behind the name of its mineral: "calcium carb"."""
        for place, word in enumerate(self.words):
            if word.text in SHORT and place:
                before = self.words[place - 1].text
                if before in _FERROUS or self._meaning((before,)).minerals:
                    self.words[place] = word._replace(text=SHORT[word.text])

    def _part_homographs(self) -> None:
        """
        Leave out what is a name in a language that nothing else on the line is of.

        With an amount behind it and nothing unknown beside it, it is a guess.
        """
        langs, known = self._vocabulary.langs, self._vocabulary.words
        for place, word in enumerate(self.words):
            written = small(self.text[word.start : word.end])
            if self._is_spelled_otherwise(word, written) or (
                word.text in _SELDOM and self._is_talk(place)
            ):
                self._foreign.add(word.start)
                continue
            if (
                word.text in _COUNTED
                and not AMOUNT_BEHIND.match(self.text, word.end)
                and _NUMBER_BEFORE.search(self.text, max(word.start - 3, 0), word.start)
            ):
                self._foreign.add(word.start)
            if word.text not in HOMOGRAPHS or fold(written) != written:
                continue  # "s\u1eaft" is iron, "sat" may be a day
            others = [other.text for other in self.words if other.text not in HOMOGRAPHS]
            own = langs.get(word.text, frozenset())
            if self._lang in own or any(own & langs.get(other, frozenset()) for other in others):
                continue
            # A word of several languages is filed under the first of them.
            if word.text in _HUNGARIAN and any(self._vocabulary.is_foreign(w) for w in others):
                continue
            if AMOUNT_BEHIND.match(self.text, word.end) and all(
                other in known or other in PLAIN for other in others
            ):
                self._guessed_at(place)
            else:
                self._foreign.add(word.start)

    def _is_talk(self, place: int) -> bool:
        """Whether a short name stands, on a line without amounts, among words of no name."""
        known = {w.text for w in self.words if w.text in self._vocabulary.words} - HOMOGRAPHS
        beside = self.words[max(place - 1, 0) : place] + self.words[place + 1 : place + 2]
        if self._weighed or AMOUNT_BEHIND.match(self.text, self.words[place].end):
            return False
        if any(other.text in known and other.text not in PLAIN for other in beside):
            return False
        return sum(w.text not in known and w.text not in PLAIN for w in self.words) > 2

    def _is_spelled_otherwise(self, word: Word, written: str) -> bool:
        """Whether a word has other accents than the name: Swedish "bör" is no boron."""
        return (
            word.text in _MAY_BE_OTHERS
            and not written.isascii()
            and _LATIN.fullmatch(written) is not None
            and written not in self._vocabulary.spelled
        )

    def _guess(self) -> None:
        """Put known words in the place of misspelt ones, where a name or an amount is beside."""
        known = self._vocabulary.words
        for place, word in enumerate(self.words):
            if word.text == "mang" and word.start not in self._foreign:
                # Manganese by its letters; people write it for magnesium as well.
                self._guessed_at(place)
            if word.text in known:
                continue
            guess = self._vocabulary.guess(word.text)
            if guess is None:
                continue
            beside = self.words[max(place - 1, 0) : place] + self.words[place + 1 : place + 2]
            if (
                self._weighed
                or len(self.words) == 1
                or AMOUNT_BEHIND.match(self.text, word.end)
                or any(
                    other.text in known or self._vocabulary.guess(other.text) for other in beside
                )
            ):
                self._guessed_at(place, guess)

    def _guessed_at(self, place: int, guess: str | None = None) -> None:
        """Say that a word is a guess, and what it is taken for if that is another."""
        word = self.words[place]
        self.words[place] = word._replace(text=guess or word.text, guessed=True)
        self._has_guesses = True

    def _is_unit(self, word: re.Match[str]) -> bool:
        """Whether "mg" is the unit, not the symbol: in lower case, or right behind a number."""
        if word[0].casefold() != "mg":
            return False
        before = self.text[: word.start()].rstrip(" -")
        if _MASS_BEFORE.search(self.text, max(word.start() - 12, 0), word.start()):
            return False  # "60 mg mg"
        if not before and word[0] == "mg":
            behind = _WORD.match(self.text, word.end() + 1)
            parts = self._vocabulary.read(behind[0]) if behind else ()
            return not any(part in self._vocabulary.words for _, part in parts)
        return word[0] != "Mg" or before[-1:].isdigit()

    def before(self, place: int) -> list[Word]:
        """The last two words, or fewer, that end before a place."""
        at = bisect.bisect_right(self._ends, place)
        return self.words[max(at - 2, 0) : at]

    def use(self, start: int, end: int) -> None:
        """Say that a span is taken."""
        self._used[start:end] = b"\1" * (end - start)

    def left(self) -> list[Word]:
        """The words with a meaning that no amount, no time and no name took."""
        used = self._used
        return [word for word in self.words if not used[word.start] and word.text not in PLAIN]

    def is_used(self, place: int) -> bool:
        """Whether a place belongs to an amount, a time or a name that was found."""
        return bool(self._used[place])

    def _mineral_ids(self, meaning: Meaning, start: int, end: int) -> list[str]:
        """
        The minerals of a name; a symbol must be written as one, or stand beside its amount.

        "Vitamin K", "B complex" and "CoQ10" are no minerals, "ca." is about, "Se toma" is Spanish.
        """
        written = self.text[start:end]
        return [
            entry.id
            for entry in meaning.minerals
            if entry.kind not in ("symbol", "abbreviation")
            or (len(written) > 2 and (len(written) > 3 or self._is_among_names(start, end)))
            or self._is_symbol(entry.text, start, end)
        ]

    def _is_among_names(self, start: int, end: int) -> bool:
        """Whether a name stands beside "cal", as in "cal-mag-zinc" and not in "200 cal"."""
        if self.text[start:end].casefold() != "cal" or _MASS_BEHIND.match(self.text, end):
            return True
        return any(
            word.text in self._vocabulary.words
            and 0 < max(start - word.end, word.start - end) + 1 < 4
            for word in self.words
            if word.start != start
        )

    def _is_symbol(self, symbol: str, start: int, end: int) -> bool:
        written = self.text[start:end]
        if not self._weighed:
            # "Ca/Mg/Zn" names three; a lone "Fe" in a sentence may be a place.
            symbols = self._symbols
            joined = len(symbols) == 2 and _JOINED_SYMBOLS.fullmatch(
                self.text, symbols[0].end, symbols[1].start
            )
            few = len(self.words) <= 2 or len(symbols) > 2 or joined
            return len(written) == 2 and written == symbol != "Co" and bool(few)
        behind = AMOUNT_BEHIND.match(self.text, end) is not None
        if _WORD_OF_LANGUAGES.match(self.text, start):
            return False
        before = self._used[max(start - 2, 0)] and self.text[start - 1 : start] in (" ", "")
        if written.casefold() in ("k", "na") and self._is_weighed_symbol(start, end):
            return True
        if len(written) == 1:
            if _INITIAL.match(self.text, end):
                return False  # "P.A." is pro analysi
            # "524 mg K", "K 63 mg" beside other symbols; never "vitamin K 80 mcg".
            others = any(w.text in _SYMBOLS and w.end - w.start == 2 for w in self.words)
            behind = behind or _BRACKET_AND_AMOUNT.match(self.text, end) is not None
            return (
                written == symbol
                and (before or (behind and others))
                and (symbol in "KPFS" or (symbol == "I" and behind and others))
            )
        if written == symbol:
            return symbol != "Co"
        # "fe 14 mg", "38 MG FE", "(350 mg ca)"; but "cu" and "ca." are words of languages.
        folded = written.casefold()
        micrograms = _MICROGRAMS_BEHIND.match(self.text, end) is not None
        if written == "CR" and not micrograms and not self.text.isupper():
            return False  # of a release: "potassium chloride CR 600 mg"
        if folded == "se" and micrograms:
            return True
        opened = self.text[max(start - 1, 0)] == "(" and written.isupper()
        return folded in _LOWER and (before or (behind and (opened or folded not in ("ca", "cu"))))

    @functools.cached_property
    def _symbols(self) -> list[Word]:
        """The words that are written as symbols of minerals."""
        return [
            word
            for word in self.words
            if word.end - word.start == 2
            and word.text in _SYMBOLS
            and self.text[word.start].isupper()
        ]

    def _is_weighed_symbol(self, start: int, end: int) -> bool:
        """Whether "k" or "na" is potassium or sodium: beside a mass no vitamin has."""
        before = self.before(start)
        if before and before[-1].text in ("vit", "vitamin"):
            return False
        if _MASS_BEHIND.match(self.text, end):
            return True
        parted = not self.text[end : end + 1].strip() or self.text[end] in ",;.)/"
        return parted and _MASS_BEFORE.search(self.text, max(start - 12, 0), start) is not None


def _depths(text: str) -> bytes:
    """How many brackets each place stands in; a bracket itself is outside."""
    depths = bytearray(len(text) + 1)
    if "(" not in text and "[" not in text and "{" not in text:
        return bytes(depths)
    start = depth = 0
    for bracket in _BRACKETS.finditer(text):
        end = bracket.start()
        opens = bracket[0] in "([{"
        depths[start : end + opens] = bytes([depth]) * (end + opens - start)
        start = end + opens
        depth = min(depth + 1, 255) if opens else max(depth - 1, 0)
    depths[start:] = bytes([depth]) * (len(depths) - start)
    return bytes(depths)
