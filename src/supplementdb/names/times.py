# SPDX-License-Identifier: MIT
"""
The words of a text that speak of time: of what class each is, and the times of day it names.

A class is a letter (n a number, x a word for times, t a piece, d a day, ...), so that a rhythm is
a pattern of letters in any language.
"""

from __future__ import annotations

import functools
import re
from decimal import Decimal
from typing import NamedTuple

from ..regimen import Slot
from .numbers import CONTEXT, UNITS
from .timewords import CLASS, SLOT
from .vocabulary import fold
from .words import HOLDING, PIECES

__all__ = ["MAKING", "SIGNS", "Read", "is_divided", "may_speak_of_time", "read", "slots"]


def __dir__() -> list[str]:
    return __all__


SIGNS = re.compile("[぀-ヿ㐀-鿿가-힯]")
# What stands between days of a week; elsewhere some of these are "a" or "in".
_BETWEEN_DAYS = dict.fromkeys("y e i en ja и".split(), "&")
_BETWEEN_DAYS |= dict.fromkeys("to through till bis tot do til till au a al по".split(), "-")
_CZECH = {
    "pondeli",
    "utery",
    "streda",
    "ctvrtek",
    "patek",
    "sobota",
    "nedele",
}  # whose "a" is "and"
_PIECES = PIECES - {"ml", "kg", "s", "g", "fl", "floz", "oz", "lb", "lbs"} | {"kps", "gel", "cps"}
_TOKEN = re.compile(
    r"(?P<sig>\b(?:b|t|q)\.\s?i\.\s?d\b)|(?P<am>\ba\.m\b)|(?P<n>(?<![.,])[0-9]+(?![.,]?[0-9]))"
    r"|(?P<f>[0-9][0-9.,]*)|(?:[xXqQ]|dd)(?=[0-9])|(?<=[0-9])[xX](?=[^\W\d_]{2})|[^\W\d_]+[0-9][^\W_]*|[^\W\d_]+|[^\w\s]"
)
_MOST_PARTS = 8
_PARTS = {"Q": Decimal("0.5"), "q": Decimal("0.25")}
# "1 1/2 tablets", "one and a half tablets", "1.5 tablets", "1/2-0-1/2"
_OF_PIECES = re.compile(
    r"(?:(?P<whole>n)(?P<and>&[pn]?)?)?(?:(?P<of>n)/(?P<by>n)|(?P<part>[Qq])p?)"
    r"(?:(?=y?t|-n|D|[pO]{1,2}d|/[dj])|(?<=n-n/n))"
    r"|(?P<decimal>f)(?=y?t)"
)
_AND_A_HALF = re.compile(r"ny?t(&p?Q)")  # "1 comprimé et demi"
_PARTED = frozenset("t-/Q")
_TWICE = re.compile(r"n\(n\)")
_MOST_WHOLE = 4  # "zinc 50 1/2 tablet" is no fifty and a half
_DECIMAL = re.compile(r"([0-9]{1,2})[.,]([0-9]{1,2})")
# Without one of these classes there is no rhythm, nor without "j" and a stroke: "6 cp/j".
MAKING = frozenset("dDNjwWEmsxghHkKzoZ")


class Read(NamedTuple):
    """A text as classes, and for each of its words where it is and what it counts."""

    classes: str
    counts: list[Decimal]
    spans: list[tuple[int, int]]
    folded: list[str]


@functools.lru_cache(maxsize=8)
def read(text: str) -> Read:
    """The words of a line, which is asked for rhythms and for times of day."""
    letters: list[str] = []
    words: list[str] = []
    counts, spans = [], []
    for match in _TOKEN.finditer(text):
        word, letter, count = _class(match.lastgroup, match[0])
        if word == "di" and words and words[-1] == "al":
            letter = "d"  # "due volte al dì"; elsewhere it is "of"
        elif (
            word == "am"
            and letters
            and letters[-1] in "tn"
            and not _GERMAN.match(text, match.end())
        ):
            letter = "L"
        elif word in _BETWEEN_DAYS and letters and letters[-1] in "kK":
            letter = "&" if word == "a" and words[-1] in _CZECH else _BETWEEN_DAYS[word]
        letters.append(letter)
        counts.append(count)
        spans.append(match.span())
        words.append(word)
    words_read = Read("".join(letters), counts, spans, words)
    if "(" in letters:
        words_read = _once(words_read)
    return words_read if _PARTED.isdisjoint(letters) else _whole(text, words_read)


def _once(read: Read) -> Read:
    """The same with a number that is said twice said once: "2 (two) times"."""
    classes, counts, spans, folded = read
    for match in [*_TWICE.finditer(classes)][::-1]:
        start, end = match.span()
        if counts[start] == counts[start + 2]:
            classes = f"{classes[:start]}n{classes[end:]}"
            counts[start:end] = [counts[start]]
            spans[start:end] = [(spans[start][0], spans[end - 1][1])]
            folded[start:end] = [folded[start]]
    return Read(classes, counts, spans, folded)


def _whole(text: str, read: Read) -> Read:
    """The same with what is said in several words or digits of parts of pieces as one number."""
    classes, counts, spans, folded = read
    for match in [*_AND_A_HALF.finditer(classes)][::-1]:
        counts[match.start()] = CONTEXT.add(counts[match.start()], _PARTS["Q"])
        start, end = match.span(1)
        classes = classes[:start] + classes[end:]
        for each in (counts, spans, folded):
            del each[start:end]
    for match in [*_OF_PIECES.finditer(classes)][::-1]:
        start, end = match.span()
        if match["decimal"]:
            written = _DECIMAL.fullmatch(text, *spans[start])
            count = Decimal(f"{written[1]}.{written[2]}") if written else None
        elif match["part"]:
            count = _PARTS[match["part"]]
        else:
            at = match.start("of")
            of, by = counts[at], counts[at + 2]
            count = CONTEXT.divide(of, by) if 0 < of < by <= _MOST_PARTS else None
        if count is None:
            continue
        if match["whole"] and match["part"] and not match["and"]:
            count = CONTEXT.multiply(count, counts[start])  # "eine halbe Tablette"
        elif match["whole"]:
            if counts[start] > _MOST_WHOLE:
                start += 1 + (classes[start + 1] == "&") * 2
            else:
                count = CONTEXT.add(count, counts[start])
        classes = f"{classes[:start]}n{classes[end:]}"
        counts[start:end] = [count]
        spans[start:end] = [(spans[start][0], spans[end - 1][1])]
        folded[start:end] = [""]
    return Read(classes, counts, spans, folded)


@functools.lru_cache(maxsize=4096)
def _class(kind: str | None, written: str) -> tuple[str, str, Decimal]:
    """A word as names are compared, its class and what it counts."""
    word = fold(written)
    letter, count = _letter_of(kind, written, word)
    return word, letter, Decimal(count)


def _letter_of(kind: str | None, written: str, word: str) -> tuple[str, int]:
    if kind == "n":
        return "n", int(written[:9])
    if kind is not None:
        return ("s", {"b": 2, "t": 3, "q": 4}[word[0]]) if kind == "sig" else ("f", 0)
    if not word:
        return ("-" if written in "–—" else written), 0
    if word in CLASS:
        return CLASS[word]
    if word in _PIECES:
        return "t", 0
    if word in UNITS:
        return "u", 0
    if word in HOLDING:
        return "I", 0
    if word in SLOT:
        return "L", 0
    return "y", 0


def _says_of_pieces(text: str) -> bool:
    """Whether a text says how many pieces of an amount: "2 capsules of 200 mg", "2 pills each"."""
    may_say = " of " in text or " each" in text or "half " in text or "/2 " in text or " p" in text
    may_say = may_say or " de " in text or " da " in text or " \u00e0 " in text
    return (may_say or " \u043f\u043e " in text) and _PIECES_OF.search(text) is not None


@functools.lru_cache(maxsize=8)
def may_speak_of_time(text: str) -> bool:
    """Whether a line holds any word of a rhythm or of a time of day: most lines hold none."""
    if text.count("-") > 1 or text.count("+") > 1 or _SHORT_TIME.search(text):
        return True
    if _says_of_pieces(text):
        return True
    if text.isascii():
        return not _OF_TIME.isdisjoint(_LETTERS.findall(text.lower()))
    return SIGNS.search(text) is not None or not _OF_TIME.isdisjoint(
        [fold(word) for word in _LETTERS.findall(text)]
    )


_GERMAN = re.compile(
    r"\s(?:tage?|abend|morgen|mittag|nachmittag|vormittag|besten)\b", re.IGNORECASE
)
_OF_TIME = {
    *SLOT,
    "night",
    *(word for word, (kind, _) in CLASS.items() if kind in MAKING and kind != "j"),
}
# "3xdz", "6 cp/j", "b.i.d."
_SHORT_TIME = re.compile(
    r"[qQ][0-9][dD]\b|[0-9/.](?:(?<=[0-9])[xX]|(?<=/)\s?[jdJD\u0434]|(?<=\.)\s?[dD](?![^\W\d_]))"
)
# "2 capsules of 200 mg", "2 pills 25 mg each"
_PIECES_OF = re.compile(
    r"[1-9]\s[^\W\d_]{3,14}\s(?:of|\u00e0|de|da|po|\u043f\u043e)\s[0-9]|[0-9]\s?[^\W\d_]{1,3}\seach\b|(?:1/2|half)\s[^\W\d_]"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_SLOT_SIGNS = {
    Slot.MORNING: re.compile("朝食|早上|아침"),
    Slot.EVENING: re.compile("夕食|晚上|저녁"),
}
# "300 mg, divided, in the morning and in the evening"
_DIVIDED = re.compile(
    r"divided|split|aufgeteilt|verteilt|r\u00e9parti|dividid|suddivis|podziel|verdeeld|f\u00f6rdel|"
    r"раздел",
    re.IGNORECASE,
)


def is_divided(text: str) -> bool:
    """Whether a text says that an amount is that of all times of a day together."""
    return _DIVIDED.search(text) is not None


def _one_evening(found: list[tuple[Slot, tuple[int, int]]]) -> list[tuple[Slot, tuple[int, int]]]:
    """The same without an evening right before bedtime: "abends vor dem Schlafengehen"."""
    beds = [span[0] for slot, span in found if slot is Slot.BEDTIME]
    return [
        (slot, span)
        for slot, span in found
        if slot is not Slot.EVENING or not any(0 < bed - span[1] < _NEAR for bed in beds)
    ]


_NEAR = 18  # letters


def slots(text: str) -> tuple[tuple[Slot, ...], list[tuple[int, int]]]:
    """The times of day that a text names, in the order of the day, and where it names them."""
    if not may_speak_of_time(text):
        return (), []
    words = read(text)
    found = []
    nights = []
    for place, word in enumerate(words.folded):
        if word in SLOT and not (word == "am" and _GERMAN.match(text, words.spans[place][1])):
            found.append((SLOT[word], words.spans[place]))
        elif word in ("night", "nights"):
            nights.append((place, words.spans[place]))
    # "At night", "morning and night"; "night cream" and "a night" are none.
    found += [
        (Slot.BEDTIME, span)
        for place, span in nights
        if (place and words.folded[place - 1] == "at") or found
    ]
    if not text.isascii() and SIGNS.search(text):
        found += [(slot, m.span()) for slot, p in _SLOT_SIGNS.items() for m in p.finditer(text)]
    if not found:
        return (), []
    if {Slot.EVENING, Slot.BEDTIME} <= {slot for slot, _ in found}:
        found = _one_evening(found)
    named = {slot for slot, _ in found}
    return tuple(slot for slot in Slot if slot in named), [span for _, span in found]
