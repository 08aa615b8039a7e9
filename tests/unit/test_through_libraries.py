"""Real libraries, with no catalog entry for any of them: their own source tells what blocks, and what does not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from antifreeze.store.library import InstalledLibraries
from through import Use, followed, uses

PREFIX = Path(sys.prefix)
INSTALLED = InstalledLibraries(PREFIX).distributions


@pytest.mark.parametrize("use", [use for use in uses() if use.found or use.twin], ids=lambda use: use.name)
def test_through_a_library(use: Use) -> None:
    if INSTALLED.named(use.distribution) is None:
        pytest.skip(f"{use.distribution} is not installed")
    ways, twin = followed(use, PREFIX)
    assert not twin
    assert bool(ways) is use.found


def test_what_the_tests_are_installed_with_is_enough() -> None:
    found = {use.distribution for use in uses() if use.found and INSTALLED.named(use.distribution) is not None}
    assert len(found) >= 25
