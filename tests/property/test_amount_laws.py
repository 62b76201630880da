# SPDX-License-Identifier: MIT
"""Laws of amounts."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

import supplementdb as sdb
from supplementdb.amounts import Amount, AmountRange, Unit
from supplementdb.strategies import amount_ranges, amounts

MASSES = ("g", "mg", "ug")
SPELLINGS = {
    "g": ["g", "G", "gram", "grams"],
    "mg": ["mg", "MG", "milligrams"],
    "ug": ["ug", "mcg", "\u00b5g", "\u03bcg", "\u039cG", "micrograms"],
    "mmol": ["mmol"],
    "umol": ["umol", "\u00b5mol", "\u03bcmol"],
    "mEq": ["mEq", "meq", "MEQ"],
    "IU": ["IU", "iu", "I.U."],
}


class TestConversion:
    """ "Unit conversion round-trips and preserves order"."""

    @given(amounts(), st.sampled_from(MASSES))
    def test_round_trip(self, amount: Amount, unit: str) -> None:
        """There and back is the same quantity, and in the same figures."""
        there = amount.to(unit)

        assert amount == there
        assert amount.value == there.to(amount.unit).value

    @given(amounts(), amounts(), st.sampled_from(MASSES))
    def test_order(self, one: Amount, two: Amount, unit: str) -> None:
        """Order does not depend on the unit."""
        assert (one < two) == (one.to(unit).value < two.to(unit).value)

    @given(st.data())
    def test_spelling(self, data: st.DataObject) -> None:
        """ "Unit spelling never changes the amount"."""
        unit = data.draw(st.sampled_from(sorted(SPELLINGS)))
        value = data.draw(st.decimals(0, 1_000, places=3))

        assert {Amount(value, unit)} == {Amount(value, s) for s in SPELLINGS[unit]}

    @given(st.integers(1, 10_000), st.sampled_from(["mmol", "umol", "mEq"]))
    def test_moles_round_trip(self, value: int, unit: str) -> None:
        """Moles and equivalents come back from mass, to the last of forty figures."""
        mineral = sdb.load().minerals["magnesium"]
        back = Amount(value, unit).to("mg", of=mineral).to(unit, of=mineral)

        assert abs(back.value - value) < Decimal("1e-30")


class TestText:
    """ "structure(unstructure(x)) is x"."""

    @given(amounts(units=tuple(Unit)))
    def test_round_trip(self, amount: Amount) -> None:
        """The canonical text gives the amount back."""
        assert amount == Amount.parse(amount.text)
        assert amount.unit is Amount.parse(amount.text).unit

    @given(st.floats(allow_nan=False, allow_infinity=False, min_value=1e-6, max_value=1e6))
    def test_floats(self, value: float) -> None:
        """A float is taken as the decimal that gives it back."""
        assert value == float(Amount(value, "mg").value)

    @given(st.text(max_size=12))
    def test_noise(self, text: str) -> None:
        """Any text is an amount or an error of ours, never a crash."""
        try:
            amount = Amount(text, "mg")
        except sdb.AmountError:
            return
        assert amount.value.is_finite()
        assert amount.value >= 0


class TestArithmetic:
    """Amounts add like numbers, exactly."""

    @given(amounts(), amounts(), amounts())
    def test_sums(self, one: Amount, two: Amount, three: Amount) -> None:
        """Sums do not depend on order or grouping."""
        assert one + two == two + one
        assert (one + two) + three == one + (two + three)

    @given(amounts(min_value=1), st.integers(1, 1_000))
    def test_share(self, amount: Amount, parts: int) -> None:
        """A multiple divided by the amount is the factor."""
        assert Decimal(parts) == (amount * parts) / amount

    @given(amounts(), amounts())
    def test_equal_means_same_hash(self, one: Amount, two: Amount) -> None:
        """Equal amounts have one hash."""
        assert one != two or hash(one) == hash(two)
        assert hash(one) == hash(one.to("ug"))


class TestRanges:
    """Ranges behave like the set of amounts between their ends."""

    @given(amount_ranges(), amount_ranges())
    def test_union(self, one: AmountRange, two: AmountRange) -> None:
        """A union holds both ranges and is the least that does."""
        both = one.union(two)

        assert both.low == min(one.low, two.low)
        assert both.high == max(one.high, two.high)
        assert both == two.union(one) == both.union(one)

    @given(amount_ranges(), amount_ranges())
    def test_sum(self, one: AmountRange, two: AmountRange) -> None:
        """Adding keeps the width: nothing becomes more certain."""
        total = one + two

        assert total.low == one.low + two.low
        assert total.high == one.high + two.high

    @given(amount_ranges())
    def test_prints(self, span: AmountRange) -> None:
        """A range always prints, with its unit."""
        assert any(unit.label in str(span) for unit in Unit)


def test_kinds_never_meet() -> None:
    """mg, mmol, mEq and IU of the same number are four things."""
    found = [Amount(1, unit) for unit in ("mg", "mmol", "mEq", "IU")]

    assert 4 == len(set(found))
    for one in found:
        for two in found:
            if one is not two:
                with pytest.raises(sdb.UnitError):
                    one.to(two.unit)
