"""Certificates and the sequences of their numbers."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.ids import new_id
from binakriya.training.models.participation import Registration
from binakriya.training.models.plan import Activity
from binakriya.training.rules.states import CertificateState


class CertificateSeries(models.Model):
    """The last number given in a sequence; its row is locked while numbers are taken, so that none is missing."""

    series = models.CharField(max_length=60, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.series


class Certificate(models.Model):
    """What was certified, as it stood on that day (`face`): later corrections of names do not change it.

    Revoked ones stay, with their number; a new one may then be issued for the same registration.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="certificates")
    number = models.CharField(max_length=60, unique=True)
    series = models.ForeignKey(CertificateSeries, on_delete=models.PROTECT, related_name="certificates")
    sequence = models.PositiveIntegerField()
    state = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in CertificateState], default=CertificateState.ISSUED.value
    )
    holder = models.CharField(max_length=120)
    enterprise_name = models.CharField(max_length=200, blank=True)
    face = models.JSONField(help_text="What stands on it: title, days, venue, hours, office, signatories, materials")
    token = models.CharField(max_length=22, unique=True, help_text="In the QR code; shows the whole name")
    issued_at = models.DateTimeField()
    issued_by = models.CharField(max_length=120)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoke_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["series", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["series", "sequence"], name="certificate_sequence_once"),
            models.UniqueConstraint(fields=["registration"], condition=Q(state="issued"), name="certificate_one_valid"),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="certificate_sequence"),
            models.CheckConstraint(
                condition=Q(state="issued", revoked_at__isnull=True, revoke_reason="")
                | (Q(state="revoked", revoked_at__isnull=False) & ~Q(revoke_reason="")),
                name="certificate_revoked_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class RunState(models.TextChoices):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class CertificateRun(models.Model):
    """A batch of certificates in the making: `done` of `total`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="certificate_runs")
    state = models.CharField(max_length=8, choices=RunState.choices, default=RunState.WAITING)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    requested_by = models.UUIDField(null=True)
    requested_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-requested_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity"], condition=Q(state__in=["waiting", "running"]), name="certificate_run_one_open"
            ),
            models.CheckConstraint(condition=Q(done__lte=models.F("total")), name="certificate_run_done"),
            models.CheckConstraint(condition=Q(state__in=RunState.values), name="certificate_run_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.done}/{self.total}"
