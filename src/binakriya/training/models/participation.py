"""Who takes part: registrations, attendance, test results, and what they are to be told."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.fields import EncryptedTextField
from binakriya.foundation.ids import new_id
from binakriya.training.models.plan import Activity, Session
from binakriya.training.rules.states import RegistrationState


class Source(models.TextChoices):
    PUBLIC = "public"
    OFFICER = "officer"
    REGISTRY = "registry"


class Registration(models.Model):
    """One person of one enterprise at one activity. `token` opens the ticket's page: whoever has it, has the ticket.

    `position` is the order of arrival in the waiting list, kept after a seat was given.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="registrations")
    enterprise = models.ForeignKey("registry.Enterprise", on_delete=models.PROTECT, related_name="registrations")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="registrations"
    )
    name = models.CharField(max_length=120)
    phone = EncryptedTextField(blank=True, help_text="E.164")
    phone_index = models.CharField(max_length=64, blank=True)
    business_name = models.CharField(max_length=200)
    product = models.CharField(max_length=200, blank=True)
    kelurahan_code = models.CharField(max_length=13, blank=True, help_text="Kemendagri code")
    group = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="training_members"
    )
    source = models.CharField(max_length=10, choices=Source.choices)
    state = models.CharField(max_length=12, choices=[(s.value, s.value) for s in RegistrationState])
    position = models.PositiveIntegerField(null=True, blank=True)
    code = models.CharField(max_length=6)
    token = models.CharField(max_length=43, unique=True)
    nonce = models.CharField(max_length=64, blank=True)
    consents = models.JSONField(default=list, help_text="What was told and agreed to: purpose, version, basis, given")
    registered_at = models.DateTimeField()
    seated_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["registered_at", "id"]
        indexes = [
            models.Index(fields=["activity", "state", "name"], name="registration_state_name"),
            models.Index(fields=["activity", "state", "position"], name="registration_queue"),
            models.Index(fields=["phone_index"], name="registration_phone"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["activity", "code"], name="registration_code_once"),
            models.UniqueConstraint(
                fields=["activity", "nonce"], condition=~Q(nonce=""), name="registration_nonce_once"
            ),
            models.UniqueConstraint(
                fields=["activity", "phone_index"],
                condition=~Q(phone_index="") & ~Q(state="cancelled"),
                name="registration_phone_once",
            ),
            models.UniqueConstraint(
                fields=["activity", "enterprise", "name"],
                condition=~Q(state="cancelled"),
                name="registration_person_once",
            ),
            models.UniqueConstraint(fields=["activity", "position"], name="registration_position_once"),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(position__isnull=False), name="registration_waits_in_line"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["registered", "attended"]) | Q(seated_at__isnull=False),
                name="registration_seated_at",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in RegistrationState]), name="registration_state_known"
            ),
            models.CheckConstraint(condition=Q(source__in=Source.values), name="registration_source_known"),
        ]

    def __str__(self) -> str:
        return self.name


class Attendance(models.Model):
    """Present at a session. One row a registration and session: of simultaneous scans exactly one can be written."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    registration = models.ForeignKey(Registration, on_delete=models.PROTECT, related_name="attendances")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="attendances")
    at = models.DateTimeField()
    method = models.CharField(max_length=4, choices=[("qr", "qr"), ("code", "code"), ("name", "name")])
    by_id = models.UUIDField(null=True)
    by_label = models.CharField(max_length=120)
    device = models.CharField(max_length=64, blank=True)
    nonce = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["session", "at"], name="attendance_session")]
        constraints = [
            models.UniqueConstraint(fields=["registration", "session"], name="attendance_once"),
            models.CheckConstraint(condition=Q(method__in=["qr", "code", "name"]), name="attendance_method_known"),
        ]

    def __str__(self) -> str:
        return f"{self.registration_id} {self.session_id}"


class TestResult(models.Model):
    """Scores of the tests before and after, of 100; either may be missing, not both."""

    __test__ = False

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    registration = models.OneToOneField(Registration, on_delete=models.PROTECT, related_name="test_result")
    before = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    after = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(before__isnull=True) | Q(before__gte=0, before__lte=100), name="test_before_range"
            ),
            models.CheckConstraint(
                condition=Q(after__isnull=True) | Q(after__gte=0, after__lte=100), name="test_after_range"
            ),
            models.CheckConstraint(condition=Q(before__isnull=False) | Q(after__isnull=False), name="test_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.before}–{self.after}"


class NoticeKind(models.TextChoices):
    SEAT_GIVEN = "seat_given"
    ACTIVITY_CANCELLED = "activity_cancelled"
    CERTIFICATE = "certificate"


class Notice(models.Model):
    """What a participant is to be told. Shown on the ticket's page at once; an officer notes when they told it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20, choices=NoticeKind.choices)
    created_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(fields=["registration", "kind"], name="notice_once"),
            models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="notice_kind_known"),
        ]

    def __str__(self) -> str:
        return self.kind
