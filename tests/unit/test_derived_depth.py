"""How far libraries are followed: long chains of calls, cycles, helpers that are handed many functions."""

from __future__ import annotations

from pathlib import Path

import pytest

from antifreeze.solve.derived import MAX_VARIANTS
from trees import environment, report

USE = "import vendor\n\n\nasync def entry():\n    {use}\n"


def _chain(length: int) -> str:
    steps = [f"def f{number}():\n    f{number + 1}()\n" for number in range(length)]
    return "".join([*steps, f"import time\ndef f{length}():\n    time.sleep(1)\n"])


def test_chains_of_calls_of_any_length_are_followed(tmp_path: Path) -> None:
    prefix = environment(tmp_path, {"vendor.py": _chain(40)})
    (found,) = report({"main.py": USE.format(use="vendor.f0()")}, prefix).findings
    assert len(found.unfolded()) == 42


def test_a_helper_may_be_handed_any_number_of_functions(tmp_path: Path) -> None:
    steps = "".join(f"def f{number}():\n    return again(lambda: {number})\n" for number in range(10))
    last = "def last():\n    return again(lambda: time.sleep(1))\n"
    text = f"import time\ndef again(do):\n    return do()\n{steps}{last}"
    uses = "\n    ".join([*(f"vendor.f{number}()" for number in range(10)), "vendor.last()"])
    files = {"main.py": USE.format(use=uses)}
    (found,) = report(files, environment(tmp_path, {"vendor.py": text})).findings
    assert found.call == "time.sleep"


def test_a_long_cycle_of_calls_blocks_by_its_own_way_out(tmp_path: Path) -> None:
    steps = [f"def f{number}(n):\n    f{(number + 1) % 15}(n)\n" for number in range(15)]
    steps[7] = "import time\ndef f7(n):\n    f8(n)\n    time.sleep(1)\n"
    prefix = environment(tmp_path, {"vendor.py": "".join(steps)})
    use = "vendor.f0(1)"
    (found,) = report({"main.py": USE.format(use=use)}, prefix).findings
    assert found.call == "time.sleep"


def test_a_long_cycle_without_a_way_out_ends(tmp_path: Path) -> None:
    steps = "".join(f"def f{number}(n):\n    f{(number + 1) % 15}(n)\n" for number in range(15))
    prefix = environment(tmp_path, {"vendor.py": steps})
    use = "vendor.f0(1)"
    assert not report({"main.py": USE.format(use=use)}, prefix).findings


@pytest.mark.parametrize(("kinds", "found"), [(MAX_VARIANTS, 1), (MAX_VARIANTS + 1, 0)])
def test_a_function_is_followed_for_so_many_kinds_of_arguments(kinds: int, found: int, tmp_path: Path) -> None:
    text = "import time\ndef again(label, item):\n    item.ready()\n"
    for number in range(kinds):
        body = "time.sleep(1)" if number == kinds - 1 else "return 1"
        text += (
            f"class C{number}:\n    def ready(self):\n        {body}\ndef f{number}():\n    again('a', C{number}())\n"
        )
    uses = "\n    ".join(f"vendor.f{number}()" for number in range(kinds))
    files = {"main.py": USE.format(use=uses)}
    assert len(report(files, environment(tmp_path, {"vendor.py": text})).findings) == found
