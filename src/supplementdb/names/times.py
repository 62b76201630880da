# SPDX-License-Identifier: MIT
"""
The words of a text that speak of time: of what class each is, and the times of day it names.

A class is a letter (n a number, x a word for times, t a piece, d a day, ...), so that a rhythm is
a pattern of letters in any language.
"""

from __future__ import annotations

import functools
import re
from decimal import Context, Decimal
from typing import NamedTuple

from ..regimen import Slot
from .numbers import UNITS
from .vocabulary import fold
from .words import HOLDING, PIECES

__all__ = ["CONTEXT", "MAKING", "SIGNS", "Read", "is_divided", "may_speak_of_time", "read", "slots"]


def __dir__() -> list[str]:
    return __all__


# Our own context, so that an application's decimal settings cannot change an answer.
CONTEXT = Context(prec=12)
SIGNS = re.compile("[぀-ヿ㐀-鿿가-힯]")
# Classes of words by their letters, with what they count where they count.
_CLASSES: dict[str, dict[int, str]] = {
    "n": {
        1: "one un una uno une een ein eine einen",
        2: "two zwei deux dos due duas dois twee dwa dwie dve kaksi tva два две "
        "дві iki dua hai doi doua ketto dvi kaks",
        3: "three drei trois tres tre drie trzy tri kolme три uc tiga trei harom trys kolm",
        4: "four vier quatre cuatro quattro quatro cztery ctyri nelja fyra fire",
        5: "five cinq cinco cinque funf vijf piec fem",
        6: "six sechs seis sei zes",
        7: "seven",
        8: "eight acht huit ocho otto oito",
        9: "nine",
        10: "ten",
        12: "twelve",
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
    "Q": {0: "half halbe halben media demi mezza meia"},
    "q": {0: "quarter viertel quart cuarto"},
    "T": {2: "to"},  # of Danish, and a word of English
    "g": {0: "dd"},
    "D": {
        0: "daily everyday qd diarias taglich taeglich tgl diario diaria diarios diariamente "
        "quotidien "
        "quotidiennement dziennie dagligen daglig dagligt dagl dgl dagelijks daags paivassa "
        "paivittain denne naponta dz zilnic gunde gunluk sehari ежедневно "
        "щодня يوميا"
    },
    "d": {
        0: "day days tag tage tagen jour jours dia dias giorno giorni dzien dni dag dagar dage "
        "dager dagen paiva vrk den dny nap zi zile gun hari ngay dan dienas paevas "
        "dobe день дня дней сутки "
        "добу"
    },
    "j": {0: "j d die д сут"},  # days behind a stroke: "6 cp/j"
    "N": {0: "night nights"},
    "w": {
        0: "week weeks wk wks woche wochen vecka semaine semana settimana tydzien tygodniu "
        "veckan uge "
        "ugen uken "
        "viikko viikossa tyden tydne haftada hafta saptamana tuan "
        "неделю тиждень"
    },
    "W": {
        0: "weekly wkly wochentlich woechentlich tygodniowo wekelijks haftalik seminggu hetente "
        "semanal "
        "hebdomadaire еженедельно"
    },
    "p": {0: "a im pour per pro am par por al alla ao na w we ve i pe la el each в на"},
    "e": {
        0: "every alle var elke iedere chaque tous toutes cada ogni co joka hver varje kazdy jeden "
        "her q "
        "каждый каждые"
    },
    "O": {0: "om"},
    "S": {0: "sur su"},
    "l": {0: "les los las de den"},
    "E": {30: "monthly monatlich mensuel mensual mensile"},
    "a": {
        2: "other second zweite zweiten anderen andere altro otro autre drugi annan anden toinen "
        "druhy",
        3: "third dritten trzeci tredje tredje tercer terzo troisieme",
    },
    "b": {0: "alternate alternos alternados alterni ob varannan annenhver asiri через"},
    "M": {0: "medio"},
    "m": {
        30: "month months monate monat mois mes meses mesi mese maand maanden miesiace mies "
        "manader maneder kuukautta mesice luni ay мес месяца месяцев",
        365: "year years jahre ans",
    },
    "s": {2: "bid bd", 3: "tid tds", 4: "qid qds"},
    "h": {
        0: "h hr hrs hour hours hora horas heure heures ore ora stunde stunden std uur uren godzin "
        "godziny godz timme timmar timer tim часов часа час"
    },
    "H": {0: "hourly"},
    "z": {0: "eod qod obden"},
    "A": {0: "at in em"},
    "v": {0: "all po by mouth oral orally be taken по kg"},
    "&": {0: "and und et och og"},
    "Z": {0: "go"},
    "F": {0: "on"},
    "G": {0: "off"},
    "r": {0: "nd rd th"},
    # Days of the week, and every such day.
    "k": {
        0: "mon monday montag lundi lunes lunedi maandag mandag poniedziałek pondeli "
        "maanantai понедельник понедельникам",
        1: "tue tues tuesday dienstag mardi martes martedi dinsdag tisdag tirsdag wtorek utery "
        "tiistai вторник вторникам",
        2: "wed wednes wednesday mittwoch mercredi miercoles mercoledi woensdag onsdag sroda srode "
        "streda keskiviikko среда среду средам",
        3: "thu thur thurs thursday donnerstag jeudi jueves giovedi donderdag torsdag czwartek "
        "ctvrtek torstai четверг четвергам",
        4: "fri friday freitag vendredi viernes venerdi vrijdag fredag piatek patek perjantai "
        "пятница пятницу пятницам",
        5: "sat satur saturday samstag sonnabend samedi sabado sabato zaterdag lordag lørdag "
        "sobota sobote lauantai суббота субботу субботам",
        6: "sun sunday sonntag dimanche domingo domenica zondag sondag søndag niedziela niedziele "
        "nedele sunnuntai воскресенье воскресеньям",
    },
    "K": {
        0: "mondays montags lundis poniedziałki maanantaisin",
        1: "tuesdays dienstags mardis wtorki tiistaisin",
        2: "wednesdays mittwochs mercredis keskiviikkoisin",
        3: "thursdays donnerstags jeudis czwartki torstaisin",
        4: "fridays freitags vendredis piatki perjantaisin",
        5: "saturdays samstags samedis sabados soboty lauantaisin",
        6: "sundays sonntags dimanches domingos sunnuntaisin",
    },
}
_CLASS: dict[str, tuple[str, int]] = {}
for _letter, _counts in _CLASSES.items():
    for _count, _words in _counts.items():
        for _word in _words.split():
            _CLASS.setdefault(fold(_word), (_letter, _count))
# What stands between days of a week; elsewhere some of these are "a" or "in".
_BETWEEN_DAYS = dict.fromkeys("y e i en ja и".split(), "&")
_BETWEEN_DAYS |= dict.fromkeys("to through till bis tot do til till au a al по".split(), "-")
_CZECH = {
    "pondeli",
    "utery",
    "streda",
    "ctvrtek",
    "patek",
    "sobota",
    "nedele",
}  # whose "a" is "and"
_PIECES = PIECES - {"ml", "kg", "s", "g", "fl", "floz", "oz", "lb", "lbs"} | {"kps", "gel", "cps"}
_TOKEN = re.compile(
    r"(?P<sig>\b(?:b|t|q)\.\s?i\.\s?d\b)|(?P<am>\ba\.m\b)|(?P<n>(?<![.,])[0-9]+(?![.,]?[0-9]))"
    r"|(?P<f>[0-9][0-9.,]*)|(?:[xXqQ]|dd)(?=[0-9])|(?<=[0-9])[xX](?=[^\W\d_]{2})|[^\W\d_]+[0-9][^\W_]*|[^\W\d_]+|[^\w\s]"
)
_MOST_PARTS = 8
_PARTS = {"Q": Decimal("0.5"), "q": Decimal("0.25")}
# "1 1/2 tablets", "one and a half tablets", "1.5 tablets", "1/2-0-1/2"
_OF_PIECES = re.compile(
    r"(?:(?P<whole>n)(?:&p)?)?(?:(?P<of>n)/(?P<by>n)|(?P<part>[Qq])p?)(?:(?=y?t|-n)|(?<=n-n/n))"
    r"|(?P<decimal>f)(?=y?t)"
)
_TWICE = re.compile(r"n\(n\)")
_MOST_WHOLE = 4  # "zinc 50 1/2 tablet" is no fifty and a half
_DECIMAL = re.compile(r"([0-9]{1,2})[.,]([0-9]{1,2})")
# Without one of these classes there is no rhythm, nor without "j" and a stroke: "6 cp/j".
MAKING = frozenset("dDNjwWEmsxghHkKzoZ")


class Read(NamedTuple):
    """A text as classes, and for each of its words where it is and what it counts."""

    classes: str
    counts: list[Decimal]
    spans: list[tuple[int, int]]
    folded: list[str]


@functools.lru_cache(maxsize=8)
def read(text: str) -> Read:
    """The words of a line, which is asked for rhythms and for times of day."""
    letters: list[str] = []
    words: list[str] = []
    counts, spans = [], []
    for match in _TOKEN.finditer(text):
        word, letter, count = _class(match.lastgroup, match[0])
        if word == "di" and words and words[-1] == "al":
            letter = "d"  # "due volte al dì"; elsewhere it is "of"
        elif word in _BETWEEN_DAYS and letters and letters[-1] in "kK":
            letter = "&" if word == "a" and words[-1] in _CZECH else _BETWEEN_DAYS[word]
        letters.append(letter)
        counts.append(count)
        spans.append(match.span())
        words.append(word)
    words_read = Read("".join(letters), counts, spans, words)
    if "(" in letters:
        words_read = _once(words_read)
    return _whole(text, words_read) if "t" in letters or "-" in letters else words_read


def _once(read: Read) -> Read:
    """The same with a number that is said twice said once: "2 (two) times"."""
    classes, counts, spans, folded = read
    for match in [*_TWICE.finditer(classes)][::-1]:
        start, end = match.span()
        if counts[start] == counts[start + 2]:
            classes = f"{classes[:start]}n{classes[end:]}"
            counts[start:end] = [counts[start]]
            spans[start:end] = [(spans[start][0], spans[end - 1][1])]
            folded[start:end] = [folded[start]]
    return Read(classes, counts, spans, folded)


def _whole(text: str, read: Read) -> Read:
    """The same with what is said in several words or digits of parts of pieces as one number."""
    classes, counts, spans, folded = read
    for match in [*_OF_PIECES.finditer(classes)][::-1]:
        start, end = match.span()
        if match["decimal"]:
            written = _DECIMAL.fullmatch(text, *spans[start])
            count = Decimal(f"{written[1]}.{written[2]}") if written else None
        elif match["part"]:
            count = _PARTS[match["part"]]
        else:
            at = match.start("of")
            of, by = counts[at], counts[at + 2]
            count = CONTEXT.divide(of, by) if 0 < of < by <= _MOST_PARTS else None
        if count is None:
            continue
        if match["whole"]:
            if counts[start] > _MOST_WHOLE:
                start += 1 + (classes[start + 1] == "&") * 2
            else:
                count = CONTEXT.add(count, counts[start])
        classes = f"{classes[:start]}n{classes[end:]}"
        counts[start:end] = [count]
        spans[start:end] = [(spans[start][0], spans[end - 1][1])]
        folded[start:end] = [""]
    return Read(classes, counts, spans, folded)


@functools.lru_cache(maxsize=4096)
def _class(kind: str | None, written: str) -> tuple[str, str, Decimal]:
    """A word as names are compared, its class and what it counts."""
    word = fold(written)
    letter, count = _letter_of(kind, written, word)
    return word, letter, Decimal(count)


def _letter_of(kind: str | None, written: str, word: str) -> tuple[str, int]:
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
    if word in _SLOT:
        return "L", 0
    return "y", 0


@functools.lru_cache(maxsize=8)
def may_speak_of_time(text: str) -> bool:
    """Whether a line holds any word of a rhythm or of a time of day: most lines hold none."""
    if text.count("-") > 1 or text.count("+") > 1 or _SHORT_TIME.search(text):
        return True
    if text.isascii():
        return not _OF_TIME.isdisjoint(_LETTERS.findall(text.lower()))
    return SIGNS.search(text) is not None or not _OF_TIME.isdisjoint(
        [fold(word) for word in _LETTERS.findall(text)]
    )


_SLOTS = {
    Slot.MORNING: "morning mornings breakfast am qam morgens morgen morgon fruhstuck colazione "
    "desayuno "
    "ontbijt sniadanie sniadaniu ochtend fruh matin manana mattina "
    "manha rano aamulla aamuisin morgonen morgenen reggel sabah dimineata ochtends утром "
    "вранці",
    Slot.NOON: "mittagessen pranzo noon midday afternoon lunch lunchtime mittag mittags midi "
    "mediodia "
    "poludnie poledne",
    Slot.EVENING: "abendessen abendbrot cena kolacja kolacji avond evening evenings dinner "
    "dinnertime supper qpm pm abends soir noche noches sera "
    "noite wieczorem vecer illalla iltaisin kvall kvallen kveld kvelden aften "
    "aftenen abend aksam seara avonds "
    "вечером ввечері",
    Slot.BEDTIME: "bedtime bed nightly qhs coucher schlafen schlafengehen dormir",
}
_GERMAN = re.compile(
    r"\s(?:tage?|abend|morgen|mittag|nachmittag|vormittag|besten)\b", re.IGNORECASE
)
_SLOT = {fold(word): slot for slot, words in _SLOTS.items() for word in words.split()}
_OF_TIME = {
    *_SLOT,
    "night",
    *(word for word, (kind, _) in _CLASS.items() if kind in MAKING and kind != "j"),
}
# "3xdz", "6 cp/j", "b.i.d."
_SHORT_TIME = re.compile(
    r"[qQ][0-9][dD]\b|[0-9/.](?:(?<=[0-9])[xX]|(?<=/)\s?[jdJD\u0434]|(?<=\.)\s?[dD](?![^\W\d_]))"
)
_LETTERS = re.compile(r"[^\W\d_]+")
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


def _one_evening(found: list[tuple[Slot, tuple[int, int]]]) -> list[tuple[Slot, tuple[int, int]]]:
    """The same without an evening right before bedtime: "abends vor dem Schlafengehen"."""
    beds = [span[0] for slot, span in found if slot is Slot.BEDTIME]
    return [
        (slot, span)
        for slot, span in found
        if slot is not Slot.EVENING or not any(0 < bed - span[1] < _NEAR for bed in beds)
    ]


_NEAR = 18  # letters


def slots(text: str) -> tuple[tuple[Slot, ...], list[tuple[int, int]]]:
    """The times of day that a text names, in the order of the day, and where it names them."""
    if not may_speak_of_time(text):
        return (), []
    words = read(text)
    found = []
    nights = []
    for place, word in enumerate(words.folded):
        if word in _SLOT and not (word == "am" and _GERMAN.match(text, words.spans[place][1])):
            found.append((_SLOT[word], words.spans[place]))
        elif word in ("night", "nights"):
            nights.append((place, words.spans[place]))
    # "At night", "morning and night"; "night cream" and "a night" are none.
    found += [
        (Slot.BEDTIME, span)
        for place, span in nights
        if (place and words.folded[place - 1] == "at") or found
    ]
    if not text.isascii() and SIGNS.search(text):
        found += [(slot, m.span()) for slot, p in _SLOT_SIGNS.items() for m in p.finditer(text)]
    if not found:
        return (), []
    if {Slot.EVENING, Slot.BEDTIME} <= {slot for slot, _ in found}:
        found = _one_evening(found)
    named = {slot for slot, _ in found}
    return tuple(slot for slot in Slot if slot in named), [span for _, span in found]
