"""Saving a specification as a version, checking, adopting, withdrawing it."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from binakriya.accounts.rules import Actor, NotAllowed, Refused, check_may, check_office
from binakriya.accounts.rules import Deed as Deeds
from binakriya.foundation.operations import record
from binakriya.packaging.models import Specification, Version
from binakriya.packaging.queries.scope import seen_version
from binakriya.packaging.rules.resting import rests_on
from binakriya.packaging.rules.specification import Specification as Content
from binakriya.packaging.rules.states import State, check_move, move, own_work
from binakriya.products.queries import product_for_packing

KIND = "packaging.specification"
TITLE_MOST = 200


def save_version(
    *,
    variant_id: UUID,
    journey: str,
    content: Content,
    by: Actor,
    now: datetime,
    nonce: str = "",
    is_sample: bool = False,
) -> UUID:
    """A new draft; answers the version's id. The same form again (`nonce`) answers the same.

    Raises NotAllowed, Refused: product_unknown, archived, does_not_hold (a pack that fails is not saved).
    """
    check_may(by, Deeds.PACKAGING_WRITE)
    product = product_for_packing(by=by, variant_id=variant_id)
    if product is None:
        raise Refused("product_unknown")
    if product.archived:
        raise Refused("archived")
    if not content.content["holds"]:
        raise Refused("does_not_hold")
    # The same word with another content is another version: nobody's second choice is taken for the first.
    said = json.dumps([nonce, str(variant_id), journey, str(by.id), content.content], sort_keys=True, default=str)
    key = hashlib.sha256(said.encode()).hexdigest() if nonce else ""
    try:
        with transaction.atomic():
            specification, _made = Specification.objects.get_or_create(
                variant_id=variant_id,
                journey=journey,
                defaults={
                    "office_id": product.office_id,
                    "product_id": product.product_id,
                    "title": product.title[:TITLE_MOST],
                    "is_sample": is_sample or product.is_sample,
                    "created_at": now,
                    "updated_at": now,
                },
            )
            specification = Specification.objects.select_for_update(no_key=True).get(id=specification.id)
            if key and (before := specification.versions.filter(nonce=key).first()):
                return before.id
            last = specification.versions.aggregate(last=Max("number"))["last"] or 0
            version = Version.objects.create(
                specification=specification,
                number=last + 1,
                content=content.content,
                schema=content.content["schema"],
                engine_version=content.content["versions"]["protection"],
                style=content.style,
                board=content.board,
                gross_kg=content.content["gross_kg"],
                rests_on=rests_on(content.content),
                nonce=key,
                made_at=now,
                made_by=by.label[:120] or "–",
                maker_id=by.id,
            )
            specification.updated_at, specification.shown = now, version
            specification.save(update_fields=["updated_at", "shown"])
            _record("saved", version, by, now, {"style": version.style, "board": version.board})
    except IntegrityError:
        # Sent twice at the same moment: the other one made it.
        again = Version.objects.filter(specification__variant_id=variant_id, nonce=key).first() if key else None
        if again is not None:
            return again.id
        raise
    return version.id


def check_version(*, version_id: UUID, by: Actor, now: datetime, note: str = "") -> None:
    """A practitioner has gone through the sheet line by line; where it is their own, the ledger says so. Raises
    NotAllowed, Version.DoesNotExist, Refused("state")."""
    with transaction.atomic():
        version = _moved(version_id, "check", by)
        version.checked_at, version.checked_by = now, by.label[:120] or "–"
        if note.strip():
            version.note = note.strip()[:500]
        version.save()
        own = own_work(made_by=version.maker_id, checked_by=by.id)
        _record("checked", version, by, now, {"number": version.number, **({"own_work": True} if own else {})})


def check_many(*, version_ids: Sequence[UUID], by: Actor, now: datetime, note: str = "") -> tuple[int, int]:
    """The same for several, each in its own transaction: how many were checked, and how many stay as they were (not a
    draft any more, one's own, or out of reach). Raises NotAllowed."""
    check_may(by, Deeds.PACKAGING_CHECK)
    done = 0
    for version_id in dict.fromkeys(version_ids):
        try:
            check_version(version_id=version_id, by=by, now=now, note=note)
        except (Refused, Version.DoesNotExist):
            continue
        done += 1
    return done, len(dict.fromkeys(version_ids)) - done


def note_export(*, count: int, form: str, by: Actor, now: datetime) -> None:
    """That a list of specifications left the house. Raises NotAllowed."""
    if not by.may(Deeds.PACKAGING_READ):
        raise NotAllowed(Deeds.PACKAGING_READ)
    record(
        by=by,
        now=now,
        action="packaging.exported",
        kind=KIND,
        object_id="export",
        after={"specifications": count, "file": form},
    )


def adopt_version(*, version_id: UUID, by: Actor, now: datetime) -> None:
    """The office makes it the one that counts; the one adopted before is superseded. Raises NotAllowed,
    Version.DoesNotExist, Refused("state")."""
    with transaction.atomic():
        version = _moved(version_id, "adopt", by)
        check_office(by, version.specification.office_id)
        for other in version.specification.versions.filter(state=State.ADOPTED.value):
            other.state = check_move(other.state, "supersede").value
            other.save(update_fields=["state"])
        version.adopted_at, version.adopted_by = now, by.label[:120] or "–"
        version.save()
        _record("adopted", version, by, now, {"number": version.number})


def withdraw_version(*, version_id: UUID, reason: str, by: Actor, now: datetime) -> None:
    """Raises NotAllowed, Version.DoesNotExist, Refused: state, reason_needed."""
    if not reason.strip():
        raise Refused("reason_needed")
    with transaction.atomic():
        version = _moved(version_id, "withdraw", by)
        version.withdrawn_at, version.reason = now, reason.strip()[:300]
        version.withdrawn_by = by.label[:120] or "–"
        version.save()
        specification = version.specification
        kept = specification.versions.exclude(state=State.WITHDRAWN.value).first()
        specification.shown = kept or specification.versions.first()
        specification.save(update_fields=["shown"])
        _record("withdrawn", version, by, now, {"number": version.number}, reason=version.reason)


def _moved(version_id: UUID, name: str, by: Actor) -> Version:
    """The version in its next state, its specification locked; not saved yet."""
    check_may(by, move(name).deed)
    version = seen_version(version_id, by)
    locked = Specification.objects.select_for_update(no_key=True).get(id=version.specification_id)
    version = Version.objects.get(id=version_id)
    version.specification = locked
    if name == "withdraw" and version.state == State.ADOPTED and not by.may(Deeds.PACKAGING_ADOPT):
        raise NotAllowed(Deeds.PACKAGING_ADOPT)
    version.state = check_move(version.state, name).value
    return version


def _record(
    what: str, version: Version, by: Actor, now: datetime, after: dict[str, object], *, reason: str = ""
) -> None:
    specification = version.specification
    record(
        by=by,
        now=now,
        office_id=specification.office_id,
        action=f"packaging.version_{what}",
        kind=KIND,
        object_id=specification.id,
        label=specification.title,
        after={"version": version.number, **after},
        reason=reason,
    )
