"""The frame: home, help, style guide, search, language, theme, health."""

from tests.architecture.matrix.declare import PUBLIC, SIGNED_IN, Page

PAGES = {
    "home": Page(PUBLIC),
    "more": Page(PUBLIC),
    "search": Page(SIGNED_IN, query="q=anyaman"),
    "help": Page(PUBLIC),
    "style-guide": Page(PUBLIC),
    "set_language": Page(PUBLIC, methods="POST"),
    "set_theme": Page(PUBLIC, methods="POST"),
    "alive": Page(PUBLIC),
    "ready": Page(PUBLIC),
}
