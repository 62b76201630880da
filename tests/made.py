# SPDX-License-Identifier: MIT
"""Small catalogs for tests of code, made of records that no bundle holds."""

from collections.abc import Iterable
from typing import Any

import supplementdb as sdb
from supplementdb.catalog import Catalog
from supplementdb.codec import records

CITED = [{"source": "source-a"}]
AXES = {
    "severity": "moderate",
    "likelihood": "probable",
    "evidence": "trial",
    "action": "monitor",
    "summary": "Something happens.",
    "management": "Do something.",
    "sources": CITED,
}
SOURCE = {
    "id": "source-a",
    "kind": "opinion",
    "title": "Title",
    "publisher": "Publisher",
    "url": "https://example.org",
}
MINERAL = {
    "id": "magnesium",
    "name": "magnesium",
    "symbol": "Mg",
    "atomic_weight": "24.305",
    "valences": [2],
    "classes": ["cations"],
    "label_units": ["mg"],
    "names": [{"text": "Mag", "kind": "abbreviation"}],
    "sources": CITED,
}
GLYCINE = {"id": "glycine", "name": "glycine", "formula": "C2H5NO2", "sources": CITED}


def form(id: str = "magnesium-oxide", **more: Any) -> dict[str, Any]:
    """A form; a formula of its own unless something else is said."""
    made = {
        "id": id,
        "name": id.replace("-", " "),
        "kind": "salt",
        "minerals": ["magnesium"],
        "sources": CITED,
    }
    if not {"formula", "assays", "members"} & more.keys():
        made |= {"formula": "MgO", "hydration": "0"}
    return made | more


def limit(id: str = "limit-a", amount: Any = "100 mg", **more: Any) -> dict[str, Any]:
    """An upper limit for everybody; `None` is one that is not set."""
    value = {"unset": "not determined"} if amount is None else {"amount": amount}
    return {
        "id": id,
        "authority": "NASEM",
        "nutrient": "magnesium",
        "kind": "UL",
        "population": {},
        "scope": "supplements",
        "edition": "first",
        "valid_from": "2000",
        "sources": CITED,
        **value,
        **more,
    }


def interaction(id: str = "rule-a", **more: Any) -> dict[str, Any]:
    """A rule of the mineral against one medicine."""
    return {
        **AXES,
        "id": id,
        "subject": "magnesium",
        "object": "drug-a",
        "effect": "object-absorption-reduced",
        "mechanism": "chelation",
        **more,
    }


def caution(id: str = "caution-a", **more: Any) -> dict[str, Any]:
    """A caution of the mineral in the wide condition."""
    made = {**AXES, "id": id, "subject": "magnesium", "kind": "caution"}
    return made | ({"condition": "wide"} if "population" not in more else {}) | more


def content(**sections: list[dict[str, Any]]) -> dict[str, Any]:
    """The content of a file that holds together; sections given here replace those made."""
    return {
        "sources": [SOURCE],
        "mineral_classes": [{"id": "cations", "name": "cations", "sources": CITED}],
        "minerals": [MINERAL],
        "forms": [
            form("magnesium-oxide", roles=["nutrient", "antacid"]),
            form("magnesium-chloride", formula="MgCl2", hydration="6"),
        ],
        "medication_classes": [
            {"id": "class-a", "name": "class a", "parents": ["class-b"], "sources": CITED},
            {"id": "class-b", "name": "class b", "sources": CITED},
        ],
        "medications": [
            {
                "id": "drug-a",
                "name": "drug a",
                "classes": ["class-a"],
                "names": [{"text": "Brandex", "kind": "brand"}],
                "sources": CITED,
            },
            {"id": "drug-b", "name": "drug b", "sources": CITED},
        ],
        "conditions": [
            {"id": "wide", "name": "wide state", "sources": CITED},
            {
                "id": "narrow",
                "name": "narrow state",
                "parents": ["wide"],
                "egfr_from": 0,
                "egfr_below": 30,
                "sources": CITED,
            },
            {
                "id": "mild",
                "name": "mild state",
                "egfr_from": 60,
                "egfr_below": 90,
                "sources": CITED,
            },
        ],
        "biomarkers": [{"id": "marker", "name": "marker", "sources": CITED}],
        "adverse_effects": [
            {"id": "harm", "name": "harm", "severity": "moderate", "sources": CITED}
        ],
        **sections,
    }


def catalog(**sections: list[dict[str, Any]]) -> Catalog:
    """A catalog of `content`."""
    return Catalog.of(records(content(**sections), "made"))


SUPPLEMENT = sdb.Item(
    mineral="magnesium", amount=sdb.Amount(200, "mg"), basis="elemental", forms=("magnesium-oxide",)
)
SEPARATE: dict[str, Any] = {
    "action": "separate",
    "separations": [{"object_before_hours": "2", "object_after_hours": "4", "source": "source-a"}],
}


def codes(findings: Iterable[sdb.Finding]) -> list[str]:
    """The codes of findings."""
    return [finding.code for finding in findings]
