# SPDX-License-Identifier: MIT
"""Reference intakes: keyed twice, one for everybody, and in the order their kinds have."""

import sys
from itertools import groupby, product
from pathlib import Path
from typing import Any

import attrs
import pytest

import supplementdb as sdb
from supplementdb.model.common import Per, Population

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import intakes

KEYED = Path(__file__).with_name("keyed")
DB = sdb.load()
STAGES = (("female", "none"), ("male", "none"), ("female", "pregnant"), ("female", "lactating"))
# Nobody younger or older is pregnant, for an authority's table.
FERTILE = range(108, 720)


# Each row that a second hand keyed in, from another copy than the first.
SECOND_HAND = [
    pytest.param(row, id=row["id"])
    for path in sorted(KEYED.iterdir())
    for row in intakes.read(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("row", SECOND_HAND)
def test_double_entry(row: dict[str, Any]) -> None:
    """Both hands keyed in the same value for everybody; settle a difference at the source."""
    people = row["population"]
    low, high = people.get("min_months") or 0, people.get("max_months", 1_200)
    wanted = sdb.Amount.parse(row["amount"]) if "amount" in row else None
    rows = [
        intake
        for intake in DB.intakes.by(nutrient=row["nutrient"])
        if (intake.authority, intake.kind) == (row["authority"], row["kind"])
        and intake.superseded_on == row.get("superseded_on")
        and intake.population.given == people.get("given")
        and intake.scope == row["scope"]
    ]
    for months, (sex, stage) in product({low, *range(low, high, 5), high - 1}, STAGES):
        if people.get("sex", sex) != sex or people.get("stage", stage) != stage:
            continue
        if stage != "none" and months not in FERTILE:
            continue
        found = [intake for intake in rows if holds(intake.population, months, sex, stage)]
        values = [intake.amount for intake in found]
        assert values == [wanted], (
            f"{sex} {months} months {stage}: {found}, and {wanted} by the other"
        )


def holds(population: Population, months: int, sex: str, stage: str) -> bool:
    """Whether a row is for somebody of whom everything is known."""
    return (
        population.sex in (None, sex)
        and population.stage in (None, stage)
        and (population.min_months or 0) <= months
        and (population.max_months is None or months < population.max_months)
    )


def family(intake: sdb.ReferenceIntake) -> tuple[str, ...]:
    """Rows of one authority of which a person has one, or one for each condition."""
    kind = intakes.FAMILIES.get(intake.kind.value, intake.kind.value)
    return intake.authority.value, intake.nutrient, kind, intake.counts


HC_ADULTS = ("chromium", "iodine", "manganese", "molybdenum", "selenium", "zinc")
# Tables of which only some groups could be read: for the others nothing is said, and checks say
# that the limit is not on record. docs/gaps.md names them.
READ_IN_PART = {
    *(("HC", mineral, kind) for mineral in HC_ADULTS for kind in ("PERMITTED", "PERMITTED-MIN")),
    ("UK-RNI", "chromium", "SAI"),
    ("UK-RNI", "manganese", "SAI"),
    ("WHO-FAO", "calcium", "UL"),
    ("WHO-FAO", "copper", "UL"),
    ("WHO-FAO", "iodine", "recommended"),
    ("WHO-FAO", "iron", "recommended"),
    ("WHO-FAO", "selenium", "UL"),
    ("WHO-FAO", "zinc", "UL"),
}
# Nothing that was read of these says to which ages below their rows they speak.
FOR_ADULTS = {"UK-EVM", "BFR"}
IN_FORCE = sorted((i for i in DB.intakes.values() if i.is_in_force()), key=family)
GROUPS = {key: list(rows) for key, rows in groupby(IN_FORCE, key=family)}


@pytest.mark.parametrize("key", GROUPS, ids="-".join)
def test_total(key: tuple[str, ...]) -> None:
    """Every age, sex and stage has one value, or a row that says there is none."""
    rows = GROUPS[key]
    ends = {0, FERTILE.start, FERTILE.stop}
    ends |= {row.population.min_months or 0 for row in rows}
    ends |= {row.population.max_months or 0 for row in rows}
    for months, (sex, stage) in product(sorted(ends), STAGES):
        if stage != "none" and months not in FERTILE:
            continue
        found = [row for row in rows if holds(row.population, months, sex, stage)]
        who = f"{sex} {months} months {stage}: {[row.id for row in found]}"
        if key[:3] not in READ_IN_PART and key[0] not in FOR_ADULTS:
            assert found, f"{who}; say that there is none, in the wording of the source"
        given = [row.population.given for row in found if row.amount is not None]
        assert len(given) == len({*given}), who


@pytest.mark.parametrize("key", sorted(READ_IN_PART), ids="-".join)
def test_part_is_a_part(key: tuple[str, ...]) -> None:
    """A table that could be read in part has holes; when it is whole, take it off the list."""
    rows = [row for row in IN_FORCE if family(row)[:3] == key]
    assert rows
    populations = [attrs.asdict(row.population, filter=lambda _, value: value) for row in rows]
    assert [*intakes.holes(populations)]


@pytest.mark.parametrize("per", [Per.DAY, Per.KG_DAY])
@pytest.mark.parametrize("key", GROUPS, ids="-".join)
def test_units(key: tuple[str, ...], per: Per) -> None:
    """From one year on a table's values lie within a factor of 12; a slip of unit is 1,000."""
    amounts = [
        row.amount.to("mg").value
        for row in GROUPS[key]
        if row.amount is not None
        and row.per is per
        and row.population.given is None
        and (row.population.max_months or 13) > 12
    ]
    if amounts:
        assert max(amounts) <= 12 * min(amounts), f"{key}: {min(amounts)} to {max(amounts)} mg"


@pytest.mark.parametrize("mineral", DB.minerals)
def test_authorities_agree_roughly(mineral: str) -> None:
    """What adults are recommended differs by less than a factor of 10 between authorities."""
    amounts = [
        row.amount.to("mg").value
        for row in IN_FORCE
        if row.nutrient == mineral
        and (row.kind.is_recommendation or row.kind in ("DV", "NRV"))
        and row.amount is not None
        and row.population.given is None
        and (row.population.min_months or 0) >= 216
    ]
    if amounts:
        assert max(amounts) < 10 * min(amounts), f"{min(amounts)} to {max(amounts)} mg"


def test_limits_know_what_they_count() -> None:
    """A limit of magnesium rests on an effect, and none counts food."""
    for intake in DB.intakes.by(nutrient="magnesium"):
        if intake.kind.is_limit and intake.amount is not None:
            assert intake.scope in ("supplements", "added"), intake.id
            assert intake.basis or intake.note, f"{intake.id}: name the effect it rests on"
