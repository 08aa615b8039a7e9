"""The command line: exit statuses, formats, inputs, and errors of one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from antifreeze.cli.app import run as app_run

ROOT = Path(__file__).resolve().parents[2]
BLOCKING = "import time\n\n\nasync def main():\n    time.sleep(1)\n"
HARMLESS = "async def main():\n    return 1\n"


def run(*arguments: str, cwd: Path, stdin: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **env}
    return subprocess.run(
        [sys.executable, *arguments], cwd=cwd, input=stdin, capture_output=True, text=True, env=environment, check=False
    )


def antifreeze(*arguments: str, cwd: Path, stdin: str | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    return run("-m", "antifreeze", *arguments, cwd=cwd, stdin=stdin, **env)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "service").mkdir()
    (tmp_path / "service" / "__init__.py").write_text("")
    (tmp_path / "service" / "bad.py").write_text(BLOCKING)
    (tmp_path / "service" / "good.py").write_text(HARMLESS)
    return tmp_path


def one_line(result: subprocess.CompletedProcess[str]) -> str:
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1, result.stderr
    assert lines[0].startswith("antifreeze: ")
    return lines[0]


def test_findings_fail_the_run(project: Path) -> None:
    result = antifreeze("check", "service", "--format", "concise", cwd=project)
    assert result.returncode == 1
    assert result.stdout.startswith("service/bad.py:5:5: AF101 `time.sleep` blocks the event loop")
    assert result.stderr == ""


def test_nothing_found(project: Path) -> None:
    result = antifreeze("check", "service/good.py", cwd=project)
    assert (result.returncode, result.stderr) == (0, "")
    assert "no blocking calls found in 1 file" in result.stdout


def test_fail_on_decides(project: Path) -> None:
    assert antifreeze("check", "--fail-on", "never", cwd=project).returncode == 0
    assert antifreeze("check", "--ignore", "AF101", cwd=project).returncode == 0
    assert antifreeze("check", "--select", "http", cwd=project).returncode == 0
    assert antifreeze("check", "--select", "AF1", cwd=project).returncode == 1


def test_standard_input(project: Path) -> None:
    result = antifreeze(
        "check", "-", "--stdin-filename", "service/new.py", "--format", "concise", cwd=project, stdin=BLOCKING
    )
    assert result.returncode == 1
    assert result.stdout.startswith("service/new.py:5:5: AF101")


def test_json_and_output_files(project: Path) -> None:
    result = antifreeze(
        "check", "--format", "json", "--format", "concise", "--output", "report.json", "--no-cache", cwd=project
    )
    assert result.returncode == 1
    assert result.stdout.startswith("service/bad.py:5:5: AF101")
    report = json.loads((project / "report.json").read_text())
    assert report["summary"]["by_code"] == {"AF101": 1}
    assert sorted(path.name for path in project.iterdir()) == ["report.json", "service"]


def test_a_broken_file_hides_nothing(project: Path) -> None:
    (project / "service" / "broken.py").write_text("def f(:\n")
    result = antifreeze("check", "--format", "concise", cwd=project)
    assert result.returncode == 1
    assert "service/broken.py:1:1: AF900" in result.stdout
    assert "service/bad.py:5:5: AF101" in result.stdout
    (project / "service" / "bad.py").unlink()
    assert antifreeze("check", cwd=project).returncode == 0
    assert antifreeze("check", "--strict", cwd=project).returncode == 3


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("check", "nowhere"), "no such file or folder: nowhere"),
        (("check", "--format", "jsn"), 'unknown format "jsn"'),
        (("check", "--select", "AF999"), 'unknown rule "AF999"'),
        (("check", "--fail-on", "eror"), 'did you mean "error"?'),
        (("check", "--nonsense"), "No such option"),
        (("check", "--rps", "nan"), "--rps: must be a number"),
        (("check", "--stdin-filename", "a.py"), "give - as the path"),
        (("check", "--output", "service"), "cannot write service: it is a folder"),
        (("check", "--output", "a", "--output", "b"), "more --output than --format"),
        (("check", "--output", "no/such/folder/x"), "cannot write"),
        (("explain", "requests.gett"), 'did you mean "requests.get"?'),
    ],
)
def test_wrong_usage_is_one_line(project: Path, arguments: tuple[str, ...], expected: str) -> None:
    result = antifreeze(*arguments, cwd=project)
    assert result.returncode == 2
    assert expected in one_line(result)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('selct = ["AF101"]', 'pyproject.toml: unknown key "selct"; did you mean "select"?'),
        ('select = "AF101"', "pyproject.toml: select: must be a list of texts"),
        ('select = ["AF999"]', 'unknown rule "AF999"'),
        ('fail-on = "sometimes"', "not a severity"),
        ("rps = true", "must be a number"),
        ('[[tool.antifreeze.blocking]]\ncall = "a.b"\ncategory = "http"\nwait = "long"', 'wait "long" is not valid'),
        ('[[tool.antifreeze.allow]]\ncall = "time.sleep"', "call and reason are both needed"),
        ("this is no TOML", "not valid TOML"),
    ],
)
def test_wrong_configuration_is_one_line(project: Path, text: str, expected: str) -> None:
    (project / "pyproject.toml").write_text(f"[tool.antifreeze]\n{text}\n")
    result = antifreeze("check", cwd=project)
    assert result.returncode == 2
    assert expected in one_line(result)


def test_configuration_is_found_and_overridden(project: Path) -> None:
    (project / "antifreeze.toml").write_text('ignore = ["AF101"]\n')
    assert antifreeze("check", "service", cwd=project).returncode == 0
    assert antifreeze("check", "service", "--no-config", cwd=project).returncode == 1
    assert antifreeze("check", "service", "--ignore", "AF102", cwd=project).returncode == 1


def test_own_knowledge_and_allowed_calls(project: Path) -> None:
    (project / "service" / "own.py").write_text("import vendor\n\n\nasync def main():\n    vendor.wait_for_it()\n")
    knowledge = '[[blocking]]\ncall = "vendor.wait_for_it"\ncategory = "network"\nwait = "unbounded"\n'
    allowed = '[[allow]]\ncall = "time.sleep"\nreason = "start-up"\n'
    (project / "antifreeze.toml").write_text(knowledge + allowed)
    result = antifreeze("check", "--format", "concise", cwd=project)
    assert result.stdout.startswith("service/own.py:5:5: AF103")
    assert "AF101" not in result.stdout


def test_unresolved_calls_are_listed(project: Path) -> None:
    (project / "service" / "own.py").write_text("async def main(x):\n    x.y.z.unknown()()\n    missing()\n")
    result = antifreeze("check", "service/own.py", "--unresolved", "--format", "concise", cwd=project)
    assert "service/own.py:3:5: unresolved call in service.own.main" in result.stdout


def test_the_first_interface(project: Path) -> None:
    script = str(ROOT / "scripts" / "detect_blocking_calls.py")
    result = run(script, "--source-dir", "./service", "--format", "concise", cwd=project)
    assert result.returncode == 1
    assert result.stdout.startswith("service/bad.py:5:5: AF101")
    assert run(script, "--help", cwd=project).returncode == 0


def test_the_first_interface_says_what_to_install(project: Path) -> None:
    script = str(ROOT / "scripts" / "detect_blocking_calls.py")
    result = subprocess.run(
        [sys.executable, "-I", "-S", script], cwd=project, capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert "pip install" in one_line(result)


def test_no_colour_in_a_pipe(project: Path) -> None:
    result = antifreeze("check", "service", cwd=project)
    assert "\x1b" not in result.stdout
    assert "^^^^^^^^^^^^^" in result.stdout


def test_the_other_commands(project: Path) -> None:
    assert "AF102  blocking-http" in antifreeze("rules", cwd=project).stdout
    told = antifreeze("explain", "requests.get", cwd=project)
    assert told.returncode == 0
    assert "httpx.AsyncClient" in told.stdout
    assert "does not block when not block" in antifreeze("explain", "queue.Queue.get", cwd=project).stdout
    assert "a synchronous HTTP request" in antifreeze("explain", "AF102", cwd=project).stdout
    assert antifreeze("--version", cwd=project).stdout.startswith("antifreeze, version")
    assert "check" in antifreeze("--help", cwd=project).stdout


def test_the_analysed_code_is_never_imported(project: Path) -> None:
    trap = "raise SystemExit('imported')\n\nasync def main():\n    pass\n"
    (project / "service" / "__init__.py").write_text(trap)
    (project / "conftest.py").write_text(trap)
    assert antifreeze("check", "--fail-on", "never", cwd=project).returncode == 0


def shell(line: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    command = f'"{sys.executable}" -m antifreeze {line}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **env}
    return subprocess.run(
        ["bash", "-c", command], cwd=cwd, capture_output=True, text=True, env=environment, check=False
    )


@pytest.mark.parametrize("name", ["rich", "concise", "json"])
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device to write to")
def test_output_that_cannot_be_written_is_told(project: Path, name: str) -> None:
    result = shell(f"check --format {name} > /dev/full", project)
    assert result.returncode == 2
    assert "cannot write to standard output" in one_line(result)


def test_output_that_nobody_reads_is_quiet_and_keeps_the_status(project: Path) -> None:
    result = shell(
        "check --format concise --output - --format json --output o.json | true; exit ${PIPESTATUS[0]}", project
    )
    assert (result.returncode, result.stderr) == (1, "")
    assert json.loads((project / "o.json").read_text())["summary"]["findings"] == 1
    assert shell("check >&-", project).returncode == 1
    assert shell("rules | true; exit ${PIPESTATUS[0]}", project).stderr == ""


def test_closed_standard_input_is_told(project: Path) -> None:
    result = shell("check - <&-", project)
    assert result.returncode == 2
    assert "standard input is closed" in one_line(result)


def test_encodings_that_cannot_hold_the_source(project: Path) -> None:
    (project / "service" / "bad.py").write_text("import time\nasync def f():\n    'é日'; time.sleep(1)\n", "utf-8")
    for name in ("rich", "concise", "json"):
        result = shell(f"check --format {name} > report", project, PYTHONIOENCODING="latin-1")
        assert (result.returncode, result.stderr) == (1, "")
        text = (project / "report").read_text("latin-1")
        assert name != "rich" or "é\\u65e5" in text
        assert name != "json" or json.loads(text)["findings"]


def test_no_command_shows_the_help(project: Path) -> None:
    result = antifreeze(cwd=project)
    assert (result.returncode, result.stdout) == (2, "")
    assert "Commands:\n  check" in result.stderr


def test_a_bug_is_one_line_and_never_looks_like_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def broken() -> None:
        raise ZeroDivisionError("by nothing")

    for wanted, lines in (("", 1), ("1", 5)):
        monkeypatch.setenv("ANTIFREEZE_TRACEBACK", wanted)
        with pytest.raises(SystemExit) as end:
            app_run(broken, [])
        told = capsys.readouterr().err.splitlines()
        assert end.value.code == 70
        assert len(told) >= lines
        assert "ZeroDivisionError: by nothing" in told[-1]
        assert (len(told) == 1) is (not wanted)


def test_interruption(capsys: pytest.CaptureFixture[str]) -> None:
    @click.command()
    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(SystemExit) as end:
        app_run(interrupted, [])
    assert end.value.code == 130
    assert capsys.readouterr().err.strip() == ""


def test_a_configuration_above_the_working_directory(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.antifreeze]\nexclude = ["/service/bad.py"]\n')
    assert antifreeze("check", cwd=project / "service").returncode == 0
    (project / "pyproject.toml").write_text('[tool.antifreeze]\nsource = ["service"]\nselect = ["http"]\n')
    (project / "elsewhere").mkdir()
    assert "in 3 files" in antifreeze("check", cwd=project / "elsewhere").stdout


def test_settings_can_be_switched_off_again(project: Path) -> None:
    (project / "antifreeze.toml").write_text('strict = true\nfail-on = "never"\n')
    (project / "service" / "broken.py").write_text("def f(:\n")
    assert antifreeze("check", cwd=project).returncode == 3
    assert antifreeze("check", "--no-strict", cwd=project).returncode == 0


def test_the_name_of_standard_input_decides_on_the_configuration(project: Path) -> None:
    (project / "service" / "antifreeze.toml").write_text('ignore = ["AF101"]\n')
    arguments = ("check", "-", "--stdin-filename", "service/new.py")
    assert antifreeze(*arguments, cwd=project, stdin=BLOCKING).returncode == 0
    assert antifreeze("check", "-", cwd=project, stdin=BLOCKING).returncode == 1
