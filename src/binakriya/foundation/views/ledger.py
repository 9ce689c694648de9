"""The ledger on screen and as a file."""

import json
from collections.abc import Iterator

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.foundation import operations, queries
from binakriya.foundation.doors import Visit, requires
from binakriya.foundation.forms import LedgerFilterForm
from binakriya.foundation.rules.exports import csv_lines

READ_LEDGER = "ledger.read"


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 19 else None


@requires(READ_LEDGER)
@require_GET
def ledger(request: Visit) -> HttpResponse:
    form = LedgerFilterForm(request.GET)
    form.is_valid()
    page = queries.ledger_page(
        by=request.actor,
        wanted=form.wanted(),
        older_than=_number(request.GET.get("sebelum")),
        newer_than=_number(request.GET.get("sesudah")),
    )
    return render(request, "foundation/ledger.html", {"form": form, "page": page})


@requires(READ_LEDGER)
@require_GET
def entry(request: Visit, number: int) -> HttpResponse:
    found = queries.ledger_entry(number=number, by=request.actor)
    if found is None:
        raise Http404
    return render(request, "foundation/ledger_entry.html", {"entry": found})


def _csv_rows(wanted: queries.LedgerFilter, by: queries.Scope) -> Iterator[list[object]]:
    yield [
        _("Nomor"),
        _("Waktu"),
        _("Siapa"),
        _("Dari mana"),
        _("Tindakan"),
        _("Jenis"),
        _("Nomor objek"),
        _("Nama"),
        _("Perubahan"),
        _("Alasan"),
        _("Segel"),
    ]
    for e in queries.ledger_stream(by=by, wanted=wanted):
        changes = "; ".join(f"{c.word}: {_text(c.before)} → {_text(c.after)}" for c in e.changes)
        yield [
            e.number,
            timezone.localtime(e.at).isoformat(timespec="seconds"),
            e.actor,
            e.origin,
            e.action,
            e.kind,
            e.object_id,
            e.label,
            changes,
            e.reason,
            e.digest,
        ]


def _text(value: object) -> str:
    return "–" if value in (None, "") else str(value)


def _json_lines(wanted: queries.LedgerFilter, by: queries.Scope) -> Iterator[str]:
    for e in queries.ledger_stream(by=by, wanted=wanted):
        line = {
            "number": e.number,
            "at": e.at.isoformat(),
            "actor_id": str(e.actor_id) if e.actor_id else None,
            "actor": e.actor,
            "origin": e.origin,
            "action": e.action,
            "kind": e.kind,
            "object_id": e.object_id,
            "label": e.label,
            "before": {c.field: c.before for c in e.changes if c.before is not None},
            "after": {c.field: c.after for c in e.changes if c.after is not None},
            "reason": e.reason,
            "previous": e.previous,
            "digest": e.digest,
            "office_id": str(e.office_id) if e.office_id else None,
        }
        yield json.dumps(line, ensure_ascii=False) + "\n"


@requires(READ_LEDGER)
@require_POST
def export(request: Visit) -> StreamingHttpResponse | HttpResponse:
    """Handing out the ledger is itself a reading that the ledger tells of."""
    form = LedgerFilterForm(request.POST)
    if not form.is_valid():
        page = queries.ledger_page(by=request.actor, wanted=form.wanted())
        return render(request, "foundation/ledger.html", {"form": form, "page": page}, status=422)
    # Lines are read while the answer is sent: by then the request's own actor may no longer be asked.
    wanted, by = form.wanted(), queries.Scope(office_id=request.actor.office_id, system=request.actor.system)
    as_json = request.POST.get("bentuk") == "jsonl"
    operations.record_reading(
        by=request.actor,
        now=timezone.now(),
        kind="foundation.ledger",
        object_id="export",
        fields=sorted(name for name, value in form.cleaned_data.items() if value) or ["all"],
        reason="jsonl" if as_json else "csv",
    )
    name = f"jejak-{timezone.localdate():%Y-%m-%d}.{'jsonl' if as_json else 'csv'}"
    response = StreamingHttpResponse(
        _json_lines(wanted, by) if as_json else csv_lines(_csv_rows(wanted, by)),
        content_type="application/x-ndjson; charset=utf-8" if as_json else "text/csv; charset=utf-8",
    )
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
