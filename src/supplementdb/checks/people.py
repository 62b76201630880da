# SPDX-License-Identifier: MIT
"""What a person's profile means in the terms of a catalog."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import attrs

from ..amounts import Amount
from ..catalog import Catalog, Collection
from ..errors import UnitError
from ..finding import Finding, Level
from ..model.axes import Action
from ..model.common import Population, Stage
from ..model.substance import Mineral
from ..names.resolve import Resolution, Status, resolve_in
from ..regimen import Line, Person

__all__ = [
    "CHILD",
    "Known",
    "applies",
    "condition_ids",
    "eaten",
    "joined",
    "lineage",
    "not_one",
    "reach",
    "resolved",
    "unresolved",
    "wider_conditions",
    "without_rules",
]


def __dir__() -> list[str]:
    return __all__


K = TypeVar("K")

# From here on a band alone is no disease: KDIGO asks for a sign of kidney damage as well.
_REDUCED_EGFR = 60
# Groups that end before this age hold nobody who is pregnant or lactating.
CHILD = 108


@attrs.frozen
class Known:
    """A text of the profile, the record that it names, and the words beside the name."""

    text: str
    record: Any
    beside: tuple[str, ...] = ()


def applies(population: Population, person: Person) -> bool | None:
    """Whether a population includes the person; `None`: the profile does not say enough."""
    sex = person.known_sex
    if population.sex is not None and sex is not None and population.sex is not sex:
        return False
    if population.stage is not None and population.stage is not person.stage:
        return False
    low = population.min_months or 0
    age = person.age_months
    if age is None and person.stage is not Stage.NONE and (population.max_months or 999) <= CHILD:
        return False
    if age is not None and (
        age < low or (population.max_months is not None and age >= population.max_months)
    ):
        return False
    needs_age = age is None and (low or population.max_months is not None)
    # A stage of pregnancy or lactation settles the sex.
    needs_sex = (
        sex is None and population.sex is not None and population.stage in (None, Stage.NONE)
    )
    return None if needs_age or needs_sex or population.given is not None else True


def reach(groups: list[Population], start: int) -> int | None:
    """The age in months up to which groups leave none out from a start on; `None`: without end."""
    for group in sorted(groups, key=lambda one: one.min_months or 0):
        if (group.min_months or 0) > start:
            return start
        if group.max_months is None:
            return None
        start = max(start, group.max_months)
    return start


def joined(rows: list[tuple[K, Population]]) -> dict[K, list[str]]:
    """What is said of groups of people, youngest first; both sexes and neighbouring ages as one."""
    found: dict[K, list[Population]] = {}
    for key, group in sorted(rows, key=lambda row: row[1].min_months or 0):
        found.setdefault(key, []).append(group)
    return {key: [str(group) for group in _fewer(groups)] for key, groups in found.items()}


def _fewer(given: list[Population]) -> list[Population]:
    groups = [*dict.fromkeys(given)]
    anybody = [attrs.evolve(group, sex=None) for group in groups]
    both = [
        one if anybody.count(one) > 1 else group for group, one in zip(groups, anybody, strict=True)
    ]
    joined: list[Population] = []
    for here in dict.fromkeys(both):
        for place, group in enumerate(joined):
            follows = attrs.evolve(here, min_months=group.min_months, max_months=here.min_months)
            if group == follows:
                joined[place] = attrs.evolve(group, max_months=here.max_months)
                break
        else:
            joined.append(here)
    return joined


def lineage(collection: Collection[Any], id: str) -> dict[str, int]:
    """A record's id and those of all wider records, each with its distance."""
    distance = {id: 0}
    ahead = [id]
    while ahead:
        here = ahead.pop(0)
        for parent in collection[here].parents:
            if parent not in distance:
                distance[parent] = distance[here] + 1
                ahead.append(parent)
    return distance


def wider_conditions(catalog: Catalog) -> dict[str, dict[str, int]]:
    """The `lineage` of every condition of a catalog, made once."""
    return catalog.derived(_wider_conditions)


def _wider_conditions(catalog: Catalog) -> dict[str, dict[str, int]]:
    return {id: lineage(catalog.conditions, id) for id in catalog.conditions}


def resolved(catalog: Catalog, texts: tuple[str, ...], *kinds: str) -> tuple[Known, ...]:
    """The texts that name one record each; others are left to `unresolved`. Twins count once."""
    known: dict[str, Known] = {}
    for text in texts:
        answer = resolve_in(catalog, text, *kinds, guess=False)
        if answer.status is Status.RESOLVED:
            known.setdefault(answer.record.id, Known(text, answer.record))
    return tuple(known.values())


def unresolved(
    catalog: Catalog, texts: tuple[str, ...], what: str, *kinds: str
) -> Iterator[Finding]:
    """A finding for each text that names no record, or more than one."""
    for text in dict.fromkeys(texts):
        answer = resolve_in(catalog, text, *kinds)
        if answer.status is not Status.RESOLVED:
            yield not_one(answer, what)


# What people write among their conditions and is a stage of life here.
_STAGES = {"pregnant", "pregnancy", "breastfeeding", "breast-feeding", "lactating", "lactation"}


def not_one(answer: Resolution, what: str) -> Finding:
    """The finding for a text that names no record, or more than one."""
    ambiguous = answer.status is Status.AMBIGUOUS
    return Finding(
        code="name.ambiguous" if ambiguous else "name.unknown",
        level=Level.NOTE,
        values={
            "text": answer.text,
            "what": what,
            "candidates": [candidate.name for candidate in answer.candidates],
            "is_stage": what == "condition" and answer.text.strip().casefold() in _STAGES,
        },
        inputs=(answer.text,),
    )


def eaten(catalog: Catalog, person: Person) -> Iterator[tuple[str, Amount, Mineral, Amount | None]]:
    """
    What the person's diet brings a day: name and amount as given, the mineral, the amount weighed.

    What names no mineral is left out; `None` is an amount that cannot be weighed.
    """
    for name, amount in person.diet:
        for known in resolved(catalog, (name,), "mineral"):
            mineral = known.record
            try:
                weighed = amount.to(mineral.label_unit, of=mineral)
            except UnitError:
                weighed = None
            yield name, amount, mineral, weighed


def without_rules(
    catalog: Catalog, rules: Collection[Any], lines: tuple[Line, ...], what: str
) -> Iterator[Finding]:
    """
    A finding for the minerals of which no rule of these speaks by name.

    Rules on a class of minerals or on a ligand may still hold; they do not make a mineral covered.
    """
    named = dict.fromkeys(item.mineral for line in lines for item in line.items)
    bare = [id for id in named if id in catalog.minerals and not rules.by(subject=id)]
    if bare:
        minerals = ", ".join(catalog.minerals[id].name for id in bare)
        yield Finding(
            code="coverage.not-covered",
            level=Level.NOTE,
            subjects=tuple(bare),
            action=Action.INFORM,
            values={"what": f"{what} with {minerals}, of which this edition has no rule"},
        )


def condition_ids(catalog: Catalog, person: Person) -> dict[str, str]:
    """Ids of the person's conditions, given or shown by the eGFR, with the text that says so."""
    found = {
        known.record.id: known.text for known in resolved(catalog, person.conditions, "condition")
    }
    if person.egfr is not None:
        for id, condition in catalog.conditions.items():
            below = condition.egfr_below
            if below is None or below > _REDUCED_EGFR:
                continue
            if (condition.egfr_from or 0) <= person.egfr < below:
                found.setdefault(id, "eGFR")
    return found
