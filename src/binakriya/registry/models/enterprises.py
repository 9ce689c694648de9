from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce, Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.fields import EncryptedTextField
from binakriya.foundation.ids import new_id


class EnterpriseState(models.TextChoices):
    ACTIVE = "active", _("Aktif")
    ARCHIVED = "archived", _("Diarsipkan")
    MERGED = "merged", _("Digabung")


def _yes_when(condition: models.Expression | Q) -> models.GeneratedField:
    """A yes or no that the database keeps, so that a list may be filtered by it and stay in order of its index."""
    return models.GeneratedField(
        expression=Case(When(condition, then=Value(True)), default=Value(False)),
        output_field=models.BooleanField(),
        db_persist=True,
    )


class Enterprise(models.Model):
    """One business of one owner. Amounts in rupiah; region codes as the Ministry of Home Affairs gives them."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200, blank=True, help_text="the name folded (rules.facts), to sort by")
    state = models.CharField(max_length=10, choices=EnterpriseState.choices, default=EnterpriseState.ACTIVE)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="absorbed")
    kbli = models.CharField(max_length=5, blank=True)
    kbli_version = models.CharField(max_length=4, blank=True)
    since = models.PositiveSmallIntegerField(null=True, blank=True)
    workers = models.PositiveIntegerField(null=True, blank=True)
    workers_m = models.PositiveIntegerField(null=True, blank=True)
    workers_f = models.PositiveIntegerField(null=True, blank=True)
    investment = models.PositiveBigIntegerField(null=True, blank=True, help_text="rupiah, without land and building")
    assets = models.PositiveBigIntegerField(null=True, blank=True, help_text="rupiah, what UU 20/2008 goes by")
    nib = models.CharField(max_length=13, blank=True)
    street = EncryptedTextField(blank=True)
    rt = models.CharField(max_length=3, blank=True)
    rw = models.CharField(max_length=3, blank=True)
    place = models.CharField(max_length=200, blank=True, help_text="ward, district and city as written, when not known")
    region_code = models.CharField(max_length=13, blank=True, help_text="36.74.01.1001, or the beginning that is known")
    district_code = models.CharField(max_length=8, blank=True, help_text="the kecamatan's part of region_code")
    postcode = models.CharField(max_length=5, blank=True)
    lat = models.FloatField(null=True, blank=True)
    lng = models.FloatField(null=True, blank=True)
    trademark = models.CharField(max_length=100, blank=True, help_text="as the owner said")
    unchecked = models.BooleanField(
        default=False, help_text="written by somebody's registration; no officer has looked at it yet"
    )
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    # What the list is filtered by. The first two are written with the facts (operations.writing); the others the
    # database makes itself.
    has_phone = models.BooleanField(default=False)
    has_nik = models.BooleanField(default=False)
    has_nib = _yes_when(Q(nib__gt=""))
    has_women = _yes_when(Q(workers_f__gt=0))
    has_ward = _yes_when(Exact(Length("region_code"), Value(13)))
    size = models.GeneratedField(
        expression=Case(
            When(workers__isnull=True, then=Value("")),
            When(workers__lte=4, then=Value("micro")),
            When(workers__lte=19, then=Value("small")),
            When(workers__lte=99, then=Value("medium")),
            default=Value("large"),
        ),
        output_field=models.CharField(max_length=6),
        db_persist=True,
        help_text="by workers, as BPS classifies; rules.sizes gives all five",
    )

    class Meta:
        indexes = [
            models.Index(fields=["office", "state", "name_key", "id"], name="enterprise_by_name"),
            *(
                models.Index(fields=["office", "state", name, "name_key"], name=f"enterprise_by_{name}")
                for name in ("has_phone", "has_nik", "has_nib", "has_women", "has_ward", "size")
            ),
            models.Index(fields=["office", "state", "-created_at"], name="enterprise_by_creation"),
            models.Index(fields=["office", "state", "-updated_at", "id"], name="enterprise_by_update"),
            models.Index(fields=["office", "state", "region_code", "name_key"], name="enterprise_by_region"),
            models.Index(fields=["office", "state", "kbli", "name_key"], name="enterprise_by_kbli"),
            models.Index(fields=["office", "state", "district_code", "name_key"], name="enterprise_by_district"),
            models.Index(fields=["office", "state", "workers", "name_key"], name="enterprise_by_workers"),
            # The map's figures are read from this index alone.
            models.Index(
                fields=["office", "state", "region_code", "workers", "workers_m", "workers_f"],
                name="enterprise_figures",
            ),
            models.Index(fields=["nib"], name="enterprise_by_nib"),
            # With the state: without statistics SQLite takes the index of more columns, and read a whole office.
            models.Index(
                fields=["office", "state", "created_at"], condition=Q(unchecked=True), name="enterprise_unchecked"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="enterprise_has_name"),
            models.CheckConstraint(condition=Q(state__in=EnterpriseState.values), name="enterprise_state"),
            models.CheckConstraint(condition=Q(kbli_version__in=["", "2020", "2025"]), name="enterprise_kbli_version"),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="enterprise_merged_into",
            ),
            models.CheckConstraint(
                condition=Q(kbli="", kbli_version="") | (~Q(kbli="") & ~Q(kbli_version="")),
                name="enterprise_kbli_with_version",
            ),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(since__gte=1800, since__lte=2100), name="enterprise_since"
            ),
            # Each sex and both together are at most the total; the sex of some may be unknown.
            models.CheckConstraint(
                condition=Q(workers__isnull=True)
                | Q(workers__gte=Coalesce("workers_m", Value(0)) + Coalesce("workers_f", Value(0))),
                name="enterprise_workers_by_sex",
            ),
            models.CheckConstraint(
                condition=Q(district_code="") | Q(region_code__startswith=F("district_code")),
                name="enterprise_district_of_region",
            ),
            models.CheckConstraint(condition=Q(nib="") | Q(nib__regex=r"^[0-9]{13}$"), name="enterprise_nib_digits"),
            models.CheckConstraint(
                condition=Q(lat__isnull=True, lng__isnull=True)
                | Q(lat__isnull=False, lng__isnull=False, lat__gte=-90, lat__lte=90, lng__gte=-180, lng__lte=180),
                name="enterprise_point",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Owner(models.Model):
    """The person behind an enterprise. The row is the enterprise's own; accounts are linked to the enterprise."""

    enterprise = models.OneToOneField(Enterprise, on_delete=models.CASCADE, primary_key=True, related_name="owner")
    name = models.CharField(max_length=200, blank=True)
    nik = EncryptedTextField(blank=True)
    nik_index = models.CharField(max_length=64, blank=True, db_index=True)
    nik15_index = models.CharField(max_length=64, blank=True, db_index=True)
    born = EncryptedTextField(blank=True, help_text="ISO date")
    birth_place = EncryptedTextField(blank=True)
    sex = models.CharField(max_length=1, blank=True, choices=[("m", _("laki-laki")), ("f", _("perempuan"))])

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(sex__in=["", "m", "f"]), name="owner_sex")]

    def __str__(self) -> str:
        return self.name


class Contact(models.Model):
    """A phone (E.164), an e-mail address or a page of an enterprise; the first phone has the lowest position."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("Telepon")
        EMAIL = "email", _("Surel")
        PAGE = "page", _("Laman")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    value = EncryptedTextField()
    index = models.CharField(max_length=64, db_index=True, help_text="blind index of the value")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["kind", "position"]
        constraints = [
            models.UniqueConstraint(fields=["enterprise", "kind", "index"], name="contact_once"),
            models.CheckConstraint(condition=Q(kind__in=["phone", "email", "page"]), name="contact_kind"),
        ]

    def __str__(self) -> str:
        return self.kind


class ProductWord(models.Model):
    """What the enterprise makes, in the words of its list."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="products")
    word = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["enterprise", "word"], name="product_word_once")]

    def __str__(self) -> str:
        return self.word


class Turnover(models.Model):
    """Sales of a year in rupiah, as a range; a single figure has low = high."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    enterprise = models.ForeignKey(Enterprise, on_delete=models.CASCADE, related_name="turnovers")
    year = models.PositiveSmallIntegerField()
    low = models.PositiveBigIntegerField()
    high = models.PositiveBigIntegerField()
    confidence = models.CharField(
        max_length=10,
        choices=[("said", _("menurut pemilik")), ("document", _("menurut dokumen"))],
        default="said",
    )
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["enterprise", "year"], name="turnover_once_a_year"),
            models.CheckConstraint(condition=Q(low__lte=F("high")), name="turnover_range"),
            models.CheckConstraint(condition=Q(year__gte=1900, year__lte=2100), name="turnover_year"),
            models.CheckConstraint(condition=Q(confidence__in=["said", "document"]), name="turnover_confidence"),
        ]

    def __str__(self) -> str:
        return str(self.year)


class SavedView(models.Model):
    """A filter of the list that a person keeps under a name."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=1000, blank=True, help_text="query string of the list page")

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="saved_view_name")]

    def __str__(self) -> str:
        return self.name
