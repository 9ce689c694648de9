"""Evidence that the room of packaging holds: packs that fit the product as it is measured today."""

from collections.abc import Collection, Mapping
from uuid import UUID

from binakriya.packaging.queries.held import packs_held
from binakriya.packaging.rules.states import State
from binakriya.passport.rules.evaluate import Evidence
from binakriya.products.queries.held import HeldProduct

KEYS = {State.DRAFT: "draft", State.CHECKED: "checked", State.ADOPTED: "adopted"}


def packs(product_ids: Collection[UUID], products: Mapping[UUID, HeldProduct]) -> dict[UUID, list[Evidence]]:
    """`outgrown`: computed for another size than the product has today."""
    found: dict[UUID, list[Evidence]] = {}
    for product_id, held in packs_held(product_ids=product_ids).items():
        product = products[product_id]
        for one in held:
            if one.state not in KEYS:
                continue
            fits = True
            if one.variant_id == product.variant_id:
                mass = product.mass_g / 1000 if product.mass_g is not None else None
                fits = one.fits(size_mm=product.size_mm, mass_kg=mass)
            key = KEYS[one.state] if fits else "outgrown"
            found.setdefault(product_id, []).append(Evidence("pack", key, one.on, says={"number": one.number}))
    return found
