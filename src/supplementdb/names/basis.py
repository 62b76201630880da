# SPDX-License-Identifier: MIT
"""What an amount on a label weighs: one of several numbers, and what a percentage settles."""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterable, Mapping
from decimal import Decimal

import attrs

from ..amounts import Amount
from ..catalog import Catalog
from ..errors import NotComputableError, UnitError
from ..model.form import FormKind
from ..model.intake import Authority, IntakeKind, Scope
from ..model.substance import Mineral
from ..regimen import Basis, Doubt
from .forms import facts
from .quantities import Quantity

__all__ = [
    "fits",
    "holds",
    "holds_plausibly",
    "is_plausible",
    "is_same",
    "is_share",
    "settle",
    "spread",
    "tell_apart",
]


def __dir__() -> list[str]:
    return __all__


_GRAM = Amount(1, "g")
_SWALLOWED = Decimal(10_000)  # mg that nobody takes of any element
_MILLIGRAMS = {"g": Decimal(1000), "mg": Decimal(1), "ug": Decimal("0.001")}
_BOUNDING = {IntakeKind.UL, IntakeKind.DV, IntakeKind.NRV}
# Whose percentages labels print.
_SYSTEMS = {Authority.FDA_DV, Authority.EU_NRV}


def settle(
    catalog: Catalog, mineral: str, forms: Iterable[str], low: Amount, percent: Decimal | None
) -> tuple[Basis, Basis, bool]:
    """
    Let a printed percentage, or what people can take, decide what the words leave open.

    Returns:
        The basis, the reading that is likelier where it stays unknown, and whether the line itself
        is sure of it: what is only likely from the amount leaves a doubt.
    """
    if percent is not None:
        if fits(catalog, mineral, low, low, percent):
            return Basis.ELEMENTAL, Basis.ELEMENTAL, True
        for id in forms:
            try:
                inside = catalog.forms[id].elemental(low, mineral)
            except (NotComputableError, UnitError):
                continue
            if fits(catalog, mineral, inside.low, inside.high, percent):
                return Basis.COMPOUND, Basis.COMPOUND, True
    forms = tuple(forms)
    if not forms:
        return Basis.UNKNOWN, Basis.COMPOUND, False
    if all(_is_the_element(catalog, mineral, id) for id in forms):
        return Basis.ELEMENTAL, Basis.ELEMENTAL, True
    # A limit of supplements only, as that of magnesium, is none of what is possible.
    if (
        mineral in catalog.derived(_Measures).limited
        and not is_plausible(catalog, mineral, low, low, most=3)
        and holds_plausibly(catalog, mineral, forms, low)
    ):
        # "Ferrous sulfate 325 mg": nobody takes as much iron.
        return Basis.COMPOUND, Basis.COMPOUND, False
    if low.kind == "mass" and all(facts(catalog)[id].kind == FormKind.NATURAL for id in forms):
        if low.to("mg").value < 1:
            return Basis.ELEMENTAL, Basis.ELEMENTAL, False  # nobody weighs yeast in micrograms
        if not is_plausible(catalog, mineral, low, low):
            return Basis.COMPOUND, Basis.COMPOUND, False  # "kelp 180 mg" is a weight of seaweed
    return Basis.UNKNOWN, Basis.COMPOUND, False


def _is_the_element(catalog: Catalog, mineral: str, form: str) -> bool:
    """Whether a form is next to nothing else, such as carbonyl iron."""
    known = catalog.derived(_elements)
    if (mineral, form) not in known:
        try:
            inside = catalog.forms[form].elemental(_GRAM, mineral).low
            known[mineral, form] = inside.to("g").value * 100 >= 90
        except (NotComputableError, UnitError):
            known[mineral, form] = False
    return known[mineral, form]


def _elements(_: Catalog) -> dict[tuple[str, str], bool]:
    """Which forms are next to nothing but a mineral; filled when a form is first asked for."""
    return {}


def holds_plausibly(catalog: Catalog, mineral: str, forms: Iterable[str], whole: Amount) -> bool:
    """Whether a weight of forms holds an amount of the mineral that people take."""
    inside = []
    for id in forms:
        try:
            inside.append(catalog.forms[id].elemental(whole, mineral))
        except (NotComputableError, UnitError):
            return False
    return bool(inside) and all(
        is_plausible(catalog, mineral, part.low, part.high, most=3) for part in inside
    )


def fits(
    catalog: Catalog, mineral: str, low: Amount, high: Amount, percent: Decimal
) -> bool | None:
    """
    Whether a percentage agrees, within 3 points and 6 %, with any yardstick of a label.

    `None`: with none on record, though not every system's yardstick is.
    """
    try:
        least, most = (_milligrams(catalog, mineral, amount) for amount in (low, high))
    except UnitError:
        return None
    known = catalog.derived(_Measures).yardsticks.get(mineral, ())
    for _, whole in known:
        stated = whole * percent / 100
        slack = max(stated * 6 / 100, whole * 3 / 100)
        if percent >= 1:
            slack = min(slack, stated * 4 / 5)  # "99 mcg 2 %" is no rounding
        if least - slack <= stated <= most + slack:
            return True
    return False if {system for system, _ in known} >= _SYSTEMS else None


def _milligrams(catalog: Catalog, mineral: str, amount: Amount) -> Decimal:
    factor = _MILLIGRAMS.get(amount.unit)
    if factor is not None:
        return amount.value * factor
    return amount.to("mg", of=catalog.minerals[mineral]).value


def is_plausible(
    catalog: Catalog, mineral: str, low: Amount, high: Amount, *, most: int = 5
) -> bool:
    """
    Whether an amount of a mineral is one that people take; a lost factor of 1,000 is not.

    Up to ``most`` times the largest limit that any authority sets for anybody, or ten grams where
    none does; and, of what labels measure in less than 20 mg, from a three hundredth of that on.
    """
    least, limit = catalog.derived(_Measures).bounds.get(mineral, (None, None))
    if low.unit not in _MILLIGRAMS or high.unit not in _MILLIGRAMS:
        return True
    lowest = low.value * _MILLIGRAMS[low.unit]
    highest = lowest if high is low else high.value * _MILLIGRAMS[high.unit]
    return highest <= (_SWALLOWED if limit is None else limit * most) and (
        least is None or lowest >= least or not lowest
    )


class _Measures:
    """
    What amounts of each mineral are measured by, in mg, gathered in one pass over all intakes.

    Attributes:
        bounds: The least and the most that is plausible; `None`: not known.
        limited: The minerals of which an upper level counts all sources.
        yardsticks: What labels measure by, and whose.
    """

    __slots__ = ("bounds", "limited", "yardsticks")

    def __init__(self, catalog: Catalog) -> None:
        limits: dict[str, Decimal] = {}
        measures: dict[str, Decimal] = {}
        self.limited: set[str] = set()
        self.yardsticks: dict[str, list[tuple[str, Decimal]]] = {}
        for record in catalog.intakes.kept():
            is_raw = isinstance(record, Mapping)
            raw = record if is_raw else attrs.asdict(record, recurse=False)
            mineral, kind, stated = raw["nutrient"], raw["kind"], raw.get("amount")
            if kind == IntakeKind.UL and raw["scope"] == Scope.TOTAL:
                self.limited.add(mineral)
            if stated is None or kind not in _BOUNDING:
                continue
            weight = (Amount.parse(stated) if is_raw else stated).to("mg").value
            kept = limits if kind == IntakeKind.UL else measures
            kept[mineral] = max(kept.get(mineral, Decimal(0)), weight)
            if raw["scope"] == Scope.LABEL:
                self.yardsticks.setdefault(mineral, []).append((raw["authority"], weight))
        self.bounds = {
            mineral: (
                measures[mineral] / 300 if measures.get(mineral, 20) < 20 else None,
                limits.get(mineral),
            )
            for mineral in limits.keys() | measures.keys()
        }


def holds(
    catalog: Catalog, mineral: str, forms: Iterable[str], whole: Amount, part: Amount
) -> bool:
    """Whether a weight of forms can hold that much of their mineral; `True` where nobody knows."""
    try:
        most = [catalog.forms[id].elemental(whole, mineral).high for id in forms]
        return not most or part.value <= max(most).to(part.unit).value * 125 / 100
    except (NotComputableError, UnitError):
        return True


def is_same(mineral: Mineral, count: Amount, mass: Amount | None) -> bool:
    """Whether a count of a mineral is, within a fiftieth, as much as a mass."""
    if mass is None or mass.kind != "mass":
        return False
    try:
        counted = count.to("mg", of=mineral).value
    except UnitError:
        return False  # milliequivalents of what has several valences
    return abs(counted - mass.to("mg").value) * 50 <= counted


def is_share(
    catalog: Catalog, mineral: str, forms: Iterable[str], whole: Amount | None, part: Amount | None
) -> bool:
    """Whether a weight is, within a tenth, what another weight of a form holds of its mineral."""
    if whole is None or part is None:
        return False
    for id in forms:
        try:
            inside = catalog.forms[id].elemental(whole, mineral)
            if (
                inside.low.to(part.unit).value * 9
                <= part.value * 10
                <= inside.high.to(part.unit).value * 11
            ):
                return True
        except (NotComputableError, UnitError):
            continue
    return False


def tell_apart(
    catalog: Catalog,
    mineral: str,
    forms: Iterable[str],
    elemental: list[Quantity],
    compound: list[Quantity],
) -> tuple[list[Quantity], list[Quantity]]:
    """Tell the weight of a mineral from that of its salt where the numbers themselves do."""
    both = compound if not elemental else elemental if not compound and forms else []
    if len(both) == 2:
        # "Calcium citrate 200 mg (950 mg)", "magnesium gluconate 27 mg magnesium (500 mg)"
        less, more = sorted(both, key=_weight)
        if not (less.high or more.high) and is_share(catalog, mineral, forms, more.low, less.low):
            return [less], [more]
    elif len(compound) == 1 and len(elemental) == 1 and elemental[0].low is not None:
        # "Magnesium glycerophosphate 97 mg (4 mmol)": the same, counted and weighed
        count, mass = elemental[0].low, compound[0].low
        if count.kind in ("mole", "equivalent") and is_same(catalog.minerals[mineral], count, mass):
            return compound, []
    return elemental, compound


def _weight(quantity: Quantity) -> Decimal:
    low = quantity.low
    return low.to("mg").value if low is not None and low.kind == "mass" else Decimal(0)


_start = operator.attrgetter("start")


def spread(
    found: list[Quantity], doubts: list[Doubt], *, repeats: bool
) -> tuple[Amount | None, Amount | None]:
    """
    The lowest and highest that one or several amounts can mean; several are a doubt.

    Args:
        found: The amounts.
        doubts: Where doubts are added.
        repeats: Whether several may state one weight twice; otherwise they may add up.
    """
    if len(found) == 1:
        *_, low, high, own = found[0]
        doubts.extend(own)
        return (low, high if high != low else None) if low is not None else (None, None)
    found = sorted(found, key=_start)
    for quantity in found:
        doubts.extend(quantity.doubts)
    ends = [(q.low, q.high or q.low) for q in found if q.low is not None]
    ends = [(low, high) for low, high in ends if high is not None and low.kind == ends[0][0].kind]
    if not ends:
        return None, None
    low = min(low for low, _ in ends)
    high = max(high for _, high in ends)
    if len(ends) > 1 and (not repeats or low != high):
        doubts.append(Doubt.AMOUNT_UNCLEAR)
        high = high if repeats else functools.reduce(Amount.__add__, [high for _, high in ends])
    return low, (high if high != low else None)
