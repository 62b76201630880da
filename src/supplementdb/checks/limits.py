# SPDX-License-Identifier: MIT
"""Whose limits count for a person, and what is counted against each."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ..amounts import Amount, AmountRange
from ..catalog import Catalog
from ..model.common import Per
from ..model.intake import Authority, ReferenceIntake, Scope
from ..regimen import Person
from ..report import Margin, Total
from .people import applies
from .policy import Policy

__all__ = [
    "Compared",
    "compared",
    "counting",
    "daily",
    "fitting_limits",
    "margins",
    "uncounted",
]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class Compared:
    """
    A limit and what is counted against it.

    Attributes:
        limit: The limit.
        amount: The limit a day, for this person where it is one for each kilogram.
        counted: What the regimen delivers of what the limit counts, in the unit of ``amount``.
        lacks_food: Whether the limit counts food and what food brings is not known.
    """

    limit: ReferenceIntake
    amount: Amount
    counted: AmountRange
    lacks_food: bool

    @property
    def is_over(self) -> bool:
        """Whether the limit is exceeded by any reading; reaching it is not above it."""
        return self.counted.high > self.amount


def fitting_limits(
    catalog: Catalog, mineral: str, authority: Authority, person: Person
) -> list[ReferenceIntake]:
    """The limits in force of an authority that hold for a person, or may hold."""
    known = catalog.derived(_limits)
    if mineral not in known:
        known[mineral] = [
            intake
            for intake in catalog.intakes.by(nutrient=mineral)
            if intake.kind.is_limit and intake.is_in_force()
        ]
    return [
        intake
        for intake in known[mineral]
        if intake.authority is authority and applies(intake.population, person) is not False
    ]


def _limits(_: Catalog) -> dict[str, list[ReferenceIntake]]:
    """The limits in force of each mineral; filled when a mineral is first asked for."""
    return {}


def counting(
    catalog: Catalog, mineral: str, total: Total, person: Person, policy: Policy
) -> Sequence[Authority]:
    """
    The authorities whose limits count for what is taken of a mineral, by the policy.

    Of several in order: the first with a number that counts any of it, after those with none.
    """
    if policy.strictest:
        return policy.authorities
    silent: list[Authority] = []
    for authority in policy.authorities:
        limits = fitting_limits(catalog, mineral, authority, person)
        if any(
            daily(limit, person) is not None
            and _is_counted(catalog, limit, part.forms) is not False
            for limit in limits
            for part in total.contributions
        ):
            return (*silent, authority)
        if limits:
            silent.append(authority)
    return silent or policy.authorities[:1]


def compared(
    catalog: Catalog, limits: Sequence[ReferenceIntake], total: Total, person: Person
) -> list[Compared]:
    """
    Each limit that is a number for this person, with what is counted against it.

    Of a limit on forms only what lines bring is counted: of the diet no form is known.
    """
    found = []
    for limit in limits:
        amount = daily(limit, person)
        if amount is None:
            continue
        takes_food = limit.scope is Scope.TOTAL
        is_of_forms = bool(limit.forms or limit.except_forms)
        if is_of_forms:
            counted = _of_forms(catalog, limit, total)
        else:
            counted = total.all_sources if takes_food else total.supplemental
        lacks_food = takes_food and (is_of_forms or not total.food_known)
        found.append(Compared(limit, amount, counted.to(amount.unit), lacks_food))
    return found


def uncounted(catalog: Catalog, limits: Sequence[ReferenceIntake], total: Total) -> tuple[str, ...]:
    """The texts of lines whose forms none of these limits counts."""
    return tuple(
        part.text
        for part in total.contributions
        if not part.food
        and all(_is_counted(catalog, limit, part.forms) is False for limit in limits)
    )


def _of_forms(catalog: Catalog, limit: ReferenceIntake, total: Total) -> AmountRange:
    """What the lines bring of the forms that a limit counts; an open form may be one of them."""
    counted = total.supplemental * 0
    for part in total.contributions:
        if part.amount is None or (part.food and limit.scope is not Scope.TOTAL):
            continue
        counts = _is_counted(catalog, limit, part.forms)
        if counts is None:
            counted += part.amount.union(part.amount * 0)
        elif counts:
            counted += part.amount
    return counted


def _is_counted(catalog: Catalog, limit: ReferenceIntake, forms: tuple[str, ...]) -> bool | None:
    """Whether a limit counts what is one of these forms; `None`: not known which it is."""
    if not limit.forms and not limit.except_forms:
        return True
    named = [catalog.forms.get(id) for id in forms]
    known = [form for form in named if form is not None]
    if not known or len(known) < len(named):
        return None
    inside = {
        id
        for one in (*limit.forms, *limit.except_forms)
        for id in (one, *catalog.forms[one].members)
    }
    # An unspecified form may be any of its members.
    found = {id for form in known for id in form.members or (form.id,)}
    if found <= inside:
        return bool(limit.forms)
    return None if found & inside else not limit.forms


def daily(limit: ReferenceIntake, person: Person) -> Amount | None:
    """A limit as an amount a day; `None`: none is set, or the body weight is not known."""
    if limit.amount is None or limit.per is Per.DAY:
        return limit.amount
    return None if person.weight_kg is None else limit.amount * person.weight_kg


def margins(
    catalog: Catalog, totals: dict[str, Total], person: Person, policy: Policy
) -> dict[str, tuple[Margin, ...]]:
    """What is left under each limit that counts, mineral by mineral."""
    return {
        mineral: tuple(
            Margin(
                limit=found.limit.id,
                authority=found.limit.authority.value,
                kind=found.limit.kind.value,
                scope=found.limit.scope.value,
                population=str(found.limit.population),
                amount=found.amount,
                counted=found.counted,
                lacks_food=found.lacks_food,
            )
            for authority in counting(catalog, mineral, total, person, policy)
            for found in compared(
                catalog, fitting_limits(catalog, mineral, authority, person), total, person
            )
        )
        for mineral, total in totals.items()
    }
