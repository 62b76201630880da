# SPDX-License-Identifier: MIT
"""Amounts that are toxic at once, on small catalogs."""

from typing import Any

import pytest

import supplementdb as sdb
from made import CITED, catalog
from supplementdb.catalog import Catalog

CODES = {"dose.single-dose-high", "coverage.not-covered"}


def poison(id: str = "poisoning", amount: str = "20 mg", **more: Any) -> dict[str, Any]:
    """An effect of the mineral at once."""
    cause = {"subject": "magnesium", "from_amount": amount, "per": "intake", "sources": CITED}
    severity = more.pop("severity", "serious")
    cause |= more
    return {
        "id": id,
        "name": id,
        "severity": severity,
        "caused_by": [cause],
        "sources": CITED,
    }


def taken(amount: str, **more: Any) -> sdb.Item:
    """An item of the mineral, elemental."""
    facts: dict[str, Any] = {"mineral": "magnesium", "basis": "elemental", **more}
    return sdb.Item(amount=sdb.Amount.parse(amount), **facts)


def acute(db: Catalog, *lines: Any, **person: Any) -> list[sdb.Finding]:
    """What the dose check finds of amounts at once."""
    found = sdb.check_dose(db, lines, sdb.Person(**person))
    return [one for one in found if one.code in CODES and "limit" not in str(one.values)]


class TestAcute:
    @pytest.mark.parametrize(("amount", "count"), [("19.9 mg", 0), ("20 mg", 1), ("1 g", 1)])
    def test_reached(self, amount: str, count: int) -> None:
        """The amount itself is reached; it is told with the effect, the action and the source."""
        found = acute(catalog(adverse_effects=[poison()]), taken(amount))

        assert count == len(found)
        for one in found:
            assert ("dose.single-dose-high", "serious", "avoid") == (
                one.code,
                one.level,
                one.action,
            )
            assert ("magnesium", "poisoning") == one.path
            assert ("source-a",) == one.sources
            assert "reaches 20 mg, from which poisoning is known" in one.message

    def test_lines_add_up(self) -> None:
        """All lines of a day are one intake."""
        assert acute(catalog(adverse_effects=[poison()]), taken("15 mg"), taken("5 mg"))

    def test_weekly(self) -> None:
        """What is taken once a week counts in full on its day; twice a day counts twice."""
        db = catalog(adverse_effects=[poison()])

        assert acute(db, "Magnesium 20 mg weekly")
        assert acute(db, "Magnesium 10 mg twice daily")
        assert not acute(db, "Magnesium 19 mg weekly")

    def test_reading_open(self) -> None:
        """Where only one reading reaches the amount, it is one step less likely and says so."""
        item = taken("10 mg", amount_max=sdb.Amount(30, "mg"))
        (found,) = acute(catalog(adverse_effects=[poison()]), item)

        assert "moderate" == found.level
        assert "Magnesium: up to 30 mg on one day" in found.message

    def test_by_weight(self) -> None:
        """An amount for each kilogram is that of this person."""
        db = catalog(adverse_effects=[poison(per="kg-intake", note="Ask at once.")])

        (found,) = acute(db, taken("1 g"), weight_kg=50)
        assert "reaches 1,000 mg" in found.message
        assert "(20 mg for each kg of body weight)" in found.message
        assert "Ask at once." in found.message
        assert not acute(db, taken("999 mg"), weight_kg=50)

    def test_weight_not_known(self) -> None:
        """Without a body weight the question is told, from what is too much for somebody light."""
        db = catalog(
            adverse_effects=[
                poison(per="kg-intake"),
                poison("worse", "60 mg", per="kg-intake", severity="life-threatening"),
            ]
        )

        (found,) = acute(db, taken("600 mg"))
        assert "coverage.not-covered" == found.code
        assert "poisoning is known from 20 mg for each kg" in found.message
        assert ("magnesium", "poisoning") == found.path
        assert acute(db, taken("160 mg"))
        assert not acute(db, taken("159 mg"))
        for age, least in ((0.5, 60), (1, 160), (5, 300), (12, 500), (17, 500)):
            assert acute(db, taken(f"{least} mg"), age_years=age)
            assert not acute(db, taken(f"{least - 1} mg"), age_years=age)
        for grown in ({"age_years": 18}, {"stage": "pregnant"}):
            assert acute(db, taken("800 mg"), **grown)
            assert not acute(db, taken("799 mg"), **grown)

    def test_graver_by_weight(self) -> None:
        """Where a milder effect is certain, a graver one by weight is asked for."""
        grave = poison("worse", "60 mg", per="kg-intake", severity="life-threatening")
        db = catalog(adverse_effects=[poison(severity="moderate"), grave])

        assert [("poisoning", "moderate"), ("worse", "serious")] == [
            (one.path[1], one.level) for one in acute(db, taken("480 mg"))
        ]
        assert ["worse"] == [one.path[1] for one in acute(db, taken("480 mg"), weight_kg=8)]
        milder = poison("milder", "5 mg", per="kg-intake", severity="moderate")
        same = catalog(adverse_effects=[poison(severity="moderate"), milder])
        assert ["poisoning"] == [one.path[1] for one in acute(same, taken("480 mg"))]

    def test_whole_findings(self) -> None:
        """Findings carry all their facts."""
        db = catalog(adverse_effects=[poison(), poison("worse", "60 mg", per="kg-intake")])
        (found,) = acute(db, taken("20 mg"))
        facts = found.to_dict()

        assert ["magnesium", "poisoning"] == facts["subjects"] == facts["path"]
        assert ("avoid", ["source-a"]) == (facts["action"], facts["sources"])
        assert (True, True) == (facts["values"]["certain"], facts["values"]["urgent"])
        assert ["Publisher, Title"] == facts["values"]["cited"]
        assert [str(taken("20 mg"))] == facts["inputs"]

    def test_whole_question(self) -> None:
        """So does the question for the weight."""
        db = catalog(adverse_effects=[poison("worse", "60 mg", per="kg-intake")])
        (question,) = acute(db, taken("480 mg"))
        facts = question.to_dict()

        assert ["magnesium", "worse"] == facts["subjects"] == facts["path"]
        assert ("inform", ["source-a"]) == (facts["action"], facts["sources"])
        assert [str(taken("480 mg"))] == facts["inputs"]
        assert "call a poison centre now" in question.message
        mild = poison("milder", "60 mg", per="kg-intake", severity="moderate")
        (asked,) = acute(catalog(adverse_effects=[mild]), taken("480 mg"))
        assert "poison centre" not in asked.message

    def test_several_causes(self) -> None:
        """An effect may have several amounts; of one level the highest that is reached is told."""
        db = catalog(adverse_effects=[poison(), poison("other", "30 mg"), poison("most", "50 mg")])

        assert ["other"] == [one.path[1] for one in acute(db, taken("49 mg"))]
        assert ["most"] == [one.path[1] for one in acute(db, taken("50 mg"))]

    def test_not_urgent(self) -> None:
        """A poison centre is named where the effect is serious."""
        for severity, is_urgent in (("moderate", False), ("serious", True)):
            (found,) = acute(catalog(adverse_effects=[poison(severity=severity)]), taken("20 mg"))
            assert is_urgent == ("call a poison centre now" in found.message)

    def test_gravest(self) -> None:
        """Of several effects the gravest that is reached is told."""
        db = catalog(
            adverse_effects=[
                poison(severity="moderate"),
                poison("worse", "60 mg", severity="life-threatening"),
            ]
        )

        assert ["poisoning"] == [one.path[1] for one in acute(db, taken("59 mg"))]
        assert [("worse", "critical")] == [
            (one.path[1], one.level) for one in acute(db, taken("60 mg"))
        ]

    def test_other_causes(self) -> None:
        """Amounts of a day, of another substance, or none, say nothing of one intake."""
        causes = [
            {"subject": "magnesium", "from_amount": "1 mg", "sources": CITED},
            {"subject": "magnesium", "per": "intake", "sources": CITED},
            {
                "subject": "magnesium-oxide",
                "from_amount": "1 mg",
                "per": "intake",
                "sources": CITED,
            },
        ]
        db = catalog(adverse_effects=[poison() | {"caused_by": causes}])

        assert not acute(db, taken("1 g"))
