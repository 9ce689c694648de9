"""Programmes, activities, sessions, and who teaches, speaks and is invited."""

from django.db import models
from django.db.models import F, Q

from binakriya.foundation.fields import EncryptedTextField
from binakriya.foundation.ids import new_id
from binakriya.training.rules.numbering import DEFAULT_TEMPLATE
from binakriya.training.rules.states import ActivityState


class Programme(models.Model):
    """What an office means to do over a time; its activities carry it out."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="programmes")
    title = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    aims = models.TextField(blank=True)
    budget_code = models.CharField(max_length=60, blank=True)
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-year", "title"]
        constraints = [
            models.UniqueConstraint(fields=["office", "year", "title"], name="programme_once_a_year"),
            models.UniqueConstraint(fields=["office", "nonce"], condition=~Q(nonce=""), name="programme_nonce_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Activity(models.Model):
    """One training. `seats_taken` counts registrations that hold a seat; `queue_last` is the last position given."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="activities")
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="activities")
    title = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    slug = models.SlugField(max_length=80, unique=True)
    summary = models.TextField(blank=True, help_text="For the public page")
    starts_on = models.DateField()
    ends_on = models.DateField()
    venue = models.CharField(max_length=300)
    quota = models.PositiveIntegerField()
    seats_taken = models.PositiveIntegerField(default=0)
    queue_last = models.PositiveIntegerField(default=0)
    state = models.CharField(
        max_length=12, choices=[(s.value, s.value) for s in ActivityState], default=ActivityState.DRAFT.value
    )
    cancel_reason = models.TextField(blank=True)
    registration_closes_at = models.DateTimeField(null=True, blank=True)
    attendance_percent = models.PositiveSmallIntegerField(default=75)
    number_template = models.CharField(max_length=60, default=DEFAULT_TEMPLATE)
    budget_code = models.CharField(max_length=60, blank=True)
    budget_amount = models.BigIntegerField(default=0, help_text="Rupiah")
    materials = models.JSONField(default=list, help_text="List of texts")
    aims = models.JSONField(default=list, help_text="List of {id, en}: deeds")
    targets = models.JSONField(default=list, help_text="List of {id, en}")
    participants_stated = models.JSONField(default=dict, help_text="{id, en}, as others said it")
    legal_bases = models.JSONField(default=list, help_text="List of {id, en, firmness}")
    problems = models.JSONField(default=list, help_text="List of {problem, solution}")
    spending = models.JSONField(default=list, help_text="List of {item, budget, spent}, rupiah")
    figures = models.JSONField(default=dict, help_text="Stated national figures: {employment, exports}")
    notice = models.JSONField(default=dict, help_text="{id, en}: marks sample data on documents")
    report_number = models.CharField(max_length=80, blank=True)
    release_number = models.CharField(max_length=80, blank=True)
    ticket_key = EncryptedTextField()
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_on", "title"]
        verbose_name_plural = "activities"
        indexes = [
            models.Index(fields=["office", "starts_on"], name="activity_office_day"),
            models.Index(fields=["state", "starts_on"], name="activity_state_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["office", "nonce"], condition=~Q(nonce=""), name="activity_nonce_once"),
            models.CheckConstraint(condition=Q(quota__gte=1), name="activity_quota"),
            models.CheckConstraint(condition=Q(seats_taken__lte=F("quota")), name="activity_seats_within_quota"),
            models.CheckConstraint(condition=Q(seats_taken__gte=0), name="activity_seats_not_negative"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="activity_ends_later"),
            models.CheckConstraint(
                condition=Q(attendance_percent__gte=1, attendance_percent__lte=100), name="activity_attendance_percent"
            ),
            models.CheckConstraint(condition=Q(budget_amount__gte=0), name="activity_budget"),
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in ActivityState]), name="activity_state_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Engagement(models.Model):
    """A practitioner engaged for an activity: a person in a public role, of an institution."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="engagements")
    name = models.CharField(max_length=120)
    institution = models.CharField(max_length=200, blank=True)
    institution_en = models.CharField(max_length=200, blank=True)
    topic = models.CharField(max_length=200, blank=True)
    topic_en = models.CharField(max_length=200, blank=True)
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="engagements"
    )

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["activity", "name"], name="engagement_once")]

    def __str__(self) -> str:
        return self.name


class Session(models.Model):
    """A part of an activity with its own attendance, unless `takes_attendance` is off (a break, an opening)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    takes_attendance = models.BooleanField(default=True)
    practitioners = models.ManyToManyField(Engagement, blank=True, related_name="sessions")
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_later"),
            models.UniqueConstraint(fields=["activity", "starts_at", "title"], name="session_once"),
            models.UniqueConstraint(fields=["activity", "nonce"], condition=~Q(nonce=""), name="session_nonce_once"),
        ]

    def __str__(self) -> str:
        return self.title


class OfficialRole(models.TextChoices):
    OPENED_BY = "opened_by"
    ON_BEHALF_OF = "on_behalf_of"
    HEAD_OF_OFFICE = "head_of_office"
    HEAD_OF_DIVISION = "head_of_division"
    SIGNATORY = "signatory"
    SECOND_SIGNATORY = "second_signatory"
    PREPARED_BY = "prepared_by"
    CONTACT = "contact"


class Official(models.Model):
    """Someone in a public role at an activity, with words that they really said where those were noted."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="officials")
    role = models.CharField(max_length=20, choices=OfficialRole.choices)
    name = models.CharField(max_length=120)
    position = models.CharField(max_length=200, blank=True)
    position_en = models.CharField(max_length=200, blank=True)
    nip = models.CharField(max_length=30, blank=True)
    rank = models.CharField(max_length=80, blank=True)
    quote = models.TextField(blank=True)
    quote_en = models.TextField(blank=True)
    reach = models.CharField(max_length=120, blank=True, help_text="Phone or e-mail of a contact")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "role"], name="official_one_a_role"),
            models.CheckConstraint(condition=Q(role__in=OfficialRole.values), name="official_role_known"),
        ]

    def __str__(self) -> str:
        return self.name


class Answer(models.TextChoices):
    NONE = "none"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Invitation(models.Model):
    """A letter to an association: how many members may come, and what it answered."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="invitations")
    association = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="training_letters")
    addressee = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=80)
    written_on = models.DateField()
    seats = models.PositiveIntegerField()
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.NONE)
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_note = models.CharField(max_length=300, blank=True)
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["association__short_name"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "association"], name="letter_one_an_association"),
            models.UniqueConstraint(fields=["activity", "number"], name="letter_number_once"),
            models.UniqueConstraint(fields=["activity", "nonce"], condition=~Q(nonce=""), name="letter_nonce_once"),
            models.CheckConstraint(condition=Q(seats__gte=1), name="letter_seats"),
            models.CheckConstraint(condition=Q(answer__in=Answer.values), name="letter_answer_known"),
            models.CheckConstraint(
                condition=Q(answer="none", answered_at__isnull=True)
                | (~Q(answer="none") & Q(answered_at__isnull=False)),
                name="letter_answered_at",
            ),
        ]

    def __str__(self) -> str:
        return self.number
