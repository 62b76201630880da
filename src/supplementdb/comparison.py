# SPDX-License-Identifier: MIT
"""Forms and limits of a mineral side by side: facts and whose they are, no score, no average."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, overload

import attrs

from .catalog import Catalog
from .codec import unstructure
from .errors import NotComputableError
from .loading import or_bundled
from .model.common import Remark
from .model.form import Form, Fraction
from .model.intake import ReferenceIntake
from .regimen import Person
from .screening import reference_intakes

__all__ = [
    "Comparison",
    "FormFacts",
    "LimitComparison",
    "compare_forms",
    "compare_limits",
    "intake_line",
]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")


@attrs.frozen
class FormFacts:
    """
    What is on record of one form, as a row of a comparison.

    Attributes:
        form: Id of the form.
        name: Its name.
        share: Share of the mineral; `None`: not on record, or no fixed composition.
        solubility: How it dissolves in water; `None`: not on record, as for the next two.
        tolerability: What it does to the gut.
        absorption: What studies found.
        jurisdictions: Where an act permits it, with conditions or without.
        listed_as: Where an act permits it under the name of a form above it, such as "copper
            sulfate" for a hydrate: pairs of jurisdiction and that form's id.
        roles: What it is used for.
    """

    form: str
    name: str
    share: Fraction | None
    solubility: Remark | None
    tolerability: Remark | None
    absorption: Remark | None
    jurisdictions: tuple[str, ...]
    listed_as: tuple[tuple[str, str], ...]
    roles: tuple[str, ...]

    @classmethod
    def of(cls, form: Form, mineral: str, above: tuple[Form, ...] = ()) -> FormFacts:
        """Collect the facts of a form for a mineral; ``above``: the forms it is a member of."""
        try:
            share = form.fraction(mineral)
        except NotComputableError:
            share = None
        return cls(
            form=form.id,
            name=form.name,
            share=share,
            solubility=form.solubility,
            tolerability=form.tolerability,
            absorption=form.absorption,
            jurisdictions=form.jurisdictions,
            listed_as=tuple(
                (where, wider.id)
                for wider in above
                for where in wider.jurisdictions
                if where not in form.jurisdictions
            ),
            roles=tuple(role.value for role in form.roles),
        )

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON can hold it; shares are text, so that they stay exact."""
        share = self.share and {
            "low": f"{self.share.low:f}",
            "high": f"{self.share.high:f}",
            "computed": self.share.computed,
        }
        remarks = {
            name: remark
            and {"text": remark.text, "sources": [citation.source for citation in remark.sources]}
            for name, remark in self._remarks()
        }
        return {
            "form": self.form,
            "name": self.name,
            "share": share,
            **remarks,
            "jurisdictions": list(self.jurisdictions),
            "listed_as": [{"jurisdiction": where, "form": id} for where, id in self.listed_as],
            "roles": list(self.roles),
        }

    def _remarks(self) -> tuple[tuple[str, Remark | None], ...]:
        return (
            ("solubility", self.solubility),
            ("tolerability", self.tolerability),
            ("absorption", self.absorption),
        )

    def lines(self, width: int) -> Iterable[str]:
        """The row as text: name, percent and where it is permitted, then what else is known."""
        percent = "?"
        if self.share is not None:
            ends = dict.fromkeys(f"{100 * end:.1f}" for end in (self.share.low, self.share.high))
            percent = " to ".join(ends)
        listed = [*self.jurisdictions, *(f"{where} as {id}" for where, id in self.listed_as)]
        where = ", ".join(listed) or "none on record"
        yield f"{self.name:<{width}}  {percent:>12}  {where}"
        for name, remark in self._remarks():
            if remark is not None:
                yield f"    {name}: {remark.text}"


class _Rows(Sequence[T]):
    """Rows about one mineral, in an order that is theirs."""

    __slots__ = ("_rows", "mineral")

    def __init__(self, mineral: str, rows: Iterable[T]) -> None:
        self.mineral = mineral
        self._rows = tuple(rows)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        return self._rows[place]

    def __len__(self) -> int:
        return len(self._rows)


class Comparison(_Rows[FormFacts]):
    """
    The forms of a mineral, richest first; those without a known share last.

    ``str()`` gives a table, ``to_dict()`` what JSON can hold.

    Args:
        mineral: Id of the mineral.
        rows: One for each form.
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The comparison as JSON can hold it."""
        return {"mineral": self.mineral, "forms": [row.to_dict() for row in self]}

    def __str__(self) -> str:
        width = max((len(row.name) for row in self), default=4)
        head = f"{'form':<{width}}  {'% ' + self.mineral:>12}  permitted in"
        return "\n".join([head, *(line for row in self for line in row.lines(width))])

    def __repr__(self) -> str:
        return f"<Comparison {self.mineral}: {len(self)} forms>"


def compare_forms(mineral: str, catalog: Catalog | None = None) -> Comparison:
    """
    Put all forms of a mineral side by side.

    Args:
        mineral: Id of the mineral; forms that deliver it as their second mineral are in.
        catalog: Where to look; `None`: the bundled catalog.

    Raises:
        UnknownIdError: There is no such mineral.

    >>> compare_forms("magnesium")[0].name
    'magnesium oxide'
    """
    catalog = or_bundled(catalog)
    id = catalog.minerals[mineral].id
    rows = (
        FormFacts.of(form, id, catalog.forms.by(member=form.id))
        for form in catalog.forms.by(mineral=id)
    )
    return Comparison(id, sorted(rows, key=_richest_first))


def _richest_first(row: FormFacts) -> tuple[bool, float, str]:
    return (row.share is None, -float(row.share.high) if row.share else 0.0, row.name)


class LimitComparison(_Rows[ReferenceIntake]):
    """
    The limits of all authorities for one mineral and person, side by side and never averaged.

    ``str()`` gives a table, ``to_dict()`` what JSON can hold.

    Args:
        mineral: Id of the mineral.
        rows: The limits, those that are none included.
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The comparison as JSON can hold it."""
        return {"mineral": self.mineral, "limits": [unstructure(row) for row in self]}

    def __str__(self) -> str:
        return "\n".join(map(intake_line, self)) or f"no limit of {self.mineral} on record"

    def __repr__(self) -> str:
        return f"<LimitComparison {self.mineral}: {len(self)} limits>"


def intake_line(intake: ReferenceIntake) -> str:
    """A reference intake as a line of a table: whose, what it means, counts and is for."""
    return (
        f"{intake.authority.value:<8} {intake.kind.value:<9} {intake.value:<12} "
        f"{intake.counts:<12} {intake.population}  [{intake.edition}; {intake.source}]"
    )


def compare_limits(
    mineral: str,
    person: Person | None = None,
    as_of: str | None = None,
    catalog: Catalog | None = None,
) -> LimitComparison:
    """
    Put the limits of all authorities for a mineral side by side.

    Args:
        mineral: Id of the mineral.
        person: Whom they are for; what is unknown widens the groups. `None`: all groups.
        as_of: A day in ISO 8601 for the limits of that day; `None`: those in force.
        catalog: Where to look; `None`: the bundled catalog.

    Raises:
        UnknownIdError: There is no such mineral.
        InputError: ``as_of`` is no date.

    >>> from supplementdb.regimen import Person
    >>> print(compare_limits("magnesium", Person(age_years=40))[0])
    BFR GL magnesium, people from 4 years: 250 mg a day
    """
    catalog = or_bundled(catalog)
    found = reference_intakes(mineral, person, as_of=as_of, catalog=catalog)
    limits = sorted((i for i in found if i.kind.is_limit), key=lambda i: i.authority.value)
    return LimitComparison(catalog.minerals[mineral].id, limits)
