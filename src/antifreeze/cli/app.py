"""The command group: sub-commands are imported when they are called, errors end in one line."""

from __future__ import annotations

import importlib
import os
import sys

import click

from antifreeze import __version__
from antifreeze.errors import AntifreezeError

COMMANDS = {
    "check": "Find blocking calls that can run on the event loop.",
    "explain": "Explain a rule (AF102) or a call (requests.get).",
    "rules": "List the rules.",
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


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="antifreeze")
def group() -> None:
    """Find what freezes an asyncio event loop, before it ships."""


def run(command: click.Command, arguments: list[str] | None = None, name: str = "antifreeze") -> None:
    """Run a command and exit with its status; every expected error is one line on standard error."""
    try:
        status = command.main(arguments, prog_name=name, standalone_mode=False)
    except click.exceptions.Exit as end:
        status = end.exit_code
    except click.ClickException as error:
        _say(error.format_message())
        status = 2
    except AntifreezeError as error:
        _say(str(error))
        status = 2
    except (KeyboardInterrupt, click.Abort):
        status = 130
    except BrokenPipeError:
        # The reader went away; Python would complain again when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status if isinstance(status, int) else 0)


def _say(message: str) -> None:
    click.echo(f"antifreeze: {' '.join(message.split())}", err=True)


def main() -> None:
    """The console script."""
    run(group)
