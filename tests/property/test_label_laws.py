# SPDX-License-Identifier: MIT
"""Laws of reading: what holds for every line, however it is written."""

import json
from decimal import Context, Inexact, Rounded, localcontext
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import supplementdb as sdb
from supplementdb.names.guesses import Spellings, distance
from supplementdb.strategies import bundled

MINERALS = st.sampled_from(sorted(sdb.load().minerals))
AMOUNTS = st.integers(1, 999).map(str) | st.decimals(1, 99, places=1).map(lambda d: f"{d:f}")
UNITS_OF_A_RANGE = st.permutations(["mg", "mcg", "g"]).map(lambda units: (units[0], units[1]))
LINES = Path(__file__).parent.parent / "golden" / "labels" / "lines.json"
PIECES = sorted(
    {
        piece
        for line in json.loads(LINES.read_text(encoding="utf-8"))
        for piece in line["text"].split()
    }
)
PLAIN_FORMS = bundled("forms").filter(
    lambda form: (
        len(form.minerals) == 1
        and form.roles[:1] == (sdb.load().forms["magnesium-citrate"].roles[0],)
        and len(form.roles) == 1
        and "other" not in form.id
    )
)


class TestNothingRaises:
    """No line ever raises, whatever it holds."""

    @given(st.text(max_size=300))
    def test_noise(self, text: str) -> None:
        """Noise gives a line with what was left over of it."""
        assert text == sdb.read_label(text).text

    @given(
        st.lists(
            st.sampled_from(
                (
                    "Magnesium zinc (as citrate) [oxide] 200 mg 1.500 mcg 50% <2% , ; / + - and "
                    "davon of which 2x täglich calcium carbonate 柠檬酸镁 цинк 1OO mg2 B6 K ( ) no"
                ).split()
            ),
            max_size=25,
        ).map(" ".join)
    )
    def test_pieces(self, text: str) -> None:
        """Pieces of labels in any order give items of known minerals and forms."""
        db = sdb.load()
        for item in sdb.read_label(text).items:
            assert item.mineral in db.minerals
            assert all(form in db.forms for form in item.forms)
            assert item.amount_max is None or item.amount is not None

    @given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join))
    def test_shuffled(self, text: str) -> None:
        """Pieces of lines in any order give items whose ends are in order, or none."""
        for item in sdb.read_label(text).items:
            ends = (item.amount, item.amount_max)

            assert 0 < item.per_day <= 100
            assert ends[1] is None or (ends[0] is not None and ends[0] <= ends[1])

    @given(
        st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join),
        st.integers(1, 9),
    )
    def test_decimal_settings(self, text: str, digits: int) -> None:
        """An application's decimal settings, which may refuse to round, change no answer."""
        read = sdb.read_label(text)

        with localcontext(Context(prec=digits, traps=[Inexact, Rounded])):
            assert read == sdb.read_label(text)

    @given(st.text(alphabet='ab1,; .()\n-+|•\t"', max_size=200))
    def test_lists(self, text: str) -> None:
        """A list is parted into lines that are not empty."""
        assert all(line.text.strip() for line in sdb.read_stack(text))


class TestRoundTrip:
    """What is printed as labels print it is read as what it was."""

    @given(MINERALS, AMOUNTS, st.sampled_from(["mg", "mcg", "g"]))
    def test_panel(self, mineral: str, number: str, unit: str) -> None:
        """ "Mineral amount" states the weight of the mineral; medicine's lithium is a carbonate."""
        amount = sdb.Amount(number, unit)
        is_medicine = mineral == "lithium" and amount >= sdb.Amount(50, "mg")
        (item,) = sdb.read_label(f"{mineral.capitalize()} {number} {unit}").items

        assert mineral == item.mineral
        assert amount == item.amount
        assert ("unknown" if is_medicine else "elemental") == item.basis

    @given(MINERALS, st.integers(1, 999), st.integers(1, 999), UNITS_OF_A_RANGE)
    def test_range(self, mineral: str, low: int, high: int, units: tuple[str, str]) -> None:
        """Each end of a range is of its own unit, in whichever order they stand."""
        text = f"{mineral.capitalize()} {low} {units[0]} to {high} {units[1]}"
        (item,) = sdb.read_label(text).items
        ends = sorted([sdb.Amount(low, units[0]), sdb.Amount(high, units[1])])

        assert ends == [item.amount, item.amount_max]

    @given(PLAIN_FORMS, st.integers(1, 999))
    def test_form(self, form: sdb.Form, number: int) -> None:
        """ "Mineral (as form) amount" is the mineral, the form and the weight of the mineral."""
        (mineral,) = form.minerals
        text = f"{mineral.capitalize()} (as {form.name}) {number} mg"
        items = [item for item in sdb.read_label(text).items if item.mineral == mineral]

        assert items, text
        assert sdb.Amount(number, "mg") == items[0].amount, text

    @given(MINERALS, AMOUNTS)
    def test_own_print(self, mineral: str, number: str) -> None:
        """Reading its own print changes nothing any more."""
        first = sdb.read_label(f"{mineral} {number} mg").items[0]
        again = sdb.read_label(str(first)).items[0]

        assert (first.mineral, first.amount) == (again.mineral, again.amount)


class TestSpelling:
    """How a unit or a line is written never changes an amount."""

    @pytest.mark.parametrize("unit", ["mg", "MG", "milligrams", "Milligramm", "мг", "毫克", "mg."])
    @given(number=st.integers(1, 999))
    def test_units(self, unit: str, number: int) -> None:
        """All spellings of a unit are one."""
        (item,) = sdb.read_label(f"Zinc {number} {unit}").items

        assert sdb.Amount(number, "mg") == item.amount

    @given(MINERALS, st.integers(1, 999), st.sampled_from(["  ", "\t", "\u00a0", " .... ", ": "]))
    def test_spaces(self, mineral: str, number: int, gap: str) -> None:
        """Gaps, tabs and leader dots are gaps."""
        plain, other = (
            sdb.read_label(f"{mineral}{between}{number} mg").items[0] for between in (" ", gap)
        )

        assert plain == other


class TestGuesses:
    """Slips are counted as one naive comparison with every name counts them."""

    @given(
        st.lists(st.text("abcx", min_size=4, max_size=10), min_size=1, max_size=6, unique=True),
        st.text("abcx", min_size=1, max_size=12),
    )
    def test_nearest(self, names: list[str], word: str) -> None:
        """The name that fewest slips part from a word, if it is the only one and they are few."""

        def allowed(name: str) -> int:
            return 0 if len(name) < 6 else 1 if len(name) < 8 else 2

        slips = {name: distance(word, name) for name in names if name[0] == word[0]}
        near = {
            name: many for name, many in slips.items() if many <= min(allowed(word), allowed(name))
        }
        best = [name for name, many in near.items() if many == min(near.values())]

        assert (best[0] if len(best) == 1 else None) == Spellings(names).nearest(word)
