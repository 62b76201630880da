# SPDX-License-Identifier: MIT
"""Words that are names in one language and others in the next; time and units in many."""

import pytest

import supplementdb as sdb
from supplementdb.names.numbers import UNIT, UNITS
from supplementdb.names.rhythms import rhythms
from supplementdb.names.tidying import tidy
from supplementdb.names.times import slots
from supplementdb.names.words import any_of
from supplementdb.regimen import Slot


def found(text: str, lang: str | None = None) -> list[str]:
    """The items of a line, with what is open."""
    return [
        f"{item}" + "".join(f" [{doubt.value}]" for doubt in item.doubts)
        for item in sdb.read_label(text, lang=lang).items
    ]


class TestHomographs:
    @pytest.mark.parametrize(
        "text",
        [
            "beta glucan from baker's yeast 400 mg",
            "calendar: sat and sun off",
            "two meds in the evening",
            "un vase d'eau",
            "flor de hibisco 300 mg",
            "drink a glass of water",
            "na 100 g produktu",
            "na 100 ml",
            "jag bör sova mer",
            "hun bor ved siden af apoteket i Odense",
            "3 koppar te",
            "trà gừng 90.000 đồng",
            "Dr. Mo Li",
            "Se bea cu apă si lămâie",
            "cho tôi mang về một cái",
            "10 ccm",
            "từ chối đóng tập tin",
            "bộ nhớ tạm đồng bộ với máy chủ",
            "het argument mag niet leeg zijn",
            "keep the TCP connection open",
            "nyckel saknas",
            "%s elementos en la lista",
            "od 0 na 1 desno",
            "1 hap",
        ],
    )
    def test_others(self, text: str) -> None:
        """What is a mineral in one language is none on a line of another."""
        assert not found(text)

    @pytest.mark.parametrize(
        ("text", "items"),
        [
            # The marks of its language, or another word of it, make it a name.
            ("sắt 12 mg", ["iron 12 mg"]),
            ("síra 200 mg", ["sulfur 200 mg"]),
            ("med 2 mg, zinek 10 mg", ["copper 2 mg", "zinc 10 mg"]),
            ("vas-fumarát 10 mg", ["iron 10 mg (iron-ferrous-fumarate) [basis-open]"]),
            ("đồng 1 mg", ["copper 1 mg"]),
            ("Bor 3 mg", ["boron 3 mg"]),
            ("Ca/Mg", ["calcium [amount-missing]", "magnesium [amount-missing]"]),
            ("CCM 500 mg", ["calcium 500 mg (calcium-citrate-malate) [basis-open]"]),
            ("di cui magnesio 60 mg", ["magnesium 60 mg"]),
            # With its amount and nothing unknown beside it, it is a guess.
            ("vas 12 mg", ["iron 12 mg [name-guessed]"]),
            ("started mang 4 mg", ["manganese 4 mg [name-guessed]"]),
        ],
    )
    def test_names(self, text: str, items: list[str]) -> None:
        """The same words are names where the line is of their language."""
        assert items == found(text)

    def test_language(self) -> None:
        """Who says the language settles it."""
        assert ["iron 12 mg"] == found("vas 12 mg", lang="hu")


class TestSigns:
    @pytest.mark.parametrize(
        "text",
        [
            "大豆卵磷脂 500 mg",
            "磷虾油 500 mg",
            "홍삼 인삼 100 mg",
            "강황 500 mg",
            "リンゴ酢 200 mg",
            "铁观音",
            "동일한 형식",
            "인도네시아 공화국",
            "コンフィグレーション",
        ],
    )
    def test_parts_of_words(self, text: str) -> None:
        """A sign that begins another word is no mineral, and what it begins is left over."""
        line = sdb.read_label(text)

        assert not line.items
        assert any(part in text for part in line.leftovers)

    @pytest.mark.parametrize(
        ("text", "items"),
        [
            ("每日补铁 18 mg", ["iron 18 mg"]),
            ("锌硒宝", ["zinc [amount-missing]", "selenium [amount-missing]"]),
            ("亜鉛含有酵母 70 mg", ["zinc 70 mg (zinc-yeast) [basis-open]"]),
            ("칼슘 200 mg, 비타민D 5 µg", ["calcium 200 mg"]),
            ("인 500 mg, 칼슘 500 mg", ["phosphorus 500 mg", "calcium 500 mg"]),
        ],
    )
    def test_names(self, text: str, items: list[str]) -> None:
        """Beside what is known it is one."""
        assert items[0] in found(text)


class TestUnits:
    @pytest.mark.parametrize("unit", sorted(UNITS))
    def test_capitals(self, unit: str) -> None:
        """The case of a unit never changes the amount, nor does the i of Turkish."""
        amounts = {
            sdb.read_label(f"Zinc 10 {written}").items[0].amount
            for written in (unit, unit.upper(), unit.replace("i", "\u0131"), unit.title())
        }

        assert len(amounts) == 1

    def test_any_of(self) -> None:
        """A pattern of words matches the longest of them, and stands alone in a pattern."""
        assert r"(?-i:[aA](?:[bB])?)" == any_of(["a", "ab"])
        assert "mg" not in UNIT

    @pytest.mark.parametrize(
        ("text", "items"),
        [
            ("Magnesium (mg): 180", ["magnesium 180 mg"]),
            ("Iron, mg: 12", ["iron 12 mg"]),
            ("calcio mg 300, ferro mg 7", ["calcium 300 mg", "iron 7 mg"]),
            ("Ca 400 / Mg 200 / Zn 5 (mg)", ["calcium 400 mg", "magnesium 200 mg", "zinc 5 mg"]),
            ("solfato ferroso (pari a mg 60 di ferro)", ["iron 60 mg (iron-ferrous-sulfate)"]),
            (
                "カルシウム：２５０ｍｇ、マグネシウム：１２５ｍｇ",
                ["calcium 250 mg", "magnesium 125 mg"],
            ),
            ("selen 55 mikrogramow", ["selenium 55 mcg"]),
            ("Magnesium 3-in-1", ["magnesium [amount-missing]"]),
            ("Magnesium 3 sources", ["magnesium [amount-missing]"]),
            ("Zinc 5 mg, iron (mg)", ["zinc 5 mg", "iron [amount-missing]"]),
            ("magnesium 100 mg 30 tablets", ["magnesium 100 mg"]),
            ("زنك ١٥ ملغ", ["zinc 15 mg"]),
            ("Zinc 12 rng", ["zinc 12 mg [unit-doubtful]"]),
            ("Calcium 20°/o", ["calcium [amount-missing]"]),
            ("Zinc 2.000 IU", ["zinc 2 IU [number-ambiguous] [unit-doubtful]"]),
        ],
    )
    def test_written(self, text: str, items: list[str]) -> None:
        """Units before their numbers, said once for all, misread, in other digits."""
        assert items == found(text)

    def test_not_led(self) -> None:
        """ "took mg 200" may be magnesium without a unit; it is left over."""
        assert ("200",) == sdb.read_label("took mg 200").leftovers


class TestOwners:
    @pytest.mark.parametrize(
        ("text", "items"),
        [
            (
                "Magnesium (oxide) 50 mg; vitamin D3 (cholecalciferol) 5 mcg",
                ["magnesium 50 mg (magnesium-oxide)"],
            ),
            (
                "Cal-Mag-Zinc + D3 900 mg/300 mg/12 mg",
                ["calcium 900 mg", "magnesium 300 mg", "zinc 12 mg"],
            ),
            (
                "Cal-Mag-Zinc 900 mg/300 mg",
                [f"{one} [amount-missing]" for one in ("calcium", "magnesium", "zinc")],
            ),
            (
                "contains 300 mg potassium chloride and 200 mg potassium bicarbonate",
                [
                    "potassium 300 mg (potassium-chloride) [basis-open]",
                    "potassium 200 mg (potassium-bicarbonate) [basis-open]",
                ],
            ),
            (
                "586 mg (15 mmol) potassium from potassium citrate",
                ["potassium 586 mg (potassium-citrate)"],
            ),
            ("Potassium: 300 mg from potassium citrate", ["potassium 300 mg (potassium-citrate)"]),
            ("Each 5 g sachet: calcium 400 mg", ["calcium 400 mg"]),
            ("Zinc 10 mg, sulfate 20 mg", ["zinc 10 mg", "zinc 20 mg (zinc-sulfate) [basis-open]"]),
            ("Zinc 10 mg, iron 5 mg, sulfate 20 mg", ["zinc 10 mg", "iron 5 mg"]),
            ("8 mmol of chloride and 8 mmol of sodium", ["chloride 8 mmol", "sodium 8 mmol"]),
            ("Fe 20 mg Fe elementare", ["iron 20 mg"]),
            (
                "Magnesium complex 400 mg (citrate, malate)",
                ["magnesium 400 mg (magnesium-citrate, magnesium-malate) [basis-open]"],
            ),
            (
                "Mg (citrate) 40 mg; K (citrate) 20 mg",
                ["magnesium 40 mg (magnesium-citrate)", "potassium 20 mg (potassium-citrate)"],
            ),
            (
                "iron (gluconate of fumarate) 20 mg",
                ["iron 20 mg (iron-ferrous-gluconate, iron-ferrous-fumarate) [alternatives]"],
            ),
            ("zinc with vitamin C 40 mg", ["zinc 40 mg [amount-unclear]"]),
            (
                "Iron (ferric pyrophosphate, liposomal) 9 mg",
                ["iron 9 mg (iron-ferric-pyrophosphate)"],
            ),
            ("zinc with food 40 mg", ["zinc 40 mg"]),
            ("Selen 50 µg, 1-2 Tabletten", ["selenium 50 mcg [amount-unclear]"]),
            (
                "natrium selenite(IV), zinc oxide",
                [
                    "selenium (selenium-sodium-selenite) [amount-missing]",
                    "zinc (zinc-oxide) [amount-missing]",
                ],
            ),
        ],
    )
    def test_whose(self, text: str, items: list[str]) -> None:
        """Whose an amount is, in rows, behind brackets and before names."""
        assert items == found(text)

    @pytest.mark.parametrize(
        ("text", "percents"),
        [
            ("Calcium 10% • iron 45% • zinc oxide 5%", ["10", "45", "None"]),
            ("Iron 14 mg %NRV 100", ["100"]),
            ("Zinc 5 mg %50,5", ["50.5"]),
            ("100 % RDA: zinc 11 mg", ["100"]),
            ("KCl 10% solution 15 ml (20 mEq)", ["None"]),
            ("Kelp std. to 5% iodine", ["None"]),
        ],
    )
    def test_percents(self, text: str, percents: list[str]) -> None:
        """A percentage of a name is of its daily value; a content is none."""
        assert percents == [str(item.percent_dv) for item in sdb.read_label(text).items]

    def test_other_systems(self) -> None:
        """A percentage of values that are not on record contradicts nothing."""
        assert "percent-contradicts" in found("zinc 15 mg 50%")[0]
        assert ["zinc 15 mg"] == found("цинк 15 мг 50%")


class TestNotTaken:
    @pytest.mark.parametrize(
        "text",
        [
            "kroskarmellóz-nátrium",
            "ácido hialurónico (sal sódica) 100 mg",
            "sulfato de condroitina sódica",
            "몬테루카스트나트륨 10 mg",
            "розувастатин кальция 10 мг",
            "Levothyroxin-Natrium 50 µg",
            "Iron & TIBC panel",
            "Eisen im Blutbild",
            "血液検査 鉄",
            "helps your body absorb calcium",
            "upptag av kalcium",
            "nicht gleichzeitig mit Calcium einnehmen",
            "levotiroxina: separar 4 h del hierro",
            "não contém sódio",
            "ei sisällä rautaa",
            "zero added sodium",
            "Aqua, glycerin, zinc PCA, phenoxyethanol",
            "anti-dandruff zinc pyrithione",
            "scarpe da calcio",
            "Selenium WebDriver course",
            "şampuan, çinko",
            "Topaklanmayı önleyici: silikon dioksit",
            "Dipl.-Ing. Zink, Mo 9-12 Uhr",
            "المكونات غير النشطة: ستيرات المغنيسيوم",
            "0.5 mmol/L calcium",
        ],
    )
    def test_nothing(self, text: str) -> None:
        """What is bound to something, measured, denied, rubbed in or a thing is not taken."""
        assert not found(text)

    @pytest.mark.parametrize(
        ("text", "items"),
        [
            ("Electrolytes – sodium 300 mg", ["sodium 300 mg"]),
            ("ORS: Na+ 60 mmol/L, drink", ["sodium 60 mmol [amount-unclear]"]),
            (
                "Zinc picolinate, filler: starch, magnesium oxide",
                [
                    "zinc (zinc-picolinate) [amount-missing]",
                    "magnesium (magnesium-oxide) [amount-missing]",
                ],
            ),
        ],
    )
    def test_taken(self, text: str, items: list[str]) -> None:
        """What only looks alike is."""
        assert items == found(text)


class TestTime:
    @pytest.mark.parametrize(
        ("text", "per_day"),
        [
            ("2 tabs po bid", "4"),
            ("3 tablets twice daily", "6"),
            ("2 x 2 dgl", "4"),
            ("to gange dagligt", "2"),
            ("2 krt päivässä", "2"),
            ("2 ggr dagl", "2"),
            ("по 2 таб. 3 р/сут", "6"),
            ("de două ori pe zi", "2"),
            ("každý druhý den", "0.5"),
            ("om de dag", "0.5"),
            ("om dagen", "1"),
            ("un jour sur trois", "0.333333333333"),
            ("every third day", "0.333333333333"),
            ("5 days on 2 off", "0.714285714286"),
            ("3x/week", "0.428571428571"),
            ("Mon-Fri", "0.714285714286"),
            ("every Sunday", "0.142857142857"),
            ("週3回", "0.428571428571"),
            ("每周", "0.142857142857"),
            ("隔天", "0.5"),
            ("一次2片，一日3次", "6"),
            ("2 kapslar per dag ger", "1"),
            ("2 Kapseln täglich liefern", "1"),
            ("2 gélules par jour apportent", "1"),
            ("x 60 tablets", "1"),
            ("zinc 15 mg x 3 months", "1"),
            ("x 3 meses", "1"),
            ("90 x 2", "2"),
            ("30 x 100 mg", "1"),
            ("0 x 5", "1"),
            ("every 0 hours", "1"),
            ("4-0-0", "1"),
            ("24 tablets 5 times a day", "5"),
            ("1/2 tablet daily", "0.5"),
            ("half a tablet daily", "0.5"),
            ("½ tablet twice daily", "1"),
            ("1/2 tab bid", "1"),
            ("1½ tablets daily", "1.5"),
            ("2 ½ tablets a day", "2.5"),
            ("1 1/2 tablets daily", "1.5"),
            ("one and a half tablets daily", "1.5"),
            ("1.5 tablets daily", "1.5"),
            ("0,5 tablets daily", "0.5"),
            ("1,000 tablets daily", "1"),
            ("quarter tablet daily", "0.25"),
            ("½-0-½", "1"),
            ("50 1/2 tablet daily", "0.5"),
            ("50 and a half tablet daily", "0.5"),
            ("7/5 tablet daily", "1"),
            ("1/4 tablet daily", "0.25"),
            ("2 x 1/2 tablet daily", "1"),
            ("2 x 1 tablet", "2"),
            ("2 x 30 tablets", "1"),
            ("15 mg 2x", "2"),
            ("ten times a day", "10"),
            ("every 6 to 8 hours", "4"),
            ("every 6-8 hours", "4"),
            ("om de 8 uur", "3"),
            ("om 8 uur", "1"),
            ("3 at night", "3"),
            ("at 3 in the morning", "1"),
            ("monthly", "0.0333333333333"),
            ("once a month", "0.0333333333333"),
            ("every month", "0.0333333333333"),
            ("200 mg per 2 capsules, 4 capsules daily", "2"),
            ("200 mg per 0 capsules, 2 capsules daily", "2"),
            ("on Mondays and Thursdays", "0.285714285714"),
            ("Serving size: 2 capsules. Take 2 capsules daily", "1"),
            ("Per 3 capsules: 300 mg. Take 3 capsules daily", "1"),
            ("300 mg per serving (3 capsules). 3 capsules daily", "1"),
            ("in 2 tablets, 4 tablets daily", "2"),
            ("2 Tabletten täglich. 2 Tabletten enthalten", "1"),
            ("Täglich 3 Kapseln. Pro Tagesdosis: 300 mg", "1"),
            ("Daily dose: 400 mg, 2 capsules twice daily", "1"),
            ("Суточная доза (2 капсулы): 300 мг. По 1 капсуле 2 раза в день", "1"),
            ("Recommended dose: 2 capsules daily", "2"),
            ("Empfohlene Tagesdosis: 2 Kapseln täglich", "2"),
            ("not above the recommended daily dose. 2 tablets daily", "2"),
            ("2 capsules of 200 mg twice daily", "4"),
            ("2 capsules of 200 mg", "2"),
            ("2 comprimés de 300 mg par jour", "2"),
            ("2 Kapseln à 120 mg", "2"),
            ("2 tabletki po 100 mg", "2"),
            ("2 таблетки по 200 мг", "2"),
            ("3 caps (133 mg each)", "3"),
            ("2 pills 25 mg each, twice a week", "0.571428571428"),
            ("60 tablets of 200 mg", "1"),
            ("1/2 Tablette 50 mg täglich", "0.5"),
            ("half a tablet of 50 mg", "0.5"),
            ("2 tabs q8h", "6"),
            ("2 Tabletten alle 12 Stunden", "4"),
            ("2 capsules every other day", "1"),
            ("1/2 tablet every other day", "0.25"),
            ("60 tablets, every other day", "0.5"),
            ("two to be taken three times a day", "6"),
            ("15 mg 2 bd", "4"),
            ("15 mg 50 bd", "2"),
            ("1 tablet in the morning, 2 tablets at night", "3"),
            ("1 Tablette morgens, 2 abends", "3"),
            ("1 comprimé le matin et 2 comprimés le soir", "3"),
            ("1 tabletka rano i 2 wieczorem", "3"),
            ("1 tab am 2 tabs pm", "3"),
            ("2 at breakfast, 2 at lunch, 2 at dinner", "6"),
            ("50 at breakfast, 2 at lunch", "2"),
            ("eine halbe Tablette täglich", "0.5"),
            ("un demi comprimé par jour", "0.5"),
            ("1 comprimé et demi par jour", "1.5"),
            ("pół tabletki dziennie", "0.5"),
            ("1/2 daily", "0.5"),
            ("un giorno sì e uno no", "0.5"),
            ("día sí", "1"),
            ("1 раз в 2 дня", "0.5"),
            ("iron on weekdays", "0.714285714286"),
            ("fortnightly", "0.0714285714286"),
            ("every two weeks", "0.0714285714286"),
            ("TIW", "0.428571428571"),
            ("twice monthly", "0.0666666666667"),
            ("with each meal", "3"),
            ("Mo Mi Fr", "0.428571428571"),
            ("Mo-Fr", "0.714285714286"),
            ("BID Mon/Wed/Fri", "0.857142857142"),
            ("twice a day every other day", "1"),
            ("every 2-3 days", "0.5"),
            ("3x potency", "1"),
            ("b.d.", "2"),
            ("t.d.s.", "3"),
            ("q.o.d.", "0.5"),
            ("5 Tropfen täglich", "5"),
            ("10 mg per 5 ml, take 10 ml daily", "2"),
            ("10 mg per ml, 3 ml daily", "3"),
            ("10 mg per 0 ml, 3 ml daily", "1"),
            ("15 mg 2 at night", "2"),
            ("Mon to Fri", "0.714285714286"),
            ("Tue Thu Sat", "0.428571428571"),
            ("montags, mittwochs und freitags", "0.428571428571"),
            ("jeden Montag", "0.142857142857"),
            ("Montag bis Freitag", "0.714285714286"),
            ("chaque lundi", "0.142857142857"),
            ("du lundi au vendredi", "0.714285714286"),
            ("los martes y jueves", "0.285714285714"),
            ("de lunes a viernes", "0.714285714286"),
            ("lunedì e giovedì", "0.285714285714"),
            ("maandag, woensdag en vrijdag", "0.428571428571"),
            ("w poniedziałki i czwartki", "0.285714285714"),
            ("måndag och fredag", "0.285714285714"),
            ("lørdag og søndag", "0.285714285714"),
            ("maanantaisin ja torstaisin", "0.285714285714"),
            ("v pondělí a ve čtvrtek", "0.285714285714"),
            ("w poniedziałek i w czwartek", "0.285714285714"),
            ("pondělí a čtvrtek", "0.285714285714"),
            ("понедельник и среда", "0.285714285714"),
            ("Montag", "1"),
            ("60 tablets, twice a day", "2"),
            ("2 tablets, twice a day", "4"),
            ("b.i.d.", "2"),
            ("2dd2", "1"),
            ("t.i.d", "3"),
        ],
    )
    def test_per_day(self, text: str, per_day: str) -> None:
        """How often a day, as the languages of labels say it; a pack is no rhythm."""
        said = rhythms(tidy(text))

        assert per_day == (f"{said[0].per_day.normalize():f}" if said else "1")

    @pytest.mark.parametrize(
        ("text", "per_day"),
        [
            ("selenium 100 mcg weekly, iodine 150 mcg daily", ["0.142857142857", "1"]),
            ("selenium 100 mcg weekly, iodine 150 mcg", ["0.142857142857", "1"]),
            ("daily zinc 15 mg, every other day iron 40 mg", ["1", "0.5"]),
            ("zinc 15 mg daily, iron 40 mg every other day", ["1", "0.5"]),
            ("zinc 15 mg, copper 2 mg weekly", ["0.142857142857", "0.142857142857"]),
            ("2 times a day: zinc 15 mg, copper 2 mg", ["2", "2"]),
            ("每天锌15毫克，铁5毫克隔天", ["1", "0.5"]),
            ("iron 50 mg (250 mg as fumarate) morning and evening", ["2"]),
            ("zinc 5 mg in the morning, 10 mg at night", ["1"]),
        ],
    )
    def test_of_each(self, text: str, per_day: list[str]) -> None:
        """A rhythm is that of its clause; what is taken less than daily is not said of the rest."""
        items = sdb.read_label(text).items

        assert per_day == [f"{item.per_day.normalize():f}" for item in items]

    @pytest.mark.parametrize(
        ("text", "when"),
        [
            ("1 QAM 1 QPM", (Slot.MORNING, Slot.EVENING)),
            ("9 am with food", (Slot.MORNING,)),
            ("2 am Tag", ()),
            ("am Abend", (Slot.EVENING,)),
            ("morgen og kveld", (Slot.MORNING, Slot.EVENING)),
            ("at night", (Slot.BEDTIME,)),
            ("one night", ()),
            ("morning and night", (Slot.MORNING, Slot.BEDTIME)),
            ("朝食後", (Slot.MORNING,)),
        ],
    )
    def test_slots(self, text: str, when: tuple[Slot, ...]) -> None:
        """Times of day in several languages."""
        assert when == slots(text)[0]
