"""The guide to a first service is true: what it shows is found, and each way of mending it is clean."""

from __future__ import annotations

import re
from pathlib import Path

from unit.test_cli import antifreeze

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "getting-started.md").read_text()
FILES = re.findall(r"```python\n# (\S+)\n(.*?)```", TEXT, re.DOTALL)


def check(folder: Path, files: dict[str, str]) -> list[str]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        (path.parent / "__init__.py").write_text("")
        # The heading line of the example is no line of the file that the reader has.
        path.write_text(text)
    result = antifreeze("check", "service", "--format", "concise", "--no-cache", cwd=folder)
    return [line.partition(" via ")[0] for line in result.stdout.splitlines()]


def test_the_first_service_is_found_as_shown(tmp_path: Path) -> None:
    shown = re.findall(r"```text\n(service/app.*?)\n```", TEXT)
    assert check(tmp_path, dict(FILES[:2])) == shown


def test_each_way_of_mending_is_clean(tmp_path: Path) -> None:
    rates, app, *mended = FILES
    assert [name for name, _ in mended] == ["service/app.py", "service/app.py", "service/rates.py"]
    for name, text in mended[:2]:
        assert check(tmp_path, {**dict([rates, app]), name: text}) == []
    awaited = app[1].replace("100 * rate(currency)", "100 * await rate(currency)")
    assert check(tmp_path, dict([mended[2], ("service/app.py", awaited)])) == []


def test_the_example_that_freezes_is_found_and_can_be_mended() -> None:
    folder = ROOT / "examples" / "death_spiral"
    found = antifreeze("check", "service.py", "--format", "concise", "--no-cache", cwd=folder).stdout
    assert "`service.fetch_price` blocks the event loop: it reaches `time.sleep`" in found
    assert "saturated from 10/s" in found
    diff = antifreeze("fix", "service.py", "--diff", cwd=folder).stdout
    mended = (folder / "service.py").read_text()
    added = [line[1:] for line in diff.splitlines() if line.startswith("+ ")]
    assert added
    assert all(line in mended.splitlines() for line in added), "the service holds the fix that antifreeze writes"
