"""Command groups whose modules are read when a command of theirs is called: what one command needs costs no other."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_group

from binakriya.website.cli.start import set_up


class Where(NamedTuple):
    """`attribute` of `module` under `binakriya.website.cli`: an app of commands, or one command. `django`: it needs
    settings and models."""

    module: str
    attribute: str = "app"
    django: bool = True


COMMANDS: dict[str, Where] = {
    "box": Where("box", django=False),
    "keys": Where("keys"),
    "ledger": Where("ledger"),
    "people": Where("people"),
    "pack": Where("pack"),
    "products": Where("products"),
    "registry": Where("registry"),
    "training": Where("training"),
    "statistics": Where("statistics"),
    "demo": Where("demo", "demo"),
    "serve": Where("serve", "serve"),
    "prepare": Where("serve", "prepare"),
    "worker": Where("serve", "worker"),
    "tend": Where("serve", "tend"),
}


class _Commands(dict[str, Any]):
    """Names at once, each command when it is looked up. Raises Problem where Django cannot be set up."""

    def __missing__(self, name: str) -> Any:
        where = COMMANDS[name]  # KeyError as of any dict
        if where.django:
            set_up()
        found = getattr(import_module(f"binakriya.website.cli.{where.module}"), where.attribute)
        holder = typer.Typer(rich_markup_mode="rich", pretty_exceptions_enable=False)
        if isinstance(found, typer.Typer):
            holder.add_typer(found, name=name)
        else:
            holder.command(name)(found)
        self[name] = get_group(holder).commands[name]
        return self[name]

    def get(self, name: str, default: Any = None) -> Any:
        try:
            return self[name]
        except KeyError:
            return default

    def __contains__(self, name: object) -> bool:
        return name in COMMANDS or super().__contains__(name)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*COMMANDS, *super().keys()]))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def keys(self) -> Any:
        return dict.fromkeys(self).keys()

    def items(self) -> Any:
        return {name: self[name] for name in self}.items()

    def values(self) -> Any:
        return {name: self[name] for name in self}.values()


class LazyGroup(TyperGroup):
    """A group with the commands above beside those that it was given."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = _Commands(self.commands)
