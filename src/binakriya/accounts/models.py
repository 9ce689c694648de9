from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Role
from binakriya.accounts.rules.consent import BY_KEY
from binakriya.foundation.fields import EncryptedFileField
from binakriya.foundation.ids import new_id

ROLES = [role.value for role in Role]


class OrganisationKind(models.TextChoices):
    OFFICE = "office", _("Dinas")
    ASSOCIATION = "association", _("Asosiasi")
    INSTITUTION = "institution", _("Lembaga praktisi")


class Organisation(models.Model):
    """An office, an association of enterprises, or the institution of a practitioner."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60)
    region_code = models.CharField(max_length=13, blank=True, help_text="Kemendagri code, such as 36.74")
    address = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    parent = models.CharField(max_length=200, blank=True, help_text="First line of the letterhead")
    logo = EncryptedFileField(upload_to="accounts/logos", blank=True, help_text="PNG for the letterhead")
    kept_by = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Office that may change it",
    )
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["short_name"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "short_name"], name="organisation_short_name"),
            models.CheckConstraint(condition=Q(kind__in=OrganisationKind.values), name="organisation_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def sealing(cls) -> EncryptedFileField:
        """The field that seals and opens the logos."""
        field = cls._meta.get_field("logo")
        assert isinstance(field, EncryptedFileField)
        return field


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, *, password: str | None = None, **fields: Any) -> "Person":
        person = self.model(**fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Someone who signs in, by e-mail or phone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True, null=True, blank=True)
    phone = models.CharField(max_length=20, unique=True, null=True, blank=True, help_text="E.164")
    phone_verified = models.BooleanField(default=False)
    language = models.CharField(max_length=5, default="id")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    cared_by = models.ForeignKey(
        Organisation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Office that brought the person in; it cares for the account while they work for no office",
    )
    session_epoch = models.PositiveIntegerField(default=0, help_text="Raised to end all sessions at once")

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(email__isnull=False) | Q(phone__isnull=False), name="person_email_or_phone"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Bound to the password (Django's own rule) and to the epoch, so that a person can end all their sessions."""
        return salted_hmac(
            "binakriya.accounts.session", f"{self.password}:{self.session_epoch}", secret=secret, algorithm="sha256"
        ).hexdigest()


class Grant(models.Model):
    """A role that a person holds, for an organisation where the role is bound to one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="grants"
    )
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "role", "organisation"], name="grant_once"),
            # NULL is distinct from NULL on SQLite: a role for no organisation needs a rule of its own.
            models.UniqueConstraint(
                fields=["person", "role"], condition=Q(organisation__isnull=True), name="grant_once_without"
            ),
            models.CheckConstraint(condition=Q(role__in=ROLES), name="grant_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.role}"


class Invitation(models.Model):
    """A link that lets one person in, once, for a time. The token itself is never kept, only its SHA-256; name and
    contact only as long as the link may be of use: a forgotten invitation has neither."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations"
    )
    office_id = models.UUIDField(null=True, help_text="Office of the one who invites: it sees and revokes")
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True, help_text="E.164")
    token_digest = models.CharField(max_length=64, unique=True)
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    invited_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=ROLES), name="invitation_role_known"),
            models.CheckConstraint(
                condition=~Q(email="", phone="") | Q(name=""), name="invitation_contact_or_forgotten"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True), name="invitation_one_end"
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("created_at")), name="invitation_expires_later"),
            models.UniqueConstraint(fields=["nonce"], condition=~Q(nonce=""), name="invitation_nonce_once"),
            models.UniqueConstraint(
                fields=["email", "role", "organisation"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True) & ~Q(email=""),
                name="invitation_open_once_email",
            ),
            models.UniqueConstraint(
                fields=["email", "role"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True, organisation__isnull=True)
                & ~Q(email=""),
                name="invitation_open_once_email_without",
            ),
            models.UniqueConstraint(
                fields=["phone", "role", "organisation"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True) & ~Q(phone=""),
                name="invitation_open_once_phone",
            ),
            models.UniqueConstraint(
                fields=["phone", "role"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True, organisation__isnull=True)
                & ~Q(phone=""),
                name="invitation_open_once_phone_without",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.role}"


class Consent(models.Model):
    """One decision about one purpose. Decisions are added, never changed: the newest counts, the older ones prove."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=30)
    version = models.PositiveSmallIntegerField()
    given = models.BooleanField()
    text = models.TextField(help_text="The sentence as it was shown")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["person", "purpose", "at"], name="consent_newest")]
        constraints = [
            models.CheckConstraint(condition=Q(purpose__in=sorted(BY_KEY)), name="consent_purpose_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.purpose} {self.given}"


class ErasureRequest(models.Model):
    """A person asks that their data be erased; the office answers by `due_at`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="erasures")
    reason = models.TextField(blank=True)
    requested_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    erased = models.BooleanField(default=False)
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["due_at"]
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(answered_at__isnull=True), name="erasure_one_open"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=False) | Q(erased=False), name="erasure_answered_first"
            ),
            models.CheckConstraint(condition=Q(due_at__gt=models.F("requested_at")), name="erasure_due_later"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.requested_at:%Y-%m-%d}"
