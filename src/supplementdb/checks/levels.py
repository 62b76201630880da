# SPDX-License-Identifier: MIT
"""How grave an exceeded limit is, and how certain."""

from __future__ import annotations

import operator
from typing import Any

from ..catalog import Catalog
from ..finding import Level, level_of
from ..model.axes import Evidence, Likelihood, Severity
from ..model.intake import IntakeKind
from ..regimen import Person
from .limits import Compared
from .people import applies

__all__ = ["is_certain", "level_of_group", "level_over", "measure"]


def __dir__() -> list[str]:
    return __all__


# From each of these on the harm may be one step worse than the effect that the limit rests on.
_FAR_ABOVE = (5, 20)
# Set where no threshold of harm was found, or below it: going above them need do no harm, and
# going far above them says little.
_CAUTIOUS = {IntakeKind.SAFE, IntakeKind.GL, IntakeKind.PERMITTED}


def measure(one: Compared) -> tuple[Any, ...]:
    """Limits that agree in this say the same of different groups of people."""
    limit = one.limit
    return limit.authority, limit.kind, limit.scope, limit.per


def level_over(catalog: Catalog, comparable: list[Compared], person: Person) -> Level:
    """The level of exceeded limits, by those of whichever authority it is the gravest."""
    levels = []
    for same in {measure(one) for one in comparable if one.is_over}:
        alike = [one for one in comparable if measure(one) == same]
        level = level_of_group(catalog, alike, person)
        over = [_level_of(catalog, one) for one in alike if one.is_over]
        levels.append(level or min(Level.MINOR, *over))
    return max(levels)


def level_of_group(catalog: Catalog, alike: list[Compared], person: Person) -> Level | None:
    """
    The level by limits of one measure.

    Where the profile leaves open which group applies, the mildest group counts. `None`: another
    group's limit is kept, so that the level is minor at most.
    """
    over = [one for one in alike if one.is_over]
    sure = [_level_of(catalog, one) for one in over if applies(one.limit.population, person)]
    if sure:
        return max(sure)
    if len(over) < len(alike):
        return None
    return min(_level_of(catalog, one) for one in over)


def is_certain(alike: list[Compared], person: Person) -> bool:
    """Whether a limit that applies, or that of each group that may, is exceeded by any reading."""
    exceeded = [one.counted.low > one.amount for one in alike]
    sure = [applies(one.limit.population, person) for one in alike]
    return all(exceeded) or any(map(operator.and_, exceeded, map(bool, sure)))


def _level_of(catalog: Catalog, one: Compared) -> Level:
    """The level of one exceeded limit, from the effect it rests on and how far it is exceeded."""
    limit = one.limit
    effect = catalog.adverse_effects.get(limit.basis) if limit.basis else None
    severity = effect.severity if effect else Severity.MODERATE
    is_cautious = limit.kind in _CAUTIOUS
    steps = [*Severity]
    far = _FAR_ABOVE[1:] if is_cautious else _FAR_ABOVE
    above = sum(one.counted.low >= one.amount * times for times in far)
    severity = steps[min(steps.index(severity) + above, len(steps) - 1)]
    likelihood = Likelihood.UNLIKELY if is_cautious else Likelihood.PROBABLE
    # An authority's limit rests on its review of all studies.
    return level_of(severity, likelihood, Evidence.SYSTEMATIC_REVIEW)
