"""The room's printed matter: the passport of a product as the bytes of a PDF file. Nothing is stored."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.text import slugify

from binakriya.accounts.queries import letterhead_of, organisation
from binakriya.accounts.rules import Actor, Deed, NotAllowed
from binakriya.foundation.press import Language
from binakriya.foundation.printing import press, stamp
from binakriya.passport.queries.live import passports
from binakriya.passport.queries.public import chosen_of, place_shown
from binakriya.passport.sheets import PassportFacts, passport_pdf
from binakriya.products.queries.scope import seen
from binakriya.registry.queries import cards


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF file: its name without a path, its bytes."""

    name: str
    content: bytes


def passport_sheet(*, product_id: UUID, by: Actor, language: Language, now: datetime) -> Paper:
    """As it stands today. Raises NotAllowed, Product.DoesNotExist, DocumentError."""
    if not by.may(Deed.PASSPORT_READ) and not by.may(Deed.OWN_ENTERPRISE):
        raise NotAllowed(Deed.PASSPORT_READ)
    product, today = seen(product_id, by), timezone.localdate(now)
    live = passports(product_ids=[product_id], on=today)[product_id]
    office, card = organisation(product.office_id), cards([product.maker_id]).get(product.maker_id)
    chosen = chosen_of(product_id)
    assert office is not None, "the office of a product is kept"
    facts = PassportFacts(
        letterhead=letterhead_of(office),
        product=product.name,
        maker=card.name if card else "",
        place=place_shown(card),
        criteria=live.criteria,
        standings=live.standings,
        stages=live.stages,
        steps=live.steps,
        printed_on=today,
        printed_by=by.label,
        address=chosen.address if chosen else "",
        is_sample=product.is_sample,
    )
    content = passport_pdf(press(), facts, language=language, created=stamp(timezone.localtime(now)))
    return Paper(f"paspor-{slugify(product.name) or product.id}-{today}.pdf", content)
