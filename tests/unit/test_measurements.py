# SPDX-License-Identifier: MIT
"""Absorption: side by side within a study, apart between studies."""

import itertools
import json
from typing import Any

import pytest
from hypothesis import given

import supplementdb as sdb
from made import CITED, SOURCE, catalog, form
from supplementdb import codec, strategies
from supplementdb.measurements import reasons_apart

OTHER = SOURCE | {"id": "source-b"}

RANGE = {"mineral": "magnesium", "low": "0.416759", "high": "0.603042", "basis": "members"}


def measured(id: str = "result-a", **more: Any) -> dict[str, Any]:
    """A result of the first study: a tenth of 100 mg from the oxide."""
    made = {
        "id": id,
        "study": "source-a",
        "mineral": "magnesium",
        "form": "magnesium-oxide",
        "dose": "100 mg",
        "population": "adults",
        "method": "stable-isotope",
        "measure": "fractional absorption",
        "value": "10",
        "unit": "%",
        "sources": CITED,
    }
    made |= more
    return {name: value for name, value in made.items() if value is not None}


def elsewhere(id: str, **more: Any) -> dict[str, Any]:
    """A result of the other study."""
    return measured(id, study="source-b", sources=[{"source": "source-b"}], **more)


def db(*rows: dict[str, Any], **sections: list[dict[str, Any]]) -> sdb.Catalog:
    """A catalog with these measurements."""
    return catalog(sources=[SOURCE, OTHER], absorptions=[*rows], **sections)


class TestRecord:
    @pytest.mark.parametrize(
        ("more", "rule"),
        [
            ({"form": None}, "form or preparation must say"),
            ({"dose_max": "100 mg"}, "dose_max must be above dose"),
            ({"dose": None, "dose_max": "100 mg"}, "dose_max must be above dose"),
            ({"low": "1", "spread": "range"}, "low and high must be given together"),
            ({"value": None}, "value, or low and high"),
            ({"low": "2", "high": "1", "spread": "range"}, "high must not be below low"),
            ({"low": "1", "high": "2"}, "spread must say"),
            ({"width": "1"}, "spread must say"),
            ({"spread": "range"}, "spread must say"),
            ({"study": "source-b"}, "sources must name the study"),
            ({"against": [{"absorption": "a", "differs": 1}]}, "must be true or false"),
        ],
    )
    def test_refused(self, more: dict[str, Any], rule: str) -> None:
        """A result without a thing measured, a number or its study is no measurement."""
        with pytest.raises(sdb.DataError, match=rule):
            codec.records({"absorptions": [measured(**more)]}, "file")

    @pytest.mark.parametrize(
        ("more", "text"),
        [
            ({}, "10 %"),
            ({"unit": "1"}, "10"),
            ({"width": "2.5", "spread": "standard deviation"}, "10 % (standard deviation 2.5)"),
            ({"low": "4", "high": "20", "spread": "range"}, "10 % (range 4 to 20)"),
            ({"value": None, "low": "4", "high": "20", "spread": "range"}, "4 to 20 % (range)"),
        ],
    )
    def test_result(self, more: dict[str, Any], text: str) -> None:
        """The result shows its unit and what is known of its spread."""
        row = db(measured(**more)).absorptions["result-a"]

        assert text == row.result
        assert f"fractional absorption of magnesium-oxide {text}, by stable-isotope" in repr(row)

    def test_food(self) -> None:
        """What no form was given for is named by its preparation."""
        row = db(measured(form=None, preparation="spinach")).absorptions["result-a"]

        assert "of spinach 10 %" in repr(row)

    @pytest.mark.parametrize(
        ("sections", "path", "rule"),
        [
            (
                {"forms": [form("zinc-oxide", minerals=["zinc"], formula="ZnO")]},
                "form",
                "names 'zinc-oxide', which brings no magnesium",
            ),
            ({"against": "result-a"}, "against[0]", "not another result of this study"),
            ({"against": "elsewhere"}, "against[0]", "not compared"),
            ({"against": "nowhere"}, "against[0].absorption", "names 'nowhere'"),
        ],
    )
    def test_holds_together(self, sections: dict[str, Any], path: str, rule: str) -> None:
        """A form brings what is measured; only results of one study are set against each other."""
        row = measured()
        if "against" in sections:
            row = measured(against=[{"absorption": sections.pop("against")}])
        else:
            row = measured(form="zinc-oxide")
        with pytest.raises(sdb.DataError) as caught:
            db(row, elsewhere("elsewhere"), **sections)
        assert [f"absorptions.result-a.{path}"] == [
            problem.path for problem in caught.value.problems if rule in problem.rule
        ]


class TestApart:
    @pytest.mark.parametrize(
        ("more", "reason"),
        [
            ({"method": "plasma-rise"}, "different methods (stable-isotope, plasma-rise)"),
            (
                {"measure": "rise of plasma magnesium"},
                "different measures (fractional absorption, rise of plasma magnesium)",
            ),
            ({"unit": "mg"}, "different units (%, mg)"),
            ({"subjects": "animal"}, "different species (human, animal)"),
        ],
    )
    def test_within_a_study(self, more: dict[str, Any], reason: str) -> None:
        """One study may measure in two ways, which are two quantities."""
        rows = db(measured(), measured("result-b", **more)).absorptions
        pair = rows["result-a"], rows["result-b"]

        assert (f"they have {reason}",) == reasons_apart(*pair)
        assert not pair[0].is_comparable_with(pair[1])

    def test_between_studies(self) -> None:
        """Two studies are never compared, even where they measured alike."""
        rows = db(measured(), elsewhere("result-b")).absorptions

        assert ("they are of different studies (source-a, source-b)",) == reasons_apart(
            rows["result-a"], rows["result-b"]
        )

    @given(strategies.catalogs())
    def test_law(self, drawn: sdb.Catalog) -> None:
        """Results are comparable exactly where no reason stands against it, either way round."""
        for one, other in itertools.combinations(drawn.absorptions.values(), 2):
            assert one.is_comparable_with(other) == (reasons_apart(one, other) == ())
            assert len(reasons_apart(one, other)) == len(reasons_apart(other, one))


class TestCompare:
    def test_side_by_side(self) -> None:
        """Results of one study stand together, with what it says of their difference."""
        found = sdb.compare_absorption(
            "magnesium",
            catalog=db(
                measured(
                    n=12,
                    against=[
                        {"absorption": "result-b", "differs": True, "note": "P < 0.05."},
                        {"absorption": "result-c", "differs": False},
                        {"absorption": "result-d"},
                    ],
                ),
                measured("result-b", form="magnesium-chloride", value="20", meal="fasting"),
                measured("result-c", dose="200 mg", dose_max="300 mg"),
                measured("result-d", form=None, preparation="a meal", dose="50 mg"),
            ),
        )

        assert str(found).splitlines() == [
            "source-a: fractional absorption, by stable isotope",
            "  magnesium-oxide, 100 mg: 10 %; n = 12; adults",
            "    differs from magnesium-chloride, 100 mg, fasting (P < 0.05)",
            "    no difference to magnesium-oxide, 200 mg to 300 mg",
            "    beside a meal, 50 mg",
            "  magnesium-chloride, 100 mg, fasting: 20 %; adults",
            "  magnesium-oxide, 200 mg to 300 mg: 10 %; adults",
            "  a meal, 50 mg: 10 %; adults",
        ]
        assert "<AbsorptionComparison magnesium: 1 studies, 0 measurements alone>" == repr(found)
        assert ["source-a"] == [study.study for study in found.studies]
        assert () == found.apart

    def test_partner_not_asked_for(self) -> None:
        """What the study compared with is not told where it was not asked for."""
        against = [{"absorption": "result-b"}]
        forms = [form(), form("magnesium-chloride", formula="MgCl2", hydration="0")]
        made = db(
            measured(against=against),
            measured("result-b", form="magnesium-chloride"),
            measured("result-c", dose="50 mg"),
            forms=forms,
        )

        assert "beside" in str(sdb.compare_absorption("magnesium", catalog=made))
        assert "beside" not in str(
            sdb.compare_absorption("magnesium", ["magnesium-oxide"], catalog=made)
        )

    def test_two_methods(self) -> None:
        """18.8 % by one method beside 4 % by another is told as no comparison, and why."""
        found = sdb.compare_absorption(
            "magnesium",
            ["magnesium-chloride", "magnesium-oxide"],
            catalog=db(
                measured(value="4", method="urinary-excretion"),
                elsewhere("result-b", form="magnesium-chloride", value="18.8"),
            ),
        )

        assert () == found.studies
        assert "measured without a partner in the same study:" in str(found)
        assert "they differ in people, dose and meal, and here in method " in str(found)
        assert "(stable isotope, urinary excretion)" in str(found)
        ((one, other, reasons),) = found.apart
        assert {"result-a", "result-b"} == {one.id, other.id}
        assert any("different methods" in reason for reason in reasons)
        assert [{"absorptions": [one.id, other.id], "reasons": [*reasons]}] == found.to_dict()[
            "not_comparable"
        ]

    def test_one_method(self) -> None:
        """Studies that measured alike are still told apart."""
        found = sdb.compare_absorption("magnesium", catalog=db(measured(), elsewhere("result-b")))

        assert str(found).endswith("they differ in people, dose and meal.")
        assert [] == found.to_dict()["not_comparable"]

    def test_a_single_one(self) -> None:
        """One measurement is told without a word on others."""
        found = sdb.compare_absorption("magnesium", catalog=db(measured()))

        assert str(found) == (
            "measured without a partner in the same study:\n"
            "  source-a: fractional absorption of magnesium-oxide, 100 mg 10 %, "
            "by stable isotope; adults"
        )

    def test_none(self) -> None:
        """No measurement is told as none on record, which is no zero."""
        found = sdb.compare_absorption("magnesium", catalog=db())

        assert "no measurement of magnesium on record" == str(found)

    def test_unspecified(self) -> None:
        """A study that names "oxide" may have used any; both ways round it counts."""
        forms = [
            form(),
            form("magnesium-heavy", formula="MgO", hydration="1"),
            form(
                "magnesium-any",
                kind="unspecified",
                members=["magnesium-oxide", "magnesium-heavy"],
                assays=[RANGE],
            ),
        ]
        made = db(measured(), elsewhere("result-b", form="magnesium-any"), forms=forms)

        for asked, count in (("magnesium-oxide", 2), ("magnesium-any", 2), ("magnesium-heavy", 1)):
            assert count == len(sdb.compare_absorption("magnesium", [asked], catalog=made).alone)

    def test_misuse(self) -> None:
        """An unknown mineral or form, and a form of another mineral, are refused by name."""
        made = db(measured())

        with pytest.raises(sdb.UnknownIdError):
            sdb.compare_absorption("unobtainium", catalog=made)
        with pytest.raises(sdb.UnknownIdError):
            sdb.compare_absorption("magnesium", "magnesium-nowhere", catalog=made)
        with pytest.raises(sdb.InputError, match="brings no zinc"):
            sdb.compare_absorption("zinc", "magnesium-oxide")

    @given(strategies.catalogs())
    def test_law(self, drawn: sdb.Catalog) -> None:
        """Every measurement is told once, and beside comparable ones only."""
        for mineral in drawn.minerals:
            found = sdb.compare_absorption(mineral, catalog=drawn)
            told = [row.id for study in found.studies for row in study.rows]
            told += [row.id for row in found.alone]

            assert sorted(told) == sorted(row.id for row in drawn.absorptions.by(mineral=mineral))
            for study in found.studies:
                assert all(
                    one.is_comparable_with(other)
                    for one, other in itertools.combinations(study.rows, 2)
                )
            assert json.loads(json.dumps(found.to_dict()))["mineral"] == mineral
