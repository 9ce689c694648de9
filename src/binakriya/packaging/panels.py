"""What the page of a product shows of its packs, and the step that comes next."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Actor, Deed
from binakriya.packaging.queries.labels import labels_held, may_label
from binakriya.packaging.queries.specifications import specification_rows
from binakriya.packaging.words import JOURNEYS, STATES
from binakriya.products.panels import Panel, Step
from binakriya.products.queries import product_for_packing
from binakriya.products.queries.pages import product_head
from binakriya.products.queries.particulars import particulars_of
from binakriya.products.words import DESTINATIONS


def packs_of_product(*, actor: Actor, product_id: UUID) -> Panel | None:
    if not actor.may(Deed.PACKAGING_READ) and not actor.may(Deed.OWN_ENTERPRISE):
        return None
    rows = specification_rows(by=actor, product_id=product_id)
    shown = [(row, STATES[row.state][0], STATES[row.state][1], JOURNEYS.get(row.journey, row.journey)) for row in rows]
    product = product_for_packing(by=actor, product_id=product_id)
    may = actor.may(Deed.PACKAGING_WRITE) and product is not None and not product.missing and not product.archived
    href = f"{reverse('packaging:studio')}?product={product.variant_id}" if may and product is not None else ""
    step = (
        Step(
            _("Susun kemasannya"),
            _("Produk sudah diukur. Bandingkan beberapa kotak dan bantalan, lalu simpan satu sebagai rancangan."),
            _("Buat kemasan"),
            href,
        )
        if href and not rows
        else None
    )
    if not rows and not href:
        return None
    return Panel("packaging/product_panel.html", {"rows": shown, "href": href}, step)


def labels_of_product(*, actor: Actor, product_id: UUID) -> Panel | None:
    if not actor.may(Deed.PACKAGING_READ) and not actor.may(Deed.OWN_ENTERPRISE):
        return None
    held = labels_held(product_ids=[product_id]).get(product_id, ())
    may = may_label(product_head(product_id=product_id, by=actor), actor)
    if not held and not may:
        return None
    begun = bool(particulars_of(product_ids=[product_id]) or specification_rows(by=actor, product_id=product_id))
    href = reverse("packaging:label", args=[product_id])
    step = (
        Step(
            _("Buat labelnya"),
            _("Label memakai keterangan produk dan menunjukkan apa yang masih diminta aturan di tempat ia dijual."),
            _("Buat label"),
            href,
        )
        if begun and may and not held
        else None
    )
    rows = [(one, DESTINATIONS[one.destination]) for one in held]
    return Panel("packaging/labels/panel.html", {"rows": rows, "href": href if may else ""}, step)
