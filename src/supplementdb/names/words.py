# SPDX-License-Identifier: MIT
"""The words around names on labels, in the languages that labels mix."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..spelling import tokens

__all__ = [
    "AND",
    "AND_WITH",
    "CARRIERS",
    "EACH",
    "ELEMENTAL",
    "EXPLAINING",
    "HOLDING",
    "HOMOGRAPHS",
    "JOINING",
    "KNOWN_SIGNS",
    "NEGATING",
    "PIECES",
    "PLAIN",
    "PLAIN_SIGNS",
    "SHORT",
    "SOURCING",
    "TAKING",
    "UNITED",
    "UNITING",
    "VITAMINS",
    "any_of",
]


def __dir__() -> list[str]:
    return __all__


def _set(text: str) -> frozenset[str]:
    """Words as names are compared, so that they can be written as labels print them."""
    return frozenset(tokens(text))


def any_of(words: Iterable[str]) -> str:
    """
    A pattern for any of these words, the longest that fits, in either case and with any Turkish i.

    It branches at each letter and spells out both cases, so that the engine sees from one letter
    which branches are none; of words beside each other it would try all.
    """
    return f"(?-i:{_branches(words)})"


def _branches(words: Iterable[str]) -> str:
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    may_end = rests.pop("", None) is not None
    inner = "|".join(_cases(letter) + _branches(all_) for letter, all_ in rests.items())
    if may_end:
        return f"(?:{inner})?" if inner else ""
    return f"(?:{inner})" if len(rests) > 1 else inner


def _cases(letter: str) -> str:
    cases = "iI\u0131\u0130" if letter == "i" else "".join({letter: 0, letter.upper(): 0})
    return f"[{cases}]" if len(cases) > 1 else re.escape(letter)


ELEMENTAL = _set(
    "elemental elementary elementar elementares elementarem elementaire elementare elementarny "
    "elementinio elementinis elementair elementaires élémentaire élément elemento "
    "elementarnego elementárneho elementer "
    "элементарный элементарного элементарное ionen jonów ions iones ioni ionów ионов"
)
"""Words that say that the weight is the element's."""

HOLDING = _set(
    "which providing provides provide yielding yields supplying containing contains equivalent eq "
    "equiv equals delivering supplies gives giving davon entspricht entsprechend entspr hiervon "
    "darin enthält liefert dont soit apportant équivalant équivalent pari equivalente equivale "
    "aporta cuales quais cu tuong duong waarvan overeenkomend tego odpowiada odp varav motsvarande "
    "liefern fournissent fournit apportent apporte aportan proporcionan forniscono "
    "fornisce apportano apporta leveren fornecem fornece dostarczają dostarcza "
    "heraf svarende tilsvarende tilsvarer hvorav ger giver gir josta odpovídá zodpovedá echivalent "
    "еквівалентно соотв cui tym cual quali sind contiene contient contem zawiera zawierają bevat "
    "innehåller inneholder indeholder sisältää obsahuje tartalmaz conține içerir "
    "эквивалентно соответствует экв tương đương setara تعادل يعادل vastaten vastaava motsv tilsv"
)
"""Words that say that what is named before them holds what is named behind them."""

SOURCING = _set("from as aus als comme sous como come jako som från fra uit postaci форме виде")
"""Words behind which stands as what something is there."""

EXPLAINING = (
    ELEMENTAL
    | (HOLDING - {"cu"})  # the sign of copper, too
    | SOURCING
    | _set(
        "actif care coho correspondant correspondente corrispondente corrispondenti czego da "
        "degli dei dh din ebből echivalentul enthalten equal equivalentes equivalenti "
        "equivalents eşdeğer form fornecendo hvoraf içeren issu joista karşılık levert megfelel "
        "megfelelő of overeen procedente sendo čoho toho vastaa ισοδυναμεί вигляді відповідає "
        "перерахунку пересчете том числе что 로서 해당 として 相当 相当于 "
    )
)
"""Words after which a name only explains the one before: its form, or its other weight."""

CARRIERS = _set(
    "liposomal liposomales liposomaal liposomale liposomato liposomiale sucrosomial sucrosomiale "
    "sucrosomiaal sucrosomiales albion traacs chelated ionic nano "
    "chelato quelado quelatado chelatovy chelatowany chelatowana chelatowane chelatiertes "
    "gechelateerd kelaterad "
    "gtf marine colloidal micronised micronized microencapsulated fermented fermentiertes"
)
"""Words before the name of a mineral that say how it is carried, and not what it is bound to."""

SHORT = {
    "asp": "aspartate",
    "bisgly": "bisglycinate",
    "bisglyc": "bisglycinate",
    "carb": "carbonate",
    "chl": "chloride",
    "cit": "citrate",
    "citr": "citrate",
    "fum": "fumarate",
    "gluc": "gluconate",
    "gly": "glycinate",
    "glyc": "glycinate",
    "lact": "lactate",
    "ox": "oxide",
    "pic": "picolinate",
    "pico": "picolinate",
    "sulf": "sulfate",
    "sulph": "sulfate",
    "taur": "taurate",
    "threo": "threonate",
}
"""What people and pharmacies write for a salt, right behind its mineral."""

UNITING = {"zma": ("zinc", "magnesium")}
"""Names of what holds several minerals."""

TAKING = _set(
    "take takes taking took taken received receive receives receiving given gave consumed "
    "administered ingested nehme nimm nimmt prends prend prenez prendo prende assumo tomo "
    "toma tome biorę bierze neem neemt slik tar tager beru szedek принимаю"
)
"""Words behind which an amount leads its name."""

VITAMINS = _set("vitamin vitamine vitamina vitamini vit witamina witaminy vitamiini витамин")
"""Words that stand before the letter of a vitamin."""

NEGATING = _set("no not without non ohne keine kein sans sin senza sem bez")
"""Words that say that something is not in it."""

EACH = frozenset(
    "each apiece jeweils cada chacun chacune ciascuna ciascuno elk vardera hver".split()
)
"""Words behind an amount that is that of each of several."""

JOINING = frozenset("and und et y e i och og en plus sowie ja и та".split())
"""Words that join two members of a list."""

AND = any_of(JOINING)
AND_WITH = any_of(JOINING | {"with", "mit", "avec", "con"})
"""The same as patterns; the second for what is taken together, too."""

UNITED = _set(
    "and with und mit et avec y e con com en met i z ze och med og ja sekä a s plus и с та"
)
"""Words that join two names."""

PIECES = _set(
    "teaspoon teaspoons tablespoon tsp tbsp scoop scoops drop drops spray sprays packet packets "
    "stick ampoule ampoules puff oz lb lbs fl floz ea pack tbl tabl pill tabs pastillas pastille "
    "cdta cdtas cucharadita sasz cpr cprs capsul granulat lozenge "
    "tablet tablets tab tabs capsule capsules cap caps caplet caplets softgel softgels "
    "vcaps vcap count ct gummies gummy lozenges pills serving servings dose doses "
    "tabletten tablette kapseln kapsel brausetablette brausetabletten comprimé comprimés "
    "gélule gélules sachet sachets cp comprimido comprimidos cápsula cápsulas compressa "
    "compresse capsula bustina bustine tablettes tabletka tabletki tabletek kapsułka "
    "kapsułki kapsułek kaps tabl saszetka saszetek tabletter kapsler kapslar tablett "
    "tabletti tablettia tabletissa kapseli kapselia tableta tablety tobolka tobolek "
    "sirop syrup sirup jarabe sciroppo syrop xarope siirappi siroop szirup "
    "tabletta kapszula comprimat comprimate capsulă comp comps kapsül таблетка таблетки таблеток "
    "таблетке капсула капсулы капсул капсуле таб капс portion portions portionen sticks "
    "tropfen goutte gouttes gota gotas goccia gocce krople kropli druppel druppels droppar dråber "
    "капель капли beutel stück ml kg stk st szt ks шт pcs"
)
"""What is counted and is no dose: pieces, portions, and what packs are measured in."""

HOMOGRAPHS = _set(
    "baker bakar bo bora bore bort boru bors borze clo flo flor iot ken kent kem kosa osi pii "
    "piin rani selena tare lit litem magie med mede medi medna medne rez rezet sat seng sera sere "
    "seru sers sira sire siru siry siera sod vara varam vari vario varis variu vars varu vas vasat "
    "vase vask vaske мед 인 동 황 김"
)
"""Names of minerals in a language, and common words of others: "baker's yeast", "la sera"."""

PLAIN_SIGNS = _set(
    "片 粒 剂 劑 锭 錠 胶囊 膠囊 软胶囊 软糖 咀嚼片 泡腾片 颗粒 口服液 滴剂 糖浆 含量 元素 "
    "补充 補充 补充剂 补 補 营养 營養 含 加 和 与 與 及 的 天然 有机 有機 螯合 复合 複合 "
    "复合物 络合物 多糖 酵母 粉 每日 每天 每片 每粒 每次 每 隔天 一次 两次 吃 服 用 了 我 "
    "儿童 成人 孕妇 女士 男士 缺 宝 片剂 胶囊剂 缓释 一天 一日 タブレット サプリメント "
    "サプリ カプセル ゼリー グミ ドリンク パウダー 入り 配合 含有 量 補給 不足 日分 の と "
    "や も を は が に で 食品 栄養 機能 飲む 飲んで 毎日 吸収 末 粉末 キレート います 분 "
    "정 캡슐 보충제 영양제 함유 고함량 유기 액상 과 와 을 를 은 는 이 가 의 도 및 로 으로 "
    "제품 킬레이트 효모 비헴 헴 무기"
)
"""Signs that carry nothing, which no spaces part from names."""

KNOWN_SIGNS = PLAIN_SIGNS | _set("维生素 維生素 叶酸 葉酸 ビタミン 비타민 엽산")
"""Signs beside which a name is a name."""

PLAIN = (
    EXPLAINING
    | PLAIN_SIGNS
    | HOLDING
    | UNITED
    | PIECES
    | _set(
        "have got bought vs add take takes taking took taken started start begin used is are was "
        "that only just roughly namely the a an in per to at day daily mg supplement supplements "
        "dv nrv rda chelate complex buffered mineral de di du d von und oral po before after food "
        "needed each every x times contains free no multi multivitamin multivitamins multimineral "
        "multiminerals vitamins minerals men women mens womens s kids prenatal drops liquid powder "
        "ca circa about approx approximately etwa env environ approssimativamente ok około "
        "ungefähr rund total gesamt totale totaal daglig dagligen täglich tgl pro je par al por ao "
        "jour día giorno dia dag tag dzień dziennie dnia день сутки den denně nap naponta zi gün "
        "päivä päivässä le la les los las el il lo i gli die der das dem des een het ein eine "
        "pulver tagesdosis tagesportion poeder poudre polvo polvere pó proszek pulbăr порошок "
        "vegan vegetarian strength high extra pure bio organic natural mcg ug g iu goed voor neem "
        "dagelijks intag ta przyjmować assumere tomar prendre nehmen einnehmen принимать get gets "
        "on i im my me has have been be do dr doctor told said prescribed recommended now still "
        "currently off today tonight this these there after then also about "
        "amount amounts amountperserving value dosage quantity content menge dosierung dosis "
        "qty uom nutrient "
        "gehalt teneur quantite cantidad dosificacion quantita dosaggio contenuto ilosc dawka "
        "zawartosc hoeveelheid dosering gehalte mangd quantidade conteudo "
        "nehme nimm prends prend prendo prende assumo tomo toma biorę biore neem slik tar tager "
        "beru ich je jag jeg yo io "
        "aim for try use using split alternate either or u oder entweder lub eller ou o или adding "
        "adds need compter empfohlene gunde zu size "
        "reines reinem reiner чистого чистый czystego čistého"
    )
)
"""Words that carry nothing, so that leftovers show what was really not understood."""
