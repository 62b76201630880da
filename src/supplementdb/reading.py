# SPDX-License-Identifier: MIT
"""Text to records: names, label lines, pasted lists, and the rows of label databases."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from numbers import Integral, Rational, Real

from .catalog import Catalog
from .errors import InputError
from .loading import or_bundled
from .names.label import read_line
from .names.resolve import Resolution, resolve_in
from .names.stack import split_stack
from .regimen import Line

__all__ = ["read_label", "read_row", "read_stack", "resolve"]


def __dir__() -> list[str]:
    return __all__


# How label databases begin what says as which form an ingredient is there.
_AS = re.compile(r"\(\s*(?:forms?:\s*)?(?:as|from)\b", re.IGNORECASE)
_BESIDE_SYMBOL = re.compile(r"(?P<name>.+),\s*(?P<symbol>[A-Z][a-z]?)")
_SCIENTIFIC = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,12})?[eE][+-]?[0-9]{1,2}")
_BOUND = re.compile(r"\s*([<>]=?|[\u2264\u2265])")
# In words that raise a doubt, as "more than" would not.
_BOUNDS = {"<": "less than", "<=": "at most", "\u2264": "at most"}
_LEAST = "at least"


def read_label(text: str, lang: str | None = None, catalog: Catalog | None = None) -> Line:
    """
    Read one label line into minerals, forms, amounts and what a reader would doubt.

    Every language is read, mixed as labels mix them. Never raises for what a text says.

    Args:
        text: The line.
        lang: ISO 639-1 code of the language; it settles how numbers are written ("1.500").
            `None`: the words of the line settle it.
        catalog: Whose names to know; `None`: the bundled ones.

    Raises:
        InputError: ``text`` is no text, or ``lang`` no code.

    >>> item = read_label("Magnesium (as Magnesium Bisglycinate) 200 mg 48%").items[0]
    >>> item.forms, item.amount, item.basis.value
    (('magnesium-bisglycinate',), Amount('200', 'mg'), 'elemental')
    >>> str(read_label("Zinkbisglycinat 50 mg, davon Zink 10 mg").items[0].compound_amount)
    '50 mg'
    """
    if lang is not None and (not isinstance(lang, str) or len(lang) != 2):
        raise InputError("lang", "must be an ISO 639-1 code such as 'de', or None")
    return read_line(or_bundled(catalog), text, lang=lang.casefold() if lang else None)


def read_stack(
    text: str, lang: str | None = None, catalog: Catalog | None = None
) -> tuple[Line, ...]:
    """
    Read a pasted list: parted into its lines, and each of them read.

    Args:
        text: The list, in lines, with commas, bullets, numbers, as a table ...
        lang: As for `read_label`.
        catalog: As for `read_label`.

    Raises:
        InputError: ``text`` is no text, or longer than 100,000 characters.

    >>> [str(line.items[0]) for line in read_stack("Calcium 1,000 mg, zinc (oxide, citrate) 9 mg")]
    ['calcium 1,000 mg', 'zinc 9 mg (zinc-oxide, zinc-citrate)']
    """
    return tuple(read_label(line, lang, catalog) for line in split_stack(text))


def read_row(
    name: str,
    notes: str | None = None,
    quantity: Decimal | Real | float | str | None = None,
    unit: str | None = None,
    percent_dv: Decimal | Real | float | str | None = None,
    *,
    lang: str | None = None,
    catalog: Catalog | None = None,
) -> Line:
    """
    Read a row of a label database as `read_label` reads the line that it came from.

    NaN, with which tables say that they hold nothing, is `None`.

    Args:
        name: Name of the ingredient, such as "Magnesium" or "Magnesium, Mg".
        notes: Its forms, such as "as Magnesium Oxide" or "(Form: as Magnesium Oxide)"; `None`:
            none. What notes name beside a name that is no mineral's ("Mineral Blend") is read
            without the amount.
        quantity: The number; text is read as a label's, "<5" with a doubt; `None`: none given.
        unit: Its unit as printed; `None`: none given.
        percent_dv: The percentage of the daily value; `None`: none given.
        lang: As for `read_label`.
        catalog: As for `read_label`.

    Raises:
        InputError: ``name`` or ``notes`` is no text, or a number is none.

    >>> read_row("Magnesium", notes="as Magnesium Oxide", quantity=100, unit="mg").items[0].forms
    ('magnesium-oxide',)
    """
    notes, unit = (None if _is_nan(text) else text for text in (notes, unit))
    for field, text in (("name", name), ("notes", notes), ("unit", unit)):
        if not isinstance(text, str) and (text is not None or field == "name"):
            raise InputError(field, "must be text")
    name = _without_symbol(name, catalog)
    inside = (notes or "").strip()
    if inside and not (inside.startswith("(") and inside.endswith(")")):
        inside = f"({inside})"
    amount = _amount(quantity, unit or "")
    percent = _number("percent_dv", percent_dv, 3)
    share = f"{percent}%" if percent else ""
    row = _joined(name, amount, share)
    if not inside or not _explains(inside, row, lang, catalog):
        return read_label(_joined(row, inside), lang, catalog)
    return read_label(_joined(name, inside, amount, share), lang, catalog)


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)


def _without_symbol(name: str, catalog: Catalog | None) -> str:
    """A name without the symbol behind it: in "Phosphorus, P 25 mg" P would be another item."""
    match = _BESIDE_SYMBOL.fullmatch(name.strip())
    if not match:
        return name
    mineral = resolve(match["name"], "mineral", catalog=catalog).record
    return match["name"] if mineral and mineral.symbol == match["symbol"] else name


def _joined(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part.strip())


def _explains(notes: str, row: str, lang: str | None, catalog: Catalog | None) -> bool:
    """
    Whether a row weighs what its notes name: "Zinc (as Zinc Citrate)".

    The weight of a blend or a plant is none of the minerals in it: "Ashwagandha (with zinc)".
    """
    if read_label(row, lang, catalog).items:
        return True
    items = read_label(notes, lang, catalog).items
    return _AS.match(notes) is not None and [len(item.forms) for item in items] == [1]


def _amount(quantity: Decimal | Real | float | str | None, unit: str) -> str:
    """A quantity with its unit as a label prints it; a bound in words."""
    bound = ""
    if isinstance(quantity, str) and (match := _BOUND.match(quantity)):
        bound = _BOUNDS.get(match[1], _LEAST)
        quantity = quantity[match.end() :]
    number = _number("quantity", quantity, 12)
    return _joined(bound, number, unit) if number else ""


def _number(field: str, value: Decimal | Real | float | str | None, places: int) -> str:
    """A number as a label prints it, rounded to what is read of one; text as it stands."""
    if isinstance(value, str):
        value = value.strip()
        if not _SCIENTIFIC.fullmatch(value):
            return value
        value = Decimal(value)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (Real, Decimal)):
        raise InputError(field, "must be a number or text")
    number = _decimal(value)
    if number.is_nan():
        return ""
    if not number.is_finite() or number < 0 or number.adjusted() >= 40:
        raise InputError(field, "must be a number, zero or more, and of at most 40 digits")
    whole, _, fraction = f"{number.copy_abs():.{places}f}".partition(".")
    fraction = fraction.rstrip("0")
    if len(fraction) == 3 and places > 3:
        fraction += "0"  # "1.125" may be eleven hundred where points part thousands
    return f"{whole}.{fraction}" if fraction else whole


def _decimal(value: Decimal | Real) -> Decimal:
    """Any number: those of numpy and fractions are none that `Decimal` takes."""
    if isinstance(value, Integral):
        return Decimal(int(value))
    return Decimal(str(float(value) if isinstance(value, Rational) else value))


def resolve(
    text: str, kind: str | None = None, lang: str | None = None, catalog: Catalog | None = None
) -> Resolution:
    """
    Find the record that a name means.

    Args:
        text: An id, name, synonym or brand.
        kind: ``"mineral"``, ``"form"``, ``"medication"`` ...; `None`: any kind.
        lang: Language of the name, for names that languages share; `None`: unknown.
        catalog: Where to look; `None`: the bundled catalog.

    >>> resolve("Mag glycinate").record.id
    'magnesium-bisglycinate'
    """
    kinds = () if kind is None else (kind,)
    return resolve_in(or_bundled(catalog), text, *kinds, lang=lang)
