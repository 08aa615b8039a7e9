"""What nobody wrote to be analysed: strange bytes, extreme shapes, circles; nothing is ever raised."""

from __future__ import annotations

import random
import subprocess
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


def test_nothing_is_too_long_for_the_stack() -> None:
    assert survives("decorators", {"main.py": dict(shapes())["decorators"]}, ports())
    name = "bases in a circle"
    assert survives(name, dict(programs())[name], ports())


def test_mutants_of_real_files() -> None:
    chance = random.Random(7)
    texts = [path.read_bytes() for path in sorted(ROOT.rglob("*.py"))]
    for number in range(150):
        assert survives(f"mutant {number}", {"main.py": mutant(chance.choice(texts), chance)}, ports())


TRAP = "open({path!r}, 'a').write(__name__)\n"
SHADOWED = ("click", "rich", "msgspec", "pathspec", "json", "typeshed_client", "sitecustomize", "conftest", "setup")


@pytest.mark.parametrize(
    "command", [[str(Path(sys.executable).with_name("antifreeze"))], [sys.executable, "-m", "antifreeze"]]
)
def test_nothing_of_the_project_is_run(command: list[str], tmp_path: Path) -> None:
    sprung = tmp_path / "sprung"
    project = tmp_path / "project"
    project.mkdir()
    for name in SHADOWED:
        (project / f"{name}.py").write_text(TRAP.format(path=str(sprung)))
    (project / "main.py").write_text(TRAP.format(path=str(sprung)) + "import time\nasync def f():\n    time.sleep(1)\n")
    (project / "pyproject.toml").write_text(
        "[project]\nname = 'x'\n[build-system]\nrequires = []\nbuild-backend = 'setup'\n"
    )
    for arguments in (["check", ".", "--jobs", "2"], ["fix", ".", "--diff"], ["fix", "."]):
        result = subprocess.run([*command, *arguments], cwd=project, capture_output=True, text=True, check=False)
        assert "Traceback" not in result.stderr
        assert result.returncode in (0, 1), result.stderr
    assert not sprung.exists(), sprung.read_text()
    assert "await asyncio.sleep(1)" in (project / "main.py").read_text()
