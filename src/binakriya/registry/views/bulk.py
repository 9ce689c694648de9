"""One deed for the enterprises that were chosen on the list."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.registry.forms.listing import ChosenForm, ListForm
from binakriya.registry.operations.bulk import check_many, join_many
from binakriya.registry.queries.lists import enterprise_ids, printed_list
from binakriya.registry.rules.listing import BULK_MOST, query_string
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.views.enterprises import list_address, office_region
from binakriya.registry.words import REASONS


@requires(Deed.REGISTRY_WRITE)
@require_POST
def chosen(request: Visit) -> HttpResponse:
    """The filter stands in the address, as on the list: `semua` means every enterprise that it lets through."""
    wanted = ListForm(request.GET, office_region=office_region(request)).wanted()
    back = list_address(query_string(wanted))
    form = ChosenForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(one) for errors in form.errors.values() for one in errors))
        return redirect(back)
    ids: list[UUID] = form.cleaned_data["usaha"]
    if form.cleaned_data["semua"] and request.actor.office_id:
        ids = enterprise_ids(office_id=request.actor.office_id, wanted=wanted, most=BULK_MOST + 1)
    by, now = request.actor, timezone.now()
    try:
        if form.cleaned_data["deed"] == "periksa":
            done = check_many(enterprise_ids=ids, by=by, now=now)
            said = ngettext(
                "%(n)s usaha ditandai sudah diperiksa dan ikut dihitung.",
                "%(n)s usaha ditandai sudah diperiksa dan ikut dihitung.",
                done,
            )
            none = _("Semua yang dipilih sudah diperiksa. Tidak ada yang berubah.")
        else:
            done = join_many(association_id=form.cleaned_data["kelompok"], enterprise_ids=ids, by=by, now=now)
            said = ngettext("%(n)s usaha dimasukkan ke kelompok.", "%(n)s usaha dimasukkan ke kelompok.", done)
            none = _("Semua yang dipilih sudah menjadi anggota kelompok itu. Tidak ada yang berubah.")
    except Refused as error:
        messages.error(request, str(REASONS[error.reason]))
        return redirect(back)
    messages.success(request, said % {"n": done} if done else none, extra_tags="toast")
    return redirect(back)


@requires(Deed.REGISTRY_READ)
@require_GET
def print_list(request: Visit) -> HttpResponse:
    """Every row of the filter on one sheet, as far as paper goes."""
    wanted = ListForm(request.GET, office_region=office_region(request)).wanted()
    page = printed_list(actor=request.actor, wanted=wanted)
    context = {"page": page, "now": timezone.now(), "back": list_address(query_string(wanted))}
    return render(request, "registry/enterprises/print.html", context)
