# SPDX-License-Identifier: MIT
"""How labels write numbers and units, and what each means."""

from __future__ import annotations

import functools
import re
from decimal import Context
from typing import NamedTuple

from ..amounts import Amount, Unit
from ..errors import SupplementDBError
from ..regimen import Doubt
from ..spelling import small
from .words import any_of

__all__ = ["CONTEXT", "ENGLISH", "NUMBER", "UNIT", "UNITS", "Readings", "Writing", "readings"]


def __dir__() -> list[str]:
    return __all__


# Our own context, so that an application's decimal settings cannot change an answer.
CONTEXT = Context(prec=12)


class Writing(NamedTuple):
    """
    How the language of a text writes numbers.

    Attributes:
        points_part: Whether points part thousands: "1.500" is fifteen hundred.
        commas_divide: Whether commas begin fractions: "1,500" may be one and a half.
    """

    points_part: bool = False
    commas_divide: bool = False


ENGLISH = Writing()

NUMBER = (
    r"[1-9][0-9]{0,2}(?:[,.' ][0-9]{3})+(?![0-9])(?:[.,][0-9]{1,6})?"
    r"|[0-9]{1,40}(?:[.,][0-9]{1,12})?|\.[0-9]{1,12}"
)
# How labels spell units, and what each means.
_UNITS = {
    "mg": "rng m9 milligrams milligrammes milligramme milligramm milligram miligramos miligramo "
    "milligrammi milligrammo miligramas miligrama miligramów miligramy miligramow "
    "miligram mikligram "
    "milligrammaa milligramov миллиграммов миллиграмма миллиграмм mgs mg мг 毫克 ミリグラム "
    "밀리그램 밀리그람 ملغ مجم مغ",
    "ug": "meg mcq mc9 mog micrograms microgrammes microgramme mikrogramm mikrogramme microgramos "
    "microgramo "
    "microgrammi microgrammo microgramas micrograma microgram mikrogramów mikrogramy mikrogram "
    "mikrogrammaa mikrogramů mikrogramow mikrog "
    "микрограммов микрограмма микрограмм mcgs mcg ug \u00b5g \u03bcg мкг "
    "微克 マイクログラム 마이크로그램 마이크로그람 ميكروغرام",
    "g": "grams grammes gramme gramm gramos gramo grammi grammo gramas gramów gramy gram "
    "grammaa граммов грамма грамм gm gr g г 克 グラム 그램",
    "mmol": "millimoles millimole mmol ммоль",
    "umol": "umol \u00b5mol \u03bcmol",
    "mEq": "milliequivalents milliequivalent meq mval",
    "IU": "i.u. i.u iu ui ie i.e. j.m. jm ме",
}
_SPELLED = {spelled: Unit(unit) for unit, all_ in _UNITS.items() for spelled in all_.split()}
UNIT = any_of(_SPELLED)
UNITS = frozenset(_SPELLED)
_THOUSANDS = re.compile(
    r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+(?:\.[0-9]+)?|(?:[' ][0-9]{3})+(?:[.,][0-9]+)?)"
)
_PARTING = re.compile(r"[,' ](?=[0-9]{3}(?:[,'. ]|$))")
_COMMAED = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_DOTS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")


_ENORMOUS = Amount(100, "g")


class Readings(NamedTuple):
    """
    What a number with a unit means.

    Attributes:
        low: What it means; `None`: nothing, ``doubts`` says why.
        other: What else it may mean, which is more; `None`: nothing else.
        doubts: Why a careful reader would hesitate.
    """

    low: Amount | None
    other: Amount | None
    doubts: tuple[Doubt, ...] = ()


@functools.lru_cache(maxsize=4096)
def readings(number: str, unit: str, writing: Writing = ENGLISH) -> Readings:
    """What a number with a unit means in a language; labels print few numbers, so it is kept."""
    plain, other = _plain(number, writing)
    low = _amount(plain, unit)
    # "1.500 mg" is one and a half here and fifteen hundred there; the text does not say.
    doubts = (Doubt.NUMBER_AMBIGUOUS,) if other is not None else ()
    if low is None:
        return Readings(None, None, (*doubts, Doubt.AMOUNT_IMPOSSIBLE))
    high = _amount(other, unit) if other is not None else None
    if high is not None and high.kind == "mass" and high >= _ENORMOUS:
        return Readings(low, None, doubts)  # 2.263 g is never two kilograms
    if other is None and low.unit == "g" and _COMMAED.fullmatch(number):
        return Readings(_amount(number.replace(",", "."), unit), None)
    return Readings(low, high, doubts)


def _plain(number: str, writing: Writing) -> tuple[str, str | None]:
    """The digits of a number, and those of its other reading."""
    if _DOTS.fullmatch(number):
        parted = number.replace(".", "")
        return (parted, None) if writing.points_part else (number, parted)
    if writing.commas_divide and _COMMAED.fullmatch(number):
        return number.replace(",", "."), number.replace(",", "")
    if _THOUSANDS.fullmatch(number):
        return _PARTING.sub("", number).replace(",", "."), None
    if _DOTTED.fullmatch(number):
        return number.replace(".", "").replace(",", "."), None
    return number.replace(",", "."), None


def _amount(plain: str, unit: str) -> Amount | None:
    try:
        return Amount(plain, _SPELLED[small(unit)])
    except SupplementDBError:
        return None
