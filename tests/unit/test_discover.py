"""Discovery: which files, in which order, under which module names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from antifreeze.config.options import Config
from antifreeze.discover.sources import discover
from antifreeze.errors import UsageError


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def found(root: Path, *paths: str, config: Config | None = None) -> dict[str, str]:
    tops = [str(root / path) for path in paths] or [str(root)]
    sources = discover(tops, config or Config(), str(root)).sources
    return {source.path: source.module for source in sources}


def test_flat_layout(tmp_path: Path) -> None:
    write(tmp_path, "pkg/__init__.py", "pkg/a.py", "pkg/sub/__init__.py", "pkg/sub/b.py", "script.py")
    assert found(tmp_path) == {
        "pkg/__init__.py": "pkg",
        "pkg/a.py": "pkg.a",
        "pkg/sub/__init__.py": "pkg.sub",
        "pkg/sub/b.py": "pkg.sub.b",
        "script.py": "script",
    }


def test_src_layout(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", "src/pkg/__init__.py", "src/pkg/a.py", "tests/test_a.py")
    assert found(tmp_path)["src/pkg/a.py"] == "pkg.a"
    assert found(tmp_path, "src/pkg")["src/pkg/a.py"] == "pkg.a"
    assert found(tmp_path, "src/pkg/a.py") == {"src/pkg/a.py": "pkg.a"}


def test_namespace_packages(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", "src/company/tool/__init__.py", "src/company/tool/a.py")
    assert found(tmp_path)["src/company/tool/a.py"] == "company.tool.a"


def test_several_projects_in_one_repository(tmp_path: Path) -> None:
    write(tmp_path, ".git/HEAD", "one/pyproject.toml", "one/src/a/__init__.py", "two/setup.py", "two/b/__init__.py")
    names = found(tmp_path)
    assert names["one/src/a/__init__.py"] == "a"
    assert names["two/b/__init__.py"] == "b"


def test_two_scripts_of_one_name(tmp_path: Path) -> None:
    write(tmp_path, "bin/run.py", "tools/run.py")
    names = found(tmp_path, "bin", "tools")
    assert len(set(names.values())) == 2


def test_given_source_roots(tmp_path: Path) -> None:
    write(tmp_path, "lib/python/pkg/a.py")
    config = Config(source_roots=(str(tmp_path / "lib/python"),))
    assert found(tmp_path, config=config) == {"lib/python/pkg/a.py": "pkg.a"}


def test_what_is_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path,
        ".hidden/a.py",
        "__pycache__/a.py",
        "node_modules/a.py",
        "venv/pyvenv.cfg",
        "venv/lib/a.py",
        "a.py",
        "a.txt",
    )
    assert list(found(tmp_path)) == ["a.py"]


def test_ignore_files(tmp_path: Path) -> None:
    write(tmp_path, ".git/HEAD", "a.py", "gen/b.py", "keep/c.py", "keep/d.py", "sub/e.py", "sub/f.py")
    (tmp_path / ".gitignore").write_text("gen/\n*.py\n!a.py\n!c.py\n!e.py\n!f.py\n")
    (tmp_path / "sub" / ".gitignore").write_text("f.py\n")
    assert list(found(tmp_path)) == ["a.py", "keep/c.py", "sub/e.py"]
    assert list(found(tmp_path, "sub")) == ["sub/e.py"]
    assert list(found(tmp_path, "gen/b.py")) == ["gen/b.py"]
    (tmp_path / ".gitignore").write_text("gen/\n")
    write(tmp_path, "gen/deep/g.py")
    assert list(found(tmp_path, "gen")) == ["gen/b.py", "gen/deep/g.py"]
    assert list(found(tmp_path, "gen/deep")) == ["gen/deep/g.py"]


def test_a_package_called_build_is_no_build_folder(tmp_path: Path) -> None:
    write(tmp_path, "pkg/__init__.py", "pkg/build/__init__.py", "pkg/build/a.py", "build/lib/b.py", "dist/c.py")
    assert list(found(tmp_path)) == ["pkg/__init__.py", "pkg/build/__init__.py", "pkg/build/a.py"]


def test_names_that_are_no_text_are_spelled_out(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.py")).write_text("")
    except OSError:
        pytest.skip("this file system takes text alone")
    assert found(tmp_path) == {"caf\\xe9.py": "caf\\xe9"}


def test_a_script_without_suffix_is_taken_when_named(tmp_path: Path) -> None:
    write(tmp_path, "tool", "a.b.py")
    assert found(tmp_path, "tool") == {"tool": "tool"}
    assert found(tmp_path) == {"a.b.py": "a_b"}


def test_patterns_are_relative_to_the_configuration_file(tmp_path: Path) -> None:
    write(tmp_path, "app/gen/a.py", "app/b.py", "gen/c.py")
    config = Config(exclude=("/app/gen",), anchor="app")
    sources = discover([str(tmp_path / "app"), str(tmp_path / "gen")], config, str(tmp_path / "app")).sources
    assert [source.path for source in sources] == ["b.py", "../gen/c.py"]


def test_include_and_exclude(tmp_path: Path) -> None:
    write(tmp_path, "a.py", "tests/b.py", "pkg/tests/c.py")
    assert list(found(tmp_path, config=Config(exclude=("tests/",)))) == ["a.py"]
    assert list(found(tmp_path, config=Config(exclude=("/tests",)))) == ["a.py", "pkg/tests/c.py"]
    assert list(found(tmp_path, config=Config(include=("pkg/**",)))) == ["pkg/tests/c.py"]


def test_a_stub_stands_in_only_where_there_is_no_source(tmp_path: Path) -> None:
    write(tmp_path, "a.py", "a.pyi", "b.pyi")
    assert list(found(tmp_path)) == ["a.py", "b.pyi"]


def test_link_loops_end(tmp_path: Path) -> None:
    write(tmp_path, "pkg/a.py")
    (tmp_path / "pkg" / "loop").symlink_to(tmp_path / "pkg", target_is_directory=True)
    assert list(found(tmp_path)) == ["pkg/a.py"]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "dangling.py").symlink_to(tmp_path / "nothing.py")
    os.mkfifo(tmp_path / "pipe.py")
    write(tmp_path, "a.py")
    discovery = discover([str(tmp_path)], Config(), str(tmp_path))
    assert [source.path for source in discovery.sources] == ["a.py"]
    assert [error.path for error in discovery.errors] == ["dangling.py"]


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        discover([str(tmp_path / "x")], Config(), str(tmp_path))
