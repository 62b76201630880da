# SPDX-License-Identifier: MIT
"""Profiles of the property tests, and the bundled catalog."""

import os

import pytest
from hypothesis import HealthCheck, settings

import supplementdb as sdb

# Drawing a whole catalog is slow to start and cheap to repeat; the examples are few by default
# and many where somebody asks: HYPOTHESIS_PROFILE=thorough make unit.
settings.register_profile(
    "default",
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("thorough", parent=settings.get_profile("default"), max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(name="db", scope="session")
def fixture_db() -> sdb.Catalog:
    """The bundled catalog."""
    return sdb.load()
