# SPDX-License-Identifier: MIT
"""Whose an amount is: the items of a line in the making, with what is weighed of each."""

from __future__ import annotations

import itertools
import operator
import re

import attrs

from ..model.form import FormKind, Role
from ..spelling import tokens
from .leading import PER_DAY, Leading
from .mentions import SEPARATOR, Mention
from .quantities import Quantity
from .words import AND, ELEMENTAL, HOLDING, PLAIN

__all__ = ["Head", "Owners"]


def __dir__() -> list[str]:
    return __all__


@attrs.define
class Head:
    """One item in the making."""

    mineral: str
    start: int
    leads_with_mineral: bool
    forms: list[str] = attrs.Factory(list)
    elemental: list[Quantity] = attrs.Factory(list)
    compound: list[Quantity] = attrs.Factory(list)
    source: Quantity | None = None
    guessed: bool = False
    lists: bool = False
    is_doubtful: bool = False

    @property
    def is_weighed(self) -> bool:
        """Whether any amount is known to be its."""
        return bool(self.elemental or self.compound)


# What a bracket right behind an amount holds, if it holds no amount itself.
_BRACKET = re.compile(r"\s{0,9}[(\[]([^()\[\]0-9]{0,200})[)\]]")

_ADDED = re.compile(r"[+&]|\b(?:and|und|plus|sowie|et|och|og)\b", re.IGNORECASE)
_WITH = frozenset("and with und mit avec con com met med och og plus et sowie".split())
# "20 mcg (800 IU) vitamin D3", "800 IU/day vitamin D3"
_ASIDE = re.compile(r"\s?/\s?(?:day|d)\b|\s?\([0-9][^()]{0,20}\)", re.IGNORECASE)
_OF = {"of", "de", "von", "van", "di", "d"}
# What stands between the members of a list.
_LISTING = re.compile(r"[,;+&|/\n]|\b(?:and|und|et|y|e|i)\b", re.IGNORECASE)


_BOTH = re.compile(rf"\s?[&/+-]\s?|\s{AND}\s")
_start = operator.attrgetter("start")


class Owners(Leading):
    """Find the owner of every amount of a line."""

    def heads(self, mentions: list[Mention]) -> list[Head]:
        """Make the items of what is named, in order, with the amounts of each."""
        heads: list[Head] = []
        by_mineral: dict[str, Head] = {}
        self._starts = {mention.start for mention in mentions}
        leading = self._leading(mentions) if self.amounts else {}
        given = leading.values()
        events: list[Mention | Quantity] = [*mentions]
        events += [q for q in self.amounts if q not in given] if given else self.amounts
        last: Mention | None = None
        restated: Mention | None = None
        for event in sorted(events, key=_start):
            if isinstance(event, Quantity):
                if (
                    last is not None
                    and last is restated
                    and not self._is_another_s(event, last, led=False)
                ):
                    by_mineral[last.mineral].elemental.append(event)
                    restated = None
                elif (
                    last is None
                    or self._is_of_a_blend(last, mentions)
                    or event in self._others
                    or self._is_another_s(event, last, led=last in leading)
                    or self._is_of_its_leader(event, last)
                ):
                    if not self.names.inactive:
                        self.unowned.append(self.text[event.start : event.end])
                else:
                    self._give(event, last, mentions, by_mineral)
                continue
            head = by_mineral.get(event.mineral)
            weighed = head or (by_mineral[last.mineral] if last else None)
            if head is not None and self._restates(head, event, mentions, leading):
                if event not in leading:
                    restated = event  # "Zinc bisglycinate 50 mg, of which zinc 10 mg"
                if not head.compound:
                    head.compound.append(head.elemental.pop())
            elif weighed is not None and self._says_what_is_weighed(weighed, event, mentions):
                if weighed.compound:
                    weighed.elemental.append(weighed.compound.pop())
                weighed.mineral = event.mineral
                head = by_mineral[event.mineral] = weighed
            elif head is not None and self._says_as_what_it_is_weighed(head, event, mentions):
                # "Zinc 220 mg zinc sulfate": the words leave open which of the two it is.
                head.compound.append(head.elemental.pop())
                head.leads_with_mineral = False
            elif head is None or (
                self._starts_anew(head, event)
                and not self._says_again(head, event, mentions)
                and not self._lists_forms(head, event, mentions)
            ):
                head = Head(event.mineral, event.start, leads_with_mineral=not event.forms)
                if last is not None and self._is_held_by(by_mineral[last.mineral], event):
                    # "Dolomite 1,000 mg (calcium 210 mg, magnesium 110 mg)"
                    head.forms += by_mineral[last.mineral].forms
                    head.compound += by_mineral[last.mineral].compound
                heads.append(head)
                by_mineral[event.mineral] = head
            head.forms += [form for form in event.forms if form not in head.forms]
            head.guessed = head.guessed or event.guessed
            if event in leading:
                self._weigh(head, event, leading[event])
            last = event
        return heads

    def _restates(
        self,
        head: Head,
        mention: Mention,
        mentions: list[Mention],
        leading: dict[Mention, Quantity],
    ) -> bool:
        """Whether a mineral named again, after the weight of its salt, brings its own weight."""
        weighed = head.compound if head.forms and not head.elemental else []
        in_bracket = bool(head.forms and self.names.depths[mention.start])
        if not head.compound and (in_bracket or self._is_said_to_hold(mention)):
            # "Magnésium marin 300 mg, dont magnésium 168 mg", "chelated zinc 150 mg (30 mg zinc)"
            weighed = head.elemental
        if not weighed or mention.forms:
            return False
        own = leading.get(mention) or self._next_amount(mention, mentions)
        whole = weighed[-1].low
        if own is None or own.low is None or whole is None:
            return False
        if weighed is head.elemental and in_bracket:
            return own.low.kind == whole.kind and own.low < whole
        return own.low.kind != whole.kind or own.low <= whole

    def _is_held_by(self, other: Head, mention: Mention) -> bool:
        """Whether a mineral in a bracket is what the one salt named before it holds as well."""
        inside = self.names.depths[mention.start] or self._is_said_to_hold(mention)
        if mention.forms or not inside or len(other.forms) != 1:
            return False
        return (
            bool(other.compound)
            and not other.elemental
            and mention.mineral in self._forms[other.forms[0]].minerals
        )

    def _is_said_to_hold(self, mention: Mention) -> bool:
        """Whether the words before a name say that what was named before holds it."""
        return not HOLDING.isdisjoint(self.names.texts) and any(
            word.text in HOLDING for word in self.names.before(mention.start)
        )

    def _is_right_behind(self, quantity: Quantity, mention: Mention) -> bool:
        """Whether an amount follows a form with nothing between."""
        between = self.text[mention.end : quantity.start]
        return bool(mention.forms) and not between.strip()

    def _is_another_s(self, quantity: Quantity, last: Mention, *, led: bool) -> bool:
        """Whether an amount belongs to something else that is named beside the mineral."""
        between = self.text[last.end : quantity.start]
        parted = (
            led
            or SEPARATOR.search(between) is not None
            or (
                len(self.amounts) > 1
                and any(last.end <= q.start < quantity.start for q in self.amounts)
            )
        )
        if not parted:
            return False
        if led and between == "-":
            return True  # "27 mg iron-0.8 mg folic acid"
        if self._is_of_a_name_in_a_row(quantity, last):
            return True
        listed = led or _LISTING.search(between) is not None
        return self._words_since(quantity, last.end) or (listed and self._leads_a_word(quantity))

    def _give(
        self,
        quantity: Quantity,
        last: Mention,
        mentions: list[Mention],
        by_mineral: dict[str, Head],
    ) -> None:
        """Give an amount to the name before it that it belongs to."""
        owner = self._owner(quantity, last, mentions)
        if self._is_right_behind(quantity, last) and by_mineral[owner.mineral].elemental:
            owner = last  # "Zinc 50 mg as zinc sulfate 220 mg": the salt's own
        head = by_mineral[owner.mineral]
        head.is_doubtful |= self._names_another(last, quantity) or self._is_of_both(owner, mentions)
        self._weigh(head, owner, quantity)

    def _names_another(self, last: Mention, quantity: Quantity) -> bool:
        """Whether something else is named with a mineral: "zinc with vitamin C 100 mg"."""
        if _WITH.isdisjoint(self.names.texts) or SEPARATOR.search(
            self.text, last.end, quantity.start
        ):
            return False
        between = [w.text for w in self.names.words if last.end <= w.start < quantity.start]
        joined = next((at for at, word in enumerate(between) if word in _WITH), len(between))
        return any(word not in PLAIN for word in between[joined:])

    def _is_of_both(self, owner: Mention, mentions: list[Mention]) -> bool:
        """Whether an only amount may be of two minerals: "calcium and magnesium 500 mg"."""
        if len(mentions) < 2 or len(self.amounts) > 1 or owner.forms:
            return False
        before = [mention for mention in mentions if mention.end <= owner.start]
        return bool(before) and (
            before[-1].mineral != owner.mineral
            and not before[-1].forms
            and _BOTH.fullmatch(self.text, before[-1].end, owner.start) is not None
        )

    def _is_of_a_name_in_a_row(self, quantity: Quantity, last: Mention) -> bool:
        """Whether a bracket holds another amount behind another name: "(400 mg) / B6 (1.4 mg)"."""
        earlier = [q.end for q in self.amounts if last.end <= q.start < quantity.start]
        opened = self.text.rfind("(", last.end, quantity.start)
        if not earlier or opened < earlier[-1] or self.text[opened + 1 : quantity.start].strip():
            return False
        pieces = SEPARATOR.split(self.text[earlier[-1] : opened])
        start = opened - len(pieces[-1])
        return len(pieces) > 1 and any(
            start <= word.start < quantity.start and word.text not in PLAIN
            for word in self.names.words
        )

    def _is_of_a_blend(self, last: Mention, mentions: list[Mention]) -> bool:
        """Whether one word names several minerals, whose amount is that of all: "ZMA 800 mg"."""
        return len(self._starts) < len(mentions) and any(
            one.start == last.start and one is not last for one in mentions
        )

    def _leads_a_word(self, quantity: Quantity) -> bool:
        """Whether the next word behind an amount, before any separator, names something else."""
        aside = _ASIDE.match(self.text, quantity.end)
        start = aside.end() if aside else quantity.end
        later = [q.start for q in self.amounts if q.start >= start]
        end = min([start + len(SEPARATOR.split(self.text[start:])[0]), *later])
        here = [(b, w) for b, _, w, _ in self.names.words if start <= b < end]
        if here and here[0][1] in _OF:
            del here[0]  # "10 mg of lisinopril"
        return bool(here) and here[0][1] not in PLAIN and not self.names.is_used(here[0][0])

    def _owner(self, quantity: Quantity, last: Mention, mentions: list[Mention]) -> Mention:
        """The name that an amount belongs to: the nearest before it that is no explanation."""
        for mention in reversed([m for m in mentions if m.start < quantity.start]):
            # "(as molybdenum glycinate 300 mcg) (75 mcg)": two brackets do not see each other.
            depth = min(self.names.depths[mention.start : quantity.start + 1])
            said = not mention.forms and self._is_said_to_hold(mention)
            inside = self.names.depths[mention.start] if said else self.names.depth(mention)
            if inside <= depth:
                # "Magnesium 300 mg, salts of zinc 10 mg": of another mineral, and in no bracket.
                apart = mention.mineral != last.mineral and not self.names.depths[last.start]
                return last if apart else mention
        return last

    def _is_of_its_leader(self, quantity: Quantity, last: Mention) -> bool:
        """Whether a bracket only says as what salt something else is there: vitamin C, say."""
        if self.names.depths[last.start] <= self.names.depths[quantity.start]:
            return False
        salt = any(Role.OTHER_ACTIVE in self._forms[id].roles for id in last.forms)
        return salt and any(
            begin < last.start and word not in PLAIN and not self.names.is_used(begin)
            for begin, _, word, _ in self.names.words
        )

    def _says_what_is_weighed(self, head: Head, mention: Mention, mentions: list[Mention]) -> bool:
        """Whether a mineral right behind an amount says whose it is: "picolinate 2 mg chromium"."""
        if (
            mention.forms
            or ((not head.forms or head.leads_with_mineral) and mention.mineral != head.mineral)
            or not all(mention.mineral in self._forms[id].minerals for id in head.forms)
        ):
            return False
        return self._stands_behind(head.compound or head.elemental, mention, mentions)

    def _says_as_what_it_is_weighed(
        self, head: Head, mention: Mention, mentions: list[Mention]
    ) -> bool:
        """Whether a form right behind an amount of its mineral may say as what that is weighed."""
        again = not head.forms or head.forms == list(mention.forms)
        if not mention.forms or not again or self.names.depth(mention):
            return False
        return self._stands_behind(head.elemental, mention, mentions)

    def _lists_forms(self, head: Head, mention: Mention, mentions: list[Mention]) -> bool:
        """Whether a form, without an amount, says as what the mineral before it is there."""
        if not mention.forms or not head.elemental:
            return False
        if not (head.lists or not head.forms):
            return False
        between = self.text[head.elemental[-1].end : mention.start]
        # "Magnesium 400 mg, plus magnesium citrate" is two of them.
        added = not head.lists and _ADDED.search(between) is not None
        own = self._next_amount(mention, mentions)
        head.lists = head.leads_with_mineral and own is None and not added
        return head.lists

    def _says_again(self, head: Head, mention: Mention, mentions: list[Mention]) -> bool:
        """Whether a form right behind an amount is the one named before it."""
        if not mention.forms or list(mention.forms) != head.forms:
            return False
        return self._stands_behind(head.compound, mention, mentions)

    def _stands_behind(
        self, amounts: list[Quantity], mention: Mention, mentions: list[Mention]
    ) -> bool:
        """Whether a name stands right behind the last of these amounts, with none of its own."""
        if not amounts or amounts[-1].end > mention.start:
            return False
        between = PER_DAY.sub("", self.text[amounts[-1].end : mention.start]).removeprefix(")")
        if SEPARATOR.search(between) or not all(word in PLAIN for word in tokens(between)):
            return False
        # An amount of its own, up to the next name, makes it another item.
        end = min([m.start for m in mentions if m.start >= mention.end], default=len(self.text))
        end = mention.end + len(SEPARATOR.split(self.text[mention.end : end])[0])
        return not any(mention.end <= q.start < end for q in self.amounts)

    def _starts_anew(self, head: Head, mention: Mention) -> bool:
        return head.is_weighed and not self.names.depth(mention)

    def _is_of_the_element(self, mention: Mention) -> bool:
        """Whether the amount of "liposomal iron" is that of the iron; coral calcium is coral."""
        forms = [self._forms[id] for id in mention.forms]
        return mention.is_carried and not any(
            form.has_formula or form.kind == FormKind.NATURAL for form in forms
        )

    def _is_of_a_source(self, mention: Mention, quantity: Quantity) -> str:
        """The word by which an amount is that of a source: "(from 12.5 mg molybdenum yeast)"."""
        if quantity.end > mention.start or not self.names.depths[quantity.start]:
            return ""
        before = self.names.before(quantity.start)
        word = before[-1].text if before else ""
        return word if word in ("from", "aus", "als", "as") else ""

    def _weigh(self, head: Head, mention: Mention, quantity: Quantity) -> None:
        is_count = quantity.low is not None and quantity.low.kind in ("mole", "equivalent")
        sourced = self._is_of_a_source(mention, quantity)
        if sourced in ("from", "aus"):
            head.source = quantity
        elif sourced:
            head.compound.append(quantity)
        elif (
            is_count
            or not mention.forms
            or self._is_of_the_element(mention)
            or self._says_elemental(quantity)
        ):
            head.elemental.append(quantity)
        else:
            head.compound.append(quantity)

    def _says_elemental(self, quantity: Quantity) -> bool:
        """Whether the words around an amount say that it is the element's."""
        others = [q for q in self.amounts if q is not quantity]
        end = min([q.start for q in others if q.start >= quantity.end], default=len(self.text))
        start = max([q.end for q in others if q.end <= quantity.start], default=0)
        behind = tokens(SEPARATOR.split(self.text[quantity.end : end])[0])
        # "440 mg equiv. to elemental magnesium": behind such a word stands another amount.
        own = itertools.takewhile(lambda word: word not in HOLDING, behind)
        before = SEPARATOR.split(self.text[start : quantity.start])[-1]
        bracket = _BRACKET.match(self.text, quantity.end)
        words = [*tokens(f"{before} {bracket[1] if bracket else ''}"), *own]
        return any(word in ELEMENTAL for word in words)
