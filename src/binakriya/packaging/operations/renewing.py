"""A specification computed anew with what the office has now: a new version beside the one that stands."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.engines.protection import InputError, MissingValueError
from binakriya.packaging.operations.specifications import save_version
from binakriya.packaging.queries.office import request_for
from binakriya.packaging.queries.scope import seen_version
from binakriya.packaging.rules.reading import InputRefusedError
from binakriya.packaging.rules.recommend import recommend
from binakriya.packaging.rules.specification import leg_of, specification
from binakriya.packaging.words import said
from binakriya.products.queries import product_for_packing


def renew_version(*, version_id: UUID, by: Actor, now: datetime, nonce: str = "") -> UUID:
    """The same product, journey, quantity and purpose, with the product's size and the office's values of now; the same
    style where it still holds, else the recommended one. Answers the new draft; the same form again the same one.

    Raises NotAllowed, Version.DoesNotExist, Refused: product_unknown, does_not_hold, compute (the engine's sentence).
    """
    check_may(by, Deed.PACKAGING_WRITE)
    version = seen_version(version_id, by)
    specification_row, content = version.specification, version.content
    known = product_for_packing(by=by, variant_id=specification_row.variant_id)
    if known is None:
        raise Refused("product_unknown")
    try:
        product = known.product()
        if product is None:
            raise Refused("product_unmeasured")
        request = request_for(
            office_id=known.office_id,
            product=product,
            journey=tuple(leg_of(leg) for leg in content["journey"]),
            on=timezone.localdate(now),
            quantity=content["quantity"],
            purpose=content["purpose"],
        )
        found = recommend(replace(request, printing=content.get("printing", "none")))
    except (InputError, MissingValueError) as error:
        raise Refused("compute", sentence=said(InputRefusedError.of(error).said)) from error
    if found.best is None:
        raise Refused("compute", sentence=said(found.notes[-1])) if found.notes else Refused("does_not_hold")
    same = (place for place, one in enumerate(found.alternatives) if one.proven.style.code == version.style)
    return save_version(
        variant_id=known.variant_id,
        journey=specification_row.journey,
        content=specification(found, next(same, 0), name=known.title),
        by=by,
        now=now,
        nonce=nonce,
    )
