"""What nobody wrote to be analysed: strange bytes, extreme shapes, circles; nothing is ever raised."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from cases import ROOT, ports

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from hostile import mutant, programs, shapes, survives

SHAPES = dict(shapes(1000))
PROGRAMS = dict(programs(60))


@pytest.mark.parametrize("name", SHAPES)
def test_extreme_shapes(name: str) -> None:
    assert survives(name, {"main.py": SHAPES[name]}, ports())


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs_that_go_round_in_circles(name: str) -> None:
    assert survives(name, PROGRAMS[name], ports())


def test_mutants_of_real_files() -> None:
    chance = random.Random(7)
    texts = [path.read_bytes() for path in sorted(ROOT.rglob("*.py"))]
    for number in range(150):
        assert survives(f"mutant {number}", {"main.py": mutant(chance.choice(texts), chance)}, ports())
