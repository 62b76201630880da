# SPDX-License-Identifier: MIT
"""Absorption models: they compute inside their domain, and refuse outside it."""

import json
from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given, strategies as st

import supplementdb as sdb
from made import CITED, MINERAL, catalog
from supplementdb import codec
from supplementdb.strategies import amounts

SHARED: dict[str, Any] = {
    "equation": "an equation",
    "measure": "fraction absorbed",
    "population": "adults",
    "uncertainty": "none was read",
    "sources": CITED,
}
LINE = SHARED | {
    "id": "line",
    "name": "Somebody 2000",
    "mineral": "magnesium",
    "formula": "logarithm",
    "coefficients": [{"name": "intercept", "value": "0.9"}, {"name": "slope", "value": "-0.1"}],
    "domain": [{"input": "dose", "low": "1", "high": "100", "unit": "mg"}],
}
CARRIER = SHARED | {
    "id": "carrier",
    "name": "Somebody 2001",
    "mineral": "zinc",
    "formula": "saturation",
    "coefficients": [
        {"name": "amax", "value": "0.1", "unit": "mmol/d", "error": "0.01"},
        {"name": "kr", "value": "0.05", "unit": "mmol/d"},
        {"name": "kp", "value": "0.7", "unit": "mmol/d", "error": "0.1"},
    ],
    "domain": [
        {"input": "dose", "low": "1", "high": "40", "unit": "mg"},
        {"input": "phytate", "low": "0", "high": "2000", "unit": "mg"},
    ],
}
STORES = SHARED | {
    "id": "stores",
    "name": "Somebody 2002",
    "mineral": "iron",
    "formula": "power",
    "coefficients": [
        {"name": "intercept", "value": "2"},
        {"name": "slope", "value": "-1"},
        {"name": "diet_slope", "value": "0.3"},
    ],
    "domain": [
        {"input": "ferritin", "low": "10", "high": "100", "unit": "ug/L"},
        {"input": "diet", "low": "-1", "high": "1", "unit": "1"},
    ],
}
ZINC = amounts(1, 40, units=("mg",))
PHYTATE = amounts(0, 2_000, units=("mg",))


def made(*models: dict[str, Any], **sections: list[dict[str, Any]]) -> sdb.Catalog:
    """A catalog of three minerals with these models."""
    others = [
        MINERAL | {"id": id, "name": id, "symbol": symbol, "names": []}
        for id, symbol in (("zinc", "Zn"), ("iron", "Fe"))
    ]
    return catalog(minerals=[MINERAL, *others], absorption_models=[*models], **sections)


@pytest.fixture(name="db", scope="module")
def fixture_db() -> sdb.Catalog:
    """One model of each shape."""
    return made(LINE, CARRIER, STORES)


def refused(**more: Any) -> str:
    """What the codec says of a model."""
    with pytest.raises(sdb.DataError) as caught:
        codec.records({"absorption_models": [LINE | more]}, "file")
    return str(caught.value)


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"formula": "power"}, "coefficients of power must be diet_slope, intercept, slope"),
        ({"coefficients": LINE["coefficients"] * 2}, "must be intercept, slope, each once"),
        ({"domain": []}, "domain of logarithm must be of dose, each once"),
        ({"domain": [LINE["domain"][0] | {"high": "1"}]}, "high must be above low"),
    ],
)
def test_refused(more: dict[str, Any], rule: str) -> None:
    """A formula has its own numbers and inputs, and a domain an inside."""
    assert rule in refused(**more)


class TestEstimate:
    def test_text(self, db: sdb.Catalog) -> None:
        """An estimate prints what it is of, and whose."""
        found = sdb.estimate_absorption("magnesium", sdb.Amount(1, "mg"), catalog=db)

        assert "90.0 %, 0.9 mg: fraction absorbed, Somebody 2000" == str(found)
        assert f"<AbsorptionEstimate {found}>" == repr(found)
        assert "<AbsorptionModel line: fraction absorbed, from dose>" == repr(found.model)

    def test_json(self, db: sdb.Catalog) -> None:
        """JSON holds the inputs, the result and what is known of its uncertainty."""
        zinc = sdb.estimate_absorption(
            "zinc", sdb.Amount(10, "mg"), phytate=sdb.Amount(1, "g"), catalog=db
        )
        iron = sdb.estimate_absorption("iron", ferritin=30, diet="plain", catalog=db).to_dict()

        told = json.loads(json.dumps(zinc.to_dict()))
        assert {"dose": "10", "phytate": "1000"} == told["inputs"]
        assert told["low"] < told["fraction"] < told["high"]
        assert ["source-a"] == told["sources"]
        assert {"ferritin": "30", "diet": "0"} == iron["inputs"]
        assert (None, None, None) == (iron["low"], iron["high"], iron["absorbed"])

    def test_power(self, db: sdb.Catalog) -> None:
        """Where nobody said what the diet has, the estimate runs over all there is."""
        found = sdb.estimate_absorption("iron", ferritin="10.0", catalog=db)
        low, plain, high = (
            sdb.estimate_absorption("iron", ferritin=10, diet=diet, catalog=db).fraction
            for diet in ("inhibitors", "plain", "enhancers")
        )

        # 100 over the ferritin, in per cent; 0.3 in the exponent is near enough a factor of two.
        assert Decimal("0.1") == round(plain, 9)
        assert (low, plain, high) == (found.low, found.fraction, found.high)
        assert str(found).startswith("10.0 % (5.0 to 20.0 %): ")

    @pytest.mark.parametrize(
        ("about", "given", "told"),
        [
            ("magnesium", {"dose": sdb.Amount(101, "mg")}, "1 to 100 mg of dose; 101 mg is outs"),
            ("magnesium", {"dose": sdb.Amount(1, "ug")}, "is outside"),
            (
                "zinc",
                {"dose": sdb.Amount(10, "mg"), "phytate": sdb.Amount(3, "g")},
                "0 to 2000 mg of phytate; 3000 mg is outside",
            ),
            ("iron", {"ferritin": 9}, "10 to 100 ug/L of ferritin; 9 ug/L is outside"),
            ("magnesium-oxide", {"dose": sdb.Amount(10, "mg")}, "compare_absorption"),
        ],
    )
    def test_outside(self, db: sdb.Catalog, about: str, given: dict[str, Any], told: str) -> None:
        """Outside its domain a model refuses, and no model answers for what it was not made of."""
        with pytest.raises(sdb.NotComputableError, match=told):
            sdb.estimate_absorption(about, **given, catalog=db)

    @pytest.mark.parametrize(
        ("about", "given", "told"),
        [
            ("magnesium", {}, "dose: must be given"),
            ("magnesium", {"dose": "30 mg"}, "dose: must be an Amount"),
            ("magnesium", {"dose": sdb.Amount(1, "mmol")}, "dose: must be a mass"),
            ("zinc", {"dose": sdb.Amount(10, "mg")}, "phytate: must be given"),
            ("iron", {"ferritin": 30, "dose": sdb.Amount(10, "mg")}, "dose: is nothing that"),
            ("iron", {"ferritin": 30, "diet": "tea"}, "diet: must be one of inhibitors"),
            ("iron", {"ferritin": "low"}, "ferritin: must be a number"),
            ("iron", {"ferritin": True}, "ferritin: must be a number"),
            ("iron", {"ferritin": "inf"}, "ferritin: must be a number"),
        ],
    )
    def test_misuse(self, db: sdb.Catalog, about: str, given: dict[str, Any], told: str) -> None:
        """What is missing, too much, or of a wrong kind is named."""
        with pytest.raises(sdb.InputError, match=told):
            sdb.estimate_absorption(about, **given, catalog=db)

    def test_unknown(self, db: sdb.Catalog) -> None:
        """What is neither mineral, form nor model is unknown."""
        with pytest.raises(sdb.UnknownIdError):
            sdb.estimate_absorption("unobtainium", sdb.Amount(1, "mg"), catalog=db)

    def test_form(self) -> None:
        """A form is covered by a model that was fitted on it, and by no other."""
        db = made(LINE | {"forms": ["magnesium-oxide"]})
        dose = sdb.Amount(1, "mg")

        assert "line" == sdb.estimate_absorption("magnesium-oxide", dose, catalog=db).model.id
        with pytest.raises(sdb.NotComputableError):
            sdb.estimate_absorption("magnesium-chloride", dose, catalog=db)

    def test_several(self) -> None:
        """Two models of a mineral are never averaged: one must be named."""
        db = made(LINE, LINE | {"id": "other", "name": "Somebody 2003"})
        dose = sdb.Amount(1, "mg")

        with pytest.raises(sdb.InputError, match="about: must name one of line, other"):
            sdb.estimate_absorption("magnesium", dose, catalog=db)
        assert "other" == sdb.estimate_absorption("other", dose, catalog=db).model.id

    def test_own_precision(self, db: sdb.Catalog) -> None:
        """The decimal settings of an application change no answer."""
        with localcontext(prec=3):
            rough = sdb.estimate_absorption("iron", ferritin=30, catalog=db)

        assert rough == sdb.estimate_absorption("iron", ferritin=30, catalog=db)


class TestSaturation:
    @given(ZINC, ZINC, PHYTATE)
    def test_dose(
        self, db: sdb.Catalog, one: sdb.Amount, other: sdb.Amount, phytate: sdb.Amount
    ) -> None:
        """More zinc gives more absorbed and a smaller part of it, up to what the carrier can."""
        low, high = sorted((one, other))
        less, more = (
            sdb.estimate_absorption("zinc", dose, phytate=phytate, catalog=db)
            for dose in (low, high)
        )

        assert less.fraction >= more.fraction
        assert less.absorbed is not None
        assert more.absorbed is not None
        # 0.1 mmol of 65.38 g/mol
        assert less.absorbed <= more.absorbed < sdb.Amount("6.538", "mg")
        for found in (less, more):
            assert found.low is not None
            assert found.high is not None
            assert 0 < found.low <= found.fraction <= found.high < 1

    @given(ZINC, PHYTATE, PHYTATE)
    def test_phytate(
        self, db: sdb.Catalog, zinc: sdb.Amount, one: sdb.Amount, other: sdb.Amount
    ) -> None:
        """More phytate never gives more zinc."""
        low, high = sorted((one, other))

        assert (
            sdb.estimate_absorption("zinc", zinc, phytate=low, catalog=db).fraction
            >= sdb.estimate_absorption("zinc", zinc, phytate=high, catalog=db).fraction
        )


class TestCurve:
    @pytest.mark.parametrize("about", ["magnesium", "iron", "carrier"])
    def test_ends(self, db: sdb.Catalog, about: str) -> None:
        """A curve runs from one end of the domain to the other."""
        phytate = sdb.Amount(600, "mg") if about == "carrier" else None
        curve = sdb.absorption_curve(about, phytate=phytate, catalog=db)

        assert 21 == len(curve)
        along = curve[0].model.domain[0]
        assert (along.low, along.high) == (curve[0].inputs[0][1], curve[-1].inputs[0][1])

    @pytest.mark.parametrize("steps", [0, True, 1.5])
    def test_steps(self, db: sdb.Catalog, steps: Any) -> None:
        """A curve has one step or more."""
        with pytest.raises(sdb.InputError, match="steps"):
            sdb.absorption_curve("magnesium", steps, catalog=db)

    @given(st.integers(1, 40))
    def test_inside(self, db: sdb.Catalog, steps: int) -> None:
        """No step falls outside the domain, however many there are."""
        assert steps + 1 == len(sdb.absorption_curve("iron", steps, catalog=db))
