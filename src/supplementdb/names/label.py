# SPDX-License-Identifier: MIT
"""
Read a label line: which minerals, as which forms, how much, and the weight of what.

The convention of facts panels decides the basis. "Magnesium (as X) 200 mg" leads with the mineral
and states the weight of the mineral; "Magnesium oxide 400 mg" names the compound and leaves open
which of the two is weighed, so both readings are kept.
"""

from __future__ import annotations

import decimal
import itertools
import re
from decimal import Decimal

from ..amounts import Amount
from ..catalog import Catalog
from ..errors import InputError
from ..regimen import Basis, Doubt, Item, Line
from .basis import fits, holds, holds_plausibly, is_plausible, settle, spread, tell_apart
from .clauses import Intakes
from .forms import told
from .heads import Head, Owners
from .mentions import Mention, Names
from .numbers import CONTEXT
from .quantities import (
    Quantity,
    bare_numbers,
    is_for_each,
    is_of_a_pack,
    percentages,
    quantities,
)
from .rhythms import is_daily
from .said import doubts_of_words, is_diluted
from .tidying import is_scanned, tidy
from .vocabulary import writing_of
from .words import VITAMINS

__all__ = ["parts_of", "read_line"]


def __dir__() -> list[str]:
    return __all__


MAX_TEXT = 2_000


def read_line(catalog: Catalog, text: str, *, lang: str | None = None) -> Line:
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
    # An application's decimal settings change no reading; to copy them would take far longer.
    theirs = decimal.getcontext()
    decimal.setcontext(CONTEXT)
    try:
        return _Reader(catalog, text, lang).line()
    finally:
        decimal.setcontext(theirs)


_COMPLEX = {"complex", "complexe", "complejo", "complesso", "komplex", "kompleks", "blend"}
# Labels of Asia, Russia and Brazil go by other values.
_OTHER_SYSTEM = re.compile(
    r"\b(?:%?VDR?|IDR|RDI)\b|[\u0400-\u04ff\u0600-\u06ff\u0900-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_ORAL = re.compile(
    r"\bMG(?:/ML)?\s(?:\w+\s)?Oral\s(?:Tablet|Capsule|Solution|Suspension|Drops|Granules|Powder|Product)\b"
    r"|\b[Aa]ctive\s[Ii]ngredients?\s\((?:in|per)\s(?:each|every)\b"
)
_MEDICAL = Amount(50, "mg")
# "Ferrous Fumarate IP 152 mg": a pharmacopoeia's substance, weighed as that.
_PHARMACOPOEIA = re.compile(r"\b(?:IP|BP|USP|JP)\s$")


class _Reader:
    """The state of reading one line."""

    def __init__(self, catalog: Catalog, text: str, lang: str | None) -> None:
        self.catalog = catalog
        self.original = text
        self.text = tidy(text)
        writing = writing_of(catalog, self.text, lang)
        found = quantities(self.text, writing)
        self.percents = percentages(self.text)
        self.intakes = Intakes(self.text)
        # What is taken in a rhythm is no pack, however much it is.
        alone = len(found) < 2
        self.packs = [q for q in found if is_of_a_pack(self.text, q, alone=alone)]
        if self.intakes.is_said or self.intakes.when or (self.packs and is_daily(self.text)):
            self.packs = []
        self.amounts = [q for q in found if q not in self.packs]
        used = [(start, end) for start, end, _ in self.percents]
        used += self.intakes.spans
        used += [(q.start, q.end) for q in self.packs]
        spans = [(q.start, q.end) for q in self.amounts]
        self.names = Names(catalog, self.text, used, spans, lang)
        self.owners = Owners(self.text, self.amounts, self.names, writing)
        self.mentions: list[Mention] = []
        self.times = 1

    def line(self) -> Line:
        self.mentions = self.names.mentions()
        heads = self.owners.heads(self.mentions)
        if self.intakes.spans:
            starts = [head.start for head in heads]
            medicines = self.names.medicines()
            self.intakes.settle(self.names.depths, starts, self._others(heads), medicines)
        self.times = self.intakes.times([q for q in self.amounts if not self.names.depths[q.start]])
        open_ = self._open(heads)
        items = tuple(self._item(head, open_) for head in heads)
        doubts = tuple(dict.fromkeys(doubt for item in items for doubt in item.doubts))
        if not items:
            doubts = self._of_nothing_named()
        return Line(
            text=self.original,
            items=items,
            leftovers=self._leftovers(),
            inactive=tuple(dict.fromkeys(self.names.inactive)),
            doubts=doubts,
        )

    def _others(self, heads: list[Head]) -> list[int]:
        """Where amounts are that are of no mineral, and names of vitamins."""
        owned = {q.start for head in heads for q in (*head.elemental, *head.compound)}
        places = [q.start for q in self.amounts if q.start not in owned]
        vitamins = [word.start for word in self.names.words if word.text in VITAMINS]
        return places + vitamins

    def _of_nothing_named(self) -> tuple[Doubt, ...]:
        """Why a line on which no mineral is found may yet be of one."""
        doubts = []
        if is_diluted(self.text, self.names.texts):
            doubts.append(Doubt.HOMEOPATHIC)
        if not self.names.inactive and self.names.names_a_salt():
            doubts.append(Doubt.MINERAL_UNNAMED)
        return tuple(doubts)

    # -- items ------------------------------------------------------------------------------

    def _open(self, heads: list[Head]) -> list[Doubt]:
        """What the words of the line leave open, for all that is on it."""
        words = self.names.texts
        several = len(self.amounts) > 1 or any(len(head.forms) > 1 for head in heads)
        doubts = doubts_of_words(
            self.original,
            self.text,
            words,
            is_weighed=bool(self.amounts),
            may_be_either=several,
        )
        if self.names.shares and len(self.amounts) == 1:
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        if "of" in words and self._is_either():
            doubts.append(Doubt.ALTERNATIVES)
        if len(self.percents) > len(self.amounts) == 1:
            different = {percent for *_, percent in self.percents}
            doubts += [Doubt.ALTERNATIVES] if len(different) > 1 else []
        if self.text != self.original and is_scanned(self.original):
            doubts.append(Doubt.NUMBER_AMBIGUOUS)
        return doubts

    def _is_either(self) -> bool:
        """Whether "of", which is "or" in Dutch, stands between two salts."""
        return any(
            one.forms and other.forms and self.text[one.end : other.start].strip() == "of"
            for one, other in itertools.pairwise(self.mentions)
        )

    def _item(self, head: Head, open_: list[Doubt]) -> Item:
        doubts: list[Doubt] = [Doubt.NAME_GUESSED] if head.guessed else []
        head.elemental, head.compound = tell_apart(
            self.catalog, head.mineral, head.forms, head.elemental, head.compound
        )
        low = high = compound = None
        basis = supports = Basis.UNKNOWN
        percent = self._percent(head)
        if head.elemental:
            low, high = spread(head.elemental, doubts, repeats=True)
            if Doubt.NUMBER_AMBIGUOUS in doubts and low is not None and high is not None:
                low, high = self._sound(head.mineral, low, high, percent)
            basis = Basis.ELEMENTAL if low is not None else Basis.UNKNOWN
            weighed = head.compound[0] if head.compound else head.source
            whole = weighed.low if weighed else None
            compound = whole if whole != low else None
            if whole is not None and low is not None and whole.kind == low.kind and whole < low:
                compound = None  # "600 mg (of which 200 mg from calcium carbonate)"
            elif whole is not None and low is not None and head.forms:
                # "Potassium 99 mg (as potassium gluconate 99 mg)": it cannot be both.
                sound = compound and holds(self.catalog, head.mineral, head.forms, whole, low)
                doubts += [] if sound else [Doubt.AMOUNT_UNCLEAR]
        elif head.compound:
            low, high = spread(head.compound, doubts, repeats=False)
            sure = head.leads_with_mineral and self._is_of_an_explanation(head.compound[0])
            # "Ferrous sulfate 300 MG Oral Tablet": drug vocabularies weigh the salt that they name.
            sure = sure or self._is_clinical(head, low)
            basis = Basis.COMPOUND if sure else Basis.UNKNOWN
        if low is not None and low.kind in ("mole", "equivalent"):
            basis = Basis.ELEMENTAL
        elif _is_hardly_elemental(head, low):
            basis = Basis.UNKNOWN
        if (
            low is not None
            and basis is Basis.ELEMENTAL
            and not is_plausible(self.catalog, head.mineral, low, high or low)
        ):
            doubts.append(Doubt.UNIT_DOUBTFUL)
        if low is not None and head.is_doubtful:
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        if low is not None and low.kind == "IU":
            doubts.append(Doubt.UNIT_DOUBTFUL)
        if low is None and not {*doubts} - {Doubt.NAME_GUESSED}:
            doubts.append(self._missing())
        if low is not None and self.intakes.is_unclear(head.start):
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        if low is not None and self.times > 1 and not self._is_for_each():
            # "Morning and evening": likely for each time; it may be for the day.
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        if low is not None and basis is Basis.UNKNOWN:
            basis, supports, is_sure = settle(self.catalog, head.mineral, head.forms, low, percent)
            if not is_sure:
                doubts.append(Doubt.BASIS_OPEN)
        elif low is not None and percent is None and self._is_of_a_complex(head):
            doubts.append(Doubt.BASIS_OPEN)
        elif low is not None and percent is not None and basis is Basis.ELEMENTAL:
            agrees = fits(self.catalog, head.mineral, low, high or low, percent)
            wrong = agrees is False and self._is_of_a_known_system()
            doubts += [Doubt.PERCENT_CONTRADICTS] if wrong else []
        return Item(
            mineral=head.mineral,
            forms=told(self.catalog, head.forms),
            amount=low,
            amount_max=high,
            basis=basis,
            supports=supports,
            percent_dv=percent,
            compound_amount=compound,
            per_day=self.intakes.per_day(head.start, self.times),
            when=self.intakes.slots(head.start),
            doubts=tuple(dict.fromkeys([*doubts, *open_])),
        )

    def _is_of_an_explanation(self, quantity: Quantity) -> bool:
        """Whether an amount is of what a bracket or a word says a mineral is there as."""
        # A bracket that never closes does not say which weight is outside it.
        if self.names.depths[-1]:
            return False
        before = [mention for mention in self.mentions if mention.start < quantity.start]
        explained = before and self.names.depth(before[-1])
        return bool(explained or self.names.depths[quantity.start])

    def _is_clinical(self, head: Head, low: Amount | None) -> bool:
        """Whether a substance is named as drug vocabularies do, and what it holds is known."""
        start = head.compound[0].start
        return (
            low is not None
            and (_ORAL.search(self.text) or _PHARMACOPOEIA.search(self.text, 0, start)) is not None
            and holds_plausibly(self.catalog, head.mineral, head.forms, low)
        )

    def _sound(
        self, mineral: str, low: Amount, high: Amount, percent: Decimal | None
    ) -> tuple[Amount, Amount | None]:
        """Of two readings of a number the one that people take and the percentage agrees with."""
        sound = [
            each
            for each in (low, high)
            if is_plausible(self.catalog, mineral, each, each)
            and (percent is None or fits(self.catalog, mineral, each, each, percent) is not False)
        ]
        return (sound[0], None) if len(sound) == 1 else (low, high)

    def _is_of_a_complex(self, head: Head) -> bool:
        """Whether salts are told apart: "magnesium complex 500 mg (citrate, malate)"."""
        several = head.leads_with_mineral and len(head.forms) > 1 and not head.compound
        return several and not _COMPLEX.isdisjoint(self.names.texts)

    def _is_of_a_known_system(self) -> bool:
        """Whether percentages may be of the daily values that are on record here."""
        return _OTHER_SYSTEM.search(self.text) is None

    def _is_for_each(self) -> bool:
        """Whether an amount is said to be that of each time: "je 200 mg"."""
        return any(is_for_each(self.text, quantity) for quantity in self.amounts)

    def _missing(self) -> Doubt:
        numbers = bare_numbers(self.text)
        ends = {mention.end for mention in self.mentions} if numbers else set()
        bare = [
            (start, end)
            for start, end in numbers
            if not self.names.is_used(start) and self._may_be_dose(start, end, ends)
        ]
        for start, end in bare:
            self.names.use(start, end)
        return Doubt.UNIT_MISSING if bare else Doubt.AMOUNT_MISSING

    def _may_be_dose(self, start: int, end: int, ends: set[int]) -> bool:
        """Whether a number without a unit may be an amount: no "Total 5", no "men 50+"."""
        behind = any(self.text[place:start].strip(" :,(-") == "" for place in ends if place < start)
        if end - start == 1 and self.text[end : end + 2].lstrip(" ").isalpha():
            return False  # "magnesium 3 sources"
        return not self.text.startswith("+", end) and (behind or end - start > 1)

    def _percent(self, head: Head) -> Decimal | None:
        """The percentage of a daily value behind the amount; of a raw material it is a content."""
        if not self.percents:
            return None
        if not self.amounts:
            return self._percent_of_a_name(head)
        own = {q.start for q in (*head.elemental, *head.compound, head.source) if q}
        for start, _, percent in self.percents:
            before = max((q.start for q in self.amounts if q.start < start), default=None)
            if before in own:
                return percent
        # "100 % RDA: zinc 10 mg", a single one before the amount
        if len(self.percents) == len(self.amounts) == 1:
            start, _, percent = self.percents[0]
            # "KCl 10 % solution, 15 ml (20 mEq)" is a content.
            if start < self.amounts[0].start and start < self.mentions[0].start:
                return percent
        return None

    def _percent_of_a_name(self, head: Head) -> Decimal | None:
        """The percentage of a line without amounts: "calcium 10 %, iron 45 %"."""
        if head.forms:
            return None
        if len(self.percents) == 1:
            return self.percents[0][2]
        for start, _, percent in self.percents:
            before = [mention for mention in self.mentions if mention.end <= start]
            if before and before[-1].mineral == head.mineral:
                return percent
        return None

    def _leftovers(self) -> tuple[str, ...]:
        parts = [*self.owners.unowned, *(self.text[q.start : q.end] for q in self.packs)]
        last_end = -1
        for start, end, *_ in self.names.left():
            if last_end >= 0 and self.text[last_end:start].strip() == "":
                parts[-1] = f"{parts[-1]} {self.text[start:end]}"
            else:
                parts.append(self.text[start:end])
            last_end = end
        return tuple(parts)


def _is_hardly_elemental(head: Head, low: Amount | None) -> bool:
    """Whether an amount behind a mineral is hardly of it, by custom."""
    if head.mineral == "sulfur":
        return bool(head.forms) and not head.compound  # "Sulfur (MSM) 1,000 mg"
    # "Lithium 300 mg TID" is of the carbonate, as medicines are named.
    if head.mineral != "lithium" or head.forms or low is None or low.kind != "mass":
        return False
    return low >= _MEDICAL


def parts_of(catalog: Catalog, text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """
    Where the parts of a line are: "name", "amount", "percent", and "left" for what is left over.

    Returns:
        The line as it was read, with what only looks different folded; and the parts, in order.
    """
    reader = _Reader(catalog, text[:MAX_TEXT], None)
    parts = [(m.start, m.end, "name") for m in reader.names.mentions()]
    parts += [(q.start, q.end, "amount") for q in reader.amounts]
    parts += [(q.start, q.end, "left") for q in reader.packs]
    parts += [(start, end, "percent") for start, end, _ in reader.percents]
    parts += [(word.start, word.end, "left") for word in reader.names.left()]
    return reader.text, sorted(parts)
