# SPDX-License-Identifier: MIT
"""The dose check: daily totals against the limits of one authority."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from ..amounts import Amount
from ..catalog import Catalog
from ..finding import Finding, Level
from ..model.axes import Action
from ..model.common import Population, Stage
from ..model.intake import Authority, ReferenceIntake, Scope
from ..names.lines import lines_of
from ..regimen import Basis, Doubt, Item, Line, Person
from ..report import Total
from .acute import acute_findings
from .levels import is_certain, level_of_group, level_over, measure
from .limits import Compared, compared, counting, fitting_limits, uncounted
from .people import CHILD, applies, eaten, joined, reach, unresolved
from .policy import Policy
from .totals import contribution, totals

__all__ = ["check_dose"]


def __dir__() -> list[str]:
    return __all__


# A slip of unit is a factor of 1,000; nobody takes twenty times a limit on purpose.
_SUSPECT = 20


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
    lines = lines_of(catalog, regimen, guesses=policy.accept_spelling)
    for line in lines:
        for item in line.items:
            yield from _item_findings(catalog, item, line)
    yield from _diet_findings(catalog, person)
    open_: list[_Open] = []
    for mineral, total in totals(catalog, lines, person).items():
        for found in _limit_findings(catalog, mineral, total, person, policy):
            if isinstance(found, _Open):
                open_.append(found)
            else:
                yield found
    yield from _open_findings(catalog, open_)
    yield from acute_findings(catalog, lines, person)


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
    elif {*item.doubts} - {Doubt.NAME_GUESSED}:
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


@attrs.frozen
class _Open:
    """Limits of one mineral and authority that could not be compared in full, and why."""

    why: str
    authority: Authority
    mineral: str
    limits: tuple[ReferenceIntake, ...]


# Where no limit is set, a hundred times what is needed is more likely a slip of the unit.
_SUSPECT_OF_NEEDS = 100
_FOOD = "food, which limits of {} count too"
_WEIGHT = "limits of {} for each kilogram, because no body weight is given"


def _limit_findings(
    catalog: Catalog, mineral: str, total: Total, person: Person, policy: Policy
) -> Iterator[Finding | _Open]:
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
    for authority in counting(catalog, mineral, total, person, policy):
        limits = fitting_limits(catalog, mineral, authority, person)
        found = compared(catalog, limits, total, person)
        comparable += found
        # What only comes along with another mineral is compared, and silent otherwise.
        if not total.is_named:
            continue
        what = f"a limit of {authority.value} for {name}"
        if not limits:
            yield made("coverage.not-covered", Level.NOTE, authority, what=what)
        elif not _for_every_age(limits, person):
            some = f"{what} at some ages, because the age is not known"
            yield made("coverage.not-covered", Level.NOTE, authority, *limits, what=some)
        left_out = uncounted(catalog, [one.limit for one in found], total) if found else ()
        if left_out:
            form = made("coverage.not-covered", Level.NOTE, authority, what=f"{what} in this form")
            yield attrs.evolve(form, inputs=left_out)
        numbers = [limit.population for limit in limits if limit.amount is not None]
        # That there is no limit of another kind is no news where one holds.
        holds = any(applies(population, person) for population in numbers)
        unset = [] if holds else [r for r in limits if not r.amount and not _is_among(r, numbers)]
        if unset:
            said = joined([((row.kind, row.unset), row.population) for row in unset])
            wordings = [(kind, groups, text) for (kind, text), groups in said.items()]
            # Where some group has a number of this authority's own, that is what speaks.
            others = () if numbers else _over_elsewhere(catalog, mineral, total, person, policy)
            elsewhere = [*others]
            level = level_over(catalog, elsewhere, person) if elsewhere else Level.NOTE
            yield made(
                "dose.no-limit-set",
                level,
                authority,
                *unset,
                *(one.limit for one in elsewhere),
                wordings=wordings,
                elsewhere=[(one.limit.authority, one.limit.kind, one.amount) for one in elsewhere],
            )
        weighed = {one.limit for one in found}
        heavy = [row for row in limits if row.amount is not None and row not in weighed]
        lacking = [one.limit for one in found if one.lacks_food and not one.is_over]
        for why, rows in ((_FOOD, lacking), (_WEIGHT, heavy)):
            if rows:
                yield _Open(why, authority, mineral, tuple(rows))
    if not comparable and total.is_named:
        for authority, needed, rows in _far_above_needs(catalog, mineral, total, person, policy):
            facts = {"limit": needed, "factor": _SUSPECT_OF_NEEDS, "kind": rows[0].kind}
            yield made("dose.unit-suspect", Level.NOTE, authority, *rows, **facts)
    # Limits on different forms are different limits, each with a finding of its own.
    for forms in dict.fromkeys(_forms_of(one.limit) for one in comparable):
        mine = [one for one in comparable if _forms_of(one.limit) == forms]
        for code, level, limit, records, facts in _above(catalog, mine, total, person):
            yield made(code, level, limit.authority, *records, **facts)


def _forms_of(limit: ReferenceIntake) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return limit.forms, limit.except_forms


def _above(
    catalog: Catalog, comparable: list[Compared], total: Total, person: Person
) -> Iterator[tuple[str, Level, ReferenceIntake, list[ReferenceIntake], dict[str, Any]]]:
    """What is found where limits are exceeded: code, level, leading limit, records and facts."""
    over = [one for one in comparable if one.is_over]
    if not over:
        return
    lowest = min(over, key=lambda one: one.amount)
    limit, amount, counted = lowest.limit, lowest.amount, lowest.counted
    mine = [one for one in over if one.limit.authority is limit.authority]
    others = [one for one in over if one.limit.authority is not limit.authority]
    groups = _groups([one for one in mine if one.limit.scope is limit.scope])
    alike = [one for one in comparable if measure(one) == measure(lowest)]
    is_open = level_of_group(catalog, alike, person) is None
    unsure = any(applies(one.limit.population, person) is None for one in mine)
    recommended = _recommended_above(catalog, limit, person, amount)
    records = [one.limit for one in mine] + recommended + [one.limit for one in others]
    yield (
        "dose.above-limit",
        level_over(catalog, comparable, person),
        limit,
        records,
        {
            "total": counted,
            "limit": amount,
            "kind": limit.kind,
            "scope": limit.scope,
            "only": [catalog.forms[id].name for id in limit.forms],
            "without": [catalog.forms[id].name for id in limit.except_forms],
            "population": str(limit.population),
            "edition": limit.edition,
            "basis": effect.name
            if (effect := catalog.adverse_effects.get(limit.basis or ""))
            else None,
            "certain": is_certain(alike, person),
            "diet": limit.scope is Scope.TOTAL and total.food_known,
            "recommended": [(record.kind, record.amount) for record in recommended],
            "groups": groups if is_open or (unsure and len(groups) > 1) else [],
            "others": [(one.limit.authority, one.limit.kind, one.amount) for one in others],
        },
    )
    highest = max(one.amount for one in comparable)
    if highest.value and counted.low / highest >= _SUSPECT:
        facts = {"total": counted, "limit": highest, "factor": _SUSPECT}
        yield "dose.unit-suspect", Level.NOTE, limit, [limit], facts


def _open_findings(catalog: Catalog, open_: list[_Open]) -> Iterator[Finding]:
    """One finding for each authority and reason, over all minerals."""
    for why, authority in dict.fromkeys((one.why, one.authority) for one in open_):
        here = [one for one in open_ if (one.why, one.authority) == (why, authority)]
        each = "; ".join(
            f"{catalog.minerals[one.mineral].name} {_span(one.limits)}" for one in here
        )
        rows = [limit for one in here for limit in one.limits]
        yield Finding(
            code="coverage.not-covered",
            level=Level.NOTE,
            subjects=tuple(one.mineral for one in here),
            action=Action.INFORM,
            values={"what": f"{why.format(authority.value)}: {each}", "authority": authority},
            sources=tuple(dict.fromkeys(row.source for row in rows)),
            path=(*(one.mineral for one in here), *(row.id for row in rows)),
        )


def _span(limits: tuple[ReferenceIntake, ...]) -> str:
    """The lowest and the highest of limits, each as it is published."""
    by_amount = sorted((row for row in limits if row.amount), key=lambda row: row.amount or 0)
    return " to ".join(dict.fromkeys((by_amount[0].value, by_amount[-1].value)))


def _for_every_age(limits: list[ReferenceIntake], person: Person) -> bool:
    """Whether limits, or words that there is none, leave no age out that the person may have."""
    if person.age_months is not None:
        return True
    youngest = 0 if person.stage is Stage.NONE else CHILD
    return reach([row.population for row in limits], youngest) is None


def _is_among(row: ReferenceIntake, groups: list[Population]) -> bool:
    """Whether everybody of a row is in one of these groups."""
    mine = row.population
    here = [g for g in groups if g.sex in (None, mine.sex) and g.stage in (None, mine.stage)]
    reached = reach(here, mine.min_months or 0)
    return reached is None or reached >= (mine.max_months or 9_999)


def _groups(over: list[Compared]) -> list[tuple[Amount, list[str]]]:
    """Limits and the groups they are for, lowest limit first."""
    found = joined([(one.amount, one.limit.population) for one in over])
    return [(amount, found[amount]) for amount in sorted(found)]


def _over_elsewhere(
    catalog: Catalog, mineral: str, total: Total, person: Person, policy: Policy
) -> list[Compared]:
    """Limits that other authorities set and that are exceeded, the lowest of each."""
    found = []
    for authority in (one for one in Authority if one not in policy.authorities):
        limits = fitting_limits(catalog, mineral, authority, person)
        over = [one for one in compared(catalog, limits, total, person) if one.is_over]
        if over:
            found.append(min(over, key=lambda one: one.amount))
    return found


def _recommended(
    catalog: Catalog, mineral: str, authority: Authority, person: Person
) -> list[tuple[ReferenceIntake, Amount]]:
    """The intakes that an authority recommends the person, or may, with their amounts."""
    return [
        (intake, intake.amount)
        for intake in catalog.intakes.by(nutrient=mineral)
        if intake.authority is authority
        and intake.is_in_force()
        and intake.kind.is_recommendation
        and intake.amount is not None
        and applies(intake.population, person) is not False
    ]


def _far_above_needs(
    catalog: Catalog, mineral: str, total: Total, person: Person, policy: Policy
) -> Iterator[tuple[Authority, Amount, list[ReferenceIntake]]]:
    """Where no limit could be compared: needs of which many times as much is taken."""
    for authority in policy.authorities:
        rows = _recommended(catalog, mineral, authority, person)
        most = max((amount for _, amount in rows), default=None)
        if most is not None and total.supplemental.high >= most * _SUSPECT_OF_NEEDS:
            yield authority, most, [row for row, amount in rows if amount == most]
            return


def _recommended_above(
    catalog: Catalog, limit: ReferenceIntake, person: Person, amount: Amount
) -> list[ReferenceIntake]:
    """Recommended intakes that lie above the limit, which readers take for a contradiction."""
    if limit.scope is Scope.TOTAL:
        return []
    return [
        intake
        for intake, needed in _recommended(catalog, limit.nutrient, limit.authority, person)
        if applies(intake.population, person) and needed > amount
    ]
