# SPDX-License-Identifier: MIT
"""Numbers with units, and percentages, in the text of a label."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from ..amounts import Amount
from ..regimen import Doubt
from ..spelling import small, tokens
from .numbers import ENGLISH, NUMBER, UNIT, Writing, readings
from .words import EACH, PIECES, any_of

__all__ = [
    "OR_WORDS",
    "Quantity",
    "bare_numbers",
    "counts",
    "ends_of",
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


# "Or" in the languages of labels; "of" is Dutch, and English.
OR_WORDS = (
    "or|oder|ou|o|eller|lub|albo|czy|tai|vai|vagy|nebo|alebo|sau|veya|"
    "\u0438\u043b\u0438|\u0430\u0431\u043e"
)
# "1 to 2 mg", in the languages of labels.
_TO = (
    r"\s?(?:-|\u2013|\u2014|~)\s?|\s(?:to|bis|until|\u00e0|a|ao|tot|till|til|do|a\u017e|"
    rf"\u0434\u043e|ila|ile|{OR_WORDS})\s"
)
_QUANTITY = re.compile(
    rf"(?<![\w.])(?<![0-9OolI],)(?<![0-9]')(?P<minus>-(?=[0-9.]))?(?P<low>{NUMBER})"
    rf"(?:\s?(?P<first>{UNIT})?(?:{_TO})(?P<high>{NUMBER}))?"
    rf"[\s-]?(?P<unit>{UNIT})\.?(?![^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
    rf"(?:\s?/\s?(?:(?P<of>kg|g|ml|l)|(?P<volume>{NUMBER})\s?(?:ml|l))\b)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"[0-9]|[-.](?=[0-9.])")
_BEGINNING = re.compile(r"[0-9](?<![\w.].)|[-.](?=[0-9.])")  # of an amount: few places are tried
# Ratios, parts of a spoon or a tablet, CAS numbers.
_CODED = re.compile(
    r"\b[0-9]{1,2}-[^\W\d_]{2}|\b[0-9]{1,3}\s?:\s?[0-9]{1,3}\b|\b[1-3]/[2-4]\b|\b[0-9]{2,7}-[0-9]{2}-[0-9]\b"
)
_COUNTED = re.compile(
    r"[\s-]?(?:x\s)?(?:(?:veg\w{0,7}|mini|soft|chewable|coated)\s)?([^\W\d_]{1,20})"
)
_BARE = re.compile(rf"(?<![\w.-])(?<![0-9],)(?:{NUMBER})(?![\w%]|[.,][0-9]|\sppm\b)")
# Whose percentages labels print; "IRON" behind one is a mineral.
_REFERENCES = (
    "DV|NRVS?|NRW|RDAS?|RDI|RIS?|VNR|VRN|VNS|RWS|ZWS|ARS?|AR|GDA|IDR|VDR?|ADH|ADI|BRD|AJR|RHP|RHM|DDR|"
    "ODD|DDD|REF|RM|DRI|UL|AI|EAR|QR|CDR|VRD|VRQ|DGE|EU|US|NR|TB|RBG|DRV|PRV|RTL|DRI"
)
# With the name of the reference behind it: "100 % NRV", "67 % af RI*", "53 BRD".
_PERCENT = re.compile(
    r"(?P<below><\s?|less\sthan\s|under\s)?(?<![0-9.,%])"
    r"(?P<from>[0-9]{1,3}(?:[.,][0-9]{1,3})?\s?%?\s?(?:-|\u2013|\u2014|to|bis)\s?)?(?P<number>[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]{1,6}(?:[.,][0-9]{1,3})?)\s?%"
    r"(?:\s?(?:of|av|af|van|der|des|del|do|du|de\s(?:la|los|l')|z|\u043e\u0442|dari)\b)?"
    rf"(?:\s?(?:{_REFERENCES}|[\u0391-\u03a9\u0410-\u042f\u0406]{{2,5}})\b\**)?"
    r"|%:?\s?(?:[A-Z]{2,5}:?\s)?(?P<behind>[0-9]{1,4}(?:[.,][0-9]{1,3})?)(?:\s?[A-Z]{2,5}\b\**)?"
)
# "Standardised to 70 %" is a content.
_CONTENT = re.compile(
    r"\b(?:std|standardi[sz]ed|standardisiert|titr\w{2,8}|e?standari[sz]\w{2,8})\b[^%]{0,12}$",
    re.IGNORECASE,
)
_OF_SYMBOL = re.compile(r"%\s?(?:Fe|Mg|Zn|Ca|Cu|Se|Cr|Mn|K|I|elemental)\s?[)\]]")  # "(20 % Fe)"
_PARTED_PERCENT = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_NEAR_PERCENT = re.compile(r"[0-9<%LlUu](?:(?<=[0-9<%])|(?<=\b[LlUu]))")


def quantities(text: str, writing: Writing = ENGLISH) -> list[Quantity]:
    """
    Find every amount with a unit, from left to right, in a text that is `tidy`.

    Args:
        text: The text.
        writing: How its language writes numbers.
    """
    found: list[Quantity] = []
    last = 0
    for near in _BEGINNING.finditer(text):
        match = _QUANTITY.match(text, near.start()) if near.start() >= last else None
        if match is None:
            continue
        last = match.end()
        start, number = match.start(), match["low"]
        before = text[max(start - 9, 0) : start].rstrip()[-1:]
        if " " in number and (text[start - 1 : start] in (")", "-") or match["minus"]):
            # "Mg(OH)2 400 mg" and "item-7 400 mg" are no 2,400 and no 7,400.
            at = number.index(" ") + 1
            start, number = match.start("low") + at, number[at:]
        if found and match["unit"].casefold() == "gr" and _is_in_grains(text, found[-1], match):
            continue
        doubts = _doubts(text, match, before)
        if " " in number:
            doubts.append(Doubt.NUMBER_AMBIGUOUS)
        # "500 mcg to 1 mg": each end is of its own unit; without one, of that of the other end.
        low, high, open_ = readings(number, match["first"] or match["unit"], writing)
        doubts += open_
        if match["high"]:
            high, _, open_ = readings(match["high"], match["unit"], writing)
            doubts += open_
        if Doubt.AMOUNT_IMPOSSIBLE in doubts:
            low = high = None
        if _is_of_parts(text, match, before):
            low = high = None
            doubts.append(Doubt.AMOUNT_UNCLEAR)
        if low is not None and high is not None:
            if _are_two(text, match, low, high):
                found.append(Quantity(start, match.end("first"), low, None, tuple(doubts)))
                start, low, high = match.start("high"), high, None
            elif low.kind != high.kind:
                low = high = None
                doubts.append(Doubt.AMOUNT_UNCLEAR)
            elif high < low:
                low, high = high, low
                doubts.append(Doubt.AMOUNT_UNCLEAR)
        found.append(Quantity(start, match.end(), low, high, tuple(dict.fromkeys(doubts))))
    return found


def _doubts(text: str, match: re.Match[str], before: str) -> list[Doubt]:
    """The doubts that how an amount is written, and the sign before it, raise."""
    doubts = []
    if match["minus"] and (match.start() == 0 or text[match.start() - 1].isspace()):
        doubts.append(Doubt.AMOUNT_IMPOSSIBLE)
    if before in _BOUNDS:
        doubts.append(Doubt.AMOUNT_UNCLEAR)  # "< 1 mg"
    if match["of"] or match["volume"] in ("1", "100"):
        # Of a millilitre, of a gram or of a person: how much that makes is not said.
        doubts.append(Doubt.AMOUNT_UNCLEAR)
    if small(match["unit"]) in _MISREAD:
        doubts.append(Doubt.UNIT_DOUBTFUL)
    if match["high"]:
        if _OR.search(match[0]):
            doubts.append(Doubt.ALTERNATIVES)
        # "chelated-copper-2-5-mg" may be two and a half.
        beside = (match.start() - 1, match.end("low"), match.end("high"))
        if match.start() and all(text[at] == "-" for at in beside):
            doubts.append(Doubt.NUMBER_AMBIGUOUS)
    return doubts


def _is_of_parts(text: str, match: re.Match[str], before: str) -> bool:
    """Whether an amount is of each kilogram or gram of something, or part of a ratio."""
    if (match["of"] or "").casefold() in ("kg", "g"):
        return True
    start = match.start()
    return before == "/" and _HALVED.search(text, max(start - 24, 0), start) is not None


def _are_two(text: str, match: re.Match[str], low: Amount, high: Amount) -> bool:
    """Whether a dash parts two amounts: "2,250 mg - 360 mg elemental", "315 mg-250 IU"."""
    if not (match["first"] and match["high"]):
        return False
    dash = _DASH.search(text, match.end("first"), match.start("high"))
    return dash is not None and (low.kind != high.kind or (high < low and len(dash[0]) > 1))


def _is_in_grains(text: str, before: Quantity, match: re.Match[str]) -> bool:
    """Whether an amount says the one before it in grains: "325 mg (5 gr)"."""
    low = before.low
    if low is None or low.unit != "mg" or text[before.end : match.start()].strip() != "(":
        return False
    return abs(Decimal(match["low"].replace(",", ".")) * _GRAIN - low.value) * 10 <= low.value


_BOUNDS = ("<", ">", "\u2264", "\u2265")
_MISREAD = {"rng", "m9", "meg", "mcq", "mc9", "mog"}
_GRAIN = Decimal(65)  # as pharmacies round it: 325 mg are five
_DASH = re.compile(r"\s?[-\u2013\u2014]\s?")
_HALVED = re.compile(r"(?<![\w.,])[0-9][0-9.,]{0,8}\s?/\s?$")
_OR = re.compile(rf"\s(?:{OR_WORDS})\s", re.IGNORECASE)


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
        and counts(text, quantity.end)
    )


_EVERY_PIECE = re.compile(
    r"\b(?:each|per|every|one|1|je|pro|ein|par|chaque|por|cada|ogni|per|na|za|pr)\s$", re.IGNORECASE
)
_POWDER = re.compile(
    r"powder|epsom|\bjar\b|\bpouch\b|\bbag\b|substitute|flavou?r|sabor|geschmack|pulver|poudre|polv|p\u00f3\b|proszek|poeder|pulb|\u043f\u043e\u0440\u043e\u0448|"
    r"crystal|krist|cristal|flakes|p\.\s?a\b",
    re.IGNORECASE,
)


_RUN = re.compile(
    rf"(?<![\w.,'])(?:(?:{NUMBER})\s?(?:{UNIT})?(?:\s?[/:+&]\s?|,\s|,?\s(?:and|und|et|y|e|en|i|och|og)\s))"
    rf"{{1,7}}(?:{NUMBER})\s?(?:{UNIT})\b",
    re.IGNORECASE,
)
_IN_RUN = re.compile(rf"(?P<number>{NUMBER})\s?(?P<unit>{UNIT})?", re.IGNORECASE)
_EACH = re.compile(rf"\s?(?:{any_of(EACH - {'cada'})}|cada\s(?:uno|um))\b", re.IGNORECASE)


_EACH_BEFORE = re.compile(r"\b(?:je|each|jeweils|cada|po)\s$", re.IGNORECASE)


def run_of_amounts(text: str, writing: Writing = ENGLISH) -> list[Quantity]:
    """Amounts that stand in a row for as many names: "1000/400/25 mg", "400, 200 and 5 mg"."""
    match = _RUN.search(text)
    if not match:
        return []
    parts = list(_IN_RUN.finditer(text, *match.span()))
    unit = parts[-1]["unit"]
    found = []
    for part in reversed(parts):
        unit = part["unit"] or unit
        low, other, doubts = readings(part["number"], unit, writing)
        found.append(Quantity(*part.span(), low, other, doubts))
    return found[::-1]


def ends_of(text: str, quantity: Quantity, writing: Writing = ENGLISH) -> list[Quantity]:
    """The two amounts of what is written as a range: "100-250 mg", "65 mg-125 mg"."""
    match = _QUANTITY.match(text, quantity.start)
    if match is None or not match["high"]:
        return []
    found = []
    for end in ("low", "high"):
        unit = match["first"] if end == "low" and match["first"] else match["unit"]
        low, other, doubts = readings(match[end], unit, writing)
        found.append(Quantity(*match.span(end), low, other, doubts))
    return found


def is_for_each(text: str, quantity: Quantity) -> bool:
    """Whether an amount is said to be that of each of several: "500 mg each"."""
    return (
        _EACH.match(text, quantity.end) is not None
        or _EACH_BEFORE.search(text, max(quantity.start - 9, 0), quantity.start) is not None
    )


def bare_numbers(text: str) -> list[tuple[int, int]]:
    """Where numbers stand without a unit, and count nothing: "60 tablets" is no dose."""
    if not _NUMERIC.search(text):
        return []
    found = [match.span() for match in _BARE.finditer(text) if not counts(text, match.end())]
    if not found:
        return found
    coded = [match.span() for match in _CODED.finditer(text)]
    return [(start, end) for start, end in found if not any(b <= start < e for b, e in coded)]


def counts(text: str, place: int) -> bool:
    """Whether a number that ends at a place counts pieces: "2 fl oz", "60 tablets"."""
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
            m["below"]
            or m["from"]
            or _CONTENT.search(text, max(m.start() - 30, 0), m.start())
            or _OF_SYMBOL.match(text, text.find("%", m.start()))
        )
        said = m["number"] or m["behind"]
        # Of a daily value nobody prints a thousandth: "8,333 %".
        plain = said.replace(",", "" if _PARTED_PERCENT.fullmatch(said) else ".")
        number = None if is_open else Decimal(plain)
        found.append((m.start(), last, number))
    return found
