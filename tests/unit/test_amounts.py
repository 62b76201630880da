# SPDX-License-Identifier: MIT
import pickle
from decimal import Decimal, localcontext
from typing import Any

import pytest

import supplementdb as sdb
from made import MINERAL, catalog
from supplementdb.amounts import Amount, AmountRange, Unit


class TestUnit:
    @pytest.mark.parametrize(
        "text",
        [
            "ug",
            "mcg",
            "MCG",
            "mcg.",
            "\u00b5g",
            "\u03bcg",
            "\u039cG",
            "microgram",
            "micrograms",
            " ug ",
        ],
    )
    def test_microgram(self, text: str) -> None:
        """Every spelling of microgram is the same unit, both micro signs and their capital too."""
        assert Unit.UG is Unit.read(text)

    @pytest.mark.parametrize(
        ("text", "unit"),
        [("g", Unit.G), ("MG", Unit.MG), ("mmol", Unit.MMOL), ("\u00b5mol", Unit.UMOL)]
        + [("meq", Unit.MEQ), ("mEq", Unit.MEQ), ("iu", Unit.IU), ("UI", Unit.IU)],
    )
    def test_spellings(self, text: str, unit: Unit) -> None:
        """Case and language of a unit do not matter."""
        assert unit is Unit.read(text)

    @pytest.mark.parametrize("text", ["", "kg", "gr", "mgg", "mgX", "%", "tablet", 5, None])
    def test_unknown(self, text: object) -> None:
        """What is no unit raises and names those that are."""
        with pytest.raises(sdb.UnitError, match="write g, mg, ug"):
            Unit.read(text)  # type: ignore[arg-type]  # wrong on purpose


class TestAmount:
    @pytest.mark.parametrize(
        "value",
        ["nan", "inf", "-Infinity", "-1", "-0.5", True, False, "1e13", "1e-13", "1e999999999"]
        + [
            "",
            "one",
            "1_000",
            "\u0664",
            None,
            b"1",
            "1" * 51,
            f"1.{'1' * 50}",
            Decimal("sNaN"),
            "0e-999",
            "0e99",
        ],
    )
    def test_impossible(self, value: object) -> None:
        """NaN, infinity, negatives, booleans, absurd exponents and non-numbers are refused."""
        with pytest.raises(sdb.AmountError):
            Amount(value, "mg")  # type: ignore[arg-type]  # wrong on purpose

    def test_float_as_written(self) -> None:
        """A float is the shortest decimal that gives it back, not its binary expansion."""
        assert Decimal("0.1") == Amount(0.1, "mg").value

    def test_negative_zero(self) -> None:
        """Zero has no sign."""
        assert "0 mg" == Amount("-0", "mg").text

    def test_own_precision(self) -> None:
        """The decimal settings of an application round nothing."""
        with localcontext(prec=3):
            amount = Amount("1234.5678", "mg")

        assert "1234.5678 mg" == amount.text

    @pytest.mark.parametrize("value", ["1e12", "1e-12", f"0.{'0' * 11}1", "1" + "0" * 12, "0e12"])
    def test_edges(self, value: str) -> None:
        """The edges of the plausible range are inside it."""
        assert Amount(value, "mg").value >= 0

    def test_hash_spreads(self) -> None:
        """Different amounts have different hashes."""
        assert 9 == len({hash(Amount(n, "mg")) for n in range(9)})

    def test_equal_quantities(self) -> None:
        """Amounts are compared as quantities, whatever their unit."""
        assert Amount(1_000, "ug") == Amount(1, "mg")
        assert hash(Amount(1_000, "ug")) == hash(Amount(1, "mg"))
        assert Amount(2, "g") > Amount(1_999, "mg")
        assert Amount(2, "g") != "2 g"

    def test_kinds_apart(self) -> None:
        """Mass, moles, equivalents and IU are unequal and have no order among them."""
        assert Amount(1, "mg") != Amount(1, "IU")
        with pytest.raises(sdb.UnitError, match="different kinds"):
            _ = Amount(1, "mg") < Amount(1, "mmol")
        with pytest.raises(sdb.UnitError):
            _ = Amount(1, "mg") + Amount(1, "IU")

    def test_not_with_numbers(self) -> None:
        """A bare number has no unit, so it neither adds nor compares."""
        with pytest.raises(TypeError):
            _ = Amount(1, "mg") + 1  # type: ignore[operator]  # wrong on purpose
        with pytest.raises(TypeError):
            _ = Amount(1, "mg") < 1  # type: ignore[operator]  # wrong on purpose
        with pytest.raises(TypeError):
            _ = Amount(1, "mg") * 1.5  # type: ignore[operator]  # wrong on purpose
        with pytest.raises(TypeError):
            _ = Amount(1, "mg") / 1.5  # type: ignore[operator]  # wrong on purpose

    def test_arithmetic(self) -> None:
        """Sums keep the left unit; a ratio has none; a share keeps its unit."""
        assert Amount(1_500, "mg") == Amount(1, "g") + Amount(500, "mg")
        assert Unit.G is (Amount(1, "g") + Amount(500, "mg")).unit
        assert Amount(6, "mg") == 2 * Amount(3, "mg")
        assert Decimal(4) == Amount(2, "g") / Amount(500, "mg")
        assert Amount("0.5", "g") == Amount(1, "g") / 2

    def test_division_by_nothing(self) -> None:
        """Nothing is a multiple of no amount."""
        with pytest.raises(sdb.AmountError, match="zero"):
            _ = Amount(1, "mg") / Amount(0, "mg")

    def test_to_needs_the_mineral(self) -> None:
        """Moles and equivalents become mass only with weight and valence."""
        mineral = catalog().minerals["magnesium"]

        assert Amount("24.305", "mg") == Amount(1, "mmol").to("mg", of=mineral)
        assert Amount("12.1525", "mg") == Amount(1, "mEq").to("mg", of=mineral)
        assert Amount(2, "mEq") == Amount(1, "mmol").to("mEq", of=mineral)
        assert Amount(500, "umol") == Amount("0.5", "mmol").to("umol")
        assert Amount("12.1525", "mg") == mineral.mass(Amount(1, "mEq"))
        with pytest.raises(sdb.UnitError, match="needs the mineral"):
            Amount(1, "mmol").to("mg")

    @pytest.mark.parametrize("valences", [[], [2, 3]])
    def test_several_valences(self, valences: list[int]) -> None:
        """Without exactly one valence an equivalent has no weight."""
        mineral = catalog(minerals=[MINERAL | {"valences": valences}]).minerals["magnesium"]

        with pytest.raises(sdb.UnitError, match="^mEq need one valence"):
            Amount(1, "mEq").to("mg", of=mineral)

    @pytest.mark.parametrize(("start", "goal"), [("IU", "mg"), ("mg", "IU"), ("mmol", "IU")])
    def test_iu_never_converts(self, start: str, goal: str) -> None:
        """IU convert to nothing without a rule for the form."""
        with pytest.raises(sdb.UnitError, match="IU need a rule"):
            Amount(1, start).to(goal, of=catalog().minerals["magnesium"])

    @pytest.mark.parametrize(
        ("value", "unit", "people", "text"),
        [
            ("2000", "mg", "2,000 mg", "2000 mg"),
            ("0.50", "ug", "0.5 mcg", "0.5 ug"),
            ("281.922945", "mg", "282 mg", "281.922945 mg"),
            ("1234.56789", "mg", "1,235 mg", "1234.56789 mg"),
            ("0.00123456", "g", "0.00123 g", "0.00123456 g"),
            ("0", "umol", "0 mcmol", "0 umol"),
            ("1e3", "mEq", "1,000 mEq", "1000 mEq"),
        ],
    )
    def test_print(self, value: str, unit: str, people: str, text: str) -> None:
        """People read mcg and at most three figures of a computed number; data keeps all."""
        amount = Amount(value, unit)

        assert people == str(amount)
        assert text == amount.text

    def test_repr(self) -> None:
        """A repr can be evaluated."""
        assert Amount("0.4", "g") == eval(repr(Amount("0.4", "g")))
        assert "Amount('2000', 'mg')" == repr(Amount(2_000, "mg"))

    def test_pickle(self) -> None:
        """Amounts can be pickled, for worker processes."""
        assert Amount(5, "mg") == pickle.loads(pickle.dumps(Amount(5, "mg")))

    def test_immutable(self) -> None:
        """An amount cannot be changed."""
        with pytest.raises(AttributeError):
            Amount(5, "mg").value = Decimal(6)  # type: ignore[misc]  # wrong on purpose


class TestParse:
    @pytest.mark.parametrize("text", ["350 mg", "0.9 mg", "0 IU", "12.5 mEq"])
    def test_canonical(self, text: str) -> None:
        """The text of data files reads back as it is written."""
        assert text == Amount.parse(text).text

    @pytest.mark.parametrize(
        "text", ["350mg", "350  mg", "+1 mg", "1e3 mg", "01 mg", "1.0 mg", ".5 mg"]
    )
    def test_other_shapes(self, text: str) -> None:
        """Any other shape is refused, so that a file has one spelling for one amount."""
        with pytest.raises(sdb.AmountError, match="write number, space, unit"):
            Amount.parse(text)

    def test_other_units(self) -> None:
        """Data files spell units as the library does."""
        with pytest.raises(sdb.UnitError, match="mcg"):
            Amount.parse("5 mcg")


class TestAmountRange:
    def test_upward(self) -> None:
        """A range runs upward, in one kind of amount."""
        with pytest.raises(sdb.AmountError, match="upward"):
            AmountRange(Amount(2, "mg"), Amount(1, "mg"))
        with pytest.raises(sdb.UnitError):
            AmountRange(Amount(1, "mg"), Amount(2, "mmol"))
        with pytest.raises(TypeError):
            AmountRange(1, 2)  # type: ignore[arg-type]  # wrong on purpose

    def test_exact(self) -> None:
        """A range of one amount is exact and prints as that amount."""
        exact = AmountRange.exact(Amount(5, "mg"))

        assert exact.is_exact
        assert "5 mg" == str(exact)

    def test_operations(self) -> None:
        """Ranges add and scale end by end; a union holds both."""
        one = AmountRange(Amount(1, "mg"), Amount(2, "mg"))
        two = AmountRange(Amount(5, "mg"), Amount(6, "mg"))

        assert AmountRange(Amount(6, "mg"), Amount(8, "mg")) == one + two
        assert AmountRange(Amount(3, "mg"), Amount(6, "mg")) == 3 * one
        assert AmountRange(Amount(1, "mg"), Amount(6, "mg")) == one.union(two) == two.union(one)
        assert AmountRange(Amount(1_000, "ug"), Amount(2_000, "ug")) == one.to("ug")
        with pytest.raises(TypeError):
            _ = one + Amount(1, "mg")  # type: ignore[operator]  # wrong on purpose
        with pytest.raises(TypeError):
            _ = one * 1.5  # type: ignore[operator]  # wrong on purpose

    def test_print(self) -> None:
        """A range names its unit once where both ends share it."""
        assert "1 to 2 mg" == str(AmountRange(Amount(1, "mg"), Amount(2, "mg")))
        assert "1 mg to 2 g" == str(AmountRange(Amount(1, "mg"), Amount(2, "g")))
        assert "AmountRange(Amount('1', 'mg'), Amount('2', 'g'))" == repr(
            AmountRange(Amount(1, "mg"), Amount(2, "g"))
        )


LONG = "x" * 45
NINES = "9" * 50


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "an amount needs a number, not NoneType"),
        (True, "an amount needs a number, not bool"),
        ("1_000", "'1_000' is not a number"),
        (f"{LONG}_", f"'{LONG[:40]}' is not a number"),
        ("\u0661", "'\u0661' is not a number"),
        (LONG, f"'{LONG[:40]}' is not a number"),
        ("inf", "an amount must be finite, not Infinity"),
        (-5, "an amount cannot be negative (-5)"),
        (f"-{NINES}", f"an amount cannot be negative (-{NINES[:39]})"),
        ("1e13", "1E+13 is out of any plausible range (1e-12 to 1e12)"),
        (NINES, f"{NINES[:40]} is out of any plausible range (1e-12 to 1e12)"),
        (f"1.{NINES}", "an amount has at most 50 digits"),
    ],
)
def test_refused(value: Any, message: str) -> None:
    """A number that is none is refused in words, cut to what fits a line."""
    with pytest.raises(sdb.AmountError) as told:
        sdb.Amount(value, "mg")

    assert message == str(told.value)


def test_longest() -> None:
    """Fifty digits, and fifty places behind the point, are the most."""
    assert f"9.{NINES[1:]} mg" == sdb.Amount(f"9.{NINES[1:]}", "mg").text
    assert 0 == sdb.Amount("0." + "0" * 50, "mg").value


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: sdb.Unit.read("stone"), "write g, mg, ug (mcg, \u00b5g), mmol, umol, mEq or IU"),
        (lambda: sdb.Amount.parse("5 stone"), "write g, mg, ug, mmol, umol, mEq, IU"),
        (lambda: sdb.Amount.parse(LONG), f"'{LONG[:40]}' is no amount; write number"),
        (lambda: sdb.Amount(1, "g") / 0, "an amount cannot be divided by zero"),
    ],
)
def test_told(make: Any, message: str) -> None:
    """What is wrong with a text is told with the next step."""
    with pytest.raises(sdb.SupplementDBError) as told:
        make()

    assert message in str(told.value)
    assert "XX" not in str(told.value)
