# SPDX-License-Identifier: MIT
"""The dose check: daily totals against the limits of one authority."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from ..amounts import Amount, AmountRange
from ..catalog import Catalog
from ..finding import Finding, Level, Total, level_of
from ..model.axes import Action, Evidence, Likelihood, Severity
from ..model.common import Population
from ..model.intake import Authority, IntakeKind, ReferenceIntake
from ..names.lines import lines_of
from ..regimen import Basis, Doubt, Item, Line, Person
from .limits import Compared, compared, counting, daily, fitting_limits
from .people import applies, eaten, unresolved
from .policy import Policy
from .totals import contribution, totals

__all__ = ["check_dose"]


def __dir__() -> list[str]:
    return __all__


# A slip of unit is a factor of 1,000; nobody takes twenty times a limit on purpose.
_SUSPECT = 20
# From here on the harm may be worse than the effect that the limit rests on.
_FAR_ABOVE = 5
# Set where no threshold of harm was found, or below it: going above them need do no harm.
_CAUTIOUS = {IntakeKind.SAFE, IntakeKind.GL, IntakeKind.PERMITTED}


def check_dose(
    catalog: Catalog, regimen: Sequence[Any], person: Person, policy: Policy = Policy()
) -> Iterator[Finding]:
    """
    Compare what a regimen delivers with the limits of the policy's authority.

    Args:
        catalog: Where the records are.
        regimen: Lines, or texts of lines.
        person: Whom it is for; what is unknown of them widens the groups that are compared.
        policy: Whose limits.

    Yields:
        Findings ``dose.*``, and ``input.unreadable`` or ``coverage.not-covered`` for what could not
        be compared.
    """
    lines = lines_of(catalog, regimen)
    for line in lines:
        for item in line.items:
            yield from _item_findings(catalog, item, line)
    yield from _diet_findings(catalog, person)
    for mineral, total in totals(catalog, lines, person).items():
        yield from _limit_findings(catalog, mineral, total, person, policy)


# -- lines ----------------------------------------------------------------------------------


def _item_findings(catalog: Catalog, item: Item, line: Line) -> Iterator[Finding]:
    mineral = catalog.minerals.get(item.mineral)
    if mineral is None:
        values = {"text": line.text, "what": f"the mineral {item.mineral!r}"}
        yield _note("coverage.not-covered", line.text, values)
        return
    for id in item.forms:
        if id not in catalog.forms:
            values = {"text": line.text, "what": f"the form {id!r}"}
            yield _note("coverage.not-covered", line.text, values, mineral.id)
    about: dict[str, Any] = {"text": line.text, "mineral": mineral.name, "doubts": [*item.doubts]}
    made = contribution(catalog, item, line.text)
    if made.amount is None:
        if item.amount is None:
            yield _note("input.unreadable", line.text, about, mineral.id)
        else:
            about["amount"] = item.amount
            yield _note("dose.not-comparable", line.text, about, mineral.id)
    elif made.amount != made.elemental and (item.basis is Basis.UNKNOWN or not made.compound):
        about |= {
            "elemental": made.elemental,
            "compound": made.compound,
            "supports": item.supports,
            "forms": [catalog.forms[id].name for id in item.forms if id in catalog.forms],
        }
        yield _note("dose.basis-unknown", line.text, about, mineral.id, *item.forms)
    elif {*item.doubts} & {Doubt.NUMBER_AMBIGUOUS, Doubt.AMOUNT_UNCLEAR, Doubt.PERCENT_CONTRADICTS}:
        about["amount"] = made.amount
        yield _note("input.unreadable", line.text, about, mineral.id)


def _diet_findings(catalog: Catalog, person: Person) -> Iterator[Finding]:
    """What of the diet names no mineral, or cannot be weighed."""
    yield from unresolved(catalog, tuple(name for name, _ in person.diet), "mineral", "mineral")
    for name, amount, mineral, weighed in eaten(catalog, person):
        if weighed is None:
            about = {"mineral": mineral.name, "amount": amount}
            yield _note("dose.not-comparable", f"diet: {name} {amount}", about, mineral.id)


def _note(code: str, text: str, values: dict[str, Any], *subjects: str) -> Finding:
    return Finding(
        code=code,
        level=Level.NOTE,
        subjects=subjects,
        action=Action.INFORM,
        values=values,
        inputs=(text,),
    )


# -- limits ---------------------------------------------------------------------------------


def _limit_findings(
    catalog: Catalog, mineral: str, total: Total, person: Person, policy: Policy
) -> Iterator[Finding]:
    name = catalog.minerals[mineral].name
    inputs = tuple(part.text for part in total.contributions)

    def made(
        code: str, level: Level, authority: Authority, *records: ReferenceIntake, **more: Any
    ) -> Finding:
        values = {
            "mineral": name,
            "authority": authority,
            "total": total.supplemental,
            "is_floor": total.is_floor,
        }
        return Finding(
            code=code,
            level=level,
            subjects=(mineral,),
            action=Action.INFORM,
            values={**values, **more},
            sources=tuple(dict.fromkeys(record.source for record in records)),
            path=(mineral, *(record.id for record in records)),
            inputs=inputs,
        )

    comparable: list[Compared] = []
    for authority in counting(catalog, mineral, person, policy):
        limits = fitting_limits(catalog, mineral, authority, person)
        found = compared(catalog, limits, total, person)
        comparable += found
        # What only comes along with another mineral is compared, and silent otherwise.
        if not total.is_named:
            continue
        if not limits:
            what = f"a limit of {authority.value} for {name}"
            yield made("coverage.not-covered", Level.NOTE, authority, what=what)
        unset = [limit for limit in limits if limit.amount is None]
        # That there is no limit of another kind is no news where one holds.
        if unset and not any(applies(one.limit.population, person) for one in found):
            wordings = [f"{limit.population}: {limit.unset}" for limit in unset]
            yield made("dose.no-limit-set", Level.NOTE, authority, *unset, wordings=wordings)
        for limit in limits:
            if limit.amount is not None and daily(limit, person) is None:
                what = "a limit for each kilogram, because no body weight is given"
                yield made("coverage.not-covered", Level.NOTE, authority, limit, what=what)
        lacking = [one for one in found if one.lacks_food and not one.is_over]
        if lacking:
            records = [one.limit for one in lacking]
            what = _lacking([one.amount for one in lacking])
            yield made("coverage.not-covered", Level.NOTE, authority, *records, what=what)
    over = [one for one in comparable if one.is_over]
    if not over:
        return
    lowest = min(over, key=lambda one: one.amount)
    limit, amount, counted = lowest.limit, lowest.amount, lowest.counted
    mine = [one for one in over if one.limit.authority is limit.authority]
    others = [one for one in over if one.limit.authority is not limit.authority]
    recommended = _recommended_above(catalog, limit, person, amount)
    yield made(
        "dose.above-limit",
        _level(catalog, limit, amount, counted),
        limit.authority,
        *(one.limit for one in mine),
        *recommended,
        *(one.limit for one in others),
        total=counted,
        limit=amount,
        kind=limit.kind,
        scope=limit.scope,
        only=[catalog.forms[id].name for id in limit.forms],
        without=[catalog.forms[id].name for id in limit.except_forms],
        population=str(limit.population),
        edition=limit.edition,
        certain=counted.low > amount,
        recommended=[(record.kind, record.amount) for record in recommended],
        groups=_groups(mine) if _is_unsure(mine, comparable, person) else [],
        others=[(one.limit.authority, one.limit.kind, one.amount) for one in others],
    )
    highest = max(one.amount for one in comparable)
    if highest.value and counted.high / highest >= _SUSPECT:
        more: dict[str, Any] = {"total": counted, "limit": highest, "factor": _SUSPECT}
        yield made("dose.unit-suspect", Level.NOTE, limit.authority, limit, **more)


def _lacking(amounts: list[Amount]) -> str:
    """What was not counted against limits, in one sentence for all groups of an authority."""
    low, high = min(amounts), max(amounts)
    if low == high:
        return f"food, which the limit of {low} counts too"
    return f"food, which the limits of {low} to {high} count too"


def _is_unsure(mine: list[Compared], comparable: list[Compared], person: Person) -> bool:
    """Whether the profile leaves open which group of the authority applies."""
    authority = mine[0].limit.authority
    return any(
        applies(one.limit.population, person) is None
        for one in comparable
        if one.limit.authority is authority
    )


def _level(catalog: Catalog, limit: ReferenceIntake, amount: Amount, counted: AmountRange) -> Level:
    """The level of an exceeded limit, from the effect it rests on and how far it is exceeded."""
    effect = catalog.adverse_effects.get(limit.basis) if limit.basis else None
    severity = effect.severity if effect else Severity.MODERATE
    if not amount.value or counted.low / amount >= _FAR_ABOVE:
        steps = [*Severity]
        severity = steps[min(steps.index(severity) + 1, len(steps) - 1)]
    likelihood = Likelihood.UNLIKELY if limit.kind in _CAUTIOUS else Likelihood.PROBABLE
    # An authority's limit rests on its review of all studies.
    return level_of(severity, likelihood, Evidence.SYSTEMATIC_REVIEW)


def _groups(over: list[Compared]) -> list[tuple[Amount, list[str]]]:
    """Limits and the groups they are for, lowest limit first, neighbouring ages joined."""
    found: dict[Amount, list[Population]] = {}
    for one in sorted(over, key=lambda one: one.limit.population.min_months or 0):
        groups = found.setdefault(one.amount, [])
        here = one.limit.population
        for place, group in enumerate(groups):
            if (group.sex, group.stage, group.given, group.max_months) == (
                here.sex,
                here.stage,
                here.given,
                here.min_months,
            ):
                groups[place] = attrs.evolve(group, max_months=here.max_months)
                break
        else:
            groups.append(here)
    return [(amount, [str(group) for group in found[amount]]) for amount in sorted(found)]


def _recommended_above(
    catalog: Catalog, limit: ReferenceIntake, person: Person, amount: Amount
) -> list[ReferenceIntake]:
    """Recommended intakes that lie above the limit, which readers take for a contradiction."""
    return [
        intake
        for intake in catalog.intakes.by(nutrient=limit.nutrient)
        if intake.authority is limit.authority
        and intake.is_in_force()
        and intake.kind.is_recommendation
        and intake.amount is not None
        and applies(intake.population, person)
        and intake.amount > amount
    ]
