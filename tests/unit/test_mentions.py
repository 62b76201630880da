# SPDX-License-Identifier: MIT
"""Which minerals and forms a line names, where several share a form or a word."""

from typing import Any

import pytest

import supplementdb as sdb
from made import CITED, MINERAL, catalog, form


def mineral(id: str, symbol: str, weight: str, **more: Any) -> dict[str, Any]:
    """A mineral without classes."""
    facts = {"id": id, "name": id, "symbol": symbol, "atomic_weight": weight, "names": []}
    return MINERAL | facts | {"classes": []} | more


@pytest.fixture(name="db", scope="module")
def fixture_db() -> sdb.Catalog:
    """Minerals whose names and symbols are words elsewhere, and salts of two of them."""
    both = {"minerals": ["calcium", "phosphorus"]}
    return catalog(
        minerals=[
            MINERAL,
            mineral("calcium", "Ca", "40.078"),
            mineral("phosphorus", "P", "30.974", names=[{"text": "phosphorous"}]),
            mineral("potassium", "K", "39.098"),
            mineral("chloride", "Cl", "35.45"),
            mineral("cobalt", "Co", "58.933"),
        ],
        ligands=[
            {"id": "chloride-ion", "name": "chloride ion", "names": [{"text": "chloride"}]}
            | {"sources": CITED}
        ],
        forms=[
            form("magnesium-oxide"),
            form("magnesium-citrate", members=[], kind="unspecified"),
            form("magnesium-algae", names=[{"text": "seaweed magnesium"}]),
            form("calcium-algae", formula="CaO", hydration="0", minerals=["calcium"])
            | {"name": "seaweed"},
            form("calcium-hydrogen-phosphate", formula="CaHPO4", hydration="0", **both)
            | {"names": [{"text": "dicalcium phosphate"}]},
            form("calcium-ascorbate", formula="CaC12H14O12", hydration="0", minerals=["calcium"])
            | {"roles": ["nutrient", "other-active"]},
            form("cobalt-vitamin", formula="Co", hydration="0", minerals=["cobalt"])
            | {"name": "methylcobalamin", "roles": ["other-active"]},
        ],
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A form explains the mineral before it, whichever of its minerals that is.
        (
            "Phosphorous (from dicalcium phosphate) 140 mg",
            ["phosphorus calcium-hydrogen-phosphate"],
        ),
        ("Phosphorus as dicalcium phosphate 140 mg", ["phosphorus calcium-hydrogen-phosphate"]),
        ("Dicalcium phosphate 500 mg", ["calcium calcium-hydrogen-phosphate"]),
        ("Magnesium (as seaweed) 20 mg", ["magnesium magnesium-algae"]),
        ("Magnesium 20 mg, seaweed 5 mg", ["magnesium ", "calcium calcium-algae"]),
        ("Magnesium (citrate/oxide) 200 mg", ["magnesium magnesium-citrate magnesium-oxide"]),
        # What is not taken for its mineral counts only where the mineral leads.
        ("Vitamin B12 (as methylcobalamin) 500 mcg", []),
        ("Cobalt (as methylcobalamin) 5 mcg", ["cobalt cobalt-vitamin"]),
        # An anion's name is mostly only what something else is bound to.
        ("Chloride 68 mg", ["chloride "]),
        ("Choline chloride 100 mg", []),
        ("Nicotinamide riboside (as chloride) 250 mg", []),
        ("Choline, chloride 100 mg", ["chloride "]),
        # A symbol is written as one and has two letters; cobalt's is a word elsewhere.
        ("Ca 500 mg", ["calcium "]),
        ("CA 500 mg", []),
        ("Vitamin K 100 mcg", []),
        ("Co Q10 100 mg", []),
        ("Cl 20 mg", ["chloride "]),
    ],
)
def test_found(db: sdb.Catalog, text: str, found: list[str]) -> None:
    """Each mineral is found once, with its forms."""
    items = sdb.read_label(text, catalog=db).items

    assert found == [f"{item.mineral} {' '.join(item.forms)}" for item in items]


def test_not_taken_for_it(db: sdb.Catalog) -> None:
    """What is not taken for its mineral is told, not lost."""
    line = sdb.read_label("Vitamin B12 (as methylcobalamin) 500 mcg", catalog=db)

    assert ("cobalt-vitamin",) == line.inactive


@pytest.mark.parametrize(
    "text", ["Vitamin C (as calcium ascorbate) 500 mg", "Calcium ascorbate 500 mg"]
)
def test_vitamin_salt(db: sdb.Catalog, text: str) -> None:
    """The salt of a vitamin is the vitamin first; that there is calcium in it is told."""
    line = sdb.read_label(text, catalog=db)

    assert () == line.items
    assert ("calcium-ascorbate",) == line.inactive


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Calcium (as calcium ascorbate) 50 mg", "50 mg"),
        ("Bone Keeper (dicalcium phosphate) 500 mg", "500 mg"),
    ],
)
def test_whose_amount(db: sdb.Catalog, text: str, amount: str | None) -> None:
    """Behind a vitamin's bracket the amount is the vitamin's; behind a brand's it is the salt's."""
    (item,) = sdb.read_label(text, catalog=db).items

    assert amount == (None if item.amount is None else item.amount.text)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Dicalcium phosphate 500 mg calcium", ["calcium 500 mg elemental"]),
        ("Dicalcium phosphate 500 mg phosphorus", ["phosphorus 500 mg elemental"]),
        ("Dicalcium phosphate 500 mg of elemental calcium", ["calcium 500 mg elemental"]),
        (
            "Dicalcium phosphate 500 mg calcium 140 mg",
            ["calcium 140 mg elemental"],
        ),
        ("Calcium 500 mg dicalcium phosphate", ["calcium 500 mg unknown"]),
        ("Calcium 140 mg as dicalcium phosphate 500 mg", ["calcium 140 mg elemental"]),
        ("Calcium 140 mg (as dicalcium phosphate 500 mg)", ["calcium 140 mg elemental"]),
        ("Calcium 140 mg (as dicalcium phosphate)", ["calcium 140 mg elemental"]),
        (
            "Calcium 140 mg, dicalcium phosphate 500 mg",
            ["calcium 140 mg elemental", "calcium 500 mg unknown"],
        ),
        (
            "Calcium 140 mg dicalcium phosphate 500 mg",
            ["calcium 140 mg elemental", "calcium 500 mg unknown"],
        ),
        ("Dicalcium phosphate 140 mg (elemental)", ["calcium 140 mg elemental"]),
        ("Dicalcium phosphate 140 mg [elemental calcium]", ["calcium 140 mg elemental"]),
        ("Dicalcium phosphate 500 mg (2 elemental)", ["calcium 500 mg unknown"]),
        ("Dicalcium phosphate 500 mg, calcium", ["calcium 500 mg unknown", "calcium None unknown"]),
        (
            "Dicalcium phosphate 500 mg magnesium",
            ["calcium 500 mg unknown", "magnesium None unknown"],
        ),
        (
            "Dicalcium phosphate 500 mg calcium, magnesium 100 mg",
            ["calcium 500 mg elemental", "magnesium 100 mg elemental"],
        ),
    ],
)
def test_what_is_weighed(db: sdb.Catalog, text: str, items: list[str]) -> None:
    """A mineral of the salt right behind the amount, without its own, is what is weighed."""
    found = sdb.read_label(text, catalog=db).items

    assert items == [f"{item.mineral} {item.amount} {item.basis.value}" for item in found]


@pytest.mark.parametrize("text", ["Eisen(II)-sulfat 200 mg", "eisen ii sulfat 200 mg"])
def test_charges(text: str) -> None:
    """A charge in brackets is part of the name and not a bracket."""
    names = [{"text": "Eisen(II)-sulfat", "lang": "de"}]
    db = catalog(forms=[form("magnesium-sulfate", formula="MgSO4", names=names)])

    assert ("magnesium-sulfate",) == sdb.read_label(text, catalog=db).items[0].forms
