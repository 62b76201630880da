# SPDX-License-Identifier: MIT
"""
The one strict converter between JSON and records.

cattrs is lax by default: "11" becomes 11, "iom" becomes a tuple of letters, JSON keeps the last of
two equal keys and takes NaN. Each of these would let bad health data in, so each is refused here,
and everything that is wrong with a file is told at once.
"""

from __future__ import annotations

import enum
import functools
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_unstructure_fn

from .amounts import Amount
from .catalog import Records
from .errors import DataError, Problem, SupplementDBError
from .model import SECTIONS, record_class

__all__ = [
    "canonical",
    "field_order",
    "number",
    "parse",
    "records",
    "repeated_keys",
    "unstructure",
]


def __dir__() -> list[str]:
    return __all__


MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 12


class _WrongError(Exception):
    """What is wrong below one place: (path below it, rule, value) for each problem."""

    def __init__(self, *found: tuple[str, str, str]) -> None:
        super().__init__(*found)
        self.found = found

    def under(self, step: str) -> list[tuple[str, str, str]]:
        return [(f"{step}{path}", rule, value) for path, rule, value in self.found]


class _Number:
    """A JSON number with a point, or NaN or an infinity: kept as written, accepted nowhere."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text


class _Object(dict[str, Any]):
    """A JSON object that remembers which keys it was given twice."""

    repeated: tuple[str, ...] = ()


def _pairs(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        made.repeated = tuple(key for key, count in counts.items() if count > 1)
    return made


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _exactly(kind: type[Any], wanted: str) -> Callable[[Any, type[Any]], Any]:
    def hook(value: Any, cls: type[Any]) -> Any:
        if isinstance(value, (_Number, float)) and kind is str:
            raise _WrongError(
                ("", f'must be text; write a decimal number as "{value}"', str(value))
            )
        if type(value) is not kind:
            raise _WrongError(("", f"must be {wanted}", _shown(value)))
        # `cls` is the real target: cattrs sends str-enums through the hook for str.
        try:
            return cls(value)
        except ValueError:
            words = ", ".join(member.value for member in cls)
            raise _WrongError(("", f"must be one of: {words}", _shown(value))) from None

    return hook


_text = _exactly(str, "text")


def _decimal(value: Any, _: object) -> Decimal:
    text = _text(value, str)
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise _WrongError(
            ("", 'must be a decimal number as text, such as "0.205"', _shown(text))
        ) from None
    if not number.is_finite() or f"{number:f}" != text:
        raise _WrongError(
            ("", "must be a plain decimal number without exponent or plus sign", text)
        )
    return number


def _amount(value: Any, _: object) -> Amount:
    text = _text(value, str)
    try:
        return Amount.parse(text)
    except SupplementDBError as error:
        raise _WrongError(("", f"must be an amount such as '350 mg': {error}", "")) from None


def _tuple_hook(cls: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    member = get_args(cls)[0]
    inner = converter.get_structure_hook(member)

    def hook(value: Any, _: object) -> tuple[Any, ...]:
        if type(value) is not list:
            raise _WrongError(("", "must be a list", _shown(value)))
        made, found = [], []
        for place, item in enumerate(value):
            try:
                made.append(inner(item, member))
            except _WrongError as wrong:
                found += wrong.under(f"[{place}]")
        if found:
            raise _WrongError(*found)
        return tuple(made)

    return hook


def _checked_hook(cls: type[Any], converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    """Structure one record and collect all that is wrong with it, field by field."""
    attrs.resolve_types(cls)
    fields: Any = attrs.fields(cls)  # every field of a record has a validator
    hooks = {field.name: converter.get_structure_hook(field.type) for field in fields}

    def hook(raw: Any, _: object) -> Any:
        if not isinstance(raw, Mapping):
            raise _WrongError(("", "must be an object", _shown(raw)))
        found = [(f".{key}", "is given twice; keep one", "") for key in repeated_keys(raw)]
        found += [
            (f".{key}", f"is no field; the fields are {', '.join(hooks)}", "")
            for key in raw
            if key not in hooks
        ]
        values = {}
        for field in fields:
            name = field.name
            if name not in raw:
                if field.default is attrs.NOTHING:
                    found.append((f".{name}", "is missing; it must be given", ""))
                continue
            if raw[name] is None:
                found.append((f".{name}", "must not be null; leave the field out instead", ""))
                continue
            try:
                values[name] = hooks[name](raw[name], field.type)
                field.validator(None, field, values[name])
            except _WrongError as wrong:
                found += wrong.under(f".{name}")
            except (ValueError, TypeError) as error:
                found.append((f".{name}", _rule_of(error, name), _shown(raw[name])))
        if not found:
            try:
                return cls(**values)
            except (ValueError, TypeError, SupplementDBError) as error:
                found.append(("", str(error), ""))
        raise _WrongError(*found)

    return hook


def _rule_of(error: Exception, field: str) -> str:
    return str(error.args[0]).removeprefix(f"{field} ").removeprefix(f"'{field}' ")


def repeated_keys(raw: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys that a parsed object was given twice."""
    return raw.repeated if isinstance(raw, _Object) else ()


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_record(kind: Any) -> bool:
    return attrs.has(kind) and kind is not Amount


def _plain_hook(cls: Any, converter: cattrs.Converter) -> Callable[[Any], dict[str, Any]]:
    """Turn a record into an object whose fields stand in the order of the model."""
    inner = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)
    order = [field.name for field in attrs.fields(cls)]

    def hook(record: Any) -> dict[str, Any]:
        made = inner(record)
        return {name: made[name] for name in order if name in made}

    return hook


@functools.cache
def _converter() -> cattrs.Converter:
    """Make the converter; it collects every problem of a record."""
    converter = cattrs.Converter(
        detailed_validation=False, forbid_extra_keys=True, omit_if_default=True
    )
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _exactly(int, "a whole number"))
    converter.register_structure_hook(bool, _exactly(bool, "true or false"))
    converter.register_structure_hook(Decimal, _decimal)
    converter.register_structure_hook(Amount, _amount)
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    converter.register_structure_hook_factory(_is_record, _checked_hook)
    converter.register_unstructure_hook_factory(_is_record, _plain_hook)
    converter.register_unstructure_hook(enum.StrEnum, lambda member: member.value)
    converter.register_unstructure_hook(Decimal, lambda number: f"{number:f}")
    converter.register_unstructure_hook(Amount, lambda amount: amount.text)
    converter.register_unstructure_hook_factory(
        _is_tuple,
        lambda _: lambda members: [unstructure(m) for m in members],
    )
    return converter


def number(value: Any) -> Any:
    """A parsed number with a point as an exact decimal; anything else as it is."""
    return Decimal(value.text) if isinstance(value, _Number) else value


def field_order(section: str) -> dict[str, int]:
    """Name of each field of a section's records to its place in the canonical layout."""
    return {field.name: place for place, field in enumerate(attrs.fields(record_class(section)))}


def unstructure(record: Any) -> Any:
    """Turn a record into what JSON holds: text, whole numbers, lists and objects."""
    return _converter().unstructure(record)


def parse(text: str | bytes, origin: str) -> Any:
    """
    Parse JSON strictly: no repeated keys, no NaN, capped in size and depth.

    Args:
        text: The JSON text, UTF-8 where bytes.
        origin: Name of the file, for the problems.

    Raises:
        DataError: The text is no JSON, too large or too deep.
    """
    if len(text) > MAX_BYTES:
        raise DataError(
            [Problem(origin, "$", f"must be at most {MAX_BYTES} bytes; split the file")]
        )
    try:
        raw = json.loads(
            text, object_pairs_hook=_pairs, parse_float=_Number, parse_constant=_Number
        )
    except RecursionError:
        raise _too_deep(origin) from None
    except ValueError as error:
        raise DataError([Problem(origin, "$", f"must be JSON: {error}")]) from None
    level: list[Any] = [raw]
    for _ in range(MAX_DEPTH):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return raw
    raise _too_deep(origin)


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _too_deep(origin: str) -> DataError:
    return DataError([Problem(origin, "$", f"must nest at most {MAX_DEPTH} levels deep")])


def records(raw: Any, origin: str) -> Records:
    """
    Type and check every record of one file's content.

    Args:
        raw: An object of sections, each a list of records, as `parse` gives it.
        origin: Name of the file, for the problems.

    Raises:
        DataError: With every problem: file, path, rule, value and next step.
    """
    if not isinstance(raw, Mapping):
        raise DataError([Problem(origin, "$", "must be an object of sections", _shown(raw))])
    problems = [Problem(origin, key, "is given twice; keep one") for key in repeated_keys(raw)]
    converter = _converter()
    sections = {}
    for section, listed in raw.items():
        if section not in SECTIONS:
            rule = f"is no section; the sections are {', '.join(SECTIONS)}"
            problems.append(Problem(origin, str(section), rule))
            continue
        try:
            kind: Any = tuple[record_class(section), ...]  # type: ignore[misc]  # a run-time type
            sections[section] = converter.structure(listed, kind)
        except _WrongError as wrong:
            problems += [Problem(origin, *found) for found in wrong.under(section)]
    if problems:
        raise DataError(problems)
    return Records(origin, sections)


def canonical(content: Any) -> str:
    """
    Lay out JSON as the data files keep it, so that a change of one fact changes one line.

    Objects and lists that fit into a line stay on it; final newline, text unescaped.
    """
    return f"{_laid_out(content, 0)}\n"


_WIDTH = 100
_on_a_line = json.JSONEncoder(ensure_ascii=False).encode


def _laid_out(value: Any, indent: int) -> str:
    line = _on_a_line(value)
    # Files and records are always opened up: sections, their lists, and each record.
    if not isinstance(value, (dict, list)) or (indent > 4 and len(line) + indent <= _WIDTH):
        return line
    if not value:
        return line
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        members = [
            f"{inner}{_on_a_line(key)}: {_laid_out(member, indent + 2)}"
            for key, member in value.items()
        ]
        opening, closing = "{}"
    else:
        members = [f"{inner}{_laid_out(member, indent + 2)}" for member in value]
        opening, closing = "[]"
    body = ",\n".join(members)
    return f"{opening}\n{body}\n{' ' * indent}{closing}"
