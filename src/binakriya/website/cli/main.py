"""The command line: `binakriya …`. It calls the same operations as the web."""

import sys
from typing import Annotated, cast

import typer
from django.db.utils import DatabaseError

from binakriya import __version__
from binakriya.website.cli.lazy import LazyGroup
from binakriya.website.cli.problems import Problem, tell, wants_json
from binakriya.website.cli.start import DATABASE_ERRORS, of_database, of_file, set_up

# Typer brings a click of its own: the class from which all that it refuses descends, unknown options too.
_Misused = cast(
    type[typer.BadParameter], next(each for each in typer.BadParameter.__mro__ if each.__name__ == "ClickException")
)

app = typer.Typer(
    name="binakriya",
    cls=LazyGroup,
    help="Binakriya: registry, training, certificates and figures of a craft-development programme.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


@app.callback(invoke_without_command=True)
def version(
    show: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    if show:
        typer.echo(__version__)
        raise typer.Exit


@app.command(
    "manage",
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
)
def manage(context: typer.Context) -> None:
    """Django's own commands (migrate, makemigrations, shell, …): `binakriya manage COMMAND …`."""
    set_up()
    from django.core.management import execute_from_command_line  # noqa: PLC0415  (only this command needs it)

    execute_from_command_line(["binakriya manage", *context.args])


def main() -> None:
    """Runs a command; bad input ends with exit code 2 and a sentence that says what to do."""
    try:
        # what the command line itself does not understand, as an object too where one was asked for
        code = app(standalone_mode=not wants_json())
        if code:
            sys.exit(code)
    except _Misused as error:
        tell(Problem(f"{error.format_message()} See --help.", rule="usage", way_out="See --help."))
    except typer.Abort:
        sys.exit(1)
    except Problem as problem:
        tell(problem)
    except DATABASE_ERRORS as error:
        tell(Problem(of_database(error)))
    except DatabaseError as error:
        # SQLite says so of a file that is no database; what is more exact and not listed is a fault of ours.
        if type(error) is not DatabaseError:
            raise
        tell(Problem(of_database(error)))
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): nothing to tell, nobody to tell it to.
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        tell(Problem(of_file(error)))
    else:
        return
    sys.exit(2)
