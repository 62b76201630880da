# SPDX-License-Identifier: MIT
"""A search for one time for each of many intakes, with rules on each two of them."""

from __future__ import annotations

__all__ = ["GaveUpError", "Search"]


def __dir__() -> list[str]:
    return __all__


# Tries of a time after which a search ends without an answer; ordinary days need some dozens.
_MOST_TRIES = 5_000


class GaveUpError(Exception):
    """A search for times was ended."""


class Search:
    """
    A search for one time for each intake, from few possible times to many.

    Args:
        orders: For each intake its times, the best first.

    Attributes:
        arcs: For each intake the others that a rule ties it to, each with the times that are left
            to the other by each of its own.
    """

    def __init__(self, orders: list[list[int]]) -> None:
        self.orders = orders
        self.arcs: list[list[tuple[int, list[int]]]] = [[] for _ in orders]
        self.tries = 0

    def found(self, domains: list[int]) -> list[int] | None:
        """A time for each intake that all rules leave; `None`: there is none."""
        if not all(domains):
            return None
        narrowed = self._narrowed(domains, [*range(len(domains))])
        return None if narrowed is None else self._chosen(narrowed)

    def _chosen(self, domains: list[int]) -> list[int] | None:
        # First the intake with fewest times left; of those the one that most rules are on.
        open_ = [place for place, times in enumerate(domains) if times.bit_count() > 1]
        if not open_:
            return [times.bit_length() - 1 for times in domains]
        here = min(open_, key=lambda at: (domains[at].bit_count(), -len(self.arcs[at])))
        for time in self.orders[here]:
            if domains[here] >> time & 1:
                self.tries += 1
                if self.tries > _MOST_TRIES:
                    raise GaveUpError
                narrowed = self._narrowed(
                    [*domains[:here], 1 << time, *domains[here + 1 :]], [here]
                )
                chosen = None if narrowed is None else self._chosen(narrowed)
                if chosen is not None:
                    return chosen
        return None

    def _narrowed(self, domains: list[int], ahead: list[int]) -> list[int] | None:
        """The times that each rule leaves by itself; `None`: an intake has none left."""
        while ahead:
            here = ahead.pop()
            for other, table in self.arcs[here]:
                allowed = 0
                left = domains[here]
                while left:
                    time = left.bit_length() - 1
                    allowed |= table[time]
                    left ^= 1 << time
                if not domains[other] & allowed:
                    return None
                if domains[other] & ~allowed:
                    domains[other] &= allowed
                    ahead.append(other)
        return domains
