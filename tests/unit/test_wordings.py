# SPDX-License-Identifier: MIT
"""How labels, programs and people word a line: forms, weights, doubts, and no minerals."""

import pytest

import supplementdb as sdb


def reading(text: str) -> str:
    """Each item of a line: mineral, forms, amounts, weight and doubts."""
    return "; ".join(
        " ".join(
            [
                item.mineral,
                *(form.removeprefix(f"{item.mineral}-") for form in item.forms),
                *(str(end) for end in (item.amount, item.amount_max) if end),
                item.basis.value,
                *([f"of {item.compound_amount}"] if item.compound_amount else []),
                *(f"[{doubt.value}]" for doubt in item.doubts),
            ]
        )
        for item in sdb.read_label(text).items
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Elemental Magnesium (from 1,000 mg magnesium oxide) 600 mg",
            "magnesium oxide 600 mg elemental of 1,000 mg",
        ),
        (
            "Magnesium (as 2,000 mg Magtein™) 144 mg",
            "magnesium l-threonate-monohydrate 144 mg elemental of 2,000 mg",
        ),
        (
            "Strontium (as Strontium Citrate) 340 mg ‡  Vitamin K2 (as MK-7) 90 mcg",
            "strontium citrate 340 mg elemental",
        ),
        (
            "Strontium (as Strontium Citrate) 340 mg Vitamin K2 (as MK-7) 90 mcg",
            "strontium citrate 340 mg elemental",
        ),
        (
            "aspartate de magnésium et potassium 250mg/250mg",
            (
                "magnesium aspartate 250 mg unknown [basis-open]; "
                "potassium aspartate 250 mg unknown [basis-open]"
            ),
        ),
        (
            "aspartate de magnésium et de potassium 250 mg",
            (
                "magnesium aspartate unknown [amount-missing] [amount-unclear]; "
                "potassium aspartate 250 mg unknown [basis-open] [amount-unclear]"
            ),
        ),
        (
            "citrate de magnésium et zinc 10 mg",
            "magnesium citrate unknown [amount-missing]; zinc 10 mg elemental",
        ),
        (
            "magnesium citrate and calcium 500 mg",
            "magnesium citrate unknown [amount-missing]; calcium 500 mg elemental",
        ),
        (
            "cytrynian wapniowo-magnezowy",
            "calcium citrate unknown [amount-missing]; magnesium citrate unknown [amount-missing]",
        ),
        (
            "Calcium carbonicum 500 mg tbl. (odp. 200 mg Ca2+)",
            "calcium carbonate 200 mg elemental of 500 mg",
        ),
        ("Ferro sucrosomiale 30 mg", "iron sucrosomial 30 mg elemental"),
        ("Cloreto de Magnésio P.A. 500mg", "magnesium chloride 500 mg unknown [basis-open]"),
        (
            "Active ingredient (in each tablet): Calcium carbonate 750 mg",
            "calcium carbonate 750 mg compound",
        ),
        ("zn 10mg, se 55ug", "zinc 10 mg elemental; selenium 55 mcg elemental"),
        ("se toma 55 mg zinc", "zinc 55 mg elemental"),
        (
            "Silica drops, orthosilicic acid 5 mg",
            "silicon orthosilicic-acid 5 mg unknown [basis-open]",
        ),
        (
            '{"nutrient": "Magnesium", "form": "citrate", "qty": 150, "uom": "mg"}',
            "magnesium citrate 150 mg elemental",
        ),
        ("chromium dinicocysteinate 200 mcg", "chromium 200 mcg elemental"),
        ("choline bitartrate magnesium 100 mg", "magnesium 100 mg elemental"),
        (
            "glisinato de magnesio 100 mg",
            "magnesium bisglycinate 100 mg unknown [name-guessed] [basis-open]",
        ),
        ("Molybdenum(assodiummolybdate)45mcg", "molybdenum 45 mcg elemental"),
        ("Chelated zinc 150 mg (30 mg zinc)", "zinc amino-acid-chelate 30 mg elemental of 150 mg"),
        ("Chelátový zinek 15 mg", "zinc amino-acid-chelate 15 mg elemental"),
        ("zinc 50 picolinate", "zinc picolinate unknown [unit-missing]"),
        ("Lithium 300 mg TID", "lithium 300 mg unknown [basis-open]"),
        ("Lithium 5 mg", "lithium 5 mg elemental"),
        ("Reines Magnesiumcitrat 400 mg", "magnesium citrate 400 mg unknown [basis-open]"),
        ("Magnesium Direktgranulat 300 mg", "magnesium 300 mg elemental"),
        ("Magnesium Citrusgranulat 300 mg", "magnesium 300 mg elemental"),
        ("Magnesio granulato 300 mg", "magnesium 300 mg elemental"),
        ("magnesium chocolate 200 mg", "magnesium 200 mg elemental"),
        ("Magnesium immediate release 400 mg", "magnesium 400 mg elemental"),
        ("Calcio apportato 500 mg", "calcium 500 mg elemental"),
        ("CRAMP STOP MAGNESIUM 300 MG", "magnesium 300 mg elemental"),
        ("STOP CRAMPS MAGNESIUM", "magnesium unknown [amount-missing]"),
        ("For people allergic to soy. Magnesium 100 mg", "magnesium 100 mg elemental"),
        ("Provides RDA of zinc 10 mg", "zinc 10 mg elemental"),
        ("Magnesium 400 mg - migraine stopped", "magnesium 400 mg elemental"),
        ("zinc EDTA 15 mg", "zinc 15 mg elemental"),
        ("Larkfield Labs Zinc", "zinc unknown [amount-missing]"),
        ("SURGERY CALCICHEWS CALCIUM", "calcium unknown [amount-missing]"),
        ("lithium 10 mEq", "lithium 10 mEq elemental"),
        ("potassium chloride CR 600 mg", "potassium chloride 600 mg unknown [basis-open]"),
        ("hydrocortisone cream, zinc 15 mg", "zinc 15 mg elemental"),
        ("zinc 15 mg; sunscreen daily, iron 65 mg", "zinc 15 mg elemental; iron 65 mg elemental"),
        ("magnesium 400 mg, iron stopped in May", "magnesium 400 mg elemental"),
        ("davon 100 mg reines Magnesium", "magnesium 100 mg elemental"),
        (
            "Epsom Salts (Magnesium Sulphate) 500g",
            "magnesium sulfate-heptahydrate unknown [amount-missing]",
        ),
    ],
)
def test_forms_and_weights(text: str, read: str) -> None:
    """What is weighed, as which form, where brackets, marks and word order say so."""
    assert read == reading(text)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("magnésium 300 ou 400 mg", "alternatives"),
        ("seleeniä 50 tai 100 mikrog", "alternatives"),
        ("zink 25 mg eller 50", "alternatives"),
        ("Gluconato cálcico 10% solución inyectable, ampolla (2,25 mmol Ca)", "not-swallowed"),
        ("Eisen 20 mg i.v.", "not-swallowed"),
        ("Magnesium phosphoricum D6 Tabletten", "homeopathic"),
        ("Calcium carbonicum Hahnemanni D12", "homeopathic"),
        ("magnesium citraat 400, hoeveel is dat?", "unit-missing"),
        ("Calcium and magnesium 500 mg", "amount-unclear"),
        ("Natrium 0,5 g je 100 ml", "amount-unclear"),
        ("magnesium 200 mg, iron 65 mg every other day", "amount-unclear"),
        ("week 1: magnesium 100 mg daily, week 2: 200 mg daily", "amount-unclear"),
        ("Magnesium start with 100 mg and increase to 400 mg", "amount-unclear"),
        ("1-3 times a day zinc 15 mg", "amount-unclear"),
    ],
)
def test_doubts(text: str, doubt: str) -> None:
    """Alternatives, injections, potencies and questions are told, in the languages of labels."""
    assert doubt in sdb.read_label(text).doubts
    assert sdb.read_label(text).items


@pytest.mark.parametrize(
    "text",
    [
        "Naproksen sodyum 550 mg film kaplı tablet",
        "Diklofenak sodowy 50 mg",
        "Atorwastatyna wapniowa 20 mg",
        "natrium valproaat 300 mg",
        "sodio ialuronato 80 mg",
        "picosulfato de sodio 7,5 mg",
        "лозартан калия 50 мг",
        "calcium disodium EDTA 500 mg",
        "I don't take zinc 50 mg",
        "No longer taking zinc 50 mg",
        "never took zinc 50 mg",
        "STOP iron 65 mg",
        "Eisen 50mg abgesetzt",
        "iron 65 mg - discontinued",
        "Upper limit zinc 40 mg",
        "my labs: iron low",
        "zinc oxide cream, 100 g tube",
        "L-metylofolian wapnia 400 mcg",
        "Calcium-Beta-Hydroxy-Beta-Methylbutyrat 3000 mg",
        "potassium permanganate 1 g",
        "Biotin (1% trituration on dicalcium phosphate) 300 mcg",
        "Cyanocobalamin 1% in Dicalcium Phosphate",
        "sodium hydroxide for pH adjustment",
        "Antiagglomeranti: sali di magnesio degli acidi grassi",
        "csomósodást gátló anyagok: szilícium-dioxid",
        "Vitamina B2 (riboflavina 5'-fosfato sodico) 1,4 mg",
        "Manganese Blue watercolour, 15 ml tube",
        "Calcium chloride ice melt pellets, 50 lb bag",
        "Calcio d'inizio ore 20:45, Serie B",
        "Purkin kansi oli rikki",
        "De koper betaalt de verzendkosten",
        "Wilson disease: copper builds up in the liver",
        "is magnesium citrate any good?",
        "is magnesium ok for my 12 year old?",
        "Eisen 50 mg (abgesetzt)",
    ],
)
def test_no_mineral(text: str) -> None:
    """Medicines as other languages spell them, things, and talk are taken for no mineral."""
    assert not sdb.read_label(text).items
