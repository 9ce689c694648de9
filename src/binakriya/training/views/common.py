"""What the room's views share: a file as an answer, a refusal told, a page number, the language."""

from django.contrib import messages
from django.core.cache import cache
from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language

from binakriya.accounts.doors import Visit
from binakriya.accounts.rules import Refused
from binakriya.foundation.paging import page_number
from binakriya.foundation.press.words import Language
from binakriya.training.papers import Paper
from binakriya.training.words import reason_of


def answer_file(paper: Paper, *, inline: bool = False) -> HttpResponse:
    """A download under its own name, or shown in a tab of its own (`inline`). Never kept by the browser: papers hold
    names."""
    response = HttpResponse(paper.content, content_type=paper.media_type)
    # The name may hold what an association calls itself: quoted and encoded as the header wants it.
    response["Content-Disposition"] = content_disposition_header(as_attachment=not inline, filename=paper.name) or ""
    response["Cache-Control"] = "no-store"
    return response


def tell_refusal(request: Visit, refused: Refused) -> None:
    messages.error(request, str(reason_of(refused)))


def count_try(key: str, seconds: int) -> int:
    """How often this happened in the running window of so many seconds, this time included.

    The window's number is part of the key: an entry whose life the cache prolongs when it counts still ends with it."""
    key = f"{key}-{int(timezone.now().timestamp()) // seconds}"
    if cache.add(key, 1, seconds):
        return 1
    try:
        return int(cache.incr(key))
    except ValueError:
        # It ended between the two.
        cache.set(key, 1, seconds)
        return 1


def asked_page(request: Visit) -> int:
    return page_number(request.GET.get("halaman"))


def language() -> Language:
    return "en" if (get_language() or "id").startswith("en") else "id"
