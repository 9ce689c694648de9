"""What is stated of a product for labels and their rules."""

from django.db import models

from binakriya.products.rules.seen import mark_of


class ProductParticulars(models.Model):
    """`content`: as `rules.particulars.written`. No row: nobody has stated anything."""

    product = models.OneToOneField(
        "products.Product", on_delete=models.CASCADE, primary_key=True, related_name="particulars"
    )
    content = models.JSONField()
    changed_at = models.DateTimeField(db_index=True)
    changed_by = models.CharField(max_length=120)

    def __str__(self) -> str:
        return str(self.product_id)

    @property
    def mark(self) -> str:
        return mark_of(self.content)
