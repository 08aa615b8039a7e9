"""Standard output: the report's text goes there whole, or a line says why it could not."""

from __future__ import annotations

import os
import sys

import click

from antifreeze.errors import UsageError


def emit(text: str) -> None:
    """Write to standard output; quiet where nobody reads it any more, `UsageError` where it cannot be written."""
    if sys.stdout is None:
        return
    encoding = encoding_of_output()
    try:
        click.echo(text.encode(encoding, "backslashreplace").decode(encoding), nl=False, color=True)
    except BrokenPipeError:
        _discard_output()
    except OSError as error:
        _discard_output()
        raise UsageError(f"cannot write to standard output: {error.strerror}", hint="use --output FILE") from error


def encoding_of_output() -> str:
    """The encoding that standard output asks for."""
    return getattr(sys.stdout, "encoding", None) or "utf-8"


def is_terminal() -> bool:
    """Whether standard output is a terminal that understands colours."""
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _discard_output() -> None:
    """Send what is still buffered nowhere, or Python would complain again when it closes standard output."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
