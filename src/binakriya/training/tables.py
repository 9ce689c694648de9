"""The room's tables as files hold them: the names of the columns, and rows of cells."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from binakriya.accounts.rules import Actor
from binakriya.foundation.operations import record_reading
from binakriya.training.queries.certificates import CertificateRow
from binakriya.training.queries.people import ParticipantRow
from binakriya.training.words import CERTIFICATE_STATES, REGISTRATION_STATES


def participant_head() -> list[str]:
    return [
        _("Nama"),
        _("Usaha"),
        _("Produk"),
        _("Asosiasi"),
        _("Kelurahan"),
        _("Telepon (tersamar)"),
        _("Keadaan"),
        _("Kode tiket"),
        _("Sesi dihadiri"),
        _("Uji awal"),
        _("Uji akhir"),
        _("Nomor sertifikat"),
        _("Mendaftar"),
    ]


def participant_cells(rows: Iterable[ParticipantRow]) -> Iterator[list[Any]]:
    for row in rows:
        yield [
            row.name,
            row.business,
            row.product,
            row.group,
            row.kelurahan,
            row.phone,
            str(REGISTRATION_STATES[row.state][0]),
            row.code,
            row.attended,
            None if row.before is None else float(row.before),
            None if row.after is None else float(row.after),
            row.certificate,
            f"{timezone.localtime(row.registered_at):%Y-%m-%d %H:%M}",
        ]


def note_participants_read(*, activity_id: UUID, by: Actor, now: datetime) -> None:
    """The ledger's line of a list that leaves the house."""
    record_reading(
        by=by,
        now=now,
        kind="training.registration",
        object_id=f"export:{activity_id}",
        fields=["name", "business_name", "kelurahan", "phone_masked", "code", "tests", "certificate"],
        reason=_("Daftar peserta diunduh"),
    )


def certificate_head() -> list[str]:
    return [_("Nomor"), _("Nama"), _("Usaha"), _("Kegiatan"), _("Keadaan"), _("Terbit"), _("Dicabut"), _("Alasan")]


def certificate_cells(rows: Iterable[CertificateRow]) -> Iterator[list[Any]]:
    for row in rows:
        yield [
            row.number,
            row.holder,
            row.enterprise,
            row.activity,
            str(CERTIFICATE_STATES[row.state][0]),
            f"{timezone.localtime(row.issued_at):%Y-%m-%d}",
            f"{timezone.localtime(row.revoked_at):%Y-%m-%d}" if row.revoked_at else None,
            row.revoke_reason,
        ]


def note_certificates_read(*, activity_id: UUID | None, by: Actor, now: datetime) -> None:
    """As for participants; `activity_id` None: of the whole office."""
    record_reading(
        by=by,
        now=now,
        kind="training.certificate",
        object_id=f"export:{activity_id or by.office_id or 'all'}",
        fields=["name", "business_name", "number"],
        reason=_("Daftar sertifikat diunduh"),
    )
