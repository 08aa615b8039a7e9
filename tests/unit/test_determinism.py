"""The same tree gives the same bytes, whatever the machine does meanwhile."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from cases import ROOT

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from determinism import variants

FOLDERS = [ROOT / "values", ROOT.parents[1] / "examples"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_processes_seeds_orders_and_caches_change_nothing(folder: Path) -> None:
    reports = dict(variants(folder, ((0, 1), (1, 2), (2, 4))))
    assert len(reports) == 6
    first = next(iter(reports.values()))
    assert json.loads(first)["findings"]
    assert [name for name, text in reports.items() if text != first] == []
