# SPDX-License-Identifier: MIT
"""Laws of records, files, overlays and names."""

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

import supplementdb as sdb
from supplementdb import codec
from supplementdb.catalog import Catalog, Records
from supplementdb.loading import load
from supplementdb.model import SECTIONS, record_class
from supplementdb.spelling import key, normalise, tokens
from supplementdb.strategies import amounts, bundled, catalogs
from supplementdb.trusted import maker


def content(db: Catalog) -> dict[str, list[Any]]:
    """Everything a catalog holds, as a file holds it."""
    return {
        section: [codec.unstructure(record) for record in db.section(section).values()]
        for section in SECTIONS
        if db.section(section)
    }


class TestRoundTrip:
    """ "structure∘unstructure is identity, through real JSON text"."""

    @given(catalogs())
    def test_drawn(self, db: Catalog) -> None:
        """Records come back from JSON text as they were, in both ways of reading."""
        raw = json.loads(codec.canonical(content(db)))
        back = codec.records(raw, "file")

        for section, records in back.items():
            assert records == tuple(db.section(section).values())
            assert list(records) == [maker(record_class(section))(r) for r in raw[section]]

    @pytest.mark.parametrize("section", SECTIONS)
    def test_bundled(self, db: Catalog, section: str) -> None:
        """So do all bundled records."""
        found = tuple(db.section(section).values())
        raw = json.loads(json.dumps([codec.unstructure(record) for record in found]))

        assert found == codec.records({section: raw}, "file").get(section, ())

    @given(
        st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=9)
    )
    def test_noise(self, raw: Any) -> None:
        """Any JSON is records or problems, never a crash."""
        for place in (raw, {"forms": raw}, {"forms": [raw]}, {"forms": [{"id": raw}]}):
            try:
                codec.records(place, "file")
            except sdb.DataError as error:
                assert error.problems

    @given(catalogs())
    def test_canonical(self, db: Catalog) -> None:
        """Laying out is idempotent and loses nothing."""
        text = codec.canonical(content(db))

        assert text == codec.canonical(json.loads(text))
        assert json.loads(text) == content(db)


def layer(name: str, *ids: str) -> Records:
    """
    An overlay of conditions, whose name must not be one of the ids: words of a name may stand in
    any order, so "two of one" and "one of two" would be one name for two records.
    """
    cited = [{"source": "source-a"}]
    found = [{"id": id, "name": f"{id} of {name}", "sources": cited} for id in ids]
    return codec.records({"conditions": found}, name)


IDS = st.lists(st.sampled_from(["one", "two", "three"]), max_size=3, unique=True)


class TestOverlay:
    """ "An empty overlay is identity and overlays associate"."""

    @given(catalogs())
    def test_identity(self, db: Catalog) -> None:
        """Nothing laid over a catalog is the catalog."""
        assert db is db.overlay(Records("nothing", {}))

    @given(catalogs(), IDS, IDS)
    def test_associates(self, db: Catalog, first: list[str], second: list[str]) -> None:
        """Two overlays one after the other are the two laid together."""
        one, two = layer("lower", *first), layer("upper", *second)
        stacked = db.overlay(one, "replace").overlay(two, "replace")
        merged = {r.id: r for r in (*one.get("conditions", ()), *two.get("conditions", ()))}
        together = db.overlay(Records("both", {"conditions": tuple(merged.values())}), "replace")

        assert dict(stacked.conditions) == dict(together.conditions)

    @given(catalogs(), IDS)
    def test_original_stays(self, db: Catalog, ids: list[str]) -> None:
        """An overlay changes nothing in the catalog below."""
        before = content(db)
        db.overlay(layer("mine", *ids))

        assert before == content(db)


class TestLookUp:
    """ "by() finds each record that holds the value, and no other, in file order"."""

    @pytest.mark.parametrize(
        ("section", "field", "held"),
        [
            ("intakes", "nutrient", "nutrient"),
            ("forms", "mineral", "minerals"),
            ("forms", "member", "members"),
            ("forms", "jurisdiction", "jurisdictions"),
            ("interactions", "object", "object"),
            ("cautions", "condition", "condition"),
            ("medications", "classes", "classes"),
        ],
    )
    def test_bundled(self, db: Catalog, section: str, field: str, held: str) -> None:
        """Whether records are typed already or not."""
        fresh = load.__wrapped__().section(section)
        wanted: dict[Any, list[Any]] = {}
        for record in db.section(section).values():
            value = getattr(record, held)
            for member in dict.fromkeys(value) if isinstance(value, tuple) else (value,):
                wanted.setdefault(member, []).append(record)

        assert len(wanted) > 1
        for value, records in wanted.items():
            assert tuple(records) == fresh.by(**{field: value})
        assert () == fresh.by(**{field: "nobody"})


class TestForms:
    """ "compound(elemental(x)) == x"; "fraction in (0, 1]"; "fractions of one form sum to 1"."""

    @given(bundled("forms"), amounts(min_value=1))
    def test_inverse(self, form: sdb.Form, amount: sdb.Amount) -> None:
        """Element and compound are inverse, exactly, for each mineral of a form."""
        for mineral in form.minerals:
            try:
                share = form.fraction(mineral)
            except sdb.NotComputableError:
                continue
            assert 0 < share.low <= share.high <= 1
            assert amount == form.compound(form.elemental(amount, mineral).low, mineral).high
            assert amount == form.compound(form.elemental(amount, mineral).high, mineral).low
            assert form.elemental(amount, mineral).high <= amount


class TestNames:
    """Names are compared as whole words, folded."""

    @given(st.text())
    def test_idempotent(self, text: str) -> None:
        """ "normalise is idempotent"."""
        once = normalise(text)

        assert once == normalise(once)
        assert key(text) == key(once)

    @given(bundled("forms") | bundled("medications") | bundled("conditions"), st.randoms())
    def test_any_order_and_case(self, record: Any, random: Any) -> None:
        """A name resolves to its record in any order and case of its words."""
        words = tokens(record.name)
        random.shuffle(words)
        text = " ".join(random.choice([str.upper, str.lower, str.title])(word) for word in words)
        found = sdb.resolve(text)

        assert record.id in {candidate.id for candidate in found.candidates}
        assert "unknown" != found.status

    @given(bundled("medications"), st.integers(1, 4))
    def test_never_a_part(self, record: sdb.Medication, length: int) -> None:
        """The beginning of a word is not the word."""
        part = record.name[: min(length, len(record.name) - 1)]
        found = sdb.resolve(part, "medication")

        assert found.record is None or key(part) in {
            key(name)
            for name in (found.record.id, found.record.name, *(n.text for n in found.record.names))
        }

    @given(st.text(max_size=40))
    def test_noise(self, text: str) -> None:
        """Any text has an answer."""
        assert sdb.resolve(text).status in ("resolved", "ambiguous", "unknown")
