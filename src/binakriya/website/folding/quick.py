"""The short way of a look-up: a name, a filter, a condition, an address, as long as nothing about it is unusual."""

from html import escape as escaped
from typing import Any
from uuid import UUID

from django.template.base import (
    FilterExpression,
    Variable,
    VariableDoesNotExist,
    VariableNode,
    render_value_in_context,
)
from django.template.defaulttags import IfNode, TemplateLiteral, URLNode
from django.urls import get_script_prefix, reverse
from django.utils.safestring import SafeData, SafeString, mark_safe
from django.utils.timezone import template_localtime  # type: ignore[attr-defined]

LONG_WAY = object()


def escape(text: str) -> SafeString:
    """Django's own, for what is known to be text."""
    return SafeString(escaped(text))


def short_way(context: Any, lookups: tuple[str, ...]) -> Any:
    """A name of the context, then keys of dicts and attributes of plain objects; LONG_WAY for everything else."""
    if not lookups:
        return LONG_WAY
    first = lookups[0]
    for layer in reversed(context.dicts):
        if first in layer:
            found = layer[first]
            break
    else:
        return LONG_WAY
    if callable(found):
        return LONG_WAY
    for bit in lookups[1:]:
        if type(found) is dict:
            if bit not in found:
                return LONG_WAY
            found = found[bit]
        elif hasattr(type(found), "__getitem__"):
            return LONG_WAY
        else:
            # Missing attributes and failing properties are the long way's to judge: it asks again.
            found = getattr(found, bit, LONG_WAY)
        if found is LONG_WAY or callable(found):
            return LONG_WAY
    return found


class QuickVariable(Variable):
    """A name that is usually a plain value."""

    __slots__ = ()

    def _resolve_lookup(self, context: Any) -> Any:
        found = short_way(context, self.lookups or ())
        return super()._resolve_lookup(context) if found is LONG_WAY else found  # type: ignore[misc]


class QuickValue(VariableNode):
    """`{{ name }}` without filters: text is escaped at once, other values are written as Django writes them."""

    def render_annotated(self, context: Any) -> Any:
        found = short_way(context, self.filter_expression.var.lookups)
        if type(found) is str and context.autoescape:
            return escape(found)
        return found if type(found) is SafeString else super().render_annotated(context)


class QuickFiltered(VariableNode):
    """`{{ name|filter }}`: what Django asks of each filter at each use is asked once."""

    def fold(self) -> None:
        self.steps = [
            (
                func,
                [(arg, by_name) for by_name, arg in args],
                getattr(func, "expects_localtime", False),
                getattr(func, "needs_autoescape", False),
                getattr(func, "is_safe", False),
            )
            for func, args in self.filter_expression.filters
        ]

    def render_annotated(self, context: Any) -> Any:
        found = short_way(context, self.filter_expression.var.lookups)
        if found is LONG_WAY:
            return super().render_annotated(context)
        for func, args, local, autoescape, is_safe in self.steps:
            values = [arg.resolve(context) if by_name else arg for arg, by_name in args]
            before = template_localtime(found, context.use_tz) if local else found
            found = func(before, *values, autoescape=context.autoescape) if autoescape else func(before, *values)
            if is_safe and isinstance(before, SafeData):
                found = mark_safe(found)  # noqa: S308  # as Django does: the filter keeps safe text safe
        if type(found) is str and context.autoescape:
            return escape(found)
        return found if type(found) is SafeString else render_value_in_context(found, context)


class QuickIf(IfNode):
    """`{% if name %}`: a bare name is looked up at once, any other condition is asked as Django asks it."""

    def fold(self) -> None:
        self.ways = [
            (_bare_name(condition) if condition is not None else None, condition, nodes)
            for condition, nodes in self.conditions_nodelists
        ]

    def render(self, context: Any) -> Any:
        for lookups, condition, nodes in self.ways:
            if condition is None:
                return nodes.render(context)
            found = short_way(context, lookups) if lookups else LONG_WAY
            if found is LONG_WAY:
                try:
                    found = condition.eval(context)
                except VariableDoesNotExist:
                    found = None
            if found:
                return nodes.render(context)
        return ""


def _bare_name(condition: Any) -> tuple[str, ...] | None:
    said = condition.value if isinstance(condition, TemplateLiteral) else None
    return said.var.lookups if isinstance(said, FilterExpression) and is_bare(said) else None


# --- addresses ------------------------------------------------------------------------------------------------------

_NOTHING = (UUID(int=0), UUID(int=(1 << 128) - 1))
_addresses: dict[tuple[str, str, tuple[str, ...]], tuple[str, ...]] = {}


def address(view_name: str, args: list[Any], kwargs: dict[str, Any]) -> str | None:
    """An address whose arguments are ids: only the ids change from one to the next. None where it is not so."""
    given = [*args, *kwargs.values()]
    if len(given) > len(_NOTHING) or not all(type(one) is UUID for one in given) or (args and kwargs):
        return None
    key = (view_name, get_script_prefix(), tuple(kwargs))
    parts = _addresses.get(key)
    if parts is None:
        stand_in = _NOTHING[: len(given)]
        whole = reverse(view_name, args=stand_in[: len(args)], kwargs=dict(zip(kwargs, stand_in, strict=False)))
        written: list[str] = []
        for one in stand_in:
            before, found, whole = whole.partition(str(one))
            if not found:
                return None
            written.append(before)
        parts = _addresses[key] = (*written, whole)
    return "".join(part + str(one) for part, one in zip(parts, [*given, ""], strict=True))


class QuickAddress(URLNode):
    """`{% url %}` with ids as its arguments."""

    def render(self, context: Any) -> Any:
        name = self.view_name.var
        if isinstance(name, str) and not self.view_name.filters:
            args = [arg.resolve(context) for arg in self.args]
            kwargs = {key: value.resolve(context) for key, value in self.kwargs.items()}
            found = address(name, args, kwargs) if args or kwargs else None
            if found is not None:
                if self.asvar:
                    context[self.asvar] = found
                    return ""
                return mark_safe(found)  # noqa: S308  # an address of ours and ids: nothing in it to escape
        return super().render(context)


def is_named(said: FilterExpression) -> bool:
    return isinstance(said.var, Variable) and bool(said.var.lookups) and not said.var.translate


def is_bare(said: FilterExpression) -> bool:
    return not said.filters and is_named(said)
