"""The program and its commands."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

COMMANDS = (
    "next",
    "check",
    "timeline",
    "why",
    "list",
    "show",
    "pace",
    "diff",
    "export",
    "propose",
    "record",
    "validate",
    "schema",
    "init",
    "explain",
    "site",
)
"""The commands in the order of the help; each is a module of this package."""


class _Commands(TyperGroup):
    """The commands, of which only the one that is asked for is imported."""

    def make_context(self, *args: Any, **extra: Any) -> Any:
        with _visible_words():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: Any) -> Any:
        with _visible_words():
            return super().invoke(ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from cjpeace.core.nearest import did_you_mean  # for wrong words only

            ctx.fail(f'unknown command "{args[0]}"; {did_you_mean(args[0], COMMANDS, "a command")}')
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - likewise
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"cjpeace.cli.commands.{cmd_name}")
        alone = typer.Typer(
            add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
        )
        alone.command(cmd_name, context_settings=PLAIN_HELP)(module.command)
        command = typer.main.get_command(alone)
        if COMPLETION in os.environ:
            from cjpeace.cli.completion import complete_names  # where a shell asks only

            complete_names(command)
        return command


@contextmanager
def _visible_words() -> Iterator[None]:
    """Let no control character of the words of a user reach the terminal when they are wrong."""
    try:
        yield
    except WRONG_USE as error:
        from cjpeace.writing.layout.cells import visible_lines  # for wrong words only

        error.message = visible_lines(error.message)
        raise


WRONG_USE: Any = typer.BadParameter.__bases__
"""What typer raises for any wrong use: it gives no name to this one."""


COMPLETION = "_CJPEACE_COMPLETE"
"""The variable by which a shell asks what a word may become."""

PLAIN_HELP = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="cjpeace",
    cls=_Commands,
    help="What governments have promised each other: what is next, what is overdue.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=PLAIN_HELP,
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # slow, and needed here only

        from cjpeace.reading.zone_data import newest_zone_data  # likewise

        zones = newest_zone_data()
        typer.echo(f"cjpeace {version('cjpeace')}")
        typer.echo(f"zone data {zones.version}, of the {zones.owner}")
        raise typer.Exit


@app.callback()
def _options(
    _: bool = typer.Option(
        False,
        "--version",
        "-V",
        callback=_version,
        is_eager=True,
        help="Show the version and exit.",
    ),
) -> None:
    """Options that come before a command."""
