"""The frame: first page, help, search, language, health."""

from tests.architecture.matrix.declare import PUBLIC, SIGNED_IN, Page

PAGES = {
    "home": Page(PUBLIC),
    "more": Page(SIGNED_IN),
    "search": Page(SIGNED_IN),
    "help": Page(PUBLIC),
    "style-guide": Page(PUBLIC),
    "set_language": Page(PUBLIC, methods="POST", post=lambda world: {"language": "en"}),
    "set_theme": Page(PUBLIC, methods="POST", post=lambda world: {"theme": "dark"}),
    "alive": Page(PUBLIC),
    "ready": Page(PUBLIC),
}
