"""Configuration: what a file and the command line make of it together."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from antifreeze.config.merge import config_of, overridden
from antifreeze.config.options import OPTIONS, Config
from antifreeze.config.selection import selected
from antifreeze.errors import AntifreezeError, ConfigError
from antifreeze.model.rule import Severity
from antifreeze.store.settings import find_config, read_config


def test_every_option_is_a_field() -> None:
    assert {option.field for option in OPTIONS} <= set(Config.__struct_fields__)


def test_the_command_line_wins() -> None:
    config = config_of({"rps": 5, "strict": True, "select": ["http"], "fail-on": "error"}, "a.toml")
    assert overridden(config, {"rps": None, "strict": None, "select": ()}) == config
    changed = overridden(config, {"rps": 0.0, "strict": False, "select": ("AF101,AF102",), "fail_on": "never"})
    assert (changed.rps, changed.strict, changed.select, changed.fail_on) == (0.0, False, ("AF101", "AF102"), None)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1.0, True, "5"])
def test_a_number_is_finite_and_not_negative(value: object) -> None:
    with pytest.raises(ConfigError, match=r"^a\.toml: rps: must be a number"):
        config_of({"rps": value}, "a.toml")


def test_severities_by_code_prefix_name_and_category() -> None:
    labels = {
        "AF1": "info",
        "sleep": "error",
        "blocking-http": "warning",
        "AF102": "error",
        "blocking-cpu": "error",
        "dns": "error",
    }
    severity = config_of({"severity": labels}, "a.toml").severity
    assert (severity["AF101"], severity["AF103"], severity["AF105"]) == ("error", "error", "info")
    assert (severity["AF102"], severity["AF108"]) == ("error", "error"), "a code wins over a name, a name over a prefix"
    assert "AF201" not in severity


def test_tables_are_checked_where_they_stand() -> None:
    with pytest.raises(AntifreezeError, match=r"^sub/a\.toml: blocking"):
        config_of({"blocking": 3}, "sub/a.toml")


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (Config(), True),
        (Config(ignore=("AF1",)), False),
        (Config(select=("http",)), True),
        (Config(select=("http",), ignore=("blocking-http",)), False),
        (Config(select=("AF101",)), False),
        (Config(per_file_ignores={"tests/**": ("AF102",)}), True),
        (Config(per_file_ignores={"app/": ("http",)}), False),
        (Config(per_file_ignores={"/a.py": ("http",)}), True),
        (Config(per_file_ignores={"/service/app/a.py": ("http",)}, anchor="service"), False),
        (Config(per_file_ignores={"/a.py": ("http",)}, anchor=".."), True),
    ],
)
def test_selection(config: Config, expected: bool) -> None:
    assert selected("AF102", "http", "app/a.py", config) is expected


def test_what_is_off_is_reported_only_by_name() -> None:
    assert not selected("AF902", "suppression-without-reason", "a.py", Config())
    assert selected("AF902", "suppression-without-reason", "a.py", Config(select=("AF902",)))


@pytest.mark.parametrize(
    ("pattern", "anchor", "expected"),
    [
        ("tests/", "service", "tests/"),
        ("*.py", "service", "*.py"),
        ("/a.py", ".", "/a.py"),
        ("/a.py", "service", "/service/a.py"),
        ("app/gen/**", "service", "/service/app/gen/**"),
        ("!app/b.py", "service", "!/service/app/b.py"),
    ],
)
def test_patterns_of_the_command_line_are_relative_to_the_working_directory(
    pattern: str, anchor: str, expected: str
) -> None:
    assert overridden(Config(anchor=anchor), {"exclude": (pattern,)}).exclude == (expected,)


def test_paths_of_a_file_are_seen_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "antifreeze.toml").write_text('source = ["src"]\nsource-roots = ["lib"]\n')
    monkeypatch.chdir(tmp_path / "sub")
    config = read_config(tmp_path / "antifreeze.toml")
    assert (config.source, config.source_roots, config.anchor) == (("../src",), ("../lib",), "sub")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool.antifreeze]\nrps = 1\n", True),
        ("tool.antifreeze.rps = 1\n", True),
        ("[tool]\nantifreeze = { rps = 1 }\n", True),
        ('[dependency-groups]\ndev = ["antifreeze"]\n', False),
        ("[tool.antifreeze\n", True),
        ("not TOML at all, of antifreeze\n", False),
        ("", False),
    ],
)
def test_a_project_file_counts_where_it_speaks_of_antifreeze(tmp_path: Path, text: str, expected: bool) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "pyproject.toml").write_text(text)
    assert find_config(tmp_path / "inner" / "a.py") == (tmp_path / "pyproject.toml" if expected else None)


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "antifreeze.toml").write_text("rps = 1\n")
    (tmp_path / "inner" / "pyproject.toml").write_text("[tool.antifreeze]\nrps = 2\n")
    assert read_config(find_config(tmp_path / "inner") or Path()).rps == 2
    (tmp_path / "inner" / "antifreeze.toml").write_text('fail-on = "info"\n')
    assert read_config(find_config(tmp_path / "inner") or Path()).fail_on is Severity.INFO
    assert os.path.samefile(find_config(tmp_path) or "", tmp_path / "antifreeze.toml")
