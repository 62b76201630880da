# SPDX-License-Identifier: MIT
"""Reading lines, rows and lists, and the words that guide it; on what the bundle knows."""

import sys
from decimal import Decimal
from fractions import Fraction
from numbers import Integral
from typing import Any

import pytest

import supplementdb as sdb
from supplementdb.names import vocabulary as room
from supplementdb.names.guesses import Spellings, distance
from supplementdb.names.stack import split_stack
from supplementdb.names.vocabulary import Vocabulary
from supplementdb.printing import watched


def read(text: str) -> list[str]:
    """The items of a line, each with what it weighs."""
    return [f"{item} {item.basis.value}" for item in sdb.read_label(text).items]


class Counted:
    """A whole number that is no `int`, as numpy has them."""

    def __init__(self, value: int) -> None:
        self.value = value

    def __int__(self) -> int:
        return self.value


Integral.register(Counted)


class TestRow:
    def test_as_its_line(self) -> None:
        """A row is read as the line that it came from."""
        row = sdb.read_row("Magnesium", "(Form: as Magnesium Oxide)", 100, "mg", 24)
        line = sdb.read_label("Magnesium (Form: as Magnesium Oxide) 100 mg 24%")

        assert row == line
        assert sdb.read_row("Zinc") == sdb.read_label("Zinc")
        assert sdb.read_row("Zinc", "as citrate", " 7.5 ", "mg") == sdb.read_label(
            "Zinc (as citrate) 7.5 mg"
        )

    @pytest.mark.parametrize(
        ("name", "quantity", "lang", "amount"),
        [
            ("Calcio", 1.125, None, "1.125 mg"),
            ("Chrom", 1.125, "de", "1.125 mg"),
            ("Magnesio", Decimal("187.500"), None, "187.5 mg"),
            ("Magnesio", Decimal("187.125"), "es", "187.125 mg"),
            ("Kalzium", 1500, None, "1500 mg"),
            ("Kalzium", Decimal("1E+3"), None, "1000 mg"),
            ("Calcium", 1125.125, "de", "1125.125 mg"),
            ("Zinc", 2.125, None, "2.125 mg"),
            ("Zinc", 18.150000000000002, None, "18.15 mg"),
        ],
    )
    def test_number(self, name: str, quantity: Any, lang: str | None, amount: str) -> None:
        """A number has no point that parts thousands, whatever the language writes."""
        (item,) = sdb.read_row(name, quantity=quantity, unit="mg", lang=lang).items

        assert item.amount == sdb.Amount.parse(amount)
        assert item.amount_max is None
        assert "number-ambiguous" not in item.doubts

    @pytest.mark.parametrize("lang", ["de", "en", None])
    def test_text_of_a_number(self, lang: str | None) -> None:
        """A number that is text is as open as on a label."""
        row = sdb.read_row("Calcium", quantity="1.125", unit="mg", lang=lang)

        assert row == sdb.read_label("Calcium 1.125 mg", lang)

    @pytest.mark.parametrize(
        ("given", "percent"), [(27.125, "27.125"), (33.33333, "33.333"), (24.0, "24"), ("<2", None)]
    )
    def test_percent(self, given: Any, percent: str | None) -> None:
        """A percentage is read to its thousandths."""
        (item,) = sdb.read_row("Calcio", None, 100, "mg", given).items

        assert percent == (None if item.percent_dv is None else str(item.percent_dv))

    @pytest.mark.parametrize(
        ("name", "notes", "items"),
        [
            ("Mineral Blend", "Calcium, Potassium", ["calcium unknown", "potassium unknown"]),
            ("Proprietary Blend", "(Calcium, Zinc)", ["calcium unknown", "zinc unknown"]),
            ("Trace Mineral Complex", "Iron, Zinc", ["iron unknown", "zinc unknown"]),
            ("Ashwagandha", "with zinc", ["zinc unknown"]),
            ("Ashwagandha", "with zinc picolinate", ["zinc (zinc-picolinate) unknown"]),
            ("Blend", "as Zinc Citrate, Iron", ["zinc (zinc-citrate) unknown", "iron unknown"]),
            (
                "Mineral Blend",
                "Iron 14 mg, Zinc 5 mg",
                ["iron 14 mg elemental", "zinc 5 mg elemental"],
            ),
            ("Zinc", "with copper", ["zinc 500 mg elemental", "copper unknown"]),
            ("Ca", "as citrate", ["calcium 500 mg (calcium-citrate) elemental"]),
            ("Citrate", "(Form: as Zinc Citrate)", ["zinc 500 mg (zinc-citrate) unknown"]),
        ],
    )
    def test_blend(self, name: str, notes: str, items: list[str]) -> None:
        """A quantity is of what the name names; of a blend, none of the minerals in it."""
        row = sdb.read_row(name, notes, 500, "mg")

        assert items == [f"{item} {item.basis.value}" for item in row.items]
        assert all(item.doubts for item in row.items if item.basis.value == "unknown")

    @pytest.mark.parametrize(
        ("quantity", "amount"),
        [
            (Counted(5), "5 mg"),
            (Fraction(1, 8), "0.125 mg"),
            (Fraction(1, 3), "0.333333333333 mg"),
            ("1E+3", "1000 mg"),
            (" 1.5e-1 ", "0.15 mg"),
            ("1.125e0", "1.125 mg"),
            (-0.0, "0 mg"),
        ],
    )
    def test_kinds_of_numbers(self, quantity: Any, amount: str) -> None:
        """Numbers of tables and fractions are read, and text with an exponent."""
        (item,) = sdb.read_row("Calcio", quantity=quantity, unit="mg").items

        assert item.amount == sdb.Amount.parse(amount)
        assert "number-ambiguous" not in item.doubts

    @pytest.mark.parametrize("given", ["<1", "< 1", "\u22641", "<=1", ">1", ">=1", "<1E0"])
    @pytest.mark.parametrize("lang", ["de", None])
    def test_bound(self, given: str, lang: str | None) -> None:
        """A bound is no amount that one can count on, and is told."""
        (item,) = sdb.read_row("Calcium", quantity=given, unit="mg", lang=lang).items

        assert "1 mg" == str(item.amount)
        assert ("amount-unclear",) == item.doubts

    @pytest.mark.parametrize("nothing", [float("nan"), None])
    def test_nothing(self, nothing: Any) -> None:
        """NaN is what a table says where it has nothing."""
        assert sdb.read_row("Zinc", nothing, 5, "mg", nothing) == sdb.read_label("Zinc 5 mg")
        assert sdb.read_row("Zinc", nothing, 5, nothing) == sdb.read_label("Zinc 5")
        assert sdb.read_row("Zinc", nothing, nothing, "mg") == sdb.read_label("Zinc")
        assert sdb.read_row("Zinc", quantity=Decimal("sNaN")) == sdb.read_label("Zinc")

    @pytest.mark.parametrize(
        ("name", "unit", "item"),
        [
            ("Phosphorus, P", "MG", "phosphorus 25 mg"),
            ("Fluoride, F", "UG", "fluoride 25 mcg"),
            ("POTASSIUM, K", "UG", "potassium 25 mcg"),
            ("Boron, B", "MG", "boron 25 mg"),
            ("Zinc, Zn", "MG", "zinc 25 mg"),
        ],
    )
    def test_symbol(self, name: str, unit: str, item: str) -> None:
        """The symbol behind a name is no item of its own, and no vitamin."""
        assert [item] == [str(each) for each in sdb.read_row(name, None, 25, unit).items]

    @pytest.mark.parametrize("name", ["Zinc, B", "Phosphorus, Zn", "Dust, P"])
    def test_other_symbol(self, name: str) -> None:
        """Another symbol than that of the name stays where it is."""
        assert sdb.read_row(name, None, 25, "mg") == sdb.read_label(f"{name} 25 mg")

    @pytest.mark.parametrize(
        ("field", "given"),
        [
            ("name", {"name": None}),
            ("notes", {"name": "Zinc", "notes": 5}),
            ("unit", {"name": "Zinc", "quantity": 5, "unit": 5}),
            ("quantity", {"name": "Zinc", "quantity": True}),
            ("name", {"name": float("nan")}),
            ("quantity", {"name": "Zinc", "quantity": float("inf")}),
            ("quantity", {"name": "Zinc", "quantity": Decimal("1E+999999")}),
            ("quantity", {"name": "Zinc", "quantity": 10**40}),
            ("quantity", {"name": "Zinc", "quantity": Fraction(-1, 2)}),
            ("percent_dv", {"name": "Zinc", "percent_dv": -1}),
            ("percent_dv", {"name": "Zinc", "percent_dv": []}),
        ],
    )
    def test_misuse(self, field: str, given: dict[str, Any]) -> None:
        """What is no text or no number is refused by name."""
        with pytest.raises(sdb.InputError, match=f"^{field}: "):
            sdb.read_row(**given)


class TestLanguage:
    def test_thousands(self) -> None:
        """ "1.500" is fifteen hundred where the language says so, and open where none is known."""
        assert ["calcium 1,500 mg elemental"] == read("Kalzium 1.500 mg")
        (item,) = sdb.read_label("Calcium 1.500 mg", lang="de").items
        assert "1500 mg" == item.amount.text if item.amount else False
        (item,) = sdb.read_label("Calcium 1.500 mg").items
        assert "number-ambiguous" in item.doubts
        (item,) = sdb.read_label("Kalzium 1.500 mg", lang="en").items
        assert "number-ambiguous" in item.doubts

    @pytest.mark.parametrize("lang", ["deutsch", 5])
    def test_no_code(self, lang: Any) -> None:
        """A language is given by its code."""
        with pytest.raises(sdb.InputError, match="lang"):
            sdb.read_label("Zink 5 mg", lang=lang)

    @pytest.mark.parametrize(
        ("text", "id"),
        [
            ("cytrynian magnezu", "magnesium-citrate"),
            ("柠檬酸镁", "magnesium-citrate"),
            ("sinkkiglukonaatti", "zinc-gluconate"),
            ("hořčík", "magnesium"),
        ],
    )
    def test_names(self, text: str, id: str) -> None:
        """Names are put together of words, in any language."""
        assert id == sdb.resolve(text).record.id

    def test_signs_between(self) -> None:
        """What is not known in a run of signs is passed over."""
        assert ["magnesium 100 mg elemental"] == read("高镁片 100毫克")
        assert ["magnesium 100 mg elemental"] == read("마그네슘정 100mg")


def test_own_words() -> None:
    """An application may add words; those of several words are not parts of compounds."""
    mine = sdb.load().overlay(
        sdb.read(
            {
                "words": [
                    {
                        "id": "word-mine",
                        "english": "citrate",
                        "kind": "ligand",
                        "spellings": [{"lang": "xx", "texts": ["zitrusding", "salt of citron"]}],
                    }
                ]
            }
        )
    )

    assert "magnesium-citrate" == sdb.resolve("Magnesium Zitrusding", catalog=mine).record.id
    assert repr(mine.words["word-mine"]) == "<LabelWord word-mine: citrate, in 1 languages>"


class TestAmounts:
    @pytest.mark.parametrize(
        ("text", "items"),
        [
            (
                "Calcium and magnesium, 250 mg each",
                ["calcium 250 mg elemental", "magnesium 250 mg elemental"],
            ),
            (
                "Zinc & copper 15/1 mg",
                ["zinc 15 mg elemental", "copper 1 mg elemental"],
            ),
            (
                "Iron + vitamin C 14 mg / 80 mg",
                ["iron 14 mg elemental"],
            ),
            (
                "Electrolytes: 100 mg sodium, 50 mg potassium",
                ["sodium 100 mg elemental", "potassium 50 mg elemental"],
            ),
            (
                "Zinc 5 mg iron copper 14/1 mg",
                ["zinc 5 mg elemental", "iron unknown", "copper unknown"],
            ),
            ("글리신산마그네슘 100mg", ["magnesium 100 mg (magnesium-bisglycinate) unknown"]),
            (
                "Magnesium 300 mg, salts of zinc 10 mg",
                ["magnesium 300 mg elemental", "zinc 10 mg elemental"],
            ),
            (
                "Cu 1 mg Ni 5 mcg Zn 10 mg",
                ["copper 1 mg elemental", "nickel 5 mcg elemental", "zinc 10 mg elemental"],
            ),
            (
                "Cal-mag-zinc 500/250/5 mg",
                ["calcium 500 mg elemental", "magnesium 250 mg elemental", "zinc 5 mg elemental"],
            ),
            ("Protein bar 200 cal", []),
            (
                "Calcium (citrate) & zinc (oxide) 500 mg/5 mg",
                ["calcium 500 mg (calcium-citrate) elemental", "zinc 5 mg (zinc-oxide) elemental"],
            ),
            ("Quercetin 500 mg with zinc", ["zinc unknown"]),
            ("Biotin 5000 mcg zinc", ["zinc unknown"]),
            ("500 mg turmeric and 5 mg iron", ["iron 5 mg elemental"]),
            ("Take two to get 240 mg magnesium", ["magnesium 240 mg elemental"]),
            ("Magnesium 100 mg, glucosamine sulfate 500 mg", ["magnesium 100 mg elemental"]),
            ("Vitamin B6 2 mg zinc", ["zinc unknown"]),
            ("Magnesium citrate 100g powder", ["magnesium (magnesium-citrate) unknown"]),
            ("magnesium powder 60 g daily", ["magnesium 60 g elemental"]),
            ("magnesium powder 60 g at night", ["magnesium 60 g elemental"]),
            ("magnesium 60 g", ["magnesium 60 g elemental"]),
            ("Magnesium citrate 30 g powder", ["magnesium (magnesium-citrate) unknown"]),
            ("Magnesium 30 g", ["magnesium 30 g elemental"]),
            (
                "ferrous sulfate 300 MG Oral Tablet",
                ["iron 300 mg (iron-ferrous-sulfate) compound"],
            ),
            ("Liposomal iron 20 mg", ["iron 20 mg (iron-liposomal) elemental"]),
            (
                "Zinc (as zinc citrate) 15 mg, of which zinc 15 mg",
                ["zinc 15 mg (zinc-citrate) elemental"],
            ),
        ],
    )
    def test_whose(self, text: str, items: list[str]) -> None:
        """Amounts in a row, for each, before the name, and of the pack."""
        assert items == read(text)

    @pytest.mark.parametrize(
        ("text", "low", "high", "doubts"),
        [
            ("Magnesium 5 to 10 mg", "5 mg", "10 mg", ()),
            ("Magnesium 500 mcg to 1 mg", "500 mcg", "1 mg", ()),
            ("Calcium 500mg-1g", "500 mg", "1 g", ()),
            ("Jod 1,5 \u03bcg bis 0,2 mg", "1.5 mcg", "0.2 mg", ()),
            ("Copper 2mg to 500mcg", "500 mcg", "2 mg", ("amount-unclear",)),
            ("Zinc 400 IU to 10 mg", "None", "None", ("amount-unclear",)),
        ],
    )
    def test_range(self, text: str, low: str, high: str, doubts: tuple[str, ...]) -> None:
        """Each end of a range is of its own unit."""
        line = sdb.read_label(text)
        (item,) = line.items

        assert (low, high) == (str(item.amount), str(item.amount_max))
        assert doubts == line.doubts

    def test_pack(self) -> None:
        """The weight of a pack is no dose, and is told."""
        line = sdb.read_label("Magnesium citrate 250 g powder, 300 mg magnesium")

        assert ["300 mg"] == [str(item.amount) for item in line.items]
        assert ("250 g",) == line.leftovers

    @pytest.mark.parametrize(
        ("text", "doubt"),
        [
            ("Ca 500 Mg 250", "amount-unclear"),
            ("Zinc 15 mg or 30 mg", "alternatives"),
            ("Potassium up to 400 mg", "amount-unclear"),
            ("Zinc sulfate injection 5 mg", "not-swallowed"),
            ("Zinc 15 IU", "unit-doubtful"),
            ("Zinc 1O mg", "number-ambiguous"),
            ("Magnesuim 100 mg", "name-guessed"),
        ],
    )
    def test_doubts(self, text: str, doubt: str) -> None:
        """What a careful reader would ask about is said."""
        assert doubt in sdb.read_label(text).doubts

    @pytest.mark.parametrize(
        ("text", "per_day"),
        [
            ("Zink 5 mg 2x täglich", "2"),
            ("zinc 5 mg cada dos días", "0.5"),
            ("Zinc 5 mg 3 x a week", "0.428571428571"),
            ("Eisen 50 mg 1-0-1", "2"),
            ("Eisen 50 mg 0-0-0", "1"),
            ("zinc 5 mg x 14 days", "1"),
            ("zinc 5 mg cada 8 horas", "3"),
            ("鉄 5mg 1日2回", "2"),
        ],
    )
    def test_rhythms(self, text: str, per_day: str) -> None:
        """How often it is taken, in the words of several languages."""
        (item,) = sdb.read_label(text).items

        assert per_day == f"{item.per_day.normalize():f}"


class TestNotTaken:
    @pytest.mark.parametrize(
        "text",
        [
            "Other ingredients: magnesium stearate, silica",
            "부형제: 스테아린산마그네슘, 이산화규소",
            "ステアリン酸マグネシウム、二酸化ケイ素",
            "calcium carbonate (filler)",
            "zinc oxide sunscreen SPF 30",
            "亜鉛 日焼け止め",
            "serum iron 80 ug/dL",
            "Iron Will gym",
            "does iron help me sleep?",
            "Multivitamin without iron, iodine",
            "no added iodine",
            "iron-free",
            "不含铁",
            "amoxicillin clavulanate potassium",
            "losartan potassium 50 mg",
            "HMB (as calcium salt)",
            "Santa Fe",
            "Se toma con agua",
            "ca. zwei Tage",
        ],
    )
    def test_nothing(self, text: str) -> None:
        """What is an auxiliary, denied, rubbed in, measured, a thing or a question is not taken."""
        assert [] == read(text)

    def test_swallowed_after_all(self) -> None:
        """A tablet is swallowed, whatever else the line speaks of."""
        assert ["zinc 20 mg (zinc-bisglycinate) unknown"] == read(
            "Zinc glycinate caps 20 mg (not a sunscreen cream)"
        )

    def test_no_sugar(self) -> None:
        """A denial ends where an amount follows behind a comma."""
        assert ["zinc 5 mg elemental"] == read("no sugar, zinc 5 mg")


class TestSymbols:
    @pytest.mark.parametrize(
        ("text", "minerals"),
        [
            ("Na 215 mg K 63 mg Mg 12 mg", ["sodium", "potassium", "magnesium"]),
            ("fe 14mg", ["iron"]),
            ("Ca/Mg/Zn", ["calcium", "magnesium", "zinc"]),
            ("ca 400 mg magnesium", ["magnesium"]),
        ],
    )
    def test_beside_amounts(self, text: str, minerals: list[str]) -> None:
        """A symbol counts beside its amount, or among others."""
        assert minerals == [item.mineral for item in sdb.read_label(text).items]


class TestShared:
    @pytest.mark.parametrize(
        ("text", "forms"),
        [
            ("Calcium/magnesium butyrate", [None, ("magnesium-butyrate",)]),
            ("Zinc & copper (as gluconates)", [("zinc-gluconate",), ("copper-gluconate",)]),
            (
                "Zinc, iron & copper (gluconates)",
                [("zinc-gluconate",), None, ("copper-gluconate",)],
            ),
            ("Lithium/zinc picolinate", [(), ("zinc-picolinate",)]),
            ("Zinc, copper gluconate", [(), ("copper-gluconate",)]),
        ],
    )
    def test_ligand(self, text: str, forms: list[tuple[str, ...] | None]) -> None:
        """What two are bound to together is the form of both, where there is such a form."""
        found = [item.forms for item in sdb.read_label(text).items]

        assert len(forms) == len(found)
        assert all(one in (None, other) for one, other in zip(forms, found, strict=True))


class TestGuesses:
    @pytest.mark.parametrize(
        ("one", "other", "slips"),
        [
            ("zinc", "zinc", 0),
            ("zinc", "znic", 1),
            ("iron", "ion", 1),
            ("a", "bcd", 3),
            ("", "a", 1),
        ],
    )
    def test_distance(self, one: str, other: str, slips: int) -> None:
        """Letters left out, put in, changed, or swapped with the next count one each."""
        assert slips == distance(one, other) == distance(other, one)

    def test_ties(self) -> None:
        """Of two words as near none is taken."""
        near = Spellings(["sodamin", "sodanin"])

        assert near.nearest("sodaxin") is None
        assert "sodamin" == near.nearest("sodarnin")
        assert near.nearest("xodamin") is None

    def test_beside_nothing(self) -> None:
        """A misspelt word with no name and no amount beside it is left over."""
        assert ("some magnesuim shop",) == sdb.read_label("some magnesuim shop").leftovers

    @pytest.mark.parametrize("text", ["magnesuim", "magnesuim citrate", "lodine 150 mcg"])
    def test_beside(self, text: str) -> None:
        """Alone on a line, beside a name or an amount it is guessed at."""
        assert "name-guessed" in sdb.read_label(text).doubts

    def test_only_on_request(self) -> None:
        """A guess counts in no check unless the policy says so."""
        lines = ["Zinc 10 mg", "Magnesuim 400 mg, zinc 5 mg"]
        strict = sdb.screen(lines, sdb.Person(age_years=40))
        kind = sdb.screen(lines, sdb.Person(age_years=40), sdb.Policy(accept_spelling=True))

        assert {"zinc"} == set(strict.totals)
        assert any("may be misspelt" in one.message for one in strict.not_assessed)
        assert {"zinc", "magnesium"} == set(kind.totals)

    def test_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Answers are kept up to a number, and then anew."""
        monkeypatch.setattr(room, "_MOST", 2)
        words = Vocabulary(sdb.load())

        assert [words.guess(w) for w in ("magnesuim", "calcuim", "zinx", "magnesuim")] == [
            "magnesium",
            "calcium",
            None,
            "magnesium",
        ]


class TestStack:
    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("Zinc 5 mg\n\n- Iron 14 mg\n---\n2) Calcium 1,000 mg", 3),
            ("Calcium (Carbonate, Citrate) 500 mg, magnesium 200 mg and zinc 5 mg", 3),
            ("Zinc 5 mg, 2 capsules, with food", 1),
            ("Morning: zinc 5 mg; evening: iron 14 mg", 2),
            ("1. Zinc 5 mg 2. Iron 14 mg", 2),
            ("name,amount\nzinc,5 mg\niron,14 mg", 2),
            ("**Iron 65 mg**\nzinc 5 mg", 2),
            ("~~**Stack**~~\nzinc 5 mg", 1),
            ("## Iron 65 mg\nzinc 5 mg", 2),
            ("| name | dose |\n|---|---|\n| zinc | 5 mg |", 1),
            ("zinc 5 mg\tiron 14 mg", 2),
            ('"Calcium, plain","500 mg"', 1),
            ("mag glycinate + zinc picolinate", 2),
            ("Vitamin D3 + K2", 1),
            ("Zinc (as oxide\nand citrate) 5 mg", 1),
            ("💊 Zinc 5 mg 🌰", 1),
            ("## Stack\n**Breakfast**\nzinc", 1),
            ("zinc, copper, selenium", 3),
            ("Magnesium, as the citrate", 1),
            ("(zinc and copper) 5 mg", 1),
            ("zinc, , 5", 1),
            ("zinc 5 mg and " + "copper " * 400, 1),
            ("", 0),
            ("- \n•", 0),
            ('"', 0),
            ("zinc " + "🌰" * 9, 1),
        ],
    )
    def test_lines(self, text: str, lines: int) -> None:
        """A list is parted where a person meant it, and nowhere else."""
        assert lines == len(split_stack(text)), split_stack(text)

    def test_read(self) -> None:
        """The lines of a list are read."""
        found = sdb.read_stack("Zinc 5 mg; iron 14 mg")

        assert ["zinc", "iron"] == [line.items[0].mineral for line in found]

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            (
                "Magnesiumcitrat 1000 mg\n  davon Magnesium 160 mg\nZink 15 mg",
                ["Magnesiumcitrat 1000 mg davon Magnesium 160 mg", "Zink 15 mg"],
            ),
            (
                "Citrate de magnésium 1000 mg\n- dont magnésium 160 mg",
                ["Citrate de magnésium 1000 mg dont magnésium 160 mg"],
            ),
            (
                "Citrato di magnesio 1000 mg\n\n di cui magnesio 160 mg",
                ["Citrato di magnesio 1000 mg di cui magnesio 160 mg"],
            ),
            (
                "Cytrynian magnezu 1000 mg\n• w tym magnez 160 mg",
                ["Cytrynian magnezu 1000 mg w tym magnez 160 mg"],
            ),
            (
                "Magnesium citrate 1000 mg\n(providing 200 mg elemental magnesium)",
                ["Magnesium citrate 1000 mg (providing 200 mg elemental magnesium)"],
            ),
            ("Zinc 15 mg\nCu 2 mg", ["Zinc 15 mg", "Cu 2 mg"]),
            ("Zinc 15 mg\nprovides energy", ["Zinc 15 mg", "provides energy"]),
            (
                "Magnesium 200 mg\n  twice a day\nZinc 15 mg\n1x täglich",
                ["Magnesium 200 mg twice a day", "Zinc 15 mg 1x täglich"],
            ),
            (
                "Iron 65 mg\nTake 1 tablet every other day with food",
                ["Iron 65 mg Take 1 tablet every other day with food"],
            ),
            ("Zinc 15 mg\nMultivitamin daily", ["Zinc 15 mg", "Multivitamin daily"]),
            ("Zinc\n15 mg\nIron\n65 mg\n464%", ["Zinc 15 mg", "Iron 65 mg 464%"]),
            ("Zinc\n\n15 mg\n\nIron\n\n65 mg weekly", ["Zinc 15 mg", "Iron 65 mg weekly"]),
            ("15 mg\nZinc\n65 mg\nIron", ["15 mg", "Zinc", "65 mg", "Iron"]),
            ("Zinc 15 mg\n30 mg", ["Zinc 15 mg", "30 mg"]),
            ("Zinc:\n15 mg", ["Zinc: 15 mg"]),
            ("Vitamins:\n15 mg\nZinc", ["15 mg", "Zinc"]),
        ],
    )
    def test_continued(self, text: str, lines: list[str]) -> None:
        """A row that only says more on the one before is put behind it."""
        assert lines == list(split_stack(text))

    @pytest.mark.parametrize("text", ["Zinc\n" + "daily\n" * 9_000, "daily\n" * 9_000])
    def test_bounded(self, text: str) -> None:
        """Rows that go on and on are joined to no more than a line."""
        assert max(map(len, split_stack(text))) < 500

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("Stopped:\nIron 65 mg", ["stopped Iron"]),
            ("Discontinued:\n- Iron\n- slow release iron 65 mg", 2),
            ("Not taking anymore:\nferrous sulfate 325 mg (65 mg iron)", 1),
            ("## Things I have stopped\n**Minerals**\n- 65 mg iron", 1),
            ("Stopped in May 2024:\n1. Iron (gentle) with vitamin C 500 mg and zinc 15 mg", 2),
            ("Abgesetzt: Eisen 65 mg, Zink 15 mg", ["stopped Eisen", "stopped Zink"]),
            ("Stopped\n-------\nIron\n65 mg", ["stopped Iron"]),
            ("~~Iron 65 mg~~", ["stopped Iron"]),
            ("- ~~Zinc 15 mg~~\n- ~~Iron~~", ["stopped Zinc", "stopped Iron"]),
        ],
    )
    def test_stopped(self, text: str, lines: list[str] | int) -> None:
        """What is listed as taken no more is told, and not counted."""
        found = sdb.read_stack(text)

        assert lines in ([line.text for line in found], len(found))
        assert not [item for line in found for item in line.items]

    @pytest.mark.parametrize(
        ("text", "minerals"),
        [
            ("Stopped:\n- Iron 65 mg\n\nZinc 15 mg", ["zinc"]),
            ("Stopped:\n\n- Iron 65 mg\n\nZinc 15 mg", ["zinc"]),
            ("Stopped:\n\n- Iron 65 mg\n\n- Copper 1 mg", []),
            ("Stopped:\nIron 65 mg\nMorning:\nZinc 15 mg", ["zinc"]),
            ("Stopped:\n- Iron 65 mg\nCurrently taking: zinc 15 mg", ["zinc"]),
            ("Stopped: iron 65 mg; now: zinc 15 mg", ["zinc"]),
            ("Stopped: iron 65 mg; avoid: copper 1 mg", []),
            ("Stopped: iron 65 mg but zinc 15 mg", ["zinc"]),
            ("Stopped: iron 65 mg. Still zinc 15 mg", ["zinc"]),
            ("Since I stopped eating meat: iron 65 mg", ["iron"]),
            ("Iron 65 mg\nstopped\nZinc 15 mg", ["iron", "zinc"]),
            ("~~Iron 65 mg~~ Zinc 15 mg", ["zinc"]),
            ("Zinc 15 mg ~~and 8~~", ["zinc"]),
        ],
    )
    def test_not_stopped(self, text: str, minerals: list[str]) -> None:
        """What stands behind the end of a block is taken."""
        items = [item for line in sdb.read_stack(text) for item in line.items]

        assert minerals == [item.mineral for item in items]

    @pytest.mark.parametrize(
        ("text", "often"),
        [
            ("Twice daily:\n- Magnesium 200 mg\n- Zinc 15 mg", [2, 2]),
            ("Daily:\nMagnesium 400 mg\nTwice daily:\nIodine 150 mcg", [1, 2]),
            ("Magnesium 400 mg\nTwice daily\nZinc 15 mg", [2, 1]),
            ("Zinc 15 mg\nSig: take 1 tablet by mouth twice daily", [2]),
            ("Zinc 15 mg\nDirections: 2 at night", [2]),
            ("Mon: iron 65 mg\nsunday: zinc 15 mg", [1 / 7, 1 / 7]),
            ("**Twice a day with food**\nMagnesium 200 mg\nZinc 15 mg once a day", [2, 1]),
            ("Twice a day: magnesium 200 mg, calcium 500 mg", [2, 2]),
            ("3x per week:\n- Iron 65 mg", [3 / 7]),
            ("Weekly: iron 65 mg\nzinc 15 mg", [1 / 7, 1]),
            ("Weekly: iron 65 mg; daily: zinc 15 mg", [1 / 7, 1]),
            ("Every other day: iron 65 mg, zinc 15 mg", [0.5, 0.5]),
            ("Daily\nZinc 15 mg\nWeekly\nIron 65 mg", [1, 1 / 7]),
            ("Zinc 15 mg\n\nTwice daily\n- Iron 65 mg\n- Copper 1 mg\n\nIodine", [1, 2, 2, 1]),
            ("Weekly supplements:\nIron 65 mg\n---\nZinc 15 mg", [1 / 7, 1]),
            ("Weekly plan:\nIron 65 mg", [1]),
            ("## Weekly\nMorning:\nIron 65 mg", [1 / 7]),
            ("Twice daily:\nname | dose\nZinc | 15 mg", [2]),
            ("Once a day:\nZinc 15 mg", [1]),
        ],
    )
    def test_rhythm_of_heading(self, text: str, often: list[float]) -> None:
        """A heading that says how often says it of each item below it."""
        items = [item for line in sdb.read_stack(text) for item in line.items]

        assert often == [pytest.approx(float(item.per_day)) for item in items]

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("Magnesium:\n- citrate 200 mg", ["Magnesium:", "citrate 200 mg"]),
            ("**Iron 65 mg**", ["Iron 65 mg"]),
            ("## Zinc\n15 mg", ["Zinc 15 mg"]),
            ("For sleep:\nZinc 15 mg", ["Zinc 15 mg"]),
        ],
    )
    def test_named_headings(self, text: str, lines: list[str]) -> None:
        """A heading that names something is an item."""
        assert lines == list(split_stack(text))

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            ("Magnesium 400&nbsp;mg", ["Magnesium 400 mg"]),
            ("Zinc 15&#160;mg &amp; iron 14 mg", ["Zinc 15 mg", "iron 14 mg"]),
            ("Selenium 55&#xa0;&micro;g", ["Selenium 55 µg"]),
            ("B&O zinc 15 mg; iron 14 mg", ["B&O zinc 15 mg", "iron 14 mg"]),
        ],
    )
    def test_entities(self, text: str, lines: list[str]) -> None:
        """Entities of web pages are the characters that they stand for."""
        assert lines == list(split_stack(text))

    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            (
                "Supplement,Dose (mg),Notes\nMagnesium,200,with food\nZinc,15,",
                ["Magnesium 200 mg with food", "Zinc 15 mg"],
            ),
            ("Mineral,mg\nMagnesium,200", ["Magnesium 200 mg"]),
            ("mineral;mg_per_day\nMagnesium;200", ["Magnesium 200 mg per day"]),
            ("mineral;mg per week\nIron;200", ["Iron 200 mg a week"]),
            ("Präparat;Menge (mg)\nZink;15", ["Zink 15 mg"]),
            ("Supplement,Dose,Freq\nZinc,15 mg,twice daily", ["Zinc 15 mg twice daily"]),
            ("Name,Amount,Servings\nZinc,15 mg,2\nIron,5 mg,60", 2),
            ("Supplement,Dose,Times per week\nIron,65 mg,3", ["Iron 65 mg 3 times a week"]),
            ("Supplement,Dose,Why I like it\nIron,65 mg,tired", ["Iron 65 mg tired"]),
            ("Product,Quantity,Dose\nMagnesium,2,200 mg", ["Magnesium 2, 200 mg"]),
            ("Magnesium,375 mg,100%", ["Magnesium, 375 mg, 100%"]),
            ("Magnesium;375 mg;100%\nZinc;15;mg", ["Magnesium 375 mg 100%", "Zinc 15 mg"]),
            ("Zinc 15 mg; twice daily; iron 14 mg", ["Zinc 15 mg twice daily", "iron 14 mg"]),
            ("Zinc 15 mg; 30 mg", ["Zinc 15 mg", "30 mg"]),
            (
                "Name: Magnesium\nDose: 200 mg\nFrequency: twice a day\nName: Zinc\nAmount mg: 15",
                ["Magnesium 200 mg twice a day", "Zinc 15 mg"],
            ),
            (
                "- name: 'Zinc'\n  amount: 15 mg\n  notes:\n- name: Iron\n  amount: 65 mg",
                ["Zinc 15 mg", "Iron 65 mg"],
            ),
            ("Name: Magnesium\nZinc: 15 mg", ["Name: Magnesium", "Zinc: 15 mg"]),
            ("Dose: 200 mg", ["Dose: 200 mg"]),
        ],
    )
    def test_tables(self, text: str, lines: list[str] | int) -> None:
        """Cells and values are put together with what their heads say of them."""
        assert lines in (list(split_stack(text)), len(split_stack(text)))

    def test_read_tables(self) -> None:
        """Numbers of two cells do not become one, and a pack is not taken at once."""
        (magnesium,) = sdb.read_stack("Product,Quantity,Dose\nMagnesium,2,200 mg")
        (iron,) = sdb.read_stack("Name,Amount,Servings\nIron,5 mg,60")

        assert "200 mg" == str(magnesium.items[0].amount)
        assert ("5 mg", "1") == (str(iron.items[0].amount), str(iron.items[0].per_day))

    @pytest.mark.parametrize(
        "text",
        [
            "Magnesium 200 mg AM, 200 mg PM",
            "Magnesium 200 mg AM and 200 mg PM",
            "Iron 65 mg, weekly",
            "Magnesium 200 mg in the morning, 400 mg at bedtime",
        ],
    )
    def test_together(self, text: str) -> None:
        """An amount or a rhythm without a name is of the item before it."""
        assert (text,) == split_stack(text)

    def test_many_sentences(self) -> None:
        """Sentences are not searched anew for each that follows."""
        assert 1 == len(split_stack("Aa. " * 25_000))

    @pytest.mark.parametrize("text", [5, "x" * 100_001])
    def test_misuse(self, text: Any) -> None:
        """A list is a text of bearable length."""
        with pytest.raises(sdb.InputError, match="text"):
            split_stack(text)


class TestWatched:
    def test_few(self) -> None:
        """Few lines, or nobody at the terminal, need no bar."""
        assert ["a"] == watched(["a"])

    def test_many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Many lines before somebody's eyes have one, where rich is there."""
        texts = ["a"] * 100
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

        assert texts == [*watched(texts)]
        monkeypatch.setitem(sys.modules, "rich.progress", None)
        assert texts is watched(texts)
