"""A specification computed anew with what the office has now: a new version beside the one that stands."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.engines.boxes import style as box_style
from binakriya.engines.boxes import styles
from binakriya.engines.protection import CARRIERS, InputError, MissingValueError
from binakriya.packaging.models import Specification as SpecificationRow
from binakriya.packaging.operations.specifications import save_version
from binakriya.packaging.queries.office import request_for
from binakriya.packaging.queries.scope import seen_version
from binakriya.packaging.rules.reading import InputRefusedError
from binakriya.packaging.rules.recommend import Request, recommend
from binakriya.packaging.rules.specification import Specification, leg_of, specification
from binakriya.packaging.rules.states import State
from binakriya.packaging.words import said
from binakriya.products.queries import product_for_packing


def renew_version(*, version_id: UUID, by: Actor, now: datetime, nonce: str = "") -> UUID:
    """The same product and the same question (journey, destination, quantity, purpose, printing, and the style with its
    parameters, board and cushion that were chosen by hand), with the product's size and the office's values of now;
    the same style where it still holds, else the recommended one. A board or a cushion that the office no longer has
    is chosen anew. Answers the new draft; where a draft of the same content stands already, that one, whatever was
    sent: asking twice makes nothing twice.

    Raises NotAllowed, Version.DoesNotExist, Refused: product_unknown, product_unmeasured, does_not_hold, compute (the
    engine's sentence).
    """
    check_may(by, Deed.PACKAGING_WRITE)
    version = seen_version(version_id, by)
    specification_row, content = version.specification, version.content
    asked: Mapping[str, Any] = content.get("asked") or {}
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
            to_eu=asked.get("to_eu", False),
        )
        request = _as_asked(replace(request, printing=content.get("printing", "none")), asked)
        chosen = (box_style(request.style_asked),) if request.style_asked else None
        found = recommend(request, among=chosen)
        if found.best is None and chosen:
            found = recommend(request.choosing(board=request.board_asked, cushion=request.cushion_asked))
    except (InputError, MissingValueError) as error:
        raise Refused("compute", sentence=said(InputRefusedError.of(error).said)) from error
    if found.best is None:
        raise Refused("compute", sentence=said(found.notes[-1])) if found.notes else Refused("does_not_hold")
    same = (place for place, one in enumerate(found.alternatives) if one.proven.style.code == version.style)
    made = specification(found, next(same, 0), name=known.title)
    if (standing := _standing(specification_row, made)) is not None:
        return standing
    return save_version(
        variant_id=known.variant_id,
        journey=specification_row.journey,
        content=made,
        by=by,
        now=now,
        # Without a form's word the version itself is the word, with how many drafts of it were thrown away since: two
        # requests at the same moment make one, and what was withdrawn can be made again.
        nonce=nonce or f"renew {version_id} {specification_row.versions.filter(state=State.WITHDRAWN).count()}",
    )


def _standing(row: SpecificationRow, made: Specification) -> UUID | None:
    """A draft that says the same already."""
    said = _plain(made.content)
    drafts = row.versions.filter(state=State.DRAFT, style=made.style, board=made.board)
    return next((one.id for one in drafts if _plain(one.content) == said), None)


def _plain(content: Mapping[str, Any]) -> str:
    """As the database gives it back."""
    return json.dumps(content, sort_keys=True, default=str)


def _as_asked(request: Request, asked: Mapping[str, Any]) -> Request:
    """With what a person chose for the version before, as far as it is still to be had."""
    style, board, cushion = (asked.get(name, "") for name in ("style", "board", "cushion"))
    had = {c if isinstance(c, str) else c.name for c in request.cushions}
    named = set(asked.get("carriers", ()))
    return replace(request, carriers=tuple(c for c in CARRIERS if c.name in named)).choosing(
        style=style if any(style == one.code for one in styles()) else "",
        board=board if any(board == one.code for one in request.boards) else "",
        cushion=cushion if cushion in had else "",
        parameters=tuple(asked.get("parameters", {}).items()),
    )
