"""The room's printed matter: a stored specification into the bytes of a PDF file. Nothing is stored."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone
from django.utils.text import slugify

from binakriya.accounts.queries import letterhead_of, organisation
from binakriya.accounts.rules import Actor
from binakriya.engines.boxes import Box, BoxError
from binakriya.foundation.press import Language
from binakriya.foundation.printing import press, stamp
from binakriya.packaging.queries.specifications import VersionFacts, version_facts
from binakriya.packaging.rules.drawings import box_of
from binakriya.packaging.rules.specification import Specification
from binakriya.packaging.sheets import SheetFacts, calculation_pdf, maker_pdf, printer_pdf
from binakriya.products.queries import product_for_packing


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF file: its name without a path, its bytes."""

    name: str
    content: bytes


def maker_sheet(*, version_id: UUID, by: Actor, language: Language) -> Paper:
    """One page. Raises NotAllowed, Version.DoesNotExist, DocumentError."""
    return _paper("pembuat", maker_pdf, version_id, by, language)


def printer_sheet(*, version_id: UUID, by: Actor, language: Language) -> Paper:
    """One page. Raises NotAllowed, Version.DoesNotExist, DocumentError."""
    return _paper("percetakan", printer_pdf, version_id, by, language)


def calculation_sheet(*, version_id: UUID, by: Actor, language: Language) -> Paper:
    """Raises NotAllowed, Version.DoesNotExist, DocumentError."""
    return _paper("hitungan", calculation_pdf, version_id, by, language)


def _paper(kind: str, make: Callable[..., bytes], version_id: UUID, by: Actor, language: Language) -> Paper:
    found = version_facts(version_id=version_id, by=by)
    created = stamp(timezone.localtime(found.made_at))
    content = make(press(), _sheet_facts(found, by), language=language, created=created)
    return Paper(f"lembar-{kind}-{slugify(found.title)}-v{found.number}.pdf", content)


def _sheet_facts(found: VersionFacts, by: Actor) -> SheetFacts:
    product = product_for_packing(by=by, variant_id=found.variant_id)
    office = organisation(found.office_id)
    assert office is not None, "the office of a specification is kept"
    return SheetFacts(
        content=found.content,
        letterhead=letterhead_of(office),
        title=found.title,
        maker=product.maker if product else "",
        number=found.number,
        state=found.state.value,
        made_by=found.made_by,
        made_on=timezone.localdate(found.made_at),
        box=_box(found),
        checked_by=found.checked_by,
        checked_on=timezone.localdate(found.checked_at) if found.checked_at else None,
        is_sample=found.is_sample,
    )


def _box(found: VersionFacts) -> Box | None:
    """As the present engine makes it; None where it no longer does."""
    try:
        return box_of(Specification.read(found.content))
    except BoxError:
        return None
