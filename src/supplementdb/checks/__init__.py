# SPDX-License-Identifier: MIT
"""Checks: pure functions of (catalog, regimen, person, policy) that yield findings."""

__all__: list[str] = []
