# SPDX-License-Identifier: MIT
"""
How often a text says that something is taken.

Each word is of a class that a letter stands for (see `times`); a rhythm is a pattern of letters.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from .numbers import CONTEXT
from .servings import serving
from .times import MAKING, SIGNS, Read, may_speak_of_time, read

__all__ = ["Rhythm", "intakes", "is_daily", "rhythms"]


def __dir__() -> list[str]:
    return __all__


_MOST = 100
_FEW = 4  # that are taken at once, where nothing says what
_AT_ONCE = 12  # pieces that are taken together; more are a pack


class Rhythm(NamedTuple):
    """
    How often a text says that something is taken.

    Attributes:
        per_day: How many times a day the amount is taken: 2, or a seventh.
        times: At how many times of a day; pieces that are taken together are one.
        spans: Where its words are, in order; what stands between them is of another kind.
        is_plain: Whether it only says "daily".
    """

    per_day: Decimal
    times: int
    spans: tuple[tuple[int, int], ...]
    is_plain: bool = False


_DAY = r"(?:[pO]{0,2}[dN]|/[dj]|e[dN]|D)"
_A_DAY = r"(?:[pO]{1,2}d|/[dj]|e[dN]|D)"
_A_WEEK = r"(?:[p/eOj]{1,2}w|W)"

_AT = "(n)y?t?[,v.]{0,2}[eAp]{0,2}y?[LN]"

_Counted: TypeAlias = tuple[Decimal, int] | None


_ONE, _TWO, _WEEK = Decimal(1), Decimal(2), Decimal(7)


def _often(times: Decimal, pieces: Decimal = _ONE) -> _Counted:
    often = CONTEXT.multiply(times, pieces)
    return (often, max(int(times), 1)) if 0 < often <= _MOST else None


def _part(of: Decimal, days: Decimal) -> _Counted:
    return (CONTEXT.divide(of, days), 1) if of > 0 and days > 0 else None


def _of_hours(hours: Decimal) -> _Counted:
    if not 0 < hours <= 96:
        return None
    return CONTEXT.divide(Decimal(24), hours), max(int(24 / float(hours)), 1)


def _plan(counts: tuple[Decimal, ...]) -> _Counted:
    return _often(functools.reduce(CONTEXT.add, counts)) if max(counts) <= 3 else None


def _of_pieces(pieces: Decimal, times: Decimal, *, is_parted: bool) -> _Counted:
    """How often some pieces are; "60 tablets, twice a day" are a pack and a rhythm."""
    is_pack = is_parted and pieces > _AT_ONCE
    return (None if is_pack else _often(times, pieces)) or _often(times)


def _few(times: Decimal) -> _Counted:
    return _often(times) if times <= _AT_ONCE else None


def _of_one(one: Decimal, other: Decimal) -> _Counted:
    """How often "2 x 1" is, and "1 x 3", as Swedes and Poles write it."""
    return _few(one) if other == 1 else _few(other) if one == 1 and other <= _FEW else None


def _at_slots(counts: tuple[Decimal, ...], written: str) -> _Counted:
    """How often some pieces at each of some times of day are; "zinc 30 in the morning" has none."""
    slots = sum(letter in "LN" for letter in written)
    return _often(Decimal(slots), counts[0]) if "t" in written or counts[0] <= _FEW else None


def _unequal(counts: tuple[Decimal, ...], written: str) -> _Counted:
    """How often pieces at several times of day are that may differ."""
    all_ = functools.reduce(CONTEXT.add, counts)
    return _often(all_) if "t" in written or max(counts) <= _FEW else None


def _weekdays(days: tuple[Decimal, ...], written: str) -> _Counted:
    if written.endswith("k-k") and len(days) == 2:
        return _part(Decimal((int(days[1]) - int(days[0])) % 7 + 1), _WEEK)  # "Mon-Fri"
    return _part(Decimal(len(set(days))), _WEEK)


# Patterns of classes, the surest first; what the words count, in order, makes the rhythm.
_PATTERNS: list[tuple[re.Pattern[str], Callable[[tuple[Decimal, ...], str], _Counted]]] = [
    (re.compile(classes), count)
    for classes, count in (
        # "every 8 hours", "c/12h", "6 hourly"
        (r"e(n)[T-](n)h", lambda n, _: _of_hours(min(n))),  # as often as it may be
        (r"(?:e[lp]?|Ol|y/|n/)(n)h|lnA(n)h|(n)-?H", lambda n, _: _of_hours(n[0])),
        # "every 2-3 days": as often as it may be
        (r"e[lp]?(n)[T-](n)[dDNj]", lambda n, _: _part(_ONE, min(n))),
        (r"e[lp]?(n)w", lambda n, _: _part(_ONE, CONTEXT.multiply(n[0], _WEEK))),
        (r"(?:(o)|(n)x)(E)", lambda n, _: _part(*n)),
        # "every 3 days", "jeden 2. Tag", "1 jour sur 2", "every third day"
        (r"(n)dS(n)", lambda n, _: _part(*n)),
        (
            r"e[lp]?(n)[r.]?[dDNj]|dS(n)|(?:e|Ol|e[lp])(a)[dN]",
            lambda n, _: _part(_ONE, n[0]),
        ),
        (r"b[dN]|db|dpQ|z|Old", lambda _, __: _part(_ONE, _TWO)),
        # "monthly", "once a month"
        (
            r"(?:(?:(n)x|(o))[pe/]{1,2}|e)(m)",
            lambda n, _: _part(n[0] if len(n) > 1 else _ONE, n[-1]),
        ),
        (r"(E)", lambda n, _: _part(_ONE, n[0])),
        # "3 tablets 2 times a day"
        (
            rf"(?<!/)(n)y?t[,v.]{{0,3}}(?:(n)x|(o)){_DAY}|(?<!/)(n)y?t[,v.]{{0,3}}(s)",
            lambda n, written: _of_pieces(n[0], n[1], is_parted="," in written or "." in written),
        ),
        # "3 capsules in the evening = 375 mg": of all of them
        (r"(?:n)y?t[,v.]{0,3}[eAp]?y?[LN][,:]?[I=]", lambda _, __: _often(_ONE)),
        # "1 tablet in the morning, 2 tablets at night"
        (rf"(?<!/){_AT}[,&;/+py]{{0,2}}{_AT}(?:[,&;/+py]{{0,2}}{_AT})?", _unequal),
        # "2 tablets every morning", "2 tablets in the morning and at night", "3 at night"
        (
            r"(?<!/)(n)y?t[,v.]{0,3}[eAp]?y?[LN](?:[&,][eAp]?y?[LN]){0,3}|(?<![/nf:.A-])(n)[Ae]y?[LN]",
            _at_slots,
        ),
        # "2 bd" behind an amount; "tablets 2 tds"
        (
            r"(?:t[,.-]?|(?<=[uv.,]))(n)(s)",
            lambda n, _: _often(n[1], n[0]) if n[0] <= _FEW else _often(n[1]),
        ),
        # "2 x 1 daily", "1 x 3/die"
        (rf"(n)x(n)t?\.?{_DAY}", lambda n, _: _often(n[0], n[1])),
        (
            r"(n)x(n)t",
            lambda n, _: _often(n[0], n[1]) if max(n) <= _AT_ONCE and n[1] <= 3 else None,
        ),
        (rf"(?:([nT])x|(o)){_DAY}", lambda n, _: _often(n[0])),
        # "3 x a week", "3 days a week", "2 weekly", "weekly"
        (
            rf"(?:(n)[xd]|(o))(?:[p/eOjA]{{0,2}}y?w|W)|(n){_A_WEEK}",
            lambda n, _: _part(n[0] if n[0] < 10 else _ONE, _WEEK),
        ),
        (rf"{_A_WEEK}", lambda _, __: _part(_ONE, _WEEK)),
        (r"(n)dF(n)d?G", lambda n, _: _part(n[0], n[0] + n[1])),
        # "2 capsules a day give": of all of them; "2 iron pills a day"
        (rf"(?:n)y?t\.?y?v{{0,2}}{_A_DAY}[,:]?[I=]", lambda _, __: _often(_ONE)),
        (rf"(?<!/)(n)y?t\.?y?v{{0,2}}{_A_DAY}", lambda n, _: _often(n[0])),
        (r"(n)t?v?A(?:o|n[xZ])", lambda n, _: _often(n[0])),
        (rf"{_A_DAY}[v:,]?(n)x", lambda n, _: _often(n[0])),
        (r"D[v:]?(n)y?t", lambda n, _: _often(n[0]) if n[0] <= _FEW else None),
        # "zinc 50 daily" is no fifty times; behind an amount with its unit it is
        (rf"u(n){_A_DAY}", lambda n, _: _often(n[0])),
        (rf"(n){_A_DAY}", lambda n, _: _often(n[0]) if n[0] < 10 else None),
        (r"(s)", lambda n, _: _often(n[0])),
        # "2x magnesium", "3x 144", "2x1", "x 4", "2 x 200 mg"
        (r"^(n)x(?!n)|(?<!n)x(n)(?![/udwmNhn])|(n)x(?=[nf]u)|(?<=u)(n)x$", lambda n, _: _few(n[0])),
        (r"(n)x(?=(n)(?![utymxn/%.,]))", lambda n, _: _of_one(*n)),
        # Behind an amount "10 x 10" is a pack.
        (r"(?<![un])(n)x(?=(n)(?![utymxn/%.,]))", lambda n, _: _few(n[0]) if n[1] > 9 else None),
        (r"(?<=(n))x(n)(?![utdwmNhxn/%])", lambda n, _: _few(n[1]) if n[0] > _AT_ONCE else None),
        (r"(n)g(n)(?![u/%.,xn])", lambda n, _: _few(n[0]) if n[1] == 1 else None),
        (r"[el]?[kK](?:[/,&+-]{0,2}p?[kK])+|[el]k|K", _weekdays),
        (r"(?<![n+-])(n)-(n)-(n)(?:-(n))?(?![n-])", lambda n, _: _plan(n)),
        (r"(?<![n+-])(n)\+(n)\+(n)(?:\+(n))?(?![n+])", lambda n, _: _plan(n)),
    )
]
_DAILY = re.compile(_A_DAY)
_PLANNED = re.compile(r"n[-+]n[-+]n|n[Ae]y?[LN]|t.{0,5}[LN]")
_PIECES_BEFORE = re.compile(r"(?<!/)(n)(?:y?t[,v.]{0,3}|Tvv)$")
_PIECES_BEHIND = re.compile(r"[v:,]?(n)y?t(?![I=])")
# "1回2錠 1日1回", "每日3次", "隔天", "週3回", of scripts without spaces.
_NUMBER = "[0-9一二两三]"
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3}
_SIGN_DAYS = re.compile(
    f"(?:({_NUMBER})\\s?(?:片|粒|錠|カプセル|정|캡슐)[\\s,，、]?\\s?)?"
    "(?:每日|毎日|每天|[1一]\\s?日|1일|하루)"
    f"\\s?({_NUMBER})\\s?(?:回|次|회|번)"
)
_SIGN_DAILY = re.compile("每日|毎日|每天|매일")
_SIGN_ALTERNATE = re.compile("隔日|隔天|격일")
_SIGN_WEEKS = re.compile(f"[週周주]\\s?({_NUMBER})\\s?(?:回|次|회|번)|每周|毎週|매주")


def rhythms(text: str) -> list[Rhythm]:
    """All that a text says of how often, the surest first; a mere "daily" comes last."""
    if not may_speak_of_time(text):
        return []
    words = read(text)
    found = [] if text.isascii() or not SIGNS.search(text) else _in_signs(text)
    served = serving(text, words)
    if (
        MAKING.isdisjoint(words.classes)
        and not _PLANNED.search(words.classes)
        and served.taken is None
    ):
        return found
    free = bytearray(b"\1" * len(words.classes))

    def take(match: re.Match[str], counted: _Counted, *, is_plain: bool = False) -> None:
        start, end = match.span()
        if counted is not None and all(free[start:end]):
            free[start:end] = bytes(end - start)
            spans = [words.spans[at] for at in range(start, end) if words.classes[at] != "y"]
            often, times = counted
            many = None if "t" in match[0] or is_plain else _pieces_beside(words, match)
            if served.is_of_a_day:
                often = min(often, _ONE)
            elif "t" in match[0] or many:
                # "200 mg per 2 capsules, 2 capsules daily": of all pieces that the amount is of.
                often = CONTEXT.divide(CONTEXT.multiply(often, many or _ONE), served.pieces)
            elif served.taken and not is_plain:
                often = CONTEXT.multiply(often, served.taken)
            found.append(Rhythm(often, times, tuple(spans), is_plain))

    for pattern, count in _PATTERNS:
        for match in pattern.finditer(words.classes):
            places = [match.start(group) for group in range(1, pattern.groups + 1)]
            said = [words.counts[at] for at in places if at >= 0] or [
                words.counts[at] for at in range(*match.span()) if words.classes[at] in "kK"
            ]
            take(match, count(tuple(said), match[0]))
    found = _multiplied(text, found)
    if served.taken and not found and not served.is_of_a_day:
        return [Rhythm(served.taken, 1, (served.span,))]
    for match in _DAILY.finditer(words.classes):
        take(match, _often(_ONE), is_plain=True)
    return found


def _multiplied(text: str, found: list[Rhythm]) -> list[Rhythm]:
    """Times of a day beside the days of them as one rhythm: "twice a day every other day"."""
    found = [*found]
    for one in [each for each in found if each.per_day < 1]:
        for other in [each for each in found if each.per_day >= 1 and not each.is_plain]:
            first, last = sorted((one, other), key=lambda each: each.spans[0][0])
            between = text[first.spans[-1][1] : last.spans[0][0]]
            if one in found and other in found and not between.strip(" ,;"):
                often = CONTEXT.multiply(one.per_day, other.per_day)
                both = Rhythm(often, other.times, first.spans + last.spans)
                found[found.index(one)] = both
                found.remove(other)
    return found


def _pieces_beside(words: Read, match: re.Match[str]) -> Decimal | None:
    """How many pieces stand right before a rhythm that counts none, or right behind it."""
    before = _PIECES_BEFORE.search(words.classes, 0, match.start())
    behind = _PIECES_BEHIND.match(words.classes, match.end())
    for found, most in ((before, _AT_ONCE), (behind, _FEW)):
        if found and 0 < words.counts[found.start(1)] <= most:
            return words.counts[found.start(1)]
    return None


def _in_signs(text: str) -> list[Rhythm]:
    found = []
    for match in _SIGN_DAYS.finditer(text):
        pieces, times = (_number(said) if said else _ONE for said in match.groups())
        found.append((match, _often(times, pieces)))
    found += [(match, _part(_ONE, _TWO)) for match in _SIGN_ALTERNATE.finditer(text)]
    for match in _SIGN_WEEKS.finditer(text):
        found.append((match, _part(_number(match[1]) if match[1] else _ONE, _WEEK)))
    said = [Rhythm(*counted, (match.span(),)) for match, counted in found if counted]
    taken = {match.start() for match, _ in found}
    return said + [
        Rhythm(Decimal(1), 1, (match.span(),), is_plain=True)
        for match in _SIGN_DAILY.finditer(text)
        if match.start() not in taken
    ]


def _number(sign: str) -> Decimal:
    return Decimal(_NUMBERS.get(sign) or sign)


def is_daily(text: str) -> bool:
    """Whether a text speaks of a day, with a number of times or without: "60 g daily"."""
    return _DAILY.search(read(text).classes) is not None


def intakes(text: str) -> int | None:
    """How many times a day a text says, pieces taken at once as one; `None`: it does not say."""
    return next((rhythm.times for rhythm in rhythms(text) if not rhythm.is_plain), None)
