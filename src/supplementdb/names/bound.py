# SPDX-License-Identifier: MIT
"""What minerals are bound to: salts that several share, and salts of something else."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..catalog import Catalog
from ..spelling import tokens
from .guesses import ends_as_anion
from .spelled import Spans, Words
from .subjects import COUNTER_ION
from .words import ELEMENTAL, EXPLAINING, HOLDING, PLAIN, UNITED

__all__ = ["PARTING", "PARTNERS", "SEPARATOR", "Bound", "Mention"]


def __dir__() -> list[str]:
    return __all__


SEPARATOR = re.compile(r"[()\[\]{},;:|/+&=?!\n]")

PARTING = re.compile(r"[()\[\]{},;:|/+&=\n0-9]")
# "Rosuvastatin (as calcium)" and "riboflavin 5'-phosphate sodium" are one name.
_UNBINDING = re.compile(r"[)\]{},;:|/+&=\n]|[0-9](?!['\u2032-])")
_OPENING = re.compile(r"[(\[]")
_JOINED = re.compile(
    r"\s{0,4}(?:-,|-?\s?(?:/|&|and|und|et|y|e|i|och|og|en|\u0438|\u0442\u0430)|-)?\s{0,4}",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s?,\s?(?:and|und|et|y|e|i|och|og|en)?\s?")
_AND_OF = re.compile(
    r"\s?(?:[+&/-]|\b(?:et|y|e|i|si|și|and))\s?(?P<of>d[ei]\s|d'|of\s)?", re.IGNORECASE
)
# What labels name with one salt.
PARTNERS = {"calcium", "magnesium", "potassium"}
_AS_SULFATE = {"chondroitin", "glucosamine"}
_SALTS_BEHIND = re.compile(r"\ssalts?\b", re.IGNORECASE)
_SALT_BEHIND = re.compile(
    r"(?:\s?(?:[/&,-]|and)\s?(?:calcium|magnesium|potassium|sodium))?\s{0,3}(?:salts?|塩|염|盐)"
    r"\s?[)\]]",
    re.IGNORECASE,
)
# How organic things end, or three signs of a name.
_ORGANIC = re.compile(
    r"[^\W\d_]{3}(?:at[eoa]?|ian|in[ea]?|ose|oz|ol|one|on|ast|ac|am|il|ur|id[eo]?|xib|fen)$"
    "|[^\\W\\d_]{3}(?:\u03b9\u03ba\u03bf|\u0430\u0442)$"  # of Greek and Russian
    "|[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff]{3}$"
)
_COUNTER_IONS = {"calcium", "sodium", "potassium", "magnesium"}
# What the names of anions hold, and no granules, concentrates or whatever else ends as they do.
_CHEMICAL = re.compile(
    r"sul[fp]|pho?s|fosf|hydr?ox|hidrox|idross|ialur|hyal|hial|meth?[yi]l|but[yi]r|uron|fol[ai]|mangan|"
    r"nitr|chlor|clor|[vw]al[i]?pr|glut|citr|cytr|tart|winian|salic|benz|algin|chol|silic|styr|oxal|edet|thio|"
    r"tio[kc]|keto|laur|palm|stear|undec|pang|sacch|cycl|sorb|propi|[ck]asein|capr[yi]"
    "|\u0441\u0443\u043b\u044c\u0444|\u0444\u043e\u0441\u0444|\u0433\u0438\u0434\u0440\u043e\u043a\u0441|\u0433\u0438\u0430\u043b\u0443\u0440|\u043c\u0435\u0442\u0438\u043b|\u0444\u043e\u043b|\u043d\u0438\u0442\u0440"
)
_PRODUCTS = re.compile(r"(?:granul|[ck]on[zc]entr|pr[ae]par|isol|h[yi]drol[iy]s|extra[ck])\w{2,6}$")
_OF = {"de", "di", "d", "do", "of", "van"}
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
    """
    The words of a text, and which minerals among them are of salts of something else.

    Attributes:
        shares: Whether several minerals are named with one salt: "calcium/magnesium citrate".
    """

    def __init__(
        self, catalog: Catalog, text: str, used: Spans, amounts: Spans, lang: str | None = None
    ) -> None:
        super().__init__(catalog, text, used, amounts, lang)
        self.shares = False
        # Most lines have no word of a medicine or of what binds minerals.
        self._has_binding = not COUNTER_ION.isdisjoint(self.texts) or any(
            map(self._vocabulary.is_medicine, self.texts)
        )

    def _is_counter_ion(self, mention: Mention, place: int, taken: int) -> bool:
        """Whether a mineral is only what something is bound to: "clavulanate potassium"."""
        if self._has_binding and self._is_bound_beside(mention, place, taken):
            return True
        if mention.mineral == "sodium" and place and self._is_bound_organically(place):
            return True
        if not mention.forms and self._is_of_another_salt(mention, place, place + taken):
            return True
        if mention.forms or not place:
            return False
        if self.depths[mention.start] and (
            _SALT_BEHIND.match(self.text, mention.end) or self.words[place - 1].text in _SALT_BEFORE
        ):
            return True  # "HCA (calcium/potassium salt)", "(sale sodico)"
        return (
            self._has_binding
            and _SALTS_BEHIND.match(self.text, mention.end) is not None
            and any(word.text in COUNTER_ION for word in self.words[:place])
        )

    def _is_of_another_salt(self, mention: Mention, place: int, behind: int) -> bool:
        """Whether a salt that is not known here is named with a mineral: "sodio ialuronato"."""
        if mention.mineral not in _COUNTER_IONS:
            return False  # "chromium dinicocysteinate" is taken for the chromium
        words, last = self.words, behind
        if last < len(words) and words[last].text == "disodium":
            last = behind = behind + 1  # "calcium disodium EDTA"
        # "Calcium-Beta-Hydroxy-Beta-Methylbutyrat"
        while last < len(words) and self.text[words[last - 1].end : words[last].start] == "-":
            last += 1
        if last == behind < len(words):
            last += self.text[words[last - 1].end : words[last].start] == " "
        if last > behind and self._is_no_known_salt(words[last - 1].text):
            return True
        if not place:
            return False
        at = place - 1
        while at and words[at].text in _OF:
            at -= 1
        before = words[at]
        between = self.text[before.end : mention.start]
        # "Choline bitartrate magnesium" are two.
        own = at < place - 1 or (between == " " and not before.text.endswith(("ate", "at")))
        return own and self._is_no_known_salt(before.text)

    def _is_no_known_salt(self, word: str) -> bool:
        """Whether a word is of an anion, and no known one is spelled so or nearly so."""
        return word == "edta" or (
            len(word) > 8
            and ends_as_anion(word)
            and _CHEMICAL.search(word) is not None
            and not _PRODUCTS.search(word)
            and word not in self._vocabulary.words
            and word not in PLAIN
            and not self._vocabulary.is_near_a_salt(word)
        )

    def _is_bound_beside(self, mention: Mention, place: int, taken: int) -> bool:
        """Whether what stands beside a mineral binds it, or is a medicine right before it."""
        start, end = mention.start, mention.end
        is_medicine = self._vocabulary.is_medicine
        for at in range(max(place - 2, 0), place):
            word = self.words[at]
            if self._binds(at, word.end, start) or (
                # Its salt or its target.
                not mention.forms
                and is_medicine(word.text)
                and not self._is_parted(word.end, start)
            ):
                return True
        return any(
            self._binds(at, end, self.words[at].start)
            and not _OPENING.search(self.text, end, self.words[at].start)
            for at in range(place + taken, min(place + taken + 3, len(self.words)))
        )

    def _binds(self, at: int, start: int, end: int) -> bool:
        """Whether a word binds minerals, and nothing parts it from what is at the other end."""
        word = self.words[at].text
        if word not in COUNTER_ION or self._is_parted(start, end):
            return False
        # "Calcium, chondroitin and MSM" are three; "chondroitin sulfate sodium" is one.
        behind = self.words[at + 1].text if at + 1 < len(self.words) else ""
        return word not in _AS_SULFATE or behind[:4] in ("sulf", "sulp")

    def _is_parted(self, start: int, end: int) -> bool:
        """Whether a sign, an amount or a word that joins two names stands between two places."""
        return _UNBINDING.search(self.text, start, end) is not None or any(
            word in UNITED for word in tokens(self.text[start:end])
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

    def _shared(self, found: list[Mention]) -> list[Mention]:
        """Give what several minerals are bound to together to each: "calcium/magnesium citrate"."""
        for place in range(len(found) - 1, 0, -1):
            other = found[place]
            self._share_behind(found, place)
            inside = self.depths[other.start] and self.text[other.end - 1] in "sS"
            for at in range(place - 1, -1, -1):
                one = found[at]
                between = self.text[one.end : found[at + 1].start]
                if one.mineral == other.mineral and inside and not one.forms:
                    continue  # "zinc & copper (as gluconates)": the copper before the bracket
                if (
                    one.forms
                    or not other.forms
                    or not (_JOINED.fullmatch(between) or (inside and _LISTED.fullmatch(between)))
                ):
                    break
                forms = self._bound_alike(one.mineral, other)
                if forms:
                    found[at] = one._replace(forms=forms)
                    self.shares = True
        return found

    def _share_behind(self, found: list[Mention], place: int) -> None:
        """Give a mineral the salt named before it: "aspartate de magnésium et de potassium"."""
        one, other = found[place - 1 : place + 1]
        joined = _AND_OF.fullmatch(self.text, one.end, other.start)
        if joined is None or other.forms or not one.forms or self.depths[other.start]:
            return
        first = next(word for word in self.words if word.start >= one.start)
        both = PARTNERS.issuperset((one.mineral, other.mineral))
        if self._meaning((first.text,)).is_ligand and (joined["of"] or both):
            forms = self._bound_alike(other.mineral, one)
            found[place] = other._replace(forms=forms)
            self.shares = self.shares or bool(forms)

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
        return word in EXPLAINING or (word not in PLAIN and not PARTING.search(between))
