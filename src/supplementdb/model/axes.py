# SPDX-License-Identifier: MIT
"""
The axes on which a rule is rated, each an enum of words, from weak to strong.

Compendia put severity, likelihood and evidence into one letter and then disagree about it;
here each is kept apart, and the level of a finding is computed from them.
"""

from __future__ import annotations

import enum

__all__ = ["Action", "Evidence", "Likelihood", "Severity"]


def __dir__() -> list[str]:
    return __all__


class Severity(enum.StrEnum):
    """How bad it is if it happens."""

    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"
    LIFE_THREATENING = "life-threatening"


class Likelihood(enum.StrEnum):
    """How often it happens to those exposed."""

    UNLIKELY = "unlikely"
    POSSIBLE = "possible"
    PROBABLE = "probable"
    LIKELY = "likely"


class Evidence(enum.StrEnum):
    """What the statement rests on."""

    MECHANISTIC = "mechanistic"
    CASE_REPORT = "case-report"
    OBSERVATIONAL = "observational"
    CONTROLLED_STUDY = "controlled-study"
    TRIAL = "trial"
    SYSTEMATIC_REVIEW = "systematic-review"
    REGULATORY_LABEL = "regulatory-label"


class Action(enum.StrEnum):
    """What to do about it."""

    INFORM = "inform"
    MONITOR = "monitor"
    SEPARATE = "separate"
    ADJUST = "adjust-with-prescriber"
    AVOID = "avoid"
