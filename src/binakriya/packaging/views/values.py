"""The office's own values: what is shipped beside what this office uses, drop tests of a material, cushion curves."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Refused
from binakriya.engines.protection import InputError, Values, text_of
from binakriya.packaging import operations
from binakriya.packaging.forms.office import plain
from binakriya.packaging.forms.values import CurveForm, DropsForm, ValueForm, cushion_choices
from binakriya.packaging.queries import values as known
from binakriya.packaging.rules.evidence import CURVED, FittedCurve, of_drops
from binakriya.packaging.views.office import READS, WRITES, office_of, shared, tell_retired
from binakriya.packaging.words import DROP_METHODS, VALUE_GROUPS, language


@requires(READS)
@require_GET
def values(request: Visit) -> HttpResponse:
    page = known.values_page(by=request.actor, group=request.GET.get("kelompok", ""), language=language())
    context = {"page": page, "groups": list(VALUE_GROUPS.items()), **shared(request, "nilai")}
    return render(request, "packaging/office/values.html", context)


@requires(READS)
def value(request: Visit, code: str) -> HttpResponse:
    """One value: the shipped one, the office's, what rests on it; whoever may, changes it."""
    try:
        page = known.value_page(by=request.actor, code=code, language=language())
    except LookupError as error:
        raise Http404 from error
    row, frame = page.row, shared(request, "nilai")
    may = frame["may_change"] and row.changeable
    first = {}
    if row.own is not None:
        first = {"value": plain(row.own.value), "low": plain(row.own.low), "high": plain(row.own.high)}
    form = ValueForm(request.POST if may and request.method == "POST" else None, initial=first) if may else None
    if request.method == "POST":
        if form is None:
            raise Http404
        if form.is_valid():
            given = form.cleaned_data
            try:
                operations.calibrate(
                    office_id=office_of(request), code=code, **given, by=request.actor, now=timezone.now()
                )
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(request, _("Nilai dinas disimpan. Spesifikasi yang sudah ada tetap seperti semula."))
                return redirect("packaging:value", code=code)
    context = {
        "page": page,
        "row": row,
        "form": form,
        "group": VALUE_GROUPS[page.group],
        "methods": DROP_METHODS,
        **frame,
    }
    failed = form is not None and form.is_bound
    return render(request, "packaging/office/value.html", context, status=422 if failed else 200)


@requires(WRITES)
@require_POST
def value_back(request: Visit, row_id: UUID) -> HttpResponse:
    """The shipped value counts again."""
    tell_retired(
        request,
        operations.remove_calibration(calibration_id=row_id, by=request.actor, now=timezone.now()),
        _("Kembali ke nilai bawaan. Nilai dinas tetap tercatat di riwayat."),
    )
    code = request.POST.get("code", "")
    return redirect("packaging:value", code=code) if code in known.CONSTANTS else redirect("packaging:values")


@requires(WRITES)
def drops(request: Visit, material: str) -> HttpResponse:
    """Drop tests of a material: looked at first (`lihat`), then taken as the office's value (`pakai`)."""
    office_id = office_of(request)
    if not known.known_material(material):
        raise Http404
    shown, found = language(), None
    form = DropsForm(
        request.POST or None,
        cushions=cushion_choices(known.ASSUMED_CUSHIONS, shown),
        initial={"tested_on": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        try:
            found = of_drops(form.series(), office_values=Values())
        except InputError as error:
            form.refuse(Refused("value", sentence=error.message.text(shown)))
        if found is not None and "pakai" in request.POST:
            try:
                operations.calibrate_by_drops(
                    office_id=office_id,
                    material=material,
                    series=form.series(),
                    why=form.cleaned_data["why"],
                    by=request.actor,
                    now=timezone.now(),
                )
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(request, _("Hasil uji dipakai sebagai nilai dinas."))
                return redirect("packaging:value", code=f"material_g.{material}")
    context = {
        "form": form,
        "material": material,
        "name": text_of(f"material.{material}", shown),
        "found": found.to_json(form.series()) if found is not None else None,
        "g": round(found.g, 1) if found is not None else None,
        "findings": [one.message.text(shown) for one in found.estimate.sheet.findings] if found is not None else [],
        **shared(request, "nilai"),
    }
    failed = bool(form.errors)
    return render(request, "packaging/office/drops.html", context, status=422 if failed else 200)


@requires(READS)
@require_GET
def curves(request: Visit) -> HttpResponse:
    page = known.curves_page(by=request.actor, language=language())
    return render(request, "packaging/office/curves.html", {"page": page, **shared(request, "kurva")})


@requires(WRITES)
def curve(request: Visit, cushion: str) -> HttpResponse:
    """A curve of a cushion from its points: looked at first (`lihat`), more rows (`tambah`), then kept (`pakai`)."""
    office_id = office_of(request)
    if cushion not in CURVED:
        raise Http404
    standing, points = known.curve_points(by=request.actor, cushion=cushion)
    first: dict[str, Any] = {"measured_on": timezone.localdate()}
    if standing is not None:
        first = {"name": standing.name, "source": standing.source, "measured_on": standing.measured_on}
    form = CurveForm(request.POST or None, points=points, initial=first)
    fitted = None
    more = request.method == "POST" and "tambah" in request.POST
    if request.method == "POST" and not more and form.is_valid():
        given = form.cleaned_data
        try:
            fitted = FittedCurve.of(given["points"], name=given["name"], source=given["source"])
            if "pakai" in request.POST:
                operations.add_curve(
                    office_id=office_id,
                    cushion=cushion,
                    name=given["name"],
                    points=form.curve_points(),
                    source=given["source"],
                    measured_on=given["measured_on"],
                    by=request.actor,
                    now=timezone.now(),
                )
                messages.success(request, _("Kurva dipakai di tempat faktor bantalan bawaan."))
                return redirect("packaging:curves")
        except InputError as error:
            form.refuse(Refused("value", sentence=error.message.text(language())))
        except Refused as refused:
            form.refuse(refused)
    rows = min(CurveForm.MOST, form.count + (CurveForm.MORE if more else 0))
    context = {
        "form": form,
        "cushion": cushion,
        "name": text_of(f"cushion.{cushion}", language()),
        "cells": form.CELLS,
        "table": form.table(rows),
        "rows": rows,
        "more": more,
        "fit": known.fitted_row(fitted, cushion=cushion, language=language()) if fitted is not None else None,
        **shared(request, "kurva"),
    }
    failed = form.is_bound and not more and bool(form.errors)
    return render(request, "packaging/office/curve.html", context, status=422 if failed else 200)


@requires(WRITES)
@require_POST
def remove_curve(request: Visit, row_id: UUID) -> HttpResponse:
    tell_retired(
        request,
        operations.remove_curve(curve_id=row_id, by=request.actor, now=timezone.now()),
        _("Kurva dipensiunkan. Faktor bawaan berlaku lagi."),
    )
    return redirect("packaging:curves")
