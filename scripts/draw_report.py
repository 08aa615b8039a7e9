"""Draw the README's picture: what antifreeze prints to a terminal about the example service.

    python scripts/draw_report.py            # writes docs/report.svg
    python scripts/draw_report.py --check    # tells whether it shows what antifreeze prints today

The run happens in a pseudo-terminal, and `rich` draws what came out of it. Only Unix has pseudo-terminals.
"""

from __future__ import annotations

import html
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "report.svg"
SHOWN = ("check", "examples/service", "--select", "AF106", "--no-environment", "--no-cache")
TITLE = "antifreeze check examples/service"
ENTRY = "service.reports.create"
WIDTH = 100


def printed() -> str:
    """What the run writes to a terminal, with its colours."""
    ours, theirs = pty.openpty()
    environment = {
        **os.environ, "COLUMNS": str(WIDTH), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT / "src"),
    }  # fmt: skip
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "antifreeze", *SHOWN]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment) as run:
        os.close(theirs)
        text = b""
        while chunk := _read(ours):
            text += chunk
    os.close(ours)
    if run.returncode != 1:
        raise SystemExit(f"draw_report: expected findings (status 1), got status {run.returncode}")
    return text.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux tells so that nobody has the other end open any more
        return b""


def block(text: str) -> Text:
    """The finding with a trace, without what follows it."""
    blocks = re.split(r"\n\s*\n", text)
    chosen = next(part for part in blocks if ENTRY in part)
    return Text.from_ansi(chosen)


def main() -> int:
    """Draw, or compare."""
    shown = block(printed())
    if "--check" in sys.argv[1:]:
        drawn = html.unescape("".join(re.findall(r"<text[^>]*>(.*?)</text>", PICTURE.read_text(encoding="utf-8"))))
        lost = [line for line in shown.plain.split("\n") if _bare(line) not in _bare(drawn)]
        for line in lost:
            print(f"docs/report.svg is stale, it does not show: {line}")
        return 1 if lost else 0
    console = Console(record=True, width=WIDTH, file=open(os.devnull, "w", encoding="utf-8"), force_terminal=True)  # noqa: SIM115 (as long as the process)
    console.print(shown)
    PICTURE.write_text(console.export_svg(title=TITLE, unique_id="report"), encoding="utf-8")
    return 0


def _bare(text: str) -> str:
    """A text without its spaces, which the picture draws as places."""
    return re.sub(r"\s", "", text)


if __name__ == "__main__":
    sys.exit(main())
