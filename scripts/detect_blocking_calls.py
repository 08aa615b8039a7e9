"""Find blocking calls on the event loop: `python scripts/detect_blocking_calls.py --source-dir ./src/service`.

Takes every option of `antifreeze check`, and runs from a plain clone.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

try:
    import click

    from antifreeze.cli.app import main
    from antifreeze.cli.check import command
except ImportError as missing:
    sys.stderr.write(
        f"antifreeze: the package {missing.name} is missing; install what antifreeze needs: "
        "python -m pip install click rich msgspec pathspec typeshed-client tomli\n"
    )
    raise SystemExit(2) from None


@click.command("detect_blocking_calls", params=list(command.params), help=command.help)
@click.option("--source-dir", multiple=True, type=click.Path(), help="A folder or file to analyse; may be repeated.")
@click.pass_context
def detect(context: click.Context, /, source_dir: tuple[str, ...], paths: tuple[str, ...], **given: object) -> int:
    """Run `antifreeze check` on the folders."""
    status: int = context.invoke(command, paths=(*source_dir, *paths), **given)
    return status


if __name__ == "__main__":
    main(detect, "detect_blocking_calls.py")
