# SPDX-License-Identifier: MIT
"""Whether a mineral that is named is only what something else is bound to."""

from __future__ import annotations

import re
from typing import NamedTuple

from .spelled import AMOUNT_BEHIND, Words
from .subjects import COUNTER_ION
from .words import ELEMENTAL, EXPLAINING, HOLDING, PLAIN

__all__ = ["PARTING", "SEPARATOR", "Bound", "Mention"]


def __dir__() -> list[str]:
    return __all__


SEPARATOR = re.compile(r"[()\[\]{},;:|/+&=?!\n]")

PARTING = re.compile(r"[()\[\]{},;:|/+&=\n0-9]")
_SALT_BEHIND = re.compile(
    r"(?:\s?(?:[/&,-]|and)\s?(?:calcium|magnesium|potassium|sodium))?\s{0,3}(?:salts?|塩|염|盐)"
    r"\s?[)\]]",
    re.IGNORECASE,
)
# How organic things end, or three signs of a name.
_ORGANIC = re.compile(
    r"[^\W\d_]{3}(?:at[eoa]?|ian|in[ea]?|ose|oz|ol|one|on|ast|ac|am|il|ur|id[eo]?|xib|fen)$"
    "|[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff]{3}$"
)
_SALT_BEFORE = {"sale", "sel", "sal", "sol", "соль", "sare"}


class Mention(NamedTuple):
    """
    A mineral, or forms of it, named at a place of a text.

    Attributes:
        start: Where the name starts.
        end: Where it ends.
        mineral: Id of the mineral.
        forms: Ids of the forms; empty: the mineral itself is named.
        guessed: Whether a word of the name was misspelt.
        is_carried: Whether the mineral's own name ends it: "liposomal iron", "chelated zinc".
    """

    start: int
    end: int
    mineral: str
    forms: tuple[str, ...]
    guessed: bool = False
    is_carried: bool = False


class Bound(Words):
    """The words of a text, and which minerals among them are of salts of something else."""

    def _is_counter_ion(self, mention: Mention, place: int, taken: int) -> bool:
        """Whether a mineral is only what something is bound to: "clavulanate potassium"."""
        before = self.words[max(place - 2, 0) : place]
        for word in before:
            if word.text in COUNTER_ION and not SEPARATOR.search(
                self.text, word.end, mention.start
            ):
                return True
        for word in self.words[place + taken : place + taken + 3]:
            if word.text in COUNTER_ION and not SEPARATOR.search(
                self.text, mention.end, word.start
            ):
                return True
        if mention.mineral == "sodium" and place and self._is_bound_organically(place):
            return True
        if mention.forms or not place:
            return False
        if self.depths[mention.start] and (
            _SALT_BEHIND.match(self.text, mention.end) or before[-1].text in _SALT_BEFORE
        ):
            return True  # "HCA (calcium/potassium salt)", "(sale sodico)"
        # A mineral beside a medicine, without an amount of its own, is its salt or its target.
        is_medicine = self._vocabulary.is_medicine
        if is_medicine(before[-1].text):
            return True
        own = AMOUNT_BEHIND.match(self.text, mention.end)
        return not own and any(
            word.text in COUNTER_ION or is_medicine(word.text) for word in self.words[:place]
        )

    def _is_bound_organically(self, place: int) -> bool:
        """Whether the word right before one is an organic thing: "condroitín sulfato sódico"."""
        at = place - 1
        while at > 0 and self._meaning((self.words[at].text,)).is_ligand:
            at -= 1
        word = self.words[at]
        return (
            word.text not in self._vocabulary.words
            and word.text not in PLAIN
            and _ORGANIC.search(word.text) is not None
            and self.text[word.end : self.words[at + 1].start] in (" ", "-", "")
        )

    def _bound_alike(self, mineral: str, other: Mention) -> tuple[str, ...]:
        """The forms of a mineral with what another is bound to."""
        inside = [w.text for w in self.words if other.start <= w.start < other.end]
        parted = [[part for _, part in self._vocabulary.parts(word)] or [word] for word in inside]
        words = [part for parts in parted for part in parts]
        ligand = [word for word in words if not self._meaning((word,)).minerals]
        return self._meaning((mineral, *ligand)).forms if ligand else ()

    def _is_bound(self, place: int) -> bool:
        """Whether the name of an anion only says what something else is bound to."""
        if not place:
            return False
        _, end, word, _ = self.words[place - 1]
        between = self.text[end : self.words[place].start]
        if word in HOLDING or word in ELEMENTAL:
            return False
        return word in EXPLAINING or (word not in PLAIN and not SEPARATOR.search(between))
