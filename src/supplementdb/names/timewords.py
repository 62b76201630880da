# SPDX-License-Identifier: MIT
"""Words of time in the languages of labels: numbers, pieces, days, and times of day."""

from __future__ import annotations

from ..regimen import Slot
from .vocabulary import fold

__all__ = ["CLASS", "SLOT"]


def __dir__() -> list[str]:
    return __all__


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
    "Q": {
        0: "half halve halbe halben media medio demi demie mezza mezzo meia meio halv halva puoli "
        "fel pol poł pul полтаблетки пол половину"
    },
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
CLASS: dict[str, tuple[str, int]] = {}
for _letter, _counts in _CLASSES.items():
    for _count, _words in _counts.items():
        for _word in _words.split():
            CLASS.setdefault(fold(_word), (_letter, _count))
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
SLOT = {fold(word): slot for slot, words in _SLOTS.items() for word in words.split()}
