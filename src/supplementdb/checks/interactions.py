# SPDX-License-Identifier: MIT
"""The interaction check: what is taken against the medicines that are taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..amounts import Amount
from ..catalog import Catalog
from ..finding import Finding, Level, level_of
from ..model.axes import Likelihood
from ..model.caution import Caution
from ..model.common import Citation
from ..model.factor import Factor
from ..model.form import FormKind, Role
from ..model.interaction import Effect, Interaction
from ..model.substance import Mineral
from ..names.index import name_index
from ..names.label import MAX_TEXT
from ..names.lines import lines_of
from ..regimen import Item, Line, Person
from ..report import Total
from ..spelling import tokens
from .people import Known, lineage, resolved, unresolved, without_rules
from .policy import Policy
from .totals import totals

__all__ = [
    "Match",
    "check_interactions",
    "cited",
    "factors_named",
    "level_if",
    "matches",
    "nutrient_matches",
    "reaches",
    "roles_fit",
]


def __dir__() -> list[str]:
    return __all__


_HELPS = {Effect.SUBJECT_ABSORPTION_INCREASED}


@attrs.frozen
class Match:
    """
    A rule that holds between a line and a medicine.

    Attributes:
        rule: The rule.
        known: The medicine, with the text that names it.
        item: The item of the line.
        line: The line.
        path: Ids from what is taken, through the rule, to the medicine.
        certain: Whether the form is known to be one that the rule speaks of.
    """

    rule: Interaction
    known: Known
    item: Item
    line: Line
    path: tuple[str, ...]
    certain: bool


def check_interactions(
    catalog: Catalog, regimen: Sequence[Any], person: Person, policy: Policy = Policy()
) -> Iterator[Finding]:
    """
    Find the rules between what is taken and the person's medicines.

    A rule on a mineral holds for each of its forms, one on a class for each member; a record
    for one molecule overrides its class. Several lines against one medicine by one rule are one
    finding.

    Yields:
        ``interaction.medication`` and ``interaction.nutrient``; ``name.unknown`` or
        ``name.ambiguous`` for a medicine that is not found; ``coverage.not-covered`` for a mineral
        of which there is no rule.
    """
    del policy  # the rules do not depend on it
    yield from unresolved(catalog, person.medications, "medicine", "medication", "medication_class")
    lines = lines_of(catalog, regimen)
    if resolved(catalog, person.medications, "medication", "medication_class"):
        yield from without_rules(catalog, catalog.interactions, lines, "medicines")
    grouped: dict[tuple[str, str], list[Match]] = {}
    for match in (*matches(catalog, lines, person), *nutrient_matches(catalog, lines)):
        # Nobody can part what is in one product; an amount may be too much all the same.
        if match.known.text == match.line.text and match.rule.from_amount is None:
            continue
        grouped.setdefault((match.rule.id, match.known.record.id), []).append(match)
    for found in grouped.values():
        yield _finding(catalog, found)


def matches(catalog: Catalog, lines: tuple[Line, ...], person: Person) -> Iterator[Match]:
    """Every rule that holds, most specific only, for each item of each line."""
    medicines = resolved(catalog, person.medications, "medication", "medication_class")
    taken = totals(catalog, lines)
    for known in medicines:
        other = _Other(known, _objects(catalog, known.record))
        for line in lines:
            for item in line.items:
                yield from _best(catalog, item, line, other, taken)


def nutrient_matches(catalog: Catalog, lines: tuple[Line, ...]) -> Iterator[Match]:
    """Rules of one mineral or form against another, or a dietary factor, that is taken too."""
    amounts = totals(catalog, lines)
    for other in lines:
        for factor in factors_named(catalog, other.text):
            named = _Other(Known(other.text, factor), {factor.id: (factor.id,)})
            for line in lines:
                for item in line.items:
                    yield from _best(catalog, item, line, named, amounts)
        for taken in other.items:
            record = catalog.minerals.get(taken.mineral)
            if record is None:
                continue
            ways = {id: (id,) for id in (*taken.forms, taken.mineral)}
            named = _Other(Known(other.text, record), ways)
            for line in lines:
                for item in line.items:
                    if item.mineral != taken.mineral:
                        yield from _best(catalog, item, line, named, amounts)


# What stands between the things that a line names, and the units of their amounts.
_BETWEEN = re.compile(r"[,;+/&()]|\b(?:and|with)\b", re.IGNORECASE)
_UNITS = {"g", "mg", "mcg", "ug", "iu", "ml"}


def factors_named(catalog: Catalog, text: str) -> list[Factor]:
    """The dietary factors that a line names: "milk", and not what is only named after it."""
    if not catalog.factors:
        return []
    index = name_index(catalog)
    found: dict[str, Factor] = {}
    for part in _BETWEEN.split(text[:MAX_TEXT]):
        words = [word for word in tokens(part) if word not in _UNITS and not word[0].isdigit()]
        for entry in index.find(words) if words else ():
            if entry.section == "factors":
                found[entry.id] = catalog.factors[entry.id]
    return [*found.values()]


def _objects(catalog: Catalog, record: Any) -> dict[str, tuple[str, ...]]:
    """Ids that a rule may name to mean this medicine, nearest first, each with the way there."""
    found: dict[str, tuple[str, ...]] = {record.id: (record.id,)}
    for start in getattr(record, "classes", (record.id,)):
        for id in lineage(catalog.medication_classes, start):
            found.setdefault(id, (id, record.id))
    return found


def _subjects(catalog: Catalog, item: Item) -> dict[str, tuple[str, ...]]:
    """Ids that a rule may name to mean this item, nearest first, each with the way there."""
    found: dict[str, tuple[str, ...]] = {id: (id,) for id in item.forms}
    mineral = catalog.minerals.get(item.mineral)
    start = item.forms[:1]
    forms = [catalog.forms[id] for id in item.forms if id in catalog.forms]
    found |= {ligand: (form.id, ligand) for form in forms for ligand in form.ligands}
    found[item.mineral] = (*start, item.mineral)
    for id in mineral.classes if mineral else ():
        found[id] = (*start, item.mineral, id)
    return found


@attrs.frozen
class _Other:
    """The other of two: what names it, and the ids that a rule may mean it by, nearest first."""

    known: Known
    ways: Mapping[str, tuple[str, ...]]


def _best(
    catalog: Catalog, item: Item, line: Line, other: _Other, taken: dict[str, Total]
) -> Iterator[Match]:
    subjects = _subjects(catalog, item)
    best: dict[str, tuple[tuple[bool, int, int], Match]] = {}
    for near, (object_, way) in enumerate(other.ways.items()):
        for rule in catalog.interactions.by(object=object_):
            if rule.subject not in subjects:
                continue
            fits = (
                roles_fit(catalog, item, rule.roles),
                reaches(rule.from_amount, taken.get(item.mineral)),
            )
            if False in fits:
                continue
            fit = None if None in fits else True
            # A record for the molecule overrides its class, then one for the form the mineral.
            # What may hold never hides what does.
            rank = (fit is None, near, [*subjects].index(rule.subject))
            path = (*subjects[rule.subject], rule.id, *way)
            match = Match(rule, other.known, item, line, path, fit is True)
            if rule.effect not in best or rank < best[rule.effect][0]:
                best[rule.effect] = (rank, match)
    for _, match in best.values():
        yield match


def reaches(from_amount: Amount | None, total: Total | None) -> bool | None:
    """Whether what is taken reaches the amount from which a rule holds; `None`: not known."""
    if from_amount is None:
        return True
    if total is None:
        return None
    if total.supplemental.high < from_amount:
        return None if total.is_floor else False
    return True if total.supplemental.low >= from_amount else None


def roles_fit(catalog: Catalog, item: Item, roles: tuple[Role, ...]) -> bool | None:
    """Whether an item is of the forms a rule speaks of; `None`: its form is not known."""
    if not roles:
        return True
    # What is screened is swallowed; what was seen after injection says nothing about it.
    wanted = set(roles) - {Role.PARENTERAL}
    if not wanted:
        return False
    if not item.forms:
        return None
    forms = [catalog.forms[id] for id in item.forms if id in catalog.forms]
    if any(wanted & set(form.roles) for form in forms):
        return True
    vague = len(forms) < len(item.forms) or any(f.kind is FormKind.UNSPECIFIED for f in forms)
    return None if vague else False


def level_if(rule: Interaction | Caution, *, certain: bool) -> Level:
    """The level of a rule; where it holds for some forms and the form is unknown, one step less."""
    likelihood = rule.likelihood if certain else Likelihood.UNLIKELY
    return level_of(rule.severity, likelihood, rule.evidence)


def _finding(catalog: Catalog, found: list[Match]) -> Finding:
    first = found[0]
    rule = first.rule
    items = list(
        dict.fromkeys(id for match in found for id in (match.item.mineral, *match.item.forms))
    )
    certain = any(match.certain for match in found)
    is_nutrient = isinstance(first.known.record, (Mineral, Factor))
    other = "nutrient" if is_nutrient else "medication"
    return Finding(
        code=f"interaction.{other}",
        # What helps is told, and warns of nothing.
        level=Level.NOTE if rule.effect in _HELPS else level_if(rule, certain=certain),
        subjects=(*items, first.known.record.id),
        action=rule.action,
        separation=rule.separation,
        values={
            "rule": rule.id,
            "minerals": [catalog.minerals[id].name for id in items if id in catalog.minerals],
            "medication": first.known.record.name,
            "effect": rule.effect,
            "mechanism": rule.mechanism,
            "severity": rule.severity,
            "likelihood": rule.likelihood,
            "evidence": rule.evidence,
            "summary": rule.summary,
            "management": rule.management,
            "exceptions": rule.exceptions,
            "separations": list(dict.fromkeys(map(str, rule.separations))),
            "roles": [role.value for role in rule.roles],
            "from_amount": rule.from_amount,
            "certain": certain,
            "cited": cited(catalog, rule.sources),
        },
        sources=tuple(dict.fromkeys(citation.source for citation in rule.sources)),
        path=first.path,
        inputs=tuple(dict.fromkeys((*(match.line.text for match in found), first.known.text))),
    )


def cited(catalog: Catalog, sources: tuple[Citation, ...]) -> list[str]:
    """Publisher, title and place of each source, for people."""
    found = []
    for citation in sources:
        source = catalog.sources.get(citation.source)
        title = f"{source.publisher}, {source.title}" if source else citation.source
        found.append(f"{title}, {citation.locator}" if citation.locator else title)
    return found
