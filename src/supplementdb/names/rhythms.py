# SPDX-License-Identifier: MIT
"""How often and at what times of day a text says that something is taken."""

from __future__ import annotations

import functools
import re
from decimal import Context, Decimal

from ..regimen import Slot
from ..spelling import small
from .quantities import NUMBER, UNIT

__all__ = ["intakes", "is_daily", "is_divided", "rhythm", "slots"]


def __dir__() -> list[str]:
    return __all__


# Our own context, so that an application's decimal settings cannot change an answer.
_CONTEXT = Context(prec=12)
_WORDS = {"once": 1, "one": 1, "two": 2, "twice": 2, "three": 3, "thrice": 3, "four": 4}
_WORDS |= {"five": 5, "six": 6, "other": 2, "second": 2, "alternate": 2, "eod": 2, "qod": 2}
_WORDS |= {"bid": 2, "bd": 2, "tid": 3, "tds": 3, "qid": 4, "qds": 4}
# How many times, as languages say it beside "a day".
_COUNTED = {
    1: "einmal jednou raz una\\svolta une\\sfois una\\svez uma\\svez jeden\\sraz eenmaal",
    2: "zweimal zwei deux dos due duas twee dwa dwie dvakr\u00e1t dvakrat kaksi to tv\u00e5 iki "
    "\u0434\u0432\u0430\u0436\u0434\u044b \u0434\u0432\u0430 \u0434\u0432\u0456\u0447\u0456 "
    "\u4e24 \u4e8c tweemaal",
    3: "dreimal drei trois tres tre tr\u00eas drie trzy t\u0159ikr\u00e1t kolme \u00fc\u00e7 "
    "\u0442\u0440\u0438\u0436\u0434\u044b \u0442\u0440\u0438 \u4e09 driemaal",
}
_WORDS |= {word.replace("\\s", " "): n for n, all_ in _COUNTED.items() for word in all_.split()}
_OTHER_COUNT = "|".join(word for all_ in _COUNTED.values() for word in all_.split())
_MANY = (
    r"(?:x|times|mal|fois|veces|vez|volte|volta|vezes|keer|maal|razy|raz|g\u00e5nger|gange|ganger|"
    r"kertaa|kr\u00e1t|\u0440\u0430\u0437\u0430?|\u0440\.?|kez|kali|l\u1ea7n|defa)"
)
_OTHER_DAY = (
    r"(?:t(?:\u00e4|ae)glich|tgl\.?|(?:pro|am)\s(?:tag|d\u00eda|dia)|par\sjour|/\s?j(?:our)?\b|"
    r"al\s(?:d\u00eda|dia|giorno|d\u00ec)|diari[ao]s?|di\u00e1ri[ao]s?|por\s(?:d\u00eda|dia)|"
    r"ao\sdia|per\sdag|daags|dziennie|na\sdzie\u0144|dagligen|om\sdagen|daglig|per\sdygn|"
    r"p\u00e4iv\u00e4ss\u00e4|p\u00e4ivitt\u00e4in|denn\u011b|naponta|pe\szi|zilnic|"
    r"\u0432\s\u0434\u0435\u043d\u044c|\u0432\s\u0441\u0443\u0442\u043a\u0438|/\s?\u0441\u0443\u0442|"
    r"\u043d\u0430\s\u0434\u0435\u043d\u044c|\u043d\u0430\s\u0434\u043e\u0431\u0443|sehari|dz\b)"
)
_COUNT = r"(?P<count>[0-9]{1,2}|one|two|three|four)"
_COUNT_HIGH = r"(?P<count>[0-9]{1,3}|one|two|three|four|five|six)"
_PIECES = (
    r"(?:tablets?|tabs?|capsules?|caps?|caplets?|softgels?|gummies|gummy|lozenges?|sachets?|scoops?"
    r"|servings?|pills?|doses?)"
)
_DAY = r"(?:daily|(?:a|per|each|every)\sday|/\s?day|/\s?d\b)"
_AT_ONCE = r"(?:at\s(?:once|one\stime)|in\sone\sgo)"
_SIG = r"b\.?i\.?d|bd|t\.?i\.?d|tds|q\.?i\.?d|qds"
_PER_PIECE = re.compile(
    rf"\b{_COUNT}\s{_PIECES},?\s(?:(?P<times>[0-9]{{1,2}}|two|three|four)\s?(?:x|times)\s?{_DAY}"
    rf"|(?P<word>once|twice|thrice)\s?{_DAY}|(?P<sig>{_SIG})\b)",
    re.IGNORECASE,
)
_RHYTHMS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_COUNT}\s?(?:x|times)\s?{_DAY}",
        rf"\b(?P<count>once|twice|thrice)\s?{_DAY}",
        rf"\b{_COUNT_HIGH}\s?{_PIECES}\s(?:all\s)?(?:{_DAY}|{_AT_ONCE})",
        rf"\b{_COUNT_HIGH}\s(?:all\s)?{_AT_ONCE}",
        # "Zinc 50 daily" is no fifty times; behind an amount with its unit it is.
        rf"\b(?P<count>[0-9]|one|two|three|four|five|six)\s?{_DAY}",
        rf"[0-9]\s?(?:mg|mcg|ug|g)\s(?P<count>[0-9]{{2,3}})\s?{_DAY}",
        rf"\b{_COUNT_HIGH}\s[a-z]{{2,12}}\s{_PIECES}\s{_DAY}",
        rf"^\s*{_COUNT}\sx\s",
        rf"\b{_COUNT}\s?x\s?(?=[0-9]{{2,4}}\b(?!\s?(?:{UNIT})\b)(?!\s?[^\W\d_]))",
        r"(?<![\w.,])(?P<count>[1-6])\s?(?:x|dd)\s?1\b(?!\s?[.,0-9/%])(?!\s?(?:mg|mcg|ug|g|ml|kg)\b)",
        rf"\bx\s?{_COUNT}\b(?!/)(?!\s?(?:(?:{UNIT})\b|days?|weeks?|months?|nights?))",
        rf"\b{_COUNT}\s?x\s?(?=(?:{NUMBER})\s?(?:{UNIT})\b)",
        rf"\b(?P<count>{_SIG})\b",
    )
]
_OTHER_RHYTHMS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\w)(?P<count>[0-9]{{1,2}}|{_OTHER_COUNT})\s?{_MANY}?\s?{_OTHER_DAY}",
        rf"{_OTHER_DAY}\s(?P<count>[0-9]{{1,2}}|{_OTHER_COUNT})\s?{_MANY}(?!\w)",
        rf"(?<!\w)(?P<count>[0-9])\s(?!(?:{UNIT})\b)[^\W\d]{{2,12}}\.?\s?(?:{_OTHER_DAY}|/die\b)",
        (
            "(?:g\u00fcnde|\u6bcf\u65e5|\u6bcf\u5929|[1\u4e00]\u65e5|1\uc77c|\ud558\ub8e8)\\s?(?P<count>[0-9\u4e24\u4e8c\u4e09])"
            "\\s?(?:kez|\u56de|\u6b21|\ud68c|\ubc88)"
        ),
    )
]
_PLAN = re.compile(r"(?<![\w.,-])([0-3])-([0-3])-([0-3])(?:-([0-3]))?(?![\w.,-])")
_OTHER_EVERY = re.compile(
    r"jeden\s(?:zweiten|2\.)\stag|co\sdrugi\sdzien|1\sjour\ssur\s(?:deux|2)|d\u00eda\spor\smedio|un\sjour\ssur\sdeux|cada\sdos\sd\u00edas|d\u00edas\salternos|"
    r"giorni\salterni|om\sde\s(?:andere\s)?dag|co\sdrugi\sdzie\u0144|varannan\sdag|"
    r"hver\sanden\sdag|annenhver\sdag|joka\stoinen\sp\u00e4iv\u00e4|obden|ob\sden|dias\salternados|"
    r"\u0447\u0435\u0440\u0435\u0437\s\u0434\u0435\u043d\u044c|\u9694\u65e5|\uaca9\uc77c|g\u00fcn\sa\u015f\u0131r\u0131",
    re.IGNORECASE,
)
_OTHER_WEEK = re.compile(
    rf"(?:(?<![0-9])(?P<count>[1-9]|{_OTHER_COUNT})\s?{_MANY}?\s?)?"
    r"(?:pro\swoche|w\u00f6chentlich|par\ssemaine|(?:a\sla|por)\ssemana|alla\ssettimana|"
    r"a\ssettimana|per\sweek|(?:na|w)\stydzie\u0144|tygodniowo|w\stygodniu|i\sveckan|"
    r"om\sugen|i\suken|viikossa|t\u00fddn\u011b|\u0432\s\u043d\u0435\u0434\u0435\u043b\u044e|\u6bcf\u5468|"
    r"haftada|hetente)",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\b(?:every\s|q\s?)(?P<hours>[0-9]{1,2})\s?(?:hours|hrs|h)\b"
    r"|\b(?P<hours2>[0-9]{1,2})[\s-]?hourly\b"
    r"|(?:\bc/|\bcada\s|\b[0-9]{1,2}/)(?P<hours3>[0-9]{1,2})\s?(?:h\b|horas)",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\bevery\s(?P<days>[0-9]{1,2}|other|second|two|three)(?:nd|rd|th)?\s(?:days?|nights?)\b"
    r"|\b(?:alle|elke|tous\sles|cada|ogni|co)\s(?P<days4>[2-9])\s(?:tage?n?|dagen|jours|d\u00edas|giorni|dni)\b"
    r"|\b(?P<days2>alternate)\s(?:days?|nights?)\b|\b(?P<days3>eod|qod)\b",
    re.IGNORECASE,
)
_WEEKLY = re.compile(
    r"\b(?:(?P<count>[1-9]|once|twice|two|three|four|five|six)\s(?:times\s|days\s)?|(?P<many>[1-9])\s?x\s)?"
    r"(?:weekly|(?:a|per|each)\sweek)\b",
    re.IGNORECASE,
)


_WEEKDAY = re.compile(
    r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|rs|nes|ur|urs)?(?:days?)?(?=[\s/,&+.]|$)", re.IGNORECASE
)
_WEEKDAYS = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b", re.IGNORECASE)
# What any of the patterns needs: most lines hold none of it.
_HINTS = (
    *"night qod mon tue wed thu fri sat sund alternate every day daily hour hrs week eod".split(),
    *"bid tid tds qid qds time hora once midday".split(),
)
_OTHER_HINTS = (
    *"dd fois daags alle elke tous cada ogni medio drugi tag täg taeg tgl jour día dia".split(),
    *"giorn dì dag".split(),
    *"dzie dziń dygn dz päiv denn naponta zilnic hari sehari gün woche wöche semain seman".split(),
    *"settiman tyg tydz veck ugen ob uken viiko týd hafta hetente obden die zi".split(),
    *"ден сут добу недел 日 天 周 하루 격일 1일".split(),
)
_LETTERS = re.compile("[a-z]+")
_SIGNS = ("/d", "b.i", "t.i", "q.i")


def _starts(hints: tuple[str, ...]) -> frozenset[str]:
    return frozenset(hint[:3] for hint in hints if hint.isascii())


_HINTED = _starts(_HINTS) | {"one"}
_OTHER_HINTED = _starts(_OTHER_HINTS)


def _may_hold(folded: str, hinted: frozenset[str], hints: tuple[str, ...]) -> bool:
    """Whether a text may hold any of these hints; of ASCII only beginnings of words are seen."""
    if folded.isascii():
        return not hinted.isdisjoint(_beginnings(folded))
    return any(hint in folded for hint in hints)


@functools.lru_cache(maxsize=8)
def _beginnings(folded: str) -> frozenset[str]:
    """The beginnings of the words of a line, which is asked for several hints in turn."""
    return frozenset([word[:3] for word in _LETTERS.findall(folded)])


_MAY_BE_COUNTED = re.compile(
    r"[0-9xXbBqQ](?:(?<=[0-9])(?:\s?(?:[xXhH]|dd)\b|(?<=[0-3])-[0-3]-[0-3])"
    r"|(?<=\b[xX])\s?[0-9]|(?<=\b[bB])[dD]\b|(?<=\b[qQ])[0-9])"
)


def rhythm(text: str) -> tuple[Decimal, tuple[int, int] | None]:
    """How many times a day, and where the text says so; 1 and `None` where it does not."""
    folded = text.casefold()
    is_other = "/j" in folded or _may_hold(folded, _OTHER_HINTED, _OTHER_HINTS)
    if (
        not is_other
        and not _may_hold(folded, _HINTED, _HINTS)
        and not any(sign in folded for sign in _SIGNS)
        and not _MAY_BE_COUNTED.search(text)
    ):
        return Decimal(1), None
    match = _PER_PIECE.search(text)
    if match:
        count = _number(match["count"]) * _times(match)
        if 0 < count <= _MOST:
            return Decimal(count), match.span()
    for pattern in (*_RHYTHMS, *_OTHER_RHYTHMS) if is_other else _RHYTHMS:
        match = pattern.search(text)
        if match and 0 < _number(match["count"]) <= _MOST:
            return Decimal(_number(match["count"])), (match.start("count"), match.end())
    match = _HOURS.search(text)
    if match and 0 < (hours := int(match["hours"] or match["hours2"] or match["hours3"])) <= 96:
        return _CONTEXT.divide(Decimal(24), Decimal(hours)), match.span()
    match = _EVERY.search(text)
    if (
        match
        and (days := _number(match["days"] or match["days2"] or match["days3"] or match["days4"]))
        > 0
    ):
        return _CONTEXT.divide(Decimal(1), Decimal(days)), match.span()
    match = _OTHER_EVERY.search(text) if is_other else None
    if match:
        return _CONTEXT.divide(Decimal(1), Decimal(2)), match.span()
    match = _WEEKLY.search(text) or (_OTHER_WEEK.search(text) if is_other else None)
    if match:
        said = match["count"] or match.groupdict().get("many") or "1"
        return _CONTEXT.divide(Decimal(_number(said)), Decimal(7)), match.span()
    weekdays = [*_WEEKDAY.finditer(text)]
    named = {found[1].casefold() for found in weekdays}
    if len(named) > 1 or (named and _WEEKDAYS.search(text)):
        span = (weekdays[0].start(), weekdays[-1].end())
        return _CONTEXT.divide(Decimal(len(named)), Decimal(7)), span
    match = _PLAN.search(text)
    if match and (count := sum(int(part or 0) for part in match.groups())):
        return Decimal(count), match.span()
    return Decimal(1), None


_DAILY = re.compile(rf"(?<!\w)(?:{_DAY}|{_OTHER_DAY})", re.IGNORECASE)


def is_daily(text: str) -> bool:
    """Whether a text speaks of a day, with a number of times or without: "60 g daily"."""
    return _DAILY.search(text) is not None


def intakes(text: str) -> int | None:
    """How many times a day a text says, pieces taken at once as one; `None`: it does not say."""
    match = _PER_PIECE.search(text)
    if match:
        return _times(match)
    per_day, span = rhythm(text)
    return max(int(per_day), 1) if span else None


def _times(match: re.Match[str]) -> int:
    return _number(match["times"] or match["word"] or match["sig"])


_MOST = 100


def _number(word: str) -> int:
    word = small(word).replace(".", "")
    return _WORDS[word] if word in _WORDS else int(word)


_SLOTS = {
    Slot.MORNING: r"morning|breakfast|a\.m\.|\bam\b|\bmorgens\b|\bmatin\b|ma\u00f1ana|\bmattina\b"
    r"|manh\u00e3|\brano\b|\u0443\u0442\u0440\u043e\u043c|\bochtends\b|\u671d\u98df|\uc544\uce68",
    Slot.NOON: r"noon|lunch|\bmittags\b|\bmidi\b|mediod\u00eda|\b(?:w\s)?po\u0142udnie",
    Slot.EVENING: r"evening|dinner|supper|\babends\b|\bsoir\b|\bnoches?\b|\bsera\b|\bnoite\b"
    r"|wieczorem|\u0432\u0435\u0447\u0435\u0440\u043e\u043c|\bavonds\b|\u5915\u98df|\uc800\ub141",
    Slot.BEDTIME: r"bedtime|before bed|at night|nightly|vor dem schlafen|au coucher|"
    r"antes de dormir",
}
_SLOT = re.compile(
    "|".join(f"(?P<{slot.name}>{words})" for slot, words in _SLOTS.items()), re.IGNORECASE
)


_SLOT_HINTS = (
    *"morning breakfast am a.m noon lunch evening dinner supper bed night morgens matin".split(),
    *"ma\u00f1ana mattina manh\u00e3 rano \u0443\u0442\u0440 ochtends".split(),
    *"\u671d\u98df \uc544\uce68".split(),
    *"mittags midi mediod po\u0142udni abends soir noche sera noite wieczorem".split(),
    *"\u0432\u0435\u0447\u0435\u0440 avonds \u5915\u98df \uc800\ub141".split(),
    *"schlafen coucher dormir antes".split(),
)
_SLOT_HINTED = _starts(_SLOT_HINTS) | {"aft", "mid", "a"}
# "300 mg, divided, in the morning and in the evening"
_DIVIDED = re.compile(
    r"divided|split|aufgeteilt|verteilt|r\u00e9parti|dividid|suddivis|podziel|verdeeld|f\u00f6rdel|"
    r"\u0440\u0430\u0437\u0434\u0435\u043b",
    re.IGNORECASE,
)


def is_divided(text: str) -> bool:
    """Whether a text says that an amount is that of all times of a day together."""
    return _DIVIDED.search(text) is not None


def slots(text: str) -> tuple[tuple[Slot, ...], list[tuple[int, int]]]:
    """The times of day that a text names, in the order of the day, and where it names them."""
    folded = text.casefold()
    if not _may_hold(folded, _SLOT_HINTED, _SLOT_HINTS):
        return (), []
    matches = list(_SLOT.finditer(text))
    named = {match.lastgroup for match in matches}
    return tuple(slot for slot in Slot if slot.name in named), [m.span() for m in matches]
