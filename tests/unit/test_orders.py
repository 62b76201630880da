# SPDX-License-Identifier: MIT
"""Whole lines as pharmacies, shops and people write them: whose an amount is, and how often."""

import pytest

import supplementdb as sdb


def reading(text: str) -> str:
    """Each mineral of a line, how much of it, of what weight, and how often a day."""
    return "; ".join(
        item.mineral
        + (f" {item.amount}" if item.amount else "")
        + (f" to {item.amount_max}" if item.amount_max else "")
        + (f" of {item.compound_amount}" if item.compound_amount else "")
        + (f" x {float(item.per_day):.4g}" if item.per_day != 1 else "")
        for item in sdb.read_label(text).items
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "magnesium 400 mg at night, zinc 30 mg every other day",
            "magnesium 400 mg; zinc 30 mg x 0.5",
        ),
        (
            "Magnesium abends 300 mg, Eisen 50 mg alle 2 Tage",
            "magnesium 300 mg; iron 50 mg x 0.5",
        ),
        ("metformin 500 mg twice daily and magnesium 400 mg at night", "magnesium 400 mg"),
        ("fish oil 1000 mg twice daily. magnesium 400 mg at night", "magnesium 400 mg"),
        ("Magnesium 400 mg at bedtime, 2 capsules daily", "magnesium 400 mg x 2"),
        ("magnesium 200 mg twice daily and at night", "magnesium 200 mg x 2"),
        ("Zink 10 mg, täglich je 2 Kapseln morgens und abends", "zinc 10 mg x 4"),
        ("2x magnesium complex 200 mg daily", "magnesium 200 mg x 2"),
        ("7x magnesium complex 200 mg daily", "magnesium 200 mg"),
        ("reduced glutathione 100 mg, zinc 10 mg", "zinc 10 mg"),
        (
            "daily: magnesium 400mg, zinc 15mg. Weekly: vitamin D 50k",
            "magnesium 400 mg; zinc 15 mg",
        ),
        ("Vitamin C 500mg Magnesium 100mg Zinc", "magnesium 100 mg; zinc"),
        ("Folic acid 400mcg Iron 14mg Iodine", "iron 14 mg; iodine"),
        ("Brand X 80 mg iron 0.4 mg folic acid", "iron 80 mg"),
        ("Brand X 80 mg iron 0.4 mg xylose", "iron 0.4 mg"),
        ("Thorne 15 mg zinc 200 mcg selenium 500 mcg folate", "zinc 15 mg; selenium 200 mcg"),
        ("Magnesium + Taurin 400 mg / 1000 mg", "magnesium 400 mg"),
        ("Zink + Histidin + Cystein 15 mg/50 mg/50 mg", "zinc 15 mg"),
        ("Zinc & copper + Taurin 15 mg/2 mg", "zinc 15 mg; copper 2 mg"),
        ("Zinc copper + Taurin 15 mg/1 g", "zinc 15 mg; copper 1 g"),
        ("Zinc (oxide & citrate) + Taurin 15 mg/1 g", "zinc 1 g"),
        ("Cal/Mag 2:1 500 mg", "calcium; magnesium 500 mg"),
        ("Serum iron 60 mcg/dL", ""),
        ("Zinc: 10 mg, Vitamin C: 500 mg", "zinc 10 mg"),
        ("Iron: 65 mg; vitamin K2: 100 mcg", "iron 65 mg"),
        ("Magnesium citrate. Dosage: 200 mg", "magnesium 200 mg"),
        ("vitamin d 50000 iu weekly, calcium 600 mg", "calcium 600 mg"),
        ("calcium 600mg bid, vitamin d 50000 iu weekly", "calcium 600 mg x 2"),
        ("magnesium 400mg daily, alendronate 70 mg weekly", "magnesium 400 mg"),
        ("metformin 500mg bid, magnesium 400mg, zinc 15mg", "magnesium 400 mg; zinc 15 mg"),
        ("magnesium 200mg x2, zinc 15mg", "magnesium 200 mg x 2; zinc 15 mg"),
        ("magnesium 200 mg twice daily, zinc 15 mg", "magnesium 200 mg x 2; zinc 15 mg"),
        ("zinc 50 mg tablet Take 1 tablet by mouth 2 (two) times a day", "zinc 50 mg x 2"),
        ("zinc gluconate 50 mg tablet Take 2 tablets by mouth daily", "zinc 50 mg x 2"),
        ("take 2 tabs po qd zinc 15 mg", "zinc 15 mg x 2"),
        ("zinc 15 mg take 2 tablets every morning", "zinc 15 mg x 2"),
        ("zinc 15 mg 2 caps PO QHS", "zinc 15 mg x 2"),
        ("zinc 15 mg 2 tablets morning and evening", "zinc 15 mg x 4"),
        ("Slow Sodium 600mg tablets 2 tds", "sodium 600 mg x 6"),
        ("Magnesium glycerophosphate 4mmol tabs 2 tds", "magnesium 4 mmol x 6"),
        (
            "magnesium oxide 400 mg tablet Take 1 tablet (400 mg total) by mouth daily.",
            "magnesium 400 mg",
        ),
        (
            "magnesium oxide 400 mg tablet Take 400 mg by mouth 2 (two) times daily",
            "magnesium 400 mg x 2",
        ),
        (
            "calcium acetate 667 mg capsule Take 3 capsules (2,001 mg total) 3 times daily",
            "calcium 667 mg x 9",
        ),
        ("Magnesium 250 mg tablet Take 500 mg nightly", "magnesium 250 mg x 2"),
        (
            "potassium chloride 20 MEQ tablet Take 2 tablets (40 mEq total) daily",
            "potassium 20 mEq x 2",
        ),
        ("Iron-Vitamin C 100-250 mg tablet", "iron 100 mg"),
        ("iron-vit C 65 mg-125 mg", "iron 65 mg"),
        ("zinc-vitamin C 15-500 mg", "zinc 15 mg"),
        ("calcium carbonate-vitamin D3 500 mg-5 mcg (200 unit)", "calcium 500 mg"),
        ("iron-folic acid 65-0.4 mg", "iron 65 mg"),
        ("Zinc-carnosine 75-150 mg", "zinc 75 mg to 150 mg"),
        ("prenatal vitamin 27 mg iron-0.8 mg folic acid tablet", "iron 27 mg"),
        ("prenatal vits 28 mg iron-800 mcg", "iron 28 mg"),
        (
            "Nuun Sport 300mg sodium 150mg potassium 25mg magnesium 13mg calcium 40mg chloride",
            "sodium 300 mg; potassium 150 mg; magnesium 25 mg; calcium 13 mg; chloride 40 mg",
        ),
        ("Zinc Balance 15 mg zinc 1 mg copper", "zinc 15 mg; copper 1 mg"),
        (
            "200mcg selenium 5000iu d3 25mg zinc 2mg copper 400mg magnesium",
            "selenium 200 mcg; zinc 25 mg; copper 2 mg; magnesium 400 mg",
        ),
        ("Thorne 15 mg zinc 1 mg copper", "zinc 15 mg; copper 1 mg"),
        ("1000 mg vitamin c 25 mg zinc", "zinc 25 mg"),
        ("400 mg magnesium • 15 mg zinc • 1000 mg vitamin c", "magnesium 400 mg; zinc 15 mg"),
        ("600mg garlic. 99mg Potassium. 5g creatine", "potassium 99 mg"),
        ("30 mg of zinc and 10 mg of lisinopril", "zinc 30 mg"),
        ("400 mg of magnesium, 600 mg of ashwagandha", "magnesium 400 mg"),
        ("zinc 30 in the morning, magnesium 400 at night", "zinc; magnesium"),
        ("levothyroxine in the morning, iron 65mg at night", "iron 65 mg"),
        (
            "ZMA (Zinc Monomethionine Aspartate 30mg, Magnesium Aspartate 450mg, B6 10.5mg)",
            "zinc 30 mg; magnesium 450 mg",
        ),
        ("Vitamin E 400 IU plus Selenium 100 mcg", "selenium 100 mcg"),
        ("Vitamin E 400 IU with Selenium 100 mcg", "selenium 100 mcg"),
        ("potassium chloride 20 mEq/15 mL oral solution, 30 mL daily", "potassium 20 mEq x 2"),
        ("magnesium hydroxide 400 mg/5 mL suspension 30 mL daily", "magnesium 400 mg x 6"),
        ("Mag glycinate 120mg caps, 3 at night", "magnesium 120 mg x 3"),
        ("Iron/folic acid 60mg/400mcg", "iron 60 mg"),
        ("1000 mg fish oil magnesium 200 mg", "magnesium 200 mg"),
        ("ferrous sulfate 325mg M/W/F", "iron 325 mg x 0.4286"),
        ("zinc 50 mg 1+0+1", "zinc 50 mg x 2"),
        ("zinc 50 mg 10x10", "zinc 50 mg"),
        ("zinc 50 mg 2x1", "zinc 50 mg x 2"),
        ("between 200 and 400mg magnesium", "magnesium 200 mg to 400 mg"),
        ("Se 55 mcg, I 150 mcg, Cu 0.9 mg", "selenium 55 mcg; iodine 150 mcg; copper 0.9 mg"),
        ("200mg (elemental) magnesium glycinate", "magnesium 200 mg"),
        ("Iron deficiency anemia", ""),
        ("zinc allergy", ""),
        ("ZMA 800 mg 90 caps", "zinc; magnesium"),
        ("zinc 50 mg q3d", "zinc 50 mg x 0.3333"),
    ],
)
def test_english(text: str, read: str) -> None:
    """An amount is that of the name it is of, and a rhythm that of its clause."""
    assert reading(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Magnesium ca. 400 mg", "magnesium 400 mg"),
        ("Zink ca. 15mg pro Tag", "zinc 15 mg"),
        ("Järn ca 14 mg", "iron 14 mg"),
        ("Citrato di magnesio 1500 mg, di cui 240 mg di magnesio", "magnesium 240 mg of 1,500 mg"),
        ("Cytrynian magnezu 1500 mg, w tym 240 mg magnezu", "magnesium 240 mg of 1,500 mg"),
        ("citrato de magnesio 1500 mg, del cual 240 mg magnesio", "magnesium 240 mg of 1,500 mg"),
        ("Cynk (glukonian) 70 mg, w tym cynk 10 mg", "zinc 10 mg of 70 mg"),
        (
            "Magnesio (da magnesio citrato) 1000 mg di cui 160 mg magnesio",
            "magnesium 160 mg of 1,000 mg",
        ),
        ("Contiene 300 mg di magnesio", "magnesium 300 mg"),
        ("Contient 300 mg de magnésium", "magnesium 300 mg"),
        ("Ich nehme 15 mg Zink", "zinc 15 mg"),
        ("Je prends 300 mg de magnésium", "magnesium 300 mg"),
        ("Biorę 300 mg magnezu", "magnesium 300 mg"),
        ("Zink 15 mg 2 Kaps. täglich", "zinc 15 mg x 2"),
        ("Zinc 15 mg 2 comp. al día", "zinc 15 mg x 2"),
        ("Zinc 15 mg 2 gél./j", "zinc 15 mg x 2"),
        ("fer 50 mg toutes les 12 heures", "iron 50 mg x 2"),
        ("ferro 50 mg ogni 12 ore", "iron 50 mg x 2"),
        ("żelazo 50 mg co 12 godzin", "iron 50 mg x 2"),
        ("ferro 50 mg due volte al dì", "iron 50 mg x 2"),
        ("zinc 15 mg dreimal die Woche", "zinc 15 mg x 0.4286"),
        ("3 ggr/vecka Zink 15 mg", "zinc 15 mg x 0.4286"),
        ("zinc 15 mg una vez al mes", "zinc 15 mg x 0.03333"),
        ("Zinc 15 mg 5 jours sur 7", "zinc 15 mg x 0.7143"),
        ("Zink 15 mg 1x2", "zinc 15 mg x 2"),
        ("Magnesium 1-0-1 200 mg", "magnesium 200 mg x 2"),
        ("Eisen 1-0-1 50 mg", "iron 50 mg x 2"),
        ("Magnesium zwischen 200 und 400 mg", "magnesium 200 mg to 400 mg"),
        ("Cynk 15 mg na noc", "zinc 15 mg"),
        ("Na noc: magnez", "magnesium"),
        ("Eisen 50 mg (abgesetzt)", ""),
        ("Pas de fer", ""),
        ("não tomo ferro", ""),
        ("Zink statt Eisen 15 mg", "zinc 15 mg"),
        ("zinc instead of iron 15 mg", "zinc 15 mg"),
        ("Zink 15 mg abends vor dem Schlafengehen", "zinc 15 mg"),
        ("Zink 15 mg morgon och kväll", "zinc 15 mg x 2"),
        ("Magnesium 400&nbsp;mg", "magnesium 400 mg"),
        ("Selenium 55 &#956;g", "selenium 55 mcg"),
        ("a las 8 horas zinc 15 mg", "zinc 15 mg"),
        ("Iron deficiency anemia", ""),
    ],
)
def test_elsewhere(text: str, read: str) -> None:
    """The same in other languages, whose short words are no minerals."""
    assert reading(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Calcium 1,200 g", "calcium 1.2 g"),
        ("Silizium 1,500 mg", "silicon 1.5 mg to 1,500 mg"),
        ("Calcio/Magnesio 1.000/500 mg", "calcium 1,000 mg; magnesium 500 mg"),
        ("Calcium 1 200,5 mg", "calcium 1,200.5 mg"),
        ("Calcium 1'200,50 mg", "calcium 1,200.5 mg"),
        ("FERROUS SULFATE 325MG (5GR) EC TAB", "iron 325 mg"),
        ("CAL CITRATE+D 315MG-250IU CAPLET", "calcium 315 mg"),
        ("Magnesium 2,250 mg - 360 mg elemental", "magnesium 360 mg to 2,250 mg"),
        ("CALCIUM-MAGNESIUM-ZINC 333-133-5 MG TAB", "calcium 333 mg; magnesium 133 mg; zinc 5 mg"),
        ("CALCIUM CARBONATE-VITAMIN D 600-400 MG-UNIT TAB", "calcium 600 mg"),
        ("CALCIUM CARBONATE/CHOLECALCIFEROL 500MG/400UNIT", "calcium 500 mg"),
        ("OYSTER SHELL CALCIUM 500 MG W/D 5 MCG (200 UNIT) TAB", "calcium 500 mg"),
        (
            "Cromo (picolinato) 90 mcg. Molibdeno (citrato) 22,5 mcg. Selenio 52,5 mcg.",
            "chromium 90 mcg; molybdenum 22.5 mcg; selenium 52.5 mcg",
        ),
        ("Zinc (as gluconate) 50mg333%", "zinc 50 mg"),
        ("magnesium gluconate 27 mg magnesium (500 mg) tablet", "magnesium 27 mg of 500 mg"),
        ("Calciumcarbonaat/colecalciferol 1,25g/800ie (500mg Ca)", "calcium 500 mg of 1.25 g"),
        ("k citrate 99 mg", "potassium 99 mg"),
        ("Liquid Iron Drops, 2 fl oz - 10mg per mL", "iron 10 mg"),
        ("Magnez+B6 cytrynian 125mg jonow Mg", "magnesium 125 mg"),
        (
            "Mg-aspartat 1229,6 mg (entspr. 5 mmol/121,5 mg Magnesium)",
            "magnesium 5 mmol of 1,229.6 mg",
        ),
        ("Calcium¹ 500 mg", "calcium 500 mg"),
        ("calcium acetate 667 mg capsule Take 700 mg daily", "calcium 667 mg to 1,367 mg"),
        ("Take 400 mg magnesium daily", "magnesium 400 mg"),
        ("Magnesium: take 400 mg daily", "magnesium 400 mg"),
        ("Magnesium: take 2 tablets (800 mg total) daily", "magnesium 800 mg"),
        ("Magnesium 400 mg; take 800 mg calcium daily", "magnesium 400 mg; calcium 800 mg"),
        ("Magnesium 400 mg. Take 800 mg of calcium", "magnesium 400 mg; calcium 800 mg"),
        ("Magnesium 400 mg, metformin 500 mg twice a day", "magnesium 400 mg"),
        ("Calcium 600 mg, vitamin D3 400 IU, twice daily", "calcium 600 mg x 2"),
        ("potassium 20 mEq tablets, take 400 mg daily", "potassium 20 mEq"),
        ("zinc 15 mg take 2 (3) tablets daily", "zinc 15 mg"),
        ("iron 5 mg/0 ml, 30 ml daily", "iron 5 mg"),
        ("zinc 15 mg, 1 gr of salt", "zinc 15 mg"),
    ],
)
def test_numbers(text: str, read: str) -> None:
    """Rows, grains, thousands, totals and volumes."""
    assert reading(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Iron: 18 mg Sodium: 20 mg", "iron 18 mg; sodium 20 mg"),
        (
            "Total Fat: 2 g Sodium: 150 mg Calcium: 100 mg Iron: 2 mg",
            "sodium 150 mg; calcium 100 mg; iron 2 mg",
        ),
        ("Calcium,500 mg,38%", "calcium 500 mg"),
        ("15mg zinc,2mg copper", "zinc 15 mg; copper 2 mg"),
        (
            "Calcium (as calcium carbonate) 500 mg 38% Vitamin K (as phytonadione) 120 mcg 100%",
            "calcium 500 mg",
        ),
        ("Copper: 2 mg / Vitamin C: 90 mg / Folate: 400 mcg", "copper 2 mg"),
        ("600 mg calcium and 20 mcg (800 IU) vitamin D3", "calcium 600 mg"),
        ("1200 mg/day calcium plus 800 IU/day vitamin D3", "calcium 1,200 mg"),
        ("500 mg/d of magnesium and 20 mg/d of zinc", "magnesium 500 mg; zinc 20 mg"),
        ("patients received 30 mg zinc daily", "zinc 30 mg"),
        ("VITAMIN C 90 MG 100% IRON 18 MG 100%", "iron 18 mg"),
        ("VITAMIN C 90 MG 100% ZINC 15 MG 100% COPPER 2 MG", "zinc 15 mg; copper 2 mg"),
        ("Sodium 115 mg 5%. Chloride 200 mg 9%", "sodium 115 mg; chloride 200 mg"),
        ("Calcium 200 mg. Fluoride 1 mg", "calcium 200 mg; fluoride 1 mg"),
        ("zinc 15 mg 3x/wk", "zinc 15 mg x 0.4286"),
        ("iron 65mg mwf", "iron 65 mg x 0.4286"),
        (
            "Manganese (manganese sulfate) 2.3 mg, Vitamin C (ascorbic acid) 90 mg",
            "manganese 2.3 mg",
        ),
        ("Sodium 20 mg 1%, Vitamin E (as dl-alpha tocopheryl acetate) 15 mg", "sodium 20 mg"),
        ("Zinc 10 mg, Vitamin A (as retinyl acetate) 900 mcg", "zinc 10 mg"),
        (
            "Magnesium 100 mg, Niacin (as niacinamide) 20 mg NE, Zinc 15 mg",
            "magnesium 100 mg; zinc 15 mg",
        ),
        ("potassium 99mg 1-2 tabs daily", "potassium 99 mg x 2"),
        ("magnesium 400 mg (2 x 200 mg)", "magnesium 400 mg"),
        ("Magnesium oxide 5 mg/kg (400 mg)", "magnesium 400 mg"),
        ("magnesium 400 mg (3 x 200 mg)", "magnesium 200 mg to 400 mg x 3"),
        ("magnesium 400 mg (2 x 200 IU)", "magnesium 400 mg x 2"),
        ("Calcium 100 mg. Vitamin C (ascorbic acid) 60 mg", "calcium 100 mg"),
        (
            "Zinc (as zinc oxide) 15 mg and iron (as fumarate) 14 mg",
            "zinc 15 mg; iron 14 mg",
        ),
        ("zinc 10 mg, CoQ10 30 mg. 2x daily", "zinc 10 mg x 2"),
        ("Twice daily: vitamin C 80 mg, zinc 10 mg", "zinc 10 mg x 2"),
        ("Zink (Zinkoxid) 15 mg und Eisen 14 mg", "zinc 15 mg; iron 14 mg"),
        ("zinc: 10 mg and iron: 5 mg", "zinc 10 mg; iron 5 mg"),
        (
            "selenio: 27,5 µg y molibdeno (molibdato sódico): 75 µg",
            "selenium 27.5 mcg; molybdenum 75 mcg",
        ),
        ("calcium (carbonate de calcium) 1 000 mg", "calcium 1,000 mg"),
        ("30 mg CoQ10 / 10 mg zinc", "zinc 10 mg"),
        ("Zink 10 mg, täglich 2 Kapseln", "zinc 10 mg x 2"),
        ("zinc 10 mg pour 2 gélules par jour", "zinc 10 mg"),
        ("10 mg zinc (zinc gluconate) and 30 mg CoQ10", "zinc 10 mg"),
        ("cynk 10 mg na 2 kapsułki", "zinc 10 mg"),
        ("100 µg iodine (potassium iodide)", "iodine 100 mcg"),
        ("5 mg iron,5 mg zinc", "iron 5 mg; zinc 5 mg"),
    ],
)
def test_panels(text: str, read: str) -> None:
    """Facts panels on one line, with vitamins between."""
    assert reading(text) == read


def test_of_all() -> None:
    """What stands behind the last of several may be said of all: it counts, with a doubt."""
    (item,) = sdb.read_label("Zinc 15 mg, vitamin C 500 mg twice daily").items

    assert item.per_day == 2
    assert item.doubts == (sdb.Doubt.AMOUNT_UNCLEAR,)
