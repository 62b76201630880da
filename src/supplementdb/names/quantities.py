# SPDX-License-Identifier: MIT
"""Numbers with units, and percentages, in the text of a label."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from ..amounts import Amount, Unit
from ..errors import SupplementDBError
from ..regimen import Doubt
from ..spelling import small, tokens
from .words import PIECES, any_of

__all__ = [
    "NUMBER",
    "UNIT",
    "UNITS",
    "Quantity",
    "bare_numbers",
    "is_for_each",
    "is_of_a_pack",
    "percentages",
    "quantities",
    "run_of_amounts",
]


def __dir__() -> list[str]:
    return __all__


class Quantity(NamedTuple):
    """
    An amount found in a text.

    Attributes:
        start: Where it begins.
        end: Where it ends, exclusive.
        low: The amount, or the lower end of a range; `None`: unreadable, ``doubts`` says why.
        high: Upper end of a range; `None`: no range.
        doubts: Why a careful reader would hesitate.
    """

    start: int
    end: int
    low: Amount | None
    high: Amount | None
    doubts: tuple[Doubt, ...]


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
    "mikrogrammaa mikrogramů mikrogramow "
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
# "1 to 2 mg", in the languages of labels.
_TO = (
    r"\s?(?:-|\u2013|\u2014|~)\s?|\s(?:to|bis|until|or|\u00e0|a|ao|tot|till|til|do|a\u017e|"
    r"\u0434\u043e|ila|ile)\s"
)
_QUANTITY = re.compile(
    rf"(?<![\w.,])(?<![0-9]')(?P<minus>-(?=[0-9.]))?(?P<low>{NUMBER})"
    rf"(?:\s?(?P<first>{UNIT})?(?:{_TO})(?P<high>{NUMBER}))?"
    rf"[\s-]?(?P<unit>{UNIT})\.?(?![^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
    rf"(?:\s?/\s?(?:(?P<of>kg|g|ml|l)|(?:{NUMBER})\s?(?:ml|l))\b)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"[-.0-9]")  # what an amount begins with: few places are tried
# Ratios, parts of a spoon or a tablet, CAS numbers.
_CODED = re.compile(
    r"\b[0-9]{1,2}-[^\W\d_]{2}|\b[0-9]{1,3}\s?:\s?[0-9]{1,3}\b|\b[1-3]/[2-4]\b|\b[0-9]{2,7}-[0-9]{2}-[0-9]\b"
)
_COUNTED = re.compile(
    r"[\s-]?(?:x\s)?(?:(?:veg\w{0,7}|mini|soft|chewable|coated)\s)?([^\W\d_]{1,20})"
)
_BARE = re.compile(rf"(?<![\w.,-])(?:{NUMBER})(?![\w%]|[.,][0-9])")
# With the name of the reference behind it: "100 % NRV", "67 % af RI*", "53 BRD".
_PERCENT = re.compile(
    r"(?P<below><\s?|less\sthan\s|under\s)?(?<![0-9.,%])"
    r"(?P<from>[0-9]{1,3}(?:[.,][0-9]{1,3})?\s?%?\s?(?:-|\u2013|\u2014|to|bis)\s?)?(?P<number>[0-9]{1,6}(?:[.,][0-9]{1,3})?)\s?%"
    r"(?:\s?(?:of|av|af|van|der|des|del|do|du|de\s(?:la|los|l')|z|\u043e\u0442|dari)\b)?"
    r"(?:\s?[A-Z\u0391-\u03a9\u0410-\u042f\u0406]{2,5}\b\**)?"
    r"|%:?\s?(?:[A-Z]{2,5}:?\s)?(?P<behind>[0-9]{1,4}(?:[.,][0-9]{1,3})?)(?:\s?[A-Z]{2,5}\b\**)?"
)
# "Standardised to 70 %" is a content.
_CONTENT = re.compile(
    r"\b(?:std|standardi[sz]ed|standardisiert|titr\w{2,8}|e?standari[sz]\w{2,8})\b[^%]{0,12}$",
    re.IGNORECASE,
)
_NEAR_PERCENT = re.compile(r"[0-9<%LlUu](?:(?<=[0-9<%])|(?<=\b[LlUu]))")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[,' ][0-9]{3})+(?:\.[0-9]+)?")
_DOTS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")


def quantities(text: str, *, points_part: bool = False) -> list[Quantity]:
    """
    Find every amount with a unit, from left to right, in a text that is `tidy`.

    Args:
        text: The text.
        points_part: Whether its language parts thousands by points: "1.500" is fifteen hundred.
    """
    found: list[Quantity] = []
    last = 0
    for near in _NUMERIC.finditer(text):
        match = _QUANTITY.match(text, near.start()) if near.start() >= last else None
        if match is None:
            continue
        last = match.end()
        doubts: list[Doubt] = []
        start = match.start()
        number = match["low"]
        before = text[:start].rstrip()[-1:]
        if " " in number:
            # "Mg(OH)2 400 mg" and "item-7 400 mg" are no 2,400 and no 7,400.
            if before == ")" or text[start - 1 : start] in ("-", ")") or match["minus"]:
                start += number.index(" ") + 1
                number = number[number.index(" ") + 1 :]
            else:
                doubts.append(Doubt.NUMBER_AMBIGUOUS)
        # "500 mcg to 1 mg": each end is of its own unit; without one, of that of the other end.
        first = match["first"] or match["unit"]
        low = _amount(number, first, doubts, points_part=points_part)
        high = _amount(match["high"], match["unit"], doubts, points_part=points_part)
        if Doubt.NUMBER_AMBIGUOUS in doubts and not match["high"] and _DOTS.fullmatch(number):
            # "1.500 mg" is one and a half or fifteen hundred: both are kept.
            other = _amount(number, first, [], points_part=True)
            is_enormous = other is not None and other.kind == "mass" and other >= _ENORMOUS
            high = None if is_enormous else other
        if match["of"]:
            # Of a millilitre, of a gram or of a person: how much that makes is not said.
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        if (before == "/" and _HALVED.search(text, max(start - 24, 0), start)) or (
            match["of"] or ""
        ).casefold() in ("kg", "g"):
            low = high = None
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        if small(match["unit"]) in _MISREAD:
            doubts.append(Doubt.UNIT_DOUBTFUL)
        if high is not None and _OR.search(match[0]):
            doubts.append(Doubt.ALTERNATIVES)
        if match["minus"] and (match.start() == 0 or text[match.start() - 1].isspace()):
            low = high = None
            doubts.append(Doubt.AMOUNT_IMPOSSIBLE)
        if low is not None and high is not None and low.kind != high.kind:
            low = high = None
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        if match["first"] and low is not None and high is not None and high < low:
            dashed = _DASH.search(text, match.end("first"), match.start("high"))
            if dashed:
                # "2,250 mg - 360 mg elemental": two amounts, and no range.
                found.append(Quantity(start, match.end("first"), low, None, tuple(doubts)))
                start, low, high = match.start("high"), high, None
        if low is not None and high is not None and high < low:
            low, high = high, low
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        found.append(Quantity(start, match.end(), low, high, tuple(dict.fromkeys(doubts))))
    return found


_MISREAD = {"rng", "m9", "meg", "mcq", "mc9", "mog"}
_ENORMOUS = Amount(100, "g")  # 2.263 g is never two kilograms
_DASH = re.compile(r"\s[-\u2013\u2014]\s")
_HALVED = re.compile(rf"[0-9]\s?(?:{UNIT})?\s?/\s?$", re.IGNORECASE)
_OR = re.compile(r"\sor\s", re.IGNORECASE)


def is_of_a_pack(text: str, quantity: Quantity, *, alone: bool) -> bool:
    """
    Whether a weight is that of a pack of powder, or of the piece that others are in.

    Nobody takes 250 g of a mineral at once, and "each 8 g sachet contains" weighs the sachet.
    """
    low = quantity.low
    if low is None or quantity.high is not None or low.unit != "g":
        return False
    if low.value >= 20 and _POWDER.search(text):
        return True
    return (
        not alone
        and _EVERY_PIECE.search(text, max(quantity.start - 12, 0), quantity.start) is not None
        and _counts(text, quantity.end)
    )


_EVERY_PIECE = re.compile(
    r"\b(?:each|per|every|one|1|je|pro|ein|par|chaque|por|cada|ogni|per|na|za|pr)\s$", re.IGNORECASE
)
_POWDER = re.compile(
    r"powder|substitute|flavou?r|sabor|geschmack|pulver|poudre|polv|p\u00f3\b|proszek|poeder|pulb|\u043f\u043e\u0440\u043e\u0448|"
    r"crystal|krist|cristal|flakes|p\.\s?a\b",
    re.IGNORECASE,
)


def _amount(
    number: str | None, unit: str, doubts: list[Doubt], *, points_part: bool
) -> Amount | None:
    if number is None:
        return None
    if points_part and _DOTS.fullmatch(number):
        number = number.replace(".", "")
    elif _DOTS.fullmatch(number):
        # 1.500 is one and a half here and fifteen hundred there; the text alone does not say.
        doubts.append(Doubt.NUMBER_AMBIGUOUS)
    if _THOUSANDS.fullmatch(number):
        plain = re.sub(r"[,' ]", "", number)
    elif _DOTTED.fullmatch(number):
        plain = number.replace(".", "").replace(",", ".")
    else:
        plain = number.replace(",", ".")
    try:
        return Amount(plain, _SPELLED[small(unit)])
    except SupplementDBError:
        doubts.append(Doubt.AMOUNT_IMPOSSIBLE)
        return None


_RUN = re.compile(
    rf"(?<![\w.,'])(?:(?:{NUMBER})\s?(?:{UNIT})?(?:\s?[/:+&]\s?|,\s|,?\s(?:and|und|et|y|e|en|i|och|og)\s))"
    rf"{{1,7}}(?:{NUMBER})\s?(?:{UNIT})\b",
    re.IGNORECASE,
)
_IN_RUN = re.compile(rf"(?P<number>{NUMBER})\s?(?P<unit>{UNIT})?", re.IGNORECASE)
_EACH = re.compile(
    r"\s?(?:each|jeweils|chacun|cada\s(?:uno|um)|ciascuno|elk|vardera|hver)\b", re.IGNORECASE
)


_EACH_BEFORE = re.compile(r"\b(?:je|each|jeweils|cada|po)\s$", re.IGNORECASE)


def run_of_amounts(text: str) -> list[Quantity]:
    """Amounts that stand in a row for as many names: "1000/400/25 mg", "400, 200 and 5 mg"."""
    match = _RUN.search(text)
    if not match:
        return []
    parts = list(_IN_RUN.finditer(text, *match.span()))
    unit = parts[-1]["unit"]
    found = []
    for part in reversed(parts):
        unit = part["unit"] or unit
        doubts: list[Doubt] = []
        low = _amount(part["number"], unit, doubts, points_part=False)
        found.append(Quantity(part.start(), part.end(), low, None, tuple(doubts)))
    return found[::-1]


def is_for_each(text: str, quantity: Quantity) -> bool:
    """Whether an amount is said to be that of each of several: "500 mg each"."""
    return (
        _EACH.match(text, quantity.end) is not None
        or _EACH_BEFORE.search(text, max(quantity.start - 9, 0), quantity.start) is not None
    )


def bare_numbers(text: str) -> list[tuple[int, int]]:
    """Where numbers stand without a unit, and count nothing: "60 tablets" is no dose."""
    coded = [match.span() for match in _CODED.finditer(text)]
    return [
        match.span()
        for match in _BARE.finditer(text)
        if not _counts(text, match.end())
        and not any(start <= match.start() < end for start, end in coded)
    ]


def _counts(text: str, place: int) -> bool:
    behind = _COUNTED.match(text, place)
    return behind is not None and not PIECES.isdisjoint(tokens(behind[1]))


def percentages(text: str) -> list[tuple[int, int, Decimal | None]]:
    """Find every percentage: where, and the number; `None`: a bound, a range or a content."""
    if "%" not in text:
        return []
    found: list[tuple[int, int, Decimal | None]] = []
    last = 0
    for near in _NEAR_PERCENT.finditer(text):
        m = _PERCENT.match(text, near.start()) if near.start() >= last else None
        if m is None:
            continue
        last = m.end()
        is_open = (
            m["below"] or m["from"] or _CONTENT.search(text, max(m.start() - 30, 0), m.start())
        )
        number = None if is_open else Decimal((m["number"] or m["behind"]).replace(",", "."))
        found.append((m.start(), last, number))
    return found
