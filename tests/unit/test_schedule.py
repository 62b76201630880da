# SPDX-License-Identifier: MIT
"""Plans of a day on small catalogs: every rule is kept, or the rules that clash are told."""

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import supplementdb as sdb
from made import CITED, SEPARATE, SUPPLEMENT, catalog, caution, form, interaction
from supplementdb import search
from supplementdb.catalog import Catalog

LINE = "Magnesium 200 mg"
TAKES_A = sdb.Person(medications=["drug a"])
FIRST: dict[str, Any] = {
    "action": "separate",
    "separations": [{"object_before_hours": "0.5", "source": "source-a"}],
}
LAST: dict[str, Any] = {
    "action": "separate",
    "separations": [{"object_after_hours": "3", "source": "source-a"}],
}
WITH = {"meals": "with", "sources": CITED}
APART = {"meals": "apart", "before_hours": "1", "after_hours": "2", "sources": CITED}


def rules(**more: Any) -> Catalog:
    """A catalog with one rule between the mineral and the medicine."""
    return catalog(interactions=[interaction(**more)])


def drug(**more: Any) -> list[dict[str, Any]]:
    """The medicine that rules speak of."""
    return [{"id": "drug-a", "name": "drug a", "sources": CITED, **more}]


def times(plan: sdb.DayPlan) -> dict[str, list[str]]:
    """Each text to its times."""
    found: dict[str, list[str]] = {}
    for dose in plan.doses:
        found.setdefault(dose.text, []).append(dose.time)
    return found


class TestSeparations:
    def test_both_ways(self) -> None:
        """The medicine so long before or so long after, whichever is nearer to its best time."""
        plan = sdb.plan_day([LINE], TAKES_A, catalog=rules(**SEPARATE))

        assert {"drug a": ["07:00"], LINE: ["09:00"]} == times(plan)
        assert ["drug a at least 2 hours before or at least 4 hours after magnesium"] == [
            rule.text for rule in plan.rules
        ]
        assert ("rule-a", ("source-a",)) == (plan.rules[0].record, plan.rules[0].sources)

    @pytest.mark.parametrize(
        ("separation", "found"),
        [
            (FIRST, {"drug a": ["07:00"], LINE: ["08:00"]}),
            (LAST, {"drug a": ["10:00"], LINE: ["07:00"]}),
        ],
    )
    def test_one_way(self, separation: dict[str, Any], found: dict[str, list[str]]) -> None:
        """Where a source gives one order, that order is kept within the day."""
        assert found == times(sdb.plan_day([LINE], TAKES_A, catalog=rules(**separation)))

    def test_without_hours(self) -> None:
        """Where no source gives hours, the two are at least not taken together."""
        person = sdb.Person(medications=["drug a in the morning"])
        plan = sdb.plan_day([LINE], person, catalog=rules(action="separate"), wake="08:00")

        assert {"drug a in the morning": ["08:00"], LINE: ["08:30"]} == times(plan)
        assert "drug a not together with magnesium" in [rule.text for rule in plan.rules]

    def test_night(self) -> None:
        """Hours run on over the night: a medicine at bedtime is long before the next morning."""
        person = sdb.Person(medications=["drug a, at bedtime"])
        plan = sdb.plan_day([LINE], person, catalog=rules(**SEPARATE))

        assert {LINE: ["08:00"], "drug a, at bedtime": ["22:00"]} == times(plan)
        late = sdb.plan_day(["Magnesium 200 mg at bedtime"], TAKES_A, catalog=rules(**SEPARATE))
        assert ["07:00"] == times(late)["drug a"]

    def test_of_two_minerals(self) -> None:
        """Two lines of which rules ask hours are kept apart, and one line cannot be."""
        calcium = {
            "id": "calcium",
            "name": "calcium",
            "symbol": "Ca",
            "atomic_weight": "40.078",
            "valences": [2],
            "label_units": ["mg"],
            "sources": CITED,
        }
        db = catalog(
            minerals=[*catalog_minerals(), calcium],
            interactions=[interaction(object="calcium", mechanism="transport", **SEPARATE)],
        )
        plan = sdb.plan_day([LINE, "Calcium 300 mg"], catalog=db)
        both = sdb.plan_day(["Magnesium 200 mg, Calcium 300 mg"], catalog=db)

        assert {LINE: ["08:00"], "Calcium 300 mg": ["12:00"]} == times(plan)
        twins = sdb.plan_day([LINE, "Calcium 300 mg", "Calcium 300 mg", LINE], catalog=db)
        assert [["08:00"] * 2, ["12:00"] * 2] == [*times(twins).values()]
        assert ("holds calcium and magnesium, which no plan can separate") in both.notes[0]
        assert 1 == len(both.doses)

    def test_each_name_of_a_medicine(self) -> None:
        """A medicine that is typed twice is planned twice, each time by its rules."""
        person = sdb.Person(medications=["drug a", "Brandex"])
        plan = sdb.plan_day([LINE], person, catalog=rules(**FIRST))

        assert [["07:00"], ["07:00"]] == [times(plan)["drug a"], times(plan)["Brandex"]]


def catalog_minerals() -> list[dict[str, Any]]:
    """The minerals of the small catalog, as a file holds them."""
    from made import MINERAL

    return [MINERAL]


class TestTimes:
    def test_several_a_day(self) -> None:
        """Intakes of one line are at meals, in order, with hours between them."""
        plan = sdb.plan_day(["Magnesium 200 mg twice daily"], catalog=rules())

        assert [["08:00", "18:30"]] == [*times(plan).values()]
        assert all(dose.with_meal and not dose.is_medicine for dose in plan.doses)
        assert ['"Magnesium 200 mg twice daily": 2 intakes, 3.5 hours or more apart'] == [
            rule.text for rule in plan.rules
        ]
        four = sdb.plan_day(["Magnesium 50 mg 4 times daily"], catalog=rules())
        assert ["07:00", "12:00", "17:30", "22:30"] == [dose.time for dose in four.doses]

    def test_pieces(self) -> None:
        """Pieces that are taken at once are one intake, and medicines have their rhythm, too."""
        plan = sdb.plan_day(
            ["Magnesium 50 mg 2 capsules 3 times daily"],
            sdb.Person(medications=["drug a 5 mg bd", "drug b every 8 hours", "Brandex weekly"]),
            catalog=rules(),
        )

        assert [2, 3, 1, 3] == [len(found) for found in times(plan).values()]

    def test_named_times(self) -> None:
        """A time of day that a text names is kept."""
        plan = sdb.plan_day(
            ["Magnesium 200 mg in the evening"],
            sdb.Person(medications=["drug a, morning and evening"]),
            catalog=rules(),
        )

        assert "18:30" == times(plan)["Magnesium 200 mg in the evening"][0]
        assert ["08:00", "18:30"] == times(plan)["drug a, morning and evening"]

    def test_without_meals(self) -> None:
        """Nobody must eat; lines then spread over the day."""
        plan = sdb.plan_day([LINE], catalog=rules(), meals=[])

        assert [("07:00", False)] == [(dose.time, dose.with_meal) for dose in plan.doses]

    def test_nothing(self) -> None:
        """Nothing to take is an empty plan."""
        plan = sdb.plan_day([], catalog=rules())

        assert ((), (), (), ()) == (plan.doses, plan.rules, plan.conflict, plan.notes)
        assert "" == str(plan)
        assert ET.fromstring(plan.svg()).tag.endswith("svg")

    @pytest.mark.parametrize(
        ("more", "told"),
        [
            ({"wake": "7"}, "^wake: must be a time such as"),
            ({"sleep": "25:00"}, "^sleep: must be a time"),
            ({"sleep": "06:00"}, "^sleep: must be later than wake"),
            ({"meals": "08:00"}, "^meals: must be a list of times"),
            ({"meals": ["noon"]}, "^meals: must be a time"),
            ({"person": "me"}, "^person: must be a Person"),
        ],
    )
    def test_misuse(self, more: dict[str, Any], told: str) -> None:
        """A wrong argument is told by name."""
        with pytest.raises(sdb.InputError, match=told):
            sdb.plan_day([LINE], **more, catalog=rules())


class TestMeals:
    def test_medicine_apart(self) -> None:
        """A medicine that is taken apart from meals is, by its hours."""
        db = catalog(medications=drug(meals=APART), interactions=[])
        plan = sdb.plan_day([], TAKES_A, catalog=db)

        assert {"drug a": ["07:00"]} == times(plan)
        assert ['"drug a" is taken at least 1 hour before a meal and 2 hours after a meal'] == [
            rule.text for rule in plan.rules
        ]
        late = sdb.plan_day([], TAKES_A, catalog=db, wake="08:00")
        assert {"drug a": ["10:00"]} == times(late)

    def test_with_meals(self) -> None:
        """A form that is taken with meals is, and so is a medicine."""
        db = catalog(
            forms=[form(meals=WITH), form("magnesium-chloride", formula="MgCl2", hydration="6")],
            medications=drug(meals=WITH),
            interactions=[interaction(**SEPARATE)],
        )
        plan = sdb.plan_day([SUPPLEMENT], TAKES_A, catalog=db)

        assert ["08:00", "12:30"] == sorted(dose.time for dose in plan.doses)
        assert all(dose.with_meal for dose in plan.doses)
        assert '"drug a" is taken with a meal' in [rule.text for rule in plan.rules]
        assert "08:00  drug a  (with the meal)" in str(plan)


class TestConflicts:
    def test_told(self) -> None:
        """Where no times keep all rules, the fewest that clash are told, and nothing else."""
        db = catalog(
            medications=[*drug(meals=WITH), {"id": "drug-b", "name": "drug b", "sources": CITED}],
            forms=[form(meals=WITH), form("magnesium-chloride", formula="MgCl2", hydration="6")],
            interactions=[
                interaction(
                    action="separate",
                    separations=[
                        {
                            "object_before_hours": "12",
                            "object_after_hours": "11.5",
                            "source": "source-a",
                        }
                    ],
                )
            ],
        )
        person = sdb.Person(medications=["drug a", "drug b"])
        plan = sdb.plan_day([SUPPLEMENT], person, catalog=db, meals=["08:00", "18:30"])

        assert () == plan.doses
        assert 3 == len(plan.conflict)
        assert str(plan).startswith("No times keep all of these:\n- ")
        assert plan.conflict == tuple(rule for rule in plan.rules if rule in plan.conflict)
        for rule in plan.conflict:
            assert rule.text in plan.svg().replace("&quot;", '"')

    def test_stated_times(self) -> None:
        """What a person states is a rule as well."""
        person = sdb.Person(medications=["drug a in the morning"])
        plan = sdb.plan_day(["Magnesium 200 mg in the morning"], person, catalog=rules(**LAST))
        bad = sdb.plan_day(["Magnesium 200 mg at bedtime"], person, catalog=rules(**LAST))

        assert () == plan.conflict
        assert 2 == len(bad.conflict)


class TestGraveNotes:
    def test_contraindicated(self) -> None:
        """A plan tells what must not be taken at any time, and what only a prescriber settles."""
        db = catalog(
            cautions=[caution(kind="contraindicated", action="avoid"), caution("caution-mild")],
            interactions=[
                interaction(action="adjust-with-prescriber", severity="serious"),
                interaction("mild-rule", object="drug-b", action="adjust-with-prescriber"),
            ],
        )
        person = sdb.Person(medications=["drug a", "drug b"], conditions=["wide"])
        notes = sdb.plan_day([LINE], person, catalog=db).notes

        for words in ("contraindicated", "drug a and magnesium"):
            assert any(words in note for note in notes)
        assert not any("drug b and" in note for note in notes)


class TestTries:
    def test_many(self) -> None:
        """Many intakes under many rules end in times or a clash, not in a search without end."""
        plan = sdb.plan_day(
            [
                "Calcium 500 mg three times daily",
                "Iron 14 mg twice daily",
                "Zinc 15 mg",
                "Magnesium 200 mg twice daily",
            ],
            sdb.Person(medications=["levothyroxine", "ciprofloxacin twice daily"]),
        )

        assert plan.conflict

    def test_gave_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A search that is ended is told, and is no clash."""
        monkeypatch.setattr(search, "_MOST_TRIES", 0)
        plan = sdb.plan_day([LINE], TAKES_A, catalog=rules(**SEPARATE))

        assert not plan.doses
        assert not plan.conflict
        assert "No times were found in the tries that were made" in plan.notes[0]

    def test_gave_up_on_a_clash(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A clash that is seen at once keeps the rules that could not be tried one by one."""
        monkeypatch.setattr(search, "_MOST_TRIES", 0)
        never: dict[str, Any] = {
            "action": "separate",
            "separations": [{"object_before_hours": "8", "source": "source-a"}],
        }
        person = sdb.Person(medications=["drug a at bedtime", "drug b"])
        plan = sdb.plan_day(["Magnesium 200 mg at bedtime"], person, catalog=rules(**never))

        assert 2 == len(plan.conflict)

    def test_no_time_at_all(self) -> None:
        """A time of day that is named and lies outside the day is a clash by itself."""
        plan = sdb.plan_day(["Magnesium 5 mg at bedtime"], sleep="20:00", catalog=rules())

        assert ['"Magnesium 5 mg at bedtime" is taken at the time it names'] == [
            rule.text for rule in plan.conflict
        ]

    def test_crowded(self) -> None:
        """More intakes than half hours are still in order, or clash."""
        plan = sdb.plan_day(["Magnesium 5 mg 24 times daily"], catalog=rules())

        assert '"Magnesium 5 mg 24 times daily": 24 intakes' == plan.rules[0].text
        assert 24 == len({dose.time for dose in plan.doses})


class TestNotes:
    def test_what_no_time_settles(self) -> None:
        """Unknown names, lines without a mineral, and what to avoid at any time."""
        person = sdb.Person(medications=["drug a", "nobody"])
        plan = sdb.plan_day(["Collagen 5 g", LINE], person, catalog=rules(action="avoid"))

        assert [
            "How the medicines are to be kept from each other is not known here.",
            '"Collagen 5 g" names no mineral that is known; no rule is kept for it.',
            'No medicine is known by the name "nobody", so it was not assessed.',
            "drug a and magnesium: Something happens. Do something.",
        ] == [*plan.notes]
        assert "Not settled by any time:\n- " in str(plan)
        assert 3 == len(plan.doses)


def test_json_and_picture() -> None:
    """A plan is JSON, and a picture with a title, a row for each thing and a mark for each time."""
    plan = sdb.plan_day([f"{LINE} <b> {'x' * 40}", LINE], TAKES_A, catalog=rules(**SEPARATE))
    made = json.loads(json.dumps(plan.to_dict()))
    picture = ET.fromstring(plan.svg())
    space = "{http://www.w3.org/2000/svg}"
    texts = [text.text for text in picture.iter(f"{space}text")]

    assert ["08:00", "12:30", "18:30"] == made["meals"]
    assert 3 == len(made["doses"])
    assert str(plan) == picture.find(f"{space}title").text  # type: ignore[union-attr]
    assert {"drug a", LINE, "07:00", "09:00"} < {*texts}
    assert any(text and text.endswith("…") for text in texts)
    assert 2 == len([*picture.iter(f"{space}circle")])
    assert 1 + 3 + 1 == len([*picture.iter(f"{space}rect")])
