# SPDX-License-Identifier: MIT
"""The timing check on small catalogs, one behaviour a test."""

import pytest

import supplementdb as sdb
from made import SEPARATE, catalog, interaction


class TestTiming:
    @pytest.mark.parametrize(
        ("line", "medicine", "count"),
        [
            ("Magnesium 5 mg in the morning", "drug a 5 mg in the morning", 1),
            ("Magnesium 5 mg at bedtime", "drug a in the morning", 0),
            ("Magnesium 5 mg", "drug a in the morning", 0),
            ("Magnesium 5 mg in the morning", "drug b in the morning", 0),
        ],
    )
    def test_same_time(self, line: str, medicine: str, count: int) -> None:
        """The same time of day is a finding where hours must lie between."""
        db = catalog(interactions=[interaction(**SEPARATE)])
        person = sdb.Person(medications=(medicine,))
        found = list(sdb.check_timing(db, [line, line], person))

        assert count == len(found)
        for finding in found:
            assert "timing.separate" == finding.code
            assert "name the same time of day (morning)" in finding.message
            assert (line, medicine) == finding.inputs

    @pytest.mark.parametrize(
        ("medications", "count"),
        [
            (("drug a", "drug a in the morning"), 1),
            (("drug a in the morning", "drug a"), 1),
            (("drug a in the morning, drug b in the evening",), 0),
        ],
    )
    def test_texts(self, medications: tuple[str, ...], count: int) -> None:
        """Each text has its own times; one with several medicines leaves open whose they are."""
        db = catalog(interactions=[interaction(**SEPARATE)])
        person = sdb.Person(medications=medications)

        assert count == len([*sdb.check_timing(db, ["Magnesium 5 mg in the morning"], person)])

    def test_whatever_to_do(self) -> None:
        """Hours are hours, also where it is better to avoid the two."""
        db = catalog(interactions=[interaction(**(SEPARATE | {"action": "avoid"}))])
        person = sdb.Person(medications=("drug a in the morning",))

        assert 1 == len([*sdb.check_timing(db, ["Magnesium 5 mg in the morning"], person)])

    def test_other_actions(self) -> None:
        """Where hours do not help there is no finding about hours."""
        db = catalog(interactions=[interaction()])
        person = sdb.Person(medications=("drug a in the morning",))

        assert [] == list(sdb.check_timing(db, ["Magnesium 5 mg in the morning"], person))

    def test_each_pair_once(self) -> None:
        """Twins are one finding; another line or another medicine is one more."""
        db = catalog(
            interactions=[
                interaction(**SEPARATE),
                interaction("rule-b", object="drug-b", **SEPARATE),
            ]
        )
        person = sdb.Person(medications=("drug a in the morning", "drug b in the morning"))
        lines = ["Magnesium 5 mg in the morning", "Magnesium 6 mg in the morning"]
        found = list(sdb.check_timing(db, [*lines, *lines], person))

        assert 4 == len(found)
        assert 4 == len({finding.inputs for finding in found})

    def test_rule_without_hours(self) -> None:
        """A rule that says to separate and gives no hours is left to the interaction."""
        db = catalog(interactions=[interaction(action="separate")])
        person = sdb.Person(medications=("drug a in the morning",))

        assert [] == list(sdb.check_timing(db, ["Magnesium 5 mg in the morning"], person))
