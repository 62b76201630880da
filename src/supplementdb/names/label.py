# SPDX-License-Identifier: MIT
"""
Read a label line: which minerals, as which forms, how much, and the weight of what.

The convention of facts panels decides the basis. "Magnesium (as X) 200 mg" leads with the mineral
and states the weight of the mineral; "Magnesium oxide 400 mg" names the compound and leaves open
which of the two is weighed, so both readings are kept.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

import attrs

from ..catalog import Catalog
from ..errors import InputError
from ..model.form import Role
from ..regimen import Basis, Doubt, Item, Line
from ..spelling import tokens
from .basis import fits, settle, spread
from .index import NameIndex, name_index
from .quantities import Quantity, bare_numbers, percentages, quantities, rhythm, slots, tidy
from .words import ELEMENTAL, EXPLAINING, NEGATING, PLAIN

__all__ = ["read_line"]


def __dir__() -> list[str]:
    return __all__


MAX_TEXT = 2_000

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_SEPARATOR = re.compile(r"[()\[\]{},;:|/+&=\n]")
_LONGEST_NAME = 7


class _Mention(NamedTuple):
    start: int
    end: int
    mineral: str
    forms: tuple[str, ...]


@attrs.define
class _Head:
    """One item in the making."""

    mineral: str
    leads_with_mineral: bool
    forms: list[str] = attrs.Factory(list)
    elemental: list[Quantity] = attrs.Factory(list)
    compound: list[Quantity] = attrs.Factory(list)

    @property
    def is_weighed(self) -> bool:
        return bool(self.elemental or self.compound)


def read_line(catalog: Catalog, text: str) -> Line:
    """
    Read one line of a label or of what a person typed.

    Never raises for what a text says; what it leaves open is in ``doubts`` and ``leftovers``.

    Raises:
        InputError: ``text`` is no text.
    """
    if not isinstance(text, str):
        raise InputError("text", "must be text")
    if len(text) > MAX_TEXT:
        return Line(text=text, leftovers=(text,), doubts=(Doubt.AMOUNT_UNCLEAR,))
    return _Reader(catalog, text).line()


class _Reader:
    """The state of reading one line."""

    def __init__(self, catalog: Catalog, text: str) -> None:
        self.catalog = catalog
        self.index: NameIndex = name_index(catalog)
        self.original = text
        self.text = tidy(text)
        self.amounts = quantities(self.text)
        self.percents = percentages(self.text)
        self.per_day, rhythm_span = rhythm(self.text)
        self.when, slot_spans = slots(self.text)
        self.times = 1 if rhythm_span else max(len(self.when), 1)
        self.used: list[tuple[int, int]] = [(q.start, q.end) for q in self.amounts]
        self.used += [(start, end) for start, end, _ in self.percents]
        self.used += slot_spans + ([rhythm_span] if rhythm_span else [])
        self.inactive: list[str] = []
        self.unowned: list[str] = []
        self.words = [
            (m.start(), m.end(), "".join(tokens(m[0])))
            for m in _WORD.finditer(self.text)
            if not self._is_used(m.start()) and not self._is_unit(m)
        ]
        self.depths = _depths(self.text)

    def _is_unit(self, word: re.Match[str]) -> bool:
        """Whether "mg" is the unit, not the symbol: in lower case, or right behind a number."""
        if word[0].casefold() != "mg":
            return False
        before = self.text[: word.start()].rstrip(" -")
        return word[0] != "Mg" or before[-1:].isdigit()

    def _is_used(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.used)

    def line(self) -> Line:
        heads = self._heads(self._mentions())
        items = tuple(self._item(head) for head in heads)
        doubts = tuple(dict.fromkeys(doubt for item in items for doubt in item.doubts))
        return Line(
            text=self.original,
            items=items,
            leftovers=self._leftovers(),
            inactive=tuple(dict.fromkeys(self.inactive)),
            doubts=doubts,
        )

    # -- names ------------------------------------------------------------------------------

    def _mentions(self) -> list[_Mention]:
        found: list[_Mention] = []
        place = 0
        while place < len(self.words):
            mention, taken = self._mention_at(place, found[0].mineral if found else None)
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
        return bool(before) and bool(self._ids(before[-1:], "medications"))

    def _mention_at(self, place: int, mineral: str | None) -> tuple[_Mention | None, int]:
        """The longest name that starts at a word; after a mineral, its ligand alone will do."""
        window = self._window(place)
        for length in range(len(window), 0, -1):
            words = [word for _, _, word in window[:length]]
            start, end = window[0][0], window[length - 1][1]
            named = self._ids(words, "forms")
            if not named and mineral is not None:
                named = self._ids([*tokens(mineral), *words], "forms")
            if named and self._is_excipient(named, start, end):
                return None, length
            if named:
                made = _Mention(start, end, self.catalog.forms[named[0]].minerals[0], named)
                buffered = self._buffered(made, words, place + length)
                return (buffered, length + 1) if buffered else (made, length)
            for id in self._ids(words, "minerals"):
                return _Mention(start, end, id, ()), length
        return None, 1

    def _buffered(self, made: _Mention, words: list[str], place: int) -> _Mention | None:
        """The form that the word "buffered" behind another makes of it, even behind a comma."""
        behind = self.words[place : place + 1]
        if behind and behind[0][2] == "buffered":
            for full in (words, [*tokens(made.mineral), *words]):
                other = self._ids([*full, "buffered"], "forms")
                if other:
                    return _Mention(made.start, behind[0][1], made.mineral, other)
        return None

    def _ids(self, words: list[str], section: str) -> tuple[str, ...]:
        return tuple(e.id for e in self.index.find(words) if e.section == section)

    def _window(self, place: int) -> list[tuple[int, int, str]]:
        """The words from a place on that no separator and no amount parts."""
        window = [self.words[place]]
        for word in self.words[place + 1 : place + _LONGEST_NAME]:
            between = self.text[window[-1][1] : word[0]]
            if _SEPARATOR.search(between) or any(c.isdigit() for c in between):
                break
            window.append(word)
        return window

    def _is_excipient(self, ids: tuple[str, ...], start: int, end: int) -> bool:
        said = "inactive" in self.text[end : end + 14].casefold()
        only = all(self.catalog.forms[id].roles == (Role.EXCIPIENT,) for id in ids)
        if said or only:
            self.inactive.extend(ids)
            self.used.append((start, end))
        return said or only

    # -- amounts ----------------------------------------------------------------------------

    def _heads(self, mentions: list[_Mention]) -> list[_Head]:
        heads: list[_Head] = []
        by_mineral: dict[str, _Head] = {}
        leading = self._leading(mentions)
        events: list[tuple[int, _Mention | Quantity]] = [(m.start, m) for m in mentions]
        events += [(q.start, q) for q in self.amounts if q not in leading.values()]
        last: _Mention | None = None
        for _, event in sorted(events, key=lambda e: e[0]):
            if isinstance(event, Quantity):
                if last is None or self._is_another_s(event, last, led=last in leading):
                    if not self.inactive:
                        self.unowned.append(self.text[event.start : event.end])
                else:
                    owner = self._owner(event, last, mentions)
                    self._weigh(by_mineral[owner.mineral], owner, event)
                continue
            head = by_mineral.get(event.mineral)
            if head is None or self._starts_anew(head, event):
                head = _Head(event.mineral, leads_with_mineral=not event.forms)
                heads.append(head)
                by_mineral[event.mineral] = head
            head.forms += [form for form in event.forms if form not in head.forms]
            if event in leading:
                self._weigh(head, event, leading[event])
            last = event
        return heads

    def _leading(self, mentions: list[_Mention]) -> dict[_Mention, Quantity]:
        """Amounts that stand right before a name: ``300 mg (of) elemental magnesium``."""
        leading = {}
        for mention in mentions:
            for quantity in self.amounts:
                between = self.text[quantity.end : mention.start]
                if quantity.end <= mention.start and len(between) < 40:
                    words = tokens(between)
                    plain = all(word in PLAIN for word in words)
                    if (
                        plain
                        and not _SEPARATOR.search(between)
                        and not self._follows_name(quantity)
                    ):
                        leading[mention] = quantity
        return leading

    def _follows_name(self, quantity: Quantity) -> bool:
        """Whether a word and no separator stands right before an amount, whose it is then."""
        return self._words_since(quantity, 0)

    def _words_since(self, quantity: Quantity, place: int) -> bool:
        """Whether words with a meaning stand before an amount, since a place or a separator."""
        between = _SEPARATOR.split(self.text[place : quantity.start])[-1]
        start = quantity.start - len(between)
        earlier = [q.end for q in self.amounts if start <= q.end <= quantity.start]
        start = max([start, *earlier])
        return any(
            start <= begin < quantity.start and word not in PLAIN for begin, _, word in self.words
        )

    def _is_another_s(self, quantity: Quantity, last: _Mention, *, led: bool) -> bool:
        """Whether an amount belongs to something else that is named beside the mineral."""
        between = self.text[last.end : quantity.start]
        parted = (
            led
            or _SEPARATOR.search(between) is not None
            or any(last.end <= q.start < quantity.start for q in self.amounts)
        )
        return parted and (self._words_since(quantity, last.end) or self._leads_a_word(quantity))

    def _leads_a_word(self, quantity: Quantity) -> bool:
        """Whether the next word behind an amount, before any separator, names something else."""
        behind = _SEPARATOR.split(self.text[quantity.end :])[0]
        later = [q.start for q in self.amounts if q.start >= quantity.end]
        end = min([quantity.end + len(behind), *later])
        here = [(b, w) for b, _, w in self.words if quantity.end <= b < end]
        return bool(here) and here[0][1] not in PLAIN and not self._is_used(here[0][0])

    def _owner(self, quantity: Quantity, last: _Mention, mentions: list[_Mention]) -> _Mention:
        """The name that an amount belongs to: the nearest before it that is no explanation."""
        depth = self.depths[quantity.start]
        for mention in reversed([m for m in mentions if m.start < quantity.start]):
            if self._depth(mention) <= depth:
                return mention
        return last

    def _depth(self, mention: _Mention) -> int:
        return self.depths[mention.start] or int(self._explains(mention))

    def _explains(self, mention: _Mention) -> bool:
        before = [word for _, end, word in self.words if end <= mention.start]
        return bool(before) and before[-1] in EXPLAINING

    def _starts_anew(self, head: _Head, mention: _Mention) -> bool:
        return head.is_weighed and not self._depth(mention)

    def _weigh(self, head: _Head, mention: _Mention, quantity: Quantity) -> None:
        others = [q for q in self.amounts if q is not quantity]
        end = min([q.start for q in others if q.start >= quantity.end], default=len(self.text))
        start = max([q.end for q in others if q.end <= quantity.start], default=0)
        behind = _SEPARATOR.split(self.text[quantity.end : end])[0]
        before = _SEPARATOR.split(self.text[start : quantity.start])[-1]
        says_elemental = any(word in ELEMENTAL for word in tokens(f"{before} {behind}"))
        if says_elemental or not mention.forms:
            head.elemental.append(quantity)
        else:
            head.compound.append(quantity)

    # -- items ------------------------------------------------------------------------------

    def _item(self, head: _Head) -> Item:
        doubts: list[Doubt] = []
        low = high = compound = None
        basis = supports = Basis.UNKNOWN
        if head.elemental:
            low, high = spread(head.elemental, doubts, repeats=True)
            basis = Basis.ELEMENTAL
            compound = head.compound[0].low if head.compound else None
        elif head.compound:
            low, high = spread(head.compound, doubts, repeats=False)
            # A bracket that never closes does not say which weight is outside it.
            sure = head.leads_with_mineral and not self.depths[-1]
            basis = Basis.COMPOUND if sure else Basis.UNKNOWN
        if low is not None and low.kind in ("mole", "equivalent"):
            basis = Basis.ELEMENTAL
        if low is None and not doubts:
            doubts.append(self._missing())
        if low is not None and self.times > 1:
            # "Morning and evening": the amount may be for each time or for the day.
            high = (high or low) * self.times
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        percent = self._percent()
        if low is not None and basis is Basis.UNKNOWN:
            basis, supports = settle(self.catalog, head.mineral, head.forms, low, percent)
            if basis is Basis.UNKNOWN:
                doubts.append(Doubt.BASIS_OPEN)
        elif low is not None and percent is not None and basis is Basis.ELEMENTAL:
            agrees = fits(self.catalog, head.mineral, low, high or low, percent)
            doubts += [] if agrees else [Doubt.PERCENT_CONTRADICTS]
        return Item(
            mineral=head.mineral,
            forms=tuple(head.forms),
            amount=low,
            amount_max=high,
            basis=basis,
            supports=supports,
            percent_dv=percent,
            compound_amount=compound,
            per_day=self.per_day,
            when=self.when,
            doubts=tuple(dict.fromkeys(doubts)),
        )

    def _missing(self) -> Doubt:
        bare = [span for span in bare_numbers(self.text) if not self._is_used(span[0])]
        self.used += bare
        return Doubt.UNIT_MISSING if bare else Doubt.AMOUNT_MISSING

    def _percent(self) -> Decimal | None:
        return self.percents[0][2] if len(self.percents) == 1 else None

    def _leftovers(self) -> tuple[str, ...]:
        parts: list[str] = [*self.unowned]
        last_end = -1
        for start, end, word in self.words:
            if self._is_used(start) or word in PLAIN:
                continue
            if last_end >= 0 and self.text[last_end:start].strip() == "":
                parts[-1] = f"{parts[-1]} {self.text[start:end]}"
            else:
                parts.append(self.text[start:end])
            last_end = end
        return tuple(parts)


def _depths(text: str) -> list[int]:
    depth, depths = 0, []
    for char in text:
        if char in ")]}":
            depth = max(depth - 1, 0)
        depths.append(depth)
        if char in "([{":
            depth += 1
    return [*depths, depth]
