# SPDX-License-Identifier: MIT
"""Percentages of a daily value, as labels print them, both ways."""

from __future__ import annotations

from decimal import Decimal

from .amounts import Amount
from .catalog import Catalog
from .checks.people import applies
from .errors import InputError, NotComputableError
from .loading import or_bundled
from .model.intake import ReferenceIntake, Scope
from .regimen import Person
from .screening import reference_intakes

__all__ = ["daily_amount", "daily_percent", "daily_value"]


def __dir__() -> list[str]:
    return __all__


_SYSTEMS = ("FDA-DV", "EU-NRV")


def daily_value(
    mineral: str,
    *,
    system: str = "FDA-DV",
    person: Person | None = None,
    as_of: str | None = None,
    catalog: Catalog | None = None,
) -> ReferenceIntake:
    """
    Find the yardstick of a label.

    Args:
        mineral: Id of the mineral.
        system: ``"FDA-DV"`` or ``"EU-NRV"``, in any case.
        person: For whom the label is; `None`: adults who are neither pregnant nor lactating.
        as_of: A day in ISO 8601, for the edition of that day; `None`: the one in force.
        catalog: Where to look; `None`: the bundled catalog.

    Raises:
        UnknownIdError: There is no such mineral.
        NotComputableError: The system has no value for it, or several for what is known of the
            person.
        InputError: There is no such system, or ``as_of`` is no date.

    >>> str(daily_value("magnesium").amount), str(daily_value("magnesium", as_of="2010").amount)
    ('420 mg', '400 mg')
    """
    return _yardstick(or_bundled(catalog), mineral, system, person, as_of)[0]


def daily_percent(
    amount: Amount,
    mineral: str,
    *,
    system: str = "FDA-DV",
    person: Person | None = None,
    as_of: str | None = None,
    catalog: Catalog | None = None,
) -> Decimal:
    """
    Give an elemental amount as a percentage of a daily value; see `daily_value`.

    >>> daily_percent(Amount(210, "mg"), "magnesium")
    Decimal('50')
    """
    catalog = or_bundled(catalog)
    _, whole = _yardstick(catalog, mineral, system, person, as_of)
    return 100 * (amount.to(whole.unit, of=catalog.minerals[mineral]) / whole)


def daily_amount(
    percent: float | Decimal,
    mineral: str,
    *,
    system: str = "FDA-DV",
    person: Person | None = None,
    as_of: str | None = None,
    catalog: Catalog | None = None,
) -> Amount:
    """
    Give the elemental amount that a printed percentage stands for; see `daily_value`.

    Raises:
        AmountError: The percentage is below zero, or no number.

    >>> str(daily_amount(50, "magnesium", system="EU-NRV"))
    '188 mg'
    """
    _, whole = _yardstick(or_bundled(catalog), mineral, system, person, as_of)
    return whole * Amount(percent, whole.unit).value / 100


def _yardstick(
    catalog: Catalog, mineral: str, system: str, person: Person | None, as_of: str | None
) -> tuple[ReferenceIntake, Amount]:
    if not isinstance(system, str) or system.upper() not in _SYSTEMS:
        raise InputError("system", f"must be one of {', '.join(_SYSTEMS)}")
    who = Person(age_years=30) if person is None else person
    found = [
        intake
        for intake in reference_intakes(mineral, who, system, as_of, catalog)
        if intake.scope is Scope.LABEL
    ]
    if len(found) == 1 and found[0].amount is not None and applies(found[0].population, who):
        return found[0], found[0].amount
    said = "; ".join(f"{row.population}: {row.value}" for row in found) or "none on record"
    raise NotComputableError(mineral, f"{system.upper()} has no one daily value here: {said}")
