# SPDX-License-Identifier: MIT
"""Amounts that are not simply behind their names: before them, in a row, one for each."""

from __future__ import annotations

import bisect
import itertools
import re

from ..spelling import small, tokens
from .mentions import SEPARATOR, Mention, Names
from .numbers import Writing
from .quantities import Quantity, counts, ends_of, is_for_each, run_of_amounts
from .spelled import Word
from .words import AND_WITH, ELEMENTAL, HOLDING, JOINING, PLAIN, SOURCING, TAKING, VITAMINS

__all__ = ["PER_DAY", "Leading"]


def __dir__() -> list[str]:
    return __all__


_LEADING_IN = HOLDING | JOINING | TAKING
_BRACKETED = re.compile(r"\([^()]{0,24}[0-9]\s?[^\W\d_]{1,5}\)|\(elementa\w{0,5}\)", re.IGNORECASE)
_COMBINED = re.compile(r"^\s?[-/]|[-/]\s?(?:vit\w{0,6}\s)?$", re.IGNORECASE)
PER_DAY = re.compile(r"\s?/\s?(?:day|d|tag|jour)\b", re.IGNORECASE)
_OWN = re.compile(r"\s?(?:[(\[][^()\[\]0-9]{1,40}[)\]]\s?)?[:=]\s{0,3}[0-9]")
# Another member of a list: ", vitamin C: 500 mg"
_NAMING = re.compile(r"^([\s\S]{0,200}[,;+|/\n\u2013][^,;+|/:=\n\u2013]{1,40}?)\s{0,3}[:=]\s{0,3}$")
_LAST_WORD = re.compile(r"[^\W\d_]{1,12}\s{1,3}$")
# "; vitamin D3 (cholecalciferol) ", up to the amount behind it.
_EXPLAINED = re.compile(
    r"(?:[;:,+&|/\n%]|[0-9]\s?(?:mg|mcg|g)\.?\s)([^()\[\]{},;:|/+&=?!\n%]{1,60})"
    r"[(\[](?:(?![0-9]\s?(?:m|mc|u|\u00b5|\u03bc)?g\b)[^()\[\]]){0,80}[)\]]:?[ ]{0,3}\Z"
)
# "Zinc (zinc oxide) ", at the beginning of a line.
_BEGUN = re.compile(r"([^()\[\]0-9\n]{1,60})[(\[][^()\[\]]{0,80}[)\]]:?[ ]{0,3}")
# "vitamin" stands before its letter, which is counted; "D3", "B6", "K2" and "C" are names.
_VITAMINS = frozenset(
    (
        "a b c d e cholecalciferol colecalciferol colecalciferolo colecalcipherol ergocalciferol "
        "cholekalcyferol folic folate fa ascorbic foliumzuur folsaure folique folico"
    ).split()
) | {f"{of}{number}" for of in "bdk" for number in range(100)}


_ACTIVES = {word for word in _VITAMINS if len(word) > 1} | frozenset(
    (
        "biotin biotine biotina lutein luteina creatine kreatin collagen kollagen taurine taurin "
        "melatonin ashwagandha quercetin coq10 niacin thiamin thiamine riboflavin pantothenic "
        "choline inositol omega glutathione elderberry turmeric curcumin lactoferrin"
    ).split()
)
# What joins names that a row of amounts is of.
_JOINED_NAMES = re.compile(rf"\s?[+&/]\s?|\s{AND_WITH}\s")


class Leading:
    """
    Find the amounts of a line that lead their names.

    Args:
        text: The line, tidied.
        amounts: Its amounts, in order.
        names: What it names.
        writing: How its language writes numbers.
    """

    def __init__(
        self,
        text: str,
        amounts: list[Quantity],
        names: Names,
        writing: Writing,
    ) -> None:
        self.text = text
        self.amounts = amounts
        self.names = names
        self._writing = writing
        self._forms = names.forms
        self.unowned: list[str] = []
        self._others: list[Quantity] = []
        self._starts: set[int] = set()

    def _next_amount(self, mention: Mention, mentions: list[Mention]) -> Quantity | None:
        """The amount behind a name, with no other name between."""
        end = min([m.start for m in mentions if m.start >= mention.end], default=len(self.text))
        return next((q for q in self.amounts if mention.end <= q.start < end), None)

    def _leading(self, mentions: list[Mention]) -> dict[Mention, Quantity]:
        """The amounts that are not simply behind their names."""
        dealt = self._dealt(mentions)
        if dealt:
            return dealt
        all_ = self._all_lead(mentions)
        if all_:
            return all_
        leading = {}
        for mention in mentions:
            for quantity in self.amounts:
                if self._stands_before(quantity, mention) and (
                    self._in_turn(mentions)
                    or not self._follows_name(quantity)
                    or self._has_no_other(quantity, mention, mentions)
                ):
                    leading[mention] = quantity
        return leading

    def _has_no_other(self, quantity: Quantity, mention: Mention, mentions: list[Mention]) -> bool:
        """
        Whether a name has no other amount, and the word before the amount is no name.

        "gives 400 mg calcium" is of calcium; "quercetin 500 mg with zinc" is not of zinc.
        """
        depths = self.names.depths
        outer = [m for m in mentions if depths[m.start] <= depths[mention.start]]
        behind = self._next_amount(mention, outer)
        if behind is not None:
            # "27 mg iron-0.8 mg folic acid"
            return self.text[mention.end : behind.start] == "-"
        # "B6, citrate 125 mg elemental magnesium" says whose it is.
        said = tokens(self.text[quantity.end : mention.end])
        return not ELEMENTAL.isdisjoint(said) or not self._is_named_before(quantity)

    def _dealt(self, mentions: list[Mention]) -> dict[Mention, Quantity]:
        """
        Amounts in a row behind as many names, or one for each of them.

        "Calcium + vitamin D3 500 mg / 200 IU", "calcium and magnesium, 500 mg each"
        """
        first = self.amounts[0]
        if len(mentions) > 1 and len(self.amounts) == 1 and is_for_each(self.text, first):
            return dict.fromkeys([m for m in mentions if m.end <= first.start], first)
        # The first name of each mineral: "calcium (citrate) & zinc (oxide) 500 mg/5 mg" has two.
        first_of = {m.mineral: m for m in reversed(mentions)}
        letters = []
        if not _VITAMINS.isdisjoint(self.names.texts):
            letters = [word for word in self.names.words if word.text in _VITAMINS]
        few = len(first_of) + len(letters) < 2
        if few and (len(self.amounts) < 2 or "/" not in self.text):
            return {}
        joined = _JOINED_NAMES.search(self.text, 0, first.start) is not None
        if few and not joined:
            return {}
        row = run_of_amounts(self.text, self._writing) or self._row_of_range(letters, first_of)
        if len(row) < 2 or any(m.end > row[0].start for m in first_of.values()):
            return {}
        if any(q.end <= row[0].start for q in self.amounts):
            return {}
        for one in row:
            self.names.use(one.start, one.end)
        by_place = self._by_place(list(first_of.values()), row) if joined else []
        if by_place:
            self._others = [one for name, one in by_place if name is None]
            self.amounts[:] = [q for q in self.amounts if q.start >= row[-1].end] + self._others
            return {name: one for name, one in by_place if name is not None}
        names: list[tuple[int, Mention | None]] = [(m.start, m) for m in first_of.values()]
        names += [(word.start, None) for word in letters if word.end <= row[0].start]
        if len(names) != len(row) == len(first_of):
            names = names[: len(row)]  # "Cal-Mag-Zinc + D3 1000 mg/400 mg/15 mg"
        elif len(names) != len(row):
            if len(first_of) > 1 and "/" in self.text[row[0].end : row[-1].start]:
                # As many amounts as nothing here has names: none can be told whose it is.
                self._others = row
                self.amounts[:] = [q for q in self.amounts if q.start >= row[-1].end] + row
            return {}
        names.sort(key=lambda name: name[0])
        self._others = [one for (_, name), one in zip(names, row, strict=True) if name is None]
        self.amounts[:] = [q for q in self.amounts if q.start >= row[-1].end] + self._others
        return {name: one for (_, name), one in zip(names, row, strict=True) if name is not None}

    def _by_place(
        self, mentions: list[Mention], row: list[Quantity]
    ) -> list[tuple[Mention | None, Quantity]]:
        """Each amount of a row with the name at its place: "magnesium + taurine 400 mg/1 g"."""
        joints = [m.start() for m in _JOINED_NAMES.finditer(self.text, 0, row[0].start)]
        if len(joints) + 1 != len(row) or any(self.names.depths[at] for at in joints):
            return []
        places = [bisect.bisect_right(joints, mention.start) for mention in mentions]
        if len({*places}) != len(places):
            return []
        named = dict(zip(places, mentions, strict=True))
        return [(named.get(place), one) for place, one in enumerate(row)]

    def _row_of_range(self, letters: list[Word], first_of: dict[str, Mention]) -> list[Quantity]:
        """What looks like a range and is of two names: "iron-vitamin C 65-125 mg"."""
        only = self.amounts[0]
        names = [mention.end for mention in first_of.values()] + [word.start for word in letters]
        joined = self.text[min(names, default=0) : max(names, default=0)]
        if len(self.amounts) > 1 or len(names) != 2 or not _COMBINED.search(joined):
            return []
        return ends_of(self.text, only, self._writing)

    def _stands_before(self, quantity: Quantity, mention: Mention) -> bool:
        """Whether nothing but plain words stands between an amount and the name behind it."""
        if quantity.end > mention.start or mention.start - quantity.end >= 40:
            return False
        if _OWN.match(self.text, mention.end):
            return False  # "iron: 18 mg sodium: 20 mg"
        # "1173 mg (30 mmol) potassium"
        between = _BRACKETED.sub("", self.text[quantity.end : mention.start])
        if min(self._starts) > quantity.start or " of " in between:
            between = PER_DAY.sub("", between)
        words = tokens(between)
        if SEPARATOR.search(between) or not all(word in PLAIN for word in words):
            return False
        is_first = min(self._starts) == mention.start
        if self.text[quantity.end - 1] == "." and self.text[mention.start].isupper():
            return is_first  # "Cromo (picolinato) 90 mcg. Molibdeno 22 mcg."
        # "Potassium: 1173 mg from potassium citrate" is of the potassium.
        return (
            SOURCING.isdisjoint(words)
            or is_first
            or self.names.depths[quantity.start] > 0
            or self._is_led_in(quantity)
        )

    def _all_lead(self, mentions: list[Mention]) -> dict[Mention, Quantity]:
        """The amounts before the names of a list that begins with one and ends with a name."""
        if len(self.amounts) < 2:
            return {}
        first = self.amounts[0]
        later = [mention for mention in mentions if mention.start > first.start]
        if self._is_named_before(first) and self._is_active(self.names.before(first.start)):
            return {}  # "Vitamin C 500 mg magnesium 100 mg zinc"
        paired = self._paired(mentions)
        if paired:
            return paired
        named = {mention.mineral for mention in later}
        if (
            len(later) < 1 + bool(self.names.before(first.start))
            or self._next_amount(later[-1], mentions) is not None
            or any(mention.mineral not in named for mention in mentions)
        ):
            return {}
        leading = {}
        for mention in later:
            before = [q for q in self.amounts if q.end <= mention.start]
            if not self._stands_before(before[-1], mention):
                return {}
            leading[mention] = before[-1]
        return leading if len(set(map(id, leading.values()))) == len(later) else {}

    def _paired(self, mentions: list[Mention]) -> dict[Mention, Quantity]:
        """The amounts of a line on which each leads a name, the last that of an active."""
        starts = {mention.start: mention for mention in mentions}
        leading: dict[Mention, Quantity] = {}
        last: list[Word] = []
        for quantity in self.amounts:
            behind = [word for word in self.names.words if word.start >= quantity.end][:2]
            if not behind or self.text[quantity.end : behind[0].start].strip():
                return {}
            last = behind
            mention = starts.get(behind[0].start)
            if mention is not None:
                leading[mention] = quantity
            elif not self._is_active(behind):
                return {}
        is_last = len(leading) == len(mentions) and last[0].start not in starts
        return leading if is_last else {}

    def _is_active(self, words: list[Word]) -> bool:
        """Whether words name a vitamin or another active: "folic acid", "vitamin C"."""
        return any(word.text in _ACTIVES for word in words) or (
            len(words) > 1 and words[0].text in VITAMINS
        )

    def _in_turn(self, mentions: list[Mention]) -> bool:
        """Whether amount and name take turns over the whole line, the amount first."""
        pairs = list(zip(self.amounts, mentions, strict=False))
        return (
            len(self.amounts) == len(mentions) > 0
            and all(self._stands_before(amount, name) for amount, name in pairs)
            and all(
                name.end <= amount.start for (_, name), (amount, _) in itertools.pairwise(pairs)
            )
            and not self._is_named_before(self.amounts[0])
        )

    def _is_named_before(self, quantity: Quantity) -> bool:
        """Whether the word right before an amount is a name: "quercetin 500 mg with zinc"."""
        before = self.names.before(quantity.start)
        return (
            bool(before)
            and self._is_name(before[-1])
            and not SEPARATOR.search(self.text, before[-1].end, quantity.start)
        )

    def _follows_name(self, quantity: Quantity) -> bool:
        """Whether a word and no separator stands right before an amount, whose it is then."""
        # "contains 600 mg potassium chloride and 400 mg potassium bicarbonate"
        return not self._is_led_in(quantity) and self._words_since(quantity, 0)

    def _is_led_in(self, quantity: Quantity) -> bool:
        """Whether a word that names are joined by or are brought by stands before an amount."""
        before = _LAST_WORD.search(self.text, max(quantity.start - 12, 0), quantity.start)
        if before is None or before.start() in self._starts:
            return False  # "Cu" is a sign, and a word of languages
        if self._is_vitamin(before.start(), small(before[0].strip())):
            return False
        return small(before[0].strip()) in _LEADING_IN

    def _words_since(self, quantity: Quantity, place: int) -> bool:
        """Whether words with a meaning stand before an amount, since a place or a separator."""
        between = self.text[place : quantity.start]
        named = _NAMING.search(between)
        if named:
            between = named[1]
        begun = _BEGUN.fullmatch(between) if not place else None
        if begun and any(start < begun.end(1) for start in self._starts):
            return True
        explained = _EXPLAINED.search(between)
        if explained:
            # "; vitamin D3 (cholecalciferol) 10 mcg": the name is before its bracket.
            start, end = (place + at for at in explained.span(1))
        else:
            end = place + len(between)
            start = end - len(SEPARATOR.split(between)[-1])
        earlier = [q.end for q in self.amounts if start <= q.end <= quantity.start]
        start = max([start, *earlier])
        return any(
            start <= begin < end
            and (word not in PLAIN or begin in self._starts or self._is_vitamin(begin, word))
            and not (word.isdigit() and counts(self.text, stop))
            for begin, stop, word, _ in self.names.words
        )

    def _is_name(self, word: Word) -> bool:
        """Whether a word names something, and carries more than words like "and" or "daily"."""
        return word.text not in PLAIN or self._is_vitamin(word.start, word.text)

    def _is_vitamin(self, start: int, word: str) -> bool:
        """Whether "D" or "E" is the vitamin, and no "d" or "e" of French or Italian."""
        if word not in ("a", "d", "e"):
            return False
        if word == "d" and self.text[start] == "D":
            return True
        before = self.names.before(start)
        return bool(before) and before[-1].text in VITAMINS
