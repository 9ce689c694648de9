"""Evidence that the room of products holds: what is stated, measured, photographed, and papers."""

from collections.abc import Collection
from uuid import UUID

from binakriya.passport.rules.evaluate import Evidence
from binakriya.products.queries.held import HeldProduct
from binakriya.products.queries.papers import papers_held
from binakriya.products.rules.particulars import Particulars


def of_product(one: HeldProduct, stated: Particulars | None) -> list[Evidence]:
    found = []
    if one.kind or one.technique:
        key = "described" if one.kind and one.technique else "half-described"
        found.append(Evidence("product", key, one.added_on))
    if one.photos:
        found.append(Evidence("photo", "any", one.photo_on, level=one.photos, says={"count": one.photos}))
    if one.size_mm is not None:
        key = "size" if one.mass_g is None else "both"
        found.append(Evidence("measured", key, one.measured_on, says={"who": one.measured_by}))
    if stated is not None:
        given = [bool(stated.brand), bool(stated.composition), stated.net_amount is not None]
        if any(given):
            found.append(Evidence("product", "label-facts" if all(given) else "some-label-facts"))
        if stated.story.get("id"):
            found.append(Evidence("product", "story"))
    return found


def papers(product_ids: Collection[UUID]) -> dict[UUID, list[Evidence]]:
    """A paper that failed proves nothing; one that the office has not seen shows that work is under way."""
    found: dict[UUID, list[Evidence]] = {}
    for product_id, held in papers_held(product_ids=product_ids).items():
        for one in held:
            if one.result == "fail" or one.withdrawn_at is not None:
                continue
            key = one.subject if one.checked else f"{one.subject}:waiting"
            says = {"who": one.issuer, "number": one.number}
            found.setdefault(product_id, []).append(Evidence("paper", key, one.issued_on, one.valid_until, says=says))
    return found
