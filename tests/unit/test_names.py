# SPDX-License-Identifier: MIT
import pytest

import supplementdb as sdb
from made import CITED, MINERAL, catalog, content, form, limit
from supplementdb.catalog import Catalog


@pytest.fixture(name="db", scope="module")
def fixture_db() -> Catalog:
    """A small catalog with a name in another language and a shared one."""
    shared = [{"text": "shared word"}]
    return catalog(
        forms=[
            *content()["forms"],
            form("magnesium-glycinate", names=[{"text": "Magnesiumglycinat", "lang": "de"}]),
            form("magnesium-glycinate-buffered"),
            form("magnesium-shell", name="shell", roles=["excipient"]),
        ],
        medication_classes=[
            *content()["medication_classes"],
            {"id": "helpers", "name": "helpers", "sources": CITED},
        ],
        conditions=[
            *content()["conditions"],
            {"id": "state", "name": "state four disease", "names": shared, "sources": CITED},
        ],
        biomarkers=[
            {
                "id": "marker",
                "name": "marker",
                "names": [{"text": "shared word", "lang": "de"}],
                "sources": CITED,
            }
        ],
    )


class TestResolve:
    @pytest.mark.parametrize(
        ("text", "kind", "id"),
        [
            ("magnesium-oxide", None, "magnesium-oxide"),
            ("Magnesium Oxide", None, "magnesium-oxide"),
            ("oxide, magnesium", "form", "magnesium-oxide"),
            ("Mag oxide", "form", "magnesium-oxide"),
            ("mg OXIDE", "form", "magnesium-oxide"),
            ("Mg", "mineral", "magnesium"),
            ("mag", None, "magnesium"),
            ("magnesiumglycinat", None, "magnesium-glycinate"),
            ("BRANDEX", "medication", "drug-a"),
            ("Brandex 70 mg weekly", "medication", "drug-a"),
            ("brandex 10mg tablets, in the morning", None, "drug-a"),
            ("Brandex 75 \u00b5g at 7 am before bed with water", "medication", "drug-a"),
            ("Brandex\u2122 film-coated tablets 50 micrograms/d", "medication", "drug-a"),
            ("disease state four", "condition", "state"),
            ("class b", "medication_class", "class-b"),
            ("helper", None, "helpers"),
        ],
    )
    def test_resolved(self, db: Catalog, text: str, kind: str | None, id: str) -> None:
        """Ids, names in any case and order, abbreviations and names beside a dose resolve."""
        answer = sdb.resolve(text, kind, catalog=db)

        assert "resolved" == answer.status
        assert id == answer.record.id
        assert 1.0 == answer.candidates[0].score

    @pytest.mark.parametrize(
        "text", ["", "in", "ox", "oxid", "magnes", "brand", "70 mg", "a", "\u00b5"]
    )
    def test_never_a_part(self, db: Catalog, text: str) -> None:
        """A part of a word, a dose or nothing at all names nothing."""
        answer = sdb.resolve(text, catalog=db)

        assert "unknown" == answer.status
        assert answer.record is None

    def test_stages_stay(self, db: Catalog) -> None:
        """A number beside a condition is its stage, and is not stripped like a dose."""
        assert "unknown" == sdb.resolve("disease state four 5", "condition", catalog=db).status

    def test_prose(self, db: Catalog) -> None:
        """A text of any length has an answer, at once."""
        assert "unknown" == sdb.resolve("mg " * 30_000, catalog=db).status

    def test_ambiguous(self, db: Catalog) -> None:
        """A name of two records is an answer, not a pick; a language may settle it."""
        answer = sdb.resolve("shared word", catalog=db)

        assert "ambiguous" == answer.status
        assert answer.record is None
        assert {"condition", "biomarker"} == {c.kind for c in answer.candidates}
        assert "marker" == sdb.resolve("shared word", lang="de", catalog=db).record.id
        assert "state" == sdb.resolve("shared word", "condition", catalog=db).record.id

    def test_near_names(self, db: Catalog) -> None:
        """A misspelling offers what it may mean and resolves to nothing."""
        answer = sdb.resolve("magnesum oxide", catalog=db)

        assert "unknown" == answer.status
        assert "magnesium-oxide" == answer.candidates[0].id
        assert answer.candidates[0].score < 1

    def test_shared_words(self, db: Catalog) -> None:
        """A word of a name offers the names that hold it."""
        answer = sdb.resolve("oxide", "form", catalog=db)

        assert ["magnesium-oxide"] == [c.id for c in answer.candidates]
        assert "shares a word" == answer.candidates[0].why

    def test_repr(self, db: Catalog) -> None:
        """A repr tells the status and what was meant."""
        assert "<Resolution 'Mg': resolved (mineral magnesium)>" == repr(
            sdb.resolve("Mg", catalog=db)
        )
        assert "<Resolution '': unknown>" == repr(sdb.resolve("", catalog=db))

    def test_misuse(self, db: Catalog) -> None:
        """Something else than a text, a kind or a catalog is refused."""
        with pytest.raises(sdb.InputError, match="^text"):
            sdb.resolve(5, catalog=db)  # type: ignore[arg-type]  # wrong on purpose
        with pytest.raises(sdb.InputError, match="^kind: must be one of mineral"):
            sdb.resolve("x", "food", catalog=db)
        with pytest.raises(sdb.InputError, match="^catalog"):
            sdb.resolve("x", catalog="db")  # type: ignore[arg-type]  # wrong on purpose


def mg(line: sdb.Line) -> sdb.Item:
    """The only item of a line."""
    (item,) = line.items
    return item


ELEMENTAL = [
    "(Magnesium) 200 mg",
    "Magnesium 200 mg",
    "Magnesium 200mg",
    "MAGNESIUM: 200 MG",
    "Magnesium (as magnesium oxide) 200 mg",
    "Magnesium (as oxide) 200 mg",
    "Magnesium (oxide/glycinate) 200 mg",
    "Magnesium as oxide 200 mg",
    "Magnesium (from 331 mg magnesium oxide) 200 mg",
    "Magnesium 200 mg (as magnesium oxide 331 mg)",
    "Magnesium oxide 331 mg (providing 200 mg elemental magnesium)",
    "331 mg magnesium oxide providing 200 mg elemental magnesium",
    "200 mg elemental magnesium",
    "200 mg of elemental magnesium (as oxide)",
    "magnesium oxide (200 mg elemental)",
    "0.2 g magnesium",
    "Magnesium 200,000 mcg",
    "Magnesium 200.000,0 \u00b5g",
    "Magnesium 200 000 \u03bcg",
    "Magnesium 8.2287595145 mmol",
    "Magnesium oxide 16.4575190290 mEq",
]


class TestReadLabel:
    @pytest.mark.parametrize("text", ELEMENTAL)
    def test_elemental(self, db: Catalog, text: str) -> None:
        """Lines that lead with the mineral, or say so, state the weight of the mineral."""
        item = mg(sdb.read_label(text, catalog=db))
        weight = db.minerals["magnesium"]

        assert item.amount is not None
        assert sdb.Amount(200, "mg").to("ug") == sdb.Amount(
            round(item.amount.to("ug", of=weight).value, 3), "ug"
        )
        assert "elemental" == item.basis

    @pytest.mark.parametrize(
        "text",
        [
            "Magnesium oxide 331 mg",
            "Mag oxide 331mg",
            "331mg magnesium oxide",
            "magnesium oxide, 331 mg tablet",
        ],
    )
    def test_open(self, db: Catalog, text: str) -> None:
        """A bare salt name leaves open what is weighed; the words support the compound."""
        item = mg(sdb.read_label(text, catalog=db))

        assert sdb.Amount(331, "mg") == item.amount
        assert ("unknown", "compound") == (item.basis, item.supports)
        assert ("basis-open",) == item.doubts
        assert ("magnesium-oxide",) == item.forms

    def test_compound(self, db: Catalog) -> None:
        """A weight that explains the form only is the compound's."""
        item = mg(sdb.read_label("Magnesium (as 331 mg magnesium oxide)", catalog=db))

        assert "compound" == item.basis

    @pytest.mark.parametrize(
        "text",
        [
            "Magnesium (from 331 mg magnesium oxide) 200 mg",
            "Magnesium 200 mg (as magnesium oxide 331 mg)",
            "Magnesium oxide 331 mg (providing 200 mg elemental magnesium)",
            "331 mg magnesium oxide providing 200 mg elemental magnesium",
        ],
    )
    def test_two_weights(self, db: Catalog, text: str) -> None:
        """Both weights of a line are kept."""
        assert sdb.Amount(331, "mg") == mg(sdb.read_label(text, catalog=db)).compound_amount

    @pytest.mark.parametrize(
        ("text", "per_day"),
        [
            ("Magnesium 100 mg, 2 capsules a day", "2"),
            ("Magnesium 100 mg twice daily", "2"),
            ("Magnesium 100 mg 3x daily", "3"),
            ("Magnesium 100 mg x 4", "4"),
            ("Magnesium 100 mg (in a lozenge), 2 a day", "2"),
            ("Magnesium 100 mg three times a day", "3"),
            ("Magnesium 100 mg every other day", "0.5"),
            ("2 x 100 mg magnesium", "2"),
            ("Magnesium 2x100mg", "2"),
            ("Magnesium 100 mg BID", "2"),
            ("Magnesium 100 mg t.i.d.", "3"),
            ("Magnesium 100 mg every 12 hours", "2"),
            ("Magnesium 100 mg every 0 hours", "1"),
            ("Magnesium 100 mg, 2 tablets 3 times a day", "6"),
            ("Magnesium 100 mg, 2 tablets twice a day", "4"),
            ("Magnesium 100 mg, 20 tablets 3 times a day", "60"),
            ("Magnesium 100 mg, 20 tablets at once", "20"),
            ("Magnesium 100 mg two tablets twice a day", "4"),
            ("Magnesium 100 mg, 3 tabs bd", "6"),
            ("Magnesium 100 mg 2 capsules, t.i.d.", "6"),
            ("Magnesium 100 mg one tablet once daily", "1"),
            ("Magnesium 100 mg, 99 tablets 4 times a day", "4"),
            ("Magnesium 100 mg 30 tablets a day", "30"),
            ("Magnesium 100 mg two tablets all at once", "2"),
            ("Magnesium 100 mg five in one go", "5"),
            ("Magnesium 100 mg 300 tablets a day", "1"),
            ("Magnesium 100 mg 2/day", "2"),
            ("2 x Magnesium 100 mg", "2"),
            ("Magnesium 100 mg q8h", "3"),
            ("Magnesium 100 mg 6 hourly", "4"),
            ("Magnesium 100 mg alternate days", "0.5"),
            ("Magnesium 100 mg EOD", "0.5"),
            ("Magnesium 100 mg every 4 days", "0.25"),
            ("Magnesium 100 mg per 3 tablets", "1"),
            ("Magnesium 100 mg once daily", "1"),
            ("Magnesium 100 mg 0 capsules a day", "1"),
            ("Magnesium 100 mg every 0 days", "1"),
            ("Magnesium 100 mg", "1"),
        ],
    )
    def test_rhythm(self, db: Catalog, text: str, per_day: str) -> None:
        """How often a day is read; an amount for several pieces is taken as it stands."""
        item = mg(sdb.read_label(text, catalog=db))

        assert per_day == str(item.per_day)
        assert sdb.Amount(100, "mg") == item.amount

    def test_weekly(self, db: Catalog) -> None:
        """Once a week is a seventh a day, three days a week are three."""
        assert (
            "0.428"
            == str(mg(sdb.read_label("Magnesium 100 mg 3 days a week", catalog=db)).per_day)[:5]
        )
        assert "0.142" == str(mg(sdb.read_label("Magnesium 100 mg weekly", catalog=db)).per_day)[:5]

    @pytest.mark.parametrize(
        ("text", "low", "high"),
        [
            ("Magnesium 200-300 mg", 200, 300),
            ("Magnesium 200 \u2013 300 mg", 200, 300),
            ("Magnesium 200 to 300 mg", 200, 300),
            ("Magnesium 300-200 mg", 200, 300),
            ("Magnesium 200 mg, 300 mg", 200, 300),
        ],
    )
    def test_ranges(self, db: Catalog, text: str, low: int, high: int) -> None:
        """A range keeps both ends; several amounts are a range in doubt."""
        item = mg(sdb.read_label(text, catalog=db))

        assert (sdb.Amount(low, "mg"), sdb.Amount(high, "mg")) == (item.amount, item.amount_max)

    @pytest.mark.parametrize(
        ("text", "doubt"),
        [
            ("Magnesium", "amount-missing"),
            ("Magnesium 400", "unit-missing"),
            ("Magnesium -400 mg", "amount-impossible"),
            ("-5 mg magnesium", "amount-impossible"),
            ("Magnesium 99999999999999999999 mg", "amount-impossible"),
            ("Magnesium 1.500 mg", "number-ambiguous"),
            ("Magnesium 300-200 mg", "amount-unclear"),
            ("Magnesium 200 mg, 300 mg", "amount-unclear"),
            ("Magnesium oxide 331 mg", "basis-open"),
        ],
    )
    def test_doubts(self, db: Catalog, text: str, doubt: str) -> None:
        """What a careful reader would doubt is said as a word."""
        line = sdb.read_label(text, catalog=db)

        assert doubt in mg(line).doubts
        assert doubt in line.doubts

    @pytest.mark.parametrize(
        "text",
        [
            "magnolia bark 200 mg",
            "magnesiumless 5 mg",
            "manganese 5 mg",
            "environment",
            "",
            "200 mg",
            "()[]",
        ],
    )
    def test_nothing(self, db: Catalog, text: str) -> None:
        """A word that only begins like a mineral is none."""
        assert () == sdb.read_label(text, catalog=db).items

    @pytest.mark.parametrize(
        ("text", "read"),
        [
            ("Magnesium 400 mg/day", "400 mg"),
            ("Magnesium 400mg/capsule", "400 mg"),
            ("Magnesium 1'000 mg", "1,000 mg"),
            ("Magnesium .4 g", "0.4 g"),
            ("Magnesium ..... 400 mg", "400 mg"),
            ("Magnesium 0,400 g", "0.4 g"),
            ("Magnesium-7 400 mg", "400 mg"),
            ("Magnesium 200 \u338e", "200 mg"),
            ("Magnesium 300 mg, Zinc 15 mg", "300 mg"),
            ("Calcium 1000 mg Magnesium 500 mg Zinc 15 mg", "500 mg"),
            ("300 mg Magnesium, 800 mg Calcium", "300 mg"),
            ("Daily dose 3 pieces: 300 mg Magnesium 12 mg Zinc", "300 mg"),
            ("400 mg; Magnesium 100 mg", "100 mg"),
            ("Magnesium oxide 331 mg (200 mg elemental)", "200 mg"),
            ("Magnesium oxide 331 mg = 200 mg elemental magnesium", "200 mg"),
            ("Magnesium (no oxide) 100 mg", "100 mg"),
            ("Magnesium 1/2 g", "None"),
            ("Magnesium \u2212400 mg", "None"),
            ("Magnesium 100, Vitamin C 1000 mg", "None"),
        ],
    )
    def test_whose_number(self, db: Catalog, text: str, read: str) -> None:
        """A neighbour's number, a code and a fraction are not taken for the mineral's amount."""
        item = mg(sdb.read_label(text, catalog=db))

        assert read == str(item.amount)
        assert item.amount_max is None
        assert item.amount is None or "elemental" == item.basis

    @pytest.mark.parametrize(
        "text",
        ["Iron 18 mg/day", "18-mg iron", "Vitamin C 500 mg/day", "Contains no magnesium"]
        + ["magnesium-free", "Copper 2 mg/ 100 g", "brandex magnesium 20 mg"],
    )
    def test_not_in_it(self, db: Catalog, text: str) -> None:
        """The unit mg is not the symbol Mg; what is denied or a medicine's salt is not counted."""
        assert () == sdb.read_label(text, catalog=db).items

    def test_open_bracket(self, db: Catalog) -> None:
        """A bracket that never closes leaves open which weight is outside it."""
        item = mg(sdb.read_label("Magnesium (as oxide 400 mg", catalog=db))

        assert ("basis-open",) == item.doubts

    def test_two_in_a_bracket(self, db: Catalog) -> None:
        """Two compound weights may add up, and none is dropped."""
        item = mg(sdb.read_label("Magnesium (200 mg as oxide, 200 mg as chloride)", catalog=db))

        assert ("200 mg", "400 mg") == (str(item.amount), str(item.amount_max))
        assert "amount-unclear" in item.doubts

    def test_several_times(self, db: Catalog) -> None:
        """ "Morning and evening" is likely for each time; that it may be for the day is a doubt."""
        item = mg(sdb.read_label("Magnesium 200 mg morning and evening", catalog=db))

        assert ("200 mg", "None") == (str(item.amount), str(item.amount_max))
        assert 2 == item.per_day
        assert ("amount-unclear",) == item.doubts

    @pytest.mark.parametrize(
        ("text", "per_day"),
        [
            ("Magnesium 200 mg each, morning and evening", 2),
            ("Magnesium je 200 mg morgens und abends", 2),
            ("Magnesium 200 mg divided, morning and evening", 1),
            ("Magnesium 150 mg morning, 200 mg evening", 1),
        ],
    )
    def test_said_of_times(self, db: Catalog, text: str, per_day: int) -> None:
        """What is said of the times of a day is no doubt."""
        items = sdb.read_label(text, catalog=db).items

        assert {per_day} == {item.per_day for item in items}

    def test_buffered(self, db: Catalog) -> None:
        """A buffered form is not the pure one, even behind a comma."""
        for text in ("magnesium glycinate, buffered 5 mg", "Magnesium (glycinate, buffered) 5 mg"):
            assert ("magnesium-glycinate-buffered",) == mg(sdb.read_label(text, catalog=db)).forms
        assert ("magnesium-oxide",) == mg(
            sdb.read_label("magnesium oxide, buffered 5 mg", catalog=db)
        ).forms

    def test_leftovers(self, db: Catalog) -> None:
        """Words that were not understood are kept."""
        line = sdb.read_label("Dream Team Magnesium 200 mg + Foo 5 mg", catalog=db)

        assert ("5 mg", "Dream Team", "Foo") == line.leftovers

    def test_several_items(self, db: Catalog) -> None:
        """Weighed names on one line are items of their own."""
        line = sdb.read_label("Magnesium oxide (64mg) | Magnesium chloride (65mg)", catalog=db)

        assert [("magnesium-oxide",), ("magnesium-chloride",)] == [i.forms for i in line.items]
        assert [sdb.Amount(64, "mg"), sdb.Amount(65, "mg")] == [i.amount for i in line.items]

    def test_several_forms(self, db: Catalog) -> None:
        """Forms in one list share the amount."""
        item = mg(sdb.read_label("Magnesium (as oxide, chloride) 200 mg", catalog=db))

        assert ("magnesium-oxide", "magnesium-chloride") == item.forms

    def test_excipients(self, db: Catalog) -> None:
        """An excipient, or what is called inactive, is told and not counted."""
        for text in ("shell 10 mg", "magnesium oxide (inactive)"):
            line = sdb.read_label(text, catalog=db)
            assert () == line.items
            assert line.inactive

    def test_times(self, db: Catalog) -> None:
        """Times of day are read in the order of the day."""
        item = mg(sdb.read_label("Magnesium 100 mg at bedtime and with breakfast", catalog=db))

        assert ["morning", "bedtime"] == [slot.value for slot in item.when]

    def test_too_long(self, db: Catalog) -> None:
        """A text beyond any label is not read, and said to be left over."""
        text = "magnesium 5 mg " * 1_000
        line = sdb.read_label(text, catalog=db)

        assert () == line.items
        assert (text,) == line.leftovers

    def test_brackets(self, db: Catalog) -> None:
        """Brackets that never open or close do no harm."""
        assert (
            sdb.Amount(5, "mg") == mg(sdb.read_label(")magnesium (oxide 5 mg", catalog=db)).amount
        )

    def test_iu(self, db: Catalog) -> None:
        """IU are read, though they are no weight of a mineral."""
        assert sdb.Amount(5, "IU") == mg(sdb.read_label("magnesium 5 I.U.", catalog=db)).amount

    def test_amount_elsewhere(self, db: Catalog) -> None:
        """An amount before any name, with words between, belongs to nothing."""
        line = sdb.read_label("5 mg biotin, and also some other things; magnesium", catalog=db)

        assert mg(line).amount is None

    def test_misuse(self, db: Catalog) -> None:
        """Something else than a text is refused."""
        with pytest.raises(sdb.InputError, match="^text"):
            sdb.read_label(5, catalog=db)  # type: ignore[arg-type]  # wrong on purpose


class TestPercent:
    @pytest.fixture(name="dv")
    def fixture_dv(self) -> Catalog:
        """A catalog with a label's yardstick of 400 mg, and one that is not set."""
        yardstick = {
            "id": "dv",
            "authority": "FDA-DV",
            "nutrient": "magnesium",
            "kind": "DV",
            "amount": "400 mg",
            "population": {},
            "scope": "label",
            "edition": "first",
            "sources": CITED,
        }
        unset = {k: v for k, v in yardstick.items() if k != "amount"} | {
            "id": "no",
            "unset": "none",
        }
        return catalog(
            minerals=[MINERAL],
            intakes=[
                unset,
                yardstick,
                yardstick | {"id": "nrv", "authority": "EU-NRV", "amount": "375 mg"},
            ],
            forms=[*content()["forms"], form("magnesium-mystery", assays=[])],
        )

    @pytest.mark.parametrize(
        ("text", "basis", "doubts"),
        [
            ("Magnesium oxide 400 mg 100%", "elemental", ()),
            ("Magnesium oxide 400 mg (60% DV)", "compound", ()),
            ("Magnesium oxide 400 mg 10%", "unknown", ("basis-open",)),
            ("Magnesium mystery 400 mg 10%", "unknown", ("basis-open",)),
            ("Magnesium oxide 400 mg <2%", "unknown", ("basis-open",)),
            ("Magnesium oxide 400 mg 50% 60%", "unknown", ("basis-open", "alternatives")),
            ("Magnesium 400 mg 100 %", "elemental", ()),
            ("Magnesium 40 mg 100 %", "elemental", ("percent-contradicts",)),
            ("Magnesium 40 IU 100 %", "elemental", ("unit-doubtful",)),
        ],
    )
    def test_settles(self, dv: Catalog, text: str, basis: str, doubts: tuple[str, ...]) -> None:
        """A printed percentage settles what the words leave open, or contradicts them."""
        item = mg(sdb.read_label(text, catalog=dv))

        assert basis == item.basis
        assert doubts == item.doubts

    def test_cannot_tell(self, dv: Catalog) -> None:
        """Where one system's yardstick is not on record, a percentage contradicts nothing."""
        label = {"authority": "FDA-DV", "kind": "DV", "scope": "label"}
        one = catalog(intakes=[limit("dv", "400 mg", **label)])
        doubts = [sdb.read_label("Magnesium 40 mg 100 %", catalog=db).doubts for db in (dv, one)]

        assert [("percent-contradicts",), ()] == doubts

    def test_plausible(self) -> None:
        """More than five times a limit is a doubt; without a limit nothing is."""
        doubts = [
            sdb.read_label(text, catalog=catalog(intakes=limits)).doubts
            for limits in ([limit("ul", "100 mg")], [])
            for text in ("Magnesium 500 mg", "Magnesium 501 mg")
        ]

        assert [(), ("unit-doubtful",), (), ()] == doubts

    def test_kept(self, dv: Catalog) -> None:
        """The percentage is kept as printed."""
        assert "12.5" == str(mg(sdb.read_label("Magnesium 50 mg 12,5%", catalog=dv)).percent_dv)
