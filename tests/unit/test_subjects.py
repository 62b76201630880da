# SPDX-License-Identifier: MIT
"""A line is searched for what makes it another subject only if it has the beginning of a word."""

import importlib
import itertools
import re
from collections.abc import Iterator
from typing import Any

import pytest

from supplementdb.names import subjects
from supplementdb.spelling import tokens

# How `re` itself reads a pattern; no name of it is public.
_parser = importlib.import_module("re._parser")
of = importlib.import_module("re._constants")

GUARDED = {
    "HEADINGS": subjects.OF_HEADINGS,
    "CLASSES": subjects.OF_CLASSES,
    "AUXILIARY": subjects.OF_AUXILIARIES,
    "TOPICAL": subjects.OF_TOPICALS,
    "THINGS": subjects.OF_THINGS,
    "ELSEWHERE": subjects.OF_ELSEWHERE,
    "DENYING": subjects.OF_DENIALS | {"with"},
    "WORK": subjects.OF_WORK,
}


def samples(tree: Any) -> Iterator[str]:
    """Texts that a parsed pattern fits: each of its branches, with what is optional and without."""
    parts = [list(itertools.islice(pieces(kind, value), 20_000)) for kind, value in tree]
    for chosen in itertools.islice(itertools.product(*parts), 20_000):
        yield "".join(chosen)


def pieces(kind: Any, value: Any) -> Iterator[str]:
    """Texts that one piece of a parsed pattern fits."""
    if kind is of.LITERAL:
        yield chr(value)
    elif kind is of.NOT_LITERAL:
        yield "x"
    elif kind is of.IN:
        letters = [chr(v) for k, v in value if k is of.LITERAL]
        negated = any(k is of.NEGATE for k, _ in value)
        spaces = any(v is of.CATEGORY_SPACE for k, v in value if k is of.CATEGORY)
        digits = any(k is of.RANGE for k, _ in value)
        plain = " " if spaces else "5" if digits else "x"
        yield from [plain] if negated or not letters else letters
    elif kind is of.BRANCH:
        for branch in value[1]:
            yield from samples(branch)
    elif kind is of.SUBPATTERN:
        yield from samples(value[3])
    elif kind in (of.MAX_REPEAT, of.MIN_REPEAT):
        least, most, inside = value
        if least == 0:
            yield ""
        if most > 0:
            for text in samples(inside):
                yield text * max(least, 1)
    else:  # where it stands, and what is around it
        yield ""


@pytest.mark.parametrize("name", GUARDED)
def test_guards(name: str) -> None:
    """Whatever a pattern fits has a word that its guard knows; otherwise it is never looked for."""
    pattern = getattr(subjects, name)
    texts = set(samples(_parser.parse(pattern.pattern, pattern.flags & re.IGNORECASE)))
    fitting = [text for text in texts if pattern.search(text)]

    assert len(fitting) * 2 > len(texts)
    unguarded = {
        text
        for text in fitting
        if GUARDED[name].isdisjoint(word[:4] for word in tokens(text))
        and (name != "THINGS" or subjects.WORDS_OF_THINGS.isdisjoint(tokens(text)))
    }
    assert unguarded == set()


def test_denied_behind() -> None:
    """Whatever says behind a name that it is not there has the letters that are looked for."""
    pattern = subjects.DENIED_BEHIND
    texts = set(samples(_parser.parse(pattern.pattern, pattern.flags & re.IGNORECASE)))

    assert {
        text for text in texts if text.isascii() and not subjects.MAY_DENY_BEHIND.search(text)
    } == set()


@pytest.mark.parametrize("words", ["TALK", "MEASURED", "COUNTER_ION", "BRIEF"])
def test_folded(words: str) -> None:
    """Words that are looked up are written as words are compared; others are never found."""
    assert {word for word in getattr(subjects, words) if tokens(word) != word.split()} == set()


def test_beginnings() -> None:
    """Beginnings are of four letters, or whole words."""
    assert {head for head in subjects.OF_ANY if len(head) > 4} == set()
