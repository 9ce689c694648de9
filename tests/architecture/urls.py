"""Every URL of the software, by its full name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """`name` as `reverse()` takes it; "" for a route without one."""

    name: str
    pattern: str
    view: Any


def _walk(resolver: URLResolver, namespaces: tuple[str, ...], prefix: str) -> Iterator[Route]:
    for item in resolver.url_patterns:
        pattern = prefix + str(item.pattern)
        if isinstance(item, URLResolver):
            inner = (*namespaces, item.namespace) if item.namespace else namespaces
            yield from _walk(item, inner, pattern)
        elif isinstance(item, URLPattern):
            yield Route(":".join([*namespaces, item.name or ""]) if item.name else "", pattern, item.callback)


def routes() -> list[Route]:
    return list(_walk(get_resolver(), (), ""))
