# SPDX-License-Identifier: MIT
"""What stands beside a mineral and is none of its own: medicines, denials, other numbers."""

import time

import pytest
from test_patterns import PIECES

import supplementdb as sdb
from supplementdb.names import vocabulary
from supplementdb.names.guesses import OWN_WORDS


def minerals(text: str) -> list[str]:
    """The minerals of a line, with their amounts."""
    return [
        f"{i.mineral} {i.amount}" if i.amount else i.mineral for i in sdb.read_label(text).items
    ]


class TestBound:
    @pytest.mark.parametrize(
        ("text", "read"),
        [
            ("Iron 18 mg riboflavin 1.7 mg", ["iron 18 mg"]),
            ("Riboflavin 1.7 mg iron 18 mg", ["iron 18 mg"]),
            ("Zinc 15 mg, copper 2 mg riboflavin 5 mg", ["zinc 15 mg", "copper 2 mg"]),
            ("Ferrous fumarate 150 mg docusate sodium 100 mg", ["iron 150 mg"]),
            ("Aspirin 81 mg, magnesium 400 mg", ["magnesium 400 mg"]),
            ("aspirin, magnesium, zinc", ["magnesium", "zinc"]),
            ("warfarin and magnesium citrate", ["magnesium"]),
            ("metformin, vitamin D, calcium", ["calcium"]),
            (
                "Glucosamine HCl 1500 mg chondroitin sulfate 1200 mg calcium 20 mg",
                ["calcium 20 mg"],
            ),
            ("Glucosamine Chondroitin Magnesium capsules", ["magnesium"]),
            ("Calcium (as calcium ascorbate) 55 mg 4%", ["calcium 55 mg"]),
        ],
    )
    def test_parted(self, text: str, read: list[str]) -> None:
        """What an amount, a comma or "and" parts from a medicine is no salt of it."""
        assert minerals(text) == read

    @pytest.mark.parametrize(
        "text",
        [
            "atorvastatin calcium 20 mg",
            "rosuvastatin (as calcium) 5 mg film-coated tablet",
            "Esomeprazole (as magnesium trihydrate) 40 mg",
            "HMB (as calcium salt monohydrate), 3 g per scoop",
            "beta-hydroxybutyrate as calcium and sodium salts 6 g",
            "Riboflavin 5'-phosphate sodium 36.5 mg",
            "Glucosamine sulfate potassium chloride 1500 mg",
            "Chondroitin sulfate sodium 800 mg",
            "amlodipine 5 mg, calcium channel blocker",
        ],
    )
    def test_bound(self, text: str) -> None:
        """Right behind a medicine or an organic thing a mineral is what that is bound to."""
        assert minerals(text) == []


class TestBounds:
    @pytest.mark.parametrize("text", ["Zinc <1 mg", "Zinc \u2264 1 mg", "zinc > 30 mg"])
    def test_unclear(self, text: str) -> None:
        """A bound is no amount."""
        (item,) = sdb.read_label(text).items

        assert item.doubts == (sdb.Doubt.AMOUNT_UNCLEAR,)


class TestDenied:
    @pytest.mark.parametrize(
        ("text", "read"),
        [
            ("Non-GMO magnesium glycinate 400 mg", ["magnesium 400 mg"]),
            ("Non-GMO magnesium glycinate capsules", ["magnesium"]),
            ("Sin gluten magnesio 300 mg", ["magnesium 300 mg"]),
            ("Sans sucre magnésium 300 mg", ["magnesium 300 mg"]),
            ("Ohne Zucker Magnesium 400 mg", ["magnesium 400 mg"]),
            ("No 1 magnesium 400 mg", ["magnesium 400 mg"]),
            ("Non-constipating iron 28 mg", ["iron 28 mg"]),
            ("non-heme iron 18 mg", ["iron 18 mg"]),
            ("Magnesium 400 mg no soy zinc 5 mg", ["magnesium 400 mg", "zinc 5 mg"]),
            ("no sugar or salt zinc 5 mg", ["zinc 5 mg"]),
            ("Multivitamin without iron or copper, zinc 5 mg", ["zinc 5 mg"]),
            ("no magnesium stearate or silica zinc 5 mg", ["zinc 5 mg"]),
            ("Magnesium 300 mg (no colours, sodium or iron)", ["magnesium 300 mg"]),
            ("Selenium yeast-free 200 mcg", ["selenium 200 mcg"]),
            ("Free of: milk, egg, soy, wheat, sodium, iron", []),
            ("no added iron", []),
        ],
    )
    def test_denied(self, text: str, read: list[str]) -> None:
        """A denial reaches as far as its clause, and no further than what it names."""
        assert minerals(text) == read


@pytest.mark.parametrize(
    "piece",
    [*PIECES, "qwertyuiop", "\u950c", "\ucca0", "zinc ", "Zn ", "no ", "zinc 5 mg 5% ", "calcium/"],
)
def test_long(piece: str) -> None:
    """No line takes long: a hundred letters that nobody writes, or the same name over and over."""
    sdb.read_label("zinc")
    start = time.perf_counter()
    sdb.read_label((piece * 2_000)[:2_000])
    assert time.perf_counter() - start < 2  # what grew with the square of a text took minutes


def test_own_words(db: sdb.Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each word that is kept from being taken for a name would be taken for one."""
    known = vocabulary.Vocabulary(db)
    assert {word for word in OWN_WORDS if known.guess(word)} == set()

    monkeypatch.setattr(vocabulary, "OWN_WORDS", frozenset())
    without = vocabulary.Vocabulary(db)
    assert {word for word in OWN_WORDS if not without.guess(word)} == set()
