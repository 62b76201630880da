# SPDX-License-Identifier: MIT
"""Absorption as studies measured it, compared within a study and never across."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from .catalog import Catalog
from .codec import unstructure
from .errors import InputError
from .loading import or_bundled
from .model.absorption import Absorption
from .names.resolve import id_of

__all__ = ["AbsorptionComparison", "StudyResults", "compare_absorption", "reasons_apart"]


def __dir__() -> list[str]:
    return __all__


@attrs.frozen
class StudyResults:
    """
    Results of one study that can be set against each other: one method, one measure, one unit.

    Attributes:
        rows: The measurements, in the order of the data; at least two.
    """

    rows: tuple[Absorption, ...]

    @property
    def study(self) -> str:
        """Id of the source."""
        return self.rows[0].study

    @property
    def method(self) -> str:
        """How it was measured."""
        return self.rows[0].method.value

    @property
    def measure(self) -> str:
        """What the results are."""
        return self.rows[0].measure

    @property
    def unit(self) -> str:
        """Their unit."""
        return self.rows[0].unit

    def to_dict(self) -> dict[str, Any]:
        """The results as JSON can hold them."""
        return {
            "study": self.study,
            "method": self.method,
            "measure": self.measure,
            "unit": self.unit,
            "rows": [unstructure(row) for row in self.rows],
        }

    def lines(self) -> Iterator[str]:
        """The results as text, with what the study says of their differences."""
        yield f"{self.study}: {self.measure}, by {self.method.replace('-', ' ')}"
        names = {row.id: _given(row) for row in self.rows}
        # What two groups of people were given alike is told apart by the people.
        told = collections.Counter(names.values())
        full = {
            row.id: names[row.id]
            if told[names[row.id]] == 1
            else f"{names[row.id]}, {row.population}"
            for row in self.rows
        }
        for row in self.rows:
            many = "" if row.n is None else f"; n = {row.n}"
            yield f"  {names[row.id]}: {row.result}{many}; {row.population}"
            for one in row.against:
                word = {True: "differs from", False: "no difference to", None: "beside"}
                note = f" ({one.note.rstrip('.')})" if one.note else ""
                if one.absorption in names:
                    yield f"    {word[one.differs]} {full[one.absorption]}{note}"


@attrs.frozen
class AbsorptionComparison:
    """
    What studies measured of a mineral: side by side within a study, apart between studies.

    ``str()`` gives a table, ``to_dict()`` what JSON can hold.

    Attributes:
        mineral: Id of the mineral.
        forms: Ids of the forms that were asked for; empty: all.
        studies: Results that can be compared, study by study.
        alone: Measurements with no other of their study, method, measure and unit to be
            compared with.
    """

    mineral: str
    forms: tuple[str, ...]
    studies: tuple[StudyResults, ...]
    alone: tuple[Absorption, ...]

    @property
    def apart(self) -> tuple[tuple[Absorption, Absorption, tuple[str, ...]], ...]:
        """Pairs of measurements of different forms that cannot be compared, with the reasons."""
        rows = [row for study in self.studies for row in study.rows] + [*self.alone]
        return tuple(
            (one, other, reasons)
            for one, other in itertools.combinations(rows, 2)
            if one.form != other.form and (reasons := reasons_apart(one, other))
        )

    def to_dict(self) -> dict[str, Any]:
        """The comparison as JSON can hold it; pairs that stand apart are named by their ids."""
        return {
            "mineral": self.mineral,
            "forms": list(self.forms),
            "studies": [study.to_dict() for study in self.studies],
            "alone": [unstructure(row) for row in self.alone],
            "not_comparable": [
                {"absorptions": [one.id, other.id], "reasons": list(reasons)}
                for one, other, reasons in self.apart
            ]
            if self.forms
            else [],
        }

    def __str__(self) -> str:
        lines = [line for study in self.studies for line in study.lines()]
        if self.alone:
            lines.append("measured without a partner in the same study:")
            lines += [
                f"  {row.study}: {row.measure} of {_given(row)} {row.result}, "
                f"by {row.method.value.replace('-', ' ')}; {row.population}"
                for row in self.alone
            ]
        if not lines:
            return f"no measurement of {self.mineral} on record"
        methods = {row.method.value.replace("-", " ") for row in self._rows()}
        if len(self.studies) + len(self.alone) > 1:
            lines.append(
                "Numbers of different studies are not compared: they differ in people, dose and "
                f"meal, and here in method ({', '.join(sorted(methods))})."
                if len(methods) > 1
                else "Numbers of different studies are not compared: they differ in people, dose "
                "and meal."
            )
        return "\n".join(lines)

    def _rows(self) -> Iterator[Absorption]:
        for study in self.studies:
            yield from study.rows
        yield from self.alone

    def __repr__(self) -> str:
        return (
            f"<AbsorptionComparison {self.mineral}: {len(self.studies)} studies, "
            f"{len(self.alone)} measurements alone>"
        )


def reasons_apart(one: Absorption, other: Absorption) -> tuple[str, ...]:
    """
    Say why two results cannot be compared; empty where one study measured both in one way.

    Args:
        one: A measurement.
        other: Another.
    """
    if one.mineral != other.mineral:
        return (f"they are of {one.mineral} and of {other.mineral}",)
    reasons = []
    if one.study != other.study:
        reasons.append(f"they are of different studies ({one.study}, {other.study})")
    for what, mine, others in (
        ("methods", one.method.value, other.method.value),
        ("measures", one.measure, other.measure),
        ("units", one.unit, other.unit),
        ("species", one.subjects.value, other.subjects.value),
    ):
        if mine != others:
            reasons.append(f"they have different {what} ({mine}, {others})")
    return tuple(reasons)


def compare_absorption(
    mineral: str, forms: Iterable[str] = (), catalog: Catalog | None = None
) -> AbsorptionComparison:
    """
    Put what studies measured of a mineral's absorption side by side, within each study only.

    Args:
        mineral: Id or name of the mineral.
        forms: Ids or names of the forms to look at, with what an unspecified form may mean;
            empty: all, and food.
        catalog: Where to look; `None`: the bundled catalog.

    Raises:
        UnknownIdError: A name is not known, or names several things.
        InputError: A form does not bring the mineral.

    >>> found = compare_absorption("magnesium", ["magnesium-bisglycinate", "magnesium-oxide"])
    >>> [row.result for row in found.studies[0].rows if row.n == 12]
    ['23.5 %', '22.8 %']
    """
    catalog = or_bundled(catalog)
    id = id_of(catalog, mineral, "mineral")
    named = [forms] if isinstance(forms, str) else forms
    wanted = tuple(dict.fromkeys(id_of(catalog, form, "form") for form in named))
    for form in wanted:
        if id not in catalog.forms[form].minerals:
            raise InputError("forms", f"{form!r} brings no {id}")
    # A study that names "citrate" may have used any; a citrate of one kind is a citrate.
    counted = {
        id
        for form in wanted
        for id in (
            form,
            *catalog.forms[form].members,
            *(wider.id for wider in catalog.forms.by(member=form)),
        )
    }
    groups: dict[tuple[str, ...], list[Absorption]] = {}
    for row in catalog.absorptions.by(mineral=id):
        if not wanted or row.form in counted:
            groups.setdefault(row.measured_as, []).append(row)
    return AbsorptionComparison(
        mineral=id,
        forms=wanted,
        studies=tuple(StudyResults(tuple(rows)) for rows in groups.values() if len(rows) > 1),
        alone=tuple(rows[0] for rows in groups.values() if len(rows) == 1),
    )


def _given(row: Absorption) -> str:
    """What was given, such as ``magnesium-oxide, 400 mg, fasting``."""
    what = row.form or row.preparation
    also = row.preparation if row.form else None
    dose = None if row.dose is None else str(row.dose)
    if row.dose_max is not None:
        dose = f"{row.dose} to {row.dose_max}"
    return ", ".join(part for part in (what, also, dose, row.meal) if part)
