# SPDX-License-Identifier: MIT
"""
How often and at what times of day a text says that something is taken.

Each word is of a class (a number, a word for times, a piece, a day, ...), written as one letter;
a rhythm is a pattern of these letters, whatever the language of the words.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from decimal import Context, Decimal
from typing import NamedTuple, TypeAlias

from ..regimen import Slot
from .quantities import UNITS
from .vocabulary import fold
from .words import HOLDING, PIECES

__all__ = ["Rhythm", "intakes", "is_daily", "is_divided", "rhythms", "slots"]


def __dir__() -> list[str]:
    return __all__


# Our own context, so that an application's decimal settings cannot change an answer.
_CONTEXT = Context(prec=12)
_MOST = 100
_AT_ONCE = 12  # pieces that are taken together; more are a pack


class Rhythm(NamedTuple):
    """
    How often a text says that something is taken.

    Attributes:
        per_day: How many times a day the amount is taken: 2, or a seventh.
        times: At how many times of a day; pieces that are taken together are one.
        spans: Where its words are, in order; what stands between them is of another kind.
        is_plain: Whether it only says "daily".
    """

    per_day: Decimal
    times: int
    spans: tuple[tuple[int, int], ...]
    is_plain: bool = False


# Classes of words by their letters, with what they count where they count.
_CLASSES: dict[str, dict[int, str]] = {
    "n": {
        1: "one",
        2: "two zwei deux dos due duas twee dwa dwie dve kaksi tva два две "
        "дві iki dua hai doi doua ketto dvi kaks",
        3: "three drei trois tres drie trzy tri kolme три uc tiga trei harom trys kolm",
        4: "four vier quatre cuatro quattro quatro cztery ctyri nelja fyra fire",
        5: "five",
        6: "six",
    },
    "o": {
        1: "once einmal eenmaal jednou raz kerran",
        2: "twice zweimal tweemaal dvakrat kahdesti dwukrotnie дважды двічі مرتين",
        3: "thrice dreimal driemaal trikrat kolmesti trzykrotnie трижды тричі",
    },
    "x": {
        0: "x times time mal fois veces vez volte volta vezes keer maal razy gang gange ganger ggr "
        "krt kertaa krat kez kali lan defa ori kartus reizes puta "
        "раза раз р"
    },
    "T": {2: "to"},  # of Danish, and a word of English
    "g": {0: "dd"},
    "D": {
        0: "daily everyday taglich taeglich tgl diario diaria diarios diariamente quotidien "
        "quotidiennement dziennie dagligen daglig dagligt dagl dgl dagelijks daags paivassa "
        "paivittain denne naponta dz zilnic gunde gunluk sehari ежедневно "
        "щодня يوميا"
    },
    "d": {
        0: "day days tag tage tagen jour jours dia dias giorno giorni dzien dni dag dagar dage "
        "dager dagen paiva vrk den dny nap zi zile gun hari ngay dan dienas paevas "
        "день дня дней сутки "
        "добу"
    },
    "j": {0: "j d die д сут"},  # days behind a stroke: "6 cp/j"
    "N": {0: "night nights"},
    "w": {
        0: "week weeks woche wochen semaine semana settimana tydzien tygodniu veckan uge ugen uken "
        "viikko viikossa tyden tydne haftada hafta saptamana tuan "
        "неделю тиждень"
    },
    "W": {
        0: "weekly wochentlich woechentlich tygodniowo wekelijks haftalik seminggu hetente semanal "
        "hebdomadaire еженедельно"
    },
    "p": {0: "a per pro am par por al alla ao na w we i pe la el each в на"},
    "e": {
        0: "every alle elke tous toutes cada ogni co joka hver varje kazdy jeden her q "
        "каждый каждые"
    },
    "O": {0: "om"},
    "S": {0: "sur su"},
    "l": {0: "les los las de den"},
    "a": {
        2: "other second zweite zweiten anderen andere altro otro autre drugi annan anden toinen "
        "druhy",
        3: "third dritten",
    },
    "b": {0: "alternate alternos alternados alterni ob varannan annenhver asiri через"},
    "M": {0: "medio"},
    "s": {2: "bid bd", 3: "tid tds", 4: "qid qds"},
    "h": {0: "h hr hrs hour hours horas heures stunden std"},
    "H": {0: "hourly"},
    "z": {0: "eod qod obden"},
    "A": {0: "at in"},
    "v": {0: "all po oral orally be taken по kg"},
    "&": {0: "and und et och og"},
    "Z": {0: "go"},
    "F": {0: "on"},
    "G": {0: "off"},
    "r": {0: "nd rd th"},
}
_CLASS: dict[str, tuple[str, int]] = {}
for _letter, _counts in _CLASSES.items():
    for _count, _words in _counts.items():
        for _word in _words.split():
            _CLASS.setdefault(fold(_word), (_letter, _count))
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day(s)?)?")
_PIECES = PIECES - {"ml", "kg", "s", "g", "fl", "floz", "oz", "lb", "lbs"} | {"kps", "gel"}
_TOKEN = re.compile(
    r"(?P<sig>\b(?:b|t|q)\.\s?i\.\s?d\b)|(?P<am>\ba\.m\b)|(?P<n>(?<![.,])[0-9]+(?![.,]?[0-9]))"
    r"|(?P<f>[0-9][0-9.,]*)|(?:[xXqQ]|dd)(?=[0-9])|(?<=[0-9])[xX](?=[^\W\d_]{2})|[^\W\d_]+[0-9][^\W_]*|[^\W\d_]+|[^\w\s]"
)
_MAKING = frozenset("dDNjwWsxghHkKzA")


class _Read(NamedTuple):
    """A text as classes, and for each of its words where it is and what it counts."""

    classes: str
    counts: list[int]
    spans: list[tuple[int, int]]
    folded: list[str]


@functools.lru_cache(maxsize=8)
def _read(text: str) -> _Read:
    """The words of a line, which is asked for rhythms and for times of day."""
    letters, counts, spans, words = [], [], [], []
    for match in _TOKEN.finditer(text):
        word = fold(match[0])
        letter, count = _class(match.lastgroup, match[0], word)
        letters.append(letter)
        counts.append(count)
        spans.append(match.span())
        words.append(word)
    return _Read("".join(letters), counts, spans, words)


def _class(kind: str | None, written: str, word: str) -> tuple[str, int]:
    if kind == "n":
        return "n", int(written[:9])
    if kind is not None:
        return ("s", {"b": 2, "t": 3, "q": 4}[word[0]]) if kind == "sig" else ("f", 0)
    if not word:
        return ("-" if written in "–—" else written), 0
    if word in _CLASS:
        return _CLASS[word]
    if word in _PIECES:
        return "t", 0
    if word in UNITS:
        return "u", 0
    if word in HOLDING:
        return "I", 0
    weekday = _WEEKDAY.fullmatch(word) if word[:3] in _DAYS else None
    if weekday:
        return ("K" if weekday[1] else "k"), _DAYS.index(word[:3])
    return "y", 0


_DAY = r"(?:[pO]{0,2}[dN]|/[dj]|e[dN]|D)"
_A_DAY = r"(?:[pO]{1,2}d|/[dj]|e[dN]|D)"
_A_WEEK = r"(?:[p/eO]{1,2}w|W)"

_Counted: TypeAlias = tuple[Decimal, int] | None


def _often(times: int, pieces: int = 1) -> _Counted:
    return (Decimal(times * pieces), times) if 0 < times * pieces <= _MOST else None


def _part(of: int, days: int) -> _Counted:
    return (_CONTEXT.divide(Decimal(of), Decimal(days)), 1) if of > 0 and days > 0 else None


def _of_hours(hours: int) -> _Counted:
    if not 0 < hours <= 96:
        return None
    return _CONTEXT.divide(Decimal(24), Decimal(hours)), max(24 // hours, 1)


def _plan(counts: tuple[int, ...]) -> _Counted:
    return _often(sum(counts)) if max(counts) <= 3 else None


def _few(times: int) -> _Counted:
    return _often(times) if times <= _AT_ONCE else None


def _of_two(one: int, other: int) -> _Counted:
    """How often "3 x 144" and "2 x 1" are; the second number may be an amount."""
    return _few(one) if other == 1 or other > 9 else None


def _weekdays(days: tuple[int, ...], written: str) -> _Counted:
    if written.endswith("k-k") and len(days) == 2:
        return _part((days[1] - days[0]) % 7 + 1, 7)  # "Mon-Fri"
    return _part(len(set(days)), 7)


# Patterns of classes, the surest first; what the words count, in order, makes the rhythm.
_PATTERNS: list[tuple[re.Pattern[str], Callable[[tuple[int, ...], str], _Counted]]] = [
    (re.compile(classes), count)
    for classes, count in (
        # "every 8 hours", "c/12h", "6 hourly"
        (r"(?:e|y/|n/)(n)h|(n)-?H", lambda n, _: _of_hours(n[0])),
        # "every 3 days", "jeden 2. Tag", "1 jour sur 2", "every third day"
        (r"e[lp]?(n)[r.]?[dDN]|dS(n)|(?:e|Ol|e[lp])(a)[dN]", lambda n, _: _part(1, n[0])),
        (r"b[dN]|db|dpM|z|Old", lambda _, __: _part(1, 2)),
        # "3 tablets 2 times a day"
        (
            rf"(n)y?t[,v.]{{0,3}}(?:(n)x|(o)){_DAY}|(n)y?t[,v.]{{0,3}}(s)",
            lambda n, _: _often(n[1], n[0]) or _often(n[1]),
        ),
        # "2 x 1 daily", "1 x 3/die"
        (rf"(n)x(n)t?\.?{_DAY}", lambda n, _: _often(n[0] * n[1])),
        (rf"(?:([nT])x|(o)){_DAY}", lambda n, _: _often(n[0])),
        # "3 x a week", "3 days a week", "2 weekly", "weekly"
        (
            rf"(?:(n)[xd]|(o))(?:[p/eO]{{0,2}}w|W)|(n){_A_WEEK}",
            lambda n, _: _part(n[0] if n[0] < 10 else 1, 7),
        ),
        (rf"{_A_WEEK}", lambda _, __: _part(1, 7)),
        (r"(n)dF(n)d?G", lambda n, _: _part(n[0], n[0] + n[1])),
        # "2 capsules a day give": of all of them; "2 iron pills a day"
        (rf"(?:n)y?ty?v{{0,2}}{_A_DAY}[,:]?[I=]", lambda _, __: _often(1)),
        (rf"(n)y?ty?v{{0,2}}{_A_DAY}", lambda n, _: _often(n[0])),
        (r"(n)t?v?A(?:o|n[xZ])", lambda n, _: _often(n[0])),
        (rf"{_A_DAY}[v:,]?(n)x", lambda n, _: _often(n[0])),
        # "zinc 50 daily" is no fifty times; behind an amount with its unit it is
        (rf"u(n){_A_DAY}", lambda n, _: _often(n[0])),
        (rf"(n){_A_DAY}", lambda n, _: _often(n[0]) if n[0] < 10 else None),
        (r"(s)", lambda n, _: _often(n[0])),
        # "2x magnesium", "3x 144", "2x1", "x 4", "2 x 200 mg"
        (r"^(n)x(?!n)|(?<!n)x(n)(?![/udwNhn])|(n)x(?=[nf]u)", lambda n, _: _few(n[0])),
        (r"(n)x(?=(n)(?![utyxn/%.,]))", lambda n, _: _of_two(*n)),
        (r"(?<=(n))x(n)(?![utdwNhxn/%])", lambda n, _: _few(n[1]) if n[0] > _AT_ONCE else None),
        (r"(n)g(n)(?![u/%.,xn])", lambda n, _: _few(n[0]) if n[1] == 1 else None),
        (r"e?k(?:[/,&+-]{0,2}k)+|ek|K", _weekdays),
        (r"(?<![n-])(n)-(n)-(n)(?:-(n))?(?![n-])", lambda n, _: _plan(n)),
    )
]
_DAILY = re.compile(_A_DAY)
_SIGNS = re.compile("[぀-ヿ㐀-鿿가-힯]")
# "1回2錠 1日1回", "每日3次", "隔天", "週3回", of scripts without spaces.
_NUMBER = "[0-9一二两三]"
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3}
_SIGN_DAYS = re.compile(
    f"(?:({_NUMBER})\\s?(?:片|粒|錠|カプセル|정|캡슐)[\\s,，、]?\\s?)?"
    "(?:每日|毎日|每天|[1一]\\s?日|1일|하루)"
    f"\\s?({_NUMBER})\\s?(?:回|次|회|번)"
)
_SIGN_DAILY = re.compile("每日|毎日|每天|매일")
_SIGN_ALTERNATE = re.compile("隔日|隔天|격일")
_SIGN_WEEKS = re.compile(f"[週周주]\\s?({_NUMBER})\\s?(?:回|次|회|번)|每周|毎週|매주")


def rhythms(text: str) -> list[Rhythm]:
    """All that a text says of how often, the surest first; a mere "daily" comes last."""
    if not _may_speak_of_time(text):
        return []
    words = _read(text)
    found = [] if text.isascii() or not _SIGNS.search(text) else _in_signs(text)
    if _MAKING.isdisjoint(words.classes) and "n-n-n" not in words.classes:
        return found
    free = bytearray(b"\1" * len(words.classes))

    def take(match: re.Match[str], counted: _Counted, *, is_plain: bool = False) -> None:
        start, end = match.span()
        if counted is not None and all(free[start:end]):
            free[start:end] = bytes(end - start)
            spans = [words.spans[at] for at in range(start, end) if words.classes[at] != "y"]
            found.append(Rhythm(*counted, tuple(spans), is_plain))

    for pattern, count in _PATTERNS:
        for match in pattern.finditer(words.classes):
            places = [match.start(group) for group in range(1, pattern.groups + 1)]
            said = [words.counts[at] for at in places if at >= 0] or [
                words.counts[at] for at in range(*match.span()) if words.classes[at] in "kK"
            ]
            take(match, count(tuple(said), match[0]))
    for match in _DAILY.finditer(words.classes):
        take(match, _often(1), is_plain=True)
    return found


@functools.lru_cache(maxsize=8)
def _may_speak_of_time(text: str) -> bool:
    """Whether a line holds any word of a rhythm or of a time of day: most lines hold none."""
    if not text.isascii():
        return True
    return text.count("-") > 1 or not _OF_TIME.isdisjoint(_ASCII_WORD.findall(text.lower()))


def _in_signs(text: str) -> list[Rhythm]:
    found = []
    for match in _SIGN_DAYS.finditer(text):
        pieces, times = (_number(said) if said else 1 for said in match.groups())
        found.append((match, _often(times, pieces)))
    found += [(match, _part(1, 2)) for match in _SIGN_ALTERNATE.finditer(text)]
    for match in _SIGN_WEEKS.finditer(text):
        found.append((match, _part(_number(match[1]) if match[1] else 1, 7)))
    said = [Rhythm(*counted, (match.span(),)) for match, counted in found if counted]
    taken = {match.start() for match, _ in found}
    return said + [
        Rhythm(Decimal(1), 1, (match.span(),), is_plain=True)
        for match in _SIGN_DAILY.finditer(text)
        if match.start() not in taken
    ]


def _number(sign: str) -> int:
    return _NUMBERS.get(sign) or int(sign)


def is_daily(text: str) -> bool:
    """Whether a text speaks of a day, with a number of times or without: "60 g daily"."""
    return _DAILY.search(_read(text).classes) is not None


def intakes(text: str) -> int | None:
    """How many times a day a text says, pieces taken at once as one; `None`: it does not say."""
    return next((rhythm.times for rhythm in rhythms(text) if not rhythm.is_plain), None)


_SLOTS = {
    Slot.MORNING: "morning mornings breakfast am qam morgens morgen fruh matin manana mattina "
    "manha rano aamulla aamuisin morgonen morgenen reggel sabah dimineata ochtends утром "
    "вранці",
    Slot.NOON: "noon midday afternoon lunch lunchtime mittag mittags midi mediodia "
    "poludnie poledne",
    Slot.EVENING: "evening evenings dinner dinnertime supper qpm pm abends soir noche noches sera "
    "noite wieczorem vecer illalla iltaisin kvall kvallen kveld kvelden aften "
    "aftenen abend aksam seara avonds "
    "вечером ввечері",
    Slot.BEDTIME: "bedtime bed nightly qhs coucher schlafen schlafengehen dormir",
}
_SLOT = {fold(word): slot for slot, words in _SLOTS.items() for word in words.split()}
_OF_TIME = {
    *_SLOT,
    "night",
    *_DAYS,
    *(word for word, (kind, _) in _CLASS.items() if kind in _MAKING),
}
_OF_TIME |= {
    f"{day}{end}"
    for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
    for end in ("day", "days")
}
_OF_TIME |= {"tues", "thur", "thurs", "wednes", "satur"}
_ASCII_WORD = re.compile("[a-z]+")
_SLOT_SIGNS = {
    Slot.MORNING: re.compile("朝食|早上|아침"),
    Slot.EVENING: re.compile("夕食|晚上|저녁"),
}
# "300 mg, divided, in the morning and in the evening"
_DIVIDED = re.compile(
    r"divided|split|aufgeteilt|verteilt|r\u00e9parti|dividid|suddivis|podziel|verdeeld|f\u00f6rdel|"
    r"раздел",
    re.IGNORECASE,
)


def is_divided(text: str) -> bool:
    """Whether a text says that an amount is that of all times of a day together."""
    return _DIVIDED.search(text) is not None


def slots(text: str) -> tuple[tuple[Slot, ...], list[tuple[int, int]]]:
    """The times of day that a text names, in the order of the day, and where it names them."""
    if not _may_speak_of_time(text):
        return (), []
    words = _read(text)
    found = []
    for place, word in enumerate(words.folded):
        if word in _SLOT and not (word == "am" and words.classes[place + 1 : place + 2] in "dy"):
            found.append((_SLOT[word], words.spans[place]))
        elif word == "night" and place and words.folded[place - 1] == "at":
            found.append((Slot.BEDTIME, words.spans[place]))
    if not text.isascii() and _SIGNS.search(text):
        found += [(slot, m.span()) for slot, p in _SLOT_SIGNS.items() for m in p.finditer(text)]
    if not found:
        return (), []
    named = {slot for slot, _ in found}
    return tuple(slot for slot in Slot if slot in named), [span for _, span in found]
