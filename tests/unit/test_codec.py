# SPDX-License-Identifier: MIT
"""The codec refuses what cattrs and json let through, and tells everything at once."""

import json
from typing import Any

import pytest

import supplementdb as sdb
from made import MINERAL, SOURCE, content, form, limit
from supplementdb import codec
from supplementdb.model import record_class
from supplementdb.trusted import maker


def problems(raw: Any) -> list[str]:
    """The problems of a file's content, as texts."""
    with pytest.raises(sdb.DataError) as caught:
        codec.records(raw, "file.json")
    return [str(problem) for problem in caught.value.problems]


def parsed(text: str) -> list[str]:
    """The problems of a file's text."""
    return problems(codec.parse(text, "file.json"))


@pytest.mark.parametrize(
    ("section", "record", "where", "rule"),
    [
        ("minerals", MINERAL | {"valences": ["2"]}, "valences[0]", "must be a whole number"),
        ("minerals", MINERAL | {"valences": [True]}, "valences[0]", "must be a whole number"),
        ("minerals", MINERAL | {"valences": "22"}, "valences", "must be a list"),
        ("minerals", MINERAL | {"name": 5}, "name", "must be text"),
        ("minerals", MINERAL | {"names": "iom"}, "names", "must be a list"),
        ("minerals", MINERAL | {"names": [5]}, "names[0]", "must be an object"),
        (
            "minerals",
            MINERAL | {"names": [{"text": "x", "kind": "nick"}]},
            "names[0].kind",
            "one of: legal",
        ),
        ("minerals", MINERAL | {"atomic_weight": 24}, "atomic_weight", "must be text"),
        ("minerals", MINERAL | {"atomic_weight": 24.305}, "atomic_weight", 'as "24.305"'),
        ("minerals", MINERAL | {"atomic_weight": "1e3"}, "atomic_weight", "without exponent"),
        ("minerals", MINERAL | {"atomic_weight": "NaN"}, "atomic_weight", "without exponent"),
        ("minerals", MINERAL | {"atomic_weight": "x"}, "atomic_weight", "decimal number as text"),
        ("minerals", MINERAL | {"role": None}, "role", "leave the field out"),
        ("minerals", MINERAL | {"colour": "grey"}, "colour", "is no field"),
        ("sources", {k: v for k, v in SOURCE.items() if k != "title"}, "title", "is missing"),
        ("minerals", ["zinc"], "", "must be an object"),
        ("intakes", limit(amount=350), "amount", "must be text"),
        ("intakes", limit(amount="350"), "amount", "such as '350 mg'"),
        ("intakes", limit(authority="nasem"), "authority", "must be one of: NASEM"),
        ("intakes", limit(population={"sex": "x"}), "population.sex", "one of: female, male"),
        ("sources", SOURCE | {"year": "1997"}, "year", "must be a whole number"),
    ],
)
def test_strict(section: str, record: Any, where: str, rule: str) -> None:
    """A value of another type is refused with its path, never converted."""
    (text,) = (p for p in problems({section: [record]}) if rule in p)

    assert text.startswith(f"file.json: {section}[0]{'.' if where else ''}{where}: ")


def test_text_hook_spares_enums() -> None:
    """The hook for text also serves the enums of words, which still refuse other words."""
    record = codec.records({"intakes": [limit()]}, "file")["intakes"][0]

    assert isinstance(record.authority, sdb.Authority)


def test_numbers_with_a_point() -> None:
    """A JSON number with a point is refused with the text to write instead."""
    text = json.dumps({"minerals": [MINERAL]}).replace('"24.305"', "24.305")

    (problem,) = parsed(text)
    assert 'atomic_weight: must be text; write a decimal number as "24.305"' in problem


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_not_a_number(number: str) -> None:
    """JSON has no NaN and no infinity."""
    (text,) = parsed(json.dumps({"minerals": [MINERAL]}).replace("[2]", f"[{number}]"))

    assert "valences[0]: must be a whole number" in text


def test_repeated_keys() -> None:
    """A key given twice is refused instead of the last one winning."""
    text = json.dumps({"minerals": [MINERAL]})

    assert any(
        "minerals[0].symbol: is given twice" in p
        for p in parsed(text.replace('"symbol"', '"symbol": "Xx", "symbol"'))
    )
    assert any("minerals: is given twice" in p for p in parsed('{"minerals": [], "minerals": []}'))


def test_all_at_once() -> None:
    """Every problem of a file is told, over records, fields and sections."""
    bad = MINERAL | {"id": "Bad Id", "symbol": "x", "label_units": ["kg"], "extra": 1}
    found = problems(
        {"minerals": [bad, MINERAL | {"name": 1}], "forms": [form(kind="x")], "foods": []}
    )

    assert 7 == len(found)


def test_sections() -> None:
    """A file is an object of known sections, each a list."""
    assert "file.json: $: must be an object of sections" in problems([])[0]
    assert "file.json: foods: is no section" in problems({"foods": []})[0]
    assert "file.json: forms: must be a list" in problems({"forms": {}})[0]


@pytest.mark.parametrize("text", ["", "{", "[1,]", '{"a": 1} x', b"\xff", "1" * 5_000])
def test_no_json(text: str | bytes) -> None:
    """What is no JSON is one problem, not a crash."""
    with pytest.raises(sdb.DataError, match=r"file.json: \$: must be"):
        codec.records(codec.parse(text, "file.json"), "file.json")


@pytest.mark.parametrize("depth", [20, 200_000])
def test_depth(depth: int) -> None:
    """Depth is capped, whether the parser would cope or not."""
    with pytest.raises(sdb.DataError, match="12 levels deep"):
        codec.parse("[" * depth + "]" * depth, "file.json")


def test_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Size is capped."""
    monkeypatch.setattr(codec, "MAX_BYTES", 10)

    with pytest.raises(sdb.DataError, match="at most 10 bytes"):
        codec.parse(" " * 11, "file.json")


def test_long_values_are_cut() -> None:
    """An error shows the beginning of a long value."""
    (text,) = problems({"minerals": [MINERAL | {"valences": "2" * 500}]})

    assert len(text) < 200
    assert "..." in text


def test_canonical() -> None:
    """The layout opens up sections and records and keeps small objects on a line."""
    text = codec.canonical({"minerals": [MINERAL], "forms": []})

    assert text.startswith('{\n  "minerals": [\n    {\n      "id": "magnesium",\n')
    assert '      "valences": [2],\n' in text
    assert '"forms": []\n}\n' in text
    assert codec.canonical(json.loads(text)) == text


def test_wide_lists_open() -> None:
    """What does not fit into a line is opened up."""
    names = [{"text": f"a rather long name, number {n}"} for n in range(4)]
    text = codec.canonical({"minerals": [MINERAL | {"names": names}]})

    assert '      "names": [\n        {"text": "a rather long name, number 0"},\n' in text


def test_field_order() -> None:
    """The canonical order of fields is that of the model, the id first."""
    assert 0 == codec.field_order("forms")["id"]


def test_plain() -> None:
    """What JSON holds of a record is text and numbers, in the order of the model."""
    (made,) = codec.records({"intakes": [limit()]}, "file")["intakes"]
    plain = codec.unstructure(made)

    assert {str} == {type(value) for name, value in plain.items() if name in ("kind", "scope")}
    order = codec.field_order("intakes")
    assert list(plain) == sorted(plain, key=order.__getitem__)


def test_trusted_equals_checked() -> None:
    """The quick way for the bundle makes the same records as the checked one."""
    for section, listed in content().items():
        checked = codec.records({section: listed}, "file").get(section, ())
        assert checked == tuple(map(maker(record_class(section)), listed))
