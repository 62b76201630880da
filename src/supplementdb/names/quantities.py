# SPDX-License-Identifier: MIT
"""Numbers with units, and percentages, in the text of a label."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from ..amounts import Amount, Unit
from ..errors import SupplementDBError
from ..regimen import Doubt
from ..spelling import small, tokens
from .words import PIECES, PLAIN, any_of

__all__ = [
    "NUMBER",
    "UNIT",
    "Quantity",
    "bare_numbers",
    "is_for_each",
    "is_of_a_pack",
    "is_scanned",
    "percentages",
    "quantities",
    "run_of_amounts",
    "tidy",
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
    "milligrammi milligrammo miligramas miligrama miligramów miligramy miligram mikligram "
    "milligrammaa milligramov миллиграммов миллиграмма миллиграмм mgs mg мг 毫克 ミリグラム "
    "밀리그램 밀리그람 ملغ مجم",
    "ug": "meg mcq mc9 micrograms microgrammes microgramme mikrogramm mikrogramme microgramos "
    "microgramo "
    "microgrammi microgrammo microgramas micrograma microgram mikrogramów mikrogramy mikrogram "
    "mikrogrammaa mikrogramů микрограммов микрограмма микрограмм mcgs mcg ug \u00b5g \u03bcg мкг "
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
# Ratios, parts of a spoon or a tablet, CAS numbers.
_CODED = re.compile(
    r"\b[0-9]{1,3}\s?:\s?[0-9]{1,3}\b|\b[1-3]/[2-4]\b|\b[0-9]{2,7}-[0-9]{2}-[0-9]\b"
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
    r"|%\s?(?P<behind>[0-9]{1,4})(?:\s?[A-Z]{2,5}\b\**)?"
)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:[,' ][0-9]{3})+(?:\.[0-9]+)?")
_DOTS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")


def tidy(text: str) -> str:
    """
    Fold what only looks different: widths, minus signs, leader dots, "2x200", "iron(II)", "Mg2+".

    Letters that a scanner reads for digits beside a unit are digits: "1OO mg".
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_LOOKALIKES)
        text = _SIGNED.sub(" ", text)
    # Each of these is looked for only where a letter of it is there: most lines have none.
    if ".." in text:
        text = _LEADERS.sub(" ", text)
    if ">" in text or "\u2192" in text:
        text = _ARROWS.sub(" = ", text)
    if "__" in text:
        text = _BLANKS.sub(" ", text)
    if '"' in text or "'" in text or "unit" in text:
        text = _QUOTED.sub(lambda match: f"{match[1]} {match[2] or match[3]} ", text)
        text = _KEYED.sub(r" \1 \3 \2 ", text)
    if "(" in text:
        if _MAY_BE_STRENGTH.search(text):
            text = _STRENGTH.sub(_both_strengths, text)
        text = _CHARGES.sub(lambda match: f" {match[1]} ", text)
    if "+" in text or "Cl-" in text:
        text = _IONS.sub(lambda match: match[1] or "Cl", text)
    if _MAY_BE_GLUED.search(text):
        text = _GLUED.sub(" ", text)
    if _MAY_BE_LED.search(text):
        text = _LED.sub(_behind, text)
    if "(mg)" in text or "(mcg)" in text:
        text = _of_all(text)
    if ";" in text or "|" in text or "\t" in text:
        text = _PARTED.sub(r"\1 \2", text)
    if _MAY_BE_SCANNED.search(text):
        text = _SCANNED.sub(lambda match: match[0].translate(_DIGITS), text)
    return _TIMES.sub(r"\1 x ", text) if "x" in text or "X" in text else text


def _both_strengths(match: re.Match[str]) -> str:
    whole, part, of, unit = match.groups()
    return f"{whole} {unit} ({part} {unit} {of or 'elemental'})"


def _behind(match: re.Match[str]) -> str:
    """Put a unit behind its number: "magnesium (mg): 200", "ferro mg 80"."""
    word, *units, number = match.groups()
    if units[2] and not PLAIN.isdisjoint(tokens(word)):
        return match[0]  # "took mg 200" may be the sign of the mineral
    return f"{word} {number} {next(unit for unit in units if unit)}"


def _of_all(text: str) -> str:
    """Put a unit that is said once behind each number: "Ca 500 / Mg 250 (mg)"."""
    before, unit, behind = _UNIT_OF_ALL.split(text, maxsplit=1)
    if _QUANTITY.search(before):
        return text
    return _BARE_IN_ROW.sub(rf"\g<0> {unit}", before) + behind


def is_scanned(text: str) -> bool:
    """Whether letters stand where digits are meant, as scanners read them."""
    return _MAY_BE_SCANNED.search(text) is not None and _SCANNED.search(text) is not None


_LOOKALIKES = {ord("\u2212"): "-", ord("\u2019"): "'", ord("\u00d7"): "x", ord("\u2044"): "/"}
_SIGNED = re.compile("(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?=[0-9])")  # "锌5mg"
_ARROWS = re.compile(r"\s?(?:[-=]>|\u2192)\s?")
_BLANKS = re.compile(r"_{2,}")
# "amount: 210, unit: 'mg'", "'11', 'mg'" and '"copper_mg": 1', as programs write them.
_QUOTED = re.compile(
    rf"({NUMBER})[\"']?\s?,\s?[\"']?(?:[\"']({UNIT})[\"']|units?[\"']?\s?[:=]\s?[\"']?({UNIT})\b[\"']?)",
    re.IGNORECASE,
)
_KEYED = re.compile(rf"[\"']([a-z]{{2,20}})_(mg|mcg|ug|g)[\"']\s?:\s?({NUMBER})", re.IGNORECASE)
# "325 (65 FE) MG": of the salt, and of the element in it.
_STRENGTH = re.compile(
    rf"(?<![\w.,])({NUMBER})\s?\(({NUMBER})\s?([a-z]{{1,9}})?\)\s?(mg|mcg|g)\b", re.IGNORECASE
)
# "Magnesium (mg): 200", "Iron, mg: 18", "ferro mg 80"
_LED = re.compile(
    rf"([^\W\d_]{{2,30}}\)?)(?:\s?\((m?c?g|[uμ]g)\)\s?[:=]?|,\s?(m?c?g|[uμ]g)\s?[:=]"
    rf"|\s(mg|mcg|[uμ]g))\s?({NUMBER})(?!\s?(?:{UNIT})\b|[\w%/]|[.,][0-9])"
)
_MAY_BE_LED = re.compile(r"[gG][):=]?[:=]?\s?[0-9]")
_UNIT_OF_ALL = re.compile(r"\s?\((mc?g)\)")
_BARE_IN_ROW = re.compile(rf"(?<![\w.,-])(?:{NUMBER})(?=\s?(?:[/,;|+&]|$))")
_CHARGES = re.compile(r"\((i{1,3}|iv|vi?)\)", re.IGNORECASE)  # "Eisen(II)-sulfat"
_IONS = re.compile(r"\b(Mg|Ca|Fe|Zn|Cu|Na|K|Cl|Mn|Sr|Cr|F)[0-9]?\+(?![\w+])|\bCl-(?=\W|$)")
# "CALCIUM1000MG": a name that runs into its amount, and no code such as "B12" or "CM-100M".
_GLUED = re.compile(
    rf"(?<=[^\W\d_]{{4}})(?=[0-9]{{1,5}}(?:[.,][0-9]+)?\s?(?:{UNIT})\b)", re.IGNORECASE
)
# "18;mg", "18 | mg", "2.3 m g"
_PARTED = re.compile(r"([0-9])\s?[;|\t]\s?((?:mg|mcg|ug|g|iu)\b)", re.IGNORECASE)
_SCANNED = re.compile(
    rf"(?<![^\W_])(?=[lIO]{{0,9}}[0-9])[0-9lIO]{{0,9}}[lIO][0-9lIO]{{0,9}}(?=\s?(?:%|(?:{UNIT})\b))"
    rf"|(?<![^\W_])[1lI]OO(?=\s?(?:%|(?:{UNIT})\b))"
    rf"|(?<=[0-9])[lIO]{{1,6}}(?=[0-9]{{0,6}}\s?(?:%|(?:{UNIT})\b))"
)
# That these begin with a set of characters lets the engine skip what is none of them.
_MAY_BE_GLUED = re.compile(r"[0-9](?<=[^\W\d_]{4}[0-9])")
_MAY_BE_SCANNED = re.compile(r"[0-9lIO](?:(?<=[0-9])[lIO]|(?<![0-9])[0-9O])")
_MAY_BE_STRENGTH = re.compile(r"[0-9]\s?\([0-9.]")
_DIGITS = {ord("l"): "1", ord("I"): "1", ord("O"): "0"}
_LEADERS = re.compile(r"\.{2,}")
_TIMES = re.compile(r"(?<=[0-9])(\s?(?:mg|mcg|ug|g|ml)|)\s?x\s?(?=[0-9])", re.IGNORECASE)


def quantities(text: str, *, points_part: bool = False) -> list[Quantity]:
    """
    Find every amount with a unit, from left to right, in a text that is `tidy`.

    Args:
        text: The text.
        points_part: Whether its language parts thousands by points: "1.500" is fifteen hundred.
    """
    found = []
    for match in _QUANTITY.finditer(text):
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
            high = other if other is not None and other < _ENORMOUS else None
        if match["of"]:
            # Of a millilitre, of a gram or of a person: how much that makes is not said.
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        if (before == "/" and _HALVED.search(text, max(start - 24, 0), start)) or (
            match["of"] or ""
        ).casefold() in ("kg", "g"):
            low = high = None
            doubts.append(Doubt.AMOUNT_UNCLEAR)
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
    """Find every percentage: where, and the number; `None` where a bound or a range is printed."""
    if "%" not in text:
        return []
    return [
        (
            m.start(),
            m.end(),
            None
            if m["below"] or m["from"]
            else Decimal((m["number"] or m["behind"]).replace(",", ".")),
        )
        for m in _PERCENT.finditer(text)
    ]
