# SPDX-License-Identifier: MIT
"""What the words of a line leave open, for all that is on it."""

from __future__ import annotations

import re

from ..regimen import Doubt
from .quantities import OR_WORDS
from .words import PIECES, any_of

__all__ = ["doubts_of_words", "is_diluted"]


def __dir__() -> list[str]:
    return __all__


_ANY_OR = frozenset(OR_WORDS.split("|"))
_OR = (_ANY_OR - {"o", "vai"}) | {"either", "entweder"}  # other words in some languages
# "25 mg or 50"
_OR_ELSE = re.compile(
    rf"[0-9]\s?(?:[^\W\d_]{{1,5}}\s)?(?:{OR_WORDS})\s[0-9]{{2,4}}\b", re.IGNORECASE
)
_BOUNDING = frozenset(
    (
        "up max maximum most least min minimum less more hochstens jusqu hasta fino mehr food kg "
        "kilo kilogram \u0434\u043e"
    ).split()
)
_BOUNDS = re.compile(
    r"\b(?:up\s+to|max(?:imum)?|at\s+(?:most|least)|min(?:imum)?|or\s+(?:less|more)|bis\s+zu|"
    r"no\s+more\s+than|less\s+than|\u0434\u043e\s+(?=[0-9])|per\s+(?:kg|kilo\w{0,5})\b|h\u00f6chstens|jusqu|hasta|fino\s+a|nicht\s+mehr|from\s+food)\b",
    re.IGNORECASE,
)
# "Ca 500 Mg 250": the unit of the one, or the sign of the next.
_MG_OR_MG = re.compile(r"\b(?:Ca|Zn|K|Fe|Na|Cu|Mn|Se|P)\s[0-9]{1,4}\sMg\s[0-9]{1,4}(?![\w.,])")
_SOME_PIECES = re.compile(
    r"[1-4](?<![\w.,-].)\s?(?:[-\u2013\u2014]|to|bis|or|\u00e0|a|tot|do)\s?[2-6]\s"
    rf"(?:{any_of(PIECES - {'s', 'g'})}|times|x|mal|fois|veces|volte|razy|раза?)\b",
    re.IGNORECASE,
)
# What changes in the course of time, or did.
_CHANGED = re.compile(
    r"\bthen\s+(?:[0-9]|up)|\b(?:increas\w{1,4}|rais\w{1,3}|reduc\w{1,4}|titrat\w{1,4}|went|down|up)\s+(?:to|from)\b|"
    r"\breduced\s(?:my\s)?[^\W\d_]{2,12}\sfrom\b|\bweek\s?[0-9]|\bdays?\s[0-9]{1,2}\s?[-\u2013]|\bfor\s+[0-9]{1,2}\s+(?:days|weeks)\s+then|"
    r"\bused\s+to\s+(?:take|use)\b|\b(?:dann|puis|luego|poi|potem|\u043f\u043e\u0442\u043e\u043c)\s+[0-9]",
    re.IGNORECASE,
)
# How much of it is taken is not said: "sodium 0.5 g per 100 ml".
_PER_HUNDRED = re.compile(
    r"(?:\b(?:per|pro|je|par|pour|por|na|i|\u043d\u0430|\u0432)\s|/\s?)100\s?(?:g|ml|\u0433|\u043c\u043b)\b",
    re.IGNORECASE,
)
_INJECTED = frozenset(
    (
        "inj injection injectable iv infusion vial vials intravenous infus inyectable inyeccion "
        "injetavel injecao injectie infuus infuzja infuzji wstrzykiwan dozylnie injektion injektio "
        "infuusio infusjon infusione iniezione iniettabile endovenoso endovenosa endovena "
        "intraveineuse perfusion injekce infuze injekcio infuzio injectabil perfuzie "
        "инъекций инфузий введения"
    ).split()
)
_IN_VEINS = re.compile(r"\bi\.\s?[vm]\b", re.IGNORECASE)
# Tissue salts and dilutions, which hold next to nothing of what they name.
_HOMEOPATHIC = re.compile(
    r"\bhom(?:eo|oeo|\u00f6o)path|\bsch(?:\u00fc|ue)(?:\u00df|ss)ler|\b(?:tissue|cell)\ssalt|\bbiochemic\b"
    r"|\b(?:calcarea|natrum|silicea|zincum|cuprum|ferrum|magnesia\sphos\w{0,9}|magnesii(?=\sphos)|manganum)\b"
    r"|\bkali(?:um)?\s(?:phos|mur|sulph|phosphoric|chlorat|sulfuric|bichrom)\w{0,6}\b(?!\s[0-9]{2,4}\s?mg)"
    r"|\b(?:calc|nat|mag|ferr)\.?\s(?:phos|mur|sulph|fluor)\b\.?(?!\s[0-9]{2,4}\s?mg)"
    r"|\b[0-9]{1,4}(?:X|CH|C|DH)\b(?=[^\n]{0,80}\b(?:pellets|globuli|granules|dilution))",
    re.IGNORECASE,
)
# "Natrium chloratum D6"
_POTENCY = re.compile(r"(?:ic|at)um\s(?:[^\W\d_]{3,14}\s)?[DC]\s?[0-9]{1,4}\b")
_OF_DILUTIONS = frozenset(
    (
        "homeop homoeo homoop schuss schues tissue cell bioche calcar natrum silice zincum cuprum "
        "ferrum phos phosph mur sulph sulf fluor mangan pellet globul granul diluti kali"
    ).split()
)


def doubts_of_words(
    original: str, text: str, words: frozenset[str], *, is_weighed: bool, may_be_either: bool
) -> list[Doubt]:
    """
    The doubts that words raise.

    Args:
        original: The line.
        text: The line, tidied.
        words: Its words, folded.
        is_weighed: Whether it has amounts.
        may_be_either: Whether it has several amounts or forms to choose from.
    """
    doubts = []
    if (may_be_either and not _OR.isdisjoint(words)) or (
        is_weighed and not _ANY_OR.isdisjoint(words) and _OR_ELSE.search(text)
    ):
        doubts.append(Doubt.ALTERNATIVES)
    if is_weighed and (
        (not _BOUNDING.isdisjoint(words) and _BOUNDS.search(text))
        or _SOME_PIECES.search(text)
        or ("Mg" in text and _MG_OR_MG.search(text))
        or (may_be_either and _CHANGED.search(text))
        or ("100" in text and _PER_HUNDRED.search(text))
    ):
        doubts.append(Doubt.AMOUNT_UNCLEAR)
    injected = words & _INJECTED
    # "Selenate(IV)" is a charge.
    if (injected and not (injected == {"iv"} and "(iv)" in original.casefold())) or (
        ("i." in text or "I." in text) and _IN_VEINS.search(text)
    ):
        doubts.append(Doubt.NOT_SWALLOWED)
    if is_diluted(text, words):
        doubts.append(Doubt.HOMEOPATHIC)
    return doubts


def is_diluted(text: str, words: frozenset[str]) -> bool:
    """Whether a line is of tissue salts or dilutions, by its text and its folded words."""
    if "um " in text and _POTENCY.search(text):
        return True
    return (
        not _OF_DILUTIONS.isdisjoint([word[:6] for word in words])
        and _HOMEOPATHIC.search(text) is not None
    )
