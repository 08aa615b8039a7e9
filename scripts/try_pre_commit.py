"""Try the hook with the real pre-commit: a repository that uses this one as its source must fail, then pass.

    python scripts/try_pre_commit.py

Needs pre-commit (extra `dev`), git, and the package index, from which pre-commit installs what antifreeze needs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HELPER = "import time\n\n\ndef work():\n    time.sleep(1)\n"
SERVICE = "from helper import work\n\n\nasync def main():\n    work()\n"
MENDED = "import asyncio\n\nfrom helper import work\n\n\nasync def main():\n    await asyncio.to_thread(work)\n"
GIT = {
    "GIT_AUTHOR_NAME": "hook", "GIT_AUTHOR_EMAIL": "hook@example.com", "GIT_COMMITTER_NAME": "hook",
    "GIT_COMMITTER_EMAIL": "hook@example.com", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the sample repository."""
    home = {"PRE_COMMIT_HOME": str(folder / "home"), "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= GIT | home
    return subprocess.run(command, cwd=folder / "sample", env=environment, capture_output=True, text=True, check=False)


def commit(folder: Path) -> tuple[bool, str]:
    """Try to commit everything; whether that was let through, and what was said."""
    run(folder, "git", "add", "-A")
    result = run(folder, "git", "commit", "-m", "change")
    return result.returncode == 0, result.stdout + result.stderr


def prove(holds: bool, what: str, told: str) -> None:
    """Go on if it holds, end with what was said if not."""
    if not holds:
        raise SystemExit(f"not true: {what}\n{told}")
    print(f"ok: {what}", flush=True)


def warm(folder: Path) -> float:
    """The seconds that a run on everything takes."""
    start = time.perf_counter()
    result = run(folder, "pre-commit", "run", "--all-files")
    seconds = time.perf_counter() - start
    prove(result.returncode == 0, "a run on all files passes", result.stdout + result.stderr)
    return seconds


def main() -> int:
    """Make the repository, and commit to it as a person would."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = folder / "sample"
        sample.mkdir()
        revision = run(folder, "git", "-C", str(ROOT), "rev-parse", "HEAD").stdout.strip()
        hook = f"repos:\n- repo: {ROOT}\n  rev: {revision}\n  hooks:\n  - id: antifreeze\n"
        (sample / ".pre-commit-config.yaml").write_text(hook, encoding="utf-8")
        (sample / "helper.py").write_text(HELPER, encoding="utf-8")
        manifest = run(folder, "pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
        prove(manifest.returncode == 0, "pre-commit reads the hook's description", manifest.stdout + manifest.stderr)
        run(folder, "git", "init", "-q")
        installed = run(folder, "pre-commit", "install", "--install-hooks")
        prove(installed.returncode == 0, "pre-commit installs the hook", installed.stdout + installed.stderr)
        passed, told = commit(folder)
        prove(passed, "a helper that no async function reaches is let through", told)
        (sample / "service.py").write_text(SERVICE, encoding="utf-8")
        passed, told = commit(folder)
        prove(not passed and "time.sleep" in told, "a blocking commit is refused", told)
        prove("helper.py:5" in told, "the way leads through a file that the commit does not touch", told)
        (sample / "service.py").write_text(MENDED, encoding="utf-8")
        passed, told = commit(folder)
        prove(passed, "the mended commit is let through", told)
        seconds = min(warm(folder) for _ in range(3))
        print(f"a warm run takes {seconds:.2f} s, pre-commit itself included", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
