# SPDX-License-Identifier: MIT
"""Which minerals and forms a text names, and where."""

from __future__ import annotations

import re

from ..catalog import Catalog
from ..model.form import Role
from .bound import PARTING, PARTNERS, SEPARATOR, Bound, Mention
from .forms import facts
from .spelled import AMOUNT_BEHIND, Spans, Word
from .vocabulary import fold
from .words import CARRIERS, ELEMENTAL, EXPLAINING, PLAIN, UNITED, VITAMINS

__all__ = ["LOWERED", "SEPARATOR", "Mention", "Names"]


def __dir__() -> list[str]:
    return __all__


_OR_JOINED = re.compile(
    r"\s?(?:/|&|,|\+)?\s?(?:and|or|und|u\.?|oder|et|ou|y|o|e|en|of|i|lub|och|og)?\s?",
    re.IGNORECASE,
)
_WEIGHED = re.compile(r"[0-9]\s?(?:mmol|meq|mg)\s(?:of\s|de\s|di\s|van\s)?$", re.IGNORECASE)
_FREE = re.compile(r"[\s-]?free\b", re.IGNORECASE)  # "selenium yeast-free"
_LETTERS = frozenset("skpfi")
LOWERED = frozenset("cui hap ccm osa ipc fap mss msp ohc nai mno cao fpc amf lye iot koh".split())
_INSIDE = frozenset(
    "as and with or in the not tab tablets of de da do du del dei von van".split()
)  # and first of no name
_LONGEST_NAME = 7
_NO_SALTS = VITAMINS | {"niacin"}  # of what is named before them
_MEASURED = {"ferritin", "ferritina", "ferritine"}  # in blood
_SELDOM_TAKEN = {
    "iron-ferritin",
    "silicon-dioxide",
    "silicon-dioxide-colloidal",
    "silicon-dioxide-hydrated",
}
# In a list of ingredients these are what it is sold for, though they may be auxiliaries.
_SOURCES = {"magnesium-oxide", "zinc-oxide", "magnesium-carbonate", "potassium-chloride"}
_COMMON = {"calcium", "sodium", "potassium", "magnesium"}
_COUNTED = {Role.NUTRIENT, Role.ANTACID, Role.LAXATIVE, Role.MEDICINE, Role.PARENTERAL}


class Names(Bound):
    """
    The names in a text.

    Attributes:
        forms: What is known of each form.
        inactive: Ids of forms that are there and not taken for their mineral.
    """

    def __init__(
        self, catalog: Catalog, text: str, used: Spans, amounts: Spans, lang: str | None = None
    ) -> None:
        super().__init__(catalog, text, used, amounts, lang)
        self.forms = facts(catalog)
        self.inactive: list[str] = []
        self._named: set[str] = set()
        self._explaining: set[int] = set()
        self._explains_at: dict[int, bool] = {}
        self._may_explain = not EXPLAINING.isdisjoint(self.texts)

    def names_a_salt(self) -> bool:
        """Whether what is not understood names what minerals are bound to: "picolinate 30 mg"."""
        return not self._context.is_no_supplement and any(
            self._vocabulary.is_salt(word.text)
            for word in self.words
            if not self.is_used(word.start)
        )

    def medicines(self) -> list[int]:
        """Where medicines are named."""
        return [word.start for word in self.words if self._vocabulary.is_medicine(word.text)]

    def mentions(self) -> list[Mention]:
        """All that is named, in order; what is denied or not taken for its mineral is left out."""
        found: list[Mention] = []
        aside: list[Mention] = []
        place = 0
        known, may_deny = self._vocabulary.words, self._context.may_deny
        while place < len(self.words):
            start, _, word, _ = self.words[place]
            if word not in known or word in _INSIDE or start in self._foreign:
                place += 1
                continue
            mention, taken = self._mention_at(place, found)
            if mention is not None:
                self.use(mention.start, mention.end)
                if may_deny and self._context.denies(mention.start, mention.end):
                    pass
                elif self._is_beside(mention, place, taken):
                    self.inactive.extend(mention.forms)
                elif self._is_among_auxiliaries(mention):
                    aside.append(mention)
                else:
                    if self._has_guesses and any(
                        word.guessed for word in self.words[place : place + taken]
                    ):
                        mention = mention._replace(guessed=True)
                    found.append(mention)
                    self._named.add(mention.mineral)
                    if mention.forms and self._explains(mention.start):
                        self._explaining.add(mention.end)
            place += taken
        # Beside what only is there to be taken, what may be an auxiliary is taken as well.
        if aside and any(one.forms and not self._may_be_auxiliary(one) for one in found):
            found = sorted([*found, *aside])
        else:
            self.inactive.extend(form for mention in aside for form in mention.forms)
        return self._shared(found)

    def _is_beside(self, mention: Mention, place: int, taken: int) -> bool:
        """Whether a name is there, and not taken: an auxiliary, or what something is bound to."""
        return (
            self._context.is_no_supplement
            or (
                self._context.may_be_auxiliary(mention.end)
                and self._context.is_auxiliary(
                    mention.start,
                    mention.end,
                    may_be=self._may_be_auxiliary(mention),
                    often=_SOURCES.isdisjoint(mention.forms),
                )
            )
            or self._is_counter_ion(mention, place, taken)
        )

    def _is_among_auxiliaries(self, mention: Mention) -> bool:
        """Whether a name that may be an auxiliary stands in a list of them."""
        listed = bool(mention.forms) and self._context.is_among_auxiliaries(mention.start)
        return listed and self._may_be_auxiliary(mention)

    def _may_be_auxiliary(self, mention: Mention) -> bool:
        if not mention.forms:
            return mention.mineral == "silicon"
        return any(Role.EXCIPIENT in self.forms[id].roles for id in mention.forms)

    def _mention_at(self, place: int, before: list[Mention]) -> tuple[Mention | None, int]:
        """The longest name that starts at a word; after a mineral, its ligand alone will do."""
        window = self._window(place)
        is_of_another = bool(before) and self._is_in_a_bracket_of_another(window[0].start)
        explained = (
            self._explained(window[0].start, before) if before and not is_of_another else None
        )
        texts = tuple([word.text for word in window])
        for length in range(len(window), 0, -1):
            words = texts[:length]
            start, end = window[0].start, window[length - 1].end
            meaning = self._meaning(words)
            named = meaning.forms
            if not (before or named or meaning.minerals):
                continue
            if length > 2 and self._names_several(words):
                continue
            minerals = self.forms[named[0]].minerals if named else ()
            if before and explained not in minerals and (explained or not named):
                of_mineral = explained or before[0].mineral
                # "Chloride 72 mg; potassium 80 mg": a mineral of its own, and no salt.
                alone = (
                    (
                        (meaning.minerals or len(self._named) > 1)
                        and self._is_apart(before[-1], start)
                    )
                    or is_of_another
                    or texts[0] in _NO_SALTS
                    or self._is_of_another(place)
                    if not explained
                    else meaning.minerals and self._is_weighed(start)  # "8 mmol of chloride"
                )
                other = () if alone else self._meaning((of_mineral, *words)).forms
                named, minerals = (other, (of_mineral,)) if other else (named, minerals)
            written = self.text[start:end]
            if length > 1 and self._is_no_sign(window[:length], words, is_form=bool(named)):
                continue
            if named and (len(written) == 2 or fold(written) in LOWERED) and written.islower():
                named = ()  # "ki" and "di cui" are words of languages, "KI" and "CuI" salts
            if named:
                # Silica is named alone, with its amount, or because it is in the tablet.
                if named[0] in _SELDOM_TAKEN and self._is_aside(place, length):
                    self.inactive.extend(named)
                    self.use(start, end)
                    return None, length
                mineral = explained if explained in minerals else minerals[0]
                if not ELEMENTAL.isdisjoint(words):
                    # "Fe elementare": the second word alone says nothing of its own.
                    own = not ELEMENTAL.issuperset(words)
                    return (Mention(start, end, mineral, ()) if own else None), length
                if explained != mineral and self._is_inactive(named, start, end):
                    return None, length
                carried = not CARRIERS.isdisjoint(words)
                made = Mention(start, end, mineral, named, is_carried=carried)
                buffered = self._buffered(made, words, place + length)
                return (buffered, length + 1) if buffered else (made, length)
            for id in self._mineral_ids(meaning, start, end):
                bound = meaning.is_ligand and not self._is_weighed(start) and self._is_bound(place)
                return None if bound else Mention(start, end, id, ()), length
        return None, 1

    def _is_no_sign(self, words: list[Word], texts: tuple[str, ...], *, is_form: bool) -> bool:
        """Whether a letter among words is no sign, or a number no charge: "s elemento", "na 1"."""
        if _LETTERS.isdisjoint(texts) and not any(map(str.isdigit, texts)):
            return False  # nearly always
        return any(
            (word.text.isdigit() and not is_form)
            or (word.text in _LETTERS and self.text[word.start].islower())
            for word in words
        ) and not self._is_potassium(words)

    def _is_potassium(self, words: list[Word]) -> bool:
        """Whether "k" stands before a salt as English spells it: "k citrate", not "k vitamin"."""
        first, second = words[0].text, words[1].text
        spelled = not self._vocabulary.is_foreign(second)
        return len(words) == 2 and first == "k" and spelled and self._vocabulary.is_salt(second)

    def _names_several(self, words: tuple[str, ...]) -> bool:
        """Whether words name salts of two minerals: "calcium magnesium citrate" is two of them."""
        minerals = self._partners(words)
        others = [word for word in words if word not in minerals]
        return len(minerals) > 1 and all(
            self._meaning((mineral, *others)).forms for mineral in minerals
        )

    def _partners(self, words: tuple[str, ...]) -> list[str]:
        """The words of minerals that labels name with one salt."""
        return [
            word
            for word in words
            if any(entry.id in PARTNERS for entry in self._meaning((word,)).minerals)
        ]

    def _is_aside(self, place: int, taken: int) -> bool:
        """Whether a name stands beside others, with no amount right before or behind it."""
        start, end = self.words[place].start, self.words[place + taken - 1].end
        if self.words[place].text in _MEASURED:
            # "Ferritin 12, so taking iron"; "iron (as ferritin) 10 mg"
            return taken == 1 and not any(self._used[end : end + 3])
        return (
            not AMOUNT_BEHIND.match(self.text, end)
            and not self._used[max(start - 1 - self.text[:start].endswith(" "), 0)]
            and not any(word.text in ("silica", "silicon") for word in self.words[:place])
            and any(word.text in self._vocabulary.words for word in self.words[:place])
        )

    def _is_of_another(self, place: int) -> bool:
        """Whether the word before belongs to a name that is not known: "glucosamine sulfate"."""
        # There is one: something was named before it.
        place -= 1
        while place and self.words[place].text.isdigit():
            place -= 1  # "zinc 50 picolinate"
        word = self.words[place]
        return (
            word.text not in PLAIN
            and not self._used[word.start]
            and not PARTING.search(self.text, word.end, self.words[place + 1].start)
        )

    def _is_in_a_bracket_of_another(self, start: int) -> bool:
        """Whether a bracket says as what something else is there: "vitamin C (ascorbic acid)"."""
        if not self.depths[start]:
            return False
        opened = max(self.text.rfind("(", 0, start), self.text.rfind("[", 0, start))
        behind = self.before(opened)
        return len(behind) > 1 and behind[0].text in VITAMINS

    def _is_apart(self, before: Mention, start: int) -> bool:
        """Whether a separator or an amount stands between a mention and a place."""
        between = PARTING.search(self.text, before.end, start)
        return between is not None or start < before.end

    def _is_weighed(self, start: int) -> bool:
        """Whether an amount, with "of" or nothing, stands right before a name."""
        return _WEIGHED.search(self.text, max(start - 12, 0), start) is not None

    def _explained(self, start: int, before: list[Mention]) -> str | None:
        """The mineral that a name at a place explains: "Phosphorus (from dicalcium phosphate)"."""
        depth = self._depth_at(start)
        if not depth:
            return None
        wider = (mention.mineral for mention in reversed(before) if self.depth(mention) < depth)
        return next(wider, None)

    def _buffered(self, made: Mention, words: tuple[str, ...], place: int) -> Mention | None:
        """The form that the word "buffered" behind another makes of it, even behind a comma."""
        behind = self.words[place : place + 1]
        if behind and behind[0].text == "buffered":
            for full in (words, (made.mineral, *words)):
                other = self._meaning((*full, "buffered")).forms
                if other:
                    return Mention(made.start, behind[0].end, made.mineral, other)
        return None

    def _window(self, place: int) -> list[Word]:
        """The words of names from a place on that no separator and no amount parts."""
        known, parted = self._vocabulary.words, PARTING.search
        window = [self.words[place]]
        end = window[0].end
        for word in self.words[place + 1 : place + _LONGEST_NAME]:
            if (
                word.text not in known
                or word.start in self._foreign
                or parted(self.text, end, word.start)
                or (word.text == "yeast" and _FREE.match(self.text, word.end))
            ):
                break
            window.append(word)
            end = word.end
        return window

    def _is_inactive(self, ids: tuple[str, ...], start: int, end: int) -> bool:
        said = "inactive" in self.text[end : end + 14].casefold()
        roles = {role for id in ids for role in self.forms[id].roles}
        # Calcium ascorbate is bought for the vitamin, zinc ascorbate for the zinc.
        common = _COMMON.isdisjoint(self.forms[ids[0]].minerals)
        common = common and not (self.depths[start] and self._leads_with_vitamin(start))
        only = _COUNTED.isdisjoint(roles) or (Role.OTHER_ACTIVE in roles and not common)
        if said or only:
            self.inactive.extend(ids)
            self.use(start, end)
        return said or only

    def _leads_with_vitamin(self, start: int) -> bool:
        return any(word.end <= start and word.text == "vitamin" for word in self.words)

    def depth(self, mention: Mention) -> int:
        """How many brackets a name stands in; one that only explains another counts as inside."""
        return self._depth_at(mention.start)

    def _depth_at(self, start: int) -> int:
        return self.depths[start] or int(self._explains(start))

    def _explains(self, start: int) -> bool:
        """Whether a name at a place only explains one before it; known once those before it are."""
        if not self._may_explain:
            return False
        if start not in self._explains_at:
            self._explains_at[start] = self._is_explaining(start)
        return self._explains_at[start]

    def _is_explaining(self, start: int) -> bool:
        before = self.before(start)
        if before and before[-1].text in EXPLAINING:
            # "Elemental magnesium", "and elemental chloride 4.5 mg" explain nothing.
            alone = len(before) < 2 or before[0].text in UNITED
            return before[-1].text not in ELEMENTAL or not alone
        # "from magnesium oxide and magnesium citrate"
        return any(
            _OR_JOINED.fullmatch(self.text, end, start) is not None for end in self._explaining
        )
