"""The page of figures, and the open data file."""

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from binakriya.accounts.doors import public
from binakriya.accounts.rules import Deed
from binakriya.foundation.rules.exports import csv_lines
from binakriya.statistics.forms import FigureForm
from binakriya.statistics.queries import open_data, overview


def _asked(request: HttpRequest) -> dict[str, Any]:
    form = FigureForm(request.GET)
    form.is_valid()
    return {
        "indicator": form.cleaned_data.get("angka") or "enterprises",
        "level": form.cleaned_data.get("tingkat") or "kecamatan",
    }


@public
@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Everyone sees the figures of all offices, small ones hidden; whoever works here sees their own office's whole."""
    actor = request.actor  # type: ignore[attr-defined]
    inside = actor.may(Deed.STATISTICS_READ)
    asked = _asked(request)
    page = overview(office_id=actor.office_id if inside else None, public=not inside, **asked)
    form = FigureForm(initial={"angka": page.indicator, "tingkat": page.level})
    base = "base_app.html" if inside else "base_public.html"
    return render(
        request, "statistics/overview.html", {"page": page, "form": form, "base": base, "now": timezone.now()}
    )


@public
@require_safe
def data_file(request: HttpRequest) -> StreamingHttpResponse:
    """CSV by kecamatan or kelurahan, for everyone; figures that stand on few enterprises are left empty."""
    level = _asked(request)["level"]
    response = StreamingHttpResponse(
        csv_lines(open_data(office_id=None, level=level)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="binakriya-{level}.csv"'
    return response
