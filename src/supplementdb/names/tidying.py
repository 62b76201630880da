# SPDX-License-Identifier: MIT
"""A text as it is read: what only looks different is folded, units stand behind their numbers."""

from __future__ import annotations

import html
import re
import unicodedata

from ..spelling import tokens
from .numbers import NUMBER, UNIT
from .orders import written_out
from .phrases import said_plainly
from .quantities import quantities
from .words import PLAIN

__all__ = ["is_scanned", "tidy"]


def __dir__() -> list[str]:
    return __all__


def tidy(text: str) -> str:
    """
    Fold what only looks different: widths, minus signs, leader dots, "2x200", "iron(II)", "Mg2+".

    Letters that a scanner reads for digits beside a unit are digits: "1OO mg".
    """
    if "&" in text and ";" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = _folded(text)
    if "heme" in text or "Heme" in text:
        text = _NON_HEME.sub("", text)
    # Each of these is looked for only where a letter of it is there: most lines have none.
    if "\u2022" in text or "\u00b7" in text or "\u25cf" in text:
        text = _BULLETS.sub("; ", text)
    if "/o" in text:
        text = _PER_CENT.sub("%", text)
    if ".." in text:
        text = _LEADERS.sub(" ", text)
    if ">" in text or "\u2192" in text:
        text = _ARROWS.sub(" = ", text)
    if "__" in text:
        text = _BLANKS.sub(" ", text)
    if '"' in text or "'" in text or "unit" in text:
        text = _QUOTED.sub(lambda match: f"{match[1]} {match[2] or match[3]} ", text)
        text = _KEYED.sub(r" \1 \3 \2 ", _OBJECT.sub(r"\1", text))
    if "(" in text:
        if _MAY_BE_STRENGTH.search(text):
            text = _STRENGTH.sub(_both_strengths, text)
        if _MAY_BE_CHARGED.search(text):
            text = _CHARGES.sub(lambda match: f" {match[1]} ", text)
    if "+" in text or "Cl-" in text:
        text = _IONS.sub(lambda match: match[1] or "Cl", text)
    has_number = _DIGIT.search(text) is not None
    if has_number:
        if _MAY_BE_GLUED.search(text):
            text = _GLUED.sub(" ", text)
        if _MAY_BE_LED.search(text):
            text = _LED.sub(_behind, text)
        text = written_out(text)
    text = said_plainly(text)
    if ". " in text:
        text = _SENTENCES.sub(_parted, text)
    if "%" in text and _MAY_BE_GLUED_PERCENT.search(text):
        text = _GLUED_PERCENT.sub(" ", text)
    if ":" in text and has_number:
        text = _RATIO.sub(r"(\1) ", text)
    if "(mg)" in text or "(mcg)" in text:
        text = _of_all(text)
    if ";" in text or "|" in text or "\t" in text:
        text = _PARTED.sub(r"\1 \2", text)
    if (has_number or "OO" in text) and _MAY_BE_SCANNED.search(text):
        text = _SCANNED.sub(lambda match: match[0].translate(_DIGITS), text)
    if has_number and _MAY_BE_TIMES.search(text):
        text = _TIMES.sub(r"\1 x ", text)
    return text


def _folded(text: str) -> str:
    """Fold signs that look or mean the same: widths, fractions, digits, marks of trade."""
    if _RAISED.search(text):
        text = _FOOTNOTES.sub("", _FRACTIONS.sub(_decimal, text))
    text = unicodedata.normalize("NFKC", _MARKS.sub("", text)).translate(_LOOKALIKES)
    text = _DAGGERS.sub("; ", text)
    text = _SIGNED.sub(" ", text)
    return _OTHER_DIGITS.sub(lambda match: str(unicodedata.digit(match[0])), text)


def _decimal(match: re.Match[str]) -> str:
    return f"{match[1]}.{_VULGAR[match[2]]}"


def _parted(match: re.Match[str]) -> str:
    """Part sentences, but not behind "approx." or "tabl."."""
    return match[0] if not PLAIN.isdisjoint(tokens(match[1])) else f"{match[1]}; "


def _both_strengths(match: re.Match[str]) -> str:
    whole, part, of, unit = match.groups()
    return f"{whole} {unit} ({part} {unit} {of or 'elemental'})"


def _behind(match: re.Match[str]) -> str:
    """Put a unit behind its number: "magnesium (mg): 200", "ferro mg 80"."""
    word, *units, number = match.groups()
    if units[2] and word not in ("a", "di", "da") and not PLAIN.isdisjoint(tokens(word)):
        return match[0]  # "took mg 200" may be the sign of the mineral
    return f"{word} {number} {next(unit for unit in units if unit)}"


def _of_all(text: str) -> str:
    """Put a unit that is said once behind each number: "Ca 500 / Mg 250 (mg)"."""
    before, unit, behind = _UNIT_OF_ALL.split(text, maxsplit=1)
    if quantities(before):
        return text
    return _BARE_IN_ROW.sub(rf"\g<0> {unit}", before) + behind


def is_scanned(text: str) -> bool:
    """Whether letters stand where digits are meant, as scanners read them."""
    return _MAY_BE_SCANNED.search(text) is not None and _SCANNED.search(text) is not None


_MARKS = re.compile("[\u2122\u00ae\u00a9\u2120]")  # of trade: "Magtein\u2122"
# Behind an amount or a percentage: "340 mg \u2021  Vitamin K2"
_DAGGERS = re.compile(r"(?:(?<=mg)|(?<=cg)|(?<=\sg)|(?<=%))\s{0,3}[\u2020\u2021]{1,3}(?=\s)")
_VULGAR = {"\u00bd": "5", "\u00bc": "25", "\u00be": "75"}
_RAISED = re.compile("[\u00b9\u00b2\u00b3\u2074-\u2079\u00bc-\u00be]")
_FRACTIONS = re.compile(r"(?<![0-9.,/])([0-9]{1,2})\s?([\u00bd\u00bc\u00be])")  # "1\u00bd tablets"
# Behind a word or a unit; a digit before a sign is a charge: "Mg\u00b2\u207a".
_FOOTNOTES = re.compile(
    r"(?<=[^\W\d_])[\u00b9\u00b2\u00b3\u2074-\u2079]{1,2}(?![\u207a\u207b+\u2070\u00b9\u00b2\u00b3\u2074-\u2079])"
)
_NON_HEME = re.compile(r"\bnon[\s-]?heme\s", re.IGNORECASE)  # the iron of plants and salts
_LOOKALIKES = {ord("\u2212"): "-", ord("\u2019"): "'", ord("\u00d7"): "x", ord("\u2044"): "/"}
_LOOKALIKES |= {ord("\u066b"): ".", ord("\u066c"): ",", ord("\u066a"): "%"}
_LOOKALIKES |= {ord("\u3001"): ",", ord("\u3002"): ";"}  # of Chinese and Japanese
_SIGNED = re.compile("(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?=[0-9])")  # "锌5mg"
_OTHER_DIGITS = re.compile(r"[^\W\D0-9]")  # of Arabic, of Hindi
_ARROWS = re.compile(r"\s?(?:[-=]>|\u2192)\s?")
_PER_CENT = re.compile(r"(?<=[0-9])\s?[\u00b0o]/o\b")
_BLANKS = re.compile(r"_{2,}")
# "amount: 210, unit: 'mg'", "'11', 'mg'" and '"copper_mg": 1', as programs write them.
_QUOTED = re.compile(
    rf"({NUMBER})[\"']?\s?,\s?[\"']?(?:[\"']({UNIT})[\"']|(?:units?|uom)[\"']?\s?[:=]\s?[\"']?({UNIT})\b[\"']?)",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\A\s{0,9}\{([^{}]*)\}[\s,;]{0,3}\Z")
_KEYED = re.compile(rf"[\"']([a-z]{{2,20}})_(mg|mcg|ug|g)[\"']\s?:\s?({NUMBER})", re.IGNORECASE)
# "325 (65 FE) MG": of the salt, and of the element in it.
_STRENGTH = re.compile(
    rf"(?<![\w.,])({NUMBER})\s?\(({NUMBER})\s?([a-z]{{1,9}})?\)\s?(mg|mcg|g)\b", re.IGNORECASE
)
# "Magnesium (mg): 200", "Iron, mg: 18", "ferro mg 80"
_LED = re.compile(
    rf"([^\W\d_]{{1,30}}\)?)(?:\s?\((m?c?g|[uμ]g)\)\s?[:=]?|,\s?(m?c?g|[uμ]g)\s?[:=]"
    rf"|\s(mg|mcg|[uμ]g))\s?({NUMBER})(?!\s?(?:{UNIT})\b|[\w%/]|[.,][0-9])"
)
# Of "200 mg 60 tablets" the unit is behind its number as it is.
_MAY_BE_LED = re.compile(
    r"[gG](?<![0-9][mM].)(?<![0-9]\s[mM].)(?<![0-9]mc.)(?<![0-9]\smc.)[):=]{0,2}\s?[0-9]"
)
_RATIO = re.compile(r"(?<![\w:.,])([1-9]:[1-9](?::[1-9])?)\s(?=[0-9])")  # "Cal/Mag 2:1 500 mg"
_UNIT_OF_ALL = re.compile(r"\s?\((mc?g)\)")
_BARE_IN_ROW = re.compile(rf"(?<![\w.,-])(?:{NUMBER})(?=\s?(?:[/,;|+&]|$))")
_MAY_BE_CHARGED = re.compile(r"\([iIvV]")
_CHARGES = re.compile(r"\((i{1,3}|iv|vi?)\)", re.IGNORECASE)  # "Eisen(II)-sulfat"
_IONS = re.compile(r"\b(Mg|Ca|Fe|Zn|Cu|Na|K|Cl|Mn|Sr|Cr|F)[0-9]?\+(?![\w+])|\bCl-(?=\W|$)")
# "CALCIUM1000MG": a name that runs into its amount, and no code such as "B12" or "CM-100M".
_GLUED = re.compile(
    rf"(?<=[^\W\d_]{{4}})(?=[0-9]{{1,5}}(?:[.,][0-9]+)?\s?(?:{UNIT})\b)", re.IGNORECASE
)
_MAY_BE_GLUED_PERCENT = re.compile(r"[gG][0-9]")
# "600 mg garlic. 99 mg potassium."
_SENTENCES = re.compile(r"([^\W\d_]{5,30})\.\s(?=[0-9])")
_GLUED_PERCENT = re.compile(
    r"(?<=[0-9]mg)(?=[0-9]{1,5}\s?%)|(?<=[0-9]mcg)(?=[0-9]{1,5}\s?%)", re.IGNORECASE
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
_BULLETS = re.compile(r"\s[\u2022\u00b7\u25cf]\s")
_LEADERS = re.compile(r"\.{2,}")
_DIGIT = re.compile("[0-9]")
_MAY_BE_TIMES = re.compile(r"[xX]\s?[0-9]")
_TIMES = re.compile(r"(?<=[0-9])(\s?(?:mg|mcg|ug|g|ml)|)\s?x\s?(?=[0-9])", re.IGNORECASE)
