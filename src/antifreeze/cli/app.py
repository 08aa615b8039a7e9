"""The command group: sub-commands are imported when they are called, errors end in one line."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import sys

import click

from antifreeze import __version__
from antifreeze.errors import AntifreezeError

WRONG_USAGE, BUG, INTERRUPTED = 2, 70, 130

COMMANDS = {
    "check": "Find blocking calls that can run on the event loop.",
    "fix": "Mend the blocking calls where that keeps what the code does.",
    "baseline": "Write down the findings of today, so that a check fails only on new ones.",
    "why": "Tell every way from a function to what blocks.",
    "graph": "Draw the ways from the loop to what blocks: DOT, Mermaid or JSON.",
    "explain": "Explain a rule (AF102) or a call (requests.get).",
    "rules": "List the rules.",
    "catalog": "List the catalog, or prove it against the libraries that are installed.",
}


class LazyGroup(click.Group):
    """Knows its commands by name and imports each from the module of that name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The commands' names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (as above)
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"antifreeze.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (as above)
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="antifreeze")
@click.pass_context
def group(context: click.Context) -> None:
    """Find what freezes an asyncio event loop, before it ships."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help(), err=True)
        context.exit(WRONG_USAGE)


def run(command: click.Command, arguments: list[str] | None = None, name: str = "antifreeze") -> None:
    """Run a command and exit with its status; every error is one line on standard error."""
    try:
        status = command.main(arguments, prog_name=name, standalone_mode=False)
    except click.exceptions.Exit as end:
        status = end.exit_code
    except click.ClickException as error:
        _say(error.format_message())
        status = WRONG_USAGE
    except AntifreezeError as error:
        _say(str(error))
        status = WRONG_USAGE
    except OSError as error:
        _say(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
        status = WRONG_USAGE
    except (KeyboardInterrupt, click.Abort):
        status = INTERRUPTED
    except Exception as error:  # noqa: BLE001 (Python's own exit status for it, 1, would read as "findings")
        _say(_bug(error))
        status = BUG
    sys.exit(status if isinstance(status, int) else 0)


def _bug(error: Exception) -> str:
    """What to say of an error that should not be possible; the traceback only for who asks for it."""
    import traceback

    from antifreeze.bugs import told

    if os.environ.get("ANTIFREEZE_TRACEBACK"):
        traceback.print_exception(error)
    return told(error)


def _say(message: str) -> None:
    click.echo(f"antifreeze: {' '.join(message.split())}", err=True)


def main(command: click.Command = group, name: str = "antifreeze") -> None:
    """The console script: runs a command and ends the process at once, without freeing what it holds."""
    gc.disable()
    try:
        run(command, name=name)
    except SystemExit as end:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                with contextlib.suppress(OSError, ValueError):
                    stream.flush()
        os._exit(end.code if isinstance(end.code, int) else 0)
