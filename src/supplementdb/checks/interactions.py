# SPDX-License-Identifier: MIT
"""The interaction check: what is taken against the medicines that are taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..catalog import Catalog
from ..finding import Finding, Level
from ..model.axes import Action
from ..model.common import Citation
from ..model.factor import Factor
from ..model.interaction import Effect, Interaction
from ..model.medication import MedicationClass
from ..model.substance import Mineral
from ..names.lines import lines_of
from ..regimen import Line, Person
from .matching import (
    Match,
    bare_lines,
    fits,
    keeps,
    level_if,
    matches,
    nutrient_matches,
    objects,
    of_forms,
    subjects,
    which_form,
)
from .medicines import may_hold, medicines, narrower, uncounted, unnamed, used_locally
from .people import Known, without_rules
from .policy import Policy
from .totals import totals

__all__ = ["check_interactions", "cited"]


def __dir__() -> list[str]:
    return __all__


_HELPS = {Effect.SUBJECT_ABSORPTION_INCREASED}
# Of the medicines that a class may mean, so many are named.
_EXAMPLES = 4


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
        of which there is no rule, for one that a medicine brings too, and for a class of medicines
        of which some have rules of their own.
    """
    yield from unnamed(catalog, person.medications)
    lines = lines_of(catalog, regimen, guesses=policy.accept_spelling)
    known = medicines(catalog, person.medications)
    if known:
        yield from without_rules(catalog, catalog.interactions, lines, "medicines")
    yield from uncounted(catalog, lines, known)
    grouped: dict[tuple[str, str], list[Match]] = {}
    for match in (*matches(catalog, lines, person), *nutrient_matches(catalog, lines)):
        # Nobody can part what is in one product; an amount may be too much all the same.
        if match.is_inseparable and match.rule.from_amount is None:
            continue
        grouped.setdefault((match.rule.id, match.known.record.id), []).append(match)
    for found in grouped.values():
        yield _finding(catalog, found)
    yield from _which_form(catalog, lines, known, grouped)
    for one in known:
        if isinstance(one.record, MedicationClass):
            told = [match for found in grouped.values() for match in found if match.known == one]
            yield from _which(catalog, lines, one, told)


def _which(
    catalog: Catalog, lines: tuple[Line, ...], known: Known, told: list[Match]
) -> Iterator[Finding]:
    """Say so where only some medicines of a class have a rule, or a stricter one than the class."""
    members = narrower(catalog, known.record.id)
    taken = totals(catalog, lines)
    holds: dict[tuple[str, Effect], list[Interaction]] = {}
    for match in told:
        holds.setdefault((match.item.mineral, match.rule.effect), []).append(match.rule)
    found: dict[str, dict[str, Interaction]] = {}
    for item in (item for line in lines for item in line.items):
        for subject in subjects(catalog, item):
            for rule in catalog.interactions.by(subject=subject):
                if (
                    rule.object in members
                    and rule.effect not in _HELPS
                    and may_hold(rule, known)
                    and fits(catalog, rule, item, taken) is not None
                    and all(
                        _is_more(rule, one) for one in holds.get((item.mineral, rule.effect), ())
                    )
                ):
                    found.setdefault(item.mineral, {})[rule.object] = rule
    if not found:
        return
    some = []
    for mineral, rules in found.items():
        names = _members_named(catalog, known, [*rules])
        more = f" and {len(names) - _EXAMPLES} more" if len(names) > _EXAMPLES else ""
        some.append(f"{catalog.minerals[mineral].name} ({', '.join(names[:_EXAMPLES])}{more})")
    hidden = [rule for rules in found.values() for rule in rules.values()]
    yield Finding(
        code="coverage.not-covered",
        # A question is as grave as what it may hide, one step down.
        level=max(level_if(rule, certain=False) for rule in hidden),
        subjects=(*found, known.record.id),
        action=Action.INFORM,
        values={
            "what": (
                f"which of the {known.record.name} it is: some have rules of their own with "
                f"{', '.join(some)}"
            ),
            "rules": [rule.id for rule in hidden],
        },
        path=(next(iter(found)), known.record.id),
        inputs=(known.text,),
    )


def _which_form(
    catalog: Catalog,
    lines: tuple[Line, ...],
    known: tuple[Known, ...],
    grouped: Mapping[tuple[str, str], list[Match]],
) -> Iterator[Finding]:
    """Say so where some forms of a mineral have a rule of their own, and the form is not known."""
    told = {
        (match.item.mineral, match.rule.effect, id)
        for (_, id), found in grouped.items()
        for match in found
    }
    taken = totals(catalog, lines)
    for mineral, line in bare_lines(lines).items():
        found: dict[str, dict[str, str]] = {}
        for item, rule in of_forms(catalog, catalog.interactions, mineral, taken):
            for one in known:
                is_new = (mineral, rule.effect, one.record.id) not in told
                names_it = rule.object in objects(catalog, one.record)
                if is_new and names_it and may_hold(rule, one):
                    found.setdefault(item.forms[0], {})[one.record.name] = rule.id
        if found:
            yield which_form(catalog, mineral, line, found)


def _members_named(catalog: Catalog, known: Known, ids: list[str]) -> list[str]:
    """Names of what rules speak of; of a class that is only in part within the one given, which."""
    within = {known.record.id, *narrower(catalog, known.record.id)}
    found: set[str] = set()
    for id in ids:
        record: Any = catalog.medications.get(id) or catalog.medication_classes[id]
        members = {one for one in narrower(catalog, id) if one in catalog.medications}
        some = members & within
        names = {catalog.medications[one].name for one in some}
        single = {name for name in names if " and " not in name}
        is_whole = not some or 2 * len(some) >= len(members)
        found |= {record.name} if is_whole else single
    return sorted(found)


def _is_more(rule: Interaction, told: Interaction) -> bool:
    """Whether a rule is graver, or asks for more hours, than the one that is told."""
    return level_if(rule, certain=True) > level_if(told, certain=True) or not keeps(
        told.separation, rule.separation
    )


def _finding(catalog: Catalog, found: list[Match]) -> Finding:
    first = found[0]
    rule = first.rule
    items = list(
        dict.fromkeys(id for match in found for id in (match.item.mineral, *match.item.forms))
    )
    doubts = min((match.doubts for match in found), key=len)
    is_local = all(used_locally(match.known) for match in found)
    is_small = all(match.is_small for match in found)
    level = max(match.level for match in found)
    if rule.effect in _HELPS:
        level = Level.NOTE  # what helps is told, and warns of nothing
    is_nutrient = isinstance(first.known.record, (Mineral, Factor))
    other = "nutrient" if is_nutrient else "medication"
    return Finding(
        code=f"interaction.{other}",
        level=level,
        subjects=(*items, first.known.record.id),
        action=rule.action,
        separation=rule.separation,
        values={
            "rule": rule.id,
            "minerals": [catalog.minerals[id].name for id in items if id in catalog.minerals],
            "medication": first.known.record.name,
            "nutrient": is_nutrient,
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
            "likely_from": rule.likely_from if is_small else None,
            "certain": not doubts,
            "doubts": doubts,
            "local": is_local,
            "cited": cited(catalog, rule.sources),
        },
        sources=tuple(dict.fromkeys(citation.source for citation in rule.sources)),
        path=first.path,
        inputs=tuple(dict.fromkeys([m.line.text for m in found] + [m.known.text for m in found])),
    )


def cited(catalog: Catalog, sources: tuple[Citation, ...]) -> list[str]:
    """Publisher, title and place of each source, for people."""
    found = []
    for citation in sources:
        source = catalog.sources[citation.source]
        title = f"{source.publisher}, {source.title}"
        found.append(f"{title}, {citation.locator}" if citation.locator else title)
    return found
