"""Which accounts care for which enterprise, and who asks to."""

from django.db import models
from django.db.models import Q

from binakriya.foundation.fields import EncryptedTextField
from binakriya.foundation.ids import new_id
from binakriya.registry.rules.links import RequestState, Way


class LinkedPerson(models.Model):
    """An account that sees and mends an enterprise under /usaha-saya/. `way`: how it came to be (rules.links)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enterprise = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="linked")
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=10, choices=[(w.value, w.value) for w in Way])
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["enterprise", "person"], name="linked_person_once"),
            models.CheckConstraint(condition=Q(way__in=[w.value for w in Way]), name="linked_person_way"),
        ]

    def __str__(self) -> str:
        return self.way


class LinkRequest(models.Model):
    """A maker says that an enterprise of an office is theirs. Whether there is one, only the office sees."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="+")
    office = models.ForeignKey("accounts.Organisation", on_delete=models.CASCADE, related_name="+")
    given = EncryptedTextField(help_text="a NIB (13 digits) or a telephone (E.164), as the maker wrote it")
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in RequestState], default=RequestState.OPEN.value
    )
    at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)
    enterprise = models.ForeignKey(
        "registry.Enterprise", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["office", "state", "at"], name="link_request_queue")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "office"], condition=Q(state="open"), name="link_request_one_open"
            ),
            models.CheckConstraint(condition=Q(state__in=[s.value for s in RequestState]), name="link_request_state"),
            models.CheckConstraint(
                condition=Q(state="open", decided_at__isnull=True, enterprise__isnull=True)
                | (~Q(state="open") & Q(decided_at__isnull=False)),
                name="link_request_decided",
            ),
        ]

    def __str__(self) -> str:
        return self.state
