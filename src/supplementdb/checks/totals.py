# SPDX-License-Identifier: MIT
"""What a regimen delivers of each mineral in a day, over all lines and forms."""

from __future__ import annotations

import functools

from ..amounts import Amount, AmountRange
from ..catalog import Catalog
from ..errors import NotComputableError, UnitError
from ..model.form import Form
from ..model.substance import Mineral
from ..regimen import Basis, Item, Line, Person
from ..report import Contribution, Total
from .people import eaten

__all__ = ["contribution", "totals"]


def __dir__() -> list[str]:
    return __all__


def totals(
    catalog: Catalog, lines: tuple[Line, ...], person: Person | None = None
) -> dict[str, Total]:
    """
    Add up each mineral over all lines, elemental, a day; and what the person's diet brings of it.

    An open basis keeps both readings, so a total may be a range; a line without a usable amount
    makes it a floor. Minerals without any usable amount have no total. A salt of two minerals
    delivers both: the second is counted too, unless a line of its own names the same form.
    """
    found: dict[str, list[Contribution]] = {}
    named = {(item.mineral, form) for line in lines for item in line.items for form in item.forms}
    for line in lines:
        for item in line.items:
            if item.mineral not in catalog.minerals:
                continue
            made = contribution(catalog, item, line.text)
            found.setdefault(item.mineral, []).append(made)
            for form in (catalog.forms[id] for id in item.forms if id in catalog.forms):
                for other in form.minerals:
                    if (other, form.id) not in named:
                        along = _along(catalog, item, form, made, other)
                        found.setdefault(other, []).append(along)
    diet: dict[str, list[Amount | None]] = {}
    for _, _, eaten_mineral, amount in eaten(catalog, person or Person()):
        diet.setdefault(eaten_mineral.id, []).append(amount)
    return {
        mineral: _total(tuple(parts), catalog.minerals[mineral], diet.get(mineral, []))
        for mineral, parts in found.items()
        if any(part.amount is not None for part in parts)
    }


def _total(parts: tuple[Contribution, ...], mineral: Mineral, diet: list[Amount | None]) -> Total:
    nothing = AmountRange.exact(Amount(0, mineral.label_unit))
    known = [part for part in parts if part.amount is not None]
    bought = (part.amount for part in known if part.amount and not part.food)
    supplemental = functools.reduce(AmountRange.__add__, bought, nothing)
    grown = (part.amount for part in known if part.amount and part.food)
    food = functools.reduce(AmountRange.__add__, grown, nothing)
    for amount in diet:
        if amount is not None:
            food += AmountRange.exact(amount)
    return Total(
        supplemental=supplemental,
        all_sources=supplemental + food,
        contributions=parts,
        is_floor=len(known) < len(parts),
        food_known=bool(diet) and None not in diet,
    )


def contribution(catalog: Catalog, item: Item, text: str) -> Contribution:
    """What one item adds a day, in the unit that labels of its mineral use."""
    mineral = catalog.minerals[item.mineral]
    stated = _stated(mineral, item)
    if stated is None:
        return Contribution(text=text, amount=None, food=item.food, forms=item.forms)
    # Moles and equivalents are always those of the mineral.
    basis = item.basis if item.amount and item.amount.kind == "mass" else Basis.ELEMENTAL
    elemental = stated if basis is not Basis.COMPOUND else None
    compound = None
    if basis is not Basis.ELEMENTAL:
        compound = _inside(catalog, mineral, item, stated)
    if elemental is None:
        # Without a known share, the mineral weighs anything up to the whole compound.
        amount = compound or AmountRange(Amount(0, stated.high.unit), stated.high)
    elif basis is Basis.ELEMENTAL:
        amount = elemental
    else:
        amount = elemental.union(compound or AmountRange.exact(Amount(0, stated.low.unit)))
    return Contribution(
        text=text,
        amount=amount,
        elemental=elemental,
        compound=compound,
        food=item.food,
        forms=item.forms,
    )


def _along(
    catalog: Catalog, item: Item, form: Form, made: Contribution, other: str
) -> Contribution:
    """What a form brings of another mineral with it."""
    amount = None
    if made.amount is not None:
        # The ratio of the two is that of a member; the range over all members would mix them.
        members = [catalog.forms[id] for id in form.members if id in catalog.forms] or [form]
        try:
            found = [_beside(member, made.amount, item.mineral, other) for member in members]
        except NotComputableError:
            pass
        else:
            amount = functools.reduce(AmountRange.union, found)
            if len(item.forms) > 1:
                # Of several forms on a line any may be the one that is in it.
                amount = amount.union(amount * 0)
            amount = amount.to(catalog.minerals[other].label_unit)
    return Contribution(
        text=made.text, amount=amount, brought_by=form.id, food=item.food, forms=(form.id,)
    )


def _beside(form: Form, amount: AmountRange, mineral: str, other: str) -> AmountRange:
    """How much of another mineral comes with an amount of one, by the shares of a form."""
    one, two = form.fraction(mineral), form.fraction(other)
    return AmountRange(amount.low * two.low / one.high, amount.high * two.high / one.low)


def _stated(mineral: Mineral, item: Item) -> AmountRange | None:
    if item.amount is None:
        return None
    try:
        stated = AmountRange(item.amount, item.amount_max or item.amount)
        return stated.to(mineral.label_unit, of=mineral) * item.per_day
    except UnitError:
        return None


def _inside(
    catalog: Catalog, mineral: Mineral, item: Item, stated: AmountRange
) -> AmountRange | None:
    """The mineral in a weight of compound, over all forms it may be; `None` where unknown."""
    found: AmountRange | None = None
    for id in item.forms:
        form = catalog.forms.get(id)
        try:
            if form is None:
                return None
            low = form.elemental(stated.low, mineral.id).low
            high = form.elemental(stated.high, mineral.id).high
        except NotComputableError:
            return None
        found = AmountRange(low, high) if found is None else found.union(AmountRange(low, high))
    return found
