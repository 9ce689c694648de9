"""Issuing, revoking and re-issuing certificates. Numbers of a series have no gaps and no doubles."""

from collections.abc import Sequence
from datetime import datetime
from secrets import token_urlsafe
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused
from binakriya.foundation.operations import record, record_many
from binakriya.foundation.rules.ledger import Line
from binakriya.training.models import Activity, Certificate, CertificateRun, CertificateSeries, Notice, Registration
from binakriya.training.operations.reach import locked
from binakriya.training.queries.eligibility import eligible_ids
from binakriya.training.queries.facts import certificate_face
from binakriya.training.rules.days import check_certificate_day
from binakriya.training.rules.numbering import certificate_number, series_of
from binakriya.training.rules.states import CERTIFICATE, CERTIFYING, CertificateState, after, check_state

CHUNK = 50


def _issue(
    activity: Activity, people: Sequence[Registration], *, by: Actor, now: datetime, face: dict[str, Any]
) -> list[Certificate]:
    """Takes the next numbers; part of operations that hold the activity's lock."""
    year = timezone.localtime(now).year
    name = series_of(activity.number_template, region=face["region"], year=year)
    CertificateSeries.objects.bulk_create([CertificateSeries(series=name)], ignore_conflicts=True)
    series = CertificateSeries.objects.select_for_update(no_key=True).get(series=name)
    made = [
        Certificate(
            registration=one,
            number=certificate_number(activity.number_template, region=face["region"], year=year, number=number),
            series=series,
            sequence=number,
            holder=one.name,
            enterprise_name=one.business_name,
            face=face,
            token=token_urlsafe(16),
            issued_at=now,
            issued_by=by.label[:120],
        )
        for number, one in enumerate(people, series.last + 1)
    ]
    series.last += len(made)
    series.save(update_fields=["last"])
    Certificate.objects.bulk_create(made)
    Notice.objects.bulk_create(
        [Notice(registration=one, kind="certificate", created_at=now) for one in people], ignore_conflicts=True
    )
    return made


def _lines(made: Sequence[Certificate], activity: Activity) -> list[Line]:
    return [
        Line(
            "training.certificate_issued",
            "training.certificate",
            str(one.id),
            f"{one.number}, {one.holder}",
            {},
            {"number": one.number, "activity": activity.title},
        )
        for one in made
    ]


def issue_certificates(*, activity_id: UUID, by: Actor, now: datetime, at_most: int | None = None) -> tuple[str, ...]:
    """Certificates for everyone who attended enough and has none that is valid, by name. Answers their numbers.

    A second time issues nothing. Raises NotAllowed, Refused("not_yet_certifying", "certificate_early").
    """
    face = certificate_face(activity_id)
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_CERTIFY)
        check_state(activity.state, CERTIFYING, "not_yet_certifying")
        check_certificate_day(starts_on=activity.starts_on, today=timezone.localdate(now))
        ids = eligible_ids(activity)[:at_most]
        found = Registration.objects.in_bulk(ids)
        made = _issue(activity, [found[i] for i in ids], by=by, now=now, face=face) if ids else []
        record_many(by=by, now=now, lines=_lines(made, activity))
    return tuple(one.number for one in made)


def request_certificates(*, activity_id: UUID, by: Actor, now: datetime) -> UUID:
    """Asks for a batch, which `work_run` then makes; the open one is answered when there is one already.

    Raises NotAllowed, Refused("not_yet_certifying", "certificate_early", "nobody_eligible").
    """
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_CERTIFY)
        check_state(activity.state, CERTIFYING, "not_yet_certifying")
        check_certificate_day(starts_on=activity.starts_on, today=timezone.localdate(now))
        open_run = CertificateRun.objects.filter(activity=activity, state__in=("waiting", "running")).first()
        if open_run:
            return open_run.id
        total = len(eligible_ids(activity))
        if not total:
            raise Refused("nobody_eligible")
        run = CertificateRun.objects.create(activity=activity, total=total, requested_by=by.id, requested_at=now)
        record(
            by=by,
            now=now,
            action="training.certificates_requested",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            after={"total": total},
        )
    return run.id


def work_run(*, run_id: UUID, by: Actor, now: datetime) -> int:
    """Makes a batch in pieces of CHUNK, each its own short transaction, so that nobody else waits long. Can be taken
    up again after an interruption. Answers how many were issued."""
    run = CertificateRun.objects.get(id=run_id)
    if run.state not in ("waiting", "running"):
        return 0
    CertificateRun.objects.filter(id=run_id).update(state="running")
    issued = 0
    try:
        while numbers := issue_certificates(activity_id=run.activity_id, by=by, now=now, at_most=CHUNK):
            issued += len(numbers)
            run.done = min(run.total, run.done + len(numbers))
            CertificateRun.objects.filter(id=run_id).update(done=run.done)
    except Exception:
        CertificateRun.objects.filter(id=run_id).update(state="failed", finished_at=now)
        raise
    CertificateRun.objects.filter(id=run_id).update(state="done", finished_at=now)
    return issued


def revoke_certificate(*, certificate_id: UUID, reason: str, by: Actor, now: datetime) -> None:
    """Its number stays and says that it is revoked. Raises NotAllowed, Refused("reason_needed", "wrong_state")."""
    with transaction.atomic():
        _revoke(certificate_id, reason=reason, by=by, now=now)


def _revoke(certificate_id: UUID, *, reason: str, by: Actor, now: datetime) -> tuple[Certificate, Activity]:
    if not reason.strip():
        raise Refused("reason_needed")
    found = Certificate.objects.select_related("registration").get(id=certificate_id)
    activity = locked(found.registration.activity_id, by=by, deed=Deed.TRAINING_CERTIFY)
    found.refresh_from_db()
    found.state = after(CERTIFICATE, found.state, "revoke")
    found.revoked_at, found.revoke_reason = now, reason.strip()[:300]
    found.save(update_fields=["state", "revoked_at", "revoke_reason"])
    record(
        by=by,
        now=now,
        action="training.certificate_revoked",
        kind="training.certificate",
        object_id=found.id,
        label=f"{found.number}, {found.holder}",
        before={"state": "issued"},
        after={"state": "revoked"},
        reason=reason.strip(),
    )
    return found, activity


def reissue_certificate(*, certificate_id: UUID, reason: str, by: Actor, now: datetime, holder: str = "") -> str:
    """Revokes one and issues a new one to the same person, with its own number; `holder` corrects the name.

    A revoked one is only issued anew. Raises NotAllowed, Refused("reason_needed", "already_reissued").
    """
    activity_id = Certificate.objects.values_list("registration__activity_id", flat=True).get(id=certificate_id)
    face = certificate_face(activity_id)
    try:
        with transaction.atomic():
            found = Certificate.objects.get(id=certificate_id)
            if found.state == CertificateState.ISSUED:
                found, activity = _revoke(certificate_id, reason=reason, by=by, now=now)
            else:
                activity = locked(activity_id, by=by, deed=Deed.TRAINING_CERTIFY)
            one = Registration.objects.get(id=found.registration_id)
            if holder.strip():
                one.name = " ".join(holder.split())[:120]
                one.save(update_fields=["name"])
            made = _issue(activity, [one], by=by, now=now, face=face)
            record_many(by=by, now=now, lines=_lines(made, activity), reason=reason.strip())
    except IntegrityError as error:
        raise Refused("already_reissued") from error
    return made[0].number
