from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Role
from binakriya.foundation.ids import new_id


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
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["short_name"]
        constraints = [models.UniqueConstraint(fields=["kind", "short_name"], name="organisation_short_name")]

    def __str__(self) -> str:
        return self.name


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
            models.UniqueConstraint(fields=["person", "role", "organisation"], name="grant_once", nulls_distinct=False)
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.role}"
