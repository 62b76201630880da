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

from ..amounts import Amount
from ..catalog import Catalog
from ..errors import InputError, NotComputableError, UnitError
from ..model.form import Role
from ..model.intake import Scope
from ..regimen import Basis, Doubt, Item, Line
from ..spelling import tokens
from .index import NameIndex, name_index
from .quantities import Quantity, bare_numbers, percentages, quantities, rhythm, slots

__all__ = ["read_line"]


def __dir__() -> list[str]:
    return __all__


MAX_TEXT = 10_000

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_SEPARATOR = re.compile(r"[()\[\]{},;|/+&\n]")
_LONGEST_NAME = 7

# Words after which a name only explains the one before: the form, or the other weight.
_EXPLAINING = frozenset(
    (
        "as from form of which providing provides provide yielding yields supplying containing "
        "contains equivalent eq equal delivering als aus davon entspricht entsprechend comme sous "
        "soit dont come da como som elemental elementary elementar elementares elementaire "
        "elementare elemental"
    ).split()
)
_ELEMENTAL = frozenset(
    (
        "elemental elementary elementar elementares elementaire elementare elementarny elementair"
    ).split()
)
# Words that carry nothing here, so that leftovers show what was really not understood.
_PLAIN = _EXPLAINING | frozenset(
    (
        "the a an and with in per to at day daily mg supplement supplements tablet tablets tab "
        "tabs capsule capsules cap caps softgel softgels serving dose dv nrv rda chelate complex "
        "buffered mineral de di du d von und oral po before after food taken take needed gummies "
        "gummy"
    ).split()
)


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
        self.text = text
        self.amounts = quantities(text)
        self.percents = percentages(text)
        self.per_day, rhythm_span = rhythm(text)
        self.when, slot_spans = slots(text)
        self.used: list[tuple[int, int]] = [(q.start, q.end) for q in self.amounts]
        self.used += [(start, end) for start, end, _ in self.percents]
        self.used += slot_spans + ([rhythm_span] if rhythm_span else [])
        self.inactive: list[str] = []
        self.words = [
            (m.start(), m.end(), "".join(tokens(m[0])))
            for m in _WORD.finditer(text)
            if not self._is_used(m.start())
        ]
        self.depths = _depths(text)

    def _is_used(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.used)

    def line(self) -> Line:
        heads = self._heads(self._mentions())
        items = tuple(self._item(head) for head in heads)
        doubts = tuple(dict.fromkeys(doubt for item in items for doubt in item.doubts))
        return Line(
            text=self.text,
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
                found.append(mention)
                self.used.append((mention.start, mention.end))
            place += taken
        return found

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
                return _Mention(start, end, self.catalog.forms[named[0]].minerals[0], named), length
            for id in self._ids(words, "minerals"):
                return _Mention(start, end, id, ()), length
        return None, 1

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
                if last is not None:
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
                    plain = all(word in _PLAIN for word in words)
                    if (
                        plain
                        and not _SEPARATOR.search(between)
                        and not self._follows_name(quantity)
                    ):
                        leading[mention] = quantity
        return leading

    def _follows_name(self, quantity: Quantity) -> bool:
        """Whether a name and no separator stands right before an amount, whose it is then."""
        before = _SEPARATOR.split(self.text[: quantity.start])[-1]
        return any(self.index.find([word]) for word in tokens(before))

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
        return bool(before) and before[-1] in _EXPLAINING

    def _starts_anew(self, head: _Head, mention: _Mention) -> bool:
        return head.is_weighed and not self._depth(mention)

    def _weigh(self, head: _Head, mention: _Mention, quantity: Quantity) -> None:
        around = self.text[quantity.end : quantity.end + 24], self.text[: quantity.start][-24:]
        says_elemental = any(word in _ELEMENTAL for part in around for word in tokens(part))
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
            low, high = _spread(head.elemental, doubts)
            basis = Basis.ELEMENTAL
            compound = head.compound[0].low if head.compound else None
        elif head.compound:
            low, high = _spread(head.compound, doubts)
            basis = Basis.COMPOUND if head.leads_with_mineral else Basis.UNKNOWN
        if low is not None and low.kind in ("mole", "equivalent"):
            basis = Basis.ELEMENTAL
        if low is None and Doubt.AMOUNT_IMPOSSIBLE not in doubts:
            doubts.append(self._missing())
        percent = self._percent()
        if low is not None and basis is Basis.UNKNOWN:
            basis, supports = self._settle(head, low, percent)
            if basis is Basis.UNKNOWN:
                doubts.append(Doubt.BASIS_OPEN)
        elif low is not None and percent is not None and basis is Basis.ELEMENTAL:
            fits = self._fits(head.mineral, low, high or low, percent)
            doubts += [] if fits else [Doubt.PERCENT_CONTRADICTS]
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

    def _settle(self, head: _Head, low: Amount, percent: Decimal | None) -> tuple[Basis, Basis]:
        """Let a printed percentage decide what the words leave open."""
        if percent is not None:
            if self._fits(head.mineral, low, low, percent):
                return Basis.ELEMENTAL, Basis.ELEMENTAL
            for id in head.forms:
                try:
                    inside = self.catalog.forms[id].elemental(low, head.mineral)
                except NotComputableError:
                    continue
                if self._fits(head.mineral, inside.low, inside.high, percent):
                    return Basis.COMPOUND, Basis.COMPOUND
        return Basis.UNKNOWN, Basis.COMPOUND

    def _fits(self, mineral: str, low: Amount, high: Amount, percent: Decimal) -> bool:
        """Whether a percentage agrees, within 3 points and 6 %, with any yardstick of a label."""
        weight = self.catalog.minerals[mineral]
        try:
            low, high = low.to("mg", of=weight), high.to("mg", of=weight)
        except UnitError:
            return False
        for intake in self.catalog.intakes.by("nutrient", mineral):
            if intake.scope is Scope.LABEL and intake.amount is not None:
                whole = intake.amount.to("mg", of=weight)
                stated = whole * percent / 100
                slack = max(stated * 6 / 100, whole * 3 / 100)
                if low <= stated + slack and stated <= high + slack:
                    return True
        return False

    def _leftovers(self) -> tuple[str, ...]:
        parts: list[str] = []
        last_end = -1
        for start, end, word in self.words:
            if self._is_used(start) or word in _PLAIN:
                continue
            if parts and self.text[last_end:start].strip() == "":
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


def _spread(found: list[Quantity], doubts: list[Doubt]) -> tuple[Amount | None, Amount | None]:
    """The lowest and highest of one or several amounts; several are a doubt, none is dropped."""
    for quantity in found:
        doubts.extend(quantity.doubts)
    ends = [end for q in found for end in (q.low, q.high) if end is not None]
    ends = [end for end in ends if end.kind == ends[0].kind]
    if not ends:
        return None, None
    if len(found) > 1 and len({q.low for q in found}) > 1:
        doubts.append(Doubt.AMOUNT_UNCLEAR)
    low, high = min(ends), max(ends)
    return low, (high if high != low else None)
