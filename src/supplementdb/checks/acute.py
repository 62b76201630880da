# SPDX-License-Identifier: MIT
"""What is taken on one day against amounts that are toxic at once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from ..amounts import Amount
from ..catalog import Catalog
from ..finding import Finding, Level, level_of
from ..model.axes import Action, Evidence, Likelihood, Severity
from ..model.common import Per, Stage
from ..model.effect import AdverseEffect, Cause
from ..regimen import Item, Line, Person
from ..report import Total
from .interactions import cited
from .totals import totals

__all__ = ["acute_findings"]


def __dir__() -> list[str]:
    return __all__


# Where the weight is not known, an amount is asked about that would be toxic to somebody light of
# that age: from so many months on so many kilograms.
_LIGHT_KG = ((216, 40), (144, 25), (60, 15), (12, 8), (0, 3))
_URGENT = (Severity.SERIOUS, Severity.LIFE_THREATENING)
_PER = {Per.INTAKE: "", Per.KG_INTAKE: " for each kg of body weight"}


@attrs.frozen
class _Toxic:
    """An amount that is toxic at once, for this person."""

    effect: AdverseEffect
    cause: Cause
    published: Amount
    amount: Amount

    def level(self, *, certain: bool) -> Level:
        """How grave it is to reach the amount."""
        likelihood = Likelihood.PROBABLE if certain else Likelihood.UNLIKELY
        return level_of(self.effect.severity, likelihood, Evidence.OBSERVATIONAL)


def acute_findings(catalog: Catalog, lines: tuple[Line, ...], person: Person) -> Iterator[Finding]:
    """
    Compare what is taken of each mineral on one day with amounts known to be toxic at once.

    What is taken once a week counts in full on its day, and all of a day counts as taken at once:
    a day's amount of this size is no dose.

    Yields:
        ``dose.single-dose-high`` for the gravest effect; ``coverage.not-covered`` where the amount
        is one for each kilogram and the body weight is not known.
    """
    whole = tuple(attrs.evolve(line, items=tuple(map(_on_its_day, line.items))) for line in lines)
    weighed = person.weight_kg is not None
    for mineral, total in totals(catalog, whole).items():
        most = total.supplemental.high
        reached = [one for one in _toxic(catalog, mineral, person) if most >= one.amount]
        sure = [one for one in reached if weighed or one.cause.per is Per.INTAKE]
        if sure:
            yield _high(catalog, mineral, total, sure)
        gravest = max((one.level(certain=True) for one in sure), default=None)
        asked = [
            one
            for one in reached
            if one not in sure and (gravest is None or one.level(certain=True) > gravest)
        ]
        if asked:
            yield _unweighed(catalog, mineral, total, asked)


def _on_its_day(item: Item) -> Item:
    return attrs.evolve(item, per_day=max(item.per_day, Decimal(1)))


def _toxic(catalog: Catalog, mineral: str, person: Person) -> Iterator[_Toxic]:
    # Nobody who is pregnant is a child; without an age a child of a year is thought of.
    age = person.age_months
    if age is None:
        age = 216 if person.stage is not Stage.NONE else 12
    weight = person.weight_kg or Decimal(next(kg for months, kg in _LIGHT_KG if age >= months))
    for effect, cause, published in catalog.derived(_by_mineral).get(mineral, ()):
        amount = published * weight if cause.per is Per.KG_INTAKE else published
        yield _Toxic(effect, cause, published, amount)


def _by_mineral(catalog: Catalog) -> dict[str, list[tuple[AdverseEffect, Cause, Amount]]]:
    """The amounts toxic at once of each mineral."""
    found: dict[str, list[tuple[AdverseEffect, Cause, Amount]]] = {}
    for effect in catalog.adverse_effects.values():
        for cause in effect.caused_by:
            if cause.per in _PER and cause.from_amount is not None:
                found.setdefault(cause.subject, []).append((effect, cause, cause.from_amount))
    return found


def _high(catalog: Catalog, mineral: str, total: Total, reached: list[_Toxic]) -> Finding:
    worst = max(reached, key=lambda one: (one.level(certain=True), one.amount))
    certain = total.supplemental.low >= worst.amount
    return Finding(
        code="dose.single-dose-high",
        level=worst.level(certain=certain),
        subjects=(mineral, worst.effect.id),
        action=Action.AVOID,
        values={
            "mineral": catalog.minerals[mineral].name,
            "taken": total.supplemental,
            "amount": worst.amount,
            "published": f"{worst.published}{_PER[worst.cause.per]}",
            "effect": worst.effect.name,
            "note": worst.cause.note,
            "certain": certain,
            "urgent": worst.effect.severity in _URGENT,
            "cited": cited(catalog, worst.cause.sources),
        },
        sources=tuple(dict.fromkeys(citation.source for citation in worst.cause.sources)),
        path=(mineral, worst.effect.id),
        inputs=tuple(dict.fromkeys(part.text for part in total.contributions)),
    )


def _unweighed(catalog: Catalog, mineral: str, total: Total, reached: list[_Toxic]) -> Finding:
    first = min(reached, key=lambda one: one.amount)
    level = max(one.level(certain=False) for one in reached)
    what = (
        f"whether {total.supplemental} of {catalog.minerals[mineral].name} on one day is toxic "
        f"({first.effect.name} is known from {first.published}{_PER[first.cause.per]}), because "
        "no body weight is given"
    )
    if any(one.effect.severity in _URGENT for one in reached):
        what += "; if so much was swallowed, call a poison centre now"
    return Finding(
        code="coverage.not-covered",
        level=level,
        subjects=(mineral, first.effect.id),
        action=Action.INFORM,
        values={"what": what},
        sources=tuple(dict.fromkeys(citation.source for citation in first.cause.sources)),
        path=(mineral, first.effect.id),
        inputs=tuple(dict.fromkeys(part.text for part in total.contributions)),
    )
