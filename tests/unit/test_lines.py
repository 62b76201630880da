# SPDX-License-Identifier: MIT
"""What the words around names and numbers say of a line; on what the bundle knows."""

import pytest

import supplementdb as sdb
from supplementdb.names.basis import is_same
from supplementdb.names.rhythms import rhythms
from supplementdb.names.tidying import tidy


def read(text: str) -> list[str]:
    """The items of a line, each with what it weighs and the weight of its salt."""
    return [
        f"{item} {item.basis.value}"
        + (f" to {item.amount_max}" if item.amount_max else "")
        + (f" of {item.compound_amount}" if item.compound_amount else "")
        for item in sdb.read_label(text).items
    ]


def doubts(text: str) -> set[str]:
    """The doubts of a line, as words."""
    return {doubt.value for doubt in sdb.read_label(text).doubts}


class TestWeights:
    @pytest.mark.parametrize(
        ("text", "items"),
        [
            # Two brackets do not see each other.
            (
                "Molybdenum (as molybdenum glycinate 300 mcg) (75 mcg)",
                ["molybdenum 75 mcg (molybdenum-glycinate) elemental of 300 mcg"],
            ),
            # What a mineral is from is weighed as that.
            (
                "Molybdenum (from 12.5 mg molybdenum yeast) 25 mcg",
                ["molybdenum 25 mcg elemental of 12.5 mg"],
            ),
            # What is said to hold a mineral is no weight of it.
            (
                "Marine magnesium 300 mg, of which magnesium 168 mg",
                ["magnesium 168 mg (magnesium-marine) elemental of 300 mg"],
            ),
            (
                "Magnésium 300 mg, dont magnésium élément 168 mg",
                ["magnesium 168 mg elemental of 300 mg"],
            ),
            (
                "Heavy magnesium oxide 440 mg equiv. to elemental magnesium 265 mg",
                ["magnesium 265 mg (magnesium-oxide) elemental of 440 mg"],
            ),
            (
                "Calcium citrate malate 1,250 mg eq. to elemental calcium 250 mg",
                ["calcium 250 mg (calcium-citrate-malate) elemental of 1,250 mg"],
            ),
            (
                "Zinc amino acid chelate equiv. zinc 8 mg",
                ["zinc 8 mg (zinc-amino-acid-chelate) elemental"],
            ),
            # What one salt holds of two minerals.
            (
                "Dolomite 1,000 mg (calcium 210 mg / magnesium 110 mg)",
                [
                    "magnesium 110 mg (magnesium-dolomite) elemental of 1,000 mg",
                    "calcium 210 mg (magnesium-dolomite) elemental of 1,000 mg",
                ],
            ),
            (
                "Potassium chloride eq. to elemental potassium 5 mg and elemental chloride 4.5 mg",
                [
                    "potassium 5 mg (potassium-chloride) elemental",
                    "chloride 4.5 mg elemental",
                ],
            ),
            # The share of a salt is none of its weight.
            (
                "Calcium 600 mg (davon 200 mg aus Calciumcarbonat)",
                ["calcium 600 mg (calcium-carbonate) elemental"],
            ),
            # Two weights of one salt, one of them what it holds.
            (
                "Calcium citrate 200 mg (950 mg) tablet",
                ["calcium 200 mg (calcium-citrate) elemental of 950 mg"],
            ),
            (
                "Calcium citrate 200 mg (300 mg) tablet",
                ["calcium 200 mg (calcium-citrate) unknown to 500 mg"],
            ),
            # The same, weighed and counted.
            (
                "Magnesium glycerophosphate 97 mg (4 mmol)",
                ["magnesium 97 mg (magnesium-glycerophosphate) elemental"],
            ),
            (
                "Potassium chloride 600 mg (8 mmol K+)",
                ["potassium 8 mmol (potassium-chloride) elemental of 600 mg"],
            ),
            # Milliequivalents of what has several valences are of no known weight.
            (
                "Phosphorus (as sodium phosphate 40 mg) 3 mEq",
                ["phosphorus 3 mEq (sodium-phosphate) elemental of 40 mg"],
            ),
            # The salt of a pharmacopoeia, and what nobody takes of the element.
            (
                "Ferrous Fumarate IP 152 mg",
                ["iron 152 mg (iron-ferrous-fumarate) compound"],
            ),
            ("Zinc sulfate 220 mg", ["zinc 220 mg (zinc-sulfate) compound"]),
            ("Magnesium citrate 2,000 mg", ["magnesium 2,000 mg (magnesium-citrate) unknown"]),
            ("Kelp 180 mg", ["iodine 180 mg (iodine-kelp) compound"]),
            ("Kelp 150 mcg", ["iodine 150 mcg (iodine-kelp) elemental"]),
            ("Carbonyl iron 45 mg", ["iron 45 mg (iron-carbonyl) elemental"]),
            ("Sulfur (MSM) 1,000 mg", ["sulfur 1,000 mg (sulfur-methylsulfonylmethane) unknown"]),
            # A salt that is added is another one.
            (
                "Magnesium 400 mg, plus magnesium citrate",
                ["magnesium 400 mg elemental", "magnesium (magnesium-citrate) unknown"],
            ),
            (
                "Chromium picolinate 1.6 mg -> elemental chromium 200 mcg",
                ["chromium 200 mcg (chromium-picolinate) elemental of 1.6 mg"],
            ),
            # A form behind an amount says as what the mineral is there.
            (
                "Zinc 15 mg (150 % NRV) – zinc gluconate, zinc citrate",
                ["zinc 15 mg (zinc-gluconate, zinc-citrate) elemental"],
            ),
            (
                "Copper (as glycinate): 1-3 mg/day copper glycinate",
                ["copper 1 mg (copper-bisglycinate) unknown to 3 mg"],
            ),
            (
                "Calcium fructoborate: 120-240 mg/day calcium fructoborate (gives 4-7 mg boron)",
                ["boron 4 mg (boron-calcium-fructoborate) elemental to 7 mg of 120 mg"],
            ),
            (
                "Ferrous sulfate 40 mg of elemental iron",
                ["iron 40 mg (iron-ferrous-sulfate) elemental"],
            ),
            # Of two amounts beside each other the second is another's.
            ("Magnesium+ (400 mg) / B6 (1.4 mg)", ["magnesium 400 mg elemental"]),
            (
                "Magnesium lactate + vitamin B6 48mg+5mg",
                ["magnesium 48 mg (magnesium-lactate) unknown"],
            ),
            (
                "Magnesium citrate 2250 mg – 360 mg elemental magnesium",
                ["magnesium 360 mg (magnesium-citrate) elemental of 2,250 mg"],
            ),
        ],
    )
    def test_whose(self, text: str, items: list[str]) -> None:
        """What a weight is of."""
        assert items == read(text)

    @pytest.mark.parametrize(
        ("text", "doubt"),
        [
            ("Magnesium 350 mg (from 1,000 mg magnesium bisglycinate)", "amount-unclear"),
            ("Potassium 99 mg (as potassium gluconate 99 mg)", "amount-unclear"),
            ("Zinc sulfate 220 mg", "basis-open"),
            ("Kelp 180 mg", "basis-open"),
            ("Sulfur (MSM) 1,000 mg", "basis-open"),
            ("Calcium magnesium citrate 500 mg", "amount-unclear"),
            ("Iron 27 mg 150% (100% in pregnancy)", "alternatives"),
            ("Selenium 200 mg", "unit-doubtful"),
            ("Copper 2 mcg", "unit-doubtful"),
            ("Potassium (as citrate) 99 mcg 2%", "percent-contradicts"),
            ("3 to 6 mg of iron per kg a day", "amount-unclear"),
            ("Sodium less than 5 mg", "amount-unclear"),
            ("Polysaccharide iron complex 150 MG Oral Capsule", "basis-open"),
        ],
    )
    def test_doubts(self, text: str, doubt: str) -> None:
        """What a careful reader would ask about a weight."""
        assert doubt in doubts(text)

    def test_sure(self) -> None:
        """A unit that is plausible, and weights that go together, leave none."""
        for text in ("Selenium 200 mcg", "Magnesium 1,000 mg", "Zinc 0 mg", "Sodium 5 mg"):
            assert not doubts(text), text
        assert not doubts("Magnesium 100 mg (from 1,000 mg magnesium bisglycinate)")

    def test_same(self) -> None:
        """A count is as much as a mass, or not; what is no mass is none."""
        magnesium = sdb.load().minerals["magnesium"]
        count = sdb.Amount(4, "mmol")

        assert is_same(magnesium, count, sdb.Amount(97, "mg"))
        assert not is_same(magnesium, count, sdb.Amount(120, "mg"))
        assert not is_same(magnesium, count, sdb.Amount(97, "IU"))
        assert not is_same(magnesium, count, None)


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "items"),
        [
            (
                "Ferrous sulfate 325 (65 Fe) MG",
                ["iron 65 mg (iron-ferrous-sulfate) elemental of 325 mg"],
            ),
            (
                "Ferrous sulfate 325(65) MG",
                ["iron 65 mg (iron-ferrous-sulfate) elemental of 325 mg"],
            ),
            ("{ name: 'Zinc', amount: 15, unit: 'mg' }", ["zinc 15 mg elemental"]),
            ("name: Zinc, amount: 15, unit: mg", ["zinc 15 mg elemental"]),
            ("['Zinc', '11', 'mg']", ["zinc 11 mg elemental"]),
            (
                '"copper_mg": 1, "iodine_mcg": 150',
                ["copper 1 mg elemental", "iodine 150 mcg elemental"],
            ),
            ("Boron___120mcg", ["boron 120 mcg elemental"]),
            ("Calcium 500 mg/5 ml", ["calcium 500 mg elemental"]),
            ("葡萄糖酸锌 35mg(含锌5mg)", ["zinc 5 mg (zinc-gluconate) elemental of 35 mg"]),
            (
                "Ferrous gluconate 0.3g×100 tablets",
                ["iron 0.3 g (iron-ferrous-gluconate) compound"],
            ),
            (
                "30 mg zinc / 300 mcg copper",
                ["zinc 30 mg elemental", "copper 300 mcg elemental"],
            ),
            # Turkish capitals.
            ("Magnezyum 100 M\u0130L\u0130GRAM", ["magnesium 100 mg elemental"]),
            ("BAKIR 2 m\u0131l\u0131gram", ["copper 2 mg elemental"]),
            ("\u00c7\u0130NKO S\u0130TRAT 10 MG", ["zinc 10 mg (zinc-citrate) unknown"]),
        ],
    )
    def test_written(self, text: str, items: list[str]) -> None:
        """Numbers as pharmacies, programs and scanners write them."""
        assert items == read(text)

    @pytest.mark.parametrize(
        ("text", "doubt"),
        [
            ("Iron 10 mg/mL drops", "amount-unclear"),
            ("Magnesium 5 mg/kg", "amount-unclear"),
            ("Zinc 60 veggie caps", "amount-missing"),
            ("Cynk 60 tabletek", "amount-missing"),
            ("Cal mag zinc 2:1 ratio", "amount-missing"),
            ("Magnesium oxide CAS 1309-48-4", "amount-missing"),
            ("Magnesium citrate 14.5-16.4 % Mg", "amount-missing"),
            ("Magnesium 400", "unit-missing"),
        ],
    )
    def test_no_dose(self, text: str, doubt: str) -> None:
        """Counts, ratios, codes and contents are no doses without a unit."""
        assert {doubt} == doubts(text)

    @pytest.mark.parametrize(
        ("text", "amount"),
        [
            ("Magnesium 1.200 mg", "1.2 mg to 1,200 mg"),
            ("Magnesium 1.200 mg 286%", "1,200 mg to None"),
            ("Zinc 1.500 mg", "1.5 mg to None"),
            ("Copper 1.500 mcg", "1,500 mcg to None"),
            ("Calcium carbonate 2.263 g", "2.263 g to None"),
            ("Magnesium 1.200 mg to 2 mg", "1.2 mg to 2 mg"),
        ],
    )
    def test_points(self, text: str, amount: str) -> None:
        """Of a number with a point both readings are kept, but what nobody takes."""
        (item,) = sdb.read_label(text).items

        assert amount == f"{item.amount} to {item.amount_max}"
        assert "number-ambiguous" in item.doubts

    @pytest.mark.parametrize(
        ("text", "percents"),
        [
            ("Calcium 10 %, iron 45 %", ["10", "45"]),
            ("Per serving: calcium 10 %", ["10"]),
            ("10 %, 20 % calcium", ["None"]),
            ("Calcium carbonate 10 %", ["None"]),
        ],
    )
    def test_percentages_alone(self, text: str, percents: list[str]) -> None:
        """On a line without amounts a percentage is of the mineral before it, or the only one."""
        assert percents == [str(item.percent_dv) for item in sdb.read_label(text).items]

    def test_of_a_person(self) -> None:
        """What is for a kilogram has no amount."""
        for text in ("Magnesium 5 mg/kg", "Magnesium 5 mg/kg, 10 mg/kg"):
            (item,) = sdb.read_label(text).items

            assert (None, "unknown") == (item.amount, item.basis.value)


class TestNames:
    @pytest.mark.parametrize(
        ("text", "items"),
        [
            ("calcium carb 750 mg", ["calcium 750 mg (calcium-carbonate) unknown"]),
            ("ferrous fum 50 mg", ["iron 50 mg (iron-ferrous-fumarate) unknown"]),
            ("low carb magnesium 200 mg", ["magnesium 200 mg elemental"]),
            ("ZMA, 3 caps", ["zinc unknown", "magnesium unknown"]),
            ("pidolate de magnésium 100 mg", ["magnesium 100 mg (magnesium-l-pidolate) unknown"]),
            (
                "calcium magnesium citrate",
                ["calcium (calcium-citrate) unknown", "magnesium (magnesium-citrate) unknown"],
            ),
            (
                "Kalium-, Calcium- und Magnesiumcitrat",
                [
                    "potassium (potassium-citrate) unknown",
                    "calcium (calcium-citrate) unknown",
                    "magnesium (magnesium-citrate) unknown",
                ],
            ),
            ("Eisentabletten 14 mg", ["iron 14 mg elemental"]),
            ("tricalciumcitraat 500 mg", ["calcium 500 mg (calcium-citrate) unknown"]),
            (
                "1 g na, 200 mg k, 60 mg mg",
                ["sodium 1 g elemental", "potassium 200 mg elemental", "magnesium 60 mg elemental"],
            ),
            ("vit k 100 mcg and k 99 mg", ["potassium 99 mg elemental"]),
            ("vitamin k 100 mg", []),
            ("mg citrate 200 mg", ["magnesium 200 mg (magnesium-citrate) unknown"]),
            ("mg per day", []),
            ("cal 500 mg", ["calcium 500 mg elemental"]),
            ("calcuim 600", ["calcium unknown"]),
            ("zinc 50 mg ki goli", ["zinc 50 mg elemental"]),
            (
                "CALCIUM ACETATE 668MG (CA 169MG)",
                ["calcium 169 mg (calcium-acetate) elemental of 668 mg"],
            ),
            (
                "Boron (as borax, sodium borate) 3 mg",
                ["boron 3 mg (boron-sodium-borate-decahydrate) elemental"],
            ),
            ("Silica (from bamboo) 50 mg", ["silicon 50 mg (silicon-bamboo) unknown"]),
            ("chromium GTF 200 mcg", ["chromium 200 mcg (chromium-gtf) elemental"]),
            (
                "Magnesium 375 mg from magnesium oxide and magnesium citrate",
                ["magnesium 375 mg (magnesium-oxide, magnesium-citrate) elemental"],
            ),
            (
                "亜鉛酵母 120mg、マンガン酵母 40mg",
                ["zinc 120 mg (zinc-yeast) unknown", "manganese 40 mg (manganese-yeast) unknown"],
            ),
        ],
    )
    def test_found(self, text: str, items: list[str]) -> None:
        """Names as people shorten, join and spell them."""
        assert items == read(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Low-sodium broth, zinc-free",
            "Trace mineral drops, low sodium",
            "stopped iron in march",
            "vitamins w/o fluoride",
            "strontium-free, NOT with calcium",
            "pumped iron, then whey 30 g",
            "Iron Mountain, MI, store pickup",
            "Potassium, a studio album",
            "CR2032 lithium coin cell",
            "Zinc-rich foods: oysters",
            "Well water: iron 0.4 mg/L",
            "HCA (calcium/potassium salt)",
            "calcium L-mefolate 7.5 MG",
            "sodium zirconium cyclosilicate 10 g, potassium binder",
            "Vitamin C (as calcium ascorbate, zinc ascorbate) 500 mg",
            "Niacin 16 mg, silicon dioxide",
            "阿托伐他汀钙片 20mg",
            "Pasta all'ossido di zinco 20%",
            "ferritin 12 ng/ml",
        ],
    )
    def test_nothing(self, text: str) -> None:
        """What is denied, elsewhere or bound to something else is not taken for its mineral."""
        assert [] == read(text)

    def test_what_is_left(self) -> None:
        """A denial ends with its clause, and a volume beside a dose makes no laboratory."""
        assert ["zinc 5 mg elemental"] == read("ohne Jod: Zink 5 mg")
        assert ["magnesium 200 mg (magnesium-bisglycinate) elemental"] == read(
            "Magnesium 200 mg (Glycinat, nicht Oxid)"
        )
        assert ["zinc 15 mg elemental"] == read("stopped iron in march, still on zinc 15 mg")
        assert ["iron 5 mg elemental"] == read("30 ml, iron 5 mg (0.2 mmol/L)")[:1]
        assert [] == read("free of: iron, zinc")

    @pytest.mark.parametrize(
        ("text", "doubt"),
        [
            ("picolinate 30 mg", "mineral-unnamed"),
            ("300 mg 비스글리시네이트", "mineral-unnamed"),
            ("Kali Phos 6X cell salt", "homeopathic"),
            ("Magnesia phosphorica D6, Schüßler Nr. 7", "homeopathic"),
            ("Silicea", "homeopathic"),
        ],
    )
    def test_doubts_of_names(self, text: str, doubt: str) -> None:
        """A salt of no named mineral and a dilution are told, with an item or without."""
        assert doubt in doubts(text)

    def test_no_dilution(self) -> None:
        """A phosphate with a dose is none."""
        assert "homeopathic" not in doubts("Mag phos 500 mg")
        assert not doubts("Arnica 500 mg")


class TestIngredients:
    @pytest.mark.parametrize(
        ("text", "minerals"),
        [
            (
                (
                    "Ingredients: Calcium Carbonate, Bulking Agent (Microcrystalline Cellulose), "
                    "Ferrous Fumarate, Anti-caking Agents (Silicon Dioxide, Magnesium Stearate), "
                    "Potassium Iodide"
                ),
                ["calcium", "iron", "iodine"],
            ),
            (
                (
                    "Calciumcarbonat; Füllstoff: Cellulose; Eisenfumarat; Trennmittel: "
                    "Magnesiumstearat, Siliciumdioxid; Zinkoxid"
                ),
                ["calcium", "iron", "zinc"],
            ),
            (
                "węglan wapnia, substancja wypełniająca: celuloza, fumaran żelaza",
                ["calcium", "iron"],
            ),
            ("Ingredients: calcium carbonate, maltodextrin, magnesium stearate", ["calcium"]),
            ("Calcium carbonate, cellulose, stearic acid", []),
            ("Other ingredients: calcium carbonate; ferrous fumarate", []),
            ("Colour (iron oxide, zinc sulfate", []),
            ("Füllstoff Calciumcarbonat", []),
            ("Chromium picolinate 10% in calcium carbonate (as carrier)", ["chromium"]),
        ],
    )
    def test_active(self, text: str, minerals: list[str]) -> None:
        """What an auxiliary is there for reaches to the end of its part of the list."""
        assert minerals == [item.mineral for item in sdb.read_label(text).items]


class TestRhythms:
    @pytest.mark.parametrize(
        ("text", "per_day"),
        [
            ("magnez 2x1", "2"),
            ("ferrofumaraat 3dd1", "3"),
            ("Eisen 50 mg jeden 2. Tag", "0.5"),
            ("Zink, alle 2 Tage", "0.5"),
            ("iron 18 mg qod", "0.5"),
            ("lithium orotate every other night", "0.5"),
            ("żelazo co drugi dzien", "0.5"),
            ("1 ampoule 1 jour sur 2", "0.5"),
            ("železo ob den", "0.5"),
            ("copper 2 mg mon/wed/fri", "0.428571428571"),
            ("copper 2 mg sundays only", "0.142857142857"),
            ("delivered on monday", "1"),
            ("magnesium 3x 144", "3"),
            ("I take 2 iron pills a day", "2"),
            ("1 BD x 3/12", "2"),
            ("6 cp/j", "6"),
            ("375 60 wöchentlich", "0.142857142857"),
            ("zinc 50 daily", "1"),
            ("zinc 2 daily", "2"),
            ("zinc 15 mg 20 daily", "20"),
            ("iodine 150daily", "1"),
            ("zinc 30 tablets at once", "30"),
            ("zinc 30 all at once", "30"),
            ("zinc 101 tablets daily", "1"),
            ("1일 2회", "2"),
        ],
    )
    def test_per_day(self, text: str, per_day: str) -> None:
        """How many times a day, as people and pharmacies write it."""
        found = rhythms(tidy(text))

        assert per_day == (f"{found[0].per_day.normalize():f}" if found else "1")


class TestStacks:
    @pytest.mark.parametrize(
        ("text", "lines"),
        [
            (
                "name,amount,unit,times_per_day\nIron,14,mg,1\nCalcium,500,mg,2",
                ["Iron 14 mg 1 times a day", "Calcium 500 mg 2 times a day"],
            ),
            (
                'supplement,dose,timing\n"Vitamin C","1,000 mg",AM\nZinc,15 mg,',
                ["Vitamin C 1,000 mg AM", "Zinc 15 mg"],
            ),
            (
                "Calcium citrate 500 mg elemental, chewable, 3x/day",
                ["Calcium citrate 500 mg elemental, chewable, 3x/day"],
            ),
            (
                "Enalapril 5 mg c/12h. Carbonato de calcio 500 mg c/8h. Con comida",
                ["Enalapril 5 mg c/12h", "Carbonato de calcio 500 mg c/8h. Con comida"],
            ),
            (
                "Iron 24 mg / zinc 8 mg / vitamin D 1000 IU",
                ["Iron 24 mg", "zinc 8 mg", "vitamin D 1000 IU"],
            ),
            ("Calcium 500 mg / magnesium 250 mg", ["Calcium 500 mg / magnesium 250 mg"]),
        ],
    )
    def test_parts(self, text: str, lines: list[str]) -> None:
        """Tables, sentences and rows of slashes part into what a person takes."""
        assert lines == [line.text for line in sdb.read_stack(text)]
