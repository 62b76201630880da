# SPDX-License-Identifier: MIT
"""The person's medicines: what they name, how they are used, and what their names leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from ..catalog import Catalog
from ..finding import Finding, Level
from ..model.axes import Action
from ..model.interaction import Effect, Interaction
from ..model.medication import Medication, MedicationClass
from ..names.beside import DENYING, LOCAL, NOT_SWALLOWED, SWALLOWED
from ..names.label import read_line
from ..names.resolve import Status, resolve_in
from ..regimen import Line
from ..spelling import tokens
from .people import Known, lineage, not_one

__all__ = [
    "in_the_gut",
    "may_hold",
    "medicines",
    "narrower",
    "uncounted",
    "unnamed",
    "used_locally",
    "wider",
]


def __dir__() -> list[str]:
    return __all__


_KINDS = ("medication", "medication_class")
_IN_THE_GUT = {
    Effect.OBJECT_ABSORPTION_REDUCED,
    Effect.OBJECT_ABSORPTION_INCREASED,
    Effect.SUBJECT_ABSORPTION_REDUCED,
    Effect.SUBJECT_ABSORPTION_INCREASED,
}


def medicines(catalog: Catalog, texts: Iterable[str]) -> tuple[Known, ...]:
    """
    The medicines that texts name, each once for each use; one text may name several.

    A class beside one of its medicines ("statin (atorvastatin)") only explains it.
    """
    found: dict[tuple[str, bool, bool], Known] = {}
    for text in texts:
        answer = resolve_in(catalog, text, *_KINDS, guess=False)
        named = []
        if answer.status is Status.RESOLVED:
            named = [Known(text, answer.record, answer.beside)]
        elif answer.status is Status.SEVERAL:
            sections = (catalog.medications, catalog.medication_classes)
            ids = [candidate.id for candidate in answer.candidates]
            records = [here[id] for id in ids for here in sections if id in here]
            named = [
                Known(text, record)
                for record in records
                if not any(record.id in wider(catalog, one) for one in records)
            ]
        for one in named:
            place = (one.record.id, in_the_gut(one), used_locally(one))
            found.setdefault(place, one)
    return tuple(found.values())


def wider(catalog: Catalog, record: Medication | MedicationClass) -> set[str]:
    """Ids of the classes that a medicine or class belongs to."""
    starts = record.classes if isinstance(record, Medication) else record.parents
    return {id for start in starts for id in lineage(catalog.medication_classes, start)}


def in_the_gut(known: Known) -> bool:
    """Whether a medicine may be in the gut: nothing says that it is used otherwise."""
    return not _use(known, NOT_SWALLOWED)


def used_locally(known: Known) -> bool:
    """Whether little of a medicine reaches the body beyond the place where it is used."""
    return bool(_use(known, LOCAL))


def _use(known: Known, words: frozenset[str]) -> set[str]:
    """The words beside a name that say how it is used; an antacid gel is swallowed."""
    if SWALLOWED.intersection(known.beside):
        return set()
    classes = (known.record.id, *getattr(known.record, "classes", ()))
    is_antacid = any(id.endswith(("antacid", "antacids")) for id in classes)
    return {*known.beside} & words - ({"gel", "gels"} if is_antacid else set())


def may_hold(rule: Interaction, known: Known) -> bool:
    """Whether a rule can hold for a medicine in the way it is used."""
    return rule.effect not in _IN_THE_GUT or in_the_gut(known)


def unnamed(catalog: Catalog, texts: Iterable[str]) -> Iterator[Finding]:
    """A finding for each text that names no medicine, or leaves open which."""
    for text in dict.fromkeys(texts):
        answer = resolve_in(catalog, text, *_KINDS)
        if answer.status in (Status.AMBIGUOUS, Status.UNKNOWN):
            finding = not_one(answer, "medicine")
            if not DENYING.isdisjoint(tokens(text)):
                finding = attrs.evolve(finding, values={**finding.values, "is_denied": True})
            elif answer.status is Status.UNKNOWN and read_line(catalog, text).items:
                finding = attrs.evolve(finding, values={**finding.values, "is_mineral": True})
            yield finding


def uncounted(
    catalog: Catalog, lines: tuple[Line, ...], known: tuple[Known, ...]
) -> Iterator[Finding]:
    """A finding for each mineral that is taken and is in a medicine, too: no total counts that."""
    taken = dict.fromkeys(item.mineral for line in lines for item in line.items)
    for one in known:
        for mineral in () if used_locally(one) else getattr(one.record, "minerals", ()):
            if mineral in taken:
                name = catalog.minerals[mineral].name
                what = (
                    f"how much {name} {one.record.name} brings: no total counts it; give it with "
                    "its amount among what is taken"
                )
                yield Finding(
                    code="coverage.not-covered",
                    level=Level.NOTE,
                    subjects=(mineral, one.record.id),
                    action=Action.INFORM,
                    values={"what": what},
                    path=(mineral, one.record.id),
                    inputs=(one.text,),
                )


def narrower(catalog: Catalog, id: str) -> frozenset[str]:
    """
    Ids that a rule may name to mean some medicines of a class, and not all.

    The medicines and classes within it, and the other classes that its medicines belong to; those
    of a combination ("a and b") come from its other half.
    """
    return catalog.derived(_narrower).get(id, frozenset())


def _narrower(catalog: Catalog) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {id: set() for id in catalog.medication_classes}
    above_each = {id: wider(catalog, record) for id, record in catalog.medication_classes.items()}
    for id, classes in above_each.items():
        for above in classes:
            found[above].add(id)
    for id, record in catalog.medications.items():
        classes = wider(catalog, record)
        others = set() if " and " in record.name else classes
        for above in classes:
            found[above] |= {id, *others}
    return {id: frozenset(ids - above_each[id] - {id}) for id, ids in found.items()}
