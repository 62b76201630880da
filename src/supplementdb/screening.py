# SPDX-License-Identifier: MIT
"""Screening: read the lines, run the checks, add the totals and what could not be assessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

from .catalog import Catalog
from .checks.cautions import check_cautions
from .checks.dose import check_dose
from .checks.interactions import check_interactions
from .checks.limits import margins
from .checks.matching import factors_named
from .checks.people import applies
from .checks.policy import Policy
from .checks.timing import check_timing
from .checks.totals import totals
from .errors import InputError
from .finding import NOT_ASSESSED, Finding, Level
from .ids import is_date
from .loading import or_bundled
from .model.axes import Action
from .model.intake import ReferenceIntake
from .names.lines import lines_of, read_lines
from .names.resolve import resolve_in
from .regimen import Item, Line, Person
from .report import Margin, Report

__all__ = [
    "DEFAULT_RULES",
    "Regimen",
    "reference_intakes",
    "remaining",
    "screen",
]


def __dir__() -> list[str]:
    return __all__


Rule = Callable[[Catalog, Sequence[Line], Person, Policy], Iterable[Finding]]

DEFAULT_RULES: tuple[Rule, ...] = (check_dose, check_interactions, check_cautions, check_timing)
"""The checks that `screen` runs; an application adds its own functions behind them."""


class Regimen(Sequence[Line]):
    """
    All that a person takes: lines that are read once and may be screened many times.

    Args:
        lines: Lines, as `read` makes them.
    """

    __slots__ = ("_lines",)

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = tuple(lines)
        if not all(isinstance(line, Line) for line in self._lines):
            raise InputError("lines", "must be Lines; Regimen.read() makes them of texts")

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, in order."""
        return self._lines

    @classmethod
    def read(cls, lines: Iterable[str | Item | Line], catalog: Catalog | None = None) -> Regimen:
        """
        Read the lines of a regimen.

        Raises:
            InputError: ``lines`` is one text, or holds something that is no text, item or line.

        >>> Regimen.read(["Magnesium 200 mg"])[0].items[0].amount
        Amount('200', 'mg')
        """
        return cls(read_lines(or_bundled(catalog), lines))

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, place: int | slice) -> Line | tuple[Line, ...]:
        return self.lines[place]

    def __len__(self) -> int:
        return len(self.lines)

    def __eq__(self, other: object) -> bool:
        return self.lines == other.lines if isinstance(other, Regimen) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.lines)

    def __repr__(self) -> str:
        return f"<Regimen: {len(self)} lines>"


def reference_intakes(
    mineral: str,
    person: Person | None = None,
    authority: str | None = None,
    as_of: str | None = None,
    catalog: Catalog | None = None,
) -> tuple[ReferenceIntake, ...]:
    """
    Find the reference intakes of a mineral that hold for a person.

    Args:
        mineral: Id of the mineral.
        person: Whom it is for; where sex or age is unknown, every group that could apply is given.
            `None`: all groups.
        authority: Id of one authority in any case; `None`: all of them, side by side.
        as_of: A day in ISO 8601 for the values of that day; `None`: those in force.
        catalog: Where to look; `None`: the bundled catalog.

    Raises:
        UnknownIdError: There is no such mineral.
        InputError: There is no such authority, or ``as_of`` is no date.
    """
    catalog = or_bundled(catalog)
    if person is not None and not isinstance(person, Person):
        raise InputError("person", "must be a Person or None")
    if as_of is not None and not (isinstance(as_of, str) and is_date(as_of)):
        raise InputError("as_of", "must be a date: 2015, 2015-01 or 2015-01-01")
    id = catalog.minerals[mineral].id
    wanted = None if authority is None else Policy(authority=authority).authorities
    return tuple(
        intake
        for intake in catalog.intakes.by(nutrient=id)
        if (wanted is None or intake.authority in wanted)
        and intake.is_in_force(as_of)
        and (person is None or applies(intake.population, person) is not False)
    )


def screen(
    regimen: Iterable[str | Item | Line] | Regimen,
    person: Person | None = None,
    policy: Policy | None = None,
    rules: Sequence[Rule] = DEFAULT_RULES,
    catalog: Catalog | None = None,
) -> Report:
    """
    Screen what a person takes.

    Args:
        regimen: Lines as text, or read already; what they say never raises.
        person: Whom it is for; `None`: nothing is known of them.
        policy: Whose limits count; `None`: those of NASEM.
        rules: The checks to run, in order.
        catalog: The records to use; `None`: the bundled ones.

    Raises:
        InputError: An argument is of the wrong kind (one text for the list of lines, say).

    >>> report = screen(["Magnesium 400 mg"], Person(age_years=40, sex="male"))
    >>> report.findings[0].code
    'dose.above-limit'
    """
    catalog = or_bundled(catalog)
    person = Person() if person is None else person
    policy = Policy() if policy is None else policy
    if not isinstance(person, Person):
        raise InputError("person", "must be a Person or None")
    if not isinstance(rules, (tuple, list)):
        raise InputError("rules", "must be a tuple or list of functions")
    if not isinstance(policy, Policy):
        raise InputError("policy", "must be a Policy or None")
    read = Regimen(lines_of(catalog, regimen, guesses=policy.accept_spelling))
    found = [*_unread(catalog, read)]
    for rule in rules:
        if not callable(rule):
            raise InputError("rules", "must be functions of (catalog, regimen, person, policy)")
        found += rule(catalog, read, person, policy)
    found += [_did_not_run(rule) for rule in DEFAULT_RULES if rule not in rules]
    counted = totals(catalog, read.lines, person)
    findings = sorted(dict.fromkeys(found), key=lambda f: (-f.level.rank, f.code, f.subjects))
    shown = [f for f in findings if f.level >= policy.min_level or f.code in NOT_ASSESSED]
    return Report(
        findings=tuple(shown),
        totals=counted,
        edition=catalog.edition,
        authority=str(policy),
        margins=margins(catalog, counted, person, policy),
        hidden=Counter(f.level.value for f in findings) - Counter(f.level.value for f in shown),
    )


def remaining(report: Report) -> Mapping[str, tuple[Margin, ...]]:
    """
    Tell what is left under each limit that counts, as numbers and nothing more.

    Args:
        report: What `screen` gave.

    Returns:
        Mineral id to its margins; no margin: no limit that is a number is on record.

    >>> report = screen(["Magnesium 400 mg"], Person(age_years=40))
    >>> [(m.limit, *map(str, m.left)) for m in remaining(report)["magnesium"]]
    [('nasem-magnesium-ul-supplement-adult', '-50', '-50')]
    """
    if not isinstance(report, Report):
        raise InputError("report", "must be what screen() gives")
    return report.margins


def _did_not_run(rule: Rule) -> Finding:
    what = getattr(rule, "__name__", "a check").replace("check_", "the check of ")
    return Finding(
        code="coverage.not-covered",
        level=Level.NOTE,
        action=Action.INFORM,
        values={"what": f"{what}, which was not asked for"},
    )


def _guessed(catalog: Catalog, line: Line) -> Finding:
    """What a line may name, if its spelling is a slip."""
    names = [
        catalog.forms[item.forms[0]].name if item.forms else catalog.minerals[item.mineral].name
        for item in line.guesses
    ]
    return Finding(
        code="name.unknown",
        level=Level.NOTE,
        action=Action.INFORM,
        values={"text": line.text, "what": "line", "candidates": names, "is_guess": True},
        inputs=(line.text,),
    )


def _unread(catalog: Catalog, regimen: Regimen) -> Iterator[Finding]:
    """A finding for each line that names no mineral, and for what was left over of the others."""
    for line in regimen:
        text = line.text
        if line.guesses:
            yield _guessed(catalog, line)
            if not line.items:
                continue
        if line.items and not line.leftovers:
            continue
        factors = [] if line.items else factors_named(catalog, text)
        if factors:
            # What it does to minerals is looked at, its own amount is not.
            names = ", ".join(factor.name for factor in factors)
            yield Finding(
                code="coverage.not-covered",
                level=Level.NOTE,
                subjects=tuple(factor.id for factor in factors),
                action=Action.INFORM,
                values={"text": text, "what": f"the amount of {names}, which is no mineral"},
                inputs=(text,),
            )
            continue
        values: dict[str, Any] = {"text": text, "what": "line", "candidates": []}
        if line.items or line.inactive:
            values["leftovers"] = list(line.leftovers)
            values["inactive"] = [
                catalog.forms[id].name for id in line.inactive if id in catalog.forms
            ]
        else:
            near = resolve_in(catalog, text[:200], "mineral", "form").candidates
            values["candidates"] = [candidate.name for candidate in near]
        yield Finding(
            code="name.unknown",
            level=Level.NOTE,
            action=Action.INFORM,
            values=values,
            inputs=(text,),
        )
