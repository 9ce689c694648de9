"""What the office packs with: boards, ready boxes, prices; each as a list, a form, its history, and as a file."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.foundation.rules.exports import XLSX, csv_lines, workbook_file
from binakriya.packaging import operations
from binakriya.packaging.forms.office import BoardForm, BoxForm, OfferForm, TableForm
from binakriya.packaging.queries import stock
from binakriya.packaging.queries.tables import TABLE_PAGES, table_lines
from binakriya.packaging.words import SOLD_BY, TABLES, language, refusal

READS, WRITES = Deed.PACKAGING_READ, Deed.PACKAGING_STOCK


def shared(request: Visit, here: str) -> dict[str, Any]:
    """What every page of the office has: where one is, whether one may change things."""
    may = request.actor.may(WRITES) and request.actor.office_id is not None
    return {"here": here, "may_change": may, "no_office": request.actor.office_id is None}


def office_of(request: Visit) -> UUID:
    """The office whose tables are written; 404 for whoever works for none."""
    if request.actor.office_id is None:
        raise Http404
    return request.actor.office_id


# Boards ------------------------------------------------------------------------------------------------------------


def tell_retired(request: Visit, done: bool, sentence: str) -> None:
    """`done` False: somebody else changed or retired the row meanwhile, and this press changed nothing."""
    if done:
        messages.success(request, sentence)
    else:
        messages.warning(
            request, _("Baris itu sudah diganti atau dipensiunkan orang lain. Tidak ada yang berubah; lihat daftarnya.")
        )


@requires(READS)
@require_GET
def boards(request: Visit) -> HttpResponse:
    page = stock.boards_page(by=request.actor, language=language())
    return render(request, "packaging/office/boards.html", {"page": page, **shared(request, "karton")})


@requires(WRITES)
@require_POST
def take_boards(request: Visit) -> HttpResponse:
    try:
        operations.take_default_boards(office_id=office_of(request), by=request.actor, now=timezone.now())
    except Refused as refused:
        messages.error(request, refusal(refused))
    else:
        messages.success(request, _("Tabel bawaan sekarang milik dinas ini. Ubah baris yang lain pada pemasok Anda."))
    return redirect("packaging:boards")


@requires(WRITES)
@require_POST
def drop_boards(request: Visit) -> HttpResponse:
    operations.drop_own_boards(office_id=office_of(request), by=request.actor, now=timezone.now())
    messages.success(request, _("Kembali ke tabel bawaan. Spesifikasi yang sudah ada tetap seperti saat dibuat."))
    return redirect("packaging:boards")


@requires(WRITES)
def new_board(request: Visit) -> HttpResponse:
    office_id, form = office_of(request), BoardForm(request.POST or None)
    done = _try(
        request,
        form,
        lambda: operations.add_board(
            office_id=office_id,
            grade=form.grade(),
            supplier=form.cleaned_data["supplier"],
            dated=form.cleaned_data["dated"],
            by=request.actor,
            now=timezone.now(),
        ),
        _("Karton ditambahkan."),
    )
    return redirect("packaging:boards") if done else _form(request, "karton", form, _("Tambah karton"))


@requires(WRITES)
def board(request: Visit, board_id: UUID) -> HttpResponse:
    rows = stock.board_history(board_id=board_id, by=request.actor, language=language())
    form = BoardForm(request.POST or None, initial=BoardForm.first(rows[0]))
    done = _try(
        request,
        form,
        lambda: operations.change_board(
            board_id=board_id,
            grade=form.grade(),
            supplier=form.cleaned_data["supplier"],
            dated=form.cleaned_data["dated"],
            by=request.actor,
            now=timezone.now(),
        ),
        _("Karton diubah. Nilai sebelumnya tetap tercatat."),
    )
    if done:
        return redirect("packaging:boards")
    boxes = stock.boxes_of_board(board_id=board_id, by=request.actor)
    return _form(
        request,
        "karton",
        form,
        rows[0].code,
        before=rows[1:],
        first=rows[0],
        boxes=boxes,
        remove="packaging:board-remove",
    )


@requires(WRITES)
@require_POST
def remove_board(request: Visit, row_id: UUID) -> HttpResponse:
    boxes = stock.boxes_of_board(board_id=row_id, by=request.actor)
    tell_retired(
        request,
        operations.remove_board(board_id=row_id, by=request.actor, now=timezone.now()),
        _("Karton dipensiunkan. Spesifikasi yang memakainya tetap seperti saat dibuat."),
    )
    if boxes:
        said = _("Kotak siap pakai dari karton ini tetap ada: %(codes)s. Periksa apakah masih tersedia.")
        messages.warning(request, said % {"codes": ", ".join(code for _id, code, _name in boxes)})
    return redirect("packaging:boards")


# Ready boxes -------------------------------------------------------------------------------------------------------


@requires(READS)
@require_GET
def boxes(request: Visit) -> HttpResponse:
    rows = stock.boxes_page(by=request.actor, language=language())
    context = {"rows": rows, "boards": bool(stock.board_choices(request.actor.office_id)), **shared(request, "kotak")}
    return render(request, "packaging/office/boxes.html", context)


@requires(WRITES)
def new_box(request: Visit) -> HttpResponse:
    office_id = office_of(request)
    boards = stock.board_choices(office_id)
    if not boards:
        messages.error(request, _("Kotak siap pakai perlu karton milik dinas. Tambahkan kartonnya dahulu."))
        return redirect("packaging:boards")
    form = BoxForm(request.POST or None, boards=boards, language=language(), initial={"style": "0201"})
    done = _try(
        request,
        form,
        lambda: operations.add_stock_box(office_id=office_id, box=form.said(), by=request.actor, now=timezone.now()),
        _("Kotak ditambahkan."),
    )
    return redirect("packaging:boxes") if done else _form(request, "kotak", form, _("Tambah kotak siap pakai"))


@requires(WRITES)
def box(request: Visit, stock_box_id: UUID) -> HttpResponse:
    rows = stock.box_history(stock_box_id=stock_box_id, by=request.actor, language=language())
    own = (str(rows[0].board_id), rows[0].board)
    boards = list(dict([own, *stock.board_choices(request.actor.office_id)]).items())
    form = BoxForm(request.POST or None, boards=boards, language=language(), initial=BoxForm.first(rows[0]))
    done = _try(
        request,
        form,
        lambda: operations.change_stock_box(
            stock_box_id=stock_box_id, box=form.said(), by=request.actor, now=timezone.now()
        ),
        _("Kotak diubah. Isian sebelumnya tetap tercatat."),
    )
    if done:
        return redirect("packaging:boxes")
    return _form(request, "kotak", form, rows[0].name, before=rows[1:], first=rows[0], remove="packaging:box-remove")


@requires(WRITES)
@require_POST
def remove_box(request: Visit, row_id: UUID) -> HttpResponse:
    tell_retired(
        request,
        operations.remove_stock_box(stock_box_id=row_id, by=request.actor, now=timezone.now()),
        _("Kotak dipensiunkan. Tidak lagi diusulkan."),
    )
    return redirect("packaging:boxes")


# Prices ------------------------------------------------------------------------------------------------------------


@requires(READS)
@require_GET
def offers(request: Visit) -> HttpResponse:
    found = stock.offers_page(by=request.actor, on=timezone.localdate())
    rows = [(row, SOLD_BY[row.sold_by], stock.offer_extras(row)) for row in found]
    return render(request, "packaging/office/offers.html", {"rows": rows, **shared(request, "harga")})


@requires(WRITES)
def new_offer(request: Visit) -> HttpResponse:
    office_id = office_of(request)
    form = OfferForm(request.POST or None, boards=stock.board_codes(office_id), initial={"dated": timezone.localdate()})
    done = _try(
        request,
        form,
        lambda: operations.add_offer(office_id=office_id, offer=form.said(), by=request.actor, now=timezone.now()),
        _("Harga ditambahkan."),
    )
    return redirect("packaging:offers") if done else _form(request, "harga", form, _("Tambah harga pemasok"))


@requires(WRITES)
def offer(request: Visit, offer_id: UUID) -> HttpResponse:
    rows = stock.offer_history(offer_id=offer_id, by=request.actor, on=timezone.localdate())
    first = rows[0]
    boards = dict.fromkeys([first.board, *stock.board_codes(request.actor.office_id)])
    form = OfferForm(request.POST or None, boards=list(boards), initial=OfferForm.first(first))
    done = _try(
        request,
        form,
        lambda: operations.change_offer(offer_id=offer_id, offer=form.said(), by=request.actor, now=timezone.now()),
        _("Harga diubah. Harga sebelumnya tetap tercatat."),
    )
    if done:
        return redirect("packaging:offers")
    before = [(row, SOLD_BY[row.sold_by]) for row in rows[1:]]
    title = f"{first.supplier}, {first.board}"
    return _form(request, "harga", form, title, before=before, first=first, remove="packaging:offer-remove")


@requires(WRITES)
@require_POST
def remove_offer(request: Visit, row_id: UUID) -> HttpResponse:
    tell_retired(
        request,
        operations.remove_offer(offer_id=row_id, by=request.actor, now=timezone.now()),
        _("Harga dipensiunkan. Tidak lagi ikut dihitung."),
    )
    return redirect("packaging:offers")


# Files -------------------------------------------------------------------------------------------------------------


@requires(READS)
@require_GET
def export(request: Visit, table: str, kind: str) -> HttpResponseBase:
    """A table of the office, with the heads that it can be read again by."""
    if table not in TABLES or kind not in ("csv", "xlsx"):
        raise Http404
    rows: Sequence[Sequence[object]] = table_lines(table=table, by=request.actor, plain=kind == "csv")
    name = f"{table}-{timezone.localdate():%Y-%m-%d}.{kind}"
    if kind == "xlsx":
        file = workbook_file(rows, title=str(TABLES[table]))
        return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)
    response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@requires(WRITES)
def take_in(request: Visit, table: str) -> HttpResponse:
    """A table from a file: all rows, or none, with each problem at its row and column."""
    if table not in TABLES:
        raise Http404
    office_of(request)
    form, outcome = TableForm(request.POST or None, request.FILES or None), None
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            outcome = operations.take_in_table(
                table=table, data=sent.read(), name=sent.name or "", by=request.actor, now=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            if not outcome.problems:
                said = _("%(added)s ditambahkan, %(changed)s diubah, %(same)s tetap.")
                counts = {"added": outcome.added, "changed": outcome.changed, "same": outcome.same}
                messages.success(request, said % counts)
                if outcome.unread:
                    left = _("Kolom yang tidak dikenal dan dilewati: %(which)s.")
                    messages.warning(request, left % {"which": ", ".join(outcome.unread)})
                return redirect(TABLE_PAGES[table])
    shown = language()
    problems = [(one.row, one.column, one.why.text(shown)) for one in outcome.problems] if outcome else []
    context = {
        "form": form,
        "table": table,
        "word": TABLES[table],
        "back": TABLE_PAGES[table],
        "problems": problems,
        "unread": outcome.unread if outcome else (),
        "rows": outcome.rows if outcome else 0,
        **shared(request, table),
    }
    failed = request.method == "POST"
    return render(request, "packaging/office/take_in.html", context, status=422 if failed else 200)


def _try(request: Visit, form: Any, do: Callable[[], object], done: str) -> bool:
    """Whether the form was sent, was right, and was done."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        do()
    except Refused as refused:
        form.refuse(refused)
        return False
    messages.success(request, done)
    return True


def _form(request: Visit, here: str, form: Any, title: str, **more: Any) -> HttpResponse:
    context = {"form": form, "title": title, "back": TABLE_PAGES[here], "word": TABLES[here], **shared(request, here)}
    return render(request, f"packaging/office/{here}_form.html", context | more, status=422 if form.is_bound else 200)
