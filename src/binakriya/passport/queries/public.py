"""What is public of a product: for its maker who chooses, and for everyone who has the code."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from binakriya.accounts.rules import Actor, Deed, NotAllowed, machine, may_office
from binakriya.foundation.addresses import public_address
from binakriya.foundation.queries import full_name
from binakriya.passport.models.public import PublicChoice
from binakriya.passport.queries.live import passports
from binakriya.passport.queries.pages import SHOWN
from binakriya.passport.rules.evaluate import StageSum
from binakriya.passport.rules.public import Shown, typed_code
from binakriya.passport.rules.stages import DYES
from binakriya.products.queries.papers import papers_held
from binakriya.products.queries.particulars import particulars_of
from binakriya.products.queries.photos import PhotoRow, covers, photo_file
from binakriya.products.queries.scope import own_makers, seen
from binakriya.products.rules.papers import Standing, standing
from binakriya.products.words import language, subject_word
from binakriya.registry.queries import EnterpriseCard, cards


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choice in force. `address`: of the public page, whole."""

    code: str
    address: str
    shown: Shown
    agreed_by: str
    agreed_on: date
    made_by: str


@dataclass(frozen=True, slots=True)
class Certificate:
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """What there is to be shown, and what is shown now (`chosen` None: nothing)."""

    id: UUID
    name: str
    own: bool
    chosen: Chosen | None
    cover: PhotoRow | None
    story: str
    maker: str
    place: str
    certificates: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class StageShown:
    dye: str
    state: str
    sum: StageSum


@dataclass(frozen=True, slots=True)
class PublicPage:
    """What is agreed and nothing else; "" or empty for the rest."""

    code: str
    name: str
    cover: PhotoRow | None
    story: str
    maker: str
    place: str
    stages: tuple[StageShown, ...]
    certificates: tuple[Certificate, ...]
    is_sample: bool


def place_shown(card: EnterpriseCard | None) -> str:
    """District and city. What the list wrote as a place may be somebody's address and is never shown."""
    return full_name(card.region_code[:8]) if card and card.region_code else ""


def chooses(*, maker_id: UUID, office_id: UUID, by: Actor) -> bool:
    """Whether a product of theirs is the actor's own to show. Raises NotAllowed for whoever may not choose for it."""
    if maker_id in {card.id for card in own_makers(by)}:
        return True
    if by.may(Deed.PASSPORT_WRITE) and may_office(by, office_id):
        return False
    raise NotAllowed(Deed.PASSPORT_WRITE)


def choice_page(*, product_id: UUID, by: Actor, on: date) -> ChoicePage:
    """Raises NotAllowed, Product.DoesNotExist."""
    product = seen(product_id, by)
    own = chooses(maker_id=product.maker_id, office_id=product.office_id, by=by)
    card = cards([product.maker_id]).get(product.maker_id)
    return ChoicePage(
        id=product.id,
        name=product.name,
        own=own,
        chosen=_chosen(PublicChoice.objects.filter(product_id=product_id, revoked_at__isnull=True).first()),
        cover=covers([product.id]).get(product.id),
        story=_story(product.id),
        maker=card.name if card else "",
        place=place_shown(card),
        certificates=certificates_of(product.id, on),
    )


def chosen_of(product_id: UUID) -> Chosen | None:
    """The choice in force; part of other queries, which have checked already that the actor may see the product."""
    return _chosen(PublicChoice.objects.filter(product_id=product_id, revoked_at__isnull=True).first())


def public_page(*, code: str, on: date) -> PublicPage | None:
    """For everyone. None for a code that is unknown or revoked: both look the same from outside."""
    row = _row(code)
    live = passports(product_ids=[row.product_id], on=on).get(row.product_id) if row else None
    if row is None or live is None:
        return None
    product = live.product
    card = cards([product.maker_id]).get(product.maker_id) if row.maker or row.place else None
    stages = tuple(StageShown(DYES[one.stage], SHOWN[one.code], one) for one in live.stages) if row.stages else ()
    agreed = set(row.certificates)
    held = certificates_of(product.id, on) if agreed else ()
    return PublicPage(
        code=row.code,
        name=product.name,
        cover=covers([product.id]).get(product.id) if row.photo else None,
        story=_story(product.id) if row.story else "",
        maker=card.name if card and row.maker else "",
        place=place_shown(card) if row.place else "",
        stages=stages,
        certificates=tuple(one for one in held if one.key in agreed),
        is_sample=product.is_sample,
    )


def public_photo(*, code: str, side: int, kind: str) -> bytes | None:
    """The cover in one size; None where it is not agreed, or there is none. Raises PhotoFile.DoesNotExist for a size
    that is not kept."""
    row = _row(code)
    if row is None or not row.photo:
        return None
    cover = covers([row.product_id]).get(row.product_id)
    if cover is None:
        return None
    # The choice is what lets everyone in; there is no actor.
    return photo_file(product_id=row.product_id, photo_id=cover.id, side=side, kind=kind, by=machine("public"))


def certificates_of(product_id: UUID, on: date) -> tuple[Certificate, ...]:
    """What papers prove on this day: seen by the office, passed, not run out. Each subject once."""
    valid = (Standing.VALID, Standing.SOON)
    keys = {
        one.subject
        for one in papers_held(product_ids=[product_id]).get(product_id, ())
        if standing(result=one.result, valid_until=one.valid_until, checked=one.checked, today=on) in valid
    }
    return tuple(sorted((Certificate(key, subject_word(key)) for key in keys), key=lambda one: one.title))


def _row(code: str) -> PublicChoice | None:
    return PublicChoice.objects.filter(code=typed_code(code), revoked_at__isnull=True).first()


def _story(product_id: UUID) -> str:
    stated = particulars_of(product_ids=[product_id]).get(product_id)
    if stated is None:
        return ""
    return stated.story.get(language(), "") or stated.story.get("id", "")


def _chosen(row: PublicChoice | None) -> Chosen | None:
    if row is None:
        return None
    shown = Shown(row.photo, row.story, row.maker, row.place, row.stages, tuple(row.certificates))
    address = public_address(reverse("passport:public", kwargs={"code": row.code}))
    return Chosen(row.code, address, shown, row.agreed_by, row.agreed_on, row.made_by)
