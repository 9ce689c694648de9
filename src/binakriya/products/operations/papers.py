"""Papers of a product: recorded, checked, taken away and brought back."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may
from binakriya.foundation.ids import new_id
from binakriya.foundation.rules.once import once_key
from binakriya.products.models import Paper, Product
from binakriya.products.operations.photos import KEPT
from binakriya.products.operations.reach import held
from binakriya.products.operations.writing import say, touch
from binakriya.products.rules.facts import tidy
from binakriya.products.rules.papers import COUNT_MOST, SUBJECTS, Result, check_dates
from binakriya.registry.rules.papers import SIZE_MOST, file_type


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What a paper says. `issuer`: laboratory or office; `sample`: what was tested; `valid_until` None: no end."""

    subject: str
    issuer: str
    issued_on: date
    result: str = Result.PASS.value
    number: str = ""
    sample: str = ""
    valid_until: date | None = None
    note: str = ""


def _checked(facts: PaperFacts, *, today: date) -> dict[str, object]:
    """Raises Refused: paper_subject, paper_result, paper_issuer, and those of `check_dates`."""
    if facts.subject not in SUBJECTS:
        raise Refused("paper_subject")
    if facts.result not in set(Result):
        raise Refused("paper_result")
    issuer = tidy(facts.issuer, 160)
    if not any(letter.isalnum() for letter in issuer):
        raise Refused("paper_issuer")
    check_dates(facts.issued_on, facts.valid_until, today=today)
    return {
        "subject": facts.subject,
        "kind": SUBJECTS[facts.subject].kind,
        "issuer": issuer,
        "number": tidy(facts.number, 80),
        "sample": tidy(facts.sample, 200),
        "result": facts.result,
        "issued_on": facts.issued_on,
        "valid_until": facts.valid_until,
        "note": tidy(facts.note, 500),
    }


def _type_of(data: bytes) -> str:
    """Raises Refused: file_size, file_kind."""
    if len(data) > SIZE_MOST:
        raise Refused("file_size", limit=SIZE_MOST // (1024 * 1024))
    type_ = file_type(data) if data else ""
    if data and not type_:
        raise Refused("file_kind")
    return type_


def add_paper(
    *, product_id: UUID, facts: PaperFacts, by: Actor, now: datetime, data: bytes = b"", nonce: str = ""
) -> UUID:
    """A paper with its file (`data`: PDF, JPEG or PNG; b"" without one). What the office or a practitioner records is
    checked at once; what a maker brings waits until the office has seen it. The same form again (`nonce`) answers the
    same.

    Raises NotAllowed, Product.DoesNotExist, Refused: paper_subject, paper_result, paper_issuer, paper_to_come,
    paper_too_old, paper_dates, paper_too_long, papers_full, file_kind, file_size, archived."""
    values = _checked(facts, today=timezone.localdate(now))
    type_ = _type_of(data)
    key = once_key(nonce, said=[str(values), hashlib.sha256(data).hexdigest()])
    sealed = ContentFile(Paper.sealing().seal(data)) if data else None
    seen = by.may(Deed.PRODUCTS_WRITE)
    paper, kept = Paper(product_id=product_id, **values), False
    try:
        with transaction.atomic():
            product = held(product_id, by)
            if key and (before := Paper.objects.filter(product_id=product_id, nonce=key).first()):
                return before.id
            if Paper.objects.filter(product_id=product_id, removed_at__isnull=True).count() >= COUNT_MOST:
                raise Refused("papers_full", most=COUNT_MOST)
            if sealed:
                paper.file.save(f"{new_id().hex}.bin", sealed, save=False)
            paper.file_type, paper.file_size, paper.nonce = type_, len(data), key
            paper.added_at = paper.changed_at = now
            paper.added_by = by.label[:120]
            if seen:
                paper.checked_at, paper.checked_by = now, by.label[:120]
            paper.save(force_insert=True)
            _say("products.paper_added", product, paper, by, now)
        kept = True
    finally:
        # No row, no file.
        if not kept and paper.file:
            paper.file.storage.delete(str(paper.file.name))
    return paper.id


def check_paper(*, product_id: UUID, paper_id: UUID, by: Actor, now: datetime) -> bool:
    """The office has seen it: from now on it counts. False when it is checked already. Raises NotAllowed,
    Product.DoesNotExist, Paper.DoesNotExist, Refused("archived")."""
    check_may(by, Deed.PRODUCTS_WRITE)
    with transaction.atomic():
        product = held(product_id, by)
        paper = Paper.objects.get(id=paper_id, product_id=product_id, removed_at__isnull=True)
        if paper.checked_at is not None:
            return False
        paper.checked_at, paper.checked_by, paper.changed_at = now, by.label[:120], now
        paper.save(update_fields=["checked_at", "checked_by", "changed_at"])
        _say("products.paper_checked", product, paper, by, now)
    return True


def remove_paper(*, product_id: UUID, paper_id: UUID, by: Actor, now: datetime) -> bool:
    """Out of sight and no longer evidence; its file stays for a while. False when it is gone already."""
    return _set(product_id, paper_id, "products.paper_removed", now, by, now)


def restore_paper(*, product_id: UUID, paper_id: UUID, by: Actor, now: datetime) -> bool:
    """False when it stands. Raises as `check_paper`; also Refused("papers_full")."""
    return _set(product_id, paper_id, "products.paper_restored", None, by, now)


def _set(product_id: UUID, paper_id: UUID, action: str, removed_at: datetime | None, by: Actor, now: datetime) -> bool:
    with transaction.atomic():
        product = held(product_id, by)
        paper = Paper.objects.get(id=paper_id, product_id=product_id)
        if paper.checked_at is not None and not by.may(Deed.PRODUCTS_WRITE):
            # What the office has seen is the office's to take away.
            raise Refused("paper_is_checked")
        if (paper.removed_at is None) == (removed_at is None):
            return False
        standing = Paper.objects.filter(product_id=product_id, removed_at__isnull=True).count()
        if removed_at is None and standing >= COUNT_MOST:
            raise Refused("papers_full", most=COUNT_MOST)
        paper.removed_at, paper.changed_at = removed_at, now
        paper.save(update_fields=["removed_at", "changed_at"])
        _say(action, product, paper, by, now)
    return True


def forget_papers(*, now: datetime) -> int:
    """Papers that were taken away long ago go for good, files too; the ledger keeps that they were there."""
    gone = 0
    for paper in Paper.objects.filter(removed_at__lt=now - KEPT):
        with transaction.atomic():
            paper.delete()
        if paper.file:
            paper.file.storage.delete(str(paper.file.name))
        gone += 1
    return gone


def _say(action: str, product: Product, paper: Paper, by: Actor, now: datetime) -> None:
    touch(product, now)
    said: dict[str, object] = {"paper": paper.subject, "issuer": paper.issuer, "result": paper.result}
    if paper.number:
        said["number"] = paper.number
    if paper.valid_until:
        said["valid_until"] = str(paper.valid_until)
    say(action, product, after=said, by=by, now=now)
