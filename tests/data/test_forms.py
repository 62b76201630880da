# SPDX-License-Identifier: MIT
"""The bundled forms: their chemistry, names and listings; a failure speaks to the curator."""

from decimal import Decimal

import molmass
import periodictable
import pytest

import supplementdb as sdb
from supplementdb.chemistry import ATOMIC_WEIGHTS, SYMBOLS, atoms, mass_fraction
from supplementdb.names.mentions import LOWERED
from supplementdb.names.words import EXPLAINING, NEGATING, PLAIN
from supplementdb.spelling import normalise

DB = sdb.load()
FORMS = [pytest.param(form, id=form.id) for form in DB.forms.values()]
ELEMENTS = {symbol: mineral for mineral, symbol in SYMBOLS.items()}
# Words, units and abbreviations that stand on labels without naming a mineral.
WORDS = frozenset(
    "mit dit lit met cys fac pic hip esp ips tsp tbsp salt saline tangle dsp oz lb en el la y et e "
    "und plus high low pure raw gold iu ui form source acid".split()
)
LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ja", "ko")
# Just below what is there; a curator who retires forms for good lowers it on purpose.
LEAST = {"forms": 800, "read twice": 350, "named in ten languages": 140, "on the EU list": 140}


class TestChemistry:
    @pytest.mark.parametrize("symbol", ATOMIC_WEIGHTS)
    def test_weights(self, symbol: str) -> None:
        """The weights agree with another table within the last digit of CIAAW's abridged value."""
        weight = ATOMIC_WEIGHTS[symbol]
        digit = Decimal(1).scaleb(int(weight.as_tuple().exponent))

        assert abs(Decimal(str(periodictable.elements.symbol(symbol).mass)) - weight) <= 2 * digit

    @pytest.mark.parametrize("mineral", DB.minerals)
    def test_minerals(self, mineral: str) -> None:
        """A mineral's symbol and weight are those that its forms are computed with."""
        record = DB.minerals[mineral]

        assert SYMBOLS[mineral] == record.symbol
        assert ATOMIC_WEIGHTS[record.symbol] == record.atomic_weight

    @pytest.mark.parametrize("form", FORMS)
    def test_fractions(self, form: sdb.Form) -> None:
        """Two other programs weigh the formula alike; water is added as atoms, never as '.nH2O'."""
        if form.molar_mass is None or form.formula is None or form.hydration is None:
            return
        water = form.hydration * Decimal("18.015")
        one = periodictable.formula(form.formula).mass
        two = molmass.Formula(form.formula).mass
        # Each atom may differ as much as test_weights allows: twice the last digit of CIAAW.
        slack = sum(
            2 * count * Decimal(1).scaleb(int(ATOMIC_WEIGHTS[symbol].as_tuple().exponent))
            for symbol, count in atoms(form.formula).items()
        )

        for mass in (one, two):
            assert abs(form.molar_mass - water - Decimal(mass)) <= slack, (
                f"{form.id}: {form.formula} weighs {form.molar_mass - water} here and {mass} there"
            )

    @pytest.mark.parametrize("form", FORMS)
    def test_assays_fit(self, form: sdb.Form) -> None:
        """An assay of the substance as it is or dried does not lie far from theory, or says why."""
        if form.formula is None or form.hydration is None:
            return
        for assay in form.assays:
            dry = mass_fraction(SYMBOLS[assay.mineral], form.formula)
            theory = form.fraction(assay.mineral).low if assay.basis in ("as-is", "legal") else dry
            near = assay.low * Decimal("0.85") <= theory <= assay.high * Decimal("1.15")
            assert near or assay.note, (
                f"{form.id}: assay {assay.low} to {assay.high} ({assay.basis.value}) against "
                f"{theory:.4f} in theory; read it again, or say in its note why"
            )

    @pytest.mark.parametrize("form", FORMS)
    def test_accounted_for(self, form: sdb.Form) -> None:
        """A form without a share says in its note why, or is a kind that has none."""
        try:
            form.fraction()
        except sdb.NotComputableError:
            assert form.note or form.members, f"{form.id}: say in its note why no share is known"

    @pytest.mark.parametrize("form", FORMS)
    def test_every_element(self, form: sdb.Form) -> None:
        """A form delivers each mineral that its formula holds, and what all its members do."""
        if form.formula is not None:
            held = {ELEMENTS[symbol] for symbol in atoms(form.formula) if symbol in ELEMENTS}
            assert set(form.minerals) == held, f"{form.id}: minerals must be {sorted(held)}"
        for member in form.members:
            missing = {*form.minerals} - {*DB.forms[member].minerals}
            assert not missing, f"{form.id}: its member {member} delivers no {sorted(missing)}"

    @pytest.mark.parametrize("form", FORMS)
    def test_sum(self, form: sdb.Form) -> None:
        """The minerals of a form together weigh no more than the form."""
        if form.molar_mass is not None:
            assert sum(form.fraction(mineral).low for mineral in form.minerals) <= 1

    def test_water(self) -> None:
        """Of one salt, more water means less mineral, and each hydrate is a form of its own."""
        salts: dict[tuple[str, tuple[str, ...]], list[sdb.Form]] = {}
        for form in DB.forms.values():
            if form.formula is not None and form.hydration is not None:
                salts.setdefault((form.formula, form.ligands), []).append(form)
        for hydrates in salts.values():
            hydrates.sort(key=lambda form: form.hydration or Decimal(0))
            shares = [form.fraction().low for form in hydrates]
            ids = [form.id for form in hydrates]
            names_differ = len({form.name for form in hydrates}) == len(hydrates)
            assert shares == sorted(shares, reverse=True), ids
            assert names_differ, ids

    @pytest.mark.parametrize("form", FORMS)
    def test_read(self, form: sdb.Form) -> None:
        """A formula says where it was read."""
        if form.formula is not None:
            assert form.formula_sources, f"{form.id}: say in formula_sources where it was read"


class TestNames:
    @pytest.mark.parametrize("mineral", DB.minerals)
    def test_glycinate(self, mineral: str) -> None:
        """Glycinate and bisglycinate of one metal are one substance."""
        found = sdb.resolve(f"{mineral} bisglycinate", kind="form").record
        if found is not None and found.id.endswith("bisglycinate"):
            assert found is sdb.resolve(f"{mineral} glycinate", kind="form").record

    @pytest.mark.parametrize("mineral", DB.minerals.values(), ids=lambda mineral: mineral.id)
    def test_minerals(self, mineral: sdb.Mineral) -> None:
        """A mineral has a name in each language that labels of this library's users mix."""
        missing = {*LANGUAGES} - {name.lang for name in mineral.names}
        assert not missing, f"{mineral.id}: add names in {sorted(missing)}"

    def test_no_word(self) -> None:
        """No name is a word that lines use for something else: "mit" is German for "with"."""
        taken = PLAIN | EXPLAINING | NEGATING | WORDS
        named = [(m.id, n.text) for m in DB.minerals.values() for n in m.names]
        named += [(form.id, n.text) for form in DB.forms.values() for n in form.names]
        for id, text in named:
            # "CuI" is told from Italian "cui" by its capitals.
            if normalise(text) not in LOWERED:
                assert normalise(text) not in taken, f"{id}: take out {text!r}"

    def test_spoken(self) -> None:
        """The commonest forms have names in all ten languages."""
        spoken = [
            form.id
            for form in DB.forms.values()
            if {*LANGUAGES} <= {name.lang for name in form.names}
        ]
        assert len(spoken) >= LEAST["named in ten languages"], spoken


class TestCounts:
    def test_forms(self) -> None:
        """No form is lost unnoticed."""
        assert len(DB.forms) >= LEAST["forms"]

    def test_read_twice(self) -> None:
        """Most formulas were read in two independent sources."""
        twice = [f for f in DB.forms.values() if len({c.source for c in f.formula_sources}) > 1]
        assert len(twice) >= LEAST["read twice"]

    def test_listed(self) -> None:
        """The substances of the EU list are there, with act and date."""
        listed = [
            (listing.as_name, listing.since)
            for form in DB.forms.values()
            for listing in form.listings
            if "2002/46" in listing.act or "1170/2009" in listing.act
        ]
        assert len(listed) >= LEAST["on the EU list"]


@pytest.mark.parametrize(
    "form",
    ["acetate", "l-ascorbate", "bisglycinate", "carbonate", "chloride", "citrate", "gluconate"]
    + ["glycerophosphate", "phosphate", "lactate", "l-lysinate", "hydroxide", "malate", "oxide"]
    + ["l-pidolate", "potassium-citrate", "pyruvate", "succinate", "sulfate", "taurate"]
    + ["acetyl-taurate", "citrate-malate", "l-threonate", "orotate", "malate-2-1"]
    + ["amino-acid-chelate", "bisglycinate-buffered", "glycinate-unspecified", "stearate"],
)
def test_magnesium_forms(form: str) -> None:
    """The magnesium substances of the EU list and of the market are there."""
    assert f"magnesium-{form}" in DB.forms
