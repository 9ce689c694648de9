"""Adding, changing and measuring products, one step at a time."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Refused
from binakriya.products import operations
from binakriya.products.forms.products import MeasureForm, ProductForm, RenameForm, VariantForm, beginning
from binakriya.products.queries import pages as known
from binakriya.products.views.common import WRITES, nothing_changed, removed, tell_refusal, to_product
from binakriya.products.words import mass_shown, size_shown


def _maker_id(request: Visit) -> UUID | None:
    try:
        return UUID(request.GET.get("usaha", ""))
    except ValueError:
        return None


@requires(*WRITES)
def new(request: Visit) -> HttpResponse:
    """First whose, then what; measuring and the photo follow on pages of their own."""
    choice = known.maker_choice(
        by=request.actor, maker_id=_maker_id(request), text=request.GET.get("cari", "").strip()[:100]
    )
    form = ProductForm(request.POST or None)
    if request.method == "POST" and choice.chosen and form.is_valid():
        try:
            made = operations.add_product(
                maker_id=choice.chosen.id,
                facts=form.facts(),
                nonce=form.cleaned_data["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Produk tersimpan. Sekarang ukur dan timbang."))
            first = known.first_variant(product_id=made, by=request.actor)
            return redirect(f"{reverse('products:measure', args=[made, first])}?langkah=2")
    failed = request.method == "POST" and form.errors
    return render(request, "products/new.html", {"form": form, "choice": choice}, status=422 if failed else 200)


@requires(*WRITES)
def edit(request: Visit, product_id: UUID) -> HttpResponse:
    head = known.product_head(product_id=product_id, by=request.actor)
    facts = known.product_facts(product_id=product_id, by=request.actor)
    mark = known.product_mark(product_id=product_id, by=request.actor)
    form = ProductForm(request.POST or None, makes=False, seen=mark, initial=ProductForm.initial_of(facts))
    if request.method == "POST" and form.is_valid():
        try:
            changed = operations.change_product(
                product_id=product_id,
                facts=form.facts(),
                seen=form.cleaned_data["seen"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
            form.see(mark)
        else:
            if changed:
                messages.success(request, _("Perubahan tersimpan."))
            else:
                nothing_changed(request)
            return to_product(product_id)
    return render(request, "products/edit.html", {"form": form, "head": head}, status=422 if form.errors else 200)


def _said(form: MeasureForm) -> str:
    """What was understood, so that a slip of the unit is seen at once."""
    size = form.measured().size
    parts = [size_shown((size.length, size.breadth, size.height), size.shape)]
    if form.cleaned_data["mass"] is not None:
        parts.append(mass_shown(form.cleaned_data["mass"]))
    text = _("Tersimpan: %(what)s.") % {"what": ", ".join(parts)}
    return " ".join([text, *(f"{echo}." for echo in form.echoes)])


@requires(*WRITES)
def measure(request: Visit, product_id: UUID, variant_id: UUID) -> HttpResponse:
    head = known.product_head(product_id=product_id, by=request.actor)
    values = known.variant_values(product_id=product_id, variant_id=variant_id, by=request.actor)
    initial = beginning(request.actor.label, timezone.localdate())
    if values.length is not None:
        initial |= {
            "shape": values.shape,
            "length": values.length,
            "breadth": values.breadth,
            "height": values.height,
            "mass": values.mass,
            "outline": values.outline,
            "how": values.how if values.how != "list" else "ruler",
            "note": values.note,
        }
    form = MeasureForm(request.POST or None, makes=False, seen=values.mark, initial=initial)
    stepping = request.GET.get("langkah") == "2"
    if request.method == "POST" and form.is_valid():
        try:
            operations.measure(
                product_id=product_id,
                variant_id=variant_id,
                measured=form.measured(),
                seen=form.cleaned_data["seen"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
            form.see(values.mark)
        else:
            messages.success(request, _said(form))
            if stepping:
                return redirect(f"{reverse('products:photos', args=[product_id])}?langkah=3")
            return to_product(product_id)
    context = {"form": form, "head": head, "variant": values, "stepping": stepping}
    return render(request, "products/measure.html", context, status=422 if form.errors else 200)


@requires(*WRITES)
def variant_add(request: Visit, product_id: UUID) -> HttpResponse:
    head = known.product_head(product_id=product_id, by=request.actor)
    form = VariantForm(request.POST or None, initial=beginning(request.actor.label, timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            operations.add_variant(
                product_id=product_id,
                name=values["name"],
                sku=values["sku"],
                measured=form.measured(),
                nonce=values["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _said(form))
            return to_product(product_id)
    context = {"form": form, "head": head}
    return render(request, "products/measure.html", context, status=422 if form.errors else 200)


@requires(*WRITES)
def variant(request: Visit, product_id: UUID, variant_id: UUID) -> HttpResponse:
    head = known.product_head(product_id=product_id, by=request.actor)
    values = known.variant_values(product_id=product_id, variant_id=variant_id, by=request.actor)
    form = RenameForm(request.POST or None, initial={"name": values.name, "sku": values.sku})
    if request.method == "POST" and form.is_valid():
        try:
            operations.rename_variant(
                product_id=product_id,
                variant_id=variant_id,
                **form.cleaned_data,
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return to_product(product_id)
    context = {"form": form, "head": head, "variant": values}
    return render(request, "products/variant.html", context, status=422 if form.errors else 200)


@requires(*WRITES)
@require_POST
def variant_remove(request: Visit, product_id: UUID, variant_id: UUID) -> HttpResponse:
    try:
        operations.remove_variant(product_id=product_id, variant_id=variant_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        removed(request, _("Varian dihapus."), "products:variant-restore", product_id=product_id, variant_id=variant_id)
    return to_product(product_id)


@requires(*WRITES)
@require_POST
def variant_restore(request: Visit, product_id: UUID, variant_id: UUID) -> HttpResponse:
    try:
        operations.restore_variant(product_id=product_id, variant_id=variant_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Varian kembali."))
    return to_product(product_id)


@requires(*WRITES)
@require_POST
def archive(request: Visit, product_id: UUID) -> HttpResponse:
    operations.archive_product(product_id=product_id, by=request.actor, now=timezone.now())
    removed(request, _("Produk diarsipkan. Riwayatnya tetap ada."), "products:restore", product_id=product_id)
    return to_product(product_id)


@requires(*WRITES)
@require_POST
def restore(request: Visit, product_id: UUID) -> HttpResponse:
    operations.restore_product(product_id=product_id, by=request.actor, now=timezone.now())
    messages.success(request, _("Produk dipulihkan."))
    return to_product(product_id)
