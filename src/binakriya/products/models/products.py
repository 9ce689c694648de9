"""Products and their variants."""

from django.db import models
from django.db.models import F, Q

from binakriya.foundation.ids import new_id
from binakriya.products.rules.facts import How, State
from binakriya.products.rules.seen import mark_of

_FORMS = ("plain", "thin", "protruding", "joined", "massive")
_SHAPES = ("box", "cylinder", "irregular")
_NO_SIZE = Q(length_mm__isnull=True, breadth_mm__isnull=True, height_mm__isnull=True)
_WHOLE_SIZE = Q(length_mm__isnull=False, breadth_mm__isnull=False, height_mm__isnull=False)


class Product(models.Model):
    """`material`: a code of the protection engine, or the office's own words for what that does not know.
    `maker`: follows the enterprise when it is merged (`registry.followers`)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("accounts.Organisation", on_delete=models.PROTECT, related_name="+")
    maker = models.ForeignKey("registry.Enterprise", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=120, blank=True)
    material = models.CharField(max_length=60)
    form = models.CharField(max_length=12, default="plain")
    technique = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=[(s.value, s.value) for s in State], default=State.ACTIVE.value)
    is_sample = models.BooleanField(default=False, help_text="Made up for the demo")
    source = models.ForeignKey(
        "products.ProductList", on_delete=models.PROTECT, null=True, blank=True, related_name="products"
    )
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["office", "state", "name", "id"], name="product_by_name"),
            models.Index(fields=["office", "state", "-updated_at", "id"], name="product_by_update"),
            models.Index(fields=["office", "state", "material", "name"], name="product_by_material"),
            models.Index(fields=["maker", "state", "name"], name="product_by_maker"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="product_has_name"),
            models.CheckConstraint(condition=~Q(material=""), name="product_has_material"),
            models.CheckConstraint(condition=Q(form__in=_FORMS), name="product_form"),
            models.CheckConstraint(condition=Q(state__in=[s.value for s in State]), name="product_state"),
            models.CheckConstraint(condition=Q(updated_at__gte=F("created_at")), name="product_updated_after"),
            models.UniqueConstraint(fields=["office", "nonce"], condition=~Q(nonce=""), name="product_nonce_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def mark(self) -> str:
        """Of what the form of changing shows."""
        return mark_of(self.name, self.kind, self.material, self.form, self.technique, self.note)


class Variant(models.Model):
    """One size of a product; outside sides in mm, mass in g. The first has position 0 and perhaps no name.

    A size is whole or absent; a mass stands only beside a size; both with who, when and how."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="variants")
    name = models.CharField(max_length=80, blank=True)
    sku = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    shape = models.CharField(max_length=10, default="box")
    length_mm = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    breadth_mm = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    height_mm = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    outline = models.JSONField(default=list, help_text="Points [x, y] in mm, seen from above")
    mass_g = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    measured_by = models.CharField(max_length=120, blank=True)
    measured_on = models.DateField(null=True, blank=True)
    measured_how = models.CharField(max_length=10, blank=True)
    note = models.CharField(max_length=500, blank=True)
    nonce = models.CharField(max_length=64, blank=True, help_text="Key of the form that made it")
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(shape__in=_SHAPES), name="variant_shape"),
            models.CheckConstraint(condition=_NO_SIZE | _WHOLE_SIZE, name="variant_size_whole"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{side}_mm__isnull": True}) | Q(**{f"{side}_mm__gte": 1, f"{side}_mm__lte": 3000}),
                    name=f"variant_{side}",
                )
                for side in ("length", "breadth", "height")
            ),
            models.CheckConstraint(
                condition=Q(mass_g__isnull=True) | Q(mass_g__gte=1, mass_g__lte=1_000_000), name="variant_mass"
            ),
            models.CheckConstraint(
                condition=Q(mass_g__isnull=True) | Q(length_mm__isnull=False), name="variant_mass_with_size"
            ),
            models.CheckConstraint(
                condition=~Q(shape="cylinder") | Q(length_mm__isnull=True) | Q(length_mm=F("breadth_mm")),
                name="variant_cylinder_round",
            ),
            models.CheckConstraint(
                condition=Q(length_mm__isnull=True, measured_on__isnull=True, measured_by="", measured_how="")
                | (
                    Q(length_mm__isnull=False, measured_on__isnull=False, measured_how__in=[h.value for h in How])
                    & ~Q(measured_by="")
                ),
                name="variant_who_measured",
            ),
            models.UniqueConstraint(
                fields=["product", "name"], condition=Q(removed_at__isnull=True), name="variant_name_once"
            ),
            models.UniqueConstraint(
                fields=["product", "sku"], condition=~Q(sku="") & Q(removed_at__isnull=True), name="variant_sku_once"
            ),
            models.UniqueConstraint(fields=["product", "nonce"], condition=~Q(nonce=""), name="variant_nonce_once"),
        ]

    def __str__(self) -> str:
        return self.name or str(self.product)

    @property
    def mark(self) -> str:
        """Of what the form of measuring shows."""
        sides = (self.length_mm, self.breadth_mm, self.height_mm, self.mass_g)
        return mark_of(self.shape, *sides, self.outline, self.measured_how, self.note)
