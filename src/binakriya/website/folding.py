"""Templates, folded once when they are loaded, so that a page costs less each time it is shown.

*Fixed*: what says the same to everybody (a translated word, an address without arguments, a component given constants)
is written once for each language. *Quick*: a name or an address that is looked up in the usual way takes a short way;
whatever is unusual goes the long way of Django, so that the page is the same either way (tests compare them).

Nothing here knows a person, a request or a token: a part that asks for anything of the request is never kept.
"""

from collections.abc import Iterator
from html import escape as escaped
from typing import Any, cast
from uuid import UUID

from django.template import Context, Node, NodeList, Template
from django.template.base import (
    FilterExpression,
    TextNode,
    Variable,
    VariableDoesNotExist,
    VariableNode,
    render_value_in_context,
)
from django.template.context import RequestContext
from django.template.defaulttags import IfNode, NowNode, TemplateLiteral, URLNode
from django.template.library import SimpleNode
from django.template.loader_tags import BlockNode
from django.template.loaders import cached
from django.templatetags.i18n import TranslateNode
from django.templatetags.static import StaticNode
from django.urls import get_script_prefix, reverse
from django.utils.safestring import SafeData, SafeString, mark_safe
from django.utils.timezone import template_localtime  # type: ignore[attr-defined]
from django.utils.translation import get_language
from django_cotton.templatetags import Attrs, UnprocessableDynamicAttr
from django_cotton.templatetags._component import AttrKind, CottonComponentNode
from django_cotton.templatetags._vars import CottonVarsNode
from django_cotton.utils import get_cotton_data

from binakriya.website.templatetags.kriya import sprite

# --- names: the short way of a look-up ------------------------------------------------------------------------------

_LONG_WAY = object()


def escape(text: str) -> SafeString:
    """Django's own, for what is known to be text."""
    return SafeString(escaped(text))


def _short_way(context: Any, lookups: tuple[str, ...]) -> Any:
    """A name of the context, then keys of dicts and attributes of plain objects; _LONG_WAY for everything else."""
    if not lookups:
        return _LONG_WAY
    first = lookups[0]
    for layer in reversed(context.dicts):
        if first in layer:
            found = layer[first]
            break
    else:
        return _LONG_WAY
    if callable(found):
        return _LONG_WAY
    for bit in lookups[1:]:
        if type(found) is dict:
            if bit not in found:
                return _LONG_WAY
            found = found[bit]
        elif hasattr(type(found), "__getitem__"):
            return _LONG_WAY
        else:
            # Missing attributes and failing properties are the long way's to judge: it asks again.
            found = getattr(found, bit, _LONG_WAY)
        if found is _LONG_WAY or callable(found):
            return _LONG_WAY
    return found


class QuickVariable(Variable):
    """A name that is usually a plain value."""

    __slots__ = ()

    def _resolve_lookup(self, context: Any) -> Any:
        found = _short_way(context, self.lookups or ())
        return super()._resolve_lookup(context) if found is _LONG_WAY else found  # type: ignore[misc]


class QuickValue(VariableNode):
    """`{{ name }}` without filters: text is escaped at once, other values are written as Django writes them."""

    def render_annotated(self, context: Any) -> Any:
        found = _short_way(context, self.filter_expression.var.lookups)
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
        found = _short_way(context, self.filter_expression.var.lookups)
        if found is _LONG_WAY:
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
            found = _short_way(context, lookups) if lookups else _LONG_WAY
            if found is _LONG_WAY:
                try:
                    found = condition.eval(context)
                except VariableDoesNotExist:
                    found = None
            if found:
                return nodes.render(context)
        return ""


def _bare_name(condition: Any) -> tuple[str, ...] | None:
    said = condition.value if isinstance(condition, TemplateLiteral) else None
    return said.var.lookups if isinstance(said, FilterExpression) and _is_bare(said) else None


# --- addresses ------------------------------------------------------------------------------------------------------

_NOTHING = (UUID(int=0), UUID(int=(1 << 128) - 1))
_addresses: dict[tuple[str, str, tuple[str, ...]], tuple[str, ...]] = {}


def _address(view_name: str, args: list[Any], kwargs: dict[str, Any]) -> str | None:
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
            found = _address(name, args, kwargs) if args or kwargs else None
            if found is not None:
                if self.asvar:
                    context[self.asvar] = found
                    return ""
                return mark_safe(found)  # noqa: S308  # an address of ours and ids: nothing in it to escape
        return super().render(context)


# --- what is the same for everybody ---------------------------------------------------------------------------------


def _is_constant(node: Node) -> bool:
    """Text, a translated word, an address without arguments, a static file, the sprite."""
    if isinstance(node, TextNode):
        return True
    if isinstance(node, TranslateNode):
        said = node.filter_expression
        return not node.asvar and not node.message_context and not said.filters and not said.var.lookups
    if isinstance(node, URLNode):
        return not (node.asvar or node.args or node.kwargs) and isinstance(node.view_name.var, str)
    if isinstance(node, StaticNode):
        return not node.varname and isinstance(node.path.var, str)
    return isinstance(node, SimpleNode) and node.func is sprite and not node.target_var


class Fixed(Node):
    """A run of constant nodes, as one text for each language."""

    child_nodelists = ()

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self.token = nodes[0].token
        self.origin = nodes[0].origin
        self.prefixed = any(isinstance(node, URLNode) for node in nodes)
        self.texts: dict[tuple[str | None, str], str] = {}

    def render(self, context: Any) -> str:
        key = (get_language(), get_script_prefix() if self.prefixed else "")
        text = self.texts.get(key)
        if text is None:
            text = self.texts[key] = "".join(str(node.render_annotated(context)) for node in self.nodes)
        return text


class _Asked(dict[str, Any]):
    """Stands where a page's values would: empty, and notes that it was asked."""

    asked = False

    def __contains__(self, name: object) -> bool:
        if name not in {"True", "False", "None", "cotton_data"}:
            self.asked = True
        return False

    def __getitem__(self, name: str) -> Any:
        self.asked = True
        raise KeyError(name)

    def get(self, name: str, otherwise: Any = None) -> Any:
        self.asked = True
        return otherwise


def _of_constants(node: CottonComponentNode, template: Template) -> str | None:
    """What the component writes when it asks nothing of page and request; None when it does."""
    asked = _Asked()
    context: Any = Context()
    context.dicts.append(asked)
    context._cotton_processor_snapshot = asked
    try:
        with context.bind_template(template):
            text = CottonComponentNode.render(node, context)
    except Exception:  # whatever it misses, it is not made of constants
        return None
    return None if asked.asked else str(text)


# --- components -----------------------------------------------------------------------------------------------------


class Component(CottonComponentNode):
    """A component of django-cotton, whose template, defaults and constant attributes are found once."""

    def fold(self) -> None:
        self.kept: dict[str | None, str | None] = {}
        self.found: Template | None = None
        self.plain = self.component_name != "component" and not self.only
        # Blocks take their text from the page that extends, and clocks from the moment: never constants.
        self.may_be_fixed = not (self.nodelist.get_nodes_by_type(BlockNode) or self.nodelist.get_nodes_by_type(NowNode))

    def _find(self, context: Any) -> Template:
        found = self._get_cached_template(context, {})
        self.defaults = [one for node in found.nodelist if isinstance(node, CottonVarsNode) for one in _defaults(node)]
        self.hidden = frozenset(
            name
            for node in found.nodelist
            if isinstance(node, CottonVarsNode)
            for name in [*(var.exclude_key for var in node._prepared_vars), *node.empty_vars]
        ) | {"is"}
        self.found = found
        return found

    def render(self, context: Any) -> Any:
        if not self.plain:
            return super().render(context)
        template = self.found or self._find(context)
        if self.may_be_fixed:
            language = get_language()
            if language not in self.kept:
                self.kept[language] = _of_constants(self, template)
            text = self.kept[language]
            if text is not None:
                return text
            self.may_be_fixed = any(kept is not None for kept in self.kept.values())
        return self._write(context, template)

    def _write(self, context: Any, template: Template) -> Any:
        data = get_cotton_data(context)
        attrs = Attrs({})
        slots: dict[str, Any] = {}
        data["stack"].append({"key": self.component_name, "attrs": attrs, "slots": slots})
        given = attrs.dict
        for key, kind, value, compiled in self._prepared_attrs:
            if kind is AttrKind.STATIC or kind is AttrKind.BOOLEAN:
                given[key] = value
            elif kind is AttrKind.ESCAPED:
                given[key] = compiled.render(context) if compiled else value
            else:
                try:
                    found = compiled.resolve(context)
                except UnprocessableDynamicAttr:
                    if kind is AttrKind.UNQUOTED:
                        given[key] = value
                    else:
                        attrs.unprocessable(key)
                else:
                    if kind is AttrKind.DYNAMIC and key == "attrs":
                        given.update(found)
                    else:
                        given[key] = found
        slot = self.nodelist.render(context) if self.nodelist else ""
        attrs._exclude_from_str.update(self.hidden)
        settled = attrs.exclude_unprocessable()
        state: dict[str, Any] = {}
        for key, name, accessible, kind, value, compiled in self.defaults:
            if key in settled or name in slots:
                continue
            if compiled is None:
                state[accessible] = value
            elif kind is AttrKind.ESCAPED:
                state[accessible] = compiled.render(context)
            else:
                try:
                    state[accessible] = compiled.resolve(context)
                except UnprocessableDynamicAttr:
                    if kind is AttrKind.UNQUOTED:
                        state[accessible] = value
        state.update(slots)
        for key, value in given.items():
            state[key.replace("-", "_")] = value
        state["attrs"], state["slot"], state["cotton_data"] = attrs, slot, data
        inner: Any = Context()
        page_values = _page_values(context)
        if page_values is not None:
            inner.dicts.append(page_values)
        inner.dicts.append(state)
        inner._cotton_processor_snapshot = page_values
        inner.template, inner.template_name, inner.render_context.template = template, template.name, template
        text = template._render(inner)  # type: ignore[attr-defined]
        data["stack"].pop()
        return text


def _defaults(node: CottonVarsNode) -> Iterator[tuple[Any, ...]]:
    return (tuple(var) for var in node._prepared_vars)


def _page_values(context: Any) -> Any:
    """What every page knows (context processors), for components see nothing else of their page."""
    found = getattr(context, "_cotton_processor_snapshot", None)
    if found is None and isinstance(context, RequestContext):
        return context.dicts[context._processors_index] if hasattr(context, "_processors_index") else None
    return found


# --- folding --------------------------------------------------------------------------------------------------------

_OURS = ("django.template", "django.templatetags", "django_cotton", "binakriya.website.folding")
_SKIPPED = frozenset({"active_library", "origin", "token", "parent", "engine", "source", "name"})


def _attributes(thing: Any) -> Iterator[tuple[str, Any]]:
    yield from getattr(thing, "__dict__", {}).items()
    for name in getattr(type(thing), "__slots__", ()):
        if hasattr(thing, name):
            yield name, getattr(thing, name)


def _runs(nodes: NodeList) -> None:
    """Puts each run of constant nodes into one."""
    out: list[Node] = []
    run: list[Node] = []

    def end() -> None:
        if all(isinstance(node, TextNode) for node in run):
            out.extend(run)
        else:
            out.append(Fixed(list(run)))
        run.clear()

    for node in nodes:
        if _is_constant(node):
            run.append(node)
        else:
            end()
            out.append(node)
    end()
    nodes[:] = out


def fold(template: Template) -> None:
    """Folds the whole tree of a template, once; in place."""
    seen: set[int] = set()

    def walk(thing: Any) -> None:
        if id(thing) in seen:
            return
        if isinstance(thing, list | tuple):
            for one in thing:
                walk(one)
            if isinstance(thing, NodeList):
                _runs(thing)
            return
        if isinstance(thing, dict):
            for one in thing.values():
                walk(one)
            return
        if not type(thing).__module__.startswith(_OURS):
            return
        seen.add(id(thing))
        for name, one in _attributes(thing):
            if name not in _SKIPPED:
                walk(one)
        if type(thing) is Variable and thing.lookups:
            thing.__class__ = QuickVariable
        elif type(thing) is VariableNode and _is_bare(thing.filter_expression):
            thing.__class__ = QuickValue
        elif type(thing) is VariableNode and _is_named(thing.filter_expression):
            thing.__class__ = QuickFiltered
            cast("QuickFiltered", thing).fold()
        elif type(thing) is URLNode:
            thing.__class__ = QuickAddress
        elif type(thing) is IfNode:
            thing.__class__ = QuickIf
            cast("QuickIf", thing).fold()
        elif type(thing) is CottonComponentNode:
            thing.__class__ = Component
            thing.fold()

    walk(template.nodelist)


def _is_named(said: FilterExpression) -> bool:
    return isinstance(said.var, Variable) and bool(said.var.lookups) and not said.var.translate


def _is_bare(said: FilterExpression) -> bool:
    return not said.filters and _is_named(said)


class Loader(cached.Loader):
    """Keeps templates as Django's cached loader does, folded."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        known = self.get_template_cache.get(self.cache_key(template_name, skip))
        template = super().get_template(template_name, skip)
        if template is not known:
            fold(template)
        return template
