"""Which datasets come with the software."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from binakriya.foundation import queries
from binakriya.foundation.doors import public


@public
@require_GET
def data(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "foundation/data.html",
        {"page": queries.data_page(language=(get_language() or "id")[:2])},
    )
