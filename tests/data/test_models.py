# SPDX-License-Identifier: MIT
"""The absorption models against what their papers, and those who used them, printed."""

from decimal import Decimal

import pytest

import supplementdb as sdb

HALF_A_DIGIT = Decimal("0.05")


def absorbed(zinc: Decimal, phytate: int) -> Decimal:
    """Zinc absorbed from a day's zinc and phytate in mg, also just outside the domain."""
    edge = min(max(zinc, Decimal("6.2")), Decimal("16.3"))
    found = sdb.estimate_absorption(
        "zinc", sdb.Amount(edge, "mg"), phytate=sdb.Amount(phytate, "mg")
    )
    return found.fraction * edge


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param({300: "6.2", 1200: "10.2"}, id="average requirement, women of 58.5 kg"),
        pytest.param({300: "7.5", 1200: "12.7"}, id="average requirement, men of 68.1 kg"),
        pytest.param({300: "7.5", 600: "9.3", 900: "11.0", 1200: "12.7"}, id="intake, women"),
        pytest.param({300: "9.4", 600: "11.7", 900: "14.0", 1200: "16.3"}, id="intake, men"),
    ],
)
def test_zinc_as_efsa_printed(printed: dict[int, str]) -> None:
    """
    One physiological requirement stands behind EFSA's values of 2014 at every level of phytate.

    So there is one absorbed amount that every printed intake gives, within the rounding of its
    last digit.
    """
    rows = [(phytate, Decimal(zinc)) for phytate, zinc in printed.items()]
    least = max(absorbed(zinc - HALF_A_DIGIT, phytate) for phytate, zinc in rows)
    most = min(absorbed(zinc + HALF_A_DIGIT, phytate) for phytate, zinc in rows)

    assert least < most


@pytest.mark.parametrize(
    ("ferritin", "diet", "percent"), [(6, "enhancers", "23.0"), (80, "inhibitors", "2.1")]
)
def test_iron_as_collings_printed(ferritin: int, diet: str, percent: str) -> None:
    """For serum ferritin from 6 to 80 ug/L the abstract predicts 2.1 to 23.0 per cent."""
    found = sdb.estimate_absorption("iron", ferritin=ferritin, diet=diet)

    assert Decimal(percent) == round(found.fraction * 100, 1)


@pytest.mark.parametrize(("load", "percent"), [(15, "64.0"), (500, "28.6")])
def test_calcium_as_heaney_measured(load: int, percent: str) -> None:
    """
    At the lowest loads absorption averaged 64.0 per cent, and at the highest 28.6.

    These are means of measurements, not points of the line, which runs beside them.
    """
    found = sdb.estimate_absorption("calcium", sdb.Amount(load, "mg"))

    assert abs(found.fraction * 100 - Decimal(percent)) < Decimal("1.3")


@pytest.mark.parametrize("about", ["calcium", "iron", "zinc"])
def test_falls(about: str) -> None:
    """The more there is of a mineral, on the plate or in the stores, the less of it is absorbed."""
    phytate = sdb.Amount(600, "mg") if about == "zinc" else None
    fractions = [one.fraction for one in sdb.absorption_curve(about, phytate=phytate)]

    assert sorted(fractions, reverse=True) == fractions
    assert all(0 < fraction < 1 for fraction in fractions)


@pytest.mark.parametrize("about", ["magnesium", "magnesium-bisglycinate", "zinc-picolinate"])
def test_not_covered(about: str) -> None:
    """What no model was fitted on has no estimate."""
    with pytest.raises(sdb.NotComputableError, match="no model on record"):
        sdb.estimate_absorption(about, sdb.Amount(10, "mg"))
