"""Catalog files of one's own: named by the configuration, or shipped by an installed library."""

from __future__ import annotations

from pathlib import Path

import pytest

from antifreeze.config.options import Config
from antifreeze.errors import CatalogError
from antifreeze.model.source import SourceFile
from antifreeze.store.knowledge import installed, read_catalog
from antifreeze.store.settings import read_config
from cases import analyse
from unit.test_cli import antifreeze

COMPANY = """
[[blocking]]
call = "company.fetch"
category = "http"
wait = "unbounded"
remedy = "company.afetch"
"""
MAIN = "import company, vendor\n\n\nasync def main():\n    company.fetch()\n    vendor.call()\n"


def ship(folder: Path, text: str) -> Path:
    """An installed library with a catalog; importing it would fail."""
    data = folder / "vendor" / "data"
    data.mkdir(parents=True)
    for package in (folder / "vendor", data):
        (package / "__init__.py").write_text("raise RuntimeError\n")
    (data / "antifreeze.toml").write_text(text)
    info = folder / "vendor-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: vendor\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[antifreeze.catalogs]\nvendor = vendor.data:antifreeze.toml\n")
    return folder


def test_files_and_libraries_add_knowledge(tmp_path: Path) -> None:
    site = ship(tmp_path / "site", COMPANY.replace("company.fetch", "vendor.call"))
    project = tmp_path / "project"
    project.mkdir()
    (project / "main.py").write_text(MAIN)
    assert antifreeze("check", "main.py", "--no-cache", cwd=project).returncode == 0
    (project / "pyproject.toml").write_text('[tool.antifreeze]\ncatalogs = ["../company.toml"]\n')
    (tmp_path / "company.toml").write_text(COMPANY)
    found = antifreeze("check", "main.py", "--format", "concise", cwd=project)
    assert "main.py:5:5: AF102 `company.fetch`" in found.stdout
    assert "vendor.call" not in found.stdout
    (tmp_path / "company.toml").write_text(COMPANY.replace("unbounded", "short"))
    assert antifreeze("check", "main.py", cwd=project).returncode == 0, "a changed catalog is read anew"
    import os

    path = os.pathsep.join([str(Path(__file__).resolve().parents[2] / "src"), str(site)])
    shipped = antifreeze("check", "main.py", "--format", "concise", cwd=project, PYTHONPATH=path)
    assert "main.py:6:5: AF102 `vendor.call`" in shipped.stdout, shipped.stderr


def test_what_a_library_ships_is_found_without_importing_it(tmp_path: Path) -> None:
    assert installed([str(ship(tmp_path, COMPANY)), str(tmp_path / "nowhere")]) == (
        read_catalog(tmp_path / "vendor" / "data" / "antifreeze.toml", "vendor (vendor.data:antifreeze.toml)"),
    )


def test_errors_name_file_entry_key_and_the_nearest_valid_name(tmp_path: Path) -> None:
    (tmp_path / "antifreeze.toml").write_text('catalogs = ["own.toml"]\n')
    own = tmp_path / "own.toml"
    for text, expected in (
        (COMPANY.replace("remedy", "remedi"), 'own.toml: blocking[0]: unknown key "remedi"; did you mean "remedy"?'),
        (COMPANY + COMPANY.replace("http", "htp"), 'own.toml: blocking[1]: category "htp" is not valid'),
        (COMPANY.replace("[[blocking]]", "[[bloking]]"), 'own.toml: unknown table "bloking"; did you mean "blocking"?'),
        ("a = [", "own.toml: not valid TOML"),
    ):
        own.write_text(text)
        with pytest.raises(CatalogError) as caught:
            read_config(tmp_path / "antifreeze.toml")
        assert expected in str(caught.value)
    own.unlink()
    with pytest.raises(CatalogError, match=r"own.toml: cannot be read: No such file or directory"):
        read_config(tmp_path / "antifreeze.toml")


CLASSES = {
    "class": [
        {"name": "company.Base"},
        {"name": "company.Client", "bases": ["company.Base"]},
        {"name": "company.Store", "members": "company.Table"},
        {"name": "company.Table", "members": "company.Table"},
        {"name": "company.Wrapper", "holds": "job"},
    ],
    "attribute": [
        {"name": "company.Base.http", "type": "requests.Session"},
        {"name": "company.Client.later", "type": "httpx.AsyncClient"},
        {"name": "company.Store.name", "type": "str"},
    ],
    "returns": [
        {"call": "company.Base.session", "type": "requests.Session"},
        {"call": "company.listed", "type": "list[requests.Session]"},
        {"call": "company.by_name", "type": "dict[str, requests.Session]"},
        {"call": "company.maybe", "type": "requests.Session | None"},
        {"call": "company.asynchronous", "type": "list[httpx.AsyncClient]"},
    ],
    "blocking": [
        {"call": "company.Table.load", "category": "database", "wait": "unbounded"},
        {"call": "company.Base.connect", "category": "network", "wait": "unbounded"},
    ],
}

TOLD = {
    "a base's attribute": ("company.Client().http.get('x')", "AF102"),
    "a base's method": ("company.Client().connect()", "AF103"),
    "what a base's method returns": ("company.Client().session().get('x')", "AF102"),
    "an own attribute": ("await company.Client().later.get('x')", ""),
    "members by name": ("company.Store().users.load()", "AF104"),
    "members of members": ("company.Store().users.active.load()", "AF104"),
    "a member that is told of by itself": ("company.Store().name.load()", ""),
    "items of a list": ("company.listed()[0].get('x')", "AF102"),
    "items of a dict": ("company.by_name()['a'].get('x')", "AF102"),
    "values of a dict": ("[one.get('x') for one in company.by_name().values()]", "AF102"),
    "one of several": ("company.maybe().get('x')", "AF102"),
    "items that are awaited": ("await company.asynchronous()[0].get('x')", ""),
}


@pytest.mark.parametrize("kind", TOLD)
def test_what_is_said_of_classes_is_used(kind: str) -> None:
    use, code = TOLD[kind]
    source = SourceFile("main.py", "main", f"import company\n\n\nasync def main():\n    {use}\n".encode())
    found = analyse((source,), Config(tables=CLASSES)).findings
    assert [(finding.line, finding.code) for finding in found] == ([(5, code)] if code else [])
