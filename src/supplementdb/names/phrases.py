# SPDX-License-Identifier: MIT
"""Phrases of time that other words say as well: "un giorno sì e uno no" is every other day."""

from __future__ import annotations

import re

__all__ = ["said_plainly"]


def __dir__() -> list[str]:
    return __all__


# Each is looked for where one of its pieces, in lower case, is there.
_PHRASES: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = tuple(
    (pieces, re.compile(pattern, re.IGNORECASE), plain)
    for pieces, pattern, plain in (
        (
            ("otro no", "uno no", "giorno no", "sim", "interdiari", "intercalad"),
            (
                r"\bun\s+d[ií]a\s+s[ií],?\s+y\s+otro\s+no\b|\bun\s+giorno\s+s[iì],?\s+e\s+un(?:o|\s+giorno)\s+no\b|"
                r"\bdia\s+sim,?\s+dia\s+n[ãa]o\b|\binterdiari[oa]s?\b|\b(?:em\s+)?dias\s+intercalados\b"
            ),
            "every other day",
        ),
        (
            ("раз в", "каждый втор", "per 2 dag", "per twee dag", "jedem 2", "jour/2", "za 2 dn"),
            (
                r"\b(?:1\s)?раз\s+в\s+(?:2|два)\s+дня|\bкаждый\s+второй\s+день|\b(?:1\s?x|eens)\s+per\s+(?:2|twee)\s+dagen|"
                r"\ban\s+jedem\s+(?:2\.|zweiten)\s+tag|\b1\s+jour/2\b|\b1\s?x\s+za\s+2\s+dny"
            ),
            "every other day",
        ),
        (("weekday",), r"\b(?:on\s+|every\s+)?weekdays?\b(?!\s+(?:plus|formula))", "Mon-Fri"),
        (("m-f",), r"\bm-f\b", "Mon-Fri"),
        (("fortnight",), r"\bfortnightly\b|\b(?:every|a)\s+fortnight\b", "every 14 days"),
        (
            ("every two weeks", "every other week"),
            r"\bevery\s+(?:two|other)\s+weeks?\b",
            "every 14 days",
        ),
        (("b.d", "b. d"), r"\bb\.\s?d\b\.?", "bid"),
        (("t.d.s", "t. d"), r"\bt\.\s?d\.\s?s\b\.?", "tid"),
        (("q.d.s",), r"\bq\.d\.s\b\.?", "qid"),
        (("q.o.d",), r"\bq\.o\.d\b\.?", "every other day"),
        (("tiw",), r"\b(?-i:TIW|tiw)\b", "3 times a week"),
        (
            ("meal", "mahlzeit", "repas", "comida", "pasto", "maaltijd", "refei"),
            (
                r"\b(?:with|before|after)\s+(?:each|every|all\s+(?:three|3))\s+meals?\b|\b(?:zu|vor|nach)\s+jeder\s+mahlzeit\b|"
                r"\b(?:à|avant|après)\s+chaque\s+repas\b|\b(?:con|antes\s+de|después\s+de)\s+cada\s+comida\b|"
                r"\b(?:a|prima\s+di|dopo)\s+ogni\s+pasto\b|\bbij\s+elke\s+maaltijd\b|\bem\s+cada\s+refei\S{3}"
            ),
            "3 times a day",
        ),
        # No numbers of times: "10x Magnesium Complex", "3x potency"
        (
            ("potency", "strength", "absorption", "complex", "power"),
            # "2x magnesium complex" may be two of them.
            (
                r"\b[0-9]{1,2}x\s(?=(?:potency|strength|absorption|power)\b)"
                r"|\b(?:[5-9]|1[0-9])x\s(?=[^\W\d_]{2,14}\scomplex\b)"
            ),
            "",
        ),
    )
)
_DAYS = {
    "Mo": "Montag",
    "Di": "Dienstag",
    "Mi": "Mittwoch",
    "Do": "Donnerstag",
    "Fr": "Freitag",
    "Sa": "Samstag",
    "So": "Sonntag",
}
_DAY = "(?:Mo|Di|Mi|Do|Fr|Sa|So)"
_ROW_OF_DAYS = re.compile(rf"\b{_DAY}(?:(?:\s?[,/+&-]\s?|\s(?:und\s|u\.\s)?){_DAY})+\b")
_ONE_DAY = re.compile(rf"\b{_DAY}\b")


# A text without any of these words and pieces has no such phrase.
_WORDS = frozenset(
    (
        "no sim interdiario interdiaria intercalados раз второй dagen jedem dny weekday weekdays "
        "fortnightly fortnight week weeks tiw meal meals mahlzeit repas comida pasto maaltijd "
        "refeição refeições potency strength absorption complex power"
    ).split()
)


def said_plainly(text: str) -> str:
    """Say such phrases in words that are read anywhere."""
    lowered = text.lower()
    words = lowered.replace(",", " ").replace(".", " ").split()
    if not _WORDS.isdisjoint(words) or "m-f" in lowered or "r/2" in lowered or ".d" in lowered:
        for pieces, pattern, plain in _PHRASES:
            if any(map(lowered.__contains__, pieces)):
                text = pattern.sub(plain, text)
    if "Mo" in text or "Di" in text or "Do" in text or "Fr" in text:
        text = _ROW_OF_DAYS.sub(lambda row: _ONE_DAY.sub(lambda day: _DAYS[day[0]], row[0]), text)
    return text
