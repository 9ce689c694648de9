"""A template's tree, folded in place: what is constant, components, and the loader that does it."""

from collections.abc import Iterator
from typing import Any, cast

from django.template import Context, Node, NodeList, Template
from django.template.base import (
    TextNode,
    Variable,
    VariableNode,
)
from django.template.context import RequestContext
from django.template.defaulttags import IfNode, NowNode, URLNode
from django.template.library import SimpleNode
from django.template.loader_tags import BlockNode
from django.template.loaders import cached
from django.templatetags.i18n import TranslateNode
from django.templatetags.static import StaticNode
from django.urls import get_script_prefix
from django.utils.translation import get_language
from django_cotton.templatetags import Attrs, UnprocessableDynamicAttr
from django_cotton.templatetags._component import AttrKind, CottonComponentNode
from django_cotton.templatetags._vars import CottonVarsNode
from django_cotton.utils import get_cotton_data

from binakriya.website.folding.quick import (
    QuickAddress,
    QuickFiltered,
    QuickIf,
    QuickValue,
    QuickVariable,
    is_bare,
    is_named,
)
from binakriya.website.templatetags.kriya import sprite

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
        elif type(thing) is VariableNode and is_bare(thing.filter_expression):
            thing.__class__ = QuickValue
        elif type(thing) is VariableNode and is_named(thing.filter_expression):
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


class Loader(cached.Loader):
    """Keeps templates as Django's cached loader does, folded."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        known = self.get_template_cache.get(self.cache_key(template_name, skip))
        template = super().get_template(template_name, skip)
        if template is not known:
            fold(template)
        return template
