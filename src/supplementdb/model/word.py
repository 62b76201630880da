# SPDX-License-Identifier: MIT
"""Words of labels: how languages write the parts that names of minerals and salts are made of."""

from __future__ import annotations

import enum

import attrs

from . import fields
from .fields import Record, each, type_of

__all__ = ["LabelWord", "Spelling", "WordKind"]


def __dir__() -> list[str]:
    return __all__


class WordKind(enum.StrEnum):
    """What a word names."""

    MINERAL = "mineral"
    LIGAND = "ligand"


@attrs.frozen(kw_only=True)
class Spelling:
    """
    How one language writes a word.

    Attributes:
        lang: ISO 639-1 code.
        texts: Every form of the word that labels use, cases and adjectives too.
    """

    lang: str = attrs.field(validator=attrs.validators.matches_re("[a-z]{2}"))
    texts: tuple[str, ...] = attrs.field(validator=[each(fields.text), fields.some])


@attrs.frozen(kw_only=True, repr=False)
class LabelWord(Record):
    """
    A word of English names and how other languages write it: "citrate", "cytrynianu".

    Names in any language are put together of such words and looked up as the English name.
    These are words of languages and no facts about substances, so no source is cited.

    Attributes:
        id: Slug, ``word-`` and the English word.
        english: The English word, as names of forms have it.
        kind: What it names.
        spellings: How languages write it.
    """

    id: str = attrs.field(validator=fields.id_)
    english: str = attrs.field(validator=fields.text)
    kind: WordKind = attrs.field(validator=type_of(WordKind))
    spellings: tuple[Spelling, ...] = attrs.field(validator=[each(type_of(Spelling)), fields.some])

    def _facts(self) -> str:
        return f"{self.english}, in {len(self.spellings)} languages"
