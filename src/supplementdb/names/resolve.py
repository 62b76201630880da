# SPDX-License-Identifier: MIT
"""A name to a record: resolved, ambiguous or unknown, never a bare guess."""

from __future__ import annotations

import difflib
import enum
import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from ..catalog import Catalog
from ..errors import InputError, UnknownIdError
from ..model import SECTIONS
from ..spelling import tokens
from .beside import BESIDE, DENYING
from .index import Entry, NameIndex, name_index
from .vocabulary import vocabulary

__all__ = ["KINDS", "Candidate", "Resolution", "Status", "id_of", "resolve_in"]


def __dir__() -> list[str]:
    return __all__


KINDS: dict[str, str] = {
    section.removesuffix("s") if not section.endswith("classes") else section[:-2]: section
    for section in SECTIONS
    if section
    not in (
        "sources",
        "intakes",
        "interactions",
        "cautions",
        "absorptions",
        "absorption_models",
        "claims",
        "words",
    )
}
"""Kind of record, as callers write it, to its section: ``form`` to ``forms``."""

_KIND_OF = {section: kind for kind, section in KINDS.items()}

_WITH_DOSES = ("medications", "medication_classes")
_FOR = "for"
_LONGEST = 12
_MOST = 3_000
_WORDS = 300
_NEAR_WORDS = 30
_ALIKE = 12
_CUTOFF = 0.75
_NUMBER = re.compile("q?[0-9]+[a-z\u03bc]{0,4}|\u03bcg")


class Status(enum.StrEnum):
    """How a resolution ended."""

    RESOLVED = "resolved"
    SEVERAL = "several"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@attrs.frozen
class Candidate:
    """
    A record that a text may mean.

    Attributes:
        kind: Kind of record.
        id: Its id.
        name: The name that matched.
        score: 1 for the name itself; less for a near name, which is offered and never used.
        why: How it matched.
    """

    kind: str
    id: str
    name: str
    score: float
    why: str


@attrs.frozen
class Resolution:
    """
    What a text means.

    Attributes:
        text: The text as given.
        status: ``resolved``; ``several`` medicines are named; ``ambiguous`` or ``unknown``.
        record: The record; `None` unless resolved.
        candidates: All that it may mean, best first; for an unknown text the near names.
        beside: Words beside the name of a medicine, folded: a dose, a rhythm, a route.
    """

    text: str
    status: Status
    record: Any
    candidates: tuple[Candidate, ...]
    beside: tuple[str, ...] = ()

    def __repr__(self) -> str:
        names = ", ".join(f"{c.kind} {c.id}" for c in self.candidates[:3])
        return f"<Resolution {self.text!r}: {self.status.value}{names and f' ({names})'}>"


def resolve_in(
    catalog: Catalog, text: str, *kinds: str, lang: str | None = None, guess: bool = True
) -> Resolution:
    """
    Find the record that a text names.

    Where a medicine is meant, what it is made of names it too (``lithium``), and a text may name
    it twice (``warfarin (Coumadin)``) or name several.

    Args:
        catalog: Where to look.
        text: An id, a name, a synonym or a brand; whole words in any order.
        kinds: Kinds of record to look for; none: all.
        lang: Language of the text, which settles a name that several languages share.
        guess: Whether to look for near names where nothing matches.

    Raises:
        InputError: ``text`` is no text, or a kind is none of `KINDS`.
    """
    if not isinstance(text, str):
        raise InputError("text", "must be text")
    for kind in kinds:
        if kind not in KINDS:
            raise InputError("kind", f"must be one of {', '.join(KINDS)}, or None for all")
    sections = tuple(KINDS[kind] for kind in kinds or KINDS)
    for section in sections:
        if text in catalog.section(section):
            by_id = (Entry(section, text, text, "id", "en"),)
            return _answer(catalog, text, by_id, "the id", lang)
    index = name_index(catalog)
    words = tokens(text[:_MOST])
    if len(text) > _MOST or len(words) > _WORDS:
        # Nothing is judged by its first part; a name this long is prose.
        near = _near(index, words[:_NEAR_WORDS], sections) if guess else ()
        return Resolution(text, Status.UNKNOWN, None, near)
    # What a medicine is made of names it where nothing else can be meant.
    find = index.find if "forms" in sections else index.medicine
    for part, beside in _parts(words):
        # A number beside a condition is its stage, and is not to be lost.
        allowed = sections if part is words else _with_doses(sections)
        if found := tuple(entry for entry in find(part) if entry.section in allowed):
            why = "the name beside a dose" if beside else "the name"
            return _answer(catalog, text, found, why, lang, beside=beside)
    if foreign := tuple(
        Entry(section, id, text, "name", lang or "en")
        for section, id in vocabulary(catalog).named(text)
        if section in sections
    ):
        return _answer(catalog, text, foreign, "the name in the words of its language", lang)
    found, beside = _several(find, words, _with_doses(sections))
    if found:
        answer = _answer(catalog, text, found, "one of several names", None, beside=beside)
        return attrs.evolve(answer, status=Status.SEVERAL) if len(found) > 1 else answer
    if _FOR in words[1:] and _with_doses(sections):
        # "Ciprofloxacin for a chest infection": what it is taken for is no part of the name.
        start = words.index(_FOR, 1)
        if not DENYING.isdisjoint(words[start:]):
            return Resolution(text, Status.UNKNOWN, None, ())
        cut = resolve_in(catalog, " ".join(words[:start]), *kinds, lang=lang, guess=False)
        if cut.status is not Status.UNKNOWN:
            return attrs.evolve(cut, text=text)
    near = _near(index, words[:_NEAR_WORDS], sections) if guess else ()
    return Resolution(text, Status.UNKNOWN, None, near)


def id_of(catalog: Catalog, text: str, *kinds: str) -> str:
    """
    Give the id of the one record that a text names.

    Args:
        catalog: Where to look.
        text: As for `resolve_in`.
        kinds: As for `resolve_in`.

    Raises:
        UnknownIdError: It names nothing, or several records; with what it may mean.
        InputError: As `resolve_in`.
    """
    found = resolve_in(catalog, text, *kinds)
    if found.record is None:
        what = " or ".join(KINDS[kind] for kind in kinds) or "the catalog"
        near = tuple(candidate.id for candidate in found.candidates)
        raise UnknownIdError(f"{what} ({found.status.value})", text, near)
    id: str = found.record.id
    return id


def _with_doses(sections: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(section for section in sections if section in _WITH_DOSES)


def _is_beside(word: str) -> bool:
    return word in BESIDE or _NUMBER.fullmatch(word) is not None


def _parts(words: list[str]) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """The whole text, then each run of its words, longest first, that leaves only a dose over."""
    yield words, ()
    beside = [_is_beside(word) for word in words]
    for length in range(min(len(words) - 1, _LONGEST), 0, -1):
        for start in range(len(words) - length + 1):
            end = start + length
            if all(beside[:start]) and all(beside[end:]) and not all(beside[start:end]):
                yield words[start:end], (*words[:start], *words[end:])


def _several(
    find: Callable[[list[str]], tuple[Entry, ...]], words: list[str], sections: tuple[str, ...]
) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The medicines that a text names one after the other; none where any word is left over."""
    found: dict[tuple[str, str], Entry] = {}
    beside = []
    start = 0
    while start < len(words) and sections:
        for end in range(min(len(words), start + _LONGEST), start, -1):
            named = [entry for entry in find(words[start:end]) if entry.section in sections]
            if len(named) == 1:
                found.setdefault((named[0].section, named[0].id), named[0])
                start = end
                break
        else:
            if not _is_beside(words[start]):
                return (), ()
            beside.append(words[start])
            start += 1
    return tuple(found.values()), tuple(beside)


def _answer(
    catalog: Catalog,
    text: str,
    found: tuple[Entry, ...],
    why: str,
    lang: str | None,
    *,
    beside: tuple[str, ...] = (),
) -> Resolution:
    spoken = tuple(entry for entry in found if entry.lang == lang)
    found = spoken or found
    candidates = tuple(Candidate(_KIND_OF[e.section], e.id, e.text, 1.0, why) for e in found)
    if len(found) > 1:
        return Resolution(text, Status.AMBIGUOUS, None, candidates)
    record = catalog.section(found[0].section)[found[0].id]
    return Resolution(text, Status.RESOLVED, record, candidates, beside)


def _near(index: NameIndex, words: list[str], sections: tuple[str, ...]) -> tuple[Candidate, ...]:
    """Names that share a word or are spelled much alike; offered, never used."""
    words = [word for word in words if not _is_beside(word)]
    wanted = " ".join(sorted(words))
    # A single letter (an "s" behind an apostrophe, say) says nothing of nearness.
    words = [word for word in words if len(word) > 1 or not word.isascii()]
    shared = dict.fromkeys(filed for word in words for filed in index.by_word.get(word, ()))
    matcher = difflib.SequenceMatcher(None, b=wanted)
    best: dict[tuple[str, str], Candidate] = {}
    for filed in dict.fromkeys((*shared, *index.alike(wanted, _ALIKE))):
        matcher.set_seq1(filed)
        score = matcher.ratio()
        if filed not in shared and score < _CUTOFF:
            continue
        why = "shares a word" if filed in shared else "spelled alike"
        for entry in index.by_key[filed]:
            if entry.section in sections:
                place = (entry.section, entry.id)
                made = Candidate(
                    _KIND_OF[entry.section], entry.id, entry.text, round(score, 3), why
                )
                if place not in best or best[place].score < made.score:
                    best[place] = made
    return tuple(sorted(best.values(), key=lambda c: (-c.score, c.kind, c.id))[:5])
