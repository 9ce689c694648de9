"""Every command says what it does, and stands in docs/reference/cli.md."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import typer.main

from binakriya.website.cli.main import app

ROOT = Path(__file__).resolve().parents[2]


def _commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, click.Command]]:
    # Typer may bring its own click: what has commands is a group.
    inner = getattr(command, "commands", None)
    if inner is None:
        yield " ".join(path), command
        return
    for name, child in sorted(inner.items()):
        if not child.hidden:
            yield from _commands(child, (*path, name))


COMMANDS = dict(_commands(typer.main.get_command(app), ("binakriya",)))


def test_there_are_commands() -> None:
    assert "binakriya serve" in COMMANDS


def test_every_command_and_option_has_help() -> None:
    silent = [name for name, command in COMMANDS.items() if not (command.help or "").strip()]
    silent += [
        f"{name} --{parameter.name}"
        for name, command in COMMANDS.items()
        for parameter in command.params
        if getattr(parameter, "opts", [""])[0].startswith("-")
        and parameter.name != "help"
        and not (getattr(parameter, "help", "") or "").strip()
    ]
    assert not silent


def test_every_command_is_documented() -> None:
    text = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    undocumented = [name for name in COMMANDS if f"`{name}" not in text]
    assert not undocumented, f"describe these in docs/reference/cli.md: {undocumented}"


def test_boxes_start_without_what_other_commands_need() -> None:
    """Each command had waited for the readers, the linkage and the database of all the others."""
    code = (
        "import sys; from binakriya.website.cli.main import app; app(['box', 'list'], standalone_mode=False); "
        "sys.exit(', '.join({'scipy', 'splink', 'pandas', 'openpyxl', 'django.db.models'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "0427" in done.stdout
