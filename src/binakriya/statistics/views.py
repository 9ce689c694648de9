"""The page of figures, and the open data file."""

import re
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from binakriya.accounts.doors import public, requires
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


def _page(request: HttpRequest, base: str, *, office_id: UUID | None, hide_small: bool) -> HttpResponse:
    asked = _asked(request)
    if office_id:
        year = request.GET.get("tahun", "")
        asked |= {"group": request.GET.get("bahan", ""), "year": int(year) if re.fullmatch(r"[0-9]{4}", year) else 0}
    page = overview(office_id=office_id, public=hide_small, **asked)
    initial = {"angka": page.indicator, "tingkat": page.level, "bahan": page.group, "tahun": page.year or ""}
    form = FigureForm(initial=initial, years=page.years if office_id else None)
    context = {"page": page, "form": form, "base": base, "now": timezone.now()}
    return render(request, "statistics/overview.html", context)


@public
@require_safe
def public_figures(request: HttpRequest) -> HttpResponse:
    """All offices together, for everyone; figures that stand on few enterprises are hidden."""
    return _page(request, "base_public.html", office_id=None, hide_small=True)


@requires(Deed.STATISTICS_READ)
@require_safe
def office_figures(request: HttpRequest) -> HttpResponse:
    """The actor's own office, whole; those without an office see all offices, small figures hidden."""
    office_id = request.actor.office_id  # type: ignore[attr-defined]
    return _page(request, "base_app.html", office_id=office_id, hide_small=office_id is None)


@public
@require_safe
def data_file(request: HttpRequest) -> StreamingHttpResponse:
    """CSV by kecamatan or kelurahan, for everyone; figures that stand on few enterprises are left empty."""
    level = _asked(request)["level"]
    response = StreamingHttpResponse(csv_lines(open_data(level=level)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="binakriya-{level}.csv"'
    return response
