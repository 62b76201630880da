# SPDX-License-Identifier: MIT
from decimal import Decimal, localcontext
from typing import Any

import attrs
import pytest

import supplementdb as sdb
from supplementdb.model.common import Sex, Stage
from supplementdb.regimen import Basis


class TestPerson:
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("age_years", -1),
            ("age_years", 131),
            ("age_years", "34"),
            ("age_years", True),
            ("age_years", float("nan")),
            ("weight_kg", 0),
            ("egfr", -5),
            ("sex", "x"),
            ("sex", "Female"),
            ("stage", "expecting"),
            ("stage", None),
            ("conditions", "diabetes"),
            ("medications", 5),
            ("medications", [5]),
        ],
    )
    def test_refused(self, field: str, value: Any) -> None:
        """A value outside its rule raises with the field's name and without the value."""
        with pytest.raises(sdb.InputError, match=f"^{field}: must") as caught:
            sdb.Person(**{field: value})
        assert "diabetes" not in str(caught.value)

    def test_pregnant_man(self) -> None:
        """A stage of pregnancy and the male sex exclude each other."""
        with pytest.raises(sdb.InputError, match="^stage: must be 'none' where sex is 'male'"):
            sdb.Person(sex="male", stage="pregnant")

    def test_pregnant_child(self) -> None:
        """A small child is neither pregnant nor lactating."""
        with pytest.raises(sdb.InputError, match="^stage: must be 'none' under 8 years"):
            sdb.Person(age_years=3, stage="lactating")

    @pytest.mark.parametrize("months", range(1, 240))
    def test_months(self, months: int) -> None:
        """Months over twelve are those months, in any decimal setting of the application."""
        with localcontext(prec=2):
            assert months == sdb.Person(age_years=months / 12).age_months

    def test_private(self) -> None:
        """Nothing of a profile shows in its repr."""
        assert "Person(private)" == repr(sdb.Person(age_years=34, conditions=("asthma",)))

    def test_facts(self) -> None:
        """Age counts completed months; pregnancy tells the sex."""
        person = sdb.Person(age_years=30.5, stage="pregnant", conditions=["a"])

        assert 366 == person.age_months
        assert person.sex is None
        assert Sex.FEMALE is person.known_sex
        assert Stage.PREGNANT is person.stage
        assert ("a",) == person.conditions
        assert sdb.Person().age_months is None
        assert Sex.MALE is sdb.Person(sex="male").known_sex


class TestItem:
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("amount", "400 mg"),
            ("basis", "salt"),
            ("per_day", 0),
            ("per_day", 101),
            ("per_day", True),
            ("per_day", "x"),
            ("per_day", float("nan")),
            ("forms", "magnesium-oxide"),
            ("mineral", 5),
            ("when", ("dawn",)),
            ("doubts", ("odd",)),
            ("percent_dv", float("nan")),
        ],
    )
    def test_refused(self, field: str, value: Any) -> None:
        """A value outside its rule raises with the field's name."""
        with pytest.raises(sdb.InputError, match=f"^{field}: must"):
            sdb.Item(**{"mineral": "magnesium", field: value})

    @pytest.mark.parametrize("amount", [None, sdb.Amount(2, "mg"), sdb.Amount(1, "IU")])
    def test_range(self, amount: sdb.Amount | None) -> None:
        """The upper end of a range is not below the lower one."""
        with pytest.raises(sdb.InputError, match="amount_max"):
            sdb.Item(mineral="magnesium", amount=amount, amount_max=sdb.Amount(1, "mg"))

    def test_prints(self) -> None:
        """An item prints as a person would write it."""
        item = sdb.Item(
            mineral="magnesium",
            amount=sdb.Amount(2, "mg"),
            forms=("magnesium-oxide",),
            basis="elemental",
            per_day=0.5,
        )

        assert "magnesium 2 mg (magnesium-oxide)" == str(item)
        assert "magnesium" == str(sdb.Item(mineral="magnesium"))
        assert Basis.ELEMENTAL is item.basis
        assert Decimal("0.5") == item.per_day


@pytest.mark.parametrize("diet", ["magnesium", 5, {"magnesium": "much"}, {1: "5 mg"}, {"a": 5}])
def test_diet(diet: Any) -> None:
    """A diet maps names to amounts; what breaks that is refused without saying what it was."""
    with pytest.raises(sdb.InputError, match="^diet: must ") as told:
        sdb.Person(diet=diet)

    assert "much" not in str(told.value)


def test_diet_kept() -> None:
    """A person is the same however the amounts of the diet were written, and can be evolved."""
    one = sdb.Person(diet={"magnesium": "250 mg"})

    assert one == sdb.Person(diet={"magnesium": sdb.Amount(250, "mg")}) == attrs.evolve(one)
    assert hash(one) == hash(attrs.evolve(one))


@pytest.mark.parametrize("text", ["60 mcg", "60 µg", "60 μg", "60 ug", "0.06 mg"])
def test_diet_units(text: str) -> None:
    """The unit of what is eaten may be written in any usual way, as it is printed too."""
    ((_, amount),) = sdb.Person(diet={"selenium": text}).diet

    assert sdb.Amount(60, "ug") == amount


def test_food_is_a_flag() -> None:
    """Whether it is food is yes or no."""
    with pytest.raises(sdb.InputError, match="^food: must be True or False"):
        sdb.Item(mineral="zinc", food="yes")
