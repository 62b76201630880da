# SPDX-License-Identifier: MIT
"""Every pattern that reads text takes time in proportion to the text."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

from supplementdb import names

PIECES = (
    "1|1 |1,|1.|1,000 |1/|1 mg |1+|a|a |aaaa1|(|( |)|-| |\t|. |..|%|1%|<|less than |x|x1|1x|1 x |"
    "1 to |every |free of |no |without |with |O|lO|1O|Il|é|Fe2+|iron |calcium |[x] |1) |a) |#1 |**|"
    "mg|1mg|日|每天|1日|0-0-|c/|par |(i|Cl-| and |1 and |q1|potassium-|=|\"|'|\n|n|nx|k/|nt"
).split("|")
LONG = 100_000


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern of the rooms of names, with where it is."""
    for module in pkgutil.iter_modules(names.__path__):
        for name, value in vars(importlib.import_module(f"{names.__name__}.{module.name}")).items():
            for place, one in enumerate(value if isinstance(value, list) else [value]):
                # The patterns of rhythms, which read classes, stand beside what they count.
                pattern = one[0] if isinstance(one, tuple) and one else one
                if isinstance(pattern, re.Pattern):
                    yield f"{module.name}.{name}[{place}]", pattern


PATTERNS = dict(patterns())


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """How long a search through all of a text takes."""
    start = time.perf_counter()
    for _ in pattern.finditer(text):
        pass
    return time.perf_counter() - start


def repeated(piece: str, size: int) -> str:
    """A text of one piece over and over, that ends otherwise."""
    return f"{piece * (size // len(piece))}!"


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_linear(name: str) -> None:
    """What is worst for a pattern takes, in 100 kB, about eight times what an eighth of it does."""
    pattern = PATTERNS[name]
    slowest = sorted(PIECES, key=lambda piece: seconds(pattern, repeated(piece, 3_000)))[-3:]
    for piece in slowest:
        took = seconds(pattern, repeated(piece, LONG // 8))
        # A quadratic pattern would take 64 times as long, which nobody waits for.
        assert took < 2, piece
        assert seconds(pattern, repeated(piece, LONG)) < max(30 * took, 0.5), piece
