# SPDX-License-Identifier: MIT
import pytest

from supplementdb.spelling import key, normalise, small, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Magn\u00e9sium", "magnesium"),
        ("L-Threonate", "l threonate"),
        ("  two   words ", "two words"),
        ("Name\u2122", "name"),
        ("\uff2d\uff47", "mg"),
        ("\u041c\u0410\u0413\u041d\u0418\u0419", "\u043c\u0430\u0433\u043d\u0438\u0438"),
        ("Gru\u00df_gott", "gruss gott"),
        ("()", ""),
        ("BAKIR", "bakir"),
        ("Bak\u0131r", "bakir"),
        ("\u00c7\u0130NKO", "cinko"),
    ],
)
def test_normalise(text: str, folded: str) -> None:
    """Case, width, accents and punctuation do not make a name another one."""
    assert folded == normalise(text)


def test_tokens() -> None:
    """Words stay whole and in order."""
    assert ["b", "a", "12"] == tokens("b-a/12")


def test_key() -> None:
    """The order of words does not matter for look-up."""
    assert key("one two") == key("Two, One")


@pytest.mark.parametrize("text", ["\u0130\u0131", "iI", "II"])
def test_small(text: str) -> None:
    """Every i of Turkish is one, and no length changes that of a look-up."""
    assert small(text) == "ii"
