# SPDX-License-Identifier: MIT
"""
What the words of a line make it: a list of auxiliaries, a denial, a lotion, a thing, talk.

Patterns in the languages of labels, and the beginnings of the words that they hold: a line without
any of these is not searched.
"""

from __future__ import annotations

import re

__all__ = [
    "ACTIVE",
    "AFFIRMING",
    "AUXILIARY",
    "AUXILIARY_CJK",
    "BRIEF",
    "CARRIED",
    "CLASSES",
    "CLAUSE",
    "CLOSED",
    "COUNTER_ION",
    "DENIED_BEHIND",
    "DENYING",
    "DRUNK",
    "ELSEWHERE",
    "HEADINGS",
    "HEADINGS_CJK",
    "LABORATORY",
    "LISTED",
    "LITTLE",
    "MAY_DENY_BEHIND",
    "MEASURED",
    "MEASURED_CJK",
    "MEDICINE_CJK",
    "MILLIGRAMS",
    "NEXT",
    "NUMBERED",
    "OF_ANY",
    "OF_AUXILIARIES",
    "OF_CLASSES",
    "OF_DENIALS",
    "OF_ELSEWHERE",
    "OF_HEADINGS",
    "OF_SEARCHED",
    "OF_STOPPED",
    "OF_THINGS",
    "OF_TOPICALS",
    "OF_WORK",
    "OPENED",
    "STOPPED_BEHIND",
    "SWALLOWED",
    "TALK",
    "THINGS",
    "TOPICAL",
    "TOPICAL_CJK",
    "WORDS_OF_THINGS",
    "WORK",
]


def __dir__() -> list[str]:
    return __all__


# What follows is auxiliary to the end of the line.
HEADINGS = re.compile(
    r"\b(?:other|inactive|non-?\s?medicinal|additional|minor)\s+ingredients?\b"
    r"|\benteric\s+coating(?=\s?[:(])|\bexcipients?\b|\bcapsule\s+shell\b|\b(?:tablet|capsule|effervescent)\s+(?:base|coating)\b"
    r"|\bcontains?\s+(?:less\s+than\s+)?[0-9]\s?%|\bless\s+than\s+[0-9]\s?%\s+of\b"
    r"|\bhilfsstoffe?\b|\bsonstige\s+bestandteile\b|\bexcipientes?\b|\beccipient\w*|\bhulpstof\w*"
    r"|\bsubstanc\w+\s+pomocnicz\w+|\bhj(?:ä|æ|e)lp(?:e|ä)?stof+\w*|\bpomocné\s+látky"
    r"|\bsegédanyag\w*|вспомогательн\w+\s+веществ\w+|غير النشطة|السواغات|yardımcı\s+maddeler"
    r"|\bapuaineet\b|\bexcipienti\b|\btá\s+dược",
    re.IGNORECASE,
)
HEADINGS_CJK = re.compile("부형제|부원료|添加剂|添加物|賦形剤|辅料")
# What one auxiliary or some do: in an ingredient list the others go on behind them.
CLASSES = re.compile(
    r"\b(?:(?:bulking|glazing|anti-?\s?caking|release|coating|flow|firming|gelling|thickening)\s+"
    r"agents?\b|trituration(?:\s+(?:on|in|with))?|colou?rs?\b(?=\s*[:(])|colou?rants?\b|fillers?\b(?=\s*[:(])"
    r"|binders?\b(?=\s*[:(])|acidity\s+regulators?\b"
    r"|(?:emulsifier|thickener|stabili[sz]er|sweetener)s?\b(?=\s*[:(])"
    r"|f(?:ü|ue)llstoffe?\b|trennmittel\b|(?:film)?(?:ü|ue)berzugsmittel\b|kapselh(?:ü|ue)lle\b"
    r"|farbstoffe?\b|tr(?:ä|ae)gerstoffe?\b|rieselhilfe\b|säureregulator\w*"
    r"|s(?:ä|ae)uerungsmittel\b|s(?:ü|ue)(?:ß|ss)ungsmittel\b|stabilisator\w*"
    r"|agents?\s+de\s+charge\b|agents?\s+d[’']enrobage\b|anti-?ag+lom\w*|anti-?apelma\w*"
    r"|antiumectante\w*|agent[ei]\s+di\s+(?:carica|rivestimento)\b|colorant\w*"
    r"|agente\w*\s+de\s+(?:carga|recubrimiento|volume|revestimento)|vulstof\w*"
    r"|antiklonter\w*|glansmiddel\w*|substanc\w+\s+(?:wypełniaj|przeciwzbryl|glazuruj)\w+"
    r"|regulator\s+kwasowości|fyldemid+el\w*|fyllnadsmedel\w*|klumpforebyg\w*"
    r"|klumpförebygg\w*|antiklump\w*|täyteaine\w*|paakkuuntumisenesto\w*"
    r"|topaklanmay\w*\s+\w+|protispékav\w*|plnidl\w*|csomósodást?\s?gátl\w*|tömegnövel\w*"
    r"|техн\w+\s+добавк\w+)",
    re.IGNORECASE,
)
MILLIGRAMS = re.compile(r"m?c?g\b(?<=[mc]g)|[\u00b5\u03bcu]g|meq|\u043c", re.IGNORECASE)
CLAUSE = re.compile(r"[,;\n](?![0-9])")
CARRIED = re.compile(r"[0-9]\s?%\s+(?:in|on)\b", re.IGNORECASE)  # "B12 1 % in dicalcium phosphate"
OPENED = re.compile(r"\s{0,3}:?\s{0,3}[(\[]")
CLOSED = re.compile(r"[)\]]")
NEXT = re.compile(r"[,;)\]]|\.(?![0-9])")
LISTED = re.compile(r";|\.(?![0-9])")
ACTIVE = re.compile(
    r"^\W{0,5}(?:active\s)?(?:ingredients?|zutaten|ingr[ée]dients?|sk[łl]adniki)\b", re.IGNORECASE
)
WORK = re.compile(
    r"\s{0,3}\(?\s?(?:(?:as|for)\s(?:an?\s)?)?(?:ph\sadjust\w{2,4}|carrier|filler|binder|diluent|lubricant|disintegrant|opacifier|"
    r"anti-?caking|anti-?\s?oxidant|wetting|gelling|buffer|preservative|sweeten(?:er|ing)|glidant|"
    r"stabili[sz]er|emulsifier|acidity|colou?r(?:ant)?|flow|bulking|release)\b",
    re.IGNORECASE,
)
AUXILIARY = re.compile(
    r"\b(?:micro\w*\s?cellulose|cellulose|hypromellose|stearic\s+acid|croscarmellose\w*|povidone|"
    r"crospovidone|maltodextrin|talc|gelatin|mcc|hydroxypropyl\w*|magnesium\s+stearate|"
    r"mg\s+stearate|sucralose|aspartame|carrageenan|shellac|titanium\s+dioxide|"
    r"st[eé]arate\s+de\s+magn\w+|magnesiumstearat\w*|estearato\s+de\s+magnesio|"
    r"stearato\s+di\s+magnesio|stearynian\s+magnezu|стеарат\s+магния)\b",
    re.IGNORECASE,
)
AUXILIARY_CJK = re.compile("ステアリン酸|스테아린산|硬脂酸")
TOPICAL = re.compile(
    r"\b(?:sh?ampon|szampon|champ[úu]|shampooing|schampo|şampuan|șampon|шампунь|cr[èe]me\s+change|"
    r"[ée]ryth[èe]me|anti-?\s?dandruff|antischuppen|anticaspa|antiforfora|phenoxyethanol|dimethicone|cetearyl|parfum|sunscreen|sun\s?block|spf\s?[0-9]+|cream|lotion|ointment|toothpaste|mouth\s?wash|"
    r"shampoo|conditioner|deodorant|nappy|diaper|baby\s+powder|soap|serum\s+for\s+skin|"
    r"spot\s+treatment|salve|balm|lip\s?stick|make-?up|foundation|face\s+mask|bath\s+(?:salts?|"
    r"bombs?)|foot\s+soak|creme|sonnencreme|zahnpasta|zahncreme|salbe|wundsalbe|cr[eè]me\s+"
    r"(?:solaire|pour)|dentifrice|pommade|crema|pomada|pa\u00f1al|pasta\s+all|protector\s+solar|pasta\s+de\s+dientes|dentifricio|"
    r"tandpasta|zonnebrand\w*|zalf|krem|maść|pasta\s+do\s+zębów|solkräm|tandkräm|solcreme|"
    r"aurinkovoide|hammastahna|зубная\s+паста|крем|мазь)\b",
    re.IGNORECASE,
)
TOPICAL_CJK = re.compile("日焼け止め|防晒|牙膏|歯磨き|크림|선크림|치약|연고")
MEDICINE_CJK = re.compile(
    "칼슘채널|カルシウム拮抗|钙通道|钙拮抗|二酸化塩素|二氧化氯|이산화염소|プロフェン|フェナク|西林|头孢|青霉素|他汀|沙坦|拉唑|スタチン|サルタン|プラゾール|스타틴|사르탄|프라졸"
)
SWALLOWED = re.compile(
    r"\b(?:tab(?:let)?s?|caps?(?:ule)?s?|caplets?|vcaps?|softgels?|gumm(?:y|ies)|lozenges?|oral|"
    r"sachets?|supplements?|chews?|chewables?|dissolve|take|drink|flavou?r(?:ed)?|tabletten|kapseln|comprim\w+|g[eé]lules?|c[aá]psulas?|compresse|"
    r"tabletki|kapsułki|таблет\w*|капсул\w*)\b",
    re.IGNORECASE,
)
LABORATORY = re.compile(
    r"\b(?:mc|[munpµμ])?g\s?/\s?dl\b|\b(?:[unpµμ]g|[munµμ]?mol|meq)\s?/\s?l\b|\bng\s?/\s?ml\b"
    r"|\bwater\b[^\n]{0,60}\bmg\s?/\s?l\b|\bcalcium\s+score\b|\bferritin\s+(?:level|i\.?\s?s)\b",
    re.IGNORECASE,
)
DRUNK = re.compile(r"reconstitut|dissol|\bORS\b|drink|per\slit(?:er|re)", re.IGNORECASE)
THINGS = re.compile(
    r"\b(?:iron\s+(?:chelators?|chelation|man|maiden|will|gate|curtain|skillet|ore|age|throne)|cast\s+iron|"
    r"(?:copper|iron|lithium|cobalt|zinc|nickel|chrome|silicon|sulfur|sulphur|potash)\s+"
    r"(?:beech|farm|springs?|hotel|hill|road|street|batter(?:y|ies)|blue|paint|pipe|wire|clasp|"
    r"ring|bracelet|canyon|mine|valley|oxide\s+paint|sheet|roof|plated?|mug|pan|pot)|"
    r"with\s+copper\s+clasp|(?:calcium|sodium|potassium)\s+channel|calcium\s+score|coronary\s+(?:calcium|score)|"
    r"potassium[\s-]sparing|sodium[\s-]glucose|(?:potassium|phosphate)\s+binder|pump(?:s|ed|ing)?\s+iron|nu-mag|chlorine\s+dioxide|di[óo]xido\s+de\s+cl[oó]ro|dioxyde\s+de\s+chlore|"
    r"biossido\s+di\s+cloro|chlordioxid|mms\s+drops|lithium\s+(?:coin|ion|cell|polymer|grease)|coin\s+cell|galvani[sz]ed|-rich\s+(?:foods?|diets?|paint|primer)|iron\s+(?:overload|stores)|root\s+killer|laundry|drains?|bleach|ant\s+killer|fertili[sz]er|"
    r"selenium\s+(?:web\s?driver|grid|ide)|scarpe\s+da\s+calcio|campo\s+di\s+calcio|calcio\s+mercato|rekening\s+van\s+de\s+koper|bladmeststof|"
    r"engrais|abono|concime|gübre|nawóz|удобрени\w+|gödsel|foliar|"
    r"batter(?:y|ies)|earrings?|necklace|skillet|gym|hotel|(?:iron|copper)\s+kettle|copper\s+iud|"
    r"chemin\s+de\s+fer|fer\s+[aà]\s+(?:repasser|cheval|lisser|souder)|ferro\s+da\s+stiro|santa\s+fe|"
    r"(?<!.)(?:tolerable\s+)?upper\s+limit|rda\s+(?:of|for)\s+\w+\s+is|permanganates?|acs\s+reagent|laboratory\s+use|cobre\s+(?:sus?|tu|el|os?)|"
    r"scuola\s+calcio|ferro\s+de\s+engomar|watercolou?rs?|ice\s+melt|de-?icer|lawns?|swimming\s+pool|pool\s+(?:water|salt)|piscin\w{1,3}|hnojiv\w{1,3}|"
    r"trávník\w{0,2}|trawnik\w{0,3}|felsenbirnen?|calcio\s+(?:d'inizio|d'angolo|di\s+rigore)|"
    r"serie\s+[abc]|de\s+koper\s+(?:betaalt|krijgt|ontvangt)|(?:oli|on|meni)\s+rikki|"
    r"de\s+hierro\s+forjado|b(?:ü|ue)geleisen|eisenbahn\w*|d(?:ü|ue)nger)\b",
    re.IGNORECASE,
)
# Places, firms, works of art: what is named with an amount beside them may yet be taken.
ELSEWHERE = re.compile(
    r"\b(?:(?:my|recent|last|get|full|blood)\s+labs|labs?\s+(?:results?|work|values?|came|were)|disease|syndrome|poisoning|toxicity|accumulates?|builds?\s+up|deficiency|anaemia|anemia|allergy|deficit|mangel|carence|carenza|carencia|"
    r"test\s+strips?|water\s+bottle|fire\s+starter|insulin\s+zinc|(?:well|tap|ground|drinking)\s+water|mountains?|studio|album|songs?|movie|novel|marketing|ltd|llc|gmbh|coach|academy|stadium|"
    r"football|records|store\s+pickup|alloy|pigment|uhr|randevu|appointment|öffnungszeiten|"
    r"opening\s+hours|de\s+(?-i:El\s+Hierro))\b",
    re.IGNORECASE,
)
# What is measured in blood, on a line without an amount that could be taken.
MEASURED = frozenset(
    (
        "tibc panel bilan serique badanie krwi blutbild blutwert blutwerte tsh bun hba1c "
        "transferrin hemoglobin haemoglobin creatinine egfr крови tahlil tahlili bloods"
    ).split()
)
MEASURED_CJK = re.compile("血清|検査|检测|化验|血液|검사|수치")
# "Magnesium citrate 400, how much is that?": a number that may be an amount.
NUMBERED = re.compile(
    r"(?<![\w.,:/-])[1-9][0-9]{1,3}(?![\w:/%]|[.,][0-9]|[\s-]?(?:y(?:ea)?rs?|y/?o|months?|weeks?|days?|hours?|hrs?|"
    r"min|am\b|pm\b|jahr|monat|woch|tag|stund|ans\b|mois|a\u00f1os|meses|anni|mesi|lat\b|jaar|\u00e5r\b|\u043b\u0435\u0442))"
)
TALK = frozenset(
    (
        "i me my we can could someone anyone why makes make is are was there any do does did which "
        "better what how about thing tell hi hello thx thanks please should would will ask doctor "
        "because think feel feels am it if have has had warning accidental builds strong leading "
        "est ce que manque pourquoi czy mam dlaczego warum wieso hilft habe ich porque por que "
        "tengo perche ho manca varfor hvorfor почему есть ли мне within hours"
    ).split()
)
DENYING = re.compile(
    r"\b(?:(?:not|never|nicht|pas|no)\s+(?:(?:together|zusammen|gleichzeitig|insieme|junto|"
    r"en\s+même\s+temps)\s+)?"
    r"(?:with|mit|avec|con)|separ\w{0,6}\b[^.;:]{0,20}?\b(?:from|de|del|da|dal|di)|"
    r"(?:(?:body|helps?|to)\s+absorb|(?:absorption|uptake)\s+of|upptag\s+av|opptak\s+av|optagelse\s+af|aufnahme\s+von|"
    r"absorption\s+d[ue]|absorci[óo]n\s+del?|absorção\s+d[eo]|assorbimento\s+d[ei]l?|opname\s+van|"
    r"wchłanianie|усвоению|всасывание)|n[ãa]o\s+cont[ée]m|no\s+contiene|ne\s+contient\s+pas|non\s+contiene|"
    r"enthält\s+kein\w*|bevat\s+geen|ei\s+sisällä|innehåller\s+inte|indeholder\s+ikke|nie\s+zawiera|"
    r"не\s+содержит|neobsahuje|w/o|without(?:\s+added)?|zero(?:\s+added)?|free\s+(?:of|from)|no\s+added|contains?\s+no|does\s+not\s+contain|"
    r"do(?:es)?n['’]t\s+contain|used\s+to\s+(?:take|use)|allergic\s+to|never|(?:do|did|does|is|was)n['’]t|"
    r"no\s+longer(?:\s+(?:taking|take|using|use))?|(?-i:(?:(?<![^\n])|(?<=[,;]\s))(?:STOP|HOLD|DISCONTINUED?)(?=:?(?:\s[^\W\d_]{1,20}){1,3}\s[0-9]))|discontinued?(?=:)|not\s+a\s+significant\s+source\s+of|no|not|non|minus|nicht|niet|nie|inte|ikke|"
    r"pas\s+(?:de|d')|ne\s+prends?\s+pas(?:\s+de)?|n\u00e3o\s+tomo|no\s+tomo|nie\s+bior\u0119|"
    r"non\s+(?:assumo|prendo)(?:\s+pi\u00f9)?|dej\u00e9(?:\s+de\s+tomar)?|parei|inget|ingen|gestopt\s+met|"
    r"statt|anstatt|au\s+lieu\s+d[eu']|en\s+lugar\s+de|instead\s+of|invece\s+d[ei]l?|zamiast|"
    r"stopped(?:\s+taking)?|quit|no\s+longer|do\s+not\s+take\s+(?:with(?:in)?|together)|away\s+from|avoid|"
    r"ohne(?:\s+zusatz\s+von)?|frei\s+von|keine?|kein|weder|sans(?:\s+ajout\s+de)?|(?-i:ni)|sin|"
    r"libres?\s+de|senza|privo\s+di|sem|livre\s+de|zonder|geen|bez|utan|uden|uten|ilman|"
    r"nem\s+tartalmaz|fără|fara|без|χωρίς|içermez|tanpa|không)\b",
    re.IGNORECASE,
)
BRIEF = {
    "nicht",
    "niet",
    "nie",
    "inte",
    "ikke",
    "no",
    "not",
    "non",
    "minus",
    "stopped",
    "stopped taking",
    "statt",
    "anstatt",
    "instead of",
    "zamiast",
    "quit",
    "no longer",
}
AFFIRMING = re.compile(
    r"[.;:)\]\n]|\b(?:so|still|started|with|contains?|plus|but|mit|aber|enth(?:ä|ae)lt|avec|mais|con|pero|ma|com|mas|met|"
    r"maar|z|ale|med|men|plus|с|но)\b|\bexcept\b",
    re.IGNORECASE,
)
# "low-sodium": only the word behind.
LITTLE = re.compile(
    r"\b(?:low(?:er)?|reduced)[\s-](?!(?:my\s)?[^\W\d_]{2,12}\s(?:from|to)\s[0-9])(?:in\s)?",
    re.IGNORECASE,
)
# The letters that these words have in common, in the order that is rarest first.
MAY_DENY_BEHIND = re.compile(r"[fFlLvV](?i:re|ess|ri|apaa)")
_DENIED_WORD = r"[^\W_]{1,30}(?:-[^\W_]{1,30})?"
_MORE_DENIED = (
    rf"(?:(?:\s{_DENIED_WORD})?(?:\s?[/&+]\s?|\s(?:and|or|nor|und|oder|noch|et|ou|ni|y|o|e|i|og|och|"
    rf"eller|en|of|\u0438|\u0438\u043b\u0438)\s){_DENIED_WORD}){{0,8}}"
)
# What stands right behind a denial, with what is joined to it: "no sugar or salt zinc 5 mg".
DENIED_FIRST = re.compile(
    r"\W{0,3}(?:[0-9][0-9.,]{0,8}\s?m?c?g\s)?(?:(?:taking|take|took|using|use|needing|need|added|any|of|from|the|el|la|le|lo|il|den|die|das|der)\s){0,2}"
    rf"{_DENIED_WORD}{_MORE_DENIED}",
    re.IGNORECASE,
)
# What labels are without, and numbers: "non-GMO", "sin gluten", "No 1".
CLAIMED = re.compile(
    r"(?:-|\s(?:added\s)?(?=(?:[0-9]{1,2}|gmos?|ogm|gvo|gluten\w{0,3}|glutine|gl\u00faten|sugars?|zucker|"
    r"sucres?|az\u00facar(?:es)?|a\u00e7\u00facar|zuccher[oi]|suiker|socker|sukker|cukru|\u0441\u0430\u0445\u0430\u0440\u0430|soy|soja|dairy|"
    r"la[ck]tos[ea]|lattosio|laktoz\w{1,2}|wheat|fillers?|binders?|additives?|additifs?|zusatzstoffe|"
    r"aditivos|additivi|preservatives?|conservateurs?|conservantes|conservanti|"
    r"konservierungsstoffe|gelatine?|caffeine|alcohol)\b))"
    rf"{_DENIED_WORD}{_MORE_DENIED}",
    re.IGNORECASE,
)
# "Eisen 50 mg abgesetzt", "iron 65 mg - discontinued"
_STOPPED = (
    r"abgesetzt|pausiert|gestoppt|arr\u00eat\u00e9e?s?|suspendid[oa]|sospes[oa]|odstawion\w{1,2}|stopped|"
    r"discontinued|paused|gestopt|slutat|отменен\w{0,2}"
)
STOPPED_BEHIND = re.compile(
    r"(?:\s{0,2}[0-9][0-9.,]{0,8}\s?[^\W\d_]{1,4})?(?:\s(?:daily|tablets?|tabl))?[\s\u2013\u2014:,(-]{1,4}"
    rf"(?:(?:was|is)\s)?(?:{_STOPPED})\b(?!\s(?:by|taking))|[^()\n]{{0,14}}\((?:{_STOPPED})\)",
    re.IGNORECASE,
)
OF_STOPPED = frozenset("abge paus gest arre susp sosp odst stop disc slut отме".split())
DENIED_BEHIND = re.compile(
    r"\s?-?(?:free|less(?!\s+than)|frei|fri|vrij|vapaa|i\u00e7erme\w+)\b|\s?(?:無添加|不使用|무첨가|不含)",
    re.IGNORECASE,
)

COUNTER_ION = frozenset(
    (
        "croscarmellose carmellose carboxymethylcellulose carboxymethyl cellulose acesulfame "
        "saccharin cyclamate clavulanate chondroitin glucosamine lauryl laureth stearyl starch "
        "glycolate "
        "glycollate sorbate hyaluronate chlorite hypochlorite hmb hydroxymethylbutyrate "
        "methylbutyrate akg alphaketoglutarate keto ketoglutarate glutarate glucarate ascorbyl "
        "riboflavin riboflavine riboflavina ryboflawina ryboflawiny riboflaviini riboflavinas "
        "рибофлавин lipoate ala docusate aminobenzoate phytate folinate levomefolate "
        "methylfolate methyltetrahydrofolate hydroxybutyrate bhb hydroxycitrate hca polyacrylate "
        "methylfolaat folinaat ascorbate ascorbat ascorbato askorbinian ester "
        "sennosides sennoside sennosid gobhb cdp citicoline ghk clav hydroxycitric "
        "valproat valproaat valproato valproinian walproinian walproinianu picosulfaat pikosulfat "
        "docusaat docusato dokuzat klavulanat clavulanaat clavulanato klawulanian clavulanat "
        "alendronat alendronaat alendronato alendronian heparine heparina heparyna eparina "
        "valproate heparin warfarin diclofenac naproxen penicillin losartan montelukast "
        "pantoprazole pantoprazol rabeprazole esomeprazole omeprazole rosuvastatin atorvastatin "
        "pravastatin alendronate risedronate levothyroxine metamizol metamizole ferulate "
        "cromoglicate picosulfate alginate caprylate pca isostearate cocoyl guaiazulene tartrazine "
        "laurate behenate pyrithione pyrithion caseinate kaseinat caseinat caseinato aluminium "
        "аторвастатин "
        "croscarmelosa kroskarmeloza carboximetilcelulosa croscarmellosa "
        "croscarmelose alkyls mefolate zirconium cyclosilicate patiromer stea stear"
    ).split()
)
"""Words beside which a mineral is only what something else is bound to."""


# The beginnings of the words that these patterns hold: a line without any of them is not searched.
OF_WORK = frozenset(
    (
        "ph carr fill bind dilu lubr disi opac anti wett gell buff pres swee glid stab emul acid "
        "colo flow bulk rele"
    ).split()
)
OF_HEADINGS = frozenset(
    (
        "ente shel base coat othe inac non nonm addi mino exci cont less hilf sons ecci hulp subs "
        "hjal hjæl sege hjel pomo sega вспо غير السو yard apua ta"
    ).split()
)
OF_CLASSES = frozenset(
    (
        "trit bulk glaz anti rele coat flow firm gell thic colo fill bind acid emul stab "
        "swee film "
        "full fuel saue suss tren uber uebe kaps farb trag trae ries saur saeu susu sues agen "
        "vuls glan subs regu fyld fyll klum tayt paak topa prot plni csom tome техн"
    ).split()
)
OF_AUXILIARIES = frozenset(
    (
        "micr cell hypr hypo stea croc cros povi malt talc gela mcc hydr magn mg sucr aspa carr "
        "shel tita este стеа"
    ).split()
)
OF_TOPICALS = frozenset(
    (
        "suns sunb sun spf spf4 spf1 spf2 spf3 spf5 crea loti oint toot mout sham cond deod "
        "napp diap baby poma pana soap seru spot salv balm lip lips make foun face bath foot "
        "crem sonn zahn salb wund dent szam cham scha samp шамп eryt anti dand phen dime cete "
        "parf pomm prot past tand zonn zalf krem masc solk solc auri hamm зубн крем мазь"
    ).split()
)
# Of the second words mostly: the first ones are minerals.
OF_THINGS = frozenset(
    (
        "webd web grid ide bios coro mms man maid will gate curt skil ore age thro cast beec "
        "farm spri hote hill road stre batt blue pain pipe wire clas ring brac cany vall shee "
        "roof plat mug pan pot chan scor spar bind pump nu diox coin ion cell poly grea galv "
        "rich over stor kill laun drai blea fert earr neck kett iud gym chem repa liss soud "
        "chev stir "
        "sant forj buge bueg eise dung duen scar camp merc reke blad engr abon conc gubr nawo "
        "удоб gods foli uppe tole rda perm reag labo cobr scuo engo wate melt deic icer lawn "
        "pool pisc hnoj trav traw fels iniz ango rigo "
        "seri beta krij ontv rikk"
    ).split()
)
# Whole words, of which other words have the beginnings: "chelate", "chloride", "minerals".
WORDS_OF_THINGS = frozenset("mine chelator chelators chelation chlordioxid glucose".split())
OF_ELSEWHERE = frozenset(
    (
        "labs lab dise synd pois toxi accu buil "
        "defi anae anem alle mang care test wate fire insu well tap grou drin moun stud albu "
        "song movi nove mark ltd llc gmbh coac acad stad foot reco stor allo pigm uhr rand appo "
        "offn open hier"
    ).split()
)
OF_DENIALS = frozenset(
    (
        "alle stop disc hold used neve didn isn wasn "
        "pas ne nao no nie non deje pare inge gest stat anst au en inst inve zami zero sepa "
        "abso upta uppt oppt opta aufn asso opna wchł усво всас ei neob не neve nich niet inte "
        "ikke w stop quit free low lowe redu cont does do don not minu away avoi ohne frei kein "
        "wede sans ni sin libr senz priv sem livr zond geen bez utan uden uten ilma nem fara "
        "без χωρι icer tanp khon"
    ).split()
)
OF_ANY = OF_HEADINGS | OF_CLASSES | OF_AUXILIARIES | OF_TOPICALS | OF_THINGS | OF_ELSEWHERE
OF_SEARCHED = OF_HEADINGS | OF_CLASSES | OF_DENIALS | {"with"}
OF_ANY |= OF_DENIALS | OF_WORK | OF_STOPPED | {"with"}
