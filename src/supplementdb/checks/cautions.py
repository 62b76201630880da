# SPDX-License-Identifier: MIT
"""The caution check: what is taken against the person's conditions and stage of life."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from ..catalog import Catalog
from ..finding import Finding, Level
from ..model.axes import Action
from ..model.caution import Caution, CautionKind
from ..model.common import Stage
from ..names.lines import lines_of
from ..regimen import Item, Line, Person
from ..report import Total
from .interactions import cited
from .matching import (
    bare_lines,
    factors_named,
    fits,
    items_of,
    level_if,
    of_forms,
    reaches,
    which_form,
)
from .people import applies, condition_ids, unresolved, wider_conditions, without_rules
from .policy import Policy
from .totals import totals

__all__ = ["check_cautions"]


def __dir__() -> list[str]:
    return __all__


def check_cautions(
    catalog: Catalog, regimen: Sequence[Any], person: Person, policy: Policy = Policy()
) -> Iterator[Finding]:
    """
    Find the conditions and stages of life that speak against what is taken.

    A caution on a condition holds for all narrower ones; of two on one line of descent the narrower
    counts. Kidney function counts as a condition or as an eGFR.

    Yields:
        ``caution.contraindicated`` and ``caution.caution``; ``coverage.not-covered`` where a
        narrower condition would be contraindicated and the profile does not say, or where a mineral
        has no caution on record;
        ``name.unknown`` or ``name.ambiguous`` for a condition that is not found.
    """
    yield from unresolved(catalog, person.conditions, "condition", "condition")
    lines = lines_of(catalog, regimen, guesses=policy.accept_spelling)
    taken = totals(catalog, lines)
    conditions = condition_ids(catalog, person)
    if conditions or person.stage is not Stage.NONE:
        yield from without_rules(catalog, catalog.cautions, lines, "conditions and stages of life")
    held = dict[str, tuple[str, str]]()
    for id, text in conditions.items():
        for wider, distance in wider_conditions(catalog)[id].items():
            if distance == 0 or wider not in held:
                held[wider] = (id, text)
    found: list[Caution] = []
    unsure: list[Caution] = []
    perhaps: dict[str, list[Caution]] = {}
    for rule in _candidates(catalog, lines, taken):
        fits = applies(rule.population, person) if rule.population is not None else True
        if fits is False:
            continue
        if _is_excepted(catalog, rule, conditions):
            continue
        if rule.condition is not None and rule.condition not in held:
            if _is_perhaps(catalog, rule, conditions, person):
                perhaps.setdefault(rule.subject, []).append(rule)
        elif fits is None:
            unsure.append(rule)
        else:
            found.append(rule)
    for rules in perhaps.values():
        yield _perhaps(catalog, rules)
    yield from _which_form(catalog, lines, taken, (person, conditions), found)
    if unsure:
        yield _unsure(unsure)
    told = {rule: _Told.of(rule, _meant(catalog, rule, lines, taken), taken) for rule in found}
    for rule, here in told.items():
        if not any(
            here.minerals <= told[other].minerals
            and told[other].is_sure >= here.is_sure
            and _outdoes(catalog, told[other], here)
            for other in found
        ):
            yield _finding(catalog, rule, lines, taken, held)


def _names(catalog: Catalog, line: Line, factor: str) -> bool:
    return any(one.id == factor for one in factors_named(catalog, line.text))


@attrs.frozen
class _Told:
    """A caution as it would be told: of which minerals, whether it holds, and how grave it is."""

    rule: Caution
    minerals: set[str]
    is_sure: bool
    level: Level

    @classmethod
    def of(
        cls,
        rule: Caution,
        meant: list[tuple[Line, Item, tuple[str, ...]]],
        taken: dict[str, Total],
    ) -> _Told:
        """The caution on the items that it speaks of."""
        is_sure = any(not doubts for _, _, doubts in meant)
        much = any(reaches(rule.likely_from, taken.get(item.mineral)) for _, item, _ in meant)
        level = level_if(rule, certain=is_sure and much)
        return cls(rule, {item.mineral for _, item, _ in meant}, is_sure, level)

    @property
    def gravity(self) -> tuple[bool, int]:
        """Its word first, then its level."""
        return self.rule.kind is CautionKind.CONTRAINDICATED, self.level.rank


def _which_form(
    catalog: Catalog,
    lines: tuple[Line, ...],
    taken: dict[str, Total],
    profile: tuple[Person, dict[str, str]],
    told: list[Caution],
) -> Iterator[Finding]:
    """Say so where a caution speaks of some forms of a mineral, and the form is not known."""
    wider = wider_conditions(catalog)
    person, conditions = profile
    for mineral, line in bare_lines(lines).items():
        known = {rule.condition or rule.population for rule in told if rule.subject == mineral}
        found: dict[str, dict[str, str]] = {}
        for item, rule in of_forms(catalog, catalog.cautions, mineral, taken):
            who = rule.condition or rule.population
            if who in known or _is_excepted(catalog, rule, conditions):
                continue
            holds = rule.population is None or applies(rule.population, person)
            if holds and (
                rule.condition is None or any(rule.condition in wider[id] for id in conditions)
            ):
                name = catalog.conditions[rule.condition].name if rule.condition else str(who)
                found.setdefault(item.forms[0], {})[name] = rule.id
        if found:
            yield which_form(catalog, mineral, line, found)


def _is_excepted(catalog: Catalog, rule: Caution, conditions: dict[str, str]) -> bool:
    """Whether all that leads to a rule is what it leaves out, or a wider word for that."""
    wider = wider_conditions(catalog)
    leads = {id for id in conditions if rule.condition in wider[id]}
    left_out = {id for id in leads if any(other in wider[id] for other in rule.except_conditions)}
    explained = {id for id in leads for other in left_out if id in wider[other]}
    return bool(left_out) and leads == left_out | explained


def _candidates(
    catalog: Catalog, lines: tuple[Line, ...], taken: dict[str, Total]
) -> list[Caution]:
    """The cautions of all that is taken, in the order of the data, each once."""
    subjects = {
        subject
        for line in lines
        for item in items_of(catalog, line, taken)
        for subject in _subjects(catalog, item)
    } | {factor.id for line in lines for factor in factors_named(catalog, line.text)}
    return [
        rule
        for subject in sorted(subjects)
        for rule in catalog.cautions.by(subject=subject)
        if _meant(catalog, rule, lines, taken)
    ]


def _meant(
    catalog: Catalog, rule: Caution, lines: tuple[Line, ...], taken: dict[str, Total]
) -> list[tuple[Line, Item, tuple[str, ...]]]:
    """The items that a caution speaks of or may speak of, and what is not known of them."""
    found = []
    if rule.subject in catalog.factors:
        # It is the product that must not be taken, whatever mineral it holds.
        named = [line for line in lines if _names(catalog, line, rule.subject)]
        return [(line, item, ()) for line in named for item in line.items]
    for line in lines:
        for item in items_of(catalog, line, taken):
            if rule.subject in _subjects(catalog, item):
                doubts = fits(catalog, rule, item, taken)
                if doubts is not None:
                    found.append((line, item, doubts))
    return found


def _outdoes(catalog: Catalog, better: _Told, told: _Told) -> bool:
    """
    Whether another caution tells the same cause better.

    Of two on one line of descent that is the narrower, unless the wider is the graver word; of two
    on one condition the graver in word and level.
    """
    other, rule = better.rule, told.rule
    if other is rule or other.subject != rule.subject:
        return False
    (word, level), (mild_word, mild_level) = better.gravity, told.gravity
    if other.condition != rule.condition:
        if other.condition is None or rule.condition is None:
            return False
        if rule.condition in wider_conditions(catalog)[other.condition]:
            return word >= mild_word
        is_wider = other.condition in wider_conditions(catalog)[rule.condition]
        return is_wider and word > mild_word and level >= mild_level
    if other.condition is None and other.population != rule.population:
        return False
    if word < mild_word or level < mild_level:
        return False
    return (better.gravity, rule.id) > (told.gravity, other.id)


def _unsure(rules: list[Caution]) -> Finding:
    groups = dict.fromkeys(str(rule.population) for rule in rules)
    return Finding(
        code="coverage.not-covered",
        level=Level.NOTE,
        subjects=tuple(dict.fromkeys(rule.subject for rule in rules)),
        action=Action.INFORM,
        values={
            "what": f"cautions for {', '.join(groups)}, because the profile gives no age or sex",
            "rules": [rule.id for rule in rules],
        },
        path=tuple(rule.id for rule in rules),
    )


def _subjects(catalog: Catalog, item: Item) -> tuple[str, ...]:
    mineral = catalog.minerals.get(item.mineral)
    return (*item.forms, item.mineral, *(mineral.classes if mineral else ()))


def _is_perhaps(
    catalog: Catalog, rule: Caution, conditions: dict[str, str], person: Person
) -> bool:
    """Whether a wider condition is given and the narrower one would be contraindicated."""
    if rule.kind is not CautionKind.CONTRAINDICATED or rule.condition is None:
        return False
    condition = catalog.conditions[rule.condition]
    if condition.egfr_below is not None and person.egfr is not None:
        return False
    # A condition that is both: "CKD stage 4" is CKD, which is given, and severe impairment.
    return any(
        rule.condition in here and any(id in here for id in conditions)
        for here in wider_conditions(catalog).values()
    )


def _perhaps(catalog: Catalog, rules: list[Caution]) -> Finding:
    """Ask for the narrower conditions that would speak against one mineral."""
    names = dict.fromkeys(catalog.conditions[id].name for rule in rules if (id := rule.condition))
    *others, last = names
    listed = f"{', '.join(others)} or {last}" if others else last
    return Finding(
        code="coverage.not-covered",
        level=Level.NOTE,
        subjects=(rules[0].subject,),
        action=Action.INFORM,
        values={
            "what": f"whether {listed} is present, which would be a contraindication",
            "rules": [rule.id for rule in rules],
        },
        sources=tuple(dict.fromkeys(one.source for rule in rules for one in rule.sources)),
        path=(rules[0].subject, *(rule.id for rule in rules)),
    )


def _finding(
    catalog: Catalog,
    rule: Caution,
    lines: tuple[Line, ...],
    taken: dict[str, Total],
    held: dict[str, tuple[str, str]],
) -> Finding:
    items = _meant(catalog, rule, lines, taken)
    said: tuple[str, ...] = ()
    path: tuple[str, ...] = (items[0][1].mineral, rule.id)
    name = None
    if rule.condition is not None:
        own, text = held[rule.condition]
        said = (text,)
        name = catalog.conditions[rule.condition].name
        path = (*path, rule.condition) if own == rule.condition else (*path, rule.condition, own)
    minerals = dict.fromkeys(item.mineral for _, item, _ in items)
    doubts = min((open_ for _, _, open_ in items), key=len)
    is_small = all(
        reaches(rule.likely_from, taken.get(item.mineral)) is not True for _, item, _ in items
    )
    return Finding(
        code=f"caution.{rule.kind.value}",
        level=level_if(rule, certain=not doubts and not is_small),
        subjects=(*minerals, *((rule.condition,) if rule.condition else ())),
        action=rule.action,
        values={
            "rule": rule.id,
            "minerals": [catalog.minerals[id].name for id in minerals if id in catalog.minerals],
            "contraindicated": rule.kind is CautionKind.CONTRAINDICATED,
            "condition": name,
            "population": str(rule.population) if rule.population else None,
            "severity": rule.severity,
            "likelihood": rule.likelihood,
            "evidence": rule.evidence,
            "summary": rule.summary,
            "management": rule.management,
            "monitor": [catalog.biomarkers[id].name for id in rule.monitor],
            "certain": not doubts,
            "doubts": doubts,
            "roles": [role.value for role in rule.roles],
            "from_amount": rule.from_amount,
            "likely_from": rule.likely_from if is_small else None,
            "cited": cited(catalog, rule.sources),
        },
        sources=tuple(dict.fromkeys(citation.source for citation in rule.sources)),
        path=path,
        inputs=tuple(dict.fromkeys((*(line.text for line, _, _ in items), *said))),
    )
