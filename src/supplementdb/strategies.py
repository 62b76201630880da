# SPDX-License-Identifier: MIT
"""
Hypothesis strategies for the library's types, for its own tests and for those of applications.

Install the extra ``supplementdb[hypothesis]``; hypothesis then also knows `Amount`, `AmountRange`
and `Person` by type. By default each strategy draws everything that is valid.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from .amounts import Amount, AmountRange, Unit
from .catalog import Catalog
from .codec import records
from .loading import load
from .model.absorption import Method
from .model.axes import Action, Evidence, Likelihood, Severity
from .model.caution import CautionKind
from .model.claim import Agreement, Certainty
from .model.common import Sex, Stage
from .model.interaction import Effect, Mechanism
from .regimen import Basis, Item, Person

__all__ = ["amount_ranges", "amounts", "bundled", "catalogs", "items", "persons"]


def __dir__() -> list[str]:
    return __all__


_MASS = (Unit.G, Unit.MG, Unit.UG)


def amounts(
    min_value: str | int = 0, max_value: str | int = 1_000_000, *, units: tuple[str, ...] = _MASS
) -> st.SearchStrategy[Amount]:
    """
    Draw amounts of up to three decimal places.

    Args:
        min_value: Lowest number, inclusive, in the unit drawn.
        max_value: Highest number, inclusive.
        units: Units to draw from.
    """
    numbers = st.decimals(Decimal(min_value), Decimal(max_value), places=3)
    return st.builds(Amount, numbers, st.sampled_from([Unit.read(unit) for unit in units]))


def amount_ranges(
    min_value: str | int = 0, max_value: str | int = 1_000_000, *, units: tuple[str, ...] = _MASS
) -> st.SearchStrategy[AmountRange]:
    """Draw ranges of amounts; see `amounts`."""
    pairs = st.tuples(
        amounts(min_value, max_value, units=units), amounts(min_value, max_value, units=units)
    )
    return pairs.map(lambda pair: AmountRange(min(pair), max(pair)))


@st.composite
def persons(  # noqa: D417  # hypothesis passes `draw`
    draw: st.DrawFn,
    *,
    min_years: int = 0,
    max_years: int = 110,
    conditions: tuple[str, ...] = (),
    medications: tuple[str, ...] = (),
) -> Person:
    """
    Draw persons, with unknown age and sex among them.

    Args:
        min_years: Youngest age, inclusive.
        max_years: Oldest age, inclusive.
        conditions: Names to draw conditions from.
        medications: Names to draw medications from.
    """
    sex = draw(st.sampled_from([None, Sex.FEMALE, Sex.MALE]))
    stages = [Stage.NONE] if sex is Sex.MALE else [*Stage]
    stage = draw(st.sampled_from(stages))
    youngest = min_years if stage is Stage.NONE else max(min_years, 8)
    age = draw(st.none() | st.decimals(youngest, max(youngest, max_years), places=2))
    return Person(
        age_years=age,
        sex=sex,
        stage=stage,
        weight_kg=draw(st.none() | st.decimals(2, 250, places=1)),
        egfr=draw(st.none() | st.integers(0, 150)),
        conditions=draw(_some(conditions)),
        medications=draw(_some(medications)),
    )


def _some(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    if not names:
        return st.just(())
    return st.lists(st.sampled_from(names), max_size=3).map(tuple)


@st.composite
def items(  # noqa: D417  # hypothesis passes `draw`
    draw: st.DrawFn, catalog: Catalog, *, max_value: int = 5_000
) -> Item:
    """
    Draw items of a catalog's minerals and forms.

    Args:
        catalog: Whose minerals and forms.
        max_value: Highest amount in mg.
    """
    mineral = draw(st.sampled_from(sorted(catalog.minerals)))
    forms = sorted(form.id for form in catalog.forms.by(minerals=mineral))
    amount = draw(amounts(0, max_value, units=("mg",)))
    return Item(
        mineral=mineral,
        forms=tuple(draw(st.lists(st.sampled_from(forms), max_size=2, unique=True))),
        amount=amount,
        amount_max=draw(st.none() | st.just(amount * 2)),
        basis=draw(st.sampled_from(Basis)),
        per_day=draw(st.sampled_from([Decimal("0.5"), Decimal(1), Decimal(3)])),
    )


def bundled(section: str) -> st.SearchStrategy[Any]:
    """Draw the bundled records of a section, such as ``"forms"``."""
    collection = load().section(section)
    return st.sampled_from(sorted(collection)).map(collection.__getitem__)


_CITED = [{"source": "source-a"}]
_FORMULAS = {
    "magnesium": {"oxide": "MgO", "chloride": "MgCl2", "bisglycinate": "Mg(C2H4NO2)2"},
    "calcium": {"oxide": "CaO", "carbonate": "CaCO3", "phosphate": "Ca3(PO4)2"},
}


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """
    Draw small catalogs that keep every rule: two minerals, a few forms, limits that leave no age
    out, medicines in classes with interactions, conditions in a line of descent with cautions,
    measurements of absorption from two studies, and claims.
    """
    content: dict[str, list[dict[str, Any]]] = {
        "sources": [
            {
                "id": id,
                "kind": "opinion",
                "title": "Made for tests",
                "publisher": "Nobody",
                "url": "https://example.org",
            }
            for id in ("source-a", "source-b")
        ],
        "mineral_classes": [{"id": "cations", "name": "cations", "sources": _CITED}],
        "minerals": [_mineral("magnesium", "Mg", "24.305"), _mineral("calcium", "Ca", "40.078")],
        "forms": [
            {
                "id": f"{mineral}-{name}",
                "name": f"{mineral} {name}",
                "kind": "salt",
                "minerals": [mineral],
                "formula": formula,
                "hydration": str(draw(st.integers(0, 9))),
                "roles": draw(_roles()),
                "sources": _CITED,
            }
            for mineral, formulas in _FORMULAS.items()
            for name, formula in formulas.items()
        ],
        "intakes": [intake for mineral in _FORMULAS for intake in draw(_limits(mineral))],
        "medication_classes": [{"id": "class-a", "name": "class a", "sources": _CITED}],
        "medications": [
            {"id": "drug-a", "name": "drug a", "classes": ["class-a"], "sources": _CITED},
            {"id": "drug-b", "name": "drug b", "sources": _CITED},
        ],
        "conditions": [
            {"id": "wide", "name": "wide state", "sources": _CITED},
            {"id": "narrow", "name": "narrow state", "parents": ["wide"], "sources": _CITED},
        ],
        "interactions": draw(_interactions()),
        "cautions": draw(_cautions()),
        "absorptions": draw(_absorptions()),
        "claims": draw(_claims()),
    }
    return Catalog.of(records(content, "drawn"))


def _mineral(id: str, symbol: str, weight: str) -> dict[str, Any]:
    return {
        "id": id,
        "name": id,
        "symbol": symbol,
        "atomic_weight": weight,
        "valences": [2],
        "classes": ["cations"],
        "label_units": ["mg"],
        "sources": _CITED,
    }


def _roles() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(["nutrient", "antacid", "laxative"]), min_size=1, unique=True)


@st.composite
def _limits(draw: st.DrawFn, mineral: str) -> list[dict[str, Any]]:
    """Upper limits over all ages without a gap, some of them unset."""
    cuts = sorted(draw(st.sets(st.integers(1, 1_000), max_size=3)))
    rows = []
    for low, high in zip([0, *cuts], [*cuts, None], strict=True):
        row: dict[str, Any] = {
            "id": f"limit-{mineral}-{low}",
            "authority": "NASEM",
            "nutrient": mineral,
            "kind": "UL",
            "population": {"min_months": low} | ({} if high is None else {"max_months": high}),
            "scope": draw(st.sampled_from(["supplements", "total"])),
            "edition": "drawn",
            "valid_from": "2000",
            "sources": _CITED,
        }
        restriction = draw(st.sampled_from([None, None, "forms", "except_forms"]))
        if restriction:
            row[restriction] = [f"{mineral}-{draw(st.sampled_from([*_FORMULAS[mineral]]))}"]
        value = draw(st.none() | st.integers(1, 2_000))
        rows.append(
            row | ({"unset": "not determined"} if value is None else {"amount": f"{value} mg"})
        )
    return rows


def _axes() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "severity": st.sampled_from([word.value for word in Severity]),
            "likelihood": st.sampled_from([word.value for word in Likelihood]),
            "evidence": st.sampled_from([word.value for word in Evidence]),
            "action": st.sampled_from([word.value for word in Action]),
            "summary": st.just("Something happens."),
            "management": st.just("Do something."),
            "sources": st.just(_CITED),
        }
    )


@st.composite
def _amounts(draw: st.DrawFn, *fields: str) -> dict[str, str]:
    """Some of these fields, in rising amounts a day."""
    amounts = sorted(draw(st.sets(st.integers(1, 900), min_size=len(fields), max_size=len(fields))))
    some = draw(st.sets(st.sampled_from(fields)) | st.just(set[str]()))
    return {
        field: f"{amount} mg"
        for field, amount in zip(fields, amounts, strict=True)
        if field in some
    }


@st.composite
def _interactions(draw: st.DrawFn) -> list[dict[str, Any]]:
    subjects = st.sampled_from(["magnesium", "magnesium-oxide", "calcium", "cations"])
    objects = st.sampled_from(["drug-a", "drug-b", "class-a"])
    effects = st.sampled_from([word.value for word in Effect])
    chosen = draw(st.sets(st.tuples(subjects, objects, effects), max_size=6))
    return [
        draw(_axes())
        | {
            "id": f"rule-{place}",
            "subject": subject,
            "object": object_,
            "effect": effect,
            "mechanism": draw(st.sampled_from([word.value for word in Mechanism])),
            "roles": draw(st.just([]) | _roles()),
            "separations": [{"object_before_hours": "2", "source": "source-a"}],
            **draw(_amounts("from_amount", "likely_from")),
        }
        for place, (subject, object_, effect) in enumerate(sorted(chosen))
    ]


@st.composite
def _cautions(draw: st.DrawFn) -> list[dict[str, Any]]:
    subjects = st.sampled_from(["magnesium", "magnesium-oxide", "calcium", "cations"])
    chosen = draw(st.lists(st.tuples(subjects, st.sampled_from(["wide", "narrow"])), max_size=4))
    return [
        draw(_axes())
        | {
            "id": f"caution-{place}",
            "subject": subject,
            "condition": condition,
            "kind": draw(st.sampled_from([word.value for word in CautionKind])),
            "roles": draw(st.just([]) | _roles()),
            **draw(_amounts("from_amount")),
        }
        for place, (subject, condition) in enumerate(chosen)
    ]


@st.composite
def _absorptions(draw: st.DrawFn) -> list[dict[str, Any]]:
    chosen = draw(st.lists(st.sampled_from(["magnesium-oxide", "calcium-oxide"]), max_size=5))
    rows = []
    for place, form in enumerate(chosen):
        study = draw(st.sampled_from(["source-a", "source-b"]))
        rows.append(
            {
                "id": f"absorption-{place}",
                "study": study,
                "mineral": form.partition("-")[0],
                "form": form,
                "population": "adults",
                "method": draw(st.sampled_from([word.value for word in Method][:2])),
                "measure": "fractional absorption",
                "value": str(draw(st.integers(0, 100))),
                "unit": draw(st.sampled_from(["%", "mg"])),
                "sources": [{"source": study}],
            }
        )
    return rows


@st.composite
def _claims(draw: st.DrawFn) -> list[dict[str, Any]]:
    met = draw(st.lists(st.sampled_from(Agreement), max_size=4))
    unsure = (Agreement.SILENT, Agreement.NOT_LOCATED)
    return [
        {
            "id": f"claim-{place}",
            "statement": "It does something.",
            "subject": draw(st.sampled_from(["magnesium", "magnesium-oxide", "calcium"])),
            "objects": draw(st.sampled_from([[], ["wide"], ["narrow"]])),
            "stated_by": [{"source": "source-b", "locator": f"A{place}"}],
            "agreement": agreement.value,
            "reasoning": "Made for tests.",
            "sources": _CITED,
        }
        | ({} if agreement in unsure else {"certainty": draw(st.sampled_from(Certainty)).value})
        for place, agreement in enumerate(met)
    ]
