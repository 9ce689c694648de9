"""Templates, folded once when they are loaded, so that a page costs less each time it is shown.

*Fixed*: what says the same to everybody (a translated word, an address without arguments, a component given constants)
is written once for each language. *Quick*: a name or an address that is looked up in the usual way takes a short way;
whatever is unusual goes the long way of Django, so that the page is the same either way (tests compare them).

Nothing here knows a person, a request or a token: a part that asks for anything of the request is never kept.
"""

from binakriya.website.folding.tree import Loader, fold

__all__ = ["Loader", "fold"]
