from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.fields import EncryptedTextField
from binakriya.foundation.ids import new_id
from binakriya.registry.rules.review import WorkKind, WorkState


class Candidate(models.Model):
    """A pair of enterprises that may be the same, with the evidence, and what a person decided."""

    class State(models.TextChoices):
        OPEN = "open", _("Perlu ditinjau")
        MERGED = "merged", _("Digabung")
        NOT_SAME = "not_same", _("Bukan duplikat")
        SAME_OWNER = "same_owner", _("Pemilik sama, usaha lain")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    left = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="+")
    right = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="+")
    relation = models.CharField(max_length=10, choices=[("same", "same"), ("same_owner", "same_owner")])
    band = models.CharField(max_length=8, choices=[("likely", "likely"), ("possible", "possible")])
    probability = models.FloatField()
    weight = models.FloatField(help_text="log2 of the Bayes factor")
    evidence = models.JSONField(default=list, help_text="list of {code, weight}; values are read from the enterprises")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["office", "state", "-weight"], name="candidate_queue")]
        constraints = [
            models.UniqueConstraint(fields=["left", "right"], name="candidate_once"),
            models.CheckConstraint(condition=Q(left__lt=F("right")), name="candidate_ordered"),
            models.CheckConstraint(condition=Q(probability__gte=0, probability__lte=1), name="candidate_probability"),
            models.CheckConstraint(condition=Q(relation__in=["same", "same_owner"]), name="candidate_relation"),
            models.CheckConstraint(condition=Q(band__in=["likely", "possible"]), name="candidate_band"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "merged", "not_same", "same_owner"]), name="candidate_state"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.left_id} ~ {self.right_id}"


class Merge(models.Model):
    """Two enterprises became one. `snapshot` (JSON, encrypted) holds both as they were, so that it can be undone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kept = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="merges")
    gone = models.ForeignKey("registry.Enterprise", on_delete=models.CASCADE, related_name="+")
    candidate = models.ForeignKey(Candidate, on_delete=models.SET_NULL, null=True, blank=True, related_name="merges")
    snapshot = EncryptedTextField()
    by = models.CharField(max_length=120)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    work = models.ForeignKey(
        "registry.ReviewWork",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="merges",
        help_text="the work that merged many at once",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="merge_of_two"),
            models.UniqueConstraint(fields=["gone"], condition=Q(undone_at__isnull=True), name="merge_gone_once"),
        ]

    def __str__(self) -> str:
        return f"{self.gone_id} → {self.kept_id}"


class Uncompared(models.Model):
    """An enterprise that is new or changed since it was last compared with the rest. `token` is another one at each
    change: a search takes away only the marks that it has seen. `rescored`: its open pairs were weighed anew since."""

    enterprise = models.OneToOneField(
        "registry.Enterprise", on_delete=models.CASCADE, primary_key=True, related_name="uncompared"
    )
    token = models.UUIDField(default=new_id)
    rescored = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.enterprise_id)


class ReviewWork(models.Model):
    """Work that the review of duplicates leaves to the background: a search, or merging what is almost certain. States
    and limits: rules.review."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=[(k.value, k.value) for k in WorkKind])
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in WorkState])
    by = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField(help_text="when it last moved on")
    attempts = models.PositiveSmallIntegerField(default=0)
    scope = models.JSONField(default=list, blank=True, help_text="ids of the pairs to merge, likeliest first")
    done = models.PositiveIntegerField(default=0, help_text="pairs merged, or enterprises compared")
    total = models.PositiveIntegerField(default=0)
    found = models.JSONField(default=dict, blank=True, help_text="counts of a search by band")
    problem = models.CharField(max_length=20, blank=True, help_text="why it failed: a key of words.WORK_PROBLEMS")

    class Meta:
        indexes = [models.Index(fields=["office", "kind", "-asked_at"], name="review_work_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "kind"],
                condition=Q(state__in=[WorkState.WAITING.value, WorkState.RUNNING.value]),
                name="review_work_once",
            ),
            models.CheckConstraint(condition=Q(state__in=[s.value for s in WorkState]), name="review_work_state"),
            models.CheckConstraint(condition=Q(kind__in=[k.value for k in WorkKind]), name="review_work_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
