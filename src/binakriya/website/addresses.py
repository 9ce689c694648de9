"""Addresses of pages that may not be there (a room can be left out)."""

from django.urls import NoReverseMatch, reverse


def address(url_name: str, **kwargs: object) -> str:
    """The address, or '' when no such page exists."""
    try:
        return reverse(url_name, kwargs=kwargs or None)
    except NoReverseMatch:
        return ""
