# SPDX-License-Identifier: MIT
"""The reader of keyed tables: what a table says is what the records hold, and slips are told."""

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import intakes

HEAD = """authority: NASEM
nutrient: zinc
edition: 2001
source: source-a
unit: mg
"""


def read(*lines: str) -> list[dict[str, Any]]:
    """The records of one table."""
    return list(intakes.read(HEAD + "\n".join(lines)))


def brief(*lines: str) -> list[tuple[Any, ...]]:
    """Kind, ages, stage and value of each record."""
    return [
        (
            row["kind"],
            row["population"].get("min_months"),
            row["population"].get("max_months"),
            row["population"].get("stage"),
            row.get("amount", row.get("unset")),
        )
        for row in read(*lines)
    ]


def test_cells() -> None:
    """Numbers lose printed zeros and take the unit; an empty cell is no row."""
    rows = brief("ND: not determined", "group | AI | UL", "0..6 mo | 2.0 | ND", "1+ y | | 1.50 ug")

    assert rows == [
        ("AI", 0, 6, None, "2 mg"),
        ("UL", 0, 6, None, "not determined"),
        ("UL", 12, None, None, "1.5 ug"),
    ]


def test_columns_of_one_kind() -> None:
    """A kind with two scopes has two columns; each keeps its own facts, in its gap too."""
    rows = read(
        "scope GL supp: supplements",
        "gap: adults only",
        "group | GL supp | GL total",
        "18+ y | 4 | 12",
    )

    assert [row["scope"] for row in rows] == ["supplements", "total"] * 2
    assert 4 == len({row["id"] for row in rows})


def test_stages() -> None:
    """Beside rows for pregnancy, others are for neither; ``any`` and children stay open."""
    rows = brief(
        "gap: no group",
        "group | RDA",
        "1-3 y | 3",
        "14-18 y | 9",
        "any 19+ y | 8",
        "pregnant 14-18 y | 12",
        "lactating 14-18 y | 13",
    )

    assert rows[:3] == [
        ("RDA", 12, 48, None, "3 mg"),
        ("RDA", 168, 228, "none", "9 mg"),
        ("RDA", 228, None, None, "8 mg"),
    ]
    assert ("RDA", 0, 12, None, "no group") in rows
    assert ("RDA", 48, 168, None, "no group") in rows


def test_pregnancy_at_any_age() -> None:
    """Rows for pregnancy without ages leave all others to those who are not, children too."""
    rows = brief("group | DV", "<1 y | 3", "other 1+ y | 11", "pregnant all | 13")

    assert [row[3] for row in rows] == ["none", "none", "pregnant"]


def test_limit_of_her_age() -> None:
    """Where a limit has no group for pregnancy, that of her age holds, and its note says so."""
    rows = read("group | UL", "9-13 y | 23", "14+ y | 40", "pregnant 14-50 y | 35")
    hers = [row for row in rows if row["population"].get("stage") == "pregnant"]

    assert [(row["amount"], row["population"]["min_months"]) for row in hers] == [
        ("35 mg", 168),
        ("23 mg", 108),
        ("40 mg", 612),
    ]
    assert all("that of her age" in row["note"] for row in hers[1:])
    unset = brief("ND: none", "group | UL", "9+ y | 2", "pregnant 14-50 y | ND")
    assert 2 == len(unset)
    needs = brief("group | RDA", "9+ y | 2", "pregnant 14-50 y | 3")
    assert 2 == len(needs)


def test_notes() -> None:
    """A mark adds its note to the table's; words carry none where there are numbers."""
    rows = read(
        "note: General.",
        "a: Special.",
        "ND: none",
        "group | UL",
        "1 y | 5 [a]",
        "2 y | 6",
        "3 y | ND",
    )

    assert ["General. Special.", "General.", None] == [row.get("note") for row in rows]
    (word,) = read("note: General.", "a: Special.", "ND: none", "group | UL", "1 y | ND [a]")
    assert ("none", "General. Special.") == (word["unset"], word["note"])


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("group | UL", "1-3 y | 5 [a]"), "for the mark 'a'"),
        (("note: x", "group | UL", "1-3 y | 5 [note]"), "for the mark 'note'"),
        (("group | UL | UL", "1-3 y | 5 | 6"), "names that differ"),
        (("group | UL | ", "1-3 y | 5 | 6"), "names that differ"),
        (("group | UL", "1-3 y | 5 | 6"), "must have 1 cells"),
        (("group | UL", "1-3 y | 1.2.3"), "no field explains it"),
        (("group | UL", "1-3 y | few"), "no field explains it"),
        (("group | UL", "30-19 y | 5"), "run upward"),
        (("group | UL", "sometimes | 5"), "must be a group"),
        (("scop: total", "group | UL", "1 y | 5"), "is no field"),
        (("unit: g", "group | UL", "1 y | 5"), "is given twice"),
        (("unit", "group | UL", "1 y | 5"), "must be a field and its value"),
        (("1 y | 5",), "must have a line that begins with 'group'"),
    ],
)
def test_slips(lines: tuple[str, ...], told: str) -> None:
    """A slip of the curator is told, with the place."""
    with pytest.raises(ValueError, match=told):
        read(*lines)
