"""Saving the label of a product as a draft, finishing it, withdrawing a finished one."""

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused
from binakriya.engines.labels.drawing import ENGINE_VERSION
from binakriya.foundation.operations import record
from binakriya.packaging.models import LabelDesign
from binakriya.packaging.queries.labels.pages import Material, label_material, laid_out
from binakriya.packaging.rules.labels import Choice, LabelState, composed, drawn, read, written

KIND = "packaging.label"


def save_label(
    *, product_id: UUID, choice: Choice, by: Actor, now: datetime, on: date, nonce: str = "", is_sample: bool = False
) -> UUID:
    """The draft of the destination, made or changed; finished ones stay as they are. The same form again (`nonce`)
    answers the same. A draft may still lack what rules demand.

    Raises NotAllowed, Product.DoesNotExist, Refused: archived, label_not_drawn (with `text`)."""
    material = _writable(product_id, by)
    content, missing = _drawn(material, choice, on)
    values = {
        "office_id": material.office_id,
        "size": choice.size,
        "options": written(choice),
        "content": content,
        "missing": missing,
        "engine_version": ENGINE_VERSION,
        "is_sample": is_sample or material.is_sample,
        "nonce": nonce,
        "made_at": now,
        "made_by": by.label[:120] or "–",
    }
    labels = LabelDesign.objects.filter(product_id=product_id, destination=choice.destination)
    if nonce and (before := labels.filter(nonce=nonce).first()):
        return before.id
    try:
        with transaction.atomic():
            row, _made = LabelDesign.objects.update_or_create(
                product_id=product_id,
                destination=choice.destination,
                state=LabelState.DRAFT.value,
                defaults=values,
            )
            _record("saved", row, material, by, now)
    except IntegrityError:  # two first savings at once: the other one's draft stands
        return labels.get(state=LabelState.DRAFT.value).id
    return row.id


def finish_label(*, label_id: UUID, by: Actor, now: datetime, on: date) -> int:
    """Drawn anew from what is stated today, numbered, and never changed again; answers its number.

    Raises NotAllowed, LabelDesign.DoesNotExist, Product.DoesNotExist, Refused: archived, state, label_not_drawn,
    label_lacks (`keys`: what rules in force demand), label_unreadable (with `text`)."""
    with transaction.atomic():
        row = LabelDesign.objects.select_for_update(no_key=True).get(id=label_id)
        material = _writable(row.product_id, by)
        if row.state != LabelState.DRAFT:
            raise Refused("state")
        choice = read(row.options)
        content, missing = _drawn(material, choice, on)
        if missing:
            raise Refused("label_lacks", keys=missing)
        layout, _error = laid_out(composed(material.facts, material.given, choice, on))
        assert layout is not None, "it was drawn above"
        findings = [one.text for one in layout.findings if one.must]
        if findings:
            raise Refused("label_unreadable", text=findings[0])
        same = LabelDesign.objects.filter(product_id=row.product_id, destination=row.destination)
        row.number = (same.aggregate(last=Max("number"))["last"] or 0) + 1
        row.state, row.content, row.missing = LabelState.FINAL.value, content, []
        row.engine_version = ENGINE_VERSION
        row.finished_at, row.finished_by = now, by.label[:120] or "–"
        row.save()
        _record("finished", row, material, by, now)
    return row.number


def withdraw_label(*, label_id: UUID, reason: str, by: Actor, now: datetime) -> None:
    """It stays readable. Raises NotAllowed, LabelDesign.DoesNotExist, Product.DoesNotExist, Refused: archived, state,
    reason_needed."""
    if not reason.strip():
        raise Refused("reason_needed")
    with transaction.atomic():
        row = LabelDesign.objects.select_for_update(no_key=True).get(id=label_id)
        material = _writable(row.product_id, by)
        if row.state != LabelState.FINAL:
            raise Refused("state")
        row.state, row.reason = LabelState.WITHDRAWN.value, reason.strip()[:300]
        row.withdrawn_at, row.withdrawn_by = now, by.label[:120] or "–"
        row.save()
        _record("withdrawn", row, material, by, now, reason=row.reason)


def _writable(product_id: UUID, by: Actor) -> Material:
    material = label_material(product_id=product_id, by=by)
    if material.head.archived:
        raise Refused("archived")
    if not material.may:
        raise NotAllowed(Deed.PACKAGING_WRITE)
    return material


def _drawn(material: Material, choice: Choice, on: date) -> tuple[dict[str, object], list[str]]:
    made = composed(material.facts, material.given, choice, on)
    _layout, error = laid_out(made)
    if error:
        raise Refused("label_not_drawn", text=error.text, field=error.field)
    return drawn(made), list(made.missing)


def _record(what: str, row: LabelDesign, material: Material, by: Actor, now: datetime, *, reason: str = "") -> None:
    after: dict[str, object] = {"destination": row.destination, "size": row.size}
    if row.number:
        after["number"] = row.number
    record(
        by=by,
        now=now,
        office_id=row.office_id,
        action=f"packaging.label_{what}",
        kind=KIND,
        object_id=row.id,
        label=material.head.name,
        after=after,
        reason=reason,
    )
